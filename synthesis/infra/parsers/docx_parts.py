"""What pandoc loses in Word files, put where it finds it: ruby, paragraphs with a text box, headings by outline level,
their numbers.

Chinese templates often make headings of styles of their own, which only their outline level tells from running text.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, BinaryIO

from lxml import etree

from synthesis.infra.parsers.docx_numbers import write_numbers
from synthesis.infra.parsers.package import Package, attribute, every, find, local

#: Names of styles that pandoc knows for headings.
_HEADING = re.compile(r"heading [1-9]", re.I)
#: Of these styles Word itself says what they are.
_OTHER = re.compile(r"(?:title|subtitle|caption|toc \d|toc heading|normal)$", re.I)
_LEVELS = 9
#: A paragraph longer than this was given an outline level by mistake.
_LONGEST_HEADING = 120
#: Styles build on each other; nobody builds deeper.
_DEEPEST = 20


def mended(source: BinaryIO) -> tuple[BinaryIO, dict[str, str]]:
    """A package in which pandoc finds everything (`source` itself when nothing was amiss), and its facts.

    Raises Unreadable.
    """
    package = Package(source)
    facts = package.facts()
    root = package.tree(package.main)
    related = package.related(package.main)
    parts = dict(related.values())
    styles = package.tree(parts["styles"]) if "styles" in parts and package.has(parts["styles"]) else None
    changed = {package.main: root} if _unwrap(root) else {}
    numbering = package.tree(parts["numbering"]) if package.has(parts.get("numbering", "")) else None
    if styles is not None and numbering is not None and write_numbers(root, styles, numbering):
        changed[package.main] = root
    if styles is not None and _name_headings(root, styles):
        changed |= {package.main: root, parts["styles"]: styles}
    for kind in ("footnotes", "endnotes"):
        if kind in parts and package.has(parts[kind]):
            notes = package.tree(parts[kind])
            if _unwrap(notes):
                changed[parts[kind]] = notes
    source.seek(0)
    return (_rewritten(source, changed) if changed else source), facts


def _rewritten(source: BinaryIO, changed: dict[str, Any]) -> BinaryIO:
    """The package with other trees for some parts and without its pictures, which no reader of text opens."""
    out = io.BytesIO()
    by_name = {name.lower(): tree for name, tree in changed.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for info in old.infolist():
            tree = by_name.get(info.filename.lower())
            if tree is not None:
                new.writestr(info.filename, etree.tostring(tree, encoding="UTF-8", xml_declaration=True))
            elif "/media/" not in info.filename:
                new.writestr(info.filename, old.read(info))
    out.seek(0)
    return out


def _unwrap(root: Any) -> bool:
    """Ruby as its base text; the paragraphs of text boxes after the one that holds them. Whether there were any."""
    found = False
    for ruby in list(every(root, "ruby")):
        base, run = find(ruby, "rubyBase"), ruby.getparent()
        if base is not None and run is not None and local(run) == "r":
            for piece in base:
                run.addprevious(piece)
            run.remove(ruby)
            found = True
    for alternative in list(every(root, "AlternateContent")):
        if next(every(alternative, "txbxContent"), None) is not None:
            # The same box again, for programs that do not know the first form.
            for fallback in [child for child in alternative if local(child) == "Fallback" and len(alternative) > 1]:
                alternative.remove(fallback)
    for box in list(every(root, "txbxContent")):
        holder = box.getparent()
        paragraph = _outermost(box)
        if holder is None or paragraph is None:
            continue
        holder.remove(box)
        for piece in reversed(box):
            paragraph.addnext(piece)
        found = True
    return found


def _outermost(box: Any) -> Any:
    """The outermost paragraph around a text box; boxes lie in boxes."""
    word = _namespace(box)
    return next((e for e in reversed(list(box.iterancestors())) if e.tag == f"{{{word}}}p"), None)


def _name_headings(root: Any, styles: Any) -> bool:
    """Give paragraphs with an outline level the heading style of that level. Whether there were any without one."""
    levels = _style_levels(styles)
    used: set[int] = set()
    for paragraph in every(root, "p"):
        properties = find(paragraph, "pPr")
        if properties is None:
            continue
        style = find(properties, "pStyle")
        known = levels.get(str(attribute(style, "val")) if style is not None else "")
        outline = find(properties, "outlineLvl")
        level = _level(outline) if outline is not None else known
        if level is None or known == 0 or not 0 < len(_text(paragraph).strip()) <= _LONGEST_HEADING:
            continue
        used.add(level)
        if style is None:
            style = etree.Element(f"{{{_namespace(properties)}}}pStyle")
            properties.insert(0, style)
        style.set(f"{{{_namespace(properties)}}}val", f"collateHeading{level}")
    for level in used:
        name = _namespace(styles)
        added = etree.SubElement(styles, f"{{{name}}}style")
        added.set(f"{{{name}}}type", "paragraph")
        added.set(f"{{{name}}}styleId", f"collateHeading{level}")
        etree.SubElement(added, f"{{{name}}}name").set(f"{{{name}}}val", f"heading {level}")
    return bool(used)


def _style_levels(styles: Any) -> dict[str, int | None]:
    """For each paragraph style its outline level from 1; None for none, 0 where pandoc needs no help."""
    by_id = {str(attribute(s, "styleId")): s for s in every(styles, "style")}
    levels: dict[str, int | None] = {}
    for name, style in by_id.items():
        level: int | None = None
        for _ in range(_DEEPEST):
            called = str(attribute(find(style, "name"), "val")) if find(style, "name") is not None else ""
            if _HEADING.fullmatch(called) or _OTHER.fullmatch(called):
                # A style that builds on "Normal" may have a level of its own; one that is "Normal" has none.
                level = level if called.lower() == "normal" else 0
                break
            outline = find(style, "pPr", "outlineLvl")
            level = _level(outline) if level is None and outline is not None else level
            based = find(style, "basedOn")
            style = by_id.get(str(attribute(based, "val"))) if based is not None else None
            if style is None:
                break
        levels[name] = level
    return levels


def _level(outline: Any) -> int | None:
    value = str(attribute(outline, "val") or "")
    return int(value) + 1 if value.isdigit() and int(value) < _LEVELS else None


def _namespace(element: Any) -> str:
    return str(element.tag).partition("}")[0].lstrip("{")


def _text(paragraph: Any) -> str:
    return "".join(e.text or "" for e in every(paragraph, "t"))
