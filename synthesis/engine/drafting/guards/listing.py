"""Counts of what a text lists: three of the three operators it names, 三省一市 for four places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.patterns import lazy_pattern

_PAIR_ZH = lazy_pattern(r"两(?:组|者|国|地|方|家|类|种|项|个|人|岸|省|市|校|队|厅|部门|端|侧|性|大)")
_PAIR_EN = lazy_pattern(r"(?:the|these|those|both|between|its|their) $", re.IGNORECASE)
_COUNTING = frozenset("座 部 所 大 类 种 项 个 家 方面 方 者 国 地 省 市 组 份 位 名 国家 款 批 点 条 重 轮 次".split())


def listed(case: Case, quantity: Quantity) -> bool:
    """Whether a small count only counts what the evidence lists (三大运营商 for three that it names)."""
    if quantity.unit_class not in {"count", "number"} or quantity.qualifier or not 1 <= quantity.value <= 9:
        return False
    if quantity.value == 2 and _pair(case.sentence, quantity):
        return True
    if total := _territories(case.sentence, quantity):
        return any(size == total for text in case.evidence for size in list_sizes(text))
    if quantity.value == 1:
        return False
    if any(size == quantity.value for text in case.evidence for size in _one_each(text, quantity)):
        return True
    if case.sentence.language == "zh" and quantity.unit not in _COUNTING:
        return False
    return any(size == quantity.value for text in case.evidence for size in list_sizes(text))


_LIST = {
    "zh": lazy_pattern(r"[^，。；：、]{1,16}(?:、[^，。；：、]{1,16})+"),
    "en": lazy_pattern(r"[\w' -]{2,40}(?:, [\w' -]{2,40})*,? (?:and|or) [\w' -]{2,40}"),
}


def list_sizes(text: Passage) -> Iterator[int]:
    """How many members the lists of a text have, and how many figures of a kind stand in a sentence."""
    for match in _LIST[text.language].finditer(text.text):
        parts = re.split("、" if text.language == "zh" else r", (?:and |or )?| and | or ", match.group())
        joined = text.language == "zh" and re.search(r"[和与及]", parts[-1]) is not None
        yield len(parts) + joined
    for start, end in text.sentences:
        inside = [q for q in text.quantities if start <= q.start < end]
        for unit in {(q.unit_class, q.unit) for q in inside}:
            yield sum((q.unit_class, q.unit) == unit for q in inside)


_ONE_EACH = {
    "zh": lazy_pattern(r"(?P<of>[^，。；]{3,60}?)(?:各自?|分别|均)[^，。；]{0,6}?[一1](?P<unit>[处个座家所条台名间支项款])"),
    "en": lazy_pattern(r"\bone each (?:in|at|for|on) (?P<after>[^.;]{3,80})|(?P<of>[^.;]{3,80}) each (?:ha(?:s|ve|d)|gets?|got|received?|host(?:s|ed)?|runs?|operat\w+) (?:one|an?)\b"),
}  # fmt: skip


def _one_each(text: Passage, quantity: Quantity) -> Iterator[int]:
    """How many there are of what each member of a list has one of: two for one each in Yichun and Jingmen."""
    for match in _ONE_EACH[text.language].finditer(text.text):
        if text.language == "zh" and match["unit"] != quantity.unit:
            continue
        named = match["of"] or match["after"]
        yield len(re.split(r"[、和与及]|以及|, (?:and )?| and ", named))


def _pair(sentence: Passage, quantity: Quantity) -> bool:
    if sentence.language == "zh":
        return bool(_PAIR_ZH.match(sentence.text, quantity.start))
    return bool(_PAIR_EN.search(sentence.text[max(0, quantity.start - 9) : quantity.start]))


_TERRITORY = frozenset("省市区县国州盟旗乡镇村校院企")


def _territories(text: Passage, quantity: Quantity) -> Decimal:
    """The sum of 三省一市, of which a figure is a part; 0 when it is no part of one."""
    parts = [q for q in text.quantities if q.unit_class == "count" and q.unit in _TERRITORY | {"个"}]
    beside = [q for q in parts if q is quantity or q.end == quantity.start or q.start == quantity.end]
    return sum((q.value for q in beside), Decimal(0)) if len(beside) == 2 and quantity in beside else Decimal(0)


_SERIES = lazy_pattern(
    r"分别|依次|逐年|连续|历年|\b(?:respectively|each year|successive|consecutive|in turn)\b", re.IGNORECASE
)


def in_series(date: DateMention, case: Case) -> bool:
    """2021 for a series told of 2020 to 2023, value by value; 连续三个季度 for the values of four."""
    side, _, rest = date.relative.partition("-")
    count = rest.partition("-")[0]
    if side == "running" and count.isdigit():
        return any(size == int(count) + 1 for text in case.evidence for size in list_sizes(text))
    if date.year is None or date.relative or date.end_year:
        return False
    return any(
        d.year and d.end_year and d.year <= date.year <= d.end_year and _SERIES.search(text.text)
        for text in case.evidence
        for d in text.dates
    )
