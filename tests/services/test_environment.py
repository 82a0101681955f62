"""Addresses of the servers that a test run is given."""

from __future__ import annotations

import pytest
import redis

from tests.environment import redis_database


@pytest.mark.parametrize(
    ("url", "database"),
    [
        ("unix:///run/valkey.sock", "unix:///run/valkey.sock?db=3"),
        ("unix:///run/valkey.sock?db=0", "unix:///run/valkey.sock?db=3"),
        ("redis://localhost:6379", "redis://localhost:6379/3"),
        ("redis://:word@localhost:6379/0", "redis://:word@localhost:6379/3"),
    ],
)
def test_another_database_of_the_same_server(url: str, database: str) -> None:
    assert redis_database(url, 3) == database
    assert redis.from_url(database).connection_pool.connection_kwargs["db"] == 3
