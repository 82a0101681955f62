"""Whether a figure of the sentence tells a value of the evidence that it does not equal: rounded, bounded, in words.

A figure with its qualifier stands for a set of values. An exact figure stands for itself and for what rounds to it at
its own precision (two digits or more); 约 for a few per cent around it; 超 and 近 for what lies above or below it up to
the next step of its precision.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.drafting.quantities.units import CLASSIFIER_GROUP, UNITS, same_unit
from synthesis.engine.patterns import lazy_pattern

COARSE = lazy_pattern(
    r"成|分之|每.*有|半|倍|番|half|halv|third|quarter|fifth|tenth|sixth|eighth|doubl|tripl|trebl|twice|fold|\b(?:one|two|three|four)\b.* in |\d in \d|out of",
    re.IGNORECASE,
)
_ABOVE = {"over", "at_least"}
_BELOW = {"near", "under", "at_most"}
_AROUND = {"about", "some"}
_NEAR = Decimal("0.2")
_SMALL_STEP, _WIDE_STEP = Decimal("0.12"), Decimal("0.36")


_PEOPLE = frozenset("patient person worker student participant adult child woman man".split())


def comparable(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are of one kind, a bare number beside a counted one included."""
    if same_unit((first.unit_class, first.unit), (second.unit_class, second.unit)):
        return True
    if first.unit_class == second.unit_class == "count":  # 4,216份问卷, 四千余名受访者
        if first.unit in _PEOPLE and second.unit in _PEOPLE:
            return True
        groups = {CLASSIFIER_GROUP.get(q.unit) for q in (first, second)}
        return groups in ({"person", "paper"}, {"body", "paper"})  # 318 firms, 318 replies
    return {first.unit_class, second.unit_class} == {"number", "count"}


