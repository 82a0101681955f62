"""Sentences of a draft that no passage explains, and sentences of the sources that share rare features with them."""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.characters import Codes, character_weights, codes_of
from synthesis.engine.overlap.common_words import common_features
from synthesis.engine.overlap.company import crowded
from synthesis.engine.overlap.corpus import Corpus
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.grams import distinct, heads, order_by_digits, sorting_order
from synthesis.engine.overlap.likeness import telling
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.once import once
from synthesis.engine.overlap.prepared import FEATURE_BITS, FIGURES, PreparedText
from synthesis.engine.overlap.seeds import I64, elements, spread

F64 = NDArray[np.float64]

TOKENS, WORDS = 10, 6  # shorter stretches say too little: characters, words
_FREE = 0.85  # share of a sentence that must be unexplained
_FREE_WORDS = 0.7  # the same for a sentence of words
_FREQUENT = 150  # a pair in more places is not asked for candidates
_CANDIDATES = 2
_COMMON = 0.35  # of its weight is left to what everybody writes
_RAREST = 10  # features of a sentence that are looked up
_COARSE = 17  # bits of a mark
_REPEATED = 0.7  # what repeated features may take off a score, at most: half of the weight is of repetitions


@dataclass(frozen=True)
class Sentences:
    """Sentences, or what is left of them, as token ranges `low[i]:high[i]`; `number[i]` counts the text's sentences."""

    low: I64
    high: I64
    number: I64


def sentences_of(text: PreparedText) -> Sentences:
    """All sentences of a text."""
    edges = text.sentences
    return Sentences(edges[:-1], edges[1:], np.arange(len(edges) - 1))


