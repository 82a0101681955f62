"""Everything that writes which sources are much alike."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q

from synthesis.infra import audit
from synthesis.infra.policy import Permission
from synthesis.sources.actions import tell_changed
from synthesis.sources.models import Likeness, ReadingText, Source
from synthesis.workspaces.policy import Access


def store_sketch(*, text_id: uuid.UUID, sketch: bytes) -> None:
    """Keeps a text's sketch; others find it from now on."""
    ReadingText.objects.filter(pk=text_id).update(sketch=sketch)


def store_likenesses(*, source_id: uuid.UUID, text_id: uuid.UUID, shares: Mapping[uuid.UUID, float]) -> None:
    """Replaces what a source's present text is like. A pair that somebody keeps stays kept, unless its texts became
    equal since. Nothing is written when the source has a newer text. Call inside a transaction."""
    source = Source.objects.select_for_update(no_key=True).filter(pk=source_id, text_id=text_id).first()
    if source is None:
        return
    known = Likeness.objects.filter(Q(source_id=source_id) | Q(other_id=source_id))
    before = {(row.other_id if row.source_id == source_id else row.source_id): row for row in known}
    if gone := [row.pk for other, row in before.items() if other not in shares]:
        Likeness.objects.filter(pk__in=gone).delete()
    # In one order for all jobs, so that two of them never wait for each other.
    for first, second in sorted((min(source_id, other), max(source_id, other)) for other in shares):
        other = second if first == source_id else first
        row, share = before.get(other), shares[other]
        kept = row.dismissed_by_id if row and not (share >= 1 > row.share) else None
        Likeness.objects.update_or_create(
            source_id=first, other_id=second, defaults={"share": share, "dismissed_by_id": kept}
        )
    if shares or before:
        for one in Source.objects.filter(pk__in={source_id, *shares, *before}).order_by("pk"):
            tell_changed(one, actor_id=None)


@transaction.atomic
def keep_both(*, access: Access, likeness: Likeness) -> None:
    """Says that both sources of a pair are wanted; the notice goes. Raises Forbidden."""
    access.require(Permission.WRITE_SOURCES)
    row = Likeness.objects.select_for_update(no_key=True).select_related("source", "other").get(pk=likeness.pk)
    if row.dismissed_by_id is not None:
        return
    row.dismissed_by = access.user
    row.save(update_fields=["dismissed_by"])
    audit.record(
        "source.kept_both",
        row.source,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        after={"title": row.source.title, "other": row.other.title, "share": round(row.share, 4)},
    )
    for one in (row.source, row.other):
        tell_changed(one, actor_id=access.user.pk)


def tell_alike(*, source_id: uuid.UUID) -> None:
    """A source went: the notices of those that are like it go, too."""
    pairs = Likeness.objects.filter(Q(source_id=source_id) | Q(other_id=source_id))
    others = {one for pair in pairs.values_list("source_id", "other_id") for one in pair} - {source_id}
    for one in Source.objects.filter(pk__in=others, deleted__isnull=True).order_by("pk"):
        tell_changed(one, actor_id=None)
