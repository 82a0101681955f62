"""How alike two stretches of text are: by the features they share, over every choice of their clauses in a row."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.background import in_background
from synthesis.engine.overlap.grams import distinct
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.once import once
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
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
    """Which of the tokens `low:high` are somebody's own words: not in a set phrase, a name, an address or the reference list."""
    out = np.ones(high - low, np.bool_)
    first = max(0, low - UNSPACED_SEED + 1)
    hit = in_background(text.seeds[first:high]).nonzero()[0] + first
    if len(hit):
        short = text.words[hit] > 0
        for step in range(UNSPACED_SEED):
            rows = (hit if step < SPACED_SEED else hit[~short]) + (step - low)
            out[rows[(rows >= 0) & (rows < high - low)]] = False
    if high > low and len(text.not_own):
        start = text.start[text.first[low:high]]
        places = start.searchsorted(text.not_own)
        for begin, end in places[places[:, 1] > places[:, 0]].tolist():
            out[begin:end] = False
    return out


def clauses(text: PreparedText, low: int, high: int) -> I64:
    """Token places where the clauses of `low:high` begin, and `high`."""
    inner = text.breaks[text.first[low + 1 : high]].nonzero()[0]
    if len(inner) >= _CLAUSES:
        inner = inner[_spaced(len(inner))]
    edges = np.empty(len(inner) + 2, np.int64)
    edges[0], edges[-1] = low, high
    edges[1:-1] = inner
    edges[1:-1] += low + 1
    return edges


@functools.lru_cache(256)
def _spaced(count: int) -> I64:
    """The numbers of the edges that are kept of so many."""
    return np.linspace(0, count - 1, _CLAUSES - 1).astype(np.int64)


@functools.cache
def _rows(edges: int) -> tuple[I64, I64]:
    """Every choice of two of so many edges, the first one before the second."""
    low, high = np.triu_indices(edges, 1)
    return low, high


@dataclass(frozen=True)
class Side:
    """One stretch of a text, `low:high` in tokens. `square`: the squared weight of features, 1 being that of one that
    stands nowhere else; `telling`: of the whole text, where it is known."""

    text: PreparedText
    low: int
    high: int
    square: Callable[[U32], F64]
    telling: Mask | None = None

    @once
    def features(self) -> U32:
        """Of its tokens."""
        return self.text.features[self.low : self.high]

    @once
    def own(self) -> Mask:
        """Which of them count (`telling`)."""
        if self.telling is not None:
            return self.telling[self.low : self.high]
        return telling(self.text, self.low, self.high)

    @once
    def known(self) -> tuple[U32, F64, float]:
        """Its different features that count, sorted; the square of each; their sum."""
        known = distinct(self.features[self.own])
        square = self.square(known)
        return known, square, max(float(square.sum()), 1e-6)

    @once
    def edges(self) -> I64:
        """Of its clauses."""
        return clauses(self.text, self.low, self.high)

    def span(self, low: int, high: int) -> tuple[int, int]:
        """The tokens between two of its edges."""
        return int(self.edges[low]), int(self.edges[high])

    @once
    def longest(self) -> float:
        """Tokens that a choice of clauses compared with this one may have."""
        return _LONGER * (self.high - self.low) + _MORE

    @once
    def parts(self) -> tuple[I64, I64, F64]:
        """Its choices but the whole, and the sum of the squares of each one's different features."""
        low, high = self.choices(self.longest)
        part = (high - low < len(self.edges) - 1).nonzero()[0]
        low, high = low[part], high[part]
        return low, high, self.norms(low, high)

    @once
    def shortest(self) -> int:
        """Tokens that a choice of clauses has at least."""
        words = 2 * int(np.count_nonzero(self.text.words[self.low : self.high])) > self.high - self.low
        return _LEAST_WORDS if words else _LEAST

    def choices(self, longest: float) -> tuple[I64, I64]:
        """Every row of neighbouring clauses that is not too short or long: the numbers of its edges."""
        edges = self.edges
        low, high = _rows(len(edges))
        size = edges[high] - edges[low]
        fits = (size >= self.shortest) & ((size <= longest) | (high - low == 1))
        return low[fits], high[fits]

    def norms(self, low: I64, high: I64) -> F64:
        """The sum of the squares of the different features of each choice."""
        return np.maximum(self.sums(self.counting[2], low, high), 1e-6)

    @once
    def counting(self) -> tuple[I64, I64, F64]:
        """The tokens that count, by their features; for each, the clause in which it stands and the one after that in which
        its feature stood last, as one number: in choices that begin before, it is there already. And its square."""
        rows = self.own.nonzero()[0]
        feature = self.features[rows]
        order = feature.argsort(kind="stable")
        rows, feature = rows[order], feature[order]
        clause = self.clause[rows]
        place = clause.copy()
        place[1:] += (clause[:-1] + 1) * (feature[1:] == feature[:-1]) * (len(self.edges) - 1)
        return rows, place, self.square(feature)

    @once
    def clause(self) -> I64:
        """In which clause each token stands."""
        edges = self.edges
        return np.arange(len(edges) - 1).repeat(edges[1:] - edges[:-1])

    def sums(self, value: F64, low: I64, high: I64) -> F64:
        """Of each choice, the values of its different features. `value`: of the tokens that count, as in `counting`."""
        count = len(self.edges) - 1
        table = np.bincount(self.counting[1], value, count * (count + 1)).reshape(-1, count)
        before = np.zeros((count + 1, count + 1))
        table.cumsum(0).cumsum(1, out=before[:, 1:])
        out: F64 = before[low, high] - before[low, low]
        return out

    def sets(self, rows: I64, feature: I64, low: I64, high: I64, known: int) -> F32:
        """Of each choice, which of `known` features it has. `rows`: tokens, with the `feature` of each."""
        number = self.clause[rows] + 1
        counts = np.bincount(number * known + feature, minlength=(len(self.edges) + 1) * known)
        before = counts.reshape(-1, known).cumsum(0)
        out: F32 = (before[high] > before[low]).astype(np.float32)
        return out


