"""SIGKILL of the worker in the middle of extraction, drafting and reporting: the job ends done, with one result."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import pytest

from synthesis.drafting import actions as drafting
from synthesis.drafting.models import Draft, DraftState, Paragraph, Revision
from synthesis.infra.models import Job
from synthesis.overlap import actions as overlap
from synthesis.overlap.models import OverlapReport
from synthesis.sources import actions as sources
from synthesis.sources.models import ReadingText, Source, SourceState
from tests.reliability.work import kill_worker_in_the_middle, long_text, wait_for
from tests.world import World, make_excerpt, make_source, make_world

if TYPE_CHECKING:
    from tests.live_stack import LiveStack


@pytest.fixture
def world(live_stack: LiveStack) -> World:
    return make_world()


def test_extraction(live_stack: LiveStack, world: World) -> None:
    def begin(number: int) -> Job:
        text = long_text(9_000, seed=number)
        source = sources.paste_text(access=world.access("bob"), text=text, title=f"Long {number}").source
        return Job.objects.get(pk=source.job_id)

    job = kill_worker_in_the_middle(live_stack, begin)
    source = Source.objects.get(pk=job.args["source"])
    assert source.state == SourceState.READY
    assert ReadingText.objects.filter(source=source).count() == 1


def test_drafting(live_stack: LiveStack, world: World) -> None:
    text = long_text(160, seed=1)
    source = make_source(world.workspace, world.bob, title="Figures", text=text)
    for sentence in [s + "。" for s in text.replace("\n", "").split("。") if s][:60]:
        for key in ("E", "T"):
            make_excerpt(source, sentence, world.headings[key], world.tom)

    def begin(number: int) -> Job:
        draft = drafting.create_draft(access=world.access("bob"), keys=["E", "T"], title=f"Draft {number}")
        return Job.objects.get(pk=draft.job_id)

    job = kill_worker_in_the_middle(live_stack, begin)
    draft = Draft.objects.get(pk=job.args["draft"])
    assert draft.state == DraftState.DRAFT
    assert Revision.objects.filter(draft=draft).count() == 1
    positions = list(Paragraph.objects.filter(draft=draft).values_list("position", flat=True))
    assert sorted(positions) == list(range(len(positions)))


def test_reporting(live_stack: LiveStack, world: World) -> None:
    for number in range(8):
        make_source(world.workspace, world.bob, title=f"S{number}", text=long_text(3_000, seed=number))
    copied = "".join(long_text(3_000, seed=3).split("\n")[40:160])

    def begin(number: int) -> Job:
        report = overlap.request_report(
            access=world.access("bob"),
            draft_id=uuid.uuid4(),
            revision=number,
            title="Copied",
            draft_text=copied,
            segments=[],
        )
        return Job.objects.get(pk=report.job_id)

    job = kill_worker_in_the_middle(live_stack, begin)
    report = OverlapReport.objects.get(pk=job.args["report"])
    assert report.result["ratio"] > 0.95
    places = list(report.matches.values_list("position", flat=True))
    assert places == list(range(len(places)))


def test_a_published_job_survives_an_emptied_broker(live_stack: LiveStack, world: World) -> None:
    live_stack.kill("worker")
    added = [
        sources.paste_text(access=world.access("bob"), text=long_text(5, seed=n), title=f"T{n}").source
        for n in range(5)
    ]
    live_stack.flush_broker()
    live_stack.start("worker")
    wait_for(
        "all sources to be ready",
        lambda: Source.objects.filter(pk__in=[s.pk for s in added], state=SourceState.READY).count() == len(added),
    )
    assert ReadingText.objects.filter(source__in=added).count() == len(added)
