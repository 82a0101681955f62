"""PDF through pypdfium2: text with its places, laid out to paragraphs by the engine; scanned pages are said to be empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

import pypdfium2 as pdfium

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.layout.document import lay_out
from synthesis.engine.text.layout.pieces import Page
from synthesis.infra.parsers.pdf_pieces import page_of
from synthesis.infra.parsers.unreadable import Unreadable

_SUCCESS, _PASSWORD = 0, 4  # FPDF_ERR_SUCCESS, FPDF_ERR_PASSWORD
_MOST_PAGES = 20_000
_FIELDS = {"Title": "title", "Author": "author", "CreationDate": "date", "Subject": "subject"}


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Paragraphs, headings and tables with their pages, from 1. Raises Unreadable for broken, locked or empty files."""
    document = _open(source)
    pages = len(document)
    if pages == 0:
        raise Unreadable("no pages")
    seen: list[Page] = []
    empty = 0
    for index in range(min(pages, _MOST_PAGES)):
        page = _page(document, index)
        if page is None or not page.pieces:
            empty += 1
        else:
            seen.append(page)
        tell(0.9 * (index + 1) / pages)
    blocks = lay_out(seen)
    tell(1.0)
    if not blocks:
        raise Unreadable("no text: scanned pages")
    warnings = [f"pages-without-text:{empty}"] if empty else []
    if pages > _MOST_PAGES:
        warnings.append(f"pages-left-out:{pages - _MOST_PAGES}")
    metadata = {ours: value for theirs, ours in _FIELDS.items() if (value := _meta(document, theirs))}
    metadata["pages"] = str(pages)
    return Extraction(tuple(blocks), _useful(metadata.pop("title", "")), metadata, tuple(warnings), kind, laid_out=True)


def count_pages(source: BinaryIO) -> int:
    """The number of pages. Raises Unreadable; its text is "encrypted" when a password is needed."""
    try:
        return len(_open(source))
    except NoPages:
        return 0


class NoPages(Unreadable):
    """A sound file without a page."""


def _open(source: BinaryIO) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(source)
    except pdfium.PdfiumError as fault:
        # A document without pages fails to load, with "success" for its reason.
        if getattr(fault, "err_code", None) == _SUCCESS:
            raise NoPages("no pages") from fault
        locked = getattr(fault, "err_code", None) == _PASSWORD or "password" in str(fault).lower()
        raise Unreadable("encrypted" if locked else f"pdf: {fault}") from fault


def _page(document: pdfium.PdfDocument, index: int) -> Page | None:
    try:
        page = document[index]
        try:
            return page_of(page, index + 1)
        finally:
            page.close()
    except pdfium.PdfiumError:
        return None


def _meta(document: pdfium.PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key) or "").strip()
    except (pdfium.PdfiumError, UnicodeDecodeError):
        return ""


def _useful(title: str) -> str:
    """Titles that word processors invent are none."""
    lowered = title.lower()
    return (
        ""
        if lowered.startswith(("microsoft word", "untitled", "无标题")) or lowered.endswith((".doc", ".docx", ".indd"))
        else title
    )
