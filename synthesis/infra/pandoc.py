"""pandoc, the program that the Python package brings: running it, and the few nodes of its JSON tree that are made here.

What its readers make of people's files is `infra.parsers.tree`'s work.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

Node = dict[str, Any]
_API_VERSION = [1, 23, 1]
_TIMEOUT = 60
_WORD_OR_SPACE = re.compile(r"([^ \t\r\n]+)|[ \t\r\n]+")


@cache
def program() -> Path:
    """Where the program lies."""
    return Path(pypandoc.get_pandoc_path()).resolve()


def run(arguments: Sequence[str], data: bytes) -> bytes:
    """What pandoc makes of `data`. Raises RuntimeError with its complaint."""
    command = [str(program()), *arguments]
    done = subprocess.run(command, input=data, capture_output=True, timeout=_TIMEOUT, check=False)
    if done.returncode:
        raise RuntimeError(f"pandoc: {done.stderr.decode('utf-8', 'replace')[:500]}")
    return done.stdout


def document(blocks: Sequence[Node], facts: Mapping[str, str]) -> Node:
    """A tree of blocks; `facts` are its metadata."""
    meta = {name: {"t": "MetaString", "c": fact} for name, fact in facts.items()}
    return {"pandoc-api-version": _API_VERSION, "meta": meta, "blocks": list(blocks)}


def inlines_of(text: str) -> list[Node]:
    """A text as words with spaces between them, at its ends too; a wide or a no-break space belongs to its word."""
    return [word(piece) if piece else space() for piece in _WORD_OR_SPACE.findall(text)]


def word(text: str) -> Node:
    """Text that stays as it is, and is never markup."""
    return {"t": "Str", "c": text}


def space() -> Node:
    return {"t": "Space"}


def plain(nodes: Iterable[Any]) -> str:
    """The text of inlines."""
    text = ""
    for node in nodes:
        kind, content = node["t"], node.get("c")
        if kind == "Str":
            text += content
        elif kind in {"Space", "SoftBreak", "LineBreak"}:
            text += " "
        elif kind in {"Code", "RawInline", "Math"}:
            text += content[1]
        elif kind in {"Quoted", "Cite", "Span", "Link"}:
            text += plain(content[1])
        elif isinstance(content, list):
            text += plain(content)
    return text
