"""What readers of a report leave out of it, and what they say of a passage; unusable settings count as none."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from synthesis.engine.overlap.figures import Choice
from synthesis.infra.errors import Invalid
from synthesis.overlap.models import MarkVerdict
from synthesis.sources.storable import storable_text

# 13 is the customary threshold in Chinese practice; the others stand around it.
LEAST_RUNS = (0, 8, 13, 20, 30)
# Of a source, in tenths of a per cent of the draft.
LEAST_SHARES = (0, 5, 10, 20, 50)
KINDS = ("verbatim", "edited", "reordered", "paraphrase", "quoted", "common")
SWITCHES = ("quotes", "references", "titles", "terms", "without_own")
FLAGS = (*SWITCHES, "translations")
NAMES = ("min", "share", "without", "own", "hide", *FLAGS)
SHOWN = ("fine", "rewrite", "none")  # passages by their mark
AT_ONCE = 200  # terms


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """`min_run` in counted characters, `min_share` in tenths of a per cent; `sources` (ids) and `kinds` are left out;
    `own`: sources that are the author's own earlier work. `translations` leaves nothing out: it asks for candidates."""

    min_run: int = 0
    min_share: int = 0
    sources: frozenset[str] = field(default_factory=frozenset)
    kinds: frozenset[str] = field(default_factory=frozenset)
    own: frozenset[str] = field(default_factory=frozenset)
    quotes: bool = False
    references: bool = False
    titles: bool = False
    terms: bool = False
    without_own: bool = False
    translations: bool = False

    @classmethod
    def parse(cls, query: QueryDict) -> ReportSettings:
        return cls(
            _number(query.get("min", "")),
            min(_number(query.get("share", "")), 1000),
            _ids(query.getlist("without")),
            frozenset(query.getlist("hide")) & frozenset(KINDS),
            _ids(query.getlist("own")),
            **{name: query.get(name) == "1" for name in FLAGS},
        )

    @classmethod
    def from_pairs(cls, stored: Mapping[str, Any]) -> ReportSettings:
        """From what `pairs` gave, as a report keeps it."""
        query = QueryDict(mutable=True)
        for name, values in stored.items():
            query.setlist(name, values)
        return cls.parse(query)

    def choice(self, terms: Sequence[str]) -> Choice:
        return Choice(
            min_run=self.min_run,
            sources=self.sources,
            kinds=self.kinds,
            min_share=self.min_share / 1000,
            quotes=self.quotes,
            references=self.references,
            titles=self.titles,
            terms=tuple(terms) if self.terms else (),
            own=self.own,
            without_own=self.without_own,
        )

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return any((self.min_run, self.min_share, self.sources, self.kinds, *(getattr(self, n) for n in SWITCHES)))

    def pairs(self) -> dict[str, list[str]]:
        """As the address and the report have them, without what is not set."""
        named = {
            "min": [str(self.min_run)] if self.min_run else [],
            "share": [str(self.min_share)] if self.min_share else [],
            "without": sorted(self.sources),
            "own": sorted(self.own),
            "hide": sorted(self.kinds),
            **{name: ["1"] if getattr(self, name) else [] for name in FLAGS},
        }
        return {name: values for name, values in named.items() if values}

    def query(self) -> str:
        return urlencode(self.pairs(), doseq=True)


@dataclass(frozen=True, slots=True)
class MarkForm:
    """A person's word on the passage `draft` (code points) for `source`. `parse` raises Invalid."""

    draft: tuple[int, int]
    source: str
    verdict: str
    comment: str

    @classmethod
    def parse(cls, query: QueryDict) -> MarkForm:
        verdict, comment = query.get("verdict", ""), storable_text(query.get("comment", "")).strip()
        if verdict not in MarkVerdict.values:
            raise Invalid(_("Say whether the passage is fine or to be rewritten."))
        if verdict == MarkVerdict.FINE and not comment:
            message = _("Say why the passage is fine.")
            raise Invalid(message, fields={"comment": message})
        if len(comment) > 1000:
            message = _("At most 1000 characters.")
            raise Invalid(message, fields={"comment": message})
        span = _number(query.get("start", ""), 8), _number(query.get("end", ""), 8)
        return cls(span, _uuid(query.get("source", "")), verdict, comment)


def shown_in(query: QueryDict) -> str:
    """`?mark=fine|rewrite|none`, or "" for all passages."""
    mark = query.get("mark", "")
    return mark if mark in SHOWN else ""


def terms_in(query: QueryDict) -> list[str]:
    """One term a line. Raises Invalid for none, too many or too long ones."""
    lines = [" ".join(line.split()) for line in storable_text(query.get("terms", "")).splitlines()]
    terms = list(dict.fromkeys(line for line in lines if line))
    message = ""
    if not terms:
        message = _("Write at least one term, one on each line.")
    elif len(terms) > AT_ONCE:
        message = _("At most %(n)s terms at once.") % {"n": AT_ONCE}
    elif any(len(term) > 80 for term in terms):
        message = _("A term has at most 80 characters.")
    if message:
        raise Invalid(message, fields={"terms": message})
    return terms


def _number(text: str, digits: int = 4) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else 0


def _ids(values: Sequence[str]) -> frozenset[str]:
    return frozenset(one for one in map(_uuid, values[:2000]) if one)


def _uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return ""
