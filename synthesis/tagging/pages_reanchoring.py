"""What the templates of the re-anchoring queue are given: the old passage and the proposed one, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from synthesis.engine.anchors import Anchor
from synthesis.engine.reanchoring import Reanchorer
from synthesis.engine.revisions import Piece, pieces
from synthesis.sources.models import ReadingText
from synthesis.tagging import layout, pages, selectors, selectors_reanchoring
from synthesis.tagging.models import AnchorState, Excerpt
from synthesis.workspaces.policy import Access

PAGE_SIZE = 20
#: Code points of the new text shown around a place.
AROUND = 32
#: Longer passages are shown without the difference of their characters.
LONGEST_DIFF = 3_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place in the new text: `[start, end)` with what stands there, and the difference from the old passage."""

    start: int
    end: int
    quote: str
    before: str
    after: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    percent: int

    @property
    def same(self) -> bool:
        return all(piece.kind == "equal" for piece in (*self.old, *self.new))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One excerpt of the queue; `proposal` is None for an orphan, and while no place has been looked for."""

    excerpt: Excerpt
    tags: list[dict[str, Any]]
    hue: int
    text: ReadingText
    proposal: Proposal | None
    why: str
    may_change: bool
    old_place: str


def queue_context(access: Access, page_number: str | None, only: Any = None) -> dict[str, Any]:
    """A page of the queue; with `only`, a source, of its excerpts."""
    waiting = selectors_reanchoring.waiting(access, only.pk if only else None)
    page: Page[Excerpt] = Paginator(waiting, PAGE_SIZE).get_page(page_number)
    query = f"source={only.pk}&" if only else ""
    return {"page": page, "rows": _waiting(access, list(page.object_list)), "query": query, "only": only}


def place_context(access: Access, excerpt: Excerpt) -> dict[str, Any]:
    """The page on which one excerpt's place is chosen: proposals, and the whole new text to select in."""
    (row,) = _waiting(access, [excerpt])
    both = Reanchorer(selectors_reanchoring.plain_text_of(excerpt.text_id), row.text.text)
    found = [_proposal(excerpt, row.text, one) for one in both.proposals(excerpt.start, excerpt.end)]
    laid = layout.lay_out(row.text.text, row.text.blocks)
    return {"row": row, "proposals": found, "blocks": laid, "source": excerpt.source, "text": row.text}


def _waiting(access: Access, excerpts: list[Excerpt]) -> list[Waiting]:
    texts = selectors_reanchoring.texts_around(excerpts)
    return [_row(access, excerpt, texts[excerpt.source_id]) for excerpt in excerpts]


def _row(access: Access, excerpt: Excerpt, text: ReadingText) -> Waiting:
    ways = excerpt.ways  # type: ignore[attr-defined]
    way = ways[0] if ways else None
    proposal = None
    if way is not None and way.start < way.end:
        proposal = _proposal(excerpt, text, Anchor("fuzzy", way.start, way.end, way.score))
    tags = pages.tags_of(excerpt)
    return Waiting(
        excerpt=excerpt,
        tags=tags,
        hue=tags[0]["hue"] if tags else 0,
        text=text,
        proposal=proposal,
        why=_why(way.state if way else "", proposal),
        may_change=selectors.may_change(access, excerpt),
        old_place=pages.place_of(excerpt),
    )


def _why(state: str, proposal: Proposal | None) -> str:
    if not state:
        return _("Its place in the newer text has not been looked for yet.")
    if proposal is None or state == AnchorState.ORPHAN:
        return _("Nothing similar was found in the newer text.")
    if proposal.same:
        return _("The same words stand there, but it is not certain that they are the ones that were tagged.")
    return _("The passage has changed.")


def _proposal(excerpt: Excerpt, text: ReadingText, anchor: Anchor) -> Proposal:
    start, end = anchor.start, anchor.end
    quote = text.text[start:end]
    old, new = _difference(excerpt.quote, quote)
    return Proposal(
        start=start,
        end=end,
        quote=quote,
        before=text.text[max(0, start - AROUND) : start],
        after=text.text[end : end + AROUND],
        old=old,
        new=new,
        percent=int(anchor.score * 100),
    )


def _difference(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if old == new:
        return (Piece("equal", old),), (Piece("equal", new),)
    if max(len(old), len(new)) > LONGEST_DIFF:
        return (Piece("removed", old),), (Piece("added", new),)
    found = pieces(old, new)
    return tuple(p for p in found if p.kind != "added"), tuple(p for p in found if p.kind != "removed")
