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
    """What the site shows, and how many places of each kind it hurt."""

    shown: str
    annotations: int
    straddles: int
    cuts: int


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
    pieces = bytearray()
    counts = {"annotations": 0, "straddles": 0, "cuts": 0}
    quiet = 0
    for at in range(len(raw)):
        if at in starts and raw[at : at + 1] == b"\n":
            quiet = 0
        pair = raw[at : at + 2]
        crossing = at not in starts and at + 1 in starts and raw[at] > 0x80
        # One hurt at a time: a place still out of phase is not hurt again.
        if crossing and quiet <= 0 and pair in _SENTENCE_ENDS and rng.random() < cuts:
            pieces += b"\n"
            counts["cuts"] += 1
            quiet = 60
        pieces.append(raw[at])
        quiet -= 1
        before = raw[at - 1 : at + 1]
        note = ""
        if at and len(before) == 2 and before[0] > 0x80 and (at - 1 in starts) != (at in starts):
            try:
                char = before.decode("gbk")
            except UnicodeDecodeError:
                char = ""
            note = annotated(char) if len(char) == 1 else ""
        if not note:
            continue
        if at - 1 in starts:
            counts["annotations"] += 1
            pieces += _OPEN + note.encode("utf-8") + _CLOSE
        elif straddles and quiet <= 0 and raw[at] > 0x80:
            counts["straddles"] += 1
            quiet = 60
            pieces += _OPEN + note.encode("utf-8") + _CLOSE
    return Scrape(_shown(bytes(pieces)).translate(_NARROW), **counts)


def _starts(raw: bytes) -> set[int]:
    starts, at = set(), 0
    while at < len(raw):
        starts.add(at)
        at += 2 if raw[at] > 0x80 else 1
    return starts


def _shown(raw: bytes) -> str:
    """The bytes as a browser decodes them: a lone lead byte is "?" and takes the byte after it along."""
    out, at = [], 0
    while at < len(raw):
        if raw[at : at + 1] == _OPEN:
            end = raw.index(_CLOSE, at)
            out.append("(" + raw[at + 1 : end].decode("utf-8") + ")")
            at = end + 1
        elif raw[at] < 0x80:
            out.append(chr(raw[at]))
            at += 1
        elif at + 1 < len(raw) and (0x40 <= raw[at + 1] <= 0xFE) and raw[at + 1] != 0x7F:
            try:
                char = raw[at : at + 2].decode("gbk")
            except UnicodeDecodeError:
                char = ""
            out.append(char)
            at += 2
        else:
            out.append("?")
            if raw[at + 1 : at + 2] == _OPEN:
                end = raw.index(_CLOSE, at)
                out.append(raw[at + 2 : end].decode("utf-8") + ")")
                at = end + 1
            else:
                at += 2
    return "".join(out)
