"""Adding and reading files as web server and worker do it; run by `make bench`, not part of the suite.

Prints how fast 1,000 text files (30 MB of UTF-8, Simplified, Traditional and English) go through upload check, sandbox,
engine and database in two processes, until all are ready (read, searched, tagged) and until all that follows is done
(likeness, suggestions); and how long a PDF of 500 pages takes. Processor time is that of all processes, and of the
database's, so that it can be told on a busy machine. INGEST_FILES and INGEST_PAGES scale it.
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

from synthesis.infra import forking, jobs, leases
from synthesis.infra.models import Job, JobState
from synthesis.sources import actions, reading_files
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


def database_seconds() -> float:
    """Processor time of all of the database's processes, those that have ended among them."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (backend,) = cursor.fetchone()
    server = int(_stat(backend)[1])
    children = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    ticks = sum(map(int, _stat(server)[11:15])) + sum(sum(map(int, _stat(int(pid))[11:13])) for pid in children)
    return ticks / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    """Fields of /proc/…/stat from the third on, the state."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return ["0"] * 50


def read(ids: list[Any], say: int, go: int) -> None:
    """In a process of its own: read these sources and say so; when told to, do what follows and say so."""
    from django.db import connection

    before = processor_seconds()
    for job in ids:
        leases.run(job)
    ready = processor_seconds()
    os.write(say, f"{ready - before:.2f}\n".encode())
    os.read(go, 1)
    # Nobody takes the messages here.
    jobs.urgent_waits = lambda: False
    leases.work_later(seconds=3600)
    connection.close()
    os.write(say, f"{processor_seconds() - ready:.2f}\n".encode())


@pytest.mark.django_db(transaction=True)
def test_many_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    access = world.access("bob")
    texts = [text(n).encode() for n in range(FILES)]
    size = sum(map(len, texts)) / 1e6
    started = time.perf_counter()
    used, database = processor_seconds(), database_seconds()
    found = [
        actions.add_source(access=access, file_name=f"{n}.txt", chunks=[body]).source for n, body in enumerate(texts)
    ]
    added = time.perf_counter() - started
    adding = processor_seconds() - used, database_seconds() - database
    phases = in_processes([source.job_id for source in found])
    states = set(Source.objects.filter(workspace=world.workspace).values_list("state", flat=True))
    assert states == {SourceState.READY}
    assert not Job.objects.exclude(state=JobState.DONE).exists()
    print(f"\n{FILES} files, {size:.1f} MB: added in {added:.1f} s ({size / added:.2f} MB/s, one process)")
    print(f"  {_a_file(*adding)}")
    total = 0.0
    for name, (seconds, processes, server) in zip(("ready", "all that follows done"), phases, strict=True):
        total += seconds
        print(f"{name} after {total:.1f} s: {size / total:.2f} MB/s on {PROCESSES} processes (wanted when ready: 1)")
        print(f"  {_a_file(processes, server)}, {PROCESSES * size / (processes + server):.2f} MB/s on idle cores")


def _a_file(processes: float, server: float) -> str:
    a_file = 1000 / FILES
    return (
        f"processor time a file: {(processes + server) * a_file:.0f} ms, of it {server * a_file:.0f} ms in the database"
    )


def in_processes(ids: list[Any]) -> list[tuple[float, float, float]]:
    """Run the jobs in PROCESSES forked processes, then what follows of them.

    Gives for both the seconds it took, the processor seconds of these processes and their parsers, and of the database.
    """
    from django.db import connection

    connection.close()
    if connection.pool:
        # Its sockets and threads must not be shared with the children.
        connection.close_pool()
    heard, say = os.pipe()
    wait, go = os.pipe()
    started = time.perf_counter()
    children = [_forked(read, ids[n::PROCESSES], say, wait) for n in range(PROCESSES)]
    os.close(say)
    database = database_seconds()
    phases = []
    with os.fdopen(heard) as lines:
        for _ in range(2):
            used = sum(float(lines.readline()) for _ in range(PROCESSES))
            done, now = time.perf_counter(), database_seconds()
            phases.append((done - started, used, now - database))
            database, started = database_seconds(), time.perf_counter()
            os.write(go, b"." * PROCESSES)
    for pid in children:
        os.waitpid(pid, 0)
    return phases


def _forked(work: Any, *args: Any) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work(*args)
        except BaseException:  # noqa: BLE001 - the child must end here, and say why
            traceback.print_exc()
        finally:
            os._exit(0)
    return pid


@pytest.mark.django_db(transaction=True)
def test_a_long_pdf(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    heard: list[float] = []
    read_source = reading_files.read_source

    def told(path: Path, kind: str, *, on_progress: Any) -> Any:
        def both(share: float) -> None:
            heard.append(time.perf_counter())
            on_progress(share)

        return read_source(path, kind, on_progress=both)

    monkeypatch.setattr(reading_files, "read_source", told)
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
