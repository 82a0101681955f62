"""Background work of the overlap room: token arrays of new sources, and reports."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.engine.overlap.report import compare
from synthesis.infra import jobs, outbox
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.overlap import actions, selectors
from synthesis.overlap.corpus import corpus_of, prepare_reading

PREPARE = gettext_noop("preparing the sources")
COMPARE = gettext_noop("comparing")
STORE = gettext_noop("storing the report")


@outbox.subscribe("source.ready")
def prepare_source(payload: dict[str, Any]) -> None:
    text = selectors.current_text(uuid.UUID(payload["source"]))
    if text is not None:
        jobs.enqueue(
            "overlap.prepare",
            key=f"prepare:{text.pk}",
            args={"source": payload["source"]},
            workspace_id=None,
            actor_id=None,
        )


@jobs.handles("overlap.prepare")
def prepare_text(running: RunningJob) -> None:
    text = selectors.current_text(uuid.UUID(running.args["source"]))
    arrays = prepare_reading(text) if text is not None else None
    with running.finishing():
        if text is not None and arrays is not None:
            actions.store_prepared(text=text, arrays=arrays)


@jobs.handles("overlap.report", on_end=actions.fail_report, audience=Permission.READ_REPORTS)
def make_report(running: RunningJob) -> None:
    report = actions.start_report(running=running)
    texts = selectors.current_texts(report.workspace_id)
    if not texts:
        raise JobFailed(gettext_noop("There is no source to compare with. Add sources first."))
    sources = corpus_of(texts, lambda share: running.progress(PREPARE, 0.05 + 0.5 * share))
    running.progress(COMPARE, 0.6)
    result = compare(report.draft_text, sources)
    running.progress(STORE, 0.95)
    with running.finishing():
        actions.store_report(report=report, result=result, texts=texts)
