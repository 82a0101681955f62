"""Equal runs of a text in many sources, each with the source it stands in and its place there; asked at every pause of typing.

Not the report: only runs of equal counted characters. `runs` measures shorter runs as well, and needs more memory for it.

Of the sources every STEP-th gram of `k - STEP + 1` counted characters is kept. A run of k holds at least one of them
(the sampling of Schleimer, Wilkerson, Aiken: "Winnowing", 2003, at fixed places), and is followed from there both ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import U32, Normalised, normalise
from synthesis.engine.overlap.runs import CUSTOMARY_RUN

_STEP = 6
_PAIRS = 2_000_000  # of a text whose grams have more places than these, only the first places of each gram are followed
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)

I64 = NDArray[np.int64]


@dataclass(frozen=True)
class Place:
    """A run that a text shares with a source.

    `span`: code points of the text; `own`: the part of it that no other place of the same answer shows; `source`: its
    number; `at`: counted characters of the source, half-open; `others`: how many further sources have the whole run.
    """

    span: tuple[int, int]
    own: tuple[int, int]
    source: int
    at: tuple[int, int]
    others: int

    @property
    def length(self) -> int:
        """In counted characters."""
        return self.at[1] - self.at[0]


@dataclass(frozen=True)
class Found:
    """`counted` characters of the text, those `matched` by runs of at least k, the `longest_run` (0 below k), and where
    the runs stand: together the places cover every matched character, in the order of the text."""

    counted: int
    matched: int
    longest_run: int
    places: list[Place]

    @property
    def ratio(self) -> float:
        return self.matched / self.counted if self.counted else 0.0


@dataclass(frozen=True)
class _Runs:
    """Maximal runs as parallel arrays: `begin:end` of the text and `at` of all sources, in counted characters."""

    begin: I64
    end: I64
    at: I64


class PlaceIndex:
    """Finds runs of at least `k` counted characters that a text shares with `sources`, given by their counted characters.

    Memory: `nbytes`, about 3.4 bytes a counted character (5.4 when a source has characters beyond the first plane).
    Raises ValueError when k is too short for the sampling.
    """

    def __init__(self, sources: Sequence[U32], k: int = CUSTOMARY_RUN) -> None:
        if k < _STEP:
            raise ValueError(f"a run has at least {_STEP} characters here")
        self.k, self._gram = k, k - _STEP + 1
        # One gap after each source: no counted character has code 0, so no run crosses into the next.
        self._row: I64 = np.append(0, np.cumsum([len(one) + 1 for one in sources])).astype(np.int64)
        high = max((int(one.max(initial=0)) for one in sources), default=0)
        kind = np.uint16 if high < 0x10000 else np.uint32
        self._codes: NDArray[np.unsignedinteger] = np.zeros(int(self._row[-1]) + self._gram, kind)
        for start, one in zip(self._row.tolist(), sources, strict=False):
            self._codes[start : start + len(one)] = one
        hashes = _hashes(self._codes, self._gram, _STEP)
        order = np.argsort(hashes, kind="stable").astype(np.uint32)
        self._sorted, self._order = hashes[order], order

    @property
    def nbytes(self) -> int:
        return self._codes.nbytes + self._sorted.nbytes + self._order.nbytes + self._row.nbytes

    def codes_of(self, source: int) -> U32:
        """The counted characters of a source, for an index of other sources made later."""
        return self._codes[self._row[source] : self._row[source + 1] - 1].astype(np.uint32)

    def find(self, text: str) -> Found:
        """The runs of `text`; for n characters O(n log N), and a few steps for each place a gram of it has."""
        norm = normalise(text)
        if len(norm) < self.k or len(self._row) < 2:
            return Found(len(norm), 0, 0, [])
        runs = self._runs(norm.codes)
        covered = _covered(runs, len(norm))
        longest = int((runs.end - runs.begin).max(initial=0))
        return Found(len(norm), int(covered.sum()), longest, self._places(norm, runs, int(covered.sum())))

    def _runs(self, codes: U32) -> _Runs:
        """All maximal runs of at least k."""
        d, s = self._pairs(codes)
        begin, end, diagonal = _joined(d, s, self._gram)
        begin, end = self._extended(codes, begin, end, diagonal)
        # A gram with places left out may lead to one run twice.
        _, first = np.unique(diagonal * (len(codes) + 1) + begin, return_index=True)
        first = first[(end - begin)[first] >= self.k]
        return _Runs(begin[first], end[first], (begin + diagonal)[first])

    def _pairs(self, codes: U32) -> tuple[I64, I64]:
        """Places (text, sources) of equal grams."""
        asked = _hashes(codes, self._gram, 1)
        low = np.searchsorted(self._sorted, asked, "left")
        many = np.searchsorted(self._sorted, asked, "right") - low
        if int(many.sum()) > _PAIRS:
            many = np.minimum(many, max(1, _PAIRS // max(1, int((many > 0).sum()))))
        d = np.repeat(np.arange(len(asked)), many)
        nth = np.arange(len(d)) - np.repeat(np.cumsum(many) - many, many)
        s = self._order[np.repeat(low, many) + nth].astype(np.int64) * _STEP
        same = np.ones(len(d), np.bool_)
        for i in range(self._gram):
            same &= self._codes[s + i] == codes[d + i]
        return d[same], s[same]

    def _extended(self, codes: U32, begin: I64, end: I64, diagonal: I64) -> tuple[I64, I64]:
        """Runs followed as far as text and source agree."""
        begin, end = begin.copy(), end.copy()
        rows = np.flatnonzero((begin > 0) & (begin + diagonal > 0))
        while len(rows):
            rows = rows[codes[begin[rows] - 1] == self._codes[begin[rows] + diagonal[rows] - 1]]
            begin[rows] -= 1
            rows = rows[(begin[rows] > 0) & (begin[rows] + diagonal[rows] > 0)]
        rows = np.flatnonzero(end < len(codes))
        while len(rows):
            rows = rows[codes[end[rows]] == self._codes[end[rows] + diagonal[rows]]]
            end[rows] += 1
            rows = rows[end[rows] < len(codes)]
        return begin, end

    def _places(self, norm: Normalised, runs: _Runs, matched: int) -> list[Place]:
        """As few runs as greed finds that cover all that is matched, the longest first."""
        source = np.searchsorted(self._row, runs.at, "right") - 1
        order = np.lexsort((source, runs.begin, runs.begin - runs.end))
        span = runs.begin[order] * (len(norm) + 1) + runs.end[order]
        order = order[np.sort(np.unique(span, return_index=True)[1])]
        seen = np.zeros(len(norm), np.bool_)
        chosen = []
        for row in order.tolist():
            if int(seen.sum()) == matched:
                break
            part = seen[runs.begin[row] : runs.end[row]]
            if not part.all():
                part[:] = True
                chosen.append(row)
        chosen.sort(key=lambda row: int(runs.begin[row]))
        places, done = [], 0
        for row in chosen:
            begin, end, at = int(runs.begin[row]), int(runs.end[row]), int(runs.at[row])
            number = int(source[row])
            first = at - int(self._row[number])
            have = np.unique(source[(runs.begin <= begin) & (runs.end >= end)])
            span_ = int(norm.start[begin]), int(norm.end[end - 1])
            own = max(done, span_[0]), span_[1]
            places.append(Place(span_, own, number, (first, first + end - begin), len(have) - 1))
            done = span_[1]
        return places


def _hashes(codes: NDArray[np.unsignedinteger], gram: int, step: int) -> U32:
    """Of the grams that begin at every step-th place; equal grams have equal ones, others seldom."""
    count = max(0, (len(codes) - gram) // step + 1)
    out = np.zeros(count, np.uint64)
    for i in range(gram):
        out *= _MULTIPLIER
        out += codes[i : i + (count - 1) * step + 1 : step] if count else out
        out ^= out >> np.uint64(29)
    return (out * _MULTIPLIER >> np.uint64(32)).astype(np.uint32)


def _joined(d: I64, s: I64, gram: int) -> tuple[I64, I64, I64]:
    """Neighbouring pairs of one diagonal as stretches of the text: (begin, end, diagonal). Short grams leave a gap between
    them in which nothing is known: those stay apart."""
    order = np.lexsort((d, s - d))
    d, diagonal = d[order], (s - d)[order]
    if not len(d):
        return d, d, diagonal
    breaks = np.flatnonzero((np.diff(d) != _STEP) | (np.diff(diagonal) != 0) | (gram < _STEP))
    first, last = np.append(0, breaks + 1), np.append(breaks, len(d) - 1)
    return d[first], d[last] + gram, diagonal[first]


def _covered(runs: _Runs, size: int) -> NDArray[np.bool_]:
    edge = np.zeros(size + 1, np.int64)
    np.add.at(edge, runs.begin, 1)
    np.add.at(edge, runs.end, -1)
    covered: NDArray[np.bool_] = np.cumsum(edge[:-1]) > 0
    return covered
