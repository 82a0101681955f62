"""What a draft is compared with: the choice when a check is started, and what owners let others compare with."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_scopes, selectors, selectors_scopes
from synthesis.overlap.models import Scope
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 40


@require_GET
@in_workspace(Permission.WRITE_REPORTS, nav="overlap")
def choices(request: HttpRequest, access: Access) -> HttpResponse:
    """`?draft=`: the scopes that its next report can be against, those of its last one ticked."""
    try:
        draft = uuid.UUID(request.GET.get("draft", ""))
    except ValueError as error:
        raise NotFound from error
    last = selectors.last_report(access, draft)
    context = {
        "draft_id": draft,
        "choices": selectors_scopes.choices_for(access),
        "chosen": last.against if last else [Scope.SOURCES.value],
        "translations": bool(last and last.settings.get("translations")),
    }
    return render_either(request, "overlap/choices.html", "overlap/_choices.html", context)


@require_GET
@in_workspace(Permission.READ_REPORTS, nav="overlap")
def scopes(request: HttpRequest, access: Access) -> HttpResponse:
    return _scopes(request, access)


def _scopes(request: HttpRequest, access: Access, *, status: int = 200, **extra: Any) -> HttpResponse:
    page = Paginator(selectors_scopes.sharable_sources(access), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {**selectors_scopes.scopes_context(access), "page": page, "query": "", **extra}
    return render(request, "overlap/scopes.html", context, status=status)


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def found_class(request: HttpRequest, access: Access) -> HttpResponse:
    name = request.POST.get("name", "")
    try:
        course = actions_scopes.found_class(access=access, name=name)
    except Invalid as error:
        return _scopes(request, access, status=400, problems=error.fields, name=name)
    return _done(request, access, _("The class “%(name)s” is there. Pass its code on.") % {"name": course.name})


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def join_class(request: HttpRequest, access: Access) -> HttpResponse:
    code = request.POST.get("code", "")
    try:
        course = actions_scopes.join_class(access=access, code=code)
    except Invalid as error:
        return _scopes(request, access, status=400, problems=error.fields, code=code)
    return _done(request, access, _("This workspace is in the class “%(name)s” now.") % {"name": course.name})


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def leave_class(request: HttpRequest, access: Access) -> HttpResponse:
    actions_scopes.leave_class(access=access)
    return _done(request, access, _("This workspace is in no class now."))


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def remove_from_class(request: HttpRequest, access: Access, member: uuid.UUID) -> HttpResponse:
    actions_scopes.remove_from_class(access=access, workspace_id=member)
    return _done(request, access, _("The workspace is out of the class."))


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def share(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    actions_scopes.share_source(access=access, source_id=source)
    return _done(request, access, _("Shared with the library."))


@require_POST
@in_workspace(Permission.MANAGE_WORKSPACE, nav="overlap")
def unshare(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    actions_scopes.unshare_source(access=access, source_id=source)
    return _done(request, access, _("Taken back from the library."))


def _done(request: HttpRequest, access: Access, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect("overlap:scopes", access.workspace.pk)
