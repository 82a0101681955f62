"""How alike two stretches of text are: by the features they share, over every choice of their clauses in a row."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    if len(hit):
        ends = np.where(text.words[hit] > 0, SPACED_SEED, UNSPACED_SEED) + (hit - low)
        for begin, end in zip(np.maximum(hit - low, 0).tolist(), np.maximum(ends, 0).tolist(), strict=True):
            out[begin:end] = False
    if high > low and len(text.not_own):
        start = text.start[text.first[low:high]]
        for begin, end in start.searchsorted(text.not_own).tolist():
            out[begin:end] = False
    return out


def clauses(text: PreparedText, low: int, high: int) -> I64:
    """Token places where the clauses of `low:high` begin, and `high`."""
    inner = np.flatnonzero(text.breaks[text.first[low + 1 : high]]) + low + 1
    if len(inner) >= _CLAUSES:
        inner = inner[np.linspace(0, len(inner) - 1, _CLAUSES - 1).astype(np.int64)]
    return np.concatenate(([low], inner, [high])).astype(np.int64)


@functools.cache
def _rows(edges: int) -> tuple[I64, I64]:
    """Every choice of two of so many edges, the first one before the second."""
    low, high = np.triu_indices(edges, 1)
    return low, high


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
    def own(self) -> Mask:
        """Which of them count (`telling`)."""
        if self.telling is not None:
            return self.telling[self.low : self.high]
        return telling(self.text, self.low, self.high)

    @functools.cached_property
    def known(self) -> U32:
        """Its different features that count, sorted."""
        ordered = np.sort(self.features[self.own])
        known: U32 = ordered[np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]]
        return known

    @functools.cached_property
    def edges(self) -> I64:
        """Of its clauses."""
        return clauses(self.text, self.low, self.high)

    @functools.cached_property
    def longest(self) -> float:
        """Tokens that a choice of clauses compared with this one may have."""
        return _LONGER * (self.high - self.low) + _MORE

    @functools.cached_property
    def all_sets(self) -> tuple[I64, I64, F32]:
        """Its choices, and which of the `known` features each has."""
        low, high = self.choices(self.longest)
        feature = self.known.searchsorted(self.features[self.own])
        return low, high, self.sets(low, high, self.own, feature, len(self.known))

    def choices(self, longest: float) -> tuple[I64, I64]:
        """Every row of neighbouring clauses that is not too short or long: the numbers of its edges."""
        edges = self.edges
        low, high = _rows(len(edges))
        size = edges[high] - edges[low]
        words = 2 * int(np.count_nonzero(self.text.words[self.low : self.high])) > self.high - self.low
        fits = (size >= (_LEAST_WORDS if words else _LEAST)) & ((size <= longest) | (high - low == 1))
        return low[fits], high[fits]

    def sets(self, low: I64, high: I64, rows: Mask, feature: I64, known: int) -> F32:
        """Of the choices `low`, `high`: which of `known` features each has. `feature`: of the tokens that `rows` tells."""
        number = self.edges.searchsorted(np.flatnonzero(rows) + self.low, "right")
        counts = np.bincount(number * known + feature, minlength=(len(self.edges) + 1) * known)
        before = counts.reshape(-1, known).cumsum(0)
        out: F32 = (before[high] > before[low]).astype(np.float32)
        return out


def most_alike(mine: Side, theirs: Side, weight: F32, rarest: float, least: float) -> list[Alike]:
    """The choices of clauses in a row with the best score: one of the whole stretch `mine`, and one of a part of it.

    `weight`: of each feature; `rarest`: of one that stands nowhere else; `least`: a score that the whole must be able to
    reach, else nothing is looked at.
    """
    known = mine.known
    if not len(known):
        return []
    place = np.minimum(known.searchsorted(theirs.features), len(known) - 1)
    hit = known[place] == theirs.features
    square = (weight[known] / rarest) ** 2
    met = np.zeros(len(known), np.bool_)
    met[place[hit]] = True
    if float(square[met].sum()) < least * float(np.sqrt(square.sum())):  # as if nothing else stood in the source
        return []
    hit &= theirs.own
    low_d, high_d, sets_d = mine.all_sets
    low_s, high_s = theirs.choices(mine.longest)
    if not len(low_d) or not len(low_s):
        return []
    sets_s = theirs.sets(low_s, high_s, hit, place[hit], len(known))
    shared = (sets_d * square) @ sets_s.T
    norms = np.sqrt(np.outer(np.maximum(sets_d @ square, 1e-6), _norms(theirs, low_s, high_s, weight, rarest)))
    cosine = shared / norms
    score = cosine * np.sqrt(shared)
    whole = (low_d == 0) & (high_d == len(mine.edges) - 1)
    out = []
    for rows in (np.flatnonzero(whole), np.flatnonzero(~whole)):
        if not len(rows):
            continue
        row, column = divmod(int(score[rows].argmax()), score.shape[1])
        row = int(rows[row])
        a, b = mine.edges[[low_d[row], high_d[row]]].tolist(), theirs.edges[[low_s[column], high_s[column]]].tolist()
        values = (float(table[row, column]) for table in (cosine, shared, score))
        out.append(Alike((a[0], a[1]), (b[0], b[1]), *values))
    return out


def _norms(side: Side, low: I64, high: I64, weight: F32, rarest: float) -> F32:
    """The sum of the squared weights of the different features of each choice."""
    feature = side.known.searchsorted(side.features[side.own])
    out: F32 = side.sets(low, high, side.own, feature, len(side.known)) @ ((weight[side.known] / rarest) ** 2)
    return np.maximum(out, 1e-6)
