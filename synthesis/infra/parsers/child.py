"""What a forked child does: confine itself, do one job on one document, send the result up the pipe."""

from __future__ import annotations

import codecs
import json
import os
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

import opencc

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra.parsers import isolation
from synthesis.infra.parsers.unreadable import Unreadable

#: A text of thousands of printed pages; whoever receives it holds it in memory several times.
_MOST_CHARACTERS = 3_000_000
#: Parsing is about this share of the whole way to a reading text.
_PARSING = 0.6

#: Where the parser of each kind lives. Only the one that is needed is loaded: some take half a second.
_MODULES = {
    "txt": "plain",
    "html": "html",
    "pdf": "pdf",
    "image": "ocr",
    "docx": "pandoc",
    "odt": "pandoc",
    "rtf": "pandoc",
    "epub": "pandoc",
    "md": "pandoc",
    "pptx": "pptx",
    "xlsx": "xlsx",
    "csv": "delimited",
    "subtitles": "subtitles",
    "mhtml": "mhtml",
    **dict.fromkeys(("ods", "odp"), "opendocument"),
    **dict.fromkeys(("doc", "ppt", "xls"), "office"),
}
#: Seconds between two messages of progress.
_TELL_EVERY = 0.1
_Tell = Callable[[float], None]
_Parser = Callable[[str, BinaryIO, _Tell], Extraction]
#: Characters of both scripts and a reading, so that every converter and table is asked once.
_REHEARSAL = "\u91ab(y\u012b)\u7642\uff0c\u533b\u7597\u8457\u3002"


def prepare(kind: str) -> None:
    """Load what the parser of `kind` needs. Raises Unreadable for unknown kinds, ImportError for missing packages."""
    module = _load(kind)
    getattr(module, "prepare", _nothing)()
    _warm_up()
    isolation.ready(_needed(kind))
    if kind in isolation.WITHOUT_ROOM:
        isolation.without_room(_needed(kind))


def _nothing() -> None:
    """For parsers without preparations."""


@lru_cache(maxsize=1)
def _warm_up() -> None:
    """Read a made-up text once, so that tables and converters that are loaded late are loaded before the fork."""
    build_reading_text(Extraction((ExtractedBlock(_REHEARSAL),), kind="txt"))


def run(config: Mapping[str, Any], *, document: int, result: int) -> None:
    """Do the job described by `config` (see `sandbox._run`) on the open file `document`; every outcome is one message."""
    sink = os.fdopen(result, "wb")
    source = os.fdopen(document, "rb")

    def send(message: dict[str, Any]) -> None:
        # Unpaired surrogates out of a broken file must not stop the message.
        sink.write(json.dumps(message, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
        sink.flush()

    told = 0.0

    def tell(fraction: float) -> None:
        nonlocal told
        # Each message wakes the caller; a small file is done before anybody could look.
        if time.monotonic() - told >= _TELL_EVERY:
            told = time.monotonic()
            send({"progress": round(fraction, 3)})

    kind = str(config["kind"])
    try:
        prepare(kind)
        isolation.confine(config["limits"], _needed(kind), Path(config["room"]) if config["room"] else None)
        message: dict[str, Any] = {"result": _JOBS[config["job"]](kind, source, tell, config["parameters"])}
    except Unreadable as fault:
        message = {"failed": fault.code, "detail": str(fault)}
    except MemoryError:
        message = {"failed": "memory", "detail": ""}
    except RecursionError:
        message = {"failed": "unreadable", "detail": "nested too deeply"}
    except Exception as fault:  # noqa: BLE001 - whatever a parser raises on a hostile document is the document's failure
        message = {"failed": "unreadable", "detail": f"{type(fault).__name__}: {fault}"[:300]}
    send(message)


@lru_cache(maxsize=32)
def _needed(kind: str) -> tuple[Path, ...]:
    """What is loaded late (codecs, dictionaries, pandoc) lies in these places."""
    loaded = tuple(Path(f).resolve() for f in (codecs.__file__, opencc.__file__, __file__))
    return (*loaded, *getattr(_load(kind), "PROGRAMS", ()))


def _load(kind: str) -> ModuleType:
    if kind not in _MODULES:
        raise Unreadable(f"no parser for {kind!r}")
    return import_module(f"synthesis.infra.parsers.{_MODULES[kind]}")


def _extract(kind: str, source: BinaryIO, tell: _Tell, parameters: Mapping[str, Any]) -> Any:
    return _parse(kind, source, tell).to_json()


def _read(kind: str, source: BinaryIO, tell: _Tell, parameters: Mapping[str, Any]) -> Any:
    extraction = _parse(kind, source, lambda fraction: tell(fraction * _PARSING))
    if sum(len(block.text) for block in extraction.blocks) > _MOST_CHARACTERS:
        raise Unreadable("too many characters", code="output_too_large")
    reading = build_reading_text(extraction, lambda fraction: tell(_PARSING + fraction * (1 - _PARSING)))
    data = reading.to_store()
    # What is said twice is sent once: `sandbox.read_source` puts it back.
    if data["original"] == data["written"]:
        data["original"] = None
    if data["written"] == data["text"]:
        data["written"] = None
    return data


def _parse(kind: str, source: BinaryIO, tell: _Tell) -> Extraction:
    parse: _Parser = _load(kind).parse
    return parse(kind, source, tell)


def _count_pages(kind: str, source: BinaryIO, tell: _Tell, parameters: Mapping[str, Any]) -> Any:
    count: Callable[[BinaryIO], int] = _load(kind).count_pages
    return count(source)


def _page(kind: str, source: BinaryIO, tell: _Tell, parameters: Mapping[str, Any]) -> Any:
    return import_module("synthesis.infra.parsers.page_image").render(kind, source, **parameters)


def _locate(kind: str, source: BinaryIO, tell: _Tell, parameters: Mapping[str, Any]) -> Any:
    return import_module("synthesis.infra.parsers.page_places").locate(kind, source, **parameters)


_JOBS: dict[str, Callable[[str, BinaryIO, _Tell, Mapping[str, Any]], Any]] = {
    "extract": _extract,
    "read": _read,
    "count_pages": _count_pages,
    "page": _page,
    "locate": _locate,
}
