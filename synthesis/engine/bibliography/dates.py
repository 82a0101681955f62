"""Dates as CSL-JSON has them: `{"date-parts": [[year, month, day]]}`, as exact as what was written, never more."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from typing import Any

from synthesis.engine.patterns import lazy_pattern

CslDate = dict[str, Any]

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1)
    for name in names.split()
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_YEAR = r"([12]\d{3})"
_NUMERIC = lazy_pattern(rf"(?<!\d){_YEAR}\s*[-/.年]\s*(\d{{1,2}})(?!\d)(?:\s*[-/.月]\s*(\d{{1,2}})(?!\d))?")
_PACKED = lazy_pattern(rf"^(?:D:)?{_YEAR}(\d\d)(\d\d)(?:\d{{4,6}}.*)?$")
_DAY_FIRST = lazy_pattern(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}[,\s-]+{_YEAR}(?!\d)", re.IGNORECASE)
_MONTH_FIRST = lazy_pattern(rf"\b{_MONTH}\s+(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?{_YEAR}(?!\d)", re.IGNORECASE)
_YEAR_MONTH = lazy_pattern(rf"(?<!\d){_YEAR}[\s,]+{_MONTH}(?:\s+(\d{{1,2}})(?!\d))?(?![a-z])", re.IGNORECASE)
_YEAR_ALONE = lazy_pattern(rf"(?<!\d){_YEAR}(?!\d)")


def date_from(text: str) -> CslDate | None:
    """The first date that `text` states (ISO, 2024年5月1日, 2024/05//, D:20240501…, May 1, 2024, 1 May 2024, 2024).

    Impossible months and days are dropped, not mended; None when there is no year from 1000 to 2999.
    """
    text = " ".join(text.split())
    if packed := _PACKED.match(text):
        return _parts(packed[1], packed[2], packed[3])
    if found := _NUMERIC.search(text):
        return _parts(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(text):
        return _parts(found[3], str(_MONTHS[found[2].lower()]), found[1])
    if found := _MONTH_FIRST.search(text):
        return _parts(found[3], str(_MONTHS[found[1].lower()]), found[2])
    if found := _YEAR_MONTH.search(text):
        return _parts(found[1], str(_MONTHS[found[2].lower()]), found[3])
    if found := _YEAR_ALONE.search(text):
        return _parts(found[1], None, None)
    return None


def month_from(text: str) -> int | None:
    """The month that a field of its own names: "5", "05", "may", "5月"; None when it names none."""
    word = text.strip().strip(".").removesuffix("月").lower()
    if word.isascii() and word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    return _MONTHS.get(word)


def _parts(year: str, month: str | None, day: str | None) -> CslDate:
    parts = [int(year)]
    if month and 1 <= int(month) <= 12:
        parts.append(int(month))
        if day and 1 <= int(day) <= monthrange(int(year), int(month))[1]:
            parts.append(int(day))
    return {"date-parts": [parts]}


def cleaned_date(value: object) -> CslDate | None:
    """A CSL date with sound parts, else what its raw or literal text says, else that text; None for anything else."""
    if isinstance(value, str):
        return date_from(value)
    if not isinstance(value, Mapping):
        return None
    numbers = _numbers(value.get("date-parts"))
    if numbers and 1000 <= numbers[0] <= 2999:
        return _parts(str(numbers[0]), *[str(n) for n in (*numbers[1:3], 0, 0)[:2]])
    said = value.get("raw") or value.get("literal")
    if not isinstance(said, str) or not said.strip():
        return None
    # "c. 2020" and "spring 2020" are worth their year; words without a year stay words.
    return date_from(said) or {"literal": " ".join(said.split())[:100]}


def _numbers(parts: object) -> list[int]:
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list):
        return []
    numbers = []
    for part in first[:3]:
        text = str(part).strip()
        if isinstance(part, bool) or not (text.isascii() and text.isdigit() and len(text) < 6):
            break
        numbers.append(int(text))
    return numbers


def date_text(value: object) -> str:
    """The inverse of `date_from` for forms and files: `2024`, `2024-05`, `2024-05-01`; a literal as it is; else ""."""
    if not isinstance(value, Mapping):
        return ""
    numbers = _numbers(value.get("date-parts"))
    if numbers:
        return "-".join(str(n) if i == 0 else f"{n:02d}" for i, n in enumerate(numbers))
    return str(value.get("literal") or value.get("raw") or "")


def year_in(value: object) -> int | None:
    """The year of a CSL date, from its parts or from a literal; None when it names none."""
    date = cleaned_date(value)
    numbers = _numbers(date.get("date-parts")) if date else []
    return numbers[0] if numbers else None
