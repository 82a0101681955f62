"""A newer version of a source: read beside it, then in its place; whatever goes wrong leaves the source as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.model import TEXT_VERSION
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra import leases
from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import AuditEntry, Job, OutboxEntry
from synthesis.infra.sandbox import ParserFailed
from synthesis.sources import actions, actions_versions, reading_files, selectors, selectors_versions
from synthesis.sources.models import Likeness, MadeFrom, NewVersion, ReadingText, Source

if TYPE_CHECKING:
    from tests.world import World

FIRST = "试点门诊的月度报告。\n参与者每天测量三次，记录由护士核对。"
SECOND = "试点门诊的季度报告。\n参与者每天测量两次，记录由护士核对。"


@pytest.fixture(autouse=True)
def _reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of the sandbox: lines as blocks; a text that begins with a cross cannot be read."""

    def read(path, kind, *, on_progress=None, **_more):
        text = path.read_text()
        if text.startswith("×"):
            raise ParserFailed("unreadable", "")
        return build_reading_text(Extraction(blocks=tuple(ExtractedBlock(line) for line in text.splitlines())))

    monkeypatch.setattr(reading_files, "read_source", read)


@pytest.fixture
def source(world: World) -> Source:
    made = actions.add_source(access=world.access("bob"), file_name="一.txt", chunks=[FIRST.encode()]).source
    leases.run(made.job_id)
    made.refresh_from_db()
    return made


def add(world: World, source: Source, text: str, name: str = "二.txt") -> NewVersion:
    return actions_versions.add_version(
        access=world.access("bob"), source=source, file_name=name, chunks=[text.encode()]
    )


def run(new: NewVersion, source: Source) -> Job:
    leases.run(new.job_id)
    new.refresh_from_db()
    source.refresh_from_db()
    return Job.objects.get(pk=new.job_id)


def test_the_file_and_its_text_take_the_place_of_the_sources(world: World, source: Source) -> None:
    before, old_file = source.text, source.stored
    new = add(world, source, SECOND)
    source.refresh_from_db()
    assert (source.text_id, source.stored, source.state) == (before.pk, old_file, "ready")
    assert run(new, source).state == "done"
    assert source.text_id != before.pk
    assert source.text.number == 2
    assert "季度" in source.text.text
    assert (source.file_name, source.sha256, new.state, new.text_id) == ("二.txt", new.sha256, "ready", source.text_id)
    before.refresh_from_db()
    assert (before.file_name, before.stored) == ("一.txt", old_file)
    said = OutboxEntry.objects.get(topic="source.text_changed").payload
    assert said == {"source": str(source.pk), "from_text": str(before.pk), "to_text": str(source.text_id)}
    assert AuditEntry.objects.filter(verb="source.renewed").count() == 1
    shown = selectors_versions.versions_of(world.access("cara"), source)
    assert [(one.number, one.file_name, one.present) for one in shown] == [(2, "二.txt", True), (1, "一.txt", False)]
    for number, text in ((1, FIRST), (2, SECOND)):
        answer = world.client("cara").get(world.url(f"sources/{source.pk}/versions/{number}/file"))
        assert b"".join(answer.streaming_content).decode() == text
        assert "attachment" in answer["Content-Disposition"]


def test_run_twice_it_is_done_once(world: World, source: Source) -> None:
    new = add(world, source, SECOND)
    run(new, source)
    run(new, source)
    assert ReadingText.objects.filter(source=source).count() == 2


def test_one_that_cannot_be_read_leaves_the_source_as_it_was(world: World, source: Source) -> None:
    before = (source.text_id, source.file_name, source.sha256)
    new = add(world, source, "×" + SECOND)
    assert run(new, source).state == "failed"
    assert (new.state, new.error) == ("failed", "unreadable")
    assert (source.text_id, source.file_name, source.sha256, source.state) == (*before, "ready")
    client = world.client("bob")
    page = client.get(world.url(f"sources/{source.pk}/info/")).content.decode()
    assert "The file is damaged and cannot be opened." in page
    assert client.post(world.url(f"sources/{source.pk}/versions/{new.pk}/retry")).status_code == 302
    new.refresh_from_db()
    assert new.state == "queued"
    run(new, source)
    assert client.post(world.url(f"sources/{source.pk}/versions/{new.pk}/dismiss")).status_code == 302
    assert not NewVersion.objects.exists()


