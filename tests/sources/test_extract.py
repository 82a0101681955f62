"""The job that reads a source: done, failed with a reason, died, cancelled, delivered twice."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.infra import jobs, leases, sandbox
from synthesis.infra.models import AuditEntry, Event, Job, JobState
from synthesis.sources import actions, actions_citation, reading_files, selectors
from synthesis.sources.models import ReadingText, Source, SourceState
from synthesis.sources.storable import all_repairs

BODY = "试点门诊的月度报告\n\n参与者每天测量三次，记录由护士核对。\n\n数据在季度末汇总。"


def add(world, body=BODY, name="Bericht.txt"):
    return actions.add_source(access=world.access("bob"), file_name=name, chunks=[body.encode()]).source


def run(source):
    leases.run(source.job_id)
    source.refresh_from_db()
    return Job.objects.get(pk=source.job_id)


def kinds_queued(source):
    """The kinds of work that wait on a source."""
    waiting = Job.objects.filter(args__source=str(source.pk), state=JobState.QUEUED)
    return set(waiting.values_list("kind", flat=True))


def reading(text, **facts):
    return build_reading_text(Extraction(blocks=(ExtractedBlock(text),), **facts))


@pytest.fixture
def reads(monkeypatch):
    """Puts a reading, or an error, in the place of the sandbox's answer."""

    def answer(outcome):
        def read_source(path, kind, *, on_progress=None):
            assert path.read_bytes()
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        monkeypatch.setattr(reading_files, "read_source", read_source)

    return answer


def test_a_text_file_becomes_a_reading_text(world):
    source = add(world)
    job = run(source)
    assert (job.state, job.error, source.state) == (JobState.DONE, "", SourceState.READY)
    assert source.text.number == 1
    assert source.text.length == len(source.text.text)
    assert "参与者每天测量三次" in source.text.text
    assert all(0 <= s < e <= source.text.length for s, e in source.text.sentences)
    # Stored with its index, and what follows from a text is queued in the same transaction.
    assert kinds_queued(source) == {"sources.liken", "tagging.suggest"}
    assert source.search_pieces.get().text_id == source.text_id
    assert not Job.objects.filter(kind="sources.index").exists()
    states = Event.objects.filter(kind="source.changed", payload__source=str(source.pk)).order_by("seq")
    # Of a small file nobody is told that it is being read.
    assert [event.payload["state"] for event in states] == ["queued", "ready"]
    assert list(AuditEntry.objects.filter(target_id=source.pk).values_list("verb", flat=True).order_by("id")) == [
        "source.added",
        "source.read",
    ]


def test_a_file_that_takes_a_while_is_said_to_be_read(world, reads):
    reads(reading(BODY))
    for source in (add(world, "<p>" + BODY, "a.html"), add(world, BODY * 5000, "long.txt")):
        run(source)
        states = Event.objects.filter(kind="source.changed", payload__source=str(source.pk)).order_by("seq")
        assert [event.payload["state"] for event in states] == ["queued", "reading", "ready"]


def test_ten_messages_one_text(world):
    source = add(world)
    for _ in range(10):
        leases.run(source.job_id)
    assert ReadingText.objects.filter(source=source).count() == 1


def test_a_change_of_script_is_recorded_but_is_no_repair(world):
    source = add(world, body="護士記錄測量結果，並與醫師討論後續的檢查。\n\n參與者對設備的評價很高。")
    run(source)
    assert source.text.language == "zh-Hant"
    assert source.text.repairs == []
    assert {repair["kind"] for repair in all_repairs(source.text)} == {"script"}
    assert source.text.repairs_count == 0
    assert selectors.display_text(source.text).startswith("护士记录")
    assert selectors.display_text(source.text, selectors.AS_WRITTEN).startswith("護士記錄")
    assert len(source.text.written) == source.text.length


def test_the_title_of_the_document_replaces_the_file_name_only(world, reads):
    reads(reading(BODY, title="Ein <b>Titel</b>"))
    plain, named = add(world), add(world, body=BODY + "。")
    actions.rename_source(access=world.access("bob"), source=named, title="Von Hand")
    run(plain)
    run(named)
    assert (plain.title, named.title) == ("Ein <b>Titel</b>", "Von Hand")


