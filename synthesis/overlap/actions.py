"""Everything that changes overlap reports and the prepared texts behind them."""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.engine.overlap.prepared import VERSION, PreparedText
from synthesis.engine.overlap.result import Match, OverlapResult
from synthesis.infra import audit, jobs
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.leases import LostLease, RunningJob
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_translations, selectors, selectors_scopes
from synthesis.overlap.events import tell_report
from synthesis.overlap.models import (
    ComparedDraft,
    OverlapMatch,
    OverlapReport,
    PreparedSource,
    ReportState,
    Scope,
    known_as,
)
from synthesis.overlap.selectors_scopes import DraftText
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
    against: Sequence[str] | None = None,
    translations: bool | None = None,
) -> OverlapReport:
    """Orders a report of a draft's text against the texts of some scopes (codes of `Scope`); without any against those
    of the draft's last report, as far as they are still open, and the workspace's sources for the first one.

    `segments` are `(start, end, sentence id)` in code points of `draft_text`, the way back to the draft;
    `sections` are `(start, end, title)`. What the draft's last report leaves out, this one leaves out, too; it looks for
    `translations` as the last one did, unless that is said.
    Raises Invalid for scopes that are not open to the workspace.
    """
    access.require(Permission.WRITE_REPORTS)
    before = selectors.last_report(access, draft_id)
    scopes = _scopes(access, against) if against is not None else _scopes_again(access, before)
    report = OverlapReport.objects.create(
        workspace=access.workspace,
        draft_id=draft_id,
        revision=revision,
        title=title,
        draft_text=draft_text,
        against=scopes,
        segments=[list(segment) for segment in segments],
        sections=[list(section) for section in sections],
        created_by=access.user,
        **_settings(access, before, translations),
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


def _settings(access: Access, before: OverlapReport | None, translations: bool | None) -> dict[str, Any]:
    """What a new report leaves out and looks for, with who said so and when."""
    kept = dict(before.settings) if before else {}
    if translations is None or translations == bool(kept.get("translations")):
        said = (before.settings_by, before.settings_at) if before else (None, None)
        return {"settings": kept, "settings_by": said[0], "settings_at": said[1]}
    kept.pop("translations", None)
    kept |= {"translations": ["1"]} if translations else {}
    return {"settings": kept, "settings_by": access.user, "settings_at": timezone.now()}


def _scopes(access: Access, wanted: Sequence[str]) -> list[str]:
    """In the order of `Scope`, each once. Raises Invalid."""
    scopes = [code for code in Scope.values if code in wanted]
    message = ""
    if not scopes or len(scopes) < len(set(wanted)):
        message = _("Choose what to compare with: %(codes)s.") % {"codes": ", ".join(Scope.values)}
    elif Scope.CLASS in scopes and selectors_scopes.course_of(access.workspace.pk) is None:
        message = _("This workspace is in no class.")
    if message:
        raise Invalid(message, code="against", fields={"against": message})
    return scopes


def _scopes_again(access: Access, before: OverlapReport | None) -> list[str]:
    closed = set() if selectors_scopes.course_of(access.workspace.pk) else {Scope.CLASS}
    again = [code for code in before.against if code not in closed] if before else []
    return again or [Scope.SOURCES.value]


@transaction.atomic
def start_report(*, running: RunningJob) -> OverlapReport:
    """The report of a job that begins; one that had failed waits again, whoever started the job anew.

    Raises LostLease, also when the report is gone.
    """
    # The beat locks the job's row if and only if this process holds its lease: a fence for what follows.
    if not running.beat():
        raise LostLease(str(running.id))
    row = OverlapReport.objects.select_for_update(no_key=True).filter(pk=running.args["report"]).first()
    if row is None:
        raise LostLease(f"report {running.args['report']} is gone")
    if row.state != ReportState.QUEUED or row.job_id != running.id:
        row.state, row.job_id = ReportState.QUEUED, running.id
        row.save(update_fields=["state", "job_id"])
    return row


@dataclass(frozen=True, slots=True)
class Compared:
    """A text that a report of the workspace `here` was compared with. `scope`: where it comes from."""

    here: uuid.UUID
    scope: str
    text: ReadingText | DraftText

    @property
    def id(self) -> str:
        """What figures and settings know it by."""
        if isinstance(self.text, DraftText):
            return known_as(self.here, self.text.workspace_id, self.text.draft_id)
        if self.scope == Scope.CLASS:
            return known_as(self.here, self.text.source.workspace_id, self.text.source_id)
        return str(self.text.source_id)

    @property
    def name(self) -> str:
        """What everybody may be told: of another workspace's draft or source nothing, unless it is shared."""
        return "" if isinstance(self.text, DraftText) or self.scope == Scope.CLASS else self.text.source.title

    def entry(self) -> dict[str, str]:
        """What a report keeps of it beside its figures."""
        entry = {"id": self.id, "file": self.name, "scope": self.scope}
        own = self.scope == Scope.CLASS and not isinstance(self.text, DraftText)
        return entry | {"of": str(self.text.source_id)} if own else entry  # type: ignore[union-attr]


def store_report(
    *,
    report: OverlapReport,
    result: OverlapResult,
    texts: Sequence[Compared],
    translations: dict[str, Any] | None = None,
) -> None:
    """Writes the figures and passages; call inside the job's finishing transaction. `texts` in the order compared;
    `translations`: candidates, where they were asked for.

    The result's names must be the places in `texts`, as digits: titles of sources need not differ.
    """
    report.matches.all().delete()
    drafts = _kept_drafts(report, result, texts)
    OverlapMatch.objects.bulk_create(
        OverlapMatch(
            report=report,
            position=position,
            draft_start=match.draft[0],
            draft_end=match.draft[1],
            **_place(texts[match.number], drafts),
            start=match.span[0],
            end=match.span[1],
            kind=match.kind,
            similarity=match.similarity,
            longest_run=match.longest_run,
        )
        for position, match in enumerate(result.matches)
    )
    figures = result.to_json()
    # Of the workspace's own sources all are listed, of others those in which something was found, the most first: the
    # order of a class's drafts would tell when they were begun.
    found = {texts[number].id for number in _numbers(result)}
    listed = [share for share in result.sources if texts[share.number].scope == Scope.SOURCES]
    rest = [share for share in result.sources if share not in listed and texts[share.number].id in found]
    report.result = {
        name: figures[name]
        for name in ("counted", "matched", "ratio", "ratio_uncited", "largest_source_ratio", "composition")
    } | {
        "compared": report.result.get("compared", {}),
        "sources": [
            texts[share.number].entry() | {"ratio": share.ratio, "matched": share.matched, "matches": share.matches}
            for share in [*listed, *sorted(rest, key=lambda share: -share.matched)]
        ],
        "passages": [_beside(match, texts, drafts) for match in result.matches],
    }
    if translations is not None:
        actions_translations.keep_translations(report, translations)
    report.state = ReportState.READY
    report.save(update_fields=["result", "state"])
    _record("report.finished", report, None)


def _kept_drafts(report: OverlapReport, result: OverlapResult, texts: Sequence[Compared]) -> dict[str, ComparedDraft]:
    """Rows of the other drafts in which something was found, by draft."""
    report.compared_drafts.all().delete()
    found = [texts[number] for number in sorted(_numbers(result))]
    rows = {
        one.id: actions_translations.kept_draft(report, one.text) for one in found if isinstance(one.text, DraftText)
    }
    ComparedDraft.objects.bulk_create(rows.values())
    return rows


def _numbers(result: OverlapResult) -> set[int]:
    """Of the texts in which something was found, as the first or another place."""
    others = {int(other.name) for match in result.matches for other in match.alternatives}
    return others | {match.number for match in result.matches}


def _place(compared: Compared, drafts: Mapping[str, ComparedDraft]) -> dict[str, Any]:
    if isinstance(compared.text, DraftText):
        return {"other": drafts[compared.id]}
    return {"source_id": compared.text.source_id, "text": compared.text}


def _beside(match: Match, texts: Sequence[Compared], drafts: Mapping[str, ComparedDraft]) -> dict[str, Any]:
    """What a match has besides its row: enough to count the report again without it."""
    alternatives = []
    for other in match.alternatives:
        there = texts[int(other.name)]
        alternatives.append(
            {
                "draft": list(other.draft),
                "source": there.id,
                "text": str(drafts[there.id].pk if isinstance(there.text, DraftText) else there.text.pk),
                "span": list(other.span),
                "kind": other.kind,
                "similarity": other.similarity,
                "longest_run": other.longest_run,
                "same": [list(span) for span in other.same],
            }
        )
    owned, same = [list(span) for span in match.owned], [list(span) for span in match.same]
    return {"owned": owned, "same": same, "converted": match.converted, "alternatives": alternatives}


def fail_report(job: Job) -> None:
    """The comparison failed or was cancelled; called in the job's last transaction."""
    report = OverlapReport.objects.select_for_update(no_key=True).filter(pk=job.args["report"]).first()
    if report is not None and report.state == ReportState.QUEUED:
        report.state = ReportState.FAILED
        report.save(update_fields=["state"])
        _record("report.failed", report, None)


@transaction.atomic
def retry_report(*, access: Access, report: OverlapReport) -> OverlapReport:
    """Queues a failed report again. Raises Conflict when it has not failed."""
    access.require(Permission.WRITE_REPORTS)
    row = OverlapReport.objects.select_for_update(no_key=True).filter(pk=report.pk, workspace=access.workspace).first()
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
    PreparedSource.objects.bulk_create(
        [PreparedSource(text=text, version=VERSION, arrays=_packed(arrays))],
        update_conflicts=True,
        unique_fields=["text"],
        update_fields=["version", "arrays"],
    )


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
    tell_report(report, actor_id)