def test_known_files_are_refused(world: World, source: Source) -> None:
    with pytest.raises(Invalid) as refused:
        add(world, source, FIRST)
    assert refused.value.code == "same"
    other = actions.add_source(access=world.access("bob"), file_name="别.txt", chunks=[SECOND.encode()]).source
    with pytest.raises(Conflict) as taken:
        add(world, source, SECOND)
    assert taken.value.current["source"] == str(other.pk)
    with pytest.raises(Invalid):
        add(world, source, "", name="空.txt")
    with pytest.raises(Forbidden):
        actions_versions.paste_version(access=world.access("tom"), source=source, text=SECOND)
    assert not NewVersion.objects.exists()


def test_the_file_became_another_source_meanwhile(world: World, source: Source) -> None:
    new = add(world, source, SECOND)
    actions.add_source(access=world.access("bob"), file_name="别.txt", chunks=[SECOND.encode()])
    run(new, source)
    assert (new.state, new.error) == ("failed", "already")
    assert source.file_name == "一.txt"


def test_one_at_a_time_by_file_or_by_paste(world: World, source: Source) -> None:
    client = world.client("bob")
    url = world.url(f"sources/{source.pk}/versions/add")
    answer = client.post(url, {"text": SECOND}, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["state"]) == (201, "queued")
    file = SimpleUploadedFile("三.txt", "第三个版本的正文。".encode())
    again = client.post(url, {"file": file}, headers={"accept": "application/json"})
    assert again.status_code == 409
    empty = client.post(url, {"text": " "}, follow=True)
    assert "Paste some text first." in empty.content.decode()
    assert NewVersion.objects.count() == 1


def older(source: Source) -> None:
    """As if an earlier reader had read the source's file."""
    ReadingText.objects.filter(source=source).update(reader_version=TEXT_VERSION - 1)
    source.refresh_from_db()


def shown(world: World, source: Source, path: str = "info/") -> str:
    return str(world.client("bob").get(world.url(f"sources/{source.pk}/{path}")).content.decode())


