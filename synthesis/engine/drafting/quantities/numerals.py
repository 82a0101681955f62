"""Numerals to exact decimals: Arabic with separators, Chinese, English words, and the scales that follow them.

Not for units, qualifiers or dates. Values are `Decimal`; nothing is ever rounded.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}

_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
ENGLISH_UNITS = {w: i for i, w in enumerate(_WORDS)}
ENGLISH_TENS = {
    w: 10 * i for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
ENGLISH_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "k": 10**3,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}
ENGLISH_FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}

_UNIT_WORD = "|".join(sorted([*ENGLISH_UNITS, *ENGLISH_TENS], key=len, reverse=True))
ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
CHINESE_SCALE = r"(?:(?:百|千|十)?(?:万亿|万|亿|兆(?![瓦赫帕欧焦伏字比]))|百(?!分)|千(?!分|[克米瓦卡帕伏])|十)"
CHINESE = r"(?!零[部件售食钱碎距散射星担])[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
ENGLISH = (
    rf"(?:{_UNIT_WORD})(?:[- ](?:{_UNIT_WORD}))?"
    rf"(?:[- ](?:hundred|thousand|million|billion|trillion)(?:[- ](?:and[- ])?(?:{_UNIT_WORD})(?:[- ](?:{_UNIT_WORD}))?(?![a-z]))?)*"
)


def arabic(text: str) -> Decimal:
    """`12,345.60` as a decimal. Raises decimal.InvalidOperation on anything else."""
    return Decimal(text.replace(",", ""))


def chinese(text: str) -> Decimal | None:
    """A Chinese numeral (`一万二千亿`, `三点五`, `二〇二四`) as a decimal, None when it is not well formed."""
    whole, _, fraction = text.partition("点")
    if fraction and not all(c in _DIGITS for c in fraction):
        return None
    value = _chinese_whole(whole)
    if value is None:
        return None
    tail = "".join(str(_DIGITS[c]) for c in fraction)
    return Decimal(f"{value}.{tail}") if tail else Decimal(value)


def _chinese_whole(text: str) -> int | None:
    if not text:
        return None
    if len(text) > 1 and all(c in _DIGITS for c in text):  # digit by digit: 二〇二四
        return int("".join(str(_DIGITS[c]) for c in text))
    for scale in ("兆", "亿", "万"):  # the largest scale splits the number: (一万二千)亿(三千万)
        head, found, tail = text.rpartition(scale)
        if found:
            left = _chinese_whole(head) if head else 1
            right = _chinese_tail(tail, _LARGE[scale])
            return None if left is None or right is None else left * _LARGE[scale] + right
    return _chinese_section(text)


def _chinese_tail(text: str, scale: int) -> int | None:
    if not text:
        return 0
    if len(text) == 1 and text in _DIGITS:  # 三万五 = 35 000
        return _DIGITS[text] * scale // 10
    return _chinese_whole(text)


def _chinese_section(text: str) -> int | None:
    total, digit, last = 0, None, 10
    for char in text:
        if char in _DIGITS:
            if digit not in (None, 0):
                return None
            digit = _DIGITS[char]
        elif char in _SMALL:
            total += (1 if digit is None else digit) * _SMALL[char]
            digit, last = None, _SMALL[char]
        else:
            return None
    if digit and last > 10 and len(text) > 1 and text[-2] in _SMALL:  # 一百五 = 150
        return total + digit * last // 10
    return total + (digit or 0)


def chinese_scale(text: str) -> int:
    """The factor of a scale word that follows an Arabic number: `万亿` 10**12, `千万` 10**7, empty 1."""
    factor = 1
    for char in text:
        factor *= _SMALL.get(char) or _LARGE.get(char) or 1
    return factor


def english(text: str) -> Decimal | None:
    """English number words (`twenty-five`, `three hundred and ten thousand`), None when not well formed."""
    total = current = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word in ENGLISH_UNITS:
            current += ENGLISH_UNITS[word]
        elif word in ENGLISH_TENS:
            current += ENGLISH_TENS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in ENGLISH_SCALES:
            total += (current or 1) * ENGLISH_SCALES[word]
            current = 0
        elif word != "and":
            return None
    return Decimal(total + current)


def any_numeral(text: str) -> Decimal | None:
    """A count in figures, in words or in both (`100,000`, `10万`, `2 million`, `three hundred`), None when not well formed."""
    figures = re.match(r"\d[\d,]*(?:\.\d+)?", text)
    if figures is None:
        return english(text) if text.isascii() else chinese(text)
    scale = text[figures.end() :].strip().lower()
    return arabic(figures.group()) * (ENGLISH_SCALES.get(scale) or chinese_scale(scale))
