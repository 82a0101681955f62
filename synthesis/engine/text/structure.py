"""Blocks of a plain text: which lines are headings, lists, tables, captions, notes, chrome. Changes no character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.contents import Contents, find_contents
from synthesis.engine.text.headings import Found, bare_headings, first_number, give_levels
from synthesis.engine.text.lines import Line
from synthesis.engine.text.model import Block

_ATX = regex.compile(r"(#{1,6})\s+(?:\*\*|__)?(?=\S)")
_ATX_TAIL = regex.compile(r"(?:\*\*|__)?\s*#*$")
_TERMINAL = frozenset("。！？；，、：…,;:")
#: Quotations, code and markup.
_NO_HEADING = frozenset(">`|<{}\\$")
_LONGEST_HEADING = 60
_SHORT_HEADING = 30
#: Authors are named within the first lines.
_BY_LINES = 8
_HAN = regex.compile(r"\p{Script=Han}")
_FORMULA = regex.compile(r"\s[=≈≠≤≥∝]\s|[∑∫∂√]")
_LETTER = regex.compile(r"\p{L}")
#: No heading is written with rows of marks.
_FEELING = regex.compile(r"[!！?？]{2}")
_OPEN_END = frozenset("的和与及或在是为对把被了")
_RUNNING_END = regex.compile(r"[。！？；…][”’」』）)]*$|[.!?][\"')]*$")
_YEAR = regex.compile(r"(?:19|20)\d{2}")
_PIPE_ROW = regex.compile(r"\|.*\|")


@dataclass(slots=True)
class _Reading:
    """What is known of the text while its lines are gone through, one after the other."""

    text: str
    lines: Sequence[Line]
    contents: Contents
    bare: frozenset[int]
    marked_up: bool
    tail: int
    notes: bool = False
    opened: bool = False
    indent: int = 0

    def body(self, index: int) -> str:
        """The line `index`, or "" outside the text."""
        return self.text[self.lines[index].start : self.lines[index].end] if 0 <= index < len(self.lines) else ""


def find_blocks(
    simplified: str, lines: Sequence[Line], headings: Mapping[int, int | None] | None = None
) -> list[Block]:
    """The blocks of a text whose `lines` (ascending, joins already made) are given, one for each line but tables.

    `simplified` is the text in Simplified characters. Every line belongs to exactly one block. Lines that start at a
    place in `headings` are headings of that level, unless they belong to a table of contents.
    """
    stated = headings or {}
    # Pages that were laid out know nothing of Markdown: there `#` is a character.
    reading = _Reading(
        simplified,
        lines,
        find_contents(simplified, lines),
        bare_headings(simplified, lines),
        headings is None,
        _tail(simplified, lines),
    )
    chrome = _chrome(reading)
    found: list[Found] = []
    for index, line in enumerate(lines):
        block = Found(line.start, line.end, "paragraph", None, line.page)
        if index in reading.contents.lines:
            block.kind, block.level = "boilerplate", reading.contents.lines[index]
        elif index in chrome:
            block.kind = "boilerplate"
        elif line.start in stated:
            block.kind, block.level = "heading", stated[line.start]
        else:
            _classify(block, reading, index, found)
        if block.kind == "heading":
            reading.notes = marks.opens_notes(reading.body(index))
            block.number = first_number(reading.body(index))
        elif block.kind != "boilerplate" and marks.opens_notes(reading.body(index)):
            reading.notes = True
        reading.opened = reading.opened or block.kind != "boilerplate"
        if found and _continues_table(found[-1], block, simplified):
            found[-1].end = block.end
            continue
        found.append(block)
    give_levels(found, simplified)
    return [Block(f.start, f.end, f.kind, f.level, f.page) for f in found]


def _tail(text: str, lines: Sequence[Line]) -> int:
    """The index after the last line of running text; beyond it stand notices and links."""
    for index in range(len(lines) - 1, -1, -1):
        body = text[lines[index].start : lines[index].end]
        if len(body) >= 8 and _RUNNING_END.search(body) and not marks.is_chrome(body):
            return index + 1
    return 0


def _chrome(reading: _Reading) -> set[int]:
    """The lines (indices) of page furniture, site notices, and lists of links under such a notice."""
    found: set[int] = set()
    listing = False
    for index, line in enumerate(reading.lines):
        body = reading.body(index)
        if line.furniture or marks.is_chrome(body):
            found.add(index)
            listing = marks.opens_chrome_list(body) or (listing and not line.furniture)
        elif listing and (marks.is_bullet(body) or marks.is_enumerated(body) or index >= reading.tail):
            found.add(index)
        else:
            listing = False
    for order in (range(len(reading.lines)), range(len(reading.lines) - 1, -1, -1)):
        for index in order:
            beside = any(n in found and not reading.lines[n].furniture for n in (index - 1, index + 1))
            if beside and index not in found and marks.is_loose_chrome(reading.body(index)):
                found.add(index)
    return found


def _continues_table(above: Found, row: Found, text: str) -> bool:
    if above.kind != "table" or row.kind != "table" or above.page != row.page:
        return False
    return text.count("\n", above.end, row.start) == 1


def _is_row(body: str) -> bool:
    return body.count("\t") >= 1 or (_PIPE_ROW.fullmatch(body) is not None and body.count("|") >= 3)


def _classify(block: Found, reading: _Reading, index: int, found: Sequence[Found]) -> None:
    """Name the line, once it is neither chrome nor contents."""
    body = reading.body(index)
    if _is_row(body):
        block.kind = "table"
        return
    atx = _ATX.match(body) if reading.marked_up else None
    if atx:
        tail = _ATX_TAIL.search(body)
        end = tail.start() if tail else len(body)
        block.start, block.end = block.start + atx.end(), block.start + max(end, atx.end() + 1)
        block.kind, block.level = "heading", len(atx.group(1))
        return
    under = bool(found) and found[-1].kind in {"table", "caption"}
    if marks.is_caption(body) or (under and marks.is_table_note(body)):
        block.kind = "caption"
        return
    mark = marks.note_mark(body)
    if mark and (reading.notes or reading.text.find(mark, 0, block.start) >= 0):
        block.kind = "footnote"
        return
    if marks.is_bullet(body):
        block.kind, block.level = "list", _depth(reading, index, found)
        return
    level = reading.contents.level(body)
    if level is not None:
        block.kind, block.level = "heading", level
        return
    if index in reading.bare:
        block.kind, block.mark = "heading", "digit"
    elif marks.is_section_name(body) and not (index and reading.body(index - 1)[-1:] in "，、"):
        block.kind, block.mark = "heading", "named"
    elif marks.numbering(body) is not None:
        _classify_numbered(block, reading, index, found)
    elif reading.notes and _ends_entry(body):
        block.kind = "footnote"
    elif mark:
        block.kind, block.level = "list", 1
    elif not reading.opened and _is_title(reading, index):
        block.kind, block.mark = "heading", "title"
    elif index < _BY_LINES and marks.is_names(body):
        return
    elif _has_below(reading, index) and _stands_out(body, reading.text, reading.lines, index):
        block.kind, block.mark = "heading", "plain"


def _classify_numbered(block: Found, reading: _Reading, index: int, found: Sequence[Found]) -> None:
    body = reading.body(index)
    kind = (marks.numbering(body) or ("", 0))[0]
    heads = _has_below(reading, index) and not _runs_on(reading.text, reading.lines, index, kind)
    if heads and _may_be_heading(body, _LONGEST_HEADING):
        block.kind, block.mark = "heading", kind
        return
    if heads and kind == "digit" and _full_stopped(reading, index):
        block.kind, block.mark = "heading", kind
    elif reading.notes and kind in {"digit", "digit_bracket"}:
        block.kind = "footnote"
    elif (kind in {"digit", "digit_bracket"} and len(body) <= 400) or (
        kind == "han_bracket" and len(body) <= 200 and _is_listed(body, reading.body(index - 1), found)
    ):
        block.kind, block.level = "list", 1


def _full_stopped(reading: _Reading, index: int) -> bool:
    """Whether an English line such as `2. Basic Permissions.` stands alone above longer text: a heading with its stop."""
    body, after = reading.body(index), reading.body(index + 1)
    if _HAN.search(body) or body.count(". ") > 1 or not body.endswith(".") or not 2 <= len(body.split()) <= 10:
        return False
    alone = reading.text.count("\n", reading.lines[index].end, reading.lines[index + 1].start) >= 2
    return alone and len(after) >= max(60, 2 * len(body)) and marks.numbering(after) is None


def _has_below(reading: _Reading, index: int) -> bool:
    """Whether running text, a table or a list follows, so that the line can head it. A text of headings only has none."""
    below = reading.body(index + 1)
    return index + 1 < reading.tail or not reading.tail or _is_row(below) or marks.is_bullet(below)


def _depth(reading: _Reading, index: int, found: Sequence[Found]) -> int:
    """The level of a list item: one for each two blanks that it is indented further than the first of its list."""
    indent = _indent(reading, index)
    if not found or found[-1].kind != "list":
        reading.indent = indent
    return 1 + min(8, max(0, indent - reading.indent) // 2)


def _indent(reading: _Reading, index: int) -> int:
    start = reading.lines[index].start
    lead = reading.text[reading.text.rfind("\n", 0, start) + 1 : start]
    return len(lead.replace("\t", "    "))


def _is_listed(body: str, before: str, found: Sequence[Found]) -> bool:
    """Whether a line such as `（一）…；` is an item: announced by a colon, or one of several."""
    return body[-1] in "；;" or before[-1:] in "：:" or bool(found and found[-1].kind == "list")


def _ends_entry(body: str) -> bool:
    """Whether an unnumbered line among references is one of them: it has a year and ends like an entry."""
    return _YEAR.search(body) is not None and len(body) <= 500


def _is_title(reading: _Reading, index: int) -> bool:
    """Whether the first line of a text is its title: short, open-ended, above running text, a by-line or a heading."""
    body = reading.body(index)
    han = len(_HAN.findall(body))
    if not _may_be_heading(body, _LONGEST_HEADING if han else 2 * _LONGEST_HEADING) or marks.is_credit(body):
        return False
    if (han < 4 and len(body.split()) < 2) or reading.tail <= index + 1 or body[-1] in _OPEN_END:
        return False
    after = reading.body(index + 1)
    if (marks.is_field(body) and marks.is_field(after)) or _is_prose(body, after):
        return False
    if _split_title(body) and len(after) > _LONGEST_HEADING:
        # Sections are named like that as often as articles.
        return False
    if _may_be_heading(after, _SHORT_HEADING) or marks.is_credit(after) or marks.numbering(after):
        return True
    alone = reading.text.count("\n", reading.lines[index].end, reading.lines[index + 1].start) >= 2
    return (alone or bool(han)) and len(after) >= min(2 * _SHORT_HEADING, 2 * len(body))


def _may_be_heading(body: str, longest: int) -> bool:
    if len(body) > longest or body[-1] in _TERMINAL or "。" in body or body[0] in _NO_HEADING or _FEELING.search(body):
        return False
    if (body[-1] == "." and not body[:-1].isdigit()) or _FORMULA.search(body):
        return False
    return _LETTER.search(body) is not None


def _runs_on(text: str, lines: Sequence[Line], index: int, mark: str) -> bool:
    """Whether the line is one of two or more neighbours with the same mark: a list, not headings."""
    if mark not in {"digit", "digit_bracket"}:
        return False
    run = 1
    for step in (-1, 1):
        at = index + step
        while 0 <= at < len(lines) and run < 2:
            other = text[lines[at].start : lines[at].end]
            number = marks.numbering(other)
            if number is None or number[0] != mark:
                break
            run += 1
            at += step
    return run >= 2


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
    if marks.is_field(body) and (marks.is_field(before) or marks.is_field(after)):
        return False
    if _is_prose(body, after) or _is_prose(before, body):
        return False
    return (
        len(after) >= max(2 * _SHORT_HEADING, len(body) * 2)
        or after[-1] in "。！？：”"
        or (_may_be_heading(after, _SHORT_HEADING) and _opens_text(text, lines[index + 2 : index + 4]))
    )


def _opens_text(text: str, lines: Sequence[Line]) -> bool:
    """Whether text follows a heading below a heading; else both are lines of a poem or a list."""
    bodies = [text[line.start : line.end] for line in lines]
    return any(len(body) >= 2 * _SHORT_HEADING or body[-1] in _TERMINAL for body in bodies)


def _is_prose(line: str, after: str) -> bool:
    """Whether two lines, one below the other, are sentences whose writer sets no full stops: clauses with commas, open ends."""
    return bool(line and after) and all("，" in body[:-1] and body[-1] not in _TERMINAL for body in (line, after))


def _split_title(body: str) -> bool:
    """Whether a longish line reads as `topic: what of it`, the way reports title their sections."""
    head, mark, _ = body.replace(":", "：").partition("：")
    return bool(mark) and 2 <= len(head) <= 14


def _latin_heading(body: str, text: str, lines: Sequence[Line], index: int) -> bool:
    words = body.split()
    if not 1 <= len(words) <= 12 or not body[0].isupper() or index + 1 >= len(lines):
        return False
    after = text[lines[index + 1].start : lines[index + 1].end]
    above = text[lines[index - 1].start : lines[index - 1].end] if index else ""
    if len(after) <= len(body) or after[-1] not in '.!?:"”':
        return False
    alone = text.count("\n", lines[index].end, lines[index + 1].start) >= 2
    if alone and (not above or text.count("\n", lines[index - 1].end, lines[index].start) >= 2):
        return True
    # Without blank lines between paragraphs: between a paragraph that ended and one of some length.
    return len(after) >= max(60, 2 * len(body)) and (not above or above[-1] in '.!?"”')
