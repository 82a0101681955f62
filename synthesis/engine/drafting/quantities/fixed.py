"""Figures that are not a numeral followed by a unit: 三分之一, 过半, 翻一番, one third, doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.qualifiers import qualifier_around
from synthesis.engine.drafting.quantities.types import Quantity

_HUNDRED = Decimal(100)
_CN = r"[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?"
_PARTS = re.compile(
    rf"(?P<den>百|千|万|{_CN}|\d+)分之(?P<num>{_CN}|{numerals.ARABIC})(?:(?:至|到|[-–~])(?P<top>{_CN}|{numerals.ARABIC}))?"
)
_SLASH = re.compile(r"(?<![\d./])(?P<num>[1-9])\s?/\s?(?P<den>[2-9]|10)(?![\d./])")
_TENTHS = re.compile(r"(?P<num>[一二两三四五六七八九])成(?P<half>半|[一二三四五六七八九])?(?![立为果本员功熟就长])")
_HALF = re.compile(
    r"(?P<over>过半数?|半数以上|超过?(?:一半|半数))|(?P<near>近半数?|近一半)|一半|半数|减半|腰斩|(?<![A-Za-z])halv(?:ed|es|ing)|(?<![\w-])half(?![\w-])",
    re.IGNORECASE,
)
_HALF_YEAR = re.compile(r"(?<![上下前后大])半年|half a year", re.IGNORECASE)
_DOUBLE = re.compile(
    r"翻(?:了)?(?P<times>[一两二三四五])番|翻倍|翻番|成倍(?:增长)?"
    r"|(?<![A-Za-z])(?P<en>doubl(?:ed|es|ing|e)|trebl(?:ed|es|ing)|tripl(?:ed|es|ing|e)|quadrupl(?:ed|es|ing|e)|twofold|threefold|fourfold|twice)(?![A-Za-z-])",
    re.IGNORECASE,
)
_GROWN = re.compile(
    r"(?P<verb>增长|增加|提高|提升|上升|扩大|上涨|高出|多出|增|涨)(?:了)?(?:约|近|超过?|逾|将近|接近)?(?P<n>\d+(?:\.\d+)?|[一两二三四五六七八九十]+)(?P<more>[多余])?倍"
)
_FRACTION = re.compile(
    r"(?<![A-Za-z])(?P<num>a|an|one|two|three|four|five|six|seven|eight|nine)[- ](?P<den>"
    + "|".join(sorted(numerals.ENGLISH_FRACTIONS, key=len, reverse=True))
    + r")(?![A-Za-z])(?!\s+(?:of\s+(?:19|20)\d\d|time|year|party|generation|phase))",
    re.IGNORECASE,
)
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_GRADE_ZH = re.compile(r"(?<![A-Za-z])(?P<n>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?(?P<unit>期|类|级|型|代)")
_GRADE_EN = re.compile(
    r"\b(?P<unit>phase|class|grade|stage|type|tier|level)[\s-](?P<n>III|II|IV|I|V|[1-9])\b", re.IGNORECASE
)
_FOLDS = {"dou": 2, "two": 2, "twi": 2, "tri": 3, "tre": 3, "thr": 3, "qua": 4, "fou": 4}


def _numeral(text: str) -> Decimal:
    if text[0].isdigit():
        return numerals.arabic(text)
    return numerals.chinese(text) or Decimal(0)


def fixed_quantities(text: str) -> list[Quantity]:
    """Such figures of a folded text, in order, not overlapping."""
    chosen: list[Quantity] = []
    for quantity in sorted(_all(text), key=lambda q: (q.start - q.end, q.start)):
        if all(quantity.end <= other.start or quantity.start >= other.end for other in chosen):
            chosen.append(quantity)
    return sorted(chosen, key=lambda q: q.start)


def _make(text: str, match: re.Match[str], value: Decimal, unit: str, kind: str, inner: str = "") -> Quantity:
    start, end = match.span()
    qualifier = inner or qualifier_around(text, start, end)
    return Quantity(start, end, match.group(), value, None, unit, kind, qualifier)


def _all(text: str) -> Iterator[Quantity]:
    yield from _shares(text)
    yield from _folds(text)
    for pattern in (_GRADE_ZH, _GRADE_EN):
        for match in pattern.finditer(text):
            number = match["n"].upper()
            value = Decimal(_ROMAN.get(number) or int(number))
            yield Quantity(match.start(), match.end(), match.group(), value, None, match["unit"].lower(), "count", "")
    for match in _HALF_YEAR.finditer(text):
        yield _make(text, match, Decimal(6), "个月", "months")


def _shares(text: str) -> Iterator[Quantity]:
    for match in _PARTS.finditer(text):
        den = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}.get(match["den"]) or _numeral(
            match["den"]
        )
        if den:
            low = _numeral(match["num"]) * _HUNDRED / den
            high = _numeral(match["top"]) * _HUNDRED / den if match["top"] else None
            qualifier = qualifier_around(text, *match.span())
            yield Quantity(match.start(), match.end(), match.group(), low, high, "%", "percent", qualifier)
    for match in _SLASH.finditer(text):
        if int(match["num"]) < int(match["den"]):
            yield _make(text, match, int(match["num"]) * _HUNDRED / int(match["den"]), "%", "percent")
    for match in _TENTHS.finditer(text):
        half = match["half"]
        extra = Decimal(0) if not half else Decimal(5) if half == "半" else _numeral(half)
        yield _make(text, match, _numeral(match["num"]) * 10 + extra, "%", "percent")
    for match in _HALF.finditer(text):
        inner = "over" if match["over"] else "near" if match["near"] else ""
        yield _make(text, match, Decimal(50), "%", "percent", inner)
    for match in _FRACTION.finditer(text):
        num = match["num"].lower()
        count = 1 if num in {"a", "an"} else numerals.ENGLISH_UNITS[num]
        value = count * _HUNDRED / numerals.ENGLISH_FRACTIONS[match["den"].lower()]
        yield _make(text, match, value, "%", "percent")


def _folds(text: str) -> Iterator[Quantity]:
    for match in _DOUBLE.finditer(text):
        if match["en"]:
            value = Decimal(_FOLDS[match["en"][:3].lower()])
        else:
            value = Decimal(2) ** int(_numeral(match["times"])) if match["times"] else Decimal(2)
        yield _make(text, match, value, "倍", "fold")
    for match in _GROWN.finditer(text):  # 增长2倍 is three times as much
        start = match.start("n")
        qualifier = "over" if match["more"] else qualifier_around(text, match.start("n"), match.end())
        value = _numeral(match["n"]) + 1
        yield Quantity(start, match.end(), text[start : match.end()], value, None, "倍", "fold", qualifier)
