"""Presentations (PPTX): slides in their order, each under its title, with lists, tables, charts and speaker notes.

The number of a slide is the `page` of its blocks. Dates, footers and slide numbers that every slide repeats are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from synthesis.engine.text.extraction import BlockKind, ExtractedBlock, Extraction
from synthesis.infra.parsers.charts import chart_blocks, diagram_lines
from synthesis.infra.parsers.package import Package, attribute, every, find, local
from synthesis.infra.parsers.raised import raised
from synthesis.infra.parsers.tables import table_text
from synthesis.infra.parsers.unreadable import Unreadable

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr", "sldImg"})
#: Layouts whose title opens the deck or a part of it.
_OPENING = frozenset({"title", "secHead"})
_BULLETED = frozenset({"body", "obj"})
#: Groups of shapes nest; nobody nests them deeper.
_DEEPEST = 40


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """The text of the visible slides; hidden ones are counted in the warnings. Raises Unreadable."""
    package = Package(source)
    root = package.tree(package.main)
    if local(root) != "presentation":
        raise Unreadable("no presentation")
    related = package.related(package.main)
    names = [related[key][1] for e in every(root, "sldId") if (key := attribute(e, "id")) in related]
    blocks: list[ExtractedBlock] = []
    hidden = 0
    for number, name in enumerate(names, 1):
        slide = _Slide(package, name, number)
        hidden += slide.hidden
        if not slide.hidden:
            blocks.extend(slide.blocks())
        tell(number / len(names))
    if not blocks:
        raise Unreadable("no text", code="no_text")
    warnings = (f"hidden-slides:{hidden}",) if hidden else ()
    facts = package.facts()
    title = facts.pop("title", "")
    return Extraction(tuple(levelled(blocks)), title, facts, warnings, kind, structured=True)


def levelled(blocks: list[ExtractedBlock]) -> Iterator[ExtractedBlock]:
    """Titles of slides are of the highest level in a deck that has no opening slides."""
    flat = not any(b.kind == "heading" and b.level == 1 for b in blocks)
    for b in blocks:
        yield ExtractedBlock(b.text, b.kind, 1, b.page) if flat and b.kind == "heading" else b


class _Slide:
    def __init__(self, package: Package, name: str, number: int) -> None:
        self._package = package
        self._number = number
        self._root = package.tree(name)
        self._related = package.related(name)
        self.hidden = self._root.get("show") in {"0", "false"}

    def blocks(self) -> list[ExtractedBlock]:
        """Title, then the shapes in the order in which they are read aloud, then the notes."""
        shapes = list(_shapes(find(self._root, "cSld", "spTree"), 0))
        titles = [s for s in shapes if local(s) == "sp" and _role(s) in _TITLES]
        others = [s for s in shapes if not any(s is title for title in titles)]
        found = [block for shape in titles for block in self._title(shape)]
        return [*found, *(block for shape in others for block in self._shape(shape)), *self._notes()]

    def _title(self, shape: Any) -> list[ExtractedBlock]:
        text = one_line(paragraph for paragraph, _ in _paragraphs(find(shape, "txBody")))
        level = 1 if _role(shape) == "ctrTitle" or self._layout() in _OPENING else 2
        return [ExtractedBlock(text, "heading", level, self._number)] if text else []

    def _layout(self) -> str:
        part = next((target for kind, target in self._related.values() if kind == "slideLayout"), None)
        return str(self._package.tree(part).get("type") or "") if part and self._package.has(part) else ""

    def _shape(self, shape: Any) -> list[ExtractedBlock]:
        if local(shape) == "graphicFrame":
            return self._frame(shape)
        role = _role(shape)
        if role in _FURNITURE:
            return []
        found = []
        for text, properties in _paragraphs(find(shape, "txBody")):
            level = _list_level(properties, bulleted=role in _BULLETED)
            kind: BlockKind = "list" if level else "paragraph"
            found.append(ExtractedBlock(text, kind, level, self._number))
        # One point is no list.
        if len(found) == 1 and role in _BULLETED:
            found = [ExtractedBlock(found[0].text, "paragraph", None, self._number)]
        return found

    def _frame(self, frame: Any) -> list[ExtractedBlock]:
        """A table, a chart or a diagram."""
        for element in every(frame, "tbl", "chart", "relIds"):
            if local(element) == "tbl":
                text = table_text(
                    [[_cell(cell) for cell in row if local(cell) == "tc"] for row in every(element, "tr")]
                )
                return [ExtractedBlock(text, "table", None, self._number)] if text else []
            chart = local(element) == "chart"
            _, part = self._related.get(attribute(element, "id" if chart else "dm") or "", ("", ""))
            if not part or not self._package.has(part):
                continue
            root = self._package.tree(part)
            if chart:
                return chart_blocks(root, self._number)
            return [ExtractedBlock(line, "list", 1, self._number) for line in diagram_lines(root)]
        return []

    def _notes(self) -> Iterator[ExtractedBlock]:
        part = next((target for kind, target in self._related.values() if kind == "notesSlide"), None)
        if part is None or not self._package.has(part):
            return
        for shape in _shapes(find(self._package.tree(part), "cSld", "spTree"), 0):
            if local(shape) == "sp" and _role(shape) == "body":
                for text, _ in _paragraphs(find(shape, "txBody")):
                    yield ExtractedBlock(text, "paragraph", None, self._number)


def _shapes(tree: Any, depth: int) -> Iterator[Any]:
    """Shapes and frames, those of groups in their place; of alternatives the first that shows anything."""
    for element in tree if tree is not None else ():
        name = local(element)
        if name in {"sp", "cxnSp", "graphicFrame"}:
            yield element
        elif name == "grpSp" and depth < _DEEPEST:
            yield from _shapes(element, depth + 1)
        elif name == "AlternateContent" and depth < _DEEPEST:
            for choice in element:
                found = list(_shapes(choice, depth + 1))
                if found:
                    yield from found
                    break


def _role(shape: Any) -> str:
    """What a placeholder is for; "" for a shape that is none. A placeholder that does not say is for anything ("obj")."""
    for child in shape:
        if local(child).startswith("nv"):
            holder = find(child, "nvPr", "ph")
            return str(holder.get("type") or "obj") if holder is not None else ""
    return ""


def _paragraphs(body: Any) -> Iterator[tuple[str, Any]]:
    """The paragraphs of a text body that are not blank, with their properties (or None)."""
    for paragraph in body if body is not None else ():
        if local(paragraph) == "p":
            text = _text(paragraph).strip()
            if text:
                yield text, find(paragraph, "pPr")


def _text(paragraph: Any) -> str:
    lines = "".join(map(_run, every(paragraph, "r", "fld", "br"))).replace("\x0b", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _run(run: Any) -> str:
    """What a run says, or a line break; raised figures stay raised."""
    if local(run) == "br":
        return "\n"
    words = "".join(text.text or "" for text in every(run, "t"))
    properties = find(run, "rPr")
    above = str(properties.get("baseline") or "").rstrip("%") if properties is not None else ""
    return raised(words) if above.isdigit() and int(above) else words


def _list_level(properties: Any, *, bulleted: bool) -> int | None:
    """The level of a list's item, from 1; None for a paragraph. `bulleted`: the layout gives bullets where none is said."""
    level = 0
    if properties is not None:
        level = int(properties.get("lvl")) if str(properties.get("lvl") or "").isdigit() else 0
        marks = {local(child) for child in properties}
        if "buNone" in marks:
            return None
        bulleted = bulleted or bool(marks & {"buChar", "buAutoNum", "buBlip"})
    return level + 1 if bulleted else None


def _cell(cell: Any) -> str:
    if cell.get("hMerge") in {"1", "true"} or cell.get("vMerge") in {"1", "true"}:
        return ""
    return one_line(paragraph for paragraph, _ in _paragraphs(find(cell, "txBody")))


def one_line(paragraphs: Iterator[str]) -> str:
    """Paragraphs and their lines in one; a blank between them, but none between Chinese characters."""
    whole = ""
    for line in (line for paragraph in paragraphs for line in paragraph.split("\n")):
        close = whole[-1:] > "\u2e7f" and line > "\u2e7f"
        whole += line if not whole or close else " " + line
    return whole
