"""Clauses dense with figures told in another construction: levels at two times, who holds which share, what was spent or
counted in all, how much of a whole comes from a part.

Values, times and qualifiers are kept exactly. Each rule takes a clause and returns wordings, none when its guard fails.
"""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import INDICATOR_ZH
from synthesis.engine.drafting.evidence.words import is_nominal, is_noun_phrase, words_of
from synthesis.engine.drafting.rewriting.subjects_zh import DATE
from synthesis.engine.patterns import lazy_pattern

_NUMBER = r"(?:约|近|接近|超过|超|逾|不足|不到|至少|高达)?\d[\d.]*(?:余|多)?[万亿]*"
_VALUE = rf"{_NUMBER}(?:[%％]|个?百分点|[\u4e00-\u9fff]{{1,5}}|[A-Za-z/]{{1,6}})(?:左右|以上|以下)?"
_ADVERB = r"(?:已经|已|则|也|逐步|逐渐|大幅|明显|显著|迅速|快速)"
_FALLEN = r"下降|下滑|下跌|减少|回落|降低|缩短|缩小|跌|降|减"
_RISEN = r"上升|增长|增加|提高|提升|上涨|扩大|延长|升|增|涨"
_LEAD = r"(?P<lead>而|其中|并且|且)?"

_COURSE = lazy_pattern(
    rf"{_LEAD}(?P<x>[^，。；]{{2,30}}?)(?P<adv>{_ADVERB}?)[从由](?P<t>{DATE})的?(?P<a>{_VALUE})(?P<adv2>{_ADVERB}?)"
    rf"(?P<way>{_FALLEN}|{_RISEN})(?:到|至|为)了?(?P<u>{DATE})的?(?P<b>{_VALUE})"
)


def between_years(clause: str) -> list[str]:
    """X由T1的A升至T2的B → T1至T2，X由A升至B; X在T1为A，到T2升至B."""
    match = _COURSE.fullmatch(clause)
    if not match or not is_phrase(match.group("x")):
        return []
    x, t, u, a, b = match.group("x", "t", "u", "a", "b")
    lead = match.group("lead") or ""
    lead = "" if lead == "其中" else lead
    adverb = match.group("adv2") or (match.group("adv") if match.group("adv") not in {"则", "也"} else "")
    way = match.group("way")
    kept = way in {"延长", "缩短", "扩大", "缩小", "收窄", "拉长"}  # a span gets longer, it does not rise
    short = way if kept else "降" if re.fullmatch(_FALLEN, way) else "增" if way.startswith("增") else "升"
    was = a if re.match(r"不足|不到|超|逾|接近|近|约", a) else f"为{a}"
    told = [f"{lead}{x}在{t}{was}，到{u}{adverb}{short}至{b}"]
    if match.group("lead") != "其中":
        told.append(f"{lead}{t}至{u}，{x}{adverb}由{a}{short}至{b}")
    return told


_MEASURE_LAST = lazy_pattern(
    rf"(?:{INDICATOR_ZH}|[\u4e00-\u9fff]{{1,2}}[率量额数值比]|得分|频率|次数|时长|面积|里程|周期|金额)$"
)


def is_phrase(text: str) -> bool:
    """Whether `text` is one phrase of nouns: also with a setting inside it (外资品牌在高端产品中的份额), with a measure
    that the segmenter does not know at its end, and with a verb that describes the noun behind it (新增|销售额)."""
    text = re.sub(r"在([^，在]{2,12})[中内上](?=的)", r"\1", text)
    if is_noun_phrase(text):
        return True
    measure = _MEASURE_LAST.search(text)
    head = text[: measure.start()] if measure else text
    words = words_of(head)
    if (
        not (head or measure)
        or head[:1] in {"的", "和", "与", "及", "其", "该", "这"}
        or re.search(r"预[计测期]", head)
    ):
        return False
    for i, word in enumerate(words):
        after = words[i + 1].text if i + 1 < len(words) else measure.group() if measure else ""
        if word.tag[0] == "v" and not is_nominal(word):
            if len(word.text) < 2 or not after or after in {"、", "和", "与", "及", "了"}:
                return False
        elif not (is_nominal(word) or word.text in {"的", "、", "和", "与", "及"} or word.tag in _PARTS):
            return False
    return bool(measure) or is_nominal(words[-1])


_PARTS = frozenset("a m q f t r".split())


_HELD = lazy_pattern(
    rf"(?P<x>[^，。；占]{{2,16}}?)(?P<k>合计|共同|共|总共)?(?:占据|占有|拥有|占)了?(?P<w>[^，。\d占]{{2,16}}?)(?P<v>{_NUMBER}[%％](?:左右|以上|以下)?)的(?P<n>市场份额|份额|股份)"
)


