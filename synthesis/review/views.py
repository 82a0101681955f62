"""Pages of review: what waits, what came back, and the history of drafts; and the verdicts."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from synthesis.accounts.views import safe_next
from synthesis.drafting import selectors as drafting
from synthesis.infra.errors import Conflict, wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.review import actions, pages
from synthesis.review.forms import QueueFilter, comment_in, number_in, version_in, versions_in
from synthesis.tagging import selectors as tagging
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="review")
def queue(request: HttpRequest, access: Access) -> HttpResponse:
    """`?show=excerpts|drafts|returned|history`, and filters of the excerpts."""
    wanted = QueueFilter.parse(request.GET)
    context = pages.queue_context(access, wanted, request.GET.get("page"))
    return render_either(request, "review/queue.html", "review/_queue.html", context)


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def accept_excerpt(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    row = tagging.get_excerpt(access, excerpt)
    actions.accept_excerpt(access=access, excerpt=row, comment=comment_in(request), version=version_in(request))
    return _done(request, access, _("Accepted."))


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def return_excerpt(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    row = tagging.get_excerpt(access, excerpt)
    actions.return_excerpt(access=access, excerpt=row, comment=comment_in(request), version=version_in(request))
    return _done(request, access, _("Returned."))


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def reopen_excerpt(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    """Takes one's own verdict back."""
    actions.reopen_excerpt(access=access, excerpt=tagging.get_excerpt(access, excerpt))
    return _done(request, access, _("Withdrawn: it is waiting for review again."))


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def accept_shown(request: HttpRequest, access: Access) -> HttpResponse:
    """Accepts all excerpts of `excerpt=<id>:<version>` that are still as they were seen."""
    accepted = len(actions.accept_excerpts(access=access, versions=versions_in(request)))
    said = ngettext("%(n)s excerpt accepted.", "%(n)s excerpts accepted.", accepted) % {"n": accepted}
    if wants_json(request):
        return JsonResponse({"accepted": accepted})
    return _done(request, access, said)


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="review")
def submit_draft(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """Hands it in, or goes back to it with what must be mended first."""
    try:
        actions.submit_draft(access=access, draft=drafting.get_draft(access, draft), comment=comment_in(request))
    except Conflict as error:
        if error.code != "unsupported" or is_partial(request) or wants_json(request):
            raise
        messages.error(request, str(error))
        return redirect(safe_next(request, reverse("drafting:detail", args=[access.workspace.pk, draft])))
    return _done(request, access, _("Submitted for review."))


@require_POST
@in_workspace(Permission.WRITE_DRAFTS, nav="review")
def withdraw_draft(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    actions.withdraw_draft(access=access, draft=drafting.get_draft(access, draft))
    return _done(request, access, _("Withdrawn from review."))


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def approve_draft(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    row, revision = drafting.get_draft(access, draft), number_in(request, "revision")
    actions.approve_draft(access=access, draft=row, revision=revision, comment=comment_in(request))
    return _done(request, access, _("Approved."))


@require_POST
@in_workspace(Permission.REVIEW, nav="review")
def return_draft(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    row, revision = drafting.get_draft(access, draft), number_in(request, "revision")
    actions.return_draft(access=access, draft=row, revision=revision, comment=comment_in(request))
    return _done(request, access, _("Returned."))


@require_POST
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def check_overlap(request: HttpRequest, access: Access, draft: uuid.UUID) -> HttpResponse:
    """Orders a report of the draft as it stands and leads to it. `against`: scopes; without any everything is as in the last
    report, else `translations` says whether to look for these."""
    row, against = drafting.get_draft(access, draft), request.POST.getlist("against") or None
    translations = None if against is None else request.POST.get("translations") == "1"
    report = actions.request_overlap_report(access=access, draft=row, against=against, translations=translations)
    url = reverse("overlap:report", args=[access.workspace.pk, report.pk])
    if wants_json(request):
        return JsonResponse({"id": str(report.pk), "job": str(report.job_id), "url": url}, status=201)
    if is_partial(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return redirect(url)


def _done(request: HttpRequest, access: Access, said: str) -> HttpResponse:
    """Nothing for scripts (the live channel brings the change), else the page that `next` names, or the queue."""
    if is_partial(request) or wants_json(request):
        return HttpResponse(status=204)
    messages.success(request, said)
    return redirect(safe_next(request, reverse("review:queue", args=[access.workspace.pk])))
