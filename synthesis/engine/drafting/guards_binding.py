"""Which figure belongs to what: figures that all stand in the evidence but have changed places.

Each figure is read with its label (nearest words and date); it is misbound when the evidence gives that label another
figure of the same kind and gives this figure only to other labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from synthesis.engine.drafting.guards_types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import Quantity


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


def _before(text: Passage, start: int, end: int) -> bool:
    return bool(_keys(text, start, end)) or any(start <= d.start < end for d in text.dates)


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    return frozenset(w.key for w in text.words if w.content and start <= w.start and w.end <= end)
