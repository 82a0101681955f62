"""Many originals as one ZIP, made while it is sent: no more than a chunk of it is in memory or on disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.sources.downloads import CHUNK
from synthesis.sources.models import Source
from synthesis.sources.originals import open_original


class _Pipe(io.RawIOBase):
    """What `zipfile` writes into: takes bytes, and gives them back once. Cannot seek, so sizes follow the data."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._parts.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        parts, self._parts = self._parts, []
        return b"".join(parts)


def zipped(sources: Sequence[Source]) -> Iterator[bytes]:
    """A ZIP of the originals in chunks, stored as they are: what fills a workspace is compressed already.

    Equal file names are numbered. Files that are missing from the store are named in a text file at the end.
    """
    pipe = _Pipe()
    missing: list[str] = []
    names = _Names()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for source in sources:
            if not source.stored:
                continue  # citation data only
            try:
                content = open_original(source.stored)
            except FileNotFoundError:
                missing.append(source.file_name)
                continue
            entry = zipfile.ZipInfo(names.unused(source.file_name), timezone.localtime(source.created).timetuple()[:6])
            entry.external_attr = 0o640 << 16
            with content, archive.open(entry, "w", force_zip64=source.size > 2**31) as out:
                while data := content.read(CHUNK):
                    out.write(data)
                    yield pipe.taken()
        if missing:
            words = _("These originals are missing from the store:")
            archive.writestr(names.unused(_("missing.txt")), "\n".join([words, *missing, ""]))
    yield pipe.taken()


class _Names:
    def __init__(self) -> None:
        self._used: set[str] = set()

    def unused(self, name: str) -> str:
        """`name`, or with a number before its ending where it is taken (on file systems that ignore case, too)."""
        path = PurePath(name.replace("\\", "_").replace("/", "_") or "file")
        chosen, number = path.name or "file", 1
        while chosen.casefold() in self._used:
            number += 1
            chosen = f"{path.stem} ({number}){path.suffix}"
        self._used.add(chosen.casefold())
        return chosen
