"""Rows whose pieces stand in columns of their own: tables, one line of text for each row, cells parted by tabs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.layout.pieces import Piece, Row, is_wide

#: Baselines nearer to each other than so many sizes are no two lines.
_BETWEEN = 0.95
#: A line belongs to the neighbour that is nearer by this part.
_NEARER = 0.9
_INTEGER = regex.compile(r"\d{1,4}")
_LABEL = regex.compile(r"[(（\[]?[\p{N}\p{L}]{1,4}[)）\].、．]|[•●■◆◇○▪▶►·–—*-]|[①-⑳]")
_LEADER = regex.compile(
    r"(?:[.．…·]\s?){3,}\s*(?:[-—–(（]{0,2}\s*(?P<page>\d{1,4}|[ivxlcIVXLC]{1,6})\s*[-—–)）]{0,2})?\s*$"
)
_SENTENCE = regex.compile(r"[，。；！？]|[,;]\s|\.\s")


def table_ends(rows: Sequence[Row], start: int) -> int:
    """The end (exclusive) of the table that begins at `rows[start]`, or `start` when none does.

    A table has at least two rows of aligned cells, one of them with cells clearly apart; between them lie the wrapped
    lines of single cells.
    """
    if not _is_cells(rows[start]):
        return start
    columns = _merged([(p.x0, p.x1) for p in rows[start].parts])
    end, cells, apart = start + 1, 1, len(rows[start].pieces) > 1
    # Narrow tables: as many cells in every row, none of them a sentence.
    narrow = _is_narrow(rows[start], len(rows[start].parts))
    for index in range(start + 1, len(rows)):
        row = rows[index]
        if row.y - rows[index - 1].y > 4 * row.size:
            break
        if _is_cells(row) and _fits(row, columns):
            columns = _merged([*columns, *((p.x0, p.x1) for p in row.parts)])
            cells += 1
            apart = apart or len(row.pieces) > 1 or (narrow and _is_narrow(row, len(rows[start].parts)))
            end = index + 1
        elif not ((_is_cell_rest(row, columns) or _is_tight(row, rows[index - 1])) and index - end < 4):
            break
    if cells < 2 or not apart:
        return start
    while (
        end < len(rows) and _is_cell_rest(rows[end], columns) and rows[end].y - rows[end - 1].y < 1.6 * rows[end].size
    ):
        end += 1
    return end


def whole_rows(rows: Sequence[Row]) -> list[Row]:
    """`rows` with what stands between two of them put to the upper one: a cell set in the middle of several lines.

    Lines of text are never that close to each other.
    """
    whole: list[Row] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is not None and row.y - above.y < _BETWEEN * row.size and _is_beside(row, above):
            whole[-1] = Row(tuple(sorted((*above.pieces, *row.pieces), key=lambda p: p.x0)))
        else:
            whole.append(row)
    return whole


def _is_beside(row: Row, above: Row) -> bool:
    """Whether one of the two is a line of cells, and nothing in them stands one below the other."""
    if len(row.pieces) + len(above.pieces) < 3 or not (_is_cells(row) or _is_cells(above)):
        return False
    return not any(p.x0 < q.x1 and q.x0 < p.x1 for p in row.pieces for q in above.pieces)


def table_text(rows: Sequence[Row]) -> str:
    """The rows of a table as lines, cells parted by tabs; wrapped lines are put back into their cells."""
    columns = _columns(rows)
    gaps = [b.y - a.y for a, b in pairwise(rows)]
    loose = [gap for gap, row in zip(gaps, rows[1:], strict=True) if gap >= _BETWEEN * row.size]
    close = 1.12 * min(loose) if loose and max(loose) > 1.25 * min(loose) else 0.0
    lines = [_line(row, columns) for row in rows]
    # Rows stand further apart than the lines of one cell, if only by a little.
    begun = [gap for gap, cells in zip(gaps, lines[1:], strict=True) if cells[0] and gap in loose]
    near = 0.95 * min(begun) if begun else 0.0
    grid: list[list[str]] = [lines[0]]
    # How far above the row begun last its neighbour stands, while its first cell is still to come.
    opened = 0.0
    for index, cells in enumerate(lines[1:]):
        gap = gaps[index]
        filled, first_empty = sum(map(bool, cells)), not cells[0]
        # Nearer to the line below: the first cell stands in the middle of its row.
        opens = first_empty and index + 1 < len(gaps) and gaps[index + 1] < _NEARER * gap
        if close:
            follows = gap <= close and (first_empty or filled < sum(map(bool, grid[-1])))
        else:
            follows = not opens and first_empty and (filled == 1 or gap < near)
        if follows or gap < _BETWEEN * rows[index + 1].size or gap < _NEARER * min(opened, close or opened):
            grid[-1] = [_put(a, b) for a, b in zip(grid[-1], cells, strict=True)]
            opened = 0.0 if cells[0] else opened
        else:
            grid.append(cells)
            opened = gap if opens else 0.0
    return "\n".join("\t".join(cells).rstrip("\t") for cells in grid)


def _line(row: Row, columns: Sequence[tuple[float, float]]) -> list[str]:
    """The row's text in each of the columns."""
    cells = [""] * len(columns)
    for piece in _cells(row, columns):
        at = max(range(len(columns)), key=lambda i: _overlap(piece, columns[i]))
        cells[at] = _put(cells[at], piece.text)
    return cells


