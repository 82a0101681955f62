"""Which of many texts share a passage with a draft: asked of the table of winnowed hashes. For jobs and commands."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

import numpy as np
from django.db import connection

from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.winnowed import VERSION, winnowed
from synthesis.overlap.models import IndexedText
from synthesis.sources.models import ReadingText, Source

# A hash that few of the texts have is worth more than one that all have; none is worth nothing, for a passage that a
# whole class copied is in all of them. The lateral join looks each hash up in the key: one short walk for each.
_SHARING = """
    WITH scope AS MATERIALIZED (
        SELECT number, text_id FROM synthesis_indexedtext WHERE version = %s AND text_id = ANY(%s)
    ), hit AS MATERIALIZED (
        SELECT found.text_id AS number, 1.0 / count(*) OVER (PARTITION BY asked.seed) AS worth
        FROM unnest(%s::int[]) AS asked(seed)
        CROSS JOIN LATERAL (
            SELECT text_id FROM synthesis_posting WHERE synthesis_posting.seed = asked.seed OFFSET 0
        ) AS found
        WHERE found.text_id IN (SELECT number FROM scope)
    )
    SELECT scope.text_id FROM scope JOIN (SELECT number, sum(worth) AS worth FROM hit GROUP BY number) AS total
    USING (number) ORDER BY total.worth DESC, number LIMIT %s
"""


def sharing(draft: PreparedText, text_ids: Sequence[uuid.UUID], most: int) -> list[uuid.UUID]:
    """Those of the texts that have thirteen characters in a row (nine words) of the draft, the most telling first, at
    most `most`; also some that share less. Only texts in the table are looked at: `not_indexed` names the others."""
    seeds = winnowed(draft).view(np.int32).tolist()
    with connection.cursor() as cursor:
        cursor.execute(_SHARING, [VERSION, list(text_ids), seeds, most])
        return [row[0] for row in cursor.fetchall()]


def not_indexed(text_ids: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """Those that are not in the table, or with hashes of another version."""
    known = IndexedText.objects.filter(version=VERSION, text_id__in=list(text_ids)).values_list("text_id", flat=True)
    found = set(known)
    return [one for one in text_ids if one not in found]


def texts_to_index() -> list[uuid.UUID]:
    """Every text that is the present one of a source, oldest first."""
    rows = Source.objects.filter(deleted__isnull=True, text__isnull=False).order_by("created", "pk")
    return list(rows.values_list("text_id", flat=True))


def reading_text(text_id: uuid.UUID) -> ReadingText | None:
    """A text, whole; None when it is gone."""
    return ReadingText.objects.filter(pk=text_id).first()
