"""Whether a word of the sentence has a word, an equivalent or a compound for it in the evidence."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.lexicon.equivalents import variants_zh
from synthesis.engine.drafting.lexicon.kindred import groups_en, kindred_zh
from synthesis.engine.drafting.lexicon.words import Word, stem


def covered(word: Word, case: Case) -> bool:
    """Whether `word` is in the evidence or the glossary: literally, by an equivalent, or piece by piece."""
    if any(word.text.lower() in term for term in case.glossary):
        return True
    return any(covered_by(word, text) for text in case.evidence)


@lru_cache(maxsize=20000)
def covered_by(word: Word, text: Passage) -> bool:
    """The same for one piece of evidence."""
    if word.tag == "en":
        if word.key in _keys(text) or re.search(_inside(word.text.lower()), text.text.lower()):
            return True
        return not kin_en(word.text.lower()).isdisjoint(_groups_of(text))
    if any(v in text.text for v in (*variants_zh(word.text), *kindred_zh(word.text))):
        return True
    if word.text.isascii():
        return word.text.lower() in text.text.lower() or word.key in _keys(text)
    if (
        len(word.text) == _TIMED
        and word.text[-1] in _TIMES
        and any(v in text.text for v in variants_zh(word.text[:-1]))
    ):
        return True  # 核准后, where 批准 is said
    return word.key in _keys(text) or _tiled(word.text, text.text)


def _inside(word: str) -> str:
    """A pattern for a word in a compound: water in seawater, but not men in women."""
    return re.escape(word) if len(word) > _SHORT else rf"(?<![a-z]){re.escape(word)}"


_SHORT = 4
_TIMED, _TIMES = 3, "后前时"


@lru_cache(maxsize=1)
def _stemmed() -> dict[str, frozenset[int]]:
    held: dict[str, frozenset[int]] = {}
    for word, groups in groups_en().items():
        held[stem(word)] = held.get(stem(word), frozenset()) | groups
    return held


@lru_cache(maxsize=20000)
def kin_en(word: str) -> frozenset[int]:
    """The groups of words that may stand for each other in which an English word is."""
    return _stemmed().get(stem(word.replace("’", "'").removesuffix("'s")), frozenset())


@lru_cache(maxsize=2048)
def _groups_of(text: Passage) -> frozenset[int]:
    return frozenset().union(*(kin_en(w.text.lower()) for w in text.words))


@lru_cache(maxsize=2048)
def _keys(text: Passage) -> frozenset[str]:
    return frozenset(w.key for w in text.words)


def _tiled(word: str, text: str) -> bool:
    """Whether a compound of four or more characters is made of pieces of two or more that stand in the text."""
    if len(word) < 4:
        return False
    reach = {0}
    for end in range(2, len(word) + 1):
        if any(start in reach and word[start:end] in text for start in range(end - 1)):
            reach.add(end)
    return len(word) in reach
