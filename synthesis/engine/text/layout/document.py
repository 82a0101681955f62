"""All pages of a document as blocks: heads set apart, columns in order, paragraphs whole, headings by their size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from synthesis.engine.text import marks
from synthesis.engine.text.extraction import ExtractedBlock
from synthesis.engine.text.headings import RANKS, mark_of
from synthesis.engine.text.layout.columns import regions
from synthesis.engine.text.layout.notes import mark_notes
from synthesis.engine.text.layout.paragraphs import Paragraph, leading_by_size, paragraphs
from synthesis.engine.text.layout.pieces import Page, Row, body_size, rows_of
from synthesis.engine.text.layout.running import furniture_rows

#: How much larger than the body a heading is set, how long one may be, and how many levels sizes tell apart.
_LARGER = 1.1
_LONGEST_HEADING = 120
#: A first page with fewer characters, none of them running text, is a title page.
_COVER = 300
_MOST_LEVELS = 6
#: Lines that end so many sizes from the edge are flush (marks may hang over it); so many of them tell how a text is set.
_FLUSH, _MANY = 0.6, 20
_TERMINAL = frozenset("。！？；，、,;")
_STOPS = frozenset("。！？!?.…；;：:")
_NUMBERING = regex.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.．、]?\s*(?=\p{L})")
_LETTER = regex.compile(r"\p{L}")


@dataclass(slots=True)
class _Placed:
    paragraph: Paragraph
    page: int
    level: int | None = None
    follows: _Placed | None = None


def lay_out(pages: Sequence[Page]) -> list[ExtractedBlock]:
    """The blocks of `pages` in reading order.

    A block's text holds a line feed at every line end of the page. A block that is `continued` belongs to the running
    text before it, cut by the end of a page or column; heads, feet and notes between the two come after it.
    """
    furniture = furniture_rows(pages)
    size = body_size(pages)
    pages = [mark_notes(page, size) for page in pages]
    columns: list[list[list[Row]]] = []
    for page, places in zip(pages, furniture, strict=True):
        upright = regions([p for p in page.pieces if (p.x0, p.y) not in places])
        columns.append([*upright, *(rows for turned in page.turned for rows in regions(turned))])
    leadings = leading_by_size([rows for page in columns for rows in page])
    placed: list[list[_Placed]] = []
    for page, stretches in zip(pages, columns, strict=True):
        placed.append([_Placed(p, page.number) for rows in stretches for p in paragraphs(rows, leadings)])
    everything = [p for on_page in placed for p in on_page]
    _give_levels(everything, size)
    _find_continued(everything, size)
    return _in_order(pages, furniture, placed)


def _give_levels(placed: Sequence[_Placed], size: float) -> None:
    """Levels by size, the largest highest; then headings in bold of the body's size."""
    bold_text = sum(len(p.paragraph.text) for p in placed if p.paragraph.rows[0].bold)
    whole = sum(len(p.paragraph.text) for p in placed) or 1
    large = [p for p in placed if _may_head(p.paragraph) and p.paragraph.size >= _LARGER * size]
    large = _without_lesser_titles(large, placed)
    counts = Counter(round(p.paragraph.size * 2) / 2 for p in large)
    ranks = {s: min(n, _MOST_LEVELS) for n, s in enumerate(sorted(counts, reverse=True), 1)}
    for p in large:
        p.level = ranks[round(p.paragraph.size * 2) / 2]
    _part_by_numbers(large)
    if bold_text * 5 > whole:
        return
    below = min(max((p.level or 0 for p in large), default=0) + 1, _MOST_LEVELS)
    for p in placed:
        text = p.paragraph.text
        bold = p.level is None and p.paragraph.rows[0].bold and p.paragraph.size >= 0.95 * size
        if bold and _may_head(p.paragraph) and len(text) <= 60 and text[-1] not in "：:.":
            p.level = below


def _part_by_numbers(large: Sequence[_Placed]) -> None:
    """Headings of one size whose numbers are of several ranks (2 and 2.1, 第一章 and 第一节) lie one below the other."""
    deeper = 0
    for level in sorted({p.level for p in large if p.level}):
        own = [p for p in large if p.level == level]
        found = [mark_of(p.paragraph.text) for p in own]
        ranks = [mark for mark in RANKS if mark in found and mark != "title"]
        for p, mark in zip(own, found, strict=True):
            place = ranks.index(mark) if mark in ranks else 0
            p.level = min(level + deeper + place, _MOST_LEVELS)
        deeper += max(0, len(ranks) - 1)


