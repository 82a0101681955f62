"""Sentences that are an evidence sentence in other words of the same meaning: nothing of them is left to doubt."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.frames import without_frame
from synthesis.engine.drafting.lexicon.interchangeable import in_one_form
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

#: A figure of a text in one form: value, end of a range, unit, qualifier; or the number of a date.
FIGURE = lazy_pattern(r"⟨[^⟩]*⟩|\d+")
_QUALIFIER = lazy_pattern(r"\|[a-z_]*⟩")
Restated = tuple[str, ...]


def is_restated(spoken: Passage, evidence: tuple[Passage, ...]) -> bool:
    """Whether every sentence of a passage is one of the evidence, in one form."""
    theirs = {_whole(told) for text in evidence for told in restated(text)}
    return all(_whole(told) in theirs for told in restated(spoken))


def _whole(told: Restated) -> str:
    """A sentence in one form. What qualifies its figures stands beside them."""
    return _QUALIFIER.sub("⟩", "".join(told)).replace(" ", "")


@lru_cache(maxsize=2048)
def restated(text: Passage) -> tuple[Restated, ...]:
    """The clauses of each sentence of a passage in one form: figures by value and unit, interchangeable words by one of them."""
    return tuple(
        tuple(
            _in_one_form(text, clause.start, clause.end, first=not place)
            for place, clause in enumerate(text.clauses_of(number))
        )
        for number in range(len(text.sentences))
    )


def _in_one_form(text: Passage, start: int, end: int, *, first: bool) -> str:
    told, at = "", start
    for quantity in text.quantities:
        if at <= quantity.start and quantity.end <= end:
            told += text.text[at : quantity.start] + _figure(quantity)
            at = quantity.end
    told += text.text[at:end]
    return in_one_form(without_frame(told) if first else told, text.language)


def _figure(quantity: Quantity) -> str:
    """A figure in one writing; its point is none of the marks that `in_one_form` leaves out."""
    high = "" if quantity.high is None else f"{quantity.high.normalize():f}"
    parts = f"{quantity.value.normalize():f}", high, quantity.unit, quantity.qualifier
    return f"⟨{'|'.join(parts)}⟩".replace(".", "·")
