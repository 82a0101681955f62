"""Sources and excerpts through `/api/v1/`."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from synthesis.sources.models import Source
from synthesis.tagging.models import Excerpt
from tests.api.caller import Caller
from tests.filled_world import FilledWorld
from tests.world import make_excerpt

PLAIN = "监管部门公布了新的目录。\n".encode()


def file(name: str, content: bytes = PLAIN) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def test_several_files_under_any_field_name(world: FilledWorld, caller: Caller) -> None:
    answer = caller.send(
        "sources", file=[file("a.txt"), file("b.md", b"# Heading\n\nText.")], files=file("c.txt", b"c")
    )
    assert answer.status_code == 201
    rows = answer.json()
    assert {row["name"] for row in rows} == {"a.txt", "b.md", "c.txt"}
    for row in rows:
        assert str(Source.objects.get(pk=row["id"]).job_id) == row["job"]
        assert caller.get(f"/jobs/{row['job']}").json()["state"] == "queued"


def test_the_same_file_is_here_already(caller: Caller) -> None:
    first = caller.send("sources", file=file("a.txt"))
    again = caller.send("sources", file=file("again.txt"))
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json()[0]["already"]
    assert again.json()[0]["id"] == first.json()[0]["id"]


def test_one_bad_file_does_not_stop_the_others(caller: Caller) -> None:
    rows = caller.send("sources", file=[file("empty.txt", b""), file("good.txt")]).json()
    assert [bool(row["id"]) for row in rows] == [False, True]
    assert rows[0]["code"] == "empty"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [("empty.txt", b"", "empty"), ("../x.txt", PLAIN, "name_path"), ("a.pdf", b"\x7fELF" + bytes(99), "executable")],
    ids=["empty", "path", "program"],
)
def test_a_refused_file_is_told_and_not_stored(caller: Caller, name: str, content: bytes, code: str) -> None:
    before = Source.objects.count()
    head = f'--end\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'.encode()
    body = head + content + b"\r\n--end--\r\n"
    answer = caller.client.post(caller.path("sources"), body, content_type="multipart/form-data; boundary=end")
    assert answer.status_code == 400
    assert answer.json()["code"] == code
    assert answer.json()["detail"]
    assert Source.objects.count() == before


def test_a_request_without_files_is_told(caller: Caller) -> None:
    assert caller.send("sources").json()["code"] == "no_file"


def test_show_source_and_text(world: FilledWorld, caller: Caller) -> None:
    shown = caller.get(f"sources/{world.source.pk}").json()
    assert shown["state"] == "ready"
    assert (shown["text_version"], shown["length"]) == (1, world.text.length)
    assert {"id", "title", "state", "text_version", "length", "repairs", "damage", "warnings"} <= set(shown)
    text = caller.get(f"sources/{world.source.pk}/text").json()
    assert text["text"] == world.text.text
    assert {"version", "text", "blocks", "sentences"} <= set(text)
    listed = caller.get("sources").json()
    assert [row["id"] for row in listed] == [str(world.source.pk)]


def test_a_failed_source_says_why(world: FilledWorld, caller: Caller) -> None:
    failed = world.failed_source()
    shown = caller.get(f"sources/{failed.pk}").json()
    assert shown["state"] == "failed"
    assert shown["error"]
    assert caller.get(f"sources/{failed.pk}/text").status_code == 409


def new_excerpt(world: FilledWorld, **changed: Any) -> dict[str, Any]:
    start = world.text.text.index("420")
    body = {"source": str(world.source.pk), "version": 1, "start": start, "end": start + 5, "headings": ["E"]}
    return {**body, "quote": world.text.text[start : start + 5], **changed}


def test_create_excerpt(world: FilledWorld, caller: Caller) -> None:
    answer = caller.post("excerpts", new_excerpt(world, note="销量"))
    assert answer.status_code == 201
    row = Excerpt.objects.get(pk=answer.json()["id"])
    assert (row.quote, row.note, row.created_by) == ("420万台", "销量", world.bob)


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"quote": "421万台"}, 409, "quote_differs"),
        ({"version": 2}, 409, "text_changed"),
        ({"start": -1}, 400, "span"),
        ({"end": 10**9}, 400, "span"),
        ({"headings": []}, 400, "heading"),
        ({"headings": ["Q"]}, 400, "heading"),
        ({"headings": "E"}, 400, "schema"),
        ({"source": "x"}, 400, "schema"),
    ],
)
def test_excerpts_are_checked(world: FilledWorld, caller: Caller, changed: Any, status: int, code: str) -> None:
    answer = caller.post("excerpts", new_excerpt(world, **changed))
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_an_excerpt_of_another_place_is_not_found(world: FilledWorld, caller: Caller) -> None:
    assert caller.post("excerpts", new_excerpt(world, source=str(uuid.uuid4()))).status_code == 404


def ids(answer: Any) -> list[str]:
    return [row["id"] for row in answer.json()["items"]]


def test_list_excerpts(world: FilledWorld, caller: Caller) -> None:
    assert ids(caller.get("excerpts")) == sorted(str(e.pk) for e in world.excerpts)
    assert ids(caller.get("excerpts", heading="E")) == [str(world.excerpts[1].pk)]
    assert ids(caller.get("excerpts", tagger=str(world.bob.pk))) == [str(world.excerpts[2].pk)]
    assert ids(caller.get("excerpts", source=str(uuid.uuid4()))) == []
    assert ids(caller.get("excerpts", q="监管部门")) == [str(world.excerpts[2].pk)]
    first = caller.get("excerpts").json()["items"][0]
    assert (first["version"], first["placed"]) == (1, True)
    assert caller.get("excerpts", source="x").status_code == 400


def test_excerpts_come_in_pages(world: FilledWorld, caller: Caller, django_assert_max_num_queries) -> None:
    for char in range(120):
        make_excerpt(world.source, world.text.text[char], world.headings["E"], world.tom)
    with django_assert_max_num_queries(12):
        first = caller.get("excerpts")
    second = caller.get("excerpts", after=first.json()["after"])
    assert (len(ids(first)), len(ids(second))) == (100, 23)
    assert second.json()["after"] is None
    assert len({*ids(first), *ids(second)}) == 123


def test_a_reader_gets_accepted_excerpts_only(world: FilledWorld) -> None:
    assert ids(Caller(world, "cara").get("excerpts")) == [str(world.accepted.pk)]
