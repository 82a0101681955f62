"""Bytes lost or shifted by scrapers that searched the GBK bytes of a page: found, and mended where the filling is sure.

Such a site looked for the characters it annotates, and for sentence ends, in the *bytes*, so it also hit across
character borders. `X?pin)…`: the last byte of X and the first of the next character looked like a character read
"pin"; the annotation went between the two bytes of that next character, and its "(" was swallowed with the lone lead
byte (shown as "?"). `X??…`: the page was cut inside a character. In both cases what follows is read one byte out of
phase until an ASCII trail byte brings it back. The way back: write the bytes again, put the lost byte in front, and let
a character model choose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from synthesis.engine.text import gbkbytes
from synthesis.engine.text.charmodel import CharModel
from synthesis.engine.text.pinyin import SYLLABLE, has_tone, is_reading
from synthesis.engine.text.realign import Filling, realign

_LETTER = r"[A-Za-z@\[\\\]^_`{|}~]"
_NOTE = regex.compile(rf"\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_STRADDLE = regex.compile(rf"\?(?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_ASCII_STRADDLE = regex.compile(rf"(?<={_LETTER})\((?P<syllable>{SYLLABLE})\)", regex.IGNORECASE)
_SPOT = regex.compile(r"\?")
_ENDS_RUN = regex.compile(_LETTER)
_HAN = regex.compile(r"\p{Script=Han}")
#: Around a question mark nothing is learned: what stands there may be the damage itself.
_AROUND = 16
#: ln P by which the best filling must beat the text as it stands (cuts), and the second best (all).
_GAIN = 4.0
_MARGIN = 1.5
_SHOWN = 3
_NARROWED = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}


@dataclass(frozen=True, slots=True)
class Shifted:
    """A damaged place `text[start:end]`; `after` is its repair, or None with ranked `suggestions`."""

    start: int
    end: int
    after: str | None
    confidence: float
    reason: str
    suggestions: tuple[str, ...] = ()


def find_shifts(text: str) -> list[Shifted]:
    """The damaged places of `text`, ascending, not overlapping.

    A text without a single annotation of the scrapers' kind is left alone: its question marks are questions.
    """
    straddles = [m for m in _STRADDLE.finditer(text) if has_tone(m["syllable"])]
    if not straddles and not any(
        has_tone(m["syllable"]) and _annotates(text, m.start(), m["syllable"]) for m in _NOTE.finditer(text)
    ):
        return []
    found: list[Shifted] = []
    model: CharModel | None = None
    at = 0
    for spot in _SPOT.finditer(text):
        if spot.start() < at:
            continue
        model = model or CharModel(_sound_parts(text))
        shifted = _straddle(text, spot.start(), model) or _cut(text, spot.start(), model)
        if shifted is not None:
            found.append(shifted)
            at = shifted.end
    if text.count(",") > text.count("，"):
        # The site narrows marks everywhere: a mended place must not stand out.
        found = [_narrowed(f) for f in found]
    found.extend(s for s in _ascii_straddles(text) if not any(f.start < s.end and s.start < f.end for f in found))
    return sorted(found, key=lambda s: s.start)


def _narrowed(found: Shifted) -> Shifted:
    suggestions = tuple(s.translate(_NARROWED) for s in found.suggestions)
    after = None if found.after is None else found.after.translate(_NARROWED)
    return replace(found, after=after, suggestions=suggestions)


def _annotates(text: str, place: int, syllable: str) -> bool:
    return place > 0 and bool(_HAN.match(text[place - 1])) and is_reading(text[place - 1], syllable)


def _sound_parts(text: str) -> Iterator[str]:
    plain = _NOTE.sub("", text)
    at = 0
    for spot in _SPOT.finditer(plain):
        if spot.start() > at:
            yield plain[at : max(at, spot.start() - 2)]
        # A shifted run ends at a letter; without one, a little is skipped.
        letter = _ENDS_RUN.search(plain, spot.end(), spot.end() + 3 * _AROUND)
        at = max(at, letter.end() if letter else spot.end() + _AROUND)
    yield plain[at:]


def _before(text: str, place: int) -> str:
    """The character before `place`, annotations skipped."""
    while place and text[place - 1] == ")":
        opening = text.rfind("(", max(0, place - 9), place)
        if opening < 0 or _NOTE.fullmatch(text, opening, place) is None:
            break
        place = opening
    return text[place - 1] if place else ""


def _after(text: str, place: int) -> str:
    note = _NOTE.match(text, place)
    place = note.end() if note else place
    return text[place] if place < len(text) and not text[place].isspace() else ""


def _straddle(text: str, place: int, model: CharModel) -> Shifted | None:
    match = _STRADDLE.match(text, place)
    if match is None or not has_tone(match["syllable"]):
        return None
    before = _before(text, place)
    raw = gbkbytes.encode(before) if before else b""
    syllable = match["syllable"].lower()
    # The annotated "character" is the last byte before and the lost byte: its reading tells the lost byte.
    lost = sorted({gbkbytes.encode(c)[1] for c in gbkbytes.read_as(raw[1], syllable)}) if raw else []
    fillings = realign(text, match.end(), lost or list(gbkbytes.LEADS), before, model) if raw or before else []
    fillings = [_with_context(f, text, model) for f in fillings]
    fillings.sort(key=lambda f: -f.score)
    if not fillings:
        return Shifted(place, match.end(), None, 0.0, "straddle")
    return _decided(text, place, fillings, "straddle", certain=bool(lost))


def _cut(text: str, place: int, model: CharModel) -> Shifted | None:
    before, behind = _before(text, place), text[place + 1 : place + 2]
    if not before or not behind or behind.isspace() or (behind.isalnum() and behind.isascii()):
        return None
    if not gbkbytes.encode(before) or before in "，。、；：！？,;:!?":
        return None
    fillings = [_with_context(f, text, model) for f in realign(text, place + 1, list(gbkbytes.LEADS), before, model)]
    if not fillings:
        return None
    fillings.sort(key=lambda f: -f.score)
    best = fillings[0]
    as_is = model.text_score(before, text[place : best.end], _after(text, best.end))
    # Per place, not per character: a long shifted run gains much, an intact question loses much.
    if best.score < as_is + _GAIN:
        return None
    return _decided(text, place, fillings, "cut", certain=False)


def _with_context(filling: Filling, text: str, model: CharModel) -> Filling:
    after = _after(text, filling.end)
    return Filling(filling.text, filling.end, filling.score + (model.score(filling.text[-1], after) if after else 0.0))


def _decided(text: str, place: int, fillings: list[Filling], reason: str, *, certain: bool) -> Shifted:
    best = fillings[0]
    rivals = [f for f in fillings[1:] if f.text != best.text or f.end != best.end]
    margin = best.score - rivals[0].score if rivals else 10.0
    if margin < (_MARGIN / 3 if certain else _MARGIN):
        same = [f for f in fillings if f.end == best.end]
        shown = tuple(dict.fromkeys(f.text for f in same))[:_SHOWN]
        return Shifted(place, best.end, None, 0.0, reason, shown)
    confidence = 0.98 if certain and margin > _MARGIN else 0.9 if margin > 2 * _MARGIN else 0.8
    return Shifted(place, best.end, best.text, confidence, reason)


def _ascii_straddles(text: str) -> Iterator[Shifted]:
    """Annotations after a letter that, with the last byte of the character before it, looked like an annotated one."""
    for match in _ASCII_STRADDLE.finditer(text):
        letter = match.start() - 1
        before = _before(text, letter)
        raw = gbkbytes.encode(before) if before else b""
        char = gbkbytes.decode(raw[1], ord(text[letter])) if raw else ""
        if char and is_reading(char, match["syllable"]) and has_tone(match["syllable"]):
            yield Shifted(match.start(), match.end(), "", 0.97, "straddle")
