"""The damage of annotating scrapers, made by program from sound Traditional text: the forward model of `byteshift`."""

from __future__ import annotations

import random
from dataclasses import dataclass

import opencc

from synthesis.engine.text.pinyin import readings

_NARROW = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}
_SENTENCE_ENDS = (b"\xa1\xa3", b"\xa3\xa1", b"\xa3\xbb", b"\xa3\xbf")
#: Stand for the brackets of an annotation among bytes that may hold real brackets.
_OPEN, _CLOSE = b"\x01", b"\x02"
_T2S = opencc.OpenCC("t2s")


@dataclass(frozen=True)
class Scrape:
    """What the site shows, and how many places of each kind it hurt.

    `origins[i]` is the place in the sound text of the character whose bytes `shown[i]` begins with, annotations aside;
    `places` are the straddles and cuts, each with the place of the hurt character.
    """

    shown: str
    annotations: int
    straddles: int
    cuts: int
    origins: tuple[int, ...] = ()
    places: tuple[tuple[str, int], ...] = ()


def annotated(char: str) -> str:
    """The syllable the site writes after a Traditional character, or "": the first listed reading."""
    if not "\u4e00" <= char <= "\u9fff" or _T2S.convert(char) == char:
        return ""
    toned = sorted(r for r in readings(char) if not r.isascii())
    return toned[0] if toned else ""


def scrape(text: str, *, cuts: float = 1.0, straddles: bool = True, seed: int = 0) -> Scrape:
    """`text` (Traditional, GBK) as such a site would show it.

    `cuts` is the share of the byte pairs that look like a sentence end across a border at which the page is cut.
    """
    rng = random.Random(seed)
    raw = text.encode("gbk")
    starts = _starts(raw)
    chars = _characters(raw)
    pieces: list[tuple[int, int]] = []
    places: list[tuple[str, int]] = []
    notes = quiet = 0
    for at in range(len(raw)):
        if at in starts and raw[at : at + 1] == b"\n":
            quiet = 0
        pair = raw[at : at + 2]
        crossing = at not in starts and at + 1 in starts and raw[at] > 0x80
        # One hurt at a time: a place still out of phase is not hurt again.
        if crossing and quiet <= 0 and pair in _SENTENCE_ENDS and rng.random() < cuts:
            pieces.append((0x0A, chars[at]))
            places.append(("cut", chars[at]))
            quiet = 60
        pieces.append((raw[at], chars[at]))
        quiet -= 1
        note = _note(raw, at, starts)
        if not note:
            continue
        if at - 1 in starts:
            notes += 1
        elif straddles and quiet <= 0 and raw[at] > 0x80:
            places.append(("straddle", chars[at]))
            quiet = 60
        else:
            continue
        pieces.extend((byte, chars[at]) for byte in _OPEN + note.encode("utf-8") + _CLOSE)
    shown, origins = _shown(bytes(byte for byte, _ in pieces), [place for _, place in pieces])
    kinds = [kind for kind, _ in places]
    return Scrape(
        shown.translate(_NARROW), notes, kinds.count("straddle"), kinds.count("cut"), tuple(origins), tuple(places)
    )


def _note(raw: bytes, at: int, starts: set[int]) -> str:
    """The syllable the site writes after the byte pair that ends at `at`, or ""."""
    before = raw[at - 1 : at + 1]
    if not at or len(before) < 2 or before[0] <= 0x80 or (at - 1 in starts) == (at in starts):
        return ""
    try:
        char = before.decode("gbk")
    except UnicodeDecodeError:
        return ""
    return annotated(char) if len(char) == 1 else ""


def _characters(raw: bytes) -> list[int]:
    """For each byte the place of its character in the text."""
    found: list[int] = []
    at = place = 0
    while at < len(raw):
        length = 2 if raw[at] > 0x80 else 1
        found.extend([place] * length)
        at += length
        place += 1
    return found


def _starts(raw: bytes) -> set[int]:
    starts, at = set(), 0
    while at < len(raw):
        starts.add(at)
        at += 2 if raw[at] > 0x80 else 1
    return starts


def _shown(raw: bytes, places: list[int]) -> tuple[str, list[int]]:
    """The bytes as a browser decodes them: a lone lead byte is "?" and takes the byte after it along."""
    out: list[str] = []
    origins: list[int] = []

    def put(text: str, at: int) -> None:
        out.append(text)
        origins.extend([places[at]] * len(text))

    at = 0
    while at < len(raw):
        if raw[at : at + 1] == _OPEN:
            end = raw.index(_CLOSE, at)
            put("(" + raw[at + 1 : end].decode("utf-8") + ")", at)
            at = end + 1
        elif raw[at] < 0x80:
            put(chr(raw[at]), at)
            at += 1
        elif at + 1 < len(raw) and (0x40 <= raw[at + 1] <= 0xFE) and raw[at + 1] != 0x7F:
            try:
                char = raw[at : at + 2].decode("gbk")
            except UnicodeDecodeError:
                char = ""
            put(char, at)
            at += 2
        else:
            put("?", at)
            if raw[at + 1 : at + 2] == _OPEN:
                end = raw.index(_CLOSE, at)
                put(raw[at + 2 : end].decode("utf-8") + ")", at)
                at = end + 1
            else:
                at += 2
    return "".join(out), origins
