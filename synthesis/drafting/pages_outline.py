"""The outline as its board shows it: columns with their gaps, and the strings of its script."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from synthesis.drafting import selectors_outline
from synthesis.infra.policy import Permission
from synthesis.tagging.pages import hue_of, place_of
from synthesis.workspaces.policy import Access


def board(access: Access) -> dict[str, Any]:
    """Columns for the template, and what is missing in them."""
    columns = selectors_outline.outline_of(access)
    shown = [
        {
            "heading": column.heading,
            "hue": hue_of(column.heading),
            "count": column.count,
            "points": [
                {
                    "row": one.point,
                    "cards": [_card(excerpt) for excerpt in one.excerpts],
                    # Two excerpts of one source are still one witness.
                    "single": len(one.excerpts) > 0 and len({e.source_id for e in one.excerpts}) == 1,
                }
                for one in column.points
            ],
            "unassigned": [_card(excerpt) for excerpt in column.unassigned],
        }
        for column in columns
    ]
    return {
        "columns": shown,
        "empty": not any(column.count or column.points for column in columns),
        "can_propose": [c.heading.key for c in columns if c.unassigned and not c.points],
        "may_write": access.has(Permission.WRITE_OUTLINE),
    }


def _card(excerpt: Any) -> dict[str, Any]:
    return {"row": excerpt, "place": place_of(excerpt)}


def board_messages() -> dict[str, str]:
    """The strings of static/src/drafting for the board."""
    return {
        "board.point_deleted": _("Point deleted; its excerpts are unassigned."),
        "board.unassigned": _("Taken out of the point."),
        "board.undo": _("Undo"),
        "board.moved": _("Moved to {place}."),
        "board.wrong_heading": _("This excerpt is not tagged with that heading. Retag it first."),
        "board.unassigned_place": _("the unassigned"),
        "board.unnamed": _("Point {number}"),
        "key.open": _("Open the excerpt in its source"),
        "key.up": _("Move up"),
        "key.down": _("Move down"),
        "key.left": _("Move to the previous point"),
        "key.right": _("Move to the next point"),
        "key.new_point": _("New point under this heading"),
        "key.rename": _("Rename the point"),
        "key.claim": _("Write what the point states"),
        "key.lock": _("Lock or unlock the point"),
        "board.locked": _("Locked: proposals and new drafts leave this point as it is."),
        "board.unlocked": _("Unlocked."),
        "key.delete": _("Take the excerpt out, or delete the point"),
        "key.walk": _("Move around the board"),
    }
