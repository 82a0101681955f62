"""Background work as rows: queueing, publishing, cancelling, retrying, and bringing back what died.

PostgreSQL is the truth. A message on the broker says "look at job X"; it may be lost, doubled or late.
Running a job is in `synthesis.infra.leases`.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import redis
from celery import current_app
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from synthesis.infra import bell, events
from synthesis.infra.models import ACTIVE, Job, JobState
from synthesis.infra.policy import Permission

if TYPE_CHECKING:
    from synthesis.infra.leases import RunningJob

logger = logging.getLogger(__name__)
#: Messages in QUEUE name a job; those in LATER say that work waits which may wait, and are taken when QUEUE is empty.
QUEUE, LATER = "work", "later"


@dataclass(frozen=True, slots=True)
class Handler:
    """What to do for a kind of job; `on_end` hears that a job failed, died or was cancelled, in that transaction.

    `later`: nobody waits for it, so that other kinds go first.
    """

    run: Callable[[RunningJob], None]
    on_end: Callable[[Job], None] | None
    audience: Permission
    later: bool


_handlers: dict[str, Handler] = {}


def handles(
    kind: str,
    *,
    on_end: Callable[[Job], None] | None = None,
    audience: Permission = Permission.READ_WORKSPACE,
    later: bool = False,
) -> Callable[[Callable[[RunningJob], None]], Callable[[RunningJob], None]]:
    """Decorator for the one function in a room's `tasks.py` that does jobs of this kind."""

    def register(run: Callable[[RunningJob], None]) -> Callable[[RunningJob], None]:
        _handlers[kind] = Handler(run, on_end, audience, later)
        return run

    return register


def handler_of(kind: str) -> Handler:
    """Raises KeyError for a kind that no room handles."""
    return _handlers[kind]


_at_rest: list[Callable[[], None]] = []


def at_rest(tidy: Callable[[], None]) -> Callable[[], None]:
    """Decorator: called by whoever finds nothing left to do, for what is better done once for many jobs."""
    _at_rest.append(tidy)
    return tidy


def tidy_up() -> None:
    """Does what was put off until nothing else is to be done."""
    for tidy in _at_rest:
        tidy()


def later_kinds() -> list[str]:
    """The kinds of work that may wait, as far as this process knows."""
    return [kind for kind, handler in _handlers.items() if handler.later]


def enqueue(
    kind: str,
    *,
    key: str,
    args: dict[str, Any],
    workspace_id: uuid.UUID | None,
    actor_id: uuid.UUID | None,
    max_attempts: int = 4,
) -> Job:
    """Queues work inside the caller's transaction; an active job with the same `key` is returned instead of a second."""
    now = timezone.now()
    # Rung right after the commit: a message that gets lost between is missed by `relay`.
    job = Job(
        kind=kind, key=key, args=args, workspace_id=workspace_id, actor_id=actor_id, max_attempts=max_attempts,
        created=now, due=now, published=now,
    )  # fmt: skip
    later = kind in later_kinds()
    with transaction.atomic(savepoint=False):
        while not _insert(job):
            existing = Job.objects.filter(key=key, state__in=ACTIVE).first()
            if existing:
                return existing
            # It ended between the two statements.
        if not later:
            # Nobody waits for the others: their end is told.
            tell(job)
        transaction.on_commit(lambda: ring_later() if later else _ring(job.pk))
    return job


_INSERT = """
INSERT INTO synthesis_job (id, created, kind, key, workspace_id, actor_id, args, state, step, progress, error, attempts,
  max_attempts, due, published)
VALUES (%s, %s, %s, %s, %s, %s, %s::jsonb, 'queued', '', 0, '', 0, %s, %s, %s)
ON CONFLICT (key) WHERE state IN ('queued', 'running') DO NOTHING
"""


def _insert(job: Job) -> bool:
    """Whether the row was made: there may be an active job with its key. One statement, and no savepoint to go back to."""
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT,
            [
                *(job.pk, job.created, job.kind, job.key, job.workspace_id, job.actor_id, json.dumps(job.args)),
                *(job.max_attempts, job.due, job.published),
            ],
        )
        return bool(cursor.rowcount == 1)


def publish(job_ids: list[uuid.UUID]) -> int:
    """Rings the workers for these queued jobs; returns how many messages left. Never raises for a dead broker."""
    sent = 0
    for job_id in job_ids:
        if not Job.objects.filter(pk=job_id, state=JobState.QUEUED).update(published=timezone.now()):
            continue
        if not _ring(job_id):
            break
        sent += 1
    return sent


def _ring(job_id: uuid.UUID) -> bool:
    """Sends the message of a job whose row says that it has been sent; takes that back when the broker is away."""
    try:
        current_app.send_task("jobs.run", args=[str(job_id)], queue=QUEUE)
    except (OperationalError, redis.RedisError, OSError) as error:
        logger.warning("job %s stays queued, the broker does not answer: %s", job_id, error)
        Job.objects.filter(pk=job_id).update(published=None)
        return False
    return True