def held_share(clause: str) -> list[str]:
    """X合计占据W61%的份额 → 在W中，X的份额合计为61%."""
    match = _HELD.fullmatch(clause)
    if not match or not is_phrase(match.group("x")) or not is_phrase(match.group("w").rstrip("的")):
        return []
    x, w, v, noun = match.group("x"), match.group("w").rstrip("的"), match.group("v"), match.group("n")
    together = "合计" if match.group("k") else ""
    verb = "" if re.match(r"约|近|超|逾|不", v) else "为"
    return [f"在{w}中，{x}的{noun}{together}{verb}{v}", f"{x}在{w}中的{noun}{together}{verb}{v}"]


_COUNTED = lazy_pattern(
    r"(?P<x>[^，。；]{2,34}?)(?P<k>已|累计|合计|共计|共|总共|已累计|累计共)"
    r"(?P<verb>安排|发放|投入|下达|拨付|征收|受理|查处|申请|签约|培训|接待|输送|批准设立|批准|设立|认定|建成|开设|开办|发生|新增|引进|完成|支付|筹集|募集|处置|收到|取得|获得)了?"
    rf"(?P<what>[\u4e00-\u9fff]{{2,16}}?)(?P<n>{_NUMBER}(?:[元人家个座项件起例名所门处台套辆吨只]|美元|欧元|人次|空?立方米|平方公里|平方米|公里))"
)


def counted_in_all(clause: str) -> list[str]:
    """X累计安排专项资金11.6亿元 → X安排的专项资金累计为11.6亿元; 已设立示范区169个 → 已设立的示范区有169个."""
    match = _COUNTED.fullmatch(clause)
    if not match or not is_phrase(match.group("what")) or match.group("what")[-1] in "超约近达逾":
        return []
    if re.search(r"[，不未没将拟]|计划|预计|有望|可能|力争|应|需|要|人均|平均", match.group("x")):
        return []
    k, n = match.group("k"), match.group("n")
    verb = "" if re.match(r"约|近|超|逾|不|至少|高", n) else "达"
    if k == "已":
        return [f"{match.group('x')}已{match.group('verb')}的{match.group('what')}有{n}"]
    done, total = ("已", "累计") if k == "已累计" else ("", "累计" if k.startswith("累计") else "共计")
    verb = verb if total == "累计" else ""
    return [f"{match.group('x')}{done}{match.group('verb')}的{match.group('what')}{total}{verb}{n}"]


_MEASURED = lazy_pattern(
    rf"(?P<verb>覆盖|涉及|披露|影响)了?(?P<m>[\u4e00-\u9fff]{{0,6}}(?:面积|金额|人口|家庭|农户|{INDICATOR_ZH}))(?:合计|共计|共|达到|达|为)?(?P<q>约|近|超过|逾)?为?(?P<v>\d[\d.]*[万亿]*[\u4e00-\u9fff]{{1,5}})"
)


def measured_object(clause: str) -> list[str]:
    """覆盖海域面积约3400平方公里 → 所覆盖的海域面积约为3400平方公里."""
    match = _MEASURED.fullmatch(clause)
    if not match or not is_phrase(match.group("m")):
        return []
    q = match.group("q") or ""
    verb = {"约": "约为", "": "为", "近": "接近"}.get(q, q)
    return [f"所{match.group('verb')}的{match.group('m')}{verb}{match.group('v')}"]


_FROM_PART = lazy_pattern(
    r"(?P<lead>其中)?(?P<x>[^，。；]{2,14}?)(?:贡献|带来)了?(?P<y>[^，。\d]{2,12}?)的?(?P<v>(?:约|近|超过|逾)?(?:\d[\d.]*[%％]|[一二两三四五六七八九]成)(?:左右|以上|以下)?)"
)


def comes_from(clause: str) -> list[str]:
    """其中X贡献了Y的六成左右 → Y的六成左右来自X."""
    match = _FROM_PART.fullmatch(clause)
    if not match or not is_phrase(match.group("x")) or not is_phrase(match.group("y").rstrip("的")):
        return []
    return [f"{match.group('lead') or ''}{match.group('y').rstrip('的')}的{match.group('v')}来自{match.group('x')}"]


_OF_THEM = lazy_pattern(
    rf"其中，?(?P<x>[^，。；占]{{2,16}}?)(?P<adv>约|仅|只|就|则)?(?:占到|占了|占)(?P<v>{_NUMBER}[%％](?:左右|以上|以下)?)"
)


def of_them(clause: str) -> list[str]:
    """其中55岁以上的占41% → 55岁以上的在其中占41%."""
    match = _OF_THEM.fullmatch(clause)
    if not match or not (is_phrase(match.group("x")) or re.search(r"[上下者]的?$", match.group("x"))):
        return []
    adverb = match.group("adv") or ""
    return [f"{match.group('x')}在其中{adverb if adverb != '则' else ''}占{match.group('v')}"]


RULES = (between_years, held_share, counted_in_all, measured_object, comes_from, of_them)
