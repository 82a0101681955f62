"""What people do to sentences: saving, conflicts, adding, moving, removing, and what each leaves behind."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from synthesis.drafting import actions, selectors
from synthesis.drafting import actions_sentences as act
from synthesis.drafting.models import Citation, DraftState, Sentence
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event
from tests.drafting.written import FIRST, SECOND, THIRD
from tests.world import make_excerpt


def save(written, number, text, who="bob", version=None, **extra):
    row = written.sentences[number]
    return act.edit_sentence(
        access=written.world.access(who), sentence=row, text=text, version=version or row.version, **extra
    )


def test_a_save_is_a_revision_with_its_author(written):
    row = save(written, 1, "  血压计 测得\n更快。 ", who="alice")
    assert row.text == "血压计 测得 更快。"
    assert (row.author, row.author_kind, row.version) == (written.world.alice, "person", 2)
    draft = written.fresh()
    assert draft.revision == 2
    kept = selectors.get_revision(written.world.access("bob"), draft, 2)
    assert (kept.verb, kept.sentence_id, kept.author) == ("edited", row.pk, written.world.alice)
    entry = AuditEntry.objects.latest("id")
    assert (entry.verb, entry.before["text"], entry.after["text"]) == ("sentence.edited", FIRST, row.text)
    event = Event.objects.filter(kind="sentence.changed").latest("seq")
    assert event.payload["version"] == 2


def test_it_is_verified_and_measured_anew(written):
    assert save(written, 0, "可穿戴血压计在2023年卖出520万台。").state != "supported"
    copied = save(written, 0, "监管部门在2022年发布了动态血压计注册指南，要求厂商提交临床比对数据。")
    assert copied.overlap["longest_run"] >= 13
    assert copied.overlap["runs"]


def test_the_second_of_two_gets_both_texts_and_loses_nothing(written):
    save(written, 0, "鲍勃的句子。", version=1)
    with pytest.raises(Conflict) as caught:
        save(written, 0, "爱丽丝的句子。", who="alice", version=1)
    current = caught.value.current
    assert (current["text"], current["version"], current["by"]) == ("鲍勃的句子。", 2, "Bob")
    assert current["cites"] == [str(written.world.excerpts[1].pk)]
    assert save(written, 0, "爱丽丝的句子。", who="alice", version=2).text == "爱丽丝的句子。"
    texts = [r.snapshot["paragraphs"][0]["sentences"][0]["text"] for r in written.draft.revisions.order_by("number")]
    assert texts == [THIRD, "鲍勃的句子。", "爱丽丝的句子。"]


def test_a_save_without_a_change_is_no_revision(written):
    row = written.sentences[1]
    save(written, 1, row.text, cites=[c.excerpt_id for c in row.citations.all()])
    assert written.fresh().revision == 1
    with pytest.raises(Forbidden):
        save(written, 1, row.text, who="tom")


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 4001])
def test_empty_and_endless_texts_are_refused(written, text):
    with pytest.raises(Invalid):
        save(written, 0, text)
    assert written.fresh().revision == 1


@pytest.mark.parametrize("text", ["a\x00b", "half \ud83d pair"])
def test_what_cannot_be_stored_is_replaced(written, text):
    assert "\ufffd" in save(written, 0, text).text


@pytest.mark.parametrize("who", ["tom", "rita", "cara"])
def test_not_in_somebody_elses_draft(written, who):
    with pytest.raises(Forbidden):
        save(written, 0, "Fremd.", who=who)


def test_citations_are_replaced_in_order(written):
    t, _e, p = written.world.excerpts
    row = save(written, 0, "新的依据。", cites=[p.pk, t.pk])
    assert [c.excerpt_id for c in row.citations.order_by("position")] == [p.pk, t.pk]
    assert [c.quote for c in row.citations.order_by("position")] == [p.quote, t.quote]
    assert save(written, 0, "没有依据。", cites=[]).citations.count() == 0
    with pytest.raises(NotFound):
        save(written, 0, "不存在。", cites=[uuid.uuid4()])


def test_a_citation_whose_excerpt_is_gone_can_stay(written):
    t = written.world.excerpts[0]
    type(t).objects.filter(pk=t.pk).update(deleted="2026-01-01T00:00:00Z")
    row = save(written, 1, "仍然引用。", cites=[t.pk])
    (kept,) = row.citations.select_related("excerpt")
    assert (kept.quote, kept.start, kept.end) == (t.quote, t.start, t.end)
    assert selectors.is_stale(kept)
    with pytest.raises(NotFound):
        save(written, 0, "新引用。", cites=[t.pk])


@pytest.mark.parametrize("state", [DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.RETURNED])
def test_an_edit_reopens(written, state):
    type(written.draft).objects.update(state=state)
    save(written, 0, "改过了。")
    assert written.fresh().state == DraftState.DRAFT
    assert AuditEntry.objects.filter(verb="draft.reopened").count() == 1


def test_nothing_is_edited_while_it_is_written(written):
    type(written.draft).objects.update(state=DraftState.WRITING)
    with pytest.raises(Conflict):
        save(written, 0, "太早。")


def test_added_where_it_was_wanted(written):
    t = written.world.excerpts[0]
    bob = written.world.access("bob")
    row = act.add_sentence(access=bob, paragraph=written.paragraphs[1], text="插入的。", position=1, cites=[t.pk])
    assert written.texts() == [[THIRD], [FIRST, "插入的。", SECOND]]
    assert (row.kind, row.author_kind, row.citations.count()) == ("own", "person", 1)


def test_moved_within_and_across_paragraphs(written):
    bob = written.world.access("bob")
    first, second = written.paragraphs
    act.move_sentence(access=bob, sentence=written.sentences[2], paragraph=second, position=0)
    assert written.texts() == [[THIRD], [SECOND, FIRST]]
    act.move_sentence(access=bob, sentence=written.sentences[1], paragraph=first, position=99)
    assert written.texts() == [[THIRD, SECOND], [FIRST]]


def test_a_move_is_no_conflict_for_somebody_who_edits(written):
    row = written.sentences[1]
    act.move_sentence(access=written.world.access("alice"), sentence=row, paragraph=written.paragraphs[0], position=0)
    assert save(written, 0, "同时编辑。", version=row.version).text == "同时编辑。"


def test_removed_and_put_back_to_its_place(written):
    bob = written.world.access("bob")
    row = written.sentences[1]
    act.remove_sentence(access=bob, sentence=row)
    assert written.texts() == [[THIRD], [SECOND]]
    with pytest.raises(NotFound):
        act.edit_sentence(access=bob, sentence=row, text="Zu spät.", version=row.version)
    gone = selectors.get_sentence(bob, row.pk, removed=True)
    act.restore_sentence(access=bob, sentence=gone)
    assert written.texts() == [[THIRD], [FIRST, SECOND]]
    act.restore_sentence(access=bob, sentence=gone)
    assert written.fresh().revision == 3


def test_a_revision_comes_back_whole(written):
    bob = written.world.access("bob")
    before = written.texts()
    cites = [[c.excerpt_id for c in s.citations.order_by("position")] for s in written.sentences]
    save(written, 2, "别的内容。", cites=[])
    act.remove_sentence(access=bob, sentence=written.sentences[1])
    act.add_sentence(access=bob, paragraph=written.paragraphs[0], text="多余的。", position=0)
    actions.restore_revision(access=bob, draft=written.fresh(), number=1)
    assert written.texts() == before
    assert [[c.excerpt_id for c in s.citations.order_by("position")] for s in written.sentences] == cites
    assert written.fresh().revision == 5
    assert {s.author_kind for s in written.sentences} == {"rule"}


STEPS = st.lists(
    st.tuples(st.sampled_from(["edit", "add", "move", "remove", "restore"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=12,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_people_do_citations_and_order_stay_valid(written, steps):
    world, bob = written.world, written.world.access("bob")
    for verb, a, b in steps:
        rows, parts = written.sentences, written.paragraphs
        if verb == "edit" and rows:
            cites = [e.pk for e in world.excerpts[: b % 4]]
            row = rows[a % len(rows)]
            act.edit_sentence(access=bob, sentence=row, text=f"第{a}次修改{b}。", version=row.version, cites=cites)
        elif verb == "add":
            cites = [world.excerpts[b % 3].pk]
            act.add_sentence(access=bob, paragraph=parts[a % 2], text=f"新增{a}。", position=b, cites=cites)
        elif verb == "move" and rows:
            act.move_sentence(access=bob, sentence=rows[a % len(rows)], paragraph=parts[b % 2], position=b)
        elif verb == "remove" and rows:
            act.remove_sentence(access=bob, sentence=rows[a % len(rows)])
        elif verb == "restore":
            draft = written.fresh()
            actions.restore_revision(access=bob, draft=draft, number=1 + a % draft.revision)
    draft = written.fresh()
    text = world.text.text
    for citation in Citation.objects.filter(sentence__paragraph__draft=draft):
        assert text[citation.start : citation.end] == citation.quote
    for part in written.paragraphs:
        places = [s.position for s in Sentence.objects.filter(paragraph=part, deleted=None).order_by("position")]
        assert len(set(places)) == len(places)
    newest = selectors.get_revision(bob, draft, draft.revision).snapshot
    assert [[s["text"] for s in part["sentences"]] for part in newest["paragraphs"]] == written.texts()


def test_history_tells_every_text_of_one_sentence(written):
    from synthesis.drafting import selectors_page

    save(written, 0, "第一次。")
    save(written, 1, "另一句。")
    save(written, 0, "第二次。", who="alice")
    found = selectors_page.history_of(written.world.access("tom"), written.sentences[0])
    assert [(one["text"], one["revision"].number) for one in found] == [("第二次。", 4), ("第一次。", 2), (THIRD, 1)]


def test_what_can_be_cited_is_the_headings(written):
    from synthesis.drafting import selectors_page

    world = written.world
    other = make_excerpt(world.source, "更换意愿有限", world.headings["T"], world.bob, review_state="returned")
    found = selectors_page.citable_excerpts(world.access("bob"), written.paragraphs[1])
    assert [e.pk for e in found] == [world.excerpts[0].pk]
    assert other.pk not in {e.pk for e in found}


def test_an_earlier_wording_can_be_taken_again(written):
    row = written.sentences[0]
    was = row.text
    url = written.world.url(f"sentences/{row.pk}/")
    bob = written.world.client("bob")
    assert bob.post(f"{url}edit", {"text": "销量在2023年升至420万台。", "version": row.version}).status_code < 400
    margin = lxml_html.fromstring(bob.get(url, headers={"hx-request": "true"}).content.decode())
    (form,) = margin.xpath("//details[contains(@class, 'history')]//form")
    sent = {
        one.get("name"): one.get("value") for one in form.xpath(".//input") if one.get("name") != "csrfmiddlewaretoken"
    }
    assert bob.post(form.get("action"), sent).status_code < 400
    assert written.sentences[0].text == was
    assert written.sentences[0].citations.count() == 1


def test_a_removal_undone_is_told_as_that(written):
    row = written.sentences[1]
    url = written.world.url(f"sentences/{row.pk}/")
    bob = written.world.client("bob")
    bob.post(f"{url}remove", {"version": row.version})
    bob.post(f"{url}restore")
    page = bob.get(written.url("revisions/")).content.decode()
    assert "put back a sentence that had been removed" in page
    assert "restored an earlier state" not in page
