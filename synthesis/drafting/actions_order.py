"""A draft that follows the board: its paragraphs in the order that the points have now."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from synthesis.drafting import selectors
from synthesis.drafting.actions import keep_revision, locked_draft, record, reopen
from synthesis.drafting.models import AuthorKind, Draft, Paragraph
from synthesis.drafting.selectors_order import in_order_of_points
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access


@transaction.atomic
def follow_points(*, access: Access, draft: Draft) -> Draft:
    """Puts the paragraphs into the order of their points, as one revision; no sentence changes. Nothing to move: nothing
    is done. Raises Conflict while the draft is being written."""
    row = locked_draft(access, draft.pk)
    sections = selectors.sections_of(row)
    wanted = in_order_of_points(sections)
    standing = [paragraph for section in sections for paragraph in section.paragraphs]
    if [p.pk for p in wanted] == [p.pk for p in standing]:
        return row
    reopen(row, access)
    for position, paragraph in enumerate(wanted):
        Paragraph.objects.filter(pk=paragraph.pk).update(position=position)
    keep_revision(row, verb="followed", author_kind=AuthorKind.PERSON, author_id=access.user.pk)
    record("draft.followed", row, access.user.pk, after={"revision": row.revision})
    return row


register_words("draft.followed", gettext_noop("{actor} put a draft into the order of its points"))
