"""Passages of a workspace's sources that are like a given one: candidates from the search index, ranked by the engine."""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from synthesis.engine.similar import Likeness, rank, telling_terms
from synthesis.engine.suggest import Embed
from synthesis.engine.text.search_terms import quoted, scope_lexeme
from synthesis.infra.errors import Invalid
from synthesis.infra.policy import Permission
from synthesis.sources import selectors
from synthesis.sources.models import Source
from synthesis.sources.selectors_search import AS_BEFORE, BY_INDEX
from synthesis.sources.snippets import Snippet, Stretch, parts_of
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

#: A passage is compared by its first characters.
LONGEST_PASSAGE = 600
TERMS, PIECES, SHOWN, OF_ONE_SOURCE = 32, 40, 20, 3
MOST_SENTENCES = 4
_NOT_STATEMENTS = frozenset({"boilerplate", "contents", "heading"})

_LOOKED_FOR = "SELECT {n} AS term, id, source_id FROM synthesis_searchpiece WHERE terms @@ %s::tsquery"
# Pieces with the rarest terms of the passage first; how rare a term is, is told by the pieces that have any of them.
# The path to the sentences is strict, since a lax one would take their pairs of numbers apart.
_NEAREST = """
WITH found AS MATERIALIZED ({found}),
rarity AS (
  SELECT term, ln(1 + (SELECT count(DISTINCT id) FROM found)::float / count(*)) AS weight FROM found GROUP BY term),
nearest AS (
  SELECT f.id, sum(r.weight) AS score FROM found f JOIN rarity r USING (term)
  WHERE f.source_id IS DISTINCT FROM %s GROUP BY f.id ORDER BY score DESC, f.id LIMIT %s)
SELECT p.source_id, p.start, p."end", substr(t.text, p.start + 1, p."end" - p.start),
  jsonb_path_query_array(
    t.blocks, '$[*] ? (@.start < $e && @.end > $s)', jsonb_build_object('s', p.start, 'e', p."end")),
  jsonb_path_query_array(
    t.sentences, 'strict $[*] ? (@[0] >= $s && @[1] <= $e)', jsonb_build_object('s', p.start, 'e', p."end"))
FROM nearest n JOIN synthesis_searchpiece p USING (id) JOIN synthesis_readingtext t ON t.id = p.text_id
JOIN synthesis_source s ON s.id = p.source_id AND s.text_id = p.text_id AND s.deleted IS NULL AND s.workspace_id = %s
ORDER BY n.score DESC, n.id
"""


@dataclass(frozen=True, slots=True)
class SimilarPassage:
    """A passage of a source and how like it is, 0–1; what both say literally is marked in the snippet."""

    source: Source
    snippet: Snippet
    score: float

    @property
    def percent(self) -> int:
        return round(100 * self.score)


@dataclass(frozen=True, slots=True)
class _Candidate:
    stretch: Stretch
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.stretch.text[self.start - self.stretch.start : self.end - self.stretch.start]


def passage_of(access: Access, source_id: uuid.UUID, start: int, end: int) -> tuple[Source, str]:
    """The source and its characters `[start, end)`, at most LONGEST_PASSAGE. Raises NotFound, Conflict, Invalid."""
    source = selectors.get_source(access, source_id)
    text = selectors.reading_text(access, source)
    if not 0 <= start < end <= text.length:
        raise Invalid(_("This place is not in the text."), code="span")
    return source, text.text[start : min(end, start + LONGEST_PASSAGE)]


def similar_passages(
    access: Access, passage: str, *, other_than: uuid.UUID | None = None, embed: Embed | None = None
) -> list[SimilarPassage]:
    """Passages like this one in other sources than `other_than`, the most alike first, at most SHOWN.

    By shared character pairs and words; with `embed` by meaning as well, among candidates that share some.
    """
    access.require(Permission.READ_SOURCES)
    passage = storable_text(passage)[:LONGEST_PASSAGE]
    terms = telling_terms(passage, TERMS)
    if not terms:
        return []
    long = max(1, sum(passage.count(mark) for mark in "。！？!?；") or passage.count(". ") + 1)
    candidates = [c for stretch in _nearest(access, terms, other_than) for c in _candidates(*stretch, long)]
    ranked = rank(passage, [c.text for c in candidates], embed=embed)
    chosen = _apart(ranked, candidates)
    sources = Source.objects.in_bulk([candidates[one.index].stretch.source_id for one in chosen])
    return [_shown(sources[candidates[one.index].stretch.source_id], candidates[one.index], one) for one in chosen]


def _nearest(
    access: Access, terms: list[str], other_than: uuid.UUID | None
) -> list[tuple[Stretch, list[tuple[int, int]]]]:
    scope = quoted(scope_lexeme(access.workspace.pk.hex))
    found = " UNION ALL ".join(_LOOKED_FOR.format(n=n) for n in range(len(terms)))
    values: list[Any] = [f"{scope} & {quoted(term)}" for term in terms]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(BY_INDEX)
        cursor.execute(_NEAREST.format(found=found), [*values, other_than, PIECES, access.workspace.pk])
        rows = cursor.fetchall()
        cursor.execute(AS_BEFORE)
    return [
        (Stretch(pk, start, end, text, _data(blocks)), [(a, b) for a, b in _data(sentences)])
        for pk, start, end, text, blocks, sentences in rows
    ]


def _data(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) else value


def _candidates(stretch: Stretch, sentences: list[tuple[int, int]], long: int) -> Iterator[_Candidate]:
    """As many sentences in a row as the passage has, within one block."""
    for i, (start, end) in enumerate(sentences):
        block = stretch.block_at(start)
        if block is not None and block["kind"] in _NOT_STATEMENTS:
            continue
        for _a, b in sentences[i + 1 : i + min(long, MOST_SENTENCES)]:
            if block is not None and b > block["end"]:
                break
            end = b
        yield _Candidate(stretch, start, end)


def _apart(ranked: list[Likeness], candidates: list[_Candidate]) -> list[Likeness]:
    """The best of passages that overlap, and not everything from one source."""
    chosen: list[Likeness] = []
    taken: Counter[uuid.UUID] = Counter()
    for one in ranked:
        new = candidates[one.index]
        source_id = new.stretch.source_id
        others = [o for o in (candidates[c.index] for c in chosen) if o.stretch.source_id == source_id]
        if taken[source_id] >= OF_ONE_SOURCE or any(new.start < o.end and o.start < new.end for o in others):
            continue
        taken[source_id] += 1
        chosen.append(one)
        if len(chosen) == SHOWN:
            break
    return chosen


def _shown(source: Source, candidate: _Candidate, likeness: Likeness) -> SimilarPassage:
    block = candidate.stretch.block_at(candidate.start)
    marks = [(candidate.start + a, candidate.start + b) for a, b in likeness.shared]
    snippet = Snippet(
        start=candidate.start,
        end=candidate.end,
        kind=block["kind"] if block else "",
        page=block.get("page") if block else None,
        parts=parts_of(candidate.stretch, candidate.start, candidate.end, marks),
    )
    return SimilarPassage(source, snippet, likeness.score)
