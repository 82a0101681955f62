"""The doorbell: Redis tells sleepers to look at the database. A lost ring costs latency, nothing else."""

from __future__ import annotations

import asyncio
import logging
import uuid
from functools import cache
from typing import Any

import redis
import redis.asyncio
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


class Listener:
    """Waits for the bell, or for the time to run out when Redis is away."""

    def __init__(self, workspace_id: uuid.UUID) -> None:
        self._channel = channel(workspace_id)
        self._client = redis.asyncio.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1)
        self._pubsub: Any = None

    async def wait(self, seconds: float) -> None:
        try:
            if self._pubsub is None:
                pubsub = self._client.pubsub(ignore_subscribe_messages=True)
                await pubsub.subscribe(self._channel)
                self._pubsub = pubsub
                return  # look once more: something may have come between reading and subscribing
            await self._pubsub.get_message(timeout=seconds)
        except (redis.RedisError, OSError):
            self._pubsub = None
            await asyncio.sleep(seconds)

    async def close(self) -> None:
        try:
            if self._pubsub is not None:
                await self._pubsub.aclose()
            await self._client.aclose()
        except (redis.RedisError, OSError):
            logger.debug("the bell was gone already")
