"""Which encoding the bytes of a Chinese or English text are in. BOM, strict UTF-8, UTF-16 by its zeros, then by scoring."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from synthesis.infra.parsers.common_han import COMMON
from synthesis.infra.utf16 import utf16_order

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHINESE = ("gb18030", "big5hkscs", "euc_jp", "shift_jis", "euc_kr")
_LATIN = frozenset(
    "ascii cp1250 cp1252 cp1254 cp1257 cp1258 latin_1 iso8859_2 iso8859_9 iso8859_15 mac_roman cp850 cp437".split()
)
_SAMPLE = 256 * 1024
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")
_WESTERN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
#: Below this mean score per character no double-byte decoding is believed.
_BELIEVED = 0.25


def decode(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text of `data`, the encoding used, and warnings ("encoding-guessed", "encoding-damaged:<count>").

    Bytes that fit no encoding become U+FFFD, so that nothing is silently lost.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data, name)
    try:
        # UTF-16 without a mark can be valid UTF-8, with zeros and other controls for characters.
        if b"\x00" not in data and not (_CONTROL.search(data[:_SAMPLE]) and utf16_order(data)):
            return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError as fault:
        # Torn characters in a UTF-8 text do not make it another encoding: those read most sequences as broken.
        if _mostly_utf8(data):
            return _lenient(data, "utf-8")
        if fault.start == 0 and len(data) < 2:
            return _lenient(data, "latin-1")
    name = utf16_order(data) or _guess(data)
    text, _, warnings = _lenient(data, name)
    return text, name, ("encoding-guessed", *warnings)


def _lenient(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return data.decode(name), name, ()
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, name, (f"encoding-damaged:{text.count(chr(0xFFFD))}",)


def _mostly_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", "replace")
    beyond = sum(1 for c in text if ord(c) > 0x7F)
    broken = text.count("\ufffd")
    return beyond > 0 and broken * 4 <= beyond


def _guess(data: bytes) -> str:
    sample = data[: _SAMPLE - _SAMPLE % 4]
    scored: list[tuple[float, int, str]] = []
    for rank, name in enumerate(_CHINESE):
        decoder = codecs.getincrementaldecoder(name)("replace")
        scored.append((score(decoder.decode(sample)), -rank, name))
    best = max(scored)
    if best[0] >= _BELIEVED:
        return best[2]
    helper = charset_normalizer.from_bytes(sample).best()
    if helper is not None and str(helper.encoding) in _LATIN:
        # Which of the Latin code pages cannot be told from a few accents; Western is by far the commonest.
        return "cp1252"
    if helper is not None and helper.encoding not in {"utf_16", "utf_16_le", "utf_16_be"}:
        return str(helper.encoding)
    return best[2] if best[0] > 0 else "cp1252"


def score(text: str) -> float:
    """How much `text` looks like Chinese (or kana, or plain English): mean per non-ASCII character, from -2 to 1."""
    total = 0.0
    counted = 0
    for char in text:
        code = ord(char)
        if code < 0x80:
            if code < 0x20 and char not in "\t\n\r\f":
                total -= 2.0
                counted += 1
            continue
        counted += 1
        if char in COMMON or char in "，。、；：！？“”‘’（）《》—…·　":
            total += 1.0
        elif 0x3041 <= code <= 0x30FF:
            total += 0.6
        elif 0x4E00 <= code <= 0x9FFF:
            total += 0.05
        elif 0xAC00 <= code <= 0xD7A3:
            total += 0.2
        elif char == "\ufffd" or 0xE000 <= code <= 0xF8FF:
            total -= 2.0
        else:
            total -= 0.3
    ascii_share = 1 - counted / len(text) if text else 0.0
    if counted == 0:
        return 1.0 if text and len(_WESTERN.findall(text)) * 2 > len(text) else 0.0
    # Shifting bytes turns ASCII into Han: of two decodings the one that keeps more plain letters is likelier.
    return total / counted + 0.05 * ascii_share
