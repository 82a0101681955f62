"""Old Office files (DOC, PPT, XLS) by way of LibreOffice, when the machine has it: saved anew, then read like new ones.

LibreOffice is used as a library, in this process: its program would want a socket in /tmp, which the sandbox closes.
"""

from __future__ import annotations

import ctypes
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.parsers import pandoc, pptx, xlsx
from synthesis.infra.parsers.office_place import library
from synthesis.infra.parsers.unreadable import Unreadable

#: Old kind: what it is saved as, and who reads that.
_NEWER = {"doc": ("docx", pandoc.parse), "ppt": ("pptx", pptx.parse), "xls": ("xlsx", xlsx.parse)}
#: Members of the classes of LibreOfficeKit.h, counted from `nSize`.
_LOAD, _ERROR, _SAVE = 2, 3, 2
#: What the sandbox must be able to reach.
PROGRAMS = pandoc.PROGRAMS


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of a DOC, PPT or XLS file. Raises Unreadable. Works in the current directory, which the sandbox empties."""
    place = library()
    if place is None:
        raise Unreadable("no LibreOffice")
    newer, read = _NEWER[kind]
    room = Path.cwd()
    old, new = room / f"document.{kind}", room / f"document.{newer}"
    with old.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    _save_anew(place, old, new)
    tell(0.6)
    with new.open("rb") as saved:
        extraction = read(newer, saved, lambda fraction: tell(0.6 + 0.4 * fraction))
    return replace(extraction, kind=kind)


def _save_anew(place: Path, old: Path, new: Path) -> None:
    """`old` as `new`, in the format of its ending. Raises Unreadable."""
    kit = ctypes.CDLL(str(place))
    start = kit.libreofficekit_hook_2
    start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
    # A profile of its own: no macros, extensions or settings of anybody's.
    office = start(bytes(place.parent), (old.parent / "profile").as_uri().encode())
    if not office:
        raise Unreadable("LibreOffice does not start")
    document = _call(office, _LOAD, ctypes.c_void_p, old.as_uri().encode())
    if not document:
        reason = _call(office, _ERROR, ctypes.c_char_p) or b""
        raise Unreadable(f"LibreOffice: {reason[:200].decode('utf-8', 'replace')}")
    saved = _call(document, _SAVE, ctypes.c_int, new.as_uri().encode(), new.suffix[1:].encode(), None)
    if not saved or not new.is_file():
        raise Unreadable("LibreOffice cannot save it")


def _call(thing: int, member: int, result: Any, *words: bytes | None) -> Any:
    """Call a member of the class that the first pointer of `thing` leads to, with strings."""
    members = ctypes.cast(thing, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(members or 0, ctypes.POINTER(ctypes.c_void_p))[member]
    function = ctypes.CFUNCTYPE(result, ctypes.c_void_p, *[ctypes.c_char_p] * len(words))(address or 0)
    return function(thing, *words)
