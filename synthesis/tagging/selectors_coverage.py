"""What the list of sources asks this room: which headings each source has excerpts under, and by whom."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from synthesis.infra.policy import Permission
from synthesis.sources.facets import UNTAGGED, WITHOUT, CoveredHeading, Tagger
from synthesis.sources.models import Source
from synthesis.tagging.models import Excerpt, Heading, ReviewState, Tag
from synthesis.tagging.selectors import headings_of
from synthesis.tagging.selectors_counts import LEVELS, taggers_of
from synthesis.tagging.selectors_reanchoring import waiting_counts
from synthesis.workspaces.policy import Access


class TagCoverage:
    """Answers `synthesis.sources.facets.Coverage` from excerpts and their tags; `hue_of` gives a heading's colour."""

    def __init__(self, hue_of: Callable[[Heading], int]) -> None:
        self._hue_of = hue_of

    def headings(self, access: Access) -> list[CoveredHeading]:
        return [CoveredHeading(h.key, h.name, self._hue_of(h)) for h in headings_of(access)]

    def taggers(self, access: Access) -> list[Tagger]:
        return [Tagger(person.pk, str(person)) for person in taggers_of(access)]

    def narrowed(self, access: Access, rows: QuerySet[Source], *, coverage: str, tagger: str) -> QuerySet[Source]:
        own = _excerpts(access).filter(source=OuterRef("pk"))
        if coverage == UNTAGGED:
            rows = rows.filter(~Exists(own))
        elif coverage:
            key = coverage.removeprefix(WITHOUT)
            under = Exists(own.filter(tags__heading__key=key, tags__heading__deleted__isnull=True))
            rows = rows.filter(~under if coverage.startswith(WITHOUT) else under)
        if tagger:
            rows = rows.filter(Exists(own.filter(created_by_id=uuid.UUID(tagger))))
        return rows

    def counted(self, access: Access, rows: QuerySet[Source]) -> QuerySet[Source]:
        own = _excerpts(access).filter(source=OuterRef("pk")).order_by().values("source").annotate(n=Count("pk"))
        return rows.annotate(excerpts_count=Coalesce(Subquery(own.values("n"), output_field=IntegerField()), 0))

    def of(self, access: Access, sources: Sequence[Source]) -> dict[uuid.UUID, list[CoveredHeading]]:
        tags = Tag.objects.filter(
            excerpt__in=_excerpts(access).filter(source__in=list(sources)), heading__deleted__isnull=True
        )
        found: dict[uuid.UUID, dict[str, int]] = {}
        for source_id, key, n in tags.values_list("excerpt__source_id", "heading__key").annotate(n=Count("pk")):
            found.setdefault(source_id, {})[key] = n
        most = max((n for row in found.values() for n in row.values()), default=1)
        headings = self.headings(access)
        return {
            pk: [
                CoveredHeading(h.key, h.name, h.hue, row.get(h.key, 0), -(-LEVELS * row.get(h.key, 0) // most))
                for h in headings
            ]
            for pk, row in found.items()
        }

    def unplaced(self, access: Access, sources: Sequence[Source]) -> dict[uuid.UUID, int]:
        return waiting_counts(access, [source.pk for source in sources])


def _excerpts(access: Access) -> QuerySet[Excerpt]:
    rows = Excerpt.objects.filter(workspace=access.workspace, deleted__isnull=True)
    return rows if access.has(Permission.READ_EXCERPTS) else rows.filter(review_state=ReviewState.ACCEPTED)
