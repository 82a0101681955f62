"""Workspaces, members, invitations and jobs: what is written, what is refused, and that each deed is recorded once."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from synthesis.infra import jobs
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event, Job, JobState, OutboxEntry
from synthesis.infra.policy import Permission
from synthesis.workspaces import actions, selectors
from synthesis.workspaces.models import Member
from synthesis.workspaces.policy import access_to
from tests.world import World


def recorded(verb: str) -> int:
    return AuditEntry.objects.filter(verb=verb).count()


def test_a_new_workspace_has_an_owner_and_says_so(world: World) -> None:
    access = actions.create_workspace(actor=world.dave, name=" 报告 ", template="swot")
    assert access.workspace.name == "报告"
    assert access.has(Permission.MANAGE_MEMBERS)
    assert recorded("workspace.created") == 1
    said = OutboxEntry.objects.get(topic="workspace.created")
    assert said.payload == {"workspace": str(access.workspace.pk), "language": "zh"}


@pytest.mark.parametrize(
    "wrong", [{"name": "  "}, {"name": "x", "template": "nope"}, {"name": "x", "points_per_heading": 7}]
)
def test_a_workspace_that_makes_no_sense_is_refused(world: World, wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        actions.create_workspace(actor=world.dave, **wrong)


def test_the_brief_changes_once(world: World) -> None:
    actions.change_brief(access=world.access("alice"), topic="新的题目", points_per_heading=2)
    actions.change_brief(access=world.access("alice"), topic="新的题目", points_per_heading=2)
    assert recorded("workspace.changed") == 1
    assert Event.objects.filter(kind="workspace.changed").count() == 1
    with pytest.raises(Forbidden):
        actions.change_brief(access=world.access("bob"), topic="x")


def test_a_deleted_workspace_is_gone_for_everybody(world: World) -> None:
    actions.delete_workspace(access=world.access("alice"))
    for name in ("alice", "bob", "cara"):
        with pytest.raises(NotFound):
            world.access(name)
    assert list(selectors.memberships_of(world.bob)) == []


def test_a_link_makes_members_until_it_is_revoked(world: World) -> None:
    invitation = actions.create_invitation(access=world.access("alice"), role="tagger")
    token = selectors.invitation_token(invitation)
    member = actions.accept_invitation(actor=world.dave, invitation=selectors.find_invitation(token))
    again = actions.accept_invitation(actor=world.dave, invitation=selectors.find_invitation(token))
    assert member == again
    assert member.role == "tagger"
    invitation.refresh_from_db()
    assert invitation.used == 1
    assert recorded("member.joined") == 1
    actions.revoke_invitation(access=world.access("alice"), invitation=invitation)
    actions.revoke_invitation(access=world.access("alice"), invitation=invitation)
    assert recorded("invitation.revoked") == 1
    with pytest.raises(NotFound):
        selectors.find_invitation(token)


def test_an_invitation_never_lowers_a_role(world: World) -> None:
    invitation = actions.create_invitation(access=world.access("alice"), role="reader")
    assert actions.accept_invitation(actor=world.bob, invitation=invitation).role == "editor"


def test_expired_forged_and_orphaned_links_open_nothing(world: World) -> None:
    invitation = actions.create_invitation(access=world.access("alice"), role="tagger")
    token = selectors.invitation_token(invitation)
    with pytest.raises(NotFound):
        selectors.find_invitation(str(invitation.pk))
    with pytest.raises(NotFound):
        selectors.find_invitation(token[:-1] + ("A" if token[-1] != "A" else "B"))
    invitation.expires = timezone.now()
    invitation.save()
    with pytest.raises(NotFound):
        selectors.find_invitation(token)


@pytest.mark.parametrize("who", ["bob", "rita", "tom", "cara"])
def test_only_owners_invite_and_change_roles(world: World, who: str) -> None:
    member = Member.objects.get(user=world.tina)
    with pytest.raises(Forbidden):
        actions.create_invitation(access=world.access(who), role="owner")
    with pytest.raises(Forbidden):
        actions.change_role(access=world.access(who), member=member, role="owner")
    with pytest.raises(Forbidden):
        actions.remove_member(access=world.access(who), member=member)


def test_a_role_changes_once_and_says_from_what_to_what(world: World) -> None:
    member = Member.objects.get(user=world.tina)
    actions.change_role(access=world.access("alice"), member=member, role="reviewer")
    actions.change_role(access=world.access("alice"), member=member, role="reviewer")
    entry = AuditEntry.objects.get(verb="member.role_changed")
    assert (entry.before["role"], entry.after["role"], entry.after["name"]) == ("tagger", "reviewer", "Tina")
    with pytest.raises(Invalid):
        actions.change_role(access=world.access("alice"), member=member, role="king")


def test_the_last_owner_stays(world: World) -> None:
    alice = Member.objects.get(user=world.alice)
    with pytest.raises(Invalid):
        actions.change_role(access=world.access("alice"), member=alice, role="editor")
    with pytest.raises(Invalid):
        actions.remove_member(access=world.access("alice"), member=alice)
    bob = Member.objects.get(user=world.bob)
    actions.change_role(access=world.access("alice"), member=bob, role="owner")
    actions.remove_member(access=world.access("alice"), member=alice)
    with pytest.raises(NotFound):
        world.access("alice")
    assert recorded("member.left") == 1


def test_removing_somebody_who_is_gone_is_a_conflict(world: World) -> None:
    tina = Member.objects.get(user=world.tina)
    actions.remove_member(access=world.access("alice"), member=tina)
    with pytest.raises(Conflict):
        actions.change_role(access=world.access("alice"), member=tina, role="editor")


def make_job(world: World, who: str, state: str = JobState.QUEUED) -> Job:
    job = jobs.enqueue("test.none", key=who, args={}, workspace_id=world.workspace.pk, actor_id=world.people[who].pk)
    Job.objects.filter(pk=job.pk).update(state=state, finished=timezone.now())
    return Job.objects.get(pk=job.pk)


def test_a_job_is_stopped_by_its_starter_or_an_editor(world: World) -> None:
    job = make_job(world, "tom")
    for who in ("tina", "rita", "cara"):
        with pytest.raises(Forbidden):
            actions.cancel_job(access=world.access(who), job=job)
    actions.cancel_job(access=world.access("tom"), job=job)
    with pytest.raises(Conflict):
        actions.cancel_job(access=world.access("bob"), job=job)
    assert recorded("job.cancelled") == 1


def test_only_what_failed_is_tried_again(world: World) -> None:
    with pytest.raises(Conflict):
        actions.retry_job(access=world.access("tom"), job=make_job(world, "tom"))
    dead = make_job(world, "tina", JobState.DEAD)
    again = actions.retry_job(access=world.access("bob"), job=dead)
    assert (again.state, again.key, again.actor_id) == (JobState.QUEUED, dead.key, world.tina.pk)
    assert again.pk != dead.pk
    assert recorded("job.retried") == 1


def test_jobs_are_seen_by_those_who_may_see_what_they_are_about(world: World) -> None:
    job = make_job(world, "tom")
    assert selectors.get_job(world.cara, job.pk) == job
    with pytest.raises(NotFound):
        selectors.get_job(world.dave, job.pk)
    with pytest.raises(NotFound):
        selectors.get_job(world.tom, job.pk, workspace_id=world.source.pk)
    own = Job.objects.create(kind="test.none", key="own", actor_id=world.dave.pk)
    assert selectors.get_job(world.dave, own.pk) == own
    with pytest.raises(NotFound):
        selectors.get_job(world.tom, own.pk)


def test_a_failure_leaves_the_overview_when_it_was_tried_again(world: World) -> None:
    dead = make_job(world, "tom", JobState.FAILED)
    access = access_to(world.bob, world.workspace.pk)
    assert selectors.jobs_of(access) == [dead]
    again = actions.retry_job(access=access, job=dead)
    assert selectors.jobs_of(access) == [again]
