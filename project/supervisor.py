"""`make run`: every process of Collate under one roof, and the words that tell people where it is.

    PORT=8000 HOST=127.0.0.1 DATABASE_URL=… REDIS_URL=… python -m project.supervisor

The embedded PostgreSQL and Valkey run only where DATABASE_URL and REDIS_URL are not set.
"""

from __future__ import annotations

import contextlib
import fcntl
import http.client
import os
import secrets
import shlex
import signal
import socket
import sys
import time
from pathlib import Path
from typing import IO

from project.embedded import Postgres, Valkey
from project.places import Home, ServiceError
from project.processes import Program, Supervisor, die_with

ROOT = Path(__file__).resolve().parent.parent
PORTS = range(8000, 8100)
TRIES = 20  # a tenth of a second apart, for a port that our last web process may still hold
DATABASE = "collate"
LONGEST_LOG = 5_000_000  # bytes; a longer one is put aside at the next start
SERVICES = ["valkey", "postgres"]
WORK = ["web", "keep_jobs", "worker"]


def say(message: str) -> None:
    # The reader of our output may be gone (a closed terminal, a pipe); that must not end the services.
    with contextlib.suppress(OSError):
        print(message, flush=True)


class Stack:
    """One running copy of Collate."""

    def __init__(self, var: Path) -> None:
        self.home = Home.of(var)
        self.var = var.resolve()
        self.logs = self.var / "log"
        self.logs.mkdir(exist_ok=True)
        self.supervisor = Supervisor(say, Make().was_interrupted)
        self.postgres = None if os.environ.get("DATABASE_URL") else Postgres(self.home)
        self.valkey = None if os.environ.get("REDIS_URL") else Valkey(self.home)
        self.environment = self._environment()

    def _environment(self) -> dict[str, str]:
        """What the Python processes get. UTF-8 whatever LANG says; one secret key per checkout.

        Kept in `var/environment` too: `. var/environment` lets another terminal's manage.py meet the same services.
        """
        ours = {"COLLATE_VAR": str(self.var), "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
        if self.postgres:
            ours["DATABASE_URL"] = self.postgres.url(DATABASE)
        if self.valkey:
            ours["REDIS_URL"] = self.valkey.url()
        if not os.environ.get("SECRET_KEY"):
            ours["SECRET_KEY"] = secret_key(self.var / "secret_key")
        write_private(
            self.var / "environment", "".join(f"export {name}={shlex.quote(ours[name])}\n" for name in sorted(ours))
        )
        return {**os.environ, **ours}

    def services(self) -> list[Program]:
        found = []
        for name, service, stop in (
            ("postgres", self.postgres, signal.SIGINT),  # SIGINT: disconnect clients, then a clean shutdown
            ("valkey", self.valkey, signal.SIGTERM),
        ):
            if service:
                found.append(
                    Program(
                        name=name,
                        command=service.command(),
                        environment={"PATH": os.defpath, "LC_ALL": "C"},
                        account=self.home.account,
                        log=self._log(name),
                        stop=stop,
                        orphan=stop,
                        before=service.prepare,
                        ready=service.ready,
                    )
                )
        return found

    def python(self, name: str, *arguments: str, inherited: tuple[int, ...] = (), patience: float = 10.0) -> Program:
        """A process of our own code, on our own output."""
        return Program(
            name=name,
            command=[sys.executable, *arguments],
            environment=self.environment,
            directory=ROOT,
            inherited=inherited,
            patience=patience,
            # Leases bring back what they were doing; a worker that finishes its task would meet its own successor.
            orphan=signal.SIGKILL,
        )

    def _log(self, name: str) -> Path:
        path = self.logs / f"{name}.log"
        if path.is_file() and path.stat().st_size > LONGEST_LOG:
            path.rename(path.with_suffix(".old.log"))
        return path

    def start_services(self) -> None:
        programs = self.services()
        for program in programs:
            self.supervisor.start(program)
        for program in programs:
            self.supervisor.wait_ready(program.name, 60)
        if self.postgres and not self.supervisor.stopping:
            self.postgres.create_database(DATABASE)

    def prepare(self) -> None:
        """Run `project.prepare`. Raises ServiceError when it fails."""
        if not self._prepared():
            raise ServiceError("The preparation failed; see above.")

    def seed(self) -> None:
        """Fill the demo workspace. A failure is said and not fatal: people's own workspaces do not need it."""
        if not self._prepared("--seed"):
            say("The demo workspace could not be filled; the next start tries again.")

    def _prepared(self, *arguments: str) -> bool:
        if self.supervisor.stopping:
            return True
        failed = self.supervisor.run(self.python("prepare", "-m", "project.prepare", *arguments))
        return not failed or self.supervisor.stopping

    def start_work(self, listening: socket.socket) -> None:
        number = listening.fileno()
        # Root is said to be discouraged at every start; here it is the owner of a demo on their own machine.
        worker = ["-W", "ignore:You're running the worker", "-m", "celery", "-A", "project", "-q", "worker"]
        worker += ["--loglevel", "WARNING", "--concurrency", "2"]
        # Gossip and mingle serve clusters of workers and cost a second at start.
        worker += ["--without-gossip", "--without-mingle"]
        for program in (
            self.python("web", "-m", "project.serve", str(number), inherited=(number,), patience=5.0),
            self.python("worker", *worker),
            self.python("keep_jobs", "manage.py", "keep_jobs", patience=5.0),
        ):
            if not self.supervisor.stopping:
                self.supervisor.start(program)

    def run(self, listening: socket.socket, address: str) -> None:
        """Start everything, say so, and stay until asked to stop."""
        began = time.monotonic()
        try:
            self.start_services()
            self.prepare()
            self.start_work(listening)
            self._wait_for_page(address)
            accounts = self.var / "demo.txt"
            if not accounts.is_file():
                self.seed()
            if not self.supervisor.stopping:
                shown = accounts.read_text("utf-8").strip() if accounts.is_file() else ""
                say(f"\nCollate is running at {address}  ({time.monotonic() - began:.1f} s; Ctrl-C ends it)\n{shown}\n")
            while not self.supervisor.stopping:
                self.supervisor.tick(0.5)
        finally:
            say("Stopping ...")
            self.supervisor.stop(WORK, SERVICES)

    def _wait_for_page(self, address: str) -> None:
        """Until the web process answers anything; it may be restarted meanwhile."""
        host, port = address.removeprefix("http://").rstrip("/").rsplit(":", 1)
        end = time.monotonic() + 60
        while not self.supervisor.stopping:
            self.supervisor.tick(0.1)
            if self.supervisor.children["web"].deaths >= 3 or time.monotonic() > end:
                raise ServiceError("The web process does not start; see above.")
            connection = http.client.HTTPConnection(host, int(port), timeout=1)
            try:
                connection.request("GET", "/healthz")
                connection.getresponse()
                return
            except (OSError, http.client.HTTPException):
                continue
            finally:
                connection.close()


class Make:
    """The `make` that started us: its death, or an interrupt that was sent to it alone, ends us too."""

    def __init__(self) -> None:
        self.pid = os.getppid() if os.environ.get("MAKELEVEL") else 0
        self.caught = self._catches_interrupts()
        if self.pid:
            die_with(self.pid, signal.SIGTERM)()

    def was_interrupted(self) -> bool:
        """make gives up its handler on SIGINT and then waits for us without passing the signal on."""
        return self.caught and not self._catches_interrupts()

    def _catches_interrupts(self) -> bool:
        try:
            lines = Path(f"/proc/{self.pid}/status").read_text().splitlines() if self.pid else []
        except OSError:
            return False
        masks = [int(line.split()[1], 16) for line in lines if line.startswith("SigCgt:")]
        return bool(masks and masks[0] & 1 << (signal.SIGINT - 1))


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read; it is whole or absent."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
    fresh.replace(path)


def secret_key(path: Path) -> str:
    """The key in `path`, made at the first start, readable by its owner only."""
    with (
        contextlib.suppress(FileExistsError),
        os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file,
    ):
        file.write(secrets.token_urlsafe(50))
    return path.read_text()


def listen(host: str, wanted: str) -> socket.socket:
    """A socket that listens on `wanted`, or on the first free port of PORTS when `wanted` is empty. Raises ServiceError."""
    if wanted and not (wanted.isdecimal() and 0 < int(wanted) < 65536):
        raise ServiceError(f"PORT must be a number from 1 to 65535, not {wanted!r}")
    for port in [int(wanted)] if wanted else PORTS:
        listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        # Our last web process may be on its way out when its supervisor was killed.
        for attempt in range(TRIES if wanted or port == PORTS[0] else 1):
            try:
                listening.bind((host, port))
                listening.listen(512)
            except OSError as error:
                if attempt == 0 and wanted:
                    say(f"Port {port} cannot be used yet ({error.strerror}); waiting ...")
                time.sleep(0.1)
            else:
                if not wanted and port != PORTS[0]:
                    say(f"Port {PORTS[0]} is taken; using {port}.")
                return listening
        listening.close()
    if wanted:
        raise ServiceError(
            f"Port {wanted} is in use by another program. Choose another: make run PORT={int(wanted) + 1}"
        )
    raise ServiceError(f"No port from {PORTS[0]} to {PORTS[-1]} is free. Choose one: make run PORT=9000")


def only_one(var: Path) -> IO[str]:
    """The lock of this checkout, held as long as the file is open. Raises ServiceError when another start holds it."""
    file = (var / "supervisor.lock").open("a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with file:
            file.seek(0)
            raise ServiceError(f"Collate already runs from this folder: {file.read().strip()}") from None
    return file


def main() -> int:
    var = Path(os.environ.get("COLLATE_VAR") or ROOT / "var")
    host = os.environ.get("HOST") or "127.0.0.1"
    try:
        Home.of(var)
        lock = only_one(var)
        listening = listen(host, os.environ.get("PORT", ""))
        port = listening.getsockname()[1]
        # An address that means "all" cannot be opened in a browser.
        shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
        lock.truncate(0)
        lock.write(f"http://{shown}:{port}/ (process {os.getpid()})\n")
        lock.flush()
        Stack(var).run(listening, f"http://{shown}:{port}/")
    except ServiceError as error:
        print(error, file=sys.stderr, flush=True)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
