"""Items → BibTeX in UTF-8, with the entry types of `item_types.TO_BIBTEX`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from synthesis.engine.bibliography.dates import date_text
from synthesis.engine.bibliography.item_types import FROM_BIBTEX, NUMBERED, TO_BIBTEX
from synthesis.engine.bibliography.items import Item, cleaned
from synthesis.engine.bibliography.latex import to_latex
from synthesis.engine.bibliography.names import HAN, family_of

_PUBLISHER = {"report": "institution", "thesis": "school"}
_CONTAINER = {
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal",
    "webpage": "organization", "post-weblog": "organization", "post": "organization",
}  # fmt: skip


def write_bibtex(entries: Iterable[tuple[str, Item]]) -> str:
    """One entry for each (key, item), in their order; `read_bibtex` gives the items back."""
    return "\n".join(_entry(key, cleaned(item)) for key, item in entries)


def _entry(key: str, item: Item) -> str:
    lines = [f"  {name} = {{{value}}}" for name, value in _fields(item) if value]
    return f"@{_entry_type(item)}{{{key},\n" + ",\n".join(lines) + "\n}\n"


def _entry_type(item: Item) -> str:
    kind = TO_BIBTEX.get(item["type"], "misc")
    genre = item.get("genre", "")
    return "mastersthesis" if kind == "phdthesis" and ("硕士" in genre or "master" in genre.lower()) else kind


def _fields(item: Item) -> list[tuple[str, str]]:
    kind = item["type"]

    def text(member: str) -> str:
        return to_latex(str(item.get(member, "")))

    entry_type = TO_BIBTEX.get(kind, "misc")
    # What the entry type does not say; a plain document with a link would come back as a web page.
    told = FROM_BIBTEX.get(entry_type) == kind or (kind == "document" and "accessed" not in item)
    issued = date_text(item.get("issued"))
    exact = isinstance(item.get("issued"), Mapping) and "date-parts" in item["issued"] and "-" in issued
    return [
        ("author", _people(item.get("author"))),
        ("title", text("title")),
        (_CONTAINER.get(kind, "booktitle"), text("container-title")),
        ("year", to_latex(issued[:4] if exact else issued)),
        ("date", issued if exact else ""),
        ("volume", text("volume")),
        ("number", text("number" if kind in NUMBERED else "issue") if kind in NUMBERED or _serial(item) else ""),
        ("issue", "" if _serial(item) and kind not in NUMBERED else text("issue")),
        ("pages", text("page").replace("-", "--") if item.get("page") and "{}" not in text("page") else text("page")),
        ("editor", _people(item.get("editor"))),
        ("translator", _people(item.get("translator"))),
        ("edition", text("edition")),
        ("series", text("collection-title")),
        (_PUBLISHER.get(kind, "publisher"), text("publisher")),
        ("address", text("publisher-place")),
        ("type", text("genre")),
        ("entrysubtype", "" if told else _subtype(kind)),
        ("doi", _address(item.get("DOI", ""))),
        ("url", _address(item.get("URL", ""))),
        ("urldate", date_text(item.get("accessed"))),
        ("isbn", text("ISBN")),
        ("issn", text("ISSN")),
        ("language", text("language")),
        ("keywords", text("keyword")),
        ("abstract", text("abstract")),
        ("note", text("note")),
    ]


def _serial(item: Item) -> bool:
    return str(item["type"]).startswith("article-")


def _subtype(kind: str) -> str:
    return kind.removeprefix("article-") if kind in {"article-magazine", "article-newspaper"} else kind


def _address(value: str) -> str:
    """A link or DOI verbatim, as url and doi fields are read; only what would end the field is coded."""
    return value.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _people(names: Any) -> str:
    return " and ".join(filter(None, (_person(name) for name in names or [])))


def _person(name: Mapping[str, str]) -> str:
    literal = name.get("literal", "")
    if literal:
        plain = to_latex(literal)
        bare = HAN.match(literal) and all(HAN.match(char) or char == "·" for char in literal)
        return plain if bare else f"{{{plain}}}"
    parts = [family_of(name), name.get("suffix", ""), name.get("given", "")]
    return ", ".join(_name_part(part) for part in parts if part)


def _name_part(part: str) -> str:
    plain = to_latex(part)
    needs = "," in plain or " and " in f" {plain.lower()} "
    return f"{{{plain}}}" if needs else plain
