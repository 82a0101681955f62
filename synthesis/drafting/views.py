"""Pages of drafts: the list with its order form, one draft while it is written and afterwards."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.drafting import actions, forms, pages, pages_meter, selectors, selectors_model, selectors_page
from synthesis.drafting.models import DraftState
from synthesis.infra.errors import Invalid, wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 40
NOT_WRITTEN = {DraftState.WRITING, DraftState.FAILED}


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="draft")
def draft_list(request: HttpRequest, access: Access) -> HttpResponse:
    return _list(request, access)


def _list(request: HttpRequest, access: Access, *, status: int = 200, **extra: Any) -> HttpResponse:
    page = Paginator(selectors.drafts_visible_to(access), PAGE_SIZE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {"page": page, "rows": pages.draft_rows(access, list(page)), **extra}
    if access.has(Permission.WRITE_DRAFTS) and not is_partial(request):
        context["headings"] = selectors_page.headings_to_draft(access)
        context["tagged"] = any(one["excerpts"] for one in context["headings"])
        context["model"] = selectors_model.connection_of(access.workspace.pk)
        context.setdefault("wanted", {"points": access.workspace.points_per_heading})
    return render_either(request, "drafting/draft_list.html", "drafting/_list.html", context, status=status)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def create(request: HttpRequest, access: Access) -> HttpResponse:
    """Orders a draft and opens the page that shows it being written."""
    data = forms.body(request)
    try:
        points = forms.number_in(data, "points", 0) or None
        title, provider = forms.text_in(data, "title"), forms.text_in(data, "provider") or "rules"
        draft = actions.create_draft(
            access=access, keys=forms.keys_in(data), points=points, title=title, provider=provider
        )
    except Invalid as error:
        if wants_json(request):
            raise
        return _list(request, access, status=400, problem=str(error), wanted=data)
    if wants_json(request):
        return JsonResponse({"id": str(draft.pk), "job": str(draft.job_id)}, status=201)
    return redirect("drafting:detail", access.workspace.pk, draft.pk)


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="draft")
def detail(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """The sheet; while there is none, how far writing is or why it failed. JSON as the outside contract has it."""
    row = selectors.get_draft(access, draft)
    if wants_json(request):
        return JsonResponse(selectors.describe(row, selectors.sections_of(row)))
    if row.state in NOT_WRITTEN:
        return _waiting(request, access, row)
    if is_partial(request) and "waiting" in request.GET:
        # The page that waited for the draft: it begins anew with it.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = pages.sheet(access, row)
    if not is_partial(request):
        context["messages_json"] = pages.editor_messages() | pages_meter.meter_messages()
    return render_either(request, "drafting/draft_detail.html", "drafting/_desk.html", context)


def _waiting(request: HttpRequest, access: Access, draft: Any) -> HttpResponse:
    context = {
        "draft": draft,
        "job": pages.job_row(selectors_page.jobs_of([draft]).get(draft.pk)),
        "server": selectors_model.server_of(access) if draft.provider == "model" else None,
        # Of a draft that was stopped or failed: what its questions came to so far.
        "spending": selectors_model.spending_of(draft) if draft.state == DraftState.FAILED else None,
        "stall": settings.MODEL_STALL_SECONDS,
        "may_write": selectors.may_write(access, draft),
    }
    return render_either(request, "drafting/draft_waiting.html", "drafting/_waiting.html", context)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def retry(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    by_rules = forms.text_in(forms.body(request), "provider") == "rules"
    row = actions.retry_draft(access=access, draft=selectors.get_draft(access, draft), by_rules=by_rules)
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "job": str(row.job_id)})
    return HttpResponse(status=204) if is_partial(request) else redirect("drafting:detail", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def rename(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    title = forms.text_in(forms.body(request), "title")
    row = actions.rename_draft(access=access, draft=selectors.get_draft(access, draft), title=title)
    if wants_json(request):
        return JsonResponse({"id": str(row.pk), "title": row.title})
    return redirect("drafting:detail", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="draft")
def delete(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    actions.delete_draft(access=access, draft=selectors.get_draft(access, draft))
    if wants_json(request):
        return JsonResponse({"deleted": str(draft)})
    messages.success(request, _("Draft deleted."))
    return redirect("drafting:list", access.workspace.pk)
