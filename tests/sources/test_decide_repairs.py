"""Deciding about repairs: the text is made anew, exactly, in any order, and reading the file again keeps to it."""

from __future__ import annotations

import json

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra.models import AuditEntry, OutboxEntry
from synthesis.sources.actions import store_read_text
from synthesis.sources.models import MadeFrom, Source

BODY = "基層醫(yī)療機構的設(shè)備更新很慢。\n第二段說的是別的事\ue000情。"


@pytest.fixture
def source(world):
    """A source whose file has two annotations and one damaged place."""
    row = Source.objects.get(pk=world.source.pk)
    store_read_text(row, build_reading_text(Extraction(blocks=(ExtractedBlock(BODY),))), actor_id=None)
    row.refresh_from_db()
    assert [r["kind"] for r in row.text.repairs if r["kind"] != "script"] == ["annotation", "annotation"]
    assert len(row.text.damage) == 1
    return row


def marks(world, source, who="bob"):
    return world.client(who).get(world.url(f"sources/{source.pk}/repairs/")).json()


def decide(world, source, *changes, who="bob", text=None, at=0):
    body = {"text": text or str(Source.objects.get(pk=source.pk).text_id), "at": at, "changes": list(changes)}
    url = world.url(f"sources/{source.pk}/repairs/decide")
    headers = {"accept": "application/json"}
    return world.client(who).post(url, json.dumps(body), content_type="application/json", headers=headers)


def wish(kind, mark, name, text=""):
    start, end = mark["at"]
    return {"wish": kind, "kind": name, "start": start, "end": end, "text": text}


def text_of(source):
    return Source.objects.get(pk=source.pk).text


def test_one_is_put_back_and_mended_again(world, source):
    before = text_of(source)
    first, second = marks(world, source)["repairs"]
    assert (first["before"], first["after"], first["kind"]) == ("(yī)", "", "annotation")
    at = before.text.index("更新")
    answer = decide(world, source, wish("revert", first, "annotation"), at=at).json()
    now = text_of(source)
    assert (str(now.pk), now.made_from, now.made_by) == (answer["text"], MadeFrom.REPAIRS, world.bob)
    assert now.text.startswith("基层医(yī)疗机构的设备更新")
    assert now.text[answer["at"] :].startswith("更新")
    shown = marks(world, source)
    assert [one["before"] for one in shown["repairs"]] == ["(shè)"]
    (put_back,) = shown["putBack"]
    assert now.text[put_back["start"] : put_back["end"]] == "(yī)"
    decide(world, source, wish("revert", second, "annotation"))
    assert "设(shè)备" in text_of(source).text
    # Taken back in the order in which nobody would do it.
    decide(world, source, wish("restore", first, "annotation"))
    assert text_of(source).text.startswith("基层医疗机构的设(shè)备")
    assert decide(world, source, *answer["undo"]).json()["undo"] == []
    decide(world, source, wish("restore", second, "annotation"))
    now = text_of(source)
    assert (now.text, now.repairs, now.offset_map) == (before.text, before.repairs, before.offset_map)
    assert Source.objects.get(pk=source.pk).decisions == {}


def test_damage_is_mended_by_a_person(world, source):
    (place,) = marks(world, source)["damage"]
    answer = decide(world, source, wish("choose", place, "damage", "實")).json()
    now = text_of(source)
    assert "别的事实情" in now.text
    assert "別的事實情" in now.written
    assert now.damage_count == 0
    (chosen,) = (one for one in marks(world, source)["repairs"] if one["kind"] == "chosen")
    assert (chosen["after"], chosen["confidence"]) == ("实", 1.0)
    # Its own mark leads to it again, and so does the way back.
    decide(world, source, wish("choose", chosen, "chosen", "體"))
    assert "别的事体情" in text_of(source).text
    decide(world, source, *answer["undo"])
    assert text_of(source).damage_count == 1
    decide(world, source, wish("accept", place, "damage"))
    assert (text_of(source).damage_count, text_of(source).text) == (0, source.text.text)


def test_a_kind_is_switched_off_but_one_stays(world, source):
    first, _second = marks(world, source)["repairs"]
    decide(world, source, {"wish": "off", "kind": "annotation"})
    assert "医(yī)疗" in text_of(source).text
    assert "设(shè)备" in text_of(source).text
    decide(world, source, wish("restore", first, "annotation"))
    assert "医疗" in text_of(source).text
    assert "设(shè)备" in text_of(source).text
    decide(world, source, {"wish": "on", "kind": "annotation"})
    assert text_of(source).text == source.text.text


