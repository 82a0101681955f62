"""Rates told per another unit: 0.94 yuan a jin is 1,880 yuan a tonne."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.guards.nearness import comparable, tells
from synthesis.engine.drafting.guards.rates import bases_beside, is_counted_in, per_many
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS, Unit
from synthesis.engine.patterns import lazy_pattern

_PER = lazy_pattern(
    r"(?:每|/)(?P<zhn>\d+|[百千万](?!克|米))?(?P<zh>公斤|千克|斤|克|吨|亩|公顷|平方米|平方公里|升|毫升|公里|米|小时|分钟|秒|天|日)|(?P<mu>亩)(?=[产均])|\b(?:per|an?|each) (?:(?P<enn>\d+)[ -]?)?(?P<en>kilo(?:gram)?|kg|gram|tonne|ton|pound|hectare|acre|litre|liter|kilometre|kilometer|mile|hour|minute|second|day|week)s?\b|(?<=m)/(?P<slash>s|h|min)\b",
    re.IGNORECASE,
)
_MANY = {"百": "100", "千": "1000", "万": "10000"}
_PER_NAMES = {
    "kilo": "kg",
    "kilogram": "kg",
    "ton": "tonne",
    "pound": "lbs",
    "日": "天",
    "gram": "g",
    "litre": "L",
    "s": "second",
    "h": "hour",
    "min": "minute",
    "liter": "L",
}
_PER_NAMES |= {"kilometre": "km", "kilometer": "km"}


def _per_units(text: Passage, quantity: Quantity) -> list[tuple[Unit, Decimal]]:
    """The units, and how many, that figures of the sentence around a figure are told per (每斤, a tonne, per 100 grams)."""
    start, end = text.sentence_span(quantity.start)
    found = list(_PER.finditer(text.text, start, end))
    names = [(m["zh"] or m["mu"] or m["en"] or m["slash"]).lower() for m in found]
    counts = [m["zhn"] or m["enn"] or "1" for m in found]
    return [
        (UNITS[_PER_NAMES.get(name, name)], Decimal(_MANY.get(count, count)))
        for name, count in zip(names, counts, strict=True)
        if _PER_NAMES.get(name, name) in UNITS and count.strip("0")
    ]


def told_per_other_unit(case: Case, quantity: Quantity) -> bool:
    """1,880 yuan a tonne for 0.94 yuan a jin."""
    if any(m.start() <= quantity.start < m.end() for m in _PER.finditer(case.sentence.text)):
        return False  # the 100 grams of per 100 grams
    mine = _per_units(case.sentence, quantity)
    return bool(mine) and any(
        one.unit_class == other.unit_class
        and (one.name, number) != (other.name, count)
        and tells(quantity, abs(q.value) * one.factor * number / (other.factor * count), reckoned=True)
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == quantity.unit_class
        for other, count in _per_units(text, q)
        for one, number in mine
    )


def told_per_other_number(case: Case, quantity: Quantity) -> bool:
    """33 per ten thousand people for 3.3 per thousand."""
    mine = per_many(case.sentence, quantity)
    return mine is not None and any(
        theirs is not None and theirs != mine and tells(quantity, abs(q.value) * mine / theirs, reckoned=True)
        for text in case.evidence
        for q in text.quantities
        if comparable(quantity, q)
        for theirs in [per_many(text, q)]
    )


def told_by_rate(case: Case, quantity: Quantity) -> bool:
    """How many bases a total makes at a rate: 15 days for 30 tablets at two a day, 2 billion shares for 700 million at 0.35 each."""
    factor = UNITS[quantity.unit].factor if quantity.unit in UNITS else Decimal(1)
    return any(
        total.value > rate.value > 0
        and comparable(total, rate)
        and tells(quantity, abs(total.value) / abs(rate.value) * factor, reckoned=True)
        for text in case.evidence
        for rate in text.quantities
        if any(is_counted_in(base, quantity) for base in bases_beside(text, rate))
        for other in case.evidence
        for total in other.quantities
    )


_RATIO = lazy_pattern(r"(?<![\d.:：])(?P<a>\d{1,3}(?:\.\d+)?)\s?(?:[:：∶比]|to)\s?(?P<b>\d{1,3}(?:\.\d+)?)(?![\d:：%])")


def told_by_ratio(case: Case, quantity: Quantity) -> bool:
    """300 teachers for 5,400 pupils at 1:18."""
    if quantity.unit_class not in {"count", "number"}:
        return False
    for text in case.evidence:
        for match in _RATIO.finditer(text.text):
            a, b = Decimal(match["a"]), Decimal(match["b"])
            like = [
                q for q in text.quantities if comparable(quantity, q) and not match.start() <= q.start < match.end()
            ]
            if a and b and any(tells(quantity, abs(q.value) * r, reckoned=True) for q in like for r in (a / b, b / a)):
                return True
    return False


_WATER = lazy_pattern(r"水|\b(?:water|sewage|wastewater|effluent)\b", re.IGNORECASE)
_TONNE, _CUBIC_METRE = UNITS["吨"].factor, UNITS["立方米"].factor


def told_of_water(case: Case, quantity: Quantity) -> bool:
    """500,000 cubic metres of water for 500,000 tonnes, or the reverse."""
    ways = {"gram": ("litre", _TONNE / _CUBIC_METRE), "litre": ("gram", _CUBIC_METRE / _TONNE)}
    if quantity.unit_class not in ways or not _WATER.search(case.sentence.text):
        return False
    other, worth = ways[quantity.unit_class]
    return any(
        tells(quantity, abs(q.value) * worth) and _WATER.search(text.text)
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == other
    )


_DAILY = lazy_pattern(r"日均|每[天日]|\b(?:a|per|each|every) day\b|\bdaily\b", re.IGNORECASE)
_MONTHLY = lazy_pattern(r"月均|每个?月|\b(?:a|per|each|every) month\b|\bmonthly\b", re.IGNORECASE)
_LENGTHS = {"day": (365, 366), "month": (12,)}
_DAYS = {"half": (181, 182, 184), "quarter": (90, 91, 92), "month": (28, 29, 30, 31)}


_YEARLY = lazy_pattern(r"年均|每年|\b(?:a|per|each|every) year\b|\b(?:annual(?:ly)?|yearly)\b", re.IGNORECASE)
_ROUGHLY = lazy_pattern(
    r"平均|年均|大约|约|合|相当于|\b(?:average\w*|about|around|roughly|some|equivalent|works out|equal\w*|mean)\b",
    re.IGNORECASE,
)
_OVER = lazy_pattern(
    r"\b(?:over|across|during|within|in|spread over|for)\s(?:the\s|a\s)?(?:next\s|period of\s)?$|(?:在|未来|今后|此后|[，,]|共|总共|为期|历时|分)$"
)


def _spread_over_years(case: Case, quantity: Quantity) -> bool:
    """About 200 million a year for 1.2 billion over six years."""
    start, end = case.sentence.sentence_span(quantity.start)
    if not _ROUGHLY.search(case.sentence.text, start, end):
        return False
    return any(
        len(totals) == 1 and tells(quantity, abs(totals[0].value) / years, reckoned=True)
        for text in case.evidence
        for at, years in _spans(text)
        for begin, stop in [text.sentence_span(at)]
        for totals in [[q for q in text.quantities if begin <= q.start < stop and comparable(quantity, q)]]
    )


def _spans(text: Passage) -> Iterator[tuple[int, Decimal]]:
    """Where a passage tells that something goes on for two years or more, and for how many."""
    for span in text.quantities:
        if span.unit_class == "months" and span.value >= 24 and _OVER.search(text.text[: span.start][-16:]):
            yield span.start, span.value / 12
    for date in text.dates:
        parts = date.relative.split("-")
        if len(parts) == 3 and parts[2] == "year" and parts[1].isdigit() and int(parts[1]) > 1:
            yield date.start, Decimal(parts[1])


def told_per_time(case: Case, quantity: Quantity) -> bool:
    """300 a day for 9,012 in September, 25 a month for 300 in 2023: the total of the one period a passage names."""
    start, end = case.sentence.sentence_span(quantity.start)
    if _YEARLY.search(case.sentence.text, start, end) and _spread_over_years(case, quantity):
        return True
    daily = bool(_DAILY.search(case.sentence.text, start, end))
    if not daily and not _MONTHLY.search(case.sentence.text, start, end):
        return False
    for text in case.evidence:
        for date in text.dates:
            period = next((name for name in ("month", "quarter", "half") if getattr(date, name)), "")
            if date.day or date.end_year or (period and not daily):
                continue
            counts = _DAYS[period] if period else _LENGTHS["day" if daily else "month"]
            like = [q for q in text.quantities if comparable(quantity, q) or {q.unit, quantity.unit} == {"人", "人次"}]
            if any(tells(quantity, abs(q.value) / count, reckoned=True) for q in like for count in counts):
                return True
    return False
