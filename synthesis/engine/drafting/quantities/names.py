"""Where digits belong to a name (PCSK9, COVID-19, 510(k), 5G, ISO 13485) and are no figures."""

from __future__ import annotations

import re

from synthesis.engine.drafting.quantities.units import UNITS
from synthesis.engine.patterns import lazy_pattern

_UNIT_LETTERS = {u for u in UNITS if u.isascii() and u.isalpha()} | {
    "bn", "mn", "tn", "k", "m", "b", "x", "trn", "mln", "bln", "million", "billion", "trillion", "thousand", "hundred",
}  # fmt: skip
_STANDARD = lazy_pattern(
    r"(?<![A-Za-z])(?:ISO|IEC|GB|YY|ASTM|EN|IEEE|ICD|WS|HJ|JJG|DB)(?:[/\s-][A-Z]{1,4})*[\s-]?\d+(?:[.\-–—:]\d+)*(?:-\d{4})?(?![\d%])"
)
_LETTER_FIRST = lazy_pattern(
    r"(?<![A-Za-z0-9])[A-Za-z]+(?:[-/][A-Za-z]+)*[-‐]?\d[A-Za-z0-9]*(?:[-./][A-Za-z0-9]+)*(?!%)"
)
_DIGIT_FIRST = lazy_pattern(r"(?<![\d.,A-Za-z])\d+(?P<letters>[A-Za-z]+)(?P<rest>[\d][A-Za-z0-9]*|(?:-[A-Za-z]+)?)")
_PAREN = lazy_pattern(r"\d+\s?\([a-z]\)")
_GREEK = lazy_pattern(r"[A-Za-z]+-?[ⅠⅡⅢⅣⅤⅥ]+")
_CURRENCY_HEAD = lazy_pattern(r"(?:US|RMB|CNY|USD|EUR|GBP|JPY|HKD|FY|Q)[\s-]?\d", re.IGNORECASE)
_DOCUMENT = lazy_pattern(r"[〔\[【]\d{4}[〕\]】]\s*\d*\s*号?")


def name_spans(text: str) -> list[tuple[int, int]]:
    """Half-open spans of a folded text whose digits are part of a designation."""
    spans = [m.span() for pattern in (_STANDARD, _PAREN, _GREEK, _DOCUMENT) for m in pattern.finditer(text)]
    spans += [m.span() for m in _LETTER_FIRST.finditer(text) if not _CURRENCY_HEAD.match(m.group())]
    spans += [m.span() for m in _DIGIT_FIRST.finditer(text) if not _unit_like(m)]
    return spans


def _unit_like(match: re.Match[str]) -> bool:
    letters = match["letters"]
    if match["rest"] and match["rest"][0].isdigit():
        return False
    return letters in _UNIT_LETTERS or (len(letters) > 1 and letters.lower() in _UNIT_LETTERS)
