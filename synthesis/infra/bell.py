"""The doorbell: Redis tells sleepers to look at the database. A lost ring costs latency, nothing else."""

from __future__ import annotations

import logging
import uuid
from functools import cache

import redis
from django.conf import settings

logger = logging.getLogger(__name__)


@cache
def client() -> redis.Redis:
    """The process's connection pool; short time-outs, since nothing waits for Redis."""
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=2, socket_connect_timeout=1, health_check_interval=25
    )


def channel(workspace_id: uuid.UUID | str) -> str:
    return f"{settings.REDIS_PREFIX}events:{workspace_id}"


def ring(workspace_id: uuid.UUID | str) -> None:
    """Wakes everybody who follows the workspace. Never raises."""
    try:
        client().publish(channel(workspace_id), b"1")
    except redis.RedisError as error:
        logger.warning("the bell did not ring: %s", error)
