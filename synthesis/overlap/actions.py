"""Everything that changes overlap reports and the prepared texts behind them."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Sequence
from typing import Any

import numpy as np
from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.engine.overlap.result import Match, OverlapResult
from synthesis.infra import audit, events, jobs
from synthesis.infra.errors import Conflict, NotFound
from synthesis.infra.leases import LostLease, RunningJob
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors
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
    sections: Sequence[tuple[int, int, str]] = (),
) -> OverlapReport:
    """Orders a report of a draft's text against the workspace's sources.

    `segments` are `(start, end, sentence id)` in code points of `draft_text`, the way back to the draft;
    `sections` are `(start, end, title)`. What the draft's last report leaves out, this one leaves out, too.
    """
    access.require(Permission.WRITE_REPORTS)
    before = selectors.last_report(access, draft_id)
    report = OverlapReport.objects.create(
        workspace=access.workspace,
        draft_id=draft_id,
        revision=revision,
        title=title,
        draft_text=draft_text,
        segments=[list(segment) for segment in segments],
        sections=[list(section) for section in sections],
        settings=before.settings if before else {},
        settings_by=before.settings_by if before else None,
        settings_at=before.settings_at if before else None,
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


@transaction.atomic
def start_report(*, running: RunningJob) -> OverlapReport:
    """The report of a job that begins; one that had failed waits again, whoever started the job anew.

    Raises LostLease, also when the report is gone.
    """
    # The beat locks the job's row if and only if this process holds its lease: a fence for what follows.
    if not running.beat():
        raise LostLease(str(running.id))
    row = OverlapReport.objects.select_for_update().filter(pk=running.args["report"]).first()
    if row is None:
        raise LostLease(f"report {running.args['report']} is gone")
    if row.state != ReportState.QUEUED or row.job_id != running.id:
        row.state, row.job_id = ReportState.QUEUED, running.id
        row.save(update_fields=["state", "job_id"])
    return row


def store_report(*, report: OverlapReport, result: OverlapResult, texts: Sequence[ReadingText]) -> None:
    """Writes the figures and passages; call inside the job's finishing transaction. `texts` in the order compared.

    The result's names must be the places in `texts`, as digits: titles of sources need not differ.
    """
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
                "file": texts[share.number].source.title,
                "ratio": share.ratio,
                "matched": share.matched,
                "matches": share.matches,
            }
            for share in result.sources
        ],
        "passages": [_beside(match, texts) for match in result.matches],
    }
    report.state = ReportState.READY
    report.save(update_fields=["result", "state"])
    _record("report.finished", report, None)


def _beside(match: Match, texts: Sequence[ReadingText]) -> dict[str, Any]:
    """What a match has besides its row: enough to count the report again without it."""
    alternatives = [
        {
            "draft": list(other.draft),
            "source": str(texts[int(other.name)].source_id),
            "text": str(texts[int(other.name)].pk),
            "span": list(other.span),
            "kind": other.kind,
            "similarity": other.similarity,
            "longest_run": other.longest_run,
        }
        for other in match.alternatives
    ]
    owned = [list(span) for span in match.owned]
    return {"owned": owned, "converted": match.converted, "alternatives": alternatives}


def fail_report(job: Job) -> None:
    """The comparison failed or was cancelled; called in the job's last transaction."""
    report = OverlapReport.objects.select_for_update().filter(pk=job.args["report"]).first()
    if report is not None and report.state == ReportState.QUEUED:
        report.state = ReportState.FAILED
        report.save(update_fields=["state"])
        _record("report.failed", report, None)


@transaction.atomic
def retry_report(*, access: Access, report: OverlapReport) -> OverlapReport:
    """Queues a failed report again. Raises Conflict when it has not failed."""
    access.require(Permission.WRITE_REPORTS)
    row = OverlapReport.objects.select_for_update().filter(pk=report.pk, workspace=access.workspace).first()
    if row is None:
        raise NotFound
    if row.state != ReportState.FAILED:
        raise Conflict(_("This report has not failed."), code="state", current={"state": row.state})
    row.state = ReportState.QUEUED
    job = jobs.enqueue(
        "overlap.report",
        key=f"report:{row.pk}",
        args={"report": str(row.pk), "draft": str(row.draft_id)},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
    )
    row.job_id = job.pk
    row.save(update_fields=["state", "job_id"])
    _record("report.retried", row, access.user.pk)
    return row


def store_prepared(*, text: ReadingText, arrays: PreparedText) -> None:
    """Keeps the token arrays of a text; a second writer of the same changes nothing."""
    PreparedSource.objects.update_or_create(text=text, defaults={"version": VERSION, "arrays": _packed(arrays)})


def _packed(arrays: PreparedText) -> bytes:
    """What `numpy.savez_compressed` would write, at zlib's lowest level: as small, in a fifth of the time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, array in arrays.arrays().items():
            with archive.open(f"{name}.npy", "w") as file:
                np.lib.format.write_array(file, array, allow_pickle=False)
    return buffer.getvalue()


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
