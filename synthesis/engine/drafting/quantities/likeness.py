"""Whether two figures count the same kind of thing."""

from __future__ import annotations

from synthesis.engine.drafting.quantities.types import Quantity
from synthesis.engine.drafting.quantities.units import same_unit
from synthesis.engine.patterns import lazy_pattern

_HAN = lazy_pattern(r"[\u4e00-\u9fff]")


def alike(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are of one kind, bare numbers being counts of anything."""
    if {first.unit_class, second.unit_class} == {"number", "count"}:
        return not _HAN.search(first.text + second.text) or first.text[-1:] in "万亿" or second.text[-1:] in "万亿"
    return same_unit((first.unit_class, first.unit), (second.unit_class, second.unit))


def same_value(first: Quantity, second: Quantity) -> bool:
    """Whether two figures have one value, signs and units apart."""
    return abs(first.value) == abs(second.value)
