"""Where two texts that are much alike differ: passages only in one, only in the other, changed, or standing elsewhere.

Compared as counted characters: script, width, case, spaces and punctuation are no difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from synthesis.engine.alignment import align
from synthesis.engine.overlap.normalise import Normalised, normalise

Kind = Literal["only_left", "only_right", "changed", "moved"]
Span = tuple[int, int]

#: An equal stretch shorter than this between two differences belongs to them, unless it is all that is left.
_LEAST_EQUAL = 6
#: From so many counted characters a passage that stands elsewhere in the other text is called moved.
_LEAST_MOVED = 16


@dataclass(frozen=True, slots=True)
class Difference:
    """`left`, `right`: code points of the two texts, half-open; empty where the passage is missing.

    A moved passage is said twice, where it stands in either text; the other side is then where it stands there.
    """

    kind: Kind
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences in order of the left text, and how many counted characters are equal and in the same order."""

    differences: list[Difference]
    equal: int
    left_counted: int
    right_counted: int


def differences(left: str, right: str) -> Comparison:
    """Compares two texts; near linear in their length."""
    one, other = normalise(left), normalise(right)
    found: list[Difference] = []
    equal = done_one = done_other = 0
    for i, j, size in [*align(one.codes, other.codes).blocks, (len(one), len(other), 0)]:
        last = i == len(one) and j == len(other)
        if size and size < _LEAST_EQUAL and (i > done_one or j > done_other) and not last:
            continue
        if i > done_one or j > done_other:
            found.append(_difference(one, other, (done_one, i), (done_other, j)))
        equal += size
        done_one, done_other = i + size, j + size
    return Comparison(found, equal, len(one), len(other))


def _difference(one: Normalised, other: Normalised, mine: Span, theirs: Span) -> Difference:
    left, right = _points(one, mine), _points(other, theirs)
    if mine[0] == mine[1]:
        place = _elsewhere(other, theirs, one)
        return Difference("moved", place, right) if place else Difference("only_right", left, right)
    if theirs[0] == theirs[1]:
        place = _elsewhere(one, mine, other)
        return Difference("moved", left, place) if place else Difference("only_left", left, right)
    return Difference("changed", left, right)


def _points(text: Normalised, span: Span) -> Span:
    """Code points of counted characters; of none, the place between its neighbours."""
    low, high = span
    if low < high:
        return int(text.start[low]), int(text.end[high - 1])
    place = int(text.end[low - 1]) if low else 0
    return place, place


def _elsewhere(text: Normalised, span: Span, other: Normalised) -> Span | None:
    """Where all of the passage stands in the other text."""
    if span[1] - span[0] < _LEAST_MOVED:
        return None
    passage, whole = text.codes[span[0] : span[1]].tobytes(), other.codes.tobytes()
    at = whole.find(passage)
    while at >= 0 and at % 4:
        at = whole.find(passage, at + 1)
    return _points(other, (at // 4, at // 4 + span[1] - span[0])) if at >= 0 else None
