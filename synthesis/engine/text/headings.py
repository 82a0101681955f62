"""Which numbered lines are headings by their sequence, and the levels of headings that no markup gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.lines import Line

_HAN_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_FIRST_NUMBER = regex.compile(r"[(（第]*(?P<number>\d{1,2}|[一二三四五六七八九十百零〇两]{1,4}|[IVX]{1,5}(?=\b)|[Ⅰ-Ⅻ])")
_LEAD = regex.compile(r"(\d{1,2})\.1\s")
_LABEL = regex.compile(r"(.{2,14}?)[:：]\S")
#: Kinds of mark from the highest rank to the lowest; "title" opens a document. "plain" and "label" (without a number) and
#: "named" (摘要, References) find their rank among those that a text has.
RANKS = (
    "title",
    "part",
    "chapter",
    "section",
    "roman",
    "han",
    "han_bracket",
    "digit",
    "decimal2",
    "decimal3",
    "decimal4",
)
_DEEPEST = 9


@dataclass(slots=True)
class Found:
    """A block in the making; `mark` names the numbering of a heading until levels are given out."""

    start: int
    end: int
    kind: str
    level: int | None
    page: int | None
    mark: str = ""
    number: int = 0


def first_number(line: str) -> int:
    """The number a heading begins with (一、 → 1, 第十二章 → 12, IV. → 4, 3.2 → 3), 0 when it has none."""
    match = _FIRST_NUMBER.match(line)
    if match is None:
        return 0
    number = match["number"]
    if number.isdigit():
        return int(number)
    if number[0] in _ROMAN:
        values = [_ROMAN[c] for c in number]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    if "Ⅰ" <= number <= "Ⅻ":
        return ord(number) - ord("Ⅰ") + 1
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _HAN_DIGITS.get(number[-1], 0)
    return 10 * _HAN_DIGITS.get(tens[-1:], 1) + _HAN_DIGITS.get(ones[-1:], 0)


def present_ranks(titles: Sequence[str]) -> list[str]:
    """The kinds of number that `titles` begin with, from the highest rank to the lowest."""
    present = {number[0] for title in titles if (number := marks.numbering(title)) is not None}
    return [mark for mark in (*RANKS, "digit_bracket") if mark in present]


def bare_headings(text: str, lines: Sequence[Line], longest: int = 40) -> frozenset[int]:
    """Lines (indices) such as `2 Methods` whose numbers count up through the text, from 0 or 1, one after the other."""
    numbered = [
        (i, n)
        for i, line in enumerate(lines)
        if line.end - line.start <= longest
        and (n := marks.bare_number(text[line.start : line.end])) is not None
        and text[line.end - 1] not in "。！？；，、：…,;:.|"
        and "\t" not in text[line.start : line.end]
    ]
    # A text that begins in the middle: `3 Results` counts when `3.1` follows.
    parts = {int(m[1]) for line in lines if (m := _LEAD.match(text, line.start, line.end)) is not None}
    run: list[tuple[int, int]] = []
    for index, number in numbered:
        # Two in neighbouring lines are rows or items.
        if run and number == run[-1][1] + 1 and index > run[-1][0] + 1:
            run.append((index, number))
        elif (number <= 1 or number in parts) and len(run) < 2:
            run = [(index, number)]
    return frozenset(i for i, _ in run) if len(run) >= 2 else frozenset()


def mark_of(title: str) -> str:
    """The kind of mark a title carries: that of its number, "named" for the usual parts of a paper, else "plain"."""
    number = marks.numbering(title)
    if number is not None:
        return number[0]
    if marks.bare_number(title) is not None:
        return "digit"
    return "named" if marks.is_section_name(title) else "plain"


def rank_titles(titles: Sequence[tuple[str, str]]) -> list[int]:
    """The levels, from 1, of the titles of a table of contents, given as `(mark, title)` in their order."""
    found = [Found(0, 0, "heading", None, None, mark, first_number(title)) for mark, title in titles]
    order = _order(found)
    top = next(iter(order), "")
    return [order.index(top if f.mark == "named" else f.mark) + 1 for f in found]


def give_levels(found: Sequence[Found], text: str) -> None:
    """Levels by numbering, below the headings whose level is known: each kind of mark that occurs there is one deeper.

    Headings without a number stand above a numbering that starts anew under them, else below it.
    """
    headings = [f for f in found if f.kind == "heading"]
    start = 0
    while start < len(headings):
        stop = start + 1
        while stop < len(headings) and headings[stop].level is None:
            stop += 1
        known = headings[start].level
        own = headings[start if known is None else start + 1 : stop]
        _name_labels(own, text)
        order = _order(own)
        top = next((m for m in order if m != "title"), "plain")
        for f in own:
            f.mark = top if f.mark == "named" else f.mark
            f.level = min(_DEEPEST, (known or 0) + 1 + order.index(f.mark))
        start = stop


def _order(headings: Sequence[Found]) -> list[str]:
    """The marks that occur, from the highest rank to the lowest."""
    present = {f.mark for f in headings} - {"named"}
    if present <= {"title"} and any(f.mark == "named" for f in headings):
        present.add("plain")
    ranks = [m for m in _ranks(headings) if m in present]
    if "plain" not in present:
        return _with_labels(ranks, present)
    numbered = [m for m in ranks if any(f.mark == m and f.number for f in headings)]
    at = len(ranks)
    for mark in numbered:
        if _restarts(headings, mark, ranks[: ranks.index(mark)]):
            at = ranks.index(mark)
            break
    return _with_labels([*ranks[:at], "plain", *ranks[at:]], present)


def _with_labels(order: list[str], present: set[str]) -> list[str]:
    if "label" not in present:
        return order
    at = order.index("plain") + 1 if "plain" in order else len(order)
    return [*order[:at], "label", *order[at:]]


def _ranks(headings: Sequence[Found]) -> list[str]:
    """All marks in their rank here: digits stand below decimals where they number parts of them, as in 1.1 → 1、."""
    order = list(RANKS)
    digit = 0
    inside = outside = 0
    for f in headings:
        if f.mark == "digit":
            digit = f.number
        elif f.mark == "decimal2" and digit:
            outside += digit == f.number
            inside += digit != f.number
    first = next((f.mark for f in headings if f.mark in {"digit", "decimal2"}), "")
    if inside > outside or (first == "decimal2" and not outside):
        order.remove("digit")
        order.append("digit")
    return [*order, "digit_bracket"]


def _restarts(headings: Sequence[Found], mark: str, above: Sequence[str]) -> bool:
    """Whether the numbers of `mark` mostly begin again after headings without a number, and not because of those `above`."""
    again = on = 0
    plain = False
    for f in headings:
        if f.mark == "plain":
            plain = True
        elif f.mark == mark:
            if plain:
                again += f.number <= 1
                on += f.number > 1
            plain = False
        elif f.mark in above:
            plain = False
    return again > on


def _name_labels(headings: Sequence[Found], text: str) -> None:
    """Unnumbered headings whose label comes again under another one (`Market: …`) lie one level below those that do not."""
    plain = [f for f in headings if f.mark == "plain"]
    labels = [m[1] if (m := _LABEL.match(text, f.start, f.end)) else "" for f in plain]
    counts = Counter(label for label in labels if label)
    repeated = [label != "" and counts[label] > 1 for label in labels]
    # Between two of the same label there must be one that parts them, and the first must lie under such a one.
    if not any(repeated) or repeated[0] or repeated.count(False) < 2:
        return
    for label in {label for label, r in zip(labels, repeated, strict=True) if r}:
        places = [i for i, own in enumerate(labels) if own == label]
        if not all(any(not repeated[k] for k in range(a, b)) for a, b in pairwise(places)):
            return
    for f, again in zip(plain, repeated, strict=True):
        if again:
            f.mark = "label"
