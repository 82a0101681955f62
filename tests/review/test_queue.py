"""The page of review: tabs for each role, filters, constant queries, nothing but text."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from synthesis.review import actions
from synthesis.tagging.models import Excerpt
from tests.review.drafts import make_draft
from tests.world import make_excerpt

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"


def page(world, who="rita", query="", **headers):
    return world.client(who).get(world.url(f"review/{query}"), headers=headers)


def quotes(world, query):
    return [row["excerpt"].quote for row in page(world, query=query).context["rows"]]


def test_the_reviewer_sees_what_waits_in_its_place(world):
    html = page(world).content.decode()
    for excerpt in world.excerpts:
        assert excerpt.quote in html
        assert f"/excerpts/{excerpt.pk}/accept" in html
    first = world.excerpts[1]
    assert world.text.text[first.start - 8 : first.start].strip() in html
    rows = page(world).context["rows"]
    assert [row["excerpt"].start for row in rows] == sorted(row["excerpt"].start for row in rows)


def test_filters(world):
    e = world.excerpts
    assert quotes(world, "?heading=T") == [e[0].quote]
    assert quotes(world, f"?person={world.bob.pk}") == [e[2].quote]
    actions.accept_excerpt(access=world.access("rita"), excerpt=e[2])
    assert e[2].quote not in quotes(world, "?show=excerpts")
    assert quotes(world, "?state=accepted") == [e[2].quote]
    assert len(quotes(world, "?person=x&source=y&state=odd&page=99")) == 2
    assert quotes(world, "?heading=%00") == []
    assert 'class="empty"' in page(world, query="?show=excerpts&heading=S").content.decode()


@pytest.mark.parametrize(
    ("who", "tabs"),
    [
        ("rita", ["excerpts", "drafts", "returned", "history"]),
        ("alice", ["excerpts", "drafts", "returned", "history"]),
        ("tom", ["returned", "drafts", "history"]),
        ("bob", ["returned", "drafts", "history"]),
    ],
)
def test_tabs_by_role(world, who, tabs):
    for show in ("", *tabs, "odd"):
        response = page(world, who, f"?show={show}")
        assert response.status_code == 200
        assert [tab["name"] for tab in response.context["tabs"]] == tabs


def test_readers_see_nothing_of_it_and_strangers_not_even_that(world):
    make_draft(world, title="geheim", state="in_review")
    for show in ("", "excerpts", "drafts", "returned", "history"):
        html = page(world, "cara", f"?show={show}").content.decode()
        assert world.excerpts[0].quote not in html
        assert "geheim" not in html
    assert page(world, "dave").status_code == 404
    assert page(world, None).status_code == 302


def test_what_opens_first_is_what_waits(world):
    assert page(world, "rita").context["show"] == "excerpts"
    Excerpt.objects.update(review_state="accepted")
    make_draft(world, state="in_review")
    assert page(world, "rita").context["show"] == "drafts"
    assert page(world, "tom").context["show"] == "drafts"


def test_empty_states_say_what_comes_next(world):
    Excerpt.objects.all().delete()
    for show in ("excerpts", "drafts", "returned", "history"):
        html = page(world, query=f"?show={show}").content.decode()
        assert html.count('class="empty"') == 1, show


def test_drafts_can_be_opened_and_judged(world):
    draft = make_draft(world)
    actions.submit_draft(access=world.access("bob"), draft=draft, comment="请先看第一点。")
    html = page(world, query="?show=drafts").content.decode()
    assert "请先看第一点。" in html
    assert f"/drafts/{draft.pk}/approve" in html
    assert 'name="revision" value="1"' in html
    other = page(world, "tom", "?show=drafts").content.decode()
    assert f"/drafts/{draft.pk}/approve" not in other
    assert f"/drafts/{draft.pk}/withdraw" not in other
    assert f"/drafts/{draft.pk}/withdraw" in page(world, "bob", "?show=drafts").content.decode()


def test_htmx_gets_the_queue_alone(world):
    html = page(world, **{"HX-Request": "true"}).content.decode().strip()
    assert html.startswith('<div id="review-queue"')
    assert "<html" not in html


def test_script_is_text(world):
    Excerpt.objects.update(quote=SCRIPT, note=SCRIPT)
    world.source.title = SCRIPT
    world.source.save()
    draft = make_draft(world, title=SCRIPT)
    actions.submit_draft(access=world.access("bob"), draft=draft, comment=SCRIPT)
    actions.return_excerpt(access=world.access("rita"), excerpt=world.excerpts[0], comment=SCRIPT)
    for who, show in (("rita", "excerpts"), ("rita", "drafts"), ("tom", "returned"), ("rita", "history")):
        html = page(world, who, f"?show={show}").content.decode()
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("who", "show"), [("rita", "excerpts"), ("rita", "drafts"), ("tom", "returned"), ("tom", "history")]
)
def test_queries_do_not_grow_with_the_rows(world, who, show):
    def fill(n):
        for i in range(n):
            kept = make_excerpt(
                world.source, world.text.text[12 + i : 30 + i], world.headings["P"], world.people["tom"]
            )
            gone = make_excerpt(
                world.source, world.text.text[13 + i : 30 + i], world.headings["P"], world.people["tom"]
            )
            assert kept.pk != gone.pk
            actions.return_excerpt(access=world.access("rita"), excerpt=gone, comment="请再看。")
            actions.submit_draft(access=world.access("bob"), draft=make_draft(world), comment="请看。")

    def count():
        with CaptureQueriesContext(connection) as queries:
            assert page(world, who, f"?show={show}").status_code == 200
        return len(queries)

    fill(1)
    count()
    few = count()
    fill(12)
    assert count() == few
