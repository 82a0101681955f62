"""Every page asks the database a fixed number of questions, however many rows it shows. The numbers are in a file.

`UPDATE_QUERY_COUNTS=1 make test ARGS=tests/test_query_counts.py` writes the file anew; look at the difference.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.filled_world import FilledWorld

RECORDED = Path(__file__).with_name("query_counts.json")
MANY = 50
# Pages that show something else by their query.
VARIANTS: dict[str, list[dict[str, str]]] = {
    "review:queue": [{}, {"show": "drafts"}, {"show": "returned"}, {"show": "history"}],
    "sources:list": [{}, {"state": "failed"}, {"state": "active"}, {"state": "deleted"}],
    "tagging:overview": [{}, {"heading": "T"}, {"review": "returned"}],
}
# What asks nothing of a workspace, or streams for ever.
ELSEWHERE = {"healthz", "readyz", "openapi-json", "api-root", "events", "follow_events"}


@pytest.fixture
def small(db: None, settings, tmp_path: Path) -> FilledWorld:
    from django.core.cache import cache

    from tests.filled_world import make_filled_world

    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()
    return make_filled_world()


def pages() -> list[Any]:
    """The rows of the permission matrix that read; one for each name and case."""
    from tests.security.matrix import MATRIX

    return [row for row in MATRIX if row.method == "GET" and row.name.split(":")[-1] not in ELSEWHERE]


def counts(world: FilledWorld, expected: dict[str, int]) -> dict[str, int]:
    """Queries of each page for the owner. One that asks for other than `expected` is visited again: what the process
    remembers from then on is no page's cost."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from tests.security.rows import OWNER
    from tests.security.walk import client_for, let_go, path_of

    found = {}
    clients: dict[bool, Any] = {}
    for row in pages():
        client = clients.setdefault(row.token, None) or client_for(world, row, OWNER)
        clients[row.token], path = client, path_of(world, row, OWNER)
        for part, headers in (("", {}), (" as a part", {"HX-Request": "true"})):
            for query in VARIANTS.get(row.name, [{}]):
                label = " ".join([row.label, *query.values()]) + part
                query = {**query, "draft": str(world.draft.pk)} if "export" in row.name else query
                for _ in range(2):
                    with CaptureQueriesContext(connection) as asked:
                        response = client.get(path, query, headers=headers)
                    let_go(response)
                    assert response.status_code < 500, row.label
                    found[label] = len(asked)
                    if found[label] == expected.get(label):
                        break
    return found


def test_as_recorded_and_equal_for_one_row_and_for_fifty(small: FilledWorld) -> None:
    from tests.many_rows import multiply

    multiply(small, range(1))
    recorded = json.loads(RECORDED.read_text())
    few = counts(small, recorded)
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        RECORDED.write_text(json.dumps(few, indent=1, sort_keys=True) + "\n")
    multiply(small, range(1, MANY))
    many = counts(small, few)
    grown = differences(few, many)
    assert not grown, "these pages ask more the more rows there are:\n" + "\n".join(grown)
    changed = differences(recorded, few)
    assert not changed, "set UPDATE_QUERY_COUNTS=1 to record the new numbers, if they must be:\n" + "\n".join(changed)


def differences(before: dict[str, int], after: dict[str, int]) -> list[str]:
    return [
        f"{label}: {before.get(label, 'not there')} -> {after.get(label, 'gone')}"
        for label in sorted({*before, *after})
        if before.get(label) != after.get(label)
    ]
