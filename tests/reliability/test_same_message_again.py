"""The same message delivered ten times is one result; a message about nothing does no harm."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from celery import current_app

from synthesis.infra.jobs import QUEUE
from synthesis.sources import actions as sources
from synthesis.sources.models import ReadingText
from tests.reliability.work import long_text, wait_for, wait_until_done
from tests.world import make_world

if TYPE_CHECKING:
    from tests.live_stack import LiveStack


def test_ten_deliveries_are_one_result(live_stack: LiveStack) -> None:
    world = make_world()
    source = sources.paste_text(access=world.access("bob"), text=long_text(400, seed=7), title="Once").source
    for _ in range(10):
        current_app.send_task("jobs.run", args=[str(source.job_id)], queue=QUEUE)
    current_app.send_task("jobs.run", args=[str(uuid.uuid4())], queue=QUEUE)
    job = wait_until_done(source.job_id)
    after = sources.paste_text(access=world.access("bob"), text=long_text(4, seed=8), title="After").source
    wait_until_done(after.job_id)  # the queue is worked off by now: every doubled message had its turn
    wait_for("the queue to be empty", lambda: not ReadingText.objects.filter(source=source).count() > 1)
    job.refresh_from_db()
    assert job.attempts == 1
    assert ReadingText.objects.filter(source=source).count() == 1
