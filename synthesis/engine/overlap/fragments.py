"""Clusters refined to characters: the maximal equal runs they rest on, their true edges, and what belongs together.

All places here are counted characters: of the draft, and of one source.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import SENTENCE, PreparedText
from synthesis.engine.overlap.seeds import I64, Corpus

_UNCOVERED = 0.6  # what an uncovered character costs a tail, against 1 for a covered one
_REACH = 48  # tokens an edge may be extended through edits
_DROP = 3.0  # an extension ends when it is this far below its best score
_EDIT = 1.4  # cost of one inserted, deleted or changed token at an edge
_SNAP = 3  # tokens between an edge and the sentence's edge that are taken in
_LEAST = 12.0  # characters that a fragment's runs must cover once its tails are cut off
_WORD = 1.3  # unspaced characters that a word counts for
_STEPS = 1 << 16


@dataclass(frozen=True)
class Fragment:
    """`source`: its number; `d0:d1`, `s0:s1`: the spans; `runs`: rows (place in draft, place in source, length)."""

    source: int
    d0: int
    d1: int
    s0: int
    s1: int
    runs: I64
    paraphrase: float = 0.0

    @property
    def covered(self) -> int:
        """Draft characters lying in an equal run."""
        return int(_coverage(self.runs[:, 0], self.runs[:, 2], self.d0, self.d1).sum())


def _coverage(at: I64, length: I64, low: int, high: int) -> NDArray[np.bool_]:
    edge = np.zeros(high - low + 1, np.int32)
    np.add.at(edge, np.clip(at - low, 0, high - low), 1)
    np.add.at(edge, np.clip(at + length - low, 0, high - low), -1)
    covered: NDArray[np.bool_] = np.cumsum(edge[:-1]) > 0
    return covered


def fragments_of(draft: PreparedText, corpus: Corpus, clusters: Clusters) -> list[Fragment]:
    """One fragment for each strong cluster, trimmed and extended."""
    keep = np.flatnonzero(clusters.strong[clusters.label])
    if not len(keep):
        return []
    label, pairs = clusters.label[keep], clusters.pairs.only(keep)
    source = corpus.source_of(pairs.s)
    label, runs = _maximal_runs(draft.codes, corpus.codes, label, draft.first[pairs.d], corpus.chars_of(source, pairs.s), corpus.char_row)
    edges = np.append(np.flatnonzero(np.append(True, np.diff(label) != 0)), len(label))
    out = []
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        mine = runs[low:high]
        number = int(np.searchsorted(corpus.char_row, mine[0, 1], "right")) - 1
        mine = mine - np.array([0, corpus.char_row[number], 0])
        mine = _trimmed(mine)
        if _units(draft, mine) >= _LEAST:
            out.append(_edged(draft, corpus.texts[number], number, mine))
    return out


def _units(draft: PreparedText, runs: I64) -> float:
    """What the runs cover in the draft: unspaced characters, and whole words at what a word is worth of them."""
    if not len(runs):
        return 0.0
    low, high = int(runs[:, 0].min()), int((runs[:, 0] + runs[:, 2]).max())
    covered = _coverage(runs[:, 0], runs[:, 2], low, high)
    first, last = _whole_tokens(draft, low, high)
    starts = draft.first[first:last] - low
    inside = covered[starts] if last > first else np.zeros(0, np.bool_)
    worth = np.where(draft.words[first:last] > 0, _WORD, 1.0)
    return float(worth[inside].sum())


def _maximal_runs(a: U32, b: U32, label: I64, d: NDArray[np.int32], s: I64, rows: I64) -> tuple[I64, I64]:
    """Every pair of places grown to the maximal equal run around it: (label, rows (draft, corpus, length))."""
    diagonal = s - d
    order = np.lexsort((d, diagonal, label))
    label, d64, s, diagonal = label[order], d[order].astype(np.int64), s[order], diagonal[order]
    same = (np.diff(label) == 0) & (np.diff(diagonal) == 0)
    room = np.full(len(s), _STEPS, np.int64)
    room[:-1][same] = np.diff(d64)[same]
    source = np.searchsorted(rows, s, "right") - 1
    right = np.minimum(len(a) - d64, rows[source + 1] - s)
    grown = _grown(a, b, d64, s, np.minimum(room, right), 1)
    head = np.append(True, ~(same & (grown[:-1] == room[:-1])))
    first = np.flatnonzero(head)
    last = np.append(first[1:], len(s)) - 1
    label, at_d, at_s = label[first], d64[first], s[first]
    length = d64[last] + grown[last] - at_d
    left = np.minimum(at_d, at_s - rows[source[first]])
    back = _grown(a, b, at_d - 1, at_s - 1, np.minimum(left, _STEPS), -1)
    runs = np.stack((at_d - back, at_s - back, length + back), 1)
    runs, label = runs[runs[:, 2] > 0], label[runs[:, 2] > 0]
    _, unique = np.unique(np.column_stack((label, runs)), axis=0, return_index=True)
    return label[unique], runs[unique]


def _grown(a: U32, b: U32, at: I64, there: I64, room: I64, step: int) -> I64:
    """How far the texts stay equal from each pair of places, at most `room`."""
    size = np.zeros(len(at), np.int64)
    active = np.flatnonzero(room > 0)
    while len(active):
        far = size[active] * step
        active = active[a[at[active] + far] == b[there[active] + far]]
        size[active] += 1
        active = active[size[active] < room[active]]
    return size


def _trimmed(runs: I64) -> I64:
    """Without the runs in thin tails, on either side (best-scoring stretch, Kadane)."""
    for side in (0, 1, 0):
        if len(runs) < 2:
            break
        low, high = int(runs[:, side].min()), int((runs[:, side] + runs[:, 2]).max())
        score = np.where(_coverage(runs[:, side], runs[:, 2], low, high), 1.0, -_UNCOVERED)
        total = np.append(0.0, np.cumsum(score))
        gain = total - np.minimum.accumulate(total)
        stop = int(gain.argmax())
        start = int(total[: stop + 1].argmin())
        inside = (runs[:, side] < low + stop) & (runs[:, side] + runs[:, 2] > low + start)
        runs = runs[inside]
    return runs


def _edged(draft: PreparedText, source: PreparedText, number: int, runs: I64) -> Fragment:
    """The hull of the runs, in whole tokens, grown at both ends through edits and to the edges of sentences."""
    ends = runs[:, :2] + runs[:, 2:]
    d0, d1 = _whole_tokens(draft, int(runs[:, 0].min()), int(ends[:, 0].max()))
    s0, s1 = _whole_tokens(source, int(runs[:, 1].min()), int(ends[:, 1].max()))
    for row in {int(runs[:, 0].argmin()), int(runs[:, 1].argmin())}:
        i = int(np.searchsorted(draft.first, runs[row, 0]))
        j = int(np.searchsorted(source.first, runs[row, 1]))
        back = _extension(draft.tokens[max(0, i - _REACH) : i][::-1], source.tokens[max(0, j - _REACH) : j][::-1])
        d0, s0 = min(d0, i - back[0]), min(s0, j - back[1])
    for row in {int(ends[:, 0].argmax()), int(ends[:, 1].argmax())}:
        i = int(np.searchsorted(draft.first, ends[row, 0], "right")) - 1
        j = int(np.searchsorted(source.first, ends[row, 1], "right")) - 1
        more = _extension(draft.tokens[i : i + _REACH], source.tokens[j : j + _REACH])
        d1, s1 = max(d1, i + more[0]), max(s1, j + more[1])
    if len(runs) > 1 or d1 - d0 != s1 - s0 or draft.first[d1] - draft.first[d0] != runs[0, 2]:
        d0, d1 = _snapped(draft, d0, d1)
        s0, s1 = _snapped(source, s0, s1)
    return Fragment(number, *(int(draft.first[t]) for t in (d0, d1)), *(int(source.first[t]) for t in (s0, s1)), runs)


def _whole_tokens(text: PreparedText, low: int, high: int) -> tuple[int, int]:
    """The tokens that lie wholly in characters `low:high`; those it touches when there are none."""
    first = int(np.searchsorted(text.first, low))
    last = int(np.searchsorted(text.first, high, "right")) - 1
    return (first, last) if first < last else (last, first)


def _extension(a: U32, b: U32) -> tuple[int, int]:
    """How many tokens of `a` and `b` still belong to an edited passage that ends before them.

    A greedy walk: equal tokens go on, else the cheapest edit after which two tokens are equal again.
    """
    mine, theirs = a.tolist(), b.tolist()
    i = j = 0
    score = best = 0.0
    end = (0, 0)
    while i < len(mine) and j < len(theirs):
        if mine[i] == theirs[j]:
            i, j, score = i + 1, j + 1, score + 1
            if score > best:
                best, end = score, (i, j)
            continue
        for more_i, more_j, cost in ((1, 1, 1), (1, 0, 1), (0, 1, 1), (2, 2, 2), (2, 1, 2), (1, 2, 2), (2, 0, 2), (0, 2, 2)):
            x, y = i + more_i, j + more_j
            if mine[x : x + 2] == theirs[y : y + 2] and x + 1 < len(mine) and y + 1 < len(theirs):
                i, j, score = x, y, score - cost * _EDIT
                break
        else:
            break
        if score < best - _DROP:
            break
    return end


def _snapped(text: PreparedText, low: int, high: int) -> tuple[int, int]:
    """The token span with the few tokens that are left to the edge of its first and its last sentence."""
    start = max(0, low - _SNAP)
    before = np.flatnonzero(text.breaks[text.first[start : low + 1]] == SENTENCE)
    after = np.flatnonzero(text.breaks[text.first[high : high + _SNAP + 1]] == SENTENCE)
    if len(before):
        low = start + int(before[-1])
    if len(after):
        high += int(after[0])
    return low, high


def joined_fragments(fragments: list[Fragment], near: int = 12, far: int = 220) -> list[Fragment]:
    """Fragments of one source that follow each other closely on one side and not too far on the other, made one:
    an excerpt that leaves out a sentence, or an insertion of one. Order-free; repeated until nothing changes."""
    groups: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        groups.setdefault(fragment.source, []).append(fragment)
    out: list[Fragment] = []
    for group in groups.values():
        for side in ("d", "s", "d", "s"):
            group.sort(key=lambda f: getattr(f, side + "0"))
            merged = group[:1]
            for one in group[1:]:
                if _belong(merged[-1], one, near, far):
                    merged[-1] = _union(merged[-1], one)
                else:
                    merged.append(one)
            group = merged
        out += group
    return out


def _belong(one: Fragment, two: Fragment, near: int, far: int) -> bool:
    gap_d = max(one.d0, two.d0) - min(one.d1, two.d1)
    gap_s = max(one.s0, two.s0) - min(one.s1, two.s1)
    if max(gap_d, gap_s) <= 0:
        return True
    size = min(one.d1 - one.d0, two.d1 - two.d0, one.s1 - one.s0, two.s1 - two.s0)
    close, wide = min(gap_d, gap_s), max(gap_d, gap_s)
    # The same place twice on one side is a repetition, not a neighbour.
    return -size // 2 < close <= near and wide <= min(far, 8 * size)


def _union(one: Fragment, two: Fragment) -> Fragment:
    return replace(
        one,
        d0=min(one.d0, two.d0),
        d1=max(one.d1, two.d1),
        s0=min(one.s0, two.s0),
        s1=max(one.s1, two.s1),
        runs=np.concatenate((one.runs, two.runs)),
        paraphrase=max(one.paraphrase, two.paraphrase),
    )
