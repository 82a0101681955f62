"""What people may see of overlap reports; and the prepared texts a comparison needs."""

from __future__ import annotations

import io
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest, Least, Substr
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.engine.overlap.recount import StoredMatch
from synthesis.infra.errors import NotFound
from synthesis.infra.models import Job, JobState
from synthesis.infra.policy import Permission
from synthesis.overlap.models import ComparedDraft, OverlapMatch, OverlapReport, PreparedSource, ReportState
from synthesis.sources.models import ReadingText
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step


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
    rows = OverlapReport.objects.select_related("created_by", "settings_by")
    report = rows.filter(pk=report_id, workspace=access.workspace).first()
    if report is None:
        raise NotFound
    return report


def last_report(access: Access, draft_id: uuid.UUID) -> OverlapReport | None:
    """The newest report of a draft, whatever its state."""
    return reports_of(access).select_related("settings_by").filter(draft_id=draft_id).first()


def matches_of(report: OverlapReport) -> QuerySet[OverlapMatch]:
    """In the order of the draft, each with its source or draft; the texts, megabytes of them, stay where they are."""
    return report.matches.select_related("source", "other").defer("other__text").order_by("position")


def matches_with_surroundings(report: OverlapReport, around: int) -> QuerySet[OverlapMatch]:
    """As `matches_of`, each with `.before`, `.passage`, `.after` (`around` code points each side) and `.language`."""
    text = Coalesce("text__text", "other__text")
    return matches_of(report).annotate(
        before=Substr(text, Greatest(F("start") - around, 0) + 1, Least(F("start"), around)),
        passage=Substr(text, F("start") + 1, F("end") - F("start")),
        after=Substr(text, F("end") + 1, around),
        language=Coalesce("text__language", "other__language"),
    )


def texts_named(ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Id → language and characters of those texts, reading texts and other drafts; no query for no ids.

    Of any workspace: for ids that `readable` has let through, or for background work.
    """
    found: dict[str, tuple[str, str]] = {}
    for model in (ReadingText, ComparedDraft):
        missing = [one for one in ids if one not in found]
        if missing:
            rows = model.objects.filter(pk__in=missing).values_list("pk", "language", "text")
            found |= {str(pk): (language, text) for pk, language, text in rows}
    return found


def stored_matches(report: OverlapReport, matches: Sequence[OverlapMatch]) -> list[StoredMatch]:
    """The report's matches as the engine counts them again; sources are named by their id."""
    beside = report.result.get("passages", [])
    stored = []
    for m in matches:
        extra = beside[m.position] if m.position < len(beside) else {}
        alternatives = [
            StoredMatch(
                _span(other["draft"]),
                other["source"],
                _span(other["span"]),
                other["kind"],
                other["similarity"],
                other["longest_run"],
                same=[_span(span) for span in other.get("same", [])],
            )
            for other in extra.get("alternatives", [])
        ]
        stored.append(
            StoredMatch(
                (m.draft_start, m.draft_end),
                m.counterpart,
                (m.start, m.end),
                m.kind,
                m.similarity,
                m.longest_run,
                [_span(span) for span in extra.get("owned", [])],
                alternatives,
                [_span(span) for span in extra.get("same", [])],
            )
        )
    return stored


def _span(pair: Sequence[int]) -> tuple[int, int]:
    return pair[0], pair[1]


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report with its job: `state` queued, running, ready, failed, cancelled; `step` and `problem` translated."""

    report: OverlapReport
    job: Job | None
    state: str
    step: str
    problem: str

    @property
    def active(self) -> bool:
        return self.state in {JobState.QUEUED, JobState.RUNNING}


def rows_of(access: Access, reports: Sequence[OverlapReport]) -> list[ReportRow]:
    """The reports with what their jobs say; one query for all jobs that matter."""
    access.require(Permission.READ_REPORTS)
    waiting = [report.job_id for report in reports if report.job_id and report.state != ReportState.READY]
    jobs = {job.pk: job for job in Job.objects.filter(pk__in=waiting)}
    rows = []
    for report in reports:
        job = jobs.get(report.job_id) if report.job_id else None
        state = job.state if job is not None and job.state != JobState.DONE else report.state
        failed = report.state == ReportState.FAILED and state != JobState.CANCELLED
        problem = _(job.error) if failed and job and job.error else ""
        rows.append(
            ReportRow(report, job, "failed" if failed else state, _(job.step) if job and job.step else "", problem)
        )
    return rows


# The drafting room is a sibling of this one: the review room, above both, says here how far drafts have come.
Revisions = Callable[[Access, Sequence[uuid.UUID]], dict[uuid.UUID, int]]
_revisions: list[Revisions] = []


def register_revisions(revisions: Revisions) -> None:
    """`revisions(access, draft ids)` gives the newest revision of those drafts that still exist, in one query."""
    _revisions[:] = [revisions]


def newest_revisions(access: Access, draft_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """Draft → its newest revision; a draft that is gone is missing."""
    return _revisions[0](access, draft_ids) if _revisions else {}


def latest_reports(access: Access, draft_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, OverlapReport]:
    """Draft → its newest finished report, for those who may see reports."""
    if not access.has(Permission.READ_REPORTS):
        return {}
    rows = reports_of(access).filter(draft_id__in=list(draft_ids), state=ReportState.READY)
    return {report.draft_id: report for report in reversed(rows)}


def overlap_step(access: Access) -> StepCount:
    """Reports; those that failed wait."""
    if not access.has(Permission.READ_REPORTS):
        return StepCount(0)
    counts = OverlapReport.objects.filter(workspace=access.workspace).aggregate(
        total=Count("pk"), failed=Count("pk", filter=Q(state=ReportState.FAILED))
    )
    text = ngettext("%(n)s report", "%(n)s reports", counts["total"]) % {"n": counts["total"]}
    return StepCount(total=counts["total"], waiting=counts["failed"], text=text)


register_step("overlap", overlap_step)


def prepared(text: ReadingText) -> PreparedText | None:
    """The stored arrays of a text, or None when there are none of the present normaliser."""
    row = PreparedSource.objects.filter(text=text, version=VERSION).first()
    if row is None:
        return None
    with np.load(io.BytesIO(bytes(row.arrays)), allow_pickle=False) as arrays:
        return PreparedText.from_arrays(dict(arrays))
