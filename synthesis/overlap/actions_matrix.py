"""Everything that changes comparisons of many texts: ordering one, storing it, and saying what was given to all."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.engine.overlap.matrix import Matrix
from synthesis.infra import audit, events, jobs
from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.leases import LostLease, RunningJob
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors_matrix, selectors_scopes
from synthesis.overlap.models import (
    OF_A_CLASS,
    PASSIVE,
    ComparedText,
    ComparisonScope,
    GivenText,
    ReportState,
    TextComparison,
)
from synthesis.overlap.selectors_scopes import DraftText
from synthesis.sources.models import ReadingText
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

# What a page can show and a row can hold: pairs with the greatest shares, the longest passages of each.
MAX_PAIRS, MAX_PASSAGES_OF_PAIR, MAX_PASSAGES = 4_000, 60, 300
MAX_GIVEN = 20_000


@transaction.atomic
def request_comparison(*, access: Access, scopes: Sequence[str]) -> TextComparison:
    """Orders a comparison of everything in `scopes` (codes of `ComparisonScope`). Raises Invalid, Forbidden."""
    access.require(Permission.WRITE_REPORTS)
    chosen = [code for code in ComparisonScope.values if code in scopes]
    if {ComparisonScope.ESSAYS, ComparisonScope.SOURCES} <= set(chosen):
        chosen.remove(ComparisonScope.SOURCES)  # essays against each other are compared with everything anyway
    if not set(chosen) - PASSIVE:
        raise Invalid(_("Choose the drafts or essays that are to be compared."), code="scopes")
    if OF_A_CLASS & set(chosen) and selectors_scopes.course_of(access.workspace.pk) is None:
        raise Invalid(_("This workspace is in no class."), code="scopes")
    row = TextComparison.objects.create(workspace=access.workspace, scopes=chosen, created_by=access.user)
    _queue(row, access)
    audit.record(
        "comparison.requested",
        row,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        after={"scopes": chosen},
    )
    return row


def _queue(row: TextComparison, access: Access) -> None:
    job = jobs.enqueue(
        "overlap.matrix",
        key=f"comparison:{row.pk}",
        args={"comparison": str(row.pk)},
        workspace_id=access.workspace.pk,
        actor_id=access.user.pk,
    )
    row.job_id, row.state = job.pk, ReportState.QUEUED
    row.save(update_fields=["job_id", "state"])


@transaction.atomic
def repeat_comparison(*, access: Access, comparison: TextComparison) -> TextComparison:
    """Compares what is there now once more, in the same scopes."""
    access.require(Permission.WRITE_REPORTS)
    row = TextComparison.objects.select_for_update(no_key=True).get(pk=comparison.pk)
    _queue(row, access)
    audit.record("comparison.repeated", row, actor_id=access.user.pk, workspace_id=access.workspace.pk)
    return row


@transaction.atomic
def start_comparison(*, running: RunningJob) -> TextComparison:
    """The comparison of a job that begins. Raises LostLease, also when it is gone."""
    if not running.beat():
        raise LostLease(str(running.id))
    row = TextComparison.objects.filter(pk=running.args["comparison"]).first()
    if row is None:
        raise LostLease("the comparison is gone")
    return row


def store_comparison(
    *,
    comparison: TextComparison,
    drafts: Sequence[DraftText],
    texts: Sequence[tuple[ReadingText, bool]],
    made: Matrix,
) -> None:
    """Writes what was found, in the numbers of `made`: drafts first, then texts, each with whether it is passive. Call
    inside the job's last transaction."""
    row = TextComparison.objects.select_for_update(no_key=True).get(pk=comparison.pk)
    row.texts.all().delete()
    rows = [
        ComparedText(
            comparison=row,
            number=number,
            workspace_id=one.workspace_id,
            draft_id=one.draft_id,
            revision=one.revision,
            title=one.title[:200],
            language=one.language,
            body=one.text,
        )
        for number, one in enumerate(drafts)
    ]
    rows += [
        ComparedText(
            comparison=row,
            number=number,
            passive=passive,
            workspace_id=text.source.workspace_id,
            source_id=text.source_id,
            text=text,
            title=text.source.title[:200],
        )
        for number, (text, passive) in enumerate(texts, start=len(drafts))
    ]
    ComparedText.objects.bulk_create(rows, batch_size=200)
    row.result, row.state = _result(made), ReportState.READY
    row.save(update_fields=["result", "state"])
    _tell(row)


