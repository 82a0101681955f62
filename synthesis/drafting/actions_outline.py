"""Everything that changes the outline: points, their order, and which excerpts they hold."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.drafting import selectors_outline
from synthesis.drafting.models import Point, PointExcerpt
from synthesis.infra import audit, events
from synthesis.infra.errors import Invalid
from synthesis.infra.policy import Permission
from synthesis.sources.storable import storable_text
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, Heading
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access

MAX_POINTS = 12
MAX_TITLE = 200
MAX_CLAIM = 500


@transaction.atomic
def create_point(
    *,
    access: Access,
    heading: Heading,
    title: str = "",
    position: int | None = None,
    excerpts: Sequence[uuid.UUID] = (),
    claim: str = "",
    locked: bool = False,
) -> Point:
    """Adds a point at `position` (0-based) of a heading, at the end without one. Raises Invalid when there are too many.

    `excerpts` are put into it in this order; those that do not carry the heading or lie in another point are left out:
    this is how a deleted point comes back.
    """
    access.require(Permission.WRITE_OUTLINE)
    points = locked_points(access, heading)
    if len(points) >= MAX_POINTS:
        raise Invalid(_("A heading has at most %(n)s points.") % {"n": MAX_POINTS})
    point = Point.objects.create(
        workspace=access.workspace,
        heading=heading,
        title=_title(title),
        claim=_claim(claim),
        locked=locked,
        position=len(points),
    )
    if position is not None:
        points.insert(max(0, min(position, len(points))), point)
        number_points(points)
    _assign(access, point, excerpts)
    _publish("point.created", point, access, after={"title": point.title, "excerpts": [str(pk) for pk in excerpts]})
    return point


def _assign(access: Access, point: Point, wanted: Sequence[uuid.UUID]) -> None:
    free = tagging.excerpts_visible_to(access).filter(pk__in=wanted, tags__heading=point.heading_id)
    taken = PointExcerpt.objects.filter(point__heading=point.heading_id).values("excerpt_id")
    usable = set(free.exclude(pk__in=taken).values_list("pk", flat=True))
    PointExcerpt.objects.bulk_create(
        PointExcerpt(point=point, excerpt_id=pk, position=position)
        for position, pk in enumerate(pk for pk in dict.fromkeys(wanted) if pk in usable)
    )


@transaction.atomic
def rename_point(*, access: Access, point: Point, title: str) -> Point:
    access.require(Permission.WRITE_OUTLINE)
    before, point.title = point.title, _title(title)
    point.save(update_fields=["title"])
    _publish("point.renamed", point, access, before={"title": before}, after={"title": point.title})
    return point


@transaction.atomic
def claim_point(*, access: Access, point: Point, claim: str) -> Point:
    """What the point states, in a person's words; with "" the drafter finds a statement itself. Raises Invalid."""
    access.require(Permission.WRITE_OUTLINE)
    before, point.claim = point.claim, _claim(claim)
    if before != point.claim:
        point.save(update_fields=["claim"])
        _publish("point.claimed", point, access, before={"claim": before}, after={"claim": point.claim})
    return point


@transaction.atomic
def lock_point(*, access: Access, point: Point, locked: bool) -> Point:
    """A locked point stays as it is, on the board when points are proposed and in drafts when they are written again."""
    access.require(Permission.WRITE_OUTLINE)
    if point.locked != locked:
        point.locked = locked
        point.save(update_fields=["locked"])
        _publish("point.locked" if locked else "point.unlocked", point, access, after={"title": point.title})
    return point


@transaction.atomic
def move_point(*, access: Access, point: Point, position: int) -> None:
    """Puts the point at `position` (0-based) among the points of its heading."""
    access.require(Permission.WRITE_OUTLINE)
    points = [p for p in locked_points(access, point.heading) if p.pk != point.pk]
    position = max(0, min(position, len(points)))
    points.insert(position, point)
    number_points(points)
    _publish("point.moved", point, access, after={"position": position})


