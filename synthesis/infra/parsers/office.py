"""Old Office files (DOC, PPT, XLS) by way of LibreOffice, when the machine has it: saved anew, then read like new ones.

LibreOffice is used as a library, in this process: its program would want a socket in /tmp, which the sandbox closes. A
macro of ours opens the document without a window: the library's own way opens one, for which packages without a
desktop lack the parts.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO
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
#: Where `runMacro` stands in the class of LibreOfficeKit.h, counted from `nSize`.
_RUN_MACRO = 11
_CALL = b"macro:///Standard.Module1.SaveAnew()"
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
    status = _apart(place, _MACRO.format(old=old.as_uri(), new=new.as_uri(), filter=name), room / "profile")
    if not new.is_file():
        raise _reason(status, old)
    tell(0.6)
    with new.open("rb") as saved:
        extraction = read(newer, saved, lambda fraction: tell(0.6 + 0.4 * fraction))
    return replace(extraction, kind=kind)


def _apart(place: Path, macro: str, profile: Path) -> int:
    """Have a child of this process run `macro`; how it ended (negative: by that signal).

    LibreOffice goes on in threads of its own when the macro is done, and may fall over a part that only a desktop has.
    What counts is the file; its memory is free again for whoever reads that.
    """
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _run(place, macro, profile)
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _reason(status: int, old: Path) -> Unreadable:
    """Why there is no new file of `old`."""
    if status == -signal.SIGXCPU:
        return Unreadable("LibreOffice took too long", code="timeout")
    if status < 0:
        return Unreadable(f"LibreOffice ended by signal {-status}", code="died")
    return Unreadable("encrypted" if asks_for_password(old.read_bytes()) else "LibreOffice cannot open it or save it")


def _run(place: Path, macro: str, profile: Path) -> None:
    """Run `macro` in the LibreOffice at `place`, with a profile of its own: no macros or settings of anybody's."""
    kit = ctypes.CDLL(str(place))
    start = kit.libreofficekit_hook_2
    start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
    office = start(bytes(place.parent), profile.as_uri().encode())
    # It reports the end of its time as a crash; left alone, the signal says what it was.
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    # Only now: a first start fills the profile, and looks into this folder when the first macro is asked for.
    library = profile / "user" / "basic" / "Standard"
    library.mkdir(parents=True, exist_ok=True)
    (library / "script.xlb").write_text(_LIST)
    (library / "Module1.xba").write_text(_MODULE.format(escape(macro)))
    # Of the class that the first pointer leads to, the member.
    members = ctypes.cast(office, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(members or 0, ctypes.POINTER(ctypes.c_void_p))[_RUN_MACRO]
    ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p)(address or 0)(office, _CALL)
