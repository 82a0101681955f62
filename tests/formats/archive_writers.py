"""Web archives and office packages written part by part, as browsers and Office write them."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.formats.documents import Document
from tests.formats.writers import ADDRESS
from tests.zipped import zipped

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(parts: Mapping[str, str]) -> bytes:
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return zipped({"[Content_Types].xml": types, **{name: head + body for name, body in parts.items()}})


def relations(*targets: tuple[str, str]) -> str:
    """Relations rId1, rId2, … of kind and target."""
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def chrome_archive(html: str) -> bytes:
    """As Chrome saves a page: quoted-printable UTF-8, the address in a header of the archive."""
    body = quopri.encodestring(html.encode()).replace(b"\n", b"\r\n")
    head = (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {ADDRESS}\r\nSubject: =?utf-8?Q?x?=\r\nDate: Sat, 18 May 2024 10:00:00 +0800\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----MultipartBoundary"\r\n\r\n\r\n'
        "------MultipartBoundary\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    style = (
        "\r\n------MultipartBoundary\r\nContent-Type: text/css\r\n\r\nbody{color:red}\r\n------MultipartBoundary--\r\n"
    )
    return head.encode() + body + style.encode()


def explorer_archive(html: str) -> bytes:
    """As Internet Explorer saved pages: base64 in the page's own encoding, which the part names."""
    body = base64.encodebytes(html.encode("gb18030")).replace(b"\n", b"\r\n")
    head = (
        'From: "Saved by Windows Internet Explorer 11"\r\nSubject: x\r\nDate: Sat, 18 May 2024 10:00:00 +0800\r\n'
        'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_000"\r\n\r\n'
        'This is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\n'
        f"Content-Transfer-Encoding: base64\r\nContent-Location: {ADDRESS}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n------=_NextPart_000--\r\n"


def workbook(sheets: Sequence[tuple[str, str, str]], strings: Sequence[str] = (), formats: Sequence[str] = ()) -> bytes:
    """`sheets`: name, state ("visible", "hidden"), and the rows as XML. Style n shows `formats[n - 1]`."""
    numbers = "".join(
        f'<numFmt numFmtId="{200 + n}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for n, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + n}"/>' for n in range(len(formats)))
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" state="{state}" r:id="rId{n}"/>'
        for n, (name, state, _) in enumerate(sheets, 1)
    )
    parts = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            *(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "/xl/styles.xml"),
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{_S}">'
        + "".join(f"<si>{s if s.startswith('<') else f'<t>{escape(s)}</t>'}</si>" for s in strings)
        + "</sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{_S}"><numFmts>{numbers}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
    }
    for n, (_, _, rows) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{_S}"><sheetData>{rows}</sheetData></worksheet>'
    return package(parts)


def sheet_rows(rows: Sequence[Sequence[str]], strings: list[str], first: int = 1) -> str:
    """Cells as shared strings, numbers as numbers."""
    written = []
    for r, row in enumerate(rows, first):
        cells = []
        for c, text in enumerate(row):
            if text.isdigit():
                cells.append(f'<c r="{chr(65 + c)}{r}"><v>{text}</v></c>')
            elif text:
                strings.append(text)
                cells.append(f'<c r="{chr(65 + c)}{r}" t="s"><v>{len(strings) - 1}</v></c>')
        written.append(f'<row r="{r}">{"".join(cells)}</row>')
    return "".join(written)


def slides(document: Document) -> bytes:
    """A slide for each heading, with its paragraphs as a text box, items, table, and the notes as speaker notes."""
    parts: dict[str, str] = {}
    bodies: list[list[str]] = []
    spoken: list[str] = []
    for piece in document.pieces:
        if piece.kind == "heading":
            layout = "ctrTitle" if piece.level == 1 else "title"
            bodies.append([_shape(f'<p:ph type="{layout}"/>', _paragraph(piece.text))])
            spoken.append("")
        elif piece.kind == "table":
            rows = "".join(
                "<a:tr>" + "".join(f"<a:tc><a:txBody>{_paragraph(c)}</a:txBody></a:tc>" for c in row) + "</a:tr>"
                for row in piece.rows
            )
            bodies[-1].append(
                f"<p:graphicFrame><a:graphic><a:graphicData><a:tbl>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
            )
        elif piece.kind == "item":
            bodies[-1].append(_paragraph(piece.text, f'<a:pPr lvl="{piece.level - 1}"><a:buChar char="•"/></a:pPr>'))
        else:
            bodies[-1].append(f"<p:grpSp>{_shape('', _paragraph(piece.text))}</p:grpSp>")
            spoken[-1] += piece.note
    furniture = _shape('<p:ph type="sldNum"/>', _paragraph("99")) + _shape(
        '<p:ph type="ftr"/>', _paragraph("every slide")
    )
    for n, (body, said) in enumerate(zip(bodies, spoken, strict=True), 1):
        tree = "".join(_shape("", p) if p.startswith("<a:p>") else p for p in _grouped(body)) + furniture
        parts[f"ppt/slides/slide{n}.xml"] = (
            f'<p:sld xmlns:p="{_P}" xmlns:a="{_A}"><p:cSld><p:spTree>{tree}</p:spTree></p:cSld></p:sld>'
        )
        if said:
            parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = relations(
                ("notesSlide", f"../notesSlides/notesSlide{n}.xml")
            )
            note = _shape('<p:ph type="body"/>', _paragraph(said)) + _shape('<p:ph type="sldNum"/>', _paragraph("7"))
            parts[f"ppt/notesSlides/notesSlide{n}.xml"] = (
                f'<p:notes xmlns:p="{_P}" xmlns:a="{_A}"><p:cSld><p:spTree>{note}</p:spTree></p:cSld></p:notes>'
            )
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in range(1, len(bodies) + 1))
    parts["ppt/presentation.xml"] = (
        f'<p:presentation xmlns:p="{_P}" xmlns:r="{_R}"><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>'
    )
    parts["ppt/_rels/presentation.xml.rels"] = relations(
        *(("slide", f"slides/slide{n}.xml") for n in range(1, len(bodies) + 1))
    )
    parts["_rels/.rels"] = relations(("officeDocument", "ppt/presentation.xml"))
    return package(parts)


def _grouped(body: list[str]) -> list[str]:
    """Paragraphs of a list in one shape."""
    grouped: list[str] = []
    for part in body:
        if part.startswith("<a:p>") and grouped and grouped[-1].startswith("<a:p>"):
            grouped[-1] += part
        else:
            grouped.append(part)
    return grouped


def _shape(placeholder: str, paragraphs: str) -> str:
    return (
        f"<p:sp><p:nvSpPr><p:nvPr>{placeholder}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>{paragraphs}</p:txBody></p:sp>"
    )


def _paragraph(text: str, properties: str = "") -> str:
    middle = len(text) // 2
    runs = "".join(f"<a:r><a:t>{escape(part)}</a:t></a:r>" for part in (text[:middle], text[middle:]) if part)
    return f"<a:p>{properties}{runs}</a:p>"
