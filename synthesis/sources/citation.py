"""Citation data of a source as CSL-JSON: from a form's fields, back into them, and from what a file says of itself.

Where a value came from stands in `custom.from` of the item (CSL leaves `custom` to applications): `file`, `text` or
`import`; what a person entered has no origin there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from synthesis.engine.bibliography.dates import date_from, date_text
from synthesis.engine.bibliography.from_text import facts_from_text
from synthesis.engine.bibliography.items import Item, cleaned, doi_in
from synthesis.engine.bibliography.names import names_from, names_text
from synthesis.engine.text.model import ReadingText as EngineText

#: The kind of a source that is citation data without a file.
REFERENCE = "reference"
#: The audit entry of a change; its former state can be brought back.
CITED = "source.cited"
#: CSL types that sources of reports usually are, with their names for people.
ITEM_TYPES = (
    ("report", _("Report")),
    ("article-journal", _("Journal article")),
    ("article-newspaper", _("Newspaper article")),
    ("article-magazine", _("Magazine article")),
    ("webpage", _("Web page")),
    ("book", _("Book")),
    ("chapter", _("Chapter")),
    ("thesis", _("Thesis")),
    ("paper-conference", _("Conference paper")),
    ("standard", _("Standard")),
    ("patent", _("Patent")),
    ("dataset", _("Data set")),
    ("legislation", _("Law or regulation")),
    ("document", _("Other")),
)
MEMBER_NAMES = {
    "type": _("Type of publication"),
    "title": _("Title"),
    "author": _("Authors"),
    "editor": _("Editors"),
    "translator": _("Translators"),
    "issued": _("Date"),
    "issued-day": _("Full date"),
    "container-title": _("Published in"),
    "publisher": _("Publisher"),
    "publisher-place": _("Place of publication"),
    "volume": _("Volume"),
    "issue": _("Issue"),
    "page": _("Pages"),
    "number": _("Number"),
    "edition": _("Edition"),
    "genre": _("Kind of work"),
    "DOI": "DOI",
    "URL": _("Web address"),
    "accessed": _("Accessed on"),
    "language": _("Language"),
}
ORIGIN_NAMES = {"file": _("from the file"), "text": _("from the text"), "import": _("imported")}
#: Field of the form → member of CSL-JSON, for members that are one line of text.
TEXT_FIELDS = {
    "title": "title", "container": "container-title", "publisher": "publisher", "place": "publisher-place",
    "volume": "volume", "issue": "issue", "pages": "page", "number": "number", "edition": "edition", "genre": "genre",
    "url": "URL", "language": "language",
}  # fmt: skip
#: Every field of the form → member.
FIELDS = {"type": "type", "authors": "author", "editors": "editor", "translators": "translator", "issued": "issued", "doi": "DOI",
          "accessed": "accessed", **TEXT_FIELDS}  # fmt: skip
# What office programs write for an author when nobody has told them one.
_NO_AUTHOR = re.compile(
    r"(?i)^(?:admin(?:istrator)?|user|owner|root|guest|author|unknown|anonymous|windows|microsoft.*|lenovo|dell|hp|asus|acer"
    r"|huawei|apple|thinkpad|pc|test|python-docx|openpyxl|un-named|sony|samsung|thtf|微软用户|用户|雨林木风.*|深度.*"
    r"|番茄花园|作者|匿名|未知|小编|管理员|.*\.(?:com|cn|net|org))$"
)
_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh": "zh-CN", "en": "en"}


def origins(citation: Mapping[str, Any]) -> dict[str, str]:
    """Member → where its value came from; what a person entered is not in it."""
    custom = citation.get("custom")
    known = custom.get("from") if isinstance(custom, Mapping) else None
    return {str(k): str(v) for k, v in known.items()} if isinstance(known, Mapping) else {}


def with_origins(citation: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, Any]:
    """`citation` with these origins, as far as it has the members."""
    kept = {name: origin for name, origin in known.items() if name in citation}
    result = {name: value for name, value in citation.items() if name != "custom"}
    return {**result, "custom": {"from": kept}} if kept else result


def merged(citation: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """`citation` with the form's fields in it; members that the form does not know stay as they are.

    fields: the cleaned data of `forms_citation.CitationForm`. An empty field removes its member, a changed one is the
    person's own from then on.
    """
    result = dict(citation)
    doi = str(fields.get("doi") or "")
    values: dict[str, Any] = {
        **{member: fields.get(field) for field, member in TEXT_FIELDS.items()},
        "type": fields.get("type"),
        "author": names_from(fields.get("authors") or ""),
        "editor": names_from(fields.get("editors") or ""),
        "translator": names_from(fields.get("translators") or ""),
        "issued": date_from(fields.get("issued") or ""),
        "accessed": date_from(str(fields.get("accessed") or "")),
        "DOI": doi_in(doi) or doi,
    }
    shown = form_values(citation)
    back = {member: field for field, member in FIELDS.items()}
    for name, value in values.items():
        if value and str(shown[back[name]]) == str(fields.get(back[name]) or ""):
            # Nothing was changed: a name with parts that one line cannot show must not lose them.
            result.setdefault(name, value)
        elif value:
            result[name] = value
        else:
            result.pop(name, None)
    changed = {name for name in values if result.get(name) != citation.get(name)}
    return with_origins(result, {name: o for name, o in origins(citation).items() if name not in changed})


def form_values(citation: Mapping[str, Any]) -> dict[str, Any]:
    """What the citation form shows first."""
    return {
        **{field: citation.get(member, "") for field, member in TEXT_FIELDS.items()},
        "type": citation.get("type", "document"),
        "authors": names_text(citation.get("author")),
        "editors": names_text(citation.get("editor")),
        "translators": names_text(citation.get("translator")),
        "issued": date_text(citation.get("issued")),
        "doi": citation.get("DOI", ""),
        "accessed": date_text(citation.get("accessed")),
    }


def imported_over(citation: Mapping[str, Any], item: Item) -> dict[str, Any]:
    """`citation` with an imported item's members in the place of its own; what the item lacks stays."""
    item = {
        name: value for name, value in item.items() if name != "type" or value != "document" or "type" not in citation
    }
    changed = {name: "import" for name, value in item.items() if citation.get(name) != value}
    return with_origins({**citation, **item}, {**origins(citation), **changed})