def _without_lesser_titles(large: Sequence[_Placed], placed: Sequence[_Placed]) -> list[_Placed]:
    """Without what stands in large type below the title of a title page: subtitles, names and dates are no sections."""
    first = min((p.page for p in placed), default=0)
    cover = [p.paragraph for p in placed if p.page == first]
    ours = [p.paragraph.size for p in large if p.page == first]
    words = sum(len(p.text) for p in cover)
    if not ours or len(ours) == len(large) or words > _COVER or any(p.table or p.contents for p in cover):
        return list(large)
    if any(len(p.text) > _LONGEST_HEADING for p in cover):
        return list(large)
    return [p for p in large if p.page != first or p.paragraph.size > 0.95 * max(ours)]


def _may_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if (
        paragraph.table
        or paragraph.contents
        or paragraph.is_note
        or len(text) > _LONGEST_HEADING
        or len(paragraph.rows) > 4
    ):
        return False
    if marks.numbering(text) is None and marks.is_credit(text):
        return False
    words = "".join(_NUMBERING.sub("", text).split())
    return text[-1] not in _TERMINAL and len(_LETTER.findall(words)) * 2 >= max(1, len(words))


def _find_continued(placed: Sequence[_Placed], size: float) -> None:
    """Mark the paragraphs that carry on the last one of the page or column before."""
    body = [
        p
        for p in placed
        if not p.paragraph.table
        and not p.paragraph.contents
        and not p.paragraph.is_note
        and abs(p.paragraph.size - size) < 0.08 * size
    ]
    indents = sum(p.paragraph.indented for p in body) * 3 >= len(body)
    inner = [row.x1 > p.paragraph.right - _FLUSH * row.size for p in body for row in p.paragraph.rows[:-1]]
    flush = len(inner) > _MANY and sum(inner) * 5 > len(inner) * 4
    by_place = {id(p): n for n, p in enumerate(placed)}
    for before, after in pairwise(body):
        if before.level is not None or after.level is not None:
            continue
        between = placed[by_place[id(before)] + 1 : by_place[id(after)]]
        # Only notes and captions in smaller type, and tables set at the page's top, may stand between the two halves.
        if any(p.level is not None or p.paragraph.contents for p in between):
            continue
        if _carries_on(before, after, indents=indents, flush=flush):
            after.follows = before


def _carries_on(before: _Placed, after: _Placed, *, indents: bool, flush: bool) -> bool:
    """Whether `after` goes on where `before` was cut; the text `indents` its paragraphs, or sets its lines `flush`."""
    above, below = before.paragraph, after.paragraph
    moved = before.page != after.page or below.rows[0].y < above.rows[-1].y
    if not moved or not above.ends_full:
        return False
    here, ahead = above.text[-1], below.text.lstrip()[:1]
    if below.indented and not (above.indented and len(above.rows) > 1 and above.rows[-1].x0 - above.left > above.size):
        return False
    if here in _STOPS or here in "”）)」』":
        # The sentence ended with the page. The last line of a paragraph in flush setting falls short; an indent tells, too.
        if flush and here.isascii() and above.rows[-1].x1 > above.right - _FLUSH * above.size and not below.indented:
            return len(above.rows) > 1 and here not in ":;"
        return indents and not below.indented and here not in "：:" and len(below.rows) > 1
    return ahead.islower() or not ahead.isascii() or ahead.isalnum() or ahead in "(\"'"


def _in_order(
    pages: Sequence[Page], furniture: Sequence[set[tuple[float, float]]], placed: Sequence[list[_Placed]]
) -> list[ExtractedBlock]:
    """Blocks page by page; what stands between the halves of a paragraph comes after the whole of it."""
    groups: list[list[ExtractedBlock]] = []
    group_of: dict[int, list[ExtractedBlock]] = {}
    for page, places, on_page in zip(pages, furniture, placed, strict=True):
        heads = rows_of(p for p in page.pieces if (p.x0, p.y) in places)
        groups.append([_furniture(row.text, page) for row in heads if row.y < page.height / 2])
        for p in sorted(on_page, key=lambda p: p.paragraph.is_note):
            group = group_of[id(p.follows)] if p.follows is not None else []
            if p.follows is None:
                groups.append(group)
            group.append(_block(p))
            group_of[id(p)] = group
        groups.append([_furniture(row.text, page) for row in heads if row.y >= page.height / 2])
        groups.append([_furniture(text, page) for text in page.aslant])
    return [block for group in groups for block in group]


def _block(placed: _Placed) -> ExtractedBlock:
    text = placed.paragraph.text
    if placed.paragraph.table:
        return ExtractedBlock(text, "table", None, placed.page)
    if placed.paragraph.is_note:
        return ExtractedBlock(text, "footnote", None, placed.page)
    block = ExtractedBlock(text, "heading" if placed.level else "paragraph", placed.level, placed.page)
    return replace(block, continued=placed.follows is not None)


def _furniture(text: str, page: Page) -> ExtractedBlock:
    return ExtractedBlock(text, "boilerplate", None, page.number)
