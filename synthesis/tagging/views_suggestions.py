"""Decisions on suggestions; JSON for the reader."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from synthesis.infra.policy import Permission
from synthesis.tagging import actions_suggestions, selectors
from synthesis.tagging.forms import body_of, keys_in
from synthesis.workspaces.policy import Access, in_workspace


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def accept(request: HttpRequest, access: Access, suggestion: uuid.UUID) -> JsonResponse:
    """Tags the sentence under the proposed heading, or under `headings` where they are sent."""
    keys = keys_in(body_of(request))
    row = selectors.get_suggestion(access, suggestion)
    made = actions_suggestions.accept_suggestion(access=access, suggestion=row, headings=keys or None)
    return JsonResponse({"excerpt": selectors.describe(selectors.get_excerpt(access, made.pk))}, status=201)


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def dismiss(request: HttpRequest, access: Access, suggestion: uuid.UUID) -> JsonResponse:
    row = selectors.get_suggestion(access, suggestion)
    actions_suggestions.dismiss_suggestion(access=access, suggestion=row)
    return JsonResponse({"state": "dismissed"})


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def restore(request: HttpRequest, access: Access, suggestion: uuid.UUID) -> JsonResponse:
    """Takes a dismissal back."""
    row = selectors.get_suggestion(access, suggestion)
    actions_suggestions.restore_suggestion(access=access, suggestion=row)
    return JsonResponse({"state": "open", "suggestion": selectors.describe_suggestion(row)})
