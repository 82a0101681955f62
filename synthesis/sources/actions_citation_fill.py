"""Filling what citation data lack from the first lines of the texts, for sources that were read before this was done."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from synthesis.infra.policy import Permission
from synthesis.sources import selectors_citation
from synthesis.sources.actions_citation import cite_source
from synthesis.sources.citation import filled_from_text
from synthesis.sources.models import Source
from synthesis.workspaces.policy import Access

#: More at a time would keep a person waiting for longer than a page may take.
MOST_AT_ONCE, MOST_LOOKED_AT = 200, 2_000


@dataclass(frozen=True, slots=True)
class Filled:
    """How many sources were given data; `more` when not all could be looked at in one go."""

    sources: int
    more: bool


def fill_from_text(*, access: Access, ids: Sequence[uuid.UUID] | None = None) -> Filled:
    """Gives these sources (None: all whose reference lacks something) what their texts state of themselves.

    Only empty members are filled. Each source is an act of its own with its audit entry, so that its former data can
    be restored. Raises Forbidden.
    """
    access.require(Permission.WRITE_SOURCES)
    wanted = selectors_citation.to_fill(access, ids)
    done = 0
    for source in selectors_citation.with_heads(access, wanted[:MOST_LOOKED_AT]):
        done += _fill(access, source)
        if done == MOST_AT_ONCE:
            return Filled(done, more=True)
    return Filled(done, more=len(wanted) > MOST_LOOKED_AT)


@transaction.atomic
def _fill(access: Access, found: Any) -> bool:
    """As the data are now: somebody may have entered some since they were looked at."""
    source = Source.objects.select_for_update(no_key=True).get(pk=found.pk)
    citation = filled_from_text(source.citation, found.head, source.title, found.language)
    if citation == source.citation:
        return False
    cite_source(access=access, source=source, citation=citation)
    return True