def most_alike(mine: Side, theirs: Side, least: float, least_part: float) -> list[Alike]:
    """The choices of clauses in a row with the best score: one of the whole stretch `mine`, and one of a part of it.

    `least`: a score that the whole must be able to reach, else nothing is looked at; `least_part`: evidence that a part must
    be able to have.
    """
    known, square, norm = mine.known
    if not len(known):
        return []
    place = np.minimum(known.searchsorted(theirs.features), len(known) - 1)
    hit = known[place] == theirs.features
    met = np.zeros(len(known), np.bool_)
    met[place[hit]] = True
    most = float(square[met].sum())
    if most < least * math.sqrt(norm):  # as if nothing else stood in the source
        return []
    low_s, high_s = theirs.choices(mine.longest)
    if not len(low_s):
        return []
    norms = theirs.norms(low_s, high_s)
    out = []
    if mine.high - mine.low >= mine.shortest:
        tokens, _, squares = theirs.counting
        shared = theirs.sums(squares * hit[tokens], low_s, high_s)
        row, column, *figures = _best(shared[None], np.array([norm]), norms)
        out.append(Alike((mine.low, mine.high), theirs.span(low_s[column], high_s[column]), *figures))
    if most >= least_part and len(mine.parts[0]):
        low_d, high_d, norms_d = mine.parts
        rows = (hit & theirs.own).nonzero()[0]
        shared = _shared(mine, theirs, (rows, place[rows]), met, (low_d, high_d, low_s, high_s))
        row, column, *figures = _best(shared, norms_d, norms)
        span = mine.span(low_d[row], high_d[row])
        out.append(Alike(span, theirs.span(low_s[column], high_s[column]), *figures))
    return out


def _best(shared: F64, one: F64, two: F64) -> tuple[int, int, float, float, float]:
    """The pair of choices with the best score, of all that `shared` is of, with the norms `one` and `two`; its cosine, evidence
    and score."""
    cosine = shared / np.sqrt(one[:, None] * two)
    score = cosine * np.sqrt(shared)
    at = int(score.argmax())
    row, column = divmod(at, score.shape[1])
    return row, column, float(cosine.item(at)), float(shared.item(at)), float(score.item(at))


def _shared(mine: Side, theirs: Side, hits: tuple[I64, I64], met: Mask, choices: tuple[I64, I64, I64, I64]) -> F64:
    """The squares of the features that each choice of one side shares with each of the other. `hits`: the tokens of the
    other side that have features known to this one, and which; `met`: the known ones that are among these."""
    known, square, _ = mine.known
    number = np.cumsum(met) - 1
    mine_rows = mine.own.nonzero()[0]
    which = known.searchsorted(mine.features[mine_rows])
    mine_rows, which = mine_rows[met[which]], which[met[which]]
    count = int(number[-1]) + 1
    one = mine.sets(mine_rows, number[which], choices[0], choices[1], count)
    two = theirs.sets(hits[0], number[hits[1]], choices[2], choices[3], count)
    out: F64 = ((one * square[met].astype(np.float32)) @ two.T).astype(np.float64)
    return out
