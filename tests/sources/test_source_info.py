"""The info page, the citation form, the JSON of the text, the original as a download, and the single commands."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from synthesis.sources.models import Source, SourceState
from tests.world import make_source


def get(world, tail, who="bob", **headers):
    return world.client(who).get(world.url(f"sources/{world.source.pk}/{tail}"), headers=headers)


def post(world, tail, data=None, who="bob", **headers):
    return world.client(who).post(world.url(f"sources/{world.source.pk}/{tail}"), data or {}, headers=headers)


def garble(world):
    """Gives the world's text some repairs and damage, as the engine describes them."""
    text = world.source.text
    spot = text.text.index("厂商")
    repairs = [
        {"kind": "annotation", "start": 3, "end": 3, "before": f"({chr(0x101)}n)", "after": "", "confidence": 0.9}
        for _ in range(12)
    ]
    repairs += [{"kind": "script", "start": 0, "end": 1, "before": f"字{n}", "after": "新"} for n in range(20)]
    damage = [{"start": spot, "end": spot + 2, "text": "厂商", "reason": "cut", "suggestions": ["厂家", "厂商"]}]
    type(text).objects.filter(pk=text.pk).update(
        repairs=repairs, damage=damage, repairs_count=32, damage_count=1, warnings=["something odd"]
    )


@pytest.mark.parametrize("who", ["alice", "bob", "rita", "tom", "cara"])
def test_members_see_it(world, who):
    garble(world)
    html = get(world, "info/", who).content.decode()
    assert "Pinyin annotations removed" in html
    assert "×12" in html
    assert "12 more changes" in html
    assert "厂家" in html
    assert "something odd" in html
    assert "?start=2&amp;end=3" in html  # a removal at 3: the character before it
    spot = world.source.text.text.index("厂商")
    assert f"?start={spot}&amp;end={spot + 2}&amp;mark=1" in html
    assert ("Save citation data" in html) is (who in {"alice", "bob"})


def test_all_changes_of_one_kind(world):
    garble(world)
    html = get(world, "info/?kind=script").content.decode()
    assert html.count("<del>") == 20
    assert "Pinyin annotations" not in html


@pytest.mark.parametrize("tail", ["info/", "text", "file"])
def test_others_do_not(world, tail):
    assert get(world, tail, "dave").status_code == 404
    assert get(world, tail, None).status_code == 302


def test_htmx_gets_the_facts_alone(world):
    html = get(world, "info/", **{"HX-Request": "true"}).content.decode().strip()
    assert html.startswith('<div id="source-facts"')
    assert "<form" not in html


def test_a_failed_one_without_a_text(world):
    Source.objects.filter(pk=world.source.pk).update(
        text=None, state=SourceState.FAILED, error="died", error_detail="status <b>-11</b>"
    )
    html = get(world, "info/").content.decode()
    assert "could not be read safely" in html
    assert "&lt;b&gt;" in html
    assert get(world, "text", accept="application/json").status_code == 409


def test_text_json_is_the_contracts(world):
    response = get(world, "text", "cara")
    data = response.json()
    text = world.source.text
    assert {"version", "text", "blocks", "sentences"} <= set(data)
    assert (data["version"], data["text"], data["sentences"]) == (text.number, text.text, text.sentences)
    assert get(world, "text", **{"If-None-Match": response["ETag"]}).status_code == 304


def test_the_original_is_only_ever_a_download(world):
    body = b"<script>alert(1)</script>"
    Source.objects.filter(pk=world.source.pk).update(file_name='a"b; 报告.html', media_type="text/html")
    default_storage.save(world.source.stored, ContentFile(body))
    response = get(world, "file", "cara")
    assert b"".join(response.streaming_content) == body
    assert response["Content-Disposition"].startswith("attachment;")
    assert "filename*=utf-8''" in response["Content-Disposition"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("sandbox")


def test_a_missing_original_is_said(world):
    assert get(world, "file").status_code == 409


def test_rename_delete_restore_retry_as_plain_forms(world):
    assert post(world, "rename", {"title": "Neu"}).status_code == 302
    world.source.refresh_from_db()
    assert world.source.title == "Neu"
    assert post(world, "rename", {"title": " "}).status_code == 400
    assert post(world, "delete").status_code == 302
    assert get(world, "info/").status_code == 404
    assert post(world, "delete").status_code == 404
    assert post(world, "restore").status_code == 302
    Source.objects.filter(pk=world.source.pk).update(state=SourceState.FAILED)
    assert post(world, "retry", accept="application/json").status_code == 204
    world.source.refresh_from_db()
    assert world.source.state == SourceState.QUEUED


@pytest.mark.parametrize("verb", ["rename", "cite", "delete", "restore", "retry"])
def test_commands_are_for_writers_and_by_post(world, verb):
    data = {"title": "x", "type": "report"}
    assert get(world, verb).status_code == 405
    assert post(world, verb, data, "cara").status_code == 403
    assert post(world, verb, data, "tom").status_code == 403
    assert post(world, verb, data, "dave").status_code == 404


def test_pasting(world):
    url = world.url("sources/paste")
    client = world.client("bob")
    text = "社区医生的访谈\r\n第一段。<script>"
    assert client.post(url, {"text": text, "title": ""}).status_code == 302
    assert Source.objects.filter(title="社区医生的访谈").count() == 1
    again = client.post(url, {"text": text}, headers={"accept": "application/json"})
    assert again.json()["already"]
    bad = client.post(url, {"text": "  "})
    assert bad.status_code == 400
    assert "Paste some text first." in bad.content.decode()
    assert client.post(url, {"text": "", "title": "x"}, headers={"accept": "application/json"}).status_code == 400
    assert world.client("cara").post(url, {"text": text}).status_code == 403


def test_another_workspaces_source_is_not_here(world):
    from synthesis.workspaces.models import Member

    elsewhere = Member.objects.get(user=world.people["dave"]).workspace
    foreign = make_source(elsewhere, world.people["dave"])
    assert world.client("bob").get(world.url(f"sources/{foreign.pk}/info/")).status_code == 404
