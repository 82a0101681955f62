"""The fonts of PDF files, and which characters they have."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

import pylopdf_fonts_zh_cn as noto

_SEGMENTS = 12  # a character map's format for all planes: groups of (first, last, glyph)


def folder() -> Path:
    """Where the font files lie."""
    return Path(noto.serif_path()).parent


@cache
def characters_of(name: str) -> frozenset[int]:
    """The code points of the font file `name`-Regular.otf, from its character map (OpenType, table cmap, format 12)."""
    data = (folder() / f"{name}-Regular.otf").read_bytes()
    tables = struct.unpack_from(">H", data, 4)[0]
    places = {data[at : at + 4]: struct.unpack_from(">I", data, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    begin = places[b"cmap"]
    found: set[int] = set()
    for n in range(struct.unpack_from(">H", data, begin + 2)[0]):
        at = begin + struct.unpack_from(">I", data, begin + 4 + 8 * n + 4)[0]
        if struct.unpack_from(">H", data, at)[0] == _SEGMENTS:
            for group in range(struct.unpack_from(">I", data, at + 12)[0]):
                first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * group)
                found.update(range(first, last + 1))
    return frozenset(found)
