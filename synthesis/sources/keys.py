"""Citation keys of sources: unique in the workspace, stable once given. The rule of their making is `engine.citation_keys`."""

from __future__ import annotations

import uuid

from django.db.models.functions import Lower

from synthesis.engine.citation_keys import base_key, free_key, suffices
from synthesis.sources.models import Source
from synthesis.workspaces.models import Workspace


def key_for(source: Source) -> str:
    """The source's key, or a new one when its citation data suffice; "" while they do not. Inside a transaction.

    Locks the workspace's row, so that two sources never choose the same key; without that a citation would wait for
    nothing worse than a unique constraint in the middle of somebody's extraction.
    """
    if source.citation_key or not suffices(source.citation):
        return source.citation_key
    base = base_key(source.citation)
    return free_key(base, taken_keys(source.workspace_id, besides=source.pk)) if base else ""


def key_on_return(source: Source) -> str:
    """The key of a source that comes back from deletion: its own, or the next free one when it was given away."""
    if not source.citation_key:
        return ""
    return free_key(source.citation_key, taken_keys(source.workspace_id, besides=source.pk))[:80]


def taken_keys(workspace_id: uuid.UUID, *, besides: uuid.UUID | None = None) -> set[str]:
    """All keys in use in lower case; holds the workspace against other choosers until the transaction ends."""
    list(Workspace.objects.select_for_update(no_key=True).filter(pk=workspace_id).values_list("pk"))
    rows = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True).exclude(citation_key="")
    others = rows.exclude(pk=besides) if besides else rows
    return set(others.values_list(Lower("citation_key"), flat=True))
