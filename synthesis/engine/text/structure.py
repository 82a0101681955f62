"""Blocks of a plain text: which lines are headings, lists, tables, captions, notes, chrome. Changes no character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.contents import Contents, find_contents
from synthesis.engine.text.lines import Line
from synthesis.engine.text.model import Block

_ATX = regex.compile(r"(#{1,6})\s+(?:\*\*|__)?(?=\S)")
_ATX_TAIL = regex.compile(r"(?:\*\*|__)?\s*#*$")
_TERMINAL = frozenset("。！？；，、：…,;:")
_LONGEST_HEADING = 60
_SHORT_HEADING = 30
_HAN = regex.compile(r"\p{Script=Han}")
_LETTER = regex.compile(r"\p{L}")
_PIPE_ROW = regex.compile(r"\|.*\|")


@dataclass(slots=True)
class _Found:
    """A block in the making; `mark` names the numbering of a heading until levels are given out."""

    start: int
    end: int
    kind: str
    level: int | None
    page: int | None
    mark: str = ""


def find_blocks(
    simplified: str, lines: Sequence[Line], headings: Mapping[int, int | None] | None = None
) -> list[Block]:
    """The blocks of a text whose `lines` (ascending, joins already made) are given, one for each line but tables.

    `simplified` is the text in Simplified characters. Every line belongs to exactly one block. Lines that start at a
    place in `headings` are headings of that level, unless they belong to a table of contents.
    """
    stated = headings or {}
    # Pages that were laid out know nothing of Markdown: there `#` is a character.
    marked_up = headings is None
    contents = find_contents(simplified, lines)
    found: list[_Found] = []
    notes = False
    chrome_list = False
    for index, line in enumerate(lines):
        body = simplified[line.start : line.end]
        block = _Found(line.start, line.end, "paragraph", None, line.page)
        in_chrome_list = chrome_list and (marks.is_bullet(body) or marks.is_enumerated(body))
        if line.furniture or index in contents.lines or in_chrome_list or marks.is_chrome(body):
            block.kind = "boilerplate"
        elif line.start in stated:
            block.kind, block.level = "heading", stated[line.start]
        elif _is_row(body):
            block.kind = "table"
        else:
            _classify(block, body, simplified, lines, index, contents, notes, marked_up)
        if block.kind == "boilerplate":
            chrome_list = chrome_list or marks.opens_chrome_list(body)
        else:
            chrome_list = False
            notes = notes or body.rstrip(":：") in {"注释", "注", "脚注", "Notes"}
        if found and _continues_table(found[-1], block, simplified):
            found[-1].end = block.end
            continue
        found.append(block)
    _give_levels(found)
    return [Block(f.start, f.end, f.kind, f.level, f.page) for f in found]


def _continues_table(above: _Found, row: _Found, text: str) -> bool:
    if above.kind != "table" or row.kind != "table" or above.page != row.page:
        return False
    return text.count("\n", above.end, row.start) == 1


def _is_row(body: str) -> bool:
    return body.count("\t") >= 1 or (_PIPE_ROW.fullmatch(body) is not None and body.count("|") >= 3)


def _classify(
    block: _Found,
    body: str,
    text: str,
    lines: Sequence[Line],
    index: int,
    contents: Contents,
    notes: bool,
    marked_up: bool,
) -> None:
    atx = _ATX.match(body) if marked_up else None
    if atx:
        tail = _ATX_TAIL.search(body)
        end = tail.start() if tail else len(body)
        block.start, block.end = block.start + atx.end(), block.start + max(end, atx.end() + 1)
        block.kind, block.level = "heading", len(atx.group(1))
        return
    if marks.is_caption(body):
        block.kind = "caption"
        return
    if marks.note_mark(body) and (notes or text.find(str(marks.note_mark(body)), 0, block.start) >= 0):
        block.kind = "footnote"
        return
    if marks.is_bullet(body):
        block.kind, block.level = "list", 1
        return
    level = contents.level(body)
    if level is not None:
        block.kind, block.level = "heading", level
        return
    number = marks.numbering(body)
    if number is not None:
        if _may_be_heading(body, _LONGEST_HEADING) and not _runs_on(text, lines, index, number[0]):
            block.kind, block.mark = "heading", number[0]
        elif number[0] in {"digit", "digit_bracket"} and len(body) <= 400:
            block.kind, block.level = "list", 1
        return
    if marks.note_mark(body):
        block.kind, block.level = "list", 1
    elif _stands_out(body, text, lines, index):
        block.kind, block.mark = "heading", "plain"


def _may_be_heading(body: str, longest: int) -> bool:
    if len(body) > longest or body[-1] in _TERMINAL or "。" in body:
        return False
    if body[-1] == "." and not body[:-1].isdigit():
        return False
    return _LETTER.search(body) is not None


def _runs_on(text: str, lines: Sequence[Line], index: int, mark: str) -> bool:
    """Whether the line is one of three or more short neighbours with the same mark: a list, not headings."""
    if mark not in {"digit", "digit_bracket"}:
        return False
    run = 1
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and run < 3:
            other = text[lines[at].start : lines[at].end]
            number = marks.numbering(other)
            if number is None or number[0] != mark:
                break
            run += 1
            at += step
    return run >= 3


def _stands_out(body: str, text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether an unnumbered line is a heading: short, open-ended, alone, followed by running text or a heading."""
    if not _may_be_heading(body, 2 * _SHORT_HEADING) or marks.is_credit(body):
        return False
    han = len(_HAN.findall(body))
    if not han:
        return _latin_heading(body, text, lines, index)
    if len(body) > _SHORT_HEADING and not _split_title(body):
        return False
    if han < 2 or index + 1 >= len(lines):
        return False
    after = text[lines[index + 1].start : lines[index + 1].end]
    before = text[lines[index - 1].start : lines[index - 1].end] if index else ""
    if before and before[-1] in "，、,（(":
        return False
    return (
        len(after) >= max(2 * _SHORT_HEADING, len(body) * 2)
        or after[-1] in "。！？：”"
        or (_may_be_heading(after, _SHORT_HEADING) and len(after) <= _SHORT_HEADING and index + 2 < len(lines))
    )


def _split_title(body: str) -> bool:
    """Whether a longish line reads as `topic: what of it`, the way reports title their sections."""
    head, mark, _ = body.replace(":", "：").partition("：")
    return bool(mark) and 2 <= len(head) <= 14


def _latin_heading(body: str, text: str, lines: Sequence[Line], index: int) -> bool:
    words = body.split()
    if not 1 <= len(words) <= 12 or not body[0].isupper() or index + 1 >= len(lines):
        return False
    after = text[lines[index + 1].start : lines[index + 1].end]
    alone = text.count("\n", lines[index].end, lines[index + 1].start) >= 2
    before = index == 0 or text.count("\n", lines[index - 1].end, lines[index].start) >= 2
    return alone and before and len(after) > len(body) and after[-1] in ".!?:"


def _give_levels(found: list[_Found]) -> None:
    """Levels by numbering: the kinds of mark that occur, from chapter down, below the headings whose level is known."""
    order = ["chapter", "section", "plain", *dict.fromkeys(name for name, _ in marks.NUMBERINGS)]
    present = [m for m in dict.fromkeys(order) if any(f.mark == m for f in found)]
    above = 0
    for f in found:
        if f.kind != "heading":
            continue
        if f.level is not None:
            above = f.level
            continue
        f.level = min(9, above + 1 + present.index(f.mark))
