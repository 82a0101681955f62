"""The live channel over a real connection: every event once and in order, only what one may see, and no longer than one may."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connection, transaction

from synthesis.accounts import actions as accounts
from synthesis.infra import events
from synthesis.infra.models import Event
from synthesis.infra.policy import Permission
from synthesis.live.selectors import events_after
from synthesis.workspaces import actions as workspaces
from synthesis.workspaces import selectors
from tests.live.listener import Listener
from tests.world import World, make_world

if TYPE_CHECKING:
    from tests.live_stack import LiveStack


@pytest.fixture
def world(live_stack: LiveStack) -> World:
    return make_world()


@pytest.fixture
def world_without_processes(db: None) -> World:
    return make_world()


def listen(stack: LiveStack, world: World, name: str, *, after: int | None = None, query: str = "") -> Listener:
    cookie = world.client(name).cookies[settings.SESSION_COOKIE_NAME].value
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}", "Accept-Language": "en"}
    if after is not None:
        headers["Last-Event-ID"] = str(after)
    return Listener(stack.url, world.url("events") + query, headers)


def say(world: World, number: int, audience: Permission = Permission.READ_WORKSPACE) -> None:
    with transaction.atomic():
        events.emit(world.workspace.pk, "test.said", {"number": number}, audience=audience, actor_id=world.bob.pk)


def numbers(found: list[dict]) -> list[int]:
    return [event["payload"]["number"] for event in found]


def test_every_event_once_and_in_order_across_reconnections(live_stack: LiveStack, world: World) -> None:
    heard: list[dict] = []
    said = 0
    for _ in range(5):
        for _ in range(4):
            say(world, said)
            said += 1
        with listen(live_stack, world, "tom", after=heard[-1]["seq"] if heard else 0) as stream:
            heard += stream.take(3)  # hangs up before the fourth
            say(world, said)
            said += 1
    with listen(live_stack, world, "tom", after=heard[-1]["seq"]) as stream:
        heard += stream.take(said - len(heard))
    assert numbers(heard) == list(range(said))
    assert [event["seq"] for event in heard] == sorted({event["seq"] for event in heard})


def test_it_begins_where_the_page_ends(live_stack: LiveStack, world: World) -> None:
    say(world, 0)
    before = world.access("tom").event_seq
    with listen(live_stack, world, "tom", query=f"?after={before}") as stream:
        assert stream.response.headers["Content-Type"] == "text/event-stream"
        assert "no-cache" in stream.response.headers["Cache-Control"]
        say(world, 1)
        (event,) = stream.take(1)
    assert event["payload"] == {"number": 1}
    assert (event["actor"], event["own"]) == (str(world.bob.pk), False)


def test_nobody_hears_what_is_above_their_role(live_stack: LiveStack, world: World) -> None:
    audiences = [Permission.READ_EXCERPTS, Permission.READ_WORKSPACE, Permission.READ_AUDIT, Permission.READ_WORKSPACE]
    for number, audience in enumerate(audiences):
        say(world, number, audience)
    for name, expected in {"cara": [1, 3], "tom": [0, 1, 3], "rita": [0, 1, 2, 3]}.items():
        with listen(live_stack, world, name) as stream:
            assert numbers(stream.take(len(expected))) == expected


def test_a_new_role_holds_at_once(live_stack: LiveStack, world: World) -> None:
    with listen(live_stack, world, "tom") as stream:
        say(world, 0, Permission.READ_EXCERPTS)
        assert numbers(stream.take(1)) == [0]
        access = world.access("alice")
        member = selectors.members_of(access).get(user=world.tom)
        workspaces.change_role(access=access, member=member, role="reader")
        say(world, 1, Permission.READ_EXCERPTS)
        say(world, 2)
        assert stream.take(1)[0]["kind"] == "members.changed"
        assert numbers(stream.take(1)) == [2]


def test_a_page_is_told_what_happens_while_it_is_made(world_without_processes: World) -> None:
    world = world_without_processes
    before = world.access("tom").event_seq

    def say_after_the_sources(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if 'FROM "synthesis_source"' in sql and world.access("tom").event_seq == before:
            say(world, 1)
        return answer

    with connection.execute_wrapper(say_after_the_sources):
        page = world.client("tom").get(world.url("sources/")).content.decode()
    assert world.access("tom").event_seq == before + 1
    assert f'data-event-seq="{before}"' in page


def test_a_role_that_changes_while_the_log_is_read_holds(world_without_processes: World) -> None:
    """What was said after the change is judged by the new role, whichever of the two was read first."""
    world = world_without_processes
    after, changed = world.access("tom").event_seq, []

    def change_after_the_first(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        answer = execute(sql, params, many, context)
        if not changed:
            changed.append(True)
            access = world.access("alice")
            member = selectors.members_of(access).get(user=world.tom)
            workspaces.change_role(access=access, member=member, role="reader")
            say(world, 1, Permission.READ_EXCERPTS)
        return answer

    with connection.execute_wrapper(change_after_the_first):
        answer = events_after(world.tom.pk, world.workspace.pk, after)
        assert answer is not None
        heard = [event["kind"] for event in answer[1]]
    assert changed
    assert "test.said" not in heard


def test_somebody_who_was_removed_is_cut_off(live_stack: LiveStack, world: World) -> None:
    with listen(live_stack, world, "tom") as stream:
        say(world, 0)
        stream.take(1)
        access = world.access("alice")
        workspaces.remove_member(access=access, member=selectors.members_of(access).get(user=world.tom))
        say(world, 1)
        rest = []
        while (event := stream.next()) is not None:
            rest.append(event["kind"])
        assert "test.said" not in rest
    with listen(live_stack, world, "tom") as again:
        assert again.response.status == 404


def test_many_who_come_at_once_are_heard_at_once(live_stack: LiveStack, world: World) -> None:
    """More than the pool has connections, as when a class opens its pages, or after a restart."""
    before = len(live_stack.log("web"))
    token = accounts.create_token(world.tom, "script")[1]
    cookie = f"{settings.SESSION_COOKIE_NAME}={world.client('tom').cookies[settings.SESSION_COOKIE_NAME].value}"
    asked = [(world.url("events"), {"Cookie": cookie})] * 24
    asked += [(f"/api/v1/workspaces/{world.workspace.pk}/events", {"Authorization": f"Bearer {token}"})] * 24
    with ThreadPoolExecutor(len(asked)) as pool:
        streams = list(pool.map(lambda one: Listener(live_stack.url, *one), asked))
    assert {stream.response.status for stream in streams} == {200}
    say(world, 1)
    assert [numbers(stream.take(1)) for stream in streams] == [[1]] * len(streams)
    for stream in streams:
        stream.connection.close()
    assert "waits for the database" not in live_stack.log("web")[before:]


def test_strangers_and_nobody_get_no_stream(live_stack: LiveStack, world: World) -> None:
    with listen(live_stack, world, "dave") as stream:
        assert stream.response.status == 404
    with Listener(live_stack.url, world.url("events"), {}) as nobody:
        assert nobody.response.status == 401


def test_a_token_opens_the_same_stream(live_stack: LiveStack, world: World) -> None:
    headers = {"Authorization": f"Bearer {accounts.create_token(world.cara, 'test')[1]}"}
    path = f"/api/v1/workspaces/{world.workspace.pk}/events"
    say(world, 0, Permission.READ_EXCERPTS)
    say(world, 1)
    with Listener(live_stack.url, f"{path}?after=0", headers) as stream:
        assert numbers(stream.take(1)) == [1]
    with Listener(live_stack.url, path, {"Authorization": "Bearer nonsense"}) as stream:
        assert stream.response.status == 401


def test_a_revoked_token_ends_its_stream(live_stack: LiveStack, world: World) -> None:
    token, plain = accounts.create_token(world.tom, "test")
    path = f"/api/v1/workspaces/{world.workspace.pk}/events?after=0"
    say(world, 0)
    with Listener(live_stack.url, path, {"Authorization": f"Bearer {plain}"}) as stream:
        assert numbers(stream.take(1)) == [0]
        accounts.revoke_token(token)
        assert stream.next() is None


def test_numbers_have_no_gaps(live_stack: LiveStack, world: World) -> None:
    for number in range(5):
        say(world, number)
    seqs = list(Event.objects.filter(workspace_id=world.workspace.pk).order_by("seq").values_list("seq", flat=True))
    assert seqs == list(range(1, len(seqs) + 1))
