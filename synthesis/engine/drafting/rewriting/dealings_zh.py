"""Who approves, bears, supplies, sells and names what, told from the other side of the dealing (Chinese).

Closed verbs, both sides noun phrases; denials, hedges and figures stay where they are. Each rule takes a clause and
returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.subjects_zh import DATE
from synthesis.engine.patterns import lazy_pattern

_DENIED = lazy_pattern(r"[不没未无非]|难以|拒绝")
#: What a subject may end with although the segmenter counts it to the phrase: it belongs to the verb.
_LEANS = lazy_pattern(
    r"(?:累计|合计|共|平均|同比|将|拟|已|正|可|应|须|需|能|(?<![协社学工商委大议理常])会|还|也|都|均|仍|再|又|计划|预计|主要|全部|统一|分别|联合|继续|开始|自行)$"
)
_BODY = r"[\u4e00-\u9fffA-Za-z0-9“”]"


def _party(text: str) -> bool:
    """Whether `text` is one bounded noun phrase that can act: no figure, no verb's adverb at its end."""
    if not 2 <= len(text) <= 22 or _LEANS.search(text) or re.search(r"\d{4}年", text):
        return False
    # the segmenter takes names apart: 国家|药|监局
    return is_noun_phrase(text) or (_acts(text) and not any(w.tag[0] in "pcudr" for w in words_of(text)))


def approved(clause: str) -> list[str]:
    """国家药监局批准该系统上市 → 该系统获国家药监局批准上市; a date behind the body goes with the approval."""
    match = re.fullmatch(
        rf"(?P<by>{_BODY}{{2,18}}?)(?P<t>[于在]{DATE})?(?P<a>已|正式|日前|近日)?(?P<v>批准|核准)了?(?P<x>{_BODY}{{3,26}}?)(?P<what>上市|投产|开工|立项|建设|生产|进口|出口|施行|实施|设立|发行|试点)",
        clause,
    )
    if not match or not _party(match["by"]) or not _party(match["x"]):
        return []
    return [f"{match['x']}{match['t'] or ''}{match['a'] or ''}获{match['by']}{match['v']}{match['what']}"]


_BORNE = "负责|承担|主导|牵头|承建|运营|管理|建设|组织|提供|开发|设计|研发|生产|制造|编制|执行|监管|举办|主办|维护|供应"


def borne_by(clause: str) -> list[str]:
    """电信运营商承担平台运维 → 平台运维由电信运营商承担; 平台运维由运营商承担 → 运营商承担平台运维."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,14}}?)(?P<a>主要|全部|统一)?(?P<v>{_BORNE})(?P<o>[\u4e00-\u9fffA-Za-z、和与]{{3,20}})",
        clause,
    )
    if match and _party(match["s"]) and _thing(match["o"]) and not _DENIED.search(clause):
        if match["v"] == "提供" or not _acts(match["s"]):
            return []
        return [f"{match['o']}{match['a'] or ''}由{match['s']}{match['v']}"]
    match = re.fullmatch(
        rf"(?P<o>{_BODY}{{3,20}}?)(?P<a>主要|全部|统一)?由(?P<s>{_BODY}{{2,16}}?)(?P<v>负责|承担|主导|牵头|提供|运营|管理|维护|供应|组织)",
        clause,
    )
    if match and _thing(match["o"]) and _party(match["s"]):
        return [f"{match['s']}{match['a'] or ''}{match['v']}{match['o']}"]
    return []


_ACTS = lazy_pattern(
    r"(?:公司|集团|企业|机构|单位|部门|中心|医院|学校|大学|学院|政府|协会|商|局|委|部|厅|办|银行|基金|团队|社|厂|所|院|者|方|人|站|户|科技|能源|股份|汽车|医疗|生物|电子|物流)$"
)


def _acts(text: str) -> bool:
    """Whether a phrase names somebody who does things."""
    return bool(_ACTS.search(text))


def _thing(text: str) -> bool:
    """Whether `text` is something done or made: a noun phrase, a verb that names a business admitted at its end."""
    if is_noun_phrase(text):
        return True
    words = words_of(text)
    if len(words) < 2 or words[0].text in "的和与及、等":
        return False
    # 包装业务, 烘干机组: a verb of two characters before its noun; 灌溉改造: one behind it
    return all(is_noun_phrase(w.text) or w.text == "的" or (w.tag[0] == "v" and len(w.text) == 2) for w in words) and (
        is_noun_phrase(words[-1].text) or is_noun_phrase(words[0].text)
    )


def sold_to(clause: str) -> list[str]:
    """甲向乙出售丙 → 甲将丙出售给乙; 县农商行向合作社发放贷款 → 合作社从县农商行获得贷款 for what is given."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,18}}?)(?P<a>将|拟|已|计划|预计|统一|累计)?向(?P<to>[^，。向]{{2,16}}?)(?P<v>出售|转让|供应|交付|出租|捐赠|赠送|推送|拨付|发放|支付|移交|开放)了?(?P<o>[^，。]{{2,26}})",
        clause,
    )
    if not match or not _party(match["s"]) or not is_noun_phrase(match["to"]) or _DENIED.search(clause):
        return []
    thing = match["o"]
    if not _thing(thing) or re.search(r"\d[^的]*$", thing):
        return []
    if match["a"] in {"将", "拟", "计划", "预计"}:
        hedge = {"将": "会", "拟": "拟", "计划": "计划", "预计": "预计"}[match["a"]]
        return [f"{match['s']}{hedge}把{thing}{match['v']}给{match['to']}"]
    return [f"{match['s']}{match['a'] or ''}将{thing}{match['v']}给{match['to']}"]


