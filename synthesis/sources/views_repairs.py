"""Repairs and damage for the reader's script, and what people decide about them."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import wants_json
from synthesis.infra.json_body import json_object
from synthesis.infra.policy import Permission
from synthesis.sources import actions_repairs, quality, selectors
from synthesis.sources.deciding import Wanted
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES)
def repairs(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """All repairs and damage of the current text, with their places in the original.

    Of the changes of script only those that were a choice of word, and the one at `?form=`, an offset of the text.
    """
    row = selectors.get_source(access, source)
    text = selectors.reading_text(access, row)
    form = request.GET.get("form", "")
    wanted = int(form) if form.isascii() and form.isdecimal() and len(form) < 10 else None
    response = JsonResponse(quality.marks(text, row.decisions, form=wanted), json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def decide(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """Decides about places or kinds: JSON for the reader, a form of one change for the page of the source."""
    row = selectors.get_source(access, source)
    decided = actions_repairs.decide(access=access, source=row, wanted=Wanted.parse(_body(request)))
    if wants_json(request):
        undo = [change.to_json() for change in decided.undo]
        return JsonResponse({"text": str(decided.text.pk), "at": decided.at, "undo": undo})
    if decided.undo:
        messages.success(request, _("Done. The text was made anew."))
    return redirect(f"{redirect('sources:info', access.workspace.pk, row.pk).url}#decided")


def _body(request: HttpRequest) -> dict[str, Any]:
    sent = json_object(request)
    return sent if sent is not None else request.POST.dict()
