"""The forward model of a scraper's damage: sound Traditional text in, hurt places out, each with what stood there.

The site searched the GBK bytes. `annotate` hits on a border, `straddle` and `cut` across one. What a reader then sees
depends on the decoder (`Decoder`): pairs that mean nothing vanish, or one byte of them does, or they are shown.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import opencc

from synthesis.engine.text.pinyin import first_reading

#: Of the characters where an annotation could be made on a page that is not dense, this part is annotated.
_SPARSE = 0.3
_SIMPLIFIED = opencc.OpenCC("t2s")
SENTENCE_ENDS = (b"\xa1\xa3", b"\xa3\xa1", b"\xa3\xbb", b"\xa3\xbf")
NARROW = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}


class Decoder(Enum):
    """What becomes of bytes that mean nothing. The first is what the known pages show; Python's own is `BYTE_ASKED`."""

    PAIR_VANISHES = "pair vanishes"
    BYTE_VANISHES = "byte vanishes"
    BYTE_SHOWN = "byte shown as U+FFFD"
    PAIR_SHOWN = "pair shown as U+FFFD"
    BYTE_ASKED = "byte shown as ?"
    PAIR_ASKED = "pair shown as ?"
    PRIVATE_USE = "read as GB 18030"

    @property
    def mark(self) -> str:
        """What is shown instead."""
        if self in {Decoder.PAIR_SHOWN, Decoder.BYTE_SHOWN, Decoder.PRIVATE_USE}:
            return "\ufffd"
        return "?" if self in {Decoder.PAIR_ASKED, Decoder.BYTE_ASKED} else ""

    @property
    def takes_pairs(self) -> bool:
        """Whether the second byte goes with the first."""
        return self in {Decoder.PAIR_VANISHES, Decoder.PAIR_SHOWN, Decoder.PAIR_ASKED}


@dataclass(frozen=True)
class Hurt:
    """One hurt place: `clean[start:end]` became `shown[shown_start:shown_end]`; the rest is equal."""

    kind: str
    start: int
    end: int
    shown_start: int
    shown_end: int


@dataclass(frozen=True)
class Page:
    """`clean` (marks narrowed if the page narrows them) and `shown`, with the hurt places ascending."""

    clean: str
    shown: str
    hurts: tuple[Hurt, ...]


def damage(
    text: str,
    *,
    kinds: Sequence[str] = ("annotation", "straddle", "cut"),
    apart: int = 40,
    decoder: Decoder = Decoder.PAIR_VANISHES,
    narrowed: bool = True,
    dense: bool = True,
    seed: int = 0,
) -> Page:
    """`text` (Traditional; characters outside GBK dropped) hurt at places at least `apart` characters apart.

    `dense` annotates every character the site would; otherwise annotations are places like the others.
    """
    rng = random.Random(seed)
    text = "".join(c for c in text if _spelt(c))
    raws = [c.encode("gbk") for c in text]
    notes = [annotated(c) if dense and "annotation" in kinds else "" for c in text]
    shown: list[str] = []
    hurts: list[Hurt] = []
    at = length = 0
    quiet = rng.randrange(apart)
    while at < len(text):
        kind = _kind(raws, text, at, kinds) if quiet <= 0 else ""
        start = at
        if kind in {"straddle", "cut"}:
            end, seen = _hurt(
                raws, notes, at, _straddled(raws[at - 1], raws[at]) if kind == "straddle" else "", decoder
            )
            if end:
                # The last character may end in its own annotation: that is one more place, and none of this one.
                at, quiet = end, apart
                hurts.append(Hurt(kind, start, end, length, length + len(seen)))
                shown.append(seen)
                length += len(seen)
                note = notes[at - 1] if not seen.endswith(")") else ""
            else:
                kind = ""
        if kind not in {"straddle", "cut"}:
            shown.append(text[at])
            length += 1
            note = notes[at] or (annotated(text[at]) if kind == "annotation" and rng.random() < _SPARSE else "")
            at += 1
            quiet -= 1
        if note:
            hurts.append(Hurt("annotation", at, at, length, length + len(note) + 2))
            shown.append(f"({note})")
            length += len(note) + 2
            quiet = quiet if dense else apart
    page = "".join(shown)
    if narrowed:
        text, page = text.translate(NARROW), page.translate(NARROW)
    return Page(text, page, tuple(hurts))


def annotated(char: str) -> str:
    """The syllable the site writes after a Traditional character, its first listed reading, or ""."""
    return first_reading(char) if "\u4e00" <= char <= "\u9fff" and _SIMPLIFIED.convert(char) != char else ""


def _spelt(char: str) -> bool:
    try:
        return len(char.encode("gbk")) <= 2
    except UnicodeEncodeError:
        return False


def _kind(raws: Sequence[bytes], text: str, at: int, kinds: Sequence[str]) -> str:
    """What the site finds at the character `at`."""
    here = raws[at]
    between = here[1:] + (raws[at + 1][:1] if at + 1 < len(raws) and len(raws[at + 1]) == 2 else b"")
    if "cut" in kinds and between in SENTENCE_ENDS:
        return "cut"
    if len(here) == 2 and "straddle" in kinds and at and len(raws[at - 1]) == 2 and _straddled(raws[at - 1], here):
        return "straddle"
    return "annotation" if "annotation" in kinds and annotated(text[at]) else ""


def _straddled(before: bytes, here: bytes) -> str:
    """The syllable written after the "character" made of the last byte before and the first here."""
    try:
        char = (before[1:] + here[:1]).decode("gbk")
    except UnicodeDecodeError:
        return ""
    return annotated(char) if len(char) == 1 else ""


def _hurt(raws: Sequence[bytes], notes: Sequence[str], at: int, opening: str, decoder: Decoder) -> tuple[int, str]:
    """Where the text is in phase again, and what is shown until there; (0, "") when that hides more than a byte.

    `opening` is the straddled syllable, "" for a cut; `notes` are the syllables the site writes after each character.
    """
    seen = f"?{opening})" if opening else "?"
    odd = raws[at][1:]
    place = at
    while odd[0] >= 0x80:
        # `odd` is the last byte of raws[place]: alone before a bracket, else read with the byte that follows.
        if notes[place]:
            return place + 1, f"{seen}?{notes[place]})"
        place += 1
        if place >= len(raws):
            return 0, ""
        char, used = _decoded(odd + raws[place][:1], decoder)
        if not char and raws[place][0] < 0x80 and decoder is Decoder.PAIR_VANISHES:
            return 0, ""
        seen += char
        if used == 1:
            return place, seen
        odd = raws[place][1:]
        if not odd:
            return place + 1, seen
    return place + 1, seen + odd.decode("ascii")


def _decoded(pair: bytes, decoder: Decoder) -> tuple[str, int]:
    try:
        return pair.decode("gb18030" if decoder is Decoder.PRIVATE_USE else "gbk"), 2
    except UnicodeDecodeError:
        return decoder.mark, 2 if decoder.takes_pairs and pair[1] >= 0x80 else 1
