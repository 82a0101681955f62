"""Acts on many sources: each with its own audit entry, by people who may, with failures told; and the archive."""

from __future__ import annotations

import io
import zipfile

import pytest
from asgiref.sync import async_to_sync
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from synthesis.infra.models import AuditEntry, Job
from synthesis.sources import actions_bulk
from synthesis.sources.archive import zipped
from synthesis.sources.downloads import ThreadedStream
from synthesis.sources.models import Source, SourceState
from tests.world import make_source

JSON = {"Accept": "application/json"}


@pytest.fixture
def three(world):
    others = [make_source(world.workspace, world.bob, title=t, text=f"Text von {t}.") for t in ("Zwei", "Drei")]
    made = [world.source, *others]
    for source in made:
        default_storage.save(source.stored, ContentFile(source.text.text.encode()))
    return made


def send(world, verb, who="bob", headers=JSON, **body):
    return world.client(who).post(world.url(f"sources/bulk/{verb}"), body, headers=headers)


def ids(sources):
    return [str(source.pk) for source in sources]


def test_deleting_and_bringing_back_are_one_entry_each(world, three):
    result = send(world, "delete", source=ids(three[:2])).json()
    assert sorted(result["done"]) == sorted(ids(three[:2]))
    assert list(Source.objects.filter(deleted__isnull=True)) == [three[2]]
    assert AuditEntry.objects.filter(verb="source.deleted", actor_id=world.bob.pk).count() == 2
    send(world, "restore", source=ids(three[:2]))
    assert Source.objects.filter(deleted__isnull=True).count() == 3
    assert AuditEntry.objects.filter(verb="source.restored").count() == 2


def test_all_that_match_a_filter(world, three):
    result = send(world, "delete", all="1", filter="q=zwei").json()
    assert result["done"] == [str(three[1].pk)]


def test_what_fails_is_told_and_the_rest_is_done(world, three):
    Source.objects.filter(pk=three[1].pk).update(state=SourceState.FAILED)
    result = send(world, "retry", source=[*ids(three[:2]), str(world.workspace.pk), "nonsense"]).json()
    assert result["done"] == [str(three[1].pk)]
    assert [one["title"] for one in result["failed"]] == ["血压传感器", "A source"]
    assert Job.objects.filter(kind="sources.extract").count() == 1


def test_a_page_is_sent_back_with_words(world, three):
    client = world.client("bob")
    url = world.url("sources/bulk/delete")
    html = client.post(url, {"source": ids(three[:2])}, follow=True).content.decode()
    assert "2 sources deleted." in html
    assert client.post(url, {}).status_code == 400


@pytest.mark.parametrize(("who", "status"), [("cara", 403), ("tom", 403), ("dave", 404)])
def test_who_may_not(world, three, who, status):
    for verb in ("delete", "restore", "retry"):
        assert send(world, verb, who=who, source=ids(three)).status_code == status
    assert Source.objects.filter(deleted__isnull=True).count() == 3


def test_other_workspaces_are_out_of_reach(world, three):
    other = world.dave.memberships.get().workspace
    client = world.client("dave")
    answer = client.post(f"/w/{other.pk}/sources/bulk/delete", {"source": ids(three)}, headers=JSON).json()
    assert answer["done"] == []
    assert client.post(f"/w/{other.pk}/sources/bulk/download", {"source": ids(three)}).status_code == 400


def test_more_than_one_go_changes_is_said(world, three, monkeypatch):
    monkeypatch.setattr(actions_bulk, "MOST_AT_ONCE", 2)
    answer = send(world, "delete", all="1", filter="").json()
    assert len(answer["done"]) == 2
    assert answer["more"] is True


def test_the_archive_holds_every_original_once(world, three):
    Source.objects.filter(pk__in=ids(three[1:])).update(file_name="same.txt")
    default_storage.delete(three[2].stored)
    response = send(world, "download", who="cara", source=ids(three))
    assert response["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert archive.testzip() is None
        assert set(archive.namelist()) == {"same.txt", "血压传感器.txt", "missing.txt"}
        assert archive.read("血压传感器.txt").decode() == three[0].text.text
        assert "same.txt" in archive.read("missing.txt").decode()


def test_the_archive_numbers_equal_names_and_is_sent_in_steps(world, three):
    for source in three:
        source.file_name = "A.txt" if source is three[0] else "a.txt"

    async def collect():
        return [part async for part in ThreadedStream(zipped(three))]

    parts = async_to_sync(collect)()
    assert len(parts) > 3
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
        assert archive.namelist() == ["A.txt", "a (2).txt", "a (3).txt"]


def test_too_large_an_archive_is_refused(world, three):
    Source.objects.filter(pk=three[0].pk).update(size=3 * 1024**3)
    response = send(world, "download", source=ids(three))
    assert response.status_code == 400
    assert "Select fewer" in response.json()["detail"]
