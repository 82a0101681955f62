"""Verdicts on excerpts and drafts: every one kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.discussion.models import Comment
from synthesis.drafting.models import Draft
from synthesis.infra.models import Row
from synthesis.tagging.models import Excerpt


class ExcerptVerdict(models.TextChoices):
    ACCEPTED = "accepted", _("accepted")
    RETURNED = "returned", _("returned")


class ExcerptReview(Row):
    """A reviewer's verdict on one excerpt as it stood at `version`."""

    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="reviews")
    version = models.PositiveIntegerField()
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10, choices=ExcerptVerdict.choices)
    comment = models.ForeignKey(Comment, on_delete=models.SET_NULL, null=True, related_name="+")


class DraftAct(models.TextChoices):
    SUBMITTED = "submitted", _("submitted for review")
    WITHDRAWN = "withdrawn", _("withdrawn")
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned")


class DraftReview(Row):
    """A step of a draft through review, at a revision."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="reviews")
    revision = models.PositiveIntegerField()
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=10, choices=DraftAct.choices)
    comment = models.ForeignKey(Comment, on_delete=models.SET_NULL, null=True, related_name="+")
