"""Verdicts on excerpts, a draft's way through review, and the order for its overlap report."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.discussion import actions as discussion
from synthesis.discussion.models import Comment, CommentTarget
from synthesis.drafting import actions as drafting
from synthesis.drafting import selectors as drafts
from synthesis.drafting.models import Draft, DraftState
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.overlap import actions as overlap
from synthesis.overlap.models import OverlapReport
from synthesis.review.models import DraftAct, DraftReview, ExcerptReview, ExcerptVerdict
from synthesis.tagging import actions as tagging
from synthesis.tagging.models import Excerpt, ReviewState
from synthesis.workspaces.policy import Access


@transaction.atomic
def accept_excerpt(*, access: Access, excerpt: Excerpt, comment: str = "", version: int | None = None) -> ExcerptReview:
    """The tag is agreed on; readers may see it from now on. Raises Conflict when it is no longer at `version`."""
    return _judge(access, excerpt, ExcerptVerdict.ACCEPTED, comment, version)


@transaction.atomic
def return_excerpt(*, access: Access, excerpt: Excerpt, comment: str, version: int | None = None) -> ExcerptReview:
    """The tag goes back to its tagger with a reason. Raises Invalid without one, Conflict as `accept_excerpt`."""
    if not comment.strip():
        message = _("Say what should be different, so that the tagger can learn from it.")
        raise Invalid(message, fields={"comment": message})
    return _judge(access, excerpt, ExcerptVerdict.RETURNED, comment, version)


@transaction.atomic
def reopen_excerpt(*, access: Access, excerpt: Excerpt) -> Excerpt:
    """Takes one's verdict back: the excerpt waits again; the verdict and its comment stay on record.

    Raises Conflict when the newest verdict is somebody else's or the excerpt has changed since.
    """
    access.require(Permission.REVIEW)
    row = _locked(access, excerpt)
    last = ExcerptReview.objects.filter(excerpt=row).order_by("-created").first()
    if last is None or last.reviewer_id != access.user.pk or last.version != row.version:
        raise Conflict(_("This decision can no longer be withdrawn."), code="verdict")
    return tagging.mark_reviewed(access=access, excerpt=row, state=ReviewState.OPEN)


@transaction.atomic
def accept_excerpts(*, access: Access, versions: Mapping[uuid.UUID, int]) -> list[ExcerptReview]:
    """Accepts those that still wait and are still as they were seen (id → version); leaves out others and one's own."""
    access.require(Permission.REVIEW)
    rows = (
        Excerpt.objects.select_for_update(of=("self",), no_key=True)
        .filter(
            pk__in=list(versions),
            workspace=access.workspace,
            deleted__isnull=True,
            source__deleted__isnull=True,
            review_state=ReviewState.OPEN,
        )
        .exclude(created_by=access.user)
        .order_by("pk")
    )
    unchanged = [row for row in rows if row.version == versions[row.pk]]
    return [_judge(access, row, ExcerptVerdict.ACCEPTED, "", None) for row in unchanged]


def _judge(
    access: Access, excerpt: Excerpt, verdict: ExcerptVerdict, comment: str, version: int | None
) -> ExcerptReview:
    access.require(Permission.REVIEW)
    row = _locked(access, excerpt)
    if row.created_by_id == access.user.pk:
        raise Forbidden(_("Your own tags are reviewed by somebody else."))
    if version is not None and row.version != version:
        raise Conflict(
            _("Somebody changed this excerpt in the meantime. Look at it again."),
            code="version",
            current={"version": row.version, "review": row.review_state},
        )
    row = tagging.mark_reviewed(access=access, excerpt=row, state=verdict)
    said = _say(access, CommentTarget.EXCERPT, row, comment, verdict)
    return ExcerptReview.objects.create(
        excerpt=row, version=row.version, reviewer=access.user, verdict=verdict, comment=said
    )


def _locked(access: Access, excerpt: Excerpt) -> Excerpt:
    row = (
        Excerpt.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk=excerpt.pk, workspace=access.workspace, deleted__isnull=True, source__deleted__isnull=True)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def _say(
    access: Access, target_type: CommentTarget, target: Excerpt | Draft, comment: str, verdict: str
) -> Comment | None:
    if not comment.strip():
        return None
    return discussion.add_comment(
        access=access, target_type=target_type, target_id=target.pk, body=comment, verdict=verdict
    )