def bought_from(clause: str) -> list[str]:
    """教育局从三家出版社采购数字教材 → 教育局采购的数字教材来自三家出版社."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,16}}?)(?P<a>主要|全部|统一)?从(?P<of>[^，。从]{{2,18}}?)(?P<v>采购|购买|购入|进口|引进|租用|订购)了?(?P<o>[^，。的]{{2,20}})",
        clause,
    )
    if not match or not _party(match["s"]) or not is_noun_phrase(match["of"]) or not is_noun_phrase(match["o"]):
        return []
    if re.search(r"\d", match["o"]) or _DENIED.search(clause):
        return []
    return [f"{match['s']}{match['v']}的{match['o']}{match['a'] or ''}来自{match['of']}"]


def classed_as(clause: str) -> list[str]:
    """该广告条例被监管机构列为重点 → 监管机构将该广告条例列为重点; and without an agent stays as it is."""
    match = re.fullmatch(
        rf"(?P<x>{_BODY}{{2,20}}?)(?P<a>已|正式|首次)?被(?P<by>{_BODY}{{2,14}}?)(?P<v>列为|认定为|确定为|指定为|评为|纳入|列入|视为)(?P<c>[^，。]{{2,24}})",
        clause,
    )
    if not match or not _party(match["x"]) or not _party(match["by"]) or _DENIED.search(clause):
        return []
    return [f"{match['by']}{match['a'] or ''}将{match['x']}{match['v']}{match['c']}"]


def source_of(clause: str) -> list[str]:
    """订单回暖主要来自家电客户 → 家电客户是订单回暖的主要来源."""
    match = re.fullmatch(r"(?P<x>[^，。的]{4,20}?)(?P<a>主要|大多|多)来自于?(?P<y>[^，。]{2,26})", clause)
    if not match or re.search(r"\d", match["y"]) or not is_noun_phrase(match["y"]) or not words_of(match["x"]):
        return []
    if not match["a"].startswith("主") or _DENIED.search(clause) or not is_noun_phrase(match["x"]):
        return []
    return [f"{match['y']}是{match['x']}的主要来源"]


def acquired(clause: str) -> list[str]:
    """甲以3.2亿元收购乙的超声业务 → 乙的超声业务被甲以3.2亿元收购; the price and the date stay with the deal."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,18}}?)(?P<t>[于在]{DATE})?(?P<a>已|完成)?(?P<p>以(?:每股|约|近)?\d[\d.]*[万亿]*(?:元|美元|欧元|日元|英镑|港元)(?:的?(?:价格|对价|总价))?)(?P<v>收购|买下|购入|购得|并购|受让)了?(?P<o>[^，。]{{3,28}})",
        clause,
    )
    if not match or not _party(match["s"]) or not _thing(match["o"].replace("%", "")) or _DENIED.search(clause):
        return []
    if match["a"] == "完成":
        return []
    return [f"{match['o']}{match['t'] or ''}{match['a'] or ''}被{match['s']}{match['p']}{match['v']}"]


