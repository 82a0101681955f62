"""`edges.grown_hull` of many passages at once: every step of it in one pass over all of them.

For the tens of thousands of passages that a set of texts shares with itself; of a few, one by one is faster.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.edges import ALIKE, DROP, EDIT, EDITS, FAR, REACH, SNAP
from synthesis.engine.overlap.groups import first_of
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.side_by_side import SideBySide


def grown_hulls(texts: SideBySide, numbers: tuple[I64, I64], head: I64, runs: I64) -> NDArray[np.int64]:
    """Rows (d0, d1, s0, s1) of characters in the row of all texts. `runs[head[i]:head[i + 1]]` are those of passage i
    (place in one text, place in the other, length), `numbers` its two texts."""
    count = len(head) - 1
    label = np.repeat(np.arange(count), np.diff(head))
    stop = runs[:, :2] + runs[:, 2:]
    least = np.minimum.reduceat(runs[:, :2], head[:-1])
    most = np.maximum.reduceat(stop, head[:-1])
    d0, d1 = texts.whole_tokens(least[:, 0], most[:, 0])
    s0, s1 = texts.whole_tokens(least[:, 1], most[:, 1])
    bounds = [(texts.token_row[number], texts.token_row[number + 1]) for number in numbers]
    for side in (0, 1):
        row = first_of(label, runs[:, side] == least[label, side])
        i, j = (np.searchsorted(texts.first, runs[row, other]) for other in (0, 1))
        room = [np.minimum(at - low, REACH) for at, (low, _) in zip((i, j), bounds, strict=True)]
        back = _extensions(texts.tokens, i - 1, j - 1, room, -1)
        d0, s0 = np.minimum(d0, i - back[0]), np.minimum(s0, j - back[1])
        row = first_of(label, stop[:, side] == most[label, side])
        i, j = (np.searchsorted(texts.first, stop[row, other], "right") - 1 for other in (0, 1))
        # The end of a text is the beginning of the next, and of empty ones between.
        i, j = (np.minimum(at, high) for at, (_, high) in zip((i, j), bounds, strict=True))
        room = [np.minimum(high - at, REACH) for at, (_, high) in zip((i, j), bounds, strict=True)]
        more = _extensions(texts.tokens, i, j, room, 1)
        d1, s1 = np.maximum(d1, i + more[0]), np.maximum(s1, j + more[1])
    exact = (np.diff(head) == 1) & (d1 - d0 == s1 - s0)
    exact &= texts.first[d1] - texts.first[d0] == runs[head[:-1], 2]
    rest = np.flatnonzero(~exact)
    mine = [(low[rest], high[rest]) for low, high in bounds]
    d0[rest], s0[rest] = _completed(texts, d0[rest], s0[rest], mine, -1)
    d1[rest], s1[rest] = _completed(texts, d1[rest], s1[rest], mine, 1)
    hulls: I64 = texts.first[np.stack((d0, d1, s0, s1), 1)]
    return hulls


def _extensions(tokens: U32, a: I64, b: I64, room: list[I64], step: int) -> tuple[I64, I64]:
    """`edges` extension from each pair of places outward, over at most `room` tokens of either side."""
    count = len(a)
    score, best = np.zeros((2, count))
    (i, j), ends = np.zeros((2, count), np.int64), np.zeros((2, count), np.int64)
    active = np.arange(count)

    def at(places: I64, far: I64) -> U32:
        out: U32 = tokens[np.clip(places[active] + step * far, 0, max(len(tokens) - 1, 0))]
        return out

    while len(active := active[(i[active] < room[0][active]) & (j[active] < room[1][active])]):
        same = at(a, i[active]) == at(b, j[active])
        rows = active[same]
        i[rows] += 1
        j[rows] += 1
        score[rows] += 1
        better = rows[score[rows] > best[rows]]
        best[better], ends[0, better], ends[1, better] = score[better], i[better], j[better]
        open_rows = active[~same]
        active, going = open_rows, [rows]
        for more_i, more_j, cost in EDITS:
            x, y = i[active] + more_i, j[active] + more_j
            fits = (x + 1 < room[0][active]) & (y + 1 < room[1][active])
            fits &= (at(a, x) == at(b, y)) & (at(a, x + 1) == at(b, y + 1))
            rows = active[fits]
            i[rows], j[rows] = x[fits], y[fits]
            score[rows] -= cost * EDIT
            going.append(rows[score[rows] >= best[rows] - DROP])
            active = active[~fits]
        active = np.concatenate(going)
    return ends[0], ends[1]


def _completed(texts: SideBySide, i: I64, j: I64, bounds: list[tuple[I64, I64]], step: int) -> tuple[I64, I64]:
    """`edges` completion to the edges of sentences, of many."""
    rest_d, rest_s = _to_break(texts, i, step), _to_break(texts, j, step)
    both = (rest_d >= 0) & (rest_s >= 0) & (np.maximum(rest_d, rest_s) > SNAP)
    short, long = np.minimum(rest_d, rest_s), np.maximum(rest_d, rest_s)
    alike = both & ((2 * short >= long) | (long - short <= 4)) & (short > 0)
    rows = np.flatnonzero(alike)
    if len(rows):
        low = [np.where(step > 0, at[rows], at[rows] - rest[rows]) for at, rest in ((i, rest_d), (j, rest_s))]
        alike[rows] = _common(texts.tokens, low[0], rest_d[rows], low[1], rest_s[rows]) >= ALIKE * short[rows]
    move_d = np.where(both, alike, (rest_d >= 0) & (rest_d <= SNAP))
    move_s = np.where(both, alike, (rest_s >= 0) & (rest_s <= SNAP))
    return i + step * rest_d * move_d, j + step * rest_s * move_s


def _to_break(texts: SideBySide, at: I64, step: int) -> I64:
    """Tokens from each edge outward to the edge of its sentence; -1 when that is far."""
    place = np.searchsorted(texts.sentences, at, "left" if step > 0 else "right") - (step < 0)
    rest = np.abs(texts.sentences[np.clip(place, 0, len(texts.sentences) - 1)] - at)
    return np.where(rest <= FAR, rest, -1)


def _common(tokens: U32, a: I64, size_a: I64, b: I64, size_b: I64) -> I64:
    """How many tokens each two stretches have in common, as multisets."""
    (one, many), (two, other) = (_counted(tokens, low, size) for low, size in ((a, size_a), (b, size_b)))
    place = np.minimum(np.searchsorted(two, one), len(two) - 1)
    both = np.where(two[place] == one, np.minimum(many, other[place]), 0)
    out: I64 = np.bincount((one >> np.uint64(32)).astype(np.int64), both, len(a)).astype(np.int64)
    return out


def _counted(tokens: U32, low: I64, size: I64) -> tuple[NDArray[np.uint64], I64]:
    owner = np.repeat(np.arange(len(low)), size)
    at = np.arange(len(owner)) + np.repeat(low - (np.cumsum(size) - size), size)
    return np.unique(owner.astype(np.uint64) << np.uint64(32) | tokens[at], return_counts=True)
