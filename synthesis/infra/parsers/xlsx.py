"""Spreadsheets (XLSX): each visible sheet under its name, its regions as tables, values as their cells show them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, BinaryIO

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.infra.parsers.number_formats import BUILTIN, shown
from synthesis.infra.parsers.package import Package, attribute, every, find, local
from synthesis.infra.parsers.tables import Bounds, table_blocks
from synthesis.infra.parsers.unreadable import Unreadable

_LETTERS = re.compile(r"[A-Z]{1,3}")
#: `_x000D_` stands for a character that XML cannot hold.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
#: The last column of any sheet is XFD.
_COLUMNS = 16_384


def parse(kind: str, source: BinaryIO, tell: Callable[[float], None]) -> Extraction:
    """Headings and tables of the workbook; what is hidden, left out or without a value is counted in the warnings.

    Formulas give the values they had when the file was saved. Raises Unreadable.
    """
    package = Package(source)
    book = _Workbook(package)
    tell(0.2)
    blocks: list[ExtractedBlock] = []
    hidden = 0
    for number, (name, part, visible) in enumerate(book.sheets):
        if not visible:
            hidden += 1
            continue
        found = table_blocks(book.rows(part))
        if found:
            blocks += [ExtractedBlock(name, "heading", 1), *found]
        tell(0.2 + 0.8 * (number + 1) / len(book.sheets))
    if not blocks:
        raise Unreadable("no text", code="no_text")
    counted = {
        "hidden-sheets": hidden,
        "rows-left-out": book.bounds.left_out,
        "formulas-without-values": book.without_value,
    }
    warnings = tuple(f"{code}:{n}" for code, n in counted.items() if n)
    facts = package.facts()
    return Extraction(tuple(blocks), facts.pop("title", ""), facts, warnings, kind, structured=True)


class _Workbook:
    def __init__(self, package: Package) -> None:
        self._package = package
        self.bounds = Bounds()
        self.without_value = 0
        root = package.tree(package.main)
        if local(root) != "workbook":
            raise Unreadable("no workbook")
        related = package.related(package.main)
        properties = find(root, "workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self.sheets = [
            (str(sheet.get("name") or ""), related[key][1], sheet.get("state") not in {"hidden", "veryHidden"})
            for sheet in every(root, "sheet")
            if (key := attribute(sheet, "id")) in related and related[key][0] == "worksheet"
        ]
        parts = {kind: target for kind, target in related.values() if kind in {"sharedStrings", "styles"}}
        self._strings = list(self._shared(parts.get("sharedStrings")))
        self._formats = list(self._cell_formats(parts.get("styles")))

    def _shared(self, part: str | None) -> Iterator[str]:
        if part and self._package.has(part):
            for item in self._package.elements(part, "si"):
                yield _rich_text(item)

    def _cell_formats(self, part: str | None) -> Iterator[str]:
        """The format code of each cell style, in the order in which cells count them."""
        if not part or not self._package.has(part):
            return
        root = self._package.tree(part)
        own = {e.get("numFmtId"): str(e.get("formatCode") or "") for e in every(root, "numFmt")}
        for style in find(root, "cellXfs") if find(root, "cellXfs") is not None else ():
            number = style.get("numFmtId") or "0"
            yield own.get(number) or (BUILTIN.get(int(number), "") if number.isdigit() else "")

    def rows(self, part: str) -> Iterator[list[str]]:
        """The rows of a sheet from top to bottom; a gap is one empty row. Rows beyond the bounds are counted only."""
        above = 0
        for row in self._package.elements(part, "row"):
            if len(row) == 0 or self.bounds.full():
                continue
            cells = self._row(row)
            if not any(cells):
                continue
            number = int(row.get("r")) if str(row.get("r") or "").isdigit() else above + 1
            if number > above + 1:
                yield []
            yield cells
            above = number
            self.bounds.take(cells)

    def _row(self, row: Any) -> list[str]:
        cells: list[str] = []
        for cell in row:
            if not cell.tag.endswith("}c"):
                continue
            column = _column(str(cell.get("r") or "").rstrip("0123456789"))
            if column is not None and len(cells) < column < _COLUMNS:
                cells.extend([""] * (column - len(cells)))
            cells.append(" ".join(self._value(cell).split()))
        while cells and not cells[-1]:
            cells.pop()
        return cells

    def _value(self, cell: Any) -> str:
        # One pass over the children, by the ends of their names: sheets have hundreds of thousands of cells.
        text, formula = "", False
        for child in cell:
            if child.tag.endswith("}v"):
                text = child.text or ""
            elif child.tag.endswith("}f"):
                formula = True
            elif child.tag.endswith("}is"):
                return _rich_text(child)
        kind = cell.get("t") or "n"
        if not text:
            self.without_value += formula
            return ""
        if kind == "s":
            return self._strings[int(text)] if text.isdigit() and int(text) < len(self._strings) else ""
        if kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if kind in {"str", "e", "d"}:
            return _unescaped(text)
        return self._number(text, str(cell.get("s") or "0"))

    def _number(self, text: str, style: str) -> str:
        try:
            value = float(text)
        except ValueError:
            return text
        if not math.isfinite(value):
            return text
        code = self._formats[int(style)] if style.isdigit() and int(style) < len(self._formats) else ""
        return shown(value, code, self._from_1904)


def _rich_text(element: Any) -> str:
    """The text of a string and its runs, without the readings above it."""
    pieces = []
    for child in element:
        if child.tag.endswith("}t"):
            pieces.append(child.text or "")
        elif child.tag.endswith("}r"):
            pieces.extend(text.text or "" for text in child if text.tag.endswith("}t"))
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m.group(1), 16)), text) if "_x" in text else text


@lru_cache(maxsize=_COLUMNS)
def _column(letters: str) -> int | None:
    """0 for "A", 27 for "AB"; None for what names no column."""
    if not _LETTERS.fullmatch(letters):
        return None
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
