"""Sentences that are an evidence sentence in other words of the same meaning: nothing of them is left to doubt."""

from __future__ import annotations

from functools import lru_cache

from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.frames import without_frame
from synthesis.engine.drafting.lexicon.interchangeable import in_one_form
from synthesis.engine.drafting.quantities.find import Quantity


@lru_cache(maxsize=2048)
def restated(text: Passage) -> frozenset[str]:
    """The sentences of a passage, each in one form: figures by value and unit, interchangeable words by one of them."""
    return frozenset(_in_one_form(text, start, end) for start, end in text.sentences)


def _in_one_form(text: Passage, start: int, end: int) -> str:
    told, at = "", start
    for quantity in text.quantities:
        if at <= quantity.start and quantity.end <= end:
            told += text.text[at : quantity.start] + _figure(quantity)
            at = quantity.end
    return in_one_form(without_frame(told + text.text[at:end]), text.language)


def _figure(quantity: Quantity) -> str:
    """A figure in one writing; its point is none of the marks that `in_one_form` leaves out."""
    high = "" if quantity.high is None else f"~{quantity.high.normalize():f}"
    return f"⟨{quantity.value.normalize():f}{high}{quantity.unit}⟩".replace(".", "·")
