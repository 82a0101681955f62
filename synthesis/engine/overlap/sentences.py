"""Sentences of a draft that no passage explains, and sentences of the sources that share rare features with them."""

from __future__ import annotations

import weakref
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.common_words import common_features
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.grams import distinct
from synthesis.engine.overlap.likeness import telling
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import FEATURE_BITS, SENTENCE, PreparedText
from synthesis.engine.overlap.seeds import I64, Corpus

TOKENS, WORDS = 10, 6  # shorter stretches say too little: characters, words
_FREE = 0.85  # share of a sentence that must be unexplained
_FREE_WORDS = 0.7  # the same for a sentence of words
_FREQUENT = 150  # a pair in more places is not asked for candidates
_CANDIDATES = 3
_COMMON = 0.35  # of its weight is left to what everybody writes
_RAREST = 12  # features of a sentence that are looked up


@dataclass(frozen=True)
class Sentences:
    """Sentences, or what is left of them, as token ranges `low[i]:high[i]`; `number[i]` counts the text's sentences."""

    low: I64
    high: I64
    number: I64


def sentences_of(text: PreparedText) -> Sentences:
    """All sentences of a text."""
    edges = np.unique(np.searchsorted(text.first, np.flatnonzero(text.breaks == SENTENCE)))
    return Sentences(edges[:-1].astype(np.int64), edges[1:].astype(np.int64), np.arange(len(edges) - 1))


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
        number = np.repeat(np.arange(len(self.low), dtype=np.int32), self.high - self.low)
        counts = np.bincount(self.features, minlength=1 << FEATURE_BITS)
        wanted = counts <= _FREQUENT  # others are never looked up
        if asked is not None:
            some = np.zeros(1 << FEATURE_BITS, np.bool_)
            some[asked] = wanted[asked]
            wanted = some
        rows = np.flatnonzero(wanted[self.features])
        packed = self.features[rows].astype(np.int64) << 32 | number[rows]
        packed.sort()
        self.sentence: NDArray[np.int32] = packed.astype(np.int32)  # the lower half
        self.at: I64 = np.append(0, np.cumsum(np.where(wanted, counts, 0)))
        # Inverse frequency of a feature among tokens, smoothed so that a corpus of one page is not overconfident.
        rarity = np.log((len(self.features) + 2000.0) / (np.arange(int(counts.max()) + 1) + 2.0))
        self.weight = rarity.astype(np.float32)[counts]
        self.weight[common_features()] *= _COMMON
        self.rarest = float(np.log((len(self.features) + 2000.0) / 2.0))


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
    free = np.ones(len(draft.codes) + 1, np.int32)
    for one in found:
        free[one.d0 : one.d1] = 0
    total = np.append(0, np.cumsum(free))
    low, high = draft.first[mine.low], draft.first[mine.high]
    share = (total[high] - total[low]) / np.maximum(high - low, 1)
    least = np.where(mostly_words(draft, mine), _FREE_WORDS, _FREE)
    whole = share >= least
    rows = [(int(mine.low[i]), int(mine.high[i]), i) for i in np.flatnonzero(whole).tolist()]
    for i in np.flatnonzero(~whole & (total[high] - total[low] >= TOKENS)).tolist():
        rows += [(a, b, i) for a, b in _free_clauses(draft, int(mine.low[i]), int(mine.high[i]), total)]
    every = np.array(sorted(rows), np.int64).reshape(-1, 3)
    asked = Sentences(every[:, 0], every[:, 1], every[:, 2])
    long = np.flatnonzero(asked.high - asked.low >= np.where(mostly_words(draft, asked), WORDS, TOKENS))
    return Sentences(asked.low[long], asked.high[long], asked.number[long])


def _free_clauses(draft: PreparedText, low: int, high: int, total: NDArray[np.int64]) -> list[tuple[int, int]]:
    inner = np.flatnonzero(draft.breaks[draft.first[low + 1 : high]]) + low + 1
    edges = [low, *inner.tolist(), high]
    out: list[tuple[int, int]] = []
    for a, b in pairwise(edges):
        first, last = int(draft.first[a]), int(draft.first[b])
        if total[last] - total[first] >= _FREE * (last - first):
            out = [*out[:-1], (out[-1][0], b)] if out and out[-1][1] == a else [*out, (a, b)]
    return out


