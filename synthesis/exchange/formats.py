"""The formats a draft leaves the house in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from synthesis.exchange.document import ReportDocument
from synthesis.exchange.draft_pdf import to_pdf
from synthesis.exchange.pandoc import to_docx, to_html, to_latex, to_markdown


@dataclass(frozen=True, slots=True)
class Format:
    """What a browser is told of a file, and who writes it (`write` may raise TypesettingFailed)."""

    media_type: str
    write: Callable[[ReportDocument], str | bytes]


FORMATS = {
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", to_docx),
    "pdf": Format("application/pdf", to_pdf),
    "tex": Format("application/x-tex; charset=utf-8", to_latex),
    "md": Format("text/markdown; charset=utf-8", to_markdown),
    "html": Format("text/html; charset=utf-8", to_html),
}
