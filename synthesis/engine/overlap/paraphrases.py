"""The second pass: what of the draft no cluster explains, against the sources, by the rare features they share.

What it finds is similar wording that a person should look at, never proof; it is labelled `paraphrase`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.anew import said_anew
from synthesis.engine.overlap.corpus import Corpus
from synthesis.engine.overlap.facing import WIDEST, Facing
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.likeness import Alike, Side, most_alike, telling
from synthesis.engine.overlap.normalise import I32
from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.sentences import (
    Features,
    Pairs,
    SentenceIndex,
    Sentences,
    candidates,
    hopeful,
    sentence_index,
    unexplained,
)
from synthesis.engine.overlap.together import figured, together

# Least scores (`likeness.Alike`). Of 1,100 sentences of unrelated reports on one industry, each with its best partner in
# 60,000 characters, one in a hundred reached 0.7 and four 0.85, all of them lists of names; of English prose none 0.45.
_WHOLE = 0.85  # of a whole sentence
_WORDS_WHOLE = 0.75  # of one that is mostly words
_OWN, _WORDS_OWN = 16, 8  # tokens that these must have outside of set phrases
_WHOLE_EVIDENCE, _WORDS_EVIDENCE = 6.0, 4.0  # what these must share at least: more than one long name
_WORDS_CLOSE, _WORDS_LITTLE = 0.9, 3.0  # or, of words, a score and what they share: of short sentences said anew
_PART, _PART_EVIDENCE = 1.25, 10.0  # of some clauses of one, and what they must share at least
_FAINT, _TOGETHER = 0.5, 1.4  # of each of two neighbouring sentences, and of both together
_NEAR, _NEAR_EVIDENCE = 0.6, 3.0  # of one beside a passage that comes from the same place of the source
_BETWEEN, _BETWEEN_EVIDENCE = 0.35, 1.5  # of one between two such passages
_ROUNDS = 2  # of looking beside passages, those just found included
_SOME = 5.0  # least evidence of a part of a sentence beside a passage
_HOPEFUL = 0.36  # a pair below is not looked at closely
_APART_MINE, _APART_THEIRS = 2, 120  # sentences of the draft, tokens of the source, between pairs that are neighbours
_STEPS = tuple(step for step in range(-_APART_MINE, _APART_MINE + 1) if step)
_EDGE = 3  # characters between a sentence and the passage it stands beside
_SPACE = 1  # characters of white space between sentences of one paragraph
_NEIGHBOURS = 3  # sentences looked at before and after a passage


@dataclass(frozen=True)
class _Looked:
    """A draft sentence (`asked` its number among those asked) and the best place for it around a sentence of a source, for the `whole`
    of it or a part; `enough`: by itself."""

    asked: int
    source: int
    alike: Alike
    whole: bool
    enough: bool


def paraphrased(
    draft: PreparedText, corpus: Corpus, found: list[Fragment], elsewhere: Sequence[Fragment] | None = None
) -> list[Fragment]:
    """Fragments for what of the draft neither `found` nor `elsewhere` explains and what resembles a source.

    `elsewhere`: what was found in other texts than the corpus, which is then one put together for this draft alone.
    """
    asked = unexplained(draft, [*found, *(elsewhere or ())])
    if not len(asked.low) or not len(corpus.codes):
        return []
    own = telling(draft, 0, len(draft.tokens))
    features = Features(draft, asked, own)
    index = sentence_index(corpus) if elsewhere is None else SentenceIndex(corpus, features.feature)
    norm = features.norm(index)
    facing = Facing(draft, corpus, index, asked, features, own)
    task = _Task(facing, np.sqrt(norm))
    pairs = candidates(index, features)
    shared = features.shared(index, pairs.mine, index.low[pairs.other], index.high[pairs.other])
    looked = [one for some in task.around(hopeful(index, features, norm, pairs, shared, _HOPEFUL)) for one in some]
    supported = _supported(looked, asked)
    good = [one for one, near in zip(looked, supported, strict=True) if near or one.enough]
    out = task.best(good)
    several = together(facing, pairs, shared, set(out))
    several += said_anew(facing, pairs, shared, norm, task.covered([*out.values(), *several]))
    for _ in range(_ROUNDS):
        more = task.best(task.beside([*found, *out.values(), *several], set(out)))
        if not more:
            break
        out |= more
    return [*out.values(), *several]


class _Task:
    """One draft against one corpus."""

    def __init__(self, facing: Facing, norm: NDArray[np.float64]) -> None:
        """`norm`: of each sentence's features."""
        self.facing, self.draft, self.corpus, self.index = facing, facing.draft, facing.corpus, facing.index
        self.asked, self.features, self.norm, self.words = facing.asked, facing.features, norm, facing.words
        self.edges = self.draft.first[self.asked.low], self.draft.first[self.asked.high]  # in characters
        self.sides: dict[int, Side] = {}
        self.done: set[tuple[int, int, float]] = set()

    def covered(self, found: list[Fragment]) -> set[int]:
        """The sentences that begin in one of these."""
        return {
            i for one in found for i in ((self.edges[0] >= one.d0) & (self.edges[0] < one.d1)).nonzero()[0].tolist()
        }

    def around(self, pairs: Pairs) -> list[list[_Looked]]:
        """Each sentence with what is best of a source sentence and its neighbours: as a whole, and in part."""
        shared = np.where(self._accompanied(pairs), 0.0, self._alone(pairs.mine))
        return self._looked(pairs.mine, pairs.other, 1, np.full(len(pairs.mine), _FAINT), shared)

    def _accompanied(self, pairs: Pairs) -> NDArray[np.bool_]:
        """Which pairs may be `_supported` by another one."""
        places = list(zip(self.index.source[pairs.other].tolist(), self.asked.number[pairs.mine].tolist(), strict=True))
        known = set(places)
        return np.array([any((text, i + step) in known for step in _STEPS) for text, i in places], np.bool_)

    def _alone(self, mine: I64) -> NDArray[np.float64]:
        """What these sentences must share at least to pass by themselves, as a whole or in part (`_passes`)."""
        score = np.where(self.words, _WORDS_WHOLE, _WHOLE) * self.norm
        least = np.maximum(np.minimum(score, _PART_EVIDENCE), np.where(self.words, _WORDS_LITTLE, _WHOLE_EVIDENCE))
        out: NDArray[np.float64] = least[mine] * (1 - 1e-9)
        return out

    def _looked(
        self,
        mine: I64,
        middle: I64,
        reach: int,
        least: NDArray[np.float64],
        least_shared: NDArray[np.float64] | float = 0.0,
    ) -> list[list[_Looked]]:
        """Each sentence `mine` and what of the source stands in sentence `middle` of the index and up to `reach` before and
        after it, when they share enough to reach the score `least`, and `least_shared`."""
        source, low, high = self.facing.region(middle, reach)
        size = np.maximum(high - low, (self.asked.high - self.asked.low)[mine])
        high = np.where(size > WIDEST, low, high)
        # Most share too little, whatever else stands there.
        least_shared = np.maximum(least * self.norm[mine], least_shared)
        some = ((self.features.shared(self.index, mine, low, high) >= least_shared) & (high > low)).nonzero()[0]
        shared = self.features.shared(self.index, mine[some], low[some], high[some], once=True)
        out: list[list[_Looked]] = [[] for _ in range(len(mine))]
        for i in some[shared >= least_shared[some]].tolist():
            number, text = int(mine[i]), int(source[i])
            side = self.facing.there(text, int(low[i]), int(high[i]))
            out[i] = self._compared(number, text, side, float(least[i]))
        return out

    def _compared(self, number: int, source: int, theirs: Side, least: float) -> list[_Looked]:
        if number not in self.sides:
            self.sides[number] = self.facing.side(number, number)
        mine, out = self.sides[number], []
        for alike in most_alike(mine, theirs, least, _PART_EVIDENCE if least == _FAINT else _SOME):
            whole = alike.mine == (mine.low, mine.high)
            if least != _FAINT and alike.evidence >= _BETWEEN_EVIDENCE:
                alike = figured(alike, mine, theirs)[0]
            out.append(_Looked(number, source, alike, whole, self._passes(number, alike, whole)))
        return out

    def _passes(self, mine: int, alike: Alike, whole: bool) -> bool:
        score, evidence = _PART, _PART_EVIDENCE
        if whole:
            words, own = bool(self.words[mine]), int(self.sides[mine].own.sum())
            if own < (_WORDS_OWN if words else _OWN):
                return False
            if words and alike.score >= _WORDS_CLOSE and alike.evidence >= _WORDS_LITTLE:
                return True
            score, evidence = (_WORDS_WHOLE, _WORDS_EVIDENCE) if words else (_WHOLE, _WHOLE_EVIDENCE)
        return alike.score >= score and alike.evidence >= evidence

    def best(self, looked: list[_Looked]) -> dict[int, Fragment]:
        """For each sentence the fragment of its best place; the whole sentence goes before a part of it."""
        chosen: dict[int, _Looked] = {}
        for one in looked:
            before = chosen.get(one.asked)
            if before is None or (one.whole, one.alike.score) > (before.whole, before.alike.score):
                chosen[one.asked] = one
        return {number: self.facing.fragment(one.source, one.alike) for number, one in sorted(chosen.items())}

    def beside(self, found: list[Fragment], done: set[int]) -> list[_Looked]:
        """Sentences next to a passage found already that resemble what stands in and around its place in the source. What
        was asked in an earlier round is not asked again."""
        begins, ends = self.edges
        lasts = (begins + _EDGE).tolist()
        before = _near([one.d1 for one in found], begins, self._vouched(begins))
        after = _near([one.d0 for one in found], ends, self._vouched(ends))
        places = self._places(found)
        asks: list[tuple[int, int, float]] = []  # sentence, sentence of the index, least score
        for mine in sorted((before.keys() | after.keys()) - done):
            sides = before.get(mine, []), after.get(mine, [])
            both = {found[i].source for i in sides[0]} & {found[i].source for i in sides[1]} if all(sides) else ()
            for i in sides[0] + sides[1]:
                middle = places[i][int(found[i].d1 <= lasts[mine])]
                asks.append((mine, middle, _BETWEEN if found[i].source in both else _NEAR))
        new = [ask for ask in dict.fromkeys(asks) if ask not in self.done]
        if not new:
            return []
        self.done.update(new)
        who, middles = np.array([ask[:2] for ask in new], np.int64).reshape(-1, 2).T
        looked = self._looked(who, middles, _NEIGHBOURS, np.array([ask[2] for ask in new]))
        return [one for some, ask in zip(looked, new, strict=True) for one in some if _reaches(one, ask[2])]

    def _vouched(self, edges: I32) -> NDArray[np.bool_]:
        """For which sentences a passage vouches that ends (or begins) at their edge: not for those of words where a paragraph
        does, too, for of prose on one subject a paragraph of many words resembles any place a little."""
        start, end, tail = self.draft.start, self.draft.end, self.draft.tail
        inside = (edges > 0) & (edges < len(start))
        at = np.where(inside, edges, 0)
        out: NDArray[np.bool_] = (inside & (start[at] - end[at - 1] - tail[at - 1] <= _SPACE)) | ~self.words
        return out

    def _places(self, found: list[Fragment]) -> list[tuple[int, int]]:
        """The first and the last sentence of the index that each fragment touches."""
        firsts = [self.corpus.texts[one.source].edges[0] for one in found]
        edges = [
            (bisect_right(first, one.s0), bisect_right(first, one.s1 - 1))
            for one, first in zip(found, firsts, strict=True)
        ]
        places = np.array(edges, np.int64).reshape(-1, 2)
        places += (self.corpus.row[[one.source for one in found]] - 1)[:, None]
        sentences = self.index.low.searchsorted(places, "right") - 1
        return [(first, last) for first, last in sentences.tolist()]


