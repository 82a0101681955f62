"""What the drafter gets and gives, between rows and the engine's plain data."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from synthesis.drafting.models import Draft, Point, PointExcerpt
from synthesis.drafting.selectors_given import given_excerpts
from synthesis.engine.drafting.evidence import units as evidence
from synthesis.engine.drafting.model.prompts import Standing
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint
from synthesis.tagging.models import Excerpt, Heading, ReviewState
from synthesis.workspaces.models import Workspace


@dataclass(frozen=True, slots=True)
class HeadingMaterial:
    """The excerpts under one heading, and the plan when people arranged points."""

    id: uuid.UUID
    key: str
    name: str
    excerpts: list[evidence.Excerpt]
    # The excerpts' own words, by id.
    quotes: dict[str, str]
    plan: Plan | None
    # The rows behind the plan's points, in its order.
    point_ids: tuple[uuid.UUID, ...] = ()
    # What the draft says so far, where it is written again.
    standing: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Everything the drafter needs to know."""

    draft_id: uuid.UUID
    workspace_id: uuid.UUID
    brief: str
    language: str
    points: int
    headings: list[HeadingMaterial]
    provider: str = "rules"
    register: str = ""
    # How often the draft has been written.
    attempt: int = 0


def for_draft(draft_id: uuid.UUID) -> Order:
    """The order behind a draft. Excerpts that a reviewer returned are not used."""
    draft = Draft.objects.select_related("workspace").get(pk=draft_id)
    return Order(
        draft_id=draft.pk,
        workspace_id=draft.workspace_id,
        brief=draft.workspace.topic,
        language=draft.language,
        points=draft.points,
        headings=headings_of(draft.workspace, draft.heading_keys),
        provider=draft.provider,
        register=draft.workspace.get_register_display() if draft.workspace.register else "",
    )


def headings_of(workspace: Workspace, keys: Sequence[str]) -> list[HeadingMaterial]:
    """The material of these headings, in the codebook's order; a heading without excerpts is left out."""
    headings = Heading.objects.filter(workspace=workspace, key__in=list(keys), deleted__isnull=True).order_by(
        "position"
    )
    return [m for heading in headings if (m := _material(heading)).excerpts]


def _material(heading: Heading) -> HeadingMaterial:
    rows = list(
        Excerpt.objects.filter(tags__heading=heading, deleted__isnull=True, source__deleted__isnull=True)
        .exclude(review_state=ReviewState.RETURNED)
        .select_related("source")
        .order_by("source__created", "start")
    )
    excerpts = given_excerpts(rows)
    quotes = {str(row.pk): row.quote for row in rows}
    usable = {e.id for e in excerpts}
    points, rows_of_points = [], []
    for point in Point.objects.filter(heading=heading).order_by("position", "created"):
        assigned = PointExcerpt.objects.filter(point=point).order_by("position", "created")
        ids = tuple(str(pk) for pk in assigned.values_list("excerpt_id", flat=True) if str(pk) in usable)
        if ids:
            rows_of_points.append(point.pk)
            points.append(PlanPoint(title=point.title, claim=point.claim, excerpt_ids=ids))
    plan = Plan(points=tuple(points)) if points else None
    return HeadingMaterial(heading.pk, heading.key, heading.name, excerpts, quotes, plan, tuple(rows_of_points))


def paragraphs(heading: HeadingMaterial, points: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The points of a `compose` answer as `actions.write_draft` takes them, each with the plan's point it was made for."""
    ids = iter(_rows_behind(heading, points))
    return [{**_paragraph(heading, point), "point_id": next(ids)} for point in points]


def _rows_behind(heading: HeadingMaterial, points: Sequence[dict[str, Any]]) -> list[uuid.UUID | None]:
    """The drafter keeps the plan's order and titles, and leaves out points of which it made nothing."""
    planned = list(zip(heading.plan.points, heading.point_ids, strict=False)) if heading.plan else []
    found: list[uuid.UUID | None] = []
    for point in points:
        cited = {c for s in point["sentences"] for c in s["cites"]}
        at = next(
            (i for i, (one, _) in enumerate(planned) if one.title == point["title"] and cited & set(one.excerpt_ids)),
            None,
        )
        found.append(planned[at][1] if at is not None else None)
        planned = planned[at + 1 :] if at is not None else planned
    return found


def _paragraph(heading: HeadingMaterial, point: dict[str, Any]) -> dict[str, Any]:
    return {
        "heading_id": heading.id,
        "title": point["title"],
        "sentences": [
            {
                "text": s["text"],
                "kind": s["kind"],
                "state": s["state"],
                "verdict": {"checks": s["checks"], "reasons": s.get("reasons", [])},
                "overlap": s["overlap"],
                "cites": s["cites"],
            }
            for s in point["sentences"]
        ],
    }
