"""Alive and ready, and what is named when it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from synthesis.infra import bell
from synthesis.infra.models import Job, OutboxEntry


def test_alive_without_a_database(client: Client) -> None:
    assert client.get("/healthz").json() == {"ok": True}


@pytest.mark.django_db
def test_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert answer.status_code == 200
    assert all(answer.json()["checks"].values())


@pytest.mark.django_db
def test_old_work_that_nobody_took_is_named(client: Client) -> None:
    job = Job.objects.create(kind="x", key="x")
    Job.objects.filter(pk=job.pk).update(due=timezone.now() - timedelta(hours=1))
    entry = OutboxEntry.objects.create(topic="x")
    OutboxEntry.objects.filter(pk=entry.pk).update(created=timezone.now() - timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert [name for name, fine in answer.json()["checks"].items() if not fine] == ["outbox", "jobs"]


@pytest.mark.django_db
def test_a_broker_that_does_not_answer_is_named(client: Client, settings) -> None:
    settings.REDIS_URL = "unix:///nowhere/at/all.sock"
    bell.client.cache_clear()
    answer = client.get("/readyz")
    bell.client.cache_clear()
    assert answer.status_code == 503
    assert not answer.json()["checks"]["broker"]


@pytest.mark.django_db
def test_work_that_moves_may_keep_some_of_it_waiting(client: Client) -> None:
    waiting, _ = Job.objects.create(kind="x", key="x"), Job.objects.create(kind="x", key="y", started=timezone.now())
    Job.objects.filter(pk=waiting.pk).update(due=timezone.now() - timedelta(hours=1))
    assert client.get("/readyz").json()["checks"]["jobs"]
