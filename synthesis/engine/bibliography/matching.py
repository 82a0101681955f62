"""Which imported item is which source: by DOI, address, title, or file name. A proposal; a person confirms it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any
from urllib.parse import urlsplit

from synthesis.engine.bibliography.dates import year_in
from synthesis.engine.patterns import lazy_pattern
from synthesis.engine.text.script import to_simplified

#: Titles this much alike (Dice of character pairs) are taken for the same; file names carry more beside the title.
ALIKE, ALIKE_FILE = 0.86, 0.92
_SHORTEST = 4
#: Titles compared in full with one item: those that share most with it.
_MOST_NEAR = 200
_EDITION = lazy_pattern(r"\.(?:pdf|docx?|odt|rtf|epub|html?|txt|md|caj|nh|kdh)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """A source as matching sees it: its id, what is known of it, its title in the workspace and its file's name."""

    id: str
    citation: Mapping[str, Any]
    title: str = ""
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The source `id` for an item; `by` is doi, url, title or file, `score` from 0 to 1."""

    id: str
    by: str
    score: float


def normal_title(text: str) -> str:
    """Letters and digits of a title, Simplified, folded in width and case."""
    folded = unicodedata.normalize("NFKC", to_simplified(text)).casefold()
    return "".join(char for char in folded if char.isalnum())


def normal_url(url: str) -> str:
    """An address without scheme, www, fragment, tracking and closing slash, for comparing."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = "&".join(p for p in parts.query.split("&") if p and not p.lower().startswith(("utm_", "spm=", "from=")))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}" if host else ""


def likeness(one: str, other: str) -> float:
    """Dice's coefficient of the character pairs of two normalised titles, 0 to 1."""
    if one == other:
        return float(bool(one))
    a, b = (Counter(pairwise(t)) for t in (one, other))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


class Matcher:
    """Looks items up among known sources; built once for many items."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._dois: dict[str, str] = {}
        self._urls: dict[str, str] = {}
        self._titles: list[tuple[str, str, str, int | None]] = []
        self._with_pair: dict[str, list[int]] = {}
        for source in known:
            if doi := str(source.citation.get("DOI") or "").lower():
                self._dois.setdefault(doi, source.id)
            if url := normal_url(str(source.citation.get("URL") or "")):
                self._urls.setdefault(url, source.id)
            year = year_in(source.citation.get("issued"))
            file = _EDITION.sub("", source.file_name)
            for by, text in (
                ("title", str(source.citation.get("title") or "")),
                ("title", source.title),
                ("file", file),
            ):
                if len(title := normal_title(text)) >= _SHORTEST:
                    for pair in {title[i : i + 2] for i in range(len(title) - 1)}:
                        self._with_pair.setdefault(pair, []).append(len(self._titles))
                    self._titles.append((title, source.id, by, year))

    def find(self, item: Mapping[str, Any]) -> Match | None:
        """The best source for the item, None when none is like it. Different DOIs are different works."""
        doi = str(item.get("DOI") or "").lower()
        if doi in self._dois:
            return Match(self._dois[doi], "doi", 1.0)
        url = normal_url(str(item.get("URL") or ""))
        if url and url in self._urls:
            return Match(self._urls[url], "url", 1.0)
        title, year = normal_title(str(item.get("title") or "")), year_in(item.get("issued"))
        if len(title) < _SHORTEST:
            return None
        best: Match | None = None
        for other, source, by, known_year in self._near(title):
            score = _score(title, other, by)
            if year and known_year and abs(year - known_year) > 1:
                # The report of another year has nearly the same title.
                score -= 0.2
            if score >= (ALIKE_FILE if by == "file" else ALIKE) and (best is None or score > best.score):
                best = Match(source, by, round(score, 3))
        if best and doi and any(source == best.id and known != doi for known, source in self._dois.items()):
            return None
        return best

    def _near(self, title: str) -> list[tuple[str, str, str, int | None]]:
        """The titles that share a character pair of the rarer half of this one's: none of the others can be alike enough."""
        pairs = sorted({title[i : i + 2] for i in range(len(title) - 1)}, key=lambda p: len(self._with_pair.get(p, ())))
        # An alike title has more than half of the pairs, so it has one at least of any half of them.
        rarer = pairs[: len(pairs) // 2 + 1]
        shared = Counter(chain.from_iterable(self._with_pair.get(pair, ()) for pair in rarer))
        return [self._titles[number] for number, _times in sorted(shared.most_common(_MOST_NEAR))]


def _score(title: str, other: str, by: str) -> float:
    # Numbers tell volumes, years and editions apart, which pairs of characters hardly do.
    if re.findall(r"\d+", title) != re.findall(r"\d+", other) and by == "title":
        return min(likeness(title, other), ALIKE - 0.01) if title != other else 1.0
    if by == "file" and len(title) >= 8 and title in other:
        return 0.95
    if 2 * min(len(title), len(other)) < max(len(title), len(other)):
        return 0.0
    return likeness(title, other)
