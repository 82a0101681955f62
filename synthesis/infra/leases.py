"""Running a job: one holder at a time, a heartbeat, progress people can see, and a result that is written once.

A message wakes a worker; `claim` gives it the lease or nothing. The holder's token fences its writes: a process
that was presumed dead and wakes again cannot write anything.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from celery import shared_task
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from synthesis.infra import events, jobs
from synthesis.infra.models import Job, JobState

logger = logging.getLogger(__name__)
# Seconds between two progress events of a job: what a person can follow.
TELL_EVERY = 0.3


class LostLease(Exception):
    """Somebody else holds the job now, or it was cancelled: stop, write nothing."""


class JobFailed(Exception):
    """The work cannot be done, and trying again would not help; the text is shown to people."""


class RunningJob:
    """A job whose lease this process holds."""

    def __init__(self, row: Job) -> None:
        assert row.token is not None
        self.id: uuid.UUID = row.pk
        self.kind = row.kind
        self.args: dict[str, Any] = row.args
        self.workspace_id = row.workspace_id
        self.actor_id = row.actor_id
        self.attempts = row.attempts
        self.token: uuid.UUID = row.token
        self._row = row
        self._told = 0.0

    def _mine(self) -> Any:
        return Job.objects.filter(pk=self.id, token=self.token, state=JobState.RUNNING)

    def progress(self, step: str, fraction: float) -> None:
        """Shows where the work is (`fraction` 0..1 of the whole). Raises LostLease when the job is no longer ours."""
        now = time.monotonic()
        if now - self._told < TELL_EVERY and 0 < fraction < 1:
            return
        self._told = now
        row = self._row
        row.step, row.progress = step, min(1.0, max(0.0, fraction))
        with transaction.atomic():
            if not self._mine().update(step=row.step, progress=row.progress, lease_until=lease_end()):
                raise LostLease(str(self.id))
            jobs.tell(row)

    @contextmanager
    def finishing(self) -> Iterator[None]:
        """One transaction that writes the result and ends the job, or neither. Raises LostLease."""
        row = self._row
        with transaction.atomic(), events.together():
            # First of all: the job's row is ours from here to the commit, and nobody sees it done before.
            ended = self._mine().update(
                state=JobState.DONE, progress=1.0, error="", finished=timezone.now(), token=None, lease_until=None
            )
            if not ended:
                raise LostLease(str(self.id))
            yield
            row.state, row.progress, row.error = JobState.DONE, 1.0, ""
            jobs.tell(row)

    def told_enough(self) -> None:
        """Nothing is told of steps for the next TELL_EVERY seconds but the beginning and the end."""
        self._told = time.monotonic()

    def beat(self) -> bool:
        """Prolongs the lease; False when it is lost."""
        return bool(self._mine().update(lease_until=lease_end()))


def lease_end() -> datetime:
    """Until when a lease that is taken or prolonged now holds."""
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def claim(job_id: uuid.UUID | str) -> RunningJob | None:
    """Takes the lease of a job that waits or whose holder went silent; None when there is nothing to do."""
    return _claimed(_THIS, job=job_id)


def claim_later() -> RunningJob | None:
    """Takes the lease of the longest waiting job of those that may wait; None when none waits."""
    return _claimed(_LONGEST_WAITING, kinds=jobs.later_kinds())


def _claimed(which: str, **values: Any) -> RunningJob | None:
    now = {"token": uuid.uuid4(), "now": timezone.now(), "until": lease_end()}
    row = next(iter(Job.objects.raw(_CLAIM.format(which=which), {**now, **values})), None)
    return RunningJob(row) if row is not None else None


_THIS = "%(job)s"
_LONGEST_WAITING = """(
  SELECT id FROM synthesis_job WHERE state = 'queued' AND due <= %(now)s AND kind = ANY(%(kinds)s)
  ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)"""
_CLAIM = """
UPDATE synthesis_job SET state = 'running', token = %(token)s, lease_until = %(until)s, attempts = attempts + 1,
  started = %(now)s
WHERE id = {which} AND attempts < max_attempts
  AND (state = 'queued' OR (state = 'running' AND lease_until < %(now)s))
RETURNING *
"""


@contextmanager
def heartbeat(running: RunningJob) -> Iterator[None]:
    """Keeps the lease from another thread, so that a long step of native code does not lose it."""
    stop = threading.Event()

    def keep() -> None:
        if stop.wait(settings.JOB_LEASE_SECONDS / 4):
            return
        try:
            while running.beat() and not stop.wait(settings.JOB_LEASE_SECONDS / 4):
                pass
        except Exception:
            logger.exception("heartbeat of job %s stopped", running.id)
        finally:
            connection.close()

    thread = threading.Thread(target=keep, name=f"heartbeat-{running.id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def run(job_id: uuid.UUID | str) -> None:
    """Does the job once, if it is there to be done. Never raises for a failure of the work itself."""
    running = claim(job_id)
    if running is not None:
        _work(running)


def work_later(seconds: float = 60.0) -> None:
    """Does what may wait, until nothing of it is left, other work waits, or `seconds` have passed.

    What is left then gets a new message, behind the other work: one message stands for thousands of small jobs.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end and not jobs.urgent_waits():
        running = claim_later()
        if running is None:
            jobs.tidy_up()
            return
        _work(running)
    jobs.ring_later()


def _work(running: RunningJob) -> None:
    # The steps of what is done in a moment are worth no statements.
    running.told_enough()
    try:
        with heartbeat(running):
            jobs.handler_of(running.kind).run(running)
    except LostLease:
        logger.info("job %s was taken away or cancelled", running.id)
    except JobFailed as error:
        _give_back(running, str(error), final=True)
    except Exception as error:
        logger.exception("job %s (%s) failed at attempt %s", running.id, running.kind, running.attempts)
        _give_back(running, f"{type(error).__name__}: {error}"[:500])


def _give_back(running: RunningJob, error: str, *, final: bool = False) -> None:
    with transaction.atomic():
        row = Job.objects.select_for_update(no_key=True).filter(pk=running.id, token=running.token).first()
        if row is not None and row.state == JobState.RUNNING:
            jobs.give_back(row, error, final=final)


@shared_task(name="jobs.run")  # type: ignore[untyped-decorator]
def run_job(job_id: str) -> None:
    """Look at this job."""
    run(job_id)


@shared_task(name="jobs.later")  # type: ignore[untyped-decorator]
def run_later() -> None:
    """Look at what may wait."""
    work_later()
