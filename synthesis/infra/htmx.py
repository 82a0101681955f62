"""One place decides between a page and its part: the same URL serves both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks for a part of the page (a boosted link asks for the whole)."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not (htmx.boosted or htmx.history_restore_request)


def render_either(
    request: HttpRequest, page: str, part: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Renders the template `part` for htmx, `page` otherwise; caches keep them apart."""
    response = render(request, part if is_partial(request) else page, context, status=status)
    response.headers["Vary"] = "HX-Request, Cookie, Accept-Language"
    return response
