"""Pages of overlap reports: the list, and one report with its passages beside their sources."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.overlap import actions, pages, selectors
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 40


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def report_list(request: HttpRequest, access: Access) -> HttpResponse:
    page = Paginator(selectors.reports_of(access), PAGE_SIZE).get_page(request.GET.get("page"))
    reports = list(page.object_list)
    newest = selectors.newest_revisions(access, [report.draft_id for report in reports])
    rows = [pages.list_row(access, row, newest) for row in selectors.rows_of(access, reports)]
    context = {"page": page, "rows": rows, "query": ""}
    return render_either(request, "overlap/list.html", "overlap/_list.html", context)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def report(request: HttpRequest, access: Access, report: uuid.UUID) -> HttpResponse:
    """`?min=13&without=<source>&hide=<kind>` counts the stored passages again for this look; `?mark=` filters them."""
    row = selectors.get_report(access, report)
    context = pages.page_context(access, row, request.GET)
    return render_either(request, "overlap/report.html", "overlap/_report.html", context)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def retry(request: HttpRequest, access: Access, report: uuid.UUID) -> HttpResponse:
    row = actions.retry_report(access=access, report=selectors.get_report(access, report))
    if is_partial(request) or wants_json(request):
        return HttpResponse(status=204)
    messages.success(request, _("The comparison starts again."))
    return redirect("overlap:report", access.workspace.pk, row.pk)
