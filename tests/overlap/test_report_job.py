"""The comparison: what it stores, that an independent count agrees, and what happens when it cannot be made."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from synthesis.infra import jobs, leases
from synthesis.infra.errors import Conflict, Forbidden
from synthesis.infra.models import AuditEntry, Event, Job
from synthesis.overlap import actions, corpus, selectors, selectors_scopes
from synthesis.overlap.models import OverlapReport, PreparedSource, ReportState
from synthesis.sources.models import Source
from tests.engine.overlap.recount import counted
from tests.overlap.reports import COPIED, EDITED, OWN, made, order
from tests.world import TEXT, World, make_source


def recounted(world: World, report: OverlapReport) -> dict[str, float]:
    """Every figure again, character by character from the stored spans alone."""
    draft = report.draft_text
    found = selectors_scopes.describe(world.access("bob"), report)["matches"]
    inside = {i for m in found for i in range(*m["draft"])}
    uncited = {i for m in found if m["kind"] != "quoted" for i in range(*m["draft"])}
    size = lambda places: sum(len(counted(draft[i])) for i in places)  # noqa: E731
    shares: dict[str, int] = {}
    for m in found:
        own = {i for span in m["owned"] for i in range(*span)}
        shares[m["source"]["id"]] = shares.get(m["source"]["id"], 0) + size(own)
    total = len(counted(draft))
    return {
        "counted": total,
        "matched": size(inside),
        "ratio": size(inside) / total,
        "ratio_uncited": size(uncited) / total,
        "largest_source_ratio": max(shares.values(), default=0) / total,
    }


def test_the_figures_are_those_of_an_independent_count(world):
    make_source(world.workspace, world.people["bob"], title="另一份", text=TEXT[60:] + "\n全国共有三家中心参与。")
    report = made(world, text=f"{OWN}\n{EDITED}\n“基层诊所仍以台式血压计为主，更换意愿有限”[1]。")
    assert report.state == ReportState.READY
    figures = recounted(world, report)
    assert {name: report.result[name] for name in figures} == figures
    assert report.result["matched"] == figures["matched"]
    assert sum(source["matched"] for source in report.result["sources"]) == figures["matched"]
    assert sum(report.result["composition"].values()) == figures["matched"]
    assert 0.3 < report.result["ratio"] < 1


def test_spans_hold_the_same_words_on_both_sides(world):
    report = made(world)
    first = selectors.matches_of(report)[0]
    assert first.kind == "verbatim"
    assert report.draft_text[first.draft_start : first.draft_end].startswith(COPIED[:-2])
    assert TEXT[first.start : first.end] == report.draft_text[first.draft_start : first.draft_end]


def test_sources_of_the_same_title_stay_apart(world):
    other = make_source(world.workspace, world.people["bob"], title=world.source.title, text=f"前言。{COPIED}")
    report = made(world, text=COPIED)
    ids = {source["id"] for source in report.result["sources"]}
    assert ids == {str(world.source.pk), str(other.pk)}
    (match,) = selectors_scopes.describe(world.access("bob"), report)["matches"]
    places = {match["source"]["id"], *(a["source"]["id"] for a in match["alternatives"])}
    assert places == ids


def test_one_order_is_one_entry_and_the_team_hears_of_it(world):
    report = made(world)
    verbs = list(AuditEntry.objects.filter(target_id=report.pk).order_by("id").values_list("verb", flat=True))
    assert verbs == ["report.requested", "report.finished"]
    events = Event.objects.filter(kind="report.changed")
    assert {event.audience for event in events} == {"read_reports"}
    assert events.last().payload == {"report": str(report.pk), "draft": str(report.draft_id), "state": "ready"}


def test_arrays_are_prepared_once_and_the_corpus_is_kept(world, monkeypatch):
    corpus._corpora.clear()
    made(world)
    assert PreparedSource.objects.count() == 1
    monkeypatch.setattr(corpus, "prepare_reading", pytest.fail)
    monkeypatch.setattr(selectors, "prepared", pytest.fail)
    assert made(world).state == ReportState.READY


def test_a_job_run_twice_gives_one_result(world):
    report = made(world)
    leases.run(report.job_id)
    assert AuditEntry.objects.filter(target_id=report.pk, verb="report.finished").count() == 1


def test_without_sources_it_fails_with_the_reason_and_can_be_tried_again(world):
    Source.objects.update(deleted="2026-01-01T00:00:00Z")
    report = made(world)
    assert report.state == ReportState.FAILED
    (row,) = selectors.rows_of(world.access("bob"), [report])
    assert row.state == "failed"
    assert row.problem == gettext(row.job.error) != ""
    Source.objects.update(deleted=None)
    again = actions.retry_report(access=world.access("bob"), report=report)
    leases.run(again.job_id)
    again.refresh_from_db()
    assert again.state == ReportState.READY


def test_a_cancelled_one_says_so(world):
    report = order(world)
    jobs.cancel(Job.objects.get(pk=report.job_id))
    report.refresh_from_db()
    assert report.state == ReportState.FAILED
    (row,) = selectors.rows_of(world.access("bob"), [report])
    assert (row.state, row.problem) == ("cancelled", "")


def test_only_a_failed_one_is_tried_again(world):
    report = made(world)
    with pytest.raises(Conflict):
        actions.retry_report(access=world.access("bob"), report=report)
    with pytest.raises(Forbidden):
        actions.retry_report(access=world.access("cara"), report=report)


def test_readers_order_nothing(world):
    with pytest.raises(Forbidden):
        order(world, "cara")


def test_texts_of_every_kind_come_to_an_end(world):
    for text in ("。！？", "𠮷野家😀ﬁ㎡" * 3, COPIED * 40, "é" * 50):
        report = made(world, text=text)
        assert report.state == ReportState.READY, text[:10]
        figures = recounted(world, report) if report.result["counted"] else {}
        assert all(report.result[name] == pytest.approx(value) for name, value in figures.items())
