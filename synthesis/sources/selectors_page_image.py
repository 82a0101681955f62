"""Pages of a source as pictures, and where a span of its reading text stands on them. The sandbox draws and looks."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext as _

from synthesis.engine.text.offsets import OffsetMap
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.infra.sandbox import PageImage, ParserFailed, locate, render_page
from synthesis.sources import originals
from synthesis.sources.models import ReadingText, Source
from synthesis.sources.page_lines import kept_lines
from synthesis.sources.selectors import reading_text
from synthesis.workspaces.policy import Access

NARROWEST, WIDEST, CUSTOMARY = 400, 1600, 1000
#: Kinds that have pages to be seen.
_SHOWN = frozenset({"pdf", "image"})
_LONGEST_SPAN = 20_000
_CONTEXT = 120
_KEPT_SECONDS = 24 * 3600


def page_width(asked: str) -> int:
    """The width in pixels that a request asks for, within bounds."""
    return min(WIDEST, max(NARROWEST, int(asked))) if asked.isascii() and asked.isdigit() else CUSTOMARY


def page_etag(source: Source, page: int, width: int) -> str:
    """Equal for equal pictures: the file's hash, the page and the width."""
    return '"' + hashlib.sha256(f"{source.sha256}:{page}:{width}".encode()).hexdigest()[:32] + '"'


def page_image(access: Access, source: Source, page: int, width: int) -> PageImage:
    """Page `page` (from 1). Raises NotFound for kinds without pages and for other pages, Conflict without the original."""
    _check(access, source, page)
    try:
        with originals.local_path(source.stored) as path:
            return render_page(path, page, width=width, kind=source.kind)
    except ParserFailed as fault:
        raise _refusal(fault) from fault
    except FileNotFoundError as fault:
        raise _missing() from fault


def page_boxes(access: Access, source: Source, page: int, start: int, end: int) -> dict[str, Any]:
    """Where `[start, end)` of the current reading text stands on page `page`.

    `boxes` are `[x0, y0, x1, y1]` in fractions of the page, a line each; `width` and `height` are the page's size in
    points. What cannot be found there has no boxes. Raises NotFound, Conflict (not read yet), Invalid (no such span).
    """
    _check(access, source, page)
    text = reading_text(access, source)
    if not 0 <= start <= end <= text.length or end - start > _LONGEST_SPAN:
        raise Invalid(_("This passage is not in the text."), code="span")
    key = f"page-boxes:{text.pk}:{page}:{start}:{end}"
    found = cache.get(key)
    if found is None:
        found = _boxes(source, text, page, start, end)
        cache.set(key, found, _KEPT_SECONDS)
    return dict(found)


def _boxes(source: Source, text: ReadingText, page: int, start: int, end: int) -> dict[str, Any]:
    extracted = text.extracted
    mapped = OffsetMap([(a, b, c, d) for a, b, c, d in text.offset_map], text.length, len(extracted))
    first, last = mapped.to_original(start, end)
    before, after = extracted[max(0, first - _CONTEXT) : first], extracted[last : last + _CONTEXT]
    try:
        with originals.local_path(source.stored) as path:
            quote, lines = extracted[first:last], kept_lines(source.stored, page)
            found = locate(path, page, quote, before=before, after=after, kind=source.kind, lines=lines)
    except ParserFailed as fault:
        raise _refusal(fault) from fault
    except FileNotFoundError as fault:
        raise _missing() from fault
    return {"page": page, "boxes": found.boxes, "width": found.page_width, "height": found.page_height}


def _check(access: Access, source: Source, page: int) -> None:
    access.require(Permission.READ_SOURCES)
    if source.workspace_id != access.workspace.pk or source.kind not in _SHOWN or page < 1:
        raise NotFound


def _refusal(fault: ParserFailed) -> Exception:
    if fault.code in {"unreadable", "no_ocr"}:
        return NotFound()
    return Conflict(_("This page cannot be shown."), code="page")


def _missing() -> Conflict:
    return Conflict(_("The original file is missing from the store. Add it again."), code="missing")
