"""Lines of a text and where they were cut: wrapped lines and page-cut sentences are planned to be joined again."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from synthesis.engine.text.marks import is_bullet, is_caption, is_chrome, is_enumerated, is_page_number


@dataclass(frozen=True, slots=True)
class Line:
    """A non-blank line `text[start:end]`, trimmed; `indented` when white space stood before it."""

    start: int
    end: int
    page: int | None = None
    indented: bool = False
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Join:
    """Put `text[start:end]` (white space, at most page furniture) away, with `after` ("" or one blank) in its place."""

    start: int
    end: int
    after: str
    kind: str
    confidence: float


_ENDS = frozenset("。！？；…!?;:：.”’』」》】")
_STARTS_NOT = frozenset("，。、；：！？）》”’』」】)],;:!?%％")
#: Words a Chinese clause cannot end with: the line was cut.
_HANGING = frozenset("的和与及了在而到对为是从把被将等并或需由向以于且其使让给则但")
#: Words that open a sentence; after an open end they speak against a cut.
_OPENER = regex.compile(
    r"(?:目前|此外|因此|同时|其次|首先|随着|近年来|例如|但是|然而|据|根据|对于|总体|综上|另外|另一方面|一方面|其中|未来|由于|虽然|尽管"
    r"|总之|最后|第[一二三四五六]|与[^，。]{2,14}相比|从[^，。]{2,10}看|在[^，。]{2,12}[中下上面])[^。]{0,12}[，,]"
)
_CJK = regex.compile(r"[\p{Script=Han}\u3000-\u303f\uff00-\uffef]")
_SENTENCE = regex.compile(r"[。！？；]|[.!?] ")
_LINE = regex.compile(r"[^\n]+")
#: As typed, as Unicode has it, and as PDF readers show one at a line end.
_HYPHENS = "-\u2010\ufffe\x02"
#: First parts of words that keep their hyphen.
_COMPOUND = frozenset(
    """
    self well non half high low long short large small full part ill cross all semi quasi ex so two three four five six
    seven eight nine ten first second third one state cost evidence data time user world computer risk rule
    """.split()
)
_WORD_END = regex.compile(r"\p{L}+$")
_WORD_START = regex.compile(r"\p{L}+")


def split_lines(text: str, pages: Sequence[tuple[int, int, int | None]]) -> list[Line]:
    """The non-blank lines of `text`, each with the page of the block `(start, end, page)` it lies in. Linear."""
    lines: list[Line] = []
    at = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if not body:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        while at + 1 < len(pages) and pages[at + 1][0] <= start:
            at += 1
        indent = text[match.start() : start]
        wide = indent.startswith("\u3000") or "\t" in indent or len(indent) >= 2
        lines.append(Line(start, start + len(body), pages[at][2] if pages else None, wide))
    return lines


def plan_joins(text: str, lines: Sequence[Line]) -> list[Join]:
    """The cuts of `text` between `lines` (ascending) that are clearly cuts: wrapped lines, and sentences cut by a page.

    Furniture lines between two pages are stepped over; the join then takes them out of the running text.
    """
    body = [line for line in lines if not line.furniture]
    width = wrap_width(text, body)
    indents = sum(line.indented for line in body) * 10 >= len(body)
    joins: list[Join] = []
    for before, after in pairwise(body):
        gap = text[before.end : after.start]
        breaks = gap.count("\n")
        paged = before.page != after.page
        if width and breaks == 1 and not paged:
            if _wrapped(text, before, after, width, indents):
                joins.append(join_at(text, before.end, after.start, "line_join", 0.95))
        elif (paged or breaks >= 2) and _page_cut(text, before, after, width):
            joins.append(join_at(text, before.end, after.start, "page_join", 0.9))
    return joins


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column at which the text is hard-wrapped (Han characters count two), or 0 when it is not."""
    if len(lines) < 4:
        return 0
    columns = [_columns(text[line.start : line.end]) for line in lines]
    ordered = sorted(columns)
    width = ordered[min(len(ordered) - 1, len(ordered) * 9 // 10)]
    if not 30 <= width <= 160 or ordered[-1] > width * 1.35:
        return 0
    close = sum(
        1
        for before, after, wide in zip(lines, lines[1:], columns, strict=False)
        if wide >= width * 0.85 and text.count("\n", before.end, after.start) == 1
    )
    # Most lines of a wrapped text are full and followed at once by the next.
    full = sum(1 for c in columns if c >= width * 0.85)
    return width if full * 5 >= len(lines) * 2 and close * 2 >= full else 0


def _wrapped(text: str, before: Line, after: Line, width: int, indents: bool) -> bool:
    ahead = text[after.start : after.end]
    if after.indented and indents:
        return False
    here = text[before.start : before.end]
    if "\t" in here or "\t" in ahead or is_bullet(ahead) or is_enumerated(ahead) or is_caption(ahead):
        return False
    columns = _columns(here)
    if here[-1] in _ENDS and not indents:
        # A full last line of a paragraph cannot be told from a wrapped one: rather one paragraph too many.
        return columns >= width * 0.9 and here[-1] not in "。！？：:" and not (here[-1] in ".!?" and ahead[0].isupper())
    return columns >= width * 0.8


def _page_cut(text: str, before: Line, after: Line, width: int) -> bool:
    here, ahead = text[before.start : before.end], text[after.start : after.end]
    if here[-1] in _ENDS or here[-1] in "）)" or "\t" in here or "\t" in ahead:
        return False
    if is_bullet(ahead) or is_enumerated(ahead) or is_caption(ahead) or is_caption(here) or is_page_number(here):
        return False
    if (after.indented and not before.indented) or is_chrome(here) or is_chrome(ahead):
        return False
    if ahead[0] in _STARTS_NOT:
        return True
    hanging = here[-1] in _HANGING or here[-1] in "，、,"
    if _OPENER.match(ahead) and not hanging:
        return False
    latin = here[-1].isascii() and here[-1].isalpha()
    if latin and not ahead[0].islower():
        return False
    columns = _columns(here)
    if width:
        return columns >= width * 0.8 and before.page != after.page
    # A title holds no full sentence; a paragraph of several that lacks its end was cut.
    long = len(here) >= 60 if not latin else columns >= 120
    if not (_SENTENCE.search(here) and len(here) >= 20) and not (long and columns >= 130) and not (hanging and long):
        return False
    return _SENTENCE.search(ahead + " ") is not None or len(ahead) >= 60


def join_at(text: str, end: int, start: int, kind: str, confidence: float) -> Join:
    """The join of the line that ends at `end` with the one that begins at `start`.

    Between Han nothing is put, between Latin words one blank. A hyphen at a Latin line end goes, unless the text has the
    word with a hyphen elsewhere and never without; then only the line end goes.
    """
    last, first = text[end - 1], text[start]
    if last in _HYPHENS and end > 1 and text[end - 2].isalpha() and first.isalpha() and not _CJK.match(text[end - 2]):
        head = "".join(_WORD_END.findall(text, max(0, end - 40), end - 1))
        tail = "".join(_WORD_START.findall(text, start, start + 40)[:1])
        whole, dashed = head + tail, f"{head}-{tail}"
        if not first.islower() or (whole not in text and (head.lower() in _COMPOUND or dashed in text)):
            return Join(end, start, "", kind, confidence)
        return Join(end - 1, start, "", "hyphen", 0.95 if whole in text else 0.85)
    if last in "\u2013\u2014/" and not text[end - 2 : end - 1].isspace():
        return Join(end, start, "", kind, confidence)
    blank = "" if _CJK.match(last) or _CJK.match(first) else " "
    return Join(end, start, blank, kind, confidence)


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