class SentenceIndex:
    """Where in a corpus each feature stands, by sentence, and what it weighs; built once for a corpus.

    With `asked`, places of these features alone: for a corpus that is put together for one draft."""

    def __init__(self, corpus: Corpus, asked: I64 | None = None) -> None:
        features = [t.features for t in corpus.texts]
        self.features: U32 = np.concatenate(features) if features else np.zeros(0, np.uint32)
        parts = [sentences_of(t) for t in corpus.texts]
        shift = corpus.row[:-1].tolist()
        none = np.zeros(0, np.int64)
        self.low: I64 = np.concatenate([p.low + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        self.high: I64 = np.concatenate([p.high + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        # Sentences by feature, in one sort of whole integers: a third of the time of sorting places and looking them up.
        counts = np.bincount(self.features, minlength=1 << FEATURE_BITS)
        wanted = counts <= _FREQUENT  # others are never looked up
        if asked is not None:
            some = np.zeros(1 << FEATURE_BITS, np.bool_)
            some[asked] = wanted[asked]
            wanted = some
        rows = wanted[self.features].nonzero()[0]
        number = np.repeat(np.arange(len(self.low), dtype=np.int32), self.high - self.low)[rows]
        packed = self.features[rows].astype(np.int64) << 32 | number
        packed.sort()
        self.sentence: NDArray[np.int32] = packed.astype(np.int32)  # the lower half
        self.at: NDArray[np.int32] = np.zeros(len(wanted) + 1, np.int32)
        places = counts.astype(np.int32)  # a million: half as wide, twice as fast
        places *= wanted
        np.cumsum(places, dtype=np.int32, out=self.at[1:])
        # Inverse frequency of a feature among tokens, smoothed so that a corpus of one page is not overconfident.
        rarity = np.log((len(self.features) + 2000.0) / (np.arange(int(counts.max()) + 1) + 2.0))
        self.weight = rarity.astype(np.float32)[counts]
        self.weight[common_features()] *= _COMMON
        self.rarest = float(np.log((len(self.features) + 2000.0) / 2.0))
        # In a row, what is asked for by token is beside what was asked for before it; for one draft it is not worth it.
        self._squares = self.square(self.features) if asked is None else None
        self._totals = self._summed(np.arange(len(self.low))) if asked is None else None
        self._telling = [telling(t, 0, len(t.tokens)) for t in corpus.texts] if asked is None else None

        # Of each sentence its source, and which is the first one of each source.
        counts_of = [len(p.low) for p in parts]
        self.source: I64 = np.repeat(np.arange(len(parts)), counts_of)
        self.first: I64 = np.append(0, np.cumsum(counts_of, dtype=np.int64))

        tokens = [codes_of(t.tokens) for t in corpus.texts]
        self.codes: Codes = np.concatenate(tokens) if tokens else np.zeros(0, np.uint16)
        self.characters = character_weights(self.codes)

    @once
    def figures(self) -> tuple[I64, U32]:
        """The tokens that begin a figure, and its features."""
        places = (self.features >= FIGURES).nonzero()[0]
        return places, self.features[places]

    def square(self, feature: I64 | U32) -> F64:
        """The squared weights of features, 1 being that of one that stands nowhere else."""
        out: F64 = self.weight.take(feature).astype(np.float64)
        out /= self.rarest
        out *= out
        return out

    def squares_at(self, token: I64) -> F64:
        """The same of what stands at tokens."""
        return self.square(self.features[token]) if self._squares is None else self._squares[token]

    def telling(self, source: int) -> NDArray[np.bool_] | None:
        """Which tokens of a source tell something, where that is at hand."""
        return None if self._telling is None else self._telling[source]

    def totals(self, sentence: I64) -> F64:
        """The sum of the squares of each sentence's tokens."""
        return self._summed(sentence) if self._totals is None else self._totals[sentence]

    def _summed(self, sentence: I64) -> F64:
        which, token = spread(self.low[sentence], self.high[sentence])
        return _sums(which, self.squares_at(token), len(sentence))


_indexes: weakref.WeakKeyDictionary[Corpus, SentenceIndex] = weakref.WeakKeyDictionary()


def sentence_index(corpus: Corpus) -> SentenceIndex:
    """The index of a corpus, made once."""
    if corpus not in _indexes:
        _indexes[corpus] = SentenceIndex(corpus)
    return _indexes[corpus]


@dataclass(frozen=True)
class Pairs:
    """Draft sentence `mine[i]` of those asked, with sentence `other[i]` of the index."""

    mine: I64
    other: I64


def unexplained(draft: PreparedText, found: list[Fragment]) -> Sentences:
    """Sentences of the draft that `found` leaves free; of those it explains in part, the clauses in a row that are free."""
    mine = sentences_of(draft)
    explained = _Explained(found)
    edges = draft.first[draft.sentences]
    size = np.diff(edges)
    free = size - np.diff(explained.before(edges))
    share = free / np.maximum(size, 1)
    least = np.where(mostly_words(draft, mine), _FREE_WORDS, _FREE)
    whole = share >= least
    parts = [
        (a, b, i)
        for i in (~whole & (free >= TOKENS)).nonzero()[0].tolist()
        for a, b in _free_clauses(draft, int(mine.low[i]), int(mine.high[i]), explained)
    ]
    some = whole.nonzero()[0]
    every = np.stack((mine.low[some], mine.high[some], some), 1)
    if parts:
        every = np.concatenate((every, np.array(parts, np.int64)))
        every = every[every[:, 0].argsort()]
    asked = Sentences(every[:, 0], every[:, 1], every[:, 2])
    long = (asked.high - asked.low >= np.where(mostly_words(draft, asked), WORDS, TOKENS)).nonzero()[0]
    return Sentences(asked.low[long], asked.high[long], asked.number[long])


class _Explained:
    """How many characters of the draft the fragments cover before some places."""

    def __init__(self, found: list[Fragment]) -> None:
        spans: list[list[int]] = []
        for low, high in sorted((one.d0, one.d1) for one in found):
            if spans and low <= spans[-1][1]:
                spans[-1][1] = max(spans[-1][1], high)
            else:
                spans.append([low, high])
        self._begins, self._ends = np.array(spans, np.int64).reshape(-1, 2).T
        self._total = np.append(0, np.cumsum(self._ends - self._begins))

    def before(self, places: NDArray[Any]) -> I64:
        row = self._begins.searchsorted(places, "right")
        out: I64 = self._total[row]
        inside = row.nonzero()[0]
        last = row[inside] - 1
        out[inside] -= np.maximum(self._ends[last] - places[inside], 0)
        return out


def _free_clauses(draft: PreparedText, low: int, high: int, explained: _Explained) -> list[tuple[int, int]]:
    inner = draft.breaks[draft.first[low + 1 : high]].nonzero()[0] + low + 1
    edges = np.concatenate(([low], inner, [high]))
    places = draft.first[edges]
    size = np.diff(places)
    free = size - np.diff(explained.before(places)) >= _FREE * size
    out: list[tuple[int, int]] = []
    for (a, b), whole in zip(pairwise(edges.tolist()), free.tolist(), strict=True):
        if whole:
            out = [*out[:-1], (out[-1][0], b)] if out and out[-1][1] == a else [*out, (a, b)]
    return out


def mostly_words(draft: PreparedText, asked: Sentences) -> NDArray[np.bool_]:
    """Which sentences are mostly words."""
    words = draft.word_places
    mostly: NDArray[np.bool_] = (
        2 * (words.searchsorted(asked.high) - words.searchsorted(asked.low)) > asked.high - asked.low
    )
    return mostly


def _sums(group: I64, values: F64, count: int) -> F64:
    """The sum of each group's values."""
    out: F64 = np.bincount(group, values, count).astype(np.float64, copy=False)
    return out


class Features:
    """The different telling features of each asked sentence, as sorted rows (`owner`, `feature`); `norm`: of each
    sentence, the sum of their squared weights. `telling`: which tokens of the draft tell something."""

    def __init__(self, draft: PreparedText, asked: Sentences, telling: NDArray[np.bool_]) -> None:
        owner, token = spread(asked.low, asked.high)
        own = telling[token].nonzero()[0]
        pair = distinct(owner[own] << FEATURE_BITS | draft.features[token[own]])
        self._pair, self.owner, self.feature = pair, pair >> FEATURE_BITS, pair & ((1 << FEATURE_BITS) - 1)
        self._count = len(asked.low)
        mark = self.feature ^ _marks(self.owner)
        self._table, self._coarse = np.zeros(1 << FEATURE_BITS, np.bool_), np.zeros(1 << _COARSE, np.bool_)
        self._table[mark], self._coarse[mark >> FEATURE_BITS - _COARSE] = True, True

    def norm(self, index: SentenceIndex) -> NDArray[np.float64]:
        """Of each sentence, the sum of the squared weights."""
        return _sums(self.owner, index.square(self.feature), self._count)

    def shared(self, index: SentenceIndex, mine: I64, low: I64, high: I64, *, once: bool = False) -> F64:
        """Of each sentence `mine` and the tokens `low:high` of the index, the squared weights of what they share; or, which
        saves a sort, somewhat more, with repetitions and what is taken for shared by chance, unless each is to count `once`."""
        token, feature, ends = _row(index, low, high)
        near = self._among(feature ^ _marks(mine).repeat(high - low))
        which = ends.searchsorted(near, "right")
        if once:
            rows = distinct(which << FEATURE_BITS | feature[near])
            which, shared = rows >> FEATURE_BITS, rows & ((1 << FEATURE_BITS) - 1)
            return _sums(which, index.square(shared) * self.has(mine[which], shared), len(mine))
        return _sums(which, index.squares_at(token[near]), len(mine))

    def shared_by_each(self, index: SentenceIndex, mine: Sequence[I64], low: I64, high: I64) -> F64:
        """As `shared`, for several rows of sentences with the same places: a row each."""
        token, feature, ends = _row(index, low, high)
        out = np.empty((len(mine), len(low)))
        for row, sentences in zip(out, mine, strict=True):
            near = self._among(feature ^ _marks(sentences).repeat(high - low))
            row[:] = _sums(ends.searchsorted(near, "right"), index.squares_at(token[near]), len(low))
        return out

    def has(self, mine: I64, feature: I64) -> NDArray[np.bool_]:
        """Whether each of the sentences `mine` has the feature beside it."""
        asked = mine << FEATURE_BITS | feature
        found: NDArray[np.bool_] = self._pair[np.minimum(self._pair.searchsorted(asked), len(self._pair) - 1)] == asked
        return found

    def _among(self, mark: U32) -> I64:
        """The rows of marks that some sentence of the draft has."""
        near = self._coarse.take(mark >> np.uint32(FEATURE_BITS - _COARSE)).nonzero()[0]  # a table that is near at hand
        return near.compress(self._table.take(mark[near]))


def _row(index: SentenceIndex, low: I64, high: I64) -> tuple[I64, U32, I64]:
    """The tokens `low:high` of the index in one row, their features, and where in it those of each two end."""
    token = elements(low, high)
    return token, index.features[token], (high - low).cumsum()


def candidates(index: SentenceIndex, features: Features) -> Pairs:
    """Source sentences that share the most weight in each draft sentence's rarest features."""
    owner, feature = features.owner, features.feature
    low, high = index.at[feature], index.at[feature + 1]
    some = (high > low).nonzero()[0]
    some = some[sorting_order(owner[some], (high - low)[some])]
    some = some[_rank(owner[some]) < _RAREST]
    which, at = spread(low[some], high[some])
    key = (owner[some] * len(index.low))[which]
    key += index.sentence[at]
    # Most sentences share one feature alone, and are not sorted.
    bits = len(key).bit_length() + 2
    rows = crowded(key & (1 << bits) - 1, 2, bits).nonzero()[0]
    key, which = key[rows], which[rows]
    order = order_by_digits(key, int(key.max(initial=0)).bit_length())
    key, which = key[order], which[order]
    same = key[1:] == key[:-1]
    two = np.zeros(len(key), np.bool_)
    two[1:] = same
    two[:-1] |= same
    rows = two.nonzero()[0]
    key, which = key[rows], which[rows]
    if not len(key):
        return Pairs(key, key)
    edges = heads(key)
    shared = np.add.reduceat(index.weight[feature[some]][which], edges)
    mine, other = np.divmod(key[edges], len(index.low))
    best = sorting_order(mine, ~shared.view(np.uint32))  # of numbers that are not negative, the bits are in their order
    best = best[_rank(mine[best]) < _CANDIDATES]
    return Pairs(mine[best], other[best])


def _rank(group: I64) -> I64:
    """The how manieth of its group each is, from 0; groups lie together."""
    row = np.arange(len(group))
    new = np.ones(len(group), np.bool_)
    new[1:] = group[1:] != group[:-1]
    out: I64 = row - np.maximum.accumulate(np.where(new, row, 0))
    return out


def hopeful(index: SentenceIndex, features: Features, norm: F64, pairs: Pairs, shared: F64, least: float) -> Pairs:
    """The pairs whose score (`likeness.Alike`) as whole sentences is at least `least`. `norm`: of the `features`; `shared`:
    of the pairs."""
    good = (shared**3 >= (least * _REPEATED) ** 2 * norm[pairs.mine] * index.totals(pairs.other)).nonzero()[0]
    pairs = Pairs(pairs.mine[good], pairs.other[good])
    which, other = _features_of_others(index, pairs)
    count = len(pairs.mine)
    square = index.square(other)
    theirs = _sums(which, square, count)
    exact = _sums(which, square * features.has(pairs.mine[which], other), count)
    score = exact**1.5 / np.sqrt(np.maximum(norm[pairs.mine] * theirs, 1e-12))
    good = (score >= least).nonzero()[0]
    return Pairs(pairs.mine[good], pairs.other[good])


def _marks(owner: I64) -> U32:
    """What is mixed into the features of each sentence, which are hashes already: a number below 2^FEATURE_BITS."""
    return owner.astype(np.uint32) * np.uint32(0x85EBCA6B) >> np.uint32(32 - FEATURE_BITS)


def _features_of_others(index: SentenceIndex, pairs: Pairs) -> tuple[I64, I64]:
    """The different features of each pair's source sentence: (pair, feature) rows."""
    which, token = spread(index.low[pairs.other], index.high[pairs.other])
    rows = distinct(which << FEATURE_BITS | index.features[token])
    return rows >> FEATURE_BITS, rows & ((1 << FEATURE_BITS) - 1)
