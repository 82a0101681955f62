"""What lower rooms say to higher ones: rows written with the change, handled at least once.

The process that wrote them handles them right after its commit; `keep_jobs` handles what a crash left behind.
Handlers must be idempotent and quick; most of them queue a job. Those that do nothing else may do it within the change.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, transaction
from django.utils import timezone

from synthesis.infra.models import OutboxEntry

logger = logging.getLogger(__name__)
Handler = Callable[[dict[str, Any]], None]
_handlers: dict[str, list[Handler]] = defaultdict(list)
#: Handlers that are called at once, in the transaction of the change.
_within: dict[str, list[Handler]] = defaultdict(list)
MAX_ATTEMPTS = 10


def put(topic: str, payload: dict[str, Any]) -> None:
    """Says `payload` (JSON-able, ids only) to whoever subscribed to `topic`. Call inside the action's transaction."""
    within = _within.get(topic, ())
    for handler in within:
        handler(payload)
    if within and topic not in _handlers:
        return
    entry = OutboxEntry.objects.create(topic=topic, payload=payload)
    transaction.on_commit(lambda: _handle_quietly(entry))


def _handle_quietly(entry: OutboxEntry) -> None:
    try:
        _handle(entry)
    except DatabaseError:
        logger.exception("the outbox waits for keep_jobs")


def subscribe(topic: str, *, within: bool = False) -> Callable[[Handler], Handler]:
    """Decorator: the function is called with each payload of `topic`.

    `within`: at once, in the transaction of the change, which fails when the handler does. For handlers that only queue
    jobs: their rows are safe with the change itself, and need no entry that says what is still to be done.
    """

    def register(handler: Handler) -> Handler:
        (_within if within else _handlers)[topic].append(handler)
        return handler

    return register


def drain(limit: int = 100) -> int:
    """Handles what is due, each entry in its own transaction; returns how many were handled."""
    handled = 0
    for _ in range(limit):
        with transaction.atomic():
            entry = (
                OutboxEntry.objects.select_for_update(skip_locked=True, no_key=True)
                .filter(done__isnull=True, due__lte=timezone.now(), attempts__lt=MAX_ATTEMPTS)
                .order_by("due", "id")
                .first()
            )
            if entry is None:
                return handled
            _handle(entry)
            handled += 1
    return handled


def _handle(entry: OutboxEntry) -> None:
    """Hands an entry on, unless somebody has done so since it was read: its end and what follows are one transaction."""
    try:
        with transaction.atomic():
            open_ = OutboxEntry.objects.filter(pk=entry.pk, done__isnull=True)
            if open_.update(done=timezone.now(), attempts=entry.attempts + 1):
                # An entry of an earlier version may be of a topic whose handlers are all called within by now.
                for handler in _handlers.get(entry.topic) or _within.get(entry.topic) or []:
                    handler(entry.payload)
    except Exception as error:
        logger.exception("outbox entry %s (%s) failed", entry.pk, entry.topic)
        OutboxEntry.objects.filter(pk=entry.pk, done__isnull=True).update(
            error=f"{type(error).__name__}: {error}",
            due=timezone.now() + timedelta(seconds=2 ** min(entry.attempts, 8)),
            attempts=entry.attempts + 1,
        )
