"""What a bibliographic item is here: a CSL-JSON object without its id, with known members of known shapes only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from synthesis.engine.bibliography.dates import cleaned_date
from synthesis.engine.bibliography.item_types import CSL_TYPES
from synthesis.engine.bibliography.languages import language_tag
from synthesis.engine.bibliography.names import cleaned_names
from synthesis.engine.patterns import lazy_pattern

Item = dict[str, Any]

#: Members that are one line of text, and how many characters are kept of each.
TEXT_MEMBERS: Mapping[str, int] = {
    "title": 1000, "container-title": 500, "collection-title": 500, "publisher": 300, "publisher-place": 200,
    "volume": 60, "issue": 60, "page": 100, "number": 100, "edition": 60, "genre": 100, "DOI": 300, "URL": 2000,
    "ISBN": 60, "ISSN": 60, "language": 20, "keyword": 1000, "abstract": 20_000, "note": 4000,
}  # fmt: skip
NAME_MEMBERS = ("author", "editor", "translator")
DATE_MEMBERS = ("issued", "accessed")
_UNSEEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DOI = lazy_pattern(r"10\.\d{4,9}/\S+")
_DOI_PREFIX = lazy_pattern(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi\s*[:：]?\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at `line` (from 1) of a file: a code (`no-title`, `entry`, `json`, `encoding`, `format`, `too-many`) and a hint."""

    line: int
    code: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item, the line (from 1) where it begins and the key that the file gives it ("" for none)."""

    item: Item
    line: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What could be read of a file, and what not, both in the order of lines; `format` is a name of `formats.FORMATS`."""

    format: str
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plain(value: object) -> str:
    """A text or number as one line without control and direction characters; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_UNSEEN.sub("", str(value)).split())


def doi_in(text: str) -> str:
    """The DOI of a text that is one or a link to one, without the resolver's address; "" when it is none."""
    found = _DOI.fullmatch(_DOI_PREFIX.sub("", plain(text)))
    return found.group().rstrip(".,;。，；") if found else ""


def cleaned(raw: Mapping[str, Any]) -> Item:
    """`raw` with its usable members in their proper shapes; whatever is unknown, empty or misshapen is left out.

    An unknown type becomes `document`; a DOI that is none moves to the note, so that nothing told is lost.
    """
    kind = plain(raw.get("type"))
    item: Item = {"type": kind if kind in CSL_TYPES else "document"}
    for name, most in TEXT_MEMBERS.items():
        value = raw.get(name)
        text = plain(value[0] if isinstance(value, list) and value else value)[:most].strip()
        if text:
            item[name] = text
    for name in NAME_MEMBERS:
        if names := cleaned_names(raw.get(name)):
            item[name] = names
    for name in DATE_MEMBERS:
        if date := cleaned_date(raw.get(name)):
            item[name] = date
    if "DOI" in item:
        given = item.pop("DOI")
        if doi := doi_in(given):
            item["DOI"] = doi
        else:
            item["note"] = "; ".join(text for text in (item.get("note"), given) if text)
    if "language" in item:
        item["language"] = language_tag(item["language"])
    if "URL" in item:
        if re.match(r"www\.[^\s.]+\.\S+$", item["URL"], re.IGNORECASE):
            item["URL"] = f"https://{item['URL']}"
        if not re.match(r"https?://\S+$", item["URL"], re.IGNORECASE):
            # A link that a browser must not follow, or is none.
            del item["URL"]
        elif "DOI" in item and _leads_by(item["DOI"], item["URL"]):
            del item["URL"]
    return item


def _leads_by(doi: str, url: str) -> bool:
    """Whether an address says no more than the DOI: doi.org/… and databases' …/doi/…."""
    return doi_in(url).lower() == doi.lower() or url.lower().rstrip("/").endswith(f"/doi/{doi.lower()}")
