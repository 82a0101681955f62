"""Which events of a workspace a person may receive, now."""

from __future__ import annotations

import uuid
from typing import Any

from synthesis.infra.models import Event
from synthesis.infra.policy import Permission, allows
from synthesis.workspaces.models import Member

BATCH = 500


def events_after(user_id: uuid.UUID, workspace_id: uuid.UUID, after: int) -> tuple[int, list[dict[str, Any]]] | None:
    """The next events after number `after` for this person, and the number to go on from.

    Membership and role are read anew each time: somebody who was removed gets None, whose role changed gets
    what the new role may see.
    """
    # The events first: whatever was said after a change of role is then judged by the new role.
    rows = list(Event.objects.filter(workspace_id=workspace_id, seq__gt=after).order_by("seq")[:BATCH])
    member = Member.objects.filter(
        workspace_id=workspace_id, user_id=user_id, user__is_active=True, workspace__deleted__isnull=True
    ).first()
    if member is None:
        return None
    last, seen = after, []
    for row in rows:
        last = row.seq
        if allows(member.role, Permission(row.audience)):
            seen.append(
                {
                    "seq": row.seq,
                    "kind": row.kind,
                    "payload": row.payload,
                    "actor": str(row.actor_id) if row.actor_id else None,
                    "own": row.actor_id == user_id,
                }
            )
    return last, seen
