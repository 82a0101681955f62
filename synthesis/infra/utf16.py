"""Whether bytes without a byte order mark are text in UTF-16, and in which order."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Literal

from synthesis.infra.parsers.common_han import COMMON

Order = Literal["utf-16-le", "utf-16-be"]
_SAMPLE = 64 * 1024
_SPACES = frozenset("\t\n\r\f\x0b\u3000\u00a0\ufeff")
#: ASCII, accented letters, dashes and quotation marks, Chinese marks, kana, full-width forms.
_USUAL = ((0x20, 0x7E), (0xC0, 0xFF), (0x2010, 0x2027), (0x3001, 0x301F), (0x3041, 0x30FF), (0xFF01, 0xFF5E))
#: Categories that text does not hold: controls, private use, unassigned, lone surrogates.
_NEVER = frozenset({"Cc", "Co", "Cn", "Cs"})
#: The least share of characters of Chinese and Western text, and of common ones among them.
_TEXT, _COMMON = 0.97, 0.6


def utf16_order(data: bytes) -> Order | None:
    """The order in which `data` (its first 64 KiB) reads as Chinese or Western text in UTF-16, or None in neither.

    Any two bytes are a character in UTF-16, most of them rare: text consists of common ones.
    """
    if len(data) < 2 or (len(data) < _SAMPLE and len(data) % 2):
        return None
    sample = data[: min(len(data), _SAMPLE) // 2 * 2]
    little, big = _commonness(sample, "utf-16-le"), _commonness(sample, "utf-16-be")
    if max(little, big) < _COMMON:
        return None
    return "utf-16-le" if little >= big else "utf-16-be"


def _commonness(sample: bytes, name: Order) -> float:
    """The share of common characters, 0 when it is no text."""
    try:
        # A pair of surrogates may be cut at the sample's end.
        text = codecs.getincrementaldecoder(name)("strict").decode(sample)
    except UnicodeDecodeError:
        return 0.0
    common = passable = 0
    for char in text:
        code = ord(char)
        if char in COMMON or char in _SPACES or any(first <= code <= last for first, last in _USUAL):
            common += 1
        elif 0x4E00 <= code <= 0x9FFF:
            passable += 1
        elif unicodedata.category(char) in _NEVER:
            return 0.0
    if not text or common + passable < _TEXT * len(text):
        return 0.0
    return common / len(text)
