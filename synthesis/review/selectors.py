"""What a reviewer has before them, and what became of one's own work."""

from __future__ import annotations

import uuid

from django.db.models import Prefetch, QuerySet

from synthesis.drafting import selectors as drafting
from synthesis.drafting.models import Draft, DraftState
from synthesis.infra.policy import Permission
from synthesis.review.models import DraftReview, ExcerptReview
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, ReviewState
from synthesis.workspaces.policy import Access


def _with_verdicts(rows: QuerySet[Excerpt]) -> QuerySet[Excerpt]:
    verdicts = ExcerptReview.objects.select_related("reviewer", "comment").order_by("-created")
    return rows.prefetch_related(Prefetch("reviews", queryset=verdicts, to_attr="verdicts"))


def excerpts_to_review(
    access: Access, *, tagger: uuid.UUID | None = None, heading: str = "", state: str = ReviewState.OPEN
) -> QuerySet[Excerpt]:
    """Excerpts in a review state, by source and place; one's own are left to somebody else. Each has `.verdicts`."""
    access.require(Permission.REVIEW)
    rows = tagging.search_excerpts(access, heading=heading, tagger=tagger, review=state)
    return _with_verdicts(rows.exclude(created_by=access.user)).order_by("source__created", "start")


def returned_to(access: Access) -> QuerySet[Excerpt]:
    """The person's own excerpts that a reviewer returned, newest verdict first in `.verdicts`."""
    rows = tagging.excerpts_visible_to(access).filter(created_by=access.user, review_state=ReviewState.RETURNED)
    return _with_verdicts(rows).order_by("source__created", "start")


def drafts_in_review(access: Access) -> QuerySet[Draft]:
    access.require(Permission.READ_DRAFTS)
    return drafting.drafts_visible_to(access).filter(state=DraftState.IN_REVIEW)


def reviews_of_draft(access: Access, draft: Draft) -> QuerySet[DraftReview]:
    """The draft's way through review, newest step first."""
    access.require(Permission.READ_DRAFTS)
    return DraftReview.objects.filter(draft=draft).select_related("actor", "comment").order_by("-created")


def reviews_of_excerpt(access: Access, excerpt: Excerpt) -> QuerySet[ExcerptReview]:
    """Every verdict on the excerpt, newest first."""
    access.require(Permission.READ_EXCERPTS)
    return ExcerptReview.objects.filter(excerpt=excerpt).select_related("reviewer", "comment").order_by("-created")
