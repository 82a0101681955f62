"""Writes the table of winnowed hashes. What follows from texts is no act of a person."""

from __future__ import annotations

import numpy as np
from django.db import connection, transaction

from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.winnowed import VERSION, winnowed
from synthesis.overlap.models import IndexedText
from synthesis.sources.models import ReadingText

_INSERT = "INSERT INTO synthesis_posting (seed, text_id) SELECT unnest(%s::int[]), %s"


@transaction.atomic(savepoint=False)
def index_text(*, text: ReadingText, arrays: PreparedText) -> int:
    """Puts a text into the table, in place of its source's other texts; returns the number of its hashes, or 0 when it
    was there."""
    IndexedText.objects.filter(text__source_id=text.source_id).exclude(text=text, version=VERSION).delete()
    row, made = IndexedText.objects.get_or_create(text=text, defaults={"version": VERSION})
    if not made:
        return 0
    seeds = winnowed(arrays).view(np.int32).tolist()
    with connection.cursor() as cursor:
        # As text: the driver looks at every member of a list.
        cursor.execute(_INSERT, [f"{{{str(seeds)[1:-1]}}}", row.pk])
    return len(seeds)


@transaction.atomic
def drop_index() -> None:
    """Empties the table at once; comparisons that need a text meanwhile put it back."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE synthesis_posting")
    IndexedText.objects.all().delete()
