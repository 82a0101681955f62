"""Pages of comparisons of many texts."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import Invalid
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_matrix, pages_matrix, selectors_matrix, selectors_scopes
from synthesis.overlap.models import OF_A_CLASS, ComparisonScope, ReportState, TextComparison
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 30
_AT_FIRST = {ComparisonScope.DRAFTS, ComparisonScope.SOURCES}


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def comparisons(request: HttpRequest, access: Access) -> HttpResponse:
    return _list(request, access)


def _list(request: HttpRequest, access: Access, *, status: int = 200, **extra: Any) -> HttpResponse:
    page = Paginator(selectors_matrix.comparisons_of(access), PAGE_SIZE).get_page(request.GET.get("page"))
    in_class = selectors_scopes.course_of(access.workspace.pk) is not None
    choices = [(code, label) for code, label in ComparisonScope.choices if code not in OF_A_CLASS or in_class]
    # What was chosen last is chosen again: a class is compared every week in the same way.
    rows = list(page)
    context = {
        "page": page,
        "comparisons": [(row, _labels(row)) for row in rows],
        "choices": choices,
        "chosen": rows[0].scopes if rows else _AT_FIRST | ({ComparisonScope.CLASS} if in_class else set()),
        "given": selectors_matrix.given_texts(access),
        **extra,
    }
    return render(request, "overlap/comparison_list.html", context, status=status)


def _labels(row: TextComparison) -> list[str]:
    return [str(ComparisonScope(code).label) for code in row.scopes if code in ComparisonScope.values]


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def compare(request: HttpRequest, access: Access) -> HttpResponse:
    """Orders one and opens its page."""
    try:
        row = actions_matrix.request_comparison(access=access, scopes=request.POST.getlist("scopes"))
    except Invalid as error:
        return _list(request, access, status=400, problem=str(error), chosen=request.POST.getlist("scopes"))
    return redirect("overlap:comparison", access.workspace.pk, row.pk)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def comparison(request: HttpRequest, access: Access, comparison: uuid.UUID) -> HttpResponse:
    """The job while it runs, then table, graph, pairs and passages."""
    row = selectors_matrix.get_comparison(access, comparison)
    context: dict[str, Any] = {"comparison": row, "scopes": _labels(row), "given": selectors_matrix.given_texts(access)}
    if row.state == ReportState.READY:
        context["shown"] = pages_matrix.matrix_page(access, row)
    else:
        context["job"] = pages_matrix.job_line(row)
    return render_either(request, "overlap/comparison.html", "overlap/_comparison.html", context)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def pair(request: HttpRequest, access: Access, comparison: uuid.UUID, one: int, two: int) -> HttpResponse:
    row = selectors_matrix.get_comparison(access, comparison)
    context = {"comparison": row, **pages_matrix.pair_page(access, row, one, two)}
    return render(request, "overlap/comparison_pair.html", context)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def repeat(request: HttpRequest, access: Access, comparison: uuid.UUID) -> HttpResponse:
    row = selectors_matrix.get_comparison(access, comparison)
    actions_matrix.repeat_comparison(access=access, comparison=row)
    return redirect("overlap:comparison", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def mark_given(request: HttpRequest, access: Access, comparison: uuid.UUID, passage: int) -> HttpResponse:
    row = selectors_matrix.get_comparison(access, comparison)
    actions_matrix.mark_given(access=access, comparison=row, passage=passage, text=request.POST.get("text"))
    messages.success(request, _("Counted for nobody from now on. The comparison is made anew."))
    return redirect("overlap:comparison", access.workspace.pk, row.pk)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def add_given(request: HttpRequest, access: Access) -> HttpResponse:
    try:
        actions_matrix.add_given(access=access, text=request.POST.get("text", ""))
    except Invalid as error:
        return _list(request, access, status=400, problem=str(error))
    return redirect("overlap:comparisons", access.workspace.pk)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def remove_given(request: HttpRequest, access: Access, given: uuid.UUID) -> HttpResponse:
    actions_matrix.remove_given(access=access, pk=given)
    return redirect("overlap:comparisons", access.workspace.pk)
