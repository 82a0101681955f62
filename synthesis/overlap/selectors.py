"""What people may see of overlap reports; and the prepared texts a comparison needs."""

from __future__ import annotations

import io
import uuid
from typing import Any

import numpy as np
from django.db.models import QuerySet

from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.overlap.models import OverlapMatch, OverlapReport, PreparedSource
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.policy import Access


def reports_of(access: Access) -> QuerySet[OverlapReport]:
    """Newest first, without the texts."""
    access.require(Permission.READ_REPORTS)
    return (
        OverlapReport.objects.filter(workspace=access.workspace)
        .select_related("created_by")
        .defer("draft_text", "segments")
        .order_by("-created")
    )


def get_report(access: Access, report_id: uuid.UUID) -> OverlapReport:
    """Raises NotFound."""
    access.require(Permission.READ_REPORTS)
    report = OverlapReport.objects.select_related("created_by").filter(pk=report_id, workspace=access.workspace).first()
    if report is None:
        raise NotFound
    return report


def matches_of(report: OverlapReport) -> QuerySet[OverlapMatch]:
    """In the order of the draft, each with its source and the source's text."""
    return report.matches.select_related("source", "text").order_by("position")


def describe(report: OverlapReport) -> dict[str, Any]:
    """The report as the outside contract shows it."""
    matches = [
        {
            "draft": [m.draft_start, m.draft_end],
            "source": {"file": m.source.title, "id": str(m.source_id), "span": [m.start, m.end]},
            "kind": m.kind,
            "similarity": m.similarity,
            "longest_run": m.longest_run,
        }
        for m in matches_of(report)
    ]
    return {
        "id": str(report.pk),
        "state": report.state,
        "revision": report.revision,
        **report.result,
        "matches": matches,
    }


def report_for_job(report_id: uuid.UUID) -> OverlapReport:
    return OverlapReport.objects.get(pk=report_id)


def current_texts(workspace_id: uuid.UUID) -> list[ReadingText]:
    """For jobs: the reading texts of the workspace's sources, oldest source first."""
    sources = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True, text__isnull=False)
    return list(
        ReadingText.objects.filter(pk__in=sources.values("text_id"))
        .select_related("source")
        .order_by("source__created")
    )


def current_text(source_id: uuid.UUID) -> ReadingText | None:
    """For jobs."""
    source = Source.objects.select_related("text").filter(pk=source_id, deleted__isnull=True).first()
    return source.text if source else None


def prepared(text: ReadingText) -> PreparedText | None:
    """The stored arrays of a text, or None when there are none of the present normaliser."""
    row = PreparedSource.objects.filter(text=text, version=VERSION).first()
    if row is None:
        return None
    with np.load(io.BytesIO(bytes(row.arrays)), allow_pickle=False) as arrays:
        return PreparedText.from_arrays(dict(arrays))
