"""Exact equal runs of a short text in a set of sources; made to be asked thousands of times while drafting.

Not the report: no edited, reordered or paraphrased matches, only runs of equal counted characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import U64, gram_hashes
from synthesis.engine.overlap.normalise import Normalised, normalise

# Counted characters from which a run counts as copied in Chinese practice: a convention, no promise of parity.
CUSTOMARY_RUN = 13
_PAIRS = 200_000  # above so many places of one text's grams the longest run is found by bisection instead


@dataclass(frozen=True)
class RunMeasure:
    """What a text shares with the sources.

    `counted`: its counted characters; `matched`: those lying in an equal run of at least k; `ratio` = matched / counted
    (0 for a text without any); `longest_run`: counted characters of the longest equal run, exact also below k;
    `runs`: the stretches covered by runs of at least k, in code points of the text, half-open, in order, disjoint.
    """

    counted: int
    matched: int
    ratio: float
    longest_run: int
    runs: list[tuple[int, int]]


class RunIndex:
    """Finds runs of at least `k` counted characters that a text shares with any of `sources`.

    A run never crosses from one source into the next. Memory: 12 bytes a source character, and as much again for
    every length below k that a question needed. Raises ValueError when k < 1.
    """

    def __init__(self, sources: Sequence[str], k: int = CUSTOMARY_RUN) -> None:
        if k < 1:
            raise ValueError("a run has at least one character")
        self.k = k
        gap = np.zeros(1, np.uint32)  # no counted character has code 0, so no gram across sources is ever found
        parts = [part for source in sources for part in (normalise(source).codes, gap)]
        self._codes: NDArray[np.uint32] = np.concatenate(parts) if parts else gap
        hashes = gram_hashes(self._codes, k)
        self._order = np.argsort(hashes, kind="stable").astype(np.int32)
        self._sorted = hashes[self._order]
        self._by_length: dict[int, U64] = {k: self._sorted}

    def measure(self, text: str) -> RunMeasure:
        """The runs of `text`; O(n log N) for n characters against N source characters."""
        norm = normalise(text)
        counted = len(norm)
        hits = self._hits(norm, self.k)
        if not hits.any():
            longest = self._bisect(norm, 0, min(self.k, counted + 1))
            return RunMeasure(counted, 0, 0.0, longest, [])
        edge = np.zeros(counted + 1, np.int32)
        at = np.flatnonzero(hits)
        edge[at] += 1
        edge[at + self.k] -= 1
        covered = np.cumsum(edge[:-1]) > 0
        bounds = np.flatnonzero(np.diff(np.concatenate(([False], covered, [False])))).reshape(-1, 2).tolist()
        runs = [(int(norm.start[a]), int(norm.end[b - 1])) for a, b in bounds]
        matched = int(covered.sum())
        return RunMeasure(counted, matched, matched / counted, self._longest(norm, at), _merged(runs))

    def _table(self, length: int) -> U64:
        table = self._by_length.get(length)
        if table is None:
            table = np.unique(gram_hashes(self._codes, length))
            if length < self.k:  # longer ones are asked for rarely and would add up
                self._by_length[length] = table
        return table

    def _hits(self, norm: Normalised, length: int) -> NDArray[np.bool_]:
        table = self._table(length)
        asked = gram_hashes(norm.codes, length)
        if not len(table) or not len(asked):
            return np.zeros(0, np.bool_)
        place = np.searchsorted(table, asked)
        hits: NDArray[np.bool_] = table[np.minimum(place, len(table) - 1)] == asked
        return hits

    def _bisect(self, norm: Normalised, found: int, missing: int) -> int:
        """The longest equal run, known to be at least `found` and below `missing`."""
        while missing - found > 1:
            middle = (found + missing) // 2
            if self._hits(norm, middle).any():
                found = middle
            else:
                missing = middle
        return found

    def _longest(self, norm: Normalised, at: NDArray[np.int64]) -> int:
        """The longest run, following every place of every shared k-gram along its diagonal."""
        asked = gram_hashes(norm.codes, self.k)[at]
        low = np.searchsorted(self._sorted, asked, "left")
        many = np.searchsorted(self._sorted, asked, "right") - low
        total = int(many.sum())
        if total > _PAIRS:
            return self._bisect(norm, self.k, len(norm) + 1)
        first = np.repeat(low - (np.cumsum(many) - many), many) + np.arange(total)
        mine = np.repeat(at, many)
        diagonal = self._order[first].astype(np.int64) - mine
        key = np.sort(diagonal * (len(norm) + 1) + mine)
        breaks = np.flatnonzero(np.diff(key) != 1)
        edges = np.concatenate(([-1], breaks, [total - 1]))
        return int(np.diff(edges).max()) + self.k - 1


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Disjoint spans in order; two counted characters of one code point may otherwise share it."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start < out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
