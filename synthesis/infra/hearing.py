"""A worker that no longer hears its queue must not sit there for ever: it ends itself, and its supervisor starts another.

A process that is up proves nothing: after a lost broker connection a consumer has been seen to wait for messages that
it no longer asks for. What proves hearing is that messages are taken while hands are free.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import Any

import redis
from celery import signals
from celery.worker import state
from django.conf import settings

from synthesis.infra import bell
from synthesis.infra.jobs import QUEUE

logger = logging.getLogger(__name__)
# Seconds.
LOOK_EVERY = 2.0
PATIENCE = 20.0
# sysexits.h: EX_TEMPFAIL, "try again".
STATUS = 75


class Hearing:
    """Tells from a few looks whether the worker has gone deaf: idle, with messages waiting, and none taken for long."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._since: float | None = None

    def heard(self) -> None:
        """A message was taken."""
        self._since = None

    def is_deaf(self, now: float, *, waiting: int, busy: int) -> bool:
        """`now` in seconds of a steady clock, `waiting` messages in the queue, `busy` tasks taken and not finished."""
        if waiting <= 0 or busy > 0:
            self._since = None
        elif self._since is None:
            self._since = now
        return self._since is not None and now - self._since >= self._patience


_hearing = Hearing()


@signals.task_received.connect  # type: ignore[untyped-decorator]
def _received(**_: Any) -> None:
    _hearing.heard()


@signals.worker_ready.connect  # type: ignore[untyped-decorator]
def _watch(**_: Any) -> None:
    threading.Thread(target=_look, name="hearing", daemon=True).start()


def _look() -> None:
    while True:
        time.sleep(LOOK_EVERY)
        if _hearing.is_deaf(time.monotonic(), waiting=_waiting(), busy=len(state.reserved_requests)):
            logger.critical("messages wait and none has been taken for %.0f s: this worker ends itself", PATIENCE)
            # Not sys.exit: whatever holds the consumer would hold an orderly end, too. Leases bring the work back.
            os._exit(STATUS)


def _waiting() -> int:
    try:
        return int(bell.client().llen(f"{settings.REDIS_PREFIX}{QUEUE}"))
    except redis.RedisError:
        return 0
