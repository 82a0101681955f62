"""What the two sides of passages have in common, exactly, of many passages at once: pairs, longest runs, equal stretches.

Each passage's sides are laid end to end with those of the others; the hash of a gram carries the number of its passage.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import U64, joined, mixed
from synthesis.engine.overlap.normalise import U32

I64 = NDArray[np.int64]


class _Row:
    """One side of every passage, end to end; passage i is `at[i]:at[i + 1]`."""

    def __init__(self, parts: Sequence[U32]) -> None:
        self.size = np.array([len(one) for one in parts], np.int64)
        self.at: I64 = np.append(0, np.cumsum(self.size))
        codes = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
        self._blocks: list[U64] = [mixed(codes.astype(np.uint64))]

    def grams(self, which: I64, length: I64) -> tuple[U64, I64, I64]:
        """Of passages `which`, every gram of as many characters as `length` says: hash, number of its passage, place in
        the row. The number stands in the lowest bits of the hash."""
        count = np.maximum(self.size[which] - length + 1, 0)
        row = np.repeat(np.arange(len(which)), count)
        place = np.arange(len(row)) + np.repeat(self.at[which] - (np.cumsum(count) - count), count)
        level = np.frexp(length.astype(np.float64))[1].astype(np.int64) - 1  # 2^level characters are the most that fit
        hashes = np.empty(len(row), np.uint64)
        for one in np.unique(level).tolist():
            rows = np.flatnonzero(level[row] == one)
            block, first = self._block(one), place[rows]
            hashes[rows] = joined(block[first], block[first + (length - (1 << one))[row[rows]]])
        number = which[row]
        bits = np.uint64(len(self.size).bit_length())
        return hashes << bits | number.astype(np.uint64), number, place

    def _block(self, level: int) -> U64:
        while len(self._blocks) <= level:
            last, size = self._blocks[-1], 1 << (len(self._blocks) - 1)
            self._blocks.append(joined(last[:-size], last[size:]))
        return self._blocks[level]


class SpanPairs:
    """The two sides of passages, as counted characters."""

    def __init__(self, ones: Sequence[U32], twos: Sequence[U32]) -> None:
        self._rows = _Row(ones), _Row(twos)
        self._all = np.arange(len(ones), dtype=np.int64)

    def similarities(self) -> list[float]:
        """Dice coefficient of the multisets of character pairs, in [0, 1]; 0 without pairs. Order hardly matters.

        2·|A ∩ B| / (|A| + |B|): Dice, "Measures of the Amount of Ecologic Association Between Species", 1945.
        """
        two = np.full(len(self._all), 2, np.int64)
        (one, many, number), (other, several, _) = (_counted(row.grams(self._all, two)) for row in self._rows)
        common = np.zeros(len(self._all))
        if len(one) and len(other):
            place = np.minimum(np.searchsorted(other, one), len(other) - 1)
            both = np.where(other[place] == one, np.minimum(many, several[place]), 0)
            common = np.bincount(number, both, len(common)).astype(np.float64)
        size = sum(np.maximum(row.size - 1, 0) for row in self._rows)
        out: list[float] = (2.0 * common / np.maximum(size, 1)).tolist()
        return out

    def longest_runs(self, known: Sequence[int]) -> list[int]:
        """Characters of the longest equal stretch of each passage's sides; `known`: of one that is there."""
        low = np.array(known, np.int64)
        high = np.minimum(*(row.size for row in self._rows)) + 1
        step = np.ones(len(low), np.int64)
        while len(rows := np.flatnonzero(high - low > 1)):  # gallop upward from what is known, then halve
            middle = (low[rows] + high[rows]) // 2
            middle = np.where(step[rows] > 0, np.minimum(low[rows] + step[rows], middle), middle)
            found = self._share(rows, middle)
            low[rows[found]], step[rows[found]] = middle[found], 2 * step[rows[found]]
            high[rows[~found]], step[rows[~found]] = middle[~found], 0
        out: list[int] = low.tolist()
        return out

    def _share(self, which: I64, length: I64) -> NDArray[np.bool_]:
        """Which of the passages have a gram of that length on both sides."""
        one, number, _ = self._rows[0].grams(which, length)
        hit = _is_in(one, self._rows[1].grams(which, length)[0])
        shared: NDArray[np.bool_] = np.bincount(number[hit], minlength=len(self._all))[which] > 0
        return shared

    def equal_stretches(self, least: int, which: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
        """Of passages `which`, the stretches of the first side that runs of at least `least` characters, found anywhere in
        the second, cover; in order, disjoint."""
        some = np.array(which, np.int64)
        length = np.full(len(some), least, np.int64)
        row = self._rows[0]
        one, number, place = row.grams(some, length)
        hit = np.flatnonzero(_is_in(one, self._rows[1].grams(some, length)[0]))
        place, number = place[hit], number[hit]
        new = np.append(True, (place[1:] > place[:-1] + least) | (number[1:] != number[:-1]))[: len(place)]
        first = np.flatnonzero(new)
        last = np.append(first[1:], len(place))[: len(first)] - 1
        out: dict[int, list[tuple[int, int]]] = {one: [] for one in which}
        ends = zip(number[first].tolist(), place[first].tolist(), (place[last] + least).tolist(), strict=True)
        for passage, low, high in ends:
            at = int(row.at[passage])
            out[passage].append((low - at, high - at))
        return out


def _is_in(one: U64, other: U64) -> NDArray[np.bool_]:
    if not len(other):
        return np.zeros(len(one), np.bool_)
    there = np.sort(other)
    found: NDArray[np.bool_] = there[np.minimum(np.searchsorted(there, one), len(there) - 1)] == one
    return found


def _counted(grams: tuple[U64, I64, I64]) -> tuple[U64, I64, I64]:
    """The different grams, how often each is there, and its passage."""
    order = np.argsort(grams[0])
    hashes = grams[0][order]
    first = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    return hashes[first], np.diff(np.append(first, len(hashes))), grams[1][order[first]]