def is_contents_row(row: Row) -> bool:
    """Whether the row is a line of a table of contents: a title, dots or a wide gap, and a page number."""
    last = row.pieces[-1]
    return bool(_LEADER.search(row.text)) or (
        len(row.pieces) == 2
        and _INTEGER.fullmatch(last.text.strip()) is not None
        and marks.toc_entry(row.text) is not None
    )


def contents_text(row: Row) -> str:
    """A line of a table of contents; as many dots as the page is wide say no more than a few."""
    match = _LEADER.search(row.text)
    return f"{row.text[: match.start()].rstrip()} ...... {match['page']}" if match and match["page"] else row.text


def _is_cells(row: Row) -> bool:
    pieces = row.parts
    if len(pieces) < 2 or _LEADER.search(row.text):
        return False
    # A bullet or number and its item are one line of a list.
    return not (len(pieces) == 2 and _LABEL.fullmatch(pieces[0].text.strip())) and not _is_justified(pieces)


def _is_narrow(row: Row, cells: int) -> bool:
    return cells >= 3 and len(row.parts) == cells and not _SENTENCE.search(row.text)


def _is_justified(pieces: Sequence[Piece]) -> bool:
    """Whether the row is a line of words that justified setting pulled apart: all its blanks are equally wide."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(pieces)]
    words = not any(" " in p.text or is_wide(p.text) for p in pieces)
    return len(gaps) >= 2 and words and max(gaps) - min(gaps) < 0.1 * pieces[0].size


def _fits(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether the row's cells stand in columns of their own, at least two of them in known ones."""
    taken: list[int] = []
    for part in row.parts:
        over = [i for i, (x0, x1) in enumerate(columns) if part.x0 < x1 - 0.1 and part.x1 > x0 + 0.1]
        if len(over) > 1:
            return False
        taken.extend(over)
    return len(taken) >= 2 and len(set(taken)) == len(taken)


def _is_cell_rest(row: Row, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a row of one piece is the rest of a wrapped cell: it stands in one column, which is not the first."""
    near = row.size
    if len(row.pieces) != 1 or len(columns) < 2:
        return False
    # A column may be wider than its cells so far.
    ends = [*(following[0] for following in columns[2:]), math.inf]
    return any(
        x0 - 0.1 <= row.x0 and (row.x1 <= x1 + near or (row.x0 < x0 + 0.1 and row.x1 < end))
        for (x0, x1), end in zip(columns[1:], ends, strict=True)
    )


def _is_tight(row: Row, above: Row) -> bool:
    return row.y - above.y < _BETWEEN * row.size


def _columns(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The horizontal extents of the columns: cells that overlap belong to one."""
    most = max(len(row.parts) for row in rows)
    # Cells that span several columns would glue them: rows with all their cells decide. A blank inside a cell is
    # no border, because the same column of another row covers it.
    return _merged([(p.x0, p.x1) for row in rows if len(row.parts) >= max(2, most - 1) for p in row.parts])


def _merged(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for x0, x1 in sorted(spans):
        if merged and x0 < merged[-1][1] - 0.1:
            merged[-1] = (merged[-1][0], max(x1, merged[-1][1]))
        else:
            merged.append((x0, x1))
    return merged


def _cells(row: Row, columns: Sequence[tuple[float, float]]) -> list[Piece]:
    """The row's pieces, cut at wide blanks where two columns meet."""
    found: list[Piece] = []
    for piece in row.pieces:
        gaps = tuple(
            g
            for g in piece.gaps
            if any(
                a[1] <= g[2] + 0.1 and b[0] >= g[1] - 0.1 and b[0] >= a[1] - 0.1 and g[1] - 0.1 <= a[1]
                for a, b in pairwise(columns)
            )
        )
        found.extend(replace(piece, gaps=gaps).parts())
    return found


def _overlap(piece: Piece, column: tuple[float, float]) -> float:
    inside = min(piece.x1, column[1]) - max(piece.x0, column[0])
    return inside if inside > 0 else -abs(median((piece.x0, piece.x1)) - median(column))


def _put(cell: str, text: str) -> str:
    text = " ".join(text.split())
    if not cell or not text:
        return cell or text
    return cell + ("" if ord(cell[-1]) > 0x2E7F or ord(text[0]) > 0x2E7F else " ") + text
