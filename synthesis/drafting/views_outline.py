"""The Arrange board and its commands. Scripts get JSON; a form goes back to the board."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from synthesis.drafting import actions_outline, actions_proposing, forms, pages_outline, selectors_outline
from synthesis.infra.errors import Invalid, wants_json
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors as tagging
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_OUTLINE, nav="arrange")
def outline(request: HttpRequest, access: Access) -> HttpResponse:
    context = {**pages_outline.board(access), "messages_json": pages_outline.board_messages()}
    return render_either(request, "drafting/outline.html", "drafting/_board.html", context)


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def create_point(request: HttpRequest, access: Access) -> HttpResponse:
    """A new point of `heading` (key); with `position` and `excerpts` a deleted one comes back."""
    data = forms.body(request)
    headings = tagging.headings_by_key(access, [forms.text_in(data, "heading")])
    if not headings:
        raise Invalid(_("Choose a heading of this workspace."), code="heading")
    point = actions_outline.create_point(
        access=access,
        heading=headings[0],
        title=forms.text_in(data, "title"),
        position=forms.number_in(data, "position", forms.END),
        excerpts=forms.ids_in(data, "excerpts") or [],
        claim=forms.text_in(data, "claim"),
        locked=data.get("locked") is True,
    )
    return _done(request, access, {"point": str(point.pk)}, status=201)


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def rename_point(request: HttpRequest, access: Access, point: uuid.UUID) -> HttpResponse:
    row = selectors_outline.get_point(access, point)
    row = actions_outline.rename_point(access=access, point=row, title=forms.text_in(forms.body(request), "title"))
    return _done(request, access, {"point": str(row.pk), "title": row.title})


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def claim_point(request: HttpRequest, access: Access, point: uuid.UUID) -> HttpResponse:
    row = selectors_outline.get_point(access, point)
    row = actions_outline.claim_point(access=access, point=row, claim=forms.text_in(forms.body(request), "claim"))
    return _done(request, access, {"point": str(row.pk), "claim": row.claim})


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def lock_point(request: HttpRequest, access: Access, point: uuid.UUID) -> HttpResponse:
    """Locks the point; without `locked` it is open again."""
    locked = bool(forms.body(request).get("locked"))
    row = actions_outline.lock_point(access=access, point=selectors_outline.get_point(access, point), locked=locked)
    return _done(request, access, {"point": str(row.pk), "locked": row.locked})


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def move_point(request: HttpRequest, access: Access, point: uuid.UUID) -> HttpResponse:
    row = selectors_outline.get_point(access, point)
    actions_outline.move_point(access=access, point=row, position=forms.number_in(forms.body(request), "position"))
    return _done(request, access, {"point": str(row.pk)})


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def delete_point(request: HttpRequest, access: Access, point: uuid.UUID) -> HttpResponse:
    """Gives what `create_point` takes to bring it back."""
    gone = actions_outline.delete_point(access=access, point=selectors_outline.get_point(access, point))
    return _done(request, access, gone)


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def place_excerpt(request: HttpRequest, access: Access) -> HttpResponse:
    """`excerpt` into `point` of `heading` at `position`; without a point among the unassigned."""
    data = forms.body(request)
    excerpt, heading, point = actions_outline.find_places(
        access,
        excerpt_id=forms.uuid_in(data, "excerpt"),
        heading_key=forms.text_in(data, "heading"),
        point_id=forms.optional_uuid_in(data, "point"),
    )
    position = forms.number_in(data, "position", forms.END)
    actions_outline.place_excerpt(access=access, excerpt=excerpt, heading=heading, point=point, position=position)
    return _done(request, access, {"excerpt": str(excerpt.pk)})


@require_POST
@in_workspace(Permission.WRITE_OUTLINE)
def arrange(request: HttpRequest, access: Access) -> HttpResponse:
    """Proposes points for the headings (keys), for all of them when none is named; with `again` also for those that
    have some."""
    data = forms.body(request)
    keys = forms.keys_in(data) or [h.key for h in tagging.headings_of(access)]
    made = actions_proposing.arrange(access=access, keys=keys, again=bool(data.get("again")))
    if not wants_json(request):
        said = ngettext("%(n)s point proposed.", "%(n)s points proposed.", made) % {"n": made}
        messages.success(request, said if made else _("Nothing to propose: the points that are there stay."))
    return _done(request, access, {"points": made})


def _done(request: HttpRequest, access: Access, answer: dict[str, Any], *, status: int = 200) -> HttpResponse:
    if wants_json(request):
        return JsonResponse(answer, status=status)
    return redirect("drafting:outline", access.workspace.pk)