def _near(edges: list[int], places: I32, asked: NDArray[np.bool_]) -> dict[int, list[int]]:
    """Those of the `asked` places with edges a few characters away, by number, and the numbers of these edges."""
    row = np.array(edges, np.int32)
    order = np.argsort(row, kind="stable")
    low = row.searchsorted(places - _EDGE, sorter=order)
    high = row.searchsorted(places + _EDGE, "right", sorter=order)
    some = ((high > low) & asked).nonzero()[0]
    rows, numbers = zip(some.tolist(), low[some].tolist(), high[some].tolist(), strict=True), order.tolist()
    return {place: sorted(numbers[first:last]) for place, first, last in rows}


def _reaches(one: _Looked, score: float) -> bool:
    evidence = _BETWEEN_EVIDENCE if score == _BETWEEN else _NEAR_EVIDENCE
    return one.alike.score >= score and one.alike.evidence >= (evidence if one.whole else max(evidence, _SOME))


def _supported(looked: list[_Looked], asked: Sentences) -> NDArray[np.bool_]:
    """Faint pairs that stand together: neighbouring draft sentences that resemble neighbouring places of one source.

    Chance finds one such pair now and then, hardly ever two side by side.
    """
    out = np.zeros(len(looked), np.bool_)
    faint = [i for i, one in enumerate(looked) if one.whole and one.alike.score >= _FAINT]
    by_place: dict[tuple[int, int], list[int]] = {}
    for i in faint:
        by_place.setdefault((looked[i].source, int(asked.number[looked[i].asked])), []).append(i)
    for i in faint:
        source, number = looked[i].source, int(asked.number[looked[i].asked])
        near = (j for step in _STEPS for j in by_place.get((source, number + step), []))
        out[i] = any(_neighbours(looked[i], looked[j]) for j in near)
    return out


def _neighbours(one: _Looked, two: _Looked) -> bool:
    low, high = sorted((one.alike.theirs, two.alike.theirs))
    return 0 <= high[0] - low[1] <= _APART_THEIRS and one.alike.score + two.alike.score >= _TOGETHER
