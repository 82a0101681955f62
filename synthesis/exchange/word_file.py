"""A Word file as pandoc makes it, dressed: Chinese and Latin faces in every style, and a watermark behind every page."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import quoteattr

# What Word, WPS and LibreOffice all have or replace sensibly; without it Chinese falls back to a Japanese face.
EAST_ASIAN, LATIN = "SimSun", "Times New Roman"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADER_ID = "rIdWatermark"
# A4 with 25 mm around the text, in twentieths of a point: what names no paper is a letter to Word.
_PAPER = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="709" w:footer="709" w:gutter="0"/>'
_HEADER = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:hdr xmlns:w="%(word)s" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:pict>
<v:shapetype id="watermark-type" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="watermark" type="#watermark-type" style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:100pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="#d8d8d8" stroked="f">
<v:textpath style="font-family:&quot;%(face)s&quot;;font-size:1pt" string=%(text)s/></v:shape>
</w:pict></w:r></w:p></w:hdr>"""


def dressed(docx: bytes, watermark: str = "") -> bytes:
    """The file with named fonts in place of theme fonts, so that every reader shows the same, and with `watermark` ("" for
    none) in a header of every page."""
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{LATIN}" w:eastAsia="{EAST_ASIAN}" />'
    named = f'<w:headerReference xmlns:r="{_OFFICE}" w:type="default" r:id="{_HEADER_ID}"/>' if watermark else ""
    changed = {
        "word/styles.xml": lambda text: re.sub(r"<w:rFonts\b[^>]*/>", fonts, text),
        "word/document.xml": lambda text: _with_section(text, named, _PAPER),
    }
    if watermark:
        changed |= {
            "[Content_Types].xml": _with_header_type,
            "word/_rels/document.xml.rels": _with_header_relation,
        }
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename in changed:
                data = changed[item.filename](data.decode("utf-8")).encode("utf-8")
            new.writestr(item, data)
        if watermark:
            words = {"word": _WORD, "face": EAST_ASIAN, "text": quoteattr(watermark)}
            new.writestr("word/watermark.xml", _HEADER % words)
    return out.getvalue()


def _with_header_type(text: str) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    return text.replace("</Types>", f'<Override PartName="/word/watermark.xml" ContentType="{kind}"/></Types>')


def _with_header_relation(text: str) -> str:
    relation = f'<Relationship Id="{_HEADER_ID}" Type="{_OFFICE}/header" Target="watermark.xml"/>'
    return text.replace("</Relationships>", f"{relation}</Relationships>")


def _with_section(text: str, header: str, paper: str) -> str:
    """Tells the last section's header and paper, which pandoc leaves open."""
    begun = re.sub(r"<w:sectPr\s*/>", "<w:sectPr></w:sectPr>", text)
    if "<w:sectPr" not in begun:
        begun = begun.replace("</w:body>", "<w:sectPr></w:sectPr></w:body>")
    begun = re.sub(r"(<w:sectPr\b[^>]*>)", rf"\1{header}", begun)
    return begun if "<w:pgSz" in begun else begun.replace("</w:sectPr>", f"{paper}</w:sectPr>")
