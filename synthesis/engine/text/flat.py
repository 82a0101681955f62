"""A scrape that lost its line ends: one line that holds a whole report, cut again into headings and paragraphs.

The report's own table of contents says which headings there are; they are looked for in the body, in their order. No
character changes: blocks begin and end inside the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from synthesis.engine.text.marks import NUMBERINGS, numbering
from synthesis.engine.text.model import Block
from synthesis.engine.text.sentences import split_sentences

#: A paragraph longer than this has lost its line ends.
_FLAT = 3000
#: Where nothing tells the paragraphs apart, sentences are grouped up to about this length, to be readable.
_PARAGRAPH = 400
_CONTENTS = regex.compile(r"目\s?[录次]")
_CONTENTS_WITHIN = 2000
_ENTRY = regex.compile(r"(?P<title>[^\n]{2,90}?)[\s.…·]+(?P<digits>\d{1,5})")
_MARK_AFTER_DIGITS = regex.compile(r"[、.．](?!\d)|[)）]")
_LONGEST_STEP = 60
_OPENINGS = ("摘要", "前言", "引言", "概述", "导言")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents at `[start, end)`, its title without the page number."""

    start: int
    end: int
    title: str


def split_flat(simplified: str, blocks: Sequence[Block]) -> list[Block]:
    """`blocks`, with paragraphs of many thousand characters cut by their table of contents and by sentences."""
    out: list[Block] = []
    for block in blocks:
        if block.kind == "paragraph" and block.end - block.start > _FLAT:
            out.extend(_cut(simplified, block))
        else:
            out.append(block)
    return out


def _cut(text: str, block: Block) -> Iterator[Block]:
    at = block.start
    announced = _CONTENTS.search(text, block.start, min(block.end, block.start + _CONTENTS_WITHIN))
    entries = _entries(text, announced.end(), block.end) if announced else []
    if announced and len(entries) >= 4:
        if block.start < announced.start() <= block.start + 120:
            yield Block(block.start, announced.start(), "heading", 1, block.page)
        else:
            yield from _paragraphs(text, block.start, announced.start(), block.page)
        yield Block(announced.start(), announced.end(), "boilerplate", None, block.page)
        for entry in entries:
            yield Block(entry.start, entry.end, "boilerplate", None, block.page)
        at = entries[-1].end
        opening = next((o for o in _OPENINGS if text.startswith(o, at)), "")
        if opening:
            yield Block(at, at + len(opening), "heading", 2, block.page)
            at += len(opening)
        for start, end, level in _headings(text, at, block.end, entries):
            yield from _paragraphs(text, at, start, block.page)
            yield Block(start, end, "heading", level, block.page)
            at = end
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


def _headings(text: str, start: int, end: int, entries: Sequence[_Entry]) -> Iterator[tuple[int, int, int]]:
    """Where the titles stand in the body, in the order of the table; titles that are not found are left out."""
    ranks = [name for name, _ in NUMBERINGS]
    marks = [numbering(e.title) for e in entries]
    present = sorted({ranks.index(m[0]) for m in marks if m is not None})
    at = start
    for entry, mark in zip(entries, marks, strict=True):
        place = text.find(entry.title, at, end)
        if place < 0:
            continue
        level = 2 + (present.index(ranks.index(mark[0])) if mark else len(present))
        yield place, place + len(entry.title), min(level, 9)
        at = place + len(entry.title)


def _paragraphs(text: str, start: int, end: int, page: int | None) -> Iterator[Block]:
    begin: int | None = None
    last = start
    for a, b in split_sentences(text, start, end):
        if begin is not None and last - begin >= _PARAGRAPH:
            yield Block(begin, last, "paragraph", None, page)
            begin = None
        begin = a if begin is None else begin
        last = b
    if begin is not None:
        yield Block(begin, last, "paragraph", None, page)
