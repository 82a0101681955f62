"""Programs as foreground children: started in order, restarted when they die, ended in order, never left behind.

Knows nothing of what the programs are; `project.supervisor` and the tests' live stack say that.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from project.places import Account, ServiceError, identity

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LONGEST_DELAY = 10.0  # seconds between two starts of a program that keeps dying
STEADY = 20.0  # seconds of life after which earlier deaths are forgotten
TAIL = 2000  # bytes of a log that are shown when a program does not start

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass
class Program:
    """What to run and how to end it."""

    name: str
    command: list[str]
    environment: dict[str, str]
    directory: Path = Path("/")
    account: Account | None = None
    log: Path | None = None  # None: our own output
    inherited: tuple[int, ...] = ()  # file descriptors that it gets
    stop: signal.Signals = signal.SIGTERM
    patience: float = 10.0  # seconds from the stop signal to SIGKILL
    orphan: signal.Signals = signal.SIGTERM  # what the kernel sends when we die
    before: Callable[[], None] | None = None  # run before every start
    ready: Callable[[int], bool] | None = None  # asked with the process id


@dataclass
class Child:
    """A program and the process that runs it now."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started: float = 0.0
    next_start: float = 0.0
    held: bool = field(default=False)  # dead on purpose: not to be restarted

    @property
    def pid(self) -> int | None:
        """The process id while it lives."""
        return self.process.pid if self.process and self.process.returncode is None else None

    def start(self) -> None:
        program = self.program
        if program.before:
            program.before()
        output = program.log.open("ab") if program.log else None
        try:
            self.process = subprocess.Popen(
                program.command,
                env=program.environment,
                cwd=program.directory,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                pass_fds=program.inherited,
                # A session of its own: Ctrl-C in the terminal reaches only us, and all of its descendants can be signalled.
                start_new_session=True,
                preexec_fn=die_with(os.getpid(), program.orphan),  # noqa: PLW1509 - one thread, two system calls
                **identity(program.account),
            )
        finally:
            if output:
                output.close()
        self.started, self.held = time.monotonic(), False

    def signal(self, number: int, group: bool = True) -> None:
        """Send a signal to the process and, with `group`, to what it started in its session. Nothing when it is dead."""
        if self.pid is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                (os.killpg if group else os.kill)(self.pid, number)

    def died(self, now: float) -> None:
        """Note a death: its leftovers are killed, the next start is soon, later when deaths follow each other."""
        if self.process:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.deaths = 1 if now - self.started > STEADY else self.deaths + 1
        self.next_start = now + (0.0 if self.deaths == 1 else min(LONGEST_DELAY, 0.25 * 2**self.deaths))


