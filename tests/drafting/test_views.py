"""Pages of drafts: who sees them, what they show, bad input, script as text, constant queries, revisions."""

from __future__ import annotations

import json
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html as lxml_html

from synthesis.drafting import actions, actions_sentences, measure, selectors_page
from synthesis.drafting.models import Citation, Draft, DraftState, Sentence
from synthesis.infra.models import Job, JobState
from synthesis.review import actions as review
from synthesis.tagging.models import Excerpt
from synthesis.workspaces.selectors import steps_of
from tests.drafting.written import FIRST, THIRD, write
from tests.world import make_excerpt, make_source

SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>"
JSON = {"accept": "application/json"}


def html(written, who="bob", tail="", **headers):
    response = written.world.client(who).get(written.url(tail), headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def post(world, who, tail, **data):
    return world.client(who).post(world.url(tail), json.dumps(data), content_type="application/json", headers=JSON)


PLACES = [("bob", 200), ("tom", 200), ("rita", 200), ("dave", 404), (None, 302)]


@pytest.mark.parametrize(("who", "status"), [*PLACES, ("cara", 404)])
def test_who_sees_a_draft(written, who, status):
    assert written.world.client(who).get(written.url()).status_code == status


@pytest.mark.parametrize(("who", "status"), [*PLACES, ("cara", 403)])
@pytest.mark.parametrize("tail", ["revisions/", "revisions/1/"])
def test_who_sees_its_revisions(written, who, status, tail):
    assert written.world.client(who).get(written.url(tail)).status_code == status


@pytest.mark.parametrize(("who", "status"), [*PLACES, ("cara", 200)])
def test_who_sees_the_list(written, who, status):
    response = written.world.client(who).get(written.world.url("drafts/"))
    assert response.status_code == status
    if status == 200:
        assert (written.draft.title in response.content.decode()) is (who != "cara")


def test_marks_and_list_follow_the_style(written):
    world = written.world
    source = make_source(world.workspace, world.bob, title="另一份报告", text="报告\n年长者很愿意。")
    excerpt = make_excerpt(source, "年长者很愿意。", world.headings["T"], world.bob)
    for row, author, year in ((world.source, "周明", 2024), (source, "安宁", 2021)):
        row.citation = {
            "type": "book",
            "title": row.title,
            "language": "zh",
            "author": [{"family": author[0], "given": author[1]}],
            "issued": {"date-parts": [[year]]},
        }
        row.save(update_fields=["citation"])
    second = written.sentences[1]
    actions.cite(second, [excerpt, *world.excerpts[:2]])
    assert cites_of(html(written)) == (["1", "2", "1a", "1b", "1a", "1b"], ["[1] 周明", "[2] 安宁"])
    world.workspace.citation_style = "apa7"
    world.workspace.save(update_fields=["citation_style"])
    marks, lines = cites_of(html(written))
    assert marks == ["周明, 2024", "安宁, 2021", "周明, 2024", "同上", "周明, 2024", "同上"]
    assert [line[:2] for line in lines] == ["安宁", "周明"]
    panel = (
        world.client("bob").get(world.url(f"sentences/{second.pk}/"), headers={"HX-Request": "true"}).content.decode()
    )
    assert "安宁, 2021 另一份报告" in panel


def cites_of(page: str) -> tuple[list[str], list[str]]:
    """The marks in the text and the beginnings of the list's lines."""
    shown = lxml_html.fromstring(page)
    lines = [li.text_content()[:6] for li in shown.xpath("//section[@id='sheet-references']//li")]
    return [a.text_content() for a in shown.xpath("//a[@class='cite']")], lines


def test_references_that_lack_something_lead_to_where_it_is_completed(world, written):
    lead = "citations/?show=missing"
    assert "1 of 1 cited sources lacks" in html(written, "bob")
    assert lead in html(written, "bob")
    assert "Editors and owners complete it" in html(written, "tom")
    assert lead not in html(written, "tom")
    written.world.source.citation = {"type": "book", "author": [{"literal": "A"}], "publisher": "P"}
    written.world.source.citation |= {"publisher-place": "B", "issued": {"date-parts": [[2023]]}}
    written.world.source.save(update_fields=["citation"])
    assert "cited sources lacks" not in html(written, "bob")


def test_a_reader_gets_an_approved_draft_without_its_making(written):
    Draft.objects.update(state=DraftState.APPROVED, approved_revision=1)
    page = html(written, "cara")
    assert 'id="attention"' not in page
    assert FIRST in page
    for word in ("data-may-write", "data-add", "revisions/", "Found while drafting", "comments/"):
        assert word not in page
    panel = written.world.client("cara").get(
        written.world.url(f"sentences/{written.sentences[0].pk}/"), headers={"HX-Request": "true"}
    )
    assert panel.status_code == 200
    assert "History" not in panel.content.decode()


@pytest.mark.parametrize(("who", "may"), [("bob", True), ("alice", True), ("tom", False), ("rita", False)])
def test_who_may_write_gets_the_tools(written, who, may):
    page = html(written, who)
    assert ("data-may-write" in page) is may
    assert ('id="conflict-dialog"' in page) is may


def test_who_may_not_write_is_told_what_may_be_done(world, written):
    assert "it is changed by Bob, editors and owners" in html(written, "tom")
    assert "asks for your verdict" not in html(written, "rita")
    review.submit_draft(access=world.access("bob"), draft=written.draft)
    assert "Bob asks for your verdict" in html(written, "rita")
    assert "asks for your verdict" not in html(written, "tom")
    assert 'id="desk-role"' not in html(written, "bob")


def test_own_drafts_of_a_tagger(world):
    own = write(world, "tom")
    assert "data-may-write" in html(own, "tom")
    assert "data-may-write" not in html(own, "tina")


def test_citations_lead_to_the_span(written):
    t = written.world.excerpts[0]
    page = html(written)
    place = f"/sources/{t.source_id}/?start={t.start}&amp;end={t.end}#e-{t.pk}"
    assert place in page
    assert ">1a</a>" in page
    assert ">1b</a>" in page


def test_a_stale_citation_says_so(written):
    assert 'data-state="stale"' not in html(written)
    Excerpt.objects.filter(pk=written.world.excerpts[0].pk).update(deleted="2026-01-01T00:00:00Z")
    page = html(written)
    assert 'data-state="stale"' in page
    assert "has since been changed or removed" in page


def test_copied_runs_are_cut_out_of_the_sentence(written):
    Sentence.objects.filter(pk=written.sentences[0].pk).update(
        overlap={"ratio": 0.7, "longest_run": 14, "runs": [[2, 16]]}
    )
    page = html(written)
    assert f">{THIRD[2:16]}</span>{THIRD[16:]}</span>" in page
    assert "14 characters in a row also stand in a source." in page


@pytest.mark.parametrize(
    ("language", "said"), [("en", "is not in the cited evidence"), ("zh-hans", "在所引材料中找不到")]
)
def test_reasons_speak_the_reader_s_language(written, language, said):
    row = written.sentences[0]
    row.state, row.verdict = measure.verdict_of("产品在2023年卖出999万台。", [row.citations.get().quote + "共20台。"])
    row.save()
    client = written.world.client("bob")
    client.cookies["collate_language"] = language
    panel = written.world.url(f"sentences/{row.pk}/")
    for url in (panel, written.url()):
        assert said in client.get(url, headers={"HX-Request": "true"}).content.decode()

    # What was kept before parts were kept is told as it was.
    row.verdict = {"checks": {}, "reasons": [{"guard": "number", "code": "figure", "detail": "旧话。"}]}
    row.save()
    assert "旧话。" in client.get(panel, headers={"HX-Request": "true"}).content.decode()


def test_the_panel_tells_reasons_quotes_and_history(written):
    world = written.world
    row = actions_sentences.edit_sentence(
        access=world.access("bob"), sentence=written.sentences[0], text="销量为520万台。", version=1
    )
    url = world.url(f"sentences/{row.pk}/")
    panel = world.client("tom").get(url, headers={"HX-Request": "true"}).content.decode()
    assert "“520万台” is not in the cited evidence" in panel
    assert world.excerpts[1].quote in panel
    assert THIRD in panel
    assert "data-act" not in panel
    assert "data-act" in world.client("bob").get(url, headers={"HX-Request": "true"}).content.decode()
    assert world.client("tom").get(url, headers=JSON).json()["version"] == 2
    assert world.client("tom").get(url)["Location"].endswith(f"/drafts/{written.draft.pk}/#s-{row.pk}")
    assert world.client("dave").get(url).status_code == 404


def test_the_contract(written):
    answer = written.world.client("bob").get(written.url(), headers=JSON).json()
    assert (answer["state"], answer["revision"], answer["provider"]) == ("draft", 1, "rules")
    assert [h["heading"] for h in answer["headings"]] == ["E", "T"]
    sentence = answer["headings"][0]["points"][0]["sentences"][0]
    assert set(sentence) == {"text", "cites", "kind", "state", "checks", "overlap"}
    assert answer["unused"][0]["reason"] == "重复"


# --- ordering ---------------------------------------------------------------------------------------------------------


def test_an_order_by_form_opens_the_page_that_waits(world):
    bob = world.client("bob")
    answer = bob.post(world.url("drafts/create"), {"headings": ["E", "T"], "points": "2", "title": ""})
    draft = Draft.objects.get()
    assert answer["Location"] == world.url(f"drafts/{draft.pk}/")
    assert (draft.heading_keys, draft.points) == (["E", "T"], 2)
    page = bob.get(answer["Location"]).content.decode()
    assert 'id="draft-waiting"' in page
    assert lxml_html.fromstring(page).xpath("//*[@id='draft-waiting']//time[@data-relative]/@datetime")
    assert "/cancel" in page
    Job.objects.filter(pk=draft.job_id).update(state=JobState.RUNNING, step="planning", progress=0.5)
    part = bob.get(f"{answer['Location']}?waiting=1", headers={"HX-Request": "true"}).content.decode()
    assert part.strip().startswith("<section")
    assert "planning" in part
    assert 'value="0.5"' in part
    Draft.objects.update(state=DraftState.DRAFT)
    assert bob.get(f"{answer['Location']}?waiting=1", headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_failed_one_says_why_and_offers_to_try_again(world):
    draft = actions.create_draft(access=world.access("bob"), keys=["T"])
    Draft.objects.update(state=DraftState.FAILED)
    Job.objects.update(state=JobState.FAILED, error="A reason that people can read.")
    for who, may in (("bob", True), ("tina", False)):
        for tail in ("drafts/", f"drafts/{draft.pk}/"):
            page = world.client(who).get(world.url(tail)).content.decode()
            assert "A reason that people can read." in page
            assert (f"drafts/{draft.pk}/retry" in page) is may
    assert world.client("bob").post(world.url(f"drafts/{draft.pk}/retry")).status_code == 302
    assert Draft.objects.get().state == DraftState.WRITING


def test_a_refused_order_keeps_what_was_chosen(world):
    answer = world.client("bob").post(world.url("drafts/create"), {"points": "2", "title": "Mein Titel"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "Choose at least one heading." in page
    assert "Mein Titel" in page


def test_orders_by_script(world):
    made = post(world, "tom", "drafts/create", headings=["T"], points=1)
    assert (made.status_code, set(made.json())) == (201, {"id", "job"})
    assert post(world, "cara", "drafts/create", headings=["T"]).status_code == 403
    assert post(world, "dave", "drafts/create", headings=["T"]).status_code == 404
    for bad in (
        {"headings": []},
        {"headings": "T"},
        {"headings": ["T"], "points": "viele"},
        {"headings": ["T"], "points": 9},
    ):
        assert post(world, "bob", "drafts/create", **bad).status_code == 400


def test_empty_lists_say_what_to_do(world):
    for who, words in (("bob", "No drafts yet"), ("cara", "No drafts to read yet")):
        assert words in world.client(who).get(world.url("drafts/")).content.decode()
    assert "new-draft" not in world.client("cara").get(world.url("drafts/")).content.decode()


# --- commands of the editor -------------------------------------------------------------------------------------------


def test_the_editor_saves_and_hears_of_a_conflict(written):
    world, row = written.world, written.sentences[0]
    tail = f"sentences/{row.pk}/edit"
    saved = post(world, "bob", tail, text="新句子。", version=1, cites=[str(world.excerpts[2].pk)])
    assert saved.json()["sentence"]["version"] == 2
    assert saved.json()["sentence"]["cites"] == [str(world.excerpts[2].pk)]
    refused = post(world, "alice", tail, text="另一个。", version=1)
    assert refused.status_code == 409
    assert refused.json()["current"]["text"] == "新句子。"


def test_the_other_commands(written):
    world = written.world
    first, second = written.paragraphs
    added = post(world, "bob", f"paragraphs/{second.pk}/add", text="多一句。", position=0)
    assert added.status_code == 201
    pk = added.json()["sentence"]["id"]
    assert post(world, "bob", f"sentences/{pk}/move", paragraph=str(first.pk), position=0).status_code == 200
    assert written.texts()[0] == ["多一句。", THIRD]
    assert post(world, "bob", f"sentences/{pk}/remove").status_code == 200
    assert post(world, "bob", f"sentences/{pk}/remove").status_code == 404
    assert post(world, "bob", f"sentences/{pk}/restore").status_code == 200
    assert written.texts()[0] == ["多一句。", THIRD]
    found = world.client("bob").get(world.url(f"paragraphs/{second.pk}/citable"), headers=JSON).json()
    assert [one["id"] for one in found["excerpts"]] == [str(world.excerpts[0].pk)]


@pytest.mark.parametrize(
    ("verb", "data"),
    [
        ("edit", {"text": "x"}),
        ("edit", {"text": 7, "version": 1}),
        ("edit", {"text": "x", "version": "one"}),
        ("edit", {"text": "x", "version": True}),
        ("edit", {"text": "x", "version": 1, "cites": "all"}),
        ("edit", {"text": "x", "version": 1, "cites": ["nonsense"]}),
        ("move", {}),
        ("move", {"position": 0, "paragraph": "nonsense"}),
    ],
)
def test_bad_input(written, verb, data):
    assert post(written.world, "bob", f"sentences/{written.sentences[0].pk}/{verb}", **data).status_code == 400


@pytest.mark.parametrize(("who", "status"), [("tom", 403), ("rita", 403), ("cara", 403), ("dave", 404), (None, 401)])
def test_who_may_not_command(written, who, status):
    world = written.world
    row, part = written.sentences[0], written.paragraphs[0]
    for tail, data in (
        (f"sentences/{row.pk}/edit", {"text": "x", "version": 1}),
        (f"sentences/{row.pk}/move", {"position": 0}),
        (f"sentences/{row.pk}/remove", {}),
        (f"paragraphs/{part.pk}/add", {"text": "x"}),
        (f"drafts/{written.draft.pk}/rename", {"title": "x"}),
        (f"drafts/{written.draft.pk}/delete", {}),
        (f"drafts/{written.draft.pk}/revisions/1/restore", {}),
    ):
        assert post(world, who, tail, **data).status_code == status, tail
    assert written.fresh().revision == 1


def test_what_is_not_there(written):
    world = written.world
    for tail in (f"sentences/{uuid.uuid4()}/", f"drafts/{uuid.uuid4()}/", f"drafts/{written.draft.pk}/revisions/99/"):
        assert world.client("bob").get(world.url(tail)).status_code == 404


# --- revisions --------------------------------------------------------------------------------------------------------


def test_a_revision_shows_its_difference_and_comes_back(written):
    world = written.world
    actions_sentences.edit_sentence(
        access=world.access("alice"), sentence=written.sentences[0], text=THIRD.replace("420", "520"), version=1
    )
    actions_sentences.remove_sentence(access=world.access("bob"), sentence=written.sentences[1])
    assert "Alice" in html(written, tail="revisions/")
    page = html(written, tail="revisions/2/")
    assert "<del>420</del><ins>520</ins>" in page
    assert f"<del>{FIRST}</del>" in html(written, tail="revisions/3/")
    assert "<ins>" not in html(written, tail="revisions/1/")
    answer = world.client("bob").post(written.url("revisions/1/restore"))
    assert answer["Location"] == written.url()
    assert written.texts()[0] == [THIRD]
    assert written.fresh().revision == 4


def test_any_earlier_revision_can_be_compared_with(written):
    for version, figure in enumerate(("520", "620", "720"), 1):
        text = THIRD.replace("420", figure)
        access = written.world.access("alice")
        actions_sentences.edit_sentence(access=access, sentence=written.sentences[0], text=text, version=version)
    page = lxml_html.fromstring(html(written, tail="revisions/4/"))
    assert page.xpath("//select[@name='since']/option/@value") == ["3", "2", "1"]
    assert page.xpath("//select[@name='since']/option[@selected]/@value") == ["3"]
    page = lxml_html.fromstring(html(written, tail="revisions/4/?since=2"))
    assert page.xpath("//select[@name='since']/option[@selected]/@value") == ["2"]
    assert (page.xpath("//del/text()"), page.xpath("//ins/text()")) == (["520"], ["720"])
    assert 'name="since"' not in html(written, tail="revisions/2/")


def test_what_needs_attention_most_stands_first(written):
    states = {0: "supported", 1: "check", 2: "unsupported"}
    for at, state in states.items():
        Sentence.objects.filter(pk=written.sentences[at].pk).update(state=state)
    ids = lxml_html.fromstring(html(written)).xpath("//ol[@class='attention']/li/@id")
    assert ids[:2] == [f"attention-{written.sentences[at].pk}" for at in (2, 1)]


def test_a_changed_citation_is_a_difference(written):
    world, row = written.world, written.sentences[0]
    actions_sentences.edit_sentence(access=world.access("bob"), sentence=row, text=THIRD, version=1, cites=[])
    assert 'data-change="edited"' in html(written, tail="revisions/2/")


# --- everywhere -------------------------------------------------------------------------------------------------------


def test_script_is_text_everywhere(written):
    world = written.world
    actions_sentences.edit_sentence(access=world.access("bob"), sentence=written.sentences[0], text=SCRIPT, version=1)
    Citation.objects.update(quote=SCRIPT)
    type(world.source).objects.update(title=SCRIPT)
    actions.rename_draft(access=world.access("bob"), draft=written.draft, title=SCRIPT)
    Draft.objects.update(
        findings={"advice": [{"kind": "x", "text": SCRIPT, "excerpts": []}], "conflicts": [], "unused": []}
    )
    written.paragraphs[0].__class__.objects.update(title=SCRIPT)
    pages = [html(written, tail=tail) for tail in ("", "revisions/", "revisions/2/")]
    pages.append(world.client("bob").get(world.url("drafts/")).content.decode())
    panel = world.url(f"sentences/{written.sentences[0].pk}/")
    pages.append(world.client("bob").get(panel, headers={"HX-Request": "true"}).content.decode())
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert" in page


def test_parts_alone_for_htmx(written):
    for url in (written.url(), written.url("revisions/"), written.world.url("drafts/")):
        part = written.world.client("bob").get(url, headers={"HX-Request": "true"}).content.decode().strip()
        assert "<html" not in part
        assert part.startswith(("<div", "<section"))


def test_queries_do_not_grow(world):
    few = write(world)
    many = write(world, sentences=50)

    def count(url, **headers):
        with CaptureQueriesContext(connection) as queries:
            assert world.client("bob").get(url, headers=headers).status_code == 200
        return len(queries)

    count(few.url())
    assert count(many.url()) == count(few.url())
    panel = {"HX-Request": "true"}
    assert count(world.url(f"sentences/{many.sentences[1].pk}/"), **panel) == count(
        world.url(f"sentences/{few.sentences[1].pk}/"), **panel
    )
    for n in range(20):
        row = few.sentences[0]
        actions_sentences.edit_sentence(access=world.access("bob"), sentence=row, text=f"{n}。", version=row.version)
    assert count(few.url("revisions/")) == count(many.url("revisions/"))
    assert count(few.url("revisions/9/")) == count(few.url("revisions/19/"))
    before = count(world.url("drafts/"))
    for _ in range(15):
        write(world)
    assert count(world.url("drafts/")) == before


def test_the_overview_counts_points_and_drafts(written):
    world = written.world
    # Importing it makes it known to the overview, as the URLs of the room do.
    assert selectors_page.draft_step(world.access("bob")).total == 1
    steps = {step.name: step for step in steps_of(world.access("bob"))}
    assert steps["draft"].count.total == 1
    assert steps["arrange"].count.total == 0
    assert steps["arrange"].count.waiting == 3
    assert {s.name: s.count.total for s in steps_of(world.access("cara"))}["draft"] == 0


def test_a_draft_can_be_discussed(written):
    world = written.world
    url = world.url(f"comments/draft/{written.draft.pk}/")
    assert world.client("tom").post(url, {"body": "Sehr gut."}).status_code == 200
    assert "Sehr gut." in world.client("rita").get(url).content.decode()
    assert world.client("dave").get(url).status_code == 404
    assert world.client("tom").get(world.url(f"comments/draft/{uuid.uuid4()}/")).status_code == 404


def test_a_verdict_leads_back_to_the_draft(written):
    world = written.world
    page = html(written)
    assert f'name="next" value="{written.url()}"' in page
    answer = world.client("bob").post(written.url("submit"), {"next": written.url()})
    assert answer["Location"] == written.url()
    page = html(written, "rita")
    assert 'id="approve-dialog"' in page
    answer = world.client("rita").post(written.url("approve"), {"next": written.url(), "revision": "1", "comment": ""})
    assert answer["Location"] == written.url()
    assert written.fresh().state == DraftState.APPROVED
