"""A character bigram model of Chinese: which of several fillings of a damaged place reads best.

Counts come from the document itself and, as a floor, from a bundled table of the pairs inside common words. Everything is compared in
Simplified form, so that both scripts share their evidence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import regex

from synthesis.engine.text import data
from synthesis.engine.text.gbkbytes import decode
from synthesis.engine.text.script import is_simplified_only, standard_forms, to_simplified

#: Sites narrow some marks and not others; to the model they are the same.
_NARROW = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}
_RUN = regex.compile(r"[\p{Script=Han}\p{P}A-Za-z0-9]+")
#: Weight of one occurrence in the document against one in the phrase list: the document knows its subject.
_DOCUMENT = 4.0
_DISCOUNT = 0.75
#: Above this share of characters that only Simplified text has, a text is Simplified.
_SIMPLIFIED = 0.1
#: Weights of a character's usual written form and of each of its variants, in occurrences.
_USUAL, _UNUSUAL = 0.8, 0.02
#: Of a character that Traditional text never holds, in a Traditional text.
_FOREIGN = 0.0005
#: Of the characters that half a lost pair could begin, this many are worth a thought.
_MOST_COMPLETIONS = 20
_FLOOR = 0.02
#: Weight of the table's smallest count: a hundred million characters weigh about as much as a long report.
_TABLE = 0.1
#: Marks that follow each other in any Chinese text, with the share of the first that the second follows. A page that was
#: cut lost them all, so it cannot teach them.
_MARKS = {
    "。": "”.1 “.03 》.01 ’.01 （.01",
    "，": "“.02 《.01",
    "：": "“.15 《.02",
    "？": "”.2",
    "！": "”.2",
    "、": "《.03 “.03",
    "”": "，.1 。.06 、.06 的.1 （.02",
    "》": "，.1 。.03 、.1 （.06 的.1",
    "）": "，.15 。.1 、.05 的.05",
    "“": "《.01",
}
_MARKS_WEIGHT = 40.0
#: Two of these never stand side by side.
_STOPS = frozenset("。，、；：！？")
_SIDE_BY_SIDE = 0.02


class CharModel:
    """Log probabilities of one character after another; characters of either script."""

    def __init__(self, runs: Iterable[str]) -> None:
        own: Counter[tuple[str, str]] = Counter()
        chars: Counter[str] = Counter()
        written: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for run in runs:
            written.update(run)
            pairs.update(pairwise(run))
            for piece in _RUN.findall(to_simplified(run).translate(_NARROW)):
                own.update(pairwise(piece))
                chars.update(piece)
        self._written = written
        self._written_pairs = pairs
        self._classes: Counter[str] = Counter()
        for char, n in written.items():
            self._classes[_folded(char)] += n
        self._simplified = sum(n for c, n in written.items() if is_simplified_only(c)) > written.total() * _SIMPLIFIED
        base_chars, self._base = _table()
        self._own = own
        self._base_chars = base_chars
        self._own_chars = chars
        self._seen: defaultdict[str, float] = defaultdict(float, base_chars)
        self._freed: defaultdict[str, float] = defaultdict(float)
        self._leaders: Counter[str] = Counter()
        for a, b in own:
            self._freed[a] += _DOCUMENT * _DISCOUNT
            self._leaders[b] += 1
        for char, n in chars.items():
            self._seen[char] += _DOCUMENT * n
        #: What `realign` worked out with this model, kept for the next damaged place.
        self.pairs: dict[tuple[int, int | str], list[str]] = {}
        self._memo: dict[str, float] = {}
        self._shares: dict[str, tuple[float, frozenset[str]]] = {}
        self._fits: dict[str, float] = {}
        self._completions: dict[tuple[tuple[int, ...], int], tuple[str, ...]] = {}
        self._own_types = len(own) + 1
        self._total = sum(self._seen.values()) + _FLOOR * 20_000

    def knows(self, char: str) -> bool:
        """Whether the character occurs anywhere in the model's material."""
        return _folded(char) in self._seen

    def score(self, before: str, char: str) -> float:
        """ln P(char | before); an empty `before` gives ln P(char).

        Interpolated Kneser-Ney smoothing (Chen and Goodman 1999, section 2.7) over the document: a mark that follows
        many different characters is likely after one it was never seen with. The table holds pairs inside words only,
        so what it leaves of a character's occurrences is free for pairs across words.
        """
        key = before + "\x00" + char
        known = self._memo.get(key)
        if known is None:
            known = self._memo[key] = self._score(before, char)
        return known

    def fit(self, before: str, char: str) -> float:
        """ln P(char | before), written in this form: a variant or the other script's form costs, unless it is the text's."""
        key = before + "\x00" + char
        known = self._fits.get(key)
        if known is None:
            known = self._fits[key] = self.score(before, char) - self._form_cost(char, before)
        return known

    def form_cost(self, text: str) -> float:
        """-ln of the share of these written forms among all forms of the same characters."""
        return sum(self._form_cost(c) for c in text)

    def _form_cost(self, char: str, before: str = "") -> float:
        if not "\u3400" <= char <= "\u9fff":
            return 0.0
        known = self._shares.get(char)
        if known is None:
            known = self._shares[char] = self._share(char)
        share, forms = known
        if before and len(forms) > 1:
            # 兼併, but 並且: which form is written depends on the word.
            here = {form: self._written_pairs[before, form] for form in {*forms, char}}
            share = (here[char] + share) / (sum(here.values()) + 1.0)
        return -math.log(share)

    def _share(self, char: str) -> tuple[float, frozenset[str]]:
        """The share of this written form among those of the same character, and the usual forms of that."""
        simplified = _folded(char)
        forms, weight = standard_forms(simplified), _USUAL
        if self._simplified:
            usual = char == simplified
        else:
            usual = char in forms
            if is_simplified_only(char):
                usual, weight = False, _FOREIGN
        if not usual:
            weight = min(weight, _UNUSUAL)
        return (self._written[char] + weight) / (self._classes[simplified] + 1.0), forms

    def _score(self, before: str, char: str) -> float:
        b = _folded(char)
        frequency = (self._seen.get(b, 0.0) + _FLOOR) / self._total
        lower = 0.5 * frequency + 0.5 * (self._leaders[b] + 0.2) / (self._own_types * 1.2)
        a = _folded(before) if before else ""
        seen = self._seen.get(a, 0.0) if a else 0.0
        if not seen:
            return math.log(lower)
        own = _DOCUMENT * max(self._own[(a, b)] - _DISCOUNT, 0.0)
        kept = own + self._base.get((a, b), 0.0)
        free = self._freed[a] + self._free_of_table(a) + 0.02 * seen
        kept += _marks().get((a, b), 0.0)
        seen += _MARKS_WEIGHT if a in _MARKS else 0.0
        free += _MARKS_WEIGHT - _marks_used(a) if a in _MARKS else 0.0
        chance = (kept + free * lower) / (1.02 * seen)
        return math.log(chance * _SIDE_BY_SIDE if a in _STOPS and b in _STOPS and not self._own[(a, b)] else chance)

    def _free_of_table(self, char: str) -> float:
        """The part of a character's weight in the table that its pairs do not use up."""
        return max(0.0, self._base_chars.get(char, 0.0) - _used().get(char, 0.0))

    def completions(self, firsts: tuple[int, ...], second: int) -> tuple[str, ...]:
        """The known characters that GBK spells with one of `firsts` and then `second`, the commonest first."""
        key = (firsts, second)
        found = self._completions.get(key)
        if found is None:
            chars = [c for c in (decode(first, second) for first in firsts) if c and self.knows(c)]
            chars.sort(key=lambda c: -self._seen.get(_folded(c), 0.0))
            found = self._completions[key] = tuple(chars[:_MOST_COMPLETIONS])
        return found

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
def _table() -> tuple[dict[str, float], dict[tuple[str, str], float]]:
    """Characters and pairs of the bundled table with their weights."""
    chars: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    for line in files(data).joinpath("zh_pairs.txt").read_text("utf-8").splitlines():
        head, tab, rest = line.partition("\t")
        if not tab:
            continue
        chars[head[0]] = _weight(head[1])
        weight = 0.0
        for char in rest:
            if char.isascii():
                weight = _weight(char)
            else:
                pairs[head[0], char] = weight
    return chars, pairs


def _weight(level: str) -> float:
    return float(2 ** (ord(level) - ord("a"))) * _TABLE


@lru_cache(maxsize=1)
def _marks() -> dict[tuple[str, str], float]:
    """The pairs of `_MARKS` with their weights."""
    return {
        (first, follower[0]): float(follower[1:]) * _MARKS_WEIGHT
        for first, followers in _MARKS.items()
        for follower in followers.split()
    }


@lru_cache(maxsize=64)
def _marks_used(first: str) -> float:
    return sum(weight for (a, _), weight in _marks().items() if a == first)


@lru_cache(maxsize=1)
def _used() -> dict[str, float]:
    used: defaultdict[str, float] = defaultdict(float)
    for (a, _), weight in _table()[1].items():
        used[a] += weight
    return dict(used)
