"""Sources that share most of their text: for the job that finds them, and for the people who are told."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from synthesis.engine.sketch import Sketch
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.models import Likeness, ReadingText, Source
from synthesis.workspaces.policy import Access

TOGETHER = 500


@dataclass(frozen=True, slots=True)
class SketchRow:
    """The sketch of another source's present text."""

    source_id: uuid.UUID
    text_id: uuid.UUID
    sketch: Sketch


@dataclass(frozen=True, slots=True)
class Alike:
    """Another source that a source shares most of its text with; `same` when their counted texts are equal."""

    source_id: uuid.UUID
    title: str
    file_name: str
    share: float

    @property
    def same(self) -> bool:
        return self.share >= 1

    @property
    def percent(self) -> int:
        """Whole per cent, never rounded up to 100."""
        return int(self.share * 100)

    @property
    def words(self) -> str:
        """The notice in the reader's language."""
        # Files of one text mostly have one title.
        names = {"title": self.title, "file": self.file_name}
        if self.same:
            return _("The same text as %(title)s (%(file)s)") % names
        return _("%(percent)s%% the same as %(title)s (%(file)s)") % {**names, "percent": self.percent}


def current_text(source_id: uuid.UUID) -> ReadingText | None:
    """For jobs: the present text of a source that is there."""
    return (
        ReadingText.objects.filter(pk__in=Source.objects.filter(pk=source_id, deleted__isnull=True).values("text_id"))
        .only("source_id")
        .first()
    )


def text_for_job(text_id: uuid.UUID) -> ReadingText | None:
    """For jobs: a text that is its source's present one still, with its characters and source."""
    row = ReadingText.objects.select_related("source").only(
        "text", "blocks", "source__workspace", "source__text", "source__deleted"
    )
    text = row.filter(pk=text_id, source__deleted__isnull=True).first()
    return text if text is not None and text.source.text_id == text.pk else None


def sketches_beside(text: ReadingText) -> Iterator[list[SketchRow]]:
    """For jobs: the sketches of all other sources of the workspace, some hundred at a time."""
    rows = (
        Source.objects.filter(workspace_id=text.source.workspace_id, deleted__isnull=True, text__isnull=False)
        .exclude(pk=text.source_id)
        .values_list("pk", "text_id", "text__sketch")
    )
    together: list[SketchRow] = []
    for source_id, text_id, data in rows.iterator(TOGETHER):
        try:
            together.append(SketchRow(source_id, text_id, Sketch.from_bytes(bytes(data))))
        except ValueError:
            continue  # not sketched yet: its own job will find this text
        if len(together) == TOGETHER:
            yield together
            together = []
    if together:
        yield together


def text_to_compare(text_id: uuid.UUID) -> ReadingText:
    """For jobs: a reading text with what `preparing.prepare_reading` needs of it."""
    return ReadingText.objects.only("text", "blocks").get(pk=text_id)


def alike_of(access: Access, source_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Alike]]:
    """For each of these sources the others that it is much like, most alike first; those somebody keeps are left out."""
    access.require(Permission.READ_SOURCES)
    wanted = set(source_ids)
    rows = Likeness.objects.filter(
        Q(source_id__in=wanted) | Q(other_id__in=wanted),
        dismissed_by__isnull=True,
        source__workspace=access.workspace,
        source__deleted__isnull=True,
        other__deleted__isnull=True,
    ).select_related("source", "other")
    rows = rows.only("share", *(f"{side}__{name}" for side in ("source", "other") for name in ("title", "file_name")))
    found: dict[uuid.UUID, list[Alike]] = {}
    for row in rows.order_by("-share", "created"):
        for one, other in ((row.source, row.other), (row.other, row.source)):
            if one.pk in wanted:
                found.setdefault(one.pk, []).append(Alike(other.pk, other.title, other.file_name, row.share))
    return found


def get_likeness(access: Access, source: Source, other: Source) -> Likeness:
    """The row of two sources, in either order. Raises NotFound."""
    access.require(Permission.READ_SOURCES)
    first, second = sorted((source.pk, other.pk))
    row = Likeness.objects.filter(source_id=first, other_id=second, source__workspace=access.workspace).first()
    if row is None:
        raise NotFound
    return row


def texts_of_two(access: Access, sources: Sequence[Any]) -> list[ReadingText]:
    """The present texts of sources that have some, in their order. Raises NotFound."""
    access.require(Permission.READ_SOURCES)
    rows = ReadingText.objects.filter(source__workspace=access.workspace).only("text", "language", "number", "source")
    found = rows.in_bulk([source.text_id for source in sources])
    if len(found) != len(sources):
        raise NotFound
    return [found[source.text_id] for source in sources]
