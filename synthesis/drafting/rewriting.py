"""Which points of a draft are written again, and from what: everything but what is locked or was not chosen."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from synthesis.drafting import material
from synthesis.drafting.models import AuthorKind, Paragraph, Point, Sentence
from synthesis.engine.drafting.model.prompts import Standing
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint


@dataclass(frozen=True, slots=True)
class Asked:
    """Write `draft_id` again by "rules" or "model"; `paragraphs` None: every one, and points that have none yet.

    `attempt` is how often it has been written: a model is asked for another wording than before, and one whose job failed
    for what it did not yet answer.
    """

    draft_id: uuid.UUID
    provider: str
    paragraphs: frozenset[uuid.UUID] | None = None
    attempt: int = 0

    @classmethod
    def of_job(cls, args: dict[str, Any]) -> Asked:
        """From the arguments of a job."""
        chosen = args.get("paragraphs")
        ids = frozenset(uuid.UUID(one) for one in chosen) if chosen is not None else None
        return cls(uuid.UUID(args["draft"]), args["provider"], ids, args.get("attempt", 0))

    def to_args(self) -> dict[str, Any]:
        """As the arguments of a job."""
        chosen = sorted(map(str, self.paragraphs)) if self.paragraphs is not None else None
        return {"draft": str(self.draft_id), "provider": self.provider, "paragraphs": chosen, "attempt": self.attempt}

    def is_open(self, paragraph: Paragraph) -> bool:
        """Whether this paragraph is to be written again; needs `point` fetched."""
        chosen = self.paragraphs is None or paragraph.pk in self.paragraphs
        return chosen and not (paragraph.point is not None and paragraph.point.locked)


def asked_for(
    draft_id: uuid.UUID, provider: str, paragraphs: Iterable[uuid.UUID] | None, attempt: int = 0
) -> Asked | None:
    """What choosing these paragraphs asks for: all open ones mean new points, too. None when none of them is open."""
    standing = list(Paragraph.objects.filter(draft_id=draft_id, deleted__isnull=True).select_related("point"))
    asked = Asked(draft_id, provider, attempt=attempt)
    chosen = frozenset(paragraphs) if paragraphs is not None else None
    if chosen is not None and not {p.pk for p in standing if asked.is_open(p)} <= chosen:
        asked = replace(asked, paragraphs=chosen)
    return asked if any(asked.is_open(p) for p in standing) else None


def is_kept(sentence: Sentence) -> bool:
    """Whether a person stands for this sentence: wrote or edited it, or let it stand against the verifier."""
    return sentence.author_kind == AuthorKind.PERSON or "overruled" in sentence.verdict


def order_for(asked: Asked) -> material.Order:
    """The order for the open points. Rules get the whole plan, so that an open point reads as if all were written
    together; a model, which is paid by the word, only what is to be written."""
    order = replace(material.for_draft(asked.draft_id), provider=asked.provider, attempt=asked.attempt)
    paragraphs = list(
        Paragraph.objects.filter(draft_id=asked.draft_id, deleted__isnull=True)
        .select_related("point")
        .prefetch_related("sentences__citations")
        .order_by("position")
    )
    headings = []
    for heading in order.headings:
        mine = [p for p in paragraphs if p.heading_id == heading.id]
        wanted = _only_open(heading, mine, asked) if asked.provider == "model" else _with_plan(heading, mine, asked)
        if wanted is not None:
            headings.append(replace(wanted, standing=_standing(mine, asked)))
    return replace(order, headings=headings)


def _with_plan(
    heading: material.HeadingMaterial, paragraphs: list[Paragraph], asked: Asked
) -> material.HeadingMaterial | None:
    """The heading as it is; where no point was arranged and only some paragraphs are open, these are the plan."""
    open_ones = [p for p in paragraphs if asked.is_open(p)]
    if not open_ones and (asked.paragraphs is not None or not _missing(heading, paragraphs)):
        return None
    if heading.plan is not None or len(open_ones) == len(paragraphs):
        return heading
    known = {e.id for e in heading.excerpts}
    points = [PlanPoint(p.title, "", tuple(i for i in _cited(p) if i in known)) for p in open_ones]
    points = [point for point in points if point.excerpt_ids]
    return replace(heading, plan=Plan(tuple(points))) if points else None


def _only_open(
    heading: material.HeadingMaterial, paragraphs: list[Paragraph], asked: Asked
) -> material.HeadingMaterial | None:
    whole = _with_plan(heading, paragraphs, asked)
    if whole is None or whole.plan is None or not whole.point_ids:
        return whole
    wanted = {p.point_id for p in paragraphs if asked.is_open(p)}
    if asked.paragraphs is None:
        wanted |= _missing(heading, paragraphs)
    pairs = [(one, pk) for one, pk in zip(whole.plan.points, whole.point_ids, strict=True) if pk in wanted]
    if not pairs:
        return None
    return replace(whole, plan=Plan(tuple(one for one, _ in pairs)), point_ids=tuple(pk for _, pk in pairs))


def _missing(heading: material.HeadingMaterial, paragraphs: list[Paragraph]) -> set[uuid.UUID]:
    """Open points of the plan that no paragraph was written for."""
    ids = set(heading.point_ids) - {p.point_id for p in paragraphs}
    return set(Point.objects.filter(pk__in=ids, locked=False).values_list("pk", flat=True))


def _standing(paragraphs: list[Paragraph], asked: Asked) -> tuple[Standing, ...]:
    """The sentences of the open paragraphs."""
    return tuple(
        Standing(s.text, tuple(str(c.excerpt_id) for c in s.citations.all()), is_kept(s))
        for p in paragraphs
        if asked.is_open(p)
        for s in p.sentences.all()
        if s.deleted is None
    )


def _cited(paragraph: Paragraph) -> Iterable[str]:
    told = [s for s in paragraph.sentences.all() if s.deleted is None]
    return dict.fromkeys(str(c.excerpt_id) for s in told for c in s.citations.all())
