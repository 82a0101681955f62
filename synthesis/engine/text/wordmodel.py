"""A word model of Chinese: how probable a stretch is, cut into words the best way.

Words come from the document itself (as rjieba cuts it, and its repeated pairs of words as one) and, underneath, from a
bundled dictionary with frequencies. Everything is compared in Simplified form. It judges a finished filling with what
stands on both sides, where `charmodel`, which sees two characters at a time, only finds the candidates.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

import regex
import rjieba

from synthesis.engine.text import data

_LONGEST = 7
_DICTIONARY = 60_101_967.0
#: The dictionary weighs as much as a document of so many words.
_WEIGHT = 1500.0
_DISCOUNT = 0.7
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
#: Particles that close a sentence, and what a mark behind them gains in ln P.
_FINAL = frozenset("啊吧呢吗呀嘛")
_FINAL_GAIN = 2.0


class WordModel:
    """ln P of stretches of text in Simplified characters."""

    def __init__(self, runs: Iterable[str]) -> None:
        words: Counter[str] = Counter()
        phrases: Counter[str] = Counter()
        for run in runs:
            pieces = rjieba.cut(run)
            words.update(pieces)
            han = [bool(_HAN_RUN.match(p)) for p in pieces]
            phrases.update(a + b for i, (a, b) in enumerate(pairwise(pieces)) if han[i] and han[i + 1])
        self._total = math.log(words.total() + _WEIGHT)
        self._known: dict[str, float | None] = {w: self._word(w, n) for w, n in words.items() if len(w) <= _LONGEST}
        for phrase, n in phrases.items():
            if n > 1 and len(phrase) <= _LONGEST:
                value = math.log(n - _DISCOUNT) - self._total
                known = self._known.get(phrase)
                self._known[phrase] = value if known is None else max(value, known)

    def _word(self, word: str, seen: int) -> float:
        """ln P of a word seen so often in the document."""
        if word in _MARKS:
            return math.log(_MARKS[word] * _WEIGHT + seen) - self._total
        listed = math.exp(_words().get(word, -math.inf))
        return math.log(max(seen - (0 if listed else _DISCOUNT), 0.1) + _WEIGHT * listed) - self._total

    def _value(self, word: str) -> float | None:
        """ln P of a word the document does not have, remembered; None when it is none."""
        value: float | None = None
        listed = _words().get(word)
        if listed is not None:
            value = listed + _LOG_WEIGHT - self._total
        elif len(word) == 1:
            share = _MARKS.get(word, _UNKNOWN if _HAN_RUN.match(word) else _OTHER_MARK)
            value = math.log(share) + _LOG_WEIGHT - self._total
        self._known[word] = value
        return value

    def score(self, text: str) -> float:
        """ln P of `text` (Simplified, marks full width), by its best cut into words. Linear in its length."""
        best = [0.0] + [-math.inf] * len(text)
        latin = {m.start(): m.end() for m in _LATIN_RUN.finditer(text)}
        known = self._known
        for start in range(len(text)):
            so_far = best[start]
            if so_far == -math.inf:
                continue
            run = latin.get(start)
            if run is not None:
                best[run] = max(best[run], so_far + _latin(text[start:run]))
                continue
            for end in range(start + 1, min(start + _LONGEST, len(text)) + 1):
                word = text[start:end]
                one = known[word] if word in known else self._value(word)
                if one is None:
                    continue
                if end == start + 1 and text[start] in _FINAL and text[end : end + 1] in _MARKS:
                    one += _FINAL_GAIN
                best[end] = max(best[end], so_far + one)
        return best[-1]


_LOG_WEIGHT = math.log(_WEIGHT)


def _latin(run: str) -> float:
    if len(run) > 1 or not run.isalpha():
        return _LATIN
    return _SMALL if run.islower() else _CAPITAL


@lru_cache(maxsize=1)
def _words() -> dict[str, float]:
    """ln of the share of each word of the bundled dictionary."""
    found: dict[str, float] = {}
    for length in (1, 2, 3, 4):
        for line in files(data).joinpath(f"zh_words_{length}.txt").read_text("utf-8").splitlines():
            level, tab, words = line.partition("\t")
            if tab:
                share = int(level) / 2 * math.log(2) - math.log(_DICTIONARY)
                found.update((words[i : i + length], share) for i in range(0, len(words), length))
    return found
