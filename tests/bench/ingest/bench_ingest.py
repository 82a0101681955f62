"""Adding and reading files as web server and worker do it; run by `make bench`, not part of the suite.

Prints how fast 1,000 text files (30 MB of UTF-8, Simplified, Traditional and English) go through upload check, sandbox,
engine and database in two processes, and how long a PDF of 500 pages takes. INGEST_FILES and INGEST_PAGES scale it.
"""

from __future__ import annotations

import os
import random
import re
import resource
import time
import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from synthesis.infra import forking, leases
from synthesis.infra.models import Job, JobState
from synthesis.sources import actions, tasks
from synthesis.sources.models import Source, SourceState
from tests.engine.text import samples
from tests.pdf_by_hand import lines, pages
from tests.world import make_world

FILES = int(os.environ.get("INGEST_FILES", "1000"))
PAGES = int(os.environ.get("INGEST_PAGES", "500"))
BYTES, PROCESSES = 30_000, 2
LINES = 46


@lru_cache(maxsize=3)
def vocabulary(kind: int) -> list[str]:
    """Words of one script: those of a sample with more of its letters, or two of its characters put together by chance."""
    body = (samples.SIMPLIFIED, samples.TRADITIONAL, samples.ENGLISH)[kind]
    rng = random.Random(kind)
    if kind == 2:
        common = sorted(set(re.findall("[A-Za-z]+", body)))
        letters = re.findall("[a-z]", body)
        return common + ["".join(rng.choices(letters, k=rng.randrange(3, 9))) for _ in range(3000)]
    characters = re.findall("[\u4e00-\u9fff]", body)
    return ["".join(rng.choices(characters, k=2)) for _ in range(20_000)]


def text(number: int) -> str:
    """About BYTES bytes of sentences that no other file has, a third of the files in each kind."""
    rng = random.Random(number)
    words, english = vocabulary(number % 3), number % 3 == 2
    space, comma, stop = (" ", ", ", ". ") if english else ("", "，", "。")
    pieces, size = [f"# {number}\n\n"], 0
    while size < BYTES:
        clauses = [space.join(rng.choices(words, k=rng.randrange(4, 8))) for _ in range(rng.randrange(6, 24))]
        # A sentence has about three clauses.
        pieces.append("".join(c + rng.choice((comma, comma, stop)) for c in clauses[:-1]) + clauses[-1] + stop + "\n\n")
        size += len(pieces[-1].encode())
    return "".join(pieces)


def processor_seconds() -> float:
    """Of this process and of all parsers it had, whose server is ended so that they count."""
    forking.stop()
    return sum(
        used.ru_utime + used.ru_stime
        for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def read(ids: list[Any], pipe: int) -> None:
    """In a process of its own: read these sources and do what follows, then say so."""
    from django.db import connection

    for job in ids:
        leases.run(job)
    # What follows of each: sources that are alike, arrays for overlap, suggestions.
    while waiting := list(Job.objects.filter(state=JobState.QUEUED).values_list("pk", flat=True)):
        for job in waiting:
            leases.run(job)
    connection.close()
    os.write(pipe, f"{processor_seconds():.2f}\n".encode())


@pytest.mark.django_db(transaction=True)
def test_many_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    access = world.access("bob")
    texts = [text(n).encode() for n in range(FILES)]
    size = sum(map(len, texts)) / 1e6
    started = time.perf_counter()
    found = [
        actions.add_source(access=access, file_name=f"{n}.txt", chunks=[body]).source for n, body in enumerate(texts)
    ]
    added = time.perf_counter() - started
    started = time.perf_counter()
    used = in_processes([source.job_id for source in found])
    done = time.perf_counter() - started
    states = set(Source.objects.filter(workspace=world.workspace).values_list("state", flat=True))
    assert states == {SourceState.READY}
    print(f"\n{FILES} files, {size:.1f} MB: added in {added:.1f} s ({size / added:.2f} MB/s, one process)")
    print(f"read and stored in {done:.1f} s: {size / done:.2f} MB/s on {PROCESSES} processes (wanted: 1)")
    print(
        f"processor time {used:.1f} s, {used / FILES * 1000:.0f} ms a file: {PROCESSES * size / used:.2f} MB/s on idle cores"
    )


def in_processes(jobs: list[Any]) -> float:
    """Run the jobs in PROCESSES forked processes; gives the processor seconds all of it took, the database left out."""
    from django.db import connection

    connection.close()
    if connection.pool:
        # Its sockets and threads must not be shared with the children.
        connection.close_pool()
    ours, theirs = os.pipe()
    children = []
    for n in range(PROCESSES):
        pid = os.fork()
        if pid == 0:
            try:
                read(jobs[n::PROCESSES], theirs)
            except BaseException:  # noqa: BLE001 - the child must end here, and say why
                traceback.print_exc()
            finally:
                os._exit(0)
        children.append(pid)
    os.close(theirs)
    for pid in children:
        os.waitpid(pid, 0)
    heard = os.read(ours, 1000).split()
    os.close(ours)
    assert len(heard) == PROCESSES
    return sum(map(float, heard))


@pytest.mark.django_db(transaction=True)
def test_a_long_pdf(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    heard: list[float] = []
    follow = tasks._steps

    def steps(running: Any) -> Any:
        tell = follow(running)

        def both(share: float) -> None:
            heard.append(time.perf_counter())
            tell(share)

        return both

    monkeypatch.setattr(tasks, "_steps", steps)
    words = [s for s in samples.ENGLISH.replace("\n", " ").split(" ") if s.isalpha()]
    rng = random.Random(1)
    bodies = [
        lines(*((50, 560 - 11 * n, 9, " ".join(rng.choices(words, k=12))) for n in range(LINES))) for _ in range(PAGES)
    ]
    source = actions.add_source(access=world.access("bob"), file_name="long.pdf", chunks=[pages(bodies)]).source
    before = processor_seconds()
    started = time.perf_counter()
    leases.run(source.job_id)
    done = time.perf_counter() - started
    used = processor_seconds() - before
    source.refresh_from_db()
    assert source.text is not None
    gaps = [b - a for a, b in zip([started, *heard], heard, strict=False)]
    print(f"\nPDF of {PAGES} pages, {source.text.length:,} characters: ready in {done:.1f} s (wanted: 60)")
    print(f"processor time {used:.1f} s")
    print(f"progress heard {len(heard)} times, at most {max(gaps):.1f} s apart")
