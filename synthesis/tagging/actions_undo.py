"""Undo and redo of a person's own changes: tags, notes, deletions, and places taken in a newer text."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.infra.errors import Conflict
from synthesis.infra.policy import Permission
from synthesis.tagging import actions, actions_reanchoring, selectors
from synthesis.tagging.models import Change, Excerpt
from synthesis.workspaces.policy import Access


@transaction.atomic
def undo(*, access: Access, source_id: uuid.UUID | None = None) -> Change | None:
    """Takes back the person's own newest change (in that source), or nothing. Raises Conflict when it changed since."""
    change = selectors.undoable(access, source_id)
    if change is None:
        return None
    _apply(access, change, expected=change.after, wanted=change.before, verb="undone")
    change.undone = timezone.now()
    change.save(update_fields=["undone"])
    return change


@transaction.atomic
def redo(*, access: Access, source_id: uuid.UUID | None = None) -> Change | None:
    """Does again what was undone last (in that source). Raises Conflict when somebody has changed it since."""
    change = selectors.redoable(access, source_id)
    if change is None:
        return None
    _apply(access, change, expected=change.before, wanted=change.after, verb="redone")
    change.undone = None
    change.save(update_fields=["undone"])
    return change


def _apply(access: Access, change: Change, *, expected: Any, wanted: Any, verb: str) -> None:
    """Brings the change's excerpt from the state `expected` to `wanted`; None stands for "not there"."""
    access.require(Permission.WRITE_EXCERPTS)
    excerpt = Excerpt.objects.select_for_update(no_key=True).get(pk=change.excerpt_id)
    if change.verb == actions_reanchoring.PLACING:
        actions_reanchoring.move_back(access=access, row=excerpt, expected=expected, wanted=wanted, verb=verb)
        return
    now = actions.state_of(excerpt)
    there = expected is not None and not expected["deleted"]
    if (now != expected) if there else not now["deleted"]:
        raise Conflict(_("Somebody changed this excerpt in the meantime, so this can no longer be undone."))
    was = excerpt.review_state
    gone = wanted is None or wanted["deleted"]
    if gone:
        actions.write_state(access, excerpt, headings=None, note=None, deleted=True)
    else:
        headings = selectors.headings_by_key(access, wanted["headings"])
        actions.write_state(access, excerpt, headings=headings or None, note=wanted["note"], deleted=False)
        actions_reanchoring.wait_again(excerpt)
    kind = "deleted" if gone else "changed" if there else "created"
    actions.publish(kind, access, excerpt, verb=verb, before=now, was=was)