def _result(made: Matrix) -> dict[str, Any]:
    pairs = [
        [
            pair.one,
            pair.two,
            list(pair.shared),
            [round(ratio, 4) for ratio in pair.ratios],
            sorted(pair.passages, key=lambda spans: spans[0][0] - spans[0][1])[:MAX_PASSAGES_OF_PAIR],
        ]
        for pair in made.pairs[:MAX_PAIRS]
    ]
    passages = [[one.length, [[number, list(span)] for number, span in one.places]] for one in made.passages]
    return {
        "counted": made.counted,
        "given": made.given,
        "pairs": pairs,
        "clusters": made.clusters,
        "passages": passages[:MAX_PASSAGES],
        "left_out": max(0, len(made.pairs) - MAX_PAIRS),
    }


def fail_comparison(job: Job) -> None:
    """The job gave up or was cancelled; called in its last transaction."""
    row = TextComparison.objects.select_for_update(no_key=True).filter(pk=job.args["comparison"]).first()
    if row is not None and row.state == ReportState.QUEUED:
        row.state = ReportState.FAILED
        row.save(update_fields=["state"])
        _tell(row)


@transaction.atomic
def add_given(*, access: Access, text: str) -> GivenText:
    """Says that everybody was given these words; comparisons from now on do not count them. Raises Invalid, Forbidden."""
    access.require(Permission.WRITE_REPORTS)
    text = storable_text(text).strip()
    if not text or len(text) > MAX_GIVEN:
        message = _("Enter the words that everybody was given, at most %(n)s characters.") % {"n": MAX_GIVEN}
        raise Invalid(message, fields={"text": message})
    row = GivenText.objects.create(workspace=access.workspace, text=text, created_by=access.user)
    said = {"text": text[:200]}
    audit.record("given.added", row, actor_id=access.user.pk, workspace_id=access.workspace.pk, after=said)
    return row


@transaction.atomic
def mark_given(*, access: Access, comparison: TextComparison, passage: int, text: str | None = None) -> GivenText:
    """The words of a passage that many share, as one of the texts that may be read has them, are given from now on; the
    comparison is made anew. `text`: the part of them that a person left, since a passage may go on beyond what was given.
    Raises NotFound for a passage whose words may not be read, Invalid."""
    passages = comparison.result.get("passages", [])
    if not 0 <= passage < len(passages):
        raise NotFound
    told = selectors_matrix.told_texts(access, comparison)
    for number, (start, end) in passages[passage][1]:
        words = selectors_matrix.words_of(comparison, [number], told)
        if number in words:
            row = add_given(access=access, text=words[number][start:end] if text is None else text)
            repeat_comparison(access=access, comparison=comparison)
            return row
    raise NotFound


@transaction.atomic
def remove_given(*, access: Access, pk: uuid.UUID) -> None:
    """These words count again from the next comparison on. Raises NotFound, Forbidden."""
    access.require(Permission.WRITE_REPORTS)
    row = GivenText.objects.filter(workspace=access.workspace, pk=pk).first()
    if row is None:
        raise NotFound
    said = {"text": row.text[:200]}
    audit.record("given.removed", row, actor_id=access.user.pk, workspace_id=access.workspace.pk, before=said)
    row.delete()


def _tell(row: TextComparison) -> None:
    events.emit(
        row.workspace_id,
        "comparison.changed",
        {"comparison": str(row.pk), "state": row.state},
        audience=Permission.READ_REPORTS,
        actor_id=row.created_by_id,
    )