def test_the_file_says_its_citation_and_a_person_overrules_it(world, reads):
    facts = {"author": "王明；李红", "date": "2021-05-03", "url": "https://example.org/a"}
    reads(reading(BODY, metadata=facts))
    source, cited = add(world), add(world, body=BODY + "。")
    actions_citation.cite_source(access=world.access("bob"), source=cited, citation={"title": "Meins"})
    run(source)
    run(cited)
    assert source.citation["author"] == [{"literal": "王明"}, {"literal": "李红"}]
    assert source.citation["issued"] == {"date-parts": [[2021, 5, 3]]}
    assert source.citation["URL"] == "https://example.org/a"
    assert cited.citation == {"title": "Meins"}


def test_nothing_unstorable_reaches_the_database(world, reads):
    text = reading(BODY)
    dirty = sandbox_text(text, text=text.text.replace("护", "\x00", 1).replace("季", "\ud83d", 1))
    reads(dirty)
    source = add(world)
    run(source)
    assert source.state == SourceState.READY
    assert source.text.length == len(text.text)
    assert source.text.text.count("\ufffd") == 2


def sandbox_text(base, *, text):
    return type(base).from_json({**base.to_store(), "text": text, "title": "a\x00b\udfff"})


@pytest.mark.parametrize(("code", "word"), [("encrypted", "password"), ("something_new", "something_new")])
def test_what_cannot_be_read_fails_at_once_with_its_reason(world, reads, code, word):
    reads(sandbox.ParserFailed(code, "line 3\x00"))
    source = add(world)
    with translation.override("en"):
        job = run(source)
        (row,) = selectors.rows_of(world.access("cara"), [selectors.get_source(world.access("cara"), source.pk)])
    assert (job.state, job.attempts) == (JobState.FAILED, 1)
    assert word in job.error
    assert (source.state, source.error) == (SourceState.FAILED, code)
    assert word in row.problem
    assert AuditEntry.objects.filter(target_id=source.pk, verb="source.failed").count() == 1


def test_after_the_failure_the_next_is_read_and_a_retry_can_succeed(world, reads):
    reads(sandbox.ParserFailed("crashed", ""))
    bad = add(world)
    run(bad)
    reads(reading(BODY))
    actions.retry_source(access=world.access("alice"), source=bad)
    bad.refresh_from_db()
    run(bad)
    assert (bad.state, bad.error) == (SourceState.READY, "")


def test_a_missing_original_is_said(world, store):
    source = add(world)
    (store / str(world.workspace.pk) / source.sha256).unlink()
    assert run(source).state == JobState.FAILED
    assert source.error == "original_missing"


def test_a_worker_that_dies_every_time(world, reads):
    reads(RuntimeError("boom"))
    source = add(world)
    for _ in range(4):
        Job.objects.filter(pk=source.job_id).update(due=timezone.now())
        job = run(source)
    assert job.state == JobState.DEAD
    assert (source.state, source.error) == (SourceState.FAILED, "stopped")


def test_a_worker_that_goes_silent_is_replaced(world):
    source = add(world)
    assert leases.claim(source.job_id)
    Job.objects.filter(pk=source.job_id).update(lease_until=timezone.now() - timedelta(seconds=1))
    jobs.reap()
    assert run(source).state == JobState.DONE
    assert ReadingText.objects.filter(source=source).count() == 1


def test_a_cancelled_reading(world):
    source = add(world)
    jobs.cancel(Job.objects.get(pk=source.job_id))
    source.refresh_from_db()
    assert (source.state, source.error) == (SourceState.FAILED, "cancelled")


def test_a_lost_lease_writes_nothing(world):
    source = add(world)
    old = leases.claim(source.job_id)
    jobs.cancel(Job.objects.get(pk=source.job_id))
    with pytest.raises(leases.LostLease):
        actions.fail_extraction(running=old, code="crashed")
    with pytest.raises(leases.LostLease):
        actions.start_extraction(running=old)
    assert Source.objects.get(pk=source.pk).error == "cancelled"


def test_a_source_deleted_meanwhile_is_read_but_not_announced(world):
    source = add(world)
    actions.delete_source(access=world.access("bob"), source=source)
    assert run(source).state == JobState.DONE
    assert kinds_queued(source) == set()
