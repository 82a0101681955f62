"""Workspaces, members, headings and jobs through `/api/v1/`."""

from __future__ import annotations

from synthesis.infra.models import Job, JobState
from synthesis.workspaces.models import Member
from tests.api.caller import Caller
from tests.filled_world import FilledWorld


def test_create_workspace(caller: Caller, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        made = caller.post("/workspaces", {"name": "Sensors", "template": "PESTEL", "language": "zh-Hans"})
    assert made.status_code == 201
    workspace = made.json()["id"]
    assert Member.objects.get(workspace_id=workspace).role == "owner"
    keys = [row["key"] for row in caller.get(f"/workspaces/{workspace}/headings").json()]
    assert keys[:4] == ["P", "E", "S", "T"]
    assert len(keys) == 6
    assert workspace in {row["id"] for row in caller.get("/workspaces").json()}


def test_a_workspace_needs_a_name(caller: Caller) -> None:
    answer = caller.post("/workspaces", {"name": " "})
    assert answer.status_code == 400
    assert answer["content-type"] == "application/problem+json"
    assert "name" in answer.json()["fields"]


def test_add_member(world: FilledWorld) -> None:
    owner = Caller(world, "alice")
    made = owner.post("members", {"email": "DAVE@example.org", "role": "reader"})
    assert made.status_code == 201
    assert str(Member.objects.get(workspace=world.workspace, user=world.dave).pk) == made.json()["id"]
    assert owner.post("members", {"email": "dave@example.org", "role": "reader"}).status_code == 409


def test_members_are_people_with_an_account_and_a_role(world: FilledWorld) -> None:
    owner = Caller(world, "alice")
    assert owner.post("members", {"email": "nobody@example.org", "role": "reader"}).json()["code"] == "nobody"
    assert owner.post("members", {"email": "dave@example.org", "role": "king"}).status_code == 400


def test_only_owners_learn_who_has_an_account(caller: Caller) -> None:
    assert caller.post("members", {"email": "nobody@example.org", "role": "reader"}).status_code == 403


def test_show_job(world: FilledWorld, caller: Caller) -> None:
    job = world.job_by("bob", JobState.RUNNING)
    Job.objects.filter(pk=job.pk).update(progress=0.5, step="planning")
    expected = {"state": "running", "step": "planning", "progress": 0.5, "error": ""}
    assert expected.items() <= caller.get(f"/jobs/{job.pk}").json().items()
    # The contract's short path takes the token, too.
    assert expected.items() <= caller.client.get(f"/jobs/{job.pk}").json().items()
    assert Caller(world, "dave").get(f"/jobs/{job.pk}").status_code == 404
