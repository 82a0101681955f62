"""What lower rooms say to higher ones is heard at least once, whatever fails in between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from synthesis.infra import outbox
from synthesis.infra.models import OutboxEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard() -> Any:
    """What a subscriber of "test.topic" heard; it fails as often as `failing` says."""
    said: list[Any] = []
    state = {"failing": 0}

    @outbox.subscribe("test.topic")
    def hear(payload: dict[str, Any]) -> None:
        if state["failing"]:
            state["failing"] -= 1
            raise ValueError("not now")
        said.append(payload["n"])

    yield said, state
    outbox._handlers.pop("test.topic")


def due_now() -> None:
    OutboxEntry.objects.update(due=timezone.now() - timedelta(seconds=1))


def test_said_after_the_commit_and_once(heard: Any, django_capture_on_commit_callbacks) -> None:
    said, _ = heard
    with django_capture_on_commit_callbacks(execute=True):
        outbox.put("test.topic", {"n": 1})
        outbox.put("test.topic", {"n": 2})
        assert said == []
    assert sorted(said) == [1, 2]
    assert outbox.drain() == 0


def test_what_a_crash_left_behind_is_handled_later(heard: Any) -> None:
    said, _ = heard
    outbox.put("test.topic", {"n": 1})  # on_commit never comes
    assert outbox.drain() == 1
    assert said == [1]


def test_a_failing_subscriber_is_asked_again_and_stops_nobody(heard: Any) -> None:
    said, state = heard
    state["failing"] = 1
    outbox.put("test.topic", {"n": 1})
    outbox.put("test.topic", {"n": 2})
    outbox.drain()
    assert said == [2]
    failed = OutboxEntry.objects.get(done__isnull=True)
    assert "not now" in failed.error
    assert failed.due > timezone.now()
    due_now()
    outbox.drain()
    assert said == [2, 1]


def test_after_ten_attempts_it_stays_and_is_seen(heard: Any) -> None:
    _, state = heard
    state["failing"] = 99
    outbox.put("test.topic", {"n": 1})
    for _ in range(12):
        due_now()
        outbox.drain()
    entry = OutboxEntry.objects.get()
    assert (entry.attempts, entry.done) == (outbox.MAX_ATTEMPTS, None)


def test_a_topic_nobody_listens_to_is_done() -> None:
    outbox.put("nobody.listens", {})
    outbox.drain()
    assert OutboxEntry.objects.get().done is not None
