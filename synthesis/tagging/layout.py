"""How a reading text is laid out for the eye: blocks as leaves, each holding exactly one run of its characters.

The browser finds offsets again from `start` of each leaf and `gap`, the characters between a leaf and the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

# Characters of a line at the full measure: how many lines a block will take, before the browser has measured it.
_LINE = 40
_TALLEST = 16
# Running heads, site notices: grey in the reader, outside suggestions and drafts.
FURNITURE = "boilerplate"
_LONG_RUN = 4
_RULE_ROW = re.compile(r"[\s|:\-]+")


@dataclass(frozen=True, slots=True)
class Leaf:
    """Characters `[start, end)` of the text, shown as they are; `gap` are those between the leaf before and this one."""

    start: int
    end: int
    text: str
    gap: str = "\n"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a table that stand on one page; `opens_page` when they are the first thing on it."""

    rows: tuple[tuple[Leaf, ...], ...]
    page: int | None = None
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class LaidBlock:
    """A block as the page shows it: `tag` h2 … h4, p or table; a table has rows of leaves, all others one leaf."""

    tag: str
    kind: str
    level: int
    leaf: Leaf
    rows: tuple[tuple[Leaf, ...], ...] = ()
    page: int | None = None
    #: The rows of a table on the pages after its first.
    rest: tuple[Rows, ...] = ()
    #: At the first block of a run of page furniture: how many follow, itself included.
    fold: int = 0
    #: A long run of page furniture is folded until somebody asks for it.
    folded: bool = False
    #: The first block of its page.
    opens_page: bool = False

    @property
    def lines(self) -> int:
        """Roughly how many lines it will take, 1 to 16."""
        return min(_TALLEST, 1 + (self.leaf.end - self.leaf.start - 1) // _LINE)


def lay_out(shown: str, blocks: Iterable[dict[str, Any]]) -> list[LaidBlock]:
    """All of `shown` (the text in one of its scripts) in blocks. Characters outside every block become paragraphs."""
    laid: list[LaidBlock] = []
    at = 0
    for start, end, kind, level, page in _covering(shown, blocks):
        leaf = Leaf(start, end, shown[start:end], shown[at:start])
        rows = tuple(_rows(shown, leaf)) if kind == "table" else ()
        if rows:
            if laid and laid[-1].rows and leaf.gap == "\n":
                laid[-1] = replace(laid[-1], rest=(*laid[-1].rest, Rows(rows, page)))
            else:
                laid.append(LaidBlock("table", kind, 0, leaf, rows, page))
            at = max(leaf.end for leaf in rows[-1] if leaf.text)
        else:
            depth = min(4, max(2, (level or 1) + 1))
            laid.append(LaidBlock(f"h{depth}" if kind == "heading" else "p", kind, depth - 1, leaf, page=page))
            at = end
    return _paged(_folded(laid))


def _paged(laid: list[LaidBlock]) -> list[LaidBlock]:
    """The first block of each page says so, for sources that have pages."""
    seen: set[int] = set()
    out: list[LaidBlock] = []

    def opens(page: int | None) -> bool:
        new = page is not None and page not in seen
        if page is not None:
            seen.add(page)
        return new

    for block in laid:
        opened = opens(block.page)
        rest = tuple(replace(part, opens_page=opens(part.page)) for part in block.rest)
        out.append(replace(block, opens_page=opened, rest=rest))
    return out


def _folded(laid: list[LaidBlock]) -> list[LaidBlock]:
    """Runs of page furniture with their length at their first block, the long ones folded."""
    out: list[LaidBlock] = []
    for furniture, run in groupby(laid, key=lambda block: block.kind == FURNITURE):
        blocks = list(run)
        if furniture:
            folded = sum(block.lines for block in blocks) > _LONG_RUN
            blocks = [replace(block, folded=folded, fold=0 if n else len(blocks)) for n, block in enumerate(blocks)]
        out += blocks
    return out


def outline(laid: Iterable[LaidBlock]) -> list[LaidBlock]:
    """The headings."""
    return [block for block in laid if block.kind == "heading"]


def _covering(shown: str, blocks: Iterable[dict[str, Any]]) -> Iterator[tuple[int, int, str, int | None, int | None]]:
    at = 0
    for block in blocks:
        start, end = max(at, block["start"]), min(len(shown), block["end"])
        yield from _stray(shown, at, start)
        if shown[start:end].strip():
            yield start, end, block["kind"], block.get("level"), block.get("page")
        at = max(at, end)
    yield from _stray(shown, at, len(shown))


def _stray(shown: str, start: int, end: int) -> Iterator[tuple[int, int, str, None, None]]:
    piece = shown[start:end]
    if piece.strip():
        first = start + len(piece) - len(piece.lstrip())
        yield first, first + len(piece.strip()), "paragraph", None, None


def _rows(shown: str, block: Leaf) -> Iterator[tuple[Leaf, ...]]:
    """The rows of a table whose cells are parted by tabs or by bars; rows of rules (`|---|`) are passed over.

    An empty cell keeps its place: a leaf without characters, which the browser's count passes over.
    """
    at, start = block.start - len(block.gap), block.start
    for line in block.text.split("\n"):
        cells: list[Leaf] = []
        for first, body in _cells(line):
            begin = start + first
            cells.append(Leaf(begin, begin + len(body), body, shown[at:begin] if body else ""))
            at = begin + len(body) if body else at
        if any(cell.text for cell in cells):
            yield tuple(cells)
        start += len(line) + 1


def _cells(line: str) -> Iterator[tuple[int, str]]:
    if _RULE_ROW.fullmatch(line):
        return
    mark = "\t" if "\t" in line else "|"
    inner = line.strip() if mark == "|" else line
    at = line.index(inner)
    parts = inner.split(mark)
    for i, part in enumerate(parts):
        outside = mark == "|" and i in {0, len(parts) - 1} and not part.strip()
        if not outside:
            yield at + len(part) - len(part.lstrip(" ")), part.strip(" ")
        at += len(part) + 1
