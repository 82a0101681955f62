"""The characters of a PDF page with their places, gathered to runs on one baseline. Knows pdfium, not paragraphs."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import pypdfium2 as pdfium
from pypdfium2 import raw

from synthesis.engine.text.layout.pieces import Page, Piece

#: A gap wider than this many sizes parts two runs (cells, columns); one wider than the second is a blank.
_APART, _BLANK = 1.1, 0.14
#: A gap that may part cells, where other rows have one at the same place.
_CELLS = 0.66
_BOLD = 600
#: Raised marks are smaller than this part of their line's type and stand so many sizes above its baseline.
_SMALL, _RAISED = 0.85, 0.12
#: So many letters set apart one by one are a word that was spaced out.
_SPACED = 6
#: pdfium writes these for a hyphen that ends a line.
_HYPHENS = frozenset({0x02, 0xFFFE})
#: Of vertical writing: the turn of its lines, how near (in sizes) is beside or below, how many glyphs tell.
_DOWN, _NEAR, _MANY = 270, 0.4, 20
#: Halves of a character beyond the first plane, which pdfium gives one by one: what their upper bits are.
_HIGH, _LOW = 0xD800 >> 10, 0xDC00 >> 10
_MOST_CHARACTERS = 200_000


@dataclass(slots=True)
class _Glyph:
    char: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    blank: bool
    turn: int
    #: A blank that the file has, not one that was concluded from a gap.
    meant: bool = False
    #: Of a glyph that stands upright: its box across the line, and its middle along it.
    top: float = 0.0
    bottom: float = 0.0
    middle: float = 0.0


def page_of(page: pdfium.PdfPage, number: int) -> Page:
    """The text of `page`; pages set sideways are turned upright. Raises pdfium.PdfiumError."""
    left, bottom, right, top = page.get_bbox()
    glyphs, main = _read(page)
    aslant: list[str] = []
    turned: list[tuple[Piece, ...]] = []
    for turn, run in groupby((g for g in glyphs if g.turn != main), key=lambda g: g.turn):
        found = list(run)
        pieces = _pieces(found, turn, (left, bottom, right, top)) if turn % 90 == 0 else ()
        if len({round(p.y) for p in pieces}) > 1:
            turned.append(pieces)
        elif text := "".join(g.char for g in found).strip():
            aslant.append(text)
    width, height = (right - left, top - bottom) if main % 180 == 0 else (top - bottom, right - left)
    upright = _pieces([g for g in glyphs if g.turn == main], main, (left, bottom, right, top))
    return Page(number, width, height, upright, tuple(aslant), tuple(turned))


def _read(page: pdfium.PdfPage) -> tuple[list[_Glyph], int]:
    """The glyphs and the turn of most of them. A page that is only shown turned is read as it was written."""
    shown = page.get_rotation()
    try:
        while True:
            text_page = page.get_textpage()
            try:
                glyphs = list(_glyphs(text_page.raw))
            finally:
                text_page.close()
            turns = Counter(g.turn for g in glyphs)
            main = max(turns, key=lambda t: turns[t]) if turns else 0
            if main == 0 and _is_vertical(glyphs):
                _lay_down(glyphs)
                return glyphs, _DOWN
            # pdfium orders by what is shown, which puts raised marks into other lines.
            if main != 0 or not page.get_rotation():
                return glyphs, main
            page.set_rotation(0)
    finally:
        if page.get_rotation() != shown:
            page.set_rotation(shown)


def _is_vertical(glyphs: list[_Glyph]) -> bool:
    """Whether the page is written from top to bottom: most of its Han stand below the one before."""
    down = right = 0
    for last, g in pairwise(g for g in glyphs if g.turn == 0 and _is_wide(g.char)):
        dx, dy = abs(g.middle - last.middle) / g.size, abs(g.y - last.y) / g.size
        down += dx < _NEAR < dy < 2
        right += dy < _NEAR < dx < 2
    return down >= _MANY and down > 2 * right


def _lay_down(glyphs: list[_Glyph]) -> None:
    """Glyphs of a vertical page as those of lines that run down the page, the first at its right."""
    above: _Glyph | None = None
    stood = 0.0
    for g in glyphs:
        if g.turn == 0 and not g.blank:
            if above is not None and not _is_wide(g.char) and abs(g.y - stood) < _NEAR * g.size:
                # Figures side by side in one place of the line.
                g.x0, g.x1, g.middle = above.x0, above.x1, above.middle
            else:
                g.x0, g.x1 = g.top, g.bottom
            above, stood = g, g.y
        if g.turn in {0, _DOWN}:
            g.turn, g.y = _DOWN, g.middle


def _pieces(glyphs: list[_Glyph], turn: int, box: tuple[float, float, float, float]) -> tuple[Piece, ...]:
    for g in glyphs:
        g.x0, g.x1, g.y = _upright(g, turn, box)
    return tuple(p for p in _runs(glyphs) if p.text.strip())


def _upright(g: _Glyph, turn: int, box: tuple[float, float, float, float]) -> tuple[float, float, float]:
    """The glyph's extent along its line, and how far its baseline is below the page's top, as a reader holds it."""
    left, bottom, right, top = box
    if turn == 90:
        return g.x0 - bottom, g.x1 - bottom, g.y - left
    if turn == 270:
        return top - g.x0, top - g.x1, right - g.y
    if turn == 180:
        return right - g.x0, right - g.x1, g.y - bottom
    return g.x0 - left, g.x1 - left, top - g.y


def _glyphs(text_page: raw.FPDF_TEXTPAGE) -> Iterator[_Glyph]:
    """All characters in the order of the page; extents run along the line, `y` across it."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    last = (0.0, 0.0)
    size, bold, turn = 10.0, False, 0
    for i, code in whole_codes(text_page, _MOST_CHARACTERS):
        if raw.FPDFText_IsGenerated(text_page, i) == 1 and code not in _HYPHENS:
            if code == 0x20:
                yield _Glyph(" ", 0, 0, 0, size, bold, True, turn)
            continue
        char = "-" if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
        raw.FPDFText_GetCharOrigin(text_page, i, x, y)
        raw.FPDFText_GetLooseCharBox(text_page, i, box)
        nominal = raw.FPDFText_GetFontSize(text_page, i)
        seen = (nominal, round(box.top - box.bottom, 1))
        if seen != last or char == "\n":
            raw.FPDFText_GetMatrix(text_page, i, matrix)
            size = max(1.0, nominal * math.hypot(matrix.c, matrix.d))
            last = seen
        bold = raw.FPDFText_GetFontWeight(text_page, i) >= _BOLD
        # pdfium counts clockwise, PDF and this module the other way round.
        turn = round(-math.degrees(raw.FPDFText_GetCharAngle(text_page, i))) % 360
        blank = char.isspace() and char != "\u3000"
        if char.isdigit() and turn == 0 and (up := _raised_shape(text_page, i, y.value, size)):
            yield _Glyph(char, x.value, max(box.right, x.value), y.value + up, 0.6 * size, bold, False, turn)
        elif turn in {90, 270}:
            ends = (y.value, max(box.top, y.value)) if turn == 90 else (y.value, min(box.bottom, y.value))
            middle = (box.left + box.right) / 2
            yield _Glyph(char, *ends, x.value, size, bold, blank, turn, blank, middle=middle)
        else:
            end = min(box.left, x.value) if turn == 180 else max(box.right, x.value)
            across = (box.top, box.bottom, (box.left + box.right) / 2)
            yield _Glyph(char, x.value, end, y.value, size, bold, blank, turn, blank, *across)


