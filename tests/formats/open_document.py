"""OpenDocument sheets and slides written part by part, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.formats.documents import Document, Piece
from tests.zipped import zipped

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"), ("style", "style"),
        ("presentation", "presentation"), ("meta", "meta"),
    )
)  # fmt: skip
_HIDDEN = (
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    '<style:style style:name="dp2" style:family="drawing-page">'
    '<style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
)


def package(kind: str, body: str, manifest: str = "", outline: str = "") -> bytes:
    """`kind` is "text", "spreadsheet" or "presentation"; `body` what stands in the element of that name.

    `outline` says how headings are counted.
    """
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{_HIDDEN}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta {_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
        "<meta:initial-creator>Ann</meta:initial-creator><dc:creator>Bo</dc:creator></office:meta></office:document-meta>"
    )
    members = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": '<?xml version="1.0" encoding="UTF-8"?>\n' + content,
        "meta.xml": meta,
    }
    if outline:
        levels = f"<office:styles><text:outline-style>{outline}</text:outline-style></office:styles>"
        members["styles.xml"] = f"<office:document-styles {_NAMES}>{levels}</office:document-styles>"
    return zipped({**members, "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>"})


def flat(kind: str, body: str) -> bytes:
    """The same as one file of XML, which LibreOffice opens without a list of parts."""
    media = f"application/vnd.oasis.opendocument.{kind}"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:document {_NAMES} office:version="1.2" office:mimetype="{media}">'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document>"
    ).encode()


def cell(text: str, value: str = "") -> str:
    if not text:
        return "<table:table-cell/>"
    kind = f'office:value-type="float" office:value="{value}"' if value else 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(text)}</text:p></table:table-cell>"


def rows(table: Sequence[Sequence[str]]) -> str:
    return "".join(f"<table:table-row>{''.join(cell(c) for c in row)}</table:table-row>" for row in table)


def sheet(name: str, inner: str, style: str = "ta1") -> str:
    """With the blank rows and columns that follow in every file."""
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    columns = '<table:table-column table:number-columns-repeated="16384"/>'
    return f'<table:table table:name="{escape(name)}" table:style-name="{style}">{columns}{inner}{rest}</table:table>'


def workbook(document: Document, name: str) -> bytes:
    (table,) = document.of("table")
    return package("spreadsheet", sheet(name, rows(table.rows)))


def frame(role: str, inner: str) -> str:
    return f'<draw:frame presentation:class="{role}"><draw:text-box>{inner}</draw:text-box></draw:frame>'


def page(inner: str, style: str = "dp1") -> str:
    return f'<draw:page draw:name="page" draw:style-name="{style}">{inner}</draw:page>'


def slides(document: Document) -> bytes:
    """A slide for each heading, with its paragraphs, items and table, and the notes as speaker notes."""
    pages: list[list[Piece]] = []
    for piece in document.pieces:
        if piece.kind == "heading":
            pages.append([])
        pages[-1].append(piece)
    return package("presentation", "".join(page(_slide(pieces)) for pieces in pages))


def _slide(pieces: Sequence[Piece]) -> str:
    title, *rest = pieces
    opening = title.level == 1
    found = [frame("title", _paragraph(title.text)), frame("page-number", _paragraph("99"))]
    items = ""
    for piece in rest:
        if piece.kind == "item":
            items += _item(piece)
            continue
        if items:
            found.append(frame("outline", items))
            items = ""
        if piece.kind == "table":
            found.append(f"<draw:frame><table:table>{rows(piece.rows)}</table:table></draw:frame>")
        elif opening:
            found.append(frame("subtitle", _paragraph(piece.text)))
        else:
            found.append(f"<draw:g><draw:custom-shape>{_paragraph(piece.text)}</draw:custom-shape></draw:g>")
    found += [frame("outline", items)] if items else []
    # A slide that opens has a line under its title, be it empty.
    found += [frame("subtitle", "<text:p/>")] if opening else []
    said = "".join(piece.note for piece in rest)
    notes = frame("notes", _paragraph(said)) + frame("page-number", _paragraph("7"))
    return "".join(found) + (f"<presentation:notes>{notes}</presentation:notes>" if said else "")


def _item(piece: Piece) -> str:
    inner = _paragraph(piece.text)
    for _ in range(piece.level):
        inner = f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
    return inner


def _paragraph(text: str) -> str:
    """In two runs, as spell checking leaves them."""
    half = len(text) // 2
    return f"<text:p><text:span>{escape(text[:half])}</text:span>{escape(text[half:])}</text:p>"
