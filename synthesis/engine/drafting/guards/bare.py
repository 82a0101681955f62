"""Figures without a unit of their own: 28 of 28 to 41 km/h, from six weeks to four, seven years older from 51 to 58."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_COUNTED = lazy_pattern(
    r" (?!(?:on|in|at|with|of|to|and|or|per|for|from|by|than|versus|as|the|a|an|after|before|when|while|but|last|this)\b)[a-z]{3,}"
)
_TOKEN = lazy_pattern(r"(?<![\d.,])\d+(?:[.,]\d+)*")


def bare_token(case: Case, quantity: Quantity) -> bool:
    """28 for 28 to 41 km/h."""
    if quantity.unit_class != "number" or quantity.unit or not quantity.text.strip()[:1].isdigit():
        return False
    token, counts = quantity.text.strip(), _COUNTED.match(case.sentence.text, quantity.end)
    return any(
        m.group() == token
        and not (counts and any(q.start <= m.start() < q.end and _measured(q) for q in text.quantities))
        for text in case.evidence
        for m in _TOKEN.finditer(text.text)
    )


def _measured(quantity: Quantity) -> bool:
    """Whether a figure has a unit of its own: 310,000 tonnes are no 310,000 passengers."""
    return quantity.high is None and quantity.unit_class not in {"number", "count"}


_YEARS_APART = lazy_pattern(
    r"年长|[大小早晚]|差|[推延]|[增减提降延缩]|\b(?:older|younger|longer|shorter|more|less|fewer|higher|lower|earlier|later|by|reduc\w+|rais\w+|lower\w+|apart|gap)\b",
    re.IGNORECASE,
)


def bare_difference(sentence: Passage, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Seven years older for from 51 to 58: a length of time between two ages or bare figures."""
    unit = UNITS.get(quantity.unit)
    clause = clause_at(sentence, quantity.start)
    if unit is None or quantity.unit_class not in {"months", "age"} or clause is None:
        return False
    if not _YEARS_APART.search(clause.text):
        return False
    bare = [q.value for q in everything if q.unit_class == "age" or (q.unit_class == "number" and q.value < 200)]
    return any(abs(a - b) * unit.factor == abs(quantity.value) for a, b in combinations(bare, 2))


def unit_left_out(sentence: Passage, quantity: Quantity, everything: list[Quantity]) -> bool:
    """From six weeks to four: a bare number takes the unit of the figure beside it, here or in the evidence."""
    bare = [q for q in everything if q.unit_class == "number" and q.high is None]
    unit = UNITS.get(quantity.unit)
    if (
        unit is not None
        and any(q.value * unit.factor == quantity.value for q in bare)
        and any((q.unit_class, q.unit) == (quantity.unit_class, quantity.unit) for q in everything)
    ):
        return True
    readings = {(r.unit_class, r.value) for r in with_units_beside(sentence, quantity)}
    return any((q.unit_class, q.value) in readings for q in everything)


def with_units_beside(sentence: Passage, quantity: Quantity) -> list[Quantity]:
    """A bare figure read in the units of the figures beside it, and in years where it is somebody's age."""
    if quantity.unit_class != "number" or quantity.high is not None:
        return []
    units = {q.unit for q in sentence.quantities if q.unit in UNITS and abs(q.start - quantity.start) <= _NEAR}
    clause = clause_at(sentence, quantity.start)
    if clause is not None and _OF_AGE.search(clause.text):
        units.add("年")
    return [
        replace(quantity, unit=u, unit_class=UNITS[u].unit_class, value=quantity.value * UNITS[u].factor)
        for u in sorted(units)
    ]


_NEAR = 100
_OF_AGE = lazy_pattern(
    r"\b(?:aged?|older|younger|child(?:ren)?|born|births?|mothers?|fathers?|retire\w*|marr\w+|brides?|grooms?|at (?:about |around )?\d\d)\b",
    re.IGNORECASE,
)
