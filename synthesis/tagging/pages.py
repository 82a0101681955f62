"""What the templates and scripts of this room are given besides rows: rights, hues, addresses, strings."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText
from synthesis.tagging import selectors, selectors_reanchoring
from synthesis.tagging.models import Change, Excerpt, Heading
from synthesis.workspaces.policy import Access

HUES = 8
#: Kinds of files whose pages have a picture (`sources:page_image`).
PICTURED = frozenset({"pdf", "image"})


def hue_of(heading: Heading) -> int:
    """The colour of a heading, 1–8 by its position."""
    return heading.position % HUES + 1


def headings_for_page(headings: list[Heading]) -> list[dict[str, Any]]:
    """The codebook for templates and for the reader's script."""
    return [{"id": str(h.pk), "key": h.key, "name": h.name, "hue": hue_of(h)} for h in headings]


def tags_of(excerpt: Excerpt) -> list[dict[str, Any]]:
    """The headings of an excerpt as badges; needs `tags__heading` fetched."""
    return [
        {"hue": hue_of(tag.heading), "key": tag.heading.key, "name": tag.heading.name} for tag in excerpt.tags.all()
    ]


def row_of(excerpt: Excerpt) -> dict[str, Any]:
    """An excerpt in a list, as `tagging/excerpt_told.html` and what includes it want it; needs what `tags_of` and `place_of` do."""
    tags = tags_of(excerpt)
    return {"excerpt": excerpt, "tags": tags, "hue": tags[0]["hue"] if tags else 0, "place": place_of(excerpt)}


def place_of(excerpt: Excerpt) -> str:
    """The address that opens the source at the excerpt; for one that waits to be placed, the older text it stands on.

    Needs `source` and `text` fetched.
    """
    if excerpt.text_id != excerpt.source.text_id:
        address = reverse("tagging:version", args=[excerpt.workspace_id, excerpt.source_id, excerpt.text.number])
        return f"{address}?start={excerpt.start}&end={excerpt.end}"
    return f"{reverse('tagging:reader', args=[excerpt.workspace_id, excerpt.source_id])}#e-{excerpt.pk}"


def reader_context(access: Access, source: Any, text: ReadingText, script: str) -> dict[str, Any]:
    """The reader: its text, the codebook, and what its script must know."""
    headings = headings_for_page(list(selectors.headings_of(access)))
    workspace = access.workspace.pk
    nowhere = "00000000-0000-0000-0000-000000000000"
    one = reverse("tagging:excerpt", args=[workspace, nowhere])
    suggestion = reverse("tagging:accept_suggestion", args=[workspace, nowhere]).removesuffix("accept")
    # Comments are the business of the room above; the page only carries the address on.
    may_comment = access.has(Permission.COMMENT)
    may_repair = access.has(Permission.WRITE_SOURCES)
    counts = reverse("discussion:counts", args=[workspace, source.pk]) if may_comment else ""
    config = {
        "source": str(source.pk),
        "text": str(text.pk),
        "length": text.length,
        "user": str(access.user.pk),
        "userName": str(access.user),
        "mayTag": access.has(Permission.WRITE_EXCERPTS),
        "mayChangeAll": access.has(Permission.WRITE_ANY_EXCERPT),
        "headings": headings,
        "script": script,
        "language": text.language,
        "excerptsUrl": reverse("tagging:excerpts", args=[workspace, source.pk]),
        "textUrl": reverse("sources:text", args=[workspace, source.pk]),
        "commentCountsUrl": counts,
        "repairsUrl": reverse("sources:repairs", args=[workspace, source.pk]),
        # Empty for people who may not change sources.
        "decideUrl": reverse("sources:decide", args=[workspace, source.pk]) if may_repair else "",
        "pages": _pages(source, text),
        # The script puts the number in the place of the zero.
        "pageImageUrl": reverse("sources:page_image", args=[workspace, source.pk, 0]),
        "pageBoxesUrl": reverse("sources:page_boxes", args=[workspace, source.pk, 0]),
        "similarUrl": reverse("sources:similar", args=[workspace]),
        "undoUrl": reverse("tagging:undo", args=[workspace]),
        "redoUrl": reverse("tagging:redo", args=[workspace]),
        # The script puts the id in the place of the zeros.
        "excerptUrl": one,
        "suggestionUrl": suggestion,
    }
    simplified = script != "written"
    return {
        "source": source,
        "text": text,
        "text_language": "zh-Hans" if simplified and text.language == "zh-Hant" else text.language,
        "script": script,
        "has_written": bool(text.written),
        "headings": headings,
        "config": config,
        "messages_json": reader_messages(),
        "unplaced": selectors_reanchoring.waiting_count(access, source.pk),
    }


