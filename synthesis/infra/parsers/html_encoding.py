"""The encoding a web page declares for itself, when its bytes agree."""

from __future__ import annotations

import codecs
import re

_META = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,30})""", re.I)
_XML = re.compile(rb"""<\?xml[^>]+encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,30})""", re.I)
#: Browsers read these names as their supersets.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso8859-1": "cp1252", "ascii": "cp1252"}


def declared_encoding(data: bytes) -> str | None:
    """The declared encoding, if Python knows it and the page decodes in it without a fault; else None."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    match = _META.search(data[:4096]) or _XML.match(data[:200])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii")).name
        name = SUPERSETS.get(name, name)
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    # Pages saved by browsers are UTF-8 whatever their old declaration says.
    if name != "utf-8" and not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return name
        return "utf-8"
    return name
