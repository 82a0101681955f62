"""Everything that takes excerpts from one text of their source to its next: at once where that is certain, else by a person."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.engine.anchors import Anchor, context
from synthesis.infra import audit, events
from synthesis.infra.errors import Conflict
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source
from synthesis.tagging import actions
from synthesis.tagging.models import AnchorState, Change, Excerpt, Reanchoring, ReviewState
from synthesis.tagging.selectors_reanchoring import LeftBehind
from synthesis.workspaces.policy import Access

BATCH = 1_000
CERTAIN = frozenset({AnchorState.EXACT, AnchorState.MOVED})
TAKEN, PLACED, LET_GO, RENEWED = "taken", "placed", "let_go", "renewed"
#: The verb of the `Change` by which a place that was taken can be undone.
PLACING = "placing"


@transaction.atomic
def store_reanchoring(*, to_text_id: uuid.UUID, found: Sequence[tuple[LeftBehind, Anchor]]) -> dict[str, int]:
    """Takes the certain excerpts along to the text and lets the others wait on theirs; returns how many by state.

    Does nothing when the source has an even newer text by now, and nothing twice. An excerpt that was changed since it
    was looked at is left to whoever changed it. One audit entry and one event for all.
    """
    text = ReadingText.objects.get(pk=to_text_id)
    source = Source.objects.select_for_update(no_key=True).get(pk=text.source_id)
    if source.text_id != text.pk:
        return {}
    rows = {
        row.pk: row
        for row in Excerpt.objects.select_for_update(no_key=True).filter(pk__in=[one.id for one, _ in found])
    }
    known = set(Reanchoring.objects.filter(to_text=text).values_list("excerpt_id", flat=True))
    fresh = [
        (rows[one.id], anchor)
        for one, anchor in found
        if one.id in rows and one.id not in known and _unchanged(rows[one.id], one)
    ]
    if not fresh:
        return {}
    before = [row.pk for row, _ in fresh]
    Reanchoring.objects.filter(excerpt_id__in=before, decided__isnull=True).update(
        decided=timezone.now(), decision=RENEWED
    )
    Reanchoring.objects.bulk_create((_way(row, text, anchor) for row, anchor in fresh), batch_size=BATCH)
    _take_along([(row, anchor) for row, anchor in fresh if anchor.state in CERTAIN], text)
    counts = {state.value: sum(1 for _, anchor in fresh if anchor.state == state) for state in AnchorState}
    audit.record(
        "source.reanchored",
        source,
        actor_id=text.made_by_id,
        workspace_id=source.workspace_id,
        after={"title": source.title, "text": text.number, **counts},
    )
    tell_of_source(source)
    return counts


def _unchanged(row: Excerpt, seen: LeftBehind) -> bool:
    return (row.text_id, row.start, row.end) == (seen.text_id, seen.start, seen.end)


def _way(row: Excerpt, text: ReadingText, anchor: Anchor) -> Reanchoring:
    return Reanchoring(
        excerpt=row,
        from_text_id=row.text_id,
        to_text=text,
        state=anchor.state,
        score=anchor.score,
        start=anchor.start,
        end=anchor.end,
        decided=timezone.now() if anchor.state in CERTAIN else None,
    )


def _take_along(certain: Sequence[tuple[Excerpt, Anchor]], text: ReadingText) -> None:
    moved = []
    for row, anchor in certain:
        if text.text[anchor.start : anchor.end] != row.quote:
            raise ValueError(f"excerpt {row.pk}: its quote does not stand at {anchor.start} of text {text.pk}")
        _put(row, text, anchor.start, anchor.end)
        moved.append(row)
    # An insert that finds its row there: one statement for a thousand rows, each with values of its own.
    Excerpt.objects.bulk_create(
        moved, batch_size=BATCH, update_conflicts=True, unique_fields=["id"], update_fields=_PLACE
    )


_PLACE = ["text", "start", "end", "prefix", "suffix", "version", "changed"]


def _put(row: Excerpt, text: ReadingText, start: int, end: int) -> None:
    row.text, row.start, row.end = text, start, end
    row.prefix, row.suffix = context(text.text, start, end)
    row.version += 1


@transaction.atomic
def place_excerpt(
    *,
    access: Access,
    excerpt_id: uuid.UUID,
    text_id: uuid.UUID,
    start: int,
    end: int,
    quote: str,
    version: int | None = None,
) -> Excerpt:
    """A person says where a waiting excerpt stands in its source's present text: `[start, end)`, where `quote` stands.

    The excerpt then quotes what stands there; was it something else, it must be reviewed again. Undo makes it wait again.
    Raises Forbidden, NotFound, Invalid, Conflict (a newer text, placed already, changed meanwhile, quote differs).
    """
    row = actions.locked_excerpt(access, excerpt_id, version)
    source = Source.objects.select_for_update(no_key=True).get(pk=row.source_id)
    if source.text_id is None or source.text_id != text_id:
        raise Conflict(_("This source has a newer text by now. Look at the proposals again."), code="text_changed")
    if row.text_id == text_id:
        raise Conflict(_("This excerpt has been placed already."), code="placed")
    text = ReadingText.objects.get(pk=text_id)
    stored = actions.checked_quote(text, start, end, quote)
    before, was = place_of(row), row.review_state
    way = Reanchoring.objects.filter(excerpt=row, to_text=text).first()
    _put(row, text, start, end)
    if stored != row.quote:
        row.quote, row.review_state = stored, ReviewState.OPEN
    row.save(update_fields=[*_PLACE, "quote", "review_state"])
    decision = TAKEN if way is not None and (way.start, way.end) == (start, end) else PLACED
    _decide(access, row, decision)
    Change.objects.create(
        workspace=access.workspace,
        actor=access.user,
        excerpt=row,
        verb=PLACING,
        before=before,
        after=place_of(row) | {"decision": decision},
    )
    _publish(access, row, source, verb="reanchored", before=before, was=was)
    return row


def move_back(*, access: Access, row: Excerpt, expected: dict[str, Any], wanted: dict[str, Any], verb: str) -> None:
    """Undo and redo of `place_excerpt`: the (locked) excerpt goes from the place `expected` to `wanted`.

    What a reviewer said before holds again, unless one has spoken since. Raises Conflict when the excerpt stands
    elsewhere by now, is deleted, or its source has an even newer text.
    """
    now, was = place_of(row), row.review_state
    if row.deleted or any(now[key] != expected[key] for key in _IDENTITY):
        raise Conflict(_("Somebody changed this excerpt in the meantime, so this can no longer be undone."))
    source = Source.objects.select_for_update(no_key=True).get(pk=row.source_id)
    if str(source.text_id) not in {expected["text"], wanted["text"]}:
        raise Conflict(_("This source has a newer text by now. Look at the proposals again."), code="text_changed")
    text = ReadingText.objects.get(pk=wanted["text"])
    _put(row, text, wanted["start"], wanted["end"])
    row.quote = text.text[row.start : row.end]
    row.review_state = wanted["review"] if was == expected["review"] else ReviewState.OPEN
    row.save(update_fields=[*_PLACE, "quote", "review_state"])
    if row.text_id == source.text_id:
        _decide(access, row, wanted["decision"])
    else:
        wait_again(row)
    _publish(access, row, source, verb=verb, before=now, was=was)


def wait_again(row: Excerpt) -> None:
    """What was decided about an excerpt that stands on an older text than its source's is open again."""
    present = Source.objects.filter(pk=row.source_id).exclude(text=row.text_id).values("text_id")
    Reanchoring.objects.filter(excerpt=row, to_text__in=present).update(decided=None, decided_by=None, decision="")


