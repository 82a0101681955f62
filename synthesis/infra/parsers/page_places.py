"""Where a quotation stands on a page: its characters are looked for among the page's own, and their boxes joined."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any, BinaryIO

import pypdfium2 as pdfium
from pypdfium2 import raw

from synthesis.infra.parsers import ocr
from synthesis.infra.parsers.pdf_file import FEW, is_picture, open_pdf, page_at
from synthesis.infra.parsers.pdf_pieces import whole_codes

#: Characters of a page and of a quotation that are looked at.
_MOST_ON_PAGE, _MOST_QUOTED = 40_000, 20_000
#: How much of the context is tried, longest first: (before, after).
_CONTEXTS = ((60, 60), (24, 24), (8, 8), (16, 0), (0, 16))
#: A stretch of a quotation that is found alone has so many characters; stretches this near each other are one.
_STRETCH, _BRIDGE = 8, 6
_SCALE = 100_000
_UNSEEN = frozenset("-\u00ad\u2010\u2011\x02\ufffe\ufffd")

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class _Placed:
    """A character with its box in fractions of the page's width and height, y downwards; `turned`: it runs sideways."""

    char: str
    box: Box
    turned: bool = False


def locate(
    kind: str,
    source: BinaryIO,
    *,
    page: int,
    quote: str,
    before: str = "",
    after: str = "",
    lines: Sequence[Sequence[Any]] | None = None,
) -> dict[str, Any]:
    """`boxes` `[x0, y0, x1, y1]` in fractions of page `page` (from 1), one for each line of `quote`; `points`, its size.

    Blanks and hyphens do not count. `before` and `after` tell which of several places is meant. A quotation that only
    begins or ends on this page gives its part. `lines` are those recognised before. Raises Unreadable for files and
    pages that are not there.
    """
    known = None if lines is None else [ocr.Line(str(text), *map(float, box)) for text, *box in lines]
    places, points = _of_image(source, page, known) if kind == "image" else _of_pdf(source, page, known)
    counted = [(c, place) for place in places for c in _counted(place.char)]
    spans = _spans("".join(c for c, _ in counted), *("".join(map(_counted, t)) for t in (before, quote, after)))
    found: list[list[float]] = []
    for start, end in spans:
        found.extend(_lines([place for _, place in counted[start:end]]))
    return {"boxes": found, "points": points}


def _counted(char: str) -> str:
    """What counts of a character: its compatibility form without blanks, hyphens and case."""
    if char.isspace() or char in _UNSEEN:
        return ""
    return "".join(unicodedata.normalize("NFKC", char).split()).casefold()


def _of_pdf(source: BinaryIO, number: int, known: Sequence[ocr.Line] | None) -> tuple[list[_Placed], list[float]]:
    page = page_at(open_pdf(source), number)
    points = list(page.get_size())
    if known is not None:
        return _of_lines(known), points
    text_page = page.get_textpage()
    places = _characters(page, text_page.raw)
    if len(places) < FEW and is_picture(page) and ocr.installed():
        places = _of_lines(ocr.lines_of_page(page))
    return places, points


def _of_image(source: BinaryIO, number: int, known: Sequence[ocr.Line] | None) -> tuple[list[_Placed], list[float]]:
    frame = ocr.frame_of(source, number)
    lines = ocr.lines_of(frame) if known is None else known
    return _of_lines(lines), [float(frame.shape[1]), float(frame.shape[0])]


def _characters(page: pdfium.PdfPage, text_page: raw.FPDF_TEXTPAGE) -> list[_Placed]:
    rect = raw.FS_RECTF()
    places: list[_Placed] = []
    quarter = page.get_rotation()
    for i, code in whole_codes(text_page, _MOST_ON_PAGE):
        char = chr(code) if 0 < code < 0x110000 else "\ufffd"
        if not _counted(char) or not raw.FPDFText_GetLooseCharBox(text_page, i, rect):
            continue
        angle = round(math.degrees(raw.FPDFText_GetCharAngle(text_page, i))) - quarter
        places.append(_Placed(char, _on_page(page, rect), angle % 180 == 90))
    _turn_vertical(places)
    return places


def _turn_vertical(places: Sequence[_Placed]) -> None:
    """Mark what stands below the character before or above the next one, as in vertical writing."""
    for last, place in pairwise(places):
        a, b = last.box, place.box
        if (
            ord(place.char) > 0x2E7F
            and abs(a[0] + a[2] - b[0] - b[2]) < 0.6 * (b[2] - b[0])
            and a[1] < b[1] < 2 * a[3] - a[1]
        ):
            last.turned = place.turned = True


