"""Rates told per another unit: 0.94 yuan a jin is 1,880 yuan a tonne."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.nearness import tells
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS, Unit
from synthesis.engine.patterns import lazy_pattern

_PER = lazy_pattern(
    r"(?:每|/)(?P<zh>公斤|千克|斤|克|吨|亩|公顷|平方米|平方公里|升|毫升|公里|米|小时|分钟|天|日)|\b(?:per|an?|each) (?P<en>kilo(?:gram)?|kg|gram|tonne|ton|pound|hectare|acre|litre|liter|kilometre|kilometer|mile|hour|minute|day|week)\b",
    re.IGNORECASE,
)
_PER_NAMES = {"kilo": "kg", "kilogram": "kg", "ton": "tonne", "pound": "lbs", "日": "天"}


def _per_units(text: Passage, quantity: Quantity) -> list[Unit]:
    """The units that figures of the sentence around a figure are told per (每斤, a tonne)."""
    start, end = next((s, e) for s, e in text.sentences if s <= quantity.start < e)
    names = [(m["zh"] or m["en"]).lower() for m in _PER.finditer(text.text, start, end)]
    return [UNITS[_PER_NAMES.get(n, n)] for n in names if _PER_NAMES.get(n, n) in UNITS]


def told_per_other_unit(case: Case, quantity: Quantity) -> bool:
    """1,880 yuan a tonne for 0.94 yuan a jin."""
    mine = _per_units(case.sentence, quantity)
    return bool(mine) and any(
        one.unit_class == other.unit_class
        and one.name != other.name
        and tells(quantity, abs(q.value) * one.factor / other.factor, reckoned=True)
        for text in case.evidence
        for q in text.quantities
        if q.unit_class == quantity.unit_class
        for other in _per_units(text, q)
        for one in mine
    )
