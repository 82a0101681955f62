"""Where a passage really begins and ends: the hull of its equal runs, grown through edits and to the edges of sentences.

Places given and returned are counted characters; inside, tokens, so that English ends at words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

import numpy as np

from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import PreparedText

REACH = 48  # tokens an edge may be extended through edits
DROP = 3.0  # an extension ends when it is this far below its best score
EDIT = 1.4  # cost of one inserted, deleted or changed token at an edge
# Edits tried where the texts differ: tokens of each side that it takes up, and its cost.
EDITS = ((1, 1, 1), (1, 0, 1), (0, 1, 1), (2, 2, 2), (2, 1, 2), (1, 2, 2), (2, 0, 2), (0, 2, 2))
_FIRST = 1 + max(
    max(edit[:2]) for edit in EDITS
)  # tokens of which one must be found on the other side for a first step
SNAP = 3  # tokens between an edge and the sentence's edge that are taken in without a look
FAR = 48  # tokens to the sentence's edge that are looked at
ALIKE = 0.4  # share of these that must be the same on both sides

_DRAFT, _SOURCE = itemgetter(0), itemgetter(1)  # places of a run


def grown_hull(draft: PreparedText, source: PreparedText, rows: list[list[int]]) -> tuple[int, int, int, int]:
    """The hull (d0, d1, s0, s1) of runs (rows: place in draft, place in source, length), in whole tokens, grown at both ends through edits and to the edges of sentences."""
    if len(rows) == 1:
        heads = tails = rows
    else:
        heads = _both(min(rows, key=_DRAFT), min(rows, key=_SOURCE))
        ends = [d + size for d, _, size in rows], [s + size for _, s, size in rows]
        tails = _both(*(rows[side.index(max(side))] for side in ends))
    first_d, first_s = draft.edges[0], source.edges[0]
    (d0, d1, *at_d), (s0, s1, *at_s) = (_edges(text, heads, tails, side) for text, side in ((draft, 0), (source, 1)))
    for i, j in zip(at_d[: len(heads)], at_s[: len(heads)], strict=True):
        back = _extension(draft.tokens[max(0, i - REACH) : i][::-1], source.tokens[max(0, j - REACH) : j][::-1])
        d0, s0 = min(d0, i - back[0]), min(s0, j - back[1])
    for i, j in zip(at_d[len(heads) :], at_s[len(heads) :], strict=True):
        more = _extension(draft.tokens[i : i + REACH], source.tokens[j : j + REACH])
        d1, s1 = max(d1, i + more[0]), max(s1, j + more[1])
    if len(rows) == 1 and d1 - d0 == s1 - s0 and first_d[d1] - first_d[d0] == rows[0][2]:
        return first_d[d0], first_d[d1], first_s[s0], first_s[s1]
    d0, s0 = _completed(draft, source, d0, s0, -1)
    d1, s1 = _completed(draft, source, d1, s1, 1)
    return first_d[d0], first_d[d1], first_s[s0], first_s[s1]


def _both(one: list[int], two: list[int]) -> list[list[int]]:
    return [one] if one == two else [one, two]


def _edges(text: PreparedText, heads: list[list[int]], tails: list[list[int]], side: int) -> list[int]:
    """The whole tokens of the hull, the token at which each of the heads begins, and that at which each tail ends."""
    begins = text.edges[0]
    starts = [bisect_left(begins, row[side]) for row in heads]
    ends = [bisect_left(begins, row[side] + row[2] + 1) - 1 for row in tails]
    first, last = min(starts), max(ends)
    hull = (first, last) if first < last else (last, first)
    return [*hull, *starts, *ends]


def _completed(draft: PreparedText, source: PreparedText, i: int, j: int, step: int) -> tuple[int, int]:
    """An edge (token places) moved outward to the edges of the sentences when what is left of them is little, or alike."""
    rest_d, rest_s = _to_break(draft, i, step), _to_break(source, j, step)
    if rest_d is not None and rest_s is not None and max(rest_d, rest_s) > SNAP:
        a, b = (
            (text.tokens[at : at + rest] if step > 0 else text.tokens[at - rest : at]).tolist()
            for text, at, rest in ((draft, i, rest_d), (source, j, rest_s))
        )
        short, long = sorted((rest_d, rest_s))
        common = sum(min(a.count(token), b.count(token)) for token in set(a).intersection(b))
        alike = (2 * short >= long or long - short <= 4) and short > 0 and common >= ALIKE * short
        return (i + step * rest_d, j + step * rest_s) if alike else (i, j)
    if rest_d is not None and rest_d <= SNAP:
        i += step * rest_d
    if rest_s is not None and rest_s <= SNAP:
        j += step * rest_s
    return i, j


def _to_break(text: PreparedText, at: int, step: int) -> int | None:
    """Tokens from an edge outward to the edge of its sentence; None when that is far."""
    begins = text.edges[1]
    number = bisect_left(begins, at) if step > 0 else bisect_right(begins, at) - 1
    found = abs(begins[number] - at)
    return found if found <= FAR else None


def whole_tokens(text: PreparedText, low: int, high: int) -> tuple[int, int]:
    """The tokens that lie wholly in characters `low:high`; those it touches when there are none."""
    first, last = text.first.searchsorted(
        np.array([low, high + 1], np.int32)
    ).tolist()  # of the row's own type, else it is copied
    last -= 1
    return (first, last) if first < last else (last, first)


def _extension(a: U32, b: U32) -> tuple[int, int]:
    """How many tokens of `a` and `b` still belong to an edited passage that ends before them.

    A greedy walk: equal tokens go on, else the cheapest edit after which two tokens are equal again.
    """
    if set(a[:_FIRST].tolist()).isdisjoint(b[:_FIRST].tolist()):
        return 0, 0  # most passages end here
    mine, theirs = a.tolist(), b.tolist()
    end_i, end_j = len(mine), len(theirs)
    mine += -1, -1, -1  # equal to nothing: no look beyond an end
    theirs += -2, -2, -2
    i = j = 0
    score = best = 0.0
    end = (0, 0)
    while i < end_i and j < end_j:
        if mine[i] == theirs[j]:
            i, j, score = i + 1, j + 1, score + 1
            if score > best:
                best, end = score, (i, j)
            continue
        for more_i, more_j, cost in EDITS:
            x, y = i + more_i, j + more_j
            if mine[x] == theirs[y] and mine[x + 1] == theirs[y + 1]:
                i, j, score = x, y, score - cost * EDIT
                break
        else:
            break
        if score < best - DROP:
            break
    return end
