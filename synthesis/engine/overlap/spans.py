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

# By which longer runs are looked for, at once; what is too long stands for half of what is left. Of many passages, by that.
_STEPS, _MANY = np.array([1, 2, 3, 4, 6, 8, 12, 20, 40, 80, 160, 1 << 40]), 200_000
_UPPER = np.uint64(64 - 17)  # bits of a hash below those that a table tells apart


class _Row:
    """One side of every passage, end to end; passage i is `at[i]:at[i + 1]`."""

    def __init__(self, parts: Sequence[U32]) -> None:
        self.size = np.array([len(one) for one in parts], np.int64)
        self.at: I64 = np.append(0, np.cumsum(self.size))
        self.bits = len(self.size).bit_length()  # of the number of a passage
        codes = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
        self._blocks: list[U64] = [mixed(codes.astype(np.uint64))]

    def grams(self, which: I64, length: I64) -> tuple[U64, I64, I64]:
        """Of passages `which`, every gram of as many characters as `length` says: hash, row of `which`, place in the row.
        The number of the passage stands in the lowest bits of the hash."""
        count = np.maximum(self.size[which] - length + 1, 0)
        row = np.repeat(np.arange(len(which)), count)
        place = np.arange(len(row)) + np.repeat(self.at[which] - (np.cumsum(count) - count), count)
        level = np.frexp(length.astype(np.float64))[1].astype(np.int64) - 1  # 2^level characters are the most that fit
        second = place + (length - (1 << level))[row]
        levels = sorted(set(level.tolist()))
        if len(levels) == 1:
            block = self._block(levels[0])
            hashes = joined(block[place], block[second])
        else:
            hashes = np.empty(len(row), np.uint64)
            for one in levels:
                rows, block = np.flatnonzero(level[row] == one), self._block(one)
                hashes[rows] = joined(block[place[rows]], block[second[rows]])
        return hashes << np.uint64(self.bits) | which.astype(np.uint64)[row], row, place

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
        (one, many), (other, several) = (_counted(row.grams(self._all, two)[0]) for row in self._rows)
        common = np.zeros(len(self._all))
        if len(one) and len(other):
            place = np.minimum(np.searchsorted(other, one), len(other) - 1)
            both = np.where(other[place] == one, np.minimum(many, several[place]), 0)
            number = one & np.uint64((1 << self._rows[0].bits) - 1)
            common = np.bincount(number.astype(np.int64), both, len(common)).astype(np.float64)
        size = sum(np.maximum(row.size - 1, 0) for row in self._rows)
        out: list[float] = (2.0 * common / np.maximum(size, 1)).tolist()
        return out

    def longest_runs(self, known: Sequence[int]) -> list[int]:
        """Characters of the longest equal stretch of each passage's sides; `known`: of one that is there."""
        low = np.array(known, np.int64)
        high = np.minimum(*(row.size for row in self._rows)) + 1
        steps = np.ones(1, np.int64)  # of most passages the longest is known
        while len(rows := np.flatnonzero(high - low > 1)):
            room = (high - low)[rows]
            at = np.repeat(np.arange(len(rows)), len(steps))
            step = np.tile(steps, len(rows))
            length = low[rows][at] + np.where(step < room[at], step, room[at] // 2)
            found = self._share(rows[at], length)
            np.maximum.at(low, rows[at[found]], length[found])
            np.minimum.at(high, rows[at[~found]], length[~found])
            steps = _STEPS if int(self._rows[0].size[rows].sum()) < _MANY else _STEPS[-1:]
        out: list[int] = low.tolist()
        return out

    def _share(self, which: I64, length: I64) -> NDArray[np.bool_]:
        """Which of the passages have a gram of that length on both sides."""
        one, row, _ = self._rows[0].grams(which, length)
        hit = _is_in(one, self._rows[1].grams(which, length)[0])
        shared: NDArray[np.bool_] = np.bincount(row[hit], minlength=len(which)) > 0
        return shared

    def equal_stretches(self, least: int, which: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
        """Of passages `which`, the stretches of the first side that runs of at least `least` characters, found anywhere in
        the second, cover; in order, disjoint."""
        some = np.array(which, np.int64)
        length = np.full(len(some), least, np.int64)
        row = self._rows[0]
        one, at, place = row.grams(some, length)
        hit = np.flatnonzero(_is_in(one, self._rows[1].grams(some, length)[0]))
        place, number = place[hit], some[at[hit]]
        new = np.append(True, (place[1:] > place[:-1] + least) | (number[1:] != number[:-1]))[: len(place)]
        first = np.flatnonzero(new)
        last = np.append(first[1:], len(place))[: len(first)] - 1
        out: dict[int, list[tuple[int, int]]] = {one: [] for one in which}
        ends = zip(number[first].tolist(), place[first].tolist(), (place[last] + least).tolist(), strict=True)
        for passage, low, high in ends:
            begin = int(row.at[passage])
            out[passage].append((low - begin, high - begin))
        return out


def _is_in(one: U64, other: U64) -> NDArray[np.bool_]:
    """Which of `one` are in `other`. A table of some upper bits tells most that are not, and spares their search."""
    found = np.zeros(len(one), np.bool_)
    mine, theirs = one >> _UPPER, other >> _UPPER
    rows = np.flatnonzero(_table(theirs)[mine])
    if len(rows):
        there = np.sort(other[_table(mine[rows])[theirs]])
        found[rows] = there[np.minimum(np.searchsorted(there, one[rows]), len(there) - 1)] == one[rows]
    return found


def _table(places: U64) -> NDArray[np.bool_]:
    table = np.zeros(1 << (64 - int(_UPPER)), np.bool_)
    table[places] = True
    return table


def _counted(grams: U64) -> tuple[U64, I64]:
    """The different grams, sorted, and how often each is there."""
    hashes = np.sort(grams)
    first = np.flatnonzero(np.append(True, hashes[1:] != hashes[:-1])[: len(hashes)])
    return hashes[first], np.diff(np.append(first, len(hashes)))
