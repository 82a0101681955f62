"""The ordered event log of a workspace: written in the transaction of the change, rung after its commit."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import Expression, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from synthesis.infra import bell
from synthesis.infra.models import Event, EventCounter
from synthesis.infra.policy import Permission

# Counter and entries in one statement: every change of a row has an event.
_APPEND = """
WITH counter AS (
  INSERT INTO synthesis_eventcounter AS c (workspace_id, last) VALUES (%s, %s)
  ON CONFLICT (workspace_id) DO UPDATE SET last = c.last + EXCLUDED.last RETURNING last)
INSERT INTO synthesis_event (workspace_id, seq, kind, payload, actor_id, audience, at)
SELECT %s, counter.last - %s + given.place, given.kind, given.payload, given.actor, given.audience, %s
FROM counter, (VALUES {rows}) AS given (place, kind, payload, actor, audience) ORDER BY given.place
RETURNING id, seq
"""
_ROW = "(%s, %s, %s::jsonb, %s::uuid, %s)"
#: Events that wait for the end of `together`, and how many savepoints there were at its beginning.
_held: ContextVar[tuple[list[Event], int] | None] = ContextVar("_held", default=None)


def emit(
    workspace_id: uuid.UUID,
    kind: str,
    payload: dict[str, Any],
    *,
    audience: Permission,
    actor_id: uuid.UUID | None = None,
) -> Event:
    """Appends an event that members with the permission `audience` will receive.

    Must run inside a transaction: the counter's row lock is held to its end, so that nobody ever
    sees event n + 1 before event n. Inside `together` it gets its number at the end of that.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event belongs to the transaction of its change")
    event = Event(workspace_id=workspace_id, kind=kind, payload=payload, actor_id=actor_id, audience=audience)
    held = _held.get()
    # What is said behind a savepoint may be taken back with it.
    if held is None or len(connection.savepoint_ids) > held[1]:
        _append(workspace_id, [event])
    else:
        held[0].append(event)
    return event


@contextmanager
def together() -> Iterator[None]:
    """The events emitted inside are appended at the end, in one statement for each workspace; none when it raises.

    Put it around the whole of a transaction's work, so that the counter is locked for its last moment only.
    """
    held: list[Event] = []
    token = _held.set((held, len(connection.savepoint_ids)))
    try:
        yield
    finally:
        _held.reset(token)
    for workspace_id in sorted({event.workspace_id for event in held}):
        _append(workspace_id, [event for event in held if event.workspace_id == workspace_id])


def _append(workspace_id: uuid.UUID, events: list[Event]) -> None:
    rows: list[Any] = []
    for place, event in enumerate(events, 1):
        rows += (place, event.kind, json.dumps(event.payload), event.actor_id, event.audience)
    at = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            _APPEND.format(rows=", ".join([_ROW] * len(events))),
            [workspace_id, len(events), workspace_id, len(events), at, *rows],
        )
        for event, (pk, seq) in zip(events, sorted(cursor.fetchall(), key=lambda row: row[1]), strict=True):
            event.pk, event.seq, event.at = pk, seq, at
    transaction.on_commit(lambda: bell.ring(workspace_id))


def last_seq(workspace: str) -> Expression:
    """The number of the newest event of the workspace that this column names, 0 when there is none; for a query's annotations.

    A page begins to follow there, so it is read before anything that the page shows: what changes in between is said again.
    """
    counter = EventCounter.objects.filter(workspace_id=OuterRef(workspace)).values("last")
    return Coalesce(Subquery(counter), 0)
