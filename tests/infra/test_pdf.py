"""PDFs printed by Chromium and written by hand: paragraphs whole across lines, columns and pages; heads set apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from synthesis.engine.text.reading import ReadingText
from synthesis.infra.sandbox import locate, read_source
from tests.engine.text.samples import SIMPLIFIED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHINESE = [p for p in SIMPLIFIED.split("\n") if p]
ENGLISH = [
    (
        "The development of evening services has been uneven across the country, and the understanding of what readers "
        "need remains incomplete. Several municipalities have experimented with extended opening hours, while others have "
        "concentrated on equipment, training and the arrangement of reading rooms; the comparison of both is instructive."
    ),
    (
        "Nevertheless, the costs of heating and of additional personnel have to be considered. Administrators who "
        "responded emphasised that lending machines reduce waiting times considerably, but that maintenance contracts are "
        "expensive. Another difficulty is the incompatibility of interfaces between different manufacturers."
    ),
]
STYLE = """<style>body{font:11pt 'Noto Serif CJK SC','Noto Serif',serif;line-height:1.6}h1{font-size:20pt}
h2{font-size:14pt}p{margin:0 0 .3em}.zh p{text-align:justify;text-indent:2em}.en p{text-align:justify;margin:0 0 1em}
.left p{text-align:left;margin:0 0 1em}.cols{column-count:2;column-gap:8mm}
td,th{border:1px solid;padding:3px 8px;vertical-align:top}table{border-collapse:collapse;width:100%}</style>"""
TABLE = (
    "<table><tr><th>年份<th>人数<th>说明<tr><td>2021<td>12,800<td>夜间开放试点之前的统计，只计白天到馆的读者，"
    "不含团体参观和馆外流动服务点的读者<tr><td>2022<td>15,300<td>试点<tr><td>2023<td>18,950<td>全面开放</table>"
)


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


REPORT = (
    f"<h1>图书馆夜间开放研究报告</h1><h2>一、服务现状</h2>{paragraphs(CHINESE)}<h2>二、人数统计</h2><p>表1 到馆人数</p>"
    f"{TABLE}<h2>三、结论</h2>{paragraphs(CHINESE[::-1])}"
)
REPORT_HEADINGS = [(1, "图书馆夜间开放研究报告"), (2, "一、服务现状"), (2, "二、人数统计"), (2, "三、结论")]
PAPER = (
    f"<h1>Evening opening of public libraries</h1><h2>1 Introduction</h2>{paragraphs(ENGLISH * 5)}"
    f"<h2>2 Results</h2>{paragraphs(ENGLISH[::-1] * 5)}"
)


@pytest.fixture
def printed(browser: Browser, tmp_path: Path) -> Callable[..., ReadingText]:
    """Prints HTML to PDF and reads it."""

    def print_(body: str, style: str, size: str, *, heads: bool = True) -> ReadingText:
        page = browser.new_page()
        page.set_content(
            f"<html lang={'en' if style == 'en' else 'zh'}><meta charset=utf-8>{STYLE}<body class={style}>{body}"
        )
        small = "<div style='font-size:8px;width:100%;text-align:center'>{}</div>"
        path = tmp_path / "printed.pdf"
        page.pdf(
            path=str(path),
            format=size,
            display_header_footer=heads,
            header_template=small.format("年度研究报告汇编 2025"),
            footer_template=small.format("第 <span class=pageNumber></span> 页"),
            margin={"top": "20mm", "bottom": "20mm", "left": "18mm", "right": "18mm"},
        )
        page.close()
        return read_source(path, "pdf")

    return print_


def of_kind(reading: ReadingText, kind: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if b.kind == kind]


def headings(reading: ReadingText) -> list[tuple[int | None, str]]:
    return [(b.level, reading.text[b.start : b.end]) for b in reading.blocks if b.kind == "heading"]


@pytest.mark.parametrize(("style", "size"), [("zh", "A4"), ("zh", "A5"), ("left", "A5")])
def test_a_chinese_report_comes_back_whole(printed: Callable[..., ReadingText], style: str, size: str) -> None:
    reading = printed(REPORT, style, size)
    assert of_kind(reading, "paragraph") == CHINESE + CHINESE[::-1]
    assert headings(reading) == REPORT_HEADINGS
    assert of_kind(reading, "caption") == ["表1 到馆人数"]
    (table,) = of_kind(reading, "table")
    assert [len(row.split("\t")) for row in table.split("\n")] == [3, 3, 3, 3]
    assert "2021\t12,800\t夜间开放试点之前的统计，只计白天到馆的读者，不含团体参观和馆外流动服务点的读者" in table
    furniture = of_kind(reading, "boilerplate")
    assert set(furniture) >= {"年度研究报告汇编 2025", "第 1 页", "第 2 页"}
    joins = {r.kind for r in reading.repairs}
    assert joins <= {"line_join", "page_join"}
    assert "line_join" in joins
    assert {b.page for b in reading.blocks} >= {1, 2}


@pytest.mark.parametrize(("body", "size"), [(PAPER, "A5"), (f"<div class=cols>{PAPER}</div>", "A4")])
def test_an_english_paper_in_one_and_two_columns(printed: Callable[..., ReadingText], body: str, size: str) -> None:
    reading = printed(body, "en", size)
    assert of_kind(reading, "paragraph") == ENGLISH * 5 + ENGLISH[::-1] * 5
    assert headings(reading) == [(1, "Evening opening of public libraries"), (2, "1 Introduction"), (2, "2 Results")]
    assert "page_join" in {r.kind for r in reading.repairs}


def test_chinese_columns_are_read_one_after_the_other(printed: Callable[..., ReadingText]) -> None:
    body = (
        f"<h1>研究报告</h1><div class=cols>{paragraphs(CHINESE * 2)}<h2>二、结论</h2>{paragraphs(CHINESE[::-1])}</div>"
    )
    reading = printed(body, "zh", "A4", heads=False)
    assert of_kind(reading, "paragraph") == CHINESE * 2 + CHINESE[::-1]


def by_hand(pages: list[list[tuple[float, float, float, str]]]) -> bytes:
    """A PDF in Helvetica; each page's lines are `(x, y, size, text)` with y upwards from the page's foot."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    kids = []
    for lines in pages:
        stream = "".join(f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, size, text in lines).encode(
            "latin-1"
        )
        objects.append(b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        start,
    )


