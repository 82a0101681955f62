"""Drafts, their overlap reports and their files."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from synthesis.api import schemas
from synthesis.api import selectors as shapes
from synthesis.api.views import person
from synthesis.drafting import actions, selectors
from synthesis.exchange.views import download
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors as overlap
from synthesis.review import actions as review
from synthesis.workspaces.policy import access_to

router = Router(tags=["drafts"])
# "offline" is what the command line calls them.
RULES = {"", "rules", "offline"}


@router.get("/workspaces/{uuid:workspace}/drafts", response=list[schemas.DraftRow])
def list_drafts(request: HttpRequest, workspace: uuid.UUID) -> Any:
    """All drafts that one may see, newest first."""
    return list(selectors.drafts_visible_to(access_to(person(request), workspace)))


@router.post("/workspaces/{uuid:workspace}/drafts", response={201: schemas.Queued})
def create_draft(request: HttpRequest, workspace: uuid.UUID, given: schemas.NewDraft) -> Any:
    """Orders a draft of the headings; a worker writes it."""
    access = access_to(person(request), workspace)
    access.require(Permission.WRITE_DRAFTS)
    provider = "rules" if given.provider in RULES else given.provider
    draft = actions.create_draft(
        access=access, keys=given.headings, points=given.points, title=given.title, provider=provider
    )
    return Status(201, {"id": draft.pk, "job": draft.job_id})


@router.get("/workspaces/{uuid:workspace}/drafts/{uuid:draft}", response=schemas.DraftOut)
def show_draft(request: HttpRequest, workspace: uuid.UUID, draft: uuid.UUID) -> Any:
    return shapes.draft_json(selectors.get_draft(access_to(person(request), workspace), draft))


@router.post("/workspaces/{uuid:workspace}/overlap-reports", response={201: schemas.Queued})
def create_report(request: HttpRequest, workspace: uuid.UUID, given: schemas.NewReport) -> Any:
    """Orders the report of a draft as it stands, against the scopes named."""
    access = access_to(person(request), workspace)
    access.require(Permission.WRITE_REPORTS)
    draft = selectors.get_draft(access, given.draft)
    report = review.request_overlap_report(access=access, draft=draft, against=given.against)
    return Status(201, {"id": report.pk, "job": report.job_id})


@router.get("/workspaces/{uuid:workspace}/overlap-reports/{uuid:report}", response=schemas.ReportOut)
def show_report(request: HttpRequest, workspace: uuid.UUID, report: uuid.UUID) -> Any:
    access = access_to(person(request), workspace)
    return shapes.report_json(access, overlap.get_report(access, report))


@router.get("/workspaces/{uuid:workspace}/exports/{name}", response={200: bytes})
def export_draft(
    request: HttpRequest, workspace: uuid.UUID, name: str, draft: uuid.UUID, appendix: int = 0
) -> HttpResponse:
    """The draft as a file: docx, pdf, tex, md or html; `appendix=1` adds the evidence behind every sentence."""
    return download(access_to(person(request), workspace), name, draft, appendix=appendix == 1)
