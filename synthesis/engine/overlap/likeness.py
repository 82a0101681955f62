"""How alike two stretches of text are: by the features they share, over every choice of their clauses in a row."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.apart import ADDRESS, REFERENCES
from synthesis.engine.overlap.background import in_background
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText

F32 = NDArray[np.float32]
I64 = NDArray[np.int64]
Mask = NDArray[np.bool_]

_CLAUSES = 12  # of a stretch that are told apart; more are taken together
_LEAST, _LEAST_WORDS = 10, 6  # tokens of a choice of clauses, when they are characters and when they are words
_LONGER = 2.5  # times the draft's stretch that a choice of the source may be long
_MORE = 20  # tokens, and so many more


@dataclass(frozen=True)
class Alike:
    """`mine`, `theirs`: token ranges. `cosine`: of the weighted sets of features; `evidence`: what they share, in
    features that stand nowhere else; `score`: cosine · √evidence, by which much that is rather alike weighs as much as
    a little that is very alike."""

    mine: tuple[int, int]
    theirs: tuple[int, int]
    cosine: float
    evidence: float
    score: float


def telling(text: PreparedText, low: int, high: int) -> Mask:
    """Which of the tokens `low:high` are somebody's own words: not in a set phrase, an address or the reference list."""
    out = np.ones(high - low, np.bool_)
    first = max(0, low - UNSPACED_SEED + 1)
    hit = np.flatnonzero(in_background(text.seeds[first:high])) + first
    size = np.where(text.words[hit] > 0, SPACED_SEED, UNSPACED_SEED)
    for step in range(max(SPACED_SEED, UNSPACED_SEED)):
        at = hit[size > step] + step - low
        out[at[(at >= 0) & (at < len(out))]] = False
    if high > low and len(text.apart):
        start = text.start[text.first[low:high]]
        for kind, begin, end in text.apart.tolist():
            if kind in (ADDRESS, REFERENCES):
                out &= (start < begin) | (start >= end)
    return out


def clauses(text: PreparedText, low: int, high: int) -> I64:
    """Token places where the clauses of `low:high` begin, and `high`."""
    inner = np.flatnonzero(text.breaks[text.first[low + 1 : high]]) + low + 1
    if len(inner) >= _CLAUSES:
        inner = inner[np.linspace(0, len(inner) - 1, _CLAUSES - 1).astype(np.int64)]
    return np.concatenate(([low], inner, [high])).astype(np.int64)


@dataclass(frozen=True)
class Side:
    """One stretch of a text, `low:high` in tokens. `telling`: of the whole text, where it is known."""

    text: PreparedText
    low: int
    high: int
    telling: Mask | None = None

    @functools.cached_property
    def features(self) -> U32:
        """Of its tokens."""
        return self.text.features[self.low : self.high]

    @functools.cached_property
    def known(self) -> U32:
        """Its different features that count, sorted."""
        return np.unique(self.features[self.own])

    @functools.cached_property
    def own(self) -> Mask:
        """Which of them count (`telling`)."""
        if self.telling is not None:
            return self.telling[self.low : self.high]
        return telling(self.text, self.low, self.high)


def most_alike(mine: Side, theirs: Side, weight: F32, rarest: float, least: float) -> list[Alike]:
    """The choices of clauses in a row with the best score: one of the whole stretch `mine`, and one of a part of it.

    `weight`: of each feature; `rarest`: of one that stands nowhere else; `least`: a score that the whole must be able to
    reach, else nothing is looked at.
    """
    known = mine.known
    if not len(known):
        return []
    place = np.minimum(np.searchsorted(known, theirs.features), len(known) - 1)
    hit = known[place] == theirs.features
    square = (weight[known] / rarest) ** 2
    met = np.zeros(len(known), np.bool_)
    met[place[hit]] = True
    if float(square[met].sum()) < least * float(np.sqrt(square.sum())):  # as if nothing else stood in the source
        return []
    hit &= theirs.own
    longest = _LONGER * (mine.high - mine.low) + _MORE
    edges_d, sets_d = _choices(mine, mine.own, np.searchsorted(known, mine.features[mine.own]), len(known), longest)
    edges_s, sets_s = _choices(theirs, hit, place[hit], len(known), longest)
    if not len(edges_d) or not len(edges_s):
        return []
    shared = (sets_d * square) @ sets_s.T
    norms = np.sqrt(np.outer(np.maximum(sets_d @ square, 1e-6), _norms(theirs, edges_s, weight, rarest)))
    cosine = shared / norms
    score = cosine * np.sqrt(shared)
    whole = (edges_d[:, 0] == mine.low) & (edges_d[:, 1] == mine.high)
    out = []
    for rows in (np.flatnonzero(whole), np.flatnonzero(~whole)):
        if not len(rows):
            continue
        row, column = divmod(int(score[rows].argmax()), score.shape[1])
        row = int(rows[row])
        a, b = edges_d[row].tolist(), edges_s[column].tolist()
        values = (float(table[row, column]) for table in (cosine, shared, score))
        out.append(Alike((a[0], a[1]), (b[0], b[1]), *values))
    return out


def _choices(side: Side, rows: Mask, feature: I64, known: int, longest: float) -> tuple[I64, F32]:
    """Every row of neighbouring clauses that is not too short or long: its edges in tokens, which of the features it has."""
    edges = clauses(side.text, side.low, side.high)
    number = np.searchsorted(edges, np.flatnonzero(rows) + side.low, "right") - 1
    counts = np.bincount((number + 1) * known + feature, minlength=len(edges) * known).reshape(-1, known).cumsum(0)
    low, high = np.triu_indices(len(edges), 1)
    size = edges[high] - edges[low]
    words = 2 * int(side.text.words[side.low : side.high].sum()) > side.high - side.low
    fits = (size >= (_LEAST_WORDS if words else _LEAST)) & ((size <= longest) | (high - low == 1))
    low, high = low[fits], high[fits]
    return np.stack((edges[low], edges[high]), 1), (counts[high] > counts[low]).astype(np.float32)


def _norms(side: Side, edges: I64, weight: F32, rarest: float) -> F32:
    """The sum of the squared weights of the different features of each choice."""
    known = side.known
    place = np.searchsorted(known, side.features[side.own])
    begins = np.unique(edges)
    row = np.searchsorted(begins, np.flatnonzero(side.own) + side.low, "right")
    size = len(begins) + 1
    counts = np.bincount(row * len(known) + place, minlength=size * len(known)).reshape(size, -1).cumsum(0)
    low, high = np.searchsorted(begins, edges[:, 0]), np.searchsorted(begins, edges[:, 1])
    out: F32 = (counts[high] > counts[low]).astype(np.float32) @ ((weight[known] / rarest) ** 2)
    return np.maximum(out, 1e-6)