def read_by_hand(folder: Path, pages: list[list[tuple[float, float, float, str]]]) -> ReadingText:
    path = folder / "hand.pdf"
    path.write_bytes(by_hand(pages))
    return read_source(path, "pdf")


def test_hyphens_at_line_ends_and_a_sentence_across_pages(tmp_path: Path) -> None:
    first = [
        (40, 500, 10, "Evening services have grown, and the understanding of their develop-"),
        (40, 486, 10, "ment is incomplete. Readers prefer self-service and a long-"),
        (40, 472, 10, "term plan, while the management asked for more of the same kind of"),
        (200, 30, 8, "1"),
    ]
    second = [
        (40, 540, 10, "reading rooms for the whole town. Nobody objected to this proposal"),
        (40, 526, 10, "when it was made."),
        (40, 500, 10, "Another paragraph follows after a gap that is clearly wider than one"),
        (40, 486, 10, "line of text."),
        (200, 30, 8, "2"),
    ]
    reading = read_by_hand(tmp_path, [first, second])
    assert of_kind(reading, "paragraph") == [
        (
            "Evening services have grown, and the understanding of their development is incomplete. Readers prefer "
            "self-service and a long-term plan, while the management asked for more of the same kind of reading rooms for "
            "the whole town. Nobody objected to this proposal when it was made."
        ),
        "Another paragraph follows after a gap that is clearly wider than one line of text.",
    ]
    assert of_kind(reading, "boilerplate") == ["1", "2"]
    assert {r.kind for r in reading.repairs} == {"hyphen", "line_join", "page_join"}
    (hyphen,) = [r for r in reading.repairs if r.kind == "hyphen"]
    assert hyphen.before.startswith("-")
    start, end = reading.offset_map.to_original(0, len(reading.text))
    assert reading.offset_map.to_text(start, end) == (0, len(reading.text))


def test_contents_in_print_are_set_apart(tmp_path: Path) -> None:
    body = "Evening services have grown in all of the branches of the library that took part."
    contents = [(40, 520, 16, "Contents")] + [
        (40, 490 - 14 * n, 10, f"{n + 1} {title} {'. ' * 20}{3 + n}")
        for n, title in enumerate(["Introduction", "Methods", "Results"])
    ]
    text = [(40, 520, 14, "1 Introduction"), (40, 490, 10, body), (40, 476, 10, "Readers said so.")]
    reading = read_by_hand(tmp_path, [contents, text])
    assert len(of_kind(reading, "boilerplate")) == 4
    assert [t for _, t in headings(reading)] == ["1 Introduction"]
    assert all(reading.text[a:b][0] in "1ER" for a, b in reading.sentences)


def test_a_page_written_from_top_to_bottom_is_read_line_by_line_and_shown_where_it_stands(
    printed: Callable[..., ReadingText], tmp_path: Path
) -> None:
    words = "民國一百零八年，各館經費平均三十二萬元，較前一年少百分之五。館長多半由職員兼任。𠮷野說"
    figures = "<span style='text-combine-upright: all'>42</span>"
    style = "<style>body { writing-mode: vertical-rl }</style>"
    reading = printed(f"{style}<h1>鄉鎮圖書館</h1><p>{words * 2}共{figures}份。</p>", "zh", "A5", heads=False)
    body = f"{words * 2}共42份。"
    assert [reading.written[b.start : b.end] for b in reading.blocks] == ["鄉鎮圖書館", body]
    found = locate(tmp_path / "printed.pdf", 1, "館長多半由職員兼任")
    x0, y0, x1, y1 = found.boxes[0]
    assert (y1 - y0) * found.page_height > 3 * (x1 - x0) * found.page_width


def test_headings_of_one_size_lie_below_each_other_by_their_numbers(tmp_path: Path) -> None:
    words = "The lamps were changed in all four districts and the yearly use of power fell by more than a third."
    page: list[tuple[float, float, float, str]] = []
    for n, title in enumerate(["1 Lamps", "1.1 Counting", "1.2 Cost", "2 Results", "2.1 Power"]):
        page += [(60, 760 - 120 * n, 14, title), *((60, 730 - 120 * n - 13 * k, 10, words) for k in range(3))]
    assert [level for level, _ in headings(read_by_hand(tmp_path, [page]))] == [1, 2, 2, 1, 2]
