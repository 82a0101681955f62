"""What came back, against what was written."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

from synthesis.engine.text.reading import ReadingText, build_reading_text
from synthesis.infra.parsers import child
from synthesis.infra.uploads import inspect
from tests.formats.documents import squeezed


def read(folder: Path, data: bytes, name: str) -> tuple[str, ReadingText]:
    """The kind by which `data` was taken, and its reading text; parsed in this process, which is faster."""
    path = folder / "upload"
    path.write_bytes(data)
    kind = inspect(path, name).kind
    with path.open("rb") as source:
        return kind, build_reading_text(child._parse(kind, source, lambda fraction: None))


def text_of(reading: ReadingText) -> str:
    """Its characters as they were written, without what is set apart, white space and the marks of lists."""
    written = reading.written or reading.text
    blocks = [b for b in reading.blocks if b.kind != "boilerplate"]
    return squeezed("".join(written[b.start : b.end].lstrip("•-– ") for b in blocks))


def share_in_order(expected: str, found: str) -> float:
    """The share of `expected` that is in `found` in the same order; what `found` has besides counts against it too."""
    matched = sum(m.size for m in SequenceMatcher(None, expected, found, autojunk=False).get_matching_blocks())
    return matched / max(len(expected), len(found), 1)


def blocks_of(reading: ReadingText, kind: str) -> list[tuple[int | None, str]]:
    return [(b.level, reading.text[b.start : b.end]) for b in reading.blocks if b.kind == kind]
