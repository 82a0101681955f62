"""Background work of comparisons of many texts."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from synthesis.engine.overlap.matrix import Named, compare_all
from synthesis.infra import jobs
from synthesis.infra.leases import JobFailed, RunningJob
from synthesis.infra.policy import Permission
from synthesis.overlap import actions_matrix, selectors_matrix
from synthesis.overlap.corpus import arrays_of

GATHER = gettext_noop("preparing the texts")
COMPARE = gettext_noop("comparing each with each")
TOO_FEW = gettext_noop(
    "There is nothing to compare yet: at least two drafts or essays are needed, or one and a source."
)
TOO_MUCH = gettext_noop("These texts are too long to be compared all at once. Choose fewer.")
MOST = 12_000_000  # characters: some 2 GB of arrays while all are compared


@jobs.handles("overlap.matrix", on_end=actions_matrix.fail_comparison, audience=Permission.READ_REPORTS)
def make_comparison(running: RunningJob) -> None:
    """Gathers the texts as they are now, compares each with each, and stores what they share."""
    comparison = actions_matrix.start_comparison(running=running)
    running.progress(GATHER, 0.02)
    drafts, texts = selectors_matrix.drafts_in(comparison), selectors_matrix.texts_in(comparison)
    if len(drafts) + len(texts) < 2 or (not drafts and all(passive for _, passive in texts)):
        raise JobFailed(TOO_FEW)
    if sum(len(one.text) for one in drafts) + sum(text.length for text, _ in texts) > MOST:
        raise JobFailed(TOO_MUCH)
    named = [Named(str(number), one.text) for number, one in enumerate(drafts)]
    for number, (text, passive) in enumerate(texts):
        running.progress(GATHER, 0.05 + 0.5 * number / len(texts))
        named.append(Named(str(len(drafts) + number), arrays_of(text), source=passive))
    running.progress(COMPARE, 0.6)
    made = compare_all(named, given=selectors_matrix.given_to(comparison.workspace_id))
    with running.finishing():
        actions_matrix.store_comparison(comparison=comparison, drafts=drafts, texts=texts, made=made)
