"""PDF text page by page through pypdfium2. Columns and boxes are a later matter; scanned pages are said to be empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

import pypdfium2 as pdfium

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.infra.parsers.unreadable import Unreadable

_SUCCESS, _PASSWORD = 0, 4  # FPDF_ERR_SUCCESS, FPDF_ERR_PASSWORD
_MOST_PAGES = 20_000
_FIELDS = {"Title": "title", "Author": "author", "CreationDate": "date", "Subject": "subject"}


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """One block of text for each page, numbered from 1. Raises Unreadable for broken, locked or empty files."""
    document = _open(source)
    pages = len(document)
    if pages == 0:
        raise Unreadable("no pages")
    blocks: list[ExtractedBlock] = []
    empty = 0
    for index in range(min(pages, _MOST_PAGES)):
        text = _page_text(document, index)
        if text is None or not text.strip():
            empty += 1
        else:
            blocks.append(ExtractedBlock(text, page=index + 1))
        tell((index + 1) / pages)
    if not blocks:
        raise Unreadable("no text: scanned pages")
    warnings = [f"pages-without-text:{empty}"] if empty else []
    if pages > _MOST_PAGES:
        warnings.append(f"pages-left-out:{pages - _MOST_PAGES}")
    metadata = {ours: value for theirs, ours in _FIELDS.items() if (value := _meta(document, theirs))}
    metadata["pages"] = str(pages)
    return Extraction(tuple(blocks), _useful(metadata.pop("title", "")), metadata, tuple(warnings), kind)


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


def _page_text(document: pdfium.PdfDocument, index: int) -> str | None:
    try:
        page = document[index]
        text_page = page.get_textpage()
        text = str(text_page.get_text_bounded())
        text_page.close()
        page.close()
    except pdfium.PdfiumError:
        return None
    # pdfium writes U+FFFE (shown as U+0002 in places) for a hyphen at a line end.
    return text.replace("\ufffe", "-").replace("\x02", "-")


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
