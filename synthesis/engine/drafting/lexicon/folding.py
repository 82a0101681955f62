"""Folding and splitting text for the meaning guards: one spelling per character, clauses, language.

`fold` never changes the length, so offsets in the folded text are offsets in the text itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import opencc

from synthesis.engine.patterns import lazy_pattern

_DASHES = dict.fromkeys(map(ord, "‐‑‒−"), "-")
_FULL = lazy_pattern(r"(?<=[０-９])[，．](?=[０-９])")
_KEEP = "，。；：？！（）“”‘’～"


@lru_cache(maxsize=1)
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplified(text: str) -> str:
    """`text` in Simplified characters; as long as it was except where a phrase changes with its script."""
    return str(_simplifier().convert(text))


class _Narrow(dict[int, str]):
    """Code points to their narrow forms, worked out when first met."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        folded = char if char in _KEEP else unicodedata.normalize("NFKC", char)
        narrow = self[point] = (folded if len(folded) == 1 else char).translate(_DASHES)
        return narrow


_NARROW = _Narrow()


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` with full-width forms narrowed, Traditional made Simplified, dashes unified; same length in code points."""
    narrow = _narrowed(text)
    if narrow.isascii():
        return narrow
    simple = simplified(narrow)
    return simple if len(simple) == len(narrow) else "".join(map(_one, narrow))


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of each of many texts, at once: no conversion reaches over the end of a line."""
    narrow = _narrowed("\n".join(texts))
    simple = simplified(narrow)
    if len(simple) != len(narrow):
        return list(map(fold, texts))
    folded, at = [], 0
    for text in texts:
        folded.append(simple[at : at + len(text)])
        at += len(text) + 1
    return folded


def _narrowed(text: str) -> str:
    if text.isascii():
        return text
    return _FULL.sub(lambda m: "," if m.group() == "，" else ".", text).translate(_NARROW)


def _one(char: str) -> str:
    simple = simplified(char)
    return simple if len(simple) == 1 else char


_HAN_RUN = lazy_pattern(r"[一-鿿]+")
_LATIN_WORD = lazy_pattern(r"[A-Za-z]{2,}")


def language(text: str) -> str:
    """ "zh" or "en": Chinese as soon as Han characters outweigh Latin words."""
    han = sum(map(len, _HAN_RUN.findall(text)))
    return "zh" if han and han >= len(_LATIN_WORD.findall(text)) else "en"


_SENTENCE_END = lazy_pattern(r"[。！？!?；;]+[”’』」）)]*|\.(?=\s+[A-Z“\"(]|\s*$)|\n+")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Sentences (also cut at semicolons) of a folded text as half-open spans without empty ones."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


_CLAUSE_END = lazy_pattern(r"[，：:。；;！？!?]|,(?!\d)|——|\.(?=\s|$)|\s(?=(?:while|whereas|but|although|though)\b)")


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Clauses of a folded text as half-open spans, cut at commas, colons and contrasting conjunctions."""
    spans, start = [], 0
    for match in _CLAUSE_END.finditer(text):
        if text[start : match.start()].strip():
            spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
