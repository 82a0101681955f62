"""Old Office files (DOC, PPT, XLS) by way of LibreOffice, when the machine has it: saved anew, then read like new ones.

LibreOffice is used as a library, in this process: its program would want a socket in /tmp, which the sandbox closes. A
macro of ours opens the document without a window: the library's own way opens one, for which packages without a
desktop lack the parts.
"""

from __future__ import annotations

import ctypes
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.parsers import pandoc, pptx, xlsx
from synthesis.infra.parsers.office_place import library
from synthesis.infra.parsers.unreadable import Unreadable
from synthesis.infra.sniff_office import asks_for_password

#: Old kind: what it is saved as, LibreOffice's name of that, and who reads it.
_NEWER = {
    "doc": ("docx", "MS Word 2007 XML", pandoc.parse),
    "ppt": ("pptx", "Impress MS PowerPoint 2007 XML", pptx.parse),
    "xls": ("xlsx", "Calc MS Excel 2007 XML", xlsx.parse),
}
#: Members of the class of LibreOfficeKit.h, counted from `nSize`.
_ERROR, _RUN_MACRO = 3, 11
#: What the sandbox must be able to reach.
PROGRAMS = pandoc.PROGRAMS

#: No macros of the document, no window, and nothing that it points to is looked up. Without an answer to a question
#: (a password, a repair) there is no document, which is an error, which leaves no file behind.
_MACRO = """
Sub SaveAnew
  On Error GoTo Failed
  Dim opening(3) As New com.sun.star.beans.PropertyValue
  opening(0).Name = "Hidden" : opening(0).Value = True
  opening(1).Name = "ReadOnly" : opening(1).Value = True
  opening(2).Name = "MacroExecutionMode" : opening(2).Value = com.sun.star.document.MacroExecMode.NEVER_EXECUTE
  opening(3).Name = "UpdateDocMode" : opening(3).Value = com.sun.star.document.UpdateDocMode.NO_UPDATE
  document = StarDesktop.loadComponentFromURL("{old}", "_blank", 0, opening())
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName" : saving(0).Value = "{filter}"
  document.storeToURL("{new}", saving())
Failed:
End Sub
"""
_LIST = (
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
    ' library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>'
    "</library:library>"
)
_MODULE = (
    '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
    ' script:language="StarBasic">{}</script:module>'
)


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of a DOC, PPT or XLS file. Raises Unreadable. Works in the current directory, which the sandbox empties."""
    place = library()
    if place is None:
        raise Unreadable("no LibreOffice")
    newer, name, read = _NEWER[kind]
    room = Path.cwd()
    old, new = room / f"document.{kind}", room / f"document.{newer}"
    with old.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    _save_anew(place, _MACRO.format(old=old.as_uri(), new=new.as_uri(), filter=name), room / "profile")
    if not new.is_file():
        locked = asks_for_password(old.read_bytes())
        raise Unreadable("encrypted" if locked else "LibreOffice cannot open it or save it")
    tell(0.6)
    with new.open("rb") as saved:
        extraction = read(newer, saved, lambda fraction: tell(0.6 + 0.4 * fraction))
    return replace(extraction, kind=kind)


def _save_anew(place: Path, macro: str, profile: Path) -> None:
    """Have the LibreOffice at `place` run `macro`, with a profile of its own: no macros or settings of anybody's."""
    kit = ctypes.CDLL(str(place))
    start = kit.libreofficekit_hook_2
    start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
    office = start(bytes(place.parent), profile.as_uri().encode())
    if not office:
        raise Unreadable("LibreOffice does not start")
    # It reports the end of its time as a crash; left alone, the signal says what it was.
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    # Only now: a first start fills the profile, and looks into this folder when the first macro is asked for.
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIST)
    (library / "Module1.xba").write_text(_MODULE.format(escape(macro)))
    if not _call(office, _RUN_MACRO, ctypes.c_int, b"macro:///Standard.Module1.SaveAnew()"):
        reason = _call(office, _ERROR, ctypes.c_char_p) or b""
        raise Unreadable(f"LibreOffice: {reason[:200].decode('utf-8', 'replace')}")


def _call(thing: int, member: int, result: Any, *words: bytes) -> Any:
    """Call a member of the class that the first pointer of `thing` leads to, with strings."""
    members = ctypes.cast(thing, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(members or 0, ctypes.POINTER(ctypes.c_void_p))[member]
    function = ctypes.CFUNCTYPE(result, ctypes.c_void_p, *[ctypes.c_char_p] * len(words))(address or 0)
    return function(thing, *words)
