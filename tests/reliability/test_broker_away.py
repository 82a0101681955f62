"""Work that comes while the broker is away, or that nobody rang for, is done all the same."""

from __future__ import annotations

import json
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from synthesis.accounts import actions as accounts
from synthesis.infra import jobs, outbox
from synthesis.infra.models import Job, OutboxEntry
from synthesis.sources import actions as sources
from synthesis.sources.models import ReadingText, Source, SourceState
from synthesis.tagging.models import Heading
from synthesis.workspaces import actions as workspaces
from tests.reliability.work import long_text, wait_for, wait_until_done
from tests.world import World, make_world

if TYPE_CHECKING:
    from tests.live_stack import LiveStack

UPLOADS = 20


@pytest.fixture
def world(live_stack: LiveStack) -> World:
    return make_world()


def upload(stack: LiveStack, world: World, token: str, number: int) -> dict[str, str]:
    head = f'--end\r\nContent-Disposition: form-data; name="f"; filename="{number}.txt"\r\n\r\n'
    body = f"{head}{long_text(3, seed=number)}\r\n--end--\r\n".encode()
    request = urllib.request.Request(f"{stack.url}/api/v1/workspaces/{world.workspace.pk}/sources", data=body)
    request.add_header("Authorization", f"Bearer {token}")
    request.add_header("Content-Type", "multipart/form-data; boundary=end")
    with urllib.request.urlopen(request, timeout=60) as answer:
        assert answer.status == 201
        (row,) = json.load(answer)
    return dict(row)


def test_uploads_while_the_broker_is_away(live_stack: LiveStack, world: World) -> None:
    if "valkey" not in live_stack.children:
        pytest.skip("REDIS_URL names a server that is not ours to kill")
    token = accounts.create_token(world.bob, "test")[1]
    live_stack.kill("valkey")
    with ThreadPoolExecutor(5) as people:
        added = [row["id"] for row in people.map(lambda n: upload(live_stack, world, token, n), range(UPLOADS))]
    assert Source.objects.filter(pk__in=added, state=SourceState.QUEUED).count() == UPLOADS
    live_stack.start("valkey")
    ready = Source.objects.filter(pk__in=added, state=SourceState.READY)

    def done() -> bool:
        live_stack.restart_dead()
        return ready.count() == UPLOADS

    wait_for("all uploads to be ready", done)
    assert ReadingText.objects.filter(source__in=added).count() == UPLOADS


def test_a_process_that_died_before_it_rang(
    live_stack: LiveStack, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between COMMIT and the message there is nothing left of it but the row."""
    with monkeypatch.context() as dead:
        dead.setattr(jobs, "_ring", lambda job_id: True)
        source = sources.paste_text(access=world.access("bob"), text=long_text(5, seed=2), title="Unheard").source
    assert Job.objects.get(pk=source.job_id).attempts == 0
    assert wait_until_done(source.job_id).attempts == 1


def test_a_process_that_died_before_it_told_the_rooms(
    live_stack: LiveStack, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as dead:
        dead.setattr(outbox, "drain", lambda limit=100: 0)
        access = workspaces.create_workspace(actor=world.dave, name="Unheard", template="pest")
    headings = Heading.objects.filter(workspace=access.workspace)
    wait_for("the headings of the template", lambda: headings.count() == 4)
    assert not OutboxEntry.objects.filter(done__isnull=True).exists()
