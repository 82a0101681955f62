"""Downloads."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from synthesis.drafting import selectors as drafting
from synthesis.exchange import selectors
from synthesis.exchange.formats import FORMATS
from synthesis.exchange.overlap_page import render_page
from synthesis.exchange.overlap_pdf import overlap_pdf
from synthesis.infra.csp import SANDBOXED
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.infra.typesetting import TypesettingFailed
from synthesis.overlap import selectors as overlap
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.EXPORT, nav="draft")
def export(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """`GET /w/<workspace>/exports/<format>?draft=<id>`: docx, pdf, tex, md or html; `&appendix=1` adds the evidence."""
    try:
        draft_id = uuid.UUID(request.GET.get("draft", ""))
    except ValueError as error:
        raise Invalid(_("Choose a draft to export.")) from error
    return download(access, name, draft_id, appendix=request.GET.get("appendix") == "1")


def download(access: Access, name: str, draft_id: uuid.UUID, *, appendix: bool = False) -> HttpResponse:
    """The draft as a file of the format `name`. Raises NotFound for an unknown format or draft, Forbidden, Conflict."""
    if name not in FORMATS:
        raise NotFound
    access.require(Permission.EXPORT)
    draft = drafting.get_draft(access, draft_id)
    document = selectors.document_of(access, draft, appendix=appendix)
    wanted = FORMATS[name]
    return _download(_made(lambda: wanted.write(document)), wanted.media_type, f"{document.title}.{name}")


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def report(request: HttpRequest, access: Access, report: uuid.UUID, name: str) -> HttpResponse:
    """A finished overlap report as one page that needs nothing else (`html`), to be signed (`pdf`), or as data (`json`)."""
    row = overlap.get_report(access, report)
    if name not in {"html", "json", "pdf"}:
        raise NotFound
    if name == "json":
        content = json.dumps(selectors.report_data(access, row, request.GET), ensure_ascii=False, indent=1)
        return _download(content, "application/json; charset=utf-8", f"{row.title}.overlap.json")
    page = selectors.report_page(access, row, request.GET)
    if name == "pdf":
        made = _made(lambda: overlap_pdf(page, author=str(row.created_by), made=row.created))
        return _download(made, "application/pdf", f"{row.title}.overlap.pdf")
    return _download(
        render_page(page),
        "text/html; charset=utf-8",
        f"{row.title}.overlap.html",
    )


def _made(make: Callable[[], str | bytes]) -> str | bytes:
    try:
        return make()
    except TypesettingFailed as fault:
        if fault.code != "timeout":
            raise
        raise Conflict(_("This is too long for a PDF. Take another format and print it."), code="long") from fault


def _download(content: str | bytes, media_type: str, file_name: str) -> HttpResponse:
    """Always a file to keep, never a page of ours: should a browser show it all the same, it can run nothing."""
    response = HttpResponse(content, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, file_name) or ""
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOXED
    response.headers["Cache-Control"] = "private, no-cache"
    return response
