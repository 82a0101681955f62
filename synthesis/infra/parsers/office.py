"""Old Office files (DOC, XLS, PPT) by way of LibreOffice, when the machine has it: converted, then read like new ones."""

from __future__ import annotations

import glob
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

from synthesis.engine.text.extraction import Extraction
from synthesis.infra.parsers import pandoc, pptx, xlsx
from synthesis.infra.parsers.unreadable import Unreadable

#: Old kind: what it is converted to, and who reads that.
_NEWER = {"doc": ("docx", pandoc.parse), "xls": ("xlsx", xlsx.parse), "ppt": ("pptx", pptx.parse)}
#: Where LibreOffice lies. Fixed, because the sandbox has no path of the caller's.
_FOLDERS = "/usr/bin:/usr/local/bin:/bin:/snap/bin:/opt/homebrew/bin"
_PLACES = ("/opt/libreoffice*/program/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
#: Nothing of the document may run, and no profile of anybody's is used.
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard")


@cache
def program() -> Path | None:
    """LibreOffice's program on this machine, None when there is none."""
    found = shutil.which("soffice", path=_FOLDERS) or shutil.which("libreoffice", path=_FOLDERS)
    found = found or next((place for pattern in _PLACES for place in sorted(glob.glob(pattern))), None)
    return Path(found).resolve() if found else None


def installed() -> bool:
    """Whether old Office files can be read here."""
    return program() is not None


#: What the sandbox must be able to reach.
PROGRAMS = (*pandoc.PROGRAMS, *filter(None, (program(),)))


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of a DOC, XLS or PPT file. Raises Unreadable. Works in the current directory, which the sandbox empties."""
    office = program()
    if office is None:
        raise Unreadable("no LibreOffice")
    newer, read = _NEWER[kind]
    room = Path.cwd()
    old = room / f"document.{kind}"
    with old.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    profile = f"-env:UserInstallation={(room / 'profile').as_uri()}"
    command = [str(office), profile, *_OPTIONS, "--convert-to", newer, "--outdir", str(room), str(old)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    tell(0.6)
    new = room / f"document.{newer}"
    if not new.is_file():
        raise Unreadable(f"LibreOffice {done.returncode}: {done.stderr[-200:].decode('utf-8', 'replace').strip()}")
    with new.open("rb") as converted:
        extraction = read(newer, converted, lambda fraction: tell(0.6 + 0.4 * fraction))
    return replace(extraction, kind=kind)
