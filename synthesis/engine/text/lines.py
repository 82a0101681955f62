"""Lines of a text and where they were cut: wrapped lines and page-cut sentences are planned to be joined again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from synthesis.engine.text.cut_tables import goes_on, is_continued_caption
from synthesis.engine.text.hyphens import is_ending, keeps_hyphen
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
_CLOSING, _STOPS = "\"'”’)）]】」』》", frozenset("。！？；…!?.")
_STARTS_NOT = frozenset("，。、；：！？）》”’』」】)],;:!?%％")
#: Words a Chinese clause cannot end with: the line was cut.
_HANGING = frozenset("的和与及了在而到对为是从把被将等并或需由向以于且其使让给则但")
#: Words an English clause cannot end with.
_OPEN_WORD = regex.compile(
    r"\b(?:the|a|an|of|in|on|at|to|by|for|with|from|and|or|but|that|which|is|are|was|were|as|than|its|their|our|this)$"
)
#: Words that open a sentence; after an open end they speak against a cut.
_OPENER = regex.compile(
    r"(?:目前|此外|因此|同时|其次|首先|随着|近年来|例如|但是|然而|据|根据|对于|总体|综上|另外|另一方面|一方面|其中|未来|由于|虽然|尽管"
    r"|总之|最后|第[一二三四五六]|与[^，。]{2,14}相比|从[^，。]{2,10}看|在[^，。]{2,12}[中下上面])[^。]{0,12}[，,]"
)
#: East Asian Width W and F (Unicode Standard Annex 11), but for rare blocks.
_WIDE = regex.compile(
    r"[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]+"
)
_CJK = regex.compile(r"[\p{Script=Han}\u3000-\u303f\uff00-\uffef]")
_SENTENCE = regex.compile(r"[。！？；]|[.!?] ")
_LINE = regex.compile(r"[^\n]+")
#: Some write marks of feeling, but no full stops.
_CHINESE_STOP = regex.compile(r"[。；]")
_HALF_WIDE = regex.compile(r"[\x20-\x7e]")
#: As typed, as Unicode has it, and as PDF readers show one at a line end.
_HYPHENS = "-\u2010\ufffe\x02"
#: Narrower lines are no wrapped text, wider ones no lines but paragraphs.
_NARROWEST, _WIDEST = 30, 160
#: Letters of different widths: a word fits when so many columns more are free, and a line of so many letters is so much off.
_SLACK, _UNEVEN = 4, 0.4
#: So many Chinese lines of which but one in so many has a stop were not wrapped.
_LEAST_LINES, _SELDOM, _FILLED = 3, 10, 0.85
#: An entry of a list of references begins with a name and an initial.
_AUTHOR = regex.compile(r"\p{Lu}[\p{L}’'-]+,? (?:\p{Lu}\.|&|and\b)")
_WORD_END = regex.compile(r"\p{L}+$")
_COMPOUNDS = regex.compile(r"[\p{Latin}\p{Greek}\p{Cyrillic}]+(?:[-\u2010][\p{Latin}\p{Greek}\p{Cyrillic}]+)*")
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


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: wrapped at `width` columns (0: not), paragraphs `indented`, or `spaced` by blank lines."""

    width: int
    indented: bool
    spaced: bool


def plan_joins(text: str, lines: Sequence[Line]) -> list[Join]:
    """The cuts of `text` between `lines` (ascending) that are clearly cuts: wrapped lines, and sentences cut by a page.

    Furniture lines between two pages are stepped over; the join then takes them out of the running text.
    """
    body = [line for line in lines if not line.furniture]
    spaced = sum(text.count("\n", a.end, b.start) > 1 for a, b in pairwise(lines)) * 12 >= len(lines)
    indented = sum(line.indented for line in body) * 10 >= len(body)
    width = wrap_width(text, body)
    if width and _complete_lines(text, body, width):
        width = 0
    setting = _Setting(width, indented, spaced)
    places = {line.start: n for n, line in enumerate(lines)}
    joins: list[Join] = []
    item = False
    for index, (before, after) in enumerate(pairwise(body)):
        breaks = text.count("\n", before.end, after.start)
        stepped = places[after.start] - places[before.start] > 1
        paged = before.page != after.page or stepped
        if not joins or joins[-1].end != before.start:
            item = is_bullet(text[before.start : before.end])
        if setting.width and breaks == 1 and not paged:
            if _wrapped(text, before, after, setting, item):
                joins.append(join_at(text, before.end, after.start, "line_join", 0.95))
        elif (paged or breaks >= 2) and (rest := _rest_of_table(text, body, index, paged)):
            joins.append(Join(before.end, rest.start, "\n", "page_join", 0.9))
        elif (paged or breaks >= 2) and _page_cut(text, before, after, setting.width, paged):
            joins.append(join_at(text, before.end, after.start, "page_join", 0.9))
    return joins


