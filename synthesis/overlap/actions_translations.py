"""The candidates for translated passages of a report: asked for, kept, given up."""

from __future__ import annotations

from typing import Any

from synthesis.infra import jobs
from synthesis.infra.leases import LostLease, RunningJob
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap.events import tell_report
from synthesis.overlap.models import ComparedDraft, OverlapReport, ReportState
from synthesis.overlap.selectors_scopes import DraftText
from synthesis.workspaces.policy import Access


def ask_for_translations(*, access: Access, report: OverlapReport) -> None:
    """Queues the search when there is none for this report; call with its row locked."""
    access.require(Permission.WRITE_REPORTS)
    if report.result.get("translations", {}).get("state") in {"waiting", "ready"}:
        return
    jobs.enqueue(
        "overlap.translations",
        key=f"translations:{report.pk}",
        args={"report": str(report.pk)},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
    )
    report.result["translations"] = {"state": "waiting"}
    report.save(update_fields=["result"])


def start_translations(*, running: RunningJob) -> OverlapReport:
    """The report of a job that begins. Raises LostLease, also when it is gone or is being made anew."""
    if not running.beat():
        raise LostLease(str(running.id))
    report = OverlapReport.objects.filter(pk=running.args["report"], state=ReportState.READY).first()
    if report is None:
        raise LostLease("the report is gone")
    return report


def store_translations(*, report: OverlapReport, found: dict[str, Any]) -> None:
    """Keeps what was found; call inside the job's finishing transaction."""
    row = OverlapReport.objects.select_for_update(no_key=True).get(pk=report.pk)
    keep_translations(row, found)
    row.save(update_fields=["result"])
    tell_report(row)


def keep_translations(report: OverlapReport, found: dict[str, Any]) -> None:
    """Puts the candidates into the report's result, their texts among those that it knows, with no share, and the words of
    drafts beside it."""
    known = {entry["id"] for entry in report.result["sources"]}
    none = {"ratio": 0.0, "matched": 0, "matches": 0}
    listed = found["listed"].items()
    report.result["sources"] += [text.entry() | none for one, text in listed if one not in known]
    rows = {row.draft_id: row for row in report.compared_drafts.defer("text")}
    drafts = {one: text.text for one, text in listed if isinstance(text.text, DraftText)}
    new = [kept_draft(report, draft) for draft in drafts.values() if draft.draft_id not in rows]
    rows |= {row.draft_id: row for row in ComparedDraft.objects.bulk_create(new)}
    for row in found["found"]:
        if row["source"] in drafts:
            row["text"] = str(rows[drafts[row["source"]].draft_id].pk)
    report.result["translations"] = {name: value for name, value in found.items() if name != "listed"}


def kept_draft(report: OverlapReport, draft: DraftText) -> ComparedDraft:
    """The row, not saved, of a draft in which something was found: these go on changing elsewhere."""
    return ComparedDraft(
        report=report,
        workspace_id=draft.workspace_id,
        draft_id=draft.draft_id,
        revision=draft.revision,
        title=draft.title,
        language=draft.language,
        text=draft.text,
    )


def fail_translations(job: Job) -> None:
    """The search failed or was cancelled; called in the job's last transaction."""
    row = OverlapReport.objects.select_for_update(no_key=True).filter(pk=job.args["report"]).first()
    if row is not None and row.result.get("translations", {}).get("state") == "waiting":
        row.result["translations"] = {"state": "failed"}
        row.save(update_fields=["result"])
        tell_report(row)
