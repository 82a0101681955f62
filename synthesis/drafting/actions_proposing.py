"""Points proposed for the outline; what is locked, and what people made or placed, stays as it is."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import Q

from synthesis.drafting import selectors_outline
from synthesis.drafting.actions_outline import (
    MAX_CLAIM,
    MAX_POINTS,
    MAX_TITLE,
    locked_points,
    number_points,
    tell_outline,
)
from synthesis.drafting.models import Point, PointExcerpt
from synthesis.drafting.selectors_given import given_excerpts
from synthesis.drafting.selectors_outline import HeadingColumn, PointColumn
from synthesis.engine.drafting.planning.plan import PlanPoint, make_plan
from synthesis.infra import audit
from synthesis.infra.models import AuditEntry
from synthesis.infra.policy import Permission
from synthesis.workspaces.policy import Access


@transaction.atomic
def arrange(*, access: Access, keys: Sequence[str], again: bool = False) -> int:
    """Proposes points for headings (keys) that have none and assigns their excerpts; returns how many points it made.

    With `again` also for headings that have some: their excerpts that no person placed are planned anew. A point that is
    locked, or that a person made, renamed, moved, claimed or put an excerpt into, is left alone with all it holds.
    """
    access.require(Permission.WRITE_OUTLINE)
    made = 0
    for column in selectors_outline.outline_of(access):
        if column.heading.key in keys and (again or not column.points):
            made += _propose(access, column)
    if made:
        audit.record(
            "outline.arranged",
            access.workspace,
            actor_id=access.user.pk,
            workspace_id=access.workspace.pk,
            after={"headings": list(keys), "points": made},
        )
        tell_outline(access)
    return made


def _propose(access: Access, column: HeadingColumn) -> int:
    workspace = access.workspace
    locked_points(access, column.heading)
    touched = _touched(one.point for one in column.points)
    kept = [one for one in column.points if one.point.locked or one.point.pk in touched]
    free = [one for one in column.points if one not in kept]
    wanted = min(workspace.points_per_heading, MAX_POINTS) - len(kept)
    rows = [*(e for one in free for e in one.excerpts), *column.unassigned]
    rows.sort(key=lambda e: (e.source.created, e.start))
    excerpts = given_excerpts(rows)
    if wanted < 1 or not excerpts:
        return 0
    planned = make_plan(column.heading.name, workspace.topic, excerpts, wanted, workspace.language).points
    if not planned:
        return 0
    points = [_filled(access, column, one, _nearest(one, free)) for one in planned]
    Point.objects.filter(pk__in=[one.point.pk for one in free]).delete()
    number_points([*(one.point for one in kept), *points])
    return len(points)


def _touched(points: Iterable[Point]) -> set[uuid.UUID]:
    """Points that a person has had a hand in, by the audit log."""
    ids = [point.pk for point in points]
    entries = AuditEntry.objects.filter(
        Q(verb__startswith="point.", target_id__in=ids)
        | Q(verb="excerpt.placed", after__point__in=[str(pk) for pk in ids])
    )
    found: set[uuid.UUID] = set()
    # A lock that was opened again leaves nothing behind.
    entries = entries.exclude(verb__in=["point.locked", "point.unlocked"])
    for entry in entries.only("verb", "target_id", "after"):
        found.add(uuid.UUID(str(entry.after["point"] if entry.verb == "excerpt.placed" else entry.target_id)))
    return found


def _nearest(planned: PlanPoint, free: list[PointColumn]) -> Point | None:
    """The former point that shares most excerpts with this one, taken out of `free`: what was written for it stays
    linked to it."""
    wanted = set(planned.excerpt_ids)
    best = max(free, key=lambda one: len(wanted & {str(e.pk) for e in one.excerpts}), default=None)
    if best is None or not wanted & {str(e.pk) for e in best.excerpts}:
        return None
    free.remove(best)
    return best.point


def _filled(access: Access, column: HeadingColumn, planned: PlanPoint, point: Point | None) -> Point:
    if point is None:
        point = Point(workspace=access.workspace, heading=column.heading, position=MAX_POINTS)
    point.title, point.claim = planned.title[:MAX_TITLE], planned.claim[:MAX_CLAIM]
    point.save()
    PointExcerpt.objects.filter(point=point).delete()
    # Under one heading an excerpt is in one point at most.
    PointExcerpt.objects.filter(point__heading=column.heading, excerpt_id__in=planned.excerpt_ids).delete()
    PointExcerpt.objects.bulk_create(
        PointExcerpt(point=point, excerpt_id=uuid.UUID(excerpt_id), position=number)
        for number, excerpt_id in enumerate(planned.excerpt_ids)
    )
    return point
