"""Running heads, feet and page numbers: what recurs at the same height of the pages, or is nothing but a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.layout.pieces import Page, Row, body_size, rows_of

_DIGITS = regex.compile(r"\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])", regex.IGNORECASE)
_NUMBER = regex.compile(r"\d{1,4}(?=\s|$)")
_NUMBER_LAST = regex.compile(r"(?<=\s)\d{1,4}$")
#: The parts of a page's height in which heads and feet stand.
_HEAD, _FOOT = 0.12, 0.88
_EDGE_ROWS = 3
#: Compared with the body: what may be a heading, and what may be a head by its place alone; how far apart it stands.
_LARGE, _SMALL, _ALONE = 1.12, 0.93, 2.0
_LONGEST_HEAD = 60


def furniture_rows(pages: Sequence[Page]) -> list[set[tuple[float, float]]]:
    """For each page the places `(x0, y)` of the pieces that are running heads, feet or page numbers."""
    edges = [_edge_rows(page) for page in pages]
    size = body_size(pages)
    seen: Counter[tuple[str, int, int]] = Counter()
    for page, rows in zip(pages, edges, strict=True):
        seen.update({(*_key(row, size), _height(row, page)) for row in rows})
    shift = _shift(pages, edges)
    slots = _slots(pages, edges, size)
    found: list[set[tuple[float, float]]] = []
    for page, rows in zip(pages, edges, strict=True):
        places: set[tuple[float, float]] = set()
        for row in rows:
            key, height = _key(row, size), _height(row, page)
            times = sum(seen[*key, height + d] for d in (-1, 0, 1))
            numbered = row.size < _LARGE * size and _is_numbered(row, page, rows, shift)
            if numbered or _is_running(row, times, len(pages)) or (row is rows[0] and _slot(row) in slots):
                places.update((p.x0, p.y) for p in row.pieces)
        found.append(places)
    return found


def _slots(pages: Sequence[Page], edges: Sequence[Sequence[Row]], size: float) -> set[tuple[int, int]]:
    """Where small type stands alone at the top of several pages: heads of chapters and sections say other words each time.

    Feet have no such place: notes end at the same height on every page.
    """
    seen: Counter[tuple[int, int]] = Counter()
    for page, rows in zip(pages, edges, strict=True):
        if rows and _is_alone(rows[0], page, size):
            seen[_slot(rows[0])] += 1
    return {slot for slot, times in seen.items() if times >= min(2, len(pages))}


def _slot(row: Row) -> tuple[int, int]:
    return round(row.y), round(row.size * 2)


def _is_alone(row: Row, page: Page, size: float) -> bool:
    """Whether a short line in small type stands at the page's top, clearly apart from what follows."""
    if row.size > _SMALL * size or row.y > _HEAD * page.height or len(row.text) > _LONGEST_HEAD or len(row.pieces) > 3:
        return False
    if marks.is_caption(row.text) or row.text[-1] in "。；;":
        return False
    return not any(row.y < p.y - 0.4 * p.size and p.y - row.y < _ALONE * row.size for p in page.pieces)


def _edge_rows(page: Page) -> list[Row]:
    rows = rows_of(page.pieces)
    head = [r for r in rows[:_EDGE_ROWS] if r.y < _HEAD * page.height]
    foot = [r for r in rows[-_EDGE_ROWS:] if r.y > _FOOT * page.height and r not in head]
    return head + foot


def _is_running(row: Row, times: int, pages: int) -> bool:
    body = row.text.strip()
    if marks.is_page_number(body, paged=True):
        return True
    if len(body) > 90:
        return False
    # Left and right pages have heads of their own, and chapters have theirs.
    return times >= 2 and (times >= 3 or pages <= 4)


def _number(row: Row) -> int | None:
    """The page number a head or foot begins or ends with."""
    match = _NUMBER.match(row.text) or _NUMBER_LAST.search(row.text)
    return int(match.group()) if match else None


def _shift(pages: Sequence[Page], edges: Sequence[Sequence[Row]]) -> int | None:
    """By how much the printed page numbers run ahead of the pages, when most pages agree on it."""
    shifts: Counter[int] = Counter()
    for page, rows in zip(pages, edges, strict=True):
        shifts.update({n - page.number for row in rows if (n := _number(row)) is not None})
    if not shifts:
        return None
    shift, times = shifts.most_common(1)[0]
    return shift if times >= 3 and times * 2 > len(pages) else None


def _is_numbered(row: Row, page: Page, rows: Sequence[Row], shift: int | None) -> bool:
    """Whether an outermost row carries the page's number: the heads of chapters do not recur otherwise."""
    outermost = row is rows[0] or row is rows[-1]
    return shift is not None and outermost and len(row.text) <= 90 and _number(row) == page.number + shift


def _height(row: Row, page: Page) -> int:
    return round(row.y / page.height * 100)


def _key(row: Row, size: float) -> tuple[str, int]:
    """What recurs: the words, without their numbers unless they are large, and the size: a head repeats a heading smaller."""
    large = row.size >= _LARGE * size
    return "".join((row.text if large else _DIGITS.sub("#", row.text)).split()).casefold(), round(row.size)
