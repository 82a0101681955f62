"""What can be discussed, and who may see it. Higher rooms register what they hold; this room knows excerpts."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from synthesis.discussion.models import CommentTarget
from synthesis.infra.errors import NotFound
from synthesis.tagging import selectors as tagging
from synthesis.workspaces.policy import Access

# Raises NotFound (or Forbidden) when the person may not see the thing with that id.
Resolver = Callable[[Access, uuid.UUID], object]
_resolvers: dict[str, Resolver] = {}


def register_target(target_type: str, resolver: Resolver) -> None:
    """Lets things of `target_type` (a CommentTarget) be discussed. Raises ValueError for an unknown type."""
    if target_type not in CommentTarget.values:
        raise ValueError(f"comments cannot be about {target_type!r}")
    _resolvers[target_type] = resolver


def require_visible(access: Access, target_type: str, target_id: uuid.UUID) -> None:
    """Raises NotFound when there is no such thing for this person."""
    resolver = _resolvers.get(target_type)
    if resolver is None:
        raise NotFound
    resolver(access, target_id)


register_target(CommentTarget.EXCERPT, tagging.get_excerpt)
