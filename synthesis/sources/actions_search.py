"""Writes the search index: the pieces of every source's current text. What follows from texts is no act of a person."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.db import connection, transaction
from django.utils import timezone

from synthesis.engine.text.search_terms import Piece
from synthesis.infra.ids import uuid7
from synthesis.sources.models import SearchPiece, Source

INDEX_JOB = "sources.index"
#: Terms are many times a text's length in a statement: copied, nobody quotes and parses them.
_COPY = 'COPY synthesis_searchpiece (id, created, workspace_id, source_id, text_id, start, "end", terms) FROM STDIN'

#: Whoever brings what waits in front of the index to its limit puts it in: at once with this much memory, else in eight
#: parts, each of which goes through the index from end to end.
_ROOM_TO_SETTLE = "SET LOCAL work_mem = '64MB'"


@transaction.atomic
def store_pieces(*, source_id: uuid.UUID, text_id: uuid.UUID, pieces: Sequence[Piece]) -> int:
    """Makes `pieces` what a source is found by; returns how many are stored.

    Nothing happens when the source is gone, deleted, or has another text by now: then another call is on its way.
    """
    source = (
        Source.objects.select_for_update(no_key=True)
        .filter(pk=source_id, text_id=text_id, deleted__isnull=True)
        .first()
    )
    if source is None:
        return 0
    return replace_pieces(source, text_id, pieces)


def replace_pieces(source: Source, text_id: uuid.UUID, pieces: Sequence[Piece], *, empty: bool = False) -> int:
    """Stores `pieces` in place of a source's earlier ones; `empty`: there are none. The caller holds the source's row
    and a transaction."""
    if not empty:
        SearchPiece.objects.filter(source=source).delete()
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(_ROOM_TO_SETTLE)
        with cursor.copy(_COPY) as copy:
            for piece in pieces:
                row = (uuid7(), now, source.workspace_id, source.pk, text_id, piece.start, piece.end, piece.terms)
                copy.write_row(row)
    return len(pieces)


def settle_index() -> None:
    """Puts the terms that wait in front of the search index into it; a search need not look through them any more."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('search_piece_terms')")


def forget_source(*, source_id: uuid.UUID) -> int:
    """Takes a deleted source out of the index; one that was restored meanwhile stays. Returns how many pieces went."""
    return SearchPiece.objects.filter(source_id=source_id, source__deleted__isnull=False).delete()[0]