def test_read_again_it_keeps_to_what_was_decided(world, source):
    first, _second = marks(world, source)["repairs"]
    decide(world, source, wish("revert", first, "annotation"))
    row = Source.objects.get(pk=source.pk)
    store_read_text(row, build_reading_text(Extraction(blocks=(ExtractedBlock("前言。\n" + BODY),))), actor_id=None)
    assert "基层医(yī)疗机构的设备更新" in text_of(source).text
    assert text_of(source).made_from == MadeFrom.REPAIRS


def test_one_entry_each_and_the_rooms_above_hear_it(world, source):
    first, second = marks(world, source)["repairs"]
    before = AuditEntry.objects.count()
    both = [wish("revert", first, "annotation"), wish("revert", second, "annotation")]
    decide(world, source, *both)
    entries = list(AuditEntry.objects.order_by("pk"))[before:]
    assert [entry.verb for entry in entries] == ["repair.reverted", "repair.reverted"]
    said = OutboxEntry.objects.filter(topic="source.text_changed").latest("pk").payload
    assert (said["from_text"], said["to_text"]) == (str(source.text_id), str(text_of(source).pk))
    # Wished again, nothing changes and nothing is made.
    assert decide(world, source, *both).json()["undo"] == []
    assert source.texts.count() == text_of(source).number


def test_another_text_meanwhile_is_a_conflict(world, source):
    first, second = marks(world, source)["repairs"]
    old = str(source.text_id)
    assert decide(world, source, wish("revert", first, "annotation"), text=old).status_code == 200
    late = decide(world, source, wish("revert", second, "annotation"), text=old)
    assert (late.status_code, late.json()["code"]) == (409, "text_changed")
    gone = decide(world, source, {"wish": "revert", "kind": "annotation", "start": 0, "end": 1})
    assert gone.status_code == 409


@pytest.mark.parametrize(
    "change",
    [
        {"wish": "destroy"},
        {"wish": "revert", "kind": "annotation", "start": -1, "end": 2},
        {"wish": "revert", "kind": "annotation", "start": 5, "end": 2},
        {"wish": "choose", "kind": "damage", "start": 0, "end": 1, "text": "a\nb"},
        {"wish": "choose", "kind": "damage", "start": 0, "end": 1, "text": "字" * 201},
        {"wish": "off", "kind": "script"},
        "revert",
    ],
)
def test_what_makes_no_sense_is_refused(world, source, change):
    assert decide(world, source, change).status_code == 400


def test_a_form_is_put_back_alone_and_shown_as_written_again(world, source):
    read = text_of(source)
    place = read.text.index("构")
    assert not any(one["kind"] == "script" for one in marks(world, source)["repairs"])
    url = world.url(f"sources/{source.pk}/repairs/?form={place}")
    (form,) = [one for one in world.client("bob").get(url).json()["repairs"] if one["kind"] == "script"]
    assert (form["before"], form["after"]) == ("構", "构")
    assert decide(world, source, wish("off", form, "script")).status_code == 400
    answer = decide(world, source, wish("revert", form, "script"))
    assert text_of(source).text == read.text.replace("构", "構")
    assert AuditEntry.objects.filter(verb="repair.reverted").count() == 1
    assert [one["kind"] for one in marks(world, source)["putBack"]] == ["script"]
    assert decide(world, source, *answer.json()["undo"]).status_code == 200
    assert text_of(source).text == read.text


def test_who_may(world, source):
    first, _second = marks(world, source, "cara")["repairs"]
    for who in ("cara", "tom", "rita"):
        assert decide(world, source, wish("revert", first, "annotation"), who=who).status_code == 403
    assert decide(world, source, wish("revert", first, "annotation"), who="dave").status_code == 404
    assert "医(yī)" not in text_of(source).text


def test_the_page_lists_decisions_with_the_way_back(world, source):
    client = world.client("bob")
    url, info = world.url(f"sources/{source.pk}/repairs/decide"), world.url(f"sources/{source.pk}/info/")
    assert "Good to work with, but for 1 place" in client.get(info).content.decode()
    client.post(url, {"wish": "off", "kind": "annotation"})
    (place,) = marks(world, source)["damage"]
    decide(world, source, wish("choose", place, "damage", "<b>"))
    html = client.get(info).content.decode()
    assert "Switched off: Pinyin annotations removed" in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in html
    start, end = place["at"]
    client.post(url, {"wish": "restore", "kind": "damage", "start": start, "end": end})
    client.post(url, {"wish": "on", "kind": "annotation"})
    assert "Decided by people" not in client.get(info).content.decode()
    assert "Switch on again" not in world.client("cara").get(info).content.decode()
