"""What people say of a report: its settings, marks on passages, the terms of the workspace; and how it is counted."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_marks, pages, selectors, selectors_marks
from synthesis.overlap.forms import MarkForm, ReportSettings, shown_in, terms_in
from synthesis.workspaces.policy import Access, in_workspace


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def change_settings(request: HttpRequest, access: Access, report: uuid.UUID) -> HttpResponse:
    """Keeps what the report leaves out and shows it counted again."""
    row = selectors.get_report(access, report)
    settings = ReportSettings.parse(request.POST).pairs()
    actions_marks.change_settings(access=access, report=row, settings=settings)
    return _report(request, access, report)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def mark(request: HttpRequest, access: Access, report: uuid.UUID) -> HttpResponse:
    """`verdict=fine|rewrite`, `comment`, and the passage: `start`, `end` in the draft and `source`."""
    row, form = selectors.get_report(access, report), MarkForm.parse(request.POST)
    actions_marks.mark_passage(
        access=access, report=row, draft=form.draft, source=form.source, verdict=form.verdict, comment=form.comment
    )
    return _report(request, access, report)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def withdraw(request: HttpRequest, access: Access, report: uuid.UUID, mark: uuid.UUID) -> HttpResponse:
    row = selectors.get_report(access, report)
    actions_marks.withdraw_mark(access=access, report=row, mark=selectors_marks.get_mark(access, row, mark))
    return _report(request, access, report)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="draft")
def to_rewrite(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """A part of the draft's page: what a report's reader wants rewritten."""
    return render(request, "overlap/_to_rewrite.html", pages.rewrite_context(access, draft))


def _report(request: HttpRequest, access: Access, report: uuid.UUID) -> HttpResponse:
    """The report as it is now: a part of the page, or the page anew."""
    if is_partial(request):
        context = pages.page_context(access, selectors.get_report(access, report), request.GET)
        return render(request, "overlap/_report.html", context)
    url, shown = reverse("overlap:report", args=[access.workspace.pk, report]), shown_in(request.GET)
    return redirect(f"{url}?mark={shown}" if shown else url)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def method(request: HttpRequest, access: Access) -> HttpResponse:
    """How reports are counted, in plain words."""
    return render(request, "overlap/method.html")


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def terms(request: HttpRequest, access: Access) -> HttpResponse:
    context = {"terms": list(selectors_marks.terms_of(access)), "may_edit": access.has(Permission.WRITE_REPORTS)}
    return render_either(request, "overlap/terms.html", "overlap/_terms.html", context)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def add_terms(request: HttpRequest, access: Access) -> HttpResponse:
    """`terms`, one a line."""
    added = actions_marks.add_terms(access=access, terms=terms_in(request.POST))
    said = ngettext("%(n)s term added.", "%(n)s terms added.", added) % {"n": added}
    messages.success(request, said if added else _("These terms were there already."))
    return redirect("overlap:terms", access.workspace.pk)


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def remove_term(request: HttpRequest, access: Access, term: uuid.UUID) -> HttpResponse:
    text = actions_marks.remove_term(access=access, term_id=term)
    messages.success(request, _("“%(term)s” removed.") % {"term": text})
    return redirect("overlap:terms", access.workspace.pk)
