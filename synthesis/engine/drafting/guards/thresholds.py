"""A bound told from its other side: shops with fewer than ten people need not, for shops with ten or more must."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.lexicon.negation import DENIAL, NO_DENIAL
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike
from synthesis.engine.patterns import lazy_pattern

_LOW, _HIGH = frozenset({"under", "at_most"}), frozenset({"over", "at_least"})
_BOUND = lazy_pattern(r"[未没不][满到达足]?$|\b(?:not|n't|yet|to|reach(?:ed)?|failed|\s)+$")
_UPWARD = lazy_pattern(r"[\u4e00-\u9fff]{0,2}及?[以之][上下内]")
_PEOPLE = frozenset({"age", "number", "count"})


@lru_cache(maxsize=64)
def other_sides(case: Case) -> tuple[Quantity, ...]:
    """The figures of the sentence that bound what is denied where the evidence affirms it of all beyond them, or the reverse."""
    return tuple(
        mine
        for mine in case.sentence.quantities
        if mine.qualifier in _LOW | _HIGH
        and any(
            theirs.value == mine.value
            and _parted(case.sentence, mine, text, theirs)
            and (alike(mine, theirs) or {mine.unit_class, theirs.unit_class} <= _PEOPLE)
            and _denied(case.sentence, mine) != _denied(text, theirs)
            for text in case.evidence
            for theirs in text.quantities
        )
    )


@lru_cache(maxsize=64)
def beyond(case: Case) -> frozenset[int]:
    """Where the clauses of the sentence begin that are told from the other side of a bound."""
    return frozenset(c.start for c in case.sentence.clauses for q in other_sides(case) if c.start <= q.start < c.end)


def _parted(text: Passage, mine: Quantity, other: Passage, theirs: Quantity) -> bool:
    """Whether two bounds part everything between them: below ten, ten or more."""
    if theirs.qualifier not in (_HIGH if mine.qualifier in _LOW else _LOW):
        return False
    if {mine.qualifier, theirs.qualifier} != {"at_most", "at_least"}:
        return True
    return all(bool(_UPWARD.match(t.text, q.end)) for t, q in ((text, mine), (other, theirs)))  # 以下, 及以上


def _denied(text: Passage, quantity: Quantity) -> bool:
    """Whether the clause of a figure denies, the words of its qualifier left out."""
    clause = clause_at(text, quantity.start)
    start, end = (clause.start, clause.end) if clause else text.sentence_span(quantity.start)
    parts = _BOUND.sub("", text.text[start : quantity.start]), text.text[quantity.end : end]
    told = " ".join(NO_DENIAL[text.language].sub(" ", part) for part in parts)
    return len(DENIAL[text.language].findall(told)) % 2 == 1
