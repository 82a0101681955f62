"""Whether a draft stands in the order that its points have on the board."""

from __future__ import annotations

from collections.abc import Sequence

from synthesis.drafting.models import Paragraph
from synthesis.drafting.selectors import Section


def in_order_of_points(sections: Sequence[Section]) -> list[Paragraph]:
    """The draft's paragraphs as the board orders their points. Only what was written for a point of its own heading moves,
    and only among its like: a paragraph whose point is gone keeps its place."""
    return [paragraph for section in sections for paragraph in _ordered(section)]


def points_moved(sections: Sequence[Section]) -> bool:
    """Whether the board has another order than the draft."""
    standing = [paragraph.pk for section in sections for paragraph in section.paragraphs]
    return standing != [paragraph.pk for paragraph in in_order_of_points(sections)]


def _ordered(section: Section) -> list[Paragraph]:
    moving = [p for p in section.paragraphs if p.point and p.point.heading_id == section.heading.pk]
    places = iter(sorted(moving, key=lambda p: (p.point.position, p.point.created)))  # type: ignore[union-attr]
    return [next(places) if p in moving else p for p in section.paragraphs]
