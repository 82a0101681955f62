"""Passages of Chinese said anew, known by the rare characters that one to three neighbouring sentences share with a place."""

from __future__ import annotations

import numpy as np

from synthesis.engine.overlap.characters import F64, Codes, codes_of, score, sets_of, shared_characters
from synthesis.engine.overlap.facing import Facing
from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.likeness import Alike
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.sentences import Pairs
from synthesis.engine.overlap.together import continued

# Least score, evidence and cosine. Of passages said anew, those that no other step finds and this one does reach 1.36 and more.
# Of 700 stretches of four reports on one industry, each with its best place in the others, one has the score, a list of parts
# (cosine 0.43), and no other more than 1.06; of made-up text in which sentences of such reports are mixed, none more than 1.12.
_SCORE, _EVIDENCE, _COSINE = 1.25, 5.0, 0.47
_HOPEFUL, _NEARLY = 0.75, 4.4  # score and evidence of all that stands around, below which nothing is looked at closely
# What a sentence must share in features with one of the source, and of its own, to be looked at.
_LEAD, _SHARE = 3.0, 0.06
_AROUND, _MOST = 2, 4  # sentences of the source before and after; those of one place at most
_SHORTEST, _LONGEST = 24, 160  # tokens of the draft's sentences together
_LONGER, _MORE = 2.0, 20  # times as long as these, and so many more, a place may be


def said_anew(facing: Facing, pairs: Pairs, shared: F64, norm: F64, done: set[int]) -> list[Fragment]:
    """Up to three neighbouring sentences of unspaced writing for each of the `pairs` whose sentence is not `done`. `shared`:
    what each pair has in common; `norm`: what the features of each sentence weigh."""
    least = np.maximum(_SHARE * norm, _LEAD)
    least[facing.words] = least[list(done)] = np.inf
    some = (shared >= least[pairs.mine]).nonzero()[0]
    mine = pairs.mine[some]
    source, low, high = facing.region(pairs.other[some], _AROUND)
    first, last = _neighbours(facing, mine)
    codes = codes_of(facing.draft.tokens)
    codes[~facing.own] = 0
    wide = facing.asked.low[first], facing.asked.high[last]
    most, hope = shared_characters(facing.index.characters, (codes, *wide), (facing.index.codes, low, high))
    best: dict[int, tuple[float, Fragment]] = {}
    for i in ((most >= _NEARLY) & (hope >= _HOPEFUL)).nonzero()[0].tolist():
        number, at = int(mine[i]), int(facing.corpus.row[source[i]])
        one = _best(facing, codes, (int(first[i]), number, int(last[i])), (int(low[i]), int(high[i])))
        if one and one.score > best.get(number, (0.0,))[0]:
            moved = Alike(one.mine, (one.theirs[0] - at, one.theirs[1] - at), one.cosine, one.evidence, one.score)
            best[number] = one.score, facing.fragment(int(source[i]), moved)
    return [fragment for _, fragment in best.values()]


def _neighbours(facing: Facing, mine: I64) -> tuple[I64, I64]:
    """The sentences before and after each one in its paragraph, or itself."""
    asked = facing.asked
    before, after = np.maximum(mine - 1, 0), np.minimum(mine + 1, len(asked.low) - 1)
    joins = (asked.high[before] == asked.low[mine]) & continued(facing, asked.low[mine])
    joined = (asked.low[after] == asked.high[mine]) & continued(facing, asked.high[mine])
    return np.where(joins, before, mine), np.where(joined, after, mine)


def _best(facing: Facing, codes: Codes, mine: tuple[int, int, int], region: tuple[int, int]) -> Alike | None:
    """The most alike of the sentences around `mine` (first, itself, last) and of the rows of sentences in a region of the
    index, if they are enough, in tokens of draft and index."""
    asked, index = facing.asked, facing.index
    first, number, last = mine
    begin, end = index.low.searchsorted(region).tolist()
    here = [*asked.low[first : last + 1].tolist(), int(asked.high[last])]
    there = [*index.low[begin:end].tolist(), region[1]]
    spans = [(a - first, b - first) for a in {first, number} for b in {number + 1, last + 1}]
    places = [(a, b) for a in range(len(there)) for b in range(a + 1, min(len(there), a + _MOST + 1))]
    # Both sides in a row, the draft's sentences first.
    row = np.concatenate((codes[here[0] : here[-1]], index.codes[there[0] : there[-1]]))
    edges = np.array([at - here[0] for at in here] + [at - there[0] + here[-1] - here[0] for at in there[1:]])
    low, high = np.array(spans + [(a + len(here) - 1, b + len(here) - 1) for a, b in places]).T
    sets, known = sets_of(row, edges, low, high)
    told = index.characters[known]
    weighs, count = sets @ told, len(spans)
    shared = (sets[:count] * told) @ sets[count:].T
    size = edges[high] - edges[low]
    mine_size, length = size[:count, None], size[count:]
    fits = (mine_size >= _SHORTEST) & (mine_size <= _LONGEST) & (length <= _LONGER * mine_size + _MORE)
    scores = score(shared, weighs[:count, None], weighs[count:])
    scores *= fits & (shared >= _EVIDENCE) & (scores >= _COSINE * np.sqrt(shared))
    one, two = divmod(int(scores.argmax()), scores.shape[1])
    found, evidence = float(scores[one, two]), float(shared[one, two])
    if found < _SCORE:
        return None
    (a, b), (c, d) = spans[one], places[two]
    return Alike((here[a], here[b]), (there[c], there[d]), found / evidence**0.5, evidence, found)
