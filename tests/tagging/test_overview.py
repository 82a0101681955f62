"""The list of all excerpts: filters, counts, empty states, roles."""

from __future__ import annotations

import pytest

from synthesis.tagging import selectors_counts
from synthesis.tagging.models import Excerpt, ReviewState
from tests.world import make_excerpt


def quotes(world, query="", name="tom"):
    page = world.client(name).get(world.url(f"excerpts/{query}"))
    assert page.status_code == 200
    return [row["excerpt"].quote for row in page.context["rows"]]


def test_newest_first_with_the_way_to_the_place(world):
    page = world.client("tom").get(world.url("excerpts/")).content.decode()
    assert f"/sources/{world.source.pk}/#e-{world.excerpts[0].pk}" in page
    assert quotes(world) == [row.quote for row in reversed(world.excerpts)]


def test_filters(world):
    e = world.excerpts
    assert quotes(world, "?heading=E") == [e[1].quote]
    assert quotes(world, f"?person={world.bob.pk}") == [e[2].quote]
    assert quotes(world, f"?source={world.source.pk}&heading=T") == [e[0].quote]
    assert quotes(world, "?review=returned") == []
    assert quotes(world, f"?q={e[0].quote[:6]}") == [e[0].quote]
    assert len(quotes(world, "?person=nobody&review=odd&source=x&page=99")) == 3


def test_htmx_gets_the_results_alone(world):
    part = world.client("tom").get(world.url("excerpts/"), headers={"hx-request": "true"}).content.decode()
    assert part.strip().startswith('<div id="excerpt-results"')


def test_readers_see_accepted_ones_only(world):
    assert quotes(world, name="cara") == []
    Excerpt.objects.filter(pk=world.excerpts[0].pk).update(review_state=ReviewState.ACCEPTED)
    assert quotes(world, name="cara") == [world.excerpts[0].quote]
    page = world.client("cara").get(world.url("excerpts/"))
    assert [row.total for row in page.context["matrix"]] == [1]
    assert [str(person) for person in page.context["taggers"]] == ["Tom"]


def test_strangers_find_nothing(world):
    assert world.client("dave").get(world.url("excerpts/")).status_code == 404


def test_nothing_yet_says_what_to_do(world):
    Excerpt.objects.all().delete()
    page = world.client("tom").get(world.url("excerpts/")).content.decode()
    assert "Choose a source" in page
    assert "No matches" in world.client("tom").get(world.url("excerpts/?heading=P")).content.decode()


def test_script_is_text(world):
    Excerpt.objects.update(quote="<script>alert(1)</script>", note="<img src=x onerror=alert(1)>")
    page = world.client("tom").get(world.url("excerpts/")).content.decode()
    assert "<script>alert" not in page
    assert "<img" not in page


@pytest.mark.parametrize("n", [1, 30])
def test_as_many_queries_for_many(world, n, django_assert_max_num_queries):
    for i in range(n):
        make_excerpt(world.source, world.text.text[12 + i : 40 + i], world.headings["P"], world.people["tina"])
    client = world.client("tom")
    client.get(world.url("excerpts/"))
    with django_assert_max_num_queries(12):
        client.get(world.url("excerpts/"))


def test_counts_by_source_and_the_step(world):
    headings = list(world.headings.values())
    (row,) = selectors_counts.counts_by_source(world.access("tom"), headings)
    assert [(cell.heading.key, cell.n, cell.level) for cell in row.cells] == [
        ("P", 1, 5),
        ("E", 1, 5),
        ("S", 0, 0),
        ("T", 1, 5),
    ]
    step = selectors_counts.tagging_step(world.access("tom"))
    assert (step.total, step.waiting) == (3, 0)
    assert selectors_counts.tagging_step(world.access("cara")).total == 0
