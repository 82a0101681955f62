"""The board: headings as columns, points in order, excerpts in points, and those that are in none."""

from __future__ import annotations

import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from synthesis.drafting.models import Point, PointExcerpt
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, Heading, ReviewState
from synthesis.workspaces.policy import Access


@dataclass(slots=True)
class PointColumn:
    """A point with its excerpts in order."""

    point: Point
    excerpts: list[Excerpt] = field(default_factory=list)


@dataclass(slots=True)
class HeadingColumn:
    """A heading with its points and the excerpts that no point of it holds."""

    heading: Heading
    points: list[PointColumn] = field(default_factory=list)
    unassigned: list[Excerpt] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.unassigned) + sum(len(p.excerpts) for p in self.points)


def outline_of(access: Access) -> list[HeadingColumn]:
    """Every heading in the codebook's order. Returned excerpts (review) are left out: their tag is not agreed on."""
    access.require(Permission.READ_OUTLINE)
    columns = {h.pk: HeadingColumn(h) for h in tagging.headings_of(access)}
    places = {}
    for point in Point.objects.filter(workspace=access.workspace, heading_id__in=columns).order_by(
        "position", "created"
    ):
        places[point.pk] = PointColumn(point)
        columns[point.heading_id].points.append(places[point.pk])
    usable = tagging.excerpts_visible_to(access).exclude(review_state=ReviewState.RETURNED)
    excerpts = {e.pk: e for e in usable.order_by("source__created", "start")}
    tagged = {(e.pk, tag.heading_id) for e in excerpts.values() for tag in e.tags.all()}
    held: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    for assigned in PointExcerpt.objects.filter(point__in=places).order_by("position", "created"):
        column = places[assigned.point_id]
        # One that was retagged since stays assigned, and comes back when the heading does.
        if (assigned.excerpt_id, column.point.heading_id) in tagged:
            column.excerpts.append(excerpts[assigned.excerpt_id])
            held[column.point.heading_id].add(assigned.excerpt_id)
    for excerpt in excerpts.values():
        for tag in excerpt.tags.all():
            if tag.heading_id in columns and excerpt.pk not in held[tag.heading_id]:
                columns[tag.heading_id].unassigned.append(excerpt)
    return list(columns.values())


def get_point(access: Access, point_id: uuid.UUID) -> Point:
    """Raises NotFound."""
    access.require(Permission.READ_OUTLINE)
    point = Point.objects.select_related("heading").filter(pk=point_id, workspace=access.workspace).first()
    if point is None:
        raise NotFound
    return point