def _rest_of_table(text: str, body: Sequence[Line], index: int, paged: bool) -> Line | None:
    """The row below the cut after the line `index` with which the table above it goes on, past a head that is repeated."""
    rows = _rows(text, body, index, -1)
    if not rows:
        return None
    after = index + 1
    announced = is_continued_caption(text[body[after].start : body[after].end])
    if announced:
        after += 1
    rest = _rows(text, body, after, 1)
    above = [text[body[i].start : body[i].end] for i in reversed(rows)]
    repeated = goes_on(above, [text[body[i].start : body[i].end] for i in rest], announced=announced)
    # Without the end of a page only a head that is repeated, or a caption that says so, makes two tables one.
    if repeated is None or not (paged or repeated or announced):
        return None
    return body[rest[repeated]]


def _rows(text: str, body: Sequence[Line], index: int, step: int) -> list[int]:
    """The indices of the lines from `index` on, upwards (-1) or downwards (1), that are rows one below the other."""
    found: list[int] = []
    while 0 <= index < len(body) and "\t" in text[body[index].start : body[index].end]:
        last, here = (body[found[-1]], body[index]) if found else (body[index], body[index])
        upper, lower = (here, last) if step < 0 else (last, here)
        if found and text.count("\n", upper.end, lower.start) != 1:
            break
        found.append(index)
        index += step
    return found


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column at which the text is hard-wrapped (Han characters count two), or 0 when it is not.

    In a wrapped text nearly no line is longer than the width, most lines of some length reach it, and they are followed
    at once by the next.
    """
    columns = [_columns(text[line.start : line.end]) for line in lines]
    ordered = sorted(c for c in columns if c >= _NARROWEST)
    if len(ordered) < 4:
        return 0
    width = ordered[len(ordered) * 9 // 10]
    over = sum(c > width * 1.15 + 2 for c in ordered)
    if width > _WIDEST or over * 20 > len(ordered):
        return 0
    full = [i for i, c in enumerate(columns) if c >= width * 0.85]
    long = sum(c >= width * 0.5 for c in columns)
    close = sum(1 for i in full if i + 1 < len(lines) and text.count("\n", lines[i].end, lines[i + 1].start) == 1)
    return width if len(full) >= 3 and len(full) * 2 >= long and close * 2 >= len(full) else 0


def _complete_lines(text: str, lines: Sequence[Line], width: int) -> bool:
    """Whether Chinese lines were ended by a writer who sets no full stops: hardly one is in them, and few fill the width."""
    bodies = [text[line.start : line.end] for line in lines]
    columns = [_columns(body) for body in bodies]
    chinese = [b for b, c in zip(bodies, columns, strict=True) if c >= max(_NARROWEST, len(b) * 1.5)]
    if len(chinese) < _LEAST_LINES or 2 * len(chinese) < len(bodies):
        return False
    if sum(_CHINESE_STOP.search(body) is not None for body in chinese) * _SELDOM > len(chinese):
        return False
    # Chinese can be wrapped after every character: all but the last lines of paragraphs reach the width.
    near = [c for c in columns if c >= width * 0.8]
    if 2 * (len(columns) - len(near)) >= len(near):
        return True
    return sum(c >= width - _SLACK for c in near) < _FILLED * len(near)


def _wrapped(text: str, before: Line, after: Line, setting: _Setting, item: bool) -> bool:
    here, ahead = text[before.start : before.end], text[after.start : after.end]
    if "\t" in here or "\t" in ahead or is_bullet(ahead) or is_caption(ahead) or is_caption(here) or is_chrome(here):
        return False
    columns = _columns(here)
    width = setting.width
    if here[-1] in _HYPHENS and here[-2:-1].isalpha() and ahead[0].islower() and columns >= width * 0.3:
        return True
    if after.indented and not (item or before.indented) and setting.indented:
        return False
    if here[-1] in ".)" and _AUTHOR.match(ahead):
        return False
    if is_enumerated(ahead) and (setting.spaced or here[-1] in _ENDS or columns < width * 0.9):
        return False
    latin = here[-1].isascii() and ahead[0].isascii()
    if latin and ahead[0].islower() and (here[-1].isalnum() or here[-1] in ",-"):
        return columns >= width * 0.5
    if latin and columns + 1 + len(ahead.split(None, 1)[0]) + _SLACK <= width:
        # The next word had room here: the writer ended the line.
        return False
    if here[-1] in ":：" and ahead[0].isdigit() and not is_enumerated(ahead):
        return columns >= width * 0.8
    if (here[-1] in _ENDS or here.rstrip(_CLOSING)[-1:] in _STOPS) and not setting.indented:
        # A full last line of a paragraph cannot be told from a wrapped one: rather one paragraph too many.
        if latin and here[-1] in ".!?)\"'”’":
            return setting.spaced or (columns >= width * 0.9 and not ahead[0].isupper())
        return columns >= width * 0.9 and here[-1] not in "。！？：:"
    if not here[-1].isascii() and not ahead[0].isascii():
        # A line of Chinese can be filled to the last character but one.
        return columns >= max(width * 0.8, width - _SLACK - 2 - _UNEVEN * len(_HALF_WIDE.findall(here)))
    return columns >= width * 0.8


def _page_cut(text: str, before: Line, after: Line, width: int, paged: bool) -> bool:
    here, ahead = text[before.start : before.end], text[after.start : after.end]
    ended = here.rstrip(_CLOSING)[-1:] in _STOPS
    if ended or here[-1] in _ENDS or here[-1] in "）)" or "\t" in here or "\t" in ahead:
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
        return paged and _OPEN_WORD.search(here) is not None and _columns(here) >= width * 0.6
    columns = _columns(here)
    if width:
        return columns >= width * 0.8 and paged
    # A title holds no full sentence; a paragraph of several that lacks its end was cut.
    long = len(here) >= 60 if not latin else columns >= 120
    if not (_SENTENCE.search(here) and len(here) >= 20) and not (long and columns >= 130) and not (hanging and long):
        return False
    return _SENTENCE.search(ahead + " ") is not None or len(ahead) >= 60


def join_at(text: str, end: int, start: int, kind: str, confidence: float) -> Join:
    """The join of the line that ends at `end` with the one that begins at `start`.

    Between Han nothing is put, between Latin words one blank. A hyphen at a Latin line end goes, unless the text has the
    word with a hyphen elsewhere and never without, or such words are written with one; then only the line end goes.
    """
    last, first = text[end - 1], text[start]
    if last in _HYPHENS and end > 1 and text[end - 2].isalpha() and first.isalpha() and not _CJK.match(text[end - 2]):
        head = "".join(_WORD_END.findall(text, max(0, end - 40), end - 1))
        tail = "".join(_WORD_START.findall(text, start, start + 40)[:1])
        words = _words(text)
        known, dashed = (head + tail).lower() in words, f"{head}-{tail}".lower() in words
        chained = text[end - 2 - len(head) : end - 1 - len(head)] in {"-", "\u2010"}
        kept = dashed or keeps_hyphen(head.lower(), tail.lower()) or (chained and not is_ending(tail.lower()))
        if not first.islower() or (not known and kept):
            return Join(end, start, "", kind, confidence)
        return Join(end - 1, start, "", "hyphen", 0.95 if known else 0.85)
    if last in _HYPHENS and end > 1 and _is_latin(text[end - 2]) and _is_latin(first):
        # A range of pages, a name such as COVID-19.
        return Join(end, start, "", kind, confidence)
    if last in "\u2013\u2014/" and not text[end - 2 : end - 1].isspace():
        return Join(end, start, "", kind, confidence)
    blank = "" if _CJK.match(last) or _CJK.match(first) else " "
    return Join(end, start, blank, kind, confidence)


def _is_latin(char: str) -> bool:
    return char.isalnum() and not _CJK.match(char)


@lru_cache(maxsize=1)
def _words(text: str) -> frozenset[str]:
    """The Latin words of a text in lower case, and each two parts of a compound with the hyphen between them."""
    words: set[str] = set()
    for compound in set(_COMPOUNDS.findall(text)):
        parts = compound.lower().replace("\u2010", "-").split("-")
        words.update(parts)
        words.update(f"{a}-{b}" for a, b in pairwise(parts))
    return frozenset(words)


def _columns(text: str) -> int:
    """Columns that the text takes: two for each wide character. Exact up to the widest line that counts as wrapped."""
    if text.isascii() or len(text) > 2 * _WIDEST:
        return len(text)
    return len(text) + sum(m.end() - m.start() for m in _WIDE.finditer(text))
