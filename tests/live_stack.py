"""Web, worker and keep_jobs as real processes against this pytest process's test database, for browser and reliability tests."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import redis

from project.processes import Child, Program
from tests import environment

ROOT = Path(__file__).resolve().parent.parent
CLOSED_NETWORK = Path(__file__).parent / "closed_network"
NAMES = ("web", "worker", "keep_jobs")
# Short, so that a test of a killed worker does not wait; long enough for a heartbeat on a busy machine.
LEASE_SECONDS = "3"


class LiveStack:
    """Handles of the running processes. Nothing restarts them by itself: a test that kills one starts it again.

    `url`          base address without a slash at the end
    `children`     "web", "worker", "keep_jobs", and "valkey" where it is ours; each has `.pid`
    """

    def __init__(self, database: str, own: environment.Environment) -> None:
        self.own = own
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        parts = urlsplit(os.environ["DATABASE_URL"])
        self.environment = {
            **os.environ,
            "DATABASE_URL": urlunsplit(parts._replace(path=f"/{database}")),
            "JOB_LEASE_SECONDS": LEASE_SECONDS,
            "PYTHONPATH": str(CLOSED_NETWORK),
        }
        number = self.listening.fileno()
        worker = ["-m", "celery", "-A", "project", "-q", "worker", "--loglevel", "INFO", "--concurrency", "2"]
        worker += ["--without-gossip", "--without-mingle"]
        self.children = {
            "web": self._child("web", ["-m", "project.serve", str(number)], (number,)),
            "worker": self._child("worker", worker),
            "keep_jobs": self._child("keep_jobs", ["manage.py", "keep_jobs"]),
        }
        if own.valkey:
            self.children["valkey"] = own.valkey

    def _child(self, name: str, arguments: list[str], inherited: tuple[int, ...] = ()) -> Child:
        return Child(
            Program(
                name=name,
                command=environment.python(*arguments),
                environment=self.environment,
                directory=ROOT,
                inherited=inherited,
                log=self.own.var / f"{name}.log",
                orphan=signal.SIGKILL,
            )
        )

    def collect_static(self) -> None:
        """Build the assets and collect them where the web process looks for them."""
        command = environment.python("-m", "project.prepare", "--static")
        subprocess.run(command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, check=True)

    def pid(self, name: str) -> int:
        """The process id of a running process. Raises LookupError when it is dead."""
        child = self.children[name]
        if child.process is None or child.process.poll() is not None:
            raise LookupError(f"{name} is not running")
        return child.process.pid

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> None:
        """Send a signal to the process and all that it started; after SIGKILL it is certainly gone."""
        environment.kill(self.children[name], number)

    def start(self, name: str) -> None:
        """Start a process that was killed; returns when it is started (the web and Valkey: when they answer)."""
        child = self.children[name]
        environment.stop(child)
        child.start()
        if name == "web":
            self._wait_for_page()
        else:
            environment.wait_ready(child)

    def restart_dead(self) -> None:
        """What the supervisor does all the time: start web, worker or keep_jobs again when it has ended by itself."""
        for name in NAMES:
            process = self.children[name].process
            if process is None or process.poll() is not None:
                self.start(name)

    def stop(self, name: str) -> None:
        """End a process politely (SIGTERM), killing it after five seconds."""
        environment.stop(self.children[name])

    def flush_broker(self) -> None:
        """FLUSHALL, as far as this pytest process's own server or database goes."""
        client = redis.from_url(self.environment["REDIS_URL"])
        with client:
            (client.flushall if self.own.valkey else client.flushdb)()

    def log(self, name: str) -> str:
        """What the process has written since its first start."""
        path = self.children[name].program.log
        return path.read_text("utf-8", "replace") if path and path.exists() else ""

    def wake(self) -> None:
        """All processes running, the broker empty: the state every test begins with."""
        if self.own.valkey and (self.own.valkey.process is None or self.own.valkey.process.poll() is not None):
            self.own.valkey.start()
            environment.wait_ready(self.own.valkey)
        self.flush_broker()
        for name in NAMES:
            child = self.children[name]
            if child.process is None or child.process.poll() is not None:
                child.start()
            else:
                child.signal(signal.SIGCONT)
        self._wait_for_page()

    def freeze(self) -> None:
        """Stop the processes outside of any transaction, so that the tables can be emptied under them."""
        from django.db import connection

        def busy() -> bool:
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND pid <> pg_backend_pid() AND state <> 'idle'"
                )
                return bool(cursor.fetchone()[0])

        end = time.monotonic() + 10
        while True:
            for name in NAMES:
                self.children[name].signal(signal.SIGSTOP)
            if not busy():
                time.sleep(0.02)  # a statement that was on its way is not seen at once
                if not busy():
                    return
            if time.monotonic() > end:
                # Something holds a transaction for good; the next test starts these processes anew.
                for name in NAMES:
                    self.kill(name)
                return
            for name in NAMES:
                self.children[name].signal(signal.SIGCONT)
            time.sleep(0.05)

    def end(self) -> None:
        for name in NAMES:
            self.kill(name)
        self.listening.close()
        shutil.rmtree(self.own.var / "media", ignore_errors=True)

    def _wait_for_page(self) -> None:
        end = time.monotonic() + environment.LONGEST_START
        while True:
            web = self.children["web"].process
            if web is None or web.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"The web process does not answer:\n{self.log('web')[-4000:]}")
            try:
                with urllib.request.urlopen(self.url + "/healthz", timeout=5):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                time.sleep(0.05)
