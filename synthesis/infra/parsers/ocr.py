"""Text out of pictures by RapidOCR, an extra package (requirements-ocr.txt) whose models come in its wheel.

Nothing of it is loaded unless a scanned page or a picture is read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median
from typing import Any, BinaryIO

import numpy as np
import pypdfium2 as pdfium

from synthesis.engine.text.extraction import Extraction
from synthesis.engine.text.layout.document import lay_out
from synthesis.engine.text.layout.pieces import Page, Piece
from synthesis.infra.parsers.isolation import grant_time
from synthesis.infra.parsers.ocr_installed import installed
from synthesis.infra.parsers.page_image import Pixels, pixels
from synthesis.infra.parsers.unreadable import Unreadable

__all__ = [
    "LINES",
    "Line",
    "as_metadata",
    "frame_of",
    "installed",
    "lines_of",
    "lines_of_page",
    "page_of_lines",
    "parse",
]

#: The name in an extraction's metadata under which recognised lines are handed on.
LINES = "page_lines"
#: Pixels of a picture that is opened at all, and of the longer side of what is looked at.
_MOST_PIXELS = 80_000_000
_LONGEST_SIDE = 2000
_MOST_FRAMES = 300
_DOTS_PER_POINT = 170 / 72
#: Points that the longer side of a picture stands for: about that of a sheet of paper.
_SHEET = 842.0
#: Seconds of processor time that a page is granted; most take less than half.
_A_PAGE = 20
#: Recognition below this is noise. A box is higher than the size of its type, and longer than its line, by so much;
#: its baseline is so far from its foot.
_LEAST_SCORE = 0.5
_BOX_TO_SIZE, _PADDING, _BELOW = 1.25, 0.3, 0.22
#: Sizes that differ by less are equal: told from the width of so many Han, or from the height, which wavers more.
_ALIKE_WIDE, _ALIKE_HIGH, _LEAST_HAN = 0.09, 0.3, 4
_STEP = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """A recognised line; its box in fractions of the picture, y downwards; `score` in [0, 1]."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    score: float = 1.0


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of a picture, one page a frame. Raises Unreadable without the packages or without text."""
    if not installed():
        raise Unreadable("text recognition is not installed", code="no_ocr")
    image = _opened(source)
    frames = min(_frames(image), _MOST_FRAMES)
    pages = []
    kept: dict[int, list[Line]] = {}
    for number in range(1, frames + 1):
        picture = _frame(image, number)
        kept[number] = lines_of(picture)
        pages.append(page_of_lines(kept[number], number, picture.shape[1], picture.shape[0]))
        tell(number / frames)
    blocks = lay_out([page for page in pages if page.pieces])
    if not blocks:
        raise Unreadable("no text in the picture", code="no_text")
    metadata = {"pages": str(frames), LINES: as_metadata(kept)}
    said = "text-recognised:1" + (f"-{frames}" if frames > 1 else "")
    return Extraction(tuple(blocks), "", metadata, (said,), kind, laid_out=True)


def as_metadata(pages: Mapping[int, Sequence[Line]]) -> str:
    """Recognised lines as JSON, page by page: `[text, x0, y0, x1, y1]`."""
    rows = {
        number: [[line.text, *(round(v, 4) for v in (line.x0, line.y0, line.x1, line.y1))] for line in lines]
        for number, lines in pages.items()
    }
    return json.dumps(rows, ensure_ascii=False)


def lines_of_page(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page of a PDF, drawn as people see it. Raises Unreadable."""
    return lines_of(pixels(page, min(_DOTS_PER_POINT, _LONGEST_SIDE / max(page.get_size()))))


