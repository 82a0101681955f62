"""Writing citation data: by a form, from an import, back to what it was before."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.engine.bibliography.items import Item
from synthesis.engine.citation_keys import KEY, base_key, free_key
from synthesis.infra import audit
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.models import AuditEntry
from synthesis.infra.policy import Permission
from synthesis.sources.actions import delete_source, tell_changed
from synthesis.sources.citation import CITED, REFERENCE, imported_over, new_reference
from synthesis.sources.keys import key_for, taken_keys
from synthesis.sources.models import Source, SourceState
from synthesis.sources.storable import storable
from synthesis.workspaces.policy import Access

REFERENCE_TYPE = "application/vnd.citationstyles.csl+json"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about one imported item: attach it to `source`, or make a new one (None)."""

    item: Item
    source: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """How many sources were given data, how many are new, how many were there already with the very same data.

    `entries` are the ids of the audit entries, by which the import can be undone.
    """

    attached: int
    created: int
    already: int
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """Of how many sources an import was taken back, and how many stay because somebody changed them since."""

    back: int
    kept: int


@transaction.atomic
def cite_source(*, access: Access, source: Source, citation: dict[str, Any], key: str | None = None) -> Source:
    """Replaces the citation data by `citation`, CSL-JSON without id, and the key by `key` unless that is None.

    An empty key is chosen anew. Raises Forbidden, NotFound, Invalid (a key that is none, or that another source has).
    """
    access.require(Permission.WRITE_SOURCES)
    row = _locked(access, source.pk)
    before = {"citation": row.citation, "key": row.citation_key}
    row.citation = storable(citation)
    if key is not None:
        row.citation_key = _checked_key(row, key.strip())
    row.citation_key = key_for(row)
    after = {"citation": row.citation, "key": row.citation_key}
    if after != before:
        row.save(update_fields=["citation", "citation_key"])
        _record(access, CITED, row, before=before, after=after)
        tell_changed(row, actor_id=access.user.pk)
    return row


def _checked_key(row: Source, key: str) -> str:
    if not key or key == row.citation_key:
        return key
    if not KEY.fullmatch(key):
        message = _("A citation key has only Latin letters, digits and - _ . : and begins with a letter or digit.")
        raise Invalid(message, code="key", fields={"key": message})
    if key.lower() in taken_keys(row.workspace_id, besides=row.pk):
        message = _("Another source of this workspace has this citation key.")
        raise Invalid(message, code="key", fields={"key": message})
    return key


@transaction.atomic
def import_citations(*, access: Access, decisions: Sequence[Decision]) -> Imported:
    """Attaches items to sources or makes sources of them; all or nothing. Each source has its own audit entry.

    The former data stay in that entry (`restore_citation`). Raises Forbidden, NotFound, Invalid when two items go to
    one source.
    """
    access.require(Permission.WRITE_SOURCES)
    often = Counter(d.source for d in decisions if d.source is not None)
    if any(times > 1 for times in often.values()):
        raise Invalid(
            _("Two entries cannot go to the same source. Choose another source for one of them."), code="twice"
        )
    wanted = sorted(often, key=str)
    rows = Source.objects.select_for_update(no_key=True).filter(
        workspace=access.workspace, deleted__isnull=True, pk__in=wanted
    )
    found = {row.pk: row for row in rows.order_by("pk")}
    if len(found) < len(wanted):
        raise NotFound
    keys = taken_keys(access.workspace.pk)
    attached = [_attach(access, found[d.source], d.item, keys) for d in decisions if d.source is not None]
    created = [_create(access, d.item, keys) for d in decisions if d.source is None]
    entries = tuple(entry.pk for entry in (*attached, *created) if entry is not None)
    new = len(created) - created.count(None)
    return Imported(len(attached) - attached.count(None), new, created.count(None), entries)


