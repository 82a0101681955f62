"""The bundled dictionary and how often its words follow each other; a line is read when its word is first asked for."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from synthesis.engine.text import data

_DICTIONARY = 60_101_967.0
_PAIR_FILES = 3
#: ln of the share of a word that the older lists do not have.
_RECENT = -14.0
#: Letters that tables of counts use: each stands for the square root of two times the one before it.
LEVELS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NOTHING: Mapping[str, float] = {}


@lru_cache(maxsize=1)
def words() -> dict[str, float]:
    """ln of the share of each word of the bundled dictionary."""
    found: dict[str, float] = {}
    for length in (1, 2, 3, 4):
        for line in files(data).joinpath(f"zh_words_{length}.txt").read_text("utf-8").splitlines():
            level, tab, run = line.partition("\t")
            if tab:
                share = int(level) / 2 * math.log(2) - math.log(_DICTIONARY)
                found.update((run[i : i + length], share) for i in range(0, len(run), length))
    found.update(dict.fromkeys(recent_words(), _RECENT))
    return found


@lru_cache(maxsize=1)
def recent_words() -> tuple[str, ...]:
    """The words that the older lists of the dictionary do not have, or hardly know."""
    lines = files(data).joinpath("zh_words_recent.txt").read_text("utf-8").splitlines()
    return tuple(word for line in lines if line[0] != "#" for word in line.split(" "))


@lru_cache(maxsize=1)
def endings() -> frozenset[str]:
    """The last two characters of all longer words."""
    return frozenset(word[-2:] for word in words() if len(word) > 2)


@lru_cache(maxsize=65_536)
def followers(word: str) -> tuple[float, Mapping[str, float]]:
    """How often `word` occurs in the bundled counts, and how often each listed word follows it."""
    lines = _lines().get(word)
    if lines is None:
        return 0.0, _NOTHING
    total = 0.0
    found: dict[str, float] = {}
    for line in lines:
        head, *groups = line.split("\t")
        total = _count(head)
        for group in groups:
            level, _, listed = group.partition(" ")
            found.update(dict.fromkeys(listed.split(" "), _count(level)))
    return total, found


def _count(level: str) -> float:
    return float(2.0 ** (LEVELS.index(level) / 2 - 4))


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in range(1, _PAIR_FILES + 1):
        for line in files(data).joinpath(f"zh_word_pairs_{part}.txt").read_text("utf-8").splitlines():
            word, tab, rest = line.partition("\t")
            if tab:
                found.setdefault(word, []).append(rest)
    return found
