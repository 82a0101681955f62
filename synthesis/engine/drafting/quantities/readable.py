"""Numbers in plain digits and keys of times, written as people read and enter them."""

from __future__ import annotations

from decimal import Decimal

from synthesis.engine.patterns import lazy_pattern

_PLAIN = 10_000  # smaller ones are read at a glance, and may be years
_PLACES = 4  # behind the point, in front of a scale word
_SPAN = lazy_pattern(r"^(\d{4})年?\s?[-–—~～至到]{1,2}\s?(\d{4})年?$")
_SCALES = {
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
}


def readable(value: str, language: str) -> str:
    """`value` in `language` ("zh" or "en"), worth exactly the same: 96亿, 9.6 billion, 12,345; "" stays.

    Raises decimal.InvalidOperation for what is no number.
    """
    if not value or abs(number := Decimal(value)) < _PLAIN:
        return value
    for power, word in _SCALES[language]:
        part = number.scaleb(-power).normalize()
        if abs(part) >= 1 and -int(part.as_tuple().exponent) <= _PLACES:
            return f"{part:f}{word}"
    return f"{number:,f}"


def readable_time(time: str) -> str:
    """The key of a time as it is read, in either language: 2021–2023 for 2021~2023."""
    return time.replace("~", "–")


def time_entered(time: str) -> str:
    """A time as people enter it: a span of years by its key, 2021~2023 for 2021–2023 or 2021年至2023年, else as it is."""
    return _SPAN.sub(r"\1~\2", time)
