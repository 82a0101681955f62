"""Writes the search index: the pieces of every source's current text. What follows from texts is no act of a person."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import transaction

from synthesis.engine.text.search_terms import Piece
from synthesis.sources.models import SearchPiece, Source

INDEX_JOB = "sources.index"


@transaction.atomic
def store_pieces(*, source_id: uuid.UUID, text_id: uuid.UUID, pieces: Sequence[Piece]) -> int:
    """Makes `pieces` what a source is found by; returns how many are stored.

    Nothing happens when the source is gone, deleted, or has another text by now: then another call is on its way.
    """
    source = Source.objects.select_for_update().filter(pk=source_id, text_id=text_id, deleted__isnull=True).first()
    if source is None:
        return 0
    return replace_pieces(source, text_id, pieces)


def replace_pieces(source: Source, text_id: uuid.UUID, pieces: Sequence[Piece], *, empty: bool = False) -> int:
    """Stores `pieces` in place of a source's earlier ones; `empty`: there are none. The caller holds the source's row
    and a transaction."""
    if not empty:
        SearchPiece.objects.filter(source=source).delete()
    rows = [
        SearchPiece(
            workspace_id=source.workspace_id,
            source=source,
            text_id=text_id,
            start=piece.start,
            end=piece.end,
            terms=piece.terms,
        )
        for piece in pieces
    ]
    return len(SearchPiece.objects.bulk_create(rows, batch_size=200))


def forget_source(*, source_id: uuid.UUID) -> int:
    """Takes a deleted source out of the index; one that was restored meanwhile stays. Returns how many pieces went."""
    return SearchPiece.objects.filter(source_id=source_id, source__deleted__isnull=False).delete()[0]
