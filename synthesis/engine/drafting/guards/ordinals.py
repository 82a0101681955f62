"""Places in an order: first in other words, so many places up, the fourteenth year for fourteen years."""

from __future__ import annotations

import re
from itertools import combinations

from synthesis.engine.drafting.guards.listing import list_sizes
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_FIRST = lazy_pattern(
    r"首(?!先|都|席|要|脑|相|府)|第一|率先|最早|从未有|此前[^，。；]{0,12}[没未无]|前所未|\bnever\b[^.;]{0,60}\bbefore\b|\b(?:first|earliest|maiden|inaugural)\b",
    re.IGNORECASE,
)
_TOP = lazy_pattern(r"最[大高多强]|居首|榜首|头名|首|第一|率先|冠军")


def ordinal_follows(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Whether a place in an order that no evidence tells as such follows from its words, its counts or its lists."""
    if quantity.value == 1:
        first = _TOP if quantity.unit in {"大", "位"} else _FIRST
        return any(first.search(t.text) or max(list_sizes(t), default=0) > 2 for t in case.evidence)
    if any(q.unit_class == "ordinal" for q in everything):
        return False
    if (period := _PERIOD.match(case.sentence.text, quantity.end)) and (unit := UNITS.get(period[1].lower())):
        return any(q.value == quantity.value * unit.factor for q in everything if q.unit_class == unit.unit_class)
    if any(abs(q.value) == quantity.value and q.unit_class in {"number", "count"} for q in everything if q.unit):
        return True
    return any(size >= quantity.value for text in case.evidence for size in list_sizes(text))


_PERIOD = lazy_pattern(r"\s?(years?|months?|weeks?|days?|hours?|年|个月|周|天|小时)\b", re.IGNORECASE)
_PLACES = lazy_pattern(
    r"位|个?(?:名次|位次|座次)|\s(?:places?|spots?|positions?|notch(?:es)?|ranks?|rungs?)\b", re.IGNORECASE
)


def ranks_apart(sentence: Passage, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Four places up, where the evidence tells the ninth place and the fifth."""
    end = quantity.end - (1 if quantity.text.endswith("位") else 0)
    if quantity.unit_class not in {"count", "number"} or not _PLACES.match(sentence.text, end):
        return False
    ranks = [q.value for q in everything if q.unit_class == "ordinal"]
    return any(abs(a - b) == quantity.value for a, b in combinations(ranks, 2))


def ordinal_said(quantity: Quantity, everything: list[Quantity]) -> bool:
    """第14年 for 14 years."""
    return any(
        q.unit_class == "ordinal" and q.unit == quantity.unit and q.value * UNITS[q.unit].factor == quantity.value
        for q in everything
        if q.unit in UNITS
    )
