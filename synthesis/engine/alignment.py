"""Which stretches of a text stand unchanged, in the same order, in a newer one.

Common ends first, then grams that are unique on both sides ("patience"), the longest order-keeping choice of them by
characters, coarse grams before fine ones. Not character by character: what has no unique gram is left to the caller.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import gram_hashes
from synthesis.engine.overlap.normalise import U32

#: Lengths of the grams that pin the alignment, coarse first.
GRAMS = (32, 12, 6)
#: A changed stretch shorter than this on either side is not looked into any further.
LEAST_GAP = 12

Block = tuple[int, int, int]
_Gap = tuple[int, int, int, int]
_Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """`blocks`: (place in old, place in new, length), equal, in order of both texts, code points. `new_size`: the new one's length."""

    blocks: list[Block]
    new_size: int

    def block_of(self, start: int, end: int) -> Block | None:
        """The block that holds the old `[start, end)` wholly."""
        row = bisect_left(self.blocks, (start + 1,)) - 1
        if row < 0:
            return None
        block = self.blocks[row]
        return block if end <= block[0] + block[2] else None

    def bounds(self, start: int, end: int) -> tuple[int, int]:
        """The new stretch that stands where the old `[start, end)` stood: from the last unchanged character at or
        before its start to the first at or after its end, those that lie inside the span included."""
        row = bisect_left(self.blocks, (start + 1,)) - 1
        low = 0
        if row >= 0:
            i, j, size = self.blocks[row]
            low = j + min(start - i, size)
        row = bisect_left(self.blocks, (end,))
        high = self.blocks[row][1] if row < len(self.blocks) else self.new_size
        if row:
            i, j, size = self.blocks[row - 1]
            if end <= i + size:
                high = j + end - i
        return low, max(low, high)


def align(old: U32, new: U32) -> Alignment:
    """Aligns two texts given as code points (`overlap.normalise.code_points`); near linear in their length."""
    blocks: list[Block] = []
    gaps = _trimmed(old, new, (0, len(old), 0, len(new)), blocks)
    for length in GRAMS:
        finer: list[_Gap] = []
        for gap in gaps:
            finer += _divided(old, new, gap, length, blocks)
        gaps = finer
    return Alignment(_joined(blocks), len(new))


def _trimmed(old: U32, new: U32, gap: _Gap, blocks: list[Block]) -> list[_Gap]:
    """The gap without what its ends have in common, which becomes blocks; nothing when too little is left."""
    a0, a1, b0, b1 = gap
    head = common(old[a0:a1], new[b0:b1])
    if head:
        blocks.append((a0, b0, head))
    a0, b0 = a0 + head, b0 + head
    tail = common(old[a0:a1][::-1], new[b0:b1][::-1])
    if tail:
        blocks.append((a1 - tail, b1 - tail, tail))
    a1, b1 = a1 - tail, b1 - tail
    return [(a0, a1, b0, b1)] if min(a1 - a0, b1 - b0) >= LEAST_GAP else []


def _divided(old: U32, new: U32, gap: _Gap, length: int, blocks: list[Block]) -> list[_Gap]:
    a0, a1, b0, b1 = gap
    if min(a1 - a0, b1 - b0) < length:
        return [gap]
    runs = _heaviest(_unique_runs(old[a0:a1], new[b0:b1], length))
    if not runs:
        return [gap]
    out: list[_Gap] = []
    at, there = a0, b0
    for i, j, size in runs:
        skip = max(0, at - a0 - i, there - b0 - j)
        if skip >= size:
            continue
        i, j, size = a0 + i + skip, b0 + j + skip, size - skip
        # What is equal before and after the run belongs to it, and is found when the gaps are trimmed.
        out += _trimmed(old, new, (at, i, there, j), blocks)
        blocks.append((i, j, size))
        at, there = i + size, j + size
    out += _trimmed(old, new, (at, a1, there, b1), blocks)
    return out


def common(a: U32, b: U32) -> int:
    """Length of the common beginning."""
    size = min(len(a), len(b))
    # Most beginnings differ at once: a short look first.
    for end in (min(size, 64), size):
        differ = np.flatnonzero(a[:end] != b[:end])
        if len(differ):
            return int(differ[0])
    return size


def _unique_runs(a: U32, b: U32, length: int) -> list[Block]:
    """Runs of characters whose grams are unique on both sides, in order of `a`."""
    at_a, keys_a = _once(gram_hashes(a, length))
    at_b, keys_b = _once(gram_hashes(b, length))
    _, one, two = np.intersect1d(keys_a, keys_b, assume_unique=True, return_indices=True)
    order = np.argsort(at_a[one])
    i, j = at_a[one][order], at_b[two][order]
    if not len(i):
        return []
    first = np.flatnonzero(np.concatenate(([True], (np.diff(i) != 1) | (np.diff(j) != 1))))
    last = np.concatenate((first[1:], [len(i)])) - 1
    sizes = i[last] - i[first] + length
    return list(zip(i[first].tolist(), j[first].tolist(), sizes.tolist(), strict=True))


def _once(hashes: NDArray[np.uint64]) -> tuple[_Places, NDArray[np.uint64]]:
    """Places and values of the hashes that occur once."""
    order = np.argsort(hashes, kind="stable")
    ordered = hashes[order]
    differs = ordered[1:] != ordered[:-1]
    alone = np.concatenate(([True], differs)) & np.concatenate((differs, [True]))
    return order[alone], ordered[alone]


def _heaviest(runs: list[Block]) -> list[Block]:
    """The runs of the order-keeping choice with the most characters (a Fenwick tree of best weights by place in `b`)."""
    if len(runs) < 2:
        return runs
    ranks = {j: rank for rank, j in enumerate(sorted(j for _, j, _ in runs), 1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(runs) + 1)
    before = [-1] * len(runs)
    top = (0, -1)
    for row, (_, j, size) in enumerate(runs):
        rank = ranks[j]
        found = (0, -1)
        at = rank - 1
        while at > 0:
            found = max(found, best[at])
            at -= at & -at
        before[row] = found[1]
        mine = (found[0] + size, row)
        top = max(top, mine)
        at = rank
        while at <= len(runs):
            best[at] = max(best[at], mine)
            at += at & -at
    chain, row = [], top[1]
    while row >= 0:
        chain.append(runs[row])
        row = before[row]
    return chain[::-1]


def _joined(blocks: list[Block]) -> list[Block]:
    """In order, neighbours that follow each other without a gap as one."""
    out: list[Block] = []
    for i, j, size in sorted(blocks):
        if out and out[-1][0] + out[-1][2] == i and out[-1][1] + out[-1][2] == j:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + size)
        else:
            out.append((i, j, size))
    return out
