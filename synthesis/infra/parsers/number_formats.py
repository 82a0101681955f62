"""Numbers of spreadsheets as their cells show them: number formats of ECMA-376 (18.8.30), as far as text is concerned.

Colours, conditions and padding are left out; the locale of dates is the format's own, and ISO where it says "short date".
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

BUILTIN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: 'h"时"mm"分"',
    35: 'h"时"mm"分"ss"秒"',
    55: 'h"时"mm"分"',
    56: 'h"时"mm"分"ss"秒"',
    37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "0.0E+0",
}
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(AM/PM|A/P|上午/下午)'
    r"|(y+|e+(?![+-])|m+|d+|h+|s+(?:\.0+)?|a{3,4})|([0#?][0#?,]*(?:\.[0#?]*)?,*(?:E[+-]?0+)?)|(.)",
    re.I | re.S,
)
_DATE_PART = re.compile(r"[ymdhs]|a{3,4}", re.I)
_UNSAID = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General|AM/PM|A/P', re.I)
_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WEEK = "一二三四五六日"
#: Excel's last day, 9999-12-31.
_LAST_DAY = 2_958_466


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """`value` in the format `code`; the plain number when the format is unknown, General, or does not fit."""
    if not code or code.lower().startswith("general") or code == "@":
        return plain(value)
    sections = _sections(code)
    if any(re.search(r"\[[<>=]", section) for section in sections):
        # Conditions of one's own are rare; the first section is the usual one, but its sign is not ours to guess.
        return plain(value)
    index = 0 if len(sections) == 1 or value > 0 else 1 if value < 0 else 2 if len(sections) > 2 else 0
    section = sections[index]
    if is_date(section):
        return _date(value, section, from_1904) if 0 <= value < _LAST_DAY else plain(value)
    return _number(value, section, signed=index == 1)


def plain(value: float) -> str:
    """A number without a format: fifteen digits, which is all that spreadsheets keep, and no exponent where it is short."""
    text = f"{value:.15g}"
    if "e" in text:
        exponent = int(text.partition("e")[2])
        if -10 <= exponent <= 20:
            text = f"{Decimal(text):f}"
    return text


def is_date(code: str) -> bool:
    """Whether a format shows a date or a time."""
    return bool(_DATE_PART.search(_UNSAID.sub("", code)))


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    return tuple(re.findall(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+', code)) or ("General",)


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[tuple[str, str], ...]:
    """(kind, text) of a section: literal, elapsed, half, date, digits."""
    found: list[tuple[str, str]] = []
    for match in _TOKEN.finditer(section):
        quoted, escaped, elapsed, currency, half, date, digits, other = match.groups()
        if elapsed:
            found.append(("elapsed", elapsed.lower()))
        elif half:
            found.append(("half", half))
        elif date:
            found.append(("date", date.lower()))
        elif digits:
            found.append(("digits", digits))
        else:
            literal = next((text for text in (quoted, escaped, currency, other) if text is not None), "")
            found.append(("literal", literal))
    return tuple(found)


def _number(value: float, section: str, *, signed: bool) -> str:
    """`signed`: the section has its own way to show a negative number."""
    tokens = _tokens(section)
    digits = [text for kind, text in tokens if kind == "digits"]
    if any(kind in {"date", "elapsed"} for kind, _ in tokens) or len(digits) > 1:
        return plain(value)
    if not digits:
        literal = "".join(text for kind, text in tokens if kind == "literal")
        return literal if "General" not in section else plain(value)
    percent = sum(text.count("%") for kind, text in tokens if kind == "literal" and not _quoted(section, text))
    amount = abs(Decimal(f"{value:.15g}")) * 100**percent
    body = _digits(amount, digits[0])
    sign = "-" if value < 0 and not signed and re.search("[1-9]", body) else ""
    return sign + "".join(body if kind == "digits" else text for kind, text in tokens if kind != "half").strip()


def _quoted(section: str, text: str) -> bool:
    return len(text) > 1 and f'"{text}"' in section


def _digits(amount: Decimal, pattern: str) -> str:
    pattern, _, exponent = pattern.upper().partition("E")
    # Each comma at the end shows thousands of what is left.
    amount /= Decimal(1000) ** (len(pattern) - len(pattern.rstrip(",")))
    whole, _, fraction = pattern.rstrip(",").partition(".")
    places = len(fraction)
    if exponent:
        return f"{float(amount):.{places}E}"
    rounded = amount.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) if amount < Decimal(10) ** 15 else amount
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    front, _, back = text.partition(".")
    optional = len(fraction) - len(fraction.rstrip("#?"))
    while optional and back.endswith("0"):
        back, optional = back[:-1], optional - 1
    least = whole.count("0")
    front = front.rjust(least, "0") if "," not in whole else front
    if not least and front == "0":
        front = ""
    return f"{front}.{back}" if back else front or "0"


def _date(value: float, section: str, from_1904: bool) -> str:
    """Days since the file's epoch as a date; day 60 of 1900, which never was, counts as in every spreadsheet."""
    epoch = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if value >= 60 else 31)  # noqa: DTZ001
    moment = epoch + timedelta(milliseconds=round(value * 86_400_000))
    tokens = _tokens(section)
    fractions = any(kind == "date" and ".0" in text for kind, text in tokens)
    if not fractions:
        moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    halves = any(kind == "half" for kind, _ in tokens)
    pieces = []
    clock = ""
    for place, (kind, text) in enumerate(tokens):
        if kind == "elapsed":
            seconds = value * 86_400
            clock = text[0]
            pieces.append(str(int(round(seconds) // {"h": 3600, "m": 60, "s": 1}[clock])).rjust(len(text), "0"))
        elif kind == "half":
            pieces.append(("上午", "下午")[moment.hour >= 12] if "午" in text else ("AM", "PM")[moment.hour >= 12])
        elif kind == "date":
            minutes = text in {"m", "mm"} and (clock == "h" or _next_part(tokens, place).startswith("s"))
            pieces.append(_part(moment, text, minutes=minutes, halves=halves))
            clock = "" if minutes else text[0]
        else:
            pieces.append(text)
    return "".join(pieces).strip()


def _next_part(tokens: tuple[tuple[str, str], ...], place: int) -> str:
    return next((text for kind, text in tokens[place + 1 :] if kind in {"date", "elapsed"}), "")


def _part(moment: datetime, text: str, *, minutes: bool, halves: bool) -> str:
    kind, length = text[0], len(text)
    if minutes:
        return f"{moment.minute:0{length}d}"
    if kind in "ye":
        return f"{moment.year % 100:02d}" if text == "yy" else str(moment.year)
    if kind == "m":
        name = _MONTHS[moment.month - 1]
        return (
            f"{moment.month:0{length}d}"
            if length < 3
            else name[:3]
            if length == 3
            else name[:1]
            if length == 5
            else name
        )
    if kind == "d":
        name = _DAYS[moment.weekday()]
        return f"{moment.day:0{length}d}" if length < 3 else name[:3] if length == 3 else name
    if kind == "a":
        return ("星期" if length == 4 else "") + _WEEK[moment.weekday()]
    if kind == "h":
        hour = (moment.hour + 11) % 12 + 1 if halves else moment.hour
        return f"{hour:0{length}d}"
    whole, _, fraction = text.partition(".")
    shown_fraction = f".{moment.microsecond:06d}"[: len(fraction) + 1] if fraction else ""
    return f"{moment.second:0{len(whole)}d}{shown_fraction}"
