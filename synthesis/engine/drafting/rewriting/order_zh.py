"""Times, settings and forecasts of a Chinese clause moved to another place in it.

Each rule takes a clause and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH, noun_phrase_end
from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.subjects_zh import DATE, subject_end
from synthesis.engine.patterns import lazy_pattern

_UNDERTAKING = lazy_pattern(r"^[^的]*(?:制度|改革|政策|条例|计划|工程|项目|机制|行动|试点|方案|办法|规划|系统|平台)$")
#: Verbs that a Chinese noun phrase cannot hold without 的.
BEGUN = lazy_pattern(
    r"启动|实施|开展|推进|完成|推出|发布|引入|采用|建成|关闭|收购|上线|签署|签订|取得|获得|中标|入选|出售|宣布"
)
#: Places that stand before what is said of them and may belong to it (全国主要城市).
EVERYWHERE = lazy_pattern(r"全[国省市县区球]|我国|国内|中国|世界|各地")
#: What stands at the end of a phrase and belongs to the verb or figure behind it.
LEANS = tuple(
    "累计 合计 共计 平均 至少 最多 最高 最低 同比 环比 比 依次 分别 开工 新开工 完工 投产 改造 举办 新建 新增".split()
)
PART_OF_YEAR = lazy_pattern(r"全年|[上下]半年|前[一二三四五六七八九十两]|第?[一二三四]季度|当年|年[初中末底]")
_COUNTED = r"[一二三四五六七八九十两几数]{1,3}[家个所座项名类种大]"


def reach_year(clause: str) -> list[str]:
    """X于T在Y并网/建成/成立 → T，X在Y…: a dated event told with its date first."""
    end = subject_end(clause)
    match = re.match(rf"[于在](?P<t>{DATE})(?P<rest>[\u4e00-\u9fff《].{{1,40}})$", clause[end:]) if end else None
    if not match or re.match(r"[的至到底末初起以前后]", match.group("rest")):
        return []
    return [f"{match.group('t')}，{clause[:end]}{match.group('rest')}"]


def date_inward(clause: str) -> list[str]:
    """2024年X达到Y → X在2024年达到Y; 2023年7月起，X… → X自2023年7月起…; only before a verb that is certain."""
    match = re.fullmatch(
        rf"(?P<t>(?:截至|自)?{DATE}(?P<since>以来|起)?)，?(?P<rest>[^，。]{{4,}})",
        clause,
    )
    if not match:
        return []
    rest = match.group("rest")
    if re.search(r"(?:以来|之?[后前时]|以[后前]|之际|期间)$", rest):
        return []  # 自2017年启动改革以来: the date and the end hold a setting together
    if re.match(r"分阶段|分批|分步|逐步|逐年|陆续|全面|正式|统一|率先|试点", rest):
        return []  # how it is done stands before its verb, the date before both
    if PART_OF_YEAR.match(rest):
        return []  # 2024年全年国产影片票房: the part goes with its year
    end = 0 if rest[0] in "及和与至到、以前后" else _measure_end(rest)
    if EVERYWHERE.fullmatch(rest[:end]) and not re.match(r"[已共累计有新约合现]", rest[end:]):
        return []  # 全国|主要城市平均空置率: the place belongs to what follows
    if re.match(r"[^，。]{0,14}起(?!动|步|草|诉|来|点|源)", rest) and not match.group("since"):
        return []  # 2025年秋季入学新生起: who begins stands between the date and 起
    if not end or rest[end : end + 1] in "在于的和与如等、最较更很极" or re.match(r"\d{4}年", rest):
        return []
    if BEGUN.search(rest[:end]) and "的" not in rest[:end]:
        return []  # 鸿丰百货启动门店数字化|改造: the subject ends before the verb
    if re.match(r"[约近超逾]?\d", rest[end:]) or re.search(r"\d", rest[:end]):
        return []  # 某市投入|9亿元: what stands before the sum is its verb
    if rest[:end].endswith(LEANS) or (words_of(rest)[0].tag[0] == "v" and "的" in rest[:12]):
        return []  # 2023年底启动的工作历时…: the date belongs to what stands before 的
    when = match.group("t")
    if match.group("since"):
        when = when if when.startswith("自") else f"自{when}"
    elif when[0].isdigit():
        when = (
            f"于{when}"
            if re.match(r"成立|建成|发布|印发|启动|实施|出台|推出|投产|并网|上市|颁布|施行", rest[end:])
            else f"在{when}"
        )
    return [f"{rest[:end]}{when}{rest[end:]}"]


def _measure_end(text: str) -> int:
    """Where the noun phrase `text` opens with ends, a measure the segmenter takes for a verb (投入, 收入) included."""
    end = subject_end(text) or noun_phrase_end(text)
    measure = (
        re.match(rf"的?(?:总体|整体|平均)?(?:{INDICATOR_ZH}|[\u4e00-\u9fff]{{1,3}}[率量额])", text[end:])
        if end
        else None
    )
    end += measure.end() if measure else 0
    # 国家发展改革|委办公厅: a name goes on where an office follows
    return 0 if re.match(r"累计|平均|合计|人均|日均|年均|[委局部厅署院办会司市省县区州]", text[end:]) else end


def date_first(clause: str) -> list[str]:
    """X2024年实现Y → 2024年，X实现Y; X在2024年…likewise."""
    match = re.fullmatch(
        rf"(?P<x>[\u4e00-\u9fffA-Za-z]{{2,18}}?)[在于]?(?P<t>{DATE}(?:[至—-](?:\d{{1,2}}月)?\d{{1,2}}日)?)(?P<rest>[\u4e00-\u9fff][^，。]{{2,40}})",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or re.match(r"[的至到底末初起以前后]", match.group("rest")):
        return []
    x = re.sub(rf"{_COUNTED}", "", match.group("x"))  # 三家龙头企业 is bounded as 龙头企业 is
    if noun_phrase_end(x + "已") != len(x) or re.search(r"预[计测期]|计划|估计", match.group("x")):
        return []
    return [f"{match.group('t')}，{match.group('x')}{match.group('rest')}"]


def foretold(clause: str) -> list[str]:
    """研究机构预计2025年X将… → 据研究机构预计，2025年X将…."""
    match = re.match(
        r"(?P<o>[^，。]{2,14}?)(?P<v>预计|预测|估计|估算|测算)(?P<rest>(?:到|至)?(?:\d{4}年|未来|[^，。\d]{2,20}(?:将|有望)).+)$",
        clause,
    )
    if (
        not match
        or not is_noun_phrase(match.group("o"))
        or not re.search(r"机构|公司|协会|院|部门|证券|银行|咨询|专家|业内|学者|组织|中心|人士", match.group("o"))
    ):
        return []
    return [f"据{match.group('o')}{match.group('v')}，{match.group('rest')}"]


def swap_phrases(clause: str) -> list[str]:
    """对A按B的30%给予C → 按B的30%对A给予C."""
    match = re.fullmatch(
        r"(?P<x>[^，。对]{0,16}?)(?P<a>对[^，。按]{2,20}?)(?P<b>按照?[^，。]{2,20}?)(?P<v>给予|进行|实行|实施|予以|收取|发放)(?P<rest>[^，。]+)",
        clause,
    )
    if not match:
        return []
    return [f"{match.group('x')}{match.group('b')}{match.group('a')}{match.group('v')}{match.group('rest')}"]


def since_first(clause: str) -> list[str]:
    """X自T起V → 自T起，X V; T以来，X → 自T以来，X."""
    match = re.fullmatch(r"(?P<x>[^，。]{2,16}?)自(?P<t>\d{4}年(?:\d{1,2}月)?(?:起|以来))(?P<rest>[^，。]{4,})", clause)
    if match and is_noun_phrase(match.group("x")):
        return [f"自{match.group('t')}，{match.group('x')}{match.group('rest')}"]
    match = re.fullmatch(r"(?P<t>\d{4}年(?:\d{1,2}月)?(?:起|以来))", clause)
    return [f"自{match.group('t')}"] if match else []


def begun_after(clause: str) -> list[str]:
    """自T启动N以来 → 自T N启动以来; T实施N后 → T N实施后."""
    match = re.fullmatch(
        rf"(?P<t>自?{DATE})(?P<v>启动|实施|施行|推行|出台|颁布|推出|开通|投用)(?P<n>[^，。]{{3,24}}?)(?P<e>以来|之后|以后|后)",
        clause,
    )
    if not match or not (is_noun_phrase(match.group("n")) or _UNDERTAKING.search(match.group("n"))):
        return []
    return [f"{match.group('t')}{match.group('n')}{match.group('v')}{match.group('e')}"]


def settle_inward(clause: str) -> list[str]:
    """在零下20摄氏度时X可达V → X在零下20摄氏度时可达V."""
    match = re.match(
        r"(?P<p>在[^，。在]{2,18}?(?:时|中|下|内|后|期间|方面|情况下|条件下))(?P<rest>[\u4e00-\u9fff][^，。]{4,})$",
        clause,
    )
    if not match:
        return []
    end = subject_end(match.group("rest"))
    if not end or match.group("rest")[end : end + 1] in "在的":
        return []
    rest = match.group("rest")
    return [f"{rest[:end]}{match.group('p')}{rest[end:]}"]


def front_span(clause: str) -> list[str]:
    """行业可能在未来三年内经历整合 → 在未来三年内，行业可能经历整合."""
    match = re.fullmatch(
        r"(?P<x>[^，。在]{2,18}?)(?P<m>可能|有望|将|或将|预计|仍将|需要?)?(?P<p>在[^，。]{2,14}?(?:年内|月内|短期内|长期内|期间|以内|前后))(?P<rest>[\u4e00-\u9fff][^，。]{2,})",
        clause,
    )
    if not match or not is_noun_phrase(match.group("x")) or match.group("rest")[0] in "的，":
        return []
    return [f"{match.group('p')}，{match.group('x')}{match.group('m') or ''}{match.group('rest')}"]


_EVENT = "投产|建成|完工|交付|上市|开工|通车|投运|启用|完成交割|交割|开业|量产|发布|推出|施行|竣工|商用|首航|开通|并网"


def due(clause: str) -> list[str]:
    """预计2026年三季度投产 → 投产时间预计为2026年三季度; who and what do not change."""
    match = re.fullmatch(
        rf"(?P<x>[^，。]{{0,24}}?)(?P<a>预计|计划|拟)(?:将?[于在])?(?P<t>{DATE}(?:[之以]?前)?|明年[底初]?|年底前?)(?:正式)?(?P<v>{_EVENT})",
        clause,
    )
    if not match or (match["x"] and not is_noun_phrase(match["x"])):
        return []
    if match["v"] in {"发布", "推出", "完成交割", "启用"} and match["x"]:
        return []  # who publishes is not what is published
    at = "在" if match["t"].endswith("前") else "为"
    return [
        f"{match['x']}{'的' if match['x'] else ''}{match['v']}时间{match['a'].replace('拟', '拟定')}{at}{match['t']}"
    ]


_PHRASE = r"(?:[向对为从][^，。向对为从按以]{2,16}?|按照?[^，。向对为从以]{2,14}?|以[^，。向对为从按]{2,16}?(?:价格|方式|形式|标准|名义|比例)|通过[^，。向对为从按以]{2,12}?)"


def phrases_swapped(clause: str) -> list[str]:
    """按每亩900元向村集体支付租金 → 向村集体按每亩900元支付租金: two phrases before one verb."""
    match = re.fullmatch(
        rf"(?P<x>[^，。]{{0,20}}?)(?P<a>{_PHRASE})(?P<b>{_PHRASE})(?P<v>支付|发放|提供|收取|拨付|缴纳|定向增发|增发|出售|采购|销售|转让|供应|征收|结算|配送|补贴|返还|出租|交付)(?P<o>[^，。]{{0,20}})",
        clause,
    )
    if (
        not match
        or match["a"][0] == match["b"][0]
        or not all(
            is_noun_phrase(re.sub(r"^(?:按照|通过|.)|\d[\d.]*[万亿]?元", "", p)) or re.search(r"\d", p)
            for p in (match["a"], match["b"])
        )
    ):
        return []
    return [f"{match['x']}{match['b']}{match['a']}{match['v']}{match['o']}"]
