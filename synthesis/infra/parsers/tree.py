"""pandoc's JSON tree as blocks: headings with levels, lists, tables row by row with tabs, footnotes at the end."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from synthesis.engine.text.extraction import BlockKind, ExtractedBlock
from synthesis.infra.parsers.raised import raised
from synthesis.infra.parsers.spans import SpannedRows

#: Among so many blocks a title stands that a file also states.
_OPENING = 5
_OWN_MARK = re.compile(r"\s*[\[(（]?(?:\d{1,3}|[ivxlc]{1,5}|[*†‡§]{1,3}|注\d{0,2}|[↩↑^⏎]\ufe0e?)[\])）]?[.:：]?\s*")
_WRAPPERS = frozenset({"Emph", "Strong", "Underline", "Strikeout", "Subscript", "SmallCaps"})


def blocks_of(blocks: list[Any], title: str = "", *, raising: bool = True) -> list[ExtractedBlock]:
    """The text of a tree, block by block; `title` is put back as the first heading when the reader took it out.

    With `raising`, raised figures stay told from the others.
    """
    walker = _Walker(raising=raising)
    walker.walk(blocks, 0)
    walker.add_notes()
    found = walker.found
    if not title.strip():
        return found
    stands = next((i for i, b in enumerate(found[:_OPENING]) if b.text.split() == title.split()), None)
    if stands is None:
        return [ExtractedBlock(title.strip("\n"), "heading", 1), *found]
    found[stands] = ExtractedBlock(found[stands].text, "heading", 1)
    return found


def plain(meta: Any) -> str:
    """The text of a metadata value (inlines, blocks, a list of them or a string), "" for none."""
    if not isinstance(meta, dict):
        return ""
    kind: str = meta.get("t", "")
    content: Any = meta.get("c")
    if kind == "MetaString":
        return str(content).strip()
    if kind == "MetaInlines":
        return _Walker().inlines(content).strip()
    if kind == "MetaList":
        return "; ".join(p for p in (plain(m) for m in content) if p)
    if kind == "MetaBlocks":
        return " ".join(b.text for b in blocks_of(content))
    return ""


class _Walker:
    """Collects blocks; notes are numbered as they come and kept for the end."""

    def __init__(self, *, raising: bool = True) -> None:
        self._raising = raising
        self.found: list[ExtractedBlock] = []
        self._notes: list[str] = []
        self._in_note = False

    def add(self, text: str, kind: BlockKind, level: int | None = None) -> None:
        """Keep a block unless it is blank."""
        if text.strip():
            self.found.append(ExtractedBlock(text.strip("\n"), kind, level))

    def add_notes(self) -> None:
        """The footnotes, each with its mark."""
        for number, text in enumerate(self._notes, 1):
            self.add(f"[{number}] {text}", "footnote")

    def walk(self, blocks: list[Any], depth: int) -> None:
        """Blocks in their order; `depth` is the nesting of lists around them."""
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind == "Header":
                self.add(" ".join(self.inlines(content[2]).split("\n")), "heading", int(content[0]))
            elif kind in {"Para", "Plain"}:
                self.add(self.inlines(content), "list" if depth else "paragraph", depth or None)
            elif kind == "CodeBlock":
                self.add(str(content[1]), "paragraph")
            elif kind == "LineBlock":
                self.add("\n".join(self.inlines(line) for line in content), "paragraph")
            elif kind in {"BulletList", "OrderedList"}:
                for item in content if kind == "BulletList" else content[1]:
                    self.walk(item, depth + 1)
            elif kind == "DefinitionList":
                for term, meanings in content:
                    self.add(self.inlines(term), "paragraph")
                    for meaning in meanings:
                        self.walk(meaning, depth + 1)
            elif kind == "Table":
                self._table(content)
            elif kind == "BlockQuote":
                self.walk(content, depth)
            elif kind == "Div":
                self.walk(content[1], depth)
            elif kind == "Figure":
                self.walk(content[2], depth)
                self._caption(content[1])

    def _caption(self, caption: Any) -> None:
        self.add(self._flat(caption[1]), "caption")

    def _table(self, content: Any) -> None:
        _, caption, _, head, bodies, foot = content
        self._caption(caption)
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        table = SpannedRows()
        for row in rows:
            table.start_row()
            for _, _, height, width, blocks in row[1]:
                table.add(" ".join(self._flat(blocks).split()), height, width)
        table.end_row()
        lines = ["\t".join(row) for row in table.rows]
        self.add("\n".join(line for line in lines if line.strip()), "table")

    def _flat(self, blocks: list[Any], *, in_note: bool = False) -> str:
        """Blocks inside a cell, caption or note as one line of text."""
        inner = _Walker(raising=self._raising)
        inner._notes, inner._in_note = self._notes, in_note
        inner.walk(blocks, 0)
        return " ".join(b.text for b in inner.found)

    def inlines(self, inlines: list[Any]) -> str:
        """The text of inlines; footnotes leave a mark such as [2]."""
        pieces: list[str] = []
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind == "Str":
                pieces.append(content)
            elif kind == "Space":
                pieces.append(" ")
            elif kind == "SoftBreak":
                pieces.append(_soft_break(pieces))
            elif kind == "LineBreak":
                pieces.append("\n")
            elif kind == "Superscript":
                words = self.inlines(content)
                pieces.append(raised(words) if self._raising else words)
            elif kind in _WRAPPERS:
                pieces.append(self.inlines(content))
            elif kind in {"Quoted", "Cite", "Span"}:
                body = self.inlines(content[1])
                double = kind == "Quoted" and content[0]["t"] == "DoubleQuote"
                pieces.append(f"“{body}”" if double else f"‘{body}’" if kind == "Quoted" else body)
            elif kind in {"Code", "Math"}:
                pieces.append(content[1])
            elif kind == "Link":
                words = self.inlines(content[1])
                # A note's own mark, which leads back to where it is called.
                if not (self._in_note and content[2][0].startswith("#") and _OWN_MARK.fullmatch(words)):
                    pieces.append(words)
            elif kind == "Note":
                place = len(self._notes)
                self._notes.append("")
                self._notes[place] = self._flat(content, in_note=True).strip()
                pieces.append(f"[{place + 1}]")
        return "".join(pieces)


def _soft_break(pieces: list[str]) -> str:
    """A line end in Markdown: Chinese lines are their own paragraphs as people type them, Latin ones are wrapped."""
    before = next((p[-1] for p in reversed(pieces) if p), " ")
    return "\n" if unicodedata.east_asian_width(before) in "WFA" else " "
