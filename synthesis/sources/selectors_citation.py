"""Citation data of a workspace's sources: the table, what an import is matched with, what stood there before."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left

from synthesis.accounts.models import User
from synthesis.engine.bibliography.completeness import missing
from synthesis.engine.bibliography.from_text import HEAD
from synthesis.engine.bibliography.items import Item, cleaned
from synthesis.engine.bibliography.matching import Known, Match, Matcher
from synthesis.engine.citation_keys import base_key, free_key
from synthesis.infra.models import AuditEntry
from synthesis.infra.policy import Permission
from synthesis.sources.citation import CITED, REFERENCE
from synthesis.sources.models import Source
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access

_COLUMNS = ("pk", "title", "file_name", "kind", "citation", "citation_key", "workspace_id", "state", "text_id")
#: How many former states of a source's citation data are offered.
FORMER = 5
HEADS_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Former:
    """Citation data that a source had until `at`, when `by` changed them; `entry` is the audit entry's id."""

    entry: int
    at: Any
    by: str
    citation: dict[str, Any]


def citations(access: Access, *, q: str = "", without_file: bool = False) -> QuerySet[Source]:
    """Sources in order of title, with the columns that citation data need; `q` is looked for in title and key."""
    access.require(Permission.READ_SOURCES)
    rows = Source.objects.filter(workspace=access.workspace, deleted__isnull=True).only(*_COLUMNS)
    for word in storable_text(q).split():
        rows = rows.filter(
            Q(title__icontains=word) | Q(citation_key__icontains=word) | Q(citation__title__icontains=word)
        )
    if without_file:
        rows = rows.filter(kind=REFERENCE, text__isnull=True)
    return rows.order_by("title", "pk")


def matcher(access: Access) -> Matcher:
    """Finds the source of an item among all sources of the workspace."""
    rows = citations(access).values_list("pk", "citation", "title", "file_name")
    return Matcher([Known(str(pk), citation or {}, title, name) for pk, citation, title, name in rows.iterator()])


def to_fill(access: Access, ids: Sequence[uuid.UUID] | None = None) -> list[uuid.UUID]:
    """Sources with a text whose reference lacks something, in order of title; of `ids` when given, complete or not."""
    rows = citations(access).filter(text__isnull=False)
    if ids is not None:
        return list(rows.filter(pk__in=list(ids)).values_list("pk", flat=True))
    found = rows.values_list("pk", "citation", "title").iterator()
    return [pk for pk, citation, title in found if missing({"type": "document", "title": title, **citation})]


def with_heads(access: Access, ids: Sequence[uuid.UUID]) -> Iterator[Any]:
    """These sources, each with `head`, as much of its text as `facts_from_text` reads, and `language`."""
    for at in range(0, len(ids), HEADS_AT_ONCE):
        rows = citations(access).filter(pk__in=ids[at : at + HEADS_AT_ONCE], text__isnull=False)
        yield from rows.annotate(head=Left("text__text", HEAD), language=F("text__language"))


def titles(access: Access) -> dict[str, str]:
    """Source id → title in the workspace, in the order of the titles."""
    return {str(pk): title for pk, title in citations(access).values_list("pk", "title")}


def look_alike(access: Access, source: Source, citation: dict[str, Any]) -> tuple[Source, Match] | None:
    """Another source that seems to be the same publication, and by what."""
    title, doi, url = (str(citation.get(name) or "") for name in ("title", "DOI", "URL"))
    start = title.strip()[:4]
    like = Q(citation__DOI=doi) if doi else Q(pk=None)
    like |= Q(citation__URL=url) if url else Q(pk=None)
    like |= Q(title__istartswith=start) | Q(citation__title__istartswith=start) if start else Q(pk=None)
    # A few that may be it; the rule of the import then decides.
    rows = {str(row.pk): row for row in citations(access).exclude(pk=source.pk).filter(like)[:60]}
    found = Matcher([Known(pk, row.citation, row.title, row.file_name) for pk, row in rows.items()]).find(citation)
    return (rows[found.id], found) if found is not None else None


def former_citations(access: Access, source: Source) -> list[Former]:
    """What the source's citation data were before the last changes, newest first; empty and equal ones left out."""
    access.require(Permission.READ_SOURCES)
    entries = AuditEntry.objects.filter(
        workspace_id=access.workspace.pk, target_type="source", target_id=source.pk, verb=CITED
    ).order_by("-pk")[:50]
    found: list[AuditEntry] = []
    seen: list[dict[str, Any]] = [source.citation, {}]
    for entry in entries:
        former = entry.before.get("citation")
        if isinstance(former, dict) and former not in seen and len(found) < FORMER:
            seen.append(former)
            found.append(entry)
    people = User.objects.in_bulk([entry.actor_id for entry in found if entry.actor_id]) if found else {}
    return [
        Former(
            entry.pk, entry.at, str(people.get(entry.actor_id, "")) if entry.actor_id else "", entry.before["citation"]
        )
        for entry in found
    ]


def library(access: Access) -> list[tuple[str, Item]]:
    """(key, item) of every source, in the order of keys; one without data stands with its title.

    A source that has no key yet is given one for this file only.
    """
    rows = list(citations(access))
    taken = {row.citation_key.lower() for row in rows if row.citation_key}
    return sorted(_keyed(rows, taken), key=lambda entry: entry[0].lower())


def _keyed(rows: Iterable[Source], taken: set[str]) -> Iterable[tuple[str, Item]]:
    for row in rows:
        item = cleaned({"title": row.title, **row.citation})
        key = row.citation_key
        if not key:
            key = free_key(base_key(item) or "source", taken)
            taken.add(key.lower())
        yield key, item
