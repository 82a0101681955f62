"""Page furniture: running heads and page numbers of a text that has pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import regex

from synthesis.engine.text.lines import Line
from synthesis.engine.text.marks import is_page_number

_DIGITS = regex.compile(r"\d+")
#: How many lines at a page's top and bottom can be furniture.
_EDGE = 2
_LONGEST = 70


def mark_furniture(text: str, lines: Sequence[Line]) -> list[Line]:
    """`lines` with `furniture` set on page numbers and on heads and feet that recur on at least three pages, and a third.

    Digits are ignored when two heads are compared. A text without pages keeps only lines such as `- 12 -`.
    """
    pages = [list(group) for _, group in groupby(lines, key=lambda line: line.page)]
    paged = len(pages) > 1
    recurring = _recurring(text, pages)
    marked: list[Line] = []
    for page in pages:
        for index, line in enumerate(page):
            edge = index < _EDGE or index >= len(page) - _EDGE
            body = text[line.start : line.end]
            if is_page_number(body, paged and edge) or (edge and _key(body) in recurring):
                line = replace(line, furniture=True)
            marked.append(line)
    return marked


def _recurring(text: str, pages: Sequence[Sequence[Line]]) -> set[str]:
    if len(pages) < 3:
        return set()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = {*page[:_EDGE], *page[-_EDGE:]}
        seen.update({_key(text[line.start : line.end]) for line in edges if line.end - line.start <= _LONGEST})
    return {key for key, n in seen.items() if key and n >= 3 and n * 3 >= len(pages)}


def _key(body: str) -> str:
    return "".join(_DIGITS.sub("#", body).split())
