"""Background work on sources that are there: newer versions are read, and sources that are much alike are found."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.engine.sketch import sketch_of
from synthesis.infra import jobs, outbox
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.infra.sandbox import ParserFailed
from synthesis.sources import (
    actions_likeness,
    actions_versions,
    likeness,
    preparing,
    selectors_likeness,
)
from synthesis.sources.reading_files import read_file
from synthesis.sources.reasons import failure_text

STARTING = gettext_noop("Opening the file")
LIKEN_JOB = "sources.liken"


@jobs.handles(actions_versions.JOB_KIND, on_end=actions_versions.version_ended, audience=Permission.READ_SOURCES)
def read_version(running: RunningJob) -> None:
    """Reads a newer file of a source in the sandbox; one that cannot be read leaves the source as it was."""
    new = actions_versions.start_version(running=running)
    running.progress(STARTING, 0.0)
    try:
        reading = read_file(running, new)
    except ParserFailed as error:
        actions_versions.fail_version(running=running, code=error.code, detail=error.detail)
        raise JobFailed(failure_text(error.code, error.detail)) from error
    with running.finishing():
        actions_versions.finish_version(running=running, reading=reading)


@outbox.subscribe("source.ready", within=True)
def liken_when_ready(payload: dict[str, Any]) -> None:
    text_id = payload.get("text") or _current_text(uuid.UUID(payload["source"]))
    if text_id is not None:
        jobs.enqueue(
            LIKEN_JOB,
            key=f"liken:{text_id}",
            args={"source": payload["source"], "text": text_id},
            workspace_id=None,
            actor_id=None,
        )


def _current_text(source_id: uuid.UUID) -> str | None:
    text = selectors_likeness.current_text(source_id)
    return str(text.pk) if text is not None else None


@outbox.subscribe("source.deleted")
def tell_alike_when_deleted(payload: dict[str, Any]) -> None:
    actions_likeness.tell_alike(source_id=uuid.UUID(payload["source"]))


@jobs.handles(LIKEN_JOB, later=True)
def liken(running: RunningJob) -> None:
    """Finds the sources of the workspace that share most of their text with this one."""
    text = selectors_likeness.text_for_job(uuid.UUID(running.args["text"]))
    if text is None:
        with running.finishing():
            return
    prepared = preparing.prepare_reading(text)
    # Before others are looked for: of two sources that came together, the later one to say so finds the other.
    sketch = sketch_of(prepared)
    actions_likeness.store_sketch(text_id=text.pk, sketch=sketch.to_bytes())
    found = likeness.find(text, prepared, sketch)
    with running.finishing():
        actions_likeness.store_likenesses(source_id=text.source_id, text_id=text.pk, shares=found)
        preparing.tell_prepared(text, prepared)
