"""What would be so but for something: had it not been for the grant, it would have made a loss. Told of what is not so."""

from __future__ import annotations

import re

from synthesis.engine.drafting.guards.types import Clause, Passage
from synthesis.engine.patterns import lazy_pattern

_BUT_FOR = {
    "en": lazy_pattern(
        r"\b(?:had (?:it|there|[\w' -]{1,40}?) not\b|(?:were|was) it not for\b|but for\b|if (?:it|there|[\w' -]{1,40}?) (?:had not|hadn't|were not|weren't|was not|wasn't)\b|if not for\b|without\b)",
        re.IGNORECASE,
    ),
    "zh": lazy_pattern(
        r"要不是|若不是|若非|如不是|(?:如果|假如|要是|倘若|若|如)(?:当[初时])?没有|(?:如果|假如|要是|倘若)不是"
    ),
}
_WOULD = {
    "en": lazy_pattern(
        r"\b(?:would|could|might)\b[^,.;]{0,24}\b(?:have|be|not)\b|\b(?:would|could|might)(?:n't)? ", re.IGNORECASE
    ),
    "zh": lazy_pattern(r"[就便早]|[可本]?会|恐怕|不可能|难以"),
}


def but_for(text: Passage, clause: Clause) -> bool:
    """Whether the sentence of a clause names something without which things would be otherwise."""
    return _BUT_FOR[text.language].search(text.sentence_of(clause)) is not None


def contrary(text: Passage, clause: Clause, start: int) -> bool:
    """Whether what a word at `start` says is what would be so, and so is not."""
    if not but_for(text, clause) or _BUT_FOR[text.language].search(text.text, clause.start, start):
        return False
    return _WOULD[text.language].search(text.text, clause.start, start) is not None
