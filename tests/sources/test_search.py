"""Full-text search: what finds what, where it leads, who may look, and that the index follows the sources."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from synthesis.infra import leases
from synthesis.infra.models import Job
from synthesis.sources import actions, actions_search, selectors_search
from synthesis.sources.models import SearchPiece, Source
from tests.world import make_source, make_text

SCRIPT = "<script>alert('x')</script>"
LATIN = "COVID-19 sensors cost 1,200 dollars. The café “ＡＢＣ” opened."


def index_all() -> None:
    call_command("index_sources", "--all", verbosity=0)


def run_jobs() -> None:
    for job in Job.objects.filter(kind=actions_search.INDEX_JOB, state="queued"):
        leases.run(job.pk)


@pytest.fixture
def indexed(world, capsys):
    world.latin = make_source(world.workspace, world.bob, title="Latin", text=LATIN)
    world.script = make_source(world.workspace, world.bob, title=SCRIPT, text=f"标题\n这里有{SCRIPT}一段血压代码。")
    index_all()
    return world


def found(world, typed, who="cara"):
    return {row.source.title for row in selectors_search.search(world.access(who), typed).rows}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("可穿戴", {"血压传感器"}),
        ("血壓計", {"血压传感器"}),
        ("血压", {"血压传感器", SCRIPT}),
        ("袖", {"血压传感器"}),
        ("接受度高于预期", {"血压传感器"}),
        ("２０２２年", {"血压传感器"}),
        ("18.5%", {"血压传感器"}),
        ("诊所 袖带", {"血压传感器"}),
        ("诊所 代码", set()),
        ("度接", set()),
        ("台。同比", {"血压传感器"}),
        ("covid-19", {"Latin"}),
        ("sens", {"Latin"}),
        ('"sens"', set()),
        ("1200", {"Latin"}),
        ("cafe abc", {"Latin"}),
        ('"abc opened"', {"Latin"}),
        ("不在这里", set()),
        ("' | 血压 & !", {"血压传感器", SCRIPT}),
        ("\x00 %", set()),
    ],
)
def test_what_is_typed_finds_what_it_should(indexed, typed, titles):
    assert found(indexed, typed) == titles


def test_places_lead_to_the_characters(indexed):
    (row,) = selectors_search.search(indexed.access("cara"), "動態血壓").rows
    (place,) = row.snippets
    assert indexed.text.text[place.start : place.end] == "动态血压"
    assert [text for text, marked in place.parts if marked] == ["动态血压"]
    html = indexed.client("cara").get(indexed.url("search/"), {"q": "動態血壓"}).content.decode()
    assert f"/sources/{indexed.source.pk}/?start={place.start}&amp;end={place.end}" in html
    assert "<mark>动态血压</mark>" in html
    assert "1 place" in html


def test_texts_and_titles_are_only_text(indexed):
    for query in ({"q": "血压代码"}, {"q": SCRIPT}):
        html = indexed.client("bob").get(indexed.url("search/"), query).content.decode()
        assert SCRIPT not in html
        assert "&lt;script&gt;" in html


def test_strangers_and_other_workspaces(indexed):
    assert indexed.client("dave").get(indexed.url("search/"), {"q": "血压"}).status_code == 404
    other = indexed.dave.memberships.get().workspace
    html = indexed.client("dave").get(f"/w/{other.pk}/search/", {"q": "血压"}).content.decode()
    assert "Nothing found" in html


def test_empty_page_says_how_and_odd_queries_do_no_harm(indexed):
    client = indexed.client("cara")
    assert "In quotes" in client.get(indexed.url("search/")).content.decode()
    for query in ({"q": "。。"}, {"q": "血压", "page": "99"}, {"q": "血压", "page": "x"}, {"q": "血" * 5000}):
        assert client.get(indexed.url("search/"), query).status_code == 200


def test_signs_alone_are_said_not_to_be_searched(indexed):
    client = indexed.client("cara")
    said = "Signs alone are not searched for"
    assert said in client.get(indexed.url("search/"), {"q": "%_ 😀"}).content.decode()
    assert said not in client.get(indexed.url("search/"), {"q": " "}).content.decode()
    assert said not in client.get(indexed.url("search/"), {"q": "不在这里"}).content.decode()


def test_sources_of_one_title_are_told_apart_by_their_files(indexed):
    Source.objects.filter(title="Latin").update(title="血压传感器", file_name="第二份.txt")
    html = indexed.client("cara").get(indexed.url("search/"), {"q": "opened"}).content.decode()
    assert "第二份.txt" in html


def test_boilerplate_is_not_searched(world):
    text = make_source(world.workspace, world.bob, title="Chrome", text="正文一段。\n版权所有请勿转载").text
    text.blocks[1]["kind"] = "boilerplate"
    text.save()
    index_all()
    assert found(world, "正文") == {"Chrome"}
    assert found(world, "版权所有") == set()


def test_the_index_follows_a_source(world, django_capture_on_commit_callbacks):
    access = world.access("bob")
    with django_capture_on_commit_callbacks(execute=True):
        text = make_text(world.source, "第二版里有激光雷达。", number=2)
        Source.objects.filter(pk=world.source.pk).update(text=text)
        actions.outbox.put("source.ready", {"source": str(world.source.pk)})
    run_jobs()
    assert found(world, "激光雷达") == {world.source.title}
    assert found(world, "柔性薄膜") == set()
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete_source(access=access, source=world.source)
    assert found(world, "激光雷达") == set()
    assert not SearchPiece.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        actions.restore_source(access=access, source=world.source)
    run_jobs()
    assert found(world, "激光雷达") == {world.source.title}


def test_a_deleted_source_is_not_found_even_before_the_index_knows(indexed):
    Source.objects.filter(pk=indexed.latin.pk).update(deleted="2026-01-01T00:00:00Z")
    assert found(indexed, "covid") == set()


def test_missing_ones_are_indexed_by_the_command(world, capsys):
    call_command("index_sources")
    assert "1 sources" in capsys.readouterr().out
    call_command("index_sources")
    assert "0 sources" in capsys.readouterr().out


def test_similar_passages_are_found_and_marked(indexed):
    close = "该团队改用柔性薄膜来取代充气的袖带，单次测量时间只要20秒。"
    make_source(indexed.workspace, indexed.bob, title="另一份", text=f"引言\n其他事情与此无关。{close}天气很好。")
    index_all()
    start = indexed.text.text.index("研究团队")
    span = {"source": str(indexed.source.pk), "start": start, "end": start + 30}
    html = indexed.client("cara").get(indexed.url("search/similar/"), span).content.decode()
    assert "另一份" in html
    assert "<mark>用柔性薄膜</mark>" in html
    assert html.count("found-source") < 6
    html = indexed.client("cara").get(indexed.url("search/similar/"), {"text": close}).content.decode()
    assert html.index("另一份") < html.index("血压传感器")


def test_similar_refuses_what_cannot_be(indexed):
    client, url = indexed.client("cara"), indexed.url("search/similar/")
    assert client.get(url, {"source": str(indexed.source.pk), "start": 5, "end": 4}).status_code == 400
    assert client.get(url, {"source": str(indexed.source.pk), "start": 0, "end": 10**9}).status_code == 400
    assert client.get(url, {"source": str(indexed.workspace.pk), "start": 0, "end": 4}).status_code == 404
    assert client.get(url, {"source": "x"}).status_code == 200
    assert indexed.client("dave").get(url).status_code == 404
    assert "No similar passage" in client.get(url, {"text": "龘龘龘龘"}).content.decode()
