"""The files of the corpus: one document in every format, and what has to come back of it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.formats import archive_writers as archives
from tests.formats import open_document, writers
from tests.formats.documents import CHINESE, ENGLISH, TRADITIONAL_PARAGRAPHS, Document, Piece, squeezed
from tests.formats.pdf_writer import pdf

PANDOC = {"zh": ("docx", "odt", "rtf", "epub", "html"), "en": ("docx", "epub", "html")}


@dataclass(frozen=True)
class Case:
    """A file by name, how it is made, the kind it is taken for, and its text, headings and tables."""

    name: str
    make: Callable[[], bytes]
    kind: str
    expected: str
    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)
    #: Formats that say what is a heading say its level, too.
    levels: bool = True


def whole(name: str, kind: str, document: Document, make: Callable[[], bytes], *, levels: bool = True) -> Case:
    return Case(name, make, kind, document.characters(), document.headings, document.tables, levels=levels)


def cases() -> Iterator[Case]:
    for document in (CHINESE, ENGLISH):
        yield from _written_by_pandoc(document)
        yield from _plain(document)
        yield from _pages(document)
        yield from _office(document)
        yield from _subtitles(document)
    yield from _tables(CHINESE)
    yield from _tables(ENGLISH)
    traditional = "\n".join(TRADITIONAL_PARAGRAPHS)
    yield Case("traditional-big5.txt", lambda: traditional.encode("big5"), "txt", squeezed(traditional))
    typed = CHINESE.characters("heading", "paragraph", notes=False)
    yield Case("simplified-cp936.rtf", _rtf_gbk, "rtf", typed, CHINESE.headings)
    yield Case("traditional.rtf", _rtf_big5, "rtf", squeezed(traditional))


def _written_by_pandoc(document: Document) -> Iterator[Case]:
    for form in PANDOC[document.language]:
        yield whole(
            f"{document.language}-pandoc.{form}", form, document, lambda f=form, d=document: writers.by_pandoc(d, f)
        )
    yield whole(f"{document.language}.md", "md", document, lambda d=document: writers.markdown(d).encode())
    if document is CHINESE:
        return
    yield whole(
        "en-crlf.markdown", "md", document, lambda: writers.markdown(ENGLISH).replace("\n", "\r\n").encode("utf-8-sig")
    )


def _plain(document: Document) -> Iterator[Case]:
    text = writers.plain(document)
    codings = {"utf-8": "\n", "utf-16": "\r\n", "utf-16-le": "\n"} | (
        {"gb18030": "\r\n"} if document is CHINESE else {"cp1252": "\r"}
    )
    for coding, end in codings.items():
        make = lambda c=coding, e=end, t=text: t.replace("\n", e).encode(c)  # noqa: E731 - one word for each file
        yield whole(f"{document.language}-{coding}.txt", "txt", document, make, levels=False)


def _pages(document: Document) -> Iterator[Case]:
    pages = {"utf-8": "utf-8", "gb2312": "gb18030"} if document is CHINESE else {"utf-8": "utf-8"}
    facts = {"author": writers.AUTHOR, "date": "2024-05-17", "sitename": writers.SITE, "url": writers.ADDRESS}
    made: dict[str, tuple[Callable[[], bytes], str]] = {}
    for charset, coding in pages.items():
        made[f"{charset}.html"] = (lambda s=charset, c=coding: writers.page(document, s).encode(c)), "html"
    made["chrome.mhtml"] = (lambda: archives.chrome_archive(writers.page(document))), "mhtml"
    if document is CHINESE:
        made["explorer.mht"] = (lambda: archives.explorer_archive(writers.page(document, "gb2312"))), "mhtml"
    headings = [(1, writers.TITLE), *((level + 1, text) for level, text in document.headings)]
    for name, (make, kind) in made.items():
        more = {"accessed": "2024-05-18"} if kind == "mhtml" else {}
        text = squeezed(writers.TITLE) + document.characters()
        yield Case(f"{document.language}-{name}", make, kind, text, headings, document.tables, facts | more)


def _office(document: Document) -> Iterator[Case]:
    said = Document(document.language, document.pieces)
    spoken = "".join(_slide_text(said))
    name = document.language
    yield Case(
        f"{name}.pptx", lambda d=document: archives.slides(d), "pptx", spoken, document.headings, document.tables
    )
    deck = lambda d=document: open_document.slides(d)  # noqa: E731
    yield Case(f"{name}.odp", deck, "odp", spoken, document.headings, document.tables)
    yield Case(
        f"{name}.pdf",
        lambda d=document: pdf(d),
        "pdf",
        document.characters("heading", "paragraph", notes=False),
        document.headings,
        levels=False,
    )


def _slide_text(document: Document) -> Iterator[str]:
    """Speaker notes come at the end of their slide."""
    notes = ""
    for piece in document.pieces:
        if piece.kind == "heading":
            yield notes
            notes = ""
        notes += squeezed(piece.note)
        yield squeezed(piece.text + "".join(cell for row in piece.rows for cell in row))
    yield notes


def _subtitles(document: Document) -> Iterator[Case]:
    expected = document.characters("paragraph", notes=False)
    for form in ("srt", "vtt"):
        make = lambda f=form, d=document: writers.subtitles(d, f).encode("utf-8-sig" if f == "srt" else "utf-8")  # noqa: E731
        yield Case(f"{document.language}.{form}", make, "subtitles", expected)


def _tables(document: Document) -> Iterator[Case]:
    expected, tables, name = document.characters("table"), document.tables, document.language
    codings = [(",", "utf-8-sig"), (";", "gb18030" if document is CHINESE else "cp1252"), ("\t", "utf-16")]
    for sign, coding in codings:
        ending = "tsv" if sign == "\t" else "csv"
        make = lambda s=sign, c=coding, d=document: writers.delimited(d, s).encode(c)  # noqa: E731
        yield Case(f"{name}-{coding}.{ending}", make, "csv", expected, tables=tables)
    make = lambda d=document: writers.delimited(d, quoting=csv.QUOTE_ALL).encode()  # noqa: E731
    yield Case(f"{name}-quoted.csv", make, "csv", expected, tables=tables)
    sheet = "课程" if document is CHINESE else "Courses"
    yield Case(
        f"{name}.xlsx", lambda d=document, s=sheet: _workbook(d, s), "xlsx", sheet + expected, [(1, sheet)], tables
    )
    book = lambda d=document, s=sheet: open_document.workbook(d, s)  # noqa: E731
    yield Case(f"{name}.ods", book, "ods", sheet + expected, [(1, sheet)], tables)


def _workbook(document: Document, name: str) -> bytes:
    strings: list[str] = []
    (table,) = document.of("table")
    rows = archives.sheet_rows(table.rows, strings, first=3)
    return archives.workbook([(name, "visible", rows)], strings)


def _rtf_big5() -> bytes:
    document = Document("zh", tuple(Piece("paragraph", text) for text in TRADITIONAL_PARAGRAPHS))
    return writers.rtf_in_code_page(document, "cp950", 950, 136)


def _rtf_gbk() -> bytes:
    return writers.rtf_in_code_page(CHINESE, "gb18030", 936, 134)
