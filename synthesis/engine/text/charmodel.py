"""A character bigram model of Chinese: which of several fillings of a damaged place reads best.

Counts come from the document itself and, as a floor, from pypinyin's list of 47,000 phrases. Everything is compared in
Simplified form, so that both scripts share their evidence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, pairwise

import regex
from pypinyin.phrases_dict import phrases_dict

from synthesis.engine.text.script import to_simplified

#: Sites narrow some marks and not others; to the model they are the same.
_NARROW = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}
_RUN = regex.compile(r"[\p{Script=Han}\p{P}A-Za-z0-9]+")
#: Weight of one occurrence in the document against one in the phrase list: the document knows its subject.
_DOCUMENT = 4.0
_DISCOUNT = 0.75
_FLOOR = 0.05


class CharModel:
    """Log probabilities of one character after another; characters of either script."""

    def __init__(self, runs: Iterable[str]) -> None:
        own: Counter[tuple[str, str]] = Counter()
        for run in chain.from_iterable(_RUN.findall(to_simplified(r).translate(_NARROW)) for r in runs):
            own.update(pairwise(run))
        self._own, self._base = own, _phrase_bigrams()
        self._seen: defaultdict[str, float] = defaultdict(float)
        self._freed: defaultdict[str, float] = defaultdict(float)
        self._leaders: defaultdict[str, float] = defaultdict(float)
        for counts, weight in ((self._base, 1.0), (own, _DOCUMENT)):
            for (a, b), n in counts.items():
                self._seen[a] += weight * n
                self._freed[a] += weight * _DISCOUNT
                self._leaders[b] += weight
        self._pairs = sum(self._leaders.values()) + _FLOOR * 20_000

    def knows(self, char: str) -> bool:
        """Whether the character occurs anywhere in the model's material."""
        char = _folded(char)
        return char in self._leaders or char in self._seen

    def score(self, before: str, char: str) -> float:
        """ln P(char | before); an empty `before` gives ln P(char).

        Interpolated Kneser-Ney smoothing (Chen and Goodman 1999, section 2.7): a mark that follows many different
        characters is likely after one it was never seen with.
        """
        b = _folded(char)
        lower = (self._leaders.get(b, 0.0) + _FLOOR) / self._pairs
        a = _folded(before) if before else ""
        seen = self._seen.get(a, 0.0) if a else 0.0
        if not seen:
            return math.log(lower)
        own, base = self._own[(a, b)], self._base[(a, b)]
        kept = _DOCUMENT * max(own - _DISCOUNT, 0.0) + max(base - _DISCOUNT, 0.0)
        return math.log((kept + self._freed[a] * lower) / seen)

    def text_score(self, before: str, text: str, after: str) -> float:
        """ln P of `text` and of `after` following it, given the character `before` (either may be empty)."""
        total = 0.0
        last = before
        for char in text:
            total += self.score(last, char)
            last = char
        return total + (self.score(last, after) if after else 0.0)


@lru_cache(maxsize=32_768)
def _folded(char: str) -> str:
    return to_simplified(char).translate(_NARROW)


@lru_cache(maxsize=1)
def _phrase_bigrams() -> Counter[tuple[str, str]]:
    bigrams: Counter[tuple[str, str]] = Counter()
    for phrase in to_simplified("\n".join(phrases_dict)).split("\n"):
        bigrams.update(pairwise(phrase))
    return bigrams
