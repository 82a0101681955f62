"""The record of one figure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text: half-open span in code points, exact value in the base unit of its class.

    `high` is the upper end of a range, else None. `unit` is the canonical name (元, %, 家 …; "" for a bare number),
    `unit_class` groups comparable units (percent and point are different classes). `qualifier` is one of "", about,
    near, over, at_least, under, at_most, some.
    """

    start: int
    end: int
    text: str
    value: Decimal
    high: Decimal | None
    unit: str
    unit_class: str
    qualifier: str
