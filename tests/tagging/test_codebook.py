"""Headings: made, changed, deleted by owners; keys once and not the reader's own."""

from __future__ import annotations

import pytest

from synthesis.infra.models import AuditEntry, Event
from synthesis.tagging.models import Heading


def save(world, who="alice", **data):
    given = {"key": "L", "name": "法律", "description": "", "heading": ""} | data
    return world.client(who).post(world.url("headings/save"), given)


def test_everybody_sees_the_codebook(world):
    for name in ("alice", "tom", "cara"):
        page = world.client(name).get(world.url("headings/"))
        assert page.status_code == 200
        assert "经济" in page.content.decode()
    assert "A new heading" not in world.client("tom").get(world.url("headings/")).content.decode()


def test_a_new_heading(world):
    assert save(world).status_code == 302
    row = Heading.objects.get(workspace=world.workspace, key="L")
    assert row.position == 4
    assert AuditEntry.objects.get(target_id=row.pk).verb == "heading.created"
    assert Event.objects.filter(kind="headings.changed").count() == 1


def test_changing_one(world):
    row = world.headings["P"]
    save(world, heading=str(row.pk), key="p", name="<b>Politics</b>", description="law")
    row.refresh_from_db()
    assert (row.key, row.name, row.description) == ("P", "<b>Politics</b>", "law")
    assert "<b>Politics" not in world.client("tom").get(world.url("headings/")).content.decode()


@pytest.mark.parametrize(
    "wrong", [{"key": "LL"}, {"key": "政"}, {"key": "J"}, {"name": " "}, {"key": "E"}, {"key": ""}]
)
def test_what_is_refused_keeps_what_was_typed(world, wrong):
    answer = save(world, **{"description": "typed words", **wrong})
    assert answer.status_code == 422
    assert "typed words" in answer.content.decode()
    assert Heading.objects.filter(workspace=world.workspace).count() == 4


def test_deleting(world):
    client = world.client("alice")
    used, unused = world.headings["P"], world.headings["S"]
    assert client.post(world.url(f"headings/{used.pk}/delete")).status_code == 422
    assert client.post(world.url(f"headings/{unused.pk}/delete")).status_code == 302
    assert client.post(world.url(f"headings/{unused.pk}/delete")).status_code == 404
    assert Heading.objects.get(pk=used.pk).deleted is None


@pytest.mark.parametrize(("person", "status"), [("bob", 403), ("cara", 403), ("dave", 404)])
def test_who_may(world, person, status):
    assert save(world, person).status_code == status
    url = world.url(f"headings/{world.headings['S'].pk}/delete")
    assert world.client(person).post(url).status_code == status
