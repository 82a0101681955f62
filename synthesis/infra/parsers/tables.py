"""Rows of cells as blocks: a table for each region between blank rows, with the line above it as its caption."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from synthesis.engine.text.extraction import ExtractedBlock

#: What one file may bring: more is no text that people read, and browsers cannot show it.
MAX_ROWS = 20_000
MAX_CELLS = 400_000
MAX_CHARACTERS = 2_000_000


@dataclass(slots=True)
class Bounds:
    """How much of the tables of one file has been taken; `left_out` counts the rows beyond."""

    rows: int = 0
    cells: int = 0
    characters: int = 0
    left_out: int = 0

    def full(self) -> bool:
        """Whether nothing more is taken; then the row is counted as left out."""
        full = self.rows >= MAX_ROWS or self.cells >= MAX_CELLS or self.characters >= MAX_CHARACTERS
        self.left_out += full
        return full

    def take(self, row: Sequence[str]) -> None:
        """Count a row that is taken."""
        self.rows += 1
        self.cells += len(row)
        self.characters += sum(map(len, row))


def table_text(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines, cells between tabs; blank rows and the blank cells that end every row are left out."""
    kept = [[" ".join(cell.split()) for cell in row] for row in rows]
    kept = [row for row in kept if any(row)]
    first = min((next(i for i, cell in enumerate(row) if cell) for row in kept), default=0)
    width = max((len(row) - next(i for i, cell in enumerate(reversed(row)) if cell) for row in kept), default=0)
    return "\n".join("\t".join([*row[first:width], *[""] * (width - max(first, len(row)))]) for row in kept)


def table_blocks(rows: Iterable[Sequence[str]], page: int | None = None) -> list[ExtractedBlock]:
    """Regions of `rows`, parted by blank rows: those of several columns are tables, the others paragraphs.

    Lines of one cell above a table are its caption or introduction, those below it its notes: both stay beside it as
    paragraphs, which the engine names.
    """
    blocks: list[ExtractedBlock] = []
    region: list[Sequence[str]] = []
    for row in rows:
        if any(cell.strip() for cell in row):
            region.append(row)
        else:
            blocks.extend(_region(region, page))
            region = []
    blocks.extend(_region(region, page))
    return blocks


def _region(rows: list[Sequence[str]], page: int | None) -> list[ExtractedBlock]:
    wide = [i for i, row in enumerate(rows) if sum(1 for cell in row if cell.strip()) > 1]
    if not wide:
        return [_line(row, page) for row in rows]
    first, last = wide[0], wide[-1]
    # A first column alone may be a row whose other cells are empty; a note is longer than such a row's name.
    while last + 1 < len(rows) and rows[last + 1][0].strip() and len(_only(rows[last + 1])) < _LEAST_NOTE:
        last += 1
    above, below = rows[:first], rows[last + 1 :]
    table = ExtractedBlock(table_text(rows[first : last + 1]), "table", page=page)
    return [*(_line(row, page) for row in above), table, *(_line(row, page) for row in below)]


_LEAST_NOTE = 12


def _only(row: Sequence[str]) -> str:
    return "".join(cell.strip() for cell in row)


def _line(row: Sequence[str], page: int | None) -> ExtractedBlock:
    return ExtractedBlock(" ".join(next(cell for cell in row if cell.strip()).split()), "paragraph", page=page)
