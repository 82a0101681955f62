"""Pictures of pages: one page of a PDF (or an image file) as PNG. Knows pdfium, nothing of text."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from synthesis.infra.parsers.pdf_file import open_pdf, page_at
from synthesis.infra.parsers.unreadable import Unreadable

#: Pixels: no picture is wider or higher, whatever shape the page has.
WIDEST, HIGHEST = 4000, 6000
_QUICK = 5

Pixels = npt.NDArray[np.uint8]


def render(kind: str, source: BinaryIO, *, page: int, width: int) -> dict[str, Any]:
    """Page `page` (from 1), `width` pixels wide: base64 of a PNG, its size in pixels, the page's size in points.

    Very high pages come narrower. Raises Unreadable for files and pages that are not there.
    """
    if kind == "image":
        from synthesis.infra.parsers.ocr import frame_of

        picture = _shrunk(frame_of(source, page), width)
        points = [float(picture.shape[1]), float(picture.shape[0])]
    else:
        picture, points = _of_pdf(source, page, width)
    return {
        "png": base64.b64encode(png(picture)).decode(),
        "width": picture.shape[1],
        "height": picture.shape[0],
        "points": points,
    }


def _of_pdf(source: BinaryIO, number: int, width: int) -> tuple[Pixels, list[float]]:
    page = page_at(open_pdf(source), number)
    wide, high = page.get_size()
    if not (wide > 0 and high > 0):
        raise Unreadable("a page without size")
    return pixels(page, min(width, WIDEST) / wide), [wide, high]


def pixels(page: pdfium.PdfPage, scale: float) -> Pixels:
    """The page as people see it on white, `scale` pixels to a point, bounded by WIDEST and HIGHEST: rows of RGB."""
    wide, high = page.get_size()
    scale = min(scale, WIDEST / wide, HIGHEST / high)
    try:
        bitmap = page.render(scale=max(scale, 1 / wide, 1 / high), rev_byteorder=True)
    except (pdfium.PdfiumError, ValueError) as fault:
        raise Unreadable(f"page cannot be drawn: {fault}") from fault
    seen: Pixels = bitmap.to_numpy()
    if seen.ndim == 2:
        seen = seen[:, :, None]
    if seen.shape[2] == 1:
        seen = np.repeat(seen, 3, axis=2)
    return np.ascontiguousarray(seen[:, :, :3])


def png(picture: Pixels) -> bytes:
    """`picture` (rows of RGB) as a PNG; without colour when it has none (PNG specification, colour types 0 and 2)."""
    plain = bool((picture[:, :, 0] == picture[:, :, 1]).all() and (picture[:, :, 1] == picture[:, :, 2]).all())
    rows = picture[:, :, :1] if plain else picture
    height, width, channels = rows.shape
    # Each row begins with its filter, which is none: type on white packs best so.
    filtered = np.zeros((height, 1 + width * channels), np.uint8)
    filtered[:, 1:] = rows.reshape(height, -1)
    header = struct.pack(">IIBBBBB", width, height, 8, 0 if plain else 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", zlib.compress(filtered.tobytes(), _QUICK)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _shrunk(picture: Pixels, width: int) -> Pixels:
    """`picture` no wider than `width`, by taking the mean of blocks; never enlarged."""
    step = max(1, -(-picture.shape[1] // width), -(-picture.shape[0] // HIGHEST))
    if step == 1:
        return picture
    high, wide = (n // step * step for n in picture.shape[:2])
    blocks = picture[:high, :wide].reshape(high // step, step, wide // step, step, 3)
    return np.asarray(blocks.mean(axis=(1, 3)), np.uint8)
