"""OpenDocument sheets and slides (ODS, ODP): each visible sheet under its name with its regions as tables, slides under titles.

Cells say what they show, so nothing is reckoned. The number of a slide is the `page` of its blocks. Texts (ODT) go by pandoc.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from lxml import etree

from synthesis.engine.text.extraction import BlockKind, ExtractedBlock, Extraction
from synthesis.infra.parsers.package import SAFE_XML, Parts, attribute, every, find, local
from synthesis.infra.parsers.pptx import levelled, one_line
from synthesis.infra.parsers.tables import Bounds, table_blocks, table_text
from synthesis.infra.parsers.unreadable import Unreadable

_CONTENT, _META = "content.xml", "meta.xml"
#: The widest sheet LibreOffice knows.
_COLUMNS = 16_384
#: What a paragraph holds that is not its text: comments, notes, readings above characters, pictures.
_ASIDE = frozenset({"annotation", "annotation-end", "note", "ruby-text", "frame", "tracked-changes", "desc", "title"})
_FURNITURE = frozenset({"header", "footer", "date-time", "page-number", "page"})
_SHAPES = frozenset(
    {
        "frame",
        "custom-shape",
        "rect",
        "ellipse",
        "circle",
        "polygon",
        "polyline",
        "line",
        "path",
        "connector",
        "caption",
    }
)
#: Groups of shapes and lists nest; nobody nests them deeper.
_DEEPEST = 40
_FACTS = {"title": "title", "initial-creator": "author", "creation-date": "date", "language": "language"}


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Headings and tables of the sheets, or the text of the slides; what is hidden or left out is counted in the warnings.

    Raises Unreadable.
    """
    package = Parts(source)
    hidden = _hidden_styles(package)
    tell(0.2)
    blocks, warnings = _sheets(package, hidden) if kind == "ods" else _slides(package, hidden)
    tell(1.0)
    if not blocks:
        raise Unreadable("no text", code="no_text")
    facts = _facts(package)
    return Extraction(tuple(blocks), facts.pop("title", ""), facts, warnings, kind, structured=True)


def _facts(package: Parts) -> dict[str, str]:
    if not package.has(_META):
        return {}
    texts: dict[str, str] = {}
    for element in package.tree(_META).iter():
        name = _FACTS.get(local(element))
        if name and (element.text or "").strip():
            texts.setdefault(name, element.text.strip())
    return texts


def _hidden_styles(package: Parts) -> set[str]:
    """Names of the styles that hide a sheet or a slide."""
    hidden: set[str] = set()
    for style in _styles(package):
        for properties in style:
            name = local(properties)
            sheet = name == "table-properties" and attribute(properties, "display") == "false"
            slide = name == "drawing-page-properties" and attribute(properties, "visibility") == "hidden"
            if sheet or slide:
                hidden.add(attribute(style, "name") or "")
    return hidden


def _styles(package: Parts) -> Iterator[Any]:
    """The styles of the content, which stand before it: the rest of the part is not read."""
    try:
        with package.open(_CONTENT) as part:
            wanted = ("{*}style", "{*}body")
            for event, element in etree.iterparse(part, events=("start", "end"), tag=wanted, **SAFE_XML):
                if local(element) == "body":
                    return
                if event == "end":
                    yield element
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise Unreadable("the content is broken") from fault


def _sheets(package: Parts, hidden: set[str]) -> tuple[list[ExtractedBlock], tuple[str, ...]]:
    bounds = Bounds()
    blocks: list[ExtractedBlock] = []
    hidden_sheets = 0
    for name, style, rows in _tables(package, bounds):
        if style in hidden:
            hidden_sheets += 1
        elif found := table_blocks(rows):
            blocks += [ExtractedBlock(name, "heading", 1), *found]
    counted = {"hidden-sheets": hidden_sheets, "rows-left-out": bounds.left_out}
    return blocks, tuple(f"{code}:{n}" for code, n in counted.items() if n)


def _tables(package: Parts, bounds: Bounds) -> Iterator[tuple[str, str, list[list[str]]]]:
    """Name, style and rows of each sheet; one row at a time is in memory as XML. A table in a cell belongs to its sheet."""
    depth, rows, name, style = 0, list[list[str]](), "", ""
    wanted = ("{*}table", "{*}table-row")
    try:
        with package.open(_CONTENT) as part:
            for event, element in etree.iterparse(part, events=("start", "end"), tag=wanted, **SAFE_XML):
                if local(element) == "table":
                    depth += 1 if event == "start" else -1
                    if event == "start" and depth == 1:
                        name, style, rows = attribute(element, "name") or "", attribute(element, "style-name") or "", []
                    elif event == "end" and depth == 0:
                        yield name, style, rows
                        element.clear()
                elif event == "end":
                    _take(element, rows, bounds)
                    _forget(element)
    except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise Unreadable("the content is broken") from fault


def _take(element: Any, rows: list[list[str]], bounds: Bounds) -> None:
    """The row as often as it stands there; a row that shows nothing stands once, however often it is repeated."""
    cells = _cells(element)
    if not cells:
        if rows and rows[-1]:
            rows.append([])
        return
    for _ in range(_times(element, "number-rows-repeated")):
        if bounds.full():
            break
        rows.append(cells)
        bounds.take(cells)


