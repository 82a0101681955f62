"""Pages of citation data: the table of all sources, import with its preview, export, and the form of one source."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from synthesis.engine.bibliography.formats import WRITERS, read
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.htmx import render_either
from synthesis.infra.policy import Permission
from synthesis.sources import (
    actions_citation,
    actions_citation_fill,
    pages,
    pages_citation,
    selectors,
    selectors_citation,
    views,
)
from synthesis.sources.actions_citation import Decision, Imported
from synthesis.sources.citation import merged
from synthesis.sources.forms_citation import MOST_BYTES, CitationForm, ImportForm
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="sources")
def citations(request: HttpRequest, access: Access) -> HttpResponse:
    """All sources with their references, keys and what is missing; `?show=missing|nofile`, `?q=`."""
    wanted = {name: request.GET.get(name, "")[:200] for name in ("q", "show")}
    context = pages_citation.table(access, wanted, request.GET.get("page", ""))
    context["last_import"] = len(_last_import(request, access))
    return render_either(request, "sources/citations.html", "sources/_citations.html", context)


@require_GET
@in_workspace(Permission.READ_SOURCES)
def export_citations(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """The library as a file: bibtex, ris or csl."""
    if name not in WRITERS:
        raise NotFound
    write, media_type, ending = WRITERS[name]
    response = HttpResponse(write(selectors_citation.library(access)), content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = (
        content_disposition_header(True, f"{access.workspace.name}.{ending}") or ""
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def import_citations(request: HttpRequest, access: Access) -> HttpResponse:
    """GET: where to choose a file or paste. POST: what is in it, and what each entry would be attached to."""
    form = ImportForm(request.POST or None, request.FILES or None) if request.method == "POST" else ImportForm()
    if request.method != "POST" or not form.is_valid():
        return render(request, "sources/citation_import.html", {"form": form}, status=400 if form.is_bound else 200)
    values = form.cleaned_data
    context = pages_citation.import_preview(access, values["content"], {}, whole=values["whole"])
    if not context["rows"]:
        return render(request, "sources/citation_import.html", {"form": form, **context}, status=400)
    return render(request, "sources/citation_preview.html", context)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def apply_import(request: HttpRequest, access: Access) -> HttpResponse:
    """Does what the person chose in the preview; a choice that cannot be followed shows the preview again."""
    text = request.POST.get("content", "")
    if not text.strip() or len(text) > MOST_BYTES:
        raise Invalid(_("Choose a file or paste some entries first."), code="empty")
    context = pages_citation.import_preview(access, text, request.POST.dict())
    chosen = pages_citation.resolve(context["rows"], selectors_citation.titles(access))
    if any(row.error for row in context["rows"]):
        return render(request, "sources/citation_preview.html", {**context, "unclear": True}, status=400)
    entries = read(text).entries
    decisions = [
        Decision(entries[number].item, None if choice == pages_citation.CREATE else uuid.UUID(choice))
        for number, choice in chosen.items()
        if choice != pages_citation.SKIP
    ]
    done = actions_citation.import_citations(access=access, decisions=decisions)
    if done.entries:
        request.session[_LAST_IMPORT] = {"workspace": str(access.workspace.pk), "entries": done.entries}
    messages.success(request, _done(done))
    return redirect("sources:citations", access.workspace.pk)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def undo_import(request: HttpRequest, access: Access) -> HttpResponse:
    """Takes back this session's last import into this workspace."""
    done = actions_citation.undo_import(access=access, entries=_last_import(request, access))
    request.session.pop(_LAST_IMPORT, None)
    back = ngettext("%(n)s source is as before the import.", "%(n)s sources are as before the import.", done.back)
    messages.success(request, back % {"n": done.back})
    if done.kept:
        kept = ngettext(
            "%(n)s source was changed or deleted since and stays as it is.",
            "%(n)s sources were changed or deleted since and stay as they are.",
            done.kept,
        )
        messages.info(request, kept % {"n": done.kept})
    return redirect("sources:citations", access.workspace.pk)


#: Where a session keeps which entries its last import wrote.
_LAST_IMPORT = "citation_import"


def _last_import(request: HttpRequest, access: Access) -> list[int]:
    """The audit entries of this session's last import into this workspace."""
    kept = request.session.get(_LAST_IMPORT) or {}
    return list(kept.get("entries", ())) if kept.get("workspace") == str(access.workspace.pk) else []


def _done(done: Imported) -> str:
    attached = ngettext("%(n)s source has new citation data", "%(n)s sources have new citation data", done.attached)
    created = ngettext("%(n)s source was created", "%(n)s sources were created", done.created)
    already = ngettext("%(n)s was there already", "%(n)s were there already", done.already)
    counts = ((attached, done.attached), (created, done.created), (already, done.already))
    return "; ".join(text % {"n": n} for text, n in counts if n) or _("Nothing was changed.")


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def cite(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """Saves the citation form."""
    row = selectors.get_source(access, source)
    form = CitationForm(request.POST)
    if form.is_valid():
        key = form.cleaned_data["key"] if "key" in request.POST else None
        citation = merged(row.citation, form.cleaned_data)
        try:
            actions_citation.cite_source(access=access, source=row, citation=citation, key=key)
        except Invalid as error:
            form.add_error("key", str(error))
    if form.errors:
        return views.info_page(request, access, row, form=form, status=400)
    messages.success(request, _("Citation data saved."))
    return _to_citation(access, row.pk)


@require_POST
@in_workspace(Permission.WRITE_SOURCES)
def preview_citation(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """How the reference would look with what stands in the form now; nothing is saved."""
    row = selectors.get_source(access, source)
    form = CitationForm(request.POST)
    form.is_valid()
    context = pages_citation.preview(access, row, merged(row.citation, form.cleaned_data))
    return render(request, "sources/_reference.html", {"source": row, "wrong": form.errors, "form": form, **context})


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def restore_citation(request: HttpRequest, access: Access, source: uuid.UUID, entry: int) -> HttpResponse:
    """Brings former citation data back."""
    row = selectors.get_source(access, source)
    actions_citation.restore_citation(access=access, source=row, entry_id=entry)
    messages.success(request, _("The former citation data are back."))
    return _to_citation(access, row.pk)


@require_POST
@in_workspace(Permission.WRITE_SOURCES, nav="sources")
def fill_citations(request: HttpRequest, access: Access) -> HttpResponse:
    """Fills empty fields from the texts: of the source `source`, else of all whose reference lacks something."""
    one = pages.uuid_or_404(request.POST["source"]) if request.POST.get("source") else None
    if one is not None:
        selectors.get_source(access, one)
    done = actions_citation_fill.fill_from_text(access=access, ids=None if one is None else [one])
    said = ngettext("%(n)s source has new citation data", "%(n)s sources have new citation data", done.sources)
    if not done.sources:
        said = _("The texts say nothing more.") if one is None else _("The text says nothing more.")
    messages.success(request, said % {"n": done.sources})
    if done.more:
        messages.info(request, _("There are more sources than can be looked at at once. Repeat it for the rest."))
    return _to_citation(access, one) if one else redirect("sources:citations", access.workspace.pk)


def _to_citation(access: Access, source_id: uuid.UUID) -> HttpResponse:
    return redirect(f"{reverse('sources:info', args=[access.workspace.pk, source_id])}#citation")
