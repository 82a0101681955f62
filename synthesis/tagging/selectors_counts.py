"""How much is tagged: by heading and source, by person, and the number that the workspace's overview shows."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.accounts.models import User
from synthesis.infra.policy import Permission
from synthesis.sources.glance import register_excerpts
from synthesis.sources.models import Source
from synthesis.tagging.models import Heading, ReviewState, Tag
from synthesis.tagging.selectors import excerpts_visible_to
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step

LEVELS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """Excerpts of one source under one heading. `level` 0–5 is the strength it is drawn with."""

    heading: Heading
    n: int
    level: int


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """One source with its counts for each heading, in the codebook's order."""

    id: uuid.UUID
    title: str
    cells: list[Cell] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(cell.n for cell in self.cells)


def counts_by_source(access: Access, headings: list[Heading]) -> list[SourceCounts]:
    """For every source that has tags the person may see, how many under each heading; the fullest source first."""
    access.require(Permission.READ_SOURCES)
    rows = Tag.objects.filter(
        excerpt__workspace=access.workspace,
        excerpt__deleted__isnull=True,
        excerpt__source__deleted__isnull=True,
        heading__deleted__isnull=True,
    )
    if not access.has(Permission.READ_EXCERPTS):
        rows = rows.filter(excerpt__review_state=ReviewState.ACCEPTED)
    counted = rows.values_list("excerpt__source_id", "excerpt__source__title", "heading_id").annotate(n=Count("pk"))
    found: dict[uuid.UUID, dict[uuid.UUID, int]] = {}
    titles: dict[uuid.UUID, str] = {}
    for source_id, title, heading_id, n in counted:
        titles[source_id] = title
        found.setdefault(source_id, {})[heading_id] = n
    most = max((n for row in found.values() for n in row.values()), default=1)
    table = [
        SourceCounts(pk, titles[pk], [_cell(heading, row.get(heading.pk, 0), most) for heading in headings])
        for pk, row in found.items()
    ]
    return sorted(table, key=lambda row: (-row.total, row.title))


def _cell(heading: Heading, n: int, most: int) -> Cell:
    return Cell(heading, n, -(-LEVELS * n // most) if n else 0)


def taggers_of(access: Access) -> QuerySet[User]:
    """People whose excerpts this person may see."""
    access.require(Permission.READ_SOURCES)
    seen = Q(excerpt__workspace=access.workspace, excerpt__deleted__isnull=True)
    if not access.has(Permission.READ_EXCERPTS):
        seen &= Q(excerpt__review_state=ReviewState.ACCEPTED)
    ids = Tag.objects.filter(seen).values("excerpt__created_by_id")
    return User.objects.filter(pk__in=ids).order_by("name", "email")


def tagging_step(access: Access) -> StepCount:
    """All excerpts the person may see; sources without any wait, and excerpts to be placed in a newer text."""
    visible = Q(excerpts__deleted__isnull=True)
    if not access.has(Permission.READ_EXCERPTS):
        visible &= Q(excerpts__review_state=ReviewState.ACCEPTED)
    rows = Source.objects.filter(workspace=access.workspace, deleted__isnull=True, text__isnull=False).annotate(
        n=Count("excerpts", filter=visible),
        # On an older text than the source's: somebody must say where they stand now.
        left=Count("excerpts", filter=visible & ~Q(excerpts__text_id=F("text_id"))),
    )
    counts = list(rows.values_list("n", "left"))
    total, untouched = sum(n for n, _left in counts), sum(1 for n, _left in counts if n == 0)
    unplaced = sum(left for _n, left in counts) if access.has(Permission.WRITE_EXCERPTS) else 0
    text = ngettext("%(n)s excerpt", "%(n)s excerpts", total) % {"n": total}
    if untouched and total:
        rest = ngettext("%(n)s source without any", "%(n)s sources without any", untouched) % {"n": untouched}
        text = _("%(excerpts)s, %(rest)s") % {"excerpts": text, "rest": rest}
    if unplaced:
        wait = ngettext("%(n)s waits to be placed", "%(n)s wait to be placed", unplaced) % {"n": unplaced}
        text = _("%(excerpts)s, %(rest)s") % {"excerpts": text, "rest": wait}
    return StepCount(total=total, waiting=untouched + unplaced, text=text)


register_step("tagging", tagging_step)


def excerpt_spans(access: Access, source: Source) -> list[tuple[int, int]]:
    """Where the excerpts that the person may see lie in the source's current text."""
    rows = excerpts_visible_to(access).filter(source=source, text_id=source.text_id)
    return list(rows.values_list("start", "end").order_by("start", "end"))


register_excerpts(excerpt_spans)
