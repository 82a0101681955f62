"""Clusters refined to characters: the maximal equal runs they rest on, and the spans these make up.

All places here are counted characters: of the draft, and of one source.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.edges import grown_hull, whole_tokens
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.seeds import I64, Corpus

UNCOVERED = 0.6  # what an uncovered character costs a tail, against 1 for a covered one
_FEW = 64
_ACCIDENT = 8  # characters: a longer run that stands twice is a repetition
PAIRED = 400  # runs that are compared each with each
LEAST = 12.0  # characters that a fragment's runs must cover once its tails are cut off
_WORD = 1.3  # unspaced characters that a word counts for
_STEPS = 1 << 16

Bounds = tuple[I64, I64]


@dataclass(frozen=True)
class Fragment:
    """`source`: its number; `d0:d1`, `s0:s1`: the spans; `runs`: rows (place in draft, place in source, length);
    `similar`: rows (d0, d1, s0, s1) of sentences that are similar as wholes, of the second pass."""

    source: int
    d0: int
    d1: int
    s0: int
    s1: int
    runs: I64
    similar: I64 = field(default_factory=lambda: np.zeros((0, 4), np.int64))

    @property
    def covered(self) -> int:
        """Draft characters lying in an equal run."""
        return int(_coverage(self.runs[:, 0], self.runs[:, 2], self.d0, self.d1).sum())

    @property
    def longest(self) -> int:
        """Length of its longest run, as far as the run lies in both spans (a run may end inside a word)."""
        if not len(self.runs):
            return 0
        d, s, size = self.runs.T
        skipped = np.maximum(np.maximum(self.d0 - d, self.s0 - s), 0)
        beyond = np.maximum(np.maximum(d + size - self.d1, s + size - self.s1), 0)
        return max(0, int((size - skipped - beyond).max()))

    @property
    def weight(self) -> int:
        """What it counts when passages compete: covered characters of both sides, then a little for its size."""
        there = int(_coverage(self.runs[:, 1], self.runs[:, 2], self.s0, self.s1).sum())
        return 16 * (self.covered + there) + self.d1 - self.d0 + self.s1 - self.s0


def mirrored(one: Fragment) -> Fragment:
    """The fragment seen from its source, which must be the only one."""
    return Fragment(0, one.s0, one.s1, one.d0, one.d1, one.runs[:, [1, 0, 2]], one.similar[:, [2, 3, 0, 1]])


def _coverage(at: I64, length: I64, low: int, high: int) -> NDArray[np.bool_]:
    """Which of the places `low:high` lie in one of the runs."""
    covered = np.zeros(high - low, np.bool_)
    if len(at) <= _FEW:  # slices one by one are faster than sums for the usual handful of runs
        for start, size in zip((at - low).tolist(), length.tolist(), strict=True):
            if start + size > 0:
                covered[max(0, start) : start + size] = True
        return covered
    edge = np.zeros(high - low + 1, np.int32)
    np.add.at(edge, np.clip(at - low, 0, high - low), 1)
    np.add.at(edge, np.clip(at + length - low, 0, high - low), -1)
    np.greater(np.cumsum(edge[:-1]), 0, out=covered)
    return covered


def fragments_of(draft: PreparedText, corpus: Corpus, clusters: Clusters) -> list[Fragment]:
    """One fragment for each strong cluster, trimmed and extended."""
    keep = np.flatnonzero(clusters.strong[clusters.label])
    if not len(keep):
        return []
    label, pairs = clusters.label[keep], clusters.pairs.only(keep)
    source = corpus.source_of(pairs.s)
    whole = np.zeros(len(keep), np.int64), np.full(len(keep), len(draft.codes))
    label, runs = maximal_runs(
        (draft.codes, corpus.codes),
        label,
        (draft.first[pairs.d].astype(np.int64), corpus.chars_of(source, pairs.s)),
        (whole, (corpus.char_row[source], corpus.char_row[source + 1])),
    )
    edges = np.append(np.flatnonzero(np.append(True, np.diff(label) != 0)), len(label))
    out = []
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        mine = runs[low:high]
        number = int(np.searchsorted(corpus.char_row, mine[0, 1], "right")) - 1
        mine = mine - np.array([0, corpus.char_row[number], 0])
        mine = _trimmed(mine)
        if units_of(draft, mine) >= LEAST:
            out.append(Fragment(number, *grown_hull(draft, corpus.texts[number], mine), mine))
    return out


def units_of(draft: PreparedText, runs: I64) -> float:
    """What the runs cover in the draft: unspaced characters, and whole words at what a word is worth of them."""
    if not len(runs):
        return 0.0
    low, high = int(runs[:, 0].min()), int((runs[:, 0] + runs[:, 2]).max())
    covered = _coverage(runs[:, 0], runs[:, 2], low, high)
    first, last = whole_tokens(draft, low, high)
    starts = draft.first[first:last] - low
    inside = covered[starts] if last > first else np.zeros(0, np.bool_)
    worth = np.where(draft.words[first:last] > 0, _WORD, 1.0)
    return float(worth[inside].sum())


def maximal_runs(
    codes: tuple[U32, U32], label: I64, places: tuple[I64, I64], bounds: tuple[Bounds, Bounds], known: I64 | None = None
) -> tuple[I64, I64]:
    """Every pair of places grown to the maximal equal run around it: (label, rows (place, place, length)), by label.

    `bounds`: where the texts of each side's places begin and end. `known`: characters from there known to be equal.
    """
    (a, b), (d, s) = codes, places
    diagonal = s - d
    order = np.lexsort((d, diagonal, label))
    label, d, s, diagonal = label[order], d[order], s[order], diagonal[order]
    (low_d, high_d), (low_s, high_s) = ((low[order], high[order]) for low, high in bounds)
    same = (np.diff(label) == 0) & (np.diff(diagonal) == 0)
    room = np.full(len(s), _STEPS, np.int64)
    room[:-1][same] = np.diff(d)[same]
    room = np.minimum(room, np.minimum(high_d - d, high_s - s))
    size = np.zeros(len(s), np.int64) if known is None else np.minimum(known[order], room)
    grown = _grown(a, b, d, s, room=room, size=size, step=1)
    head = np.append(True, ~(same & (grown[:-1] == room[:-1])))
    first = np.flatnonzero(head)
    last = np.append(first[1:], len(s)) - 1
    label, at_d, at_s = label[first], d[first], s[first]
    length = d[last] + grown[last] - at_d
    left = np.minimum(np.minimum(at_d - low_d[first], at_s - low_s[first]), _STEPS)
    back = _grown(a, b, at_d - 1, at_s - 1, room=left, size=np.zeros(len(first), np.int64), step=-1)
    runs = np.stack((at_d - back, at_s - back, length + back), 1)
    runs, label = runs[runs[:, 2] > 0], label[runs[:, 2] > 0]
    _, unique = np.unique(np.column_stack((label, runs)), axis=0, return_index=True)
    return label[unique], runs[unique]


def _grown(a: U32, b: U32, at: I64, there: I64, *, room: I64, size: I64, step: int) -> I64:
    """How far the texts stay equal from each pair of places, at least `size` and at most `room`."""
    active = np.flatnonzero(room > size)
    while len(active):
        far = size[active] * step
        active = active[a[at[active] + far] == b[there[active] + far]]
        size[active] += 1
        active = active[size[active] < room[active]]
    return size


def distinct_runs(runs: I64) -> I64:
    """Without runs that lie inside a longer one on either side, or, when short, stand there a second time: accidents."""
    if not 1 < len(runs) <= PAIRED:
        return runs
    length, diagonal = runs[:, 2], runs[:, 1] - runs[:, 0]
    rank = np.empty(len(runs), np.int64)
    rank[np.lexsort((np.abs(diagonal - diagonal[length.argmax()]), -length))] = np.arange(len(runs))
    low, high = runs[:, :2], runs[:, :2] + runs[:, 2:]
    inside = ((low[None, :, :] <= low[:, None, :]) & (high[None, :, :] >= high[:, None, :])).any(2)
    better = (rank[None, :] < rank[:, None]) & ((length[None, :] > length[:, None]) | (length <= _ACCIDENT)[:, None])
    return runs[~(inside & better).any(1)]


def _trimmed(runs: I64) -> I64:
    """Without the runs in thin tails, on either side (best-scoring stretch, Kadane)."""
    runs = distinct_runs(runs)
    for side in (0, 1, 0):
        if len(runs) < 2:
            break
        low, high = int(runs[:, side].min()), int((runs[:, side] + runs[:, 2]).max())
        score = np.where(_coverage(runs[:, side], runs[:, 2], low, high), 1.0, -UNCOVERED)
        total = np.append(0.0, np.cumsum(score))
        gain = total - np.minimum.accumulate(total)
        stop = int(gain.argmax())
        start = int(total[: stop + 1].argmin())
        inside = (runs[:, side] < low + stop) & (runs[:, side] + runs[:, 2] > low + start)
        runs = runs[inside]
    return runs
