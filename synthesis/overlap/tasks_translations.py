"""Background work: candidates for translated passages of a report that is finished."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from synthesis.infra import jobs
from synthesis.infra.leases import RunningJob
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_translations, selectors, selectors_scopes
from synthesis.overlap.translating import candidates_in

TRANSLATE = gettext_noop("looking for translated passages")


@jobs.handles("overlap.translations", on_end=actions_translations.fail_translations, audience=Permission.READ_REPORTS)
def find_translations(running: RunningJob) -> None:
    """Against the texts of the report's scopes as they are now."""
    report = actions_translations.start_translations(running=running)
    texts, drafts = selectors_scopes.texts_against(report), selectors_scopes.drafts_as_compared(report)
    explained = [(match.draft_start, match.draft_end) for match in selectors.matches_of(report)]
    tell = lambda share: running.progress(TRANSLATE, 0.9 * share)  # noqa: E731
    found = candidates_in(report, [*texts, *drafts], explained, tell)
    with running.finishing():
        actions_translations.store_translations(report=report, found=found)
