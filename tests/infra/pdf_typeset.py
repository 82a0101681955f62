"""Reports set by typst in many manners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import typst

from synthesis.infra.typesetting_fonts import folder

Kind = Literal["title", "heading", "paragraph", "item", "table", "caption"]
#: Sets Chinese; installed with Collate.
CHINESE = "Noto Serif SC"
_RUNNING = {"zh": "城市轮渡年度报告", "en": "Annual report on town ferries"}
_CONTENTS = {"zh": "目录", "en": "Contents"}
#: The head names the chapter that begins on the page, or the last one that began before.
_CHAPTER = (
    "context { let all = query(heading.where(level: 1)).filter(h => h.location().page() <= here().page()); "
    "if all.len() > 0 { text(8pt, all.last().body) } }"
)
_SPECIAL = frozenset("\\#$*_`<>@=-+/[]~")


@dataclass(frozen=True)
class Piece:
    """One piece; `note` is a footnote whose mark stands at its end, or the line at the foot of the title page."""

    kind: Kind
    text: str = ""
    level: int = 1
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Manner:
    """How a document is set; sizes in points, the rest in sizes."""

    paper: str = "a5"
    columns: int = 1
    body: float = 10.5
    leading: float = 0.8
    spacing: float = 0.8
    indent: float = 2.0
    justify: bool = True
    chapters: bool = False
    sizes: tuple[float, float, float] = (17.0, 14.0, 12.0)
    tracking: float = 0.0
    rules: bool = True
    contents: bool = False
    title_page: bool = False
    circled: bool = False
    turned: bool = False


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(font_paths=[str(folder())])


def typeset(pieces: Sequence[Piece], language: str, manner: Manner) -> bytes:
    """The PDF of `pieces`."""
    return typst.compile(_source(pieces, language, manner).encode(), font_paths=_fonts())


def _source(pieces: Sequence[Piece], language: str, m: Manner) -> str:
    font = CHINESE if language == "zh" else "Libertinus Serif"
    head = _CHAPTER if m.chapters else f"text(8pt)[{_RUNNING[language]}]"
    number = '"— 1 —"' if language == "zh" else '"1"'
    justify = str(m.justify).lower()
    out = [
        f'#set page(paper: "{m.paper}", margin: 18mm, columns: {m.columns}, header: {head}, numbering: {number})',
        f'#set text(font: "{font}", size: {m.body}pt, lang: "{language}", hyphenate: {justify})',
        f"#set par(justify: {justify}, leading: {m.leading}em, spacing: {m.spacing}em)",
        f"#set par(first-line-indent: (amount: {m.indent}em, all: true))",
        f"#show heading: set text(tracking: {m.tracking}em)",
        "#show heading: set par(first-line-indent: 0pt, justify: false)",
        *(f"#show heading.where(level: {n}): set text({size}pt)" for n, size in enumerate(m.sizes, 1)),
    ]
    if m.circled:
        out.append('#set footnote(numbering: "①")')
    if m.chapters:
        out.append("#show heading.where(level: 1): it => { pagebreak(weak: true); it }")
    if m.title_page:
        out.extend(_piece(p, m) for p in pieces if p.kind == "title")
    if m.contents:
        out.append(f"#outline(title: [{_CONTENTS[language]}])\n#pagebreak()")
    out.extend(_piece(p, m) for p in pieces if p.kind != "title")
    return "\n\n".join(out)


def _piece(p: Piece, m: Manner) -> str:
    said = _said(p.text)
    if p.kind == "title":
        date = f"#v(40%)#align(center)[{_said(p.note)}]"
        title = f'#v(30%)#align(center)[#text(26pt, weight: "bold")[{said}]]'
        return f"#page(header: none, numbering: none, columns: 1)[{title}{date}]"
    if p.kind == "heading":
        return "=" * p.level + " " + said
    if p.kind == "item":
        return "- " + said
    if p.kind == "caption":
        return f"#align(center)[#text({m.body * 0.88}pt)[{said}]]"
    if p.kind == "table":
        cells = ", ".join(f"[{_said(cell)}]" for row in p.rows for cell in row)
        stroke = "0.5pt" if m.rules else "none"
        table = f"table(align: left, columns: {len(p.rows[0])}, stroke: {stroke}, {cells})"
        table = f"rotate(90deg, reflow: true, {table})" if m.turned else table
        return f"#align(center, block(breakable: false, {table}))"
    return said + (f"#footnote[{_said(p.note)}]" if p.note else "")


def _said(text: str) -> str:
    """`text` with the signs that mean something to typst made plain."""
    return "".join("\\" + c if c in _SPECIAL else c for c in text)
