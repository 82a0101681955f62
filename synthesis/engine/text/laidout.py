"""Pages whose blocks a parser laid out by their geometry: line ends inside a block and cuts between blocks are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from synthesis.engine.text.cut_tables import goes_on, is_continued_caption
from synthesis.engine.text.extraction import ExtractedBlock
from synthesis.engine.text.lines import Join, Line, join_at
from synthesis.engine.text.marks import is_chrome
from synthesis.engine.text.model import Block
from synthesis.engine.text.structure import find_blocks

#: A block with its place in the text.
Placed = tuple[int, int, ExtractedBlock]
_BREAK = regex.compile(r"[ \t]*\n\s*")
#: These keep their lines: rows of a table, a running head of two lines.
_KEEP_LINES = frozenset({"table", "boilerplate"})


def plan_layout_joins(text: str, blocks: Sequence[Placed]) -> list[Join]:
    """The line ends and page ends of `text` to be joined, ascending; `blocks` ascend and lie apart."""
    joins: list[Join] = []
    last_end = -1
    page: int | None = None
    tables = _table_joins(text, blocks)
    for start, end, block in blocks:
        start, end = _trimmed(text, start, end)
        if start == end:
            continue
        if start in tables:
            joins.append(tables[start])
        elif block.continued and last_end >= 0:
            kind = "page_join" if block.page != page else "line_join"
            joins.append(join_at(text, last_end, start, kind, 0.9))
        if block.kind not in _KEEP_LINES:
            breaks = _BREAK.finditer(text, start, end)
            joins.extend(join_at(text, m.start(), m.end(), "line_join", 0.95) for m in breaks)
        last_end, page = end, block.page
    return joins


def _table_joins(text: str, blocks: Sequence[Placed]) -> dict[int, Join]:
    """The joins of tables that a page cut, by where the lower part begins; a head that it repeats goes with the cut."""
    found: dict[int, Join] = {}
    above: tuple[int, int, int | None] | None = None
    announced = False
    for start, end, block in blocks:
        start, end = _trimmed(text, start, end)
        if start == end or block.kind == "boilerplate":
            continue
        body = text[start:end]
        if block.kind == "table":
            repeated = None
            if above is not None and block.page != above[2]:
                rows = body.split("\n")
                repeated = goes_on(text[above[0] : above[1]].split("\n"), rows, announced=announced)
                if repeated is not None:
                    rest = start + sum(len(row) + 1 for row in rows[:repeated])
                    found[start] = Join(above[1], rest, "\n", "page_join", 0.9)
            above, announced = (start, end, block.page), False
        elif above is not None and "\n" not in body and is_continued_caption(body):
            announced = True
        else:
            above, announced = None, False
    return found


def layout_blocks(text: str, blocks: Sequence[Placed]) -> list[Block]:
    """The blocks after the joins: kinds that the parser saw stand, its running text is looked at line by line."""
    lines: list[Line] = []
    known: dict[int, Block] = {}
    for start, end, block in _whole(text, blocks):
        if block.kind == "table":
            known[start] = Block(start, end, "table", None, block.page)
        elif block.kind == "boilerplate" or is_chrome(text[start:end]):
            known[start] = Block(start, end, "boilerplate", None, block.page)
        elif block.kind != "paragraph":
            known[start] = Block(start, end, block.kind, block.level, block.page)
        lines.append(Line(start, end, block.page, furniture=block.kind == "boilerplate"))
    levelled = {start: b.level for start, b in known.items() if b.kind == "heading"}
    found = find_blocks(text, [line for line in lines if line.start not in known or line.start in levelled], levelled)
    # A line of a table of contents may be set large; the contents are no headings.
    stated = [b for start, b in known.items() if start not in levelled]
    return sorted([*found, *stated], key=lambda b: b.start)


def _whole(text: str, blocks: Sequence[Placed]) -> Iterator[Placed]:
    """Blocks with what carries them on, trimmed, blank ones left out."""
    held: Placed | None = None
    for start, end, block in blocks:
        start, end = _trimmed(text, start, end)
        if start == end:
            continue
        if held is not None and (block.continued):
            held = (held[0], end, held[2])
            continue
        if held is not None:
            yield held
        held = (start, end, block)
    if held is not None:
        yield held


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
