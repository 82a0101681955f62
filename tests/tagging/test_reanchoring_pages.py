"""The queue of waiting excerpts, choosing a place, older texts; and how the rest of the product shows an excerpt that waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tagging.test_reanchoring import NEWER, renew

if TYPE_CHECKING:
    from synthesis.sources.models import ReadingText
    from tests.world import World


@pytest.fixture
def newer(world: World) -> ReadingText:
    return renew(world, NEWER.replace("新型血压传感器的进展", "<i>新型</i>血压传感器的进展"))


def test_the_queue_shows_old_and_new_and_each_only_what_they_may(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    page = world.client("tom").get(world.url("reanchoring/")).content.decode()
    assert "<ins>" in page
    assert "<del>" in page
    assert f'id="waiting-{changed.pk}"' in page
    assert f"{changed.pk}/take" not in page  # bob's
    assert f"{changed.pk}/take" in world.client("bob").get(world.url("reanchoring/")).content.decode()
    assert world.client("cara").get(world.url("reanchoring/")).status_code == 403
    assert world.client("dave").get(world.url("reanchoring/")).status_code == 404


def test_taking_a_place_by_htmx_gives_the_queue_without_it(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    way = changed.reanchorings.get()
    client = world.client("bob")
    url = world.url(f"reanchoring/{changed.pk}/take")
    place = {
        "text": newer.pk,
        "start": way.start,
        "end": way.end,
        "quote": newer.text[way.start : way.end],
        "version": 1,
    }
    assert client.post(url, {**place, "quote": "别的话"}, headers={"hx-request": "true"}).status_code == 409
    answer = client.post(url, place, headers={"hx-request": "true"})
    assert answer.status_code == 200
    assert f'id="waiting-{changed.pk}"' not in answer.content.decode()
    again = client.post(url, place, follow=True).content.decode()
    assert "changed this excerpt in the meantime" in again


def test_choosing_a_place_shows_the_new_text_escaped_with_proposals(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    page = world.client("bob").get(world.url(f"reanchoring/{changed.pk}/")).content.decode()
    assert "&lt;i&gt;新型" in page
    assert "data-go-start" in page
    placed = world.excerpts[1]
    assert world.client("bob").get(world.url(f"reanchoring/{placed.pk}/")).status_code == 404


def test_letting_go_with_a_plain_form(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    client = world.client("bob")
    page = client.post(world.url(f"reanchoring/{changed.pk}/let-go"), follow=True).content.decode()
    assert f'id="waiting-{changed.pk}"' not in page
    changed.refresh_from_db()
    assert changed.deleted is not None


def test_everywhere_else_it_is_shown_to_wait(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    client = world.client("bob")
    for name, path in (("bob", "excerpts/"), ("rita", "review/"), ("tom", f"sources/{world.source.pk}/")):
        assert "to be placed" in world.client(name).get(world.url(path)).content.decode(), path
    shown = client.get(world.url(f"sources/{world.source.pk}/excerpts/")).json()["excerpts"]
    assert str(changed.pk) not in {one["id"] for one in shown}
    to = client.get(world.url(f"excerpts/{changed.pk}/"))
    assert f"versions/1/?start={changed.start}&end={changed.end}" in to["Location"]
    old = client.get(to["Location"]).content.decode()
    assert "This is version 1 of the text" in old
    present = client.get(world.url(f"sources/{world.source.pk}/versions/{newer.number}/"))
    assert present.status_code == 302
    assert client.get(world.url(f"sources/{world.source.pk}/versions/9/")).status_code == 404


def test_the_overview_counts_what_waits(world: World, newer: ReadingText) -> None:
    from synthesis.tagging.selectors_counts import tagging_step
    from synthesis.tagging.selectors_reanchoring import waiting_count

    access = world.access("bob")
    assert waiting_count(access) > 0
    assert tagging_step(access).waiting == waiting_count(access)
    assert tagging_step(access).total == len(world.excerpts)
    assert tagging_step(world.access("cara")).waiting <= 1


def test_list_source_page_and_reader_say_how_many_wait_and_lead_to_them(world: World, newer: ReadingText) -> None:
    queue = world.url("reanchoring/") + f"?source={world.source.pk}"
    for path in ("sources/", f"sources/{world.source.pk}/info/", f"sources/{world.source.pk}/"):
        assert f'href="{queue}"' in world.client("tom").get(world.url(path)).content.decode(), path
        # Readers see no excerpts that wait.
        assert f'href="{queue}"' not in world.client("cara").get(world.url(path)).content.decode(), path
    assert f'id="waiting-{world.excerpts[2].pk}"' in world.client("tom").get(queue).content.decode()
    assert world.client("tom").get(world.url("reanchoring/") + "?source=nonsense").status_code == 404


def test_a_place_taken_in_the_queue_of_one_source_is_undone_from_there(world: World, newer: ReadingText) -> None:
    changed = world.excerpts[2]
    way = changed.reanchorings.get()
    quote = newer.text[way.start : way.end]
    place = {"text": newer.pk, "start": way.start, "end": way.end, "quote": quote, "only": world.source.pk}
    client = world.client("bob")
    queue = client.post(world.url(f"reanchoring/{changed.pk}/take"), place, headers={"hx-request": "true"})
    assert "Of “" in queue.content.decode()
    answer = client.post(world.url("undo"), {"source": str(world.source.pk)}, content_type="application/json").json()
    assert (answer["done"], answer["excerpt"]["text"]) == (True, str(changed.text_id))
    assert f'id="waiting-{changed.pk}"' in client.get(world.url("reanchoring/")).content.decode()
