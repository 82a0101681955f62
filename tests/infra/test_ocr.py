"""Scanned pages and pictures, with a stand-in for the recogniser: what becomes of its lines, and what without it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from synthesis.infra.parsers import ocr, pdf
from synthesis.infra.parsers.unreadable import Unreadable
from synthesis.infra.sandbox import Limits
from tests.pdf_by_hand import lines, pages, stream

SCAN = stream(b"q 400 0 0 560 10 10 cm /I Do Q")
GREY = b"/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
TYPED = lines((40, 500, 10, "This page has been typed, and nobody needs to recognise it."))
#: A title in larger type, and two lines of one paragraph.
FOUND = [
    ocr.Line("夜间开放服务报告", 0.3, 0.1, 0.7, 0.13),
    ocr.Line("城市公共图书馆的夜间开放服务正在改变居民的阅读习惯调查显示延长开放", 0.1, 0.20, 0.90, 0.22),
    ocr.Line("时间以后到馆人数增加了三成。", 0.1, 0.23, 0.432, 0.25),
]


def scanned(*contents: bytes) -> io.BytesIO:
    return io.BytesIO(pages(list(contents), extra=[stream(b"\x80" * 64, GREY)]))


def unheard(fraction: float) -> None:
    """Progress nobody asked for."""


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: True)
    monkeypatch.setattr(ocr, "lines_of", lambda picture: FOUND)


def test_a_scanned_page_is_laid_out_from_its_lines(recogniser: None) -> None:
    extraction = pdf.parse("pdf", scanned(TYPED, SCAN), unheard)
    assert [(b.kind, b.page) for b in extraction.blocks] == [("paragraph", 1), ("heading", 2), ("paragraph", 2)]
    assert extraction.blocks[2].text.replace("\n", "") == FOUND[1].text + FOUND[2].text
    assert extraction.warnings == ("text-recognised:2",)
    kept = json.loads(extraction.metadata[ocr.LINES])
    assert kept["2"][0] == ["夜间开放服务报告", 0.3, 0.1, 0.7, 0.13]


def test_without_a_recogniser_pages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    extraction = pdf.parse("pdf", scanned(SCAN, TYPED, SCAN, SCAN), unheard)
    assert extraction.warnings == ("no_text_layer:1, 3-4",)
    with pytest.raises(Unreadable) as failed:
        pdf.parse("pdf", scanned(SCAN), unheard)
    assert failed.value.code == "no_text_layer"
    with pytest.raises(Unreadable) as failed:
        ocr.parse("image", io.BytesIO(b"\x89PNG"), unheard)
    assert failed.value.code == "no_ocr"


def test_empty_pages_are_no_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "installed", lambda: False)
    assert pdf.parse("pdf", scanned(TYPED, stream(b"")), unheard).warnings == ()


def test_heights_that_waver_are_one_size() -> None:
    body = [
        ocr.Line("readers and the evening", 0.1, 0.1 * n, 0.5, 0.1 * n + 0.02 + 0.002 * (n % 2)) for n in range(1, 6)
    ]
    page = ocr.page_of_lines([*body, ocr.Line("Title", 0.1, 0.7, 0.3, 0.74)], 3, 1000, 1400)
    sizes = [piece.size for piece in page.pieces]
    assert len(set(sizes[:5])) == 1
    assert sizes[5] > 1.5 * sizes[0]
    assert (page.number, round(page.height)) == (3, 842)


@pytest.mark.skipif(not ocr.installed(), reason="requirements-ocr.txt is not installed")
def test_the_real_recogniser_reads_a_drawn_page(tmp_path: Path) -> None:
    from synthesis.infra.sandbox import read_source, render_page

    (tmp_path / "a.pdf").write_bytes(pages([lines((40, 500, 14, "Evening services have grown in the library."))]))
    (tmp_path / "a.png").write_bytes(render_page(tmp_path / "a.pdf", 1, width=1000).png)
    assert "Evening services have grown" in read_source(tmp_path / "a.png", "image").text


def test_recognition_is_given_time(monkeypatch: pytest.MonkeyPatch) -> None:
    from synthesis.infra import sandbox

    monkeypatch.setattr(sandbox, "installed", lambda: True)
    assert Limits.for_file("image", 1).longest > 600
    assert Limits.for_file("txt", 1).longest < 20
