"""Everything that writes newer versions of a source: a file on its way in, read beside the source, then in its place.

Until it has been read the source keeps its file and its text; a file that cannot be read changes nothing.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from synthesis.engine.text.model import SCRIPT, TEXT_VERSION
from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.infra import audit, jobs, uploads
from synthesis.infra.errors import Conflict, Invalid, NotFound
from synthesis.infra.leases import LostLease, RunningJob
from synthesis.infra.models import Job, JobState
from synthesis.infra.policy import Permission
from synthesis.sources import actions, facets, originals, selectors_versions
from synthesis.sources.models import MadeFrom, NewVersion, ReadingText, Source, SourceState
from synthesis.sources.reasons import failure_text, refusal_text
from synthesis.sources.storable import columns_of, storable_text
from synthesis.workspaces.policy import Access

JOB_KIND = "sources.read_version"
_FILE = ("file_name", "kind", "media_type", "size", "sha256", "stored")
#: What makes two readings of a file the same for people; how their changes of script are stored has changed.
_SAME = ("text", "written", "original", "language", "blocks", "sentences", "damage", "warnings", "offset_map")
_ACTIVE = (SourceState.QUEUED, SourceState.READING)


def add_version(*, access: Access, source: Source, file_name: str, chunks: Iterable[bytes]) -> NewVersion:
    """Keeps a newer file of a source and queues its reading.

    Raises Forbidden, NotFound, Invalid (a file that is refused, or the one the source has), Conflict (another source's
    file, or one is being read already): then nothing is stored.
    """
    access.require(Permission.WRITE_SOURCES)
    try:
        name = uploads.check_name(file_name)
        with originals.received(chunks, originals.largest_upload()) as path:
            return _add(access, source, path, storable_text(name))
    except uploads.UploadRefused as error:
        raise Invalid(refusal_text(error.code, error.params, error.message), code=error.code) from error
    except originals.TooLarge as error:
        raise Invalid(refusal_text("too_large"), code="too_large") from error


def paste_version(*, access: Access, source: Source, text: str) -> NewVersion:
    """Keeps pasted text as a newer version. Raises as `add_version` does, and Invalid for nothing."""
    access.require(Permission.WRITE_SOURCES)
    body = storable_text(text)
    if not body.strip():
        raise Invalid(_("Paste some text first."), code="empty", fields={"text": _("Paste some text first.")})
    # The name stays the source's, as far as it says that this is plain text.
    stem = Path(source.file_name).stem[:60] or "text"
    return add_version(access=access, source=source, file_name=f"{stem}.txt", chunks=[body.encode()])


def read_again(*, access: Access, source: Source, number: int | None = None) -> NewVersion:
    """Queues the reading of the source's file again, or of the file of its version `number`, as a newer version.

    Raises Forbidden, NotFound, Invalid (the present reader has read its file, there is none, or it is refused by now),
    Conflict (as `add_version` does, and when the file is missing).
    """
    access.require(Permission.WRITE_SOURCES)
    text = source.text
    if text is None or not source.stored:
        raise Invalid(_("This source has no file that was read."), code="no_file")
    if number is None and text.reader_version >= TEXT_VERSION:
        raise Invalid(_("It was read by the present version already."), code="current")
    stored, name, _type = selectors_versions.version_file(access, source, text.number if number is None else number)
    if number is not None and stored == source.stored:
        raise Invalid(_("This is the file that the source already has."), code="same")
    with _kept_file(stored) as path:
        return _add(access, source, path, name, again=True)


def renew_from(*, access: Access, source: Source, newer: Source) -> NewVersion:
    """Makes the file of another source a newer version of this one; the other source is deleted.

    Raises Forbidden, NotFound, Invalid (one of them has no file, or it is refused by now), Conflict (as `add_version`
    does, when somebody has tagged the other source, and when its file is missing): then both stay as they are.
    """
    access.require(Permission.WRITE_SOURCES)
    tags = facets.coverage()
    if tags is not None and any(one.n for found in tags.of(access, [newer]).values() for one in found):
        raise Conflict(_("The newer source has excerpts already. Keep both, or delete one."), code="tagged")
    if not (source.stored and newer.stored):
        raise Invalid(_("This source has no file that was read."), code="no_file")
    with _kept_file(newer.stored) as path, transaction.atomic():
        actions.delete_source(access=access, source=newer)
        return _add(access, source, path, newer.file_name)


@contextmanager
def _kept_file(stored: str) -> Iterator[Path]:
    """A file of the store that is taken once more. Raises Invalid when it is refused by now, Conflict when it is missing."""
    try:
        with originals.local_path(stored) as path:
            yield path
    except FileNotFoundError as error:
        raise Conflict(failure_text("original_missing"), code="original_missing") from error
    except uploads.UploadRefused as error:
        raise Invalid(refusal_text(error.code, error.params, error.message), code=error.code) from error


def _add(access: Access, source: Source, path: Path, name: str, *, again: bool = False) -> NewVersion:
    facts = uploads.inspect(path, name)
    _refuse_known(access, source, facts.sha256, again=again)
    stored = originals.name_of(access.workspace.pk, facts.sha256)
    originals.keep(path, stored)
    try:
        with transaction.atomic():
            row = _locked(access, source)
            new = NewVersion.objects.create(
                source=row,
                file_name=name,
                kind=facts.kind,
                media_type=facts.media_type,
                size=facts.size,
                sha256=facts.sha256,
                stored=stored,
                created_by=access.user,
            )
            _queue(new, access.user.pk)
            _record("source.version_added", row, access.user.pk, after={"title": row.title, "file": name})
            actions.tell_changed(row, actor_id=access.user.pk)
    except IntegrityError as error:
        raise Conflict(_("A newer version of this source is being read already."), code="reading") from error
    return new


def _refuse_known(access: Access, source: Source, sha256: str, *, again: bool) -> None:
    same = Source.objects.filter(workspace=access.workspace, sha256=sha256, deleted__isnull=True).first()
    if same is None or (again and same.pk == source.pk):
        return
    if same.pk == source.pk:
        raise Invalid(_("This is the file that the source already has."), code="same")
    raise Conflict(
        _("This file is already here as another source: %(title)s.") % {"title": same.title},
        code="already",
        current={"source": str(same.pk), "title": same.title},
    )


def _locked(access: Access, source: Source) -> Source:
    rows = Source.objects.select_for_update(no_key=True).filter(workspace=access.workspace, deleted__isnull=True)
    row = rows.filter(pk=source.pk).first()
    if row is None:
        raise NotFound
    if row.state in _ACTIVE:
        raise Conflict(_("This source is still being read. Wait until it is ready."), code="reading")
    return row


def _queue(new: NewVersion, actor_id: uuid.UUID) -> None:
    job = jobs.enqueue(
        JOB_KIND,
        key=f"version:{new.pk}",
        args={"source": str(new.source_id), "version": str(new.pk)},
        workspace_id=new.source.workspace_id,
        actor_id=actor_id,
    )
    new.state, new.error, new.error_detail, new.job_id = SourceState.QUEUED, "", "", job.pk
    new.save(update_fields=["state", "error", "error_detail", "job_id"])


def retry_version(*, access: Access, version: NewVersion) -> NewVersion:
    """Queues the reading of a failed version again. Raises Forbidden, NotFound, Conflict (another one is being read)."""
    access.require(Permission.WRITE_SOURCES)
    try:
        with transaction.atomic():
            source = _locked(access, version.source)
            new = NewVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
            if new.state == SourceState.FAILED:
                before = {"error": new.error}
                _queue(new, access.user.pk)
                _record("source.version_retried", source, access.user.pk, before=before)
                actions.tell_changed(source, actor_id=access.user.pk)
    except IntegrityError as error:
        raise Conflict(_("A newer version of this source is being read already."), code="reading") from error
    return new


@transaction.atomic
def dismiss_version(*, access: Access, version: NewVersion) -> None:
    """Forgets a version that could not be read; the source stays as it is. Raises Forbidden, NotFound, Conflict."""
    access.require(Permission.WRITE_SOURCES)
    source = _locked(access, version.source)
    new = NewVersion.objects.select_for_update(no_key=True).filter(pk=version.pk).first()
    if new is None:
        raise NotFound
    if new.state != SourceState.FAILED:
        raise Conflict(_("Only a version that could not be read can be dismissed."), code="state")
    _record("source.version_dismissed", source, access.user.pk, before={"file": new.file_name, "error": new.error})
    new.delete()
    actions.tell_changed(source, actor_id=access.user.pk)


@transaction.atomic
def start_version(*, running: RunningJob) -> NewVersion:
    """Marks the job's version as being read. Raises LostLease, also when it is gone."""
    new = _of_job(running)
    new.state, new.job_id = SourceState.READING, running.id
    new.save(update_fields=["state", "job_id"])
    actions.tell_changed(new.source, actor_id=running.actor_id)
    return new


