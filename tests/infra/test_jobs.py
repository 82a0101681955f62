"""Queueing, publishing, cancelling, retrying, and bringing back what was lost."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from kombu.exceptions import OperationalError

from synthesis.infra import jobs, leases
from synthesis.infra.models import Event, Job, JobState
from tests.infra.work import Handler, finish, queue, silent


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the jobs whose messages left."""
    found: list[str] = []
    monkeypatch.setattr(jobs.current_app, "send_task", lambda name, args, queue: found.append(args[0]))
    return found


def test_rung_after_the_commit(handler: Handler, sent: list[str], django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        job = queue()
        assert sent == []
    assert sent == [str(job.pk)]
    assert Job.objects.get(pk=job.pk).published is not None


def test_the_same_work_is_queued_once_at_a_time(handler: Handler) -> None:
    first = queue("key")
    assert queue("key").pk == first.pk
    leases.run(first.pk)
    assert queue("key").pk != first.pk


def test_a_dead_broker_stops_nobody(handler: Handler, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise OperationalError("away")

    monkeypatch.setattr(jobs.current_app, "send_task", fail)
    job = queue()
    assert jobs.publish([job.pk]) == 0
    assert Job.objects.get(pk=job.pk).published is None


@pytest.mark.parametrize(
    ("published", "length", "expected"),
    [
        (None, 5, True),  # never rung
        (10, 0, True),  # rung, but the broker holds nothing: lost with its memory
        (1, 0, False),  # rung just now
        (10, 5, False),  # waits its turn
        (90, 5, True),  # waits too long, whatever the broker says
        (90, -1, True),  # the broker does not answer
    ],
)
def test_relay_rings_for_what_no_message_stands_for(
    handler: Handler,
    sent: list[str],
    monkeypatch: pytest.MonkeyPatch,
    published: int | None,
    length: int,
    expected: bool,
) -> None:
    job = queue()
    when = None if published is None else timezone.now() - timedelta(seconds=published)
    Job.objects.filter(pk=job.pk).update(published=when)
    monkeypatch.setattr(jobs, "_queue_length", lambda: length)
    jobs.relay()
    assert (sent == [str(job.pk)]) == expected


def test_relay_waits_until_it_is_due(handler: Handler, sent: list[str]) -> None:
    job = queue()
    Job.objects.filter(pk=job.pk).update(due=timezone.now() + timedelta(seconds=60))
    jobs.relay()
    assert sent == []


def test_reap_takes_back_only_what_is_silent(handler: Handler) -> None:
    alive, dead = queue(), queue()
    leases.claim(alive.pk)
    leases.claim(dead.pk)
    silent(dead)
    assert jobs.reap() == 1
    assert Job.objects.get(pk=alive.pk).state == JobState.RUNNING
    again = Job.objects.get(pk=dead.pk)
    assert (again.state, again.published, again.token) == (JobState.QUEUED, None, None)


def test_pauses_grow(handler: Handler) -> None:
    job = queue()
    pauses = []
    for _ in range(3):
        leases.claim(job.pk)
        silent(job)
        before = timezone.now()
        jobs.reap()
        pauses.append(round((Job.objects.get(pk=job.pk).due - before).total_seconds()))
        Job.objects.filter(pk=job.pk).update(due=before)
    assert pauses == [0, 1, 3]


def test_cancel(handler: Handler) -> None:
    job = queue()
    assert jobs.cancel(job)
    assert not jobs.cancel(job)
    assert handler.ended == [JobState.CANCELLED]
    assert leases.claim(job.pk) is None


def test_retry_is_a_new_job_of_the_same_work(handler: Handler) -> None:
    job = queue("key")
    jobs.cancel(job)
    again = jobs.retry(Job.objects.get(pk=job.pk))
    assert again.pk != job.pk
    assert (again.key, again.args, again.state) == (job.key, job.args, JobState.QUEUED)
    running = leases.claim(again.pk)
    assert running is not None
    finish(running)


def test_changes_are_told_to_the_workspace(handler: Handler) -> None:
    place = uuid.uuid4()
    job = queue(workspace_id=place)
    leases.run(job.pk)
    told = list(Event.objects.filter(workspace_id=place).order_by("seq").values_list("payload", flat=True))
    assert [row["state"] for row in told] == ["queued", "done"]
    assert told[0]["draft"] == "d"
    assert "secret" not in told[0]


def test_jobs_of_no_workspace_are_told_to_nobody(handler: Handler) -> None:
    leases.run(queue().pk)
    assert not Event.objects.exists()
