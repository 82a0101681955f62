"""PDF through pypdfium2: text with its places, laid out to paragraphs by the engine; scanned pages are recognised, or named."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import BinaryIO

import pypdfium2 as pdfium

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.layout.document import lay_out
from synthesis.engine.text.layout.pieces import Page
from synthesis.infra.parsers import ocr
from synthesis.infra.parsers.isolation import grant_time
from synthesis.infra.parsers.pdf_file import FEW, NoPages, is_picture, open_pdf
from synthesis.infra.parsers.pdf_pieces import page_of
from synthesis.infra.parsers.unreadable import Unreadable

_MOST_PAGES = 10_000
#: Seconds of processor time for the rest of the document that pages with text earn it.
_SECONDS_A_PAGE, _SECONDS_A_CHARACTER = 0.02, 0.0002
#: So many pages of pictures are recognised.
_MOST_RECOGNISED = 300
_MOST_RANGES = 20
_INVENTED = re.compile(
    r"microsoft (?:word|powerpoint|excel)|untitled|无标题|未命名|幻灯片 ?\d|slide ?\d|document ?\d*$|文档 ?\d*$|about:blank"
    r"|\S*\.(?:docx?|wps|pptx?|xlsx?|indd|tex|dvi|html?|pdf|fm|qxd|txt|odt)$",
    re.I,
)
_FIELDS = {"Title": "title", "Author": "author", "CreationDate": "date", "Subject": "subject"}


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Paragraphs, headings and tables with their pages, from 1. Raises Unreadable for broken, locked or empty files."""
    document = open_pdf(source)
    pages = len(document)
    if pages == 0:
        raise Unreadable("no pages")
    read = min(pages, _MOST_PAGES)
    seen = _Seen()
    for index in range(read):
        seen.look(document, index)
        tell(0.9 * (index + 1) / read)
    blocks = lay_out(seen.pages)
    tell(1.0)
    if not blocks:
        if seen.without_text:
            raise Unreadable("no text: pictures of pages", code="no_text_layer")
        if seen.damaged:
            raise Unreadable("no page can be opened")
        raise Unreadable("no text", code="no_text")
    warnings = seen.warnings()
    if pages > read:
        warnings.append(f"pages-left-out:{pages - read}")
    metadata = {ours: value for theirs, ours in _FIELDS.items() if (value := _meta(document, theirs))}
    metadata["pages"] = str(pages)
    if seen.recognised:
        metadata[ocr.LINES] = ocr.as_metadata(seen.recognised)
    return Extraction(tuple(blocks), _useful(metadata.pop("title", "")), metadata, tuple(warnings), kind, laid_out=True)


def count_pages(source: BinaryIO) -> int:
    """The number of pages. Raises Unreadable; its text is "encrypted" when a password is needed."""
    try:
        return len(open_pdf(source))
    except NoPages:
        return 0


class _Seen:
    """The pages with text so far, and the numbers of those whose text only eyes can read."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.without_text: list[int] = []
        self.damaged: list[int] = []
        self.recognised: dict[int, list[ocr.Line]] = {}
        self._can_recognise = ocr.installed()
        self._earned = 0.0

    def look(self, document: pdfium.PdfDocument, index: int) -> None:
        """Take in the page; one that cannot be opened is only counted."""
        try:
            page = document[index]
        except pdfium.PdfiumError:
            self.damaged.append(index + 1)
            return
        try:
            self._take(page, index + 1)
        except pdfium.PdfiumError:
            self.damaged.append(index + 1)
        finally:
            page.close()

    def _take(self, page: pdfium.PdfPage, number: int) -> None:
        found = page_of(page, number)
        if sum(len(piece.text) for piece in found.pieces) < FEW and is_picture(page):
            if not self._can_recognise or len(self.recognised) >= _MOST_RECOGNISED:
                self.without_text.append(number)
            elif lines := ocr.lines_of_page(page):
                found = ocr.page_of_lines(lines, number, *page.get_size())
                self.recognised[number] = lines
        if found.pieces:
            self.pages.append(found)
            characters = sum(len(piece.text) for piece in found.pieces)
            self._earned += _SECONDS_A_PAGE + _SECONDS_A_CHARACTER * characters
            if self._earned >= 1:
                grant_time(int(self._earned))
                self._earned %= 1

    def warnings(self) -> list[str]:
        """What people should know of these pages, with their numbers."""
        said = []
        if self.without_text:
            said.append(f"no_text_layer:{_ranges(self.without_text)}")
        if self.damaged:
            said.append(f"pages-damaged:{_ranges(self.damaged)}")
        if self.recognised:
            said.append(f"text-recognised:{_ranges(list(self.recognised))}")
        return said


def _ranges(numbers: Sequence[int]) -> str:
    """Ascending numbers, as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in runs[:_MOST_RANGES]]
    return ", ".join(shown) + (" …" if len(runs) > _MOST_RANGES else "")


def _meta(document: pdfium.PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key) or "").strip()
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return ""


def _useful(title: str) -> str:
    """Titles that programs invent are none: the name of a file, of a program, of nothing."""
    return "" if _INVENTED.match(title) else title
