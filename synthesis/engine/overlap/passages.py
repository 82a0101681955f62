"""The passages that a set of texts shares with itself: clusters of runs refined to characters, all at once.

What `fragments.fragments_of` does for one draft, in one pass over all pairs of texts. Places are counted characters in
the row of all texts.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.crossing import Crossing
from synthesis.engine.overlap.fragments import COVERED, LEAST, PAIRED, UNCOVERED, distinct_runs, maximal_runs
from synthesis.engine.overlap.groups import first_of, furthest
from synthesis.engine.overlap.hulls import grown_hulls
from synthesis.engine.overlap.prepared import UNSPACED_SEED
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.side_by_side import UNSPACED_WORTH, SideBySide


@dataclass(frozen=True)
class Passages:
    """Passage i: characters `span[i, 0]:span[i, 1]` of text `one[i]` and `span[i, 2]:span[i, 3]` of text `two[i]`."""

    one: I64
    two: I64
    span: NDArray[np.int64]

    def only(self, rows: I64) -> Passages:
        return Passages(self.one[rows], self.two[rows], self.span[rows])


def passages_of(texts: SideBySide, crossing: Crossing, clusters: Clusters) -> Passages:
    """One passage for each strong cluster, trimmed and extended; those with too few equal characters are left out."""
    none = np.zeros(0, np.int64)
    keep = np.flatnonzero(clusters.strong[clusters.label])
    if not len(keep):
        return Passages(none, none, np.zeros((0, 4), np.int64))
    label, one, two, runs = _runs(texts, crossing, clusters, keep)
    label, runs = _without_accidents(label, runs)
    for side in (0, 1, 0):
        inside = _best_stretch(label, runs, side)
        label, runs = label[inside], runs[inside]
    enough = _units(texts, label, runs) >= LEAST * UNSPACED_WORTH
    inside = enough[np.cumsum(np.append(0, np.diff(label) != 0))]
    label, runs = label[inside], runs[inside]
    head = _heads(label)
    if not len(label):
        return Passages(none, none, np.zeros((0, 4), np.int64))
    numbers = one[label[head[:-1]]], two[label[head[:-1]]]
    return Passages(*numbers, grown_hulls(texts, numbers, head, runs))


def _heads(label: I64) -> I64:
    """Where each label begins, and the end."""
    return np.append(np.flatnonzero(np.append(True, np.diff(label) != 0)[: len(label)]), len(label))


def _runs(texts: SideBySide, crossing: Crossing, clusters: Clusters, keep: I64) -> tuple[I64, I64, I64, I64]:
    """(label, texts of each label, rows (place, place, length)): the maximal equal runs of characters.

    Tokens of one character are equal when their hashes are. Words are equal but for their endings: where there are some,
    every seed is looked at.
    """
    pairs, label = clusters.pairs.only(keep), clusters.label[keep]
    assert pairs.size is not None
    sides = []
    one, two = np.zeros((2, len(clusters.strong)), np.int64)
    for place, number in ((pairs.d, one), (pairs.s, two)):
        text, token = crossing.rows(place)
        number[label] = text
        sides.append(token + texts.token_row[text])
    covered = pairs.size + UNSPACED_SEED - 1
    stop = np.minimum(sides[0] + covered, len(texts.tokens))
    worded = texts.words_before[stop] > texts.words_before[sides[0]]
    many = np.where(worded, pairs.size, 1)
    row = np.repeat(np.arange(len(many)), many)
    step = np.arange(len(row)) - np.repeat(np.cumsum(many) - many, many)
    label = label[row]
    d, s = (texts.first[side[row] + step] for side in sides)
    bounds = tuple((texts.char_row[number[label]], texts.char_row[number[label] + 1]) for number in (one, two))
    known = np.where(worded, 0, covered)[row]
    codes = texts.codes, texts.codes
    label, runs = maximal_runs(codes, label, (d, s), (bounds[0], bounds[1]), known)
    return label, one, two, runs


def _without_accidents(label: I64, runs: I64) -> tuple[I64, I64]:
    """`distinct_runs` of every label in which some run lies inside another on either side."""
    head = _heads(label)
    number = np.repeat(np.arange(len(head) - 1), np.diff(head))
    crowded = np.zeros(len(head) - 1, np.bool_)
    for side in (0, 1):
        order = np.lexsort((-runs[:, 2], runs[:, side], number))
        stop, mine = (runs[:, side] + runs[:, 2])[order], number[order]
        before = furthest(mine, stop)[:-1]
        crowded[mine[1:][(mine[1:] == mine[:-1]) & (stop[1:] <= before)]] = True
    keep = np.ones(len(label), np.bool_)
    for one in np.flatnonzero(crowded & (np.diff(head) <= PAIRED)).tolist():
        mine = runs[head[one] : head[one + 1]]
        left = {tuple(row) for row in distinct_runs(mine.tolist())}
        keep[head[one] : head[one + 1]] = [tuple(row) in left for row in mine.tolist()]
    return label[keep], runs[keep]


def _covered(label: I64, runs: I64, side: int) -> tuple[I64, I64, I64, I64]:
    """The runs of each label by place on a side: (order, number of the label, begin and end of what each adds)."""
    head = _heads(label)
    number = np.repeat(np.arange(len(head) - 1), np.diff(head))
    order = np.lexsort((runs[:, side], number))
    low, stop = runs[order, side], (runs[:, side] + runs[:, 2])[order]
    before = np.append(0, furthest(number, stop)[:-1])
    before[head[:-1]] = low[head[:-1]]
    return order, number, np.minimum(np.maximum(low, before), stop), stop


def _best_stretch(label: I64, runs: I64, side: int) -> NDArray[np.bool_]:
    """Which runs lie in the best-scoring stretch of their label: without thin tails (Kadane), as in `fragments`."""
    order, number, low, stop = _covered(label, runs, side)
    head = _heads(number)
    reach = furthest(number, stop)
    gap = np.append(0, low[1:] - reach[:-1])
    gap[head[:-1]] = 0
    gain = (stop - low) * COVERED
    total = np.cumsum(gain - np.maximum(gap, 0) * UNCOVERED)
    total -= (total - gain)[head[:-1]][number]
    before = total - gain
    big = 2 * int(np.abs(total).max()) + int(gain.max()) + 1
    least = np.minimum.accumulate(before - number * big) + number * big
    best = np.maximum.reduceat(total - least, head[:-1])
    last = first_of(number, (total - least) == best[number])
    begin = first_of(number, (before == least[last][number]) & (np.arange(len(number)) <= last[number]))
    inside = np.empty(len(number), np.bool_)
    inside[order] = (runs[order, side] < reach[last][number]) & (stop > low[begin][number])
    return inside


def _units(texts: SideBySide, label: I64, runs: I64) -> I64:
    """As `fragments.units_of` of each label, in tenths of a character."""
    _, number, low, stop = _covered(label, runs, 0)
    head = _heads(number)
    end = np.maximum.reduceat(stop, head[:-1])
    last = np.searchsorted(texts.first, end, "right") - 1
    first, behind = np.searchsorted(texts.first, low), np.searchsorted(texts.first, stop)
    behind = np.maximum(np.minimum(behind, last[number]), first)
    return np.bincount(number, texts.worth[behind] - texts.worth[first], len(head) - 1).astype(np.int64)
