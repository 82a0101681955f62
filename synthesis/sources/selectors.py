"""What people may see of sources. Counts of excerpts are the business of the room above (`tagging`)."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Collate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.engine.text.model import TEXT_VERSION
from synthesis.engine.text.script import to_simplified
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.models import ACTIVE, Job
from synthesis.infra.policy import Permission
from synthesis.sources import facets
from synthesis.sources.facets import CoveredHeading
from synthesis.sources.models import ReadingText, Source, SourceState
from synthesis.sources.reasons import failure_text, language_name, not_ready_text, size_text
from synthesis.sources.selectors_likeness import Alike, alike_of
from synthesis.sources.storable import all_repairs, storable_text
from synthesis.workspaces.policy import Access
from synthesis.workspaces.selectors import StepCount, register_step

DELETED = "deleted"
OUTDATED = "outdated"
#: One archive of originals: files, and bytes together.
MOST_IN_ARCHIVE, LARGEST_ARCHIVE = 500, 2 * 1024**3
#: Kinds and bytes of files that are read, and repaired if need be, before anybody could look.
_AT_ONCE, _SMALL = ("txt", "csv", "subtitles"), 50_000
#: What an earlier reader read of a file.
_OUTDATED = Q(text__reader_version__lt=TEXT_VERSION) & ~Q(stored="")
AS_WRITTEN = "written"
SIMPLIFIED = "simplified"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the list shall show; an empty member asks nothing.

    `q` is looked for in title and file name; `state` is a state, "active", "damaged", "outdated" (an earlier reader read it), or
    "deleted" (else deleted ones are left out); `coverage` and `tagger` as `facets.Coverage.narrowed` wants them; `sort` is "title", "oldest", "size",
    "damage", "excerpts", else newest first.
    """

    q: str = ""
    state: str = ""
    kind: str = ""
    language: str = ""
    coverage: str = ""
    tagger: str = ""
    sort: str = ""


EVERYTHING = Wish()


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source as a list shows it: with its live step and, when it failed, the reason in the reader's language."""

    source: Any
    step_code: str
    step: str
    progress: float
    problem: str
    headings: Sequence[CoveredHeading] = ()
    alike: Sequence[Alike] = ()
    # Excerpts that wait for a person to place them in the newer text.
    unplaced: int = 0

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
        reader_version=F("text__reader_version"),
    )


def list_sources(access: Access, wish: Wish = EVERYTHING) -> QuerySet[Source]:
    """Sources of the workspace as wished, each with length, language, repairs_count, damage_count, text_version, excerpts_count."""
    rows = _sources(access).filter(deleted__isnull=wish.state != DELETED).select_related("created_by")
    for word in storable_text(wish.q).split():
        # Titles are Simplified, file names as they came: somebody who types Traditional means both.
        plain = to_simplified(word)
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(title__icontains=plain)
            | Q(file_name__icontains=word)
            | Q(file_name__icontains=plain)
        )
    if wish.state == "active":
        rows = rows.filter(state__in=[SourceState.QUEUED, SourceState.READING])
    elif wish.state in SourceState.values:
        rows = rows.filter(state=wish.state)
    elif wish.state == "damaged":
        rows = rows.filter(text__damage_count__gt=0)
    elif wish.state == OUTDATED:
        rows = rows.filter(_OUTDATED)
    if wish.kind:
        rows = rows.filter(kind=wish.kind)
    if wish.language:
        rows = rows.filter(text__language=wish.language)
    tags = facets.coverage()
    if tags is not None:
        rows = tags.counted(access, rows)
        if wish.coverage or wish.tagger:
            rows = tags.narrowed(access, rows, coverage=wish.coverage, tagger=wish.tagger)
    return rows.order_by(*_order(wish.sort), "-created", "-id")


def read_at_once(job_id: uuid.UUID, source_id: uuid.UUID | str) -> Source | None:
    """The source that waits for this job, when its file is read before anybody could look; for background work."""
    waiting = Source.objects.filter(pk=source_id, job_id=job_id, state=SourceState.QUEUED)
    small = waiting.filter(kind__in=_AT_ONCE, size__lte=_SMALL).only("kind", "stored", "workspace_id")
    return next(iter(small), None)


