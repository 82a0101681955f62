"""Pictures of pages and the places of quotations on them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from synthesis.infra.sandbox import ParserFailed, locate, render_page
from tests.pdf_by_hand import lines, pages

FIRST = "Evening services have grown, and the understanding of their develop-"
SECOND = "ment is incomplete. Readers prefer self-service in the evening."


@pytest.fixture
def two_pages(tmp_path: Path) -> Path:
    path = tmp_path / "two.pdf"
    body = lines((40, 500, 10, FIRST), (40, 486, 10, SECOND), (40, 300, 10, "the evening"))
    path.write_bytes(pages([body, lines((40, 540, 10, "evening of the second page"))]))
    return path


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and rows (with their filter byte) of a grey PNG."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height, depth, colour = struct.unpack(">IIBB", png[16:26])
    assert (depth, colour) == (8, 0)
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    return width, height, zlib.decompress(png[start + 4 : start + 4 + length])


def test_a_page_is_drawn_as_wide_as_asked(two_pages: Path) -> None:
    image = render_page(two_pages, 1, width=600)
    width, height, rows = pixels(image.png)
    assert (width, height) == (image.width, image.height) == (600, 850)
    assert (image.page_width, image.page_height) == (420, 595)
    inked = [y for y in range(height) if min(rows[y * 601 + 1 : (y + 1) * 601]) < 128]
    # Type stands where the boxes of the same line say.
    (box, *_) = locate(two_pages, 1, FIRST).boxes
    assert box[1] * height - 2 <= inked[0] <= box[3] * height


@pytest.mark.parametrize("page", [0, 3])
def test_other_pages_are_not_there(two_pages: Path, page: int) -> None:
    with pytest.raises(ParserFailed) as failed:
        render_page(two_pages, page, width=600)
    assert failed.value.code == "unreadable"


def test_a_quotation_has_a_box_for_each_line_whatever_its_blanks_and_hyphens(two_pages: Path) -> None:
    boxes = locate(two_pages, 1, "understanding of their development is incomplete").boxes
    assert len(boxes) == 2
    assert all(0 <= x0 < x1 <= 1 and 0 <= y0 < y1 <= 1 for x0, y0, x1, y1 in boxes)
    above, below = boxes
    assert above[0] > 0.4 > below[0]
    assert above[3] <= below[1] + 0.01
    assert pytest.approx(above[3], abs=0.02) == (595 - 500) / 595


def test_context_tells_which_of_two_places_is_meant(two_pages: Path) -> None:
    (near,) = locate(two_pages, 1, "the evening", before="self-service in ", after=".").boxes
    (far,) = locate(two_pages, 1, "the evening", before="service in the evening.\n\n", after="").boxes
    assert near[1] < 0.25 < far[1]


def test_a_quotation_over_two_pages_has_its_part_on_each(two_pages: Path) -> None:
    quote = f"{SECOND}\n\nthe evening evening of the second page"
    assert len(locate(two_pages, 1, quote).boxes) == 2
    assert len(locate(two_pages, 2, quote).boxes) == 1
    assert locate(two_pages, 2, "nothing of the kind stands here").boxes == ()


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_have_their_boxes_where_they_are_seen(tmp_path: Path, turn: int) -> None:
    path = tmp_path / "turned.pdf"
    path.write_bytes(pages([lines((40, 500, 10, FIRST))], b"/Rotate %d" % turn))
    found = locate(path, 1, FIRST)
    assert (found.page_width, found.page_height) == ((595, 420) if turn % 180 else (420, 595))
    (box,) = found.boxes
    x, y = 40 / 420, 95 / 595
    corner = {90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}[turn]
    assert any(abs(cx - corner[0]) < 0.03 for cx in (box[0], box[2]))
    assert any(abs(cy - corner[1]) < 0.03 for cy in (box[1], box[3]))


def test_lines_that_were_recognised_before_are_used(two_pages: Path) -> None:
    known = [["夜间开放服务", 0.1, 0.2, 0.5, 0.22], ["改变习惯", 0.1, 0.24, 0.3, 0.26]]
    boxes = locate(two_pages, 1, "服务改变", lines=known).boxes
    assert [[round(v, 3) for v in box] for box in boxes] == [[0.367, 0.2, 0.5, 0.22], [0.1, 0.24, 0.2, 0.26]]
