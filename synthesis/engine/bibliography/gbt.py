"""References as GB/T 7714 writes them, one a line or numbered → items: what CNKI and Wanfang copy under "引用".

The mark of the document type, [J] or [EB/OL], divides an entry: authors and title before it, where it stands after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.bibliography.dates import date_from
from synthesis.engine.bibliography.items import Bibliography, Entry, Item, Problem, cleaned, doi_in
from synthesis.engine.bibliography.names import HAN, Name, names_from
from synthesis.engine.patterns import lazy_pattern

_TYPES = {
    "J": "article-journal", "M": "book", "D": "thesis", "N": "article-newspaper", "R": "report", "S": "standard",
    "P": "patent", "C": "paper-conference", "G": "book", "A": "chapter", "EB": "webpage", "DB": "dataset",
    "DS": "dataset", "CP": "software", "CM": "map", "Z": "document",
}  # fmt: skip
#: The mark of a type after a title; nothing else in a reference is in such brackets.
MARK = lazy_pattern(
    r"\s*[\[［【](?P<type>J|M|D|N|R|S|P|C|G|A|EB|DB|DS|CP|CM|Z)(?:\s*/\s*(?:OL|CD|DK|MT))?[\]］】]\s*[.．。]?\s*"
)
_NUMBER = lazy_pattern(r"^\s*(?:[\[［]\d{1,4}[\]］]|\d{1,4}[.．、)）](?!\d))\s*")
_DOI = lazy_pattern(r"(?:doi\s*[:：]?\s*)?(?:https?://(?:dx\.)?doi\.org/)?(10\.\d{4,9}/[^\s,，;；]+)", re.IGNORECASE)
_URL = lazy_pattern(r"https?://[^\s\u3000-\u9fff，；]+", re.IGNORECASE)
_ACCESSED = lazy_pattern(r"[\[［](\d{4}[-/.年][^\]］]{1,12})[\]］]")
_ISSUED = lazy_pattern(r"[（(](\d{4}-\d{1,2}-\d{1,2})[）)]")
# The end of the authors, or of another part: no sign within a number (2.0) or between initials.
_END = lazy_pattern(r"[.．](?!\d)(?!\s*[A-Z][.．])\s*")
_OTHERS = lazy_pattern(r"^[^.．:：]{1,60}[,，]\s*(?:等\s*)?(?:译|编译|校|主编|编)[.．]\s*")
_STANDARD = lazy_pattern(r"\s*[:：]?\s*((?<![A-Z])[A-Z]{1,5}(?:/[A-Z]{1,2})?\s?\d[\d.]*\s?[-—–]\s?\d{4})$")
_PATENT = lazy_pattern(r"(?:[^\s.,:：]{0,6}专利)?\s*[:：]?\s*((?<![A-Z])[A-Z]{2}\s?\d[\d.]{5,}[A-Z\d]?)")
_STATED = lazy_pattern(
    r"^(?P<where>.*?)[,，\s.．]*(?<!\d)(?P<date>[12]\d{3}(?:-\d{1,2}(?:-\d{1,2})?)?)(?!\d)"
    r"(?:\s*[,，]\s*(?P<volume>[^\s,，:：()（）]+))?(?:\s*[（(](?P<issue>[^）)]{1,12})[）)])?"
    r"(?:\s*[:：]\s*(?P<page>[A-Za-z]?\d[\w+,，–~～\s-]*))?"
)
_WESTERN = lazy_pattern(r"(?P<family>\S.*?)\s+(?P<given>(?:[A-Z]\.?[\s-]?){1,4})")


def read_gbt(text: str) -> Bibliography:
    """The references of a list; a line without a mark of a type goes on with the one before it, or is none."""
    result = Bibliography("gbt")
    for line, entry in _entries(text):
        item = _item(entry)
        if item is not None and "title" in item:
            result.entries.append(Entry(item, line))
        else:
            result.problems.append(Problem(line, "entry", entry[:80]))
    if not result.entries and not result.problems:
        result.problems.append(Problem(1, "format"))
    return result


def _entries(text: str) -> Iterator[tuple[int, str]]:
    """(line, reference in one line) of each."""
    first, parts = 0, list[str]()
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        begins = bool(_NUMBER.match(line)) or (bool(MARK.search(line)) and any(MARK.search(part) for part in parts))
        if parts and (begins or not line):
            yield first, _joined(parts)
            parts = []
        if line:
            first = first if parts else number
            parts.append(line)
    if parts:
        yield first, _joined(parts)


def _joined(parts: list[str]) -> str:
    text = parts[0]
    for part in parts[1:]:
        text += ("" if HAN.match(text[-1]) or HAN.match(part) else " ") + part
    return _NUMBER.sub("", text)


def _item(entry: str) -> Item | None:
    mark = MARK.search(entry)
    if mark is None:
        return None
    raw: Item = {"type": _TYPES[mark["type"]]}
    raw["author"], raw["title"] = _authors_and_title(entry[: mark.start()])
    rest = _identifiers(raw, entry[mark.end() :])
    found = _STATED.match(rest)
    where = (found["where"] if found else rest).strip(" .．,，")
    if number := {"standard": _STANDARD, "patent": _PATENT}.get(raw["type"]):
        raw["title"], where = (_without(raw, number, text) for text in (raw["title"], where))
    if found:
        raw["issued"] = raw.get("issued") or date_from(found["date"])
        for member in ("volume", "issue"):
            raw[member] = found[member]
        raw["page"] = re.sub(r"\s*[–~～]\s*", "-", found["page"] or "").strip(" ,，")
    _where(raw, where)
    return cleaned(raw)


def _authors_and_title(text: str) -> tuple[list[Name], str]:
    end = _END.search(text)
    if end is None or end.end() == len(text):
        return [], text.strip(" .．")
    authors, title = text[: end.start()], text[end.end() :].strip(" .．")
    if HAN.search(authors):
        return names_from(authors), title
    names: list[Name] = []
    for part in re.split(r"\s*[,，;；]\s*(?:and\s+|&\s*)?", authors):
        if found := _WESTERN.fullmatch(part):
            names.append({"family": found["family"], "given": found["given"].strip()})
        else:
            names += names_from(part)
    return names, title


def _identifiers(raw: Item, rest: str) -> str:
    """Takes DOI, address and days out of what comes after the mark; gives what is left."""
    if found := _DOI.search(rest):
        raw["DOI"] = doi_in(found[1].rstrip(".．。"))
        rest = rest.replace(found.group(), " ")
    if found := _URL.search(rest):
        raw["URL"] = found.group().rstrip(".．。")
        rest = rest.replace(found.group(), " ")
    if found := _ACCESSED.search(rest):
        raw["accessed"] = date_from(found[1])
        rest = rest.replace(found.group(), " ")
    if found := _ISSUED.search(rest):
        raw["issued"] = date_from(found[1])
        rest = rest.replace(found.group(), " ")
    return rest.strip()


def _without(raw: Item, number: re.Pattern[str], text: str) -> str:
    """`text` without the number of a standard or a patent, which becomes the item's."""
    found = number.search(text)
    if found is None:
        return text
    raw["number"] = found[1]
    return text.replace(found.group(), "").strip(" :：,，")


def _where(raw: Item, where: str) -> None:
    """What stands before the year: a journal, a university, a place and a publisher, or the volume of a conference."""
    if where.startswith("//"):
        # Editors may come first, place and publisher last.
        *parts, last = _END.split(where[2:])
        where, parts = (last, parts) if parts and re.search("[:：]", last) else ("", [*parts, last])
        raw["container-title"] = parts.pop() if parts else ""
        raw["editor"] = names_from(parts[0]) if parts else []
    elif others := _OTHERS.match(where):
        raw["note"], where = others.group().strip(" .．"), where[others.end() :]
    place, sign, publisher = (part.strip() for part in re.sub("[:：]", ":", where).partition(":"))
    if raw["type"] in {"article-journal", "article-newspaper"}:
        raw["container-title"] = where
        if raw["type"] == "article-newspaper":
            # The number in parentheses is the page.
            raw["page"], raw["issue"] = raw.get("page") or raw.get("issue"), ""
    elif raw["type"] == "webpage":
        raw["container-title"] = raw.get("container-title") or where
    elif sign:
        raw["publisher-place"], raw["publisher"] = place, publisher
    else:
        raw["publisher"] = where
