"""Everything that writes sources: adding files and pasted text, naming, deleting, and what extraction brings.

Taking bytes apart is the sandbox's work (`synthesis.infra.sandbox`), called by `synthesis.sources.tasks`.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.engine.text.decisions import Decisions
from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.engine.text.search_terms import Piece
from synthesis.infra import audit, events, jobs, outbox, uploads
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.leases import LostLease, RunningJob, lease_end
from synthesis.infra.models import Job, JobState
from synthesis.infra.policy import Permission
from synthesis.sources import actions_search, originals
from synthesis.sources.citation import citation_of
from synthesis.sources.deciding import decided_reading
from synthesis.sources.keys import key_for, key_on_return
from synthesis.sources.models import MadeFrom, ReadingText, Source, SourceState
from synthesis.sources.reasons import refusal_text
from synthesis.sources.storable import columns_of, storable, storable_text
from synthesis.workspaces.policy import Access

TITLE_LENGTH = 300
JOB_KIND = "sources.extract"


@dataclass(frozen=True, slots=True)
class AddResult:
    """The source of some bytes; `already` when the workspace had them before."""

    source: Source
    already: bool


def add_source(*, access: Access, file_name: str, chunks: Iterable[bytes], title: str = "") -> AddResult:
    """Keeps a file and queues its extraction; the same bytes in the same workspace are one source.

    Raises Forbidden, and Invalid for whatever `synthesis.infra.uploads` refuses: then nothing is stored.
    """
    access.require(Permission.WRITE_SOURCES)
    try:
        name = uploads.check_name(file_name)
        with originals.received(chunks, originals.largest_upload()) as path:
            return _add(access, path, storable_text(name), title.strip())
    except uploads.UploadRefused as error:
        raise Invalid(refusal_text(error.code, error.params, error.message), code=error.code) from error
    except originals.TooLarge as error:
        raise Invalid(refusal_text("too_large"), code="too_large") from error


def paste_text(*, access: Access, text: str, title: str = "") -> AddResult:
    """Keeps pasted text as a UTF-8 text file and queues its extraction. Raises Forbidden, Invalid."""
    access.require(Permission.WRITE_SOURCES)
    body = storable_text(text)
    if not body.strip():
        raise Invalid(_("Paste some text first."), code="empty", fields={"text": _("Paste some text first.")})
    first = next(line.strip() for line in body.splitlines() if line.strip())
    title = title.strip() or (first if len(first) <= 80 else first[:79] + "…")
    return add_source(access=access, file_name=_pasted_name(title), chunks=[body.encode()], title=title)


def _pasted_name(title: str) -> str:
    # Only what every file system and every header can carry; the title keeps the rest.
    kept = "".join(char for char in title[:60] if char.isalnum() or char in " -_").strip()
    return f"{kept or 'text'}.txt"


def _add(access: Access, path: Path, name: str, title: str) -> AddResult:
    facts = uploads.inspect(path, name)
    stored = originals.name_of(access.workspace.pk, facts.sha256)
    # First the file, then the row: a row must never name bytes that are not there.
    originals.keep(path, stored)
    for _again in range(3):
        try:
            with transaction.atomic():
                source = Source(
                    workspace=access.workspace,
                    title=storable_text(title or title_of(name))[:TITLE_LENGTH],
                    file_name=name,
                    kind=facts.kind,
                    media_type=facts.media_type,
                    size=facts.size,
                    sha256=facts.sha256,
                    stored=stored,
                    created_by=access.user,
                )
                _queue(source, access.user.pk, number=1)
                source.save(force_insert=True)
                _record(access, "source.added", source, after={"title": source.title, "file": name})
                tell_changed(source, actor_id=access.user.pk)
            return AddResult(source, already=False)
        except IntegrityError:
            same = Source.objects.filter(workspace=access.workspace, sha256=facts.sha256, deleted__isnull=True).first()
            if same is not None:
                return AddResult(same, already=True)
            # It was deleted between the two statements: then it may be added anew.
    raise Conflict(_("Somebody else is changing this source. Try again."))


def title_of(file_name: str) -> str:
    """The title that a file has until its text says a better one: its name without the ending."""
    return Path(file_name).stem.strip() or file_name


def _queue(source: Source, actor_id: uuid.UUID | None, *, number: int) -> None:
    """Queues the reading of text `number` of a source, whose row the caller saves."""
    job = jobs.enqueue(
        JOB_KIND,
        key=f"extract:{source.pk}:{number}",
        args={"source": str(source.pk)},
        workspace_id=source.workspace_id,
        actor_id=actor_id,
    )
    source.state, source.error, source.error_detail, source.job_id = SourceState.QUEUED, "", "", job.pk


def _last_number(source: Source) -> int:
    return int(source.texts.aggregate(last=Max("number"))["last"] or 0)


@transaction.atomic
def rename_source(*, access: Access, source: Source, title: str) -> Source:
    """Raises Forbidden, NotFound, Invalid (empty or too long)."""
    access.require(Permission.WRITE_SOURCES)
    title = " ".join(storable_text(title).split())
    if not title or len(title) > TITLE_LENGTH:
        message = _("Give a title of 1 to %(most)s characters.") % {"most": TITLE_LENGTH}
        raise Invalid(message, code="title", fields={"title": message})
    row = _locked(access, source)
    before = row.title
    if title != before:
        row.title = title
        row.save(update_fields=["title"])
        _record(access, "source.renamed", row, before={"title": before}, after={"title": title})
        tell_changed(row, actor_id=access.user.pk)
    return row


@transaction.atomic
def delete_source(*, access: Access, source: Source) -> Source:
    """Hides the source; its file, texts and excerpts stay, and `restore_source` brings it back. Raises Forbidden, NotFound."""
    access.require(Permission.WRITE_SOURCES)
    row = _locked(access, source)
    row.deleted = timezone.now()
    row.save(update_fields=["deleted"])
    _record(access, "source.deleted", row, before={"title": row.title})
    payload = {"source": str(row.pk)}
    events.emit(row.workspace_id, "source.deleted", payload, audience=Permission.READ_SOURCES, actor_id=access.user.pk)
    outbox.put("source.deleted", payload)
    return row


def restore_source(*, access: Access, source: Source) -> Source:
    """Undoes a deletion. Raises Forbidden, NotFound, Conflict when the same file has been added again meanwhile."""
    access.require(Permission.WRITE_SOURCES)
    try:
        with transaction.atomic():
            row = _locked(access, source, deleted=True)
            if row.deleted is None:
                return row
            row.deleted, row.citation_key = None, key_on_return(row)
            row.save(update_fields=["deleted", "citation_key"])
            _record(access, "source.restored", row, after={"title": row.title})
            tell_changed(row, actor_id=access.user.pk)
            if row.state == SourceState.READY:
                outbox.put("source.ready", {"source": str(row.pk)})
    except IntegrityError as error:
        raise Conflict(
            _("The same file has been added again in the meantime; use that one."), code="already"
        ) from error
    return row


@transaction.atomic
def retry_source(*, access: Access, source: Source) -> Source:
    """Queues a failed extraction again; one that is not failed is left as it is. Raises Forbidden, NotFound."""
    access.require(Permission.WRITE_SOURCES)
    row = _locked(access, source)
    if row.state == SourceState.FAILED:
        before = {"error": row.error}
        _queue(row, access.user.pk, number=_last_number(row) + 1)
        row.save(update_fields=["state", "error", "error_detail", "job_id"])
        _record(access, "source.retried", row, before=before)
        tell_changed(row, actor_id=access.user.pk)
    return row


def _locked(access: Access, source: Source, *, deleted: bool = False) -> Source:
    rows = Source.objects.select_for_update(no_key=True).filter(workspace=access.workspace, pk=source.pk)
    row = rows.first() if deleted else rows.filter(deleted__isnull=True).first()
    if row is None:
        raise NotFound
    return row


# The first half locks the job's row if and only if this process holds its lease: a fence for the second.
_START = """
WITH mine AS (UPDATE synthesis_job SET lease_until = %s WHERE id = %s AND token = %s AND state = 'running' RETURNING id)
UPDATE synthesis_source SET state = %s, job_id = mine.id FROM mine WHERE synthesis_source.id = %s
RETURNING synthesis_source.*
"""


@transaction.atomic
def start_extraction(*, running: RunningJob) -> Source:
    """Marks the job's source as being read. Raises LostLease, also when the source is gone."""
    lease = [lease_end(), running.id, running.token]
    row = next(iter(Source.objects.raw(_START, [*lease, SourceState.READING, running.args["source"]])), None)
    if row is None:
        raise LostLease(f"source {running.args['source']} is gone, or the job is somebody else's")
    tell_changed(row, actor_id=running.actor_id)
    return row


