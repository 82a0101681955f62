"""The parent of all parser children of one process: loads the parsers once, then forks a child for each document.

It never sees a byte of a document, so what one child does to itself is gone with it. Only the fork server's own
process holds the channels of other requests; a child closes everything it was not given.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import json
import os
import selectors
import shutil
import signal
import socket
import sys
import tempfile
import traceback
from dataclasses import dataclass
from typing import Any, NoReturn

from synthesis.infra.parsers import child, huge_pages
from synthesis.infra.parsers.isolation import close_all_above, cut_network

#: Standard input, output and error, the document, the pipe for the result: a child's open files are these, in this order.
DOCUMENT, RESULT = 3, 4
_MOST = 4096
_ABOVE = 64


@dataclass(slots=True)
class _Child:
    """A forked parser; it stays a zombie until its caller has hung up, so that its number means nobody else."""

    pid: int
    ended: int
    channel: socket.socket
    room: str


class _Server:
    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._selector = selectors.DefaultSelector()
        self._selector.register(control, selectors.EVENT_READ, None)
        self._children: set[int] = set()
        self._kinds: set[str] = set()

    def serve(self) -> None:
        """Answer requests until the caller is gone; then nothing of it stays behind."""
        while True:
            for key, _ in self._selector.select():
                if key.data is None:
                    if not self._accept():
                        self._end_all()
                        return
                elif key.data.pid in self._children:
                    self._heed(key.data, key.fileobj)

    def _accept(self) -> bool:
        data, fds, _, _ = socket.recv_fds(self._control, _MOST, 5)
        if not data:
            return False
        document, result, complaints, channel, order = fds
        with contextlib.ExitStack() as stack:
            for fd in (document, result, complaints, order):
                stack.callback(os.close, fd)
            line = socket.socket(fileno=channel)
            asked = json.loads(data)
            self._prepare(str(asked["kind"]))
            try:
                pid = os.fork()
            except OSError:
                line.close()
                return True
            if pid == 0:
                _become(order, (document, result, complaints))
            born = _Child(pid, os.pidfd_open(pid), line, str(asked["room"]))
            self._children.add(pid)
            self._selector.register(born.ended, selectors.EVENT_READ, born)
            self._selector.register(line, selectors.EVENT_READ, born)
        return True

    def _prepare(self, kind: str) -> None:
        """Load what a kind needs: loaded here, it is loaded for all that follow."""
        if kind in self._kinds:
            return
        # What cannot be loaded fails in the child, with a message.
        with contextlib.suppress(Exception):
            child.prepare(kind)
        self._kinds.add(kind)
        gc.freeze()
        huge_pages.gather()

    def _heed(self, born: _Child, which: Any) -> None:
        """The child has ended: say how. Or its caller has hung up: end it."""
        if which is born.channel:
            self._selector.unregister(born.channel)
            if born.ended in self._selector.get_map():
                self._selector.unregister(born.ended)
            self._end(born)
            return
        self._selector.unregister(born.ended)
        end = os.waitid(os.P_PID, born.pid, os.WEXITED | os.WNOWAIT)
        status = end.si_status if end is not None and end.si_code == os.CLD_EXITED else -(end.si_status if end else 0)
        with contextlib.suppress(OSError):
            born.channel.send(b"%d\n" % status)

    def _end(self, born: _Child) -> None:
        # The group, not only the child: pandoc is a grandchild.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(born.pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(born.pid, signal.SIGKILL)
        os.waitpid(born.pid, 0)
        os.close(born.ended)
        born.channel.close()
        self._children.discard(born.pid)

    def _end_all(self) -> None:
        """The caller is gone, perhaps killed: what it would have tidied away, the rooms with their copies, goes, too."""
        for key in list(self._selector.get_map().values()):
            if key.data is not None and key.data.pid in self._children:
                self._end(key.data)
                if key.data.room:
                    shutil.rmtree(key.data.room, ignore_errors=True)


def _become(order: int, fds: tuple[int, int, int]) -> NoReturn:
    """In the forked child: nothing but the given files open, a group of its own, then the job."""
    code = 1
    try:
        os.setsid()
        with os.fdopen(order, "rb") as file:
            config = json.load(file)
        nothing = os.open(os.devnull, os.O_RDWR)
        document, result, complaints = fds
        apart = [fcntl.fcntl(fd, fcntl.F_DUPFD, _ABOVE) for fd in (nothing, nothing, complaints, document, result)]
        for place, fd in enumerate(apart):
            os.dup2(fd, place)
        close_all_above(RESULT)
        room = str(config["room"] or "/")
        os.chdir(room)
        os.environ.update(HOME=room, TMPDIR=room)
        tempfile.tempdir = None
        # A short life under a memory limit: looking for garbage would cost it a fifth of its time.
        gc.set_threshold(100_000, 50, 100)
        child.run(config, document=DOCUMENT, result=RESULT)
        code = 0
    except BaseException:  # noqa: BLE001 - the end of the process is the end of every error
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stderr.flush()
        os._exit(code)


def main(control: int) -> None:
    """Serve the caller at the other end of the socket with this descriptor."""
    # Ctrl-C reaches the whole group of a terminal; the caller decides when its parsers end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Once for all children: a namespace of their own would cost each of them more than its work.
    cut_network()
    with socket.socket(fileno=control) as caller:
        _Server(caller).serve()
