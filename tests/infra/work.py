"""A kind of job for tests, and moving the clock of its lease."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from synthesis.infra import jobs
from synthesis.infra.leases import RunningJob
from synthesis.infra.models import Job

KIND = "test.work"


def queue(key: str = "", *, max_attempts: int = 4, workspace_id: uuid.UUID | None = None) -> Job:
    return jobs.enqueue(
        KIND,
        key=key or str(uuid.uuid4()),
        args={"draft": "d", "secret": "s"},
        workspace_id=workspace_id,
        actor_id=None,
        max_attempts=max_attempts,
    )


def silent(job: Job) -> None:
    """The holder's lease has run out."""
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def due_now(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(due=timezone.now() - timedelta(seconds=1))


class Handler:
    """`does` is what the job does; `ended` are the states that its room heard of."""

    def __init__(self) -> None:
        self.does: Callable[[RunningJob], Any] = finish
        self.runs = 0
        self.ended: list[str] = []

    def run(self, running: RunningJob) -> None:
        self.runs += 1
        self.does(running)

    def end(self, job: Job) -> None:
        self.ended.append(job.state)


def finish(running: RunningJob) -> None:
    with running.finishing():
        pass
