"""Opening a PDF and one of its pages; what is wrong with a file is said here."""

from __future__ import annotations

from itertools import islice
from typing import BinaryIO

import pypdfium2 as pdfium
from pypdfium2 import raw

from synthesis.infra.parsers.unreadable import Unreadable

#: A page with fewer characters may be a picture with a stamp on it.
FEW = 24
#: The part of a page that a picture of text covers; so many shapes may be letters drawn as outlines.
_LARGE, _OUTLINES = 0.3, 200
_MOST_OBJECTS = 2000
_SUCCESS, _PASSWORD = 0, 4  # FPDF_ERR_SUCCESS, FPDF_ERR_PASSWORD


class NoPages(Unreadable):
    """A sound file without a page."""


def open_pdf(source: BinaryIO) -> pdfium.PdfDocument:
    """The document. Raises Unreadable ("encrypted" when a password is needed), NoPages."""
    try:
        return pdfium.PdfDocument(source)
    except pdfium.PdfiumError as fault:
        # A document without pages fails to load, with "success" for its reason.
        if getattr(fault, "err_code", None) == _SUCCESS:
            raise NoPages("no pages") from fault
        locked = getattr(fault, "err_code", None) == _PASSWORD or "password" in str(fault).lower()
        raise Unreadable("encrypted" if locked else f"pdf: {fault}") from fault


def page_at(document: pdfium.PdfDocument, number: int) -> pdfium.PdfPage:
    """The page with this number, from 1. Raises Unreadable."""
    if not 1 <= number <= len(document):
        raise Unreadable("no such page")
    try:
        return document[number - 1]
    except pdfium.PdfiumError as fault:
        raise Unreadable(f"page {number}: {fault}") from fault


def is_picture(page: pdfium.PdfPage) -> bool:
    """Whether something is drawn on the page that may show text: a picture of some size, or many shapes."""
    wide, high = page.get_size()
    shapes = 0
    for thing in islice(page.get_objects(max_depth=3), _MOST_OBJECTS):
        if thing.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = thing.get_bounds()
            if (right - left) * (top - bottom) > _LARGE * wide * high:
                return True
        shapes += thing.type == raw.FPDF_PAGEOBJ_PATH
    return shapes >= _OUTLINES
