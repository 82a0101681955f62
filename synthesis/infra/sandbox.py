"""Parsers run in a child process of their own, with limits on memory, time, files and output, and without network.

A document can do no more than kill its child; the caller gets a `ParserFailed` with a code and goes on.
"""

from __future__ import annotations

import contextlib
import json
import os
import selectors
import signal
import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.model import ReadingText
from synthesis.infra import forking

_MEGABYTE = 1024 * 1024
_STDERR_SHOWN = 2000
_TICK = 0.25
_Shape = TypeVar("_Shape")


class ParserFailed(Exception):
    """`code`: died, timeout, memory, output_too_large, bad_result or unreadable; `detail` is for the log."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Limits:
    """Memory (address space), file size and output in bytes; processor and wall-clock time in seconds."""

    memory: int = 2048 * _MEGABYTE
    cpu: int = 14
    wall: float = 45.0
    file_size: int = 64 * _MEGABYTE
    open_files: int = 128
    output: int = 256 * _MEGABYTE

    @classmethod
    def for_size(cls, size: int) -> Limits:
        """Limits for a file of `size` bytes: a small file that takes long is a broken one."""
        extra = size // _MEGABYTE
        return cls(cpu=14 + 3 * extra, wall=45.0 + 6 * extra)


def run_parser(
    kind: str, path: Path, *, limits: Limits | None = None, on_progress: Callable[[float], None] | None = None
) -> Extraction:
    """What the parser for `kind` (see `uploads.MEDIA_TYPES`) gets out of the file at `path`.

    `on_progress` hears fractions in [0, 1]. Raises ParserFailed.
    """
    return _shaped(Extraction.from_json, _run("extract", kind, path, limits, on_progress))


def read_source(
    path: Path, kind: str, *, limits: Limits | None = None, on_progress: Callable[[float], None] | None = None
) -> ReadingText:
    """The finished reading text of the file at `path`: parsed and built in the child. Raises ParserFailed."""
    return _shaped(ReadingText.from_json, _run("read", kind, path, limits, on_progress))


def count_pages(path: Path, *, limits: Limits | None = None) -> int:
    """The number of pages of a PDF. Raises ParserFailed; `detail` is "encrypted" when a password is asked for."""
    return _shaped(int, _run("count_pages", "pdf", path, limits, None))


def _shaped(shape: Callable[[Any], _Shape], data: Any) -> _Shape:
    try:
        return shape(data)
    except (KeyError, TypeError, ValueError) as fault:
        raise ParserFailed("bad_result", str(fault)) from fault


def _run(
    job: str,
    kind: str,
    path: Path,
    limits: Limits | None,
    on_progress: Callable[[float], None] | None,
    **parameters: Any,
) -> Any:
    """Start a child on `path`, follow it, and return its result. The child and all it started are dead afterwards."""
    limits = limits or Limits.for_size(path.stat().st_size)
    result_read, result_write = os.pipe()
    complaints_read, complaints_write = os.pipe()
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, result_read)
        stack.callback(os.close, complaints_read)
        with contextlib.ExitStack() as theirs:
            theirs.callback(os.close, result_write)
            theirs.callback(os.close, complaints_write)
            document = theirs.enter_context(path.open("rb"))
            room = stack.enter_context(tempfile.TemporaryDirectory(prefix="collate-parser-"))
            # The child may run as another user: the room is its only writable place.
            Path(room).chmod(0o777)
            config = {"job": job, "kind": kind, "room": room, "limits": asdict(limits), "parameters": parameters}
            try:
                channel = forking.start(config, (document.fileno(), result_write, complaints_write))
            except OSError as fault:
                raise ParserFailed("died", f"no process: {fault}") from fault
        stack.callback(forking.end, channel)
        return _Follower(channel, result_read, complaints_read, limits, on_progress).result()


def _unheard(fraction: float) -> None:
    """Progress nobody asked for."""


class _Follower:
    """Reads the child's messages until its result, its end or a limit."""

    def __init__(
        self,
        channel: socket.socket,
        pipe: int,
        complaints: int,
        limits: Limits,
        on_progress: Callable[[float], None] | None,
    ) -> None:
        self._channel, self._pipe, self._complaints, self._limits = channel, pipe, complaints, limits
        self._tell = on_progress or _unheard
        self._deadline = time.monotonic() + limits.wall
        self._complaint = b""
        self._received = 0
        self._line: list[bytes] = []

    def result(self) -> Any:
        """The value the child sent. Raises ParserFailed."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._pipe, selectors.EVENT_READ, "result")
            selector.register(self._complaints, selectors.EVENT_READ, "stderr")
            while selector.get_map():
                if time.monotonic() > self._deadline:
                    raise ParserFailed("timeout", f"more than {self._limits.wall:.0f} s")
                for key, _ in selector.select(_TICK):
                    data = os.read(key.fd, 65536)
                    if not data:
                        selector.unregister(key.fileobj)
                    elif key.data == "stderr":
                        self._complaint = (self._complaint + data)[-_STDERR_SHOWN:]
                    else:
                        for message in self._messages(data):
                            if "result" in message:
                                return message["result"]
                            self._heed(message)
        raise self._ended()

    def _messages(self, data: bytes) -> list[dict[str, Any]]:
        self._received += len(data)
        if self._received > self._limits.output:
            raise ParserFailed("output_too_large", f"more than {self._limits.output} bytes")
        *whole, rest = data.split(b"\n")
        messages = []
        for line in whole:
            self._line.append(line)
            try:
                message = json.loads(b"".join(self._line))
            except ValueError as fault:
                raise ParserFailed("bad_result", str(fault)) from fault
            if not isinstance(message, dict):
                raise ParserFailed("bad_result", "not a message")
            messages.append(message)
            self._line = []
        self._line.append(rest)
        return messages

    def _heed(self, message: dict[str, Any]) -> None:
        if "failed" in message:
            raise ParserFailed(str(message["failed"]), str(message.get("detail", "")))
        if isinstance(message.get("progress"), (int, float)):
            self._tell(min(1.0, max(0.0, float(message["progress"]))))

    def _ended(self) -> ParserFailed:
        """Why a child that sent no result is gone."""
        self._channel.settimeout(max(0.1, self._deadline - time.monotonic()))
        try:
            status = int(self._channel.recv(32) or b"1")
        except TimeoutError:
            return ParserFailed("timeout", f"more than {self._limits.wall:.0f} s")
        except (OSError, ValueError):
            status = 1
        complaint = self._complaint.decode("utf-8", "replace").strip()
        if status == -signal.SIGXCPU:
            return ParserFailed("timeout", f"more than {self._limits.cpu} s of processor time")
        if "MemoryError" in complaint or "bad_alloc" in complaint or "heap exhausted" in complaint:
            return ParserFailed("memory", complaint[-200:])
        return ParserFailed("died", f"status {status} {complaint[-300:]}".strip())
