"""This process's fork server (`parsers.fork_server`): started when first needed, again when it died or we forked."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

_ROOT = Path(__file__).resolve().parents[2]
#: The server's whole program: isolated Python has no path of ours, so it is put in first. The socket's number follows.
_BOOT = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from synthesis.infra.parsers.fork_server import main; main(int(sys.argv[2]))"
)
#: Seconds; a killed process that is still there is stuck in the kernel.
_LONGEST_END = 5.0
#: Nothing of the caller's secrets; one thread in numeric libraries, whose arenas would eat the address space.
_ENVIRONMENT = {
    "PATH": "/usr/bin:/bin",
    "HOME": "/",
    "LANG": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    # Of pypinyin only the readings of characters are used; its phrases take as much memory as all the rest, and what a
    # fork costs is the memory it shares.
    "PYPINYIN_NO_PHRASES": "1",
    "PYPINYIN_NO_DICT_COPY": "1",
}


class _Servers:
    """At most one server, and the lock around it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.control: socket.socket | None = None
        self.process: subprocess.Popen[bytes] | None = None

    def forget(self) -> None:
        """After a fork: the server belongs to the parent."""
        self.lock = threading.Lock()
        if self.control is not None:
            self.control.close()
        self.control = self.process = None

    def connect(self) -> socket.socket:
        if self.control is not None and self.process is not None and self.process.poll() is None:
            return self.control
        self.close()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-c", _BOOT, str(_ROOT), str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env=_ENVIRONMENT,
                cwd="/",
            )
        self.control = ours
        return ours

    def close(self) -> None:
        """Hang up: the server ends its children, then itself."""
        if self.control is not None:
            self.control.close()
        if self.process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=5.0)
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        self.control = self.process = None


_servers = _Servers()
atexit.register(_servers.close)
os.register_at_fork(after_in_child=_servers.forget)


def start(config: Mapping[str, Any], fds: Sequence[int]) -> socket.socket:
    """Start a child on `config` with the document, the result's pipe and the pipe for complaints.

    Gives the channel to it: the exit status comes there as a line (negative: the signal); closing it ends the child
    and all it started. Raises OSError when there is no server to be had.
    """
    data = json.dumps({"kind": config["kind"], "room": config["room"]}).encode()
    ours, theirs = socket.socketpair()
    with theirs, _written(config) as order, contextlib.ExitStack() as stack:
        stack.callback(ours.close)
        passed = [*fds, theirs.fileno(), order.fileno()]
        with _servers.lock:
            try:
                socket.send_fds(_servers.connect(), [data], passed)
            except OSError:
                # It may have died since it was looked at: once more, with a new one.
                _servers.close()
                socket.send_fds(_servers.connect(), [data], passed)
        stack.pop_all()
    return ours


def _written(config: Mapping[str, Any]) -> BinaryIO:
    """The configuration in a file of memory, whatever its length; for the child alone."""
    file = os.fdopen(os.memfd_create("order"), "w+b")
    file.write(json.dumps(config).encode())
    file.seek(0)
    return file


def end(channel: socket.socket) -> None:
    """End the child at the other end of `channel` and all it started; they are dead when this returns."""
    with channel, contextlib.suppress(OSError):
        channel.shutdown(socket.SHUT_WR)
        channel.settimeout(_LONGEST_END)
        while channel.recv(32):
            """The exit status, which nobody asked for; then the server hangs up, too."""


def stop() -> None:
    """End this process's server; the next parser starts another."""
    with _servers.lock:
        _servers.close()
