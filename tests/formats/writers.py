"""A document in every format: by pandoc where pandoc writes it, else by hand."""

from __future__ import annotations

import csv
import html
import io
import tempfile
from functools import cache
from pathlib import Path

import pypandoc

from tests.formats.documents import Document, Piece


@cache
def by_pandoc(document: Document, form: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{form}"
        options = ["--standalone", "--quiet", f"--metadata=lang:{document.language}"]
        # A web page without a title gets its file's name for one.
        options += ["--metadata=pagetitle:x"] if form in {"html", "epub"} else []
        pypandoc.convert_text(markdown(document), form, format="markdown", outputfile=str(path), extra_args=options)
        return path.read_bytes()


def markdown(document: Document) -> str:
    lines: list[str] = []
    notes: list[str] = []
    before = ""
    for piece in document.pieces:
        if not (piece.kind == before == "item"):
            lines.append("")
        before = piece.kind
        if piece.kind == "heading":
            lines.append("#" * piece.level + " " + piece.text)
        elif piece.kind == "item":
            lines.append("    " * (piece.level - 1) + "- " + piece.text)
        elif piece.kind == "table":
            head, *body = piece.rows
            lines.append("| " + " | ".join(head) + " |")
            lines.append("|" + "---|" * len(head))
            lines += ["| " + " | ".join(row) + " |" for row in body]
        else:
            mark = ""
            if piece.note:
                notes.append(piece.note)
                mark = f"[^{len(notes)}]"
            lines.append(piece.text + mark)
    return "\n".join([*lines, "", *(f"[^{n}]: {note}\n" for n, note in enumerate(notes, 1))])


def plain(document: Document, end: str = "\n") -> str:
    """Text as people type it: headings and paragraphs a line each, tables with tabs."""
    lines: list[str] = []
    notes: list[str] = []
    for piece in document.pieces:
        if piece.kind == "table":
            lines += ["\t".join(row) for row in piece.rows]
            continue
        mark = ""
        if piece.note:
            notes.append(piece.note)
            mark = f"[{len(notes)}]"
        lines.append(("• " if piece.kind == "item" else "") + piece.text + mark)
    return end.join([*lines, *(f"[{n}] {note}" for n, note in enumerate(notes, 1))]) + end


def page(document: Document, charset: str = "utf-8") -> str:
    """A page of a newspaper: the text between navigation, a cookie bar, other articles and a footer."""
    body: list[str] = []
    notes: list[str] = []
    depth = 0
    for piece in [*document.pieces, Piece("paragraph")]:
        level = piece.level if piece.kind == "item" else 0
        body += ["<ul>"] * max(0, level - depth) + ["</ul>"] * max(0, depth - level)
        depth = level
        text = html.escape(piece.text)
        if piece.kind == "heading":
            body.append(f"<h{piece.level + 1}>{text}</h{piece.level + 1}>")
        elif piece.kind == "item":
            body.append(f"<li>{text}")
        elif piece.kind == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in piece.rows)
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif text:
            mark = ""
            if piece.note:
                notes.append(piece.note)
                n = len(notes)
                mark = f'<sup id="r{n}"><a href="#n{n}">{n}</a></sup>'
            body.append(f"<p>{text}{mark}</p>")
    numbered = "".join(f'<li id="n{n}">{note} <a href="#r{n}">↩</a></li>' for n, note in enumerate(notes, 1))
    return f"""<!DOCTYPE html><html lang="{document.language}"><head>
<meta http-equiv="Content-Type" content="text/html; charset={charset}"><title>{TITLE}</title>
<meta name="author" content="{AUTHOR}"><meta property="og:site_name" content="{SITE}">
<meta property="article:published_time" content="2024-05-17T08:00:00+08:00"><link rel="canonical" href="{ADDRESS}">
</head><body><header><nav><ul><li><a href="/">首页</a></li><li><a href="/life">生活</a></li></ul></nav></header>
<div class="cookie-consent">We use cookies. <button>OK</button></div>
<main><article><h1>{TITLE}</h1>{"".join(body)}<ol>{numbered}</ol></article></main>
<aside class="related"><h3>相关阅读</h3><ul><li><a href="/2">旧礼堂修缮完工</a></li></ul></aside>
<footer>版权所有 {SITE}</footer></body></html>"""


TITLE, AUTHOR, SITE, ADDRESS = "夜校里的灯", "周岚", "江南周报", "https://weekly.example.org/2024/05/night.html"


def rtf_in_code_page(document: Document, encoding: str, number: int, charset: int) -> bytes:
    """RTF as WordPad writes it in China: bytes of the code page as hexadecimal pairs, headings as styles."""
    lines = [
        rf"{{\rtf1\ansi\ansicpg{number}\deff0{{\fonttbl{{\f0\fnil\fcharset{charset} SimSun;}}}}",
        r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\outlinelevel1 heading 2;}}",
    ]
    for piece in document.of("heading", "paragraph"):
        style = rf"\s{piece.level}\outlinelevel{piece.level - 1}" if piece.kind == "heading" else r"\s0"
        lines.append(rf"\pard\plain{style}\f0 {_escaped(piece.text, encoding)}\par")
    return ("\r\n".join(lines) + "}").encode("ascii")


def _escaped(text: str, encoding: str) -> str:
    return "".join(
        char if char.isascii() else "".join(f"\\'{byte:02x}" for byte in char.encode(encoding)) for char in text
    )


def delimited(document: Document, sign: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    for piece in document.of("table"):
        csv.writer(out, delimiter=sign, quoting=quoting).writerows(piece.rows)
    return out.getvalue()


def subtitles(document: Document, form: str) -> str:
    """The paragraphs in cues of at most 18 characters (or six words), three seconds each."""
    mark = "," if form == "srt" else "."
    cues: list[str] = []
    start = 0.0
    for piece in document.of("paragraph"):
        words = piece.text.split() if " " in piece.text else list(piece.text)
        size = 6 if " " in piece.text else 18
        for at in range(0, len(words), size):
            shown = (" " if " " in piece.text else "").join(words[at : at + size])
            times = f"{_clock(start, mark)} --> {_clock(start + 2.8, mark)}"
            number = f"{len(cues) + 1}\n" if form == "srt" else ""
            cues.append(f"{number}{times}\n{f'<i>{shown}</i>' if form == 'srt' else shown}\n")
            start += 3
        start += 4
    head = "WEBVTT\n\nNOTE made by hand\nof two lines\n\n" if form == "vtt" else ""
    return head + "\n".join(cues)


def _clock(seconds: float, mark: str) -> str:
    return f"{int(seconds) // 3600:02d}:{int(seconds) // 60 % 60:02d}:{int(seconds) % 60:02d}{mark}{int(seconds * 1000) % 1000:03d}"
