"""A scrape that lost its line ends: one line that holds a whole report, cut again into headings and paragraphs.

The report's own table of contents says which headings there are; they are looked for in the body, in their order. No
character changes: blocks begin and end inside the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.text.flat_rows import find_rows
from synthesis.engine.text.headings import first_number, present_ranks
from synthesis.engine.text.marks import numbering
from synthesis.engine.text.model import Block
from synthesis.engine.text.sentences import split_sentences

#: A paragraph longer than this has lost its line ends; a shorter one has when it is most of the text.
_FLAT, _FLAT_ALONE = 2500, 1000
#: Where nothing tells the paragraphs apart, a sentence that opens a thought begins one after so many characters, any
#: sentence after twice as many; what is shorter than a third stays with the paragraph before. Latin text counts by three.
_PARAGRAPH = 260
_LATIN = 3
_CONTENTS = regex.compile(r"目\s?[录次]")
_CONTENTS_WITHIN = 2000
_ENTRY = regex.compile(r"(?P<title>[^\n]{2,90}?)[\s.…·]+(?P<digits>\d{1,5})")
_MARK_AFTER_DIGITS = regex.compile(r"[、.．](?!\d)|[)）]")
_LONGEST_STEP = 60
_OPENINGS = ("摘要", "前言", "引言", "概述", "导言")
#: A title before the first number of a text without contents.
_TITLE = regex.compile(r"[^\n。！？；，,、:：]{4,60}?(?=(?:第[一1]章|一、|1[、.．](?!\d)))")
_OPENER = regex.compile(
    r"(?:此外|与此同时|同时|另外|然而|但是|不过|尽管|随着|近年来|目前|当前|未来|展望|预计到|值得注意|总体|整体|综上|综合|总之|首先|其次|再次|最后|面对|针对|为应对|一方面"
    r"|从[^，,。]{2,14}[看言说]|在[^，,。]{2,18}(?:方面|层面|领域|维度)|[^，,。]{2,6}(?:方面|层面|端)[，,]"
    r"|(?:However|Moreover|Furthermore|In addition|Meanwhile|Finally|First|Second|Third|Overall|In recent years|Looking ahead)\b)"
)
_NUMBERED = frozenset({"part", "chapter", "section", "han", "han_bracket", "digit"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents at `[start, end)`, its title without the page number."""

    start: int
    end: int
    title: str


