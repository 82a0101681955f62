"""Folding and splitting text for the meaning guards: one spelling per character, clauses, language.

`fold` never changes the length, so offsets in the folded text are offsets in the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import opencc

_DASHES = dict.fromkeys(map(ord, "‐‑‒−"), "-")
_FULL = re.compile(r"(?<=[０-９])[，．](?=[０-９])")
_KEEP = "，。；：？！（）“”‘’～"


@lru_cache(maxsize=1)
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def _narrow(char: str) -> str:
    if char in _KEEP:
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` with full-width forms narrowed, Traditional made Simplified, dashes unified; same length in code points."""
    text = _FULL.sub(lambda m: "," if m.group() == "，" else ".", text)
    if not text.isascii():
        text = "".join(map(_narrow, text)).translate(_DASHES)
        simple = str(_simplifier().convert(text))
        text = simple if len(simple) == len(text) else "".join(_one(char) for char in text)
    return text


def _one(char: str) -> str:
    simple = str(_simplifier().convert(char))
    return simple if len(simple) == 1 else char


_HAN = re.compile(r"[一-鿿]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


def language(text: str) -> str:
    """ "zh" or "en": Chinese as soon as Han characters outweigh Latin words."""
    return "zh" if len(_HAN.findall(text)) >= len(_LATIN_WORD.findall(text)) and _HAN.search(text) else "en"


_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’』」）)]*|\.(?=\s+[A-Z“\"(]|\s*$)|\n+")


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


_CLAUSE_END = re.compile(r"[，：:。；;！？!?]|,(?!\d)|——|\.(?=\s|$)|\s(?=(?:while|whereas|but|although|though)\b)")


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
