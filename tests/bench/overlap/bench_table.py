"""The table of winnowed hashes beside the index in files, over the same sources, in a throw-away database; run by
`make bench`, not part of the suite. Five minutes, nearly all for filling it.

Prints medians: a source put in and taken out, the table's size, a draft's candidates, candidates with their arrays
read and compared, the same draft through the mapped files, and how many of the planted sources are among the candidates.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.overlap.report import NamedCorpus, compare
from synthesis.infra.overlap_index import build, opened
from synthesis.overlap import actions, actions_index, corpus, selectors_index
from synthesis.overlap.models import IndexedText
from synthesis.sources.models import ReadingText, Source
from tests.bench.overlap.bench import made_set, read_set
from tests.world import World, make_world

SOURCES = int(os.environ.get("BENCH_SOURCES", "1000"))
FOLDER = os.environ.get("BENCH_SET", "")
RUNS = 7


def milliseconds(work: Callable[[], Any], runs: int = RUNS) -> float:
    """Median of the clock: the server's time counts."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def filled(world: World, texts: dict[str, str]) -> list[ReadingText]:
    rows = []
    for name, text in texts.items():
        source = Source.objects.create(
            workspace=world.workspace,
            title=name,
            file_name="a.txt",
            kind="text",
            media_type="text/plain",
            size=1,
            sha256=f"{len(rows):064x}",
            stored="-",
            state="ready",
            created_by=world.people["bob"],
        )
        row = ReadingText(source=source, number=1, text=text, original="", language="zh-Hans", length=len(text))
        rows.append(row)
    return ReadingText.objects.bulk_create(rows, batch_size=200)


def test_table_and_files(db: None, tmp_path: Path) -> None:
    world = make_world()
    drafts, texts, truth = read_set(Path(FOLDER)) if FOLDER else made_set(SOURCES, 1)
    rows = filled(world, texts)
    ready = [prepare(row.text) for row in rows]
    for row, arrays in zip(rows, ready, strict=True):
        actions.store_prepared(text=row, arrays=arrays)
    put = [
        milliseconds(lambda r=row, a=arrays: actions_index.index_text(text=r, arrays=a), 1)
        for row, arrays in zip(rows, ready, strict=True)
    ]
    gone = [milliseconds(IndexedText.objects.get(text=row).delete, 1) for row in rows[:RUNS]]
    for row, arrays in list(zip(rows, ready, strict=True))[:RUNS]:
        actions_index.index_text(text=row, arrays=arrays)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE synthesis_posting")
        cursor.execute("SELECT count(*), pg_total_relation_size('synthesis_posting') FROM synthesis_posting")
        count, size = cursor.fetchone()
    name, draft = next(iter(drafts.items()))
    prepared = prepare(draft)
    ids = [row.pk for row in rows]
    wanted = {rows[list(texts).index(case["source"])].pk for case in truth if case["draft"] == name}
    found = set(selectors_index.sharing(prepared, ids, corpus.CLOSE))
    build(tmp_path / "index", ready)
    files = NamedCorpus.of(list(texts), opened(tmp_path / "index"))
    corpus.MANY = 0

    def through_table() -> None:
        near = corpus.gathered(draft, rows, lambda share: None)
        compare(prepared, near.corpus)

    print(f"\n{len(rows)} sources, {count} hashes, {size / 1e6:.0f} MB with keys; files", end=" ")
    print(f"{sum(path.stat().st_size for path in (tmp_path / 'index').iterdir()) / 1e6:.0f} MB")
    print(f"a source put in {statistics.median(put):.1f} ms, taken out {statistics.median(gone):.1f} ms")
    print(f"candidates {milliseconds(lambda: selectors_index.sharing(prepared, ids, corpus.CLOSE)):.1f} ms", end=" ")
    print(f"({len(found)}, planted ones among them: {len(wanted & found)} of {len(wanted)})")
    print(f"through the table {milliseconds(through_table):.0f} ms,", end=" ")
    print(f"through the files {milliseconds(lambda: compare(prepared, files)):.0f} ms")
