"""What the reader's script asks for: all excerpts of a source, tagging, changing, undoing, over HTTP."""

from __future__ import annotations

import json

import pytest

from synthesis.tagging import selectors
from synthesis.tagging.models import Excerpt, ReviewState
from tests.world import make_excerpt, make_text

JSON = {"accept": "application/json"}


def post(client, url, data):
    return client.post(url, json.dumps(data), "application/json", headers=JSON)


def new(world, **change):
    text = world.text
    return {"text": str(text.pk), "start": 12, "end": 20, "quote": text.text[12:20], "headings": ["P"]} | change


@pytest.fixture
def url(world) -> str:
    return world.url(f"sources/{world.source.pk}/excerpts/")


def test_all_excerpts_in_the_order_of_the_text(world, url):
    data = world.client("tom").get(url).json()
    assert data["text"] == str(world.text.pk)
    assert [one["start"] for one in data["excerpts"]] == sorted(one["start"] for one in data["excerpts"])
    row = Excerpt.objects.get(pk=data["excerpts"][0]["id"])
    assert data["excerpts"][0] == json.loads(json.dumps(selectors.describe(row)))


def test_offsets_of_an_older_text_are_left_out(world, url):
    world.source.text = make_text(world.source, "新的文字。", number=2)
    world.source.save()
    data = world.client("tom").get(url).json()
    assert (data["text"], data["excerpts"]) == (str(world.source.text.pk), [])


def test_readers_see_accepted_ones_only(world, url):
    Excerpt.objects.filter(pk=world.excerpts[1].pk).update(review_state=ReviewState.ACCEPTED)
    data = world.client("cara").get(url).json()
    assert [one["id"] for one in data["excerpts"]] == [str(world.excerpts[1].pk)]
    assert data["suggestions"] == []
    hidden = world.url(f"excerpts/{world.excerpts[0].pk}/")
    assert world.client("cara").get(hidden, headers={"hx-request": "true"}).status_code == 404


def test_as_many_queries_for_many(world, url, django_assert_max_num_queries):
    client = world.client("tom")
    client.get(url)
    for i in range(30):
        make_excerpt(world.source, world.text.text[12 + i : 40 + i], world.headings["P"], world.people["tina"])
    with django_assert_max_num_queries(12):
        client.get(url)


def test_tagging(world, url):
    answer = post(world.client("tom"), url, new(world, note="<script>alert(1)</script>"))
    assert answer.status_code == 201
    assert answer.json()["excerpt"]["note"] == "<script>alert(1)</script>"


def test_a_quote_that_differs(world, url):
    answer = post(world.client("tom"), url, new(world, quote="no"))
    assert answer.status_code == 409
    assert answer.json()["code"] == "quote_differs"


@pytest.mark.parametrize(
    "change",
    [
        {"text": "nothing"},
        {"start": "x"},
        {"end": None},
        {"start": True},
        {"headings": "P"},
        {"headings": [["P"]]},
        {"quote": 5},
        {"note": {}},
        {"end": 2**40},
    ],
)
def test_bad_input(world, url, change):
    assert post(world.client("tom"), url, new(world, **change)).status_code == 400


@pytest.mark.parametrize("body", ["{", "[]", "null", "\ud800".encode("utf-8", "surrogatepass")])
def test_no_json(world, url, body):
    assert world.client("tom").post(url, body, "application/json", headers=JSON).status_code == 400


@pytest.mark.parametrize(("person", "status"), [("cara", 403), ("dave", 404), (None, 401)])
def test_who_may_tag(world, url, person, status):
    assert post(world.client(person), url, new(world)).status_code == status


def test_retag_note_delete_undo(world):
    client, row = world.client("tom"), world.excerpts[0]
    place = world.url(f"excerpts/{row.pk}/")
    assert post(client, place + "retag", {"headings": ["S"], "version": 1}).json()["excerpt"]["headings"] == ["S"]
    assert post(client, place + "retag", {"headings": ["P"], "version": 1}).status_code == 409
    assert post(client, place + "note", {"note": "new"}).json()["excerpt"]["note"] == "new"
    gone = post(client, place + "delete", {}).json()["excerpt"]
    assert gone == {"id": str(row.pk), "version": 4}
    back = post(client, world.url("undo"), {}).json()
    assert back["done"]
    assert back["excerpt"]["note"] == "new"
    assert post(client, world.url("redo"), {}).json() == {"done": True, "deleted": True, "excerpt": {"id": str(row.pk)}}
    assert post(client, world.url("redo"), {}).json()["done"] is False


@pytest.mark.parametrize(("person", "status"), [("tina", 403), ("cara", 403), ("dave", 404)])
def test_who_may_change(world, person, status):
    for verb, data in (("retag", {"headings": ["P"]}), ("note", {"note": "x"}), ("delete", {})):
        url = world.url(f"excerpts/{world.excerpts[0].pk}/{verb}")
        assert post(world.client(person), url, data).status_code == status


def test_the_open_card_shows_script_as_text(world):
    row = world.excerpts[0]
    Excerpt.objects.filter(pk=row.pk).update(note="<script>alert(1)</script>")
    page = world.client("tom").get(world.url(f"excerpts/{row.pk}/"), headers={"hx-request": "true"}).content.decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_plain_link_to_an_excerpt_leads_to_its_place(world):
    answer = world.client("tom").get(world.url(f"excerpts/{world.excerpts[0].pk}/"))
    assert answer.status_code == 302
    assert answer.url.endswith(f"sources/{world.source.pk}/#e-{world.excerpts[0].pk}")


def test_words_in_either_script_find_the_quote(world):
    found = selectors.search_excerpts(world.access("tom"), words="監管部門")
    assert [row.pk for row in found] == [world.excerpts[2].pk]


def test_unstorable_characters_in_words(world):
    assert list(selectors.search_excerpts(world.access("tom"), words="a\x00b")) == []
