"""Which syllables are readings of which character, tones kept. Data comes from pypinyin's table."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from synthesis.engine.text.script import single_forms

#: A pinyin syllable as a scraper writes it: Latin letters, ü, and vowels or nasals with a tone mark.
SYLLABLE = "[a-zāáǎàēéěèêếềīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿ]{1,6}"
_TONED = frozenset("āáǎàēéěèếềīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ")


@lru_cache(maxsize=1)
def _table() -> Mapping[int, str]:
    """Of each code point its readings, a comma between two, the commonest first."""
    from pypinyin.constants import PINYIN_DICT  # a fifth of a second

    table: Mapping[int, str] = PINYIN_DICT
    return table


@lru_cache(maxsize=65_536)
def is_reading(char: str, syllable: str) -> bool:
    """Whether `syllable` (tone marked, lower case) is a listed reading of `char` or of its other script form."""
    return unicodedata.normalize("NFC", syllable).lower() in readings(char)


@lru_cache(maxsize=32_768)
def first_reading(char: str) -> str:
    """The commonest reading of one character, tone marked; "" when none is listed."""
    return unicodedata.normalize("NFC", _table().get(ord(char), "").split(",")[0])


def has_tone(syllable: str) -> bool:
    """Whether a tone mark is written; without one a syllable may be an English word."""
    return any(c in _TONED for c in unicodedata.normalize("NFC", syllable).lower())


@lru_cache(maxsize=32_768)
def readings(char: str) -> frozenset[str]:
    """All readings of one character: its own, and those of its Simplified, Traditional and regional forms."""
    forms = {char, *(single_forms(name).get(char, char) for name in ("t2s", "s2t", "s2tw", "t2hk"))}
    found: set[str] = set()
    for form in forms:
        if len(form) == 1:
            found.update(unicodedata.normalize("NFC", r) for r in _table().get(ord(form), "").split(",") if r)
    return frozenset(found)


def listed_as(syllable: str) -> tuple[str, ...]:
    """The characters in common blocks that are themselves listed with the reading `syllable` (tone marked)."""
    return _listed().get(syllable, ())


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for code, listed in _table().items():
        if 0x4E00 <= code <= 0x9FFF:
            for syllable in unicodedata.normalize("NFC", listed).split(","):
                found.setdefault(syllable, []).append(chr(code))
    return {syllable: tuple(chars) for syllable, chars in found.items()}
