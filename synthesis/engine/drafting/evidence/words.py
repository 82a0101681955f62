"""Words of a Chinese sentence with their part of speech and place: what the rules below look at.

Not a lexicon and not a parser; a thin, cached view of the segmenter with offsets.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text import segment


class Word(NamedTuple):
    """A word with its tag (jieba's set) and its span, code points, half-open."""

    text: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text`, gap-free and in order."""
    words, at = [], 0
    for token, tag in segment.tag(text):
        words.append(Word(token, tag, at, at + len(token)))
        at += len(token)
    return tuple(words)


_PLACES = frozenset("省市县区州镇乡村")
_SET_PHRASE = lazy_pattern(r"保持|持续|不断|快速|稳步|逐步|日益|趋于|得到|基本$")


def is_nominal(word: Word) -> bool:
    """Whether a word can be part of a noun phrase without 的: nouns, noun-verbs, names, Latin terms, attributes."""
    if _SET_PHRASE.match(word.text):
        return False  # 保持稳定 is a noun only to the segmenter
    if word.text in {"收入", "支出", "开支"}:
        return True  # a verb to the segmenter
    if word.tag[0] in "nb" or word.tag in {"vn", "an", "eng", "s", "j", "l", "i"} or word.text in _PLACES:
        return True
    return word.tag in {"m", "x"} and word.text.isalnum() and word.text.isascii() and not word.text.isdigit()


def is_noun_phrase(text: str) -> bool:
    """Whether all of `text` is one noun phrase; verbs inside a 的-clause are not admitted."""
    words = words_of(text)
    if not words or words[0].text in "的和与及、等":
        return False
    return (
        all(
            is_nominal(w) or w.text in {"的", "、", "和", "与", "及", "等"} or w.tag in {"a", "m", "q", "f"}
            for w in words
        )
        and words[-1].text not in "的和与及、"
    )
