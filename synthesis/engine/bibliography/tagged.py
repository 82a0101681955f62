"""Files of tags and values → items: RIS, EndNote (refer), NoteExpress and others, as databases export them.

rispy is not used: it knows no lines, and one odd line ends the whole file. The formats differ only in how a line
looks, where a record ends and what the tags are called; `tagged_tables` says that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from synthesis.engine.bibliography.dates import date_from, month_from
from synthesis.engine.bibliography.item_types import FROM_RIS, FROM_WORDS, NUMBERED, SERIALS
from synthesis.engine.bibliography.items import NAME_MEMBERS, Bibliography, Entry, Item, Problem, cleaned, doi_in
from synthesis.engine.bibliography.names import HAN, Name, names_from, one_name
from synthesis.engine.bibliography.tagged_tables import LAYOUTS, Layout
from synthesis.engine.patterns import lazy_pattern

_LINK = lazy_pattern(r"https?://\S+", re.IGNORECASE)
_NUMBER = lazy_pattern(r"(?:no\.?|vol\.?|v\.|第)\s*(\d+)\s*[期卷]?", re.IGNORECASE)
#: What PubMed says of an identifier: "10.1000/1 [doi]". And an ISSN or ISBN with or without such words.
_SAID_OF_IT = lazy_pattern(r"\s+\[[^\[\]]*\]\s*$")
_SERIAL = lazy_pattern(r"([\dXx][\d\-\s Xx]{7,16}?)\s*(?:[(（].*)?")
_SEVERAL = lazy_pattern("[;；、]")


@dataclass(slots=True)
class _Record:
    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    kind: str = ""

    def add(self, name: str, value: str) -> None:
        if value:
            self.values.setdefault(name, []).append(value)

    def first(self, *names: str) -> str:
        return next((self.values[name][0] for name in names if self.values.get(name)), "")


def read_tagged(text: str, name: str) -> Bibliography:
    """The records of a file in the layout `name` (of LAYOUTS); see `items.Problem` for the rest."""
    layout = LAYOUTS[name]
    result = Bibliography(name)
    for record in _records(text, layout):
        item = _item(record, layout)
        if "title" in item:
            result.entries.append(Entry(item, record.line, record.first("key")[:100]))
        elif any(name not in {"", "type"} for name in record.values):
            said = next((v[0] for n, v in record.values.items() if n not in {"", "type"}), "")
            result.problems.append(Problem(record.line, "no-title", said[:80]))
    if not result.entries and not result.problems:
        result.problems.append(Problem(1, "format"))
    return result


def _records(text: str, layout: Layout) -> Iterator[_Record]:
    """Records in order. A record that is not ended is ended by the next one's first tag, or by the file's end."""
    record: _Record | None = None
    last = ""
    for number, raw in enumerate(text.splitlines(), start=1):
        found = layout.line.match(raw)
        if found is None:
            # A value goes on in the next line; an empty line ends records only where nothing else does.
            if raw.strip() and record is not None and last:
                _continue(record, last, raw.strip())
            elif not raw.strip() and layout.blank_ends and record is not None:
                yield record
                record = None
            continue
        tag, value = found["tag"].strip().upper(), found["value"].strip()
        if tag == layout.end:
            if record is not None:
                yield record
            record = None
            continue
        if record is None or (tag == layout.start and record.kind):
            if record is not None:
                yield record
            record = _Record(number)
        if tag == layout.start:
            record.kind = value
        last = layout.tags.get(tag, "")
        record.add(last, value)
    if record is not None:
        yield record


def _continue(record: _Record, name: str, more: str) -> None:
    values = record.values.get(name)
    if not values:
        record.add(name, more)
    elif name in {*NAME_MEMBERS, "keyword"}:
        values.append(more)
    else:
        joint = "" if HAN.match(values[-1][-1]) and HAN.match(more[0]) else " "
        values[-1] += joint + more


def _item(record: _Record, layout: Layout) -> Item:
    stated = _type(record, layout)
    raw: Item = {"type": stated or "document", "title": record.first("title"), "language": record.first("language")}
    if layout.name == "pubmed":
        # There every title is a sentence.
        raw["title"] = raw["title"].removesuffix(".")
    for member in ("publisher", "publisher-place", "edition", "abstract", "collection-title", "genre"):
        raw[member] = record.first(member)
    if raw["type"] == "thesis":
        raw["genre"] = raw["genre"] or _degree(record)
    _container(raw, record)
    if layout.name == "cnki" and raw["type"] == "thesis" and not raw["publisher"]:
        # Its "source" is the university.
        raw["publisher"], raw["container-title"] = raw["container-title"], ""
    raw["volume"] = _counted(record.first("volume"))
    if not stated and raw["container-title"] and (raw["volume"] or record.first("issue")):
        raw["type"] = "article-journal"
    _number(raw, record)
    raw["page"] = _pages(record)
    authors = record.values.get("author") or record.values.get("author-short", [])
    raw["author"] = [name for value in authors for name in _people(value)]
    for role in ("editor", "translator"):
        raw[role] = [name for value in record.values.get(role, []) for name in _people(value)]
    raw["keyword"] = "; ".join(record.values.get("keyword", []))
    raw["note"] = "; ".join(record.values.get("note", []))
    raw["issued"] = _issued(record)
    raw["accessed"] = date_from(record.first("accessed"))
    _identifiers(raw, record)
    return cleaned(raw)


def _type(record: _Record, layout: Layout) -> str:
    """The CSL type that the record states, "" where it states none."""
    words = [record.kind, *record.values.get("type", [])]
    found = (FROM_RIS.get(word.strip().upper(), "") for word in words if layout.name == "ris")
    known = (FROM_WORDS.get(one.strip().lower(), "") for word in words for one in word.split(";"))
    return next((kind for kind in (*found, *known) if kind), "")


def _degree(record: _Record) -> str:
    """The degree of a thesis, which CNKI gives as a class or in the kind of the database."""
    return next((word for word in ("硕士", "博士") if word in f"{record.first('degree')}{record.kind}"), "")


def _container(raw: Item, record: _Record) -> None:
    """A book's second title is its series; everything else stands in what the second title names."""
    second = record.first("secondary", "container", "container-short")
    if raw["type"] in {"book", "report", "standard"} and record.values.get("secondary"):
        raw["collection-title"] = raw["collection-title"] or record.first("secondary")
        second = record.first("container")
    raw["container-title"] = second


