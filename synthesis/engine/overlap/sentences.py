"""The second pass: draft sentences that no cluster explains, against source sentences, by weighted shared pairs.

What it finds is similar wording that a person should look at, never proof; it is labelled `paraphrase`.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import FEATURE_BITS, SENTENCE, PreparedText
from synthesis.engine.overlap.seeds import I64, Corpus

_ALIKE = 0.50  # weighted cosine of a pair found anywhere
_ALIKE_NEAR = 0.36  # of a pair beside a passage already found in the same place of the source
_TOKENS = 10  # shorter sentences say too little
_FREE = 0.7  # share of a sentence that must be unexplained
_FREQUENT = 300  # a pair in more places is not asked for candidates
_CANDIDATES = 3
_NEIGHBOURS = 2  # sentences looked at before and after a passage


@dataclass(frozen=True)
class _Sentences:
    """Sentences as token ranges `low[i]:high[i]`."""

    low: I64
    high: I64


def _sentences(text: PreparedText) -> _Sentences:
    edges = np.unique(np.searchsorted(text.first, np.flatnonzero(text.breaks == SENTENCE)))
    return _Sentences(edges[:-1].astype(np.int64), edges[1:].astype(np.int64))


class SentenceIndex:
    """Where in a corpus each feature stands, by sentence, and what it weighs; built once for a corpus."""

    def __init__(self, corpus: Corpus) -> None:
        features = [t.features for t in corpus.texts]
        self.features: U32 = np.concatenate(features) if features else np.zeros(0, np.uint32)
        parts = [_sentences(t) for t in corpus.texts]
        shift = corpus.row[:-1].tolist()
        none = np.zeros(0, np.int64)
        self.low: I64 = np.concatenate([p.low + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        self.high: I64 = np.concatenate([p.high + at for p, at in zip(parts, shift, strict=True)]) if parts else none
        self.order = np.argsort(self.features, kind="stable").astype(np.int32)
        counts = np.bincount(self.features, minlength=1 << FEATURE_BITS)
        self.at: I64 = np.append(0, np.cumsum(counts))
        sentence = np.repeat(np.arange(len(self.low), dtype=np.int32), self.high - self.low)
        self.sentence = sentence[self.order] if len(sentence) else sentence
        # Inverse frequency of a feature among tokens, smoothed so that a corpus of one page is not overconfident.
        self.weight = np.log((len(self.features) + 2000.0) / (counts + 2.0)).astype(np.float32)


_indexes: weakref.WeakKeyDictionary[Corpus, SentenceIndex] = weakref.WeakKeyDictionary()


def _index(corpus: Corpus) -> SentenceIndex:
    if corpus not in _indexes:
        _indexes[corpus] = SentenceIndex(corpus)
    return _indexes[corpus]


def paraphrased(draft: PreparedText, corpus: Corpus, clusters: Clusters, found: list[Fragment]) -> list[Fragment]:
    """Fragments for draft sentences that `found` leaves unexplained and that resemble a source sentence."""
    mine = _sentences(draft)
    free = np.ones(len(draft.codes) + 1, np.int32)
    for one in found:
        free[one.d0 : one.d1] = 0
    total = np.append(0, np.cumsum(free))
    low, high = draft.first[mine.low], draft.first[mine.high]
    share = (total[high] - total[low]) / np.maximum(high - low, 1)
    open_ = np.flatnonzero((share >= _FREE) & (mine.high - mine.low >= _TOKENS))
    if not len(open_) or not len(corpus.seeds):
        return []
    index = _index(corpus)
    out = []
    for sentence, other in _candidates(draft, index, mine, open_):
        fragment = _judged(draft, corpus, index, (mine.low[sentence], mine.high[sentence]), other, _ALIKE)
        if fragment:
            out.append(fragment)
    settled = {fragment.d0 for fragment in out}
    rest = [i for i in open_.tolist() if int(draft.first[mine.low[i]]) not in settled]
    return out + _beside(draft, corpus, index, mine, rest, found + out)


def _candidates(draft: PreparedText, index: SentenceIndex, mine: _Sentences, asked: I64) -> list[tuple[int, int]]:
    """(draft sentence, source sentence) pairs worth a closer look: those that share the most weight in rare features."""
    size = (mine.high - mine.low)[asked]
    owner = np.repeat(asked, size)
    token = np.repeat(mine.low[asked], size) + np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    pair = np.unique(owner * (1 << FEATURE_BITS) + draft.features[token])
    owner, feature = pair >> FEATURE_BITS, pair & ((1 << FEATURE_BITS) - 1)
    count = index.at[feature + 1] - index.at[feature]
    square = index.weight[feature].astype(np.float64) ** 2
    norm = np.bincount(owner, square, minlength=int(owner.max()) + 1)
    rare = np.flatnonzero((count > 0) & (count <= _FREQUENT))
    many = count[rare]
    at = np.repeat(index.at[feature[rare]], many) + np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    key = np.repeat(owner[rare], many) * (len(index.low) + 1) + index.sentence[at]
    keys, inverse = np.unique(key, return_inverse=True)
    if not len(keys):
        return []
    shared = np.bincount(inverse, np.repeat(square[rare], many))
    sentence, other = keys // (len(index.low) + 1), keys % (len(index.low) + 1)
    good = np.flatnonzero(shared >= 0.3 * norm[sentence])
    good = good[np.lexsort((-shared[good], sentence[good]))]
    chosen: dict[int, int] = {}
    out = []
    for i in good.tolist():
        one = int(sentence[i])
        chosen[one] = chosen.get(one, 0) + 1
        if chosen[one] <= _CANDIDATES:
            out.append((one, int(other[i])))
    return out


def _judged(
    draft: PreparedText, corpus: Corpus, index: SentenceIndex, tokens: tuple[int, int], other: int, least: float
) -> Fragment | None:
    """The pair as a fragment when it is alike enough; a neighbour sentence of the source is taken in when that helps."""
    mine = draft.features[tokens[0] : tokens[1]]
    source = int(np.searchsorted(corpus.row, index.low[other], "right")) - 1
    first = last = other
    best = _cosine(mine, index, first, last)
    if best < least * 0.7:
        return None
    for step_first, step_last in ((-1, 0), (0, 1)):
        wide_first, wide_last = first + step_first, last + step_last
        inside = corpus.row[source] <= index.low[max(wide_first, 0)] and wide_first >= 0
        if inside and wide_last < len(index.low) and index.high[wide_last] <= corpus.row[source + 1]:
            value = _cosine(mine, index, wide_first, wide_last)
            if value > best + 0.05:
                best, first, last = value, wide_first, wide_last
    if best < least:
        return None
    there = corpus.texts[source].first
    s0, s1 = (int(v - corpus.row[source]) for v in (index.low[first], index.high[last]))
    d0, d1 = int(draft.first[tokens[0]]), int(draft.first[tokens[1]])
    return Fragment(source, d0, d1, int(there[s0]), int(there[s1]), np.zeros((0, 3), np.int64), best)


def _cosine(mine: U32, index: SentenceIndex, first: int, last: int) -> float:
    theirs = index.features[index.low[first] : index.high[last]]
    a, b = np.unique(mine), np.unique(theirs)
    norm = float((index.weight[a] ** 2).sum()) * float((index.weight[b] ** 2).sum())
    shared = np.intersect1d(a, b, assume_unique=True)
    return float((index.weight[shared] ** 2).sum()) / norm**0.5 if norm > 0 else 0.0


def _beside(
    draft: PreparedText, corpus: Corpus, index: SentenceIndex, mine: _Sentences, asked: list[int], found: list[Fragment]
) -> list[Fragment]:
    """Sentences next to a passage found already, compared with what stands next to it in the source."""
    out = []
    for sentence in asked:
        low, high = int(draft.first[mine.low[sentence]]), int(draft.first[mine.high[sentence]])
        best: Fragment | None = None
        for one in found:
            if not (abs(one.d1 - low) <= 3 or abs(one.d0 - high) <= 3):
                continue
            text, shift = corpus.texts[one.source], int(corpus.row[one.source])
            tokens = np.searchsorted(text.first, [one.s0, one.s1 - 1], "right") - 1 + shift
            near = np.searchsorted(index.low, tokens, "right") - 1
            for other in range(int(near[0]) - _NEIGHBOURS, int(near[1]) + _NEIGHBOURS + 1):
                if 0 <= other < len(index.low) and shift <= index.low[other] < corpus.row[one.source + 1]:
                    made = _judged(draft, corpus, index, (int(mine.low[sentence]), int(mine.high[sentence])), other, _ALIKE_NEAR)
                    if made and (best is None or made.paraphrase > best.paraphrase):
                        best = made
        if best:
            out.append(best)
    return out


