"""A document that kills its parser fails with a reason people understand, and the next one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from synthesis.infra.models import Job, JobState
from synthesis.sources import actions as sources
from synthesis.sources import selectors
from synthesis.sources.models import Source, SourceState
from tests.reliability.killer import killing_pdf
from tests.reliability.work import long_text, wait_for, wait_until_done
from tests.world import make_world

if TYPE_CHECKING:
    from tests.live_stack import LiveStack


def test_it_fails_with_a_reason_and_the_next_is_read(live_stack: LiveStack) -> None:
    access = make_world().access("bob")
    killer = sources.add_source(access=access, file_name="killer.pdf", chunks=[killing_pdf()]).source
    after = sources.paste_text(access=access, text=long_text(5, seed=1), title="After").source
    wait_until_done(after.job_id)
    wait_for("the killer to fail", lambda: Source.objects.get(pk=killer.pk).state == SourceState.FAILED)
    # The source is told first; the job ends a moment later, in a transaction of its own.
    ended = {JobState.FAILED, JobState.DEAD}
    wait_for("its job to end", lambda: Job.objects.get(pk=killer.job_id).state in ended)
    job = Job.objects.get(pk=killer.job_id)
    assert job.attempts <= 4
    (row,) = selectors.rows_of(access, [selectors.get_source(access, killer.pk)])
    assert row.problem
    assert "status" not in row.problem
    assert "Traceback" not in row.problem
    assert live_stack.pid("worker")
