"""Revisions of a draft: the list, one against the one before, and going back to one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.drafting import actions, pages, pages_revisions, selectors
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
    """What this revision changed against the one before it."""
    row = selectors.get_draft(access, draft)
    wanted = selectors.get_revision(access, row, number)
    before = selectors.get_revision(access, row, number - 1) if number > 1 else None
    context = {
        "draft": row,
        "row": pages_revisions.row(wanted),
        "parts": pages_revisions.difference(before, wanted),
        "older": number - 1 if before else None,
        "newer": number + 1 if number < row.revision else None,
        "may_write": selectors.may_write(access, row),
        "language": pages.LANGUAGES.get(row.language, "zh-Hans"),
    }
    return render(request, "drafting/revision_detail.html", context)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def restore(request: HttpRequest, access: Access, draft: uuid.UUID, number: int) -> HttpResponse:
    """Makes the draft stand as in that revision, as a new one."""
    row = actions.restore_revision(access=access, draft=selectors.get_draft(access, draft), number=number)
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "revision": row.revision})
    messages.success(request, _("Revision %(n)s has been restored.") % {"n": number})
    return redirect("drafting:detail", access.workspace.pk, row.pk)
