"""Is it alive, is it ready: for supervisors and load balancers."""

from __future__ import annotations

from datetime import timedelta

import redis
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from synthesis.infra import bell
from synthesis.infra.models import Job, JobState, OutboxEntry


def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; nothing else is asked."""
    return JsonResponse({"ok": True})


def readyz(request: HttpRequest) -> JsonResponse:
    """Database, migrations, broker, and that queued work moves. 503 names what does not."""
    checks: dict[str, bool] = {"database": False, "migrations": False, "outbox": False, "jobs": False}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        checks["database"] = True
        executor = MigrationExecutor(connection)
        checks["migrations"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        old = timezone.now() - timedelta(seconds=60)
        checks["outbox"] = not OutboxEntry.objects.filter(done__isnull=True, created__lt=old, attempts=0).exists()
        late = timezone.now() - timedelta(seconds=300)
        waits = Job.objects.filter(state=JobState.QUEUED, due__lt=late, attempts=0).exists()
        # A thousand files may well keep the last of them waiting, while others are read.
        checks["jobs"] = not waits or Job.objects.filter(started__gt=late).exists()
    except DatabaseError:
        pass
    try:
        checks["broker"] = bool(bell.client().ping())
    except redis.RedisError:
        checks["broker"] = False
    return JsonResponse({"ok": all(checks.values()), "checks": checks}, status=200 if all(checks.values()) else 503)
