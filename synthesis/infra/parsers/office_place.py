"""Where LibreOffice lies. Apart, because callers ask who must not load what a parser loads."""

from __future__ import annotations

from functools import cache
from pathlib import Path

#: Where distributions and LibreOffice's own packages put it, newest first; all of it the sandbox may read.
_PLACES = ("/opt/libreoffice*/program", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program")
_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")


@cache
def library() -> Path | None:
    """LibreOffice as a library, None when it is not on this machine."""
    folders = [folder for place in _PLACES for folder in sorted(Path("/").glob(place.lstrip("/")), reverse=True)]
    return next((folder / name for folder in folders for name in _LIBRARIES if (folder / name).is_file()), None)


def installed() -> bool:
    """Whether old Office files can be read here."""
    return library() is not None
