"""`make run` as a whole: one real start, with everything killed in turn."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from project import supervisor
from project.places import ServiceError

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 180.0


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def children_of(pid: int) -> dict[int, str]:
    """Process ids and command lines of the direct children."""
    found = {}
    for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        # One that was killed may go between the two looks, or between opening and reading.
        with suppress(FileNotFoundError, ProcessLookupError):
            found[int(word)] = Path(f"/proc/{word}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    return found


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def environment_of_a_fresh_checkout(open_directory: Path) -> dict[str, str]:
    var = open_directory / "var"
    ours = {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "MAKELEVEL"}
    kept = {name: value for name, value in os.environ.items() if name not in ours and not name.startswith("COLLATE_")}
    return {**kept, "COLLATE_VAR": str(var), "PORT": str(free_port()), "LANG": "C"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


class Run:
    """`python -m project.supervisor` in an environment."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        self.address = f"http://127.0.0.1:{environment['PORT']}"
        self.log = log
        with log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "project.supervisor"], cwd=ROOT, env=environment, stdout=output, stderr=output
            )

    def answers(self) -> bool:
        assert self.process.poll() is None, self.log.read_text("utf-8")
        try:
            with urllib.request.urlopen(self.address + "/readyz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def announced(self) -> bool:
        assert self.process.poll() is None, self.log.read_text("utf-8")
        return "Collate is running at" in self.log.read_text("utf-8")

    def child(self, pattern: str) -> int | None:
        return next((pid for pid, line in children_of(self.process.pid).items() if re.search(pattern, line)), None)


@pytest.fixture
def start(tmp_path: Path, environment_of_a_fresh_checkout: dict[str, str]) -> Iterator[Callable[[], Run]]:
    runs: list[Run] = []

    def start_() -> Run:
        run = Run(environment_of_a_fresh_checkout, tmp_path / f"log{len(runs)}")
        runs.append(run)
        until(run.announced)
        return run

    yield start_
    for run in runs:
        if run.process.poll() is None:
            run.process.send_signal(signal.SIGTERM)
            run.process.wait(PATIENCE)


def test_it_heals_it_ends_and_it_starts_again(start: Callable[[], Run]) -> None:
    run = start()
    until(run.answers)
    for pattern in ("bin/postgres", "valkey-server", "project.serve", "celery", "keep_jobs"):
        before = run.child(pattern)
        assert before is not None, pattern
        os.kill(before, signal.SIGKILL)
        until(lambda pattern=pattern, before=before: run.child(pattern) not in {None, before})
    until(run.answers)

    everybody = list(children_of(run.process.pid))
    run.process.kill()
    run.process.wait()
    until(lambda: not any(alive(pid) for pid in everybody))

    again = start()
    until(again.answers)
    everybody = list(children_of(again.process.pid))
    again.process.send_signal(signal.SIGINT)
    assert again.process.wait(PATIENCE) == 0
    assert not any(alive(pid) for pid in everybody)


def test_a_wanted_port_that_is_taken_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "TRIES", 2)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ServiceError, match=rf"Port {port} is in use.*PORT={port + 1}"):
            supervisor.listen("127.0.0.1", str(port))


@pytest.mark.parametrize("wanted", ["web", "0", "70000", "-1"])
def test_a_port_that_is_none_is_refused(wanted: str) -> None:
    with pytest.raises(ServiceError, match="PORT must be"):
        supervisor.listen("127.0.0.1", wanted)


def test_without_a_wish_the_next_free_port_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(supervisor, "PORTS", range(port, port + 50))
        monkeypatch.setattr(supervisor, "TRIES", 2)
        found = supervisor.listen("127.0.0.1", "")
        with found:
            assert found.getsockname()[1] > port


def test_one_folder_runs_once(tmp_path: Path) -> None:
    with supervisor.only_one(tmp_path) as held:
        held.write("http://127.0.0.1:8000/")
        held.flush()
        with pytest.raises(ServiceError, match=r"already runs.*127\.0\.0\.1:8000"):
            supervisor.only_one(tmp_path)


def test_the_secret_key_is_made_once_and_private(tmp_path: Path) -> None:
    first = supervisor.secret_key(tmp_path / "key")
    assert len(first) > 50
    assert supervisor.secret_key(tmp_path / "key") == first
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
