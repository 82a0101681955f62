"""Commands on many sources at once: the selected ones, or all that the list shows by its filters."""

from __future__ import annotations

import uuid
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from synthesis.infra.errors import wants_json
from synthesis.infra.policy import Permission
from synthesis.sources import actions_bulk, selectors
from synthesis.sources.actions_bulk import BulkResult
from synthesis.sources.archive import zipped
from synthesis.sources.downloads import ThreadedStream
from synthesis.sources.forms import FilterForm
from synthesis.workspaces.policy import Access, in_workspace

#: Reasons that a page tells one by one; scripts get them all.
TOLD = 5


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def delete(request: HttpRequest, access: Access) -> HttpResponse:
    result = actions_bulk.delete_sources(access=access, ids=_chosen(request, access))
    n = len(result.done)
    said = ngettext("%(n)s source deleted.", "%(n)s sources deleted.", n) % {"n": n}
    return _done(request, access, result, said)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def restore(request: HttpRequest, access: Access) -> HttpResponse:
    result = actions_bulk.restore_sources(access=access, ids=_chosen(request, access))
    n = len(result.done)
    return _done(request, access, result, ngettext("%(n)s source restored.", "%(n)s sources restored.", n) % {"n": n})


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def retry(request: HttpRequest, access: Access) -> HttpResponse:
    result = actions_bulk.retry_sources(access=access, ids=_chosen(request, access))
    n = len(result.done)
    said = ngettext("%(n)s source is being read again.", "%(n)s sources are being read again.", n) % {"n": n}
    return _done(request, access, result, said)


@require_POST
@in_workspace(Permission.READ_SOURCES, nav="sources")
def download(request: HttpRequest, access: Access) -> HttpResponse:
    """The originals as a ZIP that is made while it is sent."""
    sources = selectors.downloadable(access, _chosen(request, access))
    response = ThreadedStream(zipped(sources), content_type="application/zip")
    name = f"sources-{timezone.localdate():%Y-%m-%d}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return cast("HttpResponse", response)  # the door's signature knows no streaming answers


def _chosen(request: HttpRequest, access: Access) -> list[uuid.UUID]:
    """The ids of the form; with `all`, those of everything that its `filter` (a query string) shows."""
    if request.POST.get("all"):
        wish = FilterForm(QueryDict(request.POST.get("filter", ""))).values()
        return selectors.matching_ids(access, wish, most=actions_bulk.MOST_AT_ONCE + 1)
    found = []
    for text in request.POST.getlist("source"):
        try:
            found.append(uuid.UUID(text))
        except ValueError:
            continue
    return found


def _done(request: HttpRequest, access: Access, result: BulkResult, said: str) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(result.to_json())
    if result.done:
        messages.success(request, said)
    for title, reason in result.failed[:TOLD]:
        messages.warning(request, _("%(file)s: %(problem)s") % {"file": title, "problem": reason})
    if result.more:
        messages.info(request, _("More match than can be changed at once. Repeat it for the rest."))
    rest = len(result.failed) - TOLD
    if rest > 0:
        words = ngettext("%(n)s more source was not changed.", "%(n)s more sources were not changed.", rest)
        messages.warning(request, words % {"n": rest})
    return redirect("sources:list", access.workspace.pk)
