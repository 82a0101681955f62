"""Pages of workspaces: home, making one, the overview, the brief, the audit log, jobs. Members are in `views_members`."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.accounts.bearer import user_of_request
from synthesis.accounts.views import SeeOther, safe_next
from synthesis.infra.errors import Invalid, problem, wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.workspaces import actions, selectors
from synthesis.workspaces.events import job_name
from synthesis.workspaces.forms import CreateForm, DeleteForm, SettingsForm
from synthesis.workspaces.models import Template
from synthesis.workspaces.policy import Access, in_workspace

AUDIT_PAGE = 50
RECENT = 8


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """One's workspaces; for people who are not signed in, what Collate is."""
    if not request.user.is_authenticated:
        return render(request, "home_anonymous.html")
    return render(request, "home.html", {"memberships": selectors.memberships_of(request.user)})


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    form = CreateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            access = actions.create_workspace(actor=request.user, **form.cleaned_data)  # type: ignore[arg-type]
        except Invalid as error:
            form.add_error(None, str(error))
        else:
            if access.workspace.template == Template.OWN:
                messages.info(request, _("Name your headings first."))
                return redirect("tagging:headings", access.workspace.pk)
            return redirect("workspaces:detail", access.workspace.pk)
    return render(request, "workspaces/workspace_create.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@in_workspace(Permission.READ_WORKSPACE, nav="overview")
def detail(request: HttpRequest, access: Access) -> HttpResponse:
    steps = selectors.steps_of(access)
    context: dict[str, Any] = {
        "steps": steps,
        "next_step": selectors.next_step(steps),
        "jobs": [_job_row(job, access) for job in selectors.jobs_of(access)],
        "activity": selectors.audit_log(access, limit=RECENT) if access.has(Permission.READ_AUDIT) else [],
    }
    if not is_partial(request):
        context["members"] = selectors.members_of(access)
    return render_either(request, "workspaces/workspace_detail.html", "workspaces/_overview.html", context)


@require_GET
@in_workspace(Permission.READ_WORKSPACE)
def progress(request: HttpRequest, access: Access) -> HttpResponse:
    """The six steps in small, for one card of the home page."""
    return render(request, "workspaces/_progress.html", {"steps": selectors.steps_of(access)})


@require_http_methods(["GET", "POST"])
@in_workspace(Permission.MANAGE_WORKSPACE, nav="settings")
def settings(request: HttpRequest, access: Access) -> HttpResponse:
    form = SettingsForm(request.POST or None, workspace=access.workspace)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_brief(access=access, **form.cleaned_data)
        except Invalid as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("workspaces:settings", access.workspace.pk)
    return _settings_page(request, access, form=form)


@require_POST
@in_workspace(Permission.MANAGE_MEMBERS)
def delete(request: HttpRequest, access: Access) -> HttpResponse:
    form = DeleteForm(request.POST, workspace=access.workspace)
    if not form.is_valid():
        return _settings_page(request, access, delete_form=form)
    actions.delete_workspace(access=access)
    messages.success(request, _("“%(name)s” has been deleted.") % {"name": access.workspace.name})
    return redirect("home")


def _settings_page(request: HttpRequest, access: Access, **forms: Any) -> HttpResponse:
    context = {
        "form": SettingsForm(workspace=access.workspace),
        "delete_form": DeleteForm(workspace=access.workspace),
        **forms,
    }
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(request, "workspaces/workspace_settings.html", context, status=status)


@require_GET
@in_workspace(Permission.READ_AUDIT, nav="audit")
def audit(request: HttpRequest, access: Access) -> HttpResponse:
    """`?before=` continues after that entry; htmx gets the next rows alone."""
    wanted = request.GET.get("before", "")
    before = int(wanted) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 19 else None
    rows = selectors.audit_log(access, before=before, limit=AUDIT_PAGE + 1)
    context = {
        "rows": rows[:AUDIT_PAGE],
        "older": rows[AUDIT_PAGE - 1]["entry"].pk if len(rows) > AUDIT_PAGE else None,
        "first_page": before is None,
    }
    return render_either(request, "workspaces/audit.html", "workspaces/_audit_rows.html", context)


@require_GET
def job(request: HttpRequest, job: uuid.UUID) -> HttpResponse:
    """The job as the outside contract shows it, for the browser's session or for a token."""
    user = request.user if request.user.is_authenticated else user_of_request(request)
    if user is None:
        return problem(request, 401, _("Sign in first"))
    return JsonResponse(selectors.describe_job(selectors.get_job(user, job)))


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def cancel_job(request: HttpRequest, access: Access, job: uuid.UUID) -> HttpResponse:
    row = selectors.get_job(access.user, job, workspace_id=access.workspace.pk)
    actions.cancel_job(access=access, job=row)
    return _steered(request, selectors.describe_job(selectors.get_job(access.user, job)))


@require_POST
@in_workspace(Permission.WRITE_DRAFTS)
def retry_job(request: HttpRequest, access: Access, job: uuid.UUID) -> HttpResponse:
    row = selectors.get_job(access.user, job, workspace_id=access.workspace.pk)
    return _steered(request, selectors.describe_job(actions.retry_job(access=access, job=row)))


def _steered(request: HttpRequest, described: dict[str, Any]) -> HttpResponse:
    """Scripts get the job; htmx nothing (the live channel brings it); a plain form goes back to its page."""
    if wants_json(request):
        return JsonResponse(described)
    return HttpResponse(status=204) if is_partial(request) else SeeOther(safe_next(request))


def _job_row(job: Any, access: Access) -> dict[str, Any]:
    mine = job.actor_id == access.user.pk and access.has(Permission.WRITE_DRAFTS)
    step = " · ".join(part for part in (job_name(job.kind), _(job.step) if job.step else "") if part)
    return {
        "id": job.pk,
        "state": job.state,
        "step": step,
        "progress": job.progress,
        "error": job.error,
        "may_steer": mine or access.has(Permission.WRITE_ANY_DRAFT),
    }
