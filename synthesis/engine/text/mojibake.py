"""Text decoded with the wrong encoding, whole or in runs: UTF-8 read as Latin-1 or Windows-1252, GBK read as Latin-1,
UTF-8 read as GBK. Found only where the way back is exact and what comes back reads far better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex
from ftfy.badness import is_bad

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.fluency import mean_likelihood

#: Characters that bytes from 80 to FF become in Latin-1 and Windows-1252.
_HIGH = lazy_pattern("[" + re.escape("".join(_c for _c in bytes(range(0x80, 0x100)).decode("sloppy-windows-1252")))
                   + "\x80-\xff]{2,}")  # fmt: skip
_WIDE_RUN = regex.compile(r"[^\x00-\x7f\s]{3,}")
_PUNCTUATION = regex.compile(r"[\p{P}\p{S}\s]+")
_WORD = regex.compile(r"\S*")
#: Mean ln P of a character: above it is text, below it is none.
_TEXT, _NO_TEXT = -6.5, -9.5
#: At a run's end a character may be half of something else; so many are tried without.
_MOST_LEFT_OUT = 3
#: Fewer characters than this prove nothing without ftfy's word.
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Misread:
    """`text[start:end]` was decoded wrongly and says `after`; `confidence` in [0, 1]."""

    start: int
    end: int
    after: str
    confidence: float


def find_misread(text: str) -> list[Misread]:
    """The wrongly decoded runs of `text`, ascending, not overlapping. Linear in its length."""
    if text.isascii():
        return []
    return sorted([*_single_bytes(text), *_utf8_as_gbk(text)], key=lambda m: m.start)


def _single_bytes(text: str) -> Iterator[Misread]:
    for match in _HIGH.finditer(text):
        run = match.group()
        raw = _bytes(run)
        if raw is None or max(raw) < 0xC2 or _PUNCTUATION.fullmatch(run):
            continue
        after = decoded(raw, "utf-8")
        if after:
            if _convincing(text, match.start(), match.end(), after):
                yield Misread(match.start(), match.end(), after, 0.97)
            continue
        after = decoded(raw, "gbk")
        if len(after) >= _LEAST and len(raw) == 2 * len(after) and mean_likelihood(after) > _TEXT:
            yield Misread(match.start(), match.end(), after, 0.9)


def _bytes(run: str) -> bytes | None:
    """The bytes a run was made of; a run may hold both what Latin-1 and what Windows-1252 makes of a byte."""
    try:
        return b"".join(bytes((ord(c),)) if ord(c) < 0x100 else c.encode("sloppy-windows-1252") for c in run)
    except UnicodeEncodeError:
        return None


def decoded(raw: bytes, encoding: str) -> str:
    """The text of `raw`, "" when it is none in this encoding."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _convincing(text: str, start: int, end: int, after: str) -> bool:
    """Whether a run that is valid UTF-8 was UTF-8: by ftfy's table of what intact text never holds, or by its length."""
    if any("\x80" <= c <= "\x9f" or not (c.isprintable() or c.isspace()) for c in after):
        return False
    if any("\x80" <= c <= "\x9f" for c in text[start:end]) or end - start >= 2 * _LEAST:
        return True
    before = len(text[max(0, start - 40) : start].rpartition(" ")[2])
    word = _WORD.match(text, start - before)
    return is_bad(word.group() if word else text[start:end])


def _utf8_as_gbk(text: str) -> Iterator[Misread]:
    for match in _WIDE_RUN.finditer(text):
        run = match.group()
        # A lead byte of UTF-8, then one that continues: intact text hardly ever begins so, and never goes on so.
        try:
            lead, second, *_ = run[:2].encode("gb18030")
            if not (0xC2 <= lead < 0xF5 and 0x80 <= second < 0xC0):
                continue
            run.encode("gb18030")
        except UnicodeEncodeError:
            continue
        for left_out in range(min(_MOST_LEFT_OUT, len(run) - 2)):
            whole = run[: len(run) - left_out]
            after = decoded(whole.encode("gb18030"), "utf-8")
            if after:
                break
        if len(after) >= 2 and mean_likelihood(after) > _TEXT and mean_likelihood(whole) < _NO_TEXT:
            yield Misread(match.start(), match.start() + len(whole), after, 0.9)
