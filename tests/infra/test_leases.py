"""Running a job: one holder at a time, one result, and nothing from somebody who lost the lease."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from synthesis.infra import jobs, leases
from synthesis.infra.leases import JobFailed, LostLease, RunningJob
from synthesis.infra.models import AuditEntry, Job, JobState
from tests.infra.work import KIND, Handler, due_now, finish, queue, silent


def test_done_once(handler: Handler) -> None:
    job = queue()
    for _ in range(10):
        leases.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, job.progress, handler.runs) == (JobState.DONE, 1, 1.0, 1)
    assert job.token is None


def test_a_message_about_nothing_does_nothing(handler: Handler) -> None:
    leases.run(uuid.uuid4())
    assert handler.runs == 0


def test_one_holder_at_a_time(handler: Handler) -> None:
    job = queue()
    assert leases.claim(job.pk) is not None
    assert leases.claim(job.pk) is None


def test_progress_is_a_share(handler: Handler) -> None:
    job = queue()
    running = leases.claim(job.pk)
    assert running is not None
    running.progress("a step", 3.0)
    job.refresh_from_db()
    assert (job.step, job.progress) == ("a step", 1.0)


def test_who_was_presumed_dead_writes_nothing(handler: Handler) -> None:
    job = queue()
    first = leases.claim(job.pk)
    silent(job)
    second = leases.claim(job.pk)
    assert first is not None
    assert second is not None
    assert not first.beat()
    with pytest.raises(LostLease):
        first.progress("late", 0.5)
    with pytest.raises(LostLease), first.finishing():
        raise AssertionError("the body must not run")
    finish(second)
    assert Job.objects.get(pk=job.pk).state == JobState.DONE


def test_a_result_that_cannot_be_written_leaves_nothing(handler: Handler) -> None:
    """The result and the end of the job are one transaction."""

    def half(running: RunningJob) -> None:
        with running.finishing():
            AuditEntry.objects.create(verb="half", target_type="x")
            raise ValueError("full disk")

    handler.does = half
    job = queue()
    leases.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.QUEUED, 1)
    assert "full disk" in job.error
    assert not AuditEntry.objects.filter(verb="half").exists()


def test_cancelled_while_it_runs_writes_nothing(handler: Handler) -> None:
    def work(running: RunningJob) -> None:
        running.progress("begun", 0.0)
        assert jobs.cancel(Job.objects.get(pk=running.id))
        with running.finishing():
            AuditEntry.objects.create(verb="late", target_type="x")

    handler.does = work
    job = queue()
    leases.run(job.pk)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert handler.ended == [JobState.CANCELLED]
    assert not AuditEntry.objects.filter(verb="late").exists()
    leases.run(job.pk)
    assert handler.runs == 1


def test_what_cannot_help_is_not_tried_again(handler: Handler) -> None:
    def refuse(running: RunningJob) -> Any:
        raise JobFailed("The file is empty.")

    handler.does = refuse
    job = queue()
    leases.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.error, handler.ended) == (JobState.FAILED, "The file is empty.", [JobState.FAILED])


def test_after_four_attempts_it_is_buried(handler: Handler) -> None:
    def stumble(running: RunningJob) -> Any:
        raise RuntimeError("stumbled")

    handler.does = stumble
    job = queue()
    for _ in range(6):
        due_now(job)
        leases.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, handler.runs) == (JobState.DEAD, 4, 4)
    assert handler.ended == [JobState.DEAD]


def test_a_worker_that_dies_at_every_attempt_is_buried_too(handler: Handler) -> None:
    job = queue()
    for _ in range(4):
        assert leases.claim(job.pk) is not None
        silent(job)
        assert jobs.reap() == 1
    job.refresh_from_db()
    assert (job.state, handler.ended) == (JobState.DEAD, [JobState.DEAD])
    assert leases.claim(job.pk) is None


def test_a_kind_that_nobody_handles_fails_like_any_other(db: None) -> None:
    job = jobs.enqueue("nobody.does", key="k", args={}, workspace_id=None, actor_id=None, max_attempts=1)
    leases.run(job.pk)
    assert Job.objects.get(pk=job.pk).state == JobState.DEAD


@pytest.fixture
def later(handler: Handler, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kind of the tests may wait; names of the messages that left."""
    rung: list[str] = []
    jobs.handles(KIND, on_end=handler.end, later=True)(handler.run)
    monkeypatch.setattr(jobs, "_queue_length", lambda queue=jobs.QUEUE: 0)
    monkeypatch.setattr(jobs.current_app, "send_task", lambda name, **_: rung.append(name))
    return rung


def test_one_message_stands_for_all_that_may_wait(
    handler: Handler, later: list[str], django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        made = [queue() for _ in range(3)]
    assert set(later) == {"jobs.later"}
    leases.work_later()
    assert handler.runs == 3
    assert {Job.objects.get(pk=job.pk).state for job in made} == {JobState.DONE}


def test_what_may_wait_gives_way(handler: Handler, later: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    queue()
    queue()
    monkeypatch.setattr(jobs, "urgent_waits", lambda: handler.runs == 1)
    leases.work_later()
    assert handler.runs == 1
    assert later == ["jobs.later"]


def test_what_may_wait_is_remembered_without_a_message(handler: Handler, later: list[str]) -> None:
    queue()
    assert jobs.relay() == 0
    assert later == ["jobs.later"]
