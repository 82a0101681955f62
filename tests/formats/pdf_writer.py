"""A PDF without fonts of its own: text by character numbers, with the table that says which characters they are."""

from __future__ import annotations

import textwrap

from tests.formats.documents import Document

_WIDE, _NARROW = 1000, 500
_PAGE = (595, 842)
_LEFT, _TOP, _FOOT = 72, 770, 80


def pdf(document: Document) -> bytes:
    """Headings (in larger type) and paragraphs (wrapped) of a document, as many pages as they take."""
    pages: list[list[str]] = [[]]
    y = _TOP
    for piece in document.of("heading", "paragraph"):
        size = {1: 18, 2: 15}[piece.level] if piece.kind == "heading" else 11
        for line in _wrapped(piece.text, int(900 / size)):
            if y < _FOOT:
                pages.append([])
                y = _TOP
            codes = "".join(f"{ord(char):04x}" for char in line)
            pages[-1].append(f"BT /F1 {size} Tf 1 0 0 1 {_LEFT} {y} Tm <{codes}> Tj ET")
            y -= int(size * 1.5)
        y -= 8
    return _file(["\n".join(page) for page in pages], sorted({c for p in document.pieces for c in p.text}))


def _wrapped(text: str, width: int) -> list[str]:
    """Lines of `width` half characters."""
    if text.isascii():
        return textwrap.wrap(text, width)
    size = width // 2
    return [text[at : at + size] for at in range(0, len(text), size)]


def _file(pages: list[str], characters: list[str]) -> bytes:
    widths = " ".join(f"{ord(c)} [{_NARROW if c.isascii() else _WIDE}]" for c in characters)
    named = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in characters[:100])
    rest = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in characters[100:200])
    more = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in characters[200:])
    tables = "".join(f"{len(t.splitlines())} beginbfchar\n{t}\nendbfchar\n" for t in (named, rest, more) if t)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{tables}endcmap end end"
    )
    kids = " ".join(f"{7 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor 5 0 R/DW {_WIDE}/W[{widths}]>>"
        ),
        (
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120"
            "/CapHeight 700/StemV 80>>"
        ),
        f"<</Length {len(table)}>>stream\n{table}\nendstream",
    ]
    for n, content in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {_PAGE[0]} {_PAGE[1]}]/Contents {8 + 2 * n} 0 R"
            "/Resources<</Font<</F1 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(content)}>>stream\n{content}\nendstream")
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    entries = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (
        out
        + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}"
        + f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("ascii")
