"""People's marks on passages, and the terms of a workspace."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from synthesis.engine.overlap.across_units import term_pair
from synthesis.engine.overlap.normalise import normalise
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.overlap import selectors
from synthesis.overlap.models import MarkVerdict, OverlapReport, PassageMark, ReportState, Term
from synthesis.workspaces.policy import Access


def passage_key(passage: str, source: str) -> str:
    """What a passage is known by from one report to the next: its counted characters in the draft, and its source."""
    codes = normalise(passage).codes.tobytes()
    return hashlib.sha256(codes + b"\0" + source.encode()).hexdigest()


def marks_of(report: OverlapReport, keys: Iterable[str]) -> dict[str, PassageMark]:
    """Key → the mark that holds, whichever revision it was made on; in one query."""
    rows = PassageMark.objects.select_related("made_by").filter(
        workspace_id=report.workspace_id, draft_id=report.draft_id, key__in=list(keys), withdrawn__isnull=True
    )
    return {mark.key: mark for mark in rows}


def passages_in(report: OverlapReport) -> set[tuple[tuple[int, int], str]]:
    """What can be marked in a report: (span in the draft, source), those behind a match and the candidates among them."""
    stored = selectors.stored_matches(report, list(selectors.matches_of(report)))
    found = {(one.draft, one.source) for match in stored for one in (match, *match.alternatives)}
    candidates = report.result.get("translations", {}).get("found", [])
    return found | {((one["draft"][0], one["draft"][1]), one["source"]) for one in candidates}


def to_rewrite(access: Access, draft_id: uuid.UUID) -> tuple[OverlapReport | None, list[tuple[int, int, PassageMark]]]:
    """The passages of a draft's newest finished report that somebody wants rewritten: (start, end, mark), in its order."""
    access.require(Permission.READ_REPORTS)
    rows = PassageMark.objects.select_related("made_by").filter(
        workspace=access.workspace, draft_id=draft_id, verdict=MarkVerdict.REWRITE, withdrawn__isnull=True
    )
    marks = {mark.key: mark for mark in rows}
    reports = OverlapReport.objects.filter(workspace=access.workspace, draft_id=draft_id, state=ReportState.READY)
    report = reports.order_by("-created").first() if marks else None
    if report is None:
        return None, []
    keyed = ((span, passage_key(report.draft_text[slice(*span)], source)) for span, source in passages_in(report))
    return report, sorted(((*span, marks[key]) for span, key in keyed if key in marks), key=lambda row: row[:2])


def get_mark(access: Access, report: OverlapReport, mark_id: uuid.UUID) -> PassageMark:
    """A mark that holds, of the report's draft. Raises NotFound."""
    access.require(Permission.READ_REPORTS)
    mark = PassageMark.objects.filter(
        pk=mark_id, workspace=access.workspace, draft_id=report.draft_id, withdrawn__isnull=True
    ).first()
    if mark is None:
        raise NotFound
    return mark


def may_withdraw(access: Access, mark: PassageMark) -> bool:
    """One's own; reviewers and those who may write every draft also others'."""
    free = access.has(Permission.REVIEW) or access.has(Permission.WRITE_ANY_DRAFT)
    return access.has(Permission.WRITE_REPORTS) and (free or mark.made_by_id == access.user.pk)


def terms_of(access: Access) -> QuerySet[Term]:
    access.require(Permission.READ_REPORTS)
    return Term.objects.filter(workspace=access.workspace).select_related("created_by")


def term_texts(report: OverlapReport) -> list[str]:
    """The terms as they were written."""
    return list(Term.objects.filter(workspace_id=report.workspace_id).values_list("text", flat=True))


def in_either_language(terms: Iterable[str]) -> list[str]:
    """The terms as they stand in drafts: one that was written in both languages is two."""
    return [part for term in terms for part in (term_pair(term) or (term,))]
