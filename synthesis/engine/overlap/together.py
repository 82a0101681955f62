"""Sentences said anew, of which none shows it alone: neighbours that resemble one place together, and what keeps its figures."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.facing import Facing
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.grams import distinct
from synthesis.engine.overlap.likeness import Alike, Side, most_alike
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.numerals import VALUE_BITS, WORTH
from synthesis.engine.overlap.prepared import FEATURE_BITS, FIGURES
from synthesis.engine.overlap.seeds import I64, spread
from synthesis.engine.overlap.sentences import Pairs

# Least score and evidence (`likeness.Alike`) of two or three neighbouring sentences as one. Of 1,900 twos and threes of reports
# on one industry, each with its best partner, six reached this, all of them on one public tender, in the same figures.
_SEVERAL, _SEVERAL_EVIDENCE, _LONGEST = 0.7, 10.0, 140  # the last: tokens; longer ones share more by chance
# What one of them must share at least, each other, and beside one found alone.
_LEAD, _SHARE, _LARGE_SHARE = 4.0, 2.5, 5.0
# With figures in common, counted into the score. Of 840 stretches of reports, reviews and news, each with its best partner in
# others of their kind, none had as much. One figure alone is not enough.
_FIGURED, _FIGURED_EVIDENCE, _FIGURED_LEAD = 0.55, 4.5, 2.0
_FIGURES, _FIGURE = 1.0, 1.5  # what the figures must be worth together, and the evidence that one is
_FAINTEST = 0.2  # score without the figures, below which nothing is looked at
_AROUND = 2  # sentences of the source before and after its best partner that are looked at


def together(facing: Facing, pairs: Pairs, shared: NDArray[np.float64], done: set[int]) -> list[Fragment]:
    """Up to three neighbouring sentences of unspaced writing that resemble one place together, however faint each is alone.

    `pairs`: those to begin with, and what they have in common; `done`: sentences found alone, beside which others need more."""
    count = len(facing.asked.low)
    some = ((shared >= _FIGURED_LEAD) & ~facing.words[pairs.mine]).nonzero()[0]
    mine, other = pairs.mine[some], pairs.other[some]
    source, low, high = facing.region(other, _AROUND)
    wide = facing.asked.low[np.maximum(mine - 1, 0)], facing.asked.high[np.minimum(mine + 1, count - 1)]
    figures = _figures(facing, wide, (low, high)) >= _FIGURES
    some = (figures | (shared[some] >= _LEAD)).nonzero()[0]
    mine, source, low, high = mine[some], source[some], low[some], high[some]
    figures = figures[some]
    before, after = np.maximum(mine - 1, 0), np.minimum(mine + 1, count - 1)
    shares = facing.features.shared_by_each(facing.index, (before, mine, after), low, high)
    some = (figures | (shares[1] >= _LEAD)).nonzero()[0]
    mine, source, low, high = mine[some], source[some], low[some], high[some]
    figures, own = figures[some], shares[1, some]
    beside = _beside(facing, mine, (before[some], after[some]), shares[::2, some], done)
    total = own + beside.sum(0)
    several = (own >= _LEAD) & (total >= _SEVERAL_EVIDENCE) & beside.any(0)
    best: dict[int, tuple[float, Fragment]] = {}
    for i in (several | (figures & (total >= _FIGURED_EVIDENCE))).nonzero()[0].tolist():
        number, first, last = int(mine[i]), int(mine[i] - (beside[0, i] > 0)), int(mine[i] + (beside[1, i] > 0))
        theirs = facing.there(int(source[i]), int(low[i]), int(high[i]))
        for rows in {(first, last), (first, number), (number, last), (number, number)}:
            alone = rows[0] == rows[1]
            if done.issuperset(range(rows[0], rows[1] + 1)) or (alone and not figures[i]):
                continue
            one = _as_one(facing.side(*rows), theirs, bool(several[i]) and not alone, bool(figures[i]))
            if one and one.score > best.get(number, (0.0,))[0]:
                best[number] = one.score, facing.fragment(int(source[i]), one)
    return [fragment for _, fragment in best.values()]


def figured(alike: Alike, mine: Side, theirs: Side) -> tuple[Alike, float]:
    """With the figures that both stretches have counted into score and evidence; and what these are worth."""
    one, two = (side.text.features[low:high] for side, (low, high) in ((mine, alike.mine), (theirs, alike.theirs)))
    both = set(one[one >= FIGURES].tolist()).intersection(two[two >= FIGURES].tolist())
    if not both:
        return alike, 0.0
    some = np.array(sorted(both), np.uint32)
    more = float((_worth(some) * mine.square(some)).sum())
    evidence = alike.evidence + _FIGURE * more
    return replace(alike, evidence=evidence, score=alike.score * (evidence / alike.evidence) ** 1.5), more


def _worth(feature: U32) -> NDArray[np.float64]:
    """Of features that are figures."""
    out: NDArray[np.float64] = WORTH[(feature - np.uint32(FIGURES)) >> np.uint32(VALUE_BITS)]
    return out


def _beside(
    facing: Facing, mine: I64, rows: tuple[I64, I64], shared: NDArray[np.float64], done: set[int]
) -> NDArray[np.float64]:
    """What the sentences before and after `mine`, `rows`, share with its place, where they stand in the same paragraph and
    that is enough. `shared`: of each of them."""
    asked = facing.asked
    before, after = rows
    beside: NDArray[np.float64] = shared * (
        (asked.high[before] == asked.low[mine]) & continued(facing, asked.low[mine]),
        (asked.low[after] == asked.high[mine]) & continued(facing, asked.high[mine]),
    )
    found = np.zeros(len(asked.low), np.bool_)
    found[list(done)] = True
    beside[beside < np.where(found[mine] | found[np.stack(rows)], _LARGE_SHARE, _SHARE)] = 0.0
    return beside


def continued(facing: Facing, token: I64) -> NDArray[np.bool_]:
    """Whether nothing but marks stands before these tokens: not even white space, which begins a paragraph here."""
    text = facing.draft
    at = np.minimum(np.maximum(text.first[token], 1), len(text.start) - 1)
    out: NDArray[np.bool_] = text.start[at] - text.end[at - 1] <= text.tail[at - 1]
    return out


def _figures(facing: Facing, mine: tuple[I64, I64], theirs: tuple[I64, I64]) -> NDArray[np.float64]:
    """What the figures are worth that each stretch of the draft has in common with one of the index."""
    rows = []
    for (places, features), (low, high) in ((facing.figures, mine), (facing.index.figures, theirs)):
        which, at = spread(places.searchsorted(low), places.searchsorted(high))
        rows.append(distinct(which << FEATURE_BITS | features[at]))
    both = np.intersect1d(rows[0], rows[1], assume_unique=True)
    feature = (both & ((1 << FEATURE_BITS) - 1)).astype(np.uint32)
    value = _worth(feature) * facing.index.square(feature)
    out: NDArray[np.float64] = np.bincount(both >> FEATURE_BITS, value, len(mine[0])).astype(np.float64, copy=False)
    return out


def _as_one(mine: Side, theirs: Side, several: bool, figures: bool) -> Alike | None:
    """How they resemble each other, when it is enough: as `several` sentences, or by `figures`."""
    if mine.high - mine.low > _LONGEST:
        return None
    for alike in most_alike(mine, theirs, _FAINTEST if figures else _SEVERAL, math.inf):
        if alike.evidence < _FIGURED_EVIDENCE:
            continue
        one, more = figured(alike, mine, theirs)
        if several and alike.score >= _SEVERAL and alike.evidence >= _SEVERAL_EVIDENCE:
            return one
        if more >= _FIGURES and one.score >= _FIGURED:
            return one
    return None
