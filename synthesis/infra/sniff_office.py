"""What an OLE container ("compound file") holds: an old Office document, or a new one behind a password."""

from __future__ import annotations

import re
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


#: Of an entry of the directory: where the first sector of the stream is said.
_FIRST_SECTOR = 116
#: A text's first bytes, then at a place of flags the one for "encrypted".
_TEXT, _FLAGS, _ENCRYPTED = b"\xec\xa5", 11, 0x01
#: A workbook's first record (of either of two generations), directly followed by the one with the means of its cipher.
_LOCKED_BOOK = re.compile(rb"\x09\x08(?:\x10\0\0\x06\x05\0.{12}|\x08\0\0\x05\x05\0.{4})\x2f\0", re.DOTALL)


def asks_for_password(data: bytes) -> bool:
    """Whether the DOC or XLS file `data` is encrypted; also when with the password that programs try by themselves."""
    place = data.find(_entry("WordDocument"))
    if place < 0:
        return _LOCKED_BOOK.search(data) is not None
    sector = int.from_bytes(data[place + _FIRST_SECTOR : place + _FIRST_SECTOR + 4], "little")
    start = (sector + 1) << min(data[30], 12)
    head = data[start : start + _FLAGS + 1]
    return head.startswith(_TEXT) and bool(head[-1] & _ENCRYPTED)
