"""Excerpts whose source has a newer text in which their place is not certain: who waits, and what is proposed."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Prefetch, QuerySet

from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source
from synthesis.tagging import selectors
from synthesis.tagging.models import Excerpt, Reanchoring
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """An excerpt that stands on an older text of its source, as a job needs it; `version` tells whether it changed since."""

    id: uuid.UUID
    text_id: uuid.UUID
    start: int
    end: int
    version: int


def left_behind(source_id: uuid.UUID) -> list[LeftBehind]:
    """For jobs: all excerpts of a source on older texts, deleted ones too (undo brings them back)."""
    rows = Excerpt.objects.filter(source_id=source_id).exclude(text_id=F("source__text_id"))
    fields = rows.values_list("pk", "text_id", "start", "end", "version")
    return [LeftBehind(*row) for row in fields]


def has_more_than(source_id: uuid.UUID, most: int) -> bool:
    """For jobs: whether more than `most` excerpts must be taken along."""
    rows = Excerpt.objects.filter(source_id=source_id).exclude(text_id=F("source__text_id"))
    return rows.order_by()[: most + 1].count() > most


def text_sizes(text_ids: Iterable[uuid.UUID]) -> int:
    """For jobs: the characters of these texts together."""
    return sum(ReadingText.objects.filter(pk__in=list(text_ids)).values_list("length", flat=True))


def plain_text_of(text_id: uuid.UUID) -> str:
    """For jobs: the characters of a reading text."""
    return str(ReadingText.objects.values_list("text", flat=True).get(pk=text_id))


def waiting(access: Access, source_id: uuid.UUID | None = None) -> QuerySet[Excerpt]:
    """Excerpts that stand on an older text than their source's, in order of source and place. Raises Forbidden.

    Each has `.ways`: its Reanchoring to the present text, or nothing while that is being found out.
    """
    access.require(Permission.READ_EXCERPTS)
    present = Reanchoring.objects.filter(to_text_id=F("excerpt__source__text_id"))
    rows = selectors.excerpts_visible_to(access).exclude(text_id=F("source__text_id"))
    if source_id is not None:
        rows = rows.filter(source_id=source_id)
    return rows.prefetch_related(Prefetch("reanchorings", queryset=present, to_attr="ways")).order_by(
        "source__title", "source_id", "start", "created"
    )


def waiting_excerpt(access: Access, excerpt_id: uuid.UUID) -> Excerpt:
    """One of `waiting`. Raises NotFound."""
    row = waiting(access).filter(pk=excerpt_id).first()
    if row is None:
        raise NotFound
    return row


def waiting_count(access: Access, source_id: uuid.UUID | None = None) -> int:
    """How many excerpts wait; 0 for people who do not see them."""
    if not access.has(Permission.READ_EXCERPTS):
        return 0
    rows = _left_waiting(access)
    return (rows if source_id is None else rows.filter(source_id=source_id)).count()


def waiting_counts(access: Access, source_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, int]:
    """`waiting_count` of each of these sources in one query; those without are missing."""
    if not access.has(Permission.READ_EXCERPTS):
        return {}
    rows = _left_waiting(access).filter(source_id__in=source_ids).order_by()
    return dict(rows.values_list("source_id").annotate(n=Count("pk")))


def _left_waiting(access: Access) -> QuerySet[Excerpt]:
    return Excerpt.objects.filter(
        workspace=access.workspace, deleted__isnull=True, source__deleted__isnull=True
    ).exclude(text_id=F("source__text_id"))


def texts_around(excerpts: Iterable[Excerpt]) -> dict[uuid.UUID, ReadingText]:
    """The present texts of these excerpts' sources, by source, with their characters and blocks only."""
    sources = {excerpt.source_id for excerpt in excerpts}
    rows = ReadingText.objects.filter(pk__in=Source.objects.filter(pk__in=sources).values("text_id"))
    return {row.source_id: row for row in rows.only("source", "number", "text", "length", "language", "blocks")}
