"""Full-text search over the reading texts of a workspace.

A search finds sources that hold everything asked for, wherever in them; the index (`SearchPiece`) knows pieces of some
thousand characters, so the exact places are looked up in the text of the pieces that are shown.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.engine.text.search_terms import Clause, Piece, clauses_of, pieces_of, quoted, scope_lexeme
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source
from synthesis.sources.snippets import Snippet, Stretch, places_in, snippets_of
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

PAGE_SIZE = 12
#: Of one source so many pieces are looked through, and so many snippets shown.
PIECES_READ, SNIPPETS = 8, 3

#: A frequent word stands in most rows, and the planner would read them all, terms included, megabytes of them; it does
#: not know that the index alone answers.
BY_INDEX, AS_BEFORE = "SET LOCAL enable_seqscan = off", "SET LOCAL enable_seqscan TO DEFAULT"

# The workspace is a lexeme of every piece, so that other workspaces' texts cost nothing. One index scan for each clause,
# then the sources with all of them. The index answers alone, except for phrases: their positions are in the row, so of
# those only the first PHRASES_READ pieces are looked at when nothing else is asked for.
PHRASES_READ = 2000
#: One frequent word: to group more pieces costs more than anybody who looks for it gains; its count says "at least".
WORDS_READ = 5000
_FOUND = "SELECT {bit}::bigint AS bit, source_id FROM synthesis_searchpiece WHERE terms @@ %s::tsquery"
_COUNTED = """
WITH found AS MATERIALIZED ({found})
SELECT source_id, count(*) AS pieces, count(*) OVER (), sum(count(*)) OVER () FROM found
GROUP BY source_id HAVING bit_or(bit) = %s ORDER BY pieces DESC, source_id DESC LIMIT %s OFFSET %s
"""
_STRETCHES = """
SELECT p.source_id, p.start, p."end", substr(t.text, p.start + 1, p."end" - p.start),
  jsonb_path_query_array(
    t.blocks, '$[*] ? (@.start < $e && @.end > $s)', jsonb_build_object('s', p.start, 'e', p."end"))
FROM unnest(%s::uuid[]) AS wanted(id)
CROSS JOIN LATERAL (
  SELECT source_id, text_id, start, "end" FROM synthesis_searchpiece
  WHERE source_id = wanted.id AND terms @@ %s::tsquery ORDER BY start LIMIT %s) p
JOIN synthesis_source s ON s.id = p.source_id AND s.text_id = p.text_id AND s.workspace_id = %s AND s.deleted IS NULL
JOIN synthesis_readingtext t ON t.id = p.text_id
ORDER BY p.start
"""


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source that holds what was looked for: its best places in their order, and how many there are.

    `more`: there may be more than `places`, because not all of the source was looked through.
    """

    source: Source
    snippets: list[Snippet]
    places: int
    more: bool

    @property
    def rest(self) -> int:
        """Places that no snippet shows, at least."""
        return max(0, self.places - sum(1 for s in self.snippets for _, marked in s.parts if marked))


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought: `sources` hold everything asked for, at `places` places (at least, unless `exact`)."""

    clauses: tuple[Clause, ...]
    sources: int = 0
    places: int = 0
    exact: bool = True
    # There may be more sources than `sources`.
    more: bool = False
    rows: list[FoundSource] = field(default_factory=list)


def search(access: Access, typed: str, *, page: int = 1) -> Found:
    """Page `page` (from 1) of the sources that hold all that was typed, those with most places first.

    See `engine.text.search_terms.clauses_of` for what can be typed. A page after the last is the first.
    """
    access.require(Permission.READ_SOURCES)
    clauses = clauses_of(storable_text(typed))
    if not clauses:
        return Found(clauses)
    counted = _count(access, clauses, page)
    if not counted and page > 1:
        counted = _count(access, clauses, 1)
    if not counted:
        return Found(clauses)
    sources, pieces = counted[0][2], int(counted[0][3])
    rows = _rows(access, [pk for pk, _, _, _ in counted], clauses)
    # The index hears of deletions and of newer texts a moment later.
    sources -= len(counted) - len(rows)
    shown = sum(row.places for row in rows)
    exact = sources == len(rows) and not any(row.more for row in rows)
    more = pieces >= (_most_read(clauses) or pieces + 1)
    return Found(clauses, sources, shown if exact else max(pieces, shown), exact, more, rows)


def _most_read(clauses: Sequence[Clause]) -> int | None:
    """How many pieces are looked at; None when all of them must be, because several clauses meet in a source."""
    if len(clauses) > 1:
        return None
    return PHRASES_READ if clauses[0].is_phrase else WORDS_READ


def _count(access: Access, clauses: Sequence[Clause], page: int) -> list[tuple[Any, ...]]:
    sql, values = counted_sql(access.workspace.pk, clauses, limit=PAGE_SIZE, offset=PAGE_SIZE * (page - 1))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEX)
        cursor.execute(sql, values)
        counted = cursor.fetchall()
        cursor.execute(AS_BEFORE)
    return counted


def counted_sql(
    workspace_id: uuid.UUID, clauses: Sequence[Clause], *, limit: int, offset: int = 0
) -> tuple[str, list[Any]]:
    """The statement whose time is a search's time in the database: source, its pieces, all sources, all pieces."""
    scope = quoted(scope_lexeme(workspace_id.hex))
    found = " UNION ALL ".join(_FOUND.format(bit=1 << n) for n in range(len(clauses)))
    queries = [f"{scope} & {clause.tsquery}" for clause in clauses]
    if most := _most_read(clauses):
        found += f" LIMIT {most}"
    return _COUNTED.format(found=found), [*queries, (1 << len(clauses)) - 1, limit, offset]