def _of_job(running: RunningJob) -> NewVersion:
    # The beat locks the job's row if and only if this process holds its lease: a fence for what follows.
    if not running.beat():
        raise LostLease(str(running.id))
    new = (
        NewVersion.objects.select_for_update(no_key=True)
        .filter(pk=running.args["version"])
        .select_related("source")
        .first()
    )
    if new is None:
        raise LostLease(f"version {running.args['version']} is gone")
    return new


def finish_version(*, running: RunningJob, reading: EngineText) -> ReadingText | None:
    """Puts the file and its text in the place of the source's, whose file the older text keeps.

    The same file that gives the same text leaves the source as it is. Call inside `running.finishing()`. None when the file has become another source meanwhile: then the version failed.
    """
    row = Source.objects.select_for_update(no_key=True).get(pk=running.args["source"])
    new = NewVersion.objects.select_for_update(no_key=True).get(pk=running.args["version"])
    kept = {name: getattr(row, name) for name in ("file_name", "media_type", "stored")}
    before, old = row.text_id, {"file": row.file_name}
    again = new.sha256 == row.sha256
    if again and (same := _read_as_before(row, reading)):
        new.state, new.text = SourceState.READY, same
        new.save(update_fields=["state", "text"])
        actions.tell_changed(row, actor_id=running.actor_id)
        return same
    for name in _FILE:
        setattr(row, name, getattr(new, name))
    try:
        with transaction.atomic():
            row.save(update_fields=_FILE)
    except IntegrityError:
        _fail(new, "already", "", actor_id=running.actor_id)
        return None
    if before is not None and not again:
        ReadingText.objects.filter(pk=before).update(**kept)
    text = actions.store_read_text(row, reading, actor_id=running.actor_id or new.created_by_id)
    new.state, new.text = SourceState.READY, text
    new.save(update_fields=["state", "text"])
    after = {"title": row.title, "file": new.file_name, "text": text.number}
    _record("source.renewed", row, running.actor_id, before=old, after=after)
    return text


