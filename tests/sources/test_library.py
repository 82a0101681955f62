"""Filters and order of the list, and what it shows of the tagging."""

from __future__ import annotations

import pytest

from synthesis.sources.models import ReadingText, Source
from synthesis.tagging.models import ReviewState
from tests.world import make_excerpt, make_source


@pytest.fixture
def library(world):
    world.long = make_source(world.workspace, world.bob, title="阿长", text="一段很长的英文。" * 40)
    world.small = make_source(world.workspace, world.bob, title="Bericht", text="短。")
    Source.objects.filter(pk=world.small.pk).update(kind="pdf")
    ReadingText.objects.filter(pk=world.small.text_id).update(language="en", damage_count=9)
    make_excerpt(world.long, "很长的英文", world.headings["S"], world.tina)
    return world


def shown(world, who="bob", **query):
    html = world.client(who).get(world.url("sources/"), query, headers={"HX-Request": "true"}).content.decode()
    titles = {world.source.pk: "血压传感器", world.long.pk: "阿长", world.small.pk: "Bericht"}
    places = {title: html.find(f'id="source-{pk}"') for pk, title in titles.items()}
    return sorted((title for title, at in places.items() if at >= 0), key=lambda title: places[title])


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({}, ["Bericht", "阿长", "血压传感器"]),
        ({"sort": "oldest"}, ["血压传感器", "阿长", "Bericht"]),
        ({"sort": "size"}, ["阿长", "血压传感器", "Bericht"]),
        ({"sort": "excerpts"}, ["血压传感器", "阿长", "Bericht"]),
        ({"sort": "damage"}, ["Bericht", "阿长", "血压传感器"]),
        ({"sort": "nonsense"}, ["Bericht", "阿长", "血压传感器"]),
        ({"kind": "pdf"}, ["Bericht"]),
        ({"language": "en"}, ["Bericht"]),
        ({"coverage": "none"}, ["Bericht"]),
        ({"coverage": "S"}, ["阿长"]),
        ({"coverage": "-S"}, ["Bericht", "血压传感器"]),
        ({"coverage": "\x00"}, ["Bericht", "阿长", "血压传感器"]),
        ({"tagger": "x"}, ["Bericht", "阿长", "血压传感器"]),
        ({"coverage": "S", "kind": "pdf"}, []),
    ],
)
def test_filters_and_order(library, query, titles):
    assert shown(library, **query) == titles


def test_titles_are_ordered(library):
    assert set(shown(library, sort="title")) == {"Bericht", "阿长", "血压传感器"}


def test_by_person(library):
    assert shown(library, tagger=str(library.tina.pk)) == ["阿长"]
    assert shown(library, tagger=str(library.dave.pk)) == []


def test_readers_are_shown_what_is_accepted(library):
    assert shown(library, "cara", coverage="S") == []
    library.long.excerpts.update(review_state=ReviewState.ACCEPTED)
    assert shown(library, "cara", coverage="S") == ["阿长"]


def test_coverage_is_drawn_and_choices_are_offered(library):
    html = library.client("bob").get(library.url("sources/")).content.decode()
    assert 'aria-label="政治: 1, 经济: 1, 社会: 0, 技术: 1"' in html
    for words in ("Without excerpts under", "All types", "All languages", "Tagged by anybody"):
        assert words in html


def test_a_filter_that_shows_nothing_leads_to_the_texts(library):
    html = library.client("bob").get(library.url("sources/"), {"q": "很长的"}).content.decode()
    assert "in the texts" in html
    assert "/search/?q=" in html
