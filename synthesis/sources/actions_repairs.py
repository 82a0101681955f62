"""What people decide about the repairs of a source. The text is always made anew from the text as read and all decisions,
so that their order is of no matter and taking one back is exact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.engine.text.decided import apply_decisions
from synthesis.engine.text.decisions import Decisions, Item, Verb, decision_about, items_of
from synthesis.engine.text.forms import form_of
from synthesis.engine.text.model import SCRIPT
from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.infra import audit
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.actions import store_text
from synthesis.sources.deciding import Change, Wanted, Wish, earlier_decision, item_at, reading_of
from synthesis.sources.models import MadeFrom, ReadingText, Source
from synthesis.sources.reasons import not_ready_text
from synthesis.sources.storable import storable
from synthesis.workspaces.policy import Access

_AUDIT = {
    Wish.REVERT: "repair.reverted",
    Wish.RESTORE: "repair.restored",
    Wish.CHOOSE: "repair.chosen",
    Wish.ACCEPT: "repair.accepted",
    Wish.OFF: "repair.kind_off",
    Wish.ON: "repair.kind_on",
}
_VERBS = {Wish.REVERT: Verb.REVERT, Wish.CHOOSE: Verb.CHOOSE, Wish.ACCEPT: Verb.ACCEPT}


@dataclass(frozen=True, slots=True)
class Decided:
    """The source's text now, what takes the changes back, and where the place that was looked at is now."""

    text: ReadingText
    undo: tuple[Change, ...]
    at: int


@transaction.atomic
def decide(*, access: Access, source: Source, wanted: Wanted) -> Decided:
    """Carries out all the wishes at once: one new reading text, one audit entry for each wish that changed something.

    Raises Forbidden, NotFound, Invalid, and Conflict when the text is another one by now or the place is no more.
    """
    access.require(Permission.WRITE_SOURCES)
    row = (
        Source.objects.select_for_update(no_key=True)
        .filter(workspace=access.workspace, pk=source.pk, deleted__isnull=True)
        .first()
    )
    if row is None:
        raise NotFound
    now, read = _texts(row, wanted)
    base = reading_of(read)
    items = items_of(base)
    before = decisions = Decisions.from_json(row.decisions)
    undo: list[Change] = []
    for change in wanted.changes:
        after, back = _after(base, items, decisions, change)
        if after != decisions:
            decisions = after
            undo.insert(0, back)
            _record(access, row, change)
    if decisions == before:
        return Decided(now, (), wanted.at)
    row.decisions = storable(decisions.to_json())
    row.save(update_fields=["decisions"])
    decided, _map = apply_decisions(base, decisions)
    text = store_text(row, decided, actor_id=access.user.pk, made_from=MadeFrom.REPAIRS)
    return Decided(text, tuple(undo), _same_place(reading_of(now), decided, wanted.at))


def _texts(row: Source, wanted: Wanted) -> tuple[ReadingText, ReadingText]:
    """The text people read now, and the last one that came from the file."""
    now = ReadingText.objects.filter(pk=row.text_id).first() if row.text_id else None
    if now is None:
        raise Conflict(not_ready_text(row.state), code="not_ready", current={"state": row.state})
    if wanted.text_id not in {None, now.pk}:
        raise Conflict(_("This source has a newer text."), code="text_changed", current={"text": str(now.pk)})
    if now.made_from == MadeFrom.FILE:
        return now, now
    read = ReadingText.objects.filter(source=row, made_from=MadeFrom.FILE).order_by("-number").first()
    return now, read or now


def _after(base: EngineText, items: list[Item], decisions: Decisions, change: Change) -> tuple[Decisions, Change]:
    """The decisions with the change, and the change that takes it back."""
    if change.kind == SCRIPT and change.wish not in {Wish.REVERT, Wish.RESTORE}:
        raise Invalid(_("The text as written is kept; switch to it while reading."), code="script")
    if change.whole_kind:
        off = change.wish is Wish.OFF
        return decisions.with_kind(change.kind, off=off), Change(Wish.ON if off else Wish.OFF, change.kind)
    item = form_of(base, change.start, change.end) if change.kind == SCRIPT else item_at(items, change)
    if item is None:
        return _forget(decisions, change)
    earlier = decisions.at(item)
    back = Change(Wish.RESTORE, item.kind, item.start, item.end)
    if earlier and earlier.verb is not Verb.KEEP:
        back = Change(Wish(earlier.verb), item.kind, item.start, item.end, earlier.text)
    if change.wish is not Wish.RESTORE:
        decision = decision_about(base, item, _VERBS[change.wish], change.text)
        # To take back what is switched off anyway needs no decision of its own.
        moot = decision.verb is Verb.REVERT and item.kind in decisions.off
        return decisions.without_place(decision) if moot else decisions.with_place(decision), back
    keep = decision_about(base, item, Verb.KEEP)
    if item.kind not in decisions.off:
        return decisions.without_place(keep), back
    if earlier and earlier.verb is not Verb.KEEP:
        return decisions.without_place(keep), back
    return decisions.with_place(keep), Change(Wish.REVERT, item.kind, item.start, item.end)


def _forget(decisions: Decisions, change: Change) -> tuple[Decisions, Change]:
    """A decision whose place the text as read has no more can still be dropped."""
    earlier = earlier_decision(decisions, change)
    if earlier is None or change.wish is not Wish.RESTORE:
        raise Conflict(_("This place is no longer in the text. Reload the page."), code="place_gone")
    return decisions.without_place(earlier), change


def _record(access: Access, row: Source, change: Change) -> None:
    state: dict[str, Any] = {"title": row.title, **change.to_json()}
    audit.record(
        _AUDIT[change.wish], row, actor_id=access.user.pk, workspace_id=access.workspace.pk, after=storable(state)
    )


def _same_place(now: EngineText, decided: EngineText, at: int) -> int:
    """Where the character at `at` of the old text is in the new one."""
    at = min(at, max(0, len(now.text) - 1))
    if not now.text:
        return 0
    start, end = now.offset_map.to_original(at, at + 1)
    return decided.offset_map.to_text(start, end)[0]
