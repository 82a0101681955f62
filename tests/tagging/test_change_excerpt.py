"""Retagging, notes, deletion; undo and redo of one's own changes and nobody else's."""

from __future__ import annotations

import pytest

from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event
from synthesis.tagging import actions, actions_undo
from synthesis.tagging.models import Excerpt, ReviewState
from tests.world import make_source


def keys(excerpt):
    return sorted(excerpt.tags.values_list("heading__key", flat=True))


@pytest.fixture
def toms(world) -> Excerpt:
    return world.excerpts[0]


def retag(world, excerpt, *headings, by="tom", **extra):
    return actions.retag_excerpt(access=world.access(by), excerpt_id=excerpt.pk, headings=list(headings), **extra)


def test_retag_replaces(world, toms):
    row = retag(world, toms, "S", "E")
    assert keys(row) == ["E", "S"]
    assert AuditEntry.objects.get(target_id=toms.pk).verb == "excerpt.retagged"
    assert Event.objects.get().kind == "excerpt.changed"


def test_retag_of_a_stale_version_shows_the_present_one(world, toms):
    retag(world, toms, "S")
    with pytest.raises(Conflict) as caught:
        retag(world, toms, "P", version=1)
    assert caught.value.current["headings"] == ["S"]


def test_at_least_one_heading(world, toms):
    with pytest.raises(Invalid):
        retag(world, toms)


@pytest.mark.parametrize(("person", "error"), [("tina", Forbidden), ("rita", Forbidden), ("cara", Forbidden)])
def test_others_may_not(world, toms, person, error):
    with pytest.raises(error):
        retag(world, toms, "P", by=person)


def test_editors_may_change_any(world, toms):
    assert keys(retag(world, toms, "P", by="bob")) == ["P"]


def test_a_change_opens_the_review_again_and_hides_it_from_readers(world, toms):
    Excerpt.objects.filter(pk=toms.pk).update(review_state=ReviewState.ACCEPTED)
    retag(world, toms, "P")
    toms.refresh_from_db()
    assert toms.review_state == ReviewState.OPEN
    assert Event.objects.get(kind="excerpt.hidden").audience == "read_workspace"


def test_note(world, toms):
    row = actions.annotate_excerpt(access=world.access("tom"), excerpt_id=toms.pk, note=" see page 3 ")
    assert row.note == "see page 3"
    with pytest.raises(Invalid):
        actions.annotate_excerpt(access=world.access("tom"), excerpt_id=toms.pk, note="x" * 5001)


def test_delete_undo_redo(world, toms):
    tom = world.access("tom")
    actions.delete_excerpt(access=tom, excerpt_id=toms.pk)
    with pytest.raises(NotFound):
        retag(world, toms, "P")
    assert actions_undo.undo(access=tom) is not None
    toms.refresh_from_db()
    assert toms.deleted is None
    assert keys(toms) == ["T"]
    assert actions_undo.redo(access=tom) is not None
    toms.refresh_from_db()
    assert toms.deleted is not None
    assert actions_undo.redo(access=tom) is None


def test_undo_goes_back_step_by_step(world, toms):
    tom = world.access("tom")
    retag(world, toms, "P")
    actions.annotate_excerpt(access=tom, excerpt_id=toms.pk, note="n")
    actions_undo.undo(access=tom)
    toms.refresh_from_db()
    assert (keys(toms), toms.note) == (["P"], "")
    actions_undo.undo(access=tom)
    assert keys(toms) == ["T"]
    assert actions_undo.undo(access=tom) is None
    actions_undo.redo(access=tom)
    actions_undo.redo(access=tom)
    toms.refresh_from_db()
    assert (keys(toms), toms.note) == (["P"], "n")


def test_a_new_change_forgets_what_was_undone(world, toms):
    tom = world.access("tom")
    retag(world, toms, "P")
    actions_undo.undo(access=tom)
    retag(world, toms, "S")
    assert actions_undo.redo(access=tom) is None


def test_undo_in_one_source_leaves_the_others(world, toms):
    tom = world.access("tom")
    retag(world, toms, "P")
    other = make_source(world.workspace, world.bob, title="other", text="别的来源里的一句话。")
    assert actions_undo.undo(access=tom, source_id=other.pk) is None
    assert keys(toms) == ["P"]
    assert actions_undo.undo(access=tom, source_id=toms.source_id) is not None
    assert actions_undo.redo(access=tom, source_id=other.pk) is None
    assert keys(toms) == ["T"]


def test_undo_takes_back_nothing_of_others(world, toms):
    retag(world, toms, "P", by="bob")
    assert actions_undo.undo(access=world.access("tom")) is None
    assert keys(toms) == ["P"]


def test_undo_is_refused_when_somebody_changed_it_since(world, toms):
    retag(world, toms, "P")
    retag(world, toms, "S", by="bob")
    with pytest.raises(Conflict):
        actions_undo.undo(access=world.access("tom"))
    assert keys(toms) == ["S"]


def test_creation_can_be_undone_and_redone(world):
    tom, text = world.access("tom"), world.text
    row = actions.create_excerpt(
        access=tom, source=world.source, text_id=text.pk, start=12, end=20, quote=text.text[12:20], headings=["P"]
    )
    actions_undo.undo(access=tom)
    row.refresh_from_db()
    assert row.deleted is not None
    actions_undo.redo(access=tom)
    row.refresh_from_db()
    assert row.deleted is None
    assert keys(row) == ["P"]