def lines_of(picture: Pixels) -> list[Line]:
    """The lines of text in rows of RGB pixels, from top to bottom."""
    grant_time(_A_PAGE)
    high, wide = picture.shape[:2]
    seen: Any = _engine()(np.ascontiguousarray(picture[:, :, ::-1]))  # it wants blue first
    if seen.boxes is None or seen.txts is None:
        return []
    lines = []
    for corners, text, score in zip(seen.boxes, seen.txts, seen.scores, strict=True):
        xs, ys = corners[:, 0] / wide, corners[:, 1] / high
        if text.strip() and score >= _LEAST_SCORE:
            box = (float(xs.min()), float(ys.min()), float(xs.max()), float(ys.max()))
            lines.append(Line(text.strip(), *box, float(score)))
    return sorted(lines, key=lambda line: (line.y0, line.x0))


def page_of_lines(lines: Sequence[Line], number: int, wide: float, high: float) -> Page:
    """Recognised lines as a page for laying out: sizes that waver about the commonest are made equal."""
    points = _SHEET / max(wide, high)
    wide, high = wide * points, high * points
    heights = [(line.y1 - line.y0) * high / _BOX_TO_SIZE for line in lines]
    body_height = median(heights) if heights else 10.0
    exact = [_size_by_width(line, wide, height) for line, height in zip(lines, heights, strict=True)]
    body = median([size for size in exact if size is not None] or [body_height])
    pieces = []
    for line, height, size in zip(lines, heights, exact, strict=True):
        ratio, alike = (height / body_height, _ALIKE_HIGH) if size is None else (size / body, _ALIKE_WIDE)
        ratio = 1.0 if abs(ratio - 1) <= alike else round(ratio / _STEP) * _STEP
        base = line.y1 * high - _BELOW * (line.y1 - line.y0) * high
        pieces.append(Piece(line.text, line.x0 * wide, line.x1 * wide, base, body * ratio))
    return Page(number, wide, high, tuple(pieces))


def _size_by_width(line: Line, wide: float, height: float) -> float | None:
    """The size of a line of Han, each of which is as wide as its size; None for other lines."""
    han = sum(1 for c in line.text if ord(c) > 0x2E7F)
    if han < _LEAST_HAN or han * 2 < len(line.text):
        return None
    width = (line.x1 - line.x0) * wide - _PADDING * height
    return max(1.0, width / (han + 0.5 * (len(line.text) - han)))


def frame_of(source: BinaryIO, number: int) -> Pixels:
    """Frame `number` (from 1) of a picture as rows of RGB, upright. Raises Unreadable."""
    if not installed():
        raise Unreadable("text recognition is not installed", code="no_ocr")
    image = _opened(source)
    if not 1 <= number <= min(_frames(image), _MOST_FRAMES):
        raise Unreadable("no such page")
    return _frame(image, number)


def _opened(source: BinaryIO) -> Any:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        image = Image.open(source)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise Unreadable(f"picture: {fault}") from fault
    if image.width * image.height > _MOST_PIXELS:
        raise Unreadable("the picture is too large", code="memory")
    return image


def _frames(image: Any) -> int:
    # Moving pictures are not pages.
    return int(getattr(image, "n_frames", 1)) if image.format in {"TIFF", "PDF"} else 1


def _frame(image: Any, number: int) -> Pixels:
    from PIL import Image, ImageOps

    try:
        image.seek(number - 1)
        if image.width * image.height > _MOST_PIXELS:
            raise Unreadable("the picture is too large", code="memory")
        frame = image.copy()
        frame.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), reducing_gap=2.0)
        frame = ImageOps.exif_transpose(frame)
        if frame.mode in {"RGBA", "LA", "PA"} or "transparency" in frame.info:
            frame = Image.alpha_composite(Image.new("RGBA", frame.size, "white"), frame.convert("RGBA"))
        return np.asarray(frame.convert("RGB"), np.uint8)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as fault:
        raise Unreadable(f"picture: {fault}") from fault


@lru_cache(maxsize=1)
def _engine() -> Any:
    from rapidocr import RapidOCR

    # One thread: the process has the memory and the turn of one.
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": _LONGEST_SIDE,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )
