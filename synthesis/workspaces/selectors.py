"""What people may see of workspaces."""

from __future__ import annotations

import uuid
from typing import Any

from django.core import signing
from django.db.models import QuerySet
from django.utils import timezone

from synthesis.accounts.models import User
from synthesis.infra.errors import NotFound
from synthesis.infra.models import AuditEntry
from synthesis.infra.policy import Permission
from synthesis.workspaces.models import Invitation, Member, Workspace
from synthesis.workspaces.policy import Access

INVITATION_SALT = "collate.invitation"


def memberships_of(user: User) -> QuerySet[Member]:
    """The person's memberships, newest workspace first."""
    return (
        Member.objects.filter(user=user, workspace__deleted__isnull=True)
        .select_related("workspace")
        .order_by("-workspace__created")
    )


def members_of(access: Access) -> QuerySet[Member]:
    access.require(Permission.READ_WORKSPACE)
    return Member.objects.filter(workspace=access.workspace).select_related("user").order_by("created")


def get_member(access: Access, member_id: uuid.UUID) -> Member:
    """Raises NotFound."""
    member = members_of(access).filter(pk=member_id).first()
    if member is None:
        raise NotFound
    return member


def open_invitations(access: Access) -> QuerySet[Invitation]:
    """Links that still work."""
    access.require(Permission.MANAGE_MEMBERS)
    return Invitation.objects.filter(
        workspace=access.workspace, revoked__isnull=True, expires__gt=timezone.now()
    ).order_by("-created")


def invitation_token(invitation: Invitation) -> str:
    """What the link carries: the id, signed, so that an id alone (in a log, say) opens nothing."""
    return signing.dumps(str(invitation.pk), salt=INVITATION_SALT)


def find_invitation(token: str) -> Invitation:
    """The valid invitation behind a link. Raises NotFound for forged, revoked and expired ones."""
    try:
        invitation_id = signing.loads(token, salt=INVITATION_SALT)
    except signing.BadSignature as error:
        raise NotFound from error
    invitation = (
        Invitation.objects.select_related("workspace", "created_by")
        .filter(pk=invitation_id, revoked__isnull=True, expires__gt=timezone.now(), workspace__deleted__isnull=True)
        .first()
    )
    if invitation is None:
        raise NotFound
    return invitation


def audit_log(access: Access, *, before: int | None = None, limit: int = 100) -> list[dict[str, Any]]:
    """Audit entries, newest first, each with its actor's name; `before` continues after that entry's id."""
    access.require(Permission.READ_AUDIT)
    entries = AuditEntry.objects.filter(workspace_id=access.workspace.pk).order_by("-id")
    if before is not None:
        entries = entries.filter(id__lt=before)
    rows = list(entries[:limit])
    names = {u.pk: str(u) for u in User.objects.filter(pk__in={r.actor_id for r in rows if r.actor_id})}
    return [{"entry": row, "actor": names.get(row.actor_id) if row.actor_id else None} for row in rows]


def workspace_of(workspace_id: uuid.UUID) -> Workspace:
    """For jobs, which act for nobody who looks at a page."""
    return Workspace.objects.get(pk=workspace_id)
