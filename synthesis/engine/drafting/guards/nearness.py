"""Figures that agree without being equal: rounded, bounded, derived from the evidence, or only counting the text itself.

Nothing here lets a figure through that is stated exactly and differs: a rounding needs a rounder number and a word
such as 约 or over, or the form of a fraction.
"""

from __future__ import annotations

import re
from decimal import Decimal

from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS, same_unit

_FRACTION_FORM = re.compile(
    r"成|分之|half|半|third|quarter|fifth|tenth|sixth|eighth|one in|\d in \d|out of", re.IGNORECASE
)
_REST = re.compile(r"其余|余下|剩余|剩下|其他|另外|\b(?:remaining|rest|others?|remainder)\b", re.IGNORECASE)
_FIRST = re.compile(r"首(?!先|都|席|要|脑|相|府)|第一|率先|最早|\b(?:first|earliest|maiden|inaugural)\b", re.IGNORECASE)
_PAIR_ZH = re.compile(r"两(?:组|者|国|地|方|家|类|种|项|个|人|岸|省|市|校|队|厅|部门|端|侧|性|大)")
_PAIR_EN = re.compile(r"(?:the|these|those|both|between|its|their) $", re.IGNORECASE)


def comparable(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are of one kind, a bare number beside a counted one included."""
    if same_unit((first.unit_class, first.unit), (second.unit_class, second.unit)):
        return True
    return {first.unit_class, second.unit_class} == {"number", "count"}


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def rounds(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a rounder figure with its qualifier says no more than an exact one of the evidence."""
    if mine.high is not None or theirs.high is not None or not comparable(mine, theirs):
        return False
    a, b = abs(mine.value), abs(theirs.value)
    if not a or not b or a == b:
        return False
    part = _FRACTION_FORM.search(mine.text) or _FRACTION_FORM.search(theirs.text)
    if mine.unit_class == "percent" and part and abs(a - b) < Decimal("0.8"):
        return True  # two thirds, 67 %, 66 %
    if _digits(a) >= _digits(b) or mine.qualifier == "":
        return False
    if mine.unit_class in {"age", "ordinal"} or (
        mine.qualifier in {"at_least", "at_most"} and mine.unit_class != "percent"
    ):
        return False
    gap = (b - a) / b
    half = mine.unit_class == "percent" and a == 50
    if mine.qualifier in {"over", "at_least"}:
        return 0 < gap <= (Decimal("0.4") if half else Decimal("0.1")) and theirs.qualifier not in {"under", "at_most"}
    if mine.qualifier in {"near", "under", "at_most"}:
        return Decimal("-0.1") <= gap < 0 and theirs.qualifier not in {"over", "at_least"}
    if mine.qualifier in {"about", "some"}:
        return abs(gap) <= Decimal("0.03") or _rounded(a, b)
    return False


def _rounded(a: Decimal, b: Decimal) -> bool:
    """Whether `a` is `b` rounded half up to the digits of `a`, and the step is small (under 6 %)."""
    step = Decimal(1).scaleb(a.normalize().adjusted() - _digits(a) + 1)
    return abs(a - b) * 2 <= step and abs(a - b) / b <= Decimal("0.06")


def derived(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Whether a figure follows from the evidence: a rest, a span of years, a first, a pair of things named there."""
    if quantity.unit_class == "ordinal":
        if quantity.value == 1:
            return any(_FIRST.search(text.text) for text in case.evidence)
        return any(abs(q.value) == quantity.value and q.unit_class in {"number", "count"} for q in everything if q.unit)
    ordinals = {
        q.value * UNITS[q.unit].factor
        for q in everything
        if q.unit_class == "ordinal" and q.unit == quantity.unit in UNITS
    }
    if quantity.value in ordinals:
        return True
    if _changed_by(case, quantity, everything):
        return True
    if quantity.unit_class in {"months", "seconds"}:
        return _duration(case, quantity)
    if quantity.unit_class == "percent":
        return (quantity.qualifier != "" or "成" in quantity.text) and _ratio(case.sentence, quantity)
    if quantity.unit_class not in {"count", "number"}:
        return False
    if quantity.unit_class == "number" and not quantity.unit:  # 28 for 28 to 41 km/h
        token = re.compile(rf"(?<![\d.,]){re.escape(quantity.text.strip())}(?![\d]|[.,]\d)")
        if any(token.search(text.text) for text in case.evidence):
            return True
    if quantity.value == 2 and _pair(case.sentence, quantity):
        return True
    counts = {abs(q.value) for q in everything if q.unit_class in {"count", "number"}}
    rest = any(_REST.search(text.text) for text in (case.sentence, *case.evidence))
    return rest and any(a - b == abs(quantity.value) for a in counts for b in counts if a > b)


def _ratio(sentence: Passage, quantity: Quantity) -> bool:
    """Whether a rounded share is that of two amounts the sentence itself names."""
    amounts = [q for q in sentence.quantities if q.unit_class not in {"percent", "point", "ordinal"} and q.value > 0]
    return any(
        abs(100 * a.value / b.value - quantity.value) <= 1
        for a in amounts
        for b in amounts
        if a.value < b.value and same_unit((a.unit_class, a.unit), (b.unit_class, b.unit))
    )


_CHANGED = re.compile(
    r"(?:上调|下调|增加|减少|提高|降低|上升|下降|高出|多出|少|多|增|减|涨|跌|降)了?$|\b(?:by|up|down|another|further|gap of|difference of)\s*$",
    re.IGNORECASE,
)


def _changed_by(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """The exact difference of two levels of the evidence, told as a change (由137万吨下调至134万吨: 下调3万吨)."""
    if not _CHANGED.search(case.sentence.text[: quantity.start]):
        return False
    unit = (quantity.unit_class, quantity.unit)
    levels = [q.value for q in everything if same_unit(unit, (q.unit_class, q.unit))]
    return any(abs(a - b) == abs(quantity.value) for i, a in enumerate(levels) for b in levels[i + 1 :])


def _pair(sentence: Passage, quantity: Quantity) -> bool:
    if sentence.language == "zh":
        return bool(_PAIR_ZH.match(sentence.text, quantity.start))
    return bool(_PAIR_EN.search(sentence.text[max(0, quantity.start - 9) : quantity.start]))


_UNIT_OF = {
    "months": {"year": 12, "month": 1, "quarter": 3, "decade": 120, "century": 1200},
    "seconds": {"week": 604800, "day": 86400, "hour": 3600, "minute": 60},
}
_ONE_EN = re.compile(
    r"\b(?:an?|one|per|each|every|the)[ -](year|month|quarter|decade|century|week|day|hour|minute)\b", re.IGNORECASE
)
_NTH_EN = re.compile(r"\b(year|month|quarter|decade|week|day|hour|minute) (\d{1,3})\b", re.IGNORECASE)


def _duration(case: Case, quantity: Quantity) -> bool:
    """A length of time the evidence says in another way: a year, week 68, 2019–2023, past five years."""
    units = _UNIT_OF[quantity.unit_class]
    wanted = abs(quantity.value)
    periods = {3: "quarter", 6: "half"}
    period = periods.get(int(wanted), "") if quantity.unit_class == "months" else ""
    if period and any(getattr(date, period) for text in case.evidence for date in text.dates):
        return True
    for text in case.evidence:
        if any(units.get(m[1].lower()) == wanted for m in _ONE_EN.finditer(text.text)):
            return True
        if any(units.get(m[1].lower(), 0) * int(m[2]) == wanted for m in _NTH_EN.finditer(text.text)):
            return True
        if quantity.unit_class == "months" and _spanned(text, wanted):
            return True
    return False


def _spanned(text: Passage, months: Decimal) -> bool:
    years = sorted({y for d in text.dates for y in (d.year, d.end_year) if y})
    spans = [b - a for i, a in enumerate(years) for b in years[i + 1 :]]
    if any(months in (12 * n, 12 * (n + 1)) or (months % 120 == 0 and abs(12 * n - months) <= 24) for n in spans):
        return True
    for date in text.dates:
        side, _, rest = date.relative.partition("-")
        number, _, unit = rest.partition("-")
        counted = side in {"past", "next", "running"} and number.isdigit()
        if counted and int(number) * _UNIT_OF["months"].get(unit, 0) == months:
            return True
    return False
