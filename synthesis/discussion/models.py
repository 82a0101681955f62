"""Comments on excerpts and drafts."""

from __future__ import annotations

from django.db import models

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.workspaces.models import Workspace


class CommentTarget(models.TextChoices):
    EXCERPT = "excerpt"
    DRAFT = "draft"


class Comment(Row):
    """What somebody says about an excerpt or a draft; named by UUID so that higher rooms' rows can be talked about."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="comments")
    target_type = models.CharField(max_length=10, choices=CommentTarget.choices)
    target_id = models.UUIDField()
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    body = models.TextField(max_length=5000)
    # Set when the comment came with a verdict: "accepted", "returned", "approved".
    verdict = models.CharField(max_length=10, blank=True, default="")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["target_type", "target_id", "created"], name="comment_of_target")]
