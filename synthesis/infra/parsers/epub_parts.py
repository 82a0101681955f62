"""What pandoc gets wrong in e-books: readings above characters run into the text, and several authors stand in reverse."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import BinaryIO

from synthesis.infra.parsers.package import Parts, every, local
from synthesis.infra.parsers.unreadable import Unreadable

_PAGES = (".xhtml", ".html", ".htm", ".xml")
_READING = re.compile(rb"<(?P<tag>rt|rp|rtc)\b[^>]*>.*?</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE)


def mended(source: BinaryIO) -> BinaryIO:
    """A book without the readings of its ruby; `source` itself when it has none. Raises Unreadable."""
    out = io.BytesIO()
    changed = False
    try:
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for info in old.infolist():
                if not info.filename.lower().endswith((*_PAGES, ".opf", ".ncx")) and info.filename != "mimetype":
                    continue
                data = old.read(info)
                if b"<rt" in data and info.filename.lower().endswith(_PAGES):
                    data = _READING.sub(b"", data)
                    changed = True
                new.writestr(info.filename, data)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as fault:
        raise Unreadable("no book") from fault
    source.seek(0)
    out.seek(0)
    return out if changed else source


def authors(source: BinaryIO) -> str:
    """The book's authors in their order, "" when it names none or its list of parts is broken."""
    try:
        package = Parts(source)
        holder = next(every(package.tree("META-INF/container.xml"), "rootfile"), None)
        root = package.tree(str(holder.get("full-path"))) if holder is not None else None
    except Unreadable:
        root = None
    finally:
        source.seek(0)
    names = [(e.text or "").strip() for e in root.iter() if local(e) == "creator"] if root is not None else []
    return "; ".join(name for name in names if name)
