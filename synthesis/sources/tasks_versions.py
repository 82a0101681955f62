"""Background work on sources that are there: newer versions are read, and sources that are much alike are found."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.engine.sketch import sketch_of
from synthesis.infra import jobs, outbox
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.infra.sandbox import ParserFailed, read_source
from synthesis.sources import (
    actions_likeness,
    actions_versions,
    likeness,
    originals,
    page_lines,
    preparing,
    selectors_likeness,
)
from synthesis.sources.reasons import failure_text

STARTING = gettext_noop("Opening the file")
READING = gettext_noop("Extracting the text")
MENDING = gettext_noop("Repairing and structuring the text")
STORING = gettext_noop("Storing the text")
#: Parsing is about this share of the sandbox's way.
PARSING_SHARE = 0.6
LIKEN_JOB = "sources.liken"


@jobs.handles(actions_versions.JOB_KIND, on_end=actions_versions.version_ended, audience=Permission.READ_SOURCES)
def read_version(running: RunningJob) -> None:
    """Reads a newer file of a source in the sandbox; one that cannot be read leaves the source as it was."""
    new = actions_versions.start_version(running=running)
    running.progress(STARTING, 0.0)

    def tell(share: float) -> None:
        running.progress(READING if share < PARSING_SHARE else MENDING, 0.02 + 0.92 * share)

    try:
        with originals.local_path(new.stored) as path:
            reading = read_source(path, new.kind, on_progress=tell)
    except ParserFailed as error:
        _give_up(running, error.code, error.detail)
    except FileNotFoundError:
        _give_up(running, "original_missing", "")
    running.progress(STORING, 0.95)
    if lines := reading.metadata.get(page_lines.METADATA):
        page_lines.keep_lines(new.stored, lines)
    with running.finishing():
        actions_versions.finish_version(running=running, reading=reading)


def _give_up(running: RunningJob, code: str, detail: str) -> None:
    actions_versions.fail_version(running=running, code=code, detail=detail)
    raise JobFailed(failure_text(code, detail))


@outbox.subscribe("source.ready")
def liken_when_ready(payload: dict[str, Any]) -> None:
    text = selectors_likeness.current_text(uuid.UUID(payload["source"]))
    if text is not None:
        jobs.enqueue(
            LIKEN_JOB,
            key=f"liken:{text.pk}",
            args={"source": payload["source"], "text": str(text.pk)},
            workspace_id=None,
            actor_id=None,
        )


@outbox.subscribe("source.deleted")
def tell_alike_when_deleted(payload: dict[str, Any]) -> None:
    actions_likeness.tell_alike(source_id=uuid.UUID(payload["source"]))


@jobs.handles(LIKEN_JOB)
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
