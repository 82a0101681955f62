"""Reports over many texts: the table finds whom to compare with, holds what is current, and can be made anew."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from synthesis.engine.overlap.prepared import prepare
from synthesis.overlap import actions_index, corpus, selectors_index
from synthesis.overlap.models import IndexedText, Posting, PreparedSource, ReportState
from synthesis.sources.models import ReadingText, Source
from tests.engine.overlap.samples import BICYCLES, TEA, text
from tests.overlap.reports import COPIED, made
from tests.world import make_source

APART = "".join(chr(0x5000 + i * 7) for i in range(300))


@pytest.fixture
def many(monkeypatch):
    """As if the sources were too many to be put side by side."""
    monkeypatch.setattr(corpus, "MANY", 0)


def indexed() -> set[str]:
    return set(IndexedText.objects.values_list("text__source__title", flat=True))


def test_a_report_over_many_is_that_over_few(world, many):
    make_source(world.workspace, world.people["bob"], title="茶", text=text(TEA))
    make_source(world.workspace, world.people["bob"], title="车", text=f"{text(BICYCLES)}{COPIED}")
    make_source(world.workspace, world.people["bob"], title="别的", text=APART)
    over_many = made(world, text=f"{COPIED}{TEA[2]}")
    corpus.MANY = 4_000_000
    over_few = made(world, text=f"{COPIED}{TEA[2]}")
    assert over_many.state == ReportState.READY
    assert over_many.result["matched"] == over_few.result["matched"] > len(COPIED)
    named = {source["file"] for source in over_many.result["sources"]}
    assert named == {source["file"] for source in over_few.result["sources"]} - {"别的"}


def test_texts_of_other_scopes_are_not_looked_at(world, many):
    other = make_source(world.workspace, world.people["bob"], title="车", text=text(BICYCLES))
    actions_index.index_text(text=other.text, arrays=prepare(other.text.text))
    draft = prepare(text(BICYCLES[:2]))
    assert selectors_index.sharing(draft, [other.text_id], 9) == [other.text_id]
    assert selectors_index.sharing(draft, [world.source.text_id], 9) == []
    assert selectors_index.sharing(prepare(""), [other.text_id], 9) == []


def test_rare_passages_come_before_frequent_ones(world):
    texts = [text(TEA[:3]), text(TEA[:3]) + "。", text(TEA[:3]) + "！", text(BICYCLES[:1])]
    rows = [make_source(world.workspace, world.people["bob"], title=one[:4], text=one) for one in texts]
    for row in rows:
        actions_index.index_text(text=row.text, arrays=prepare(row.text.text))
    ids = [row.text_id for row in rows]
    draft = prepare(text(TEA[:2] + BICYCLES[:1]))
    assert selectors_index.sharing(draft, ids, 1) == [ids[3]]


def test_a_newer_text_takes_the_place_and_a_deleted_one_leaves_nothing(world):
    source = make_source(world.workspace, world.people["bob"], title="车", text=text(BICYCLES))
    first = actions_index.index_text(text=source.text, arrays=prepare(source.text.text))
    assert first == Posting.objects.count() > 0
    assert actions_index.index_text(text=source.text, arrays=prepare(source.text.text)) == 0
    newer = ReadingText.objects.create(source=source, number=2, text=text(TEA), original="", language="zh", length=9)
    actions_index.index_text(text=newer, arrays=prepare(newer.text))
    assert list(IndexedText.objects.values_list("text_id", flat=True)) == [newer.pk]
    Source.objects.filter(pk=source.pk).update(text=None)
    Source.objects.get(pk=source.pk).delete()
    assert not IndexedText.objects.exists()
    assert not Posting.objects.exists()


def test_the_index_is_made_anew_by_command(world):
    said = StringIO()
    call_command("index_overlap", stdout=said)
    assert indexed() == {world.source.title}
    rows = set(Posting.objects.values_list("seed", flat=True))
    PreparedSource.objects.all().delete()
    IndexedText.objects.update(version=1)
    call_command("index_overlap", stdout=said)
    assert set(Posting.objects.values_list("seed", flat=True)) == rows
    call_command("index_overlap", "--rebuild", stdout=said)
    assert said.getvalue().splitlines() == [f"1 sources indexed, {len(rows)} hashes"] * 3
