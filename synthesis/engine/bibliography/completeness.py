"""What a complete reference needs, by GB/T 7714 (section 8 of the standard), and what of it an item lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from synthesis.engine.bibliography.dates import date_text

#: Members by type; alternatives are joined by "|": one of them is enough.
NEEDED: Mapping[str, tuple[str, ...]] = {
    "article-journal": ("author", "title", "container-title", "issued", "volume|issue", "page|DOI"),
    "article-magazine": ("author", "title", "container-title", "issued", "volume|issue", "page|DOI|URL"),
    "article-newspaper": ("author", "title", "container-title", "issued-day", "page|URL"),
    "book": ("author|editor", "title", "publisher-place", "publisher", "issued"),
    "chapter": ("author", "title", "container-title", "publisher-place", "publisher", "issued", "page"),
    "thesis": ("author", "title", "publisher-place", "publisher", "issued"),
    "paper-conference": ("author", "title", "container-title", "issued", "page|DOI|URL"),
    "report": ("author", "title", "publisher|container-title|URL", "issued"),
    "standard": ("title", "number", "publisher|author", "issued"),
    "patent": ("author", "title", "number", "issued-day"),
    "webpage": ("author|container-title", "title", "issued", "URL"),
    "dataset": ("author|publisher", "title", "issued", "URL|DOI"),
    "legislation": ("title", "issued"),
}
_OTHERS = ("author", "title", "issued")
#: Types that are nothing but online, or where a link alone makes them so: then the day of access belongs to them.
_NO_DAY_OF_ACCESS = frozenset({"legislation"})


def needed(kind: str) -> tuple[str, ...]:
    """The members that a complete reference of this type has; `issued-day` is a date with its day."""
    return NEEDED.get(kind, _OTHERS)


def missing(item: Mapping[str, Any]) -> list[str]:
    """What the item lacks, as in NEEDED (first of the alternatives); `accessed` for one that stands online only."""
    kind = str(item.get("type") or "document")
    lacking = [names.split("|")[0] for names in needed(kind) if not any(_has(item, name) for name in names.split("|"))]
    online = bool(item.get("URL")) and not item.get("DOI") and kind not in _NO_DAY_OF_ACCESS
    if online and not item.get("accessed") and kind not in {"book", "article-journal", "chapter"}:
        lacking.append("accessed")
    return lacking


def _has(item: Mapping[str, Any], member: str) -> bool:
    if member == "issued-day":
        return date_text(item.get("issued")).count("-") == 2
    return bool(item.get(member))