def _rows(access: Access, ids: list[uuid.UUID], clauses: Sequence[Clause]) -> list[FoundSource]:
    anything = " | ".join(clause.tsquery for clause in clauses)
    with connection.cursor() as cursor:
        cursor.execute(_STRETCHES, [ids, anything, PIECES_READ + 1, access.workspace.pk])
        stretches: dict[uuid.UUID, list[Stretch]] = {pk: [] for pk in ids}
        for pk, start, end, text, blocks in cursor.fetchall():
            stretches[pk].append(
                Stretch(pk, start, end, text, json.loads(blocks) if isinstance(blocks, str) else blocks)
            )
    sources = Source.objects.in_bulk(ids)
    return [_row(sources[pk], stretches[pk], clauses) for pk in ids if stretches[pk] and pk in sources]


def _row(source: Source, stretches: list[Stretch], clauses: Sequence[Clause]) -> FoundSource:
    more = len(stretches) > PIECES_READ
    places, snippets = 0, []
    for stretch in stretches[:PIECES_READ]:
        found = places_in(stretch, clauses)
        places += len(found)
        snippets += snippets_of(stretch, found)
    best = sorted(snippets, key=lambda one: (-one.clauses, one.start))[:SNIPPETS]
    return FoundSource(source, sorted(best, key=lambda one: one.start), places, more)


def pieces_to_index(text: ReadingText) -> list[Piece]:
    """What a text is found by; needs `source`. A second for a million characters, so call it outside transactions."""
    return pieces_of(text.text, text.blocks, extra=[scope_lexeme(text.source.workspace_id.hex)])


def pieces_of_reading(reading: EngineText, workspace_id: uuid.UUID) -> list[Piece]:
    """What a text will be found by that is not stored yet; the time is that of `pieces_to_index`."""
    blocks = [{"start": b.start, "end": b.end, "kind": b.kind} for b in reading.blocks]
    return pieces_of(storable_text(reading.text), blocks, extra=[scope_lexeme(workspace_id.hex)])


def text_to_index(source_id: uuid.UUID) -> ReadingText | None:
    """The current text of a source that is not deleted, of it only what the index needs; for background work."""
    current = ReadingText.objects.filter(source__text_id=F("pk"), source__deleted__isnull=True, source_id=source_id)
    return current.select_related("source").only("text", "blocks", "source__workspace_id").first()


def indexable(source_id: uuid.UUID) -> Source | None:
    """A source that has a text and is not deleted."""
    return Source.objects.filter(pk=source_id, deleted__isnull=True, text__isnull=False).first()


def sources_to_index(*, everything: bool = False) -> list[uuid.UUID]:
    """Sources with a text that are not in the index with it; all that have a text when `everything`."""
    rows = Source.objects.filter(deleted__isnull=True, text__isnull=False).order_by("created")
    if not everything:
        rows = rows.exclude(search_pieces__text=F("text"))
    return list(rows.values_list("pk", flat=True))
