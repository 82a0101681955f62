"""Units of English figures as signs or as words: 14 km and 14 kilometres, per square metre and per m². Values stay."""

from __future__ import annotations

import re

from synthesis.engine.patterns import lazy_pattern

# Sign and word, the word as one of them; behind a figure, or behind per.
_PAIRS = (
    ("km/h", "kilometre per hour"), ("km²", "square kilometre"), ("m²", "square metre"), ("m³", "cubic metre"), ("km", "kilometre"), ("cm", "centimetre"),
    ("mm", "millimetre"), ("nm", "nanometre"), ("kg", "kilogram"), ("mg", "milligram"), ("kWh", "kilowatt-hour"), ("MWh", "megawatt-hour"),
    ("GWh", "gigawatt-hour"), ("TWh", "terawatt-hour"), ("kW", "kilowatt"), ("MW", "megawatt"), ("GW", "gigawatt"),
)  # fmt: skip
_WORD = dict(_PAIRS)
_SIGN = {word: sign for sign, word in _PAIRS}


def _several(word: str) -> str:
    """kilometres per hour, square metres."""
    head, per, rest = word.partition(" per ")
    return f"{head}s{per}{rest}"


# The words this may put in, for the verifier: their meaning is the figure's unit, which it compares.
NAMES = tuple(n for sign, word in _PAIRS for n in (sign, word, _several(word)))
_LEAD = r"(?P<lead>\d[\d.,]*(?: million| billion)? |\bper )"
_SIGNED = lazy_pattern(_LEAD + rf"(?P<u>{'|'.join(map(re.escape, sorted(_WORD, key=len, reverse=True)))})(?![\w/²³-])")
_WORDED = lazy_pattern(
    _LEAD + rf"(?P<u>{'|'.join(sorted((x for w in _SIGN for x in (_several(w), w)), key=len, reverse=True))})(?![\w-])"
)


def counted(text: str) -> tuple[int, int]:
    """How many units of a text are signs, and how many words."""
    return len(_SIGNED.findall(text)), len(_WORDED.findall(text))


def written(text: str, *, signs: bool) -> str:
    """`text` with the units of its figures as signs, or as words."""

    def word(match: re.Match[str]) -> str:
        lead, named = match.group("lead"), _WORD[match.group("u")]
        return lead + (_several(named) if lead[0].isdigit() and lead != "1 " else named)

    def sign(match: re.Match[str]) -> str:
        named = match.group("u")
        short = _SIGN.get(named) or next(s for w, s in _SIGN.items() if _several(w) == named)
        return match.group("lead") + short

    return _WORDED.sub(sign, text) if signs else _SIGNED.sub(word, text)
