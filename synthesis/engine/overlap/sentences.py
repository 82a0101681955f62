"""The second pass: draft sentences that no cluster explains, against source sentences, by weighted shared pairs.

What it finds is similar wording that a person should look at, never proof; it is labelled `paraphrase`.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.grams import distinct
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import FEATURE_BITS, SENTENCE, PreparedText
from synthesis.engine.overlap.seeds import I64, Corpus

# Weighted cosines. Of 1,200 sentences of unrelated reports on one industry the best partner anywhere reached
# 0.2 for 26, 0.3 for 3, 0.4 for none.
_ALIKE = 0.34  # of a pair found anywhere
_ALIKE_NEAR = 0.30  # of a pair beside a passage already found in the same place of the source
_FAINT, _TOGETHER = 0.17, 0.44  # of each of two neighbouring pairs, and of both together
_BRIEF = 26  # tokens: a shorter sentence must be alike by so much more:
_BRIEF_MORE = 0.10
_WORDS_MORE = 0.16  # the same for a sentence of words: they are compared one by one, not in pairs
_APART_MINE, _APART_THEIRS = 2, 6  # sentences between pairs that count as neighbours
_TOKENS = 10  # shorter sentences say too little
_FREE = 0.85  # share of a sentence that must be unexplained
_FREE_WORDS = 0.7  # the same for a sentence of words
_FREQUENT = 150  # a pair in more places is not asked for candidates
_CANDIDATES = 3
_COMPARED = 600  # pairs that are compared each with each
_RAREST = 12  # features of a sentence that are looked up
_EDGE = 3  # characters between a sentence and the passage it stands beside
_HOPEFUL = 0.7  # a pair below this share of what is needed is not widened by neighbours
_NEIGHBOURS = 4  # sentences looked at before and after a passage


@dataclass(frozen=True)
class _Sentences:
    """Sentences as token ranges `low[i]:high[i]`; `number[i]` counts all sentences of the text."""

    low: I64
    high: I64
    number: I64


def _sentences(text: PreparedText) -> _Sentences:
    edges = np.unique(np.searchsorted(text.first, np.flatnonzero(text.breaks == SENTENCE)))
    return _Sentences(edges[:-1].astype(np.int64), edges[1:].astype(np.int64), np.arange(len(edges) - 1))


class SentenceIndex:
    """Where in a corpus each feature stands, by sentence, and what it weighs; built once for a corpus.

    With `asked`, places of these features alone: for a corpus that is put together for one draft."""

    def __init__(self, corpus: Corpus, asked: I64 | None = None) -> None:
        features = [t.features for t in corpus.texts]
        self.features: U32 = np.concatenate(features) if features else np.zeros(0, np.uint32)
        parts = [_sentences(t) for t in corpus.texts]
        shift = corpus.row[:-1].tolist()
        none = np.zeros(0, np.int64)
        self.low: I64 = np.concatenate([p.low + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        self.high: I64 = np.concatenate([p.high + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        # Sentences by feature, in one sort of whole integers: a third of the time of sorting places and looking them up.
        number = np.repeat(np.arange(len(self.low), dtype=np.int32), self.high - self.low)
        counts = listed = np.bincount(self.features, minlength=1 << FEATURE_BITS)
        key = self.features
        if asked is not None:
            wanted = np.zeros(1 << FEATURE_BITS, np.bool_)
            wanted[asked] = True
            rows = np.flatnonzero(wanted[key])
            key, number, listed = key[rows], number[rows], np.where(wanted, counts, 0)
        packed = key.astype(np.int64) << 32 | number
        packed.sort()
        self.sentence: NDArray[np.int32] = packed.astype(np.int32)  # the lower half
        self.at: I64 = np.append(0, np.cumsum(listed))
        # Inverse frequency of a feature among tokens, smoothed so that a corpus of one page is not overconfident.
        self.weight = np.log((len(self.features) + 2000.0) / (counts + 2.0)).astype(np.float32)


_indexes: weakref.WeakKeyDictionary[Corpus, SentenceIndex] = weakref.WeakKeyDictionary()


def _index(corpus: Corpus) -> SentenceIndex:
    if corpus not in _indexes:
        _indexes[corpus] = SentenceIndex(corpus)
    return _indexes[corpus]


@dataclass(frozen=True)
class _Windows:
    """Pairs to be compared: draft sentence `mine[i]` with source sentences `first[i]` to `last[i]`, both included."""

    mine: I64
    first: I64
    last: I64

    def only(self, rows: I64) -> _Windows:
        return _Windows(self.mine[rows], self.first[rows], self.last[rows])


def paraphrased(
    draft: PreparedText, corpus: Corpus, found: list[Fragment], elsewhere: Sequence[Fragment] | None = None
) -> list[Fragment]:
    """Fragments for draft sentences that neither `found` nor `elsewhere` explains and that resemble a source sentence.

    `elsewhere`: what was found in other texts than the corpus, which is then one put together for this draft alone.
    """
    asked = _unexplained(draft, [*found, *(elsewhere or ())])
    if not len(asked.low) or not len(corpus.seeds):
        return []
    features = _draft_features(draft, asked)
    index = _index(corpus) if elsewhere is None else SentenceIndex(corpus, features[1])
    windows = _candidates(index, *features)
    hopeful = np.flatnonzero(_cosines(index, *features, windows) >= _HOPEFUL * _FAINT)
    windows = _with_neighbours(windows.only(hopeful), index, corpus)
    strict = _strictness(draft, asked)
    value = _cosines(index, *features, windows) - strict[windows.mine]
    best = _best(windows, np.where(_supported(windows, value, asked.number), value + 1.0, value), _ALIKE)
    out = [_fragment(draft, corpus, index, asked, row) for row in best]
    done = {row[0] for row in best}
    beside = _beside(draft, corpus, index, asked, found + out)
    beside = beside.only(np.flatnonzero([one not in done for one in beside.mine.tolist()]))
    near = _best(beside, _cosines(index, *features, beside) - strict[beside.mine], _ALIKE_NEAR)
    return out + [_fragment(draft, corpus, index, asked, row) for row in near]


def _unexplained(draft: PreparedText, found: list[Fragment]) -> _Sentences:
    mine = _sentences(draft)
    free = np.ones(len(draft.codes) + 1, np.int32)
    for one in found:
        free[one.d0 : one.d1] = 0
    total = np.append(0, np.cumsum(free))
    low, high = draft.first[mine.low], draft.first[mine.high]
    share = (total[high] - total[low]) / np.maximum(high - low, 1)
    least = np.where(_spaced(draft, mine), _FREE_WORDS, _FREE)
    rows = np.flatnonzero((share >= least) & (mine.high - mine.low >= _TOKENS))
    return _Sentences(mine.low[rows], mine.high[rows], rows)


def _strictness(draft: PreparedText, asked: _Sentences) -> NDArray[np.float64]:
    """By how much more than usual each sentence must be alike."""
    brief = np.where(asked.high - asked.low < _BRIEF, _BRIEF_MORE, 0.0)
    return np.where(_spaced(draft, asked), np.maximum(brief, _WORDS_MORE), brief)


def _spaced(draft: PreparedText, asked: _Sentences) -> NDArray[np.bool_]:
    """Which sentences are mostly words."""
    words = np.append(0, np.cumsum(draft.words, dtype=np.int64))
    mostly: NDArray[np.bool_] = 2 * (words[asked.high] - words[asked.low]) > asked.high - asked.low
    return mostly


def _spread(low: I64, high: I64) -> tuple[I64, I64]:
    """For ranges: the number of each element's range, and the element."""
    size = high - low
    owner = np.repeat(np.arange(len(low)), size)
    return owner, np.arange(int(size.sum())) + np.repeat(low - (np.cumsum(size) - size), size)


