"""The reader and everything one does to an excerpt. Suggestions, codebook and overview have files of their own."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from synthesis.infra.errors import wants_json
from synthesis.infra.htmx import is_partial, render_either
from synthesis.infra.policy import Permission
from synthesis.sources import selectors as sources
from synthesis.tagging import actions, actions_undo, layout, pages, selectors
from synthesis.tagging.forms import NewExcerpt, body_of, keys_in, source_in, text_in, version_in
from synthesis.workspaces.policy import Access, in_workspace


@require_GET
@in_workspace(Permission.READ_SOURCES, nav="tagging")
def reader(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """The text; while there is none, how far reading is or why it failed. `?script=written` shows it as written."""
    row = sources.get_source(access, source)
    if row.text_id is None:
        (state,) = sources.rows_of(access, [row])
        return render_either(
            request, "tagging/reader_waiting.html", "tagging/_waiting.html", {"source": row, "row": state}
        )
    if is_partial(request):
        # The page that waited for the text: it begins anew with it.
        return HttpResponse(headers={"HX-Refresh": "true"})
    text = sources.reading_text(access, row)
    script = sources.AS_WRITTEN if request.GET.get("script") == sources.AS_WRITTEN else sources.SIMPLIFIED
    laid = layout.lay_out(sources.display_text(text, script), text.blocks)
    context = pages.reader_context(access, row, text, script)
    return render(request, "tagging/reader.html", {**context, "blocks": laid, "outline": layout.outline(laid)})


@require_http_methods(["GET", "POST"])
@in_workspace(Permission.READ_SOURCES)
def excerpts(request: HttpRequest, access: Access, source: uuid.UUID) -> HttpResponse:
    """GET: all visible excerpts of a source and, for taggers, open suggestions. POST: tags a span."""
    row = sources.get_source(access, source)
    if request.method == "POST":
        return _create(request, access, row)
    may_tag = access.has(Permission.WRITE_EXCERPTS)
    return _json(
        {
            "text": str(row.text_id) if row.text_id else None,
            "excerpts": selectors.excerpts_in(access, row),
            "suggestions": selectors.open_suggestions(access, row) if may_tag else [],
        }
    )


def _create(request: HttpRequest, access: Access, source: Any) -> HttpResponse:
    access.require(Permission.WRITE_EXCERPTS)
    new = NewExcerpt.parse(request)
    made = actions.create_excerpt(
        access=access,
        source=source,
        text_id=new.text_id,
        start=new.start,
        end=new.end,
        quote=new.quote,
        headings=new.headings,
        note=new.note,
    )
    return _json({"excerpt": selectors.describe(selectors.get_excerpt(access, made.pk))}, status=201)


@require_GET
@in_workspace(Permission.READ_SOURCES)
def excerpt(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    """What can be done with one excerpt, for the card that opened; JSON for scripts, a redirect for people."""
    row = selectors.get_excerpt(access, excerpt)
    if wants_json(request):
        return _json({"excerpt": selectors.describe(row)})
    if not is_partial(request):
        return redirect(pages.place_of(row))
    return render(request, "tagging/_excerpt_details.html", pages.details_context(access, row))


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def retag(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    data = body_of(request)
    keys, version = keys_in(data), version_in(data)
    actions.retag_excerpt(access=access, excerpt_id=excerpt, headings=keys, version=version)
    return _changed(request, access, excerpt)


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def note(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    data = body_of(request)
    text, version = text_in(data, "note"), version_in(data)
    actions.annotate_excerpt(access=access, excerpt_id=excerpt, note=text, version=version)
    return _changed(request, access, excerpt)


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def delete_excerpt(request: HttpRequest, access: Access, excerpt: uuid.UUID) -> HttpResponse:
    row = actions.delete_excerpt(access=access, excerpt_id=excerpt)
    if wants_json(request):
        return _json({"excerpt": {"id": str(row.pk), "version": row.version}})
    if is_partial(request):
        # The live channel takes its card away.
        return HttpResponse(status=204)
    return redirect("tagging:overview", access.workspace.pk)


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def undo(request: HttpRequest, access: Access) -> HttpResponse:
    return _json(pages.change_json(access, actions_undo.undo(access=access, source_id=source_in(body_of(request)))))


@require_POST
@in_workspace(Permission.WRITE_EXCERPTS)
def redo(request: HttpRequest, access: Access) -> HttpResponse:
    return _json(pages.change_json(access, actions_undo.redo(access=access, source_id=source_in(body_of(request)))))


def _changed(request: HttpRequest, access: Access, excerpt_id: uuid.UUID) -> HttpResponse:
    """The excerpt as it is now: JSON for the reader, the open card for htmx, its place for a plain form."""
    row = selectors.get_excerpt(access, excerpt_id)
    if wants_json(request):
        return _json({"excerpt": selectors.describe(row)})
    if is_partial(request):
        return render(request, "tagging/_excerpt_details.html", pages.details_context(access, row))
    return redirect(pages.place_of(row))


def _json(data: dict[str, Any], status: int = 200) -> JsonResponse:
    response = JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
    response.headers["Cache-Control"] = "no-store"
    return response
