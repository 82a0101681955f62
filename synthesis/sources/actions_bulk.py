"""One act on many sources: each is an act of its own, with its own transaction and audit entry; some may fail."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.sources import actions, actions_versions, selectors
from synthesis.sources.models import Source, SourceState
from synthesis.workspaces.policy import Access

#: More at a time would keep a person waiting for longer than a page may take.
MOST_AT_ONCE = 500


@dataclass(slots=True)
class BulkResult:
    """Which sources were changed, and which not: title and reason, in the person's language."""

    done: list[uuid.UUID] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    # More were asked for than one go changes.
    more: bool = False

    def to_json(self) -> dict[str, Any]:
        """For the browser."""
        failed = [{"title": title, "error": reason} for title, reason in self.failed]
        return {"done": [str(pk) for pk in self.done], "failed": failed, "more": self.more}


def delete_sources(*, access: Access, ids: Sequence[uuid.UUID]) -> BulkResult:
    """Hides the sources, as `actions.delete_source` does each. Raises Forbidden, Invalid."""
    return _each(access, ids, lambda source: actions.delete_source(access=access, source=source))


def restore_sources(*, access: Access, ids: Sequence[uuid.UUID]) -> BulkResult:
    """Brings deleted sources back; those whose file was added again meanwhile fail. Raises Forbidden, Invalid."""
    return _each(access, ids, lambda source: actions.restore_source(access=access, source=source), deleted=True)


def retry_sources(*, access: Access, ids: Sequence[uuid.UUID]) -> BulkResult:
    """Queues failed extractions again, and the reading of what an earlier reader read; others are told as current.

    Raises Forbidden, Invalid.
    """

    def retry(source: Source) -> None:
        if source.state == SourceState.FAILED:
            actions.retry_source(access=access, source=source)
        else:
            actions_versions.read_again(access=access, source=source)

    return _each(access, ids, retry)


def _each(
    access: Access, ids: Sequence[uuid.UUID], act: Callable[[Source], Any], *, deleted: bool = False
) -> BulkResult:
    access.require(Permission.WRITE_SOURCES)
    if not ids:
        raise Invalid(_("Select at least one source."), code="empty")
    result = BulkResult(more=len(ids) > MOST_AT_ONCE)
    for source in selectors.chosen_sources(access, ids[:MOST_AT_ONCE], deleted=deleted):
        try:
            act(source)
            result.done.append(source.pk)
        except NotFound:
            result.failed.append((source.title, _("Somebody else has deleted it.")))
        except (Conflict, Invalid) as error:
            result.failed.append((source.title, str(error)))
    gone = len(set(ids[:MOST_AT_ONCE])) - len(result.done) - len(result.failed)
    result.failed += [(_("A source"), _("It is not here any more."))] * gone
    return result
