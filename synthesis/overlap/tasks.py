"""Background work of the overlap room: token arrays of new sources, and reports."""

from __future__ import annotations

import uuid

from django.utils.translation import gettext_noop

from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.report import compare
from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.overlap import actions, actions_index, selectors
from synthesis.overlap.corpus import gathered
from synthesis.sources import preparing
from synthesis.sources.models import ReadingText

PREPARE = gettext_noop("preparing the sources")
COMPARE = gettext_noop("comparing")
STORE = gettext_noop("storing the report")


@preparing.keeps_prepared
def keep_arrays(text: ReadingText, arrays: PreparedText) -> None:
    """A new text has been compared with the other sources: its arrays serve reports, too, and it can be looked up."""
    actions.store_prepared(text=text, arrays=arrays)
    actions_index.index_text(text=text, arrays=arrays)


# Nothing queues it any more; from before an update some may wait.
@jobs.handles("overlap.prepare")
def prepare_text(running: RunningJob) -> None:
    text = selectors.current_text(uuid.UUID(running.args["source"]))
    arrays = preparing.prepare_reading(text) if text is not None else None
    with running.finishing():
        if text is not None and arrays is not None:
            actions.store_prepared(text=text, arrays=arrays)


@jobs.handles("overlap.report", on_end=actions.fail_report, audience=Permission.READ_REPORTS)
def make_report(running: RunningJob) -> None:
    report = actions.start_report(running=running)
    texts = selectors.current_texts(report.workspace_id)
    if not texts:
        raise JobFailed(gettext_noop("There is no source to compare with. Add sources first."))
    found = gathered(report.draft_text, texts, lambda share: running.progress(PREPARE, 0.05 + 0.5 * share))
    running.progress(COMPARE, 0.6)
    result = compare(report.draft_text, found.corpus)
    running.progress(STORE, 0.95)
    with running.finishing():
        actions.store_report(report=report, result=result, texts=found.texts)
