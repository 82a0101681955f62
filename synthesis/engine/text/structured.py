"""Blocks of a file whose format says what is a heading or a paragraph, with what the format left unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from synthesis.engine.text import marks
from synthesis.engine.text.extraction import ExtractedBlock
from synthesis.engine.text.lines import Line, split_lines
from synthesis.engine.text.model import Block
from synthesis.engine.text.structure import find_blocks

_KEEP_LINES = frozenset({"table", "footnote"})
#: What chrome can hide in: a list of links, a caption that is the name of a picture.
_LOOSE = frozenset({"paragraph", "list", "caption"})
_LONGEST_TITLE = 80
#: From so many blocks on, a text with one heading is read as one without.
_UNSTYLED = 8
#: Before the first heading, at most so many short lines (title, authors, date) make a title page.
_TITLE_LINES = 5
_ITEMS = frozenset({"digit", "digit_bracket"})


def structured_blocks(text: str, spans: Sequence[tuple[int, int, ExtractedBlock]]) -> list[Block]:
    """One block for each line of the given ones (`(start, end, block)`, ascending); tables and notes keep theirs.

    Where no heading, or only a title, is marked, the lines are read as a plain text's are.
    """
    blocks: list[Block] = []
    headings = sum(block.kind == "heading" for _, _, block in spans)
    for start, end, block in spans:
        whole = block.kind in _KEEP_LINES
        for line in [_trimmed(text, start, end)] if whole else split_lines(text[start:end], []):
            a, b = (line.start, line.end) if whole else (line.start + start, line.end + start)
            if a < b:
                blocks.append(Block(a, b, block.kind, block.level, block.page))
    # A title alone is no structure: only its style was set.
    if not headings or (headings == 1 and len(blocks) >= _UNSTYLED):
        stated = {b.start: b.level for b in blocks if b.kind == "heading"}
        lines = [Line(b.start, b.end, b.page) for b in blocks if b.kind != "boilerplate"]
        plain = {(b.start, b.end): b for b in find_blocks(text, lines, stated or None)}
        blocks = [plain.get((b.start, b.end), b) if b.kind == "paragraph" else b for b in blocks]
    else:
        blocks = _with_contents(text, blocks)
        _name_title(text, blocks)
        _name_notes(text, blocks)
    return [_named(text, blocks, i) if b.kind in _LOOSE else b for i, b in enumerate(blocks)]


def _trimmed(text: str, start: int, end: int) -> Line:
    # Not tabs: a table whose first cell is empty begins with one.
    body = text[start:end]
    return Line(start + len(body) - len(body.lstrip(" \n")), max(start, start + len(body.rstrip(" \n"))))


def _named(text: str, blocks: Sequence[Block], index: int) -> Block:
    """A paragraph under its real name: chrome, caption, or an item of a list typed by hand."""
    block = blocks[index]
    body = text[block.start : block.end]
    kind, level = block.kind, block.level
    if marks.is_chrome(body):
        kind, level = "boilerplate", None
    elif block.kind != "paragraph":
        return block
    elif marks.is_caption(body):
        kind = "caption"
    elif marks.is_bullet(body) or _is_item(text, blocks, index):
        kind, level = "list", 1
    return Block(block.start, block.end, kind, level, block.page)


def _is_item(text: str, blocks: Sequence[Block], index: int) -> bool:
    """Whether the paragraph and a neighbour begin with numbers of one kind."""

    def mark(i: int) -> str | None:
        if not 0 <= i < len(blocks) or blocks[i].kind != "paragraph" or blocks[i].end - blocks[i].start > 400:
            return None
        number = marks.numbering(text[blocks[i].start : blocks[i].end])
        return number[0] if number else None

    own = mark(index)
    return own in _ITEMS and own in {mark(index - 1), mark(index + 1)}


def _name_title(text: str, blocks: list[Block]) -> None:
    """The first line becomes a heading when only short open lines stand between it and the first heading."""
    first = next((i for i, b in enumerate(blocks) if b.kind == "heading"), 0)
    opening = blocks[:first]
    if not 0 < first <= _TITLE_LINES or any(b.kind != "paragraph" for b in opening):
        return
    bodies = [text[b.start : b.end] for b in opening]
    if not marks.is_credit(bodies[0]) and all(
        len(body) <= _LONGEST_TITLE and body[-1] not in "。！？；.;:：,，" for body in bodies
    ):
        b = blocks[0]
        blocks[0] = Block(b.start, b.end, "heading", 1, b.page)


def _name_notes(text: str, blocks: list[Block]) -> None:
    """The line that opens the references is a heading like those of the parts; the marked lines below it are notes."""
    levels = [b.level or 1 for b in blocks if b.kind == "heading"]
    part = min(levels[1:] or levels)
    below = False
    for i, b in enumerate(blocks):
        body = text[b.start : b.end]
        if b.kind in {"paragraph", "heading"} and marks.opens_notes(body):
            below = True
            level = b.level if b.kind == "heading" else part
            blocks[i] = Block(b.start, b.end, "heading", level, b.page)
        elif b.kind == "heading":
            below = False
        elif below and b.kind in {"paragraph", "list"} and marks.note_mark(body):
            blocks[i] = Block(b.start, b.end, "footnote", None, b.page)


def _squeezed(text: str, block: Block) -> str:
    return "".join(text[block.start : block.end].split())


def _with_contents(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Tables of contents are set apart: entries with pages, as word processors write them, or named like headings below."""
    lines = [b for b in blocks if b.kind in {"paragraph", "heading", "list"}]
    titles = [i for i, b in enumerate(lines) if marks.is_toc_title(text[b.start : b.end])]
    contents: set[int] = set()
    for title in titles[:2]:
        entries = title + 1
        named = {_squeezed(text, b) for b in lines[entries:] if b.kind == "heading"}
        while entries < len(lines) and lines[entries].kind != "heading":
            entry = lines[entries]
            if not marks.toc_entry(text[entry.start : entry.end]) and _squeezed(text, entry) not in named:
                break
            entries += 1
        if entries - title > 2:
            contents.update(b.start for b in lines[title:entries])
    return [Block(b.start, b.end, "boilerplate", None, b.page) if b.start in contents else b for b in blocks]
