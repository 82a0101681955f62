"""Revisions of a draft: the list, one against the one before, and going back to one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.drafting import actions, actions_order, actions_rewrite, forms, pages, pages_revisions, selectors
from synthesis.infra.errors import wants_json
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 50


@require_GET
@in_workspace(Permission.READ_DRAFTS, nav="draft")
def revisions(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    row = selectors.get_draft(access, draft)
    page = Paginator(selectors.revisions_of(access, row), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "draft": row,
        "page": page,
        "rows": [pages_revisions.row(revision) for revision in page],
        "may_write": selectors.may_write(access, row),
    }
    return render_either(request, "drafting/revision_list.html", "drafting/_revisions.html", context)


@require_GET
@in_workspace(Permission.READ_DRAFTS, nav="draft")
def revision(request: HttpRequest, access: Access, draft: uuid.UUID, number: int) -> HttpResponse:
    """What this revision changed against the one before it, or against the revision `since`."""
    row = selectors.get_draft(access, draft)
    wanted = selectors.get_revision(access, row, number)
    since = _since(request, number)
    asked = since and request.GET.get("since") and since == row.approved_revision
    before = selectors.get_revision(access, row, since) if since else None
    context = {
        "draft": row,
        "row": pages_revisions.row(wanted),
        "parts": pages_revisions.shown_difference(access, before, wanted),
        "since": since if since != number - 1 or asked else None,
        "approved": since == row.approved_revision,
        "against": since,
        "earlier": pages_revisions.earlier(access, row, number),
        "older": number - 1 if before else None,
        "newer": number + 1 if number < row.revision else None,
        "may_write": selectors.may_write(access, row),
        "ends": pages.what_a_change_ends(row),
        "language": pages.LANGUAGES.get(row.language, "zh-Hans"),
    }
    return render(request, "drafting/revision_detail.html", context)


def _since(request: HttpRequest, number: int) -> int:
    """The revision to compare with: an earlier one that is asked for, else the one before; 0 before the first."""
    asked = request.GET.get("since", "")
    if asked.isascii() and asked.isdecimal() and len(asked) < 7 and 0 < int(asked) < number:
        return int(asked)
    return number - 1


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def rewrite(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """Has the open points written again, or of them only `paragraphs`; what people wrote stays."""
    data = forms.body(request)
    if request.content_type != "application/json" and "chosen" in data:
        data["paragraphs"] = request.POST.getlist("paragraphs")
    row = actions_rewrite.rewrite_draft(
        access=access,
        draft=selectors.get_draft(access, draft),
        provider=forms.text_in(data, "provider") or "rules",
        paragraphs=forms.ids_in(data, "paragraphs"),
    )
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "job": str(row.job_id)})
    return redirect("drafting:detail", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def follow(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """Puts the paragraphs into the order that their points have on the board, as a revision."""
    row = actions_order.follow_points(access=access, draft=selectors.get_draft(access, draft))
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "revision": row.revision})
    messages.success(request, _("The draft follows the order of the points. Under Revisions you can go back."))
    return redirect("drafting:detail", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def restore(request: HttpRequest, access: Access, draft: uuid.UUID, number: int) -> HttpResponse:
    """Makes the draft stand as in that revision, as a new one."""
    row = actions.restore_revision(access=access, draft=selectors.get_draft(access, draft), number=number)
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "revision": row.revision})
    messages.success(request, _("Revision %(n)s has been restored.") % {"n": number})
    return redirect("drafting:detail", access.workspace.pk, row.pk)
