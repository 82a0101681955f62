"""What must be true before the first page: assets built, catalogues compiled, schema up to date, static files collected.

    python -m project.prepare            all of that; does nothing twice
    python -m project.prepare --static assets, catalogues and static files only
    python -m project.prepare --seed     the demo workspace, and its accounts into `var/demo.txt`

Needs DATABASE_URL and SECRET_KEY in the environment, as `project.supervisor` sets them.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from project import assets, messages

# Any number; the same in every copy of this program, so that two starts against one database migrate one after the other.
MIGRATION_LOCK = 0x636F6C6C617465


@contextlib.contextmanager
def advisory_lock(number: int) -> Iterator[None]:
    """Hold PostgreSQL's advisory lock `number`; waits as long as another holds it."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = 0; SET statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [number])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])
            cursor.execute("RESET lock_timeout; RESET statement_timeout")


def database_complaint() -> str:
    """Why the database of DATABASE_URL cannot be used, in its own words; empty when it can.

    Asked without the pool, which would try for ten seconds and then say only that it waited.
    """
    import psycopg

    try:
        psycopg.connect(os.environ.get("DATABASE_URL", ""), connect_timeout=10).close()
    except psycopg.Error as error:
        return " ".join(str(error).split())
    return ""


def migrate() -> None:
    """Apply missing migrations."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    with advisory_lock(MIGRATION_LOCK):
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            print("Bringing the database up to date ...", flush=True)
            call_command("migrate", interactive=False, verbosity=0)


def collect_static() -> None:
    """Collect static files when any of them, or the package that ships one, changed."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            path = Path(storage.path(name))
            digest.update(f"{name}\0{path.stat().st_size}\0{path.stat().st_mtime_ns}\0".encode())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if not stamp.is_file() or stamp.read_text() != digest.hexdigest():
        call_command("collectstatic", interactive=False, verbosity=0, clear=stamp.is_file())
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest.hexdigest())


def database_identity() -> str:
    """A word that differs between two databases, also when the second was made at the address of the first."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), min(applied) FROM django_migrations")
        return hashlib.sha256(repr(cursor.fetchone()).encode()).hexdigest()[:16]


def seed(var: Path) -> None:
    """Fill the demo workspace; what `seed_demo` prints is kept for the next starts. Nothing where the command is missing."""
    from django.core.management import call_command, get_commands

    said = io.StringIO()
    if "seed_demo" in get_commands():
        print("Filling the demo workspace ...", flush=True)
        call_command("seed_demo", stdout=said)
    demo_file(var).write_text(said.getvalue(), "utf-8")
    seeded_file(var).write_text(database_identity())


def forget_seed_of_another_database(var: Path) -> None:
    """Let the demo be made again where the database is not the one that was seeded."""
    if not seeded_file(var).is_file() or seeded_file(var).read_text() != database_identity():
        demo_file(var).unlink(missing_ok=True)


def demo_file(var: Path) -> Path:
    return var / "demo.txt"


def seeded_file(var: Path) -> Path:
    return var / "seeded"


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    try:
        assets.build()
    except assets.AssetError as error:
        print(error, file=sys.stderr)
        return 1
    messages.compile_catalogues()

    import django
    from django.conf import settings

    django.setup()
    var = Path(settings.VAR_DIR)
    if "--seed" in sys.argv[1:]:
        seed(var)
        return 0
    collect_static()
    if "--static" in sys.argv[1:]:
        return 0
    complaint = database_complaint()
    if complaint:
        print(f"The database does not answer. {complaint}", file=sys.stderr)
        return 1
    migrate()
    forget_seed_of_another_database(var)
    return 0


if __name__ == "__main__":
    sys.exit(main())