def published(clause: str) -> list[str]:
    """医保局发布立项指南 → 立项指南由医保局发布; what is published is named, no mere announcement."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,16}}?)(?P<t>[于在]{DATE})?(?P<a>已|近日|日前|首次)?(?P<v>(?:联合|共同)?(?:发布|推出|印发|出台|公布|启用|起草|制定|研制|引入))了?(?P<o>[^，。、]{{5,28}})",
        clause,
    )
    if (
        not match
        or not _party(match["s"])
        or not _acts(match["s"])
        or re.search(r"\d", match["o"])
        or _DENIED.search(clause)
    ):
        return []
    if not is_noun_phrase(match["o"]) or re.search(
        r"(?:公告|通知|声明|消息|数据|预警|意见|报告|财报|结果)$", match["o"]
    ):
        return []
    return [f"{match['o']}{match['t'] or ''}{match['a'] or ''}由{match['s']}{match['v']}"]


_MAKERS = {
    "制造": "制造方",
    "承建": "承建方",
    "设计": "设计方",
    "运营": "运营方",
    "生产": "生产方",
    "开发": "开发方",
    "承办": "承办方",
    "主办": "主办方",
    "研发": "研发方",
    "施工": "施工方",
    "领投": "领投方",
    "担保": "担保方",
}


def maker_is(clause: str) -> list[str]:
    """该线路由中铁承建 → 该线路的承建方为中铁; 由禾光资本领投 → 领投方为禾光资本."""
    match = re.fullmatch(
        rf"(?P<o>[^，。由]{{0,24}}?)由(?P<s>{_BODY}{{2,18}}?)(?:提供(?P<g>担保)|(?P<v>{'|'.join(_MAKERS)}))", clause
    )
    if not match or not _party(match["s"]) or (match["o"] and not is_noun_phrase(match["o"])):
        return []
    if match["o"] and re.search(r"均|都|全部|主要|大多|将|拟|已", match["o"][-2:]):
        return []
    return [f"{match['o']}{'的' if match['o'] else ''}{_MAKERS[match['g'] or match['v']]}为{match['s']}"]


def done_by(clause: str) -> list[str]:
    """由邮政企业向村民合作社支付服务费 → 服务费由邮政企业向村民合作社支付; 由团队负责审核内容 → 内容由团队负责审核."""
    match = re.fullmatch(
        rf"由(?P<s>{_BODY}{{2,14}}?)(?P<to>[向对为给][^，。]{{2,14}}?)?(?P<v>(?:负责|统一|组织|定期|逐[年月季])?(?:支付|提供|审核|办理|开展|出具|发放|管理|维护|承担|监督|评估|验收|采购|配送|收取|制定|公布|审查|运营|培训|保管))(?P<o>[\u4e00-\u9fff]{{2,14}})",
        clause,
    )
    if (
        not match
        or not _party(match["s"])
        or not _thing(match["o"])
        or (match["to"] and not is_noun_phrase(match["to"][1:]))
    ):
        return []
    return [f"{match['o']}由{match['s']}{match['to'] or ''}{match['v']}"]


def sued(clause: str) -> list[str]:
    """甲向某法院起诉乙 → 甲将乙诉至某法院."""
    match = re.fullmatch(
        rf"(?P<s>{_BODY}{{2,18}}?)(?P<t>[于在]{DATE})?向(?P<at>[^，。]{{0,14}}法院)起诉(?P<o>[^，。]{{2,22}})", clause
    )
    if not match or not _party(match["s"]) or not is_noun_phrase(match["o"]):
        return []
    return [f"{match['s']}{match['t'] or ''}将{match['o']}诉至{match['at']}"]


_INQUIRY = "调查|审查|检查|评估|培训|监测|改造|研究|测试|整治|宣传|抽查|谈判|补贴|筛查|审计|督查|核查|巡查|监督"


def against_whom(clause: str) -> list[str]:
    """对进口热轧钢卷发起反倾销调查 → 发起针对进口热轧钢卷的反倾销调查."""
    match = re.search(
        rf"对(?P<x>[^，。对]{{3,20}}?)(?P<v>发起|开展|展开|启动|作出|进行|实施)了?(?P<o>[^，。的]{{0,8}}(?:{_INQUIRY}))$",
        clause,
    )
    if not match or not is_noun_phrase(match["x"]) or re.search(r"[面针相应]$", clause[: match.start()]):
        return []
    return [f"{clause[: match.start()]}{match['v']}针对{match['x']}的{match['o']}"]


def given_in(clause: str) -> list[str]:
    """在用地、用电等方面给予保障 → 给予用地、用电等方面的保障."""
    match = re.search(
        r"在(?P<x>[^，。在]{2,20}(?:方面|环节|领域))(?:给予|予以|提供)(?P<o>[\u4e00-\u9fff]{2,8})$", clause
    )
    return [f"{clause[: match.start()]}给予{match['x']}的{match['o']}"] if match and is_noun_phrase(match["x"]) else []


_RANKED = lazy_pattern(
    r"(?P<x>[^，。]{2,30}?)(?:排|居)?前(?P<n>[二三四五六七八九十两\d]+)[名位](?:的[\u4e00-\u9fff]{1,4})?(?P<o>依次|分别)?[是为](?P<l>[^，。]{4,40})"
)


def ranked(clause: str) -> list[str]:
    """出货量前三名依次为A、B和C → A、B和C依次位列出货量前三名."""
    match = _RANKED.fullmatch(clause)
    if not match or not re.search(r"[、和与]", match["l"]) or re.search(r"\d{4}年[^，]*\d{4}年", match["x"]):
        return []
    return [f"{match['l']}{match['o'] or ''}位列{match['x'].removesuffix('的')}前{match['n']}名"]


RULES = (
    acquired,
    published,
    maker_is,
    done_by,
    sued,
    against_whom,
    given_in,
    ranked,
    approved,
    borne_by,
    sold_to,
    bought_from,
    classed_as,
    source_of,
)
