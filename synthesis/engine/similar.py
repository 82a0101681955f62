"""Which passages say much the same: cosine of character pairs and words weighted by rarity, with vectors where there are some.

Scores rank; they prove nothing. Formula: TF-IDF with tf = 1 + ln n and idf = ln(1 + N / df), Salton and Buckley 1988.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from synthesis.engine.suggest import Embed, unit_vector
from synthesis.engine.text.search_terms import fold, units_of

#: Characters that build no content by themselves: a pair with one of them tells little.
_FUNCTION = frozenset(
    "的了在是和与及或而其之于以为也都就对将被把从到由此该这那个们等中上下不有年月日第一二三四五六七八九十"
)
_STOP = frozenset(
    "the of and to in a is that for it as was with be by on at are this from or an which were has".split()
)
_DENSE_SHARE = 0.5
#: Below this two passages share words, not statements.
FLOOR = 0.12
#: Vectors of sentences in one language lie in a narrow cone; from here on they say "alike".
_DENSE_FLOOR = 0.7
MOST_ENCODED = 60


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike a candidate is, 0–1, and the stretches `[start, end)` of it that stand in the passage as well."""

    index: int
    score: float
    shared: list[tuple[int, int]]


def terms_of(folded: str) -> Iterator[str]:
    """Pairs of characters and words of a folded text, function words left out; in order, repeated as they come."""
    for unit in units_of(folded):
        if not unit.east:
            if unit.text not in _STOP:
                yield unit.text
        elif len(unit.text) == 1:
            yield unit.text
        else:
            yield from (unit.text[i : i + 2] for i in range(len(unit.text) - 1))


def telling_terms(passage: str, most: int) -> list[str]:
    """Terms to look for passages like this one: those of content, spread evenly over it when there are more than `most`."""
    found = [t for t in dict.fromkeys(terms_of(fold(passage))) if len(t) > 1 and not _FUNCTION.intersection(t)]
    if len(found) <= most:
        return found
    return [found[i * len(found) // most] for i in range(most)]


def rank(passage: str, candidates: Sequence[str], *, embed: Embed | None = None) -> list[Likeness]:
    """Candidates at least FLOOR alike, the most alike first; of equals the earlier one. Same input, same output.

    `embed` maps texts to vectors; only the MOST_ENCODED best by words are encoded.
    """
    folded = [fold(text) for text in candidates]
    own = Counter(terms_of(fold(passage)))
    counts = [Counter(terms_of(text)) for text in folded]
    spread = Counter(term for count in counts for term in count)
    weigh = _Weights(len(counts) + 1, spread + Counter(own.keys()))
    mine = weigh.vector(own)
    scores = [_cosine(mine, weigh.vector(count)) for count in counts]
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    if embed is not None and order:
        near = order[:MOST_ENCODED]
        for i, dense in zip(near, _dense(passage, [candidates[i] for i in near], embed), strict=True):
            scores[i] = (1 - _DENSE_SHARE) * scores[i] + _DENSE_SHARE * dense
        order = sorted(near, key=lambda i: (-scores[i], i))
    return [
        Likeness(i, round(min(scores[i], 1.0), 4), shared_stretches(passage, candidates[i]))
        for i in order
        if scores[i] >= FLOOR
    ]


class _Weights:
    def __init__(self, total: int, spread: Counter[str]) -> None:
        self._total = total
        self._spread = spread

    def vector(self, counts: Counter[str]) -> dict[str, float]:
        weights = {
            term: (1 + math.log(n)) * math.log(1 + self._total / self._spread[term]) * _content(term)
            for term, n in counts.items()
        }
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {term: w / norm for term, w in weights.items()}


def _content(term: str) -> float:
    return 0.3 if _FUNCTION.intersection(term) else 1.0


def _cosine(one: dict[str, float], two: dict[str, float]) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight * two.get(term, 0.0) for term, weight in one.items())


def _dense(passage: str, texts: list[str], embed: Embed) -> list[float]:
    own, *others = (unit_vector(vector) for vector in embed([passage, *texts]))
    cosines = [sum(a * b for a, b in zip(own, other, strict=True)) for other in others]
    return [max(0.0, (c - _DENSE_FLOOR) / (1 - _DENSE_FLOOR)) for c in cosines]


def shared_stretches(passage: str, other: str) -> list[tuple[int, int]]:
    """Stretches of `other` of at least three East Asian characters or one content word that stand in the passage, too."""
    own = fold(passage)
    words = {unit.text for unit in units_of(own) if not unit.east}
    triples = {u.text[i : i + 3] for u in units_of(own) if u.east for i in range(len(u.text) - 2)}
    found: list[tuple[int, int]] = []
    for unit in units_of(fold(other)):
        if not unit.east:
            if unit.text in words and unit.text not in _STOP:
                found.append((unit.start, unit.end))
            continue
        for i in range(len(unit.text) - 2):
            if unit.text[i : i + 3] in triples:
                start = unit.start + i
                if found and found[-1][1] >= start:
                    found[-1] = (found[-1][0], start + 3)
                else:
                    found.append((start, start + 3))
    return found
