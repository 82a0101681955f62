"""The child's main program: confine, do one job on one document, send the result up the pipe."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

import opencc

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra.parsers.isolation import confine
from synthesis.infra.parsers.unreadable import Unreadable

#: Parsing is about this share of the whole way to a reading text.
_PARSING = 0.6

#: Where the parser of each kind lives. Only the one that is needed is loaded: some take half a second.
_MODULES = {
    "txt": "plain",
    "html": "html",
    "pdf": "pdf",
    "docx": "pandoc",
    "odt": "pandoc",
    "rtf": "pandoc",
    "epub": "pandoc",
    "md": "pandoc",
}
_Parser = Callable[[str, BinaryIO, Callable[[float], None]], Extraction]


def main(configuration: str) -> None:
    """Run the job described by the JSON `configuration` (see `sandbox._run`); every outcome is one message."""
    config = json.loads(configuration)
    sink = os.fdopen(int(config["result"]), "wb")
    source = os.fdopen(int(config["document"]), "rb")

    def send(message: dict[str, Any]) -> None:
        # ASCII only: unpaired surrogates out of a broken file must not stop the message.
        sink.write(json.dumps(message, ensure_ascii=True).encode("ascii") + b"\n")
        sink.flush()

    def tell(fraction: float) -> None:
        send({"progress": round(fraction, 3)})

    kind = str(config["kind"])
    try:
        module = _load(kind)
        # What is loaded late (codecs, dictionaries, pandoc) lies in these places.
        needed = [Path(f).resolve() for f in (codecs.__file__, opencc.__file__, __file__)]
        confine(config["limits"], [*needed, *getattr(module, "PROGRAMS", ())])
        result = _JOBS[config["job"]](kind, source, tell)
    except Unreadable as fault:
        message: dict[str, Any] = {"failed": "unreadable", "detail": str(fault)}
    except MemoryError:
        message = {"failed": "memory", "detail": ""}
    except RecursionError:
        message = {"failed": "unreadable", "detail": "nested too deeply"}
    except Exception as fault:  # noqa: BLE001 - whatever a parser raises on a hostile document is the document's failure
        message = {"failed": "unreadable", "detail": f"{type(fault).__name__}: {fault}"[:300]}
    else:
        message = {"result": result}
    send(message)


def _load(kind: str) -> ModuleType:
    if kind not in _MODULES:
        raise Unreadable(f"no parser for {kind!r}")
    return import_module(f"synthesis.infra.parsers.{_MODULES[kind]}")


def _extract(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Any:
    return _parse(kind, source, tell).to_json()


def _read(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Any:
    extraction = _parse(kind, source, lambda fraction: tell(fraction * _PARSING))
    reading = build_reading_text(extraction, lambda fraction: tell(_PARSING + fraction * (1 - _PARSING)))
    return reading.to_store()


def _parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    parse: _Parser = _load(kind).parse
    return parse(kind, source, tell)


def _count_pages(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Any:
    count: Callable[[BinaryIO], int] = _load(kind).count_pages
    return count(source)


_JOBS: dict[str, Callable[[str, BinaryIO, Callable[[float], None]], Any]] = {
    "extract": _extract,
    "read": _read,
    "count_pages": _count_pages,
}
