"""What pandoc loses in OpenDocument texts, put where it finds it: the text of frames, tables inside cells, headings' numbers."""

from __future__ import annotations

import io
import zipfile
from typing import Any, BinaryIO

from lxml import etree

from synthesis.infra.parsers.docx_numbers import formatted
from synthesis.infra.parsers.package import Parts, attribute, every, local

_CONTENT, _STYLES = "content.xml", "styles.xml"
_TEXTS = frozenset({"p", "h"})
#: What holds paragraphs beside the text, and what is text of it.
_BOXES = ("text-box", "custom-shape", "rect", "ellipse", "caption")
_IN_BOXES = frozenset({"p", "h", "list", "table", "section", "numbered-paragraph"})
#: OpenDocument's names of the ways to count, and Word's, which are known.
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "一, 二, 三, ...": "chineseCounting",
}
_LEVELS = 10


def mended(source: BinaryIO) -> BinaryIO:
    """A package in which pandoc finds everything; `source` itself when nothing was amiss. Raises Unreadable."""
    package = Parts(source)
    root = package.tree(_CONTENT)
    changed = _free_frames(root)
    changed |= _flatten_cells(root)
    changed |= package.has(_STYLES) and _number_headings(root, package.tree(_STYLES))
    source.seek(0)
    return _rewritten(source, root) if changed else source


def _rewritten(source: BinaryIO, root: Any) -> BinaryIO:
    """The package with another content and without its pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for info in old.infolist():
            if info.filename == _CONTENT:
                new.writestr(info.filename, etree.tostring(root, encoding="UTF-8", xml_declaration=True))
            elif not info.filename.startswith("Pictures/"):
                new.writestr(info.filename, old.read(info))
    out.seek(0)
    return out


def _free_frames(root: Any) -> bool:
    """The paragraphs of text boxes after the one that holds them. Whether there were any."""
    found = False
    for box in list(every(root, *_BOXES)):
        holder = next((e for e in reversed(list(box.iterancestors())) if local(e) in _TEXTS), None)
        if holder is None or box.getparent() is None:
            continue
        _remove(box)
        for piece in reversed([piece for piece in box if local(piece) in _IN_BOXES]):
            piece.tail = None
            holder.addnext(piece)
        found = True
    return found


def _remove(element: Any) -> None:
    """Take `element` out and leave the text after it."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def _flatten_cells(root: Any) -> bool:
    """Tables inside cells as paragraphs, one a cell. Whether there were any."""
    found = False
    for table in list(every(root, "table")):
        cell = table.getparent()
        if cell is None or local(cell) != "table-cell":
            continue
        for paragraph in [p for p in table.iter() if local(p) in _TEXTS]:
            table.addprevious(paragraph)
        _remove(table)
        found = True
    return found


def _number_headings(root: Any, styles: Any) -> bool:
    """The numbers that are counted for headings before their text. Whether there were any."""
    outline = next(every(styles, "outline-style"), None)
    if outline is None:
        return False
    scheme = {attribute(e, "level"): e for e in outline}
    counts = [0] * _LEVELS
    found = False
    for heading in every(root, "h"):
        place = attribute(heading, "outline-level") or ""
        level = scheme.get(place)
        if (
            level is None
            or not place.isdigit()
            or int(place) > _LEVELS
            or attribute(heading, "is-list-header") == "true"
        ):
            continue
        own = int(place) - 1
        start = attribute(level, "start-value") or "1"
        counts[own] = counts[own] + 1 if counts[own] else int(start) if start.isdigit() else 1
        counts[own + 1 :] = [0] * (_LEVELS - own - 1)
        label = _label(counts, own, scheme)
        if label and "".join(heading.itertext()).strip():
            # After 、 and ） Chinese headings go on without a blank.
            heading.text = label + ("" if label[-1] in "、）．。：" else " ") + (heading.text or "")
            found = True
    return found


def _label(counts: list[int], own: int, scheme: dict[str | None, Any]) -> str:
    level = scheme[str(own + 1)]
    shown = attribute(level, "display-levels") or "1"
    numbers = []
    for place in range(max(0, own + 1 - (int(shown) if shown.isdigit() else 1)), own + 1):
        form = attribute(scheme[str(place + 1)], "num-format") if str(place + 1) in scheme else ""
        if form:
            numbers.append(formatted(counts[place] or 1, _FORMS.get(form, "decimal")))
    if not numbers or not attribute(level, "num-format"):
        return ""
    return f"{attribute(level, 'num-prefix') or ''}{'.'.join(numbers)}{attribute(level, 'num-suffix') or ''}"
