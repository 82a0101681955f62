"""How many of what, in another writing: so much for each, parts of a year, the number before or behind its
noun (Chinese).

`ROWS` has the columns of `table_zh`; `RULES` take a clause and return wordings, none when their guard fails. Values are
never touched.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.patterns import lazy_pattern

_EACH = "吨|公斤|千克|升|平方米|立方米|千瓦时|千瓦|瓦|度|股|人|户|亩|台|件|辆|套|张|床|平方公里"
_MUCH = r"(\d[\d.]*[万亿]?(?:元|美元|欧元|日元|公斤|千克|克|吨|升|立方米))"
_SUM = r"(\d[\d.]*(?:多|余)?[万亿]?(?:元|美元|欧元|吨|公里|平方米|亩|兆瓦|吉瓦|千瓦|个月|年|天|小时))"
_OWED = "贷款|资金|补贴|补助|罚款|奖励|融资|债券|订单|投资|基金|保费|保证金|费用|质保|过渡期|宽限期|保修期|质保期|培训|农田|耕地|土地|用地|额度|授信|赔偿|合同|专项|担保|奖金|预算|经费|税款|押金"

ROWS: tuple[tuple[str, tuple[str, ...], int], ...] = (
    (rf"(?<![至到]){_MUCH}/({_EACH})", (r"每\2\1",), 2),
    (r"(?<=年)([一二三四])季度", (r"第\1季度",), 1),
    (r"(?<![\d年第前])([一二三四])季度", (r"第\1季度",), 1),
    (r"第([一二三四])季度", (r"\1季度",), 1),
    (r"年均(?=可|约|增|减|新增|处理|生产|发电|办理|接待|完成|投入|消耗|节约|培训)(?!增[速长幅])", ("平均每年",), 1),
    (r"日均(?=可|约|办理|接待|处理|生产|消耗|完成|运送|发送|投递|使用)(?!量|率)", ("平均每天",), 1),
    (r"月均(?=可|约|办理|接待|处理|生产|消耗|完成|收入)(?!量|率)", ("平均每月",), 1),
    (r"(?<=[年月日底末])前(?=[\u4e00-\u9fff，])(?!后|述|景|期|[一二三四五六七八九十\d]|[个年月])", ("之前",), 1),
    (r"(?<=[家名个款项者例份户])中(?=，|有|没有)", ("当中",), 2),
    (rf"{_SUM}(?={_OWED})", (r"\1的",), 1),
    (rf"{_SUM}的(?={_OWED})", (r"\1",), 1),
    (r"(?<=[\u4e00-\u9fff]{2})了(?=[\d一二三四五六七八九十两全])(?<!为了)(?<!除了)", ("",), 2),
    (
        r"(?<=，)((?:上年|去年|前年|[一二三四]季度|\d{4}年|上半年)(?:同期)?)(?=[仅只]?[为是]\d)",
        (r"\1则",),
        1,
    ),
    (r"(\d+)个小时", (r"\1小时",), 1),
    (r"(\d+)余([家个名项座台件所款种户])", (r"\1多\2",), 1),
    (r"(\d+)多([家个名项座台件所款种户])", (r"\1余\2",), 1),
    (
        r"(?<=[\u4e00-\u9fff]{2})约(\d[\d.]*[万亿]*(?:[%％]|[\u4e00-\u9fff]{1,3}))(?=[，。；]|$)(?<![上下右])",
        (r"\1左右",),
        2,
    ),
    (
        r"平均每([个家名所户台辆])([\u4e00-\u9fff]{2,4}?)(?=拨款|投入|支出|收入|增收|接待|服务|获得|拥有)",
        (r"每\1\2平均",),
        1,
    ),
    (r"(?<![月\d])(\d+)日内(?=[\u4e00-\u9fff，])(?!部|容|地|外)", (r"\1日之内",), 1),
    (r"半数以上", ("一半以上", "超过半数"), 1),
    (r"两者", ("二者",), 1),
    (r"同期(?=[\u4e00-\u9fff]{2})", ("同一时期",), 2),
    (r"同年(?=[\u4e00-\u9fff\d])", ("当年",), 1),
    (r"次年(?=[\u4e00-\u9fff\d])", ("第二年",), 1),
)

_NUMBER = r"(?P<q>约|近|超过|逾|超|仅|至少|不少于)?(?P<n>\d[\d.]*(?:余|多)?[万亿]?(?:余|多)?(?:[项家个座条台套款所名例起笔处只辆批部份位户艘架间块亩吨]|公里|平方米|万元|亿元|元|美元|万亩|兆瓦|吉瓦))"
#: Verbs that take a counted object; not those of measures (达, 为, 占, 增长).
_TAKES = lazy_pattern(
    r"(?:建成|组建|吸引|发生|新增|新建|新设|开设|开通|开办|设立|设置|设有|发布|获得|完成|推出|制定|拥有|覆盖|培训|惠及|支持|收到|投放|部署|引进|培育|认定|签约|签订|查处|受理|安置|建设|入选|汇集|服务|约有|现有|发放|拨付|下达|安排|投入|筹集|募集|处以|罚没|纳入|抽检|抽查|检查|回收|处理|拆除|改造|修复|更新|更换|淘汰|采购|购置|交付|生产|出口|进口|销售|售出|捐赠|提供|运营|管理|管护|种植|收储|接收|接待|安装|布设|投运|配备|聘用|招收|招募|录用|核发|颁发|批准|收录|审结|办理|运输|发运|报废)$"
)


def count_behind(clause: str) -> list[str]:
    """发放2600万元订单贷款 → 发放订单贷款2600万元; the noun alone behind the number, no 的 between."""
    match = re.fullmatch(
        rf"(?P<a>[^，。]*?[\u4e00-\u9fff]{{2}}了?){_NUMBER}(?P<what>[\u4e00-\u9fffA-Za-z]{{2,16}})", clause
    )
    if not match or not _TAKES.search(match["a"].removesuffix("了")) or not is_noun_phrase(match["what"]):
        return []
    if re.match(r"[以左上下的之多余内中人月年日次]|员工|人员|小时|百分点", match["what"]) or re.search(
        r"[和与、及]", match["what"]
    ):
        return []
    unit = match["n"][-1]
    if unit == "元" and not re.search(rf"(?:{_OWED})$", match["what"]):
        return []
    return [f"{match['a']}{match['what']}{match['q'] or ''}{match['n']}"]


def count_before(clause: str) -> list[str]:
    """新建社区影像中心14家 → 新建14家社区影像中心."""
    match = re.fullmatch(
        rf"(?P<a>[^，。]*?)(?P<what>[\u4e00-\u9fffA-Za-z]{{2,16}}?)(?P<m>共|共计|累计|合计)?{_NUMBER}", clause
    )
    if not match:
        return []
    words = words_of(clause[: match.end("what")])
    for i, word in enumerate(words):
        before, what = clause[: word.end], clause[word.end : match.end("what")]
        if not _TAKES.fullmatch(word.text) or not what:
            continue
        what_is = words_of(what.removeprefix("了"))
        if not is_noun_phrase(what.removeprefix("了")) or re.search(
            r"[和与、及]|人[员数]|者$|约|不$|超$|[量额率数费]$|装机$|面积$|小时", what
        ):
            return []
        if match["n"][-1] in "元吨亩" and not re.search(rf"(?:{_OWED})$", what) and match["n"][-1] == "元":
            return []
        if any(w.tag[0] in "vd" and w.tag != "vn" for w in what_is) or (i == 0 and len(words) == 1):
            return []
        of = "的" if match["n"][-1] == "元" else ""
        total = match["m"] or ""
        return [
            f"{before[: word.start]}{total}{before[word.start :]}{'了' if what.startswith('了') else ''}{match['q'] or ''}{match['n']}{of}{what.removeprefix('了')}"
        ]
    return []


RULES = (count_behind, count_before)
