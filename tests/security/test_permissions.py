"""Every URL as every kind of person. What a page does is tested in its room; here only who gets in, and that no response,
refusals included, goes without the headers that protect its reader."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone

from tests.filled_world import FilledWorld, make_filled_world
from tests.security.matrix import MATRIX
from tests.security.required_headers import missing_headers
from tests.security.rows import OWNER, PEOPLE, TAGGER, Row
from tests.security.walk import ask, client_for, expected, fits, let_go, path_of, url_names, verdict


class Undo(Exception):
    """Ends a visit: whatever it changed must not be there for the next person."""


def visit(world: FilledWorld, row: Row, name: Any) -> str | None:
    """What was wrong, if anything."""
    found: list[str] = []
    world.visitor(name)
    if row.workspace:
        # Made before what is undone, so that one serves all visits.
        for owner in {name or TAGGER, "tina"} - world.drafts.keys():
            world.draft_of(owner)
    try:
        with transaction.atomic():
            response = ask(world, row, name)
            wanted = expected(row, name)
            if not fits(row, wanted, response):
                found.append(
                    f"{name or 'nobody'}: {wanted} expected, {verdict(response)} ({response.status_code}) found"
                )
            found += [f"{name or 'nobody'}: {said}" for said in missing_headers(response)]
            let_go(response)
            raise Undo
    except Undo:
        return found[0] if found else None


def test_every_url_is_in_the_matrix() -> None:
    assert set(url_names()) - {row.name for row in MATRIX} == set(), "give these names their rows"
    assert {row.name for row in MATRIX} - set(url_names()) == set(), "these names are gone"


def test_every_row_is_there_once() -> None:
    assert [label for label, times in Counter(row.label for row in MATRIX).items() if times > 1] == []
    assert all(row.because for row in MATRIX if row.fine)


ROOMS = sorted({row.room for row in MATRIX})


# By room, not by row: making the world takes longer than a dozen visits.
@pytest.mark.parametrize("room", ROOMS)
def test_who_gets_in(world: FilledWorld, room: str) -> None:
    wrong = [
        f"{row.label}: {said}"
        for row in MATRIX
        if row.room == room and not row.committed
        for name in PEOPLE
        if (said := visit(world, row, name))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("row", [r for r in MATRIX if r.committed], ids=lambda row: row.label)
def test_who_gets_in_where_other_threads_read(transactional_db: None, row: Row) -> None:
    with transaction.atomic():
        world = make_filled_world()
    for name in PEOPLE:
        response = ask(world, row, name)
        assert fits(row, expected(row, name), response), (row.label, name, response.status_code)
        response.close()


COMMANDS = {row.name for row in MATRIX} - {row.name for row in MATRIX if row.method == "GET"}
# The API reads a list where it writes it.
READ_AT_THE_SAME_PATH = {
    "api:create_workspace",
    "api:add_sources",
    "api:create_excerpt",
    "api:create_draft",
}


@pytest.mark.parametrize("room", ROOMS)
def test_no_command_is_a_get(world: FilledWorld, room: str) -> None:
    """A command by GET is refused, even for the owner: a link or a prefetch must change nothing."""
    wrong = []
    for row in MATRIX:
        if row.room == room and row.name in COMMANDS - READ_AT_THE_SAME_PATH:
            status = client_for(world, row, OWNER).get(path_of(world, row, OWNER)).status_code
            if status != 405:
                wrong.append(f"{row.label}: {status}")
    assert not wrong


def test_a_workspace_that_was_deleted_is_gone_for_everybody(world: FilledWorld) -> None:
    world.workspace.deleted = timezone.now()
    world.workspace.save()
    rows = [row for row in MATRIX if row.workspace and not row.committed]
    wrong = [f"{row.label}: {said}" for row in rows if (said := ask(world, row, OWNER).status_code) != 404]
    assert not wrong
