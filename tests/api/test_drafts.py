"""Drafts, reports, exports through `/api/v1/`."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from synthesis.drafting.models import Draft, DraftState
from synthesis.infra.models import Job, JobState
from synthesis.overlap.models import OverlapReport
from tests.api.caller import Caller
from tests.filled_world import FilledWorld


def test_create_draft(caller: Caller) -> None:
    answer = caller.post("drafts", {"headings": ["T", "E"], "points": 2, "provider": "offline"})
    assert answer.status_code == 201
    draft = Draft.objects.get(pk=answer.json()["id"])
    assert (sorted(draft.heading_keys), draft.points) == (["E", "T"], 2)
    assert caller.get(f"/jobs/{answer.json()['job']}").json()["draft"] == str(draft.pk)
    waiting = caller.get(f"drafts/{draft.pk}").json()
    assert (waiting["state"], waiting["points"]) == ("writing", [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"headings": []}, "heading"),
        ({"headings": ["S"]}, "no_excerpts"),
        ({"headings": ["T"], "points": 9}, "invalid"),
        ({"headings": ["T"], "provider": "oracle"}, "provider"),
        ({}, "schema"),
    ],
)
def test_drafts_are_checked(caller: Caller, body: object, code: str) -> None:
    answer = caller.post("drafts", body)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_show_draft_as_compose_does(world: FilledWorld, caller: Caller) -> None:
    shown = caller.get(f"drafts/{world.draft.pk}").json()
    assert {"id", "revision", "state", "heading", "points", "unused", "conflicts", "advice", "provider"} <= set(shown)
    assert [point["heading"] for point in shown["points"]] == ["T", "E"]
    sentence = shown["points"][0]["sentences"][0]
    assert sentence["cites"] == [str(world.excerpts[0].pk)]
    assert {"text", "cites", "kind", "state", "checks", "overlap"} <= set(sentence)
    assert [row["id"] for row in caller.get("drafts").json()] == [str(world.draft.pk)]


def test_a_reader_gets_approved_drafts_only(world: FilledWorld) -> None:
    open_draft = world.draft_by("tom")
    reader = Caller(world, "cara")
    assert [row["id"] for row in reader.get("drafts").json()] == [str(world.draft.pk)]
    assert reader.get(f"drafts/{open_draft.pk}").status_code == 404
    assert reader.get("exports/md", draft=str(open_draft.pk)).status_code == 404


def test_overlap_report(world: FilledWorld, caller: Caller) -> None:
    answer = caller.post("overlap-reports", {"draft": str(world.draft.pk), "against": ["sources"]})
    assert answer.status_code == 201
    report = OverlapReport.objects.get(pk=answer.json()["id"])
    assert str(report.job_id) == answer.json()["job"]
    waiting = caller.get(f"overlap-reports/{report.pk}").json()
    assert (waiting["state"], waiting["ratio"], waiting["seconds"]) == ("queued", None, None)


def test_finished_report_as_overlap_does(world: FilledWorld, caller: Caller) -> None:
    job = world.job_by("tom", JobState.DONE)
    Job.objects.filter(pk=job.pk).update(started=timezone.now(), finished=timezone.now() + timedelta(seconds=2))
    OverlapReport.objects.filter(pk=world.report.pk).update(job_id=job.pk)
    shown = caller.get(f"overlap-reports/{world.report.pk}").json()
    names = {"counted", "matched", "ratio", "ratio_uncited", "largest_source_ratio", "matches", "sources", "seconds"}
    assert names <= set(shown)
    match = shown["matches"][0]
    assert match["source"]["span"] == [world.excerpts[0].start, world.excerpts[0].end]
    assert match["draft"] == [0, len(world.excerpts[0].quote)]
    assert shown["seconds"] == pytest.approx(2, abs=0.1)


def test_reports_are_checked(world: FilledWorld, caller: Caller) -> None:
    draft = str(world.draft.pk)
    for against in (["elsewhere"], ["sources", "class"], []):
        assert caller.post("overlap-reports", {"draft": draft, "against": against}).json()["code"] == "against"
    assert (
        caller.post("overlap-reports", {"draft": draft, "against": ["sources", "drafts", "library"]}).status_code == 201
    )
    assert caller.post("overlap-reports", {"draft": str(uuid.uuid4())}).status_code == 404
    writing = world.draft_by("tom", DraftState.WRITING)
    assert caller.post("overlap-reports", {"draft": str(writing.pk)}).status_code == 409


def test_export(world: FilledWorld, caller: Caller) -> None:
    answer = caller.get("exports/md", draft=str(world.draft.pk))
    assert answer.status_code == 200
    assert "销量" in answer.content.decode()
    assert answer["Content-Disposition"].startswith("attachment")
    assert caller.get("exports/exe", draft=str(world.draft.pk)).status_code == 404
    assert caller.get("exports/md").status_code == 400