def _read_as_before(row: Source, reading: EngineText) -> ReadingText | None:
    """The source's present text when its file gives the same text as before; it then counts as read by the present reader."""
    texts = ReadingText.objects.filter(source=row)
    last = texts.filter(made_from=MadeFrom.FILE).order_by("-number").first()
    columns = json.loads(json.dumps(columns_of(reading)))
    if last is None or any(getattr(last, name) != columns[name] for name in _SAME):
        return None
    if _mended(last.repairs) != _mended(columns["repairs"]):
        return None
    texts.filter(number__gte=last.number).update(reader_version=columns["reader_version"])
    return row.text


def _mended(repairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in repairs if one["kind"] != SCRIPT]


@transaction.atomic
def fail_version(*, running: RunningJob, code: str, detail: str = "") -> None:
    """Marks the job's version as failed; the source stays as it is. Raises LostLease."""
    _fail(_of_job(running), code, detail, actor_id=running.actor_id)


def version_ended(job: Job) -> None:
    """The job failed, died or was cancelled (called in that transaction): its version must not wait for ever."""
    new = (
        NewVersion.objects.select_for_update(no_key=True)
        .filter(pk=job.args["version"])
        .select_related("source")
        .first()
    )
    if new is not None and new.job_id == job.pk and new.state in _ACTIVE:
        _fail(new, "cancelled" if job.state == JobState.CANCELLED else "stopped", job.error, actor_id=job.actor_id)


def _fail(new: NewVersion, code: str, detail: str, *, actor_id: uuid.UUID | None) -> None:
    new.state, new.error, new.error_detail = SourceState.FAILED, code[:60], storable_text(detail)[:2000]
    new.save(update_fields=["state", "error", "error_detail"])
    _record("source.version_failed", new.source, actor_id, after={"file": new.file_name, "error": new.error})
    actions.tell_changed(new.source, actor_id=actor_id)


def _record(verb: str, source: Source, actor_id: uuid.UUID | None, **states: Any) -> None:
    audit.record(verb, source, actor_id=actor_id, workspace_id=source.workspace_id, **states)
