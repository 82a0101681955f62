"""Celery: transport only. What must be done is a row (`synthesis.infra.jobs`); a message is a doorbell that may be lost or doubled."""

from __future__ import annotations

import os

from celery import Celery
from kombu.entity import Queue

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
# A worker would load every page and the API to look at their addresses, a third of its start, and drop what it finds;
# tests/services/test_checks.py looks at the same once.
os.environ.setdefault("CELERY_SKIP_CHECKS", "1")

app = Celery("collate")
# The address and the key prefix: CELERY_… in the settings, the one place that reads the environment.
app.config_from_object("django.conf:settings", namespace="CELERY")

app.conf.update(
    imports=("synthesis.infra.hearing",),
    task_default_queue="work",
    # Taken from in this order (`queue_order_strategy` in the settings): what may wait comes last.
    task_queues=[Queue(name) for name in ("work", "later")],  # type: ignore[no-untyped-call]
    task_serializer="json",
    accept_content=["json"],
    result_backend=None,
    task_ignore_result=True,
    # A message is acknowledged after the work: a killed worker leaves it to another one. Retries on a lost worker are
    # bounded (measured: rejecting instead loops for ever on a document that kills its process).
    task_acks_late=True,
    task_reject_on_worker_lost=False,
    task_retry_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_soft_time_limit=600,
    task_time_limit=660,
    worker_max_tasks_per_child=200,
    worker_max_memory_per_child=800_000,  # KiB
    worker_soft_shutdown_timeout=10,
    worker_enable_soft_shutdown_on_idle=False,
    worker_hijack_root_logger=False,
    worker_cancel_long_running_tasks_on_connection_loss=True,
    broker_connection_retry_on_startup=True,
    task_create_missing_queues=True,
    enable_utc=True,
)


app.autodiscover_tasks(
    [f"synthesis.{room}" for room in ("sources", "tagging", "overlap", "drafting")], related_name="tasks"
)
