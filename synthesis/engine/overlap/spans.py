"""What the two sides of passages have in common, exactly, of many passages at once: pairs, longest runs, equal stretches.

Each passage's sides are laid end to end with those of the others; the hash of a gram carries the number of its passage.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import U64, heads, joined, mixed
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.seeds import spread

I64 = NDArray[np.int64]
Stretches = list[list[tuple[int, int]]]

# By which longer runs are looked for, at once; what is too long stands for half of what is left. Of many passages, by that.
_STEPS, _MANY = np.array([1, 2, 3, 4, 6, 8, 12, 20, 40, 80, 160, 1 << 40]), 200_000
_UPPER = np.uint64(64 - 17)  # bits of a hash below those that a table tells apart


class SpanPairs:
    """The two sides of passages, as counted characters."""

    def __init__(self, ones: Sequence[U32], twos: Sequence[U32]) -> None:
        self._count = len(ones)
        parts = [*ones, *twos]
        self._size = np.array([len(one) for one in parts], np.int64)
        self._at: I64 = np.append(0, np.cumsum(self._size))  # of each one, then of each other side
        self._codes = np.concatenate(parts) if parts else np.zeros(0, np.uint32)
        self._blocks: list[U64] = [mixed(self._codes.astype(np.uint64))]

    def similarities(self) -> list[float]:
        """Dice coefficient of the multisets of character pairs, in [0, 1]; 0 without pairs. Order hardly matters.

        2·|A ∩ B| / (|A| + |B|): Dice, "Measures of the Amount of Ecologic Association Between Species", 1945.
        """
        pairs = np.maximum(self._size - 1, 0)
        which, place = spread(self._at[:-1], self._at[:-1] + pairs)
        if not len(which):
            return [0.0] * self._count
        bits = 16 if int(self._codes.max()) < 1 << 16 else 21
        codes = self._codes.astype(np.int64)
        side = which >= self._count
        key = ((which - side * self._count << bits | codes[place]) << bits | codes[place + 1]) << 1 | side
        key.sort()
        pair = key >> 1
        new = heads(pair)
        every, theirs = np.diff(np.append(new, len(pair))), np.add.reduceat(key & 1, new)
        common = np.bincount(pair[new] >> 2 * bits, np.minimum(every - theirs, theirs), self._count)
        out: list[float] = (2.0 * common / np.maximum(pairs[: self._count] + pairs[self._count :], 1)).tolist()
        return out

    def runs(self, known: Sequence[int], least: int) -> tuple[list[int], Stretches]:
        """For each passage the characters of the longest equal stretch of its sides (`known`: of one that is there), and the
        stretches of the first side, in order and disjoint, that runs of at least `least` characters, found anywhere in the
        second, cover."""
        low = np.array(known, np.int64)
        high = np.minimum(self._size[: self._count], self._size[self._count :]) + 1
        long = (low >= least).nonzero()[0]
        row, place = self._shared(long, np.full(len(long), least))
        stretches = self._stretches(long, row, place, least)
        high[long] = np.minimum(high[long], _in_a_row(row, place, len(long)) + least)
        rest = (high - low > 1).nonzero()[0]  # of most passages the longest is known
        met = np.zeros(len(low), np.bool_)
        met[rest[self._shared(rest, low[rest] + 1)[0]]] = True
        low[met] += 1
        high[~met] = low[~met] + 1
        if met.any():
            self._lengthened(low, high)
            late = ((low >= least) & (np.array(known) < least)).nonzero()[0]
            some = self._stretches(late, *self._shared(late, np.full(len(late), least)), least)
            for number in late.tolist():
                stretches[number] = some[number]
        return low.tolist(), stretches

    def _lengthened(self, low: I64, high: I64) -> None:
        """`low` raised to the longest, of which it is known that it is there and `high` that it is not."""
        while len(rows := (high - low > 1).nonzero()[0]):
            room = (high - low)[rows]
            steps = _STEPS if int(self._size[rows].sum()) < _MANY else _STEPS[-1:]
            at = np.repeat(np.arange(len(rows)), len(steps))
            step = np.tile(steps, len(rows))
            length = low[rows][at] + np.where(step < room[at], step, room[at] // 2)
            found = np.zeros(len(at), np.bool_)
            found[self._shared(rows[at], length)[0]] = True
            np.maximum.at(low, rows[at[found]], length[found])
            np.minimum.at(high, rows[at[~found]], length[~found])

    def _stretches(self, which: I64, row: I64, place: I64, least: int) -> Stretches:
        """The stretches that grams of `least` characters at these places of passages `which[row]` cover."""
        new = np.append(True, (place[1:] > place[:-1] + least) | (row[1:] != row[:-1]))[: len(place)]
        first = new.nonzero()[0]
        last = np.append(first[1:], len(place))[: len(first)] - 1
        number = which[row[first]]
        begin = self._at[number]
        out: Stretches = [[] for _ in range(self._count)]
        ends = zip(
            number.tolist(), (place[first] - begin).tolist(), (place[last] + least - begin).tolist(), strict=True
        )
        for passage, low, high in ends:
            out[passage].append((low, high))
        return out

    def _shared(self, which: I64, length: I64) -> tuple[I64, I64]:
        """The grams of as many characters as `length` says of the first sides of passages `which` that the second sides
        have: row of `which`, and place."""
        count = len(which)
        if not count:
            return which, which
        hashes, row, place = self._grams(np.append(which, which + self._count), np.append(length, length))
        theirs = int(row.searchsorted(count))
        hashes <<= np.uint64(count.bit_length())
        hashes[:theirs] |= row[:theirs].astype(np.uint64)
        hashes[theirs:] |= (row[theirs:] - count).astype(np.uint64)
        hit = _in(hashes[:theirs], hashes[theirs:])
        return row[hit], place[hit]

    def _grams(self, which: I64, length: I64) -> tuple[U64, I64, I64]:
        """Every gram of sides `which`: hash, row of `which`, place."""
        begin = self._at[which]
        row, place = spread(begin, begin + np.maximum(self._size[which] - length + 1, 0))
        level = np.frexp(length.astype(np.float64))[1].astype(np.int64) - 1  # 2^level characters are the most that fit
        second = place + (length - (1 << level))[row]
        levels = sorted(set(level.tolist()))
        if len(levels) == 1:
            block = self._block(levels[0])
            return joined(block[place], block[second]), row, place
        hashes, level = np.empty(len(row), np.uint64), level[row]
        for one in levels:
            rows, block = (level == one).nonzero()[0], self._block(one)
            hashes[rows] = joined(block[place[rows]], block[second[rows]])
        return hashes, row, place

    def _block(self, level: int) -> U64:
        while len(self._blocks) <= level:
            last, size = self._blocks[-1], 1 << (len(self._blocks) - 1)
            self._blocks.append(joined(last[:-size], last[size:]))
        return self._blocks[level]


def _in_a_row(row: I64, place: I64, count: int) -> I64:
    """The most places that follow each other in each of `count` rows."""
    new = np.append(True, (place[1:] != place[:-1] + 1) | (row[1:] != row[:-1]))[: len(place)].nonzero()[0]
    out = np.zeros(count, np.int64)
    np.maximum.at(out, row[new], np.diff(np.append(new, len(place))))
    return out


def _in(one: U64, other: U64) -> I64:
    """The rows of `one` that are in `other`. A table of some upper bits tells most that are not, and spares their search."""
    mine, theirs = (one >> _UPPER).view(np.int64), (other >> _UPPER).view(np.int64)
    rows = _table(theirs)[mine].nonzero()[0]
    if not len(rows):
        return rows
    asked, there = one[rows], np.sort(other[_table(mine[rows])[theirs]])
    found: I64 = rows[there[np.minimum(there.searchsorted(asked), len(there) - 1)] == asked]
    return found


def _table(places: I64) -> NDArray[np.bool_]:
    table = np.zeros(1 << (64 - int(_UPPER)), np.bool_)
    table[places] = True
    return table
