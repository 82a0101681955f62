"""Everything that changes comments."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.discussion.models import Comment
from synthesis.infra import audit, events
from synthesis.infra.errors import Forbidden, Invalid
from synthesis.infra.policy import Permission
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

MAX_LENGTH = 5_000


@transaction.atomic
def add_comment(*, access: Access, target_type: str, target_id: uuid.UUID, body: str, verdict: str = "") -> Comment:
    """Says something about an excerpt or a draft; the caller has made sure that `access` may see it. Raises Invalid."""
    access.require(Permission.COMMENT)
    body = storable_text(body).strip()
    if not body:
        raise Invalid(_("Write something first."), fields={"body": _("Write something first.")})
    if len(body) > MAX_LENGTH:
        message = _("A comment has at most %(n)s characters.") % {"n": MAX_LENGTH}
        raise Invalid(message, fields={"body": message})
    comment = Comment.objects.create(
        workspace=access.workspace,
        target_type=target_type,
        target_id=target_id,
        author=access.user,
        body=body,
        verdict=verdict,
    )
    _publish("comment.added", comment, access)
    return comment


@transaction.atomic
def delete_comment(*, access: Access, comment: Comment) -> None:
    """One's own. Raises Forbidden."""
    access.require(Permission.COMMENT)
    if comment.author_id != access.user.pk:
        raise Forbidden(_("This is somebody else's comment."))
    if comment.verdict:
        raise Forbidden(_("This comment belongs to a review decision and cannot be deleted."))
    Comment.objects.filter(pk=comment.pk, deleted__isnull=True).update(deleted=timezone.now())
    _publish("comment.deleted", comment, access)


def _publish(verb: str, comment: Comment, access: Access) -> None:
    audit.record(
        verb,
        comment,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        after={"target_type": comment.target_type, "target": str(comment.target_id)},
    )
    events.emit(
        access.workspace.pk,
        "comment.changed",
        {"target_type": comment.target_type, "target": str(comment.target_id)},
        audience=Permission.COMMENT,
        actor_id=access.user.pk,
    )
