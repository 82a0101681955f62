"""Home, making a workspace, the overview, settings, the audit log and jobs, as a browser sees them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test.utils import CaptureQueriesContext

from synthesis.infra import audit, jobs
from synthesis.infra.models import Job, JobState
from synthesis.workspaces.models import Member, Workspace
from tests.world import World, make_user

HTMX = {"HX-Request": "true"}
SCRIPT = "<script>alert(1)</script>"


def queries(client: Any, url: str, connection: Any, **extra: Any) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url, **extra).status_code == 200
    return len(caught)


def test_strangers_to_the_site_learn_what_it_is(world: World) -> None:
    page = world.client(None).get("/").content.decode()
    assert "/account/signup/" in page
    assert "Wearables" not in page


def test_home_lists_my_workspaces_only(world: World) -> None:
    page = world.client("tom").get("/").content.decode()
    assert "Wearables" in page
    assert "Elsewhere" not in page
    assert "6 people" in page


def test_home_without_workspaces_says_what_to_do(world: World) -> None:
    Member.objects.filter(user=world.dave).delete()
    page = world.client("dave").get("/").content.decode()
    assert "You are not in any workspace yet" in page
    assert "/w/new" in page


def test_home_costs_the_same_for_many(world: World, django_assert_max_num_queries: Any) -> None:
    from django.db import connection

    client = world.client("dave")
    one = queries(client, "/", connection)
    for number in range(20):
        workspace = Workspace.objects.create(name=f"W{number}", created_by=world.dave)
        Member.objects.create(workspace=workspace, user=world.dave, role="owner")
    assert queries(client, "/", connection) == one


def test_a_name_is_enough(world: World) -> None:
    answer = world.client("dave").post("/w/new", {"name": "新报告"})
    workspace = Workspace.objects.get(name="新报告")
    assert answer["Location"] == f"/w/{workspace.pk}/"
    assert (workspace.template, workspace.points_per_heading, workspace.language) == ("pest", 3, "en")
    assert (workspace.register, workspace.citation_style) == ("academic", "apa7")


def test_defaults_are_chinese_on_chinese_pages(world: World) -> None:
    client = world.client("dave")
    client.post("/w/new", {"name": "新报告"}, headers={"accept-language": "zh-CN"})
    workspace = Workspace.objects.get(name="新报告")
    assert (workspace.language, workspace.citation_style) == ("zh", "gbt7714-2025")


def test_what_is_wrong_is_said_at_the_field(world: World) -> None:
    answer = world.client("dave").post("/w/new", {"name": "", "points_per_heading": "9", "topic": SCRIPT})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count('aria-invalid="true"') == 2
    assert SCRIPT not in page
    assert not Workspace.objects.filter(topic=SCRIPT).exists()


def test_the_create_page_shows_the_headings_of_each_template(world: World) -> None:
    page = world.client("dave").get("/w/new").content.decode()
    for word in ("Political", "Environmental", "Strengths", "Threats"):
        assert word in page


def test_the_overview_is_for_members(world: World) -> None:
    url = world.url()
    assert world.client(None).get(url)["Location"] == f"/account/login/?next={url}"
    assert world.client("dave").get(url).status_code == 404
    page = world.client("cara").get(url).content.decode()
    assert "You are a reader here" in page
    assert "Recent activity" not in page


def test_the_overview_renews_its_part(world: World) -> None:
    page = world.client("alice").get(world.url(), headers=HTMX).content.decode()
    assert page.strip().startswith('<div id="overview"')
    assert "<html" not in page


def test_names_and_topics_are_text(world: World) -> None:
    Workspace.objects.filter(pk=world.workspace.pk).update(name=SCRIPT, topic=SCRIPT)
    world.tina.name = SCRIPT
    world.tina.save()
    jobs.enqueue("test.none", key="a", args={}, workspace_id=world.workspace.pk, actor_id=world.alice.pk)
    Job.objects.update(error=SCRIPT, step=SCRIPT)
    audit.record(SCRIPT, world.source, actor_id=world.tina.pk, workspace_id=world.workspace.pk)
    for tail in ("", "settings/", "members/", "audit/"):
        page = world.client("alice").get(world.url(tail)).content.decode()
        assert SCRIPT not in page
        assert "&lt;script&gt;" in page
    assert SCRIPT not in world.client("alice").get("/").content.decode()


def test_the_overview_costs_the_same_for_many(world: World) -> None:
    from django.db import connection

    client = world.client("alice")
    audit.record("a.b", world.source, actor_id=world.tina.pk, workspace_id=world.workspace.pk)
    before = [queries(client, world.url(tail), connection) for tail in ("", "members/", "audit/", "progress")]
    for number in range(30):
        person = make_user(f"p{number}")
        Member.objects.create(workspace=world.workspace, user=person, role="tagger")
        audit.record("a.b", world.source, actor_id=person.pk, workspace_id=world.workspace.pk)
        Job.objects.create(kind="test.none", key=f"{number}", workspace_id=world.workspace.pk, actor_id=person.pk)
    after = [queries(client, world.url(tail), connection) for tail in ("", "members/", "audit/", "progress")]
    assert after == before


def test_progress_is_one_small_part(world: World) -> None:
    page = world.client("tom").get(world.url("progress"), headers=HTMX).content.decode()
    assert page.strip().startswith("<ol") or page.count("<ol") == 1
    assert page.count("<li") == 6
    assert world.client("dave").get(world.url("progress")).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("alice", 200), ("bob", 403), ("cara", 403), ("dave", 404)])
def test_settings_are_for_owners(world: World, who: str, status: int) -> None:
    client = world.client(who)
    assert client.get(world.url("settings/")).status_code == status
    if status != 200:
        assert client.post(world.url("settings/"), {"name": "x"}).status_code == status
        assert client.post(world.url("delete"), {"name": "Wearables"}).status_code == status


def test_settings_keep_what_is_not_sent(world: World) -> None:
    Workspace.objects.filter(pk=world.workspace.pk).update(points_per_heading=2, citation_style="apa7")
    answer = world.client("alice").post(world.url("settings/"), {"name": "Renamed", "topic": "t"})
    assert answer.status_code == 302
    workspace = Workspace.objects.get(pk=world.workspace.pk)
    assert (workspace.name, workspace.points_per_heading, workspace.citation_style) == ("Renamed", 2, "apa7")
    assert world.client("alice").post(world.url("settings/"), {"name": " "}).status_code == 422


def test_deletion_asks_for_the_name(world: World) -> None:
    client = world.client("alice")
    assert client.post(world.url("delete"), {"name": "wearables"}).status_code == 422
    assert client.get(world.url()).status_code == 200
    assert client.post(world.url("delete"), {"name": "Wearables"})["Location"] == "/"
    assert client.get(world.url()).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("alice", 200), ("rita", 200), ("bob", 403), ("tom", 403), ("dave", 404)])
def test_the_audit_log_is_for_owners_and_reviewers(world: World, who: str, status: int) -> None:
    assert world.client(who).get(world.url("audit/")).status_code == status


def test_the_audit_log_comes_in_pages(world: World) -> None:
    for number in range(60):
        audit.record(f"n{number}.x", world.source, actor_id=world.tom.pk, workspace_id=world.workspace.pk)
    client = world.client("rita")
    first = client.get(world.url("audit/"))
    assert "n59.x" in first.content.decode()
    assert "n5.x" not in first.content.decode()
    older = client.get(world.url("audit/"), {"before": first.context["older"]}, headers=HTMX).content.decode()
    assert "n9.x" in older
    assert "n10.x" not in older
    assert "<html" not in older
    assert client.get(world.url("audit/"), {"before": "1e9"}).status_code == 200


def test_a_job_is_told_as_the_contract_says(world: World) -> None:
    job = jobs.enqueue("test.none", key="a", args={}, workspace_id=world.workspace.pk, actor_id=world.tom.pk)
    answer = world.client("cara").get(f"/jobs/{job.pk}")
    assert answer.json() | {"id": "", "kind": ""} == {
        "id": "",
        "kind": "",
        "state": "queued",
        "step": "",
        "progress": 0.0,
        "error": "",
    }
    assert world.client("dave").get(f"/jobs/{job.pk}").status_code == 404
    anonymous = world.client(None).get(f"/jobs/{job.pk}")
    assert (anonymous.status_code, anonymous["Content-Type"]) == (401, "application/problem+json")


def test_jobs_are_stopped_and_started_again_from_the_page(world: World) -> None:
    job = jobs.enqueue("test.none", key="a", args={}, workspace_id=world.workspace.pk, actor_id=world.tom.pk)
    cancel, retry = world.url(f"jobs/{job.pk}/cancel"), world.url(f"jobs/{job.pk}/retry")
    assert world.client("dave").post(cancel).status_code == 404
    assert world.client("cara").post(cancel).status_code == 403
    assert world.client("tina").post(cancel).status_code == 403
    assert world.client("tom").get(cancel).status_code == 405
    assert world.client("tom").post(cancel, headers=HTMX).status_code == 204
    assert world.client("tom").post(cancel, headers=HTMX).status_code == 409
    answer = world.client("bob").post(retry, headers={"Accept": "application/json"})
    assert answer.json()["state"] == JobState.QUEUED
    back = world.client("bob").post(world.url(f"jobs/{answer.json()['id']}/cancel"), {"next": world.url()})
    assert (back.status_code, back["Location"]) == (303, world.url())


def test_a_job_of_another_workspace_is_not_here(world: World) -> None:
    elsewhere = Workspace.objects.get(name="Elsewhere")
    job = jobs.enqueue("test.none", key="a", args={}, workspace_id=elsewhere.pk, actor_id=world.dave.pk)
    assert world.client("alice").post(world.url(f"jobs/{job.pk}/cancel")).status_code == 404
