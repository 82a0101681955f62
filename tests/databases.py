"""The database of each pytest process: the migrations run once for all of them, every process works on a copy."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.test import TransactionTestCase
from psycopg.sql import SQL, Identifier

from tests import environment

MIGRATED = "test_collate"
KEPT = {"django_content_type", "auth_permission"}
# Its rows cannot be deleted.
TRUNCATED = {"synthesis_auditentry"}


def begin(process: str) -> None:
    """Connects to a copy of the migrated database that is this process's own."""
    with _alone() as done:
        if not done.exists():
            connection.settings_dict["TEST"]["NAME"] = MIGRATED
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            # Nobody may be connected to what is copied.
            connection.close()
            connection.close_pool()
            done.touch()
        _drop(f"{MIGRATED}_{process}")
        _tell(SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(f"{MIGRATED}_{process}"), Identifier(MIGRATED)))
    settings.DATABASES[connection.alias]["NAME"] = f"{MIGRATED}_{process}"
    connection.settings_dict["NAME"] = f"{MIGRATED}_{process}"
    TransactionTestCase._fixture_teardown = _empty  # type: ignore[method-assign]


def end(process: str) -> None:
    """Drops the copy and what it was copied from; a process that needs one after all migrates again."""
    connection.close()
    connection.close_pool()
    _drop(f"{MIGRATED}_{process}")
    with _alone() as done:
        _drop(MIGRATED)
        done.unlink(missing_ok=True)


def _empty(test: TransactionTestCase) -> None:
    """In place of `flush` after each test that commits: to truncate sixty tables takes fifty times as long as to delete
    the rows of one test, and what belongs to the models (content types, permissions) need not be made again."""
    tables = set(connection.introspection.django_table_names(only_existing=True, include_views=False))
    deleted = sorted(tables - KEPT - TRUNCATED)
    # Foreign keys are looked at when the transaction ends, so any order will do.
    statements = [f"DELETE FROM {connection.ops.quote_name(table)}" for table in deleted]
    statements += [f"TRUNCATE {connection.ops.quote_name(table)}" for table in sorted(TRUNCATED)]
    for attempt in range(3):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("; ".join(statements))
            return
        except OperationalError:
            # The last statement of a process that was stopped meanwhile came in between.
            if attempt == 2:
                raise


def _drop(name: str) -> None:
    _tell(SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name)))


def _tell(statement: psycopg.sql.Composed) -> None:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(statement)


@contextmanager
def _alone() -> Iterator[Path]:
    """While one process is here the others wait. Gives the file that exists once the migrations have run."""
    top = Path(os.environ[environment.ROOT])
    with (top / "database.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield top / "database.migrated"
