"""Two people change what belongs together at the same moment: one waits for the other, and neither for ever."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction

from synthesis.infra import events
from synthesis.infra.policy import Permission
from synthesis.sources import actions
from tests.reliability.work import wait_for
from tests.world import make_excerpt, make_world

WAITS = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITS)
        return bool(cursor.fetchone()[0])


@pytest.mark.django_db(transaction=True)
def test_a_source_is_renamed_while_somebody_tags_it() -> None:
    """Who renames has locked the source and waits for the event counter; who tags has the counter, and a key that is
    checked against the source at the commit."""
    world = make_world()
    locked, tagged, failed = threading.Event(), threading.Event(), []

    def before_the_event(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "synthesis_eventcounter" in sql and "INSERT" in sql:
            locked.set()
            tagged.wait()
        return execute(sql, params, many, context)

    def rename() -> None:
        try:
            with connection.execute_wrapper(before_the_event):
                actions.rename_source(access=world.access("alice"), source=world.source, title="Neu")
        except OperationalError as error:
            failed.append(error)
        finally:
            locked.set()
            connection.close()

    renaming = threading.Thread(target=rename)
    renaming.start()
    locked.wait()
    try:
        with transaction.atomic():
            make_excerpt(world.source, "柔性薄膜代替充气袖带", world.headings["T"], world.tom)
            said = {"audience": Permission.READ_WORKSPACE, "actor_id": world.tom.pk}
            events.emit(world.workspace.pk, "excerpt.created", {}, **said)
            tagged.set()
            wait_for("the other to wait", lambda: failed or somebody_waits())
    finally:
        tagged.set()
        renaming.join()
    assert not failed
    world.source.refresh_from_db()
    assert world.source.title == "Neu"
