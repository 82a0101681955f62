"""Sources and what people tagged in them."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router, Status

from synthesis.api import schemas
from synthesis.api import selectors as shapes
from synthesis.api.views import person
from synthesis.infra.errors import Conflict, Invalid
from synthesis.infra.policy import Permission
from synthesis.sources import selectors
from synthesis.sources.adding import add_files
from synthesis.sources.receiving import cap_uploads
from synthesis.tagging import actions as tagging
from synthesis.tagging import selectors as tagged
from synthesis.workspaces.policy import access_to

router = Router(tags=["sources"])
FILES = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "properties": {"files": {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}


@router.get("/workspaces/{uuid:workspace}/sources", response=list[schemas.SourceRow])
def list_sources(request: HttpRequest, workspace: uuid.UUID) -> Any:
    """All sources, newest first."""
    return list(selectors.list_sources(access_to(person(request), workspace)))


@router.post(
    "/workspaces/{uuid:workspace}/sources",
    response={201: list[schemas.AddedOut], 200: list[schemas.AddedOut]},
    openapi_extra=FILES,
)
def add_sources(request: HttpRequest, workspace: uuid.UUID) -> Any:
    """Adds the files of a multipart body, whatever their fields are called; one bad file does not stop the others.

    201 when something was added, 200 when all of it was here already, 400 when every file was refused.
    """
    access = access_to(person(request), workspace)
    access.require(Permission.WRITE_SOURCES)
    cap_uploads(request)
    added = add_files(access, [file for _field, files in request.FILES.lists() for file in files])
    if not added:
        raise Invalid(_("Choose at least one file."), code="no_file")
    if all(result.source is None for result in added):
        words = added[0].error if len(added) == 1 else "; ".join(f"{result.name}: {result.error}" for result in added)
        raise Invalid(words, code=added[0].code, fields={result.name: result.error for result in added})
    fresh = any(result.source is not None and not result.already for result in added)
    return Status(201 if fresh else 200, [result.to_json() for result in added])


@router.get("/workspaces/{uuid:workspace}/sources/{uuid:source}", response=schemas.SourceOut)
def show_source(request: HttpRequest, workspace: uuid.UUID, source: uuid.UUID) -> Any:
    access = access_to(person(request), workspace)
    row = selectors.get_source(access, source)
    text = selectors.reading_text(access, row) if row.text_id else None
    (state,) = selectors.rows_of(access, [row])
    return {**selectors.source_json(row, text), "job": row.job_id, "error": state.problem}


@router.get("/workspaces/{uuid:workspace}/sources/{uuid:source}/text", response=schemas.TextOut)
def show_text(request: HttpRequest, workspace: uuid.UUID, source: uuid.UUID) -> Any:
    """The reading text. 409 while there is none."""
    access = access_to(person(request), workspace)
    return selectors.text_json(selectors.reading_text(access, selectors.get_source(access, source)))


@router.get("/workspaces/{uuid:workspace}/excerpts", response=schemas.ExcerptPage)
def list_excerpts(
    request: HttpRequest,
    workspace: uuid.UUID,
    heading: str = "",
    source: uuid.UUID | None = None,
    tagger: uuid.UUID | None = None,
    q: schemas.Text = "",
    after: uuid.UUID | None = None,
) -> Any:
    """Excerpts in order of making, a hundred at a time; `heading` is a key, `q` words of the quote or the note."""
    access = access_to(person(request), workspace)
    wanted = {"heading": schemas.storable_text(heading), "source": source, "tagger": tagger, "words": q}
    rows, following = shapes.excerpts_page(access, after=after, **wanted)
    return {"items": [shapes.excerpt_json(row) for row in rows], "after": following}


@router.post("/workspaces/{uuid:workspace}/excerpts", response={201: schemas.ExcerptOut})
def create_excerpt(request: HttpRequest, workspace: uuid.UUID, given: schemas.NewExcerpt) -> Any:
    """Tags a span. 409 when the quote differs from the text, or the source has a newer text."""
    access = access_to(person(request), workspace)
    access.require(Permission.WRITE_EXCERPTS)
    source = selectors.get_source(access, given.source)
    text = selectors.reading_text(access, source)
    if text.number != given.version:
        raise Conflict(_("This source has another text now."), code="text_changed", current={"version": text.number})
    made = tagging.create_excerpt(
        access=access,
        source=source,
        text_id=text.pk,
        start=given.start,
        end=given.end,
        quote=given.quote,
        headings=given.headings,
        note=given.note,
    )
    return Status(201, shapes.excerpt_json(tagged.get_excerpt(access, made.pk)))
