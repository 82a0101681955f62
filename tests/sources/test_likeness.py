"""Sources that are (nearly) another one are found after reading, shown with what differs, and kept or deleted."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from synthesis.infra import jobs, leases
from synthesis.sources import actions, selectors_likeness, tasks_versions
from synthesis.sources.models import Likeness, Source
from tests.world import make_source

if TYPE_CHECKING:
    from tests.world import World


def sentences(seed: int, count: int = 30) -> list[str]:
    source = random.Random(seed)
    return ["".join(chr(0x4E00 + source.randrange(3000)) for _ in range(18)) + "。" for _ in range(count)]


def liken(source: Source) -> None:
    tasks_versions.liken_when_ready({"source": str(source.pk)})
    job = jobs.Job.objects.filter(kind=tasks_versions.LIKEN_JOB, args__source=str(source.pk)).latest("created")
    leases.run(job.pk)
    job.refresh_from_db()
    assert job.state == "done", job.error


@pytest.fixture
def pair(world: World) -> tuple[Source, Source]:
    lines = sentences(1)
    one = make_source(world.workspace, world.bob, title="第一份", text="".join(lines))
    changed = [*lines[:10], "这里换成了另外一句完全不一样的话。", *lines[11:29], "<b>结尾</b>也不同了。"]
    two = make_source(world.workspace, world.bob, title="第二份", text="".join(changed))
    far = make_source(world.workspace, world.bob, title="无关", text="".join(sentences(2)))
    for source in (far, one, two):
        liken(source)
    return one, two


def test_near_ones_are_told_on_list_and_page(world: World, pair: tuple[Source, Source]) -> None:
    one, two = pair
    (row,) = Likeness.objects.all()
    assert {row.source_id, row.other_id} == {one.pk, two.pk}
    assert 0.85 < row.share < 1
    page = world.client("bob").get(world.url("sources/")).content.decode()
    assert page.count("% the same as") == 2
    assert "% the same as 第二份" in world.client("cara").get(world.url(f"sources/{one.pk}/info/")).content.decode()


def test_what_differs_is_shown_escaped(world: World, pair: tuple[Source, Source]) -> None:
    one, two = pair
    page = world.client("tom").get(world.url(f"sources/{one.pk}/likeness/{two.pk}/")).content.decode()
    assert page.count("data-difference=") == 2
    assert "另外一句" in page
    assert "&lt;" in page
    assert "<b>结尾" not in page
    assert world.client("dave").get(world.url(f"sources/{one.pk}/likeness/{two.pk}/")).status_code == 404
    other = Source.objects.get(title="无关")
    assert world.client("tom").get(world.url(f"sources/{one.pk}/likeness/{other.pk}/")).status_code == 404


def test_the_figure_over_the_differences_says_what_it_counts(world: World) -> None:
    lines = sentences(4)
    one = make_source(world.workspace, world.bob, title="原序", text="".join(lines))
    two = make_source(world.workspace, world.bob, title="换序", text="".join([*lines[3:], *lines[:3]]))
    liken(one)
    liken(two)
    page = world.client("bob").get(world.url(f"sources/{one.pk}/likeness/{two.pk}/")).content.decode()
    # Three sentences of thirty moved: 27 × 18 characters are left in their order.
    assert "486 of the 540 counted characters of the shorter text (90%)" in page
    assert "also counts passages that moved" in page


def test_keeping_both_is_remembered_and_deleting_ends_it(world: World, pair: tuple[Source, Source]) -> None:
    one, two = pair
    assert world.client("tom").post(world.url(f"sources/{one.pk}/likeness/{two.pk}/keep")).status_code == 403
    assert world.client("bob").post(world.url(f"sources/{one.pk}/likeness/{two.pk}/keep")).status_code == 302
    liken(two)
    access = world.access("bob")
    assert selectors_likeness.alike_of(access, [one.pk, two.pk]) == {}
    Likeness.objects.update(dismissed_by=None)
    assert set(selectors_likeness.alike_of(access, [one.pk])) == {one.pk}
    actions.delete_source(access=access, source=two)
    assert selectors_likeness.alike_of(access, [one.pk]) == {}


def test_the_same_counted_text_in_another_file_is_the_same_text(world: World) -> None:
    text = "".join(sentences(3))
    one = make_source(world.workspace, world.bob, title="原来的", text=text)
    two = make_source(world.workspace, world.bob, title="换了标点的", text=text.replace("。", " ；"))
    liken(one)
    liken(two)
    liken(two)
    assert Likeness.objects.get().share == 1.0
    (alike,) = selectors_likeness.alike_of(world.access("cara"), [two.pk])[two.pk]
    assert alike.same
    page = world.client("bob").get(world.url(f"sources/{two.pk}/likeness/{one.pk}/")).content.decode()
    assert "same letters and digits" in page
