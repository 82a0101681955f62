"""The parts of an Office package (Open XML, OpenDocument): XML without entities, relations by part, names whatever the namespace's year.

Strict and transitional files differ in their namespaces only, so elements are known by their local names.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO
from urllib.parse import unquote

from lxml import etree

from synthesis.infra.parsers.unreadable import Unreadable

#: Elements that are read one by one are forgotten so many at a time.
_KEPT = 500
#: Nothing is fetched, no entity is resolved, and no tree grows beyond libxml2's own bounds.
SAFE_XML = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


class Parts:
    """An open package of XML parts."""

    def __init__(self, source: BinaryIO) -> None:
        """Raises Unreadable when there is no package."""
        try:
            self._zip = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, OSError, ValueError) as fault:
            raise Unreadable("no package") from fault
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def has(self, name: str) -> bool:
        return name.lower() in self._names

    def open(self, name: str) -> IO[bytes]:
        """The bytes of a part. Raises Unreadable."""
        try:
            return self._zip.open(self._names[name.lower()])
        except (KeyError, zipfile.BadZipFile, RuntimeError) as fault:
            raise Unreadable(f"no part {name[:80]!r}") from fault

    def tree(self, name: str) -> Any:
        """The root element of an XML part. Raises Unreadable."""
        try:
            with self.open(name) as part:
                tree = etree.parse(part, etree.XMLParser(remove_comments=True, remove_pis=True, **SAFE_XML))
        except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
            raise Unreadable(f"part {name[:80]!r} is broken") from fault
        if tree.docinfo.doctype:
            raise Unreadable("a part declares a document type")
        return tree.getroot()

    def elements(self, name: str, wanted: str) -> Iterator[Any]:
        """The elements called `wanted` of a part, one at a time, each forgotten afterwards. Raises Unreadable."""
        try:
            with self.open(name) as part:
                for _, element in etree.iterparse(
                    part, tag="{*}" + wanted, remove_comments=True, remove_pis=True, **SAFE_XML
                ):
                    yield element
                    # Cleared, an element weighs little; all of them together are removed now and then.
                    element.clear()
                    holder = element.getparent()
                    if holder is not None and len(holder) > _KEPT:
                        del holder[:-1]
        except (etree.XMLSyntaxError, zipfile.BadZipFile, zlib.error, EOFError) as fault:
            raise Unreadable(f"part {name[:80]!r} is broken") from fault


class Package(Parts):
    """An open package of Office Open XML. `main` is the name of its main part."""

    def __init__(self, source: BinaryIO) -> None:
        """Raises Unreadable when there is no package or no main part."""
        super().__init__(source)
        mains = [target for kind, target in self.related("").values() if kind == "officeDocument"]
        if not mains:
            raise Unreadable("no main part")
        self.main = mains[0]

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The relations of a part ("" for the package): id to kind (the last word of its type) and target part."""
        folder, name = posixpath.split(part)
        where = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, tuple[str, str]] = {}
        if not self.has(where):
            return found
        for relation in self.tree(where):
            if relation.get("TargetMode") == "External" or not relation.get("Target"):
                continue
            target = unquote(str(relation.get("Target")))
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            kind = str(relation.get("Type")).rpartition("/")[2]
            found[str(relation.get("Id"))] = (kind, whole)
        return found

    def facts(self) -> dict[str, str]:
        """What the package says of itself: title, author, date (of creation), language."""
        parts = [target for kind, target in self.related("").values() if kind == "core-properties"]
        if not parts or not self.has(parts[0]):
            return {}
        names = {"title": "title", "creator": "author", "created": "date", "language": "language"}
        texts = {names[local(e)]: (e.text or "").strip() for e in self.tree(parts[0]) if local(e) in names}
        return {name: text for name, text in texts.items() if text}


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str | None:
    """The attribute called `name` in any namespace, as in `r:id`; one without a namespace is another."""
    return next((str(value) for key, value in element.attrib.items() if key.endswith("}" + name)), None)


def find(element: Any, *path: str) -> Any:
    """The first descendant by the local names of `path`, child by child; None when there is none."""
    for name in path:
        element = next((child for child in element if local(child) == name), None) if element is not None else None
    return element


def every(element: Any, *names: str) -> Iterator[Any]:
    """All descendants with one of these local names, in document order."""
    return (e for e in element.iter() if local(e) in names)
