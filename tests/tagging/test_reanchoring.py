"""Excerpts come along when their source's text changes; what is not certain waits for a person; nothing is done twice."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra import leases, outbox
from synthesis.infra.errors import Conflict, Forbidden, NotFound
from synthesis.infra.models import AuditEntry, Event, Job
from synthesis.sources import actions as sources
from synthesis.sources.models import MadeFrom, ReadingText
from synthesis.tagging import actions, actions_reanchoring, actions_undo, selectors, selectors_reanchoring, tasks
from synthesis.tagging.models import Excerpt, Reanchoring, ReviewState

if TYPE_CHECKING:
    from tests.world import World

NEWER = (
    "新型血压传感器的进展\n"
    "本次修订增加了一段说明。"
    "2023年，国内可穿戴血压计销量达到420万台，同比增长18.5%。"
    "监管部门在2023年发布了动态血压计注册新指南，要求厂商提交临床比对的数据。"
    "基层诊所仍以台式血压计为主，更换意愿有限。\n"
    "研究团队用柔性薄膜代替充气袖带，使单次测量时间缩短到20秒。"
)


def renew(world: World, text: str, made_from: MadeFrom = MadeFrom.FILE) -> ReadingText:
    """The source's text becomes `text`, as when a newer file was read; whoever subscribed has heard of it."""
    from django.db import transaction

    reading = build_reading_text(Extraction(blocks=tuple(ExtractedBlock(line) for line in text.splitlines())))
    with transaction.atomic():
        row = type(world.source).objects.select_for_update().get(pk=world.source.pk)
        made = sources.store_text(row, reading, actor_id=world.bob.pk, made_from=made_from)
    outbox.drain()
    world.source.refresh_from_db()
    return made


def state_of(excerpt: Excerpt, text: ReadingText) -> str:
    return Reanchoring.objects.get(excerpt=excerpt, to_text=text).state


def test_certain_ones_come_along_and_the_others_wait(world: World) -> None:
    gone, moved, changed = world.excerpts
    text = renew(world, NEWER)
    for excerpt in world.excerpts:
        excerpt.refresh_from_db()
    assert moved.text_id == text.pk
    assert moved.version == 2
    assert text.text[moved.start : moved.end] == moved.quote
    assert text.text[moved.end :].startswith(moved.suffix)
    assert state_of(moved, text) == "moved"
    assert state_of(changed, text) == "fuzzy"
    assert (changed.text_id != text.pk, changed.version) == (True, 1)
    waiting = {one.pk for one in selectors_reanchoring.waiting(world.access("tom"))}
    assert waiting == {changed.pk} | ({gone.pk} if gone.text_id != text.pk else set())
    entry = AuditEntry.objects.get(verb="source.reanchored")
    assert entry.after["moved"] + entry.after["fuzzy"] + entry.after["orphan"] + entry.after["exact"] == 3
    assert Event.objects.filter(kind="excerpts.reanchored").count() == 1


def test_the_same_again_changes_nothing(world: World) -> None:
    text = renew(world, NEWER)
    before = list(Excerpt.objects.order_by("pk").values("pk", "text_id", "start", "version"))
    tasks.take_excerpts_along({"source": str(world.source.pk), "from_text": str(uuid.uuid4()), "to_text": str(text.pk)})
    assert list(Excerpt.objects.order_by("pk").values("pk", "text_id", "start", "version")) == before
    assert AuditEntry.objects.filter(verb="source.reanchored").count() == 1
    assert Reanchoring.objects.count() == 3


def test_many_excerpts_are_a_job_and_the_same_job_twice_gives_one_result(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "FEW", 1)
    text = renew(world, NEWER)
    job = Job.objects.get(kind="tagging.reanchor")
    assert not Reanchoring.objects.exists()
    leases.run(job.pk)
    leases.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
    assert Reanchoring.objects.filter(to_text=text).count() == 3
    assert AuditEntry.objects.filter(verb="source.reanchored").count() == 1


def test_several_versions_in_a_row_are_taken_from_the_excerpts_own_text(world: World) -> None:
    _, _, changed = world.excerpts
    own = changed.text_id
    second = renew(world, NEWER)
    third = renew(world, world.excerpts[0].text.text)
    changed.refresh_from_db()
    # Two texts later its words stand again as they were: it never left its own text, so it comes along from there.
    assert changed.text_id == third.pk
    assert Reanchoring.objects.get(excerpt=changed, to_text=second).decision == "renewed"
    way = Reanchoring.objects.get(excerpt=changed, to_text=third)
    assert (way.from_text_id, way.state) == (own, "moved")


def test_a_late_answer_for_an_older_text_is_dropped(world: World) -> None:
    text = renew(world, NEWER)
    Reanchoring.objects.all().delete()
    found = tasks._anchored(world.source.pk, text.text)
    renew(world, NEWER + "又加了一句。")
    kept = list(Excerpt.objects.order_by("pk").values("pk", "text_id"))
    assert actions_reanchoring.store_reanchoring(to_text_id=text.pk, found=found) == {}
    assert list(Excerpt.objects.order_by("pk").values("pk", "text_id")) == kept


def test_a_person_takes_the_proposed_place(world: World) -> None:
    *_, changed = world.excerpts
    Excerpt.objects.filter(pk=changed.pk).update(review_state=ReviewState.ACCEPTED)
    text = renew(world, NEWER)
    way = Reanchoring.objects.get(excerpt=changed, to_text=text)
    place = {"text_id": text.pk, "start": way.start, "end": way.end, "quote": text.text[way.start : way.end]}
    placed = actions_reanchoring.place_excerpt(access=world.access("bob"), excerpt_id=changed.pk, **place)
    assert "新指南" in placed.quote
    assert placed.text_id == text.pk
    assert placed.review_state == ReviewState.OPEN
    way.refresh_from_db()
    assert (way.decision, way.decided_by) == ("taken", world.bob)
    assert AuditEntry.objects.get(verb="excerpt.reanchored").before["quote"] != placed.quote
    with pytest.raises(Conflict) as refused:
        actions_reanchoring.place_excerpt(access=world.access("bob"), excerpt_id=changed.pk, **place)
    assert refused.value.code == "placed"


