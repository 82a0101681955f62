"""Rows of the machinery below the rooms: audit, events, outbox, jobs. They name rooms' rows by UUID, never by foreign key."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from synthesis.infra.ids import uuid7


class Row(models.Model):
    """What every row that people can name has: a public id in order of making, and when it was made."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class AuditEntry(models.Model):
    """Who did what to which row; append-only (a trigger refuses UPDATE and DELETE)."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(auto_now_add=True)
    workspace_id = models.UUIDField(null=True, db_index=True)
    actor_id = models.UUIDField(null=True)
    verb = models.CharField(max_length=60)
    target_type = models.CharField(max_length=40)
    target_id = models.UUIDField(null=True, db_index=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)


class EventCounter(models.Model):
    """The last event number of a workspace; its row lock makes commit order equal number order."""

    workspace_id = models.UUIDField(primary_key=True)
    last = models.BigIntegerField(default=0)


class Event(models.Model):
    """One entry of a workspace's ordered log, which the browser follows."""

    id = models.BigAutoField(primary_key=True)
    workspace_id = models.UUIDField()
    seq = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    actor_id = models.UUIDField(null=True)
    # The permission a member needs to receive it; checked on the server for every event sent.
    audience = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace_id", "seq"], name="event_seq_unique")]


class OutboxEntry(models.Model):
    """Something a lower room says to higher ones; handled at least once by `keep_jobs`."""

    id = models.BigAutoField(primary_key=True)
    topic = models.CharField(max_length=60)
    payload = models.JSONField(default=dict)
    created = models.DateTimeField(auto_now_add=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(auto_now_add=True)
    done = models.DateTimeField(null=True)
    error = models.TextField(default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["due"], condition=Q(done__isnull=True), name="outbox_open")]


class JobState(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"  # the input cannot be worked on: said once, not tried again by itself
    DEAD = "dead"  # tried `max_attempts` times
    CANCELLED = "cancelled"


ACTIVE = (JobState.QUEUED, JobState.RUNNING)


class Job(Row):
    """Work for the background: the truth of it, whatever happens to the broker."""

    kind = models.CharField(max_length=60)
    # Names the work; two active jobs never share it.
    key = models.CharField(max_length=200)
    workspace_id = models.UUIDField(null=True, db_index=True)
    actor_id = models.UUIDField(null=True)
    args = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    step = models.CharField(max_length=80, default="", blank=True)
    progress = models.FloatField(default=0.0)
    error = models.TextField(default="", blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    max_attempts = models.PositiveSmallIntegerField(default=4)
    # Fencing: whoever holds the newest token may write; a process that lost its lease cannot.
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    due = models.DateTimeField(auto_now_add=True)
    published = models.DateTimeField(null=True)
    started = models.DateTimeField(null=True)
    finished = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(state__in=ACTIVE), name="job_active_key_unique"),
            models.CheckConstraint(condition=Q(state__in=JobState.values), name="job_state_known"),
            models.CheckConstraint(condition=Q(progress__gte=0, progress__lte=1), name="job_progress_share"),
        ]
        indexes = [
            models.Index(fields=["due"], condition=Q(state=JobState.QUEUED), name="job_queued"),
            models.Index(fields=["lease_until"], condition=Q(state=JobState.RUNNING), name="job_running"),
        ]
