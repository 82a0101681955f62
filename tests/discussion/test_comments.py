"""Threads on excerpts: who sees and says what; verdicts stay; drafts only when their room has registered."""

from __future__ import annotations

import uuid

import pytest

from synthesis.discussion import actions, targets
from synthesis.discussion.models import Comment, CommentTarget
from synthesis.infra.errors import NotFound
from synthesis.infra.models import AuditEntry, Event


@pytest.fixture
def url(world) -> str:
    return world.url(f"comments/excerpt/{world.excerpts[0].pk}/")


def test_saying_something(world, url):
    answer = world.client("tina").post(url, {"body": "<script>alert(1)</script>\nline"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "&lt;script&gt;" in page
    assert "<script>" not in page
    comment = Comment.objects.get()
    assert AuditEntry.objects.get(target_id=comment.pk).verb == "comment.added"
    assert Event.objects.get(kind="comment.changed").payload["target"] == str(world.excerpts[0].pk)
    assert f"live:comment.changed:{world.excerpts[0].pk}" in page


@pytest.mark.parametrize("body", ["", "  \n", "x" * 5001])
def test_what_is_refused_keeps_what_was_typed(world, url, body):
    answer = world.client("tina").post(url, {"body": body})
    assert answer.status_code == 422
    assert body.strip()[:20] in answer.content.decode()
    assert Comment.objects.count() == 0


@pytest.mark.parametrize(("person", "status"), [("cara", 403), ("dave", 404)])
def test_who_may(world, url, person, status):
    assert world.client(person).get(url).status_code == status
    assert world.client(person).post(url, {"body": "x"}).status_code == status


def test_deleting_ones_own(world, url):
    comment = say(world, "tina", "mine")
    place = world.url(f"comments/{comment.pk}/delete")
    assert world.client("tom").post(place).status_code == 403
    answer = world.client("tina").post(place)
    assert answer.status_code == 200
    assert "mine" not in answer.content.decode()
    assert world.client("tina").post(place).status_code == 404


def test_a_verdict_is_shown_and_stays(world, url):
    comment = say(world, "rita", "too long", verdict="returned")
    assert "Returned" in world.client("tom").get(url).content.decode()
    assert world.client("rita").post(world.url(f"comments/{comment.pk}/delete")).status_code == 403


def test_nothing_about_what_is_not_there(world):
    client = world.client("tom")
    assert client.get(world.url(f"comments/excerpt/{uuid.uuid4()}/")).status_code == 404
    assert client.get(world.url(f"comments/heading/{world.headings['P'].pk}/")).status_code == 404


def test_a_room_registers_what_it_holds(world, monkeypatch):
    monkeypatch.setattr(targets, "_resolvers", dict(targets._resolvers))
    known = uuid.uuid4()

    def resolve(access, target_id):
        if target_id != known:
            raise NotFound

    targets.register_target(CommentTarget.DRAFT, resolve)
    client = world.client("tom")
    assert client.get(world.url(f"comments/draft/{known}/")).status_code == 200
    assert client.get(world.url(f"comments/draft/{uuid.uuid4()}/")).status_code == 404
    with pytest.raises(ValueError, match="heading"):
        targets.register_target("heading", resolve)


def test_as_many_queries_for_many(world, url, django_assert_max_num_queries):
    for i in range(20):
        say(world, "tina" if i % 2 else "tom", f"n {i}")
    client = world.client("tom")
    client.get(url)
    with django_assert_max_num_queries(10):
        client.get(url)


def test_counts_of_a_source(world):
    say(world, "tina", "one")
    say(world, "tom", "two")
    place = world.url(f"sources/{world.source.pk}/comment-counts")
    assert world.client("tom").get(place).json() == {str(world.excerpts[0].pk): 2}
    assert world.client("cara").get(place).status_code == 403
    assert world.client("dave").get(place).status_code == 404


def say(world, name, body, verdict=""):
    return actions.add_comment(
        access=world.access(name),
        target_type=CommentTarget.EXCERPT,
        target_id=world.excerpts[0].pk,
        body=body,
        verdict=verdict,
    )
