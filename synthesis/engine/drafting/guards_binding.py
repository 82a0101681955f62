"""Which figure belongs to what: figures that all stand in the evidence but have changed places.

Each figure is read with its label (nearest words and date); it is misbound when the evidence gives that label another
figure of the same kind and gives this figure only to other labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from synthesis.engine.drafting.alignment import clause_at
from synthesis.engine.drafting.guards_types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import DateMention, Quantity


@dataclass(frozen=True, slots=True)
class _Labelled:
    quantity: Quantity
    label: frozenset[str]
    near: frozenset[str]


def misbound(case: Case) -> Iterator[Finding]:
    """Objections to figures that the evidence gives to something else."""
    theirs = [item for text in case.evidence for item in _labelled(text)]
    mine = _labelled(case.sentence)
    for item in mine:
        same = [t for t in theirs if _comparable(item, t) and abs(t.quantity.value) == abs(item.quantity.value)]
        other = [t for t in theirs if _comparable(item, t) and abs(t.quantity.value) != abs(item.quantity.value)]
        if not same or not other:
            continue
        distinct = _distinctive(item, same, other)
        if distinct is None:
            continue
        right, wrong = distinct
        yield Finding("number", "fail", "misbound", (item.quantity.text.strip(), right.quantity.text.strip(), wrong))
        return


def _comparable(first: _Labelled, second: _Labelled) -> bool:
    return first.quantity.unit_class == second.quantity.unit_class


def _distinctive(item: _Labelled, same: list[_Labelled], other: list[_Labelled]) -> tuple[_Labelled, str] | None:
    """The figure the evidence has for this label, with the words that tell, or None when the label fits."""
    for side in ("near", "label"):
        own = frozenset[str]().union(*(getattr(t, side) for t in same))
        words = getattr(item, side)
        if words & own and side == "near" and len(words & own) >= max(len(words & getattr(t, side)) for t in other):
            return None
        best = max(other, key=lambda t: len((words & getattr(t, side)) - own))
        telling = (words & getattr(best, side)) - own
        missing = words & own - frozenset[str]().union(*(getattr(t, side) for t in other))
        if telling and not missing:
            return best, "、".join(sorted(telling))
    return None


def _labelled(text: Passage) -> list[_Labelled]:
    result = []
    for quantity in text.quantities:
        clause = next((c for c in text.clauses if c.start <= quantity.start < c.end), None)
        if clause is None:
            continue
        siblings = [q for q in text.quantities if clause.start <= q.start < clause.end and q is not quantity]
        left = max([q.end for q in siblings if q.end <= quantity.start], default=clause.start)
        right = clause.end
        if any(q.start >= quantity.end for q in siblings):
            right = (
                quantity.end
                if _before(text, left, quantity.start)
                else min(q.start for q in siblings if q.start >= quantity.end)
            )
        near = _keys(text, left, right)
        label = near
        if not _before(text, left, quantity.start) and clause.start > text.sentences[clause.sentence][0]:
            previous = [c for c in text.clauses_of(clause.sentence) if c.end <= clause.start]
            label = near | (previous[-1].keys if previous else frozenset())
        dates = frozenset(
            d.text.strip().rstrip("年")
            for d in text.dates
            if left <= d.start < right or (d.end <= quantity.start and d.start >= clause.start and left <= d.start)
        )
        result.append(_Labelled(quantity, label | dates, near | dates))
    return result


_REFERENCE = re.compile(
    r"(?:比|较|较之|相比|与|同|相较于?|than|from|with|to|since|自|从|over|in)\s*(?:the\s)?$", re.IGNORECASE
)


def _governing(text: Passage, quantity: Quantity) -> DateMention | None:
    """The date a figure is of: the last in its clause before it, else after it, else the last before it in its sentence."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return None
    own = [d for d in text.dates if _absolute(d) and not _is_reference(text, d)]
    start, end = text.sentences[clause.sentence]
    before = [d for d in own if clause.start <= d.start < quantity.start]
    after = [d for d in own if quantity.start < d.start < clause.end]
    earlier = [d for d in own if start <= d.start < clause.start]
    if before or after:
        return before[-1] if before else after[0]
    return earlier[-1] if earlier else None


def _absolute(date: DateMention) -> bool:
    return date.year is not None and not date.relative


def _is_reference(text: Passage, date: DateMention) -> bool:
    before = text.text[max(0, date.start - 8) : date.start]
    return bool(_REFERENCE.search(before)) and not re.search(r"\bin\s*(?:the\s)?$", before, re.IGNORECASE)


def misdated(case: Case) -> Iterator[Finding]:
    """Objections to figures that the evidence gives for another year only."""
    for quantity in case.sentence.quantities:
        mine = _governing(case.sentence, quantity)
        if mine is None or quantity.unit_class in {"ordinal", "age", "number"}:
            continue
        theirs = [
            date
            for text in case.evidence
            for q in text.quantities
            if q.unit_class == quantity.unit_class and abs(q.value) == abs(quantity.value) and q.high == quantity.high
            for date in [_governing(text, q)]
        ]
        if theirs and all(d is not None and d.year != mine.year and d.end_year in (None, d.year) for d in theirs):
            named = "、".join(dict.fromkeys(d.text.strip() for d in theirs if d))
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), named))
            return


def _before(text: Passage, start: int, end: int) -> bool:
    return bool(_keys(text, start, end)) or any(start <= d.start < end for d in text.dates)


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(w.key for w in text.words if w.content and start <= w.start and w.end <= end)
