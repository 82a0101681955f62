"""Tables of a plain text whose cells are set apart by blanks: the blanks become one tab, so that cells can be quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.pipeline import Mend

_WIDE_GAP = r"(?:[ \u00a0]{2,}|\u3000{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)"
_NARROW_GAP = r"[ \u00a0\u3000]+(?=\S)"
_WIDE = regex.compile(rf"(?<=\S){_WIDE_GAP}")
_NARROW = regex.compile(rf"(?<=\S){_NARROW_GAP}")
_FIGURE = regex.compile(r"[-+−<>≤≥~≈]?[$¥€£]?\d[\d.,，]*(?:[%％‰]|[万亿])?|[-–—/]|N/?A", regex.IGNORECASE)
#: Typists put two blanks after a full stop: that is no gap between cells. Tells prose before its gaps are looked at.
_SENTENCE_END = "[.!?。！？；;，,]"
_PROSE_WIDE = regex.compile(_SENTENCE_END + _WIDE_GAP)
_PROSE_NARROW = regex.compile(_SENTENCE_END + _NARROW_GAP)
#: What a wide gap or a narrow one has, told quickly: most lines have neither.
_BLANKS = {True: lazy_pattern("[ \u00a0]{2}|\u3000{2}|\t"), False: lazy_pattern("[ \u00a0\u3000]")}
_WORD = regex.compile(r"[\p{L}\p{N}]")
_LONGEST_CELL = 80
_LINE = regex.compile(r"[^\n]+")
_APART = frozenset(("\n\n", "\n", ""))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line with its gaps, both as spans of the text, and its cells."""

    gaps: tuple[tuple[int, int], ...]
    cells: tuple[str, ...]
    start: int
    end: int


def column_mends(text: str) -> list[Mend]:
    """Repairs of kind "table", ascending: the blanks between two cells of neighbouring rows become a tab.

    Rows are neighbouring lines with equally many cells: three cells or more set apart by wide gaps in two rows, two in
    three rows with a column of figures; with single blanks, three cells in three rows, half of the columns figures.
    """
    mends: list[Mend] = []
    taken: set[int] = set()
    for wide in (True, False):
        for table in _tables(text, wide):
            if taken.isdisjoint(row.start for row in table):
                taken.update(row.start for row in table)
                mends.extend(
                    Mend(start, end, "\t", "table", 0.9)
                    for row in table
                    for start, end in row.gaps
                    if text[start:end] != "\t"
                )
    return sorted(mends, key=lambda m: m.start)


def _tables(text: str, wide: bool) -> Iterator[list[_Row]]:
    rows: list[_Row] = []
    for line in _LINE.finditer(text):
        # A row has another above or below it.
        if text[max(0, line.start() - 2) : line.start()] in _APART and text[line.end() : line.end() + 2] in _APART:
            continue
        row = _row(text, line.start(), line.end(), wide)
        joined = rows and row and len(row.cells) == len(rows[-1].cells) and row.start == rows[-1].end + 1
        if joined and row:
            rows.append(row)
            continue
        if _is_table(rows, wide):
            yield rows
        rows = [row] if row else []
    if _is_table(rows, wide):
        yield rows


def _row(text: str, start: int, end: int, wide: bool) -> _Row | None:
    if _BLANKS[wide].search(text, start, end) is None:
        return None
    pattern, prose = (_WIDE, _PROSE_WIDE) if wide else (_NARROW, _PROSE_NARROW)
    first = start
    while first < end and text[first].isspace():
        first += 1
    if prose.search(text, first, end) is not None:
        return None
    gaps = tuple(m.span() for m in pattern.finditer(text, first, end))
    if not gaps:
        return None
    starts = [first, *(b for _, b in gaps)]
    ends = [*(a for a, _ in gaps), end]
    cells = tuple(text[a:b].strip() for a, b in zip(starts, ends, strict=True))
    return _Row(gaps, cells, start, end) if max(map(len, cells)) <= _LONGEST_CELL else None


def _is_table(rows: Sequence[_Row], wide: bool) -> bool:
    if len(rows) < 2:
        return False
    count = len(rows[0].cells)
    columns = list(zip(*(row.cells for row in rows[1:]), strict=True))
    if sum(any(_WORD.search(cell) for cell in column) for column in columns) < 2:
        # A box of stars around a text has one column of words.
        return False
    figures = [column for column in columns if all(map(_FIGURE.fullmatch, column))]
    if not wide:
        return len(rows) >= 3 and count >= 3 and len(figures) * 2 >= count
    if count >= 3:
        return True
    # Titles and page numbers that count up are a table of contents.
    return len(rows) >= 3 and bool(figures) and not _counts_up(figures[-1])


def _counts_up(column: Sequence[str]) -> bool:
    pages = [int(cell) for cell in column if cell.isdigit() and len(cell) < 5]
    return len(pages) == len(column) and pages == sorted(pages)
