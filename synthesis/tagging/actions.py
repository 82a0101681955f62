"""Everything that changes excerpts: tagging, retagging, notes, deletion, and the reviewer's mark. Undo has a file of its own."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.engine.anchors import context
from synthesis.infra import audit, events
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source
from synthesis.sources.storable import storable_text
from synthesis.tagging import selectors
from synthesis.tagging.models import Change, Excerpt, Heading, ReviewState, Tag
from synthesis.workspaces.policy import Access

MAX_EXCERPT = 20_000
MAX_NOTE = 5_000


@transaction.atomic
def create_excerpt(
    *,
    access: Access,
    source: Source,
    text_id: uuid.UUID,
    start: int,
    end: int,
    quote: str,
    headings: Sequence[str],
    note: str = "",
) -> Excerpt:
    """Saves code points `[start, end)` of the reading text under headings (keys).

    The quote must equal the text there, in the reading text's script or as written; the stored quote is the reading
    text's. The same span tagged again by the same person gets the headings added. Raises Conflict when the quote
    differs or the text has a newer version, Invalid, Forbidden.
    """
    access.require(Permission.WRITE_EXCERPTS)
    if source.text_id is None or source.text_id != text_id:
        raise Conflict(_("This source has a newer text. Reload the page and select again."), code="text_changed")
    text = ReadingText.objects.get(pk=text_id)
    stored = checked_quote(text, start, end, quote)
    chosen = _headings(access, headings)
    same = (
        Excerpt.objects.select_for_update(no_key=True)
        .filter(text=text, start=start, end=end, created_by=access.user, deleted__isnull=True)
        .first()
    )
    if same is not None:
        keys = [*same.tags.values_list("heading__key", flat=True), *headings]
        return _change(access, same, "retagged", headings=_headings(access, keys))
    prefix, suffix = context(text.text, start, end)
    excerpt = Excerpt.objects.create(
        workspace=access.workspace,
        source=source,
        text=text,
        start=start,
        end=end,
        quote=stored,
        prefix=prefix,
        suffix=suffix,
        note=_note(note),
        created_by=access.user,
    )
    _set_headings(excerpt, chosen, access)
    _remember(access, excerpt, "created", None)
    publish("created", access, excerpt)
    return excerpt


def checked_quote(text: ReadingText, start: int, end: int, quote: str) -> str:
    """The reading text's own characters at `[start, end)`. Raises Invalid (no span) and Conflict (quote differs)."""
    if not 0 <= start < end <= text.length:
        raise Invalid(_("Select some characters of the text."), code="span")
    if end - start > MAX_EXCERPT:
        raise Invalid(_("This is too long for an excerpt. Select fewer characters."), code="too_long")
    stored = text.text[start:end]
    if not stored.strip():
        raise Invalid(_("Select some characters of the text."), code="span")
    if quote not in {stored, text.written[start:end]}:
        raise Conflict(
            _("The quote differs from the text at this place."), code="quote_differs", current={"quote": stored}
        )
    return stored


@transaction.atomic
def retag_excerpt(
    *, access: Access, excerpt_id: uuid.UUID, headings: Sequence[str], version: int | None = None
) -> Excerpt:
    """Replaces the headings (keys, at least one). Raises Conflict when `version` is not the current one."""
    excerpt = locked_excerpt(access, excerpt_id, version)
    return _change(access, excerpt, "retagged", headings=_headings(access, headings))


@transaction.atomic
def annotate_excerpt(*, access: Access, excerpt_id: uuid.UUID, note: str, version: int | None = None) -> Excerpt:
    """Replaces the note. Raises Conflict when `version` is not the current one."""
    excerpt = locked_excerpt(access, excerpt_id, version)
    return _change(access, excerpt, "annotated", note=_note(note))


@transaction.atomic
def delete_excerpt(*, access: Access, excerpt_id: uuid.UUID) -> Excerpt:
    """Takes the excerpt away; undo brings it back."""
    excerpt = locked_excerpt(access, excerpt_id, None)
    return _change(access, excerpt, "deleted", deleted=True)


@transaction.atomic
def mark_reviewed(*, access: Access, excerpt: Excerpt, state: str) -> Excerpt:
    """A reviewer's verdict on the excerpt; the review room keeps who, why and when."""
    access.require(Permission.REVIEW)
    row = Excerpt.objects.select_for_update(no_key=True).get(pk=excerpt.pk)
    before = row.review_state
    row.review_state = state
    row.version += 1
    row.save(update_fields=["review_state", "version", "changed"])
    audit.record(
        f"excerpt.{state}",
        row,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        before={"review": before},
        after={"review": state},
    )
    tell("changed", access, row, was=before)
    return row


def _headings(access: Access, keys: Sequence[str]) -> list[Heading]:
    found = selectors.headings_by_key(access, keys)
    if not found or {h.key for h in found} != set(keys):
        raise Invalid(_("Choose a heading of this workspace."), code="heading", fields={"headings": ", ".join(keys)})
    return found


