"""Downloads."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from synthesis.drafting import selectors as drafting
from synthesis.exchange import selectors
from synthesis.exchange.pandoc import MEDIA_TYPES, to_docx, to_markdown
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.EXPORT, nav="draft")
def export(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """`GET /w/<workspace>/exports/<format>?draft=<id>`, format docx or md."""
    try:
        draft_id = uuid.UUID(request.GET.get("draft", ""))
    except ValueError as error:
        raise Invalid(_("Choose a draft to export.")) from error
    return download(access, name, draft_id)


def download(access: Access, name: str, draft_id: uuid.UUID) -> HttpResponse:
    """The draft as a file of the format `name`. Raises NotFound for an unknown format or draft, Forbidden, Conflict."""
    if name not in MEDIA_TYPES:
        raise NotFound
    access.require(Permission.EXPORT)
    document = selectors.document_of(access, drafting.get_draft(access, draft_id))
    content = to_docx(document) if name == "docx" else to_markdown(document)
    response = HttpResponse(content, content_type=MEDIA_TYPES[name])
    response.headers["Content-Disposition"] = content_disposition_header(True, f"{document.title}.{name}") or ""
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
