"""Pages of sources: the list with its dropzone, one source's facts, its text as JSON, its original."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from synthesis.infra.errors import Conflict, Invalid, wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.sources import actions, adding, glance, pages, pages_citation, pages_versions, selectors
from synthesis.sources.downloads import original_file
from synthesis.sources.forms import FilterForm, PasteForm
from synthesis.sources.forms_citation import CitationForm
from synthesis.sources.receiving import cap_uploads
from synthesis.workspaces.policy import Access, in_workspace

PAGE_SIZE = 60


@in_workspace(Permission.READ_SOURCES, nav="sources")
def source_list(request: HttpRequest, access: Access) -> HttpResponse:
    """The list; `?row=<id>` gives one row of it, for a page that renews what changed."""
    if request.GET.get("row"):
        return _row(request, access, request.GET["row"])
    return _list(request, access)


def _list(request: HttpRequest, access: Access, *, status: int = 200, **extra: Any) -> HttpResponse:
    form = FilterForm(request.GET)
    wanted = form.values()
    page = Paginator(selectors.list_sources(access, wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    choices = {} if is_partial(request) else pages.filter_choices(access)
    if not choices.get("outdated"):
        form.leave_out(selectors.OUTDATED)
    context = {
        **pages.list_context(access, page, wanted),
        "filter": form,
        **choices,
        "paste_form": PasteForm(),
        **extra,
    }
    return render_either(request, "sources/source_list.html", "sources/_list.html", context, status=status)


def _row(request: HttpRequest, access: Access, wanted: str) -> HttpResponse:
    source = selectors.get_source(access, pages.uuid_or_404(wanted))
    (row,) = selectors.rows_of(access, [source])
    return render_either(request, "sources/_row.html", "sources/_row.html", {"row": row})


# Anything that reads the body, the CSRF check too, must come after `cap_uploads`; and nobody may send a body to a
# workspace that is not theirs. So the check moves inside: `_upload` has it.
@require_POST
@csrf_exempt
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def upload(request: HttpRequest, access: Access) -> HttpResponse:
    """Adds the files of `files`; one bad file does not stop the others."""
    cap_uploads(request)
    return _upload(request, access)


@csrf_protect
def _upload(request: HttpRequest, access: Access) -> HttpResponse:
    results = adding.add_files(access, request.FILES.getlist("files"))
    if wants_json(request):
        return JsonResponse([result.to_json() for result in results], safe=False)
    if not results:
        messages.warning(request, _("Choose at least one file."))
    added = sum(1 for result in results if result.source and not result.already)
    if added:
        messages.success(request, ngettext("%(n)s file added.", "%(n)s files added.", added) % {"n": added})
    for result in results:
        if result.already:
            messages.info(request, _("%(file)s: already here.") % {"file": result.name})
        elif result.error:
            messages.error(request, _("%(file)s: %(problem)s") % {"file": result.name, "problem": result.error})
    return redirect("sources:list", access.workspace.pk)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def paste(request: HttpRequest, access: Access) -> HttpResponse:
    form = PasteForm(request.POST)
    try:
        if not form.is_valid():
            fields = {name: str(errors[0]) for name, errors in form.errors.items()}
            raise Invalid(next(iter(fields.values())), fields=fields)
        result = actions.paste_text(access=access, **form.cleaned_data)
    except Invalid as error:
        if wants_json(request):
            raise
        if not form.errors:
            form.add_error("text", str(error))
        return _list(request, access, status=400, paste_form=form)
    if wants_json(request):
        return JsonResponse(adding.Added(result.source.title, result.source, result.already).to_json())
    messages.success(request, _("This text is already here.") if result.already else _("Text added."))
    return redirect("sources:list", access.workspace.pk)


@in_workspace(Permission.READ_SOURCES, nav="sources")
def info(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """Quality, original and citation data of one source; `?kind=` lists all repairs of a kind."""
    row = selectors.get_source(access, source)
    return info_page(request, access, row)


def info_page(
    request: HttpRequest, access: Access, source: Any, *, form: CitationForm | None = None, status: int = 200
) -> HttpResponse:
    """The page of a source; `form` is a citation form that could not be saved."""
    text = selectors.reading_text(access, source) if source.text_id else None
    (row,) = selectors.rows_of(access, [source])
    kind = request.GET.get("kind", "")
    context: dict[str, Any] = {"source": source, "row": row, "text": text, "kind": kind}
    context["messages_json"] = pages.info_messages()
    context |= pages_versions.info_context(access, source)
    if not is_partial(request):
        context |= pages_citation.info_context(access, source, form)
    if text is not None:
        context |= glance.quality_context(access, source, text, kind)
    return render_either(request, "sources/source_info.html", "sources/_facts.html", context, status=status)


@in_workspace(Permission.READ_SOURCES, nav="sources")
def text(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """The reading text as the contract gives it."""
    reading = selectors.reading_text(access, selectors.get_source(access, source))
    etag = f'"{reading.pk}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304)
    response = JsonResponse(selectors.text_json(reading), json_dumps_params={"ensure_ascii": False})
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@in_workspace(Permission.READ_SOURCES, nav="sources")
def original(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """The file as it was added: always a download, never opened here."""
    row = selectors.get_source(access, source)
    if not row.stored:
        raise Conflict(_("This source has citation data only. Add its file first."), code="no_file")
    return original_file(row.stored, name=row.file_name, media_type=row.media_type)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def rename(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source)
    actions.rename_source(access=access, source=row, title=request.POST.get("title", ""))
    return _done(request, access, row, _("Renamed."))


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def delete(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source)
    actions.delete_source(access=access, source=row)
    return _done(
        request, access, row, _("Deleted. To restore it, choose “Deleted” in the list of states."), to="sources:list"
    )


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def restore(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source, deleted=True)
    actions.restore_source(access=access, source=row)
    return _done(request, access, row, _("Restored."), to="sources:list")


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def retry(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    row = selectors.get_source(access, source)
    actions.retry_source(access=access, source=row)
    return _done(request, access, row, _("Reading starts again."))


def _done(request: HttpRequest, access: Access, row: Any, said: str, *, to: str = "") -> HttpResponse:
    """Nothing for scripts (the live channel brings the change), else the page the person came from."""
    if is_partial(request) or wants_json(request):
        return HttpResponse(status=204)
    messages.success(request, said)
    if to or request.POST.get("next") == "list":
        return redirect("sources:list", access.workspace.pk)
    return redirect("sources:info", access.workspace.pk, row.pk)
