"""Pages of a source as people see them on paper: the picture, and the boxes of a passage on it."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from synthesis.infra.errors import Invalid
from synthesis.infra.policy import Permission
from synthesis.sources import selectors
from synthesis.sources import selectors_page_image as pictures
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def page_image(request: HttpRequest, access: Access, source: uuid.UUID, page: int) -> HttpResponse:
    """The page as PNG, `?width=` pixels wide (400 to 1600)."""
    row = selectors.get_source(access, source)
    width = pictures.page_width(request.GET.get("width", ""))
    etag = pictures.page_etag(row, page, width)
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag, "Cache-Control": "private, no-cache"})
    image = pictures.page_image(access, row, page, width)
    headers = {"ETag": etag, "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(image.png, content_type="image/png", headers=headers)


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def page_boxes(request: HttpRequest, access: Access, source: uuid.UUID, page: int) -> HttpResponse:
    """Where `?start=&end=` (code points of the reading text) stands on the page."""
    row = selectors.get_source(access, source)
    try:
        start, end = int(request.GET["start"]), int(request.GET["end"])
    except (KeyError, ValueError) as error:
        raise Invalid(_("This passage is not in the text."), code="span") from error
    response = JsonResponse(pictures.page_boxes(access, row, page, start, end))
    response.headers["Cache-Control"] = "private, no-cache"
    return response