def _note(note: str) -> str:
    if len(note) > MAX_NOTE:
        raise Invalid(_("The note is too long."), fields={"note": _("The note is too long.")})
    return storable_text(note).strip()


def locked_excerpt(access: Access, excerpt_id: uuid.UUID, version: int | None) -> Excerpt:
    """The excerpt for a change of this person's, its row locked. Raises Forbidden, NotFound, Conflict (`version` is stale)."""
    access.require(Permission.WRITE_EXCERPTS)
    excerpt = (
        Excerpt.objects.select_for_update(no_key=True)
        .filter(pk=excerpt_id, workspace=access.workspace, deleted__isnull=True, source__deleted__isnull=True)
        .first()
    )
    if excerpt is None:
        raise NotFound
    if not selectors.may_change(access, excerpt):
        raise Forbidden(_("This is somebody else's excerpt. You can comment on it."))
    if version is not None and version != excerpt.version:
        raise Conflict(
            _("Somebody changed this excerpt in the meantime."),
            current=selectors.describe(selectors.get_excerpt(access, excerpt_id)),
        )
    return excerpt


def state_of(excerpt: Excerpt) -> dict[str, Any]:
    """What undo brings back: headings (keys), note, and whether the excerpt is deleted."""
    keys = excerpt.tags.order_by("heading__position").values_list("heading__key", flat=True)
    return {"headings": list(keys), "note": excerpt.note, "deleted": excerpt.deleted is not None}


def _set_headings(excerpt: Excerpt, headings: Sequence[Heading], access: Access) -> None:
    excerpt.tags.exclude(heading__in=headings).delete()
    have = set(excerpt.tags.values_list("heading_id", flat=True))
    Tag.objects.bulk_create(
        Tag(excerpt=excerpt, heading=heading, created_by=access.user) for heading in headings if heading.pk not in have
    )


def write_state(
    access: Access, excerpt: Excerpt, *, headings: Sequence[Heading] | None, note: str | None, deleted: bool | None
) -> None:
    """Writes what is not None, and takes a reviewer's verdict away."""
    if headings is not None:
        _set_headings(excerpt, headings, access)
    if note is not None:
        excerpt.note = note
    if deleted is not None:
        excerpt.deleted = timezone.now() if deleted else None
    # What a reviewer said was said of the excerpt as it was.
    excerpt.review_state = ReviewState.OPEN
    excerpt.version += 1
    excerpt.save(update_fields=["note", "deleted", "review_state", "version", "changed"])


def _change(
    access: Access,
    excerpt: Excerpt,
    verb: str,
    *,
    headings: Sequence[Heading] | None = None,
    note: str | None = None,
    deleted: bool | None = None,
) -> Excerpt:
    before, reviewed = state_of(excerpt), excerpt.review_state
    write_state(access, excerpt, headings=headings, note=note, deleted=deleted)
    _remember(access, excerpt, verb, before)
    publish("deleted" if deleted else "changed", access, excerpt, verb=verb, before=before, was=reviewed)
    return excerpt


def _remember(access: Access, excerpt: Excerpt, verb: str, before: dict[str, Any] | None) -> None:
    Change.objects.create(
        workspace=access.workspace,
        actor=access.user,
        excerpt=excerpt,
        verb=verb,
        before=before,
        after=state_of(excerpt),
    )


def publish(
    kind: str,
    access: Access,
    excerpt: Excerpt,
    *,
    verb: str = "created",
    before: dict[str, Any] | None = None,
    was: str = ReviewState.OPEN,
) -> None:
    """Audit entry and event of a change of `state_of`; `was` is the review state before it."""
    audit.record(
        f"excerpt.{verb}",
        excerpt,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        before=before,
        after=state_of(excerpt) | {"quote": excerpt.quote[:200]},
    )
    tell(kind, access, excerpt, was=was)


def tell(kind: str, access: Access, excerpt: Excerpt, *, was: str) -> None:
    """Says what happened to everybody who may see the excerpt, and to those who no longer may."""
    row = Excerpt.objects.select_related("created_by").prefetch_related("tags__heading").get(pk=excerpt.pk)
    payload = {"excerpt": selectors.describe(row), "source": str(row.source_id)}
    accepted = row.review_state == ReviewState.ACCEPTED
    events.emit(
        access.workspace.pk,
        f"excerpt.{kind}",
        payload,
        audience=Permission.READ_WORKSPACE if accepted else Permission.READ_EXCERPTS,
        actor_id=access.user.pk,
    )
    if was == ReviewState.ACCEPTED and not accepted:
        events.emit(
            access.workspace.pk,
            "excerpt.hidden",
            {"excerpt": {"id": str(row.pk)}, "source": str(row.source_id)},
            audience=Permission.READ_WORKSPACE,
            actor_id=access.user.pk,
        )
