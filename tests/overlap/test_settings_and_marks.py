"""What a report leaves out is kept for everybody; marks hold on to their passages; terms are the workspace's."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from synthesis.infra.errors import Invalid
from synthesis.infra.models import AuditEntry, Event
from synthesis.overlap import actions_marks, selectors
from synthesis.overlap.models import OverlapReport, PassageMark, Term
from tests.overlap.reports import COPIED, EDITED, OWN, made
from tests.world import make_source

SCRIPT = "<script>alert(1)</script>"


def page(world, report, who="bob", query=""):
    return world.client(who).get(world.url(f"overlap-reports/{report.pk}/{query}"))


def settings(world, report, who="bob", **data):
    return world.client(who).post(world.url(f"overlap-reports/{report.pk}/settings"), data)


def mark(world, report, verdict="fine", comment="固定的说法", who="tom", place=0, **headers):
    match = selectors.matches_of(report)[place]
    body = {"start": match.draft_start, "end": match.draft_end, "source": match.source_id}
    body |= {"verdict": verdict, "comment": comment}
    return world.client(who).post(world.url(f"overlap-reports/{report.pk}/mark"), body, headers=headers)


def test_settings_are_kept_and_a_colleague_sees_the_same(world):
    report = made(world)
    whole = page(world, report).context["counted"].matched
    assert settings(world, report, "bob", hide="verbatim", min="13", share="5").status_code == 302
    seen = page(world, report, "rita")
    assert seen.context["counted"].matched < whole
    assert seen.context["settings"].min_run == 13
    assert str(world.people["bob"]) in seen.content.decode()
    assert AuditEntry.objects.filter(target_id=report.pk, verb="report.settings").count() == 1
    settings(world, report, "tom", hide="verbatim", min="13", share="5")
    assert AuditEntry.objects.filter(target_id=report.pk, verb="report.settings").count() == 1
    assert Event.objects.filter(kind="report.changed").last().payload["report"] == str(report.pk)
    settings(world, report, "rita")
    assert page(world, report).context["counted"].matched == whole
    # The next report of the draft begins with the same.
    settings(world, report, "rita", min="20")
    assert made(world, draft_id=report.draft_id, revision=2).settings == {"min": ["20"]}


def test_an_address_is_a_look_and_keeps_nothing(world):
    report = made(world)
    assert page(world, report, query="?hide=verbatim").context["counted"].matched == 0
    report.refresh_from_db()
    assert report.settings == {}


def test_quotations_titles_and_terms_are_set_apart(world):
    source = make_source(
        world.workspace,
        world.people["bob"],
        title="书",
        text=f"《基层血压管理手册》载有条文，每一季随访一次并留下记录。{EDITED}",
    )
    report = made(world, text=f"“{COPIED}”[1]\n{OWN}\n《基层血压管理手册》载有条文，每一季随访一次并留下记录。")
    whole = page(world, report).context["counted"].matched
    settings(world, report, quotes="1")
    assert page(world, report).context["counted"].matched < whole
    settings(world, report, titles="1")
    assert page(world, report).context["counted"].matched < whole
    actions_marks.add_terms(access=world.access("tom"), terms=[COPIED[6:16]])
    settings(world, report, terms="1")
    assert page(world, report).context["counted"].matched < whole
    without = page(world, report).context["counted"].matched
    actions_marks.remove_term(access=world.access("tom"), term_id=Term.objects.get().pk)
    actions_marks.add_terms(access=world.access("tom"), terms=[f"{COPIED[6:16]} = a term in both"])
    assert page(world, report).context["counted"].matched == without
    settings(world, report, own=str(source.pk))
    kept = page(world, report).context["counted"]
    assert kept.matched == whole
    assert kept.others < whole
    settings(world, report, own=str(source.pk), without_own="1")
    assert page(world, report).context["counted"].matched == kept.others


def test_sections_and_the_front_are_told(world):
    text = f"{COPIED}\n{OWN}"
    cut = len(COPIED)
    report = made(world, text=text, sections=[(0, cut, SCRIPT), (cut + 1, len(text), "社会")])
    response = page(world, report)
    first, second = response.context["counted"].parts
    assert (first.title, second.title) == (SCRIPT, "社会")
    assert first.matched == response.context["counted"].matched > second.matched == 0
    front, back = response.context["counted"].front, response.context["counted"].back
    assert front.counted + back.counted == response.context["counted"].counted
    assert SCRIPT not in response.content.decode()


def test_a_mark_shows_who_and_why_and_is_taken_back(world):
    report = made(world)
    assert mark(world, report, comment=SCRIPT).status_code == 302
    response = page(world, report)
    html = response.content.decode()
    assert "&lt;script&gt;" in html
    assert SCRIPT not in html
    (view,) = response.context["passages"]
    assert (view.mark.verdict, view.mark.made_by, view.may_withdraw) == ("fine", world.people["tom"], True)
    assert [tab["n"] for tab in response.context["marks"]] == [1, 0, 1, 0]
    assert page(world, report, query="?mark=rewrite").context["passages"] == []
    assert len(page(world, report, query="?mark=fine").context["passages"]) == 1
    url = world.url(f"overlap-reports/{report.pk}/marks/{view.mark.pk}/withdraw")
    assert world.client("tom").post(url).status_code == 302
    assert page(world, report).context["passages"][0].mark is None
    assert world.client("tom").post(url).status_code == 404
    verbs = AuditEntry.objects.filter(verb__startswith="passage.").order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["passage.fine", "passage.unmarked"]


def test_a_second_mark_takes_the_place_of_the_first(world):
    report = made(world)
    mark(world, report)
    mark(world, report, "rewrite", "", who="rita")
    assert PassageMark.objects.filter(withdrawn__isnull=True).get().verdict == "rewrite"
    assert [tab["n"] for tab in page(world, report).context["marks"]] == [1, 0, 0, 1]


def test_a_mark_holds_in_the_report_of_the_next_revision(world):
    report = made(world, text=f"{COPIED}\n{OWN}")
    mark(world, report)
    after = made(world, draft_id=report.draft_id, revision=2, text=f"{OWN}\n{COPIED}")
    assert page(world, after).context["passages"][0].mark.revision == 1
    other = made(world, draft_id=report.draft_id, revision=3, text=EDITED)
    assert page(world, other).context["passages"][0].mark is None
    elsewhere = made(world, text=f"{COPIED}\n{OWN}")
    assert page(world, elsewhere).context["passages"][0].mark is None


@pytest.mark.parametrize(("verdict", "comment"), [("fine", " "), ("odd", "x"), ("rewrite", "长" * 1001)])
def test_a_mark_that_says_nothing_is_refused(world, verdict, comment):
    report = made(world)
    assert mark(world, report, verdict, comment, Accept="application/json").status_code in {400, 422}
    assert not PassageMark.objects.exists()


def test_only_passages_of_the_report_are_marked(world):
    report = made(world)
    url = world.url(f"overlap-reports/{report.pk}/mark")
    body = {"start": 0, "end": 2, "source": uuid.uuid4(), "verdict": "rewrite"}
    assert world.client("bob").post(url, body).status_code == 404
    assert world.client("bob").post(url, body | {"source": SCRIPT, "start": "x" * 99}).status_code == 404


def test_htmx_gets_the_report_counted_again(world):
    report = made(world)
    url = world.url(f"overlap-reports/{report.pk}/settings")
    html = world.client("bob").post(url, {"min": "30"}, headers={"HX-Request": "true"}).content.decode()
    assert html.strip().startswith("<div")
    assert 'id="report-marks"' in html or 'class="empty' in html


def test_terms_are_added_once_and_removed(world):
    client = world.client("tom")
    assert 'class="empty' in client.get(world.url("overlap-terms/")).content.decode()
    client.post(world.url("overlap-terms/add"), {"terms": f"血压计\n血壓計\n  动态  监测 \n\n{SCRIPT}"})
    client.post(world.url("overlap-terms/add"), {"terms": "血压计"})
    assert sorted(Term.objects.values_list("text", flat=True)) == sorted(["血壓計", "动态 监测", SCRIPT])
    html = client.get(world.url("overlap-terms/")).content.decode()
    assert SCRIPT not in html
    term = Term.objects.get(text="血壓計")
    client.post(world.url(f"overlap-terms/{term.pk}/remove"))
    assert not Term.objects.filter(pk=term.pk).exists()
    assert client.post(world.url(f"overlap-terms/{term.pk}/remove")).status_code == 404


@pytest.mark.parametrize("terms", ["", " \n ", "，。", "长" * 81, "\n".join(f"词{i}" for i in range(201))])
def test_terms_that_are_none_are_refused(world, terms):
    response = world.client("tom").post(
        world.url("overlap-terms/add"), {"terms": terms}, headers={"Accept": "application/json"}
    )
    assert response.status_code in {400, 422}
    assert not Term.objects.exists()


def test_too_many_terms_are_refused(world, monkeypatch):
    monkeypatch.setattr(actions_marks, "MOST_TERMS", 1)
    with pytest.raises(Invalid):
        actions_marks.add_terms(access=world.access("tom"), terms=["一词", "二词"])


def test_marks_cost_no_queries_each(world):
    few, many = made(world, text=COPIED), made(world, text="\n".join(f"{OWN}{COPIED}{i}" for i in range(12)))
    for place in range(5):
        mark(world, many, place=place)
    mark(world, few)

    def count(report: OverlapReport) -> int:
        with CaptureQueriesContext(connection) as queries:
            page(world, report)
        return len(queries)

    count(few)
    assert count(few) == count(many)


def test_a_draft_tells_what_is_to_be_rewritten(world):
    report = made(world, text=f"{COPIED}\n{OWN}\n{EDITED}")
    url = world.url(f"overlap-rewrites/{report.draft_id}/")

    def told(who: str = "tom") -> str:
        return world.client(who).get(url).content.decode()

    assert COPIED[:20] not in told()
    mark(world, report, "rewrite", SCRIPT, who="rita")
    mark(world, report, "fine", who="rita", place=1)
    assert COPIED[:20] in told()
    assert EDITED[:20] not in told()
    assert f"#s-{report.segments[0][2]}" in told()
    assert SCRIPT not in told()
    assert "&lt;script&gt;" in told()
    # The next report still has the passage; one without it has nothing to rewrite.
    made(world, draft_id=report.draft_id, revision=2, text=f"{OWN}\n{COPIED}")
    assert COPIED[:20] in told()
    assert "revision 2" in told()
    made(world, draft_id=report.draft_id, revision=3, text=OWN)
    assert COPIED[:20] not in told()
    assert world.client("cara").get(url).status_code == 403


def test_the_way_of_counting_is_told(world):
    html = world.client("tom").get(world.url("overlap-method/")).content.decode()
    assert "16" in html
    assert world.client("cara").get(world.url("overlap-method/")).status_code == 403
