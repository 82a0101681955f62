"""Offset maps: which characters of one text come from which characters of another, exactly and in few numbers.

A map is a list of segments `(t0, t1, o0, o1)`, ascending and covering the whole text. Either both sides are equally
long and correspond one to one, or one character of the text stands for `o1 - o0` characters of the original. What lies
between two segments in the original was removed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Segment = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `[start, end)` of a text by `after`; an empty `after` removes."""

    start: int
    end: int
    after: str


class OffsetMap:
    """Text offsets to original offsets and back; all offsets are code points, spans half-open."""

    __slots__ = ("_original_starts", "_segments", "_starts", "original_length", "text_length")

    def __init__(self, segments: Iterable[Segment], text_length: int, original_length: int) -> None:
        self._segments: list[Segment] = _merged(segments)
        self._starts = [s[0] for s in self._segments]
        self._original_starts = [s[2] for s in self._segments]
        self.text_length = text_length
        self.original_length = original_length

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text onto itself."""
        return cls([(0, length, 0, length)] if length else [], length, length)

    @property
    def segments(self) -> Sequence[Segment]:
        """The runs of the map, for storing; `OffsetMap(segments, text_length, original_length)` restores it."""
        return tuple(self._segments)

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The smallest span of the original that holds the origins of `text[start:end]`.

        An empty span maps to an empty one. Raises ValueError when the span is not inside the text.
        """
        self._check(start, end, self.text_length)
        if start == end:
            place = self._origin(start - 1)[1] if start else (self._segments[0][2] if self._segments else 0)
            return place, place
        return self._origin(start)[0], self._origin(end - 1)[1]

    def to_text(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text whose characters come from `original[start:end]`; empty when all of it was removed.

        Raises ValueError when the span is not inside the original.
        """
        self._check(start, end, self.original_length)
        first = self._first_ending_after(start)
        if start == end:
            return first, first
        last = self._first_starting_from(end)
        return (first, last) if first < last else (first, first)

    def compose(self, earlier: OffsetMap) -> OffsetMap:
        """With self text→middle and `earlier` middle→original: the map text→original, in linear time."""
        out: list[Segment] = []
        index = 0
        base = earlier._segments
        for t0, t1, m0, m1 in self._segments:
            if t1 - t0 != m1 - m0:
                o0, o1 = earlier.to_original(m0, m1) if m1 > m0 else (0, 0)
                out.append((t0, t1, o0, o1))
                continue
            while index < len(base) and base[index][1] <= m0:
                index += 1
            at = index
            while at < len(base) and base[at][0] < m1:
                out.append(_cut(base[at], m0, m1, t0 - m0))
                at += 1
            index = max(index, at - 1)
        return OffsetMap(out, self.text_length, earlier.original_length)

    def _origin(self, place: int) -> tuple[int, int]:
        t0, t1, o0, o1 = self._segments[bisect_right(self._starts, place) - 1]
        if t1 - t0 == o1 - o0:
            return o0 + place - t0, o0 + place - t0 + 1
        return o0, o1

    def _first_ending_after(self, place: int) -> int:
        """The first text character whose origin ends after `place`."""
        index = bisect_right(self._original_starts, place) - 1
        if index >= 0:
            t0, t1, o0, o1 = self._segments[index]
            if place < o1:
                return t0 + (place - o0 if t1 - t0 == o1 - o0 else 0)
            return t1
        return 0

    def _first_starting_from(self, place: int) -> int:
        """The first text character whose origin starts at or after `place`."""
        index = bisect_right(self._original_starts, place - 1) - 1
        if index < 0:
            return 0
        t0, t1, o0, o1 = self._segments[index]
        if place < o1 and t1 - t0 == o1 - o0:
            return t0 + place - o0
        return t1

    @staticmethod
    def _check(start: int, end: int, length: int) -> None:
        if not 0 <= start <= end <= length:
            raise ValueError(f"span [{start}, {end}) is not inside a text of {length} characters")


def apply_edits(text: str, edits: Sequence[Edit]) -> tuple[str, OffsetMap]:
    """`text` with `edits` applied (ascending, not overlapping), and the map from the result to `text`.

    Where an edit makes fewer characters than it takes, each new character gets its own share of the old ones, in
    order, so that a span that ends inside the edit can still be found again. Raises ValueError on overlapping edits.
    """
    pieces: list[str] = []
    segments: list[Segment] = []
    at = place = 0
    for edit in edits:
        if edit.start < at or edit.end < edit.start:
            raise ValueError(f"edit at {edit.start} overlaps the one before it")
        if edit.start > at:
            segments.append((place, place + edit.start - at, at, edit.start))
            pieces.append(text[at : edit.start])
            place += edit.start - at
        segments.extend(_shares(place, len(edit.after), edit.start, edit.end))
        pieces.append(edit.after)
        place += len(edit.after)
        at = edit.end
    if at < len(text):
        segments.append((place, place + len(text) - at, at, len(text)))
        pieces.append(text[at:])
        place += len(text) - at
    return "".join(pieces), OffsetMap(segments, place, len(text))


def _shares(place: int, new: int, start: int, end: int) -> Iterable[Segment]:
    old = end - start
    if not new:
        return
    if new > old:
        # More characters than it came from: they share the whole, nothing finer can be said.
        yield place, place + new, start, end
        return
    for i in range(new):
        yield place + i, place + i + 1, start + i * old // new, start + (i + 1) * old // new


def _cut(segment: Segment, low: int, high: int, shift: int) -> Segment:
    """The part of a middle→original segment inside middle `[low, high)`, with its text side moved by `shift`."""
    m0, m1, o0, o1 = segment
    a, b = max(m0, low), min(m1, high)
    if m1 - m0 == o1 - o0:
        return a + shift, b + shift, o0 + a - m0, o0 + b - m0
    return a + shift, b + shift, o0, o1


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbouring one-to-one segments joined, empty ones dropped."""
    out: list[Segment] = []
    for t0, t1, o0, o1 in segments:
        if t0 == t1:
            continue
        if out and t1 - t0 == o1 - o0:
            p0, p1, q0, q1 = out[-1]
            if p1 == t0 and q1 == o0 and p1 - p0 == q1 - q0:
                out[-1] = (p0, t1, q0, o1)
                continue
        out.append((t0, t1, o0, o1))
    return out
