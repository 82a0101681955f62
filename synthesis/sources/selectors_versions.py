"""The versions of a source: its reading texts with their files, and a newer file on its way in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from django.utils.translation import gettext as _

from synthesis.infra.errors import NotFound
from synthesis.infra.models import ACTIVE, Job
from synthesis.infra.policy import Permission
from synthesis.sources.models import MadeFrom, NewVersion, ReadingText, Source, SourceState
from synthesis.sources.reasons import failure_text
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class Version:
    """One reading text of a source as a list shows it; the newest is `present`."""

    id: uuid.UUID
    number: int
    made: datetime
    made_by: str
    why: str
    file_name: str
    length: int
    present: bool
    # Its file is not the source's own any more, so that the source may go back to it.
    other_file: bool


@dataclass(frozen=True, slots=True)
class Arriving:
    """A newer file that is being read, or could not be."""

    row: NewVersion
    step: str
    progress: float
    problem: str

    @property
    def active(self) -> bool:
        return self.row.state in {SourceState.QUEUED, SourceState.READING}


def versions_of(access: Access, source: Source) -> list[Version]:
    """All reading texts of the source, newest first."""
    access.require(Permission.READ_SOURCES)
    rows = (
        ReadingText.objects.filter(source=source, source__workspace=access.workspace)
        .select_related("made_by")
        .only(
            "number",
            "created",
            "made_from",
            "file_name",
            "stored",
            "length",
            "source_id",
            "made_by__name",
            "made_by__email",
        )
        .order_by("-number")
    )
    found: list[Version] = []
    name = source.file_name
    kept, stored = [*rows], source.stored
    for row, older in zip_longest(kept, kept[1:]):
        # Texts made of the same file follow each other; only the newest of them that was replaced kept its name.
        name = row.file_name or name
        stored = row.stored or stored
        again = older is not None and not older.file_name and row.made_from == MadeFrom.FILE
        found.append(
            Version(
                id=row.pk,
                number=row.number,
                made=row.created,
                made_by=str(row.made_by) if row.made_by else "",
                why=_("the same file, read again") if again else str(MadeFrom(row.made_from).label),
                file_name=name,
                length=row.length,
                present=row.pk == source.text_id,
                other_file=stored != source.stored,
            )
        )
    return found


def version_file(access: Access, source: Source, number: int) -> tuple[str, str, str]:
    """Storage name, file name and media type of the file that version `number` was read from. Raises NotFound."""
    access.require(Permission.READ_SOURCES)
    rows = ReadingText.objects.filter(source=source, source__workspace=access.workspace)
    if not rows.filter(number=number).exists():
        raise NotFound
    kept = rows.filter(number__gte=number).exclude(stored="").order_by("number")
    row = kept.values_list("stored", "file_name", "media_type").first()
    return row or (source.stored, source.file_name, source.media_type)


def get_version(access: Access, source: Source, number: int) -> ReadingText:
    """The reading text `number` of a source. Raises NotFound."""
    access.require(Permission.READ_SOURCES)
    row = ReadingText.objects.filter(source=source, source__workspace=access.workspace, number=number).first()
    if row is None:
        raise NotFound
    return row


def arriving_version(access: Access, source: Source) -> Arriving | None:
    """The newest file that was added as a version and is not the source's text (yet), unless it was dismissed."""
    access.require(Permission.READ_SOURCES)
    row = (
        NewVersion.objects.filter(source=source, source__workspace=access.workspace)
        .select_related("created_by")
        .order_by("-created")
        .first()
    )
    if row is None or row.state == SourceState.READY:
        return None
    job = Job.objects.filter(pk=row.job_id, state__in=ACTIVE).first() if row.job_id else None
    problem = _problem(row) if row.state == SourceState.FAILED else ""
    return Arriving(row, _(job.step) if job and job.step else "", job.progress if job else 0.0, problem)


def _problem(row: NewVersion) -> str:
    if row.error == "already":
        return _("The same file has become another source in the meantime.")
    return failure_text(row.error, row.error_detail)


def get_new_version(access: Access, source: Source, version_id: uuid.UUID) -> NewVersion:
    """Raises NotFound."""
    access.require(Permission.WRITE_SOURCES)
    row = NewVersion.objects.filter(pk=version_id, source=source, source__workspace=access.workspace).first()
    if row is None:
        raise NotFound
    return row
