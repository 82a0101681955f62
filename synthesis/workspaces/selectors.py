"""What people may see of workspaces."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core import signing
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from synthesis.accounts.models import User
from synthesis.infra import jobs
from synthesis.infra.errors import NotFound
from synthesis.infra.models import ACTIVE, AuditEntry, Event, Job, JobState
from synthesis.infra.policy import Permission
from synthesis.workspaces.events import in_words
from synthesis.workspaces.models import Invitation, Member
from synthesis.workspaces.policy import Access, access_to

INVITATION_SALT = "collate.invitation"
# How long a failure stays on the overview.
FAILURE_SHOWN = timedelta(days=3)
STEPS = ("sources", "tagging", "arrange", "draft", "overlap", "review")
STEP_PERMISSION = {
    "sources": Permission.WRITE_SOURCES,
    "tagging": Permission.WRITE_EXCERPTS,
    "arrange": Permission.WRITE_OUTLINE,
    "draft": Permission.WRITE_DRAFTS,
    "overlap": Permission.WRITE_REPORTS,
    "review": Permission.REVIEW,
}


@dataclass(frozen=True, slots=True)
class StepCount:
    """How far a step is, for one person: `total` things they may see, `waiting` of which still ask for something.

    `text`, translated, replaces the plain number, e.g. "12 sources, 1 failed".
    """

    total: int
    waiting: int = 0
    text: str = ""


# Rooms above fill this when they are imported: the overview needs their numbers and may not know them.
STEP_COUNTS: dict[str, Callable[[Access], StepCount]] = {}


def register_step(name: str, count: Callable[[Access], StepCount]) -> None:
    """Gives the overview the numbers of the step `name`, one of STEPS. `count` may cost one query. Raises ValueError."""
    if name not in STEPS:
        raise ValueError(f"no step is called {name!r}")
    STEP_COUNTS[name] = count


@dataclass(frozen=True, slots=True)
class Step:
    """A step as the overview shows it. `state`: unknown (no numbers), empty, open, done."""

    name: str
    count: StepCount | None
    may: bool

    @property
    def state(self) -> str:
        if self.count is None:
            return "unknown"
        if self.count.total == 0:
            return "empty"
        return "open" if self.count.waiting else "done"


def steps_of(access: Access) -> list[Step]:
    """The six steps in their order with what the rooms say of them."""
    return [
        Step(
            name=name,
            count=STEP_COUNTS[name](access) if name in STEP_COUNTS else None,
            may=access.has(STEP_PERMISSION[name]),
        )
        for name in STEPS
    ]


def next_step(steps: list[Step]) -> Step | None:
    """What this person should do next: the first step of theirs with nothing in it, else the first with work left.

    None when there is nothing they can do, or nothing left. Without any numbers it is their first step.
    """
    mine = [step for step in steps if step.may]
    states = [step.state for step in mine]
    if "empty" in states:
        at = states.index("empty")
        # Nothing here: what comes before it and gives no numbers may well be empty too.
        while at > 0 and states[at - 1] == "unknown":
            at -= 1
        return mine[at]
    if "open" in states:
        return mine[states.index("open")]
    return mine[0] if mine and all(step.state == "unknown" for step in steps) else None


def memberships_of(user: User) -> QuerySet[Member]:
    """The person's memberships, newest workspace first, with `people` (members) and `active` (time of the last event)."""
    last = Event.objects.filter(workspace_id=OuterRef("workspace_id")).order_by("-seq").values("at")[:1]
    return (
        Member.objects.filter(user=user, workspace__deleted__isnull=True)
        .select_related("workspace")
        .annotate(people=Count("workspace__members"), active=Subquery(last))
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


def get_invitation(access: Access, invitation_id: uuid.UUID) -> Invitation:
    """Raises NotFound, Forbidden."""
    access.require(Permission.MANAGE_MEMBERS)
    invitation = Invitation.objects.filter(workspace=access.workspace, pk=invitation_id).first()
    if invitation is None:
        raise NotFound
    return invitation


def is_member(user: Any, workspace_id: uuid.UUID) -> bool:
    return user.is_authenticated and Member.objects.filter(workspace_id=workspace_id, user_id=user.pk).exists()


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
    """Audit entries, newest first, each with its actor's name and in words; `before` continues after that entry's id."""
    access.require(Permission.READ_AUDIT)
    entries = AuditEntry.objects.filter(workspace_id=access.workspace.pk).order_by("-id")
    if before is not None:
        entries = entries.filter(id__lt=before)
    rows = list(entries[:limit])
    names = {u.pk: str(u) for u in User.objects.filter(pk__in={r.actor_id for r in rows if r.actor_id})}
    actors = [names.get(row.actor_id) if row.actor_id else None for row in rows]
    return [
        {"entry": row, "actor": actor, "words": in_words(row, actor)} for row, actor in zip(rows, actors, strict=True)
    ]


def jobs_of(access: Access, limit: int = 8) -> list[Job]:
    """Work that waits or runs, and recent failures that nothing newer of the same key replaced; newest first."""
    newer = Job.objects.filter(key=OuterRef("key"), workspace_id=access.workspace.pk, created__gt=OuterRef("created"))
    failed = Q(state__in=[JobState.FAILED, JobState.DEAD], finished__gt=timezone.now() - FAILURE_SHOWN)
    rows = Job.objects.filter(failed | Q(state__in=ACTIVE), workspace_id=access.workspace.pk).exclude(Exists(newer))
    return [job for job in rows.order_by("-created")[: limit * 4] if access.has(_audience(job))][:limit]


def get_job(user: Any, job_id: uuid.UUID, *, workspace_id: uuid.UUID | None = None) -> Job:
    """A job that this person may see (in that workspace, if one is named). Raises NotFound."""
    job = Job.objects.filter(pk=job_id).first()
    if job is None or (workspace_id is not None and job.workspace_id != workspace_id):
        raise NotFound
    if job.workspace_id is None:
        visible = user.is_authenticated and job.actor_id == user.pk
    else:
        visible = access_to(user, job.workspace_id).has(_audience(job))
    if not visible:
        raise NotFound
    return job


def describe_job(job: Job) -> dict[str, Any]:
    """The job as the outside contract shows it."""
    return jobs.describe(job)


def _audience(job: Job) -> Permission:
    try:
        return jobs.handler_of(job.kind).audience
    except KeyError:
        return Permission.READ_WORKSPACE