def _forget(row: Any) -> None:
    row.clear()
    while row.getprevious() is not None and row.getparent() is not None:
        del row.getparent()[0]


def _cells(row: Any) -> list[str]:
    cells: list[str] = []
    blank = 0
    for cell in row:
        if local(cell) not in {"table-cell", "covered-table-cell"}:
            continue
        times = _times(cell, "number-columns-repeated")
        text = _cell(cell) if local(cell) == "table-cell" else ""
        if not text:
            blank += times
            continue
        cells += [""] * min(blank, _COLUMNS - len(cells))
        blank = 0
        cells += [text] * max(0, min(times, _COLUMNS - len(cells)))
    return cells


def _cell(cell: Any) -> str:
    """What the cell shows; its bare value where the file keeps nothing else."""
    shown = one_line(text for child in cell if local(child) in {"p", "h", "list"} for text in _texts(child))
    return shown or attribute(cell, "string-value") or attribute(cell, "value") or ""


def _times(element: Any, name: str) -> int:
    text = attribute(element, name) or "1"
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def _texts(element: Any) -> Iterator[str]:
    """The paragraphs in or under an element that are not blank."""
    if local(element) in {"p", "h"}:
        text = _text(element)
        if text:
            yield text
        return
    for child in element:
        if local(child) not in _ASIDE:
            yield from _texts(child)


def _text(paragraph: Any) -> str:
    pieces: list[str] = []
    _collect(paragraph, pieces, 0)
    lines = "".join(pieces).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _collect(element: Any, pieces: list[str], depth: int) -> None:
    """The characters of a paragraph in their order, without what stands aside."""
    pieces.append(element.text or "")
    for child in element:
        name = local(child)
        if name in {"s", "tab"}:
            pieces.append(" ")
        elif name == "line-break":
            pieces.append("\n")
        elif name and name not in _ASIDE and depth < _DEEPEST:
            _collect(child, pieces, depth + 1)
        pieces.append(child.tail or "")


def _slides(package: Parts, hidden: set[str]) -> tuple[list[ExtractedBlock], tuple[str, ...]]:
    body = find(package.tree(_CONTENT), "body", "presentation")
    if body is None:
        raise Unreadable("no presentation")
    blocks: list[ExtractedBlock] = []
    hidden_slides = number = 0
    for page in body:
        if local(page) != "page":
            continue
        number += 1
        if attribute(page, "style-name") in hidden:
            hidden_slides += 1
        else:
            blocks += _slide(page, number)
    return list(levelled(blocks)), (f"hidden-slides:{hidden_slides}",) if hidden_slides else ()


def _slide(page: Any, number: int) -> list[ExtractedBlock]:
    """Title, then the shapes in their order, then the notes."""
    shapes = list(_shapes(page, 0))
    titles = [shape for shape in shapes if _role(shape) == "title"]
    roles = {_role(shape) for shape in shapes}
    level = 1 if "subtitle" in roles and not roles & {"outline", "object", "table", "chart"} else 2
    found: list[ExtractedBlock] = []
    for shape in titles:
        text = one_line(_texts(shape))
        found += [ExtractedBlock(text, "heading", level, number)] if text else []
    others = [shape for shape in shapes if not any(shape is title for title in titles)]
    found += [block for shape in others for block in _shape(shape, number)]
    notes = next((child for child in page if local(child) == "notes"), None)
    spoken = [shape for shape in _shapes(notes, 0) if _role(shape) == "notes"] if notes is not None else []
    return found + [ExtractedBlock(text, "paragraph", None, number) for shape in spoken for text in _texts(shape)]


def _shapes(tree: Any, depth: int) -> Iterator[Any]:
    """Shapes in their order, those of groups in their place."""
    for element in tree:
        if local(element) in _SHAPES:
            yield element
        elif local(element) in {"g", "a"} and depth < _DEEPEST:
            yield from _shapes(element, depth + 1)


def _role(shape: Any) -> str:
    return attribute(shape, "class") or ""


def _shape(shape: Any, number: int) -> list[ExtractedBlock]:
    if _role(shape) in _FURNITURE:
        return []
    table = next((e for e in every(shape, "table")), None)
    if table is not None:
        text = table_text([_cells(row) for row in every(table, "table-row")])
        return [ExtractedBlock(text, "table", None, number)] if text else []
    found = list(_paragraphs(shape, 0, number))
    # One point is no list.
    if len(found) == 1 and found[0].kind == "list":
        found = [ExtractedBlock(found[0].text, "paragraph", None, number)]
    return found


def _paragraphs(element: Any, level: int, number: int) -> Iterator[ExtractedBlock]:
    """Paragraphs and items of lists under an element; `level` lists stand around it."""
    for child in element:
        name = local(child)
        if name in {"p", "h"}:
            text = _text(child)
            kind: BlockKind = "list" if level else "paragraph"
            if text:
                yield ExtractedBlock(text, kind, level or None, number)
        elif name == "list" and level < _DEEPEST:
            yield from _paragraphs(child, level + 1, number)
        elif name in {"list-item", "list-header", "text-box", "section"}:
            yield from _paragraphs(child, level, number)
