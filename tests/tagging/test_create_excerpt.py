"""Tagging a span: the quote must equal the text; the same span again only gains headings; one audit entry each."""

from __future__ import annotations

import uuid

import pytest

from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import AuditEntry, Event
from synthesis.tagging import actions
from synthesis.tagging.models import Change, Excerpt
from tests.world import make_source


def create(world, name="tom", *, start=12, end=20, headings=("P",), quote=None, **extra):
    text = world.text
    given = text.text[start:end] if quote is None else quote
    return actions.create_excerpt(
        access=world.access(name),
        source=world.source,
        text_id=extra.pop("text_id", text.pk),
        start=start,
        end=end,
        quote=given,
        headings=list(headings),
        **extra,
    )


def test_saved_with_its_surroundings_and_told(world):
    row = create(world, headings=("P", "T"), note="  why \x00 ")
    assert row.quote == world.text.text[12:20]
    assert (row.prefix + row.quote + row.suffix) in world.text.text
    assert sorted(row.tags.values_list("heading__key", flat=True)) == ["P", "T"]
    assert "\x00" not in row.note
    assert AuditEntry.objects.filter(target_id=row.pk).count() == 1
    event = Event.objects.get(kind="excerpt.created")
    assert event.payload["excerpt"]["headings"] == ["P", "T"]
    assert event.payload["source"] == str(world.source.pk)
    assert event.audience == "read_excerpts"


def test_a_quote_that_differs_is_refused_with_the_text(world):
    with pytest.raises(Conflict) as caught:
        create(world, quote="something else")
    assert caught.value.current == {"quote": world.text.text[12:20]}
    assert Change.objects.count() == 0


def test_the_script_as_written_is_accepted_and_kept_simplified(world):
    source = make_source(world.workspace, world.bob, title="t", text="发展的国家\n第二段文字。")
    source.text.written = "發展的國家\n第二段文字。"
    source.text.save()
    row = actions.create_excerpt(
        access=world.access("tom"),
        source=source,
        text_id=source.text.pk,
        start=0,
        end=5,
        quote="發展的國家",
        headings=["P"],
    )
    assert row.quote == "发展的国家"


def test_offsets_are_code_points(world):
    source = make_source(world.workspace, world.bob, title="t", text="😀𠮷野家的报告。")
    row = actions.create_excerpt(
        access=world.access("tom"),
        source=source,
        text_id=source.text.pk,
        start=1,
        end=4,
        quote="𠮷野家",
        headings=["P"],
    )
    assert row.quote == "𠮷野家"


def test_the_same_span_by_the_same_person_gains_headings(world):
    first = create(world, headings=("P",))
    again = create(world, headings=("T",))
    assert again.pk == first.pk
    assert again.version == 2
    assert sorted(again.tags.values_list("heading__key", flat=True)) == ["P", "T"]
    assert create(world, "tina", headings=("T",)).pk != first.pk


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 3), (0, 10_000), (10, 11)])
def test_spans_that_hold_nothing(world, start, end):
    # [10, 11) is the line break after the heading.
    with pytest.raises(Invalid):
        create(world, start=start, end=end, quote=world.text.text[max(0, start) : end])


@pytest.mark.parametrize("headings", [(), ("Q",), ("P", "Q")])
def test_headings_must_be_of_the_workspace(world, headings):
    with pytest.raises(Invalid):
        create(world, headings=headings)


def test_a_newer_text_refuses_old_offsets(world):
    with pytest.raises(Conflict) as caught:
        create(world, text_id=uuid.uuid4())
    assert caught.value.code == "text_changed"


def test_readers_may_not(world):
    with pytest.raises(Forbidden):
        create(world, "cara")
    assert Excerpt.objects.count() == len(world.excerpts)
