"""The bundled dictionary and how often its words follow each other; a line is read when its word is first asked for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from synthesis.engine import bundled
from synthesis.engine.text import data

#: How the classes write a line end.
_LINE_END = "¶"
_DICTIONARY = 60_101_967.0
#: The tables of pairs: of news, reviews and the web, and of an input method, which counts no marks.
_PAIRS, _PAIRS_MODERN = ("zh_word_pairs_1", "zh_word_pairs_2"), ("zh_word_pairs_modern_1", "zh_word_pairs_modern_2")
#: Share of marks after a word that only the second tables have, and at most after any.
_MARKED, _MOSTLY_MARKED = 0.17, 0.95
#: ln of the share of a word that the older lists do not have.
_RECENT = -14.0
#: Letters that tables of counts use: each stands for the square root of two times the one before it.
LEVELS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


@lru_cache(maxsize=1)
def words() -> dict[str, float]:
    """ln of the share of each word of the bundled dictionary."""
    found: dict[str, float] = {}
    for length in (1, 2, 3, 4):
        for level, run in bundled.levels(data, f"zh_words_{length}"):
            share = level / 2 * math.log(2) - math.log(_DICTIONARY)
            found.update((run[i : i + length], share) for i in range(0, len(run), length))
    found.update(dict.fromkeys(recent_words(), _RECENT))
    return found


@lru_cache(maxsize=1)
def recent_words() -> tuple[str, ...]:
    """The words that the older lists of the dictionary do not have, or hardly know."""
    return tuple(word for row in bundled.rows(data, "zh_words_recent") for word in row.split(" "))


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    """The last two characters of all longer words."""
    return frozenset(word[-2:] for word in words() if len(word) > 2)


@lru_cache(maxsize=65_536)
def followers(word: str) -> tuple[float, Mapping[str, float]]:
    """How often `word` occurs in the bundled counts, and how often each listed word follows it.

    Where only one of the tables counts marks, they keep the share of followers that it gives them.
    """
    total, found = _counted(_PAIRS, word)
    more, listed = _counted(_PAIRS_MODERN, word)
    if not more:
        return total, found
    marks = {w: n for w, n in found.items() if not w.isalnum()}
    marked = min(sum(marks.values()) / total, _MOSTLY_MARKED) if total else _MARKED
    grown = 1.0 + more / ((1.0 - marked) * total) if total else 1.0
    found.update((w, n * grown) for w, n in marks.items())
    for w, n in listed.items():
        found[w] = found.get(w, 0.0) + n
    return total + more / (1.0 - marked), found


def _counted(tables: tuple[str, ...], word: str) -> tuple[float, dict[str, float]]:
    """What these tables tell of `word`: how often it occurs, and how often each listed word follows it."""
    total = 0.0
    found: dict[str, float] = {}
    for line in _lines(tables).get(word, ()):
        head, *groups = line.split("\t")
        total = _count(head)
        for group in groups:
            level, _, listed = group.partition(" ")
            found.update(dict.fromkeys(listed.split(" "), _count(level)))
    return total, found


def _count(level: str) -> float:
    return float(2.0 ** (LEVELS.index(level) / 2 - 4))


@lru_cache(maxsize=2)
def _lines(tables: tuple[str, ...]) -> dict[str, list[str]]:
    """What the tables say of each word; of one with many followers in several lines."""
    found: dict[str, list[str]] = {}
    for table in tables:
        for row in bundled.rows(data, table):
            word, _, rest = row.partition("\t")
            found.setdefault(word, []).append(rest)
    return found


@lru_cache(maxsize=1)
def classes() -> tuple[dict[str, int], list[list[float]]]:
    """The class of each word that has one, and for each class its ties.

    These are, for every class, ln of how much likelier its words are after words of this one than anywhere.
    """
    kinds: dict[str, int] = {}
    ties: list[list[float]] = []
    worth = {letter: (i - len(LEVELS) // 2) / 4 for i, letter in enumerate(LEVELS)}
    for row in bundled.rows(data, "zh_word_classes"):
        letters, _, listed = row.partition("\t")
        kinds.update(dict.fromkeys(listed.split(" "), len(ties)))
        ties.append([worth[letter] for letter in letters])
    kinds["\n"] = kinds.pop(_LINE_END)
    return kinds, ties
