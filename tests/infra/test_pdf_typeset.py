"""One report set in many manners: its characters in order, headings at their levels, notes, lists and tables as such."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
import typst

from synthesis.engine.text.reading import ReadingText, build_reading_text
from synthesis.infra.parsers import pdf
from tests.formats.measuring import blocks_of, share_in_order
from tests.infra.pdf_report import report
from tests.infra.pdf_typeset import Manner, Piece, typeset

MANNERS: dict[str, tuple[str, Manner, int]] = {
    "zh-small-page": ("zh", Manner(), 0),
    "zh-columns-tight": ("zh", Manner(paper="a4", columns=2, leading=0.5, spacing=0.5, rules=False), 0),
    "zh-chapters": ("zh", Manner(title_page=True, contents=True, chapters=True), 0),
    "zh-blocks-ragged": ("zh", Manner(justify=False, indent=0, spacing=1.4, circled=True, sizes=(14, 12, 10.5)), 0),
    "zh-spaced-headings": ("zh", Manner(tracking=1.2), 0),
    "zh-shown-turned": ("zh", Manner(), 90),
    "zh-turned-table": ("zh", Manner(turned=True), 0),
    "en-small-page": ("en", Manner(indent=1.5, title_page=True, contents=True), 0),
    "en-columns": ("en", Manner(paper="a4", columns=2, body=9.5, indent=0, spacing=1.3), 0),
    "en-blocks-ragged": ("en", Manner(paper="a4", justify=False, indent=0, spacing=1.3, chapters=True), 0),
    "en-tight-spaced": ("en", Manner(leading=0.4, spacing=0.4, tracking=0.3, rules=False), 0),
}


def squeezed(text: str) -> str:
    """Without blanks, and without the hyphens that nobody can tell from those of line ends."""
    return "".join(text.split()).replace("-", "").replace("’", "'")


def read(data: bytes) -> ReadingText:
    return build_reading_text(pdf.parse("pdf", io.BytesIO(data), lambda fraction: None))


def shown_turned(data: bytes, by: int) -> bytes:
    """The same pages, to be shown turned by so many degrees."""
    document, out = pdfium.PdfDocument(data), io.BytesIO()
    for page in document:
        page.set_rotation(by)
    document.save(out)
    return out.getvalue()


def marked(pieces: list[Piece], manner: Manner) -> Iterator[tuple[Piece, str]]:
    """Each piece with the mark of its note, or ""."""
    number = 0
    for piece in pieces:
        noted = piece.kind == "paragraph" and piece.note
        number += bool(noted)
        mark = ("①②③④"[number - 1] if manner.circled else f"[{number}]") if noted else ""
        yield piece, mark


@pytest.mark.parametrize("name", MANNERS)
def test_a_report_set_in_many_manners_comes_back(name: str) -> None:
    language, manner, turn = MANNERS[name]
    pieces = [p for p in report(language) if manner.title_page or p.kind != "title"]
    data = typeset(pieces, language, manner)
    reading = read(shown_turned(data, turn) if turn else data)
    with_marks = list(marked(pieces, manner))

    def found(kind: str) -> list[str]:
        return [squeezed(text).lstrip("•") for _, text in blocks_of(reading, kind)]

    above = int(manner.title_page)
    headings = [(p.level + above * (p.kind == "heading"), p.text) for p in pieces if p.kind in {"title", "heading"}]
    assert [(level, squeezed(text)) for level, text in blocks_of(reading, "heading")] == [
        (level, squeezed(text)) for level, text in headings
    ]
    dates = [squeezed(p.note) for p in pieces if p.kind == "title"]
    paragraphs = [squeezed(p.text) + mark for p, mark in with_marks if p.kind == "paragraph"]
    assert found("paragraph") == dates + paragraphs
    assert found("footnote") == [mark + squeezed(p.note) for p, mark in with_marks if mark]
    assert found("list") == [squeezed(p.text) for p in pieces if p.kind == "item"]
    assert found("caption") == [squeezed(p.text) for p in pieces if p.kind == "caption"]
    tables = ["\n".join("\t".join(row) for row in p.rows) for p in pieces if p.kind == "table"]
    assert [text for _, text in blocks_of(reading, "table")] == tables
    expected = "".join(squeezed(p.text + mark + (p.note if p.kind == "title" else "")) for p, mark in with_marks)
    running = (b for b in reading.blocks if b.kind not in {"boilerplate", "footnote", "table"})
    text = "".join(squeezed(reading.text[b.start : b.end]).lstrip("•") for b in running)
    assert share_in_order(expected, text) >= 0.99
    assert all(b.page for b in reading.blocks)
    assert {r.kind for r in reading.repairs} >= {"line_join"}


def test_powers_and_marks_after_figures_are_told_apart() -> None:
    text = (
        "The basin holds 10#super[6] litres on 250 m#super[2] and loses 12.5#footnote[Measured in May.] per cent a year. "
        "#lorem(60)"
    )

    reading = read(typst.compile(f"#set super(typographic: false)\n{text}".encode()))
    (paragraph,) = [t for _, t in blocks_of(reading, "paragraph")]
    assert paragraph.startswith("The basin holds 10⁶ litres on 250 m² and loses 12.5[1] per cent a year.")
    assert blocks_of(reading, "footnote") == [(None, "[1] Measured in May.")]


@pytest.mark.parametrize("angle", [90, 180, -90])
def test_pages_set_sideways_are_read_upright(angle: int) -> None:

    source = f"#rotate({angle}deg, reflow: true, block(width: 180mm)[= Evening opening\n#lorem(80)\n\n#lorem(40)])"
    reading = read(typst.compile(source.encode()))
    assert blocks_of(reading, "heading") == [(1, "Evening opening")]
    assert [text.count(" ") for _, text in blocks_of(reading, "paragraph")] == [79, 39]


def test_cells_in_the_middle_of_several_lines_and_the_notes_of_a_table() -> None:
    rows = [
        ["No.", "Measure", "Remarks"],
        ["1", "Shelters along the whole of the way from the landing to the stop", "Office of works"],
        ["2", "Messages", "Office of data, ready in April after an agreement with the telephone company"],
        ["3", "Charging#super[1]", "Workshop"],
    ]
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    span = "table.cell(rowspan: 2)[4], [Buses], [12.5%], [Boats], [87.5%]"
    source = (
        "#set super(typographic: false)\n#lorem(70)\n"
        f"#text(9pt)[#table(columns: (12mm, 40mm, 1fr), align: horizon, {cells}, {span})\n\n#super[1] Only at noon.]\n\n"
        "#lorem(60)"
    )
    reading = read(typst.compile(source.encode()))
    (table,) = [text.split("\n") for _, text in blocks_of(reading, "table")]
    expected = ["\t".join(row).replace("#super[1]", "[1]") for row in rows]
    assert table == [*expected, "4\tBuses\t12.5%", "\tBoats\t87.5%"]
    assert [b.kind for b in reading.blocks] == ["paragraph", "table", "footnote", "paragraph"]
