"""Pinyin that a scraping site put after characters, as in `產(chǎn)業(yè)`: found, and nothing else in brackets.

An annotation is a reading, in its right tone, of the very character before it. Genuine glosses in intact Simplified text
are kept: one alone proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from synthesis.engine.text.pinyin import SYLLABLE, has_tone, is_reading
from synthesis.engine.text.script import to_simplified

_ANNOTATION = regex.compile(
    rf"(?P<char>\p{{Script=Han}})(?P<note>[(（](?P<syllable>{SYLLABLE})[)）])", regex.IGNORECASE
)
#: A site annotates throughout; below this many in a text, only Traditional characters (which such sites annotate) count.
_THROUGHOUT = 2


@dataclass(frozen=True, slots=True)
class Annotation:
    """`text[start:end]` is the bracketed syllable; confidence in [0, 1]."""

    start: int
    end: int
    confidence: float


def find_annotations(text: str) -> list[Annotation]:
    """The spurious annotations of `text`, ascending, brackets included."""
    found: list[tuple[int, int, bool, bool]] = []
    for match in _ANNOTATION.finditer(text, overlapped=False):
        char, syllable = match["char"], match["syllable"]
        if is_reading(char, syllable):
            traditional = to_simplified(char) != char
            found.append((*match.span("note"), traditional, has_tone(syllable)))
    toned = sum(1 for _, _, _, tone in found if tone)
    kept = []
    for start, end, traditional, tone in found:
        # A syllable without tone mark may be an English word: only in a text full of annotations is it one of them.
        if traditional and (tone or toned > _THROUGHOUT):
            kept.append(Annotation(start, end, 0.99))
        elif toned >= _THROUGHOUT and (tone or toned > 10):
            kept.append(Annotation(start, end, 0.9))
    return kept
