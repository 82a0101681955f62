"""Background work of the overlap room: token arrays of new sources, and reports."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext_noop

from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.report import compare
from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.overlap import actions, actions_index, selectors_scopes
from synthesis.overlap.corpus import gathered, with_drafts
from synthesis.overlap.models import Scope
from synthesis.overlap.tasks_translations import TRANSLATE
from synthesis.overlap.translating import candidates_in
from synthesis.sources import preparing
from synthesis.sources.models import ReadingText

PREPARE = gettext_noop("preparing the sources")
COMPARE = gettext_noop("comparing")
STORE = gettext_noop("storing the report")
NO_SOURCE = gettext_noop("There is no source to compare with. Add sources first.")


@preparing.keeps_prepared
def keep_arrays(text: ReadingText, arrays: PreparedText) -> None:
    """A new text has been compared with the other sources: its arrays serve reports, too, and it can be looked up."""
    actions.store_prepared(text=text, arrays=arrays)
    actions_index.index_text(text=text, arrays=arrays)


@jobs.handles("overlap.report", on_end=actions.fail_report, audience=Permission.READ_REPORTS)
def make_report(running: RunningJob) -> None:
    report = actions.start_report(running=running)
    texts, drafts = selectors_scopes.texts_against(report), selectors_scopes.drafts_against(report)
    if not texts and not drafts:
        only = report.against == [Scope.SOURCES]
        raise JobFailed(NO_SOURCE if only else gettext_noop("There is nothing to compare with in what was chosen."))
    counts = Counter(scope for scope, _text in [*texts, *drafts])
    report.result["compared"] = {code: counts[code] for code in report.against}
    scope_of = {text.pk: scope for scope, text in texts}
    every = [text for _scope, text in texts]
    found = gathered(report.draft_text, every, lambda share: running.progress(PREPARE, 0.05 + 0.5 * share))
    running.progress(COMPARE, 0.6)
    compared = [actions.Compared(report.workspace_id, scope_of[text.pk], text) for text in found.texts]
    compared += [actions.Compared(report.workspace_id, scope, draft) for scope, draft in drafts]
    result = compare(report.draft_text, with_drafts(found, [draft.text for _scope_of, draft in drafts]))
    candidates = None
    if report.settings.get("translations"):
        explained = [match.draft for match in result.matches]
        tell = lambda share: running.progress(TRANSLATE, 0.65 + 0.25 * share)  # noqa: E731
        candidates = candidates_in(report, [*texts, *drafts], explained, tell)
    running.progress(STORE, 0.95)
    with running.finishing():
        actions.store_report(report=report, result=result, texts=compared, translations=candidates)
