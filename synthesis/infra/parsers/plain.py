"""Plain text in any encoding: decoded, otherwise untouched. One block for each page where form feeds say so."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.infra.parsers.encodings import decode
from synthesis.infra.parsers.unreadable import Unreadable


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of a plain file. Raises Unreadable when nothing but white space is in it."""
    text, encoding, warnings = decode(source.read())
    tell(0.8)
    if not text.strip("\ufeff \t\r\n\f\x00"):
        raise Unreadable("no text", code="no_text")
    pages = text.split("\f")
    numbered = len(pages) > 1
    blocks = tuple(ExtractedBlock(page, page=n if numbered else None) for n, page in enumerate(pages, 1))
    return Extraction(blocks, warnings=warnings, kind=kind, encoding=encoding)
