"""Full-text search over 20,000 sources in a throw-away database; run by `make bench`, not part of the suite.

Prints medians over RUNS of the database's own time (EXPLAIN ANALYZE: planning and execution of the statement that finds
and counts sources), and of a whole search with its snippets. Another workspace's texts, a tenth as many, are in the same index.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import statistics
import time
from typing import Any

from django.db import connection

from synthesis.engine.text.search_terms import clauses_of
from synthesis.sources import selectors_search
from synthesis.sources.models import ReadingText, SearchPiece, Source
from synthesis.workspaces.models import Member, Workspace
from tests.world import make_world

SOURCES = int(os.environ.get("BENCH_SOURCES", "20000"))
PARAGRAPHS, TIMES, RUNS = 10, 10, 15


def words_by_rank(rng: random.Random) -> list[str]:
    """Made-up words, the most frequent first: mostly two characters, as Chinese has them, and some Latin ones."""
    han = [chr(0x4E00 + i * 4) for i in range(1500)]
    words = ["".join(rng.choices(han, k=rng.choice([1, 2, 2, 2, 3]))) for _ in range(30_000)]
    for place, word in ((150, "sensor"), (900, "algorithm"), (12_000, "piezoresistive")):
        words.insert(place, word)
    return words


def paragraphs(rng: random.Random, words: list[str], count: int) -> list[str]:
    """Paragraphs of some 200 characters whose words follow Zipf's law."""
    weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(words))))
    chosen = iter(rng.choices(words, cum_weights=weights, k=count * 110))
    return ["，".join("".join(itertools.islice(chosen, 10)) for _ in range(11)) + "。" for _ in range(count)]


def fill(workspace: Workspace, person: Any, pool: list[str], rng: random.Random, count: int) -> int:
    """Sources with their texts and index; returns how many characters."""
    total = 0
    for _ in range(0, count, 500):
        rows = [
            Source(
                workspace=workspace,
                title=f"{number}",
                file_name="a.txt",
                kind="text",
                media_type="text/x-bench",
                size=1,
                sha256=f"{rng.getrandbits(256):064x}",
                stored="-",
                state="ready",
                created_by=person,
            )
            for number in range(500)
        ]
        Source.objects.bulk_create(rows)
        texts = []
        for source in rows:
            text = "\n".join(rng.choices(pool, k=PARAGRAPHS))
            texts.append(ReadingText(source=source, number=1, text=text, language="zh-Hans", length=len(text)))
            source.text = texts[-1]
            total += len(text)
        ReadingText.objects.bulk_create(texts)
        Source.objects.bulk_update(rows, ["text"])
        SearchPiece.objects.bulk_create(
            SearchPiece(
                workspace=workspace, source=text.source, text=text, start=piece.start, end=piece.end, terms=piece.terms
            )
            for text in texts
            for piece in selectors_search.pieces_to_index(text)
        )
    return total


COPIES = """
CREATE TEMP TABLE copied ON COMMIT DROP AS
  SELECT id AS source, gen_random_uuid() AS copy, text_id AS text, gen_random_uuid() AS text_copy, again
  FROM synthesis_source, generate_series(2, {times}) AS again WHERE workspace_id = '{workspace}' AND media_type = 'text/x-bench';
INSERT INTO synthesis_source ({source}) SELECT {source_copy} FROM copied JOIN synthesis_source s ON s.id = source;
INSERT INTO synthesis_readingtext ({text}) SELECT {text_copy} FROM copied JOIN synthesis_readingtext s ON s.id = copied.text;
INSERT INTO synthesis_searchpiece ({piece}) SELECT {piece_copy} FROM copied JOIN synthesis_searchpiece s ON s.source_id = source
"""


def multiply(workspace: Workspace, times: int) -> None:
    """Every source of the bench so many times, each with a text and an index of its own: made by the server, which is quick."""
    columns = {m: [f.column for f in m._meta.concrete_fields] for m in (Source, ReadingText, SearchPiece)}
    own = {
        Source: {"id": "copy", "text_id": "text_copy", "sha256": "md5(s.sha256 || again::text)"},
        ReadingText: {"id": "text_copy", "source_id": "copy"},
        SearchPiece: {"id": "gen_random_uuid()", "source_id": "copy", "text_id": "text_copy"},
    }

    def names(model: Any) -> str:
        return ", ".join(f'"{column}"' for column in columns[model])

    def values(model: Any) -> str:
        return ", ".join(own[model].get(column, f's."{column}"') for column in columns[model])

    sql = COPIES.format(
        times=times,
        workspace=workspace.pk,
        source=names(Source),
        source_copy=values(Source),
        text=names(ReadingText),
        text_copy=values(ReadingText),
        piece=names(SearchPiece),
        piece_copy=values(SearchPiece),
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)


def database_time(access: Any, typed: str) -> float:
    """Median milliseconds that the database says it needed."""
    sql, values = selectors_search.counted_sql(access.workspace.pk, clauses_of(typed), limit=selectors_search.PAGE_SIZE)
    taken = []
    with connection.cursor() as cursor:
        cursor.execute(selectors_search.BY_INDEX)
        for _ in range(RUNS):
            cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql, values)
            plan = cursor.fetchone()[0]
            plan = (json.loads(plan) if isinstance(plan, str) else plan)[0]
            taken.append(plan["Planning Time"] + plan["Execution Time"])
    return statistics.median(taken)


def test_search(db: None) -> None:
    world = make_world()
    access = world.access("bob")
    rng = random.Random(1)
    words = words_by_rank(rng)
    pool = paragraphs(rng, words, 5000)
    elsewhere = Member.objects.get(user=world.dave).workspace
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'search_piece_terms'")
        definition = cursor.fetchone()[0]
        cursor.execute("DROP INDEX search_piece_terms")
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")
    characters = fill(world.workspace, world.bob, pool, rng, SOURCES // TIMES) * TIMES
    multiply(world.workspace, TIMES)
    fill(elsewhere, world.dave, pool, rng, SOURCES // 10)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        cursor.execute(definition)
        cursor.execute("ANALYZE synthesis_searchpiece")
        cursor.execute("ANALYZE synthesis_source")
        cursor.execute("SELECT pg_size_pretty(pg_relation_size('search_piece_terms'))")
        size = cursor.fetchone()[0]
    print(f"\n{SOURCES} sources, {characters / 1e6:.1f} million characters, index {size}; ", end="")
    print(f"filled in {time.perf_counter() - start:.0f} s")
    two, three = ([w for w in words if len(w) == n and not w.isascii()] for n in (2, 3))
    asked = {
        "2 characters, most frequent": two[0],
        "2 characters, frequent": two[100],
        "2 characters, middling": two[3000],
        "2 characters, rare": two[-5],
        "3 characters, most frequent": three[0],
        "3 characters, middling": three[1000],
        "4 characters, two words": two[0] + two[1],
        "two words": f"{two[0]} {two[3000]}",
        "Latin word, frequent": "sensor",
        "Latin word, rare": "piezoresistive",
        "1 character": two[0][0],
        "not there": "龘龘",
    }
    print(f"{'looked for':28} | {'sources':>7} | {'database ms':>11} | {'search ms':>9}")
    for name, typed in asked.items():
        spent = []
        for _ in range(5):
            begin = time.perf_counter()
            found = selectors_search.search(access, typed)
            spent.append(1000 * (time.perf_counter() - begin))
        line = f"{name:28} | {found.sources:7} | {database_time(access, typed):11.2f}"
        print(f"{line} | {statistics.median(spent):9.1f}", flush=True)