def _draft_features(draft: PreparedText, asked: _Sentences) -> tuple[I64, I64]:
    """Distinct features of each sentence as sorted rows (sentence, feature)."""
    owner, token = _spread(asked.low, asked.high)
    pair = distinct(owner << FEATURE_BITS | draft.features[token])
    return pair >> FEATURE_BITS, pair & ((1 << FEATURE_BITS) - 1)


def _candidates(index: SentenceIndex, owner: I64, feature: I64) -> _Windows:
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
    return _Windows(mine[good], other[good], other[good])


def _with_neighbours(one: _Windows, index: SentenceIndex, corpus: Corpus) -> _Windows:
    """Each window also with the source sentence before and after it: a sentence may have been made of two."""
    source = np.searchsorted(corpus.row, index.low[one.first], "right") - 1
    before = np.flatnonzero((one.first > 0) & (index.low[np.maximum(one.first - 1, 0)] >= corpus.row[source]))
    last = np.minimum(one.last + 1, max(len(index.low) - 1, 0))
    after = np.flatnonzero((last > one.last) & (index.high[last] <= corpus.row[source + 1]))
    return _Windows(
        np.concatenate((one.mine, one.mine[before], one.mine[after])),
        np.concatenate((one.first, one.first[before] - 1, one.first[after])),
        np.concatenate((one.last, one.last[before], one.last[after] + 1)),
    )


