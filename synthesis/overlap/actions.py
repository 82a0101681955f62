"""Everything that changes overlap reports and the prepared texts behind them."""

from __future__ import annotations

import io
import uuid
from collections.abc import Sequence

import numpy as np
from django.db import transaction

from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.engine.overlap.result import OverlapResult
from synthesis.infra import audit, events, jobs
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap.models import OverlapMatch, OverlapReport, PreparedSource, ReportState
from synthesis.sources.models import ReadingText
from synthesis.workspaces.policy import Access


@transaction.atomic
def request_report(
    *,
    access: Access,
    draft_id: uuid.UUID,
    revision: int,
    title: str,
    draft_text: str,
    segments: Sequence[tuple[int, int, str]],
) -> OverlapReport:
    """Orders a report of a draft's text against the workspace's sources.

    `segments` are `(start, end, sentence id)` in code points of `draft_text`, the way back to the draft.
    """
    access.require(Permission.WRITE_REPORTS)
    report = OverlapReport.objects.create(
        workspace=access.workspace,
        draft_id=draft_id,
        revision=revision,
        title=title,
        draft_text=draft_text,
        segments=[list(segment) for segment in segments],
        created_by=access.user,
    )
    job = jobs.enqueue(
        "overlap.report",
        key=f"report:{report.pk}",
        args={"report": str(report.pk), "draft": str(draft_id)},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
    )
    report.job_id = job.pk
    report.save(update_fields=["job_id"])
    _record("report.requested", report, access.user.pk)
    return report


def store_report(*, report: OverlapReport, result: OverlapResult, texts: Sequence[ReadingText]) -> None:
    """Writes the figures and passages; call inside the job's finishing transaction. `texts` in the order compared."""
    report.matches.all().delete()
    OverlapMatch.objects.bulk_create(
        OverlapMatch(
            report=report,
            position=position,
            draft_start=match.draft[0],
            draft_end=match.draft[1],
            source_id=texts[match.number].source_id,
            text=texts[match.number],
            start=match.span[0],
            end=match.span[1],
            kind=match.kind,
            similarity=match.similarity,
            longest_run=match.longest_run,
        )
        for position, match in enumerate(result.matches)
    )
    figures = result.to_json()
    report.result = {
        name: figures[name] for name in ("counted", "matched", "ratio", "ratio_uncited", "largest_source_ratio")
    } | {
        "sources": [
            {
                "id": str(texts[share.number].source_id),
                "file": share.name,
                "ratio": share.ratio,
                "matched": share.matched,
                "matches": share.matches,
            }
            for share in result.sources
        ]
    }
    report.state = ReportState.READY
    report.save(update_fields=["result", "state"])
    _record("report.finished", report, None)


def fail_report(job: Job) -> None:
    """The comparison failed or was cancelled; called in the job's last transaction."""
    report = OverlapReport.objects.filter(pk=job.args["report"]).first()
    if report is not None and report.state == ReportState.QUEUED:
        report.state = ReportState.FAILED
        report.save(update_fields=["state"])
        _record("report.failed", report, None)


@transaction.atomic
def retry_report(*, access: Access, report: OverlapReport) -> OverlapReport:
    """Queues a failed report again."""
    access.require(Permission.WRITE_REPORTS)
    report.state = ReportState.QUEUED
    job = jobs.enqueue(
        "overlap.report",
        key=f"report:{report.pk}",
        args={"report": str(report.pk), "draft": str(report.draft_id)},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
    )
    report.job_id = job.pk
    report.save(update_fields=["state", "job_id"])
    _record("report.retried", report, access.user.pk)
    return report


def store_prepared(*, text: ReadingText, arrays: PreparedText) -> None:
    """Keeps the token arrays of a text; a second writer of the same changes nothing."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays.arrays())
    PreparedSource.objects.update_or_create(text=text, defaults={"version": VERSION, "arrays": buffer.getvalue()})


def _record(verb: str, report: OverlapReport, actor_id: uuid.UUID | None) -> None:
    audit.record(
        verb,
        report,
        actor_id=actor_id,
        workspace_id=report.workspace_id,
        after={"draft": str(report.draft_id), "revision": report.revision, "ratio": report.result.get("ratio")},
    )
    events.emit(
        report.workspace_id,
        "report.changed",
        {"report": str(report.pk), "draft": str(report.draft_id), "state": report.state},
        audience=Permission.READ_REPORTS,
        actor_id=actor_id,
    )
