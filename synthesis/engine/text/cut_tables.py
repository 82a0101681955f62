"""Tables that the end of a page cut: which rows below go on with the rows above."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from synthesis.engine.text.marks import is_caption

_FIGURE = regex.compile(
    r"[-+−<>≤≥~≈*(（]?[$¥€£]?\d[\d.,，\s]*(?:[%％‰*)）]|[万亿千百]?[\p{Han}\p{Latin}]{0,2})?|[-–—―/…]+|N/?A", regex.I
)
#: What a table's number is followed by, or its title led by, where it goes on.
_CONTINUED = regex.compile(
    r"续\s*表|(?:附?表)\s*[\d一二三四五六七八九十.．-]+.{0,60}[（(]\s*续|(?i:table\s+[\dA-Z.-]+.{0,80}\bcont(?:inued|inuation|['’]?d)?\b)"
)
_LONGEST_HEAD = 3
#: So many rows tell which columns hold figures.
_ROWS_TOLD = 2


def is_continued_caption(line: str) -> bool:
    """Whether the line says that the table below is the rest of the one above: 续表1, 表2（续）, Table 3 (continued)."""
    return len(line) <= 90 and _CONTINUED.match(line) is not None


def goes_on(above: Sequence[str], below: Sequence[str], *, announced: bool = False) -> int | None:
    """How many rows of `below` repeat the head of `above` (0: none, its columns agree); None where it is another table.

    Rows are lines with tabs between their cells; `above` is what stands of the table on the page before. `announced`:
    a caption says that the table goes on.
    """
    upper, lower = [_cells(row) for row in above], [_cells(row) for row in below]
    if not upper or not lower or is_caption(below[0]):
        return None
    repeated = 0
    while repeated < min(_LONGEST_HEAD, len(upper), len(lower)) and upper[repeated] == lower[repeated]:
        repeated += 1
    if repeated:
        return repeated if repeated < len(lower) else None
    width = max(map(len, upper))
    if width != max(map(len, lower)) or width < 2:
        return None
    if announced:
        return 0
    return 0 if _agree(upper, lower, width) else None


def _cells(row: str) -> list[str]:
    return ["".join(cell.split()) for cell in row.split("\t")]


def _agree(upper: Sequence[list[str]], lower: Sequence[list[str]], width: int) -> bool:
    """Whether the columns of figures above hold figures below from the first row on: a head of its own has words there."""
    told = False
    for column in range(width):
        # The first row above may be the head.
        figures = [_is_figure(row[column]) for row in upper[1:] if column < len(row) and row[column]]
        if len(figures) < _ROWS_TOLD or not all(figures):
            continue
        told = True
        if not all(_is_figure(row[column]) for row in lower if column < len(row) and row[column]):
            return False
    # Words only: a table of three columns or more that begins a page without a caption is the rest of one.
    return told or width > 2


def _is_figure(cell: str) -> bool:
    return _FIGURE.fullmatch(cell) is not None