@transaction.atomic
def delete_point(*, access: Access, point: Point) -> dict[str, Any]:
    """Takes the point away; its excerpts become unassigned. Returns what `create_point` needs to bring it back."""
    access.require(Permission.WRITE_OUTLINE)
    held = [str(pk) for pk in point.assignments.order_by("position", "created").values_list("excerpt_id", flat=True)]
    gone = {
        "heading": point.heading.key,
        "title": point.title,
        "claim": point.claim,
        "locked": point.locked,
        "position": point.position,
        "excerpts": held,
    }
    _publish("point.deleted", point, access, before={"title": point.title, "excerpts": held})
    heading = point.heading
    point.delete()
    number_points(locked_points(access, heading))
    return gone


@transaction.atomic
def place_excerpt(
    *, access: Access, excerpt: Excerpt, heading: Heading, point: Point | None, position: int = 10_000
) -> None:
    """Puts the excerpt into `point` at `position` (0-based), or among the unassigned of `heading` when None.

    Under one heading an excerpt is in one point at most. Raises Invalid when the excerpt does not carry the heading
    or the point belongs to another.
    """
    access.require(Permission.WRITE_OUTLINE)
    locked_points(access, heading)
    if not any(tag.heading_id == heading.pk for tag in excerpt.tags.all()):
        raise Invalid(_("This excerpt is not tagged with that heading. Retag it first."), code="heading")
    if point is not None and point.heading_id != heading.pk:
        raise Invalid(_("This point belongs to another heading."), code="heading")
    PointExcerpt.objects.filter(point__heading=heading, excerpt=excerpt).delete()
    if point is not None:
        held = list(point.assignments.order_by("position", "created"))
        held.insert(max(0, min(position, len(held))), PointExcerpt(point=point, excerpt=excerpt, position=-1))
        for number, assigned in enumerate(held):
            if assigned.position != number:
                assigned.position = number
                assigned.save()
    _publish(
        "excerpt.placed", excerpt, access, after={"point": str(point.pk) if point else None, "heading": heading.key}
    )


def find_places(
    access: Access, *, excerpt_id: uuid.UUID, heading_key: str, point_id: uuid.UUID | None
) -> tuple[Excerpt, Heading, Point | None]:
    """The rows that `place_excerpt` takes, all visible to this person. Raises NotFound, Invalid."""
    excerpt = tagging.get_excerpt(access, excerpt_id)
    headings = tagging.headings_by_key(access, [heading_key])
    if not headings:
        raise Invalid(_("Choose a heading of this workspace."), code="heading")
    point = selectors_outline.get_point(access, point_id) if point_id else None
    return excerpt, headings[0], point


def _title(title: str) -> str:
    title = " ".join(storable_text(title).split())
    if len(title) > MAX_TITLE:
        raise Invalid(_("This title is too long."), fields={"title": _("This title is too long.")})
    return title


def _claim(claim: str) -> str:
    claim = " ".join(storable_text(claim).split())
    if len(claim) > MAX_CLAIM:
        raise Invalid(_("This statement is too long."), fields={"claim": _("This statement is too long.")})
    return claim


def locked_points(access: Access, heading: Heading) -> list[Point]:
    """The heading's points in order; the heading's row is locked, so that two people do not number at once."""
    Heading.objects.select_for_update(no_key=True).get(pk=heading.pk)
    return list(Point.objects.filter(workspace=access.workspace, heading=heading).order_by("position", "created"))


def number_points(points: Sequence[Point]) -> None:
    for position, point in enumerate(points):
        if point.position != position:
            point.position = position
            point.save(update_fields=["position"])


def _publish(verb: str, target: Any, access: Access, **states: Any) -> None:
    audit.record(verb, target, actor_id=access.user.pk, workspace_id=access.workspace.pk, **states)
    tell_outline(access)


def tell_outline(access: Access) -> None:
    events.emit(access.workspace.pk, "outline.changed", {}, audience=Permission.READ_OUTLINE, actor_id=access.user.pk)


register_words("point.claimed", gettext_noop("{actor} wrote what a point of the outline states: “{claim}”"))
register_words("point.locked", gettext_noop("{actor} locked the point “{title}”"))
register_words("point.unlocked", gettext_noop("{actor} unlocked the point “{title}”"))
