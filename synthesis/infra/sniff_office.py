"""What an OLE container ("compound file") holds: an old Office document, or a new one behind a password."""

from __future__ import annotations

from pathlib import Path

SIGNATURE = b"\xd0\xcf\x11\xe0"
_CHUNK = 1024 * 1024
#: Names of streams, in the order in which they decide: an embedded sheet does not make a text a workbook.
_STREAMS = (
    ("encrypted", "EncryptedPackage"),
    ("ppt", "PowerPoint Document"),
    ("doc", "WordDocument"),
    ("xls", "Workbook"),
    ("xls", "Book"),
)
_LONGEST = 64


def ole_kind(path: Path) -> str | None:
    """ "doc", "xls", "ppt" or "encrypted"; None for other containers. Reads the file in pieces."""
    wanted = [(kind, _entry(name)) for kind, name in _STREAMS]
    seen: set[int] = set()
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            data = tail + chunk
            seen.update(place for place, (_, entry) in enumerate(wanted) if place not in seen and entry in data)
            tail = data[-2 * _LONGEST :]
    return wanted[min(seen)][0] if seen else None


def _entry(name: str) -> bytes:
    """A directory entry's first field: the name with its end."""
    return f"{name}\0".encode("utf-16-le")
