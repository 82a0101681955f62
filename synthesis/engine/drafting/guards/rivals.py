"""Whether the words of a reckoned figure name other operands, which give another value: other years, another pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.dating import dated, is_reference
from synthesis.engine.drafting.guards.labels import label_of
from synthesis.engine.drafting.guards.nearness import tells
from synthesis.engine.drafting.guards.reckoning import MOVES, Result, Value, near
from synthesis.engine.drafting.guards.types import Case, Clause
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_ON_TO = lazy_pattern(r"\s*(?:to|[^，。；]{0,6}[至到])\s*", re.IGNORECASE)


def turned(result: Result) -> int:
    """1 or −1 where the two operands are told as a rise or a fall from the one to the other (from 57 to 51), else 0."""
    first, second = sorted(result.operands[:2], key=lambda v: v.quantity.start)
    between = _ON_TO.fullmatch(first.text.text, first.quantity.end, second.quantity.start)
    return 0 if first.text is not second.text or not between else 1 if second.value > first.value else -1


def runs_against(case: Case, quantity: Quantity, result: Result, way: int) -> bool:
    """Whether a difference is told the other way than its two years say: less in 2023 than in 2022, where it was more."""
    clause = clause_at(case.sentence, quantity.start)
    dates = [dated(v.text, v.quantity) for v in result.operands]
    if not way or clause is None or len(dates) != 2 or any(d is None or d.year is None for d in dates):
        return False
    (early, first), (late, last) = sorted(
        (d.year or 0, v.value) for d, v in zip(dates, result.operands, strict=True) if d is not None
    )
    told = [
        d for d in case.sentence.dates if clause.start <= d.start < clause.end and not is_reference(case.sentence, d)
    ]
    if early == late or len(told) != 1 or told[0].end_year or told[0].year not in {early, late}:
        return False
    grown = 1 if last > first else -1
    return way * (grown if told[0].year == late else -grown) < 0


def of_other_years(case: Case, quantity: Quantity, result: Result, found: list[Result]) -> bool:
    """Whether a difference is one of other years than the two that its clause compares, which give another."""
    clause = clause_at(case.sentence, quantity.start)
    if result.operation == "before":
        return clause is not None and _told_of_after(case, quantity, clause, result)
    dates = [d for d in case.sentence.dates if clause and clause.start <= d.start < clause.end]
    years = {y for d in dates for y in (d.year, d.end_year) if y}
    if result.operation not in MOVES or len(years) != 2:
        return False
    return _years(result) not in (years, set()) and any(
        _years(other) == years and not tells(quantity, other.value, reckoned=True)
        for other in found
        if other.operation == result.operation
    )


_COME_TO = lazy_pattern(
    r"(?:reached|amounted to|stood at|came to|totalled|totaled|was|were|hit|[达升降增减]到?|至|为)\s*(?:about|around|some|约|近)?\s*$",
    re.IGNORECASE,
)
_EARLIER = lazy_pattern(
    r"原|此前|之前|上年|去年|前一年|上一年|基数|[由从]|\b(?:from|had|before|earlier|previous\w*|prior|initial\w*|ago|last year)\b",
    re.IGNORECASE,
)


def _told_of_after(case: Case, quantity: Quantity, clause: Clause, result: Result) -> bool:
    """Whether a level reckoned back from a change is told of the very date of the level after it: 218 at the end of 2023,
    where it was 237 then, 19 more than a year earlier."""
    left = case.sentence.text[clause.start : quantity.start]
    if not _COME_TO.search(left) or _EARLIER.search(clause.text):
        return False
    level = next((v for v in result.operands if not v.changes), None)
    mine, after = dated(case.sentence, quantity), dated(level.text, level.quantity) if level else None
    return mine is not None and after is not None and (mine.year, mine.month) == (after.year, after.month)


def _years(result: Result) -> set[int]:
    """The years of the two operands of a result, empty when one has none."""
    dates = [dated(v.text, v.quantity) for v in result.operands]
    years = {d.year for d in dates if d is not None and d.year is not None}
    return years if len(years) == 2 else set()


def of_another(case: Case, quantity: Quantity, result: Result, found: list[Result]) -> bool:
    """Whether the words of a share or multiple name another pair, one of the two the same, which gives another value."""
    if len(result.operands) == 2 and result.operation == "difference":
        return _of_other_things(case, quantity, result, found)
    if result.operation not in {"share", "part", "multiple"} or len(result.operands) != 2:
        return False
    label = label_of(case.sentence, quantity)
    mine = label.near if label else frozenset()
    return any(
        mine & _said_before(this) - _of_whole(case, kept) < mine & near(that) - _of_whole(case, kept)
        and not tells(quantity, other.value, reckoned=True)
        for other in found
        if other.operation == result.operation and len(other.operands) == 2
        for this, that, kept in _exchanged(result, other)
    )


def _of_whole(case: Case, kept: Value) -> frozenset[str]:
    """What the value that two pairs share is of; of one that the sentence itself has summed up no words are its own."""
    return frozenset() if kept.text is case.sentence else near(kept)


def _of_other_things(case: Case, quantity: Quantity, result: Result, found: list[Result]) -> bool:
    """Whether the clause of a difference names both sides of another pair that gives another value, and not both of this."""
    clause = clause_at(case.sentence, quantity.start)
    if clause is None or len(found) <= 2:
        return False

    def named(this: Result) -> bool:
        first, second = (near(v) for v in this.operands)
        return bool((first - second) & clause.keys) and bool((second - first) & clause.keys)

    pairs = [r for r in found if r.operation == "difference" and len(r.operands) == 2]
    return not named(result) and any(named(r) and not tells(quantity, r.value, reckoned=True) for r in pairs)


def _said_before(value: Value) -> frozenset[str]:
    """What a value is of, the clause before included when its own names nothing before it (人工智能最多，有5所高校)."""
    item = label_of(value.text, value.quantity)
    clause = clause_at(value.text, value.quantity.start)
    return frozenset() if item is None or clause is None else item.near | (item.wide - clause.keys)


def _exchanged(result: Result, other: Result) -> Iterator[tuple[Value, Value, Value]]:
    """The operand of one pair, the one of another that stands in its place, and the third that they share."""
    for i, kept in enumerate(result.operands):
        for j, same in enumerate(other.operands):
            if kept is same and (result.operation == "multiple" or i == j == 1):  # of a share the whole stays
                yield result.operands[1 - i], other.operands[1 - j], kept
