"""Naming, citing, deleting, bringing back, retrying: each with one audit entry."""

from __future__ import annotations

import pytest

from synthesis.infra.errors import Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event, Job, OutboxEntry
from synthesis.sources import actions, actions_citation
from synthesis.sources.models import SourceState
from synthesis.tagging.models import Excerpt


def verbs(source):
    return list(AuditEntry.objects.filter(target_id=source.pk).order_by("id").values_list("verb", flat=True))


def test_rename(world):
    row = actions.rename_source(access=world.access("bob"), source=world.source, title="  Neuer \n Titel ")
    assert row.title == "Neuer Titel"
    assert verbs(row) == ["source.renamed"]


@pytest.mark.parametrize("title", ["", "   ", "x" * 301])
def test_rename_wants_a_title(world, title):
    with pytest.raises(Invalid):
        actions.rename_source(access=world.access("bob"), source=world.source, title=title)


def test_rename_to_the_same_is_no_deed(world):
    actions.rename_source(access=world.access("bob"), source=world.source, title=world.source.title)
    assert verbs(world.source) == []


def test_delete_keeps_excerpts_and_can_be_undone(world):
    before = Excerpt.objects.filter(source=world.source).count()
    bob = world.access("bob")
    actions.delete_source(access=bob, source=world.source)
    assert Excerpt.objects.filter(source=world.source).count() == before > 0
    assert Event.objects.filter(kind="source.deleted").count() == 1
    assert OutboxEntry.objects.filter(topic="source.deleted").count() == 1
    with pytest.raises(NotFound):
        actions.delete_source(access=bob, source=world.source)
    row = actions.restore_source(access=bob, source=world.source)
    assert row.deleted is None
    actions.restore_source(access=bob, source=world.source)
    assert verbs(world.source) == ["source.deleted", "source.restored"]
    assert Job.objects.filter(kind="sources.liken", args__source=str(row.pk)).count() == 1


def test_retry_of_a_failed_one(world):
    world.source.state, world.source.error = SourceState.FAILED, "broken"
    world.source.save()
    row = actions.retry_source(access=world.access("bob"), source=world.source)
    again = actions.retry_source(access=world.access("bob"), source=world.source)
    assert (row.state, row.error) == (SourceState.QUEUED, "")
    assert again.job_id == row.job_id
    assert Job.objects.count() == 1
    assert verbs(world.source) == ["source.retried"]


def test_cite_keeps_what_cannot_be_stored_out(world):
    row = actions_citation.cite_source(
        access=world.access("bob"), source=world.source, citation={"title": "a\x00b", "DOI": "1"}
    )
    row.refresh_from_db()
    assert row.citation == {"title": "a\ufffdb", "DOI": "1"}
    assert verbs(row) == ["source.cited"]
