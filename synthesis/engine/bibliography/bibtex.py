"""BibTeX and biblatex files → items. bibtexparser splits the file; LaTeX in the values is `latex`'s business."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping

from bibtexparser.model import DuplicateFieldKeyBlock, ParsingFailedBlock, String
from bibtexparser.model import Entry as Block
from bibtexparser.splitter import Splitter

from synthesis.engine.bibliography.dates import CslDate, date_from, month_from
from synthesis.engine.bibliography.item_types import FROM_BIBTEX, NUMBERED, SERIALS
from synthesis.engine.bibliography.items import NAME_MEMBERS, Bibliography, Entry, Item, Problem, cleaned
from synthesis.engine.bibliography.latex import to_text
from synthesis.engine.bibliography.names import HAN, Name, names_from, one_name
from synthesis.engine.patterns import lazy_pattern

#: Values after the names of one field in the order of preference.
_FIELDS = {
    "title": ("title",),
    "collection-title": ("series",),
    "publisher": ("publisher", "institution", "school", "organization", "holder"),
    "publisher-place": ("address", "location"),
    "volume": ("volume",),
    "edition": ("edition",),
    "page": ("pages", "page", "eid"),
    "DOI": ("doi",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "language": ("language", "langid"),
    "keyword": ("keywords", "keyword"),
    "abstract": ("abstract",),
    "note": ("note", "annote"),
    "genre": ("type",),
}
_CONTAINERS = ("journal", "journaltitle", "booktitle", "maintitle", "newspaper")
_URL = lazy_pattern(r"https?://[^\s{}<>\"]+")
_URL_ESCAPES = lazy_pattern(r"\\([_%&#~$])(?:\{\})?")
_MASTER = "mastersthesis"
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False


def read_bibtex(text: str) -> Bibliography:
    """All entries that can be read; one that cannot is a problem with its line and stops no other."""
    result = Bibliography("bibtex")
    library = Splitter(text).split()
    macros: dict[str, str] = {}
    for block in library.blocks:
        if isinstance(block, String):
            macros[block.key.lower()] = _expanded(block.value, macros)
            continue
        entry = block.ignore_error_block if isinstance(block, DuplicateFieldKeyBlock) else block
        line = (block.start_line or 0) + 1
        if isinstance(entry, ParsingFailedBlock) and isinstance(entry.ignore_error_block, Block):
            entry = entry.ignore_error_block  # a key that comes twice is another work all the same
        if isinstance(entry, Block):
            _take(entry, line, macros, result)
        elif isinstance(block, ParsingFailedBlock):
            result.problems.append(Problem(line, "entry", " ".join((block.raw or "").split())[:80]))
    return result


def _take(block: Block, line: int, macros: Mapping[str, str], result: Bibliography) -> None:
    fields: dict[str, str] = {}
    for one in block.fields:
        fields.setdefault(one.key.lower(), _expanded(str(one.value), macros))
    item = _item(block.entry_type.lower(), fields)
    if "title" in item:
        result.entries.append(Entry(item, line, block.key.strip()))
    else:
        result.problems.append(Problem(line, "no-title", block.key.strip()[:80]))


def _expanded(value: str, macros: Mapping[str, str]) -> str:
    """A value as BibTeX reads it: `{…}` and `"…"` without their signs, names of strings replaced, `#` joins."""
    parts: list[str] = []
    rest = value.strip()
    while rest:
        piece, rest = _piece(rest)
        if len(piece) > 1 and piece[0] + piece[-1] in {"{}", '""'}:
            parts.append(piece[1:-1])
        else:
            parts.append(macros.get(piece.lower(), piece))
    return "".join(parts)


def _piece(text: str) -> tuple[str, str]:
    """The part of a value before a `#` outside braces and quotation marks, and what comes after it."""
    depth, quoted = 0, False
    for at, char in enumerate(text):
        if char == "{":
            depth += 1
        elif char == "}":
            depth -= 1
        elif char == '"' and depth == 0:
            quoted = not quoted
        elif char == "#" and depth == 0 and not quoted and (text[:1] in '{"' or text[at - 1 : at] == " "):
            return text[:at].strip(), text[at + 1 :].strip()
    return text.strip(), ""


def _item(kind: str, fields: Mapping[str, str]) -> Item:
    raw: Item = {"type": _type(kind, fields)}
    for member, names in _FIELDS.items():
        value = next((fields[name] for name in names if fields.get(name, "").strip()), "")
        raw[member] = to_text(value) if member != "DOI" else _address(value)
    if subtitle := to_text(fields.get("subtitle", "")):
        raw["title"] = f"{raw['title']}: {subtitle}" if raw["title"] else subtitle
    raw["container-title"] = next((to_text(fields[name]) for name in _CONTAINERS if fields.get(name, "").strip()), "")
    if kind in {"online", "www", "electronic", "webpage"} and not raw["container-title"]:
        raw["container-title"] = to_text(fields.get("organization", ""))
        raw["publisher"] = to_text(fields.get("publisher", fields.get("institution", "")))
    raw["page"] = raw["page"].replace("–", "-").replace("—", "-")
    if kind == _MASTER and not raw["genre"]:
        raw["genre"] = "硕士" if HAN.search(raw["title"]) else "Master's thesis"
    _number(raw, fields)
    raw["URL"] = _url(fields)
    raw["issued"] = _issued(fields)
    raw["accessed"] = date_from(to_text(fields.get("urldate", fields.get("accessed", ""))))
    for role in NAME_MEMBERS:
        raw[role] = people(fields.get(role, ""))
    return cleaned(raw)


def _type(kind: str, fields: Mapping[str, str]) -> str:
    subtype = to_text(fields.get("entrysubtype", "")).lower()
    if subtype in {"newspaper", "magazine"}:
        return f"article-{subtype}"
    if subtype and cleaned({"type": subtype})["type"] == subtype:
        return subtype
    if kind == "misc" and ("urldate" in fields or _URL.search(fields.get("howpublished", ""))):
        return "webpage"
    return FROM_BIBTEX.get(kind, "document")


def _number(raw: Item, fields: Mapping[str, str]) -> None:
    """`number` is the issue of a serial and the number of a report or a patent."""
    number, issue = to_text(fields.get("number", "")), to_text(fields.get("issue", ""))
    if raw["type"] in NUMBERED:
        raw["number"] = number
        raw["issue"] = issue
    else:
        raw["issue"] = issue or number if raw["type"] in SERIALS or raw["volume"] else issue
        raw["number"] = "" if raw["issue"] in {number, ""} and raw["issue"] else number


def _address(value: str) -> str:
    """A link or DOI as typed, without the LaTeX around it."""
    value = re.sub(r"\\(?:url|href|path|nolinkurl)\s*", "", value.replace(r"\textasciitilde{}", "~"))
    return _URL_ESCAPES.sub(r"\1", value).strip("{} \n\t<>")


def _url(fields: Mapping[str, str]) -> str:
    if fields.get("url", "").strip():
        return _address(fields["url"])
    found = _URL.search(_URL_ESCAPES.sub(r"\1", fields.get("howpublished", "")))
    return found.group() if found else ""


def _issued(fields: Mapping[str, str]) -> CslDate | None:
    if date := date_from(to_text(fields.get("date", "")).split("/")[0]):
        return date
    said = to_text(fields.get("year", ""))
    year = date_from(said)
    if year is None:
        return {"literal": said} if said else None
    month, day = month_from(to_text(fields.get("month", ""))), to_text(fields.get("day", ""))
    if len(year["date-parts"][0]) > 1 or month is None:
        return year
    return date_from(f"{year['date-parts'][0][0]}-{month}" + (f"-{day}" if day.isdigit() else "")) or year


_AND = lazy_pattern(r"\s+and(?=\s|$)", re.IGNORECASE)
_COMMA, _SPACE = lazy_pattern(","), lazy_pattern(r"[\s~]+")


def people(value: str) -> list[Name]:
    """Names parted by "and" outside braces; a name all in braces, or in Chinese without a comma, is whole."""
    names: list[Name] = []
    parts = _split(value, _AND)
    for part in (part.strip() for part in parts):
        plain = to_text(part)
        if not plain or plain.lower() in {"others", "et al.", "et al"}:
            continue
        if _is_group(part):
            names.append({"literal": plain})
        elif HAN.search(plain):
            # Exports of Chinese databases put all authors into one, parted by their own signs.
            alone = len(parts) == 1 or re.search("[;；、]", plain)
            names += names_from(plain) if alone else [one_name(plain)]
        else:
            names.append(_western(part))
    return names


def _western(part: str) -> Name:
    pieces = [to_text(piece) for piece in _split(part, _COMMA)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) == 2:
        return {"family": pieces[0], "given": pieces[1]}
    if len(pieces) == 3:
        return {"family": pieces[0], "suffix": pieces[1], "given": pieces[2]}
    words = [word for word in _split(part, _SPACE) if word.strip()]
    if len(words) < 2 or len(pieces) > 3:
        return {"literal": to_text(part)}
    # "von" parts begin in lower case; the family name begins with the first of them, but is at least the last word.
    start = next((i for i, word in enumerate(words[1:-1], start=1) if to_text(word)[:1].islower()), len(words) - 1)
    return {"family": to_text(" ".join(words[start:])), "given": to_text(" ".join(words[:start]))}


def _is_group(part: str) -> bool:
    """Whether one pair of braces holds the whole part."""
    if not (part.startswith("{") and part.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(part):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(part) - 1
    return False


def _split(text: str, between: re.Pattern[str]) -> list[str]:
    """`text` cut at the matches of `between` that stand outside braces."""
    depth_at, depth = [0], 0
    for char in text:
        depth += (char == "{") - (char == "}")
        depth_at.append(depth)
    parts, start = [], 0
    for found in between.finditer(text):
        if depth_at[found.start()] == 0:
            parts.append(text[start : found.start()])
            start = found.end()
    return [*parts, text[start:]]
