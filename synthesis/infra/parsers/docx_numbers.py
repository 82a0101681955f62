"""The numbers that Word counts for headings, articles and items ("第一章", "1.2", "第三条"), written into their text.

pandoc leaves them out, and people cite by them.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from synthesis.infra.parsers.package import attribute, every, find

_PLACE = re.compile(r"(%?)%([1-9])")
_LEVELS, _DEEPEST, _LONGEST = 9, 20, 30
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_SMALL_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def write_numbers(root: Any, styles: Any, numbering: Any) -> bool:
    """Put the number of each numbered heading, article or item before its text. Whether there was any."""
    lists = {
        str(attribute(num, "numId")): str(attribute(find(num, "abstractNumId"), "val"))
        for num in every(numbering, "num")
        if find(num, "abstractNumId") is not None
    }
    schemes = {str(attribute(a, "abstractNumId")): _levels(a) for a in every(numbering, "abstractNum")}
    by_style = {str(attribute(s, "styleId")): s for s in every(styles, "style")}
    counters: dict[str, list[int]] = {}
    found = False
    for paragraph in every(root, "p"):
        properties = find(paragraph, "pPr")
        if properties is None:
            continue
        style = find(properties, "pStyle")
        name = str(attribute(style, "val")) if style is not None else ""
        number, level = _numbered(find(properties, "numPr"), by_style.get(name), by_style)
        scheme = schemes.get(lists.get(number or "", ""), {})
        if level not in scheme:
            continue
        counts = counters.setdefault(lists[number or ""], [0] * _LEVELS)
        _count(counts, level, scheme)
        found |= _write(paragraph, properties, _label(counts, level, scheme))
    return found


def _levels(abstract: Any) -> dict[int, tuple[int, str, str]]:
    """For each level its first number, format and text."""
    levels = {}
    for level in every(abstract, "lvl"):
        values = {
            name: str(attribute(e, "val") or "")
            for name in ("start", "numFmt", "lvlText")
            if (e := find(level, name)) is not None
        }
        start = values.get("start", "1")
        place = str(attribute(level, "ilvl") or "")
        if place.isdigit() and int(place) < _LEVELS:
            if find(level, "isLgl") is not None:
                # All numbers of such a level are Arabic, whatever the levels above it say.
                values["lvlText"] = values.get("lvlText", "").replace("%", "%%")
            levels[int(place)] = (
                int(start) if start.isdigit() else 1,
                values.get("numFmt", "decimal"),
                values.get("lvlText", ""),
            )
    return levels


def _numbered(own: Any, style: Any, by_style: dict[str, Any]) -> tuple[str | None, int]:
    """The list and level of a paragraph: its own, else that of its style or of what the style builds on."""
    number = level = None
    for _ in range(_DEEPEST):
        if own is not None:
            holder, place = find(own, "numId"), find(own, "ilvl")
            number = number or (attribute(holder, "val") if holder is not None else None)
            level = level or (attribute(place, "val") if place is not None else None)
        if number is not None or style is None:
            break
        own = find(style, "pPr", "numPr")
        based = find(style, "basedOn")
        style = by_style.get(str(attribute(based, "val"))) if based is not None else None
    return number, int(level) if level is not None and level.isdigit() else 0


def _count(counts: list[int], level: int, scheme: dict[int, tuple[int, str, str]]) -> None:
    for above in range(level):
        # A level that was left out counts as its first.
        counts[above] = counts[above] or scheme.get(above, (1, "", ""))[0]
    counts[level] = counts[level] + 1 if counts[level] else scheme[level][0]
    for below in range(level + 1, _LEVELS):
        counts[below] = 0


def _label(counts: list[int], level: int, scheme: dict[int, tuple[int, str, str]]) -> str:
    def number(match: re.Match[str]) -> str:
        place = int(match[2]) - 1
        return formatted(counts[place], "decimal" if match[1] else scheme.get(place, (1, "decimal", ""))[1])

    _, form, text = scheme[level]
    return "" if form in {"bullet", "none"} else _PLACE.sub(number, text)[:_LONGEST]


def formatted(number: int, form: str) -> str:
    """`number` as Word's number format `form` writes it."""
    if form in {
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    }:
        return _chinese(number)
    if form in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"upperRoman", "lowerRoman"} and 0 < number < 4000:
        text = ""
        for value, letters in (*_ROMAN, *_SMALL_ROMAN):
            text += letters * (number // value)
            number %= value
        return text.upper() if form == "upperRoman" else text
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _chinese(number: int) -> str:
    """Up to 99 in words, as headings are counted; beyond in digits."""
    if not 0 < number < 100:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _write(paragraph: Any, properties: Any, label: str) -> bool:
    if not label.strip() or not any((e.text or "").strip() for e in every(paragraph, "t")):
        return False
    name = str(properties.tag).partition("}")[0].lstrip("{")
    run = etree.Element(f"{{{name}}}r")
    text = etree.SubElement(run, f"{{{name}}}t")
    # After 、 and ） Chinese headings go on without a blank.
    text.text = label if label[-1] in "、）．。：" else f"{label} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties.addnext(run)
    return True