def _on_page(page: pdfium.PdfPage, rect: raw.FS_RECTF) -> Box:
    """The rectangle in fractions of the page as it is shown: cut and turned."""
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for px, py in ((rect.left, rect.top), (rect.right, rect.bottom)):
        raw.FPDF_PageToDevice(page.raw, 0, 0, _SCALE, _SCALE, 0, px, py, x, y)
        corners.append((x.value / _SCALE, y.value / _SCALE))
    (xa, ya), (xb, yb) = corners
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _of_lines(lines: Sequence[ocr.Line]) -> list[_Placed]:
    """Recognised lines as characters: wide ones take twice the room of narrow ones."""
    places = []
    for line in lines:
        widths = [2.0 if ord(c) > 0x2E7F else 1.0 for c in line.text]
        each = (line.x1 - line.x0) / (sum(widths) or 1.0)
        at = line.x0
        for char, width in zip(line.text, widths, strict=True):
            places.append(_Placed(char, (at, line.y0, at + width * each, line.y1)))
            at += width * each
    return places


def _spans(text: str, before: str, quote: str, after: str) -> list[tuple[int, int]]:
    """Where `quote` stands in `text`: one span, or the stretches of it that are there, ascending."""
    quote = quote[:_MOST_QUOTED]
    if not quote or not text:
        return []
    for left, right in _CONTEXTS:
        head, tail = before[-left:] if left else "", after[:right]
        at = text.find(head + quote + tail) if head or tail else -1
        if at >= 0:
            return [(at + len(head), at + len(head) + len(quote))]
    places = [i for i in range(len(text) - len(quote) + 1) if text.startswith(quote, i)] if quote in text else []
    if places:
        best = max(places, key=lambda at: _agreement(text, at, at + len(quote), before, after))
        return [(best, best + len(quote))]
    return _stretches(text, before[-60:], quote, after[:60])


def _agreement(text: str, start: int, end: int, before: str, after: str) -> int:
    """How many characters of the context stand around the place."""
    ahead = sum(1 for a, b in zip(text[end : end + len(after)], after, strict=False) if a == b)
    behind = sum(1 for a, b in zip(reversed(text[:start]), reversed(before), strict=False) if a == b)
    return ahead + behind


def _stretches(text: str, before: str, quote: str, after: str) -> list[tuple[int, int]]:
    """Stretches of a quotation that was mended, or that another page holds the rest of."""
    matcher = SequenceMatcher(None, text, before + quote + after, autojunk=False)
    spans: list[list[int]] = []
    least = min(_STRETCH, max(2, len(quote) // 2))
    for at, there, size in matcher.get_matching_blocks():
        low, high = max(there, len(before)), min(there + size, len(before) + len(quote))
        if high <= low or size < least:
            continue
        start, end = at + low - there, at + high - there
        low, high = low - len(before), high - len(before)
        if spans and start - spans[-1][1] <= _BRIDGE and low - spans[-1][3] <= _BRIDGE:
            spans[-1][1], spans[-1][3] = end, high
        else:
            spans.append([start, end, low, high])
    # Words that stand in any text are not the quotation: it is long, or most of it, or its beginning or end.
    most = sum(high - low for _, _, low, high in spans) * 2 >= len(quote)
    return [
        (start, end)
        for start, end, low, high in spans
        if most or high - low >= 2 * _STRETCH or low == 0 or high == len(quote)
    ]


def _lines(places: Sequence[_Placed]) -> list[list[float]]:
    """The boxes of characters that follow each other, joined to one rectangle a line."""
    found: list[list[float]] = []
    last: _Placed | None = None
    for place in places:
        x0, y0, x1, y1 = place.box
        if last is not None and _same_line(last, place):
            line = found[-1]
            found[-1] = [min(line[0], x0), min(line[1], y0), max(line[2], x1), max(line[3], y1)]
        else:
            found.append([x0, y0, x1, y1])
        last = place
    return [[round(min(1.0, max(0.0, v)), 5) for v in line] for line in found]


def _same_line(last: _Placed, place: _Placed) -> bool:
    """Whether two characters overlap across the line and are near along it; turned text runs down or up the page."""
    across, along = (0, 1) if place.turned else (1, 0)
    a, b = last.box, place.box
    overlap = min(a[across + 2], b[across + 2]) - max(a[across], b[across])
    narrow = min(a[across + 2] - a[across], b[across + 2] - b[across])
    gap = max(a[along], b[along]) - min(a[along + 2], b[along + 2])
    thick = max(a[across + 2] - a[across], b[across + 2] - b[across])
    return overlap >= 0.4 * narrow and gap <= 4 * thick
