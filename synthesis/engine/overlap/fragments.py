"""Clusters refined to characters: the maximal equal runs they rest on, and the spans these make up.

All places here are counted characters: of the draft, and of one source.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import itemgetter

import numpy as np

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.corpus import Corpus, moved
from synthesis.engine.overlap.edges import grown_hull, whole_tokens
from synthesis.engine.overlap.grams import heads, sorting_order
from synthesis.engine.overlap.library import Library, sharing
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.once import once
from synthesis.engine.overlap.prepared import UNSPACED_SEED, PreparedText
from synthesis.engine.overlap.seeds import I64, SeedPairs, spread

COVERED, UNCOVERED = 5, 3  # what a covered character is worth to a tail, and what another one costs it
_ACCIDENT = 8  # characters: a longer run that stands twice is a repetition
PAIRED = 400  # runs that are compared each with each
LEAST = 12.0  # characters that a fragment's runs must cover once its tails are cut off
_WORD = 1.3  # unspaced characters that a word counts for
_STEPS = 1 << 16
_BLOCK = 16  # characters that are compared at a time

Bounds = tuple[I64, I64]
Rows = list[list[int]]  # of runs: place in the draft, place in the source, length
_PLACE, _size = (itemgetter(0), itemgetter(1)), itemgetter(2)


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

    @once
    def rows(self) -> Rows:
        """The runs as plain numbers."""
        rows: Rows = self.runs.tolist()
        return rows

    @once
    def in_runs(self) -> int:
        """The lengths of all runs together."""
        return sum(row[2] for row in self.rows)

    @once
    def covered(self) -> int:
        """Draft characters lying in an equal run."""
        return covered_length(self.rows, 0, self.d0, self.d1)

    @once
    def covered_there(self) -> int:
        """Source characters lying in an equal run."""
        return covered_length(self.rows, 1, self.s0, self.s1)

    @once
    def longest(self) -> int:
        """Length of its longest run, as far as the run lies in both spans (a run may end inside a word)."""
        best = 0
        for d, s, size in self.rows:
            if size > best:
                skipped = max(self.d0 - d, self.s0 - s, 0)
                beyond = max(d + size - self.d1, s + size - self.s1, 0)
                best = max(best, size - skipped - beyond)
        return best

    @once
    def weight(self) -> int:
        """What it counts when passages compete: covered characters of both sides, then a little for its size."""
        return 16 * (self.covered + self.covered_there) + self.d1 - self.d0 + self.s1 - self.s0


def mirrored(one: Fragment) -> Fragment:
    """The fragment seen from its source, which must be the only one."""
    return Fragment(0, one.s0, one.s1, one.d0, one.d1, one.runs[:, [1, 0, 2]], one.similar[:, [2, 3, 0, 1]])


def covered_length(runs: Rows, side: int, low: int, high: int) -> int:
    """How many of the places `low:high` of a side lie in one of the runs."""
    total = 0
    for row in sorted(runs, key=_PLACE[side]) if len(runs) > 1 else runs:
        start = row[side]
        stop = min(start + row[2], high)
        start = max(start, low)
        if stop > start:
            total += stop - start
            low = stop
    return total


def fragments_of(draft: PreparedText, corpus: Corpus, clusters: Clusters) -> list[Fragment]:
    """One fragment for each strong cluster, trimmed and extended."""
    keep = clusters.strong[clusters.label].nonzero()[0]
    if not len(keep):
        return []
    label, d, s, known = _places(draft, clusters.pairs.only(keep), clusters.label[keep])
    source = corpus.source_of(s)
    whole = np.zeros(len(d), np.int64), np.full(len(d), len(draft.codes))
    label, runs = maximal_runs(
        (draft.codes, corpus.codes),
        label,
        (draft.first[d].astype(np.int64), corpus.chars_of(source, s)),
        (whole, (corpus.char_row[source], corpus.char_row[source + 1])),
        known,
    )
    edges = np.append(heads(label), len(label))
    numbers = corpus.char_row.searchsorted(runs[edges[:-1], 1], "right") - 1
    runs[:, 1] -= np.repeat(corpus.char_row[numbers], np.diff(edges))
    rows: Rows = runs.tolist()
    out = []
    for number, (low, high) in zip(numbers.tolist(), pairwise(edges.tolist()), strict=True):
        mine = _trimmed(rows[low:high])
        if covers(draft, mine, LEAST):
            kept = runs[low:high] if len(mine) == high - low else np.array(mine, np.int64)
            out.append(Fragment(number, *grown_hull(draft, corpus.texts[number], mine), kept))
    return out


def _places(draft: PreparedText, pairs: SeedPairs, label: I64) -> tuple[I64, I64, I64, I64 | None]:
    """Labels and token places (in draft, in corpus) to grow equal runs from, and how many characters from there are equal.
    Of seeds in a row, the first tells it all; of those with words in them, whose endings may differ, each for itself."""
    if pairs.size is None:
        return label, pairs.d, pairs.s, None
    covered = pairs.size + UNSPACED_SEED - 1
    words = draft.word_places
    worded = words.searchsorted(pairs.d) < words.searchsorted(pairs.d + covered)
    row, step = spread(np.zeros(len(label), np.int64), np.where(worded, pairs.size, 1))
    return label[row], pairs.d[row] + step, pairs.s[row] + step, np.where(worded, 0, covered)[row]


def fragments_among(draft: PreparedText, library: Library, clusters: Clusters) -> tuple[list[Fragment], list[int]]:
    """`fragments_of` in the texts of a library, by their numbers there; and the texts that share most (`sharing`)."""
    numbers, best = sharing(clusters, library)
    corpus = Corpus([library.texts[i] for i in numbers])
    found = fragments_of(draft, corpus, moved(clusters, library, numbers, corpus))
    return [replace(one, source=numbers[one.source]) for one in found], best


def covers(draft: PreparedText, runs: Rows, least: float) -> bool:
    """Whether the runs cover so many `units_of` the draft."""
    if not runs:
        return least <= 0
    at, _, size = max(runs, key=_size)
    first, last = draft.first.searchsorted(np.array([at, at + size], np.int32)).tolist()
    return last - first - 1 >= least or units_of(draft, runs) >= least


def units_of(draft: PreparedText, runs: Rows) -> float:
    """What some runs cover in the draft: unspaced characters, and whole words at what a word is worth of them."""
    stretches = _merged(runs, 0)
    first, last = whole_tokens(draft, stretches[0][0], stretches[-1][1])
    places = draft.first.searchsorted(np.array(stretches, np.int32)).tolist()
    units = 0.0
    for low, high in places:
        low, high = max(low, first), min(high, last)
        if low < high:
            units += high - low + (_WORD - 1) * np.count_nonzero(draft.words[low:high])
    return units


def _merged(runs: Rows, side: int) -> list[list[int]]:
    """The stretches of a side that the runs cover, in order, disjoint."""
    out: list[list[int]] = []
    reach = -1
    for row in sorted(runs, key=_PLACE[side]):
        start = row[side]
        stop = start + row[2]
        if start > reach or not out:
            out.append([start, stop])
            reach = stop
        elif stop > reach:
            out[-1][1] = reach = stop
    return out


def maximal_runs(
    codes: tuple[U32, U32], label: I64, places: tuple[I64, I64], bounds: tuple[Bounds, Bounds], known: I64 | None = None
) -> tuple[I64, I64]:
    """Every pair of places grown to the maximal equal run around it: (label, rows (place, place, length)), by label.

    `bounds`: where the texts of each side's places begin and end. `known`: characters from there known to be equal.
    """
    (a, b), (d, s) = codes, places
    diagonal = s - d
    order = sorting_order(label, diagonal, d)
    label, d, s, diagonal = label[order], d[order], s[order], diagonal[order]
    (low_d, high_d), (low_s, high_s) = bounds
    same = (label[1:] == label[:-1]) & (diagonal[1:] == diagonal[:-1])
    room = np.empty(len(s), np.int64)  # up to the next place of the same row, or the end of a text
    room[:-1] = d[1:] - d[:-1]
    ends = np.append((~same).nonzero()[0], len(s) - 1)
    left = np.minimum(high_d[order[ends]] - d[ends], high_s[order[ends]] - s[ends])
    size = np.zeros(len(s), np.int64) if known is None else known[order]
    room[ends] = np.minimum(left, size[ends] + _STEPS)
    np.minimum(size, room, out=size)
    grown = _grown(a, b, d, s, room=room, size=size, step=1)
    head = np.append(True, ~(same & (grown[:-1] == room[:-1])))
    first = head.nonzero()[0]
    last = np.append(first[1:], len(s)) - 1
    label, at_d, at_s = label[first], d[first], s[first]
    length = d[last] + grown[last] - at_d
    left = np.minimum(np.minimum(at_d - low_d[order[first]], at_s - low_s[order[first]]), _STEPS)
    back = _grown(a, b, at_d - 1, at_s - 1, room=left, size=np.zeros(len(first), np.int64), step=-1)
    runs = np.stack((at_d - back, at_s - back, length + back), 1)
    runs, label = runs[runs[:, 2] > 0], label[runs[:, 2] > 0]
    order = sorting_order(label, *runs.T)
    label, runs = label[order], runs[order]
    new = np.ones(len(label), np.bool_)
    new[1:] = (label[1:] != label[:-1]) | (runs[1:] != runs[:-1]).any(1)
    return label[new], runs[new]


def _grown(a: U32, b: U32, at: I64, there: I64, *, room: I64, size: I64, step: int) -> I64:
    """How far the texts stay equal from each pair of places, at least `size` and at most `room`."""
    same = a.take(at + size * step, mode="clip") == b.take(there + size * step, mode="clip")
    same &= size < room
    size += same
    active = (same & (size < room)).nonzero()[0]  # few have room for more than one character
    while len(active):
        left = np.minimum((room - size)[active], _BLOCK)
        far = (size[active, None] + np.minimum(np.arange(_BLOCK), left[:, None] - 1)) * step
        same = a[at[active, None] + far] == b[there[active, None] + far]
        more = np.where(same.all(1), left, same.argmin(1))
        size[active] += more
        active = active[(more == _BLOCK) & (size[active] < room[active])]
    return size


def distinct_runs(rows: Rows) -> Rows:
    """Without runs that lie inside a longer one on either side, or, when short, stand there a second time: accidents."""
    if not 1 < len(rows) <= PAIRED or follow(rows):
        return rows
    longest = max(rows, key=_size)
    main = longest[1] - longest[0]
    gone: set[int] = set()
    for side in (0, 1):
        begin, reach, at = -1, -1, -1  # of the run so far that reaches furthest
        for start, before_stop, i in sorted([(row[side], -row[side] - row[2], i) for i, row in enumerate(rows)]):
            if -before_stop > reach:
                begin, reach, at = start, -before_stop, i
            elif start > begin or -before_stop < reach:
                gone.add(i)
            elif rows[i][2] <= _ACCIDENT:  # both in one place: the one nearer to the diagonal of the longest stays
                off, off_at = (abs(rows[row][1] - rows[row][0] - main) for row in (i, at))
                gone.add(i if (off_at, at) < (off, i) else at)
                at = at if (off_at, at) < (off, i) else i
    return [row for i, row in enumerate(rows) if i not in gone] if gone else rows


def follow(rows: Rows) -> bool:
    """Whether runs in order of their place in the draft follow each other on both sides."""
    end_d = end_s = -1
    for d, s, size in rows:
        if d < end_d or s < end_s:
            return False
        end_d, end_s = d + size, s + size
    return True


def _trimmed(runs: Rows) -> Rows:
    """Without the runs in thin tails, on either side (best-scoring stretch, Kadane)."""
    runs = distinct_runs(runs)
    judged = -1  # of how many runs nothing was left out last
    for side in (0, 1, 0):
        if len(runs) < 2 or len(runs) == judged:
            break
        judged = len(runs) if side else -1
        runs = _best_stretch(runs, side)
    return runs


def _best_stretch(runs: Rows, side: int) -> Rows:
    """The runs in the stretch of a side with the best score: it begins and ends with a run, the first of those that are as
    good."""
    order = sorted(runs, key=_PLACE[side])
    total, least, begin, reach = 0, 0, order[0][side], order[0][side]
    best, found = -1, (begin, begin)
    for row in order:
        start = row[side]
        stop = start + row[2]
        if start > reach:
            total -= UNCOVERED * (start - reach)
            if total < least:
                least, begin = total, start
            reach = start
        if stop > reach:
            total += COVERED * (stop - reach)
            reach = stop
            if total - least > best:
                best, found = total - least, (begin, stop)
    if found == (order[0][side], reach):
        return runs
    start, stop = found
    return [row for row in runs if row[side] < stop and row[side] + row[2] > start]
