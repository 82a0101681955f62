"""Citation data of a source as CSL-JSON: from a form's fields, back into them, and from what a file says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

#: CSL types that sources of reports usually are, with their names for people.
ITEM_TYPES = (
    ("report", _("Report")),
    ("article-journal", _("Journal article")),
    ("article-newspaper", _("Newspaper article")),
    ("webpage", _("Web page")),
    ("book", _("Book")),
    ("chapter", _("Chapter")),
    ("thesis", _("Thesis")),
    ("paper-conference", _("Conference paper")),
    ("standard", _("Standard")),
    ("document", _("Other")),
)
_DOI_ADDRESS = re.compile(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_BETWEEN_NAMES = re.compile(r"\s*[;；、\n]\s*")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def names_from(text: str) -> list[dict[str, str]]:
    """CSL names from "Li, Ming; WHO" or "王明；李红": one each line or between ; ； 、.

    A comma parts family and given name; a Chinese name and an institution stay whole ("literal").
    """
    names = []
    for part in _BETWEEN_NAMES.split(text):
        name = " ".join(part.split())
        if not name:
            continue
        family, comma, given = (piece.strip() for piece in name.replace("，", ",").partition(","))
        if comma and family and given and not _HAN.search(name):
            names.append({"family": family, "given": given})
        else:
            names.append({"literal": name})
    return names


def names_text(names: Any) -> str:
    """The inverse of `names_from`, one name a line; what is not a CSL name is left out."""
    lines = []
    for name in names if isinstance(names, list) else []:
        if not isinstance(name, Mapping):
            continue
        whole = name.get("literal") or ", ".join(str(name[k]) for k in ("family", "given") if name.get(k))
        if whole:
            lines.append(str(whole))
    return "\n".join(lines)


def year_of(citation: Mapping[str, Any]) -> int | None:
    """The year of `issued`, from its date parts or a literal; None when it has none."""
    issued = citation.get("issued")
    if not isinstance(issued, Mapping):
        return None
    try:
        return int(issued["date-parts"][0][0])
    except (KeyError, IndexError, TypeError, ValueError):
        found = _YEAR.search(str(issued.get("raw") or issued.get("literal") or ""))
        return int(found.group()) if found else None


def _date_parts(day: Any) -> dict[str, Any] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if isinstance(day, date) else None


def _day_of(value: Any) -> date | None:
    """A CSL date that names a day; None for anything less exact or malformed."""
    try:
        return date(*value["date-parts"][0])
    except (KeyError, IndexError, TypeError, ValueError):
        return None


def merged(citation: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """`citation` with the form's fields in it; members that the form does not know stay as they are.

    fields: type, title, authors (text), year (int or None), container, publisher, pages, doi, url, accessed (date or
    None). An empty field removes its member.
    """
    result = dict(citation)
    values = {
        "type": fields.get("type"),
        "title": fields.get("title"),
        "author": names_from(fields.get("authors") or ""),
        "container-title": fields.get("container"),
        "publisher": fields.get("publisher"),
        "page": fields.get("pages"),
        "DOI": _DOI_ADDRESS.sub("", fields.get("doi") or ""),
        "URL": fields.get("url"),
        "accessed": _date_parts(fields.get("accessed")),
    }
    for name, value in values.items():
        if value:
            result[name] = value
        else:
            result.pop(name, None)
    year = fields.get("year")
    if year is None:
        result.pop("issued", None)
    elif year != year_of(citation):
        # A full date of the same year is better than the year alone, so it stays.
        result["issued"] = {"date-parts": [[year]]}
    return result


def form_values(citation: Mapping[str, Any]) -> dict[str, Any]:
    """What the citation form shows first."""
    return {
        "type": citation.get("type", "document"),
        "title": citation.get("title", ""),
        "authors": names_text(citation.get("author")),
        "year": year_of(citation),
        "container": citation.get("container-title", ""),
        "publisher": citation.get("publisher", ""),
        "pages": citation.get("page", ""),
        "doi": citation.get("DOI", ""),
        "url": citation.get("URL", ""),
        "accessed": _day_of(citation.get("accessed")),
    }


def citation_from(metadata: Mapping[str, str], title: str) -> dict[str, Any]:
    """First citation data from what the file says of itself; a person corrects it later.

    Knows the usual names of such facts (author, date, url, publisher and their synonyms), whatever their case.
    """
    facts = {key.lower().replace("_", "-"): " ".join(str(value).split()) for key, value in metadata.items()}

    def first(*names: str) -> str:
        return next((facts[name] for name in names if facts.get(name)), "")

    url = first("url", "source-url", "canonical")
    year = _YEAR.search(first("date", "issued", "published", "publication-date", "year", "creationdate", "created"))
    return merged(
        {},
        {
            "type": "webpage" if url else "document",
            "title": title,
            "authors": first("author", "authors", "creator"),
            "year": int(year.group()) if year else None,
            "container": first("container-title", "sitename", "site-name", "site", "journal", "publication"),
            "publisher": first("publisher"),
            "doi": first("doi"),
            "url": url if url.startswith(("http://", "https://")) else "",
        },
    )
