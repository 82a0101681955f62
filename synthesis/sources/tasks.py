"""Background work of the room: one file into its reading text."""

from __future__ import annotations

import uuid
from contextlib import suppress
from typing import Any

from django.db import ProgrammingError
from django.utils.translation import gettext_noop

from synthesis.infra import jobs, outbox
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.infra.sandbox import ParserFailed
from synthesis.sources import actions, actions_search, selectors, selectors_search
from synthesis.sources.reading_files import read_file
from synthesis.sources.reasons import failure_text

INDEXING = gettext_noop("Making the text searchable")


@jobs.handles(actions.JOB_KIND, on_end=actions.extraction_ended, audience=Permission.READ_SOURCES)
def extract(running: RunningJob) -> None:
    """Reads a source in the sandbox; a file that cannot be read fails at once, with its reason."""
    # What is read before anybody could look is not said to be read.
    source = selectors.read_at_once(running.id, running.args["source"])
    source = source or actions.start_extraction(running=running)
    try:
        reading = read_file(running, source)
    except ParserFailed as error:
        actions.fail_extraction(running=running, code=error.code, detail=error.detail)
        raise JobFailed(failure_text(error.code, error.detail)) from error
    pieces = selectors_search.pieces_of_reading(reading, source.workspace_id)
    with running.finishing():
        actions.finish_extraction(running=running, source_id=source.pk, reading=reading, pieces=pieces)


@outbox.subscribe("source.ready", within=True)
def index_when_ready(payload: dict[str, Any]) -> None:
    if "indexed" in payload:
        # A file that was read is stored together with its index; a text that came since has said so, too.
        return
    source = selectors_search.indexable(uuid.UUID(payload["source"]))
    if source is not None:
        jobs.enqueue(
            actions_search.INDEX_JOB,
            key=f"index:{source.text_id}",
            args={"source": payload["source"]},
            workspace_id=source.workspace_id,
            actor_id=None,
        )


@jobs.at_rest
def settle() -> None:
    # Not a database's owner: then its own housekeeping does it.
    with suppress(ProgrammingError):
        actions_search.settle_index()


@outbox.subscribe("source.deleted")
def forget_when_deleted(payload: dict[str, Any]) -> None:
    actions_search.forget_source(source_id=uuid.UUID(payload["source"]))


@jobs.handles(actions_search.INDEX_JOB, audience=Permission.READ_SOURCES)
def index(running: RunningJob) -> None:
    """Puts a source's text into the search index; a newer text has a job of its own."""
    running.progress(INDEXING, 0.1)
    text = selectors_search.text_to_index(uuid.UUID(running.args["source"]))
    pieces = selectors_search.pieces_to_index(text) if text else []
    with running.finishing():
        if text is not None:
            actions_search.store_pieces(source_id=text.source_id, text_id=text.pk, pieces=pieces)
