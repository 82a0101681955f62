"""Items → RIS in UTF-8, as Zotero, EndNote and NoteExpress read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from synthesis.engine.bibliography.dates import date_text
from synthesis.engine.bibliography.item_types import NUMBERED, TO_RIS
from synthesis.engine.bibliography.items import Item, cleaned
from synthesis.engine.bibliography.names import name_line
from synthesis.engine.patterns import lazy_pattern

_RANGE = lazy_pattern(r"([A-Za-z]?\d+)-([A-Za-z]?\d+)")
#: Types whose container goes into T2 of their own; a book's T2 would be its series.
_SERIES_IN_T2 = frozenset({"book", "report", "standard"})


def write_ris(entries: Iterable[tuple[str, Item]]) -> str:
    """One record for each (key, item), in their order; `read_tagged` gives the items back."""
    return "\n".join(_record(key, cleaned(item)) for key, item in entries)


def _record(key: str, item: Item) -> str:
    lines = [f"{tag}  - {value}" for tag, value in _tags(key, item) if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _tags(key: str, item: Item) -> Iterator[tuple[str, str]]:
    kind = item["type"]
    yield "TY", TO_RIS.get(kind, "GEN")
    yield "ID", key
    for name in item.get("author", []):
        yield "AU", _name(name)
    for name in item.get("editor", []):
        yield "ED", _name(name)
    for name in item.get("translator", []):
        yield "A4", _name(name)
    yield "TI", _text(item, "title")
    yield "JF" if kind in _SERIES_IN_T2 else "T2", _text(item, "container-title")
    yield "T2" if kind in _SERIES_IN_T2 else "T3", _text(item, "collection-title")
    issued = date_text(item.get("issued"))
    exact = "date-parts" in item.get("issued", {})
    yield "PY", issued[:4] if exact else issued
    yield "DA", issued.replace("-", "/") if exact and "-" in issued else ""
    yield "VL", _text(item, "volume")
    yield "IS", "" if kind in NUMBERED else _text(item, "issue")
    yield "M1", _text(item, "number")
    yield from _pages(_text(item, "page"))
    yield "PB", _text(item, "publisher")
    yield "CY", _text(item, "publisher-place")
    yield "ET", _text(item, "edition")
    yield "M3", _text(item, "genre")
    yield "SN", _text(item, "ISSN") or _text(item, "ISBN")
    yield "DO", _text(item, "DOI")
    yield "UR", _text(item, "URL")
    yield "Y2", date_text(item.get("accessed")).replace("-", "/")
    yield "LA", _text(item, "language")
    for word in _text(item, "keyword").split("; "):
        yield "KW", word
    yield "AB", _text(item, "abstract")
    yield "N1", _text(item, "note")


def _text(item: Item, member: str) -> str:
    return str(item.get(member, ""))


def _pages(page: str) -> Iterator[tuple[str, str]]:
    found = _RANGE.fullmatch(page)
    yield "SP", found[1] if found else page
    yield "EP", found[2] if found else ""


def _name(name: dict[str, Any]) -> str:
    line = name_line(name)
    # EndNote's sign of a name that is no person's: a comma at its end.
    return f"{line}," if name.get("literal") and "," in line else line
