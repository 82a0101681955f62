"""What somebody must, may not or is asked to do, told with the demand or with who is under it first (Chinese).

A demand stays a demand, a ban a ban, a plan a plan. Rules of a clause and rules of a sentence; each returns wordings, none when its
guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.subjects_zh import DATE
from synthesis.engine.patterns import lazy_pattern

_DUTY = r"(?:必须|应当|应该|应|须|需要|需)"
_OBLIGED = lazy_pattern(r"应|须|需|不得|禁止|严禁|不能|必须|可以|可(?!能)")
_PAPER = r"(?:通知|意见|公告|方案|办法|规定|细则|指南|文件|规划|决定|令)"


def _bound(text: str) -> bool:
    """Whether `text` is a bounded noun phrase that a rule can be put on."""
    return (
        2 <= len(text) <= 24
        and is_noun_phrase(text)
        and not re.search(r"\d{4}年|(?:也|都|均|还|仍|将|应|须|可)$", text)
    )


def banned(clause: str) -> list[str]:
    """经营者不得向未成年人销售盲盒 → 禁止经营者向未成年人销售盲盒; the subject said, no condition before it."""
    match = re.fullmatch(r"(?P<s>[^，。不]{2,24}?)(?:一律|均|都)?(?:不得|不准|不许)(?P<vp>[^，。]{3,40})", clause)
    if not match or not _bound(match["s"]) or re.match(r"[低少高多超早晚迟短长]于|超过|不|已|以任何理由", match["vp"]):
        return []
    if re.search(r"(?:价|费|率|量|额|数|时间|期限|比例|标准|面积|距离|浓度)$", match["s"]) or _OBLIGED.search(
        match["vp"]
    ):
        return []
    return [f"禁止{match['s']}{match['vp']}"]


def in_force(clause: str) -> list[str]:
    """自2024年3月1日起施行 → 施行日期为2024年3月1日; 于T起生效 likewise, with or without who."""
    match = re.fullmatch(
        rf"(?P<s>[^，。]{{0,24}}?)(?P<a>将|已)?(?:自|从|于)(?P<t>{DATE})起?(?:正式)?(?P<v>施行|实施|生效|执行|实行)",
        clause,
    )
    if not match or (match["s"] and not (match["s"].endswith("》") or is_noun_phrase(match["s"]))):
        return []
    if match["a"] == "将" or "月" not in match["t"] or "日" not in match["t"]:
        return []
    return [f"{match['s']}{'的' if match['s'] else ''}{match['v']}日期为{match['t']}"]


def awaits(clause: str) -> list[str]:
    """该事项尚需提交股东大会审议 → 该事项有待股东大会审议."""
    match = re.search(
        r"(?P<a>尚|还|仍|尚且)?(?:需要?|须|待)(?:提交|报|经)(?P<by>[\u4e00-\u9fff]{2,12}?)(?P<v>审议|批准|审批|核准|备案|表决)(?:通过|后.*)?$",
        clause,
    )
    if not match or not is_noun_phrase(match["by"]) or not match["a"]:
        return []
    if clause[match.start() :].endswith("通过") or "后" in clause[match.end("v") :]:
        return []
    return [f"{clause[: match.start()]}有待{match['by']}{match['v']}"]


def asked(text: str) -> list[str]:
    """住建部印发通知，要求各地在6月底前完成排查 → 根据住建部印发的通知，各地应在6月底前完成排查."""
    match = re.fullmatch(
        rf"(?P<t>{DATE}，?)?(?P<by>[^，。《》]{{2,22}}?)(?P<v>印发|发布|下发|出台|公布|发出)了?(?P<p>《[^》]+》|[^，。]{{0,8}}?{_PAPER})，(?P<w>要求|规定|明确|提出)，?(?P<s>[^，。]{{2,16}}?)(?P<vp>(?:在|对|于|将|把|按|为|向|加|完|建|开|落|配|不得|应|须|需|严禁|禁止)[^。]{{4,80}})",
        text,
    )
    if (
        not match
        or not is_noun_phrase(match["s"])
        or (match["w"] in {"明确", "提出"} and not _OBLIGED.match(match["vp"]))
    ):
        return []
    if not (is_noun_phrase(match["by"]) or re.search(r"[部委局厅署办院会]$|政府$", match["by"])):
        return []
    when = (match["t"] or "").rstrip("，")
    must = "" if _OBLIGED.match(match["vp"]) else "应"
    rest = match["vp"]
    if "，" in rest and _OBLIGED.search(rest[rest.index("，") :]) is None and must == "":
        return []
    return [f"根据{match['by']}{'于' + when if when else ''}{match['v']}的{match['p']}，{match['s']}{must}{rest}"]


def asks(text: str) -> list[str]:
    """《X办法》规定，经营者应当公示价格 → 《X办法》要求经营者公示价格; and 不得 → 禁止."""
    match = re.match(
        rf"(?P<y>[^，。]{{0,24}}《[^》]+》|[^，。]{{2,12}}(?:办法|规定|条例|细则|新规|标准|通知))(?:规定|明确|要求|提出)，?(?P<s>[^，。]{{2,20}}?)(?P<d>{_DUTY}|不得)(?P<vp>[^，。]{{3,40}})(?P<rest>(?:，[^。]*)?)$",
        text,
    )
    if not match or not _bound(match["s"]) or not words_of(match["vp"]) or words_of(match["vp"])[0].tag[0] not in "vpd":
        return []
    if re.match(r"[低少高多超早晚迟短长]于|超过", match["vp"]):
        return []
    if match["rest"] and match["d"] == "不得" and not re.match(r"，(?:[^，]{2,20}(?:应|须|不得|可)|违)", match["rest"]):
        return []  # what follows would be banned as well
    return [f"{match['y']}{'禁止' if match['d'] == '不得' else '要求'}{match['s']}{match['vp']}{match['rest']}"]


def planned_where(clause: str) -> list[str]:
    """拟在成都投资30亿元建设封装线 → 拟投资30亿元，在成都建设封装线; who, the plan and the sum stay."""
    match = re.fullmatch(
        r"(?P<s>[^，。在]{0,20}?)(?P<h>拟|计划|将|预计|已)?在(?P<p>[^，。在]{2,16}?)(?P<v>投资|投入|斥资|出资)(?P<n>约?\d[\d.]*[万亿]*(?:元|美元|欧元))(?P<b>建设|新建|兴建|建造|改造|扩建|设立)(?P<o>[^，。]{2,26})",
        clause,
    )
    if not match or not is_noun_phrase(match["p"]) or (match["s"] and not is_noun_phrase(match["s"])):
        return []
    return [f"{match['s']}{match['h'] or ''}{match['v']}{match['n']}在{match['p']}{match['b']}{match['o']}"]


def of_whom(text: str) -> list[str]:
    """凡从事船舶拆解的企业，须取得资质 → 企业从事船舶拆解的，须取得资质: as rules are written."""
    match = re.fullmatch(
        rf"(?P<a>(?:[自从]{DATE}起，)?)(?:凡是?)?(?P<vp>[^，。的]{{4,24}})的(?P<n>[\u4e00-\u9fff]{{0,4}}(?:企业|单位|个人|机构|学校|医院|商户|经营者|平台|住户|公司))，?(?P<d>{_DUTY}|不得)(?P<rest>[^。]{{3,80}})",
        text,
    )
    if not match or words_of(match["vp"])[0].tag[0] != "v" or not is_noun_phrase(match["n"]):
        return []
    return [f"{match['a']}{match['n']}{match['vp']}的，{match['d']}{match['rest']}"]


CLAUSES = (banned, in_force, awaits, planned_where)
SENTENCES = (asked, asks, of_whom)
RULES = (*CLAUSES, *SENTENCES)
