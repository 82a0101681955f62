"""Which comments people may see: those on what they may see."""

from __future__ import annotations

import uuid

from django.db.models import Count, QuerySet

from synthesis.discussion.models import Comment, CommentTarget
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.models import Source
from synthesis.tagging import selectors as tagging
from synthesis.workspaces.policy import Access


def comments_on(access: Access, target_type: str, target_id: uuid.UUID) -> QuerySet[Comment]:
    """The thread about one excerpt or draft, oldest first. The team's: readers see none."""
    access.require(Permission.COMMENT)
    return (
        Comment.objects.filter(
            workspace=access.workspace, target_type=target_type, target_id=target_id, deleted__isnull=True
        )
        .select_related("author")
        .order_by("created")
    )


def excerpt_counts(access: Access, source: Source) -> dict[uuid.UUID, int]:
    """Number of comments of each excerpt of a source that the person may see and that has some."""
    access.require(Permission.COMMENT)
    visible = tagging.excerpts_visible_to(access).filter(source=source).order_by().values("pk")
    rows = Comment.objects.filter(
        workspace=access.workspace, target_type=CommentTarget.EXCERPT, target_id__in=visible, deleted__isnull=True
    )
    return dict(rows.values_list("target_id").annotate(n=Count("pk")))


def get_comment(access: Access, comment_id: uuid.UUID) -> Comment:
    """Raises NotFound."""
    access.require(Permission.COMMENT)
    comment = Comment.objects.filter(pk=comment_id, workspace=access.workspace, deleted__isnull=True).first()
    if comment is None:
        raise NotFound
    return comment
