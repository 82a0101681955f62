"""A word model of Chinese: how probable a stretch is, cut into words the best way, each word after the one before it.

Words and pairs of words come from the document itself (as rjieba cuts it) and, underneath, from a bundled dictionary with
frequencies and bundled counts of pairs. Everything is compared in Simplified form. It judges a finished filling with what
stands on both sides, where `charmodel`, which sees two characters at a time, only finds the candidates.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple, TypeAlias

import regex

from synthesis.engine.text import segment
from synthesis.engine.text.wordtable import classes, endings, followers
from synthesis.engine.text.wordtable import words as dictionary

_LONGEST = 7
#: The dictionary weighs as much as a document of so many words.
_WEIGHT = 1500.0
_DISCOUNT = 0.7
#: Weight of one occurrence of a pair in the document against one in the bundled counts, and what each pair's count loses.
_OWN_PAIR = 6.0
#: Every word may be followed by words never seen after it, as if it had occurred so much more often.
_OPEN = 6.0
#: P of a character that is no word and of a run of Latin letters or digits.
_UNKNOWN = 2e-8
_LATIN = math.log(2e-3)
#: … and of a single letter among Chinese characters, small or capital.
_SMALL, _CAPITAL = math.log(1e-5), math.log(2e-4)
_LATIN_RUN = regex.compile(r"[A-Za-z0-9.%]+")
_HAN_RUN = regex.compile(r"[\p{Script=Han}]+")
#: Share of each mark among words and marks, as in any report or newspaper.
_MARKS = {
    "，": 0.07, "。": 0.035, "、": 0.02, "：": 0.004, "；": 0.003, "“": 0.006, "”": 0.006, "《": 0.002, "》": 0.002,
    "（": 0.004, "）": 0.004, "？": 0.002, "！": 0.002, "—": 0.002, "·": 0.0005, "…": 0.0005, "\n": 0.01,
}  # fmt: skip
_OTHER_MARK = 3e-6
#: Two of these hardly ever stand side by side, but in pages that do so themselves: -ln of how seldom.
_STOPS, _SIDE_BY_SIDE = frozenset("。，、；："), 3.5
#: … and these may stand in rows, on pages that do so.
_REPEATED = frozenset("。！？")
#: So many words at the edges of a run may be pieces of words.
_TORN = 2
#: Readings of the words so far that are kept at each place, by their last word.
_KEPT = 4


class WordModel:
    """ln P of stretches of text in Simplified characters."""

    def __init__(self, runs: Iterable[str], again: float = 0.0) -> None:
        """`runs` and `again` as of `CharModel`, in Simplified characters and wide marks."""
        words: Counter[str] = Counter()
        pairs: Counter[tuple[str, str]] = Counter()
        for run in runs:
            # Where damage cuts a word in two, what is left of it is none.
            pieces = [_kind(piece) for piece in segment.cut(run)][_TORN:-_TORN]
            words.update(pieces)
            pairs.update(pairwise(pieces))
        self._again = math.log(again) if again else -math.inf
        self._total = math.log(words.total() + _WEIGHT)
        self._log_weight = math.log(_WEIGHT)
        self._own = words
        self._own_pairs: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for (first, second), n in pairs.items():
            self._own_pairs[first][second] = n
        self._known: dict[str, float | None] = {w: self._word(w, n) for w, n in words.items() if len(w) <= _LONGEST}
        self._endings: dict[str, list[tuple[str, int, _Next]]] = {}
        self._longer = {w[-2:] for w in words if len(w) > 2}
        self._nexts: dict[str, _Next] = {}
        self._heads: dict[str, _Head] = {}
        self._kinds, self._ties = classes()

    def _word(self, word: str, seen: int) -> float:
        """ln P of a word seen so often in the document."""
        if word in _CLASSES:
            return _CLASSES[word]
        if word in _MARKS:
            return math.log(_MARKS[word] * _WEIGHT + seen) - self._total
        listed = math.exp(dictionary().get(word, -math.inf))
        return math.log(max(seen - (0 if listed else _DISCOUNT), 0.1) + _WEIGHT * listed) - self._total

    def _value(self, word: str) -> float | None:
        """ln P of a word the document does not have, remembered; None when it is none."""
        value: float | None = None
        listed = dictionary().get(word)
        if listed is not None:
            value = listed + self._log_weight - self._total
        elif len(word) == 1:
            share = _MARKS.get(word, _UNKNOWN if _HAN_RUN.match(word) else _OTHER_MARK)
            value = math.log(share) + self._log_weight - self._total
        self._known[word] = value
        return value

    def follows(self, first: str, second: str, alone: float) -> float:
        """ln P(second | first); `alone` is ln P(second).

        Counts of the document and of the bundled table added up, smoothed by absolute discounting (Chen and Goodman 1999,
        section 2.5): what discounting frees goes to all words by their own probability and by how their class goes with the
        class of the first.
        """
        head = self._heads.get(first)
        if head is None:
            head = self._heads[first] = self._head(first)
        total, free, listed, ties = head
        if ties and (kind := self._kinds.get(second)) is not None:
            alone += ties[kind]
        kept = listed.get(second, 0.0)
        own = self._own_pairs[first].get(second, 0) if first in self._own_pairs else 0
        if own:
            kept += _OWN_PAIR * (own - _DISCOUNT)
        chance = math.log((kept + free * math.exp(alone)) / total) if total else alone
        if first in _STOPS and second in _STOPS and not own:
            chance -= _SIDE_BY_SIDE
        return max(chance, self._again) if first == second and first in _REPEATED else chance

    def _head(self, first: str) -> _Head:
        total, listed = followers(first)
        ties = self._ties[self._kinds[first]] if first in self._kinds else ()
        if first == "":
            return _Head(0.0, 0.0, listed, ties)
        own = self._own_pairs.get(first, {})
        free = max(0.0, total - sum(listed.values())) + _OWN_PAIR * _DISCOUNT * len(own) + _OPEN
        return _Head(total + _OWN_PAIR * sum(own.values()) + _OPEN, free, listed, ties)

    def begun(self, left: str) -> Lattice:
        """The lattice of the text before the places to judge; `going_on` continues it."""
        lattice: Lattice = [[(self._next(""), 0.0)]]
        self._fill(left, lattice)
        return lattice

    def going_on(self, left: str, lattice: Lattice, texts: Sequence[str]) -> list[float]:
        """ln P of `left` (whose lattice is given) and each of `texts` together.

        What texts have in common at their beginning is worked out once.
        """
        scores: dict[str, float] = {}
        lattice = lattice[:]
        before = left
        for text in sorted(set(texts)):
            whole = left + text
            shared = next((i for i, (a, b) in enumerate(zip(before, whole, strict=False)) if a != b), len(before))
            shared = min(shared, len(whole))
            # A run of letters and digits is one word, whose end may have come later.
            while shared and whole[shared - 1] in _LATIN_LETTERS:
                shared -= 1
            del lattice[shared + 1 :]
            self._fill(whole, lattice)
            scores[text] = max((score for _, score in lattice[-1]), default=-math.inf)
            before = whole
        return [scores[text] for text in texts]

    def score(self, text: str) -> float:
        """ln P of `text` (Simplified, marks full width), by its best cut into words. Linear in its length."""
        return max((score for _, score in self.begun(text)[-1]), default=-math.inf)

    def _fill(self, text: str, lattice: Lattice) -> None:
        """Go on with a lattice to the end of `text`: each place from the words that end there."""
        runs = [m.span() for m in _LATIN_RUN.finditer(text)]
        latin = {end: start for start, end in runs}
        # No other word begins in a run, and none but the whole run ends in it.
        within = {place for start, end in runs for place in range(start, end)}
        for end in range(len(lattice), len(text) + 1):
            here: list[tuple[_Next, float]] = []
            if end in latin and lattice[latin[end]]:
                word = _kind(text[latin[end] : end])
                here.append((self._next(word), max([so_far + after[word] for after, so_far in lattice[latin[end]]])))
            inside = end - 1 in within and end in within
            for word, length, following in () if inside else self._ending(text[max(0, end - _LONGEST) : end]):
                start = end - length
                if start in within:
                    continue
                best = -math.inf
                for after, so_far in lattice[start]:
                    score = so_far + after[word]
                    best = max(best, score)
                if best > -math.inf:
                    here.append((following, best))
            if len(here) > _KEPT:
                here.sort(key=_by_score, reverse=True)
                del here[_KEPT:]
            lattice.append(here)

    def _ending(self, text: str) -> Sequence[tuple[str, int, _Next]]:
        """The words that `text`, as long as the longest word, may end in, each with its length and what follows it."""
        found = self._endings.get(text)
        if found is None:
            last = text[-2:]
            longest = len(text) if last in self._longer or last in endings() else len(last)
            words = [text[-length:] for length in range(1, longest + 1)]
            found = self._endings[text] = [(w, len(w), self._next(w)) for w in words if self.alone(w) is not None]
        return found

    def alone(self, word: str) -> float | None:
        """ln P of a word; None when it is none."""
        if word in _CLASSES:
            return _CLASSES[word]
        return self._known[word] if word in self._known else self._value(word)

    def _next(self, word: str) -> _Next:
        known = self._nexts.get(word)
        if known is None:
            known = self._nexts[word] = _Next(self, word)
        return known


class _Head(NamedTuple):
    """Of a word: all that its followers weigh, how much of that is free for followers never seen, what the tables list.

    `ties` are those of its class, empty where it has none.
    """

    total: float
    free: float
    listed: Mapping[str, float]
    ties: Sequence[float]


class _Next(dict[str, float]):
    """ln P of words after `first`, worked out when first asked for."""

    def __init__(self, model: WordModel, first: str) -> None:
        super().__init__()
        self._model = model
        self._first = first

    def __missing__(self, word: str) -> float:
        alone = self._model.alone(word)
        value = self[word] = -math.inf if alone is None else self._model.follows(self._first, word, alone)
        return value


#: For each place of a text the ways to have got there: what follows the last word, and ln P of the best cut that ends in it.
Lattice: TypeAlias = list[list[tuple[_Next, float]]]
_by_score = itemgetter(1)
_LATIN_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.%"
#: Kinds of runs as the table of pairs names them: a figure, a Latin word, a letter.
_CLASSES = {"0": _LATIN, "A": _LATIN, "a": _SMALL, "B": _CAPITAL}


def _kind(piece: str) -> str:
    """A word as the counts of pairs know it: figures, Latin words and letters by their kind."""
    if not piece.isascii() or _LATIN_RUN.fullmatch(piece) is None:
        return piece
    if not any(c.isalpha() for c in piece):
        return "0"
    return "A" if len(piece) > 1 else "a" if piece.islower() else "B"
