"""Newer versions of a source: adding one, trying again, dismissing, and the file of each."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from synthesis.infra.errors import Conflict, Invalid, wants_json
from synthesis.infra.htmx import is_partial
from synthesis.infra.policy import Permission
from synthesis.sources import actions_versions, pages_versions, selectors, selectors_versions
from synthesis.sources.downloads import original_file
from synthesis.sources.models import NewVersion, Source
from synthesis.sources.reasons import refusal_text
from synthesis.sources.receiving import RefusedUpload, cap_uploads, sent_name
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def versions(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """The part of a source's page that lists its versions, for a page that renews it; else the page itself."""
    row: Any = selectors.get_source(access, source)
    if not is_partial(request):
        return redirect(f"{_info(access, row)}#versions")
    if "seen" in request.GET and request.GET["seen"] != str(row.text_version or ""):
        # The source has another text now, and with it other facts all over the page.
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"source": row, **pages_versions.info_context(access, row)}
    return render(request, "sources/_versions.html", context)


def _info(access: Access, source: Source) -> str:
    return reverse("sources:info", args=[access.workspace.pk, source.pk])


# As for uploads: whatever reads the body, the CSRF check too, comes after `cap_uploads`.
@require_POST
@csrf_exempt
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def add_version(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """A newer file (`file`) or text (`text`) of a source."""
    row = selectors.get_source(access, source)
    cap_uploads(request)
    return _add(request, access, row)


@csrf_protect
def _add(request: HttpRequest, access: Access, source: Source) -> HttpResponse:
    return _queued(request, access, source, partial(_added, request))


def _added(request: HttpRequest, *, access: Access, source: Source) -> NewVersion:
    file = request.FILES.get("file")
    if file is None:
        return actions_versions.paste_version(access=access, source=source, text=request.POST.get("text", ""))
    if isinstance(file, RefusedUpload):
        raise Invalid(refusal_text(file.code, file.params, file.message), code=file.code)
    return actions_versions.add_version(access=access, source=source, file_name=sent_name(file), chunks=file.chunks())


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def read_again(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """Has the source's file read by the present reader."""
    return _queued(request, access, selectors.get_source(access, source), actions_versions.read_again)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def go_back(request: HttpRequest, access: Access, source: uuid.UUID, number: int) -> HttpResponse:
    """Makes the file of an older version the source's newest."""
    row = selectors.get_source(access, source)
    return _queued(request, access, row, partial(actions_versions.read_again, number=number))


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def renew_from(request: HttpRequest, access: Access, source: uuid.UUID, other: uuid.UUID) -> HttpResponse:
    """Makes the file of `other`, which is much alike, a newer version of the source."""
    row, newer = selectors.get_source(access, source), selectors.get_source(access, other)
    return _queued(request, access, row, partial(actions_versions.renew_from, newer=newer))


def _queued(request: HttpRequest, access: Access, source: Source, act: Callable[..., NewVersion]) -> HttpResponse:
    """Does what queues a version, and says so or why not."""
    try:
        new = act(access=access, source=source)
    except (Invalid, Conflict) as error:
        if wants_json(request):
            raise
        messages.error(request, str(error))
        return redirect(f"{_info(access, source)}#versions")
    if wants_json(request):
        return JsonResponse({"id": str(new.pk), "state": new.state, "job": str(new.job_id)}, status=201)
    messages.success(request, _("The newer version is being read. Until then the source stays as it is."))
    return redirect(f"{_info(access, source)}#versions")


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def retry_version(request: HttpRequest, access: Access, source: uuid.UUID, version: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source)
    actions_versions.retry_version(access=access, version=selectors_versions.get_new_version(access, row, version))
    return _done(request, access, row, _("Reading starts again."))


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def dismiss_version(request: HttpRequest, access: Access, source: uuid.UUID, version: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source)
    actions_versions.dismiss_version(access=access, version=selectors_versions.get_new_version(access, row, version))
    return _done(request, access, row, _("Dismissed. The source is as it was."))


def _done(request: HttpRequest, access: Access, source: Source, said: str) -> HttpResponse:
    if is_partial(request) or wants_json(request):
        return HttpResponse(status=204)
    messages.success(request, said)
    return redirect(f"{_info(access, source)}#versions")


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def version_file(request: HttpRequest, access: Access, source: uuid.UUID, number: int) -> HttpResponse:
    """The file that a version was read from: always a download, never opened here."""
    row = selectors.get_source(access, source)
    stored, name, media_type = selectors_versions.version_file(access, row, number)
    return original_file(stored, name=name, media_type=media_type)
