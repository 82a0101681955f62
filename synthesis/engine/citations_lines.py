"""One plain reference line from a CSL-JSON item, close to GB/T 7714-2015 (numeric) or APA 7, for Markdown.

Plain text without markup; the language of the item decides 等 / et al. Complete and exact styles are pandoc's work.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

Style = Literal["gbt7714", "apa"]
Item = Mapping[str, Any]

_HAN = re.compile(r"[一-鿿]")
_CODES = {
    "article-journal": "J", "article-magazine": "J", "book": "M", "chapter": "M", "thesis": "D", "report": "R",
    "paper-conference": "C", "article-newspaper": "N", "standard": "S", "patent": "P", "webpage": "EB", "post": "EB",
    "post-weblog": "EB", "dataset": "DB", "software": "CP", "map": "CM", "legislation": "S", "manuscript": "A",
}  # fmt: skip


def reference_line(item: Item, style: Style = "gbt7714") -> str:
    """The reference of one item; missing parts are left out, an item with nothing gives its id or `[?]`."""
    line = _apa(item) if style == "apa" else _gbt(item)
    return line or str(item.get("id") or "[?]")


def reference_list(order: Sequence[str], items: Mapping[str, Item], style: Style = "gbt7714") -> list[str]:
    """`[1] …` lines in the order of first appearance; a source without data stands with its id."""
    return [f"[{i}] {reference_line(items.get(s, {'id': s}), style)}" for i, s in enumerate(order, start=1)]


def is_chinese(item: Item) -> bool:
    """Whether an item is cited in Chinese: by its language field, else by its title and first author."""
    language = str(item.get("language") or "")
    if language:
        return language.lower().startswith(("zh", "chi", "中"))
    return bool(_HAN.search(f"{item.get('title') or ''}{_people(item)[:1]}"))


def _people(item: Item, role: str = "author") -> list[dict[str, str]]:
    people = item.get(role)
    return [p for p in people if isinstance(p, dict)] if isinstance(people, list) else []


def _year(item: Item, field: str = "issued") -> str:
    date = item.get(field)
    if not isinstance(date, dict):
        return ""
    parts = date.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0]:
        return str(parts[0][0])
    found = re.search(r"\d{4}", str(date.get("raw") or date.get("literal") or ""))
    return found.group() if found else ""


def _day(item: Item, field: str) -> str:
    date = item.get(field)
    parts = date.get("date-parts") if isinstance(date, dict) else None
    if not (isinstance(parts, list) and parts and isinstance(parts[0], list)):
        return ""
    numbers = [int(p) for p in parts[0] if str(p).isdigit()]
    return "-".join(str(n) if i == 0 else f"{n:02d}" for i, n in enumerate(numbers))


def _text(item: Item, field: str) -> str:
    return " ".join(str(item.get(field) or "").split())


def _name_gbt(person: dict[str, str]) -> str:
    family, given = person.get("family", ""), person.get("given", "")
    if person.get("literal") or not family:
        return person.get("literal") or given
    if _HAN.search(family + given):
        return family + given
    initials = " ".join(part[0].upper() for part in re.split(r"[\s.\-]+", given) if part)
    return f"{family.upper()} {initials}".strip()


def _authors_gbt(item: Item, role: str = "author") -> str:
    names = [n for n in map(_name_gbt, _people(item, role)) if n]
    if len(names) > 3:
        return ", ".join(names[:3]) + (", 等" if is_chinese(item) else ", et al")
    return ", ".join(names)


def _gbt(item: Item) -> str:
    kind = str(item.get("type") or "")
    code = _CODES.get(kind, "Z")
    online = "/OL" if _text(item, "URL") or _text(item, "DOI") else ""
    title = _text(item, "title")
    number = f": {_text(item, 'number')}" if kind in {"patent", "standard", "report"} and item.get("number") else ""
    head = [p for p in (_authors_gbt(item), f"{title}{number}[{code}{online}]" if title else "") if p]
    body = _gbt_body(item, kind)
    accessed = _day(item, "accessed")
    if body:
        head.append(body + (f"[{accessed}]" if accessed and online else ""))
    elif accessed and online:
        head.append(f"[{accessed}]")
    link = _text(item, "URL") or (f"https://doi.org/{_text(item, 'DOI')}" if item.get("DOI") else "")
    return ". ".join([*(h.rstrip(".") for h in head), *([link] if link else [])]) + ("." if head else "")


def _gbt_body(item: Item, kind: str) -> str:
    year, container = _year(item), _text(item, "container-title")
    volume, issue, page = (_text(item, f) for f in ("volume", "issue", "page"))
    pages = f": {page.replace('–', '-')}" if page else ""
    if kind == "article-newspaper":
        return f"{container}, {_day(item, 'issued') or year}{f'({page})' if page else ''}" if container else year
    if kind in {"article-journal", "article-magazine"} or (container and kind not in {"chapter", "paper-conference"}):
        when = ", ".join(p for p in (container, year, volume) if p)
        return f"{when}{f'({issue})' if issue else ''}{pages}"
    place = ": ".join(p for p in (_text(item, "publisher-place"), _text(item, "publisher")) if p)
    tail = ", ".join(p for p in (place, year) if p) + pages
    return f"//{container}. {tail}" if container else tail


def _name_apa(person: dict[str, str]) -> str:
    family, given = person.get("family", ""), person.get("given", "")
    if person.get("literal") or not family:
        return person.get("literal") or given
    if _HAN.search(family + given):
        return family + given
    initials = " ".join(f"{part[0].upper()}." for part in re.split(r"[\s.]+", given) if part)
    return f"{family}, {initials}" if initials else family


def _authors_apa(item: Item) -> str:
    names = [n for n in map(_name_apa, _people(item)) if n]
    if len(names) > 20:
        return ", ".join(names[:19]) + ", … " + names[-1]
    if len(names) < 2:
        return "".join(names)
    joiner = ", " if is_chinese(item) else ", & "
    return ", ".join(names[:-1]) + joiner + names[-1]


def _apa(item: Item) -> str:
    authors, title, container = _authors_apa(item), _text(item, "title"), _text(item, "container-title")
    year = _year(item) or "n.d."
    lead = f"{authors.rstrip('.')}. ({year})" if authors else ""
    volume, issue, page = (_text(item, f) for f in ("volume", "issue", "page"))
    where = container
    if volume:
        where = f"{where}, {volume}" if where else volume
    if issue:
        where += f"({issue})"
    if page:
        where += f", {page.replace('-', '–')}"
    publisher = "" if container else _text(item, "publisher")
    link = f"https://doi.org/{_text(item, 'DOI')}" if item.get("DOI") else _text(item, "URL")
    parts = [lead, title] if authors else [f"{title}. ({year})" if title else ""]
    line = ". ".join(p.rstrip(".") for p in (*parts, where, publisher) if p)
    return " ".join(p for p in (f"{line}." if line else "", link) if p)