def new_reference(item: Item) -> dict[str, Any]:
    """An imported item as the citation data of a new source."""
    return with_origins(item, dict.fromkeys(item, "import"))


def citation_of(reading: EngineText, title: str) -> dict[str, Any]:
    """First citation data of a source: what its file says of itself, then what its first lines say."""
    stated = citation_from(reading.metadata, title)
    blocks = [{"start": b.start, "end": b.end, "kind": b.kind} for b in reading.blocks]
    said: Item = facts_from_text(reading.text, blocks, title)
    # A masthead or a line "发布时间" is the publication's own; the file's date may be the day it was saved.
    stronger = {name for name in ("author", "issued", "DOI") if name in said}
    result = {**stated, **{name: value for name, value in said.items() if name in stronger or name not in stated}}
    from_text = {name for name in said if result.get(name) == said[name] and stated.get(name) != said[name]}
    from_text |= _inferred(result, reading.language)
    return with_origins(result, {name: "text" if name in from_text else "file" for name in result})


def filled_from_text(citation: Mapping[str, Any], head: str, title: str, language: str) -> dict[str, Any]:
    """`citation` with what it lacks and the text's first characters `head` state; what it has stays as it is.

    The type becomes a more telling one unless a person has chosen it.
    """
    known = origins(citation)
    lacking = {name: value for name, value in facts_from_text(head, (), title).items() if not citation.get(name)}
    result = {**citation, **lacking}
    chosen = result.get("type") if "type" not in known else None
    found = set(lacking) | _inferred(result, language)
    if chosen is not None:
        result["type"] = chosen
        found.discard("type")
    return with_origins(result, {**known, **dict.fromkeys(found, "text")})


def _inferred(result: Item, language: str) -> set[str]:
    """Adds language and type where they follow from the rest; the members that were set."""
    found = set()
    if "language" not in result and language in _LANGUAGES:
        result["language"] = _LANGUAGES[language]
        found.add("language")
    of_journal = result.get("container-title") and (result.get("volume") or result.get("issue"))
    if result.get("type", "document") == "document" and of_journal:
        result["type"] = "article-journal"
        found.add("type")
    return found


def citation_from(metadata: Mapping[str, str], title: str) -> Item:
    """CSL members from what the file says of itself; without origins.

    Knows the usual names of such facts (author, date, url, publisher, Highwire's and Dublin Core's), whatever their case.
    """
    facts = {_plain_name(key): " ".join(str(value).split()) for key, value in metadata.items()}

    def first(*names: str) -> str:
        return next((facts[name] for name in names if facts.get(name)), "")

    url = first("url", "source-url", "canonical", "public-url", "fulltext-html-url")
    author = first("author", "authors", "creator")
    pages = "-".join(part for part in (first("firstpage"), first("lastpage")) if part)
    journal = first("journal-title", "journal", "publicationname", "conference-title")
    kind = "article-journal" if journal else "webpage" if url or first("sitename", "site-name") else "document"
    return cleaned(
        {
            "type": kind,
            "title": title,
            "author": [] if _NO_AUTHOR.match(author) else names_from(author),
            "issued": date_from(
                first(
                    "publication-date",
                    "publicationdate",
                    "online-date",
                    "date",
                    "issued",
                    "published",
                    "year",
                    "creationdate",
                    "created",
                )
            ),
            "container-title": journal
            or first("container-title", "sitename", "site-name", "site", "publication", "hostname"),
            "publisher": first("publisher", "technical-report-institution", "dissertation-institution"),
            "volume": first("volume"),
            "issue": first("issue"),
            "page": pages,
            "DOI": doi_in(first("doi")) or doi_in(first("identifier")),
            "URL": url,
            "ISSN": first("issn"),
            "ISBN": first("isbn"),
            "language": first("language", "lang"),
        }
    )


def _plain_name(key: str) -> str:
    """citation_publication_date, DC.Publisher, Creation Date → publication-date, publisher, creation-date."""
    name = re.sub(r"[\s_.:]+", "-", key.strip().lower())
    return re.sub(r"^(?:citation|dc|dcterms|prism|og|article|bepress-citation)-", "", name)