def _number(raw: Item, record: _Record) -> None:
    issue, number = record.first("issue"), record.first("number")
    if raw["type"] in NUMBERED:
        raw["number"] = number or issue or ("" if _serial_number(record) else record.first("serial"))
    else:
        raw["issue"] = _counted(issue or (number if raw["type"] in SERIALS else ""))
        raw["number"] = number if raw["type"] not in SERIALS else ""


def _serial_number(record: _Record) -> str:
    """The ISSN or ISBN in the tag for them, without what is said of it; "" when it holds the number of a report."""
    found = (_SERIAL.fullmatch(value) for value in record.values.get("serial", []))
    return next((one[1] for one in found if one), "")


def _counted(value: str) -> str:
    """ "No.5" and 第5期 → 5; anything else as it is."""
    found = _NUMBER.fullmatch(value.strip())
    return found[1] if found else value


def _pages(record: _Record) -> str:
    first, last = record.first("page"), record.first("page-last")
    if first and last and first != last and "-" not in first:
        first = f"{first}-{last}"
    return re.sub(r"\s*(?:--|–|—|~|～)\s*", "-", first or last).strip(" .;")


def _people(value: str) -> list[Name]:
    if _SEVERAL.search(value) or HAN.search(value):
        return names_from(value)
    return [one_name(value)]


def _issued(record: _Record) -> Item | None:
    """The date of the tag that is the more exact; the year of the year's tag wins where they differ."""
    year, day = date_from(record.first("issued")), date_from(record.first("issued-day"))
    if year is None:
        said = record.first("issued")
        return day or _month_day(record, said) or ({"literal": said} if said else None)
    if day and day["date-parts"][0][0] == year["date-parts"][0][0] and len(day["date-parts"][0]) > 1:
        return day
    return year if len(year["date-parts"][0]) > 1 else _month_day(record, record.first("issued")) or year


def _month_day(record: _Record, year: str) -> Item | None:
    """EndNote's %8 beside %D: "May 5", "05-20"."""
    said = record.first("issued-day")
    if not (year and said) or date_from(said):
        return None
    if found := re.fullmatch(r"(\d{1,2})[-/.月](\d{1,2})日?", said):
        return date_from(f"{year}-{found[1]}-{found[2]}")
    words = said.replace(",", " ").split()
    month = next((m for word in words if (m := month_from(word))), None)
    day = next((word for word in words if word.isdigit()), "")
    return date_from(f"{year}-{month}" + (f"-{day}" if day and len(words) > 1 else "")) if month else None


def _identifiers(raw: Item, record: _Record) -> None:
    links = [found.group() for value in record.values.get("URL", []) if (found := _LINK.search(value))]
    raw["URL"] = next((link for link in links if not doi_in(link)), links[0] if links else "")
    raw["DOI"] = next(
        (doi for value in record.values.get("DOI", []) if (doi := doi_in(_SAID_OF_IT.sub("", value)))), ""
    )
    raw["DOI"] = raw["DOI"] or next((doi for link in links if (doi := doi_in(link))), "")
    serial = _serial_number(record)
    digits = len(re.sub(r"[^\dXx]", "", serial))
    if digits in {8, 10, 13}:
        raw["ISSN" if digits == 8 else "ISBN"] = serial
