"""The queue of excerpts whose source has a newer text, and older texts to look back at."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import Conflict, Invalid, wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.sources import selectors as sources
from synthesis.sources import selectors_versions
from synthesis.sources.pages import uuid_or_404
from synthesis.tagging import actions_reanchoring, layout, pages_reanchoring, selectors, selectors_reanchoring
from synthesis.tagging.forms import NewPlace, body_of, version_in
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_EXCERPTS, nav="tagging")
def queue(request: HttpRequest, access: Access) -> HttpResponse:
    """Every excerpt that waits to be placed in its source's present text; `?source=` those of one source."""
    only = _only(access, request.GET.get("source", ""))
    context = pages_reanchoring.queue_context(access, request.GET.get("page"), only)
    return render_either(request, "tagging/reanchoring.html", "tagging/_reanchoring.html", context)


@require_GET
@in_workspace(Permission.WRITE_EXCERPTS, nav="tagging")
def place(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    """Choosing another place for one of them."""
    row = selectors_reanchoring.waiting_excerpt(access, excerpt)
    return render(request, "tagging/place.html", pages_reanchoring.place_context(access, row))


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS, nav="tagging")
def take_place(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    """The excerpt stands at `start`–`end` of the text `text`, where `quote` stands."""
    new = NewPlace.parse(request)
    try:
        actions_reanchoring.place_excerpt(
            access=access,
            excerpt_id=excerpt,
            text_id=new.text_id,
            start=new.start,
            end=new.end,
            quote=new.quote,
            version=new.version,
        )
    except (Conflict, Invalid) as error:
        return _refused(request, access, error)
    return _done(request, access, excerpt, _("Placed in the newer text. Press Z here to undo."))


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS, nav="tagging")
def let_go(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    """The excerpt is given up; undo brings it back."""
    try:
        version = version_in(body_of(request))
        actions_reanchoring.let_go(access=access, excerpt_id=excerpt, version=version)
    except Conflict as error:
        return _refused(request, access, error)
    return _done(request, access, excerpt, _("Let go. Press Z here to undo."))


def _refused(request: HttpRequest, access: Access, error: Conflict | Invalid) -> HttpResponse:
    if wants_json(request) or is_partial(request):
        raise error
    messages.error(request, str(error))
    return redirect("tagging:reanchoring", access.workspace.pk)


def _done(request: HttpRequest, access: Access, excerpt: uuid.UUID, said: str) -> HttpResponse:
    """The queue as it is now for the page; what became of the excerpt for scripts."""
    if wants_json(request):
        row = selectors.excerpts_visible_to(access).filter(pk=excerpt).first()
        return JsonResponse({"excerpt": selectors.describe(row) if row else None})
    if is_partial(request):
        only = _only(access, request.POST.get("only", ""))
        return render(request, "tagging/_reanchoring.html", pages_reanchoring.queue_context(access, None, only))
    messages.success(request, said)
    return redirect("tagging:reanchoring", access.workspace.pk)


def _only(access: Access, wanted: str) -> Any:
    """The source that the queue is narrowed to. Raises NotFound."""
    return sources.get_source(access, uuid_or_404(wanted)) if wanted else None


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def version(request: HttpRequest, access: Access, source: uuid.UUID, number: int) -> HttpResponse:
    """An older text of a source, to be read only; `?start=&end=` marks a span. The present one is the reader's."""
    row = sources.get_source(access, source)
    text = selectors_versions.get_version(access, row, number)
    if text.pk == row.text_id:
        return redirect("tagging:reader", access.workspace.pk, row.pk)
    return render(
        request,
        "tagging/version.html",
        {
            "source": row,
            "text": text,
            "blocks": layout.lay_out(text.text, text.blocks),
            "unplaced": selectors_reanchoring.waiting_count(access, row.pk),
        },
    )
