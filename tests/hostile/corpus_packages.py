"""Packages, markup and text made to explode, to nest without end, or to be two things at once."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence

from tests.pdf_by_hand import lines, pages

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="{{}}"/></Relationships>'
)
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
ENTITIES = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{ENTITIES}]>'
HA = "&l11;"


def package(parts: Sequence[tuple[str, str | bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(name, data, compress_type=stored)
    return buffer.getvalue()


def docx(body: str, before: str = "") -> bytes:
    xml = (
        f'{before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    parts = [("[Content_Types].xml", TYPES), ("_rels/.rels", ROOT.format("word/document.xml"))]
    return package([*parts, ("word/document.xml", xml)])


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def odt(text: str) -> bytes:
    xml = (
        f'{LAUGHS}<office:document-content xmlns:office="{OPEN}:office:1.0" xmlns:text="{OPEN}:text:1.0">'
        f"<office:body><office:text><text:p>{text}</text:p></office:text></office:body></office:document-content>"
    )
    return package([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", xml)])


def epub(text: str) -> bytes:
    container = (
        f'<container version="1.0" xmlns="{OPEN}:container"><rootfiles>'
        '<rootfile full-path="c.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    listing = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="2.0"><metadata/><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    chapter = f'{LAUGHS}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>{text}</p></body></html>'
    parts = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", container)]
    return package([*parts, ("c.opf", listing), ("a.xhtml", chapter)])


def xlsx(sheet: str, before: str = "") -> bytes:
    book = f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    related = ROOT.format("worksheets/sheet1.xml").replace('officeDocument"', 'worksheet"')
    return package(
        [
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT.format("xl/workbook.xml")),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", related),
            ("xl/worksheets/sheet1.xml", f'{before}<worksheet xmlns="{SHEETS}">{sheet}</worksheet>'),
        ]
    )


def nested(depth: int) -> bytes:
    data = package([("a.txt", "hello")])
    for n in range(depth):
        data = package([(f"{n}.zip", data)])
    return data


def lying_size() -> bytes:
    data = bytearray(docx(words("a" * 100_000)))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 10)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of the directory share one stream."""
    data = bytearray(package([("a.txt", "x" * 1000), ("b.txt", "y" * 1000)]))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = struct.pack("<I", 0)
    return bytes(data)


def laughing(markup: str) -> bytes:
    return (LAUGHS + markup).encode()


def marks() -> bytes:
    return ("a" + "\u0301" * 3_000_001).encode()


def giant_png() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 60_001 * 1000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def named(name: str, inner: str = "hello") -> bytes:
    return package([("[Content_Types].xml", TYPES), ("word/document.xml", words(inner)), (name, "x")])


CORPUS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "laughs in docx": ("a.docx", lambda: docx(words(HA), LAUGHS)),
    "laughs in odt": ("a.odt", lambda: odt(HA)),
    "laughs in epub": ("a.epub", lambda: epub(HA)),
    "laughs in xlsx": (
        "a.xlsx",
        lambda: xlsx(f'<sheetData><row><c t="inlineStr"><is><t>{HA}</t></is></c></row></sheetData>', LAUGHS),
    ),
    "laughs in html": ("a.html", lambda: laughing(f"<html><body><p>{HA}</p></body></html>")),
    "laughs in svg": (
        "a.svg",
        lambda: laughing(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{HA}</text></svg>'),
    ),
    "outside file": (
        "a.docx",
        lambda: docx(words("&e;"), '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'),
    ),
    "deep tables": (
        "a.docx",
        lambda: docx("<w:tbl><w:tr><w:tc>" * 20_000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 20_000),
    ),
    "far cell": (
        "a.xlsx",
        lambda: xlsx('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ),
    "merged sheet": (
        "a.xlsx",
        lambda: xlsx(
            '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
            '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
    ),
    "wide sheet": (
        "a.xlsx",
        lambda: xlsx("<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 25_000 + "</sheetData>"),
    ),
    "bomb": ("a.docx", lambda: package([("[Content_Types].xml", TYPES), ("word/document.xml", b"\0" * 60_000_000)])),
    "nested archives": ("a.zip", lambda: nested(6)),
    "lying size": ("a.docx", lying_size),
    "overlapping parts": ("a.zip", overlapping),
    "part above": ("a.docx", lambda: named("../../escape.xml")),
    "part with an absolute name": ("a.docx", lambda: named("/etc/cron.d/x")),
    "deep page": ("a.html", lambda: b"<html><body>" + b"<div>" * 100_000 + b"deep"),
    "deep tables of a page": ("a.html", lambda: b"<html><body>" + b"<table><tr><td>" * 20_000 + b"deep"),
    "spanning cells": (
        "a.html",
        lambda: b"<html><body><table><tr>" + b"<td colspan=65534 rowspan=65534>x" * 20 + b"</table>",
    ),
    "no end of spaces": ("a.txt", lambda: b"a" + b" " * 10_000_000 + b"b"),
    "no end of marks": ("a.txt", marks),
    "giant picture": ("a.png", giant_png),
    "picture that is a page": ("a.html", lambda: b"GIF89a/*<html><script>alert(1)</script><p>hello</p></html>*/=1;"),
    "program that is a text": ("a.txt", lambda: b"MZ" + b"hello " * 1000),
    "archive that is a report": (
        "a.docx",
        lambda: docx(words("hello")) + pages([lines((40, 500, 10, "hello"))]),
    ),
}
#: These go on for ever; tests give them little time.
SLOW: dict[str, tuple[str, Callable[[], bytes]]] = {
    "paragraphs without end": ("a.docx", lambda: docx(words("a") * 300_000)),
    "brackets": ("a.md", lambda: b"# t\n" + b"[" * 100_000),
    "quotes in quotes": ("a.md", lambda: b"# t\n\n" + b">" * 50_000 + b" a"),
}
NAMES = (
    "report\u202efdp.exe",
    "a\x00b.txt",
    "../../etc/passwd",
    "a\\b.txt",
    "\u2066x\u2069.pdf",
    "...",
    "  ",
    "x" * 300 + ".txt",
    "a\nb.txt",
    "\ud800.txt",
)
