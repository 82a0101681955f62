"""Reading order of a page: columns of running text are read one after the other, rows of tables stay together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from statistics import median

from synthesis.engine.text.layout.pieces import Piece, Row, rows_of

#: A column of running text has this many lines, is so many ems wide, and its lines fill this part of it.
_LEAST_LINES = 5
_LEAST_WIDTH = 9.0
_FULL = 0.6
#: The part of a page's pieces that may cross a gutter (titles, figures set across).
_MOST_CROSSING = 0.25
_DEEPEST = 3
#: The next line stands at most so many sizes below.
_LINE = 2.0
_STOPS = frozenset("。！？.!?:：")


def regions(pieces: Sequence[Piece], depth: int = 0) -> list[list[Row]]:
    """The rows of a page in reading order, one list for each column or stretch of full width."""
    rows = rows_of(pieces)
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        return [rows] if rows else []
    size = median(p.size for p in pieces)
    edge = max(p.x1 for p in pieces)
    found: list[list[Row]] = []
    left: list[Piece] = []
    right: list[Piece] = []
    across: list[Piece] = []

    def flush() -> None:
        for column in (left, right):
            if column:
                found.extend(regions(column, depth + 1))
                column.clear()

    def flush_across() -> None:
        if across:
            found.append(rows_of(across))
            across.clear()

    for row in rows:
        # The last line of a title set across may be short enough to lie in one column.
        title = bool(across) and row.size > 1.08 * size and abs(row.size - across[-1].size) < 0.05 * row.size
        if title or _ends_across(row, across, gutter, edge) or any(p.x0 < gutter < p.x1 for p in row.pieces):
            flush()
            across.extend(row.pieces)
            continue
        flush_across()
        left.extend(p for p in row.pieces if p.x1 <= gutter)
        right.extend(p for p in row.pieces if p.x0 >= gutter)
    flush()
    flush_across()
    return found


def _ends_across(row: Row, across: Sequence[Piece], gutter: float, edge: float) -> bool:
    """Whether `row` is the short last line of running text set `across`: the line above is full and not finished."""
    if not across or any(p.x1 > gutter for p in row.pieces):
        return False
    above, size = across[-1], row.size
    near = abs(above.size - size) < 0.05 * size and row.pieces[0].y - above.y < _LINE * size
    return near and above.x1 > edge - size and above.text[-1] not in _STOPS


def _gutter(pieces: Sequence[Piece], inside: int = 0) -> float | None:
    """Where a page parts into columns, or None: few lines cross it, and those beside it are running text.

    `inside` counts the columns around it that are only guessed at.
    """
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    low, high = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    size = median(p.size for p in pieces)
    if high - low < 2 * _LEAST_WIDTH * size:
        return None
    steps = int(high - low) + 1
    changes = [0] * (steps + 2)
    for p in pieces:
        changes[int(p.x0 - low)] += 1
        changes[int(p.x1 - low) + 1] -= 1
    cover = list(accumulate(changes))
    inner = range(int(steps * 0.18), int(steps * 0.82))
    most = int(len(pieces) * _MOST_CROSSING)
    tried: set[float] = set()
    for level in range(most + 1):
        valleys = _valleys([cover[i] <= level for i in inner])
        for begin, end in sorted(valleys, key=lambda v: v[0] - v[1]):
            if end - begin >= 0.7 * size:
                place = low + inner[0] + (begin + end) / 2
                if place not in tried and _is_gutter(pieces, place, inside):
                    return place
                tried.add(place)
                break
    return None


def _valleys(flags: Sequence[bool]) -> list[tuple[int, int]]:
    found, begin = [], -1
    for i, flag in enumerate([*flags, False]):
        if flag and begin < 0:
            begin = i
        elif not flag and begin >= 0:
            found.append((begin, i))
            begin = -1
    return found


def _is_gutter(pieces: Sequence[Piece], place: float, inside: int) -> bool:
    for side in ([p for p in pieces if p.x1 <= place], [p for p in pieces if p.x0 >= place]):
        if len(side) < _LEAST_LINES:
            return False
        low, high = min(p.x0 for p in side), max(p.x1 for p in side)
        size = median(p.size for p in side)
        if high - low < _LEAST_WIDTH * size:
            return False
        # Short lines are ends of paragraphs; in a table most cells are short.
        filled = [sum(p.x1 - p.x0 for p in row.pieces) for row in rows_of(side)]
        full = sum(1 for width in filled if width >= _FULL * (high - low))
        if len(filled) < _LEAST_LINES or (full * 2 < len(filled) and not _columns_inside(side, inside + 1)):
            return False
    return True


def _columns_inside(side: Sequence[Piece], inside: int) -> bool:
    """Whether this side of a page of three or more columns parts into columns again."""
    return inside < _DEEPEST and len(side) >= 2 * _LEAST_LINES and _gutter(side, inside) is not None