@transaction.atomic
def submit_draft(*, access: Access, draft: Draft, comment: str = "") -> DraftReview:
    """Hands the draft to the reviewers. Raises Forbidden for somebody else's, Conflict in another state or with
    sentences that what they cite does not support."""
    drafting.locked_draft(access, draft.pk)
    _all_supported(draft)
    return _step(access, draft, DraftState.IN_REVIEW, DraftAct.SUBMITTED, comment)


def _all_supported(draft: Draft) -> None:
    """Nothing that the verifier refuses is marked ready; a person can overrule it with a reason. Raises Conflict."""
    refused = drafts.unsupported_count(draft)
    if refused:
        message = ngettext(
            "%(n)s sentence is not supported by what it cites. Mend it, remove it, or say why it may stand.",
            "%(n)s sentences are not supported by what they cite. Mend them, remove them, or say why they may stand.",
            refused,
        )
        raise Conflict(message % {"n": refused}, code="unsupported", current={"unsupported": refused})


@transaction.atomic
def withdraw_draft(*, access: Access, draft: Draft) -> DraftReview:
    """Takes the draft back before a verdict."""
    row = drafting.locked_draft(access, draft.pk)
    if row.state != DraftState.IN_REVIEW:
        raise Conflict(_("The draft is not in review."), code="state", current={"state": row.state})
    return _step(access, draft, DraftState.DRAFT, DraftAct.WITHDRAWN, "")


@transaction.atomic
def approve_draft(*, access: Access, draft: Draft, revision: int, comment: str = "") -> DraftReview:
    """Approves the revision the reviewer has read. Raises Conflict when there is a newer one."""
    access.require(Permission.REVIEW)
    _unchanged(draft, revision)
    _all_supported(draft)
    return _step(access, draft, DraftState.APPROVED, DraftAct.APPROVED, comment)


@transaction.atomic
def return_draft(*, access: Access, draft: Draft, revision: int, comment: str) -> DraftReview:
    """Sends the draft back with a reason. Raises Invalid without one."""
    access.require(Permission.REVIEW)
    if not comment.strip():
        message = _("Say what should be different.")
        raise Invalid(message, fields={"comment": message})
    _unchanged(draft, revision)
    return _step(access, draft, DraftState.RETURNED, DraftAct.RETURNED, comment)


def _unchanged(draft: Draft, revision: int) -> None:
    row = Draft.objects.select_for_update(no_key=True).filter(pk=draft.pk, deleted__isnull=True).first()
    if row is None:
        raise NotFound
    if row.revision != revision:
        raise Conflict(
            _("The draft changed while you were reading. Look at the newest revision first."),
            code="revision",
            current={"revision": row.revision, "state": row.state},
        )


def _step(access: Access, draft: Draft, state: DraftState, act: DraftAct, comment: str) -> DraftReview:
    row = drafting.set_review_state(access=access, draft=draft, state=state)
    said = _say(access, CommentTarget.DRAFT, row, comment, act)
    drafting.record(f"draft.{act}", row, access.user.pk, after={"revision": row.revision, "state": row.state})
    return DraftReview.objects.create(draft=row, revision=row.revision, actor=access.user, act=act, comment=said)


def request_overlap_report(
    *, access: Access, draft: Draft, against: Sequence[str] | None = None, translations: bool | None = None
) -> OverlapReport:
    """Orders the report of the draft as it stands, against scopes (codes of `overlap.models.Scope`; None: those
    of its last report), with a search for `translations` (None: as its last report). Raises Conflict while it is being written, Invalid when it is empty."""
    if draft.state in {DraftState.WRITING, DraftState.FAILED}:
        raise Conflict(_("The draft is still being written."), code="state", current={"state": draft.state})
    sections = drafts.sections_of(draft)
    text, segments = drafts.plain_text(draft, sections)
    if not text.strip():
        raise Invalid(_("The draft has no text yet."))
    return overlap.request_report(
        access=access,
        draft_id=draft.pk,
        revision=draft.revision,
        title=draft.title,
        draft_text=text,
        segments=segments,
        sections=_section_spans(sections, segments),
        against=against,
        translations=translations,
    )


def _section_spans(sections: list[drafts.Section], segments: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """From each headed section's first sentence to its last, with its heading; empty ones are left out."""
    places = {sentence: (start, end) for start, end, sentence in segments}
    spans = []
    for section in sections:
        shown = [str(one.pk) for paragraph in section.paragraphs for one in paragraph.shown]  # type: ignore[attr-defined]
        if shown:
            spans.append((places[shown[0]][0], places[shown[-1]][1], section.heading.name))
    return spans
