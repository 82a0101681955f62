"""The list of sources: who sees it, what it shows, filters, constant queries, and nothing but text from people."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from synthesis.infra.models import Job, JobState
from synthesis.sources.models import Source, SourceState
from tests.world import World, make_source

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"


def page(world, who="bob", tail="sources/", **headers):
    return world.client(who).get(world.url(tail), headers=headers)


@pytest.mark.parametrize("who", ["alice", "bob", "rita", "tom", "cara"])
def test_members_see_it(world, who):
    response = page(world, who)
    assert response.status_code == 200
    assert "血压传感器" in response.content.decode()


def test_others_do_not(world):
    assert page(world, "dave").status_code == 404
    assert page(world, None).status_code == 302


@pytest.mark.parametrize(("who", "may"), [("bob", True), ("cara", False), ("tom", False)])
def test_only_writers_get_the_dropzone(world, who, may):
    html = page(world, who).content.decode()
    assert ("data-dropzone" in html) is may
    assert ("data-source-delete" in html) is may


def test_htmx_gets_the_list_alone(world):
    html = page(world, **{"HX-Request": "true"}).content.decode().strip()
    assert html.startswith("<section")
    assert html.endswith("</section>")


def test_one_row_alone(world):
    html = page(world, tail=f"sources/?row={world.source.pk}", **{"HX-Request": "true"}).content.decode()
    assert html.count("<li") == 1
    assert page(world, tail="sources/?row=nonsense").status_code == 404
    assert page(world, "dave", tail=f"sources/?row={world.source.pk}").status_code == 404


def test_filters(world):
    failed = make_source(world.workspace, world.people["bob"], title="Kaputt", text="anders")
    failed.state, failed.error = SourceState.FAILED, "unreadable"
    failed.save()
    cases = {
        "?q=kaputt": (True, False),
        "?q=血压": (False, True),
        "?q=血壓傳感": (False, True),
        "?state=failed": (True, False),
        "?state=ready": (False, True),
        "?state=active": (False, False),
        "?state=damaged": (False, False),
        "?state=nonsense": (True, True),
        "?q=%00": (True, True),
        "?page=999": (True, True),
        "?state=deleted": (False, False),
    }
    for query, (sees_failed, sees_ready) in cases.items():
        html = page(world, tail=f"sources/{query}").content.decode()
        assert (f"source-{failed.pk}" in html, f"source-{world.source.pk}" in html) == (sees_failed, sees_ready), query


def test_a_failed_one_says_why_and_offers_a_retry_to_writers(world):
    world.source.state, world.source.error = SourceState.FAILED, "timeout"
    world.source.save()
    for who, offered in (("bob", True), ("cara", False)):
        html = page(world, who).content.decode()
        assert "took too long" in html
        assert ("/retry" in html) is offered


def test_a_running_one_shows_its_step_and_progress(world):
    job = Job.objects.create(
        kind="sources.extract", key="k", state=JobState.RUNNING, step="Opening the file", progress=0.25
    )
    world.source.state, world.source.job_id = SourceState.READING, job.pk
    world.source.save()
    html = page(world).content.decode()
    assert "Opening the file" in html
    assert 'value="0.25"' in html


def test_figures_of_the_text_lead_to_the_info_page(world):
    text = world.source.text
    type(text).objects.filter(pk=text.pk).update(repairs_count=7, damage_count=2)
    html = page(world).content.decode()
    assert "7 repairs" in html
    assert "2 damaged places" in html
    assert f"/sources/{world.source.pk}/info/#damage" in html


def test_script_in_title_and_file_name_is_text(world):
    world.source.title = world.source.file_name = SCRIPT
    world.source.save()
    for tail in ("sources/", f"sources/?row={world.source.pk}", f"sources/{world.source.pk}/info/"):
        html = page(world, tail=tail).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "&lt;script&gt;alert" in html


def test_an_empty_workspace_says_what_to_do(world):
    type(world.source).objects.update(deleted="2026-01-01T00:00:00Z")
    assert "No sources yet" in page(world).content.decode()
    assert "Restore" in page(world, tail="sources/?state=deleted").content.decode()


def test_queries_do_not_grow_with_the_rows(world):
    def count():
        with CaptureQueriesContext(connection) as queries:
            assert page(world).status_code == 200
        return len(queries)

    client_warm = count()
    for number in range(50):
        make_source(world.workspace, world.people["bob"], title=f"S{number}", text=f"Text {number}")
    assert count() == client_warm


def test_the_text_itself_is_not_loaded(world):
    with CaptureQueriesContext(connection) as queries:
        page(world)
    assert not any('"synthesis_readingtext"."text"' in query["sql"] for query in queries)


def test_a_long_kind_is_shown_in_the_letters_its_badge_has_room_for(world: World) -> None:
    source = make_source(world.workspace, world.bob, title="讲座字幕", text="北港池有十四米深。")
    Source.objects.filter(pk=source.pk).update(kind="subtitles", file_name="talk.srt")
    page = world.client("bob").get(world.url("sources/")).content.decode()
    assert 'class="file-kind" aria-hidden="true">sub<' in page
