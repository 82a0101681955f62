"""What the list of sources shows and filters by of the work above it: which headings a source has excerpts under, by whom.

The room that knows registers itself here when it is imported; this room may not know it.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db.models import QuerySet

from synthesis.sources.models import Source
from synthesis.workspaces.policy import Access

#: Values of the filter by coverage besides a heading's key and WITHOUT + its key.
UNTAGGED = "none"
WITHOUT = "-"


@dataclass(frozen=True, slots=True)
class CoveredHeading:
    """A heading with its colour; `n` is how many excerpts a source has under it, `level` 0–5 how strong it is drawn."""

    key: str
    name: str
    hue: int
    n: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class Tagger:
    id: uuid.UUID
    name: str


class Coverage(Protocol):
    """What a room that tags sources answers; each call costs at most two queries and shows what `access` may see."""

    def headings(self, access: Access) -> list[CoveredHeading]:
        """All headings in their order."""

    def taggers(self, access: Access) -> list[Tagger]:
        """Everybody with an excerpt."""

    def narrowed(self, access: Access, rows: QuerySet[Source], *, coverage: str, tagger: str) -> QuerySet[Source]:
        """Rows with excerpts under the heading, without, or without any (`UNTAGGED`), and by the person."""

    def counted(self, access: Access, rows: QuerySet[Source]) -> QuerySet[Source]:
        """The rows with `excerpts_count`, how many there are."""

    def of(self, access: Access, sources: Sequence[Source]) -> dict[uuid.UUID, list[CoveredHeading]]:
        """For each source all headings with their counts; sources without excerpts may be missing."""

    def unplaced(self, access: Access, sources: Sequence[Source]) -> dict[uuid.UUID, int]:
        """How many excerpts of each source wait for a person to place them in its newer text; sources without may be missing."""


_registered: list[Coverage] = []


def register_coverage(coverage: Coverage) -> None:
    """Makes `coverage` the one that is asked; the last one wins."""
    _registered[:] = [coverage]


def coverage() -> Coverage | None:
    """None when no room tags sources."""
    return _registered[0] if _registered else None
