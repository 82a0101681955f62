"""What people see of a draft's doubts: changes since approval, citations out of date, sentences that stand by a person's word."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from synthesis.drafting import actions_overrule, actions_sentences
from synthesis.drafting.models import Citation, Draft, DraftState, Revision, Sentence
from synthesis.infra.models import Job, JobState
from synthesis.tagging.models import Excerpt
from tests.drafting.written import THIRD
from tests.tagging.test_reanchoring import renew

REASON = "附表另有更正，已核对。"


def shown(written, who="bob", tail=""):
    response = written.world.client(who).get(written.url(tail))
    assert response.status_code == 200
    return lxml_html.fromstring(response.content.decode())


def text_of(page, place: str) -> str:
    return " ".join("".join(one.text_content() for one in page.xpath(place)).split())


def panel(written, row, who="bob") -> str:
    url = written.world.url(f"sentences/{row.pk}/")
    return written.world.client(who).get(url, headers={"HX-Request": "true"}).content.decode()


def approved(written):
    Draft.objects.filter(pk=written.draft.pk).update(state=DraftState.APPROVED, approved_revision=1)


def edit(written, number, text, **more):
    row = written.sentences[number]
    access = written.world.access("bob")
    return actions_sentences.edit_sentence(access=access, sentence=row, text=text, version=row.version, **more)


# --- since approval ---------------------------------------------------------------------------------------------------


def test_what_a_change_would_cost_is_said_before_it_is_made(written):
    approved(written)
    page = shown(written)
    assert "readers no longer see it until it is approved again" in text_of(page, "//*[@id='desk-bar']")
    assert "Saving ends the approval" in page.text_content()


def test_a_draft_put_back_as_it_was_approved_says_so(written):
    approved(written)
    edit(written, 0, THIRD.replace("420", "520"))
    bar = text_of(shown(written), "//*[@id='desk-bar']")
    assert "1 sentence differs" in bar
    assert written.world.client("bob").post(written.url("revisions/1/restore")).status_code == 302
    bar = text_of(shown(written), "//*[@id='desk-bar']")
    assert "0 sentence" not in bar
    assert "Every sentence stands as in revision 1" in bar


def test_a_change_since_approval_is_told_by_a_sign(written):
    approved(written)
    edit(written, 0, THIRD.replace("420", "520"))
    assert len(shown(written).xpath("//*[@data-since]//*[@class='since-sign']")) == 1


def test_the_next_revision_names_the_approved_one_it_is_compared_with(written):
    approved(written)
    edit(written, 0, THIRD.replace("420", "520"))
    asked = text_of(shown(written, tail="revisions/2/?since=1"), "//header")
    assert "since revision 1, which was approved" in asked
    assert "which was approved" not in text_of(shown(written, tail="revisions/2/"), "//header")


# --- differences ------------------------------------------------------------------------------------------------------


def test_a_difference_shows_headings_once_and_which_citations_came_and_went(written):
    row = written.sentences[0]
    was = row.citations.get()
    now = next(one for one in written.world.excerpts if one.pk != was.excerpt_id)
    edit(written, 0, row.text, cites=[now.pk])
    page = shown(written, tail="revisions/2/")
    titles = [one.text_content() for one in page.xpath("//article//h2")]
    assert len(titles) == len(set(titles)) == len({part.heading_id for part in written.paragraphs})
    (recited,) = page.xpath("//*[@class='recited']")
    assert [one.get("title") for one in recited.xpath("./del")] == [was.quote]
    assert [one.get("title") for one in recited.xpath("./ins")] == [now.quote]


# --- stale citations --------------------------------------------------------------------------------------------------


@pytest.fixture
def reworded(written) -> Citation:
    """A citation whose excerpt reads otherwise by now."""
    citation = written.sentences[0].citations.get()
    Excerpt.objects.filter(pk=citation.excerpt_id).update(quote="销量达到460万台。")
    return citation


def test_a_reworded_excerpt_is_shown_beside_what_was_cited_and_can_be_cited_anew(written, reworded):
    row = written.sentences[0]
    stale = "//a[@data-state='stale']"
    before = len(shown(written).xpath(stale))
    margin = panel(written, row)
    assert reworded.quote in margin
    assert "销量达到460万台。" in margin
    assert "Cite it as it reads now" in margin
    assert "Cite it as it reads now" not in panel(written, row, "rita")
    url = written.world.url(f"sentences/{row.pk}/edit")
    form = {"text": row.text, "version": row.version, "renewed": str(reworded.excerpt_id)}
    assert written.world.client("bob").post(url, form).status_code == 302
    anew = written.sentences[0]
    assert anew.citations.get().quote == "销量达到460万台。"
    assert anew.state == "unsupported"
    assert len(shown(written).xpath(stale)) == before - 1
    recited = shown(written, tail="revisions/2/").xpath("//*[@class='recited']")
    assert len(recited) == 1


def test_others_stay_as_they_were_cited_when_one_is_cited_anew(written):
    row = next(one for one in written.sentences if one.citations.count() > 1)
    first, second = row.citations.order_by("position")[:2]
    Excerpt.objects.update(quote="改写过的话。")
    actions_sentences.edit_sentence(
        access=written.world.access("bob"),
        sentence=row,
        text=row.text,
        version=row.version,
        renewed=[second.excerpt_id],
    )
    assert [c.quote for c in row.citations.order_by("position")][:2] == [first.quote, "改写过的话。"]


def test_a_removed_excerpt_cannot_be_cited_anew_and_says_what_to_do(written):
    row = written.sentences[0]
    citation = row.citations.get()
    Excerpt.objects.filter(pk=citation.excerpt_id).update(deleted="2026-01-01T00:00:00Z")
    margin = panel(written, row)
    assert "cite another excerpt" in margin
    assert "Cite it as it reads now" not in margin
    url = written.world.url(f"sentences/{row.pk}/edit")
    form = {"text": row.text, "version": row.version, "renewed": str(citation.excerpt_id)}
    assert written.world.client("bob").post(url, form).status_code == 404
    assert "the excerpt has been removed" in text_of(shown(written), "//*[@id='attention']")


def test_an_excerpt_that_waits_in_a_newer_text_is_marked_where_it_is_cited(written):
    world = written.world
    quote = written.sentences[0].citations.get().quote
    renew(world, world.source.text.text.replace(quote, "此处另写。"))
    page = shown(written)
    assert page.xpath("//a[@data-unplaced and @data-state='stale']")
    assert "waits to be placed" in text_of(page, "//*[@id='attention']")


def test_going_back_from_an_approved_draft_says_what_it_ends(written):
    edit(written, 0, "2023年销量达到420万台左右。")
    approved(written)
    page = lxml_html.fromstring(written.world.client("bob").get(written.url("revisions/1/")).content)
    (asked,) = page.xpath("//form[contains(@action, 'restore')]/@data-confirm")
    assert "ends the approval" in asked


# --- overruled --------------------------------------------------------------------------------------------------------


def test_a_reviewer_sees_what_stands_by_a_persons_word(written):
    row = edit(written, 0, "2023年销量达到910万台。")
    assert row.state == "unsupported"
    access = written.world.access("bob")
    actions_overrule.overrule_verdict(access=access, sentence=row, version=row.version, reason=REASON)
    Draft.objects.filter(pk=written.draft.pk).update(state=DraftState.IN_REVIEW)
    page = shown(written, "rita")
    (flag,) = page.xpath("//*[@data-overruled]")
    assert REASON in flag.get("title")
    assert "1 let stand" in text_of(page, "//*[@id='desk-bar']")
    assert "1 sentence was let stand" in text_of(page, "//*[@id='approve-dialog']")
    margin = lxml_html.fromstring(panel(written, row, "rita"))
    badges = [one.text_content() for one in margin.xpath("//*[contains(@class, 'badge')]")]
    assert "Let stand" in badges
    assert "Supported" not in badges
    assert Revision.objects.filter(draft=written.draft, verb="overruled").count() == 1


def test_the_list_tells_a_persons_word_from_the_checkers(written):
    access = written.world.access("bob")
    row = edit(written, 0, "2023年销量达到910万台。")
    counted = [f"{n} {word}" for n, word in ((1, "sentence supported"), (1, "to check"), (1, "let stand"))]
    actions_overrule.overrule_verdict(access=access, sentence=row, version=row.version, reason=REASON)
    page = lxml_html.fromstring(written.world.client("bob").get(written.world.url("drafts/")).content)
    told = " ".join(page.xpath("string(//*[contains(@class, 'draft-counts')])").split())
    assert told == " ".join(counted)


def test_the_list_tells_how_many_sentences_copy(written):
    Sentence.objects.filter(pk=written.sentences[0].pk).update(overlap={"ratio": 1.0, "longest_run": 20, "runs": []})
    page = lxml_html.fromstring(written.world.client("bob").get(written.world.url("drafts/")).content)
    assert "1 with copied runs" in text_of(page, "//*[contains(@class, 'draft-counts')]")


def test_a_draft_that_a_person_stopped_has_not_failed(written):
    Draft.objects.filter(pk=written.draft.pk).update(state=DraftState.FAILED)
    Job.objects.filter(pk=written.draft.job_id).update(state=JobState.CANCELLED)
    bob = written.world.client("bob")
    (row,) = lxml_html.fromstring(bob.get(written.world.url("drafts/")).content).xpath(
        f"//li[@id='draft-{written.draft.pk}']"
    )
    assert row.xpath(".//*[@data-state='cancelled']")
    assert not row.xpath(".//*[@data-state='failed'] | .//*[@class='problem']")
    assert not shown(written).xpath("//*[@id='draft-waiting']//*[@data-level='danger']")


# --- on paper ---------------------------------------------------------------------------------------------------------


def test_the_evidence_on_paper_names_citations_that_are_out_of_date(written, reworded):
    url = written.world.url(f"exports/md?draft={written.draft.pk}&appendix=1")
    answer = written.world.client("bob").get(url)
    text = (b"".join(answer) if answer.streaming else answer.content).decode()
    told = [line for line in text.splitlines() if "摘录已有改动" in line]
    stale = Citation.objects.filter(sentence__paragraph__draft=written.draft, excerpt=reworded.excerpt_id)
    assert len(told) == stale.filter(sentence__deleted__isnull=True).count() > 0
    Excerpt.objects.filter(pk=reworded.excerpt_id).update(quote=reworded.quote)
    answer = written.world.client("bob").get(url)
    assert "摘录已有改动" not in (b"".join(answer) if answer.streaming else answer.content).decode()


@pytest.mark.parametrize("name", ["docx", "pdf", "tex", "md", "html"])
def test_every_format_is_offered_with_the_evidence(written, name):
    (address,) = shown(written).xpath(
        f"//*[@id='menu-export']//a[contains(@href, '/{name}?') and contains(@href, 'appendix=1')]/@href"
    )
    assert written.world.client("bob").get(address).status_code == 200


@pytest.mark.parametrize("name", ["tex", "md", "html"])
def test_the_evidence_stands_in_text_formats(written, name):
    quote = written.sentences[0].citations.get().quote
    address = written.world.url(f"exports/{name}?draft={written.draft.pk}")

    def text(url: str) -> str:
        answer = written.world.client("bob").get(url)
        found = (b"".join(answer) if answer.streaming else answer.content).decode()
        return "".join(found.replace("\\%", "%").replace("\\", "").split())

    assert "".join(quote.split()) not in text(address)
    assert "".join(quote.split()) in text(f"{address}&appendix=1")