def _attach(access: Access, row: Source, item: Item, keys: set[str]) -> AuditEntry | None:
    before = {"citation": row.citation, "key": row.citation_key}
    row.citation = storable(imported_over(row.citation, item))
    row.citation_key = row.citation_key or _new_key(row.citation, keys)
    after = {"citation": row.citation, "key": row.citation_key}
    if after == before:
        return None
    row.save(update_fields=["citation", "citation_key"])
    entry = _record(access, CITED, row, before=before, after=after)
    tell_changed(row, actor_id=access.user.pk)
    return entry


def _create(access: Access, item: Item, keys: set[str]) -> AuditEntry | None:
    """A source without a file; the very same data are one source, as the same bytes are."""
    citation = storable(new_reference(item))
    digest = hashlib.sha256(json.dumps(item, sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
    if Source.objects.filter(workspace=access.workspace, sha256=digest, deleted__isnull=True).exists():
        return None
    row = Source.objects.create(
        workspace=access.workspace,
        title=citation["title"][:300],
        file_name="",
        kind=REFERENCE,
        media_type=REFERENCE_TYPE,
        size=0,
        sha256=digest,
        stored="",
        state=SourceState.READY,
        created_by=access.user,
        citation=citation,
        citation_key=_new_key(citation, keys),
    )
    entry = _record(access, "source.added", row, after={"title": row.title, "citation": citation})
    tell_changed(row, actor_id=access.user.pk)
    return entry


@transaction.atomic
def undo_import(*, access: Access, entries: Sequence[int]) -> Undone:
    """Takes an import back: former data return, sources made by it are deleted, which can be undone as ever.

    `entries` as in `Imported`. What somebody changed since stays as it is and is counted. Raises Forbidden.
    """
    access.require(Permission.WRITE_SOURCES)
    done = AuditEntry.objects.filter(
        pk__in=entries, workspace_id=access.workspace.pk, target_type="source", verb__in=[CITED, "source.added"]
    )
    by_source = {entry.target_id: entry for entry in done if entry.target_id}
    rows = Source.objects.select_for_update(no_key=True).filter(
        workspace=access.workspace, deleted__isnull=True, pk__in=by_source
    )
    back = 0
    for row in rows.order_by("pk"):
        entry = by_source[row.pk]
        if row.citation != entry.after.get("citation"):
            continue
        if entry.verb == CITED:
            cite_source(access=access, source=row, citation=entry.before["citation"], key=entry.before.get("key", ""))
        elif row.kind == REFERENCE:
            delete_source(access=access, source=row)
        else:
            continue
        back += 1
    return Undone(back, len(by_source) - back)


def _new_key(citation: dict[str, Any], keys: set[str]) -> str:
    base = base_key(citation)
    key = free_key(base, keys) if base else ""
    keys.add(key)
    return key


@transaction.atomic
def restore_citation(*, access: Access, source: Source, entry_id: int) -> Source:
    """Brings back the citation data that an audit entry of this source has as its former state; the key stays.

    Raises Forbidden, NotFound, Conflict when the entry holds none.
    """
    access.require(Permission.WRITE_SOURCES)
    row = _locked(access, source.pk)
    entry = AuditEntry.objects.filter(
        pk=entry_id, workspace_id=access.workspace.pk, target_type="source", target_id=row.pk, verb=CITED
    ).first()
    if entry is None:
        raise NotFound
    former = entry.before.get("citation")
    if not isinstance(former, dict):
        raise Conflict(_("There is no former citation data in this entry."), code="former")
    return cite_source(access=access, source=row, citation=former)


def _locked(access: Access, source_id: uuid.UUID) -> Source:
    rows = Source.objects.select_for_update(no_key=True).filter(workspace=access.workspace, deleted__isnull=True)
    row = rows.filter(pk=source_id).first()
    if row is None:
        raise NotFound
    return row


def _record(access: Access, verb: str, source: Source, **states: Any) -> AuditEntry:
    return audit.record(verb, source, actor_id=access.user.pk, workspace_id=access.workspace.pk, **states)
