"""Candidates for translated passages: asked for by a setting, told apart, in no figure, withheld like passages."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.utils import timezone

from synthesis.drafting.models import Draft
from synthesis.infra import leases
from synthesis.infra.models import Job
from synthesis.overlap import actions_marks, actions_scopes, actions_translations, tasks_translations
from synthesis.overlap.models import OverlapReport, PassageMark, Scope
from synthesis.tagging.models import Heading
from tests.overlap.reports import COPIED, OWN, made, order
from tests.overlap.test_scopes import everything_told, write_draft
from tests.world import TEXT, World, make_excerpt, make_source

ENGLISH = (
    "In 2023 domestic sales of wearable blood pressure monitors reached 4.2 million units, an increase of 18.5% over the "
    "year before."
)
HEARD = "在基层诊所，成本和培训仍是更换设备的主要障碍，医生对新设备的准确度也有疑问。"
FOREIGN = (
    "In primary care clinics cost and training remain the main obstacles to replacing equipment, and doctors doubt the "
    "accuracy of the new devices. The committee will publish its guidelines in autumn."
)
SAID = "陶瓷工坊去年向博物馆捐赠了37件清代模具，馆方计划在秋季展出。"
DRAFTED = "Last year the ceramics workshop donated 37 Qing dynasty moulds to the museum, which plans to exhibit them in autumn."


def drafted(workspace: Any, person: Any, text: str, title: str) -> Any:
    heading, _made = Heading.objects.get_or_create(
        workspace=workspace, key="T", defaults={"name": "技术", "position": 0}
    )
    make_excerpt(make_source(workspace, person, title="摘录", text=OWN), OWN, heading, person)
    return write_draft(workspace, person, text, title)


@pytest.fixture
def asked(world) -> OverlapReport:
    """An English draft against a Chinese source, with the search asked for and done."""
    report = made(world, text=f"{ENGLISH}\n{COPIED}\n{OWN}")
    set_translations(world, report)
    report.refresh_from_db()
    return report


def set_translations(world: World, report: OverlapReport, *, run: bool = True) -> None:
    body = {"translations": "1"}
    assert world.client("bob").post(world.url(f"overlap-reports/{report.pk}/settings"), body).status_code == 302
    if run:
        leases.run(Job.objects.get(kind="overlap.translations").pk)


def page(world: World, report: OverlapReport, query: str = "", who: str = "bob"):
    return world.client(who).get(world.url(f"overlap-reports/{report.pk}/{query}"))


def test_nothing_is_looked_for_unless_it_is_asked(world):
    report = made(world, text=ENGLISH)
    assert "translations" not in report.result
    assert "May be translated" not in page(world, report).content.decode()


def test_a_candidate_stands_beside_the_report_and_in_no_figure(world, asked):
    (found,) = asked.result["translations"]["found"]
    assert asked.draft_text[slice(*found["draft"])].startswith("In 2023 domestic sales")
    assert TEXT[slice(*found["span"])].startswith("2023年，国内可穿戴血压计销量")
    shown = page(world, asked)
    before = page(world, asked, "?min=0").context["counted"]
    counted = shown.context["counted"]
    assert (counted.matched, counted.ratio, len(counted.passages)) == (before.matched, before.ratio, 1)
    assert counted.matched < len(COPIED)
    (view,) = shown.context["candidates"]
    assert ("4.2 million", "420万台") in [(one[:11], other) for one, other in view.shared]
    text = shown.content.decode()
    assert "They are in no figure" in text
    assert f'href="#p{view.number}" data-passage="{view.number}" data-kind="translated"' in text
    # The look alone without them, and the source left out.
    assert not page(world, asked, "?min=8").context["candidates"]
    assert not page(world, asked, f"?translations=1&without={found['source']}").context["candidates"]


def test_the_same_is_in_the_files(world, asked):
    told = everything_told(world, asked, "tom")
    assert told.count("4.2 million") > 3
    data = json.loads(world.client("tom").get(world.url(f"overlap-reports/{asked.pk}/export/json")).content)
    (one,) = data["translations"]
    assert one["source"]["span"] == asked.result["translations"]["found"][0]["span"]
    assert one["cosine"] is None
    assert "相似表述" in world.client("tom").get(world.url(f"overlap-reports/{asked.pk}/export/html")).content.decode()


def test_the_next_report_looks_by_itself(world, asked):
    again = made(world, text=ENGLISH, draft_id=asked.draft_id, revision=2)
    assert again.result["translations"]["state"] == "ready"
    assert len(again.result["translations"]["found"]) == 1
    assert Job.objects.filter(kind="overlap.translations").count() == 1


def test_a_candidate_is_marked_and_the_mark_holds_in_the_next_report(world, asked):
    (view,) = page(world, asked).context["candidates"]
    body = {
        "start": view.passage.match.draft[0],
        "end": view.passage.match.draft[1],
        "source": view.passage.match.source,
    }
    at = world.url(f"overlap-reports/{asked.pk}/mark")
    assert world.client("tom").post(at, body | {"verdict": "rewrite", "comment": ""}).status_code == 302
    assert str(PassageMark.objects.get().source_id) == view.passage.match.source
    (marked,) = page(world, asked, "?mark=rewrite&translations=1").context["candidates"]
    assert marked.mark is not None
    assert not page(world, asked, "?mark=fine&translations=1").context["candidates"]
    again = made(world, text=ENGLISH, draft_id=asked.draft_id, revision=2)
    assert page(world, again).context["candidates"][0].mark is not None


def test_terms_of_the_workspace_in_both_languages_help(world):
    source = "甘氨双唑钠与泊洛沙姆水凝胶混合后，乳清酸钴的析出明显减慢。"
    make_source(world.workspace, world.bob, title="药剂", text=source)
    terms = [
        "甘氨双唑钠 = sodium glycididazole",
        "泊洛沙姆 poloxamer",
        "水凝胶（hydrogel）",
        "乳清酸钴 / cobalt orotate",
    ]
    actions_marks.add_terms(access=world.access("bob"), terms=terms)
    draft = (
        "Once mixed with poloxamer hydrogel, sodium glycididazole lets cobalt orotate leach out markedly more slowly."
    )
    report = made(world, text=draft)
    set_translations(world, report)
    assert len(page(world, report).context["candidates"]) == 1


def test_it_is_asked_for_when_a_report_is_ordered(world):
    report = made(world, text=ENGLISH, translations=True)
    assert len(report.result["translations"]["found"]) == 1
    assert report.settings_by == world.bob
    choices = world.client("bob").get(world.url(f"overlap-choices/?draft={report.draft_id}")).content.decode()
    assert 'id="order-translations" value="1" checked' in choices
    again = order(world, text=ENGLISH, draft_id=report.draft_id, revision=2)
    assert again.settings == report.settings
    without = order(world, text=ENGLISH, draft_id=report.draft_id, revision=3, translations=False)
    assert without.settings == {}


def test_drafts_are_looked_at_as_they_stood_then(world):
    draft = drafted(world.workspace, world.bob, FOREIGN, "Notes on clinics")
    report = made(world, text=HEARD, against=[Scope.DRAFTS], translations=True)
    Draft.objects.filter(pk=draft.pk).update(deleted=timezone.now())
    (view,) = page(world, report).context["candidates"]
    assert view.words.startswith("In primary care clinics")
    assert (view.in_draft, view.title) == (True, "Draft “Notes on clinics”, revision 1")
    assert view.source_url == world.url(f"drafts/{draft.pk}/")


def test_the_words_of_another_workspace_s_source_and_draft_are_withheld(world):
    from synthesis.workspaces.models import Workspace
    from synthesis.workspaces.policy import access_to

    elsewhere = Workspace.objects.get(name="Elsewhere")
    founded = actions_scopes.found_class(access=world.access("alice"), name="二班")
    actions_scopes.join_class(access=access_to(world.dave, elsewhere.pk), code=founded.code)
    source = make_source(elsewhere, world.dave, title="A hidden title", text=FOREIGN)
    draft = drafted(elsewhere, world.dave, DRAFTED, "A hidden heading")
    report = made(world, text=f"{HEARD}\n{SAID}", against=[Scope.SOURCES, Scope.CLASS])
    set_translations(world, report)
    report.refresh_from_db()
    assert len(report.result["translations"]["found"]) == 2
    told = everything_told(world, report, "tom")
    assert "answer each other" in told
    hidden = (source.title, draft.title, str(source.pk), str(draft.pk), "moulds", "museum")
    for secret in ("primary care", "obstacles", "guidelines", *hidden):
        assert secret not in told, secret


def test_while_it_runs_the_page_waits_and_a_failure_is_told(world, monkeypatch):
    report = made(world, text=ENGLISH)
    set_translations(world, report, run=False)
    assert "data-waiting" in page(world, report).content.decode()
    # The same once more orders nothing.
    set_translations(world, report, run=False)
    job = Job.objects.get(kind="overlap.translations")

    def broken(*_given: object) -> None:
        raise leases.JobFailed("no")

    monkeypatch.setattr(tasks_translations, "candidates_in", broken)
    leases.run(job.pk)
    assert "could not be finished" in page(world, report).content.decode()
    report.refresh_from_db()
    actions_translations.ask_for_translations(access=world.access("bob"), report=report)
    assert report.result["translations"] == {"state": "waiting"}