def _order(sort: str) -> list[Any]:
    by_number = {"size": "length", "damage": "damage_count", "excerpts": "excerpts_count"}
    if sort in by_number and (sort != "excerpts" or facets.coverage() is not None):
        return [F(by_number[sort]).desc(nulls_last=True)]
    if sort == "title":
        return [Collate("title", _chinese_collation())] if _chinese_collation() else ["title"]
    return ["created", "id"] if sort == "oldest" else []


@cache
def _chinese_collation() -> str:
    """The collation that orders Chinese by pinyin, where this PostgreSQL has it; else empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT collname FROM pg_collation WHERE collname IN ('zh-x-icu', 'zh-Hans-x-icu') ORDER BY 1 LIMIT 1"
        )
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def what_there_is(access: Access) -> tuple[list[str], list[str], bool]:
    """Of the workspace's sources: kinds of files, languages of texts, and whether an earlier reader read any; in one query."""
    access.require(Permission.READ_SOURCES)
    rows = Source.objects.filter(workspace=access.workspace, deleted__isnull=True).order_by()
    found = list(rows.annotate(old=_OUTDATED).values_list("kind", "text__language", "old").distinct())
    kinds, languages = {kind for kind, _language, _old in found}, {language for _kind, language, _old in found}
    return sorted(kinds), sorted(languages - {None}), any(old for _kind, _language, old in found)


def rows_of(access: Access, sources: list[Source]) -> list[SourceRow]:
    """List rows for these sources; one query for the steps of all running extractions, three for what is tagged."""
    access.require(Permission.READ_SOURCES)
    active = {SourceState.QUEUED, SourceState.READING}
    waiting = [source.job_id for source in sources if source.job_id and source.state in active]
    jobs = {job.pk: job for job in Job.objects.filter(pk__in=waiting, state__in=ACTIVE)}
    alike = alike_of(access, [source.pk for source in sources])
    tags = facets.coverage()
    covered = tags.of(access, sources) if tags else {}
    unplaced = tags.unplaced(access, sources) if tags else {}
    rows = []
    for source in sources:
        job = jobs.get(source.job_id) if source.job_id else None
        problem = failure_text(source.error, source.error_detail) if source.state == SourceState.FAILED else ""
        code = job.step if job else ""
        step, progress = (_(code), job.progress) if job and code else ("", job.progress if job else 0.0)
        facts = (covered.get(source.pk, ()), alike.get(source.pk, ()), unplaced.get(source.pk, 0))
        rows.append(SourceRow(source, code, step, progress, problem, *facts))
    return rows


def get_source(access: Access, source_id: uuid.UUID, *, deleted: bool = False) -> Source:
    """One source with the figures of `list_sources`. Raises NotFound; `deleted` finds deleted ones too."""
    rows = _sources(access).select_related("created_by").filter(pk=source_id)
    source = (rows if deleted else rows.filter(deleted__isnull=True)).first()
    if source is None:
        raise NotFound
    return source


def chosen_sources(access: Access, ids: Sequence[uuid.UUID], *, deleted: bool = False) -> list[Source]:
    """Those of these sources that are in the workspace, in the order of the list; deleted ones only when asked for."""
    rows = _sources(access).filter(pk__in=list(ids), deleted__isnull=not deleted)
    return list(rows.order_by("-created", "-id"))


def matching_ids(access: Access, wish: Wish, *, most: int) -> list[uuid.UUID]:
    """The first `most` sources of the list as wished."""
    return list(list_sources(access, wish).values_list("pk", flat=True)[:most])


def downloadable(access: Access, ids: Sequence[uuid.UUID]) -> list[Source]:
    """These sources, for one archive. Raises Invalid when there is none, or more than an archive shall hold."""
    sources = chosen_sources(access, ids)
    if not sources:
        raise Invalid(_("Select at least one source."), code="empty")
    if len(ids) > MOST_IN_ARCHIVE or sum(source.size for source in sources) > LARGEST_ARCHIVE:
        limits = {"n": MOST_IN_ARCHIVE, "size": size_text(LARGEST_ARCHIVE)}
        raise Invalid(_("One archive holds up to %(n)s files and %(size)s. Select fewer.") % limits, code="too_large")
    return sources


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
        "repairs": all_repairs(text) if text else [],
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
