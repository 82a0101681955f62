"""A report's page: figures, passages beside their sources, settings that count again, roles, nothing but text."""

from __future__ import annotations

import re
import uuid
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from synthesis.overlap import selectors
from synthesis.overlap.models import OverlapReport
from synthesis.sources.models import Source
from tests.overlap.reports import COPIED, EDITED, OWN, made, order
from tests.world import make_source

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"


def page(world, report, who="bob", query="", **headers):
    return world.client(who).get(world.url(f"overlap-reports/{report.pk}/{query}"), headers=headers)


def words(html: str) -> str:
    """The visible text."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("who", ["alice", "bob", "rita", "tom"])
def test_the_team_reads_it(world, who):
    report = made(world)
    response = page(world, report, who)
    assert response.status_code == 200
    html = response.content.decode()
    assert f"{100 * report.result['ratio']:.1f}" in html
    assert COPIED[:-1] in words(html)
    assert OWN in words(html)


def test_others_do_not(world):
    report = made(world)
    assert page(world, report, "cara").status_code == 403
    assert page(world, report, "dave").status_code == 404
    assert page(world, report, None).status_code == 302
    missing = world.client("bob").get(world.url(f"overlap-reports/{uuid.uuid4()}/"))
    assert missing.status_code == 404


def test_links_lead_to_the_sentence_and_to_the_place_in_the_source(world):
    report = made(world)
    html = page(world, report).content.decode()
    match = selectors.matches_of(report)[0]
    assert f"/sources/{world.source.pk}/?start={match.start}&amp;end={match.end}" in html


def test_the_passages_hold_every_character_of_both_sides(world):
    report = made(world)
    response = page(world, report)
    for view, row in zip(response.context["passages"], selectors.matches_of(report), strict=True):
        assert "".join(p.text for p in view.sides.draft) == report.draft_text[row.draft_start : row.draft_end]
        assert "".join(p.text for p in view.sides.source) == world.text.text[row.start : row.end]
    shown = ["".join(p.text for s in paragraph for p in s.pieces) for paragraph in response.context["paragraphs"]]
    assert shown == report.draft_text.split("\n")


def test_an_edited_passage_shows_what_was_changed(world):
    report = made(world, text=EDITED)
    (view,) = page(world, report).context["passages"]
    assert view.kind == "edited"
    assert [p.text for p in view.sides.draft if p.how == "changed"]
    assert any(p.run >= 13 for p in view.sides.draft)


def test_one_line_says_what_of_the_total_is_word_for_word(world):
    answer = page(world, made(world))
    counted = answer.context["counted"]
    text = answer.content.decode()
    line = " ".join(text.split('id="report-plainly">')[1].split("</p>")[0].split())
    parts = counted.composition.to_json()
    assert (
        f"Of the {100 * counted.ratio:.1f}%, {100 * parts['verbatim'] / counted.counted:.1f}% are word for word" in line
    )
    assert f"{100 * parts['edited'] / counted.counted:.1f}% are edited" in line
    assert f"{100 * parts['similar'] / counted.counted:.1f}% merely resemble" in line


def test_settings_count_again_without_a_new_job(world):
    other = make_source(world.workspace, world.people["bob"], title="另一份", text=f"前言。{COPIED}完。")
    report = made(world)
    whole = page(world, report).context["counted"]
    assert whole.ratio == report.result["ratio"]
    without = page(world, report, query=f"?without={other.pk}&without={world.source.pk}").context["counted"]
    assert without.matched == 0
    behind = page(world, report, query=f"?without={other.pk}")
    assert behind.context["counted"].matched == whole.matched
    assert page(world, report, query="?min=500").context["counted"].matched == 0
    assert page(world, report, query="?hide=verbatim").context["counted"].matched < whole.matched
    report.refresh_from_db()
    assert report.result["ratio"] == whole.ratio


def test_what_is_left_out_is_told_on_paper(world):
    report = made(world)
    response = page(world, report, query=f"?min=13&without={world.source.pk}&hide=common")
    told = response.context["left_out"]
    assert len(told) == 3
    assert world.source.title in told
    assert any("13" in one for one in told)
    assert 'print-only">' in response.content.decode()
    assert page(world, report).context["left_out"] == []


@pytest.mark.parametrize("query", ["?min=x", "?min=-1", "?min=99999999", "?without=nonsense", "?hide=odd", "?min=٣"])
def test_settings_that_mean_nothing_change_nothing(world, query):
    report = made(world)
    response = page(world, report, query=query)
    assert response.status_code == 200
    assert response.context["counted"].ratio == report.result["ratio"]


def test_htmx_gets_the_report_alone(world):
    html = page(world, made(world), **{"HX-Request": "true"}).content.decode().strip()
    assert html.startswith("<div")
    assert html.endswith("</div>")
    assert "<html" not in html


def test_a_waiting_one_shows_its_steps_and_a_failed_one_the_way_on(world):
    report = order(world)
    html = page(world, report).content.decode()
    assert f"live:job.changed:{report.pk}" in html
    assert f"/jobs/{report.job_id}/cancel" in html
    Source.objects.update(deleted="2026-01-01T00:00:00Z")
    failed = made(world)
    html = page(world, failed).content.decode()
    assert 'role="alert"' in html
    assert f"/overlap-reports/{failed.pk}/retry" in html
    response = world.client("bob").post(world.url(f"overlap-reports/{failed.pk}/retry"))
    assert response.status_code == 302
    assert world.client("cara").post(world.url(f"overlap-reports/{failed.pk}/retry")).status_code == 403
    assert world.client("dave").post(world.url(f"overlap-reports/{failed.pk}/retry")).status_code == 404
    assert world.client("bob").get(world.url(f"overlap-reports/{failed.pk}/retry")).status_code == 405


def test_a_source_that_was_deleted_is_shown_but_not_linked(world):
    report = made(world)
    Source.objects.update(deleted="2026-01-01T00:00:00Z")
    html = page(world, report).content.decode()
    assert world.source.title in html
    assert f"/sources/{world.source.pk}/?start" not in html


def test_script_is_text(world):
    source = make_source(world.workspace, world.people["bob"], title=SCRIPT, text=f"{SCRIPT}{COPIED}{SCRIPT}")
    report = made(world, text=f"{SCRIPT}{COPIED}", title=SCRIPT)
    for who, tail in (("bob", f"overlap-reports/{report.pk}/"), ("bob", "overlap-reports/")):
        html = world.client(who).get(world.url(tail)).content.decode()
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "&lt;script&gt;" in html
    assert source.title == SCRIPT


def test_queries_do_not_grow_with_the_passages(world):
    def count(report: OverlapReport, query: str = "") -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(world, report, query=query).status_code == 200
        return len(queries)

    few = made(world, text=COPIED)
    many = made(world, text="\n".join(f"{OWN}{COPIED}{i}" for i in range(30)))
    count(few)
    assert count(few) == count(many)
    assert count(few, f"?without={world.source.pk}") == count(many, f"?without={world.source.pk}")


def test_the_list(world):
    client = world.client("tom")
    assert 'class="empty"' in client.get(world.url("overlap-reports/")).content.decode()
    report = made(world)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            html = client.get(world.url("overlap-reports/")).content.decode()
        assert f"{100 * report.result['ratio']:.1f}" in html
        return len(queries)

    one = count()
    for _ in range(3):
        made(world)
        order(world)
    assert count() <= one + 1  # the jobs of those that wait, all at once
    assert world.client("cara").get(world.url("overlap-reports/")).status_code == 403
    assert world.client("dave").get(world.url("overlap-reports/")).status_code == 404
    part = client.get(world.url("overlap-reports/"), headers={"HX-Request": "true"}).content.decode().strip()
    assert part.startswith('<section id="report-list"')


def test_the_overview_counts_reports(world):
    made(world)
    assert selectors.overlap_step(world.access("tom")).total == 1
    assert selectors.overlap_step(world.access("cara")).total == 0
