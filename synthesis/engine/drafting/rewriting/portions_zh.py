"""What part of a group does something, told with the group or with its doing first (Chinese).

Figures and their qualifiers are carried as they are. Each rule takes a clause and returns wordings, none when its guard
fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.words import is_noun_phrase, words_of
from synthesis.engine.patterns import lazy_pattern

_SHARE = r"(?:\d[\d.]*[%％]|[一二三四五六七八九两]成半?|[一二三四五六七八九十]+分之[一二三四五六七八九])"
_ABOUT = r"(?:大?约|近|超过?|逾|不足|不到|仅|至少)"
#: Groups whose members can be counted as doing something.
_GROUP = r"[\u4e00-\u9fff]{0,8}?(?:受访者|被访者|参与者|消费者|使用者|照护者|申请者|企业|公司|厂商|家庭|居民|患者|学生|家长|教师|员工|职工|用户|农户|商户|住户|读者|老人|老年人|机构|医院|学校|门店|网点|车辆|人)"
_CHANGE = lazy_pattern(r"增|减|降|升|提高|上涨|下跌|涨|跌|比|占|为\d|达")


def doers_first(clause: str) -> list[str]:
    """由配偶承担主要照护的家庭占62% → 62%的家庭由配偶承担主要照护."""
    match = re.fullmatch(
        rf"(?P<lead>其中)?(?P<vp>[\u4e00-\u9fff][^，。的]{{3,24}})的(?P<n>{_GROUP})(?P<only>只|仅)?(?:占比(?:为|达)?|占到?|有)(?P<q>{_ABOUT})?(?P<p>{_SHARE})(?P<r>左右|以上)?",
        clause,
    )
    if not match or words_of(match["vp"])[0].tag[0] not in "vpd" or _CHANGE.search(match["vp"]):
        return []
    if re.match(r"受|被|参[加与]|接受|在[^，。]{2,8}$|有效|来自|属于|对", match["vp"]) and "，" not in match["vp"][:1]:
        return []  # whom one asked, and where they live, is no doing of theirs
    only = "仅" if match["only"] else ""
    return [f"{match['lead'] or ''}{only}{match['q'] or ''}{match['p']}{match['r'] or ''}的{match['n']}{match['vp']}"]


def doing_first(clause: str) -> list[str]:
    """72%的人在二手平台购买过电子产品 → 在二手平台购买过电子产品的人占72%."""
    match = re.fullmatch(
        rf"(?P<lead>其中，?)?有?(?P<q>{_ABOUT})?(?P<p>{_SHARE})的(?P<n>{_GROUP})(?P<vp>[\u4e00-\u9fff][^，。的]{{4,22}})",
        clause,
    )
    if not match or match["q"] in {"仅", "至少"}:
        return []
    first = words_of(match["vp"])[0]
    if (
        first.tag[0] not in "vpd"
        or _CHANGE.search(match["vp"])
        or re.match(r"表示|认为|称|说|觉得|是|为|由|将|会|已|都|均|也", first.text)
    ):
        return []
    return [f"{match['lead'] or ''}{match['vp']}的{match['n']}占{match['q'] or ''}{match['p']}"]


def group_inside(clause: str) -> list[str]:
    """18至35岁人群中有46.2%的人每周至少吃三次菌菇 → 46.2%的18至35岁人群每周至少吃三次菌菇."""
    match = re.fullmatch(
        rf"(?P<in>在)?(?P<n>[\u4e00-\u9fff\d—至到岁]{{2,16}}?)(?P<g>人群|受访者|企业|家庭|居民|患者|学生|用户|农户|老人|消费者|机构|员工)[里之]?中，?有?(?P<q>{_ABOUT})?(?P<p>{_SHARE})(?:的人)?(?P<vp>[\u4e00-\u9fff][^，。]{{4,28}})",
        clause,
    )
    if not match or not is_noun_phrase(match["g"]) or re.match(r"的|为|是|以|左右|来自|属于|[^，]{0,2}家", match["vp"]):
        return []
    if words_of(match["vp"])[0].tag[0] not in "vpdrt" or re.search(r"其中|该|这", match["n"]):
        return []
    return [f"{match['q'] or ''}{match['p']}的{match['n']}{match['g']}{match['vp']}"]


def none_of(clause: str) -> list[str]:
    """没有一家具备独立判读能力 → 无一具备独立判读能力."""
    match = re.fullmatch(r"(?P<x>[^，。]{0,16}?)没有一[家个所名座项台款](?P<vp>[\u4e00-\u9fff][^，。]{3,28})", clause)
    if not match or words_of(match["vp"])[0].tag[0] not in "vdp":
        return []
    return [f"{match['x']}无一{match['vp']}"]


_HOW_MANY = r"(?:约|近|超过|逾)?(?:\d[\d.]*|[两三四五六七八九十]+)[万亿]?[家个名所座项台款辆艘人户处种条]"


def only_so_many(clause: str) -> list[str]:
    """实际投入运营的只有124辆 → 只有124辆实际投入运营."""
    match = re.fullmatch(
        rf"(?P<lead>其中，?)?(?P<vp>[\u4e00-\u9fff][^，。的]{{3,22}})的(?P<only>只有|仅有|仅|有|共有|约有)(?P<n>{_HOW_MANY})",
        clause,
    )
    if (
        not match
        or (words_of(match["vp"])[0].tag[0] not in "vdpba" and not match["vp"].startswith("实际"))
        or re.match(r"参加|接受|受|被|位于|来自", match["vp"])
    ):
        return []
    only = "仅有" if match["only"] == "仅" else match["only"]
    return [f"{match['lead'] or ''}{only}{match['n']}{match['vp']}"]


RULES = (only_so_many, doers_first, doing_first, group_inside, none_of)