def _cosines(index: SentenceIndex, owner: I64, feature: I64, windows: _Windows) -> NDArray[np.float64]:
    """Weighted cosine of the sets of features of each window's two sides."""
    count = len(windows.mine)
    if not count:
        return np.zeros(0)
    square = index.weight[feature].astype(np.float64) ** 2
    norm = np.bincount(owner, square, minlength=int(windows.mine.max()) + 1)
    which, other = _window_features(index, windows)
    square = index.weight[other].astype(np.float64) ** 2
    theirs = np.bincount(which, square, minlength=count)
    some = np.zeros(1 << FEATURE_BITS, np.bool_)
    some[feature] = True
    near = np.flatnonzero(some[other])  # most features of a window are in no asked sentence at all
    mine = owner << FEATURE_BITS | feature
    asked = windows.mine[which[near]] << FEATURE_BITS | other[near]
    hit = near[mine[np.minimum(np.searchsorted(mine, asked), len(mine) - 1)] == asked]
    shared = np.bincount(which[hit], square[hit], minlength=count)
    cosines: NDArray[np.float64] = shared / np.sqrt(np.maximum(norm[windows.mine] * theirs, 1e-12))
    cosines[index.high[windows.last] - index.low[windows.first] < _TOKENS] = 0.0
    return cosines


def _window_features(index: SentenceIndex, windows: _Windows) -> tuple[I64, I64]:
    """The different features of each window: (window, feature) rows."""
    which, token = _spread(index.low[windows.first], index.high[windows.last])
    pairs = distinct(which << FEATURE_BITS | index.features[token])
    return pairs >> FEATURE_BITS, pairs & ((1 << FEATURE_BITS) - 1)


def _supported(windows: _Windows, value: NDArray[np.float64], number: I64) -> NDArray[np.bool_]:
    """Faint pairs that stand together: neighbouring draft sentences that resemble neighbouring source sentences.

    Chance finds one such pair now and then, hardly ever two side by side in one source.
    """
    out = np.zeros(len(value), np.bool_)
    rows = np.flatnonzero(value >= _FAINT)
    rows = rows[np.argsort(-value[rows], kind="stable")[:_COMPARED]]
    mine, first, last = number[windows.mine[rows]], windows.first[rows], windows.last[rows]
    step = np.abs(mine[:, None] - mine[None, :])
    apart = np.maximum(first[:, None], first[None, :]) - np.minimum(last[:, None], last[None, :])
    other = (step > 0) & (step <= _APART_MINE) & (apart > 0) & (apart <= _APART_THEIRS)
    together = np.where(other, value[rows][:, None] + value[rows][None, :], 0.0)
    out[rows] = (together >= _TOGETHER).any(1)
    return out


def _best(windows: _Windows, value: NDArray[np.float64], least: float) -> list[tuple[int, int, int]]:
    """For each draft sentence its best window: (sentence, first, last). A wider one must be better by 0.05."""
    value = value - 0.05 * (windows.last - windows.first)
    good = np.flatnonzero(value >= least)
    good = good[np.lexsort((windows.first[good], -value[good], windows.mine[good]))]
    good = good[np.append(True, np.diff(windows.mine[good]) != 0)] if len(good) else good
    rows = zip(windows.mine[good].tolist(), windows.first[good].tolist(), windows.last[good].tolist(), strict=True)
    return list(rows)


def _fragment(
    draft: PreparedText, corpus: Corpus, index: SentenceIndex, asked: _Sentences, row: tuple[int, int, int]
) -> Fragment:
    mine, first, last = row
    source = int(np.searchsorted(corpus.row, index.low[first], "right")) - 1
    there = corpus.texts[source].first
    s0, s1 = (int(there[int(v - corpus.row[source])]) for v in (index.low[first], index.high[last]))
    d0, d1 = int(draft.first[asked.low[mine]]), int(draft.first[asked.high[mine]])
    return Fragment(source, d0, d1, s0, s1, np.zeros((0, 3), np.int64), np.array([[d0, d1, s0, s1]]))


def _beside(
    draft: PreparedText, corpus: Corpus, index: SentenceIndex, asked: _Sentences, found: list[Fragment]
) -> _Windows:
    """Sentences next to a passage found already, with what stands in and around its place in the source."""
    low, high = draft.first[asked.low], draft.first[asked.high]
    mine: list[int] = []
    other: list[int] = []
    for one in found:
        for sentence in np.flatnonzero((abs(one.d1 - low) <= _EDGE) | (abs(one.d0 - high) <= _EDGE)).tolist():
            text, shift = corpus.texts[one.source], int(corpus.row[one.source])
            tokens = np.searchsorted(text.first, [one.s0, one.s1 - 1], "right") - 1 + shift
            near = (np.searchsorted(index.low, tokens, "right") - 1).tolist()
            limits = np.searchsorted(index.low, [shift, corpus.row[one.source + 1]]).tolist()
            around = {edge + step for edge in near for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1)}
            places = sorted(place for place in around if limits[0] <= place < limits[1])
            mine += [sentence] * len(places)
            other += places
    rows = np.array(other, np.int64)
    return _Windows(np.array(mine, np.int64), rows, rows)