def test_a_file_is_read_again_when_an_earlier_reader_read_it(
    world: World, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Read again" not in shown(world, source)
    with pytest.raises(Invalid) as refused:
        actions_versions.read_again(access=world.access("bob"), source=source)
    assert refused.value.code == "current"
    older(source)
    before = source.text
    assert "Read again" in shown(world, source)
    reader = reading_files.read_source
    monkeypatch.setattr(
        reading_files,
        "read_source",
        lambda path, kind, **more: build_reading_text(
            Extraction(blocks=(ExtractedBlock("补上的标题"), *(ExtractedBlock(one) for one in FIRST.splitlines())))
        ),
    )
    answer = world.client("bob").post(
        world.url(f"sources/{source.pk}/versions/again"), headers={"accept": "application/json"}
    )
    assert (answer.status_code, answer.json()["state"]) == (201, "queued")
    run(NewVersion.objects.get(), source)
    monkeypatch.setattr(reading_files, "read_source", reader)
    assert source.text.text.startswith("补上的标题")
    assert source.text.reader_version == TEXT_VERSION
    assert OutboxEntry.objects.get(topic="source.text_changed").payload["from_text"] == str(before.pk)
    versions = selectors_versions.versions_of(world.access("cara"), source)
    assert [(one.number, one.why, one.file_name) for one in versions] == [
        (2, "the same file, read again", "一.txt"),
        (1, "file", "一.txt"),
    ]
    assert "Read again" not in shown(world, source)


def test_the_same_text_is_no_version(world: World, source: Source) -> None:
    older(source)
    new = actions_versions.read_again(access=world.access("bob"), source=source)
    before = source.text_id
    run(new, source)
    assert (source.text_id, source.texts.count(), source.state) == (before, 1, "ready")
    assert (new.state, new.text_id) == ("ready", before)
    assert source.text.reader_version == TEXT_VERSION
    assert not OutboxEntry.objects.filter(topic="source.text_changed").exists()


def test_decisions_about_repairs_read_no_file(world: World, source: Source) -> None:
    older(source)
    reading = build_reading_text(Extraction(blocks=(ExtractedBlock(SECOND),)))
    text = actions.store_text(source, reading, actor_id=None, made_from=MadeFrom.REPAIRS)
    assert text.reader_version == TEXT_VERSION - 1


def test_a_source_goes_back_to_an_earlier_file(world: World, source: Source) -> None:
    first, stored = source.text, source.stored
    assert "versions/1/return" not in shown(world, source)
    run(add(world, source, SECOND), source)
    assert "versions/1/return" in shown(world, source)
    assert world.client("bob").post(world.url(f"sources/{source.pk}/versions/1/return")).status_code == 302
    run(NewVersion.objects.get(state="queued"), source)
    assert (source.text.number, source.text.text, source.stored) == (3, first.text, stored)
    versions = selectors_versions.versions_of(world.access("cara"), source)
    assert [(one.file_name, one.other_file) for one in versions] == [
        ("一.txt", False),
        ("二.txt", True),
        ("一.txt", False),
    ]
    with pytest.raises(Invalid) as refused:
        actions_versions.read_again(access=world.access("bob"), source=source, number=3)
    assert refused.value.code == "same"


def test_many_are_read_again_at_once(world: World, source: Source) -> None:
    client, url = world.client("bob"), world.url("sources/")
    for one in Source.objects.exclude(pk=source.pk):
        one.texts.update(reader_version=TEXT_VERSION)
    assert 'value="outdated"' not in client.get(url).content.decode()
    older(source)
    page = client.get(url).content.decode()
    assert 'value="outdated"' in page
    assert "?state=outdated" in page
    rows = list(selectors.list_sources(world.access("bob"), selectors.Wish(state="outdated")))
    assert [row.pk for row in rows] == [source.pk]
    ids = [str(one.pk) for one in Source.objects.filter(workspace=world.workspace)]
    answer = client.post(f"{url}bulk/retry", {"source": ids}, headers={"accept": "application/json"}).json()
    assert answer["done"] == [str(source.pk)]
    assert all(one["error"] for one in answer["failed"])
    run(NewVersion.objects.get(), source)
    assert not selectors.list_sources(world.access("bob"), selectors.Wish(state="outdated"))


def test_a_missing_original_is_told(world: World, source: Source) -> None:
    older(source)
    default_storage.delete(source.stored)
    with pytest.raises(Conflict) as refused:
        actions_versions.read_again(access=world.access("bob"), source=source)
    assert refused.value.code == "original_missing"
    with pytest.raises(Forbidden):
        actions_versions.read_again(access=world.access("tom"), source=source)


def test_a_later_source_becomes_a_newer_version_of_one_much_like_it(world: World, source: Source) -> None:
    later = actions.add_source(access=world.access("bob"), file_name="二.txt", chunks=[SECOND.encode()]).source
    leases.run(later.job_id)
    later.refresh_from_db()
    Likeness.objects.create(source=source, other=later, share=0.9)
    assert f"{source.pk}/likeness/{later.pk}/renew" in shown(world, later, f"likeness/{source.pk}/")
    answer = world.client("bob").post(world.url(f"sources/{source.pk}/likeness/{later.pk}/renew"))
    assert answer.status_code == 302
    run(NewVersion.objects.get(), source)
    later.refresh_from_db()
    assert later.deleted is not None
    assert (source.file_name, source.text.number) == ("二.txt", 2)
    assert "季度" in source.text.text


def test_a_tagged_source_becomes_no_version(world: World, source: Source) -> None:
    with pytest.raises(Conflict) as refused:
        actions_versions.renew_from(access=world.access("bob"), source=source, newer=world.source)
    assert refused.value.code == "tagged"
    world.source.refresh_from_db()
    assert world.source.deleted is None
    assert not NewVersion.objects.exists()