def _of_job(running: RunningJob) -> Source:
    # The beat locks the job's row if and only if this process holds its lease: a fence for what follows.
    if not running.beat():
        raise LostLease(str(running.id))
    row = Source.objects.select_for_update(no_key=True).filter(pk=running.args["source"]).first()
    if row is None:
        raise LostLease(f"source {running.args['source']} is gone")
    return row


def finish_extraction(
    *, running: RunningJob, source_id: uuid.UUID | str, reading: EngineText, pieces: Sequence[Piece] | None = None
) -> ReadingText:
    """Writes the next, immutable reading text of a source and says that it is ready. Call inside `running.finishing()`.

    `pieces`: what the text will be found by; without them, or when people's decisions change it, a job makes them.
    """
    row = Source.objects.select_for_update(no_key=True).get(pk=source_id)
    if row.title == title_of(row.file_name)[:TITLE_LENGTH] and reading.title.strip():
        row.title = " ".join(storable_text(reading.title).split())[:TITLE_LENGTH]
    row.citation = row.citation or storable(citation_of(reading, row.title))
    row.citation_key = key_for(row)
    return store_read_text(row, reading, actor_id=running.actor_id, pieces=pieces)


def store_read_text(
    row: Source, reading: EngineText, *, actor_id: uuid.UUID | None, pieces: Sequence[Piece] | None = None
) -> ReadingText:
    """Stores what reading its file gave, and on it the text as people decided about its repairs before."""
    text = store_text(
        row, reading, actor_id=actor_id, made_from=MadeFrom.FILE, pieces=None if row.decisions else pieces
    )
    decided = decided_reading(text, Decisions.from_json(row.decisions)) if row.decisions else None
    return store_text(row, decided, actor_id=actor_id, made_from=MadeFrom.REPAIRS) if decided else text


