"""The embedded PostgreSQL and Valkey: right locale, stale and foreign data seen for what they are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from project.embedded import Postgres, Valkey
from project.places import Home, ServiceError
from project.processes import Child, Program
from tests import environment


@pytest.fixture
def home(open_directory: Path) -> Home:
    return Home.of(open_directory / "var")


@pytest.fixture
def server(home: Home) -> Iterator[tuple[Postgres, Child]]:
    postgres = Postgres(home, durable=False)
    program = Program(
        name="postgres",
        command=postgres.command(),
        environment={"PATH": os.defpath, "LC_ALL": "C"},
        account=home.account,
        before=postgres.prepare,
        ready=postgres.ready,
        log=home.data / "postgres.log",
    )
    child = Child(program)
    child.start()
    environment.wait_ready(child)
    yield postgres, child
    environment.kill(child)


def test_chinese_text_has_trigrams_and_case_rules_whatever_the_environment_says(server: tuple[Postgres, Child]) -> None:
    import psycopg

    postgres, _ = server
    postgres.create_database("collate")
    postgres.create_database("collate")
    with psycopg.connect(postgres.url("collate")) as connection:
        connection.execute("CREATE EXTENSION pg_trgm")
        row = connection.execute(
            "SELECT cardinality(show_trgm('文献综述')), lower('ÉCOLE'), current_setting('fsync')"
        ).fetchone()
    assert row == (5, "école", "off")


def test_the_socket_is_closed_to_others(server: tuple[Postgres, Child]) -> None:
    postgres, _ = server
    assert (postgres.sockets / ".s.PGSQL.5432").stat().st_mode & 0o077 == 0
    assert postgres.sockets.stat().st_mode & 0o077 == 0


def test_a_killed_server_starts_again_with_its_rows(server: tuple[Postgres, Child]) -> None:
    import psycopg

    postgres, child = server
    postgres.create_database("kept")
    environment.kill(child)
    assert (postgres.data / "postmaster.pid").exists()
    child.start()
    environment.wait_ready(child)
    with psycopg.connect(postgres.url("kept")) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_a_server_that_lost_its_supervisor_is_ended_before_the_next(server: tuple[Postgres, Child]) -> None:
    postgres, child = server
    assert child.process is not None
    postgres.prepare()
    child.process.wait(20)
    assert not (postgres.data / "postmaster.pid").exists()


def test_a_pid_file_that_names_somebody_else_is_removed(home: Home) -> None:
    postgres = Postgres(home, durable=False)
    postgres.prepare()
    stale = postgres.data / "postmaster.pid"
    stale.write_text(f"{os.getpid()}\n{postgres.data}\n")
    postgres.prepare()
    assert not stale.exists()


def test_data_of_another_version_is_refused_with_a_way_out(home: Home) -> None:
    postgres = Postgres(home, durable=False)
    postgres.prepare()
    (postgres.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(ServiceError, match=r"PostgreSQL 12.*pg_upgrade"):
        postgres.prepare()


def test_a_cluster_that_was_never_finished_is_made_again(home: Home) -> None:
    postgres = Postgres(home, durable=False)
    own = postgres.directory
    from project.places import own_directory

    own_directory(own, home.account)
    (own / "data.new").mkdir()
    (own / "data.new" / "PG_VERSION").write_text("18\n")
    postgres.prepare()
    assert (postgres.data / "global").is_dir()


def test_valkey_answers_and_a_lost_one_is_ended(home: Home) -> None:
    valkey = Valkey(home)
    program = Program(
        "valkey",
        valkey.command(),
        {"PATH": os.defpath},
        account=home.account,
        before=valkey.prepare,
        ready=valkey.ready,
    )
    child = Child(program)
    child.start()
    try:
        environment.wait_ready(child)
        valkey.prepare()
        assert child.process is not None
        assert child.process.wait(10) == 0
        assert not valkey.ready(child.process.pid)
    finally:
        environment.kill(child)


def test_addresses_survive_spaces_and_chinese_in_the_path(tmp_path: Path) -> None:
    from project import env

    home = Home(tmp_path / "a b 中", tmp_path / "a b 中", None)
    assert env.database(Postgres(home).url("collate"))["HOST"] == str(home.sockets / "postgres")
