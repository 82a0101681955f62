"""What a reviewer has before them, and what became of one's own work."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Prefetch, Q, QuerySet
from django.db.models.functions import Greatest, Least, Substr
from django.utils.translation import gettext as _

from synthesis.drafting import selectors as drafting
from synthesis.drafting.models import Draft, DraftState
from synthesis.infra.policy import Permission
from synthesis.overlap.selectors import register_revisions
from synthesis.overlap.selectors_scopes import DraftText
from synthesis.review.models import DraftReview, ExcerptReview
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, ReviewState
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step

# Code points of the source shown on each side of a quotation.
AROUND = 60


def _with_verdicts(rows: QuerySet[Excerpt]) -> QuerySet[Excerpt]:
    """Each row with `.verdicts`, newest first, and its surroundings `.before` and `.after` in the source."""
    verdicts = ExcerptReview.objects.select_related("reviewer", "comment").order_by("-created")
    return rows.prefetch_related(Prefetch("reviews", queryset=verdicts, to_attr="verdicts")).annotate(
        before=Substr("text__text", Greatest(F("start") - AROUND, 0) + 1, Least(F("start"), AROUND)),
        after=Substr("text__text", F("end") + 1, AROUND),
    )


def excerpts_to_review(
    access: Access,
    *,
    tagger: uuid.UUID | None = None,
    heading: str = "",
    source: uuid.UUID | None = None,
    state: str = ReviewState.OPEN,
) -> QuerySet[Excerpt]:
    """Excerpts in a review state, by source and place; one's own are left to somebody else. Each has `.verdicts`."""
    access.require(Permission.REVIEW)
    rows = tagging.search_excerpts(access, heading=heading, source=source, tagger=tagger, review=state)
    return _with_verdicts(rows.exclude(created_by=access.user)).order_by("source__created", "source", "start", "end")


def returned_to(access: Access) -> QuerySet[Excerpt]:
    """The person's own excerpts that a reviewer returned, newest verdict first in `.verdicts`."""
    rows = tagging.excerpts_visible_to(access).filter(created_by=access.user, review_state=ReviewState.RETURNED)
    return _with_verdicts(rows).order_by("source__created", "source", "start")


def drafts_in_review(access: Access) -> QuerySet[Draft]:
    """Drafts that wait for a verdict; each has `.steps`, newest first."""
    access.require(Permission.READ_DRAFTS)
    return _with_steps(drafting.drafts_visible_to(access).filter(state=DraftState.IN_REVIEW))


def drafts_returned_to(access: Access) -> QuerySet[Draft]:
    """The person's own drafts that came back and were not edited since; each has `.steps`."""
    access.require(Permission.READ_DRAFTS)
    rows = drafting.drafts_visible_to(access).filter(created_by=access.user, state=DraftState.RETURNED)
    return _with_steps(rows)


def _with_steps(rows: QuerySet[Draft]) -> QuerySet[Draft]:
    steps = DraftReview.objects.select_related("actor", "comment").order_by("-created")
    return rows.prefetch_related(Prefetch("reviews", queryset=steps, to_attr="steps"))


def draft_history(access: Access) -> QuerySet[DraftReview]:
    """Every step of every draft that still exists, newest first."""
    access.require(Permission.READ_DRAFTS)
    return (
        DraftReview.objects.filter(draft__workspace=access.workspace, draft__deleted__isnull=True)
        .select_related("actor", "comment", "draft")
        .order_by("-created")
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for this person: excerpts and drafts for a verdict of theirs, and what came back to them."""

    excerpts: int
    drafts: int
    returned: int
    reviewed: int


def waiting_for(access: Access) -> Waiting:
    """All zero for readers, who see neither what waits nor what came back."""
    if not access.has(Permission.READ_EXCERPTS):
        return Waiting(0, 0, 0, 0)
    own = Q(created_by=access.user)
    seen = Excerpt.objects.filter(
        workspace=access.workspace, deleted__isnull=True, source__deleted__isnull=True
    ).aggregate(
        open=Count("pk", filter=Q(review_state=ReviewState.OPEN) & ~own),
        returned=Count("pk", filter=Q(review_state=ReviewState.RETURNED) & own),
        reviewed=Count("pk", filter=~Q(review_state=ReviewState.OPEN)),
    )
    drafts = Draft.objects.filter(workspace=access.workspace, deleted__isnull=True).aggregate(
        waiting=Count("pk", filter=Q(state=DraftState.IN_REVIEW)),
        returned=Count("pk", filter=Q(state=DraftState.RETURNED) & own),
    )
    judges = access.has(Permission.REVIEW)
    return Waiting(
        excerpts=seen["open"] if judges else 0,
        drafts=drafts["waiting"],
        returned=seen["returned"] + drafts["returned"],
        reviewed=seen["reviewed"],
    )


def review_step(access: Access) -> StepCount:
    """What was reviewed and what waits, for the workspace's overview."""
    found = waiting_for(access)
    waiting = found.excerpts + found.drafts if access.has(Permission.REVIEW) else found.returned
    total = found.reviewed + found.excerpts + found.drafts
    if not access.has(Permission.REVIEW) and found.returned:
        text = _("%(n)s returned to you") % {"n": found.returned}
    else:
        text = _("%(reviewed)s reviewed, %(waiting)s waiting") % {"reviewed": found.reviewed, "waiting": waiting}
    return StepCount(total=total, waiting=waiting, text=text if total else "")


def _newest_revisions(access: Access, draft_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    rows = drafting.drafts_visible_to(access).filter(pk__in=list(draft_ids))
    return dict(rows.values_list("pk", "revision"))


register_step("review", review_step)


def draft_texts(workspaces: Sequence[uuid.UUID]) -> Iterator[DraftText]:
    """For jobs: the written drafts of the workspaces, oldest first, each as `drafting.plain_text` gives it."""
    drafts = Draft.objects.filter(
        workspace_id__in=list(workspaces), deleted__isnull=True, workspace__deleted__isnull=True
    )
    for draft in drafts.exclude(state__in=[DraftState.WRITING, DraftState.FAILED]).order_by("created"):
        text, _segments = drafting.plain_text(draft, drafting.sections_of(draft))
        yield DraftText(draft.pk, draft.workspace_id, draft.revision, draft.title, draft.language, text)


register_revisions(_newest_revisions)
