"""What the templates of versions and of sources that are much alike are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from synthesis.engine.differences import Difference, differences
from synthesis.engine.revisions import Piece, pieces
from synthesis.engine.text.model import TEXT_VERSION
from synthesis.infra.policy import Permission
from synthesis.sources import selectors_likeness, selectors_versions
from synthesis.sources.models import ReadingText, SourceState
from synthesis.workspaces.policy import Access

#: Code points shown around a difference.
AROUND = 24
#: Longer changed passages are shown whole, without the difference of their characters.
LONGEST_DIFF = 2_000
LONGEST_SHOWN = 1_200
MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a difference: what stands around it, its pieces, and the span to open in the reader."""

    before: str
    pieces: tuple[Piece, ...]
    after: str
    cut: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """A difference with its name in the reader's language."""

    kind: str
    name: str
    left: Side
    right: Side


def info_context(access: Access, source: Any) -> dict[str, Any]:
    """The parts "versions" and "much alike" of a source's page."""
    alike = selectors_likeness.alike_of(access, [source.pk]).get(source.pk, [])
    arriving = selectors_versions.arriving_version(access, source)
    reading = source.state in {SourceState.QUEUED, SourceState.READING} or (arriving is not None and arriving.active)
    return {
        "versions": selectors_versions.versions_of(access, source),
        "arriving": arriving,
        "may_renew": access.has(Permission.WRITE_SOURCES) and not reading,
        "outdated": bool(source.stored and source.text_id) and source.reader_version < TEXT_VERSION,
        "likenesses": alike,
    }


def difference_context(left: ReadingText, right: ReadingText) -> dict[str, Any]:
    """The page of two sources that are much alike: figures and passages."""
    found = differences(left.text, right.text)
    names = {
        "only_left": _("Only in the first"),
        "only_right": _("Only in the second"),
        "changed": _("Different"),
        "moved": _("In another place"),
    }
    shown = [_shown(one, names[one.kind], left.text, right.text) for one in found.differences[:MOST_SHOWN]]
    shorter = min(found.left_counted, found.right_counted)
    return {
        "differences": shown,
        "more": max(0, len(found.differences) - MOST_SHOWN),
        "equal": found.equal,
        "shorter": shorter,
        # Like the share in the heading never rounded up: the same is only what has no difference.
        "percent": found.equal * 100 // max(1, shorter),
        "left_only": found.left_counted - found.equal,
        "right_only": found.right_counted - found.equal,
        "same": shorter > 0 and not found.differences,
    }


def _shown(one: Difference, name: str, left: str, right: str) -> ShownDifference:
    mine, theirs = left[slice(*one.left)], right[slice(*one.right)]
    removed: tuple[Piece, ...] = (Piece("removed", mine),) if mine else ()
    added: tuple[Piece, ...] = (Piece("added", theirs),) if theirs else ()
    if one.kind == "changed" and max(len(mine), len(theirs)) <= LONGEST_DIFF:
        found = pieces(mine, theirs)
        removed = tuple(piece for piece in found if piece.kind != "added")
        added = tuple(piece for piece in found if piece.kind != "removed")
    elif one.kind == "moved":
        removed, added = (Piece("equal", mine),), (Piece("equal", theirs),)
    return ShownDifference(one.kind, name, _side(left, one.left, removed), _side(right, one.right, added))


def _side(text: str, span: tuple[int, int], found: tuple[Piece, ...]) -> Side:
    start, end = span
    kept, room = [], LONGEST_SHOWN
    for piece in found:
        if room <= 0:
            break
        kept.append(Piece(piece.kind, piece.text[:room]))
        room -= len(piece.text)
    return Side(
        before=text[max(0, start - AROUND) : start],
        pieces=tuple(kept),
        after=text[end : end + AROUND],
        cut=max(0, -room),
        start=start,
        # A place between characters is opened with what follows it.
        end=end if end > start else min(len(text), end + AROUND),
    )
