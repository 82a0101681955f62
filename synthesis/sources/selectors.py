"""What people may see of sources. Counts of excerpts are the business of the room above (`tagging`)."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.engine.text.script import to_simplified
from synthesis.infra.errors import Conflict, NotFound
from synthesis.infra.models import ACTIVE, Job
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source, SourceState
from synthesis.sources.reasons import failure_text, language_name, not_ready_text
from synthesis.sources.storable import storable_text
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step

DELETED = "deleted"
AS_WRITTEN = "written"
SIMPLIFIED = "simplified"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as a list shows it: with its live step and, when it failed, the reason in the reader's language."""

    source: Any
    step_code: str
    step: str
    progress: float
    problem: str

    @property
    def language(self) -> str:
        return language_name(self.source.language)

    @property
    def active(self) -> bool:
        return self.source.state in {SourceState.QUEUED, SourceState.READING}


def _sources(access: Access) -> QuerySet[Source]:
    access.require(Permission.READ_SOURCES)
    # Figures of the text come along; the text itself (megabytes) only when somebody asks for it.
    return Source.objects.filter(workspace=access.workspace).annotate(
        length=F("text__length"),
        language=F("text__language"),
        repairs_count=F("text__repairs_count"),
        damage_count=F("text__damage_count"),
        text_version=F("text__number"),
    )


def list_sources(access: Access, *, q: str = "", state: str = "") -> QuerySet[Source]:
    """Sources of the workspace, newest first, each with length, language, repairs_count, damage_count, text_version.

    `q` is looked for in title and file name; `state` is a state, "active", "damaged", or "deleted" (else deleted ones are left out).
    """
    rows = _sources(access).filter(deleted__isnull=state != DELETED).select_related("created_by")
    for word in storable_text(q).split():
        # Titles are Simplified, file names as they came: somebody who types Traditional means both.
        plain = to_simplified(word)
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(title__icontains=plain)
            | Q(file_name__icontains=word)
            | Q(file_name__icontains=plain)
        )
    if state == "active":
        rows = rows.filter(state__in=[SourceState.QUEUED, SourceState.READING])
    elif state in SourceState.values:
        rows = rows.filter(state=state)
    elif state == "damaged":
        rows = rows.filter(text__damage_count__gt=0)
    return rows.order_by("-created", "-id")


def rows_of(access: Access, sources: list[Source]) -> list[SourceRow]:
    """List rows for these sources; one query for the steps of all running extractions."""
    access.require(Permission.READ_SOURCES)
    active = {SourceState.QUEUED, SourceState.READING}
    waiting = [source.job_id for source in sources if source.job_id and source.state in active]
    jobs = {job.pk: job for job in Job.objects.filter(pk__in=waiting, state__in=ACTIVE)}
    rows = []
    for source in sources:
        job = jobs.get(source.job_id) if source.job_id else None
        problem = failure_text(source.error, source.error_detail) if source.state == SourceState.FAILED else ""
        code = job.step if job else ""
        rows.append(SourceRow(source, code, _(code) if code else "", job.progress if job else 0.0, problem))
    return rows


def get_source(access: Access, source_id: uuid.UUID, *, deleted: bool = False) -> Source:
    """One source with the figures of `list_sources`. Raises NotFound; `deleted` finds deleted ones too."""
    rows = _sources(access).select_related("created_by").filter(pk=source_id)
    source = (rows if deleted else rows.filter(deleted__isnull=True)).first()
    if source is None:
        raise NotFound
    return source


def ready_sources(access: Access) -> QuerySet[Source]:
    """Sources that have a reading text, in order of title; with the figures of `list_sources`."""
    return _sources(access).filter(deleted__isnull=True, text__isnull=False).order_by("title", "id")


def reading_text(access: Access, source: Source) -> ReadingText:
    """The current reading text of a source. Raises NotFound for another workspace's, Conflict while there is none."""
    access.require(Permission.READ_SOURCES)
    if source.workspace_id != access.workspace.pk:
        raise NotFound
    text = ReadingText.objects.filter(pk=source.text_id).first() if source.text_id else None
    if text is None:
        raise Conflict(not_ready_text(source.state), code="not_ready", current={"state": source.state})
    return text


def display_text(text: ReadingText, script: str = SIMPLIFIED) -> str:
    """The text for the eye, in Simplified characters or "written" as it came; both have the same offsets."""
    return text.written or text.text if script == AS_WRITTEN else text.text


def text_json(text: ReadingText) -> dict[str, Any]:
    """The contract's answer to `…/text`, with the script as written for those who want to read that."""
    return {
        "version": text.number,
        "text": text.text,
        "blocks": text.blocks,
        "sentences": text.sentences,
        "written": text.written,
        "language": text.language,
    }


def source_json(source: Any, text: ReadingText | None) -> dict[str, Any]:
    """The contract's description of a source (as `get_source` gives it)."""
    return {
        "id": str(source.pk),
        "title": source.title,
        "state": source.state,
        "text_version": text.number if text else None,
        "length": text.length if text else 0,
        "repairs": text.repairs if text else [],
        "damage": text.damage if text else [],
        "warnings": text.warnings if text else [],
    }


def sources_step(access: Access) -> StepCount:
    """All sources; those that could not be read wait for somebody."""
    rows = Source.objects.filter(workspace=access.workspace, deleted__isnull=True)
    counts = rows.aggregate(n=Count("pk"), failed=Count("pk", filter=Q(state=SourceState.FAILED)))
    text = ngettext("%(n)s source", "%(n)s sources", counts["n"]) % {"n": counts["n"]}
    if counts["failed"]:
        failed = ngettext("%(n)s could not be read", "%(n)s could not be read", counts["failed"]) % {
            "n": counts["failed"]
        }
        text = _("%(sources)s, %(failed)s") % {"sources": text, "failed": failed}
    return StepCount(total=counts["n"], waiting=counts["failed"], text=text if counts["n"] else "")


register_step("sources", sources_step)
