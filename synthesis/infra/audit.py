"""The append-only record of who did what; written in the same transaction as the deed."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Model

from synthesis.infra.models import AuditEntry


def record(
    verb: str,
    target: Model,
    *,
    actor_id: uuid.UUID | None,
    workspace_id: uuid.UUID | None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> AuditEntry:
    """Writes one entry about `target`, a model instance. Call inside the action's transaction."""
    return AuditEntry.objects.create(
        verb=verb,
        target_type=type(target).__name__.lower(),
        target_id=target.pk,
        actor_id=actor_id,
        workspace_id=workspace_id,
        before=before or {},
        after=after or {},
    )