def test_another_place_by_its_owner_and_not_by_others(world: World) -> None:
    gone, *_ = world.excerpts
    text = renew(world, "完全不同的一篇文章，说的是别的事情。谁也不会认出它来。")
    place = {"text_id": text.pk, "start": 0, "end": 5, "quote": text.text[:5]}
    with pytest.raises(Forbidden):
        actions_reanchoring.place_excerpt(access=world.access("tina"), excerpt_id=gone.pk, **place)
    with pytest.raises(NotFound):
        actions_reanchoring.place_excerpt(access=world.access("dave"), excerpt_id=gone.pk, **place)
    with pytest.raises(Conflict) as refused:
        actions_reanchoring.place_excerpt(access=world.access("tom"), excerpt_id=gone.pk, **{**place, "quote": "别的"})
    assert refused.value.code == "quote_differs"
    with pytest.raises(Conflict) as refused:
        actions_reanchoring.place_excerpt(
            access=world.access("tom"), excerpt_id=gone.pk, **{**place, "text_id": uuid.uuid4()}
        )
    assert refused.value.code == "text_changed"
    actions_reanchoring.place_excerpt(access=world.access("tom"), excerpt_id=gone.pk, **place)
    assert Reanchoring.objects.get(excerpt=gone, to_text=text).decision == "placed"


def test_let_go_is_undone_and_waits_again(world: World) -> None:
    gone, *_ = world.excerpts
    renew(world, "完全不同的一篇文章，说的是别的事情。")
    access = world.access("tom")
    actions_reanchoring.let_go(access=access, excerpt_id=gone.pk)
    assert gone.pk not in {one.pk for one in selectors_reanchoring.waiting(access)}
    actions_undo.undo(access=access)
    assert gone.pk in {one.pk for one in selectors_reanchoring.waiting(access)}


def test_undo_goes_on_for_excerpts_that_moved(world: World) -> None:
    _, moved, _ = world.excerpts
    access = world.access("tom")
    actions.annotate_excerpt(access=access, excerpt_id=moved.pk, note="先记一笔")
    text = renew(world, NEWER, MadeFrom.REPAIRS)
    actions_undo.undo(access=access)
    moved.refresh_from_db()
    assert (moved.note, moved.text_id) == ("", text.pk)
    assert selectors.describe(selectors.get_excerpt(access, moved.pk))["text"] == str(text.pk)


def test_a_place_taken_is_undone_and_redone_with_audit_and_what_the_reviewer_said(world: World) -> None:
    *_, changed = world.excerpts
    Excerpt.objects.filter(pk=changed.pk).update(review_state=ReviewState.ACCEPTED)
    changed.refresh_from_db()
    old = (changed.text_id, changed.start, changed.end, changed.quote)
    text = renew(world, NEWER)
    bob = world.access("bob")
    way = Reanchoring.objects.get(excerpt=changed, to_text=text)
    place = {"text_id": text.pk, "start": way.start, "end": way.end, "quote": text.text[way.start : way.end]}
    actions_reanchoring.place_excerpt(access=bob, excerpt_id=changed.pk, **place)
    assert actions_undo.undo(access=bob) is not None
    changed.refresh_from_db()
    assert (changed.text_id, changed.start, changed.end, changed.quote) == old
    assert changed.review_state == ReviewState.ACCEPTED
    way.refresh_from_db()
    assert (way.decided, way.decision) == (None, "")
    assert selectors_reanchoring.waiting_counts(bob, [world.source.pk])[world.source.pk] >= 1
    entry = AuditEntry.objects.get(verb="excerpt.undone")
    assert (entry.before["text"], entry.after["text"]) == (str(text.pk), str(old[0]))
    assert actions_undo.redo(access=bob) is not None
    changed.refresh_from_db()
    way.refresh_from_db()
    assert (changed.text_id, changed.start, changed.quote) == (text.pk, way.start, place["quote"])
    assert (way.decision, way.decided_by, changed.review_state) == ("taken", world.bob, ReviewState.OPEN)


def test_a_place_is_not_undone_once_the_excerpt_went_on(world: World) -> None:
    gone, *_ = world.excerpts
    text = renew(world, "完全不同的一篇文章，说的是别的事情。谁也不会认出它来。")
    tom = world.access("tom")
    place = {"text_id": text.pk, "start": 0, "end": 5, "quote": text.text[:5]}
    actions_reanchoring.place_excerpt(access=tom, excerpt_id=gone.pk, **place)
    renew(world, "加上一段。完全不同的一篇文章，说的是别的事情。谁也不会认出它来。")
    with pytest.raises(Conflict):
        actions_undo.undo(access=tom)


def test_an_excerpt_let_go_and_brought_back_is_open_again(world: World) -> None:
    gone, *_ = world.excerpts
    text = renew(world, "完全不同的一篇文章，说的是别的事情。")
    tom = world.access("tom")
    actions_reanchoring.let_go(access=tom, excerpt_id=gone.pk)
    assert Reanchoring.objects.get(excerpt=gone, to_text=text).decision == "let_go"
    actions_undo.undo(access=tom)
    assert Reanchoring.objects.get(excerpt=gone, to_text=text).decided is None
