"""Lines recognised on pictures of pages, kept beside the original: whoever asks where a passage stands need not wait."""

from __future__ import annotations

import json
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

#: The name in a reading text's metadata under which a parser hands them on.
METADATA = "page_lines"


def _name(stored: str) -> str:
    return f"{stored}.lines"


def keep_lines(stored: str, lines: str) -> None:
    """Keeps the JSON of the recognised lines of the original `stored`, in place of earlier ones."""
    default_storage.delete(_name(stored))
    default_storage.save(_name(stored), ContentFile(lines.encode("utf-8", "replace")))


def kept_lines(stored: str, page: int) -> list[list[Any]] | None:
    """The lines of a page, `[text, x0, y0, x1, y1]` in fractions of it; None when none were kept."""
    try:
        with default_storage.open(_name(stored), "rb") as file:
            pages = json.load(file)
    except (FileNotFoundError, ValueError):
        return None
    lines = pages.get(str(page)) if isinstance(pages, dict) else None
    return lines if isinstance(lines, list) else None