def agrees(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two comparable figures are equal, or the first rounds the second."""
    if not comparable(mine, theirs):
        return False
    return (same_value(mine, theirs) and mine.high == theirs.high) or rounds(mine, theirs)


def rounds(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a rounder figure, with or without a qualifier, says no more than one of the evidence.

    Of a range each end is a value of its own; a range of the sentence stands for one whose ends it rounds.
    """
    exact_age = mine.unit_class == "age" and theirs.value % 1 == 0  # nearly 54 for a mean of 53.7
    if mine.unit_class == "ordinal" or exact_age or not comparable(mine, theirs):
        return False
    if mine.high is not None:
        ends = replace(mine, high=None), replace(mine, value=mine.high, high=None)
        others = theirs.value, theirs.high
        return theirs.high is not None and all(
            e.value == o or tells(e, abs(o)) for e, o in zip(ends, others, strict=True) if o is not None
        )
    if theirs.high is not None:
        low, high = abs(theirs.value) * Decimal("0.97"), abs(theirs.high) * Decimal("1.03")
        if mine.qualifier in _AROUND and not low <= abs(mine.value) <= high:
            return False
        return any(_rounds_one(mine, replace(theirs, value=v, high=None)) for v in (theirs.value, theirs.high))
    return _rounds_one(mine, theirs)


def _rounds_one(mine: Quantity, theirs: Quantity) -> bool:
    if same_value(mine, theirs):
        return False
    crossed = (mine.qualifier in _ABOVE and theirs.qualifier in _BELOW) or (
        mine.qualifier in _BELOW and theirs.qualifier in _ABOVE
    )
    if crossed:
        return False
    if mine.unit_class == "percent" and COARSE.search(theirs.text) and not COARSE.search(mine.text):
        return abs(mine.value - theirs.value) < Decimal("1.2")  # nearly 33 % for nearly a third
    return tells(mine, abs(theirs.value))


def tells(mine: Quantity, value: Decimal, *, reckoned: bool = False) -> bool:
    """Whether `value`, in the base unit of the figure's class, is one the figure with its qualifier stands for.

    A `reckoned` value may also be rounded to a single digit when that is within 3 %.
    """
    told = abs(mine.value)
    if not told or not value:
        return False
    coarse = bool(COARSE.search(mine.text))
    unit = UNITS[mine.unit].factor if mine.unit in UNITS and mine.unit_class != "fold" else Decimal(1)
    bounded = mine.qualifier in _ABOVE | _BELOW and _step(told / unit) > _step(value / unit)  # under 1 point for 0.9
    if not coarse and told != value and _digits(told / unit) >= _digits(value / unit) and not bounded:
        return False  # no rounder than what it stands for
    step = told / 10 if coarse and mine.unit_class == "fold" else Decimal(10) if coarse else _step(told / unit) * unit
    gap = (value - told) / told
    if mine.qualifier in _ABOVE:
        widest = Decimal("0.6") if coarse and told == 50 else _WIDE_STEP if coarse else _SMALL_STEP
        return gap >= 0 and (value < told + step or gap <= widest) and gap < 1
    if mine.qualifier in _BELOW:
        widest = Decimal("0.4") if coarse and told == 50 else _WIDE_STEP / 2 if coarse else _SMALL_STEP
        if mine.qualifier == "near":
            widest = min(widest, _SMALL_STEP if mine.unit_class == "fold" else _NEAR)
            if coarse:
                return gap <= 0 and -gap <= widest  # 近三成 is no 23 %
        if mine.qualifier == "at_most" and reckoned:
            return abs(gap) <= Decimal("0.03")
        return gap <= 0 and (-gap <= widest or (value > told - step and -gap <= _WIDE_STEP))
    if mine.qualifier in _AROUND and coarse and mine.unit_class == "percent" and abs(value - told) > _COARSELY:
        return False  # roughly four in five for 75%
    if mine.qualifier in _AROUND:
        return _around(told, value, step if not coarse else Decimal(0), coarse, mine.qualifier)
    if coarse and mine.unit_class == "percent":
        return abs(value - told) < Decimal("1.2")  # two thirds, 67 %
    if coarse and mine.unit_class == "fold":
        return abs(gap) <= Decimal("0.03")
    if coarse and mine.unit_class in {"months", "seconds"}:
        return abs(gap) <= Decimal("0.05")  # two and a half weeks, 17 days
    half_step = not coarse and abs(value - told) * 2 <= step
    return gap == 0 or (half_step and (_digits(told / unit) >= 2 or (reckoned and abs(gap) <= Decimal("0.03"))))


def breadth(mine: Quantity) -> Decimal:
    """How wide the set of values is that a figure with its qualifier stands for, as a part of the figure."""
    told = abs(mine.value)
    if not told:
        return Decimal(1)
    if COARSE.search(mine.text):
        return (
            Decimal("0.04") if not mine.qualifier else Decimal("0.2") if mine.qualifier in _AROUND else Decimal("0.3")
        )
    unit = UNITS[mine.unit].factor if mine.unit in UNITS and mine.unit_class != "fold" else Decimal(1)
    step = _step(told / unit) * unit / told
    if mine.qualifier in _AROUND:
        return max(Decimal("0.06"), min(step, Decimal("0.2")))
    return max(step, _SMALL_STEP) if mine.qualifier else step


def _around(told: Decimal, value: Decimal, step: Decimal, coarse: bool, qualifier: str) -> bool:
    gap = abs(value - told) / told
    if qualifier == "some" and gap > Decimal("0.1"):
        return told <= value < 10 * told and _digits(told) == 1
    if coarse:
        return gap <= Decimal("0.1")
    return gap <= Decimal("0.03") or (abs(value - told) * 2 <= step and gap <= Decimal("0.1"))


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit that is not a zero: 10 for 4,210."""
    return Decimal(1).scaleb(int(value.normalize().as_tuple().exponent))


def told_share(part: Decimal, wholes: list[Decimal], rates: list[Decimal]) -> bool:
    """Whether one of the rates, in per cent, is what a part is of one of the wholes."""
    return any(abs(100 * part / whole - rate) < _ROUNDED for whole in wholes for rate in rates)


_ROUNDED, _COARSELY = Decimal("0.6"), Decimal("4.5")
