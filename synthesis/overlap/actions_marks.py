"""What people say of a report: what it leaves out, which passages are fine, and the terms of the workspace."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.engine.overlap.normalise import normalise
from synthesis.infra import audit
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_translations, selectors_marks
from synthesis.overlap.events import tell_report
from synthesis.overlap.models import OverlapReport, PassageMark, ReportState, Scope, Term
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access

MOST_TERMS = 2000

register_words("report.settings", gettext_noop("{actor} changed what an overlap report leaves out"))
register_words("passage.fine", gettext_noop("{actor} marked a passage of an overlap report as fine: {comment}"))
register_words("passage.rewrite", gettext_noop("{actor} marked a passage of an overlap report for rewriting"))
register_words("passage.unmarked", gettext_noop("{actor} took a mark back from a passage of an overlap report"))
register_words("terms.added", gettext_noop("{actor} added terms that overlap reports may leave out: {terms}"))
register_words("terms.removed", gettext_noop("{actor} removed a term that overlap reports may leave out: {terms}"))


@transaction.atomic
def change_settings(*, access: Access, report: OverlapReport, settings: Mapping[str, Any]) -> OverlapReport:
    """Keeps what the report leaves out, for everybody who reads it; the same again changes nothing.

    `settings` as `ReportSettings.pairs` gives them. Raises Conflict before the report is finished.
    """
    access.require(Permission.WRITE_REPORTS)
    row = OverlapReport.objects.select_for_update(no_key=True).filter(pk=report.pk, workspace=access.workspace).first()
    if row is None:
        raise NotFound
    if row.state != ReportState.READY:
        raise Conflict(_("The report is not finished yet."), code="state", current={"state": row.state})
    if row.settings == dict(settings):
        return row
    before, row.settings = row.settings, dict(settings)
    row.settings_by, row.settings_at = access.user, timezone.now()
    row.save(update_fields=["settings", "settings_by", "settings_at"])
    if row.settings.get("translations"):
        actions_translations.ask_for_translations(access=access, report=row)
    audit.record(
        "report.settings",
        row,
        actor_id=access.user.pk,
        workspace_id=row.workspace_id,
        before={"settings": before},
        after={"settings": row.settings},
    )
    tell_report(row, access.user.pk)
    return row


@transaction.atomic
def mark_passage(
    *, access: Access, report: OverlapReport, draft: tuple[int, int], source: str, verdict: str, comment: str
) -> PassageMark:
    """Marks the passage at `draft` (code points) whose source is `source`; it replaces the mark that held.

    `source` may be the match's own or one behind it. Raises NotFound when the report has no such passage.
    """
    access.require(Permission.WRITE_REPORTS)
    if (draft, source) not in selectors_marks.passages_in(report):
        raise NotFound
    key = selectors_marks.passage_key(report.draft_text[slice(*draft)], source)
    # The report's row orders two people who mark one passage.
    OverlapReport.objects.select_for_update(no_key=True).get(pk=report.pk)
    standing = selectors_marks.marks_of(report, [key]).get(key)
    if standing is not None:
        _withdraw(standing)
    mark = PassageMark.objects.create(
        workspace=access.workspace,
        draft_id=report.draft_id,
        source_id=None if _is_draft(report, source) else uuid.UUID(source),
        key=key,
        revision=report.revision,
        verdict=verdict,
        comment=comment,
        made_by=access.user,
    )
    after = {"report": str(report.pk), "draft": list(draft), "source": source, "comment": comment}
    audit.record(f"passage.{verdict}", mark, actor_id=access.user.pk, workspace_id=access.workspace.pk, after=after)
    tell_report(report, access.user.pk)
    return mark


def _is_draft(report: OverlapReport, known: str) -> bool:
    scopes = {entry["id"]: entry.get("scope") for entry in report.result["sources"]}
    return scopes.get(known) in {Scope.DRAFTS, Scope.CLASS}


@transaction.atomic
def withdraw_mark(*, access: Access, report: OverlapReport, mark: PassageMark) -> None:
    """Takes a mark back. Raises Forbidden for somebody else's, Conflict when it no longer holds."""
    access.require(Permission.WRITE_REPORTS)
    if not selectors_marks.may_withdraw(access, mark):
        raise Forbidden(_("Only the person who made a mark, or a reviewer, takes it back."))
    row = PassageMark.objects.select_for_update(no_key=True).get(pk=mark.pk)
    if row.withdrawn is not None:
        raise Conflict(_("This mark has been taken back already."), code="state", current={})
    _withdraw(row)
    before = {"verdict": row.verdict, "comment": row.comment}
    audit.record("passage.unmarked", row, actor_id=access.user.pk, workspace_id=access.workspace.pk, before=before)
    tell_report(report, access.user.pk)


@transaction.atomic
def add_terms(*, access: Access, terms: Sequence[str]) -> int:
    """Adds terms that are not there yet, whatever their script and width; how many. Raises Invalid."""
    access.require(Permission.WRITE_REPORTS)
    folded = {"".join(map(chr, normalise(term).codes.tolist()))[:160]: term for term in terms}
    if "" in folded:
        raise Invalid(_("A term needs letters or characters: %(term)s") % {"term": folded[""]})
    there = Term.objects.filter(workspace=access.workspace)
    have = set(there.filter(folded__in=list(folded)).values_list("folded", flat=True))
    new = {key: term for key, term in folded.items() if key not in have}
    if there.count() + len(new) > MOST_TERMS:
        raise Invalid(_("A workspace has at most %(n)s terms.") % {"n": MOST_TERMS})
    made = [
        Term(workspace=access.workspace, text=term, folded=key, created_by=access.user) for key, term in new.items()
    ]
    # Two people may add the same term at once.
    Term.objects.bulk_create(made, ignore_conflicts=True)
    if made:
        _record_terms("terms.added", access, [term.text for term in made])
    return len(made)


@transaction.atomic
def remove_term(*, access: Access, term_id: uuid.UUID) -> str:
    """Removes a term; its text. Raises NotFound."""
    access.require(Permission.WRITE_REPORTS)
    term = Term.objects.select_for_update(no_key=True).filter(pk=term_id, workspace=access.workspace).first()
    if term is None:
        raise NotFound
    text = term.text
    term.delete()
    _record_terms("terms.removed", access, [text])
    return text


def _record_terms(verb: str, access: Access, terms: list[str]) -> None:
    audit.record(
        verb,
        access.workspace,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        after={"terms": " · ".join(terms)},
    )


def _withdraw(mark: PassageMark) -> None:
    mark.withdrawn = timezone.now()
    mark.save(update_fields=["withdrawn"])
