"""The reader's page: every character at its place, states of a source without text, roles, scripts."""

from __future__ import annotations

import html
import re

import pytest

from synthesis.sources.models import Source, SourceState
from tests.world import make_source

LEAF = re.compile(r'<(\w+)[^>]* data-start="(\d+)"([^>]*)>(.*?)</\1>', re.DOTALL)


def leaves(page: str):
    for _tag, start, _rest, body in LEAF.findall(page):
        yield int(start), html.unescape(body)


def page_of(world, source=None, name="tom", query="", **headers):
    url = world.url(f"sources/{(source or world.source).pk}/{query}")
    return world.client(name).get(url, headers=headers)


def test_every_character_is_at_its_offset(world):
    text = "标题 <b>\n一 & 二 “三” '四'\n\n😀𠮷 野家\n年\t销\n2021\t<i>\n尾"
    source = make_source(world.workspace, world.bob, title="<script>alert(1)</script>", text=text)
    row = source.text
    row.blocks = [b for b in row.blocks if b["end"] > b["start"]]
    row.blocks[3:5] = [{**row.blocks[3], "kind": "table", "end": row.blocks[4]["end"]}]
    row.save()
    page = page_of(world, source).content.decode()
    found = list(leaves(page))
    assert found
    for start, body in found:
        assert text[start : start + len(body)] == body
    covered = {at for start, body in found for at in range(start, start + len(body))}
    assert {i for i, char in enumerate(text) if not char.isspace()} <= covered
    assert "<script>alert" not in page


def test_the_other_script_has_the_same_offsets(world):
    source = make_source(world.workspace, world.bob, title="t", text="发展的国家\n第二段。")
    source.text.written = "發展的國家\n第二段。"
    source.text.language = "zh-Hant"
    source.text.save()
    simplified = page_of(world, source).content.decode()
    written = page_of(world, source, query="?script=written").content.decode()
    assert [start for start, _ in leaves(simplified)] == [start for start, _ in leaves(written)]
    assert "發展的國家" in written
    assert "发展的国家" in simplified


@pytest.mark.parametrize("name", ["alice", "bob", "rita", "tom", "cara"])
def test_members_read(world, name):
    assert page_of(world, name=name).status_code == 200


def test_who_may_not_tag_can_only_look_for_similar_passages(world):
    for name, tags in (("tom", True), ("cara", False)):
        page = page_of(world, name=name).content.decode()
        assert ("data-tag=" in page, "data-note-open" in page, "data-similar " in page) == (tags, tags, True), name


def test_strangers_find_nothing(world):
    assert page_of(world, name="dave").status_code == 404
    assert page_of(world, name=None).status_code == 302


def waiting(world, **change):
    return Source.objects.create(
        workspace=world.workspace,
        title="later",
        file_name="later.pdf",
        kind="pdf",
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        stored="x",
        created_by=world.bob,
        **change,
    )


def test_a_source_that_is_being_read_shows_progress_and_renews_itself(world):
    source = waiting(world, state=SourceState.QUEUED)
    page = page_of(world, source).content.decode()
    assert "<progress" in page
    assert f"live:source.changed:{source.pk}" in page
    part = page_of(world, source, **{"hx-request": "true"}).content.decode()
    assert part.strip().startswith("<section")


def test_when_the_text_is_there_the_waiting_page_begins_anew(world):
    answer = page_of(world, **{"hx-request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_a_failure_says_why(world):
    source = waiting(world, state=SourceState.FAILED, error="timeout")
    page = page_of(world, source, name="bob").content.decode()
    assert "too long" in page
    assert "Try again" in page
    assert "Try again" not in page_of(world, source, name="cara").content.decode()


def test_as_many_queries_for_a_long_text(world, django_assert_max_num_queries):
    source = make_source(
        world.workspace, world.bob, title="long", text="标题\n" + "\n".join("这是一段话。" * 3 for _ in range(400))
    )
    client = world.client("tom")
    url = world.url(f"sources/{source.pk}/")
    client.get(url)
    with django_assert_max_num_queries(10):
        client.get(url)
