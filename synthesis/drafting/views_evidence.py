"""The evidence table, its CSV, and putting a row right."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.drafting import actions_evidence, forms, pages_evidence, selectors_evidence, selectors_given
from synthesis.infra.errors import Invalid, wants_json
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_EXCERPTS, nav="arrange")
def evidence(request: HttpRequest, access: Access) -> HttpResponse:
    """What the excerpts state, row by row."""
    wanted = pages_evidence.wanted_of(access, request.GET)
    context = pages_evidence.table(access, wanted, request.GET.get("page"))
    return render_either(request, "drafting/evidence.html", "drafting/_evidence.html", context)


@require_GET
@in_workspace(Permission.READ_EXCERPTS)
def evidence_csv(request: HttpRequest, access: Access) -> HttpResponse:
    """The table as chosen, without pages."""
    text = pages_evidence.as_csv(access, pages_evidence.wanted_of(access, request.GET))
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="evidence.csv"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_http_methods(["GET", "POST"])
@in_workspace(Permission.WRITE_EXCERPTS, nav="arrange")
def evidence_row(
    request: HttpRequest, access: Access, excerpt: uuid.UUID, start: int, end: int, number: int
) -> HttpResponse:
    """The form that corrects one row; `reset` gives back what was found."""
    row = tagging.get_excerpt(access, excerpt)
    place = {"start": start, "end": end, "number": number}
    problem, status = "", 200
    typed: dict[str, str] = {}
    wrong: Mapping[str, str] = {}
    if request.method == "POST":
        data = forms.body(request)
        try:
            fields = _found(row, **place) if data.get("reset") else _fields_in(data)
            shown = actions_evidence.correct_evidence(access=access, excerpt=row, **place, fields=fields)
        except Invalid as error:
            if wants_json(request):
                raise
            problem, status = str(error), 400
            typed, wrong = _fields_in(data), error.fields
        else:
            if wants_json(request):
                return JsonResponse({"fields": shown.fields, "corrected": sorted(shown.corrected)})
            messages.success(request, _("The evidence is corrected."))
            return redirect(_back(request, access))
    shown = selectors_evidence.get_row(access, row, **place)
    if not tagging.may_change(access, row):
        problem = _("This is somebody else's excerpt. You can comment on it.")
    context: dict[str, Any] = {
        "row": shown,
        "form": pages_evidence.form(shown, typed, wrong),
        "place": pages_evidence.span_place(shown),
        "told": selectors_given.statement_given(shown),
        "problem": problem,
        "may_correct": tagging.may_change(access, row),
        "back": _back(request, access),
    }
    return render(request, "drafting/evidence_row.html", context, status=status)


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def drop_evidence(request: HttpRequest, access: Access, excerpt: uuid.UUID, start: int, end: int) -> HttpResponse:
    """The statement is no evidence; with `undo` it is again."""
    dropped = not forms.body(request).get("undo")
    row = tagging.get_excerpt(access, excerpt)
    actions_evidence.drop_evidence(access=access, excerpt=row, start=start, end=end, dropped=dropped)
    if wants_json(request):
        return JsonResponse({"dropped": dropped})
    said = _("Drafts no longer use this statement.") if dropped else _("Drafts can use this statement again.")
    messages.success(request, said)
    return redirect(_back(request, access))


def _fields_in(data: dict[str, Any]) -> dict[str, str]:
    return {name: forms.text_in(data, name) for name in selectors_evidence.COLUMNS if name in data}


def _found(excerpt: Excerpt, *, start: int, end: int, number: int) -> dict[str, str]:
    rows = selectors_evidence.rows_of(excerpt, ())
    return next((r.fields for r in rows if (r.found.start, r.found.end, r.number) == (start, end, number)), {})


def _back(request: HttpRequest, access: Access) -> str:
    """Where the person came from, if it is the table."""
    table = reverse("drafting:evidence", args=[access.workspace.pk])
    wanted = str(request.POST.get("back") or request.GET.get("back") or "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) and wanted.startswith(table)
    return wanted if safe else table
