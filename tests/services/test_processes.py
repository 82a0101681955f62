"""The supervisor of processes: it restarts, it ends everything, and it is not outlived."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 20.0

# A supervisor of one shell that has a child of its own; every start adds a line with both process ids.
SCRIPT = """
import os, sys
from pathlib import Path
from project.processes import Program, Supervisor
supervisor = Supervisor(lambda line: print(line, flush=True))
shell = f"sleep 600 & echo $$ $! >> {sys.argv[1]}; " + sys.argv[2]
supervisor.start(Program("shell", ["/bin/sh", "-c", shell], dict(os.environ), patience=0.3))
while not supervisor.stopping:
    supervisor.tick(0.1)
supervisor.stop(["shell"])
"""


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether the process runs; a zombie that nobody has waited for yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Run:
    """A supervisor in a process of its own."""

    def __init__(self, pids: Path, end_of_shell: str) -> None:
        self.pids = pids
        command = [sys.executable, "-c", SCRIPT, str(pids), end_of_shell]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def started(self) -> list[list[int]]:
        """The process ids (shell, its child) of each start so far."""
        lines = self.pids.read_text().splitlines() if self.pids.exists() else []
        return [[int(word) for word in line.split()] for line in lines]

    def everybody(self) -> list[int]:
        return [pid for pids in self.started() for pid in pids]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []

    def start_(end_of_shell: str = "wait") -> Run:
        run = Run(tmp_path / "pids", end_of_shell)
        runs.append(run)
        until(lambda: bool(run.started()))
        return run

    yield start_
    for run in runs:
        run.process.kill()
        run.process.wait()
        if run.process.stdout:
            run.process.stdout.close()


def test_a_killed_program_comes_back_and_its_leftovers_go(start: Callable[..., Run]) -> None:
    run = start()
    shell, sleeper = run.started()[0]
    os.kill(shell, signal.SIGKILL)
    until(lambda: len(run.started()) == 2)
    until(lambda: not alive(sleeper))
    assert not Path(f"/proc/{shell}").exists(), "the dead child was not reaped"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_request_to_stop_leaves_nothing(start: Callable[..., Run], number: signal.Signals) -> None:
    run = start()
    run.process.send_signal(number)
    assert run.process.wait(PATIENCE) == 0
    assert not any(alive(pid) for pid in run.everybody())


def test_a_program_that_does_not_want_to_stop_is_killed(start: Callable[..., Run]) -> None:
    run = start("trap '' TERM; while true; do sleep 0.1; done")
    run.process.send_signal(signal.SIGTERM)
    assert run.process.wait(PATIENCE) == 0
    assert not any(alive(pid) for pid in run.everybody())


def test_a_program_dies_with_its_supervisor(start: Callable[..., Run]) -> None:
    run = start()
    run.process.kill()
    program = run.started()[0][0]
    until(lambda: not alive(program))
    assert not alive(program)
    # The sleeper is nobody's child now and was no program of ours; it is ended here, by its number.
    for pid in run.everybody():
        if alive(pid):
            os.kill(pid, signal.SIGKILL)


def test_a_program_that_keeps_dying_is_started_less_and_less_often(start: Callable[..., Run]) -> None:
    run = start("exit 3")
    until(lambda: len(run.started()) == 3)
    run.process.send_signal(signal.SIGTERM)
    said, _ = run.process.communicate(timeout=PATIENCE)
    assert "shell ended (exit status 3)" in said


def test_delays_grow_to_a_limit() -> None:
    from project.processes import LONGEST_DELAY, STEADY, Child, Program

    child = Child(Program("x", ["true"], {}))
    delays = []
    for now in range(100, 112):
        child.started = now
        child.died(float(now))
        delays.append(child.next_start - now)
    assert delays[0] == 0
    assert delays == sorted(delays)
    assert delays[-1] == LONGEST_DELAY
    child.died(child.started + STEADY + 1)
    assert child.deaths == 1