def store_text(
    row: Source,
    reading: EngineText,
    *,
    actor_id: uuid.UUID | None,
    made_from: MadeFrom,
    pieces: Sequence[Piece] | None = None,
) -> ReadingText:
    """Makes `reading` the source's current text: ready from now on. The caller holds the source's row and a transaction.

    What the caller changed of the row's title and citation is saved with it.

    The rooms above hear `source.text_changed` when there was a text before (excerpts must come along), and then
    `source.ready`.
    """
    before = row.text_id
    columns = columns_of(reading)
    if made_from == MadeFrom.REPAIRS and row.text is not None:
        # Decisions change a text; they do not read its file again.
        columns["reader_version"] = row.text.reader_version
    text = ReadingText.objects.create(
        source=row,
        number=_last_number(row) + 1 if before else 1,
        made_from=made_from,
        made_by_id=actor_id,
        **columns,
    )
    row.text, row.state, row.error, row.error_detail = text, SourceState.READY, "", ""
    row.save(update_fields=["text", "state", "error", "error_detail", "title", "citation", "citation_key"])
    if made_from == MadeFrom.FILE:
        # What people decide about repairs has its own entries.
        _record_read(row, text, actor_id)
    if before is not None:
        outbox.put("source.text_changed", {"source": str(row.pk), "from_text": str(before), "to_text": str(text.pk)})
    if row.deleted is None:
        ready = {"source": str(row.pk), "text": str(text.pk), "workspace": str(row.workspace_id)}
        if pieces is not None:
            actions_search.replace_pieces(row, text.pk, pieces, empty=before is None)
            ready["indexed"] = str(text.pk)
        # An event holds the workspace's counter until the commit, so it comes after what takes long.
        tell_changed(row, actor_id=actor_id)
        outbox.put("source.ready", ready)
    return text


def _record_read(row: Source, text: ReadingText, actor_id: uuid.UUID | None) -> None:
    audit.record(
        "source.read",
        row,
        actor_id=actor_id,
        workspace_id=row.workspace_id,
        after={"text": text.number, "length": text.length, "repairs": text.repairs_count, "damage": text.damage_count},
    )


@transaction.atomic
def fail_extraction(*, running: RunningJob, code: str, detail: str = "") -> None:
    """Marks the job's source as failed for the reason `code` (see `reasons`). Raises LostLease."""
    _fail(_of_job(running), code, detail, actor_id=running.actor_id)


def extraction_ended(job: Job) -> None:
    """The job failed, died or was cancelled (called in that transaction): its source must not wait for ever."""
    row = Source.objects.select_for_update(no_key=True).filter(pk=job.args["source"]).first()
    if row is not None and row.job_id == job.pk and row.state in {SourceState.QUEUED, SourceState.READING}:
        code = "cancelled" if job.state == JobState.CANCELLED else "stopped"
        _fail(row, code, job.error, actor_id=job.actor_id)


def _fail(row: Source, code: str, detail: str, *, actor_id: uuid.UUID | None) -> None:
    row.state, row.error, row.error_detail = SourceState.FAILED, code[:60], storable_text(detail)[:2000]
    row.save(update_fields=["state", "error", "error_detail"])
    audit.record("source.failed", row, actor_id=actor_id, workspace_id=row.workspace_id, after={"error": row.error})
    tell_changed(row, actor_id=actor_id)


def _record(access: Access, verb: str, source: Source, **states: Any) -> None:
    audit.record(verb, source, actor_id=access.user.pk, workspace_id=access.workspace.pk, **states)


def tell_changed(source: Source, *, actor_id: uuid.UUID | None) -> None:
    """Says the source's state on its workspace's event log. Call in the transaction of the change."""
    events.emit(
        source.workspace_id,
        "source.changed",
        {"source": str(source.pk), "state": source.state},
        audience=Permission.READ_SOURCES,
        actor_id=actor_id,
    )
