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
from base64 import b64decode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.model import ReadingText
from synthesis.infra import forking
from synthesis.infra.parsers.isolation import WITHOUT_ROOM
from synthesis.infra.parsers.ocr_installed import installed

_MEGABYTE = 1024 * 1024
_STDERR_SHOWN = 2000
_TICK = 0.25
_Shape = TypeVar("_Shape")
#: Kinds in which text may have to be recognised, and the seconds that may take altogether and between two pages.
_RECOGNISED = frozenset({"pdf", "image"})
_LONGEST, _A_PAGE = 3600, 150.0
_LONGEST_PDF = 900
#: Seconds for a small file: of the processor, and without news of it.
_CPU, _WALL = 12, 14.0


#: Of these so many megabytes are read in the time of a small file, or are made to take long.
_MARKUP = frozenset({"md", "html", "mhtml", "docx", "odt", "rtf", "epub"})
_PLENTY = 16


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
    cpu: int = _CPU
    #: Up to this a parser may take more for work whose amount it knows, page by page (recognition); 0: `cpu` is all.
    cpu_most: int = 0
    wall: float = _WALL
    file_size: int = 64 * _MEGABYTE
    open_files: int = 128
    output: int = 128 * _MEGABYTE

    @classmethod
    def for_file(cls, kind: str, size: int) -> Limits:
        """Limits for a file of `size` bytes: a small file that takes long is a broken one."""
        extra = max(0, size // _MEGABYTE - (_PLENTY if kind in _MARKUP else 0))
        recognised = kind in _RECOGNISED and installed()
        # pdfium takes hundreds of megabytes for whole books; more only to be led round in circles.
        memory = (1024 if kind == "pdf" and not recognised else 2048) * _MEGABYTE
        # Pages of a PDF earn their time as they are read: how many there are, the size does not tell.
        most = _LONGEST if recognised else _LONGEST_PDF if kind == "pdf" else 0
        wall = _A_PAGE if recognised else _WALL
        return cls(memory=memory, cpu=_CPU + 2 * extra, cpu_most=most, wall=wall + 3 * extra)

    @property
    def longest(self) -> float:
        """Seconds after which the end has come, whatever progress is heard."""
        return max(self.wall, float(self.cpu_most))


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
    return _shaped(_reading, _run("read", kind, path, limits, on_progress))


def _reading(data: dict[str, Any]) -> ReadingText:
    """The reading text a child sent. Raises KeyError, TypeError or ValueError on data of another shape."""
    written = data["text"] if data["written"] is None else data["written"]
    original = written if data["original"] is None else data["original"]
    return ReadingText.from_json({**data, "written": written, "original": original})


#: Nothing is read but the file's own directory.
_COUNTING = Limits(memory=1024 * _MEGABYTE, cpu=8, wall=20.0)


def count_pages(path: Path, *, limits: Limits | None = None) -> int:
    """The number of pages of a PDF. Raises ParserFailed; `detail` is "encrypted" when a password is asked for."""
    return _shaped(int, _run("count_pages", "pdf", path, limits or _COUNTING, None))


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of a page: PNG, `width` and `height` in pixels, the page's own size in points as it is shown."""

    png: bytes
    width: int
    height: int
    page_width: float
    page_height: float

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PageImage:
        """Raises KeyError, TypeError or ValueError on data of another shape."""
        wide, high = data["points"]
        return cls(
            b64decode(data["png"], validate=True), int(data["width"]), int(data["height"]), float(wide), float(high)
        )


#: For one page while somebody waits.
_ONE_PAGE = Limits(cpu=8, cpu_most=90, wall=60.0)


def render_page(path: Path, page: int, *, width: int, kind: str = "pdf") -> PageImage:
    """Page `page` (from 1) of a PDF, or of a picture, `width` pixels wide. Raises ParserFailed, also for other pages."""
    return _shaped(PageImage.from_json, _run("page", kind, path, _ONE_PAGE, None, page=page, width=width))


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """`boxes` are `(x0, y0, x1, y1)` in fractions of the page, y downwards; the page's size in points as it is shown."""

    boxes: tuple[tuple[float, float, float, float], ...]
    page_width: float
    page_height: float

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> PagePlaces:
        """Raises KeyError, TypeError or ValueError on data of another shape."""
        wide, high = data["points"]
        boxes = tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in data["boxes"])
        return cls(boxes, float(wide), float(high))


def locate(
    path: Path,
    page: int,
    quote: str,
    *,
    before: str = "",
    after: str = "",
    kind: str = "pdf",
    lines: Sequence[Sequence[Any]] | None = None,
) -> PagePlaces:
    """Where `quote` stands on page `page` (from 1), one box a line.

    `before` and `after` are the text around it, which tells several places apart. Of a quotation that only begins or
    ends on the page its part is given; no boxes when it is not there. `lines` are what was recognised on the page
    before (`[text, x0, y0, x1, y1]`), which saves doing it again. Raises ParserFailed, also for other pages.
    """
    asked = {"page": page, "quote": quote, "before": before, "after": after, "lines": lines}
    found = _run("locate", kind, path, _ONE_PAGE, None, **asked)
    return _shaped(PagePlaces.from_json, found)


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
    limits = limits or Limits.for_file(kind, path.stat().st_size)
    result_read, result_write = os.pipe()
    complaints_read, complaints_write = os.pipe()
    with contextlib.ExitStack() as stack:
        stack.callback(os.close, result_read)
        stack.callback(os.close, complaints_read)
        with contextlib.ExitStack() as theirs:
            theirs.callback(os.close, result_write)
            theirs.callback(os.close, complaints_write)
            document = theirs.enter_context(path.open("rb"))
            room = "" if kind in WITHOUT_ROOM else stack.enter_context(_room())
            config = {"job": job, "kind": kind, "room": room, "limits": asdict(limits), "parameters": parameters}
            try:
                channel = forking.start(config, (document.fileno(), result_write, complaints_write))
            except OSError as fault:
                raise ParserFailed("died", f"no process: {fault}") from fault
        stack.callback(forking.end, channel)
        return _Follower(channel, result_read, complaints_read, limits, on_progress).result()


@contextlib.contextmanager
def _room() -> Iterator[str]:
    """A child's only writable place, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="collate-parser-") as room:
        # The child may run as another user.
        Path(room).chmod(0o777)
        yield room


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
        self._started = time.monotonic()
        self._deadline = self._started + limits.wall
        self._furthest = 0.0
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
                message = json.loads(str(b"".join(self._line), "utf-8", "surrogatepass"))
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
            share = min(1.0, max(0.0, float(message["progress"])))
            if share > self._furthest:
                # Where recognition may go on for long, standing still is what is limited.
                longest = self._started + self._limits.longest
                self._furthest = share
                self._deadline = max(self._deadline, min(longest, time.monotonic() + self._limits.wall))
            self._tell(share)

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
        if status == -signal.SIGABRT and not complaint:
            # How pdfium's allocator gives up.
            return ParserFailed("memory", f"more than {self._limits.memory // _MEGABYTE} MB")
        if status == -signal.SIGXCPU:
            return ParserFailed("timeout", f"more than {self._limits.cpu} s of processor time")
        if "MemoryError" in complaint or "bad_alloc" in complaint or "heap exhausted" in complaint:
            return ParserFailed("memory", complaint[-200:])
        return ParserFailed("died", f"status {status} {complaint[-300:]}".strip())
