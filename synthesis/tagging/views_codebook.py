"""The codebook: which headings there are, what they mean, how often they are used."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import Conflict, Invalid
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.tagging import actions_headings, selectors
from synthesis.tagging.forms import body_of, text_in, uuid_in
from synthesis.tagging.pages import hue_of
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="tagging")
def headings(request: HttpRequest, access: Access) -> HttpResponse:
    return _page(request, access)


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="tagging")
def save_heading(request: HttpRequest, access: Access) -> HttpResponse:
    """Makes a heading; with `heading` (an id) changes that one."""
    data = body_of(request)
    heading = selectors.get_heading(access, uuid_in(data, "heading")) if data.get("heading") else None
    words = {name: text_in(data, name) for name in ("key", "name", "description")}
    try:
        actions_headings.save_heading(access=access, heading=heading, **words)
    except (Invalid, Conflict) as error:
        wrong = {"id": str(heading.pk) if heading else "", "error": str(error), **words}
        return _page(request, access, wrong=wrong, status=422)
    return _done(request, access, _("Saved."))


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="tagging")
def delete_heading(request: HttpRequest, access: Access, heading: uuid.UUID) -> HttpResponse:
    row = selectors.get_heading(access, heading)
    try:
        actions_headings.delete_heading(access=access, heading=row)
    except Conflict as error:
        wrong = {"id": str(row.pk), "error": str(error), "key": row.key, "name": row.name}
        return _page(request, access, wrong={**wrong, "description": row.description}, status=422)
    return _done(request, access, _("Deleted."))


def _done(request: HttpRequest, access: Access, said: str) -> HttpResponse:
    if is_partial(request):
        return _page(request, access)
    messages.success(request, said)
    return redirect("tagging:headings", access.workspace.pk)


def _page(
    request: HttpRequest, access: Access, *, wrong: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """`wrong`: the form that was refused, with what was typed into it."""
    rows = [
        {
            "heading": row,
            "hue": hue_of(row),
            "wrong": wrong if wrong and wrong["id"] == str(row.pk) else None,
        }
        for row in selectors.headings_with_counts(access)
    ]
    context = {"rows": rows, "wrong_new": wrong if wrong and not wrong["id"] else None}
    return render_either(request, "tagging/codebook.html", "tagging/_codebook.html", context, status=status)