def mostly_words(draft: PreparedText, asked: Sentences) -> NDArray[np.bool_]:
    """Which sentences are mostly words."""
    words = np.append(0, np.cumsum(draft.words, dtype=np.int64))
    mostly: NDArray[np.bool_] = 2 * (words[asked.high] - words[asked.low]) > asked.high - asked.low
    return mostly


def _spread(low: I64, high: I64) -> tuple[I64, I64]:
    """For ranges: the number of each element's range, and the element."""
    size = high - low
    owner = np.repeat(np.arange(len(low)), size)
    return owner, np.arange(int(size.sum())) + np.repeat(low - (np.cumsum(size) - size), size)


def features_of(draft: PreparedText, asked: Sentences) -> tuple[I64, I64]:
    """Distinct telling features of each sentence as sorted rows (sentence, feature)."""
    owner, token = _spread(asked.low, asked.high)
    own = telling(draft, 0, len(draft.tokens))[token]
    pair = distinct(owner[own] << FEATURE_BITS | draft.features[token[own]])
    return pair >> FEATURE_BITS, pair & ((1 << FEATURE_BITS) - 1)


def candidates(index: SentenceIndex, owner: I64, feature: I64) -> Pairs:
    """Source sentences that share the most weight in each draft sentence's rarest features."""
    count = index.at[feature + 1] - index.at[feature]
    some = np.flatnonzero((count > 0) & (count <= _FREQUENT))
    some = some[np.lexsort((count[some], owner[some]))]
    first = np.searchsorted(owner[some], owner[some], "left")
    some = some[np.arange(len(some)) - first < _RAREST]
    which, at = _spread(index.at[feature[some]], index.at[feature[some] + 1])
    key = owner[some][which] * len(index.low) + index.sentence[at]
    order = np.argsort(key, kind="stable")
    edges = np.flatnonzero(np.append(True, np.diff(key[order]) != 0)) if len(key) else order
    shared = np.add.reduceat(index.weight[feature[some][which[order]]], edges) if len(key) else np.zeros(0)
    size = np.diff(np.append(edges, len(key)))
    mine, other = np.divmod(key[order][edges], max(len(index.low), 1))
    good = np.flatnonzero(size >= 2)
    good = good[np.lexsort((-shared[good], mine[good]))]
    good = good[np.arange(len(good)) - np.searchsorted(mine[good], mine[good], "left") < _CANDIDATES]
    return Pairs(mine[good], other[good])


def scores(index: SentenceIndex, owner: I64, feature: I64, pairs: Pairs) -> NDArray[np.float64]:
    """The score (`likeness.Alike`) of whole sentences, for each pair."""
    count = len(pairs.mine)
    if not count:
        return np.zeros(0)
    square = (index.weight[feature].astype(np.float64) / index.rarest) ** 2
    norm = np.bincount(owner, square, minlength=int(pairs.mine.max()) + 1)
    which, other = _features_of_others(index, pairs)
    square = (index.weight[other].astype(np.float64) / index.rarest) ** 2
    theirs = np.bincount(which, square, minlength=count)
    some = np.zeros(1 << FEATURE_BITS, np.bool_)
    some[feature] = True
    near = np.flatnonzero(some[other])  # most features of a source sentence are in no asked sentence at all
    mine = owner << FEATURE_BITS | feature
    asked = pairs.mine[which[near]] << FEATURE_BITS | other[near]
    hit = near[mine[np.minimum(np.searchsorted(mine, asked), len(mine) - 1)] == asked]
    shared = np.bincount(which[hit], square[hit], minlength=count)
    out: NDArray[np.float64] = shared**1.5 / np.sqrt(np.maximum(norm[pairs.mine] * theirs, 1e-12))
    return out


def _features_of_others(index: SentenceIndex, pairs: Pairs) -> tuple[I64, I64]:
    """The different features of each pair's source sentence: (pair, feature) rows."""
    which, token = _spread(index.low[pairs.other], index.high[pairs.other])
    rows = distinct(which << FEATURE_BITS | index.features[token])
    return rows >> FEATURE_BITS, rows & ((1 << FEATURE_BITS) - 1)
