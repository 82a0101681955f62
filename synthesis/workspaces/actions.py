"""Everything that changes a workspace, its members or its invitations; and stopping or repeating its jobs."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.accounts.models import User
from synthesis.infra import audit, events, jobs, outbox
from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import Job, JobState
from synthesis.infra.policy import Permission, Role
from synthesis.workspaces.models import Invitation, Member, Workspace
from synthesis.workspaces.policy import Access

BRIEF_FIELDS = ("name", "topic", "points_per_heading", "language", "register", "citation_style")
INVITATION_DAYS = 14


@transaction.atomic
def create_workspace(*, actor: User, name: str, template: str = "pest", **brief: Any) -> Access:
    """Makes a workspace whose owner is `actor`; its headings follow from the template. Raises Invalid."""
    workspace = Workspace(name=name.strip(), template=template, created_by=actor, **brief)
    _check(workspace)
    workspace.save()
    Member.objects.create(workspace=workspace, user=actor, role=Role.OWNER)
    audit.record(
        "workspace.created", workspace, actor_id=actor.pk, workspace_id=workspace.pk, after={"name": workspace.name}
    )
    outbox.put("workspace.created", {"workspace": str(workspace.pk), "language": workspace.language})
    return Access(user=actor, workspace=workspace, role=Role.OWNER)


def _check(workspace: Workspace) -> None:
    """Raises Invalid with a message per field."""
    try:
        workspace.full_clean(exclude=["created_by"])
    except ValidationError as error:
        fields = {name: " ".join(messages) for name, messages in error.message_dict.items()}
        raise Invalid(next(iter(fields.values())), fields=fields) from error


@transaction.atomic
def change_brief(*, access: Access, **values: Any) -> Workspace:
    """Changes name and brief. Raises Invalid, Forbidden."""
    access.require(Permission.MANAGE_WORKSPACE)
    workspace = Workspace.objects.select_for_update(no_key=True).get(pk=access.workspace.pk)
    before = {name: getattr(workspace, name) for name in values if name in BRIEF_FIELDS}
    for name in before:
        setattr(workspace, name, values[name])
    _check(workspace)
    workspace.save()
    after = {name: getattr(workspace, name) for name in before}
    if after != before:
        audit.record(
            "workspace.changed",
            workspace,
            actor_id=access.user.pk,
            workspace_id=workspace.pk,
            before=before,
            after=after,
        )
        events.emit(
            workspace.pk, "workspace.changed", after, audience=Permission.READ_WORKSPACE, actor_id=access.user.pk
        )
    return workspace


@transaction.atomic
def delete_workspace(*, access: Access) -> None:
    """Hides the workspace from everybody; its rows stay for the audit. Raises Forbidden."""
    access.require(Permission.MANAGE_MEMBERS)
    workspace = Workspace.objects.select_for_update(no_key=True).get(pk=access.workspace.pk)
    workspace.deleted = timezone.now()
    workspace.save(update_fields=["deleted"])
    audit.record("workspace.deleted", workspace, actor_id=access.user.pk, workspace_id=workspace.pk)


@transaction.atomic
def create_invitation(*, access: Access, role: str) -> Invitation:
    """A link that makes its openers members with `role`. Raises Forbidden, Invalid."""
    access.require(Permission.MANAGE_MEMBERS)
    if role not in set(Role):
        raise Invalid(_("Choose a role."), fields={"role": _("Choose a role.")})
    invitation = Invitation.objects.create(
        workspace=access.workspace,
        role=role,
        created_by=access.user,
        expires=timezone.now() + timedelta(days=INVITATION_DAYS),
    )
    _record("invitation.created", invitation, access, after={"role": role})
    return invitation


@transaction.atomic
def revoke_invitation(*, access: Access, invitation: Invitation) -> None:
    """The link opens nothing from now on; revoking twice is no error. Raises Forbidden."""
    access.require(Permission.MANAGE_MEMBERS)
    still_open = Invitation.objects.filter(pk=invitation.pk, workspace=access.workspace, revoked__isnull=True)
    if still_open.update(revoked=timezone.now()):
        _record("invitation.revoked", invitation, access, before={"role": invitation.role})


@transaction.atomic
def accept_invitation(*, actor: User, invitation: Invitation) -> Member:
    """Makes `actor` a member; somebody who is one already keeps the role."""
    member, made = Member.objects.get_or_create(
        workspace_id=invitation.workspace_id, user=actor, defaults={"role": invitation.role}
    )
    if made:
        Invitation.objects.filter(pk=invitation.pk).update(used=F("used") + 1)
        access = Access(user=actor, workspace=invitation.workspace, role=Role(member.role))
        _record("member.joined", member, access, after={"role": member.role, "name": str(actor)})
        _tell(member, access)
    return member


@transaction.atomic
def add_member(*, access: Access, user: User, role: str) -> Member:
    """Makes an existing person a member. Raises Conflict when they are one, Invalid for an unknown role."""
    access.require(Permission.MANAGE_MEMBERS)
    if role not in set(Role):
        raise Invalid(_("Choose a role."), fields={"role": _("Choose a role.")})
    member, made = Member.objects.get_or_create(workspace=access.workspace, user=user, defaults={"role": role})
    if not made:
        raise Conflict(_("This person is a member already."), current={"role": member.role})
    _record("member.added", member, access, after={"role": role, "name": str(user)})
    _tell(member, access)
    return member


@transaction.atomic
def change_role(*, access: Access, member: Member, role: str) -> Member:
    """Raises Invalid when the last owner would be lost."""
    access.require(Permission.MANAGE_MEMBERS)
    if role not in set(Role):
        raise Invalid(_("Choose a role."), fields={"role": _("Choose a role.")})
    row = _locked(access, member)
    before = row.role
    if before == role:
        return row
    if before == Role.OWNER:
        _keep_an_owner(access)
    row.role = role
    row.save(update_fields=["role"])
    after = {"role": role, "name": str(member.user)}
    _record("member.role_changed", row, access, before={"role": before}, after=after)
    _tell(row, access)
    return row


@transaction.atomic
def remove_member(*, access: Access, member: Member) -> None:
    """An owner removes somebody, or a member leaves. Raises Invalid when the last owner would be lost."""
    leaves = member.user_id == access.user.pk
    if not leaves:
        access.require(Permission.MANAGE_MEMBERS)
    row = _locked(access, member)
    if row.role == Role.OWNER:
        _keep_an_owner(access)
    before = {"role": row.role, "user": str(row.user_id), "name": str(member.user)}
    _record("member.left" if leaves else "member.removed", row, access, before=before)
    _tell(row, access)
    row.delete()


def _locked(access: Access, member: Member) -> Member:
    # All members of the workspace are locked, so that two owners cannot step down past each other.
    rows = {row.pk: row for row in Member.objects.select_for_update(no_key=True).filter(workspace=access.workspace)}
    if member.pk not in rows:
        raise Conflict(_("This person is no longer a member."))
    return rows[member.pk]


def _keep_an_owner(access: Access) -> None:
    if Member.objects.filter(workspace=access.workspace, role=Role.OWNER).count() < 2:
        raise Invalid(_("A workspace needs an owner. Make somebody else an owner first."), code="last_owner")


@transaction.atomic
def cancel_job(*, access: Access, job: Job) -> None:
    """Stops work that waits or runs. Raises Forbidden, Conflict when it has ended."""
    _require_steering(access, job)
    if not jobs.cancel(job):
        raise Conflict(_("This job has ended already."), code="job_ended", current=jobs.describe(job))
    _record("job.cancelled", job, access, after={"kind": job.kind})


@transaction.atomic
def retry_job(*, access: Access, job: Job) -> Job:
    """Queues the work of a failed, dead or cancelled job again. Raises Forbidden, Conflict for any other."""
    _require_steering(access, job)
    row = Job.objects.select_for_update(no_key=True).get(pk=job.pk)
    if row.state not in {JobState.FAILED, JobState.DEAD, JobState.CANCELLED}:
        raise Conflict(_("This job has not failed."), code="job_not_failed", current=jobs.describe(row))
    again = jobs.retry(row)
    _record("job.retried", again, access, before={"job": str(row.pk)}, after={"kind": row.kind})
    return again


def _require_steering(access: Access, job: Job) -> None:
    """One's own jobs, and everybody's for those who may change everybody's drafts. Readers steer nothing."""
    access.require(Permission.WRITE_DRAFTS)
    if job.actor_id != access.user.pk and not access.has(Permission.WRITE_ANY_DRAFT):
        raise Forbidden(_("Only the person who started this, an editor or an owner can do that."))


def _record(verb: str, target: Any, access: Access, **states: Any) -> None:
    audit.record(verb, target, actor_id=access.user.pk, workspace_id=access.workspace.pk, **states)


def _tell(member: Member, access: Access) -> None:
    events.emit(
        access.workspace.pk,
        "members.changed",
        {"member": str(member.pk)},
        audience=Permission.READ_WORKSPACE,
        actor_id=access.user.pk,
    )
