"""Pinyin that a scraping site put after characters, as in `產(chǎn)業(yè)`: found, and nothing else in brackets.

An annotation is a reading, in its right tone, of the very character before it, and one of many. Genuine glosses in intact
text are kept: one alone proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.text.pinyin import SYLLABLE, first_reading, has_tone, is_reading
from synthesis.engine.text.script import has_other_form, to_simplified

_ANNOTATION = regex.compile(
    rf"(?<=(?P<char>\p{{Script=Han}}))(?P<note>[(（](?P<syllable>{SYLLABLE})[)）])", regex.IGNORECASE
)
#: A site annotates throughout, one character in six or so: on a page of its own at most so many characters apart, or in a
#: part of a page at least so many within such a distance on either side. A writer's glosses stand alone.
_APART = 40
_MANY, _NEAR = 5, 100
#: So many characters with the reading everybody knows, and among all with a reading this part: no writer explains those.
_PLAIN, _MOSTLY_PLAIN = 3, 0.6
#: Below this many in a text, only Traditional characters (which such sites annotate) count.
_THROUGHOUT = 2
#: In Simplified text this part of the annotated characters has a Traditional form: a site annotated those.
_CONVERTED = 0.5


@dataclass(frozen=True, slots=True)
class Annotation:
    """`text[start:end]` is the bracketed syllable; confidence in [0, 1]."""

    start: int
    end: int
    confidence: float


def find_annotations(text: str) -> list[Annotation]:
    """The spurious annotations of `text`, ascending, brackets included. Linear in its length."""
    found: list[tuple[int, int, str, bool]] = []
    for match in _ANNOTATION.finditer(text):
        char, syllable = match["char"], match["syllable"]
        if is_reading(char, syllable):
            found.append((*match.span("note"), char, has_tone(syllable)))
    toned = [f for f in found if f[3]]
    converted = sum(has_other_form(char) for _, _, char, _ in toned) >= _CONVERTED * len(toned)
    near = _company([start for start, *_ in toned], len(text))
    plain = [
        f for f in toned if to_simplified(f[2]) != f[2] and first_reading(f[2]) == text[f[0] + 1 : f[1] - 1].lower()
    ]
    if len(plain) >= max(_PLAIN, _MOSTLY_PLAIN * len(toned)):
        near.update(start for start, *_ in toned)
    kept = []
    for start, end, char, tone in found:
        # A syllable without tone mark may be an English word: only in a text full of annotations is it one of them.
        if to_simplified(char) != char and (start in near if tone else len(toned) > _THROUGHOUT):
            kept.append(Annotation(start, end, 0.99))
        elif converted and len(toned) >= _THROUGHOUT and (start in near if tone else len(toned) > 10):
            kept.append(Annotation(start, end, 0.9))
    return kept


def _company(starts: Sequence[int], length: int) -> set[int]:
    """Which of the annotations at `starts` (ascending) a site made: all of a dense page, else those in dense parts."""
    if not starts:
        return set()
    if len(starts) * _APART >= min(starts[-1] - starts[0] + 2 * _NEAR, length):
        return set(starts)
    lows = [bisect_left(starts, start - _NEAR) for start in starts]
    highs = [bisect_left(starts, start + _NEAR) for start in starts]
    return {start for start, low, high in zip(starts, lows, highs, strict=True) if high - low >= _MANY}
