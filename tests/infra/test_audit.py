"""The audit log is append-only, whoever asks the database to change it."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from synthesis.infra import audit
from synthesis.infra.models import AuditEntry
from tests.world import make_world

pytestmark = pytest.mark.django_db


def entry() -> AuditEntry:
    world = make_world()
    return audit.record("source.added", world.source, actor_id=world.bob.pk, workspace_id=world.workspace.pk)


def test_an_entry_says_who_did_what_to_what() -> None:
    made = entry()
    made.refresh_from_db()
    assert (made.verb, made.target_type) == ("source.added", "source")
    assert made.at is not None
    assert (made.before, made.after) == ({}, {})


def test_entries_are_never_changed_or_removed() -> None:
    made = entry()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(pk=made.pk).update(verb="source.deleted")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        made.delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE synthesis_auditentry SET actor_id = NULL")
    made.refresh_from_db()
    assert made.verb == "source.added"


def test_an_entry_goes_with_its_deed() -> None:
    """A deed that fails leaves no word of itself."""
    before = AuditEntry.objects.count()

    def fail() -> None:
        with transaction.atomic():
            entry()
            raise ValueError

    with pytest.raises(ValueError):
        fail()
    assert AuditEntry.objects.count() == before