class Supervisor:
    """Holds the children of this process. All methods are for the main thread: the kernel's death signal is tied to it."""

    def __init__(self, say: Callable[[str], None], asked_otherwise: Callable[[], bool] = lambda: False) -> None:
        self.say = say
        self.asked_otherwise = asked_otherwise  # tells that we are to stop although no signal came
        self.children: dict[str, Child] = {}
        self.stopping = False
        self._once: list[Child] = []
        if _libc:
            # Grandchildren whose parent died become ours, so that they can be reaped and, at the end, ended.
            _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self._bell, ring = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)
        signal.set_wakeup_fd(ring, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, _wake)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._asked_to_stop)

    def _asked_to_stop(self, number: int, frame: object) -> None:
        if self.stopping:
            # Asked twice: no more patience.
            for child in [*self.children.values(), *self._once]:
                child.program.patience = 0.0
        self.stopping = True

    def start(self, program: Program) -> None:
        child = self.children[program.name] = Child(program)
        child.start()

    def wait_ready(self, name: str, seconds: float) -> None:
        """Until the program is ready. Raises ServiceError with the end of its log when it is not in time or keeps dying."""
        child = self.children[name]
        end = time.monotonic() + seconds
        while not self.stopping:
            self.tick(0.02)
            if child.pid and (child.program.ready is None or child.program.ready(child.pid)):
                return
            if child.deaths >= 3 or time.monotonic() > end:
                raise ServiceError(f"{name} does not start.{_tail(child.program.log)}")

    def run(self, program: Program) -> int:
        """Run a program to its end beside the others and return its exit status (128 + signal when it was killed)."""
        child = Child(program)
        child.start()
        self._once.append(child)
        while child.pid is not None and not self.stopping:
            self.tick(0.2)
        if child.pid is not None:
            self._end([child])
        self._once.remove(child)
        code = child.process.returncode if child.process else 1
        return 128 - code if code < 0 else code

    def tick(self, seconds: float) -> None:
        """Wait up to `seconds` for something to happen; reap the dead and restart those that should live."""
        if select.select([self._bell], [], [], seconds)[0]:
            with contextlib.suppress(BlockingIOError):
                os.read(self._bell, 4096)
        self._reap()
        self.stopping = self.stopping or self.asked_otherwise()
        now = time.monotonic()
        for child in self.children.values():
            if child.pid is None and not (self.stopping or child.held) and now >= child.next_start:
                self._restart(child, now)

    def _restart(self, child: Child, now: float) -> None:
        try:
            child.start()
        except (ServiceError, OSError) as error:
            child.started = now
            child.deaths += 1
            child.next_start = now + min(LONGEST_DELAY, 0.25 * 2**child.deaths)
            self.say(f"{child.program.name} cannot be started: {error}")

    def _reap(self) -> None:
        now = time.monotonic()
        for pid, status in _dead():
            for child in [*self.children.values(), *self._once]:
                if child.process and child.process.pid == pid:
                    child.process.returncode = os.waitstatus_to_exitcode(status)
                    child.died(now)
                    if child in self.children.values() and not (self.stopping or child.held):
                        self.say(f"{child.program.name} ended ({_cause(child.process.returncode)}); starting it again")

    def stop(self, *groups: list[str]) -> None:
        """End the named programs, one group after the other, then every descendant that is left."""
        self.stopping = True
        for names in groups:
            self._end([self.children[name] for name in names if name in self.children])
        self._end(list(self.children.values()))
        self._end_adopted()

    def _end(self, children: list[Child]) -> None:
        asked = time.monotonic()
        for child in children:
            child.held = True
            child.signal(child.program.stop, group=False)
        while alive := [child for child in children if child.pid is not None]:
            for child in alive:
                if time.monotonic() - asked > child.program.patience:
                    child.signal(signal.SIGKILL)
            self.tick(0.1)

    def _end_adopted(self) -> None:
        """Kill what our children left: by now every child of this process is one."""
        for _ in range(50):
            listed = Path(f"/proc/self/task/{os.getpid()}/children")
            pids = [int(word) for word in listed.read_text().split()] if listed.exists() else []
            if not pids:
                return
            for pid in pids:
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.02)
            self._reap()


def die_with(parent: int, number: signal.Signals) -> Callable[[], None]:
    """For `preexec_fn`: the kernel sends `number` to the new process when `parent`, who starts it, dies (Linux only)."""

    def arrange() -> None:
        if _libc:
            _libc.prctl(PR_SET_PDEATHSIG, int(number), 0, 0, 0)
            if os.getppid() != parent:  # it died before the call
                os._exit(1)

    return arrange


def _wake(number: int, frame: object) -> None:
    """Only there so that the signal is not ignored; the wake-up pipe does the work."""


def _dead() -> Iterator[tuple[int, int]]:
    """Process ids and wait statuses of the children that ended, adopted ones too."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        yield pid, status


def _cause(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit status {code}"


def _tail(log: Path | None) -> str:
    if log is None or not log.is_file():
        return ""
    return f" The end of {log}:\n" + log.read_bytes()[-TAIL:].decode("utf-8", "replace")