def _pages(source: Any, text: ReadingText) -> int:
    """The last page that can be shown as it looks; 0 for kinds of files that have no pages to be seen."""
    if source.kind not in PICTURED:
        return 0
    return max((block.get("page") or 0 for block in text.blocks), default=0)


def details_context(access: Access, excerpt: Excerpt) -> dict[str, Any]:
    """An opened excerpt: its headings to choose from, and what this person may do."""
    chosen = {tag.heading_id for tag in excerpt.tags.all()}
    headings = [
        {"key": h.key, "name": h.name, "hue": hue_of(h), "on": h.pk in chosen} for h in selectors.headings_of(access)
    ]
    return {
        "excerpt": excerpt,
        "headings": headings,
        "may_change": selectors.may_change(access, excerpt),
        "place": place_of(excerpt),
    }


def change_json(access: Access, change: Change | None) -> dict[str, Any]:
    """What undo and redo answer: the excerpt as it is now, or that it is gone; `done` false when there was nothing."""
    if change is None:
        return {"done": False, "excerpt": None, "deleted": False}
    row = selectors.excerpts_visible_to(access).filter(pk=change.excerpt_id).first()
    if row is None:
        return {"done": True, "excerpt": {"id": str(change.excerpt_id)}, "deleted": True}
    return {"done": True, "excerpt": selectors.describe(row), "deleted": False}


def reader_messages() -> dict[str, str]:
    """The strings of static/src/tagging."""
    return {
        **_repair_messages(),
        "tag.saved": _("Tagged: {headings}"),
        "tag.deleted": _("Excerpt deleted."),
        "tag.none": _("Select some characters first."),
        "tag.one": _("An excerpt keeps at least one heading. Press Delete to remove the excerpt."),
        "tag.failed": _("Not saved: {reason}"),
        "tag.others": _("This is somebody else's excerpt. You can comment on it."),
        "card.show": _("Show the excerpt"),
        "comments.count": _("Comments: {count}"),
        "tag.arrived": _("{name} tagged a passage: {headings}"),
        "tag.changed_text": _("This source has a newer text."),
        "tag.reload": _("Reload"),
        "headings.changed": _("The headings were changed."),
        "source.gone": _("This source was deleted."),
        "undo.done": _("Undone."),
        "undo.none": _("Nothing to undo."),
        "redo.done": _("Redone."),
        "redo.none": _("Nothing to redo."),
        "suggest.dismissed": _("Suggestion dismissed."),
        "suggest.accepted": _("Suggestion accepted."),
        "suggest.by": _("Suggested"),
        "suggest.accept": _("Accept"),
        "suggest.dismiss": _("Dismiss"),
        "suggest.empty": _("No open suggestions for this text."),
        "list.empty": _("Nothing tagged yet. Select some characters of the text and press the key of a heading."),
        "list.empty_reader": _("Nothing to see yet. Excerpts appear here when they have been accepted."),
        "list.filtered": _("No excerpt matches this filter."),
        "review.accepted": _("Accepted"),
        "review.returned": _("Returned"),
        "place.gone": _("This excerpt no longer exists."),
        "key.heading": _("Tag: {name}"),
        "key.next": _("Next excerpt"),
        "key.previous": _("Previous excerpt"),
        "key.undo": _("Undo my last change"),
        "key.redo": _("Redo"),
        "key.note": pgettext("on an excerpt", "Note"),
        "key.delete": _("Delete the excerpt"),
        "key.suggestions": _("Show or hide suggestions"),
        "key.accept": _("Accept the suggestion"),
        "key.dismiss": _("Dismiss the suggestion"),
        "key.sentence": _("Select the sentence"),
        "key.paragraph": _("Select the paragraph"),
        "key.similar": _("Find similar passages"),
        "key.close": _("Close the selection"),
    }


def _repair_messages() -> dict[str, str]:
    """Those of repairs, damage and the page image."""
    return {
        "repair.sure": _("Certain"),
        "repair.confidence": _("How sure: {percent} %"),
        "repair.nothing": _("(nothing)"),
        "repair.damaged": _("Damaged place"),
        "repair.none": _("Nothing is damaged in this text."),
        "repair.applying": _("Making the text anew…"),
        "repair.done_one": _("The text was made anew with your decision."),
        "repair.done": _("The text was made anew with your {count} decisions."),
        "repair.waiting": _("Decided. The text will be made anew in a moment."),
        "repair.remove": _("Remove it"),
        "page.of": _("of {last}"),
        "page.none": _("This page cannot be shown."),
        "page.not_found": _("The passage was not found on the page image."),
        "page.alt": _("Page {page} as it looks"),
        "key.repairs": _("Show or hide repairs"),
        "key.next_place": _("Next damaged place (with repairs shown: next repair)"),
        "key.previous_place": _("Previous damaged place"),
        "key.page": _("Show or hide the page image"),
    }
