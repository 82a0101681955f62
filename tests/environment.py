"""The throw-away servers of a test run: one PostgreSQL for all, one Valkey for each pytest process, gone at the end.

DATABASE_URL and REDIS_URL, where set, replace them: tests then make `test_...` databases on that server and use one
Redis database each.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from project.embedded import Postgres, Valkey
from project.places import Home, entered_directory
from project.processes import Child, Program

ROOT = "COLLATE_TEST_ROOT"
OUTSIDE_REDIS = "COLLATE_TEST_REDIS"
LONGEST_START = 60.0
PURE = ("engine", "core", "test_lint.py")


def begin(worker: str | None) -> Environment:
    """The environment of this pytest process; `worker` is xdist's name for it ("gw0"), None for the first process.

    Sets the variables that `project.settings` reads, so it must come before Django's setup. Starts nothing.
    """
    if worker is None:
        top = Path(tempfile.mkdtemp(prefix="collate-test-"))
        # Ours, and empty: the database's account must get in when the suite runs as root.
        top.chmod(0o711)
        os.environ[ROOT] = str(top)
        os.environ.setdefault("SECRET_KEY", "tests only")
        os.environ["PYTHONUTF8"] = "1"
        if os.environ.get("REDIS_URL"):
            os.environ[OUTSIDE_REDIS] = os.environ["REDIS_URL"]
    return Environment(Path(os.environ[ROOT]), worker)


class Environment:
    """The servers and directories that one pytest process may use."""

    def __init__(self, top: Path, worker: str | None) -> None:
        self.first = worker is None
        self.top = top
        self.var = entered_directory(top / (worker or "main"), 0o711)
        os.environ["COLLATE_VAR"] = str(self.var)
        self.postgres: Child | None = None
        self.valkey: Child | None = None
        self.homes = [Home.of(self.var)]
        if not os.environ.get("DATABASE_URL"):
            home = Home.of(top)
            self.homes.append(home)
            server = Postgres(home, durable=False)
            os.environ["DATABASE_URL"] = server.url("postgres")
            self.postgres = Child(_program("postgres", server, signal.SIGQUIT))
        outside = os.environ.get(OUTSIDE_REDIS)
        if outside:
            number = 1 + int((worker or "gw0").removeprefix("gw"))
            os.environ["REDIS_URL"] = redis_database(outside, number)
        else:
            valkey = Valkey(self.homes[0], durable=False)
            os.environ["REDIS_URL"] = valkey.url()
            self.valkey = Child(_program("valkey", valkey, signal.SIGTERM))

    def start(self) -> None:
        """Start the servers that this process owns and wait until they answer. Does nothing twice."""
        owned = [child for child in (self.postgres, self.valkey) if child and child.process is None]
        for child in owned:
            child.start()
        for child in owned:
            wait_ready(child)

    def end(self) -> None:
        for child in (self.valkey, self.postgres):
            if child:
                stop(child)
        for home in self.homes:
            shutil.rmtree(home.data, ignore_errors=True)
            shutil.rmtree(home.sockets, ignore_errors=True)
        if self.first:
            shutil.rmtree(self.top, ignore_errors=True)


def _program(name: str, server: Postgres | Valkey, stop_signal: signal.Signals) -> Program:
    return Program(
        name=name,
        command=server.command(),
        environment={"PATH": os.defpath, "LC_ALL": "C"},
        account=server.home.account,
        log=server.home.data / f"{name}.log",
        stop=stop_signal,
        orphan=signal.SIGKILL,
        before=server.prepare,
        ready=server.ready,
    )


def wait_ready(child: Child, seconds: float = LONGEST_START) -> None:
    """Until the child is ready. Raises RuntimeError with its log when it dies or takes longer than `seconds`."""
    end = time.monotonic() + seconds
    while True:
        assert child.process is not None
        dead = child.process.poll() is not None
        if not dead and (child.program.ready is None or child.program.ready(child.process.pid)):
            return
        if dead or time.monotonic() > end:
            log = child.program.log.read_text("utf-8", "replace") if child.program.log else ""
            raise RuntimeError(f"{child.program.name} did not start:\n{log[-4000:]}")
        time.sleep(0.02)


def stop(child: Child, seconds: float = 5.0) -> None:
    """Ask the child to stop, insist after `seconds`, and leave nothing of its session."""
    if child.process is None:
        return
    if child.process.poll() is None:
        child.signal(signal.SIGCONT)
        child.signal(child.program.stop, group=False)
        end = time.monotonic() + seconds
        while child.process.poll() is None and time.monotonic() < end:
            time.sleep(0.02)
    kill(child)


def kill(child: Child, number: signal.Signals = signal.SIGKILL) -> None:
    """Send a signal to the child and all of its session; wait for its end when that is certain."""
    if child.process is None:
        return
    child.signal(number)
    if number == signal.SIGKILL:
        child.process.wait(10)


def redis_database(url: str, number: int) -> str:
    """`url` with another database number."""
    parts = urlsplit(url)
    if parts.scheme == "unix":
        # Put together by hand: urlunsplit drops the empty host, and "unix:/path" is no address to Redis.
        return f"unix://{parts.path}?db={number}"
    return urlunsplit(parts._replace(path=f"/{number}"))


def is_pure(arguments: list[str]) -> bool:
    """Whether only tests were asked for that need neither Django nor a server."""
    top = Path(__file__).parent
    asked = [Path(argument.split("::")[0]).resolve() for argument in arguments if not argument.startswith("-")]
    return bool(asked) and all(any(path.is_relative_to(top / part) for part in PURE) for path in asked)


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]
