"""Threads of comments: a partial that stands beside an excerpt or a draft."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.discussion import actions, selectors
from synthesis.discussion.targets import require_visible
from synthesis.infra.errors import Invalid
from synthesis.infra.policy import Permission
from synthesis.sources import selectors as sources
from synthesis.workspaces.policy import Access, in_workspace


@require_http_methods(["GET", "POST"])
@in_workspace(Permission.COMMENT)
def comments(request: HttpRequest, access: Access, target_type: str, target: uuid.UUID) -> HttpResponse:
    """GET: the thread about an excerpt or a draft. POST: adds `body` to it."""
    require_visible(access, target_type, target)
    refused: dict[str, Any] = {}
    if request.method == "POST":
        body = request.POST.get("body", "")
        try:
            actions.add_comment(access=access, target_type=target_type, target_id=target, body=body)
        except Invalid as error:
            refused = {"error": str(error), "body": body}
    context = _thread(access, target_type, target)
    return render(request, "discussion/_thread.html", {**context, **refused}, status=422 if refused else 200)


@require_GET
@in_workspace(Permission.COMMENT)
def counts(request: HttpRequest, access: Access, source: uuid.UUID) -> JsonResponse:
    """How many comments the excerpts of a source have: `{excerpt: n}`, without those that have none."""
    row = sources.get_source(access, source)
    return JsonResponse({str(pk): n for pk, n in selectors.excerpt_counts(access, row).items()})


@require_POST
@in_workspace(Permission.COMMENT)
def delete_comment(request: HttpRequest, access: Access, comment: uuid.UUID) -> HttpResponse:
    """Takes one's own comment away and gives the thread without it."""
    row = selectors.get_comment(access, comment)
    require_visible(access, row.target_type, row.target_id)
    actions.delete_comment(access=access, comment=row)
    return render(request, "discussion/_thread.html", _thread(access, row.target_type, row.target_id))


def _thread(access: Access, target_type: str, target: uuid.UUID) -> dict[str, Any]:
    return {
        "comments": selectors.comments_on(access, target_type, target),
        "target_type": target_type,
        "target": target,
    }