def split_flat(simplified: str, blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with paragraphs of many thousand characters cut by their table of contents and by sentences."""
    out: list[Block] = []
    total = sum(block.end - block.start for block in blocks)
    for block in blocks:
        length = block.end - block.start
        if block.kind == "paragraph" and length > (_FLAT_ALONE if length * 5 > total * 4 else _FLAT):
            out.extend(_cut(simplified, block))
        else:
            out.append(block)
    return out


def _cut(text: str, block: Block) -> Iterator[Block]:
    at = block.start
    announced = _CONTENTS.search(text, block.start, min(block.end, block.start + _CONTENTS_WITHIN))
    entries = _entries(text, announced.end(), block.end) if announced else []
    if announced and len(entries) >= 4:
        levels = _levels(entries)
        if block.start < announced.start() <= block.start + 120:
            yield Block(block.start, announced.start(), "heading", 1, block.page)
        else:
            yield from _paragraphs(text, block.start, announced.start(), block.page)
        yield Block(announced.start(), announced.end(), "boilerplate", None, block.page)
        for entry, level in zip(entries, levels, strict=True):
            yield Block(entry.start, entry.end, "boilerplate", level, block.page)
        at = entries[-1].end
        opening = next((o for o in _OPENINGS if text.startswith(o, at)), "")
        if opening:
            yield Block(at, at + len(opening), "heading", 2, block.page)
            at += len(opening)
        for start, end, level in _headings(text, at, block.end, entries, levels):
            yield from _paragraphs(text, at, start, block.page)
            yield Block(start, end, "heading", level, block.page)
            at = end
    else:
        title = _TITLE.match(text, block.start, block.end)
        if title:
            yield Block(block.start, title.end(), "heading", 1, block.page)
            at = title.end()
    yield from _paragraphs(text, at, block.end, block.page)


def _entries(text: str, start: int, end: int) -> list[_Entry]:
    """The titles and ascending page numbers that follow the announcement; digits of the next title are given back.

    `… 41、` is page 4 and the number of the next title: a mark after the digits claims one or two of them.
    """
    entries: list[_Entry] = []
    at, page = start, 0
    while (match := _ENTRY.match(text, at, min(end, at + 120))) is not None:
        digits, stop = match["digits"], match.end("digits")
        lengths: list[int] = list(range(len(digits), 0, -1))
        if _MARK_AFTER_DIGITS.match(text, stop):
            lengths = [n for n in (len(digits) - 1, len(digits) - 2) if n > 0]
        fitting = [n for n in lengths if page <= int(digits[:n]) <= page + _LONGEST_STEP]
        if not fitting:
            break
        length = fitting[0]
        page = int(digits[:length])
        stop = match.start("digits") + length
        first = at + len(match["title"]) - len(match["title"].lstrip())
        entries.append(_Entry(first, stop, match["title"].strip()))
        at = stop
    return entries


def _levels(entries: Sequence[_Entry]) -> list[int]:
    """The level of each title, below the report's own; those without a number are the lowest."""
    present = present_ranks([entry.title for entry in entries])
    kinds = [numbering(entry.title) for entry in entries]
    return [min(9, 2 + (present.index(kind[0]) if kind else len(present))) for kind in kinds]


def _headings(
    text: str, start: int, end: int, entries: Sequence[_Entry], levels: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Where the titles stand in the body, in the order of the table; titles that are not found are left out."""
    at = start
    for entry, level in zip(entries, levels, strict=True):
        place = text.find(entry.title, at, end)
        if place >= 0:
            yield place, place + len(entry.title), level
            at = place + len(entry.title)


def _paragraphs(text: str, start: int, end: int, page: int | None) -> Iterator[Block]:
    """Running text in paragraphs, tables that ran into it row by row."""
    at = start
    for rows in find_rows(text, start, end):
        yield from _grouped(text, at, rows[0][0], page)
        for first, last in rows:
            yield Block(first, last, "table", None, page)
        at = rows[-1][1]
    yield from _grouped(text, at, end, page)


def _grouped(text: str, start: int, end: int, page: int | None) -> Iterator[Block]:
    size = _PARAGRAPH * (_LATIN if text[start:end].isascii() else 1)
    numbers: dict[str, int] = {}
    run: list[tuple[int, int]] = []
    for sentence in split_sentences(text, start, end):
        if _counts_on(text, *sentence, numbers) and run:
            yield from _sized(text, run, size, page)
            run = []
        run.append(sentence)
    yield from _sized(text, run, size, page)


def _sized(text: str, run: Sequence[tuple[int, int]], size: int, page: int | None) -> Iterator[Block]:
    """The sentences of `run` in paragraphs of readable length; a short rest stays with the paragraph before."""
    if not run:
        return
    begin, last = run[0]
    stop = run[-1][1]
    for start, end in run[1:]:
        length = last - begin
        opens = length >= size and _OPENER.match(text, start, end) is not None
        if (opens or length >= 2 * size) and stop - start >= size // 3:
            yield Block(begin, last, "paragraph", None, page)
            begin = start
        last = end
    yield Block(begin, last, "paragraph", None, page)


def _counts_on(text: str, start: int, end: int, numbers: dict[str, int]) -> bool:
    """Whether the sentence begins with the next number of a kind (一、 二、 …); `numbers` remembers the last of each."""
    kind = numbering(text[start : min(end, start + 12)])
    if kind is None or kind[0] not in _NUMBERED:
        return False
    number = first_number(text[start : start + 6])
    fits = number == numbers.get(kind[0], 0) + 1 or number == 1
    if fits:
        numbers[kind[0]] = number
    return fits