def whole_codes(text_page: raw.FPDF_TEXTPAGE, most: int) -> Iterator[tuple[int, int]]:
    """Places and code points of the page's characters, of at most `most` places; two halves stand where the second does."""
    high = 0
    for i in range(min(raw.FPDFText_CountChars(text_page), most)):
        code = raw.FPDFText_GetUnicode(text_page, i)
        if code >> 10 == _HIGH:
            high = code
            continue
        if code >> 10 == _LOW and high:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        high = 0
        yield i, code


def _raised_shape(text_page: raw.FPDF_TEXTPAGE, i: int, baseline: float, size: float) -> float:
    """How far above the baseline a figure is drawn that is raised by its shape, as fonts with such figures do; else 0."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page, i, left, right, bottom, top)
    raised, height = bottom.value - baseline, top.value - bottom.value
    return raised if 0.2 * size < raised < 0.6 * size and 0 < height < 0.5 * size else 0.0


def _runs(glyphs: list[_Glyph]) -> Iterator[Piece]:
    """Glyphs gathered as long as they follow each other on one baseline; raised and lowered marks stay with their line."""
    run: list[_Glyph] = []
    blank = meant = False
    for g in glyphs:
        if g.blank:
            blank, meant = True, meant or g.meant
            continue
        if run:
            if not _follows(run, g):
                yield _piece(run)
                run = []
            elif _is_blank(run[-1], g, blank):
                run.append(_Glyph(" ", run[-1].x1, run[-1].x1, run[-1].y, g.size, g.bold, True, g.turn, meant))
        blank = meant = False
        run.append(g)
    if run:
        yield _piece(run)


def _is_blank(last: _Glyph, g: _Glyph, blank: bool) -> bool:
    """Whether the gap between two glyphs is a blank; `blank` says that the file has one there."""
    gap = g.x0 - last.x1
    if not blank:
        return gap > 0.25 * g.size
    return gap > _BLANK * g.size or (g.char.isascii() and last.char.isascii())


def _follows(run: list[_Glyph], g: _Glyph) -> bool:
    last = run[-1]
    size = max(last.size, g.size)
    small = min(last.size, g.size) < 0.85 * size
    if abs(g.y - last.y) > (0.65 if small else 0.3) * size and abs(g.y - run[0].y) > 0.3 * size:
        return False
    # Boxes of ligatures reach too far: what counts is that the pen moved on.
    return g.x0 >= last.x0 - 0.1 * size and g.x0 - last.x1 <= _APART * size


def _piece(run: list[_Glyph]) -> Piece:
    # What most characters share is the run's: a raised footnote mark does not move its line.
    size = Counter(g.size for g in run).most_common(1)[0][0]
    y = Counter(round(g.y, 2) for g in run).most_common(1)[0][0]
    text: list[str] = []
    gaps: list[tuple[int, float, float]] = []
    raised: list[tuple[int, int]] = []
    last: _Glyph | None = None
    apart = _apart(run, size)
    for i, g in enumerate(run):
        if g.blank:
            # Justified setting parts Han without a blank being meant.
            wide = _is_wide(run[i - 1].char) and _is_wide(run[i + 1].char) and not g.meant
            if not wide and run[i + 1].x0 - run[i - 1].x1 >= apart:
                text.append(" ")
            continue
        if g.size < _SMALL * size and y - g.y > _RAISED * size:
            joins = bool(raised) and raised[-1][1] == len(text)
            raised[-1:] = [(raised[-1][0], len(text) + 1)] if joins else [*raised[-1:], (len(text), len(text) + 1)]
        if last is not None and _part_cells(last, g, size):
            gaps.append((len(text), last.x1, g.x0))
        text.append(g.char)
        last = g
    bold = all(g.bold for g in run if not g.blank)
    return Piece("".join(text), run[0].x0, max(g.x1 for g in run), y, size, bold, tuple(gaps), tuple(raised))


def _part_cells(last: _Glyph, g: _Glyph, size: float) -> bool:
    gap = g.x0 - last.x1
    if last.char in "）】" or g.char in "（【":
        # Half of a wide bracket is blank, and setting may take that half away.
        return gap > 0.4 * size
    return gap > _CELLS * size


def _apart(run: list[_Glyph], size: float) -> float:
    """The least gap that is a blank in this run: in words whose letters were spaced out, more than their spacing."""
    shown = [g for g in run if not g.blank]
    blanks = len(run) - len(shown)
    if len(shown) < _SPACED or blanks * 3 < 2 * (len(shown) - 1):
        return -math.inf
    if sum(g.char.isalpha() and not _is_wide(g.char) for g in shown) * 5 < 4 * len(shown):
        return -math.inf
    return median(b.x0 - a.x1 for a, b in pairwise(shown)) + _BLANK * size


def _is_wide(char: str) -> bool:
    return ord(char) > 0x2E7F
