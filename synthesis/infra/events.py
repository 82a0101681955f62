"""The ordered event log of a workspace: written in the transaction of the change, rung after its commit."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import connection, transaction

from synthesis.infra import bell
from synthesis.infra.models import Event
from synthesis.infra.policy import Permission

_NEXT = """
INSERT INTO synthesis_eventcounter (workspace_id, last) VALUES (%s, 1)
ON CONFLICT (workspace_id) DO UPDATE SET last = synthesis_eventcounter.last + 1 RETURNING last
"""


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
    sees event n + 1 before event n.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an event belongs to the transaction of its change")
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [workspace_id])
        (seq,) = cursor.fetchone()
    event = Event.objects.create(
        workspace_id=workspace_id, seq=seq, kind=kind, payload=payload, actor_id=actor_id, audience=audience
    )
    transaction.on_commit(lambda: bell.ring(workspace_id))
    return event


def last_seq(workspace_id: uuid.UUID) -> int:
    """The number of the newest event, 0 when there is none: where a page that is rendered now begins to follow."""
    return Event.objects.filter(workspace_id=workspace_id).order_by("-seq").values_list("seq", flat=True).first() or 0