def _publish(access: Access, row: Excerpt, source: Source, *, verb: str, before: dict[str, Any], was: str) -> None:
    audit.record(
        f"excerpt.{verb}",
        row,
        actor_id=access.user.pk,
        workspace_id=access.workspace.pk,
        before=before,
        after=place_of(row),
    )
    actions.tell("changed", access, row, was=was)
    tell_of_source(source, actor_id=access.user.pk)


@transaction.atomic
def let_go(*, access: Access, excerpt_id: uuid.UUID, version: int | None = None) -> Excerpt:
    """Gives a waiting excerpt up: it is deleted, and undo brings it back to wait. Raises Forbidden, NotFound, Conflict."""
    row = actions.locked_excerpt(access, excerpt_id, version)
    _decide(access, row, LET_GO)
    return actions.delete_excerpt(access=access, excerpt_id=row.pk)


def _decide(access: Access, row: Excerpt, decision: str) -> None:
    Reanchoring.objects.filter(excerpt=row, decided__isnull=True).update(
        decided=timezone.now(), decided_by=access.user, decision=decision
    )


_IDENTITY = ("text", "start", "end")


def place_of(row: Excerpt) -> dict[str, Any]:
    """Where the excerpt stands, how what it quotes there begins, and what a reviewer said of it; undo goes back to it."""
    return {
        "text": str(row.text_id),
        "start": row.start,
        "end": row.end,
        "quote": row.quote[:200],
        "review": row.review_state,
    }


def tell_of_source(source: Source, *, actor_id: uuid.UUID | None = None) -> None:
    """Open readers and lists look again at a source's excerpts."""
    events.emit(
        source.workspace_id,
        "excerpts.reanchored",
        {"source": str(source.pk)},
        audience=Permission.READ_SOURCES,
        actor_id=actor_id,
    )
