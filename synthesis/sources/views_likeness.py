"""Two sources that share most of their text: what differs, and what to do about it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import wants_json
from synthesis.infra.htmx import is_partial
from synthesis.infra.policy import Permission
from synthesis.sources import actions_likeness, pages_versions, selectors, selectors_likeness
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def likeness(request: HttpRequest, access: Access, source: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """The passages in which two sources differ, side by side."""
    one, two = selectors.get_source(access, source), selectors.get_source(access, other)
    row = selectors_likeness.get_likeness(access, one, two)
    left, right = selectors_likeness.texts_of_two(access, [one, two])
    context = {
        "source": one,
        "other": two,
        # The one that came later can become a version of the one before.
        "may_renew": bool(one.stored and two.stored),
        "older": min(one, two, key=lambda source: source.pk),
        "newer": max(one, two, key=lambda source: source.pk),
        "left": left,
        "right": right,
        "kept": row.dismissed_by_id is not None,
        "alike": selectors_likeness.Alike(two.pk, two.title, two.file_name, row.share),
        **pages_versions.difference_context(left, right),
    }
    return render(request, "sources/likeness.html", context)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def keep_both(request: HttpRequest, access: Access, source: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Both sources are wanted; nobody is told again."""
    one, two = selectors.get_source(access, source), selectors.get_source(access, other)
    actions_likeness.keep_both(access=access, likeness=selectors_likeness.get_likeness(access, one, two))
    if is_partial(request) or wants_json(request):
        return HttpResponse(status=204)
    messages.success(request, _("Both sources are kept."))
    if request.POST.get("next") == "list":
        return redirect("sources:list", access.workspace.pk)
    return redirect("sources:info", access.workspace.pk, one.pk)