def ring_later() -> None:
    """Says that there is work that may wait, unless that is said already. Never raises for a dead broker."""
    if _queue_length(LATER) != 0:
        return
    try:
        current_app.send_task("jobs.later", queue=LATER)
    except (OperationalError, redis.RedisError, OSError) as error:
        logger.warning("work that may wait waits for keep_jobs, the broker does not answer: %s", error)


def urgent_waits() -> bool:
    """Whether there are messages about work that goes first."""
    return _queue_length() > 0


def tell(job: Job) -> None:
    """Says the job's state on its workspace's event log."""
    if job.workspace_id is None:
        return
    handler = _handlers.get(job.kind)
    events.emit(
        job.workspace_id,
        "job.changed",
        describe(job),
        audience=handler.audience if handler else Permission.READ_WORKSPACE,
        actor_id=job.actor_id,
    )


def describe(job: Job) -> dict[str, Any]:
    """The job as the outside contract shows it, plus what it is about."""
    return {
        "id": str(job.pk),
        "kind": job.kind,
        "state": job.state,
        "step": job.step,
        "progress": job.progress,
        "error": job.error,
        **{name: value for name, value in job.args.items() if name in {"source", "draft", "report"}},
    }


def cancel(job: Job) -> bool:
    """Cancels an active job; what runs notices at its next progress report. False when it had ended already."""
    with transaction.atomic():
        row = Job.objects.select_for_update(no_key=True).get(pk=job.pk)
        if row.state not in ACTIVE:
            return False
        _end(row, JobState.CANCELLED, "")
    return True


def retry(job: Job) -> Job:
    """Queues a failed, dead or cancelled job's work again as a new job."""
    return enqueue(
        job.kind,
        key=job.key,
        args=job.args,
        workspace_id=job.workspace_id,
        actor_id=job.actor_id,
        max_attempts=job.max_attempts,
    )


def _end(row: Job, state: JobState, error: str) -> None:
    row.state, row.error, row.finished = state, error, timezone.now()
    row.token = row.lease_until = None
    row.save(update_fields=["state", "error", "finished", "token", "lease_until"])
    handler = _handlers.get(row.kind)
    if handler and handler.on_end:
        handler.on_end(row)
    tell(row)


def give_back(row: Job, error: str, *, final: bool = False) -> None:
    """Ends one attempt (row locked by the caller): another try after a pause, or the end.

    `final` means that trying again cannot help.
    """
    if final:
        _end(row, JobState.FAILED, error)
    elif row.attempts >= row.max_attempts:
        _end(row, JobState.DEAD, error)
    else:
        row.state, row.error, row.published = JobState.QUEUED, error, None
        row.token = row.lease_until = None
        row.due = timezone.now() + timedelta(seconds=2 ** (row.attempts - 1) - 1)
        row.save(update_fields=["state", "error", "published", "token", "lease_until", "due"])
        tell(row)


def reap() -> int:
    """Takes back jobs whose worker went silent; returns how many."""
    reaped = 0
    for job_id in Job.objects.filter(state=JobState.RUNNING, lease_until__lt=timezone.now()).values_list("pk"):
        with transaction.atomic():
            row = (
                Job.objects.select_for_update(skip_locked=True, no_key=True)
                .filter(pk=job_id[0], state=JobState.RUNNING, lease_until__lt=timezone.now())
                .first()
            )
            if row:
                logger.warning("job %s (%s): its worker went silent at %r", row.pk, row.kind, row.step)
                give_back(row, "the worker stopped in the middle")
                reaped += 1
    return reaped


def relay() -> int:
    """Publishes queued jobs that no message stands for: never published, or lost with the broker's memory."""
    now = timezone.now()
    lost = Q(published__isnull=True)
    if _queue_length() == 0:
        lost |= Q(published__lt=now - timedelta(seconds=3))
    # Whatever the broker says, nothing waits for ever: a message may be stuck with a worker that died.
    lost |= Q(published__lt=now - timedelta(seconds=60))
    due = Job.objects.filter(state=JobState.QUEUED, due__lte=now)
    if due.filter(kind__in=later_kinds()).exists():
        ring_later()
    waiting = due.filter(lost).exclude(kind__in=later_kinds()).order_by("created")
    return publish(list(waiting.values_list("pk", flat=True)[:500]))


def _queue_length(queue: str = QUEUE) -> int:
    """Messages that nobody has taken; -1 when the broker does not answer."""
    try:
        return int(bell.client().llen(f"{settings.REDIS_PREFIX}{queue}"))
    except redis.RedisError:
        return -1
