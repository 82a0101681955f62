"""Writing a draft again: what people wrote or locked stays, the rest is new, and everything can be taken back."""

from __future__ import annotations

import random

import pytest

from synthesis.drafting import (
    actions,
    actions_outline,
    actions_overrule,
    actions_rewrite,
    actions_sentences,
    measure,
    pages_revisions,
    selectors,
)
from synthesis.drafting.models import DraftState, Paragraph, Sentence
from synthesis.infra import leases
from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import AuditEntry
from tests.drafting.rewritten import check, one_change, part, store
from tests.drafting.written import FIRST, SECOND, THIRD, made, write

NEW = "柔性薄膜让单次测量只要20秒。"


@pytest.fixture
def world(world, monkeypatch):
    """Judging and measuring read all sources; here only what is done with sentences counts."""
    monkeypatch.setattr(
        measure, "verdict_of", lambda text, quotes, put_right=(): ("check", {"checks": {}, "reasons": []})
    )
    monkeypatch.setattr(measure, "overlap_of", lambda workspace_id, text: {"ratio": 0, "longest_run": 0, "runs": []})
    return world


def edit(written, sentence, text, **extra):
    access = written.world.access("bob")
    return actions_sentences.edit_sentence(
        access=access, sentence=sentence, text=text, version=sentence.version, **extra
    )


def again(written, *texts, title="测量", point=None, **extra):
    """Point T is written anew with these sentences."""
    t = written.world.excerpts[0]
    sentences = [made(text, [t]) for text in texts]
    store(written, [part(written.world.headings["T"], title, sentences, point)], **extra)


def link(written):
    """The second paragraph belongs to a point of the plan."""
    point = actions_outline.create_point(
        access=written.world.access("bob"), heading=written.world.headings["T"], title="测量"
    )
    Paragraph.objects.filter(pk=written.paragraphs[1].pk).update(point=point)
    return point


def test_the_open_points_are_new_and_the_rest_stays(written):
    again(written, NEW, provider="model")
    assert written.texts() == [[THIRD], [NEW]]
    assert [s.author_kind for s in written.sentences] == ["rule", "model"]
    revision = selectors.get_revision(written.world.access("bob"), written.draft, 2)
    assert (revision.verb, revision.author_kind) == ("rewrote", "model")
    actions.restore_revision(access=written.world.access("bob"), draft=written.draft, number=1)
    assert written.texts() == [[THIRD], [FIRST, SECOND]]
    check(written)


def test_people_s_sentences_keep_their_place_and_citations(world):
    written = write(world, sentences=2)
    mine = edit(written, written.sentences[2], "我改的一句。", cites=[world.excerpts[1].pk])
    again(written, "新一。", "新二。", "新三。", "新四。")
    assert written.texts()[1] == ["新一。", "我改的一句。", "新二。", "新三。", "新四。"]
    assert [c.excerpt_id for c in mine.citations.all()] == [world.excerpts[1].pk]
    again(written)
    assert written.texts()[1] == ["我改的一句。"]


def test_what_a_person_wrote_over_or_took_out_is_not_written_once_more(written):
    edit(written, written.sentences[2], "长者很愿意。")
    actions_sentences.remove_sentence(access=written.world.access("bob"), sentence=written.sentences[1])
    again(written, FIRST, SECOND, "长者很愿意！", NEW)
    assert written.texts()[1] == ["长者很愿意。", NEW]


def test_what_comes_out_the_same_stays_the_same_row(written):
    first = written.sentences[1]
    again(written, FIRST, NEW)
    assert written.sentences[1].pk == first.pk
    before, after = (selectors.get_revision(written.world.access("bob"), written.draft, n) for n in (1, 2))
    parts = pages_revisions.difference(before, after)
    assert [[one.change for one in p.sentences] for p in parts] == [["same"], ["same", "removed", "added"]]


def test_a_locked_point_is_left_alone(written):
    point = link(written)
    actions_outline.lock_point(access=written.world.access("bob"), point=point, locked=True)
    again(written, NEW, point=point)
    assert written.texts()[1] == [FIRST, SECOND]
    again(written, NEW)
    assert written.texts()[1] == [FIRST, SECOND]
    actions_outline.lock_point(access=written.world.access("bob"), point=point, locked=False)
    again(written, NEW, point=point, title="更快")
    assert written.texts()[1] == [NEW]
    assert written.paragraphs[1].title == "更快"


def test_a_deleted_point_leaves_its_paragraph(written):
    actions_outline.delete_point(access=written.world.access("bob"), point=link(written))
    assert Paragraph.objects.get(pk=written.paragraphs[1].pk).point is None
    assert written.texts()[1] == [FIRST, SECOND]


def test_only_what_was_chosen(written):
    again(written, NEW, chosen=[written.paragraphs[0].pk])
    assert written.texts() == [[THIRD], [FIRST, SECOND]]


def test_a_sentence_somebody_let_stand_stays(written):
    row = written.sentences[2]
    actions_overrule.overrule_verdict(
        access=written.world.access("bob"), sentence=row, version=row.version, reason="见原文。"
    )
    again(written, NEW)
    assert written.texts()[1] == [NEW, SECOND]


def test_points_come_and_go(written):
    t, e, _ = written.world.excerpts
    more = made("又一个要点。", [e])
    store(written, [part(written.world.headings["T"], title, [more]) for title in ("测量", "新的")])
    assert written.texts() == [[THIRD], ["又一个要点。"], ["又一个要点。"]]
    store(written, [part(written.world.headings["T"], "新的", [made(NEW, [t])])])
    assert written.texts() == [[THIRD], [NEW]]
    actions.restore_revision(access=written.world.access("bob"), draft=written.draft, number=2)
    assert written.texts() == [[THIRD], ["又一个要点。"], ["又一个要点。"]]
    check(written)


def test_an_approved_draft_tells_what_changed_since(written):
    draft = written.draft
    type(draft).objects.filter(pk=draft.pk).update(state=DraftState.APPROVED, approved_revision=1)
    page = written.world.client("bob").get(written.url())
    assert "Changed since revision" not in page.content.decode()
    edit(written, written.sentences[0], "改了。")
    again(written, FIRST)
    html = written.world.client("bob").get(written.url()).content.decode()
    assert "Changed since revision 1, which was approved:" in html
    assert html.count('data-since="edited"') == 1
    assert "1 is gone" in html
    assert written.fresh().state == DraftState.DRAFT
    shown = written.world.client("bob").get(written.url("revisions/3/?since=1")).content.decode()
    assert "All that changed since revision 1, which was approved." in shown
    assert "<ins>" in shown
    assert SECOND in shown


def test_by_the_worker_from_the_present_plan(world):
    draft = actions.create_draft(access=world.access("bob"), keys=["T", "E"], points=1)
    leases.run(draft.job_id)
    sentence = Sentence.objects.filter(paragraph__draft=draft).first()
    mine = actions_sentences.edit_sentence(
        access=world.access("bob"), sentence=sentence, text="这是我写的。", version=sentence.version
    )
    answer = world.client("bob").post(world.url(f"drafts/{draft.pk}/rewrite"), {"provider": "rules"})
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert "is being written again" in world.client("bob").get(world.url(f"drafts/{draft.pk}/")).content.decode()
    leases.run(draft.job_id)
    draft.refresh_from_db()
    assert selectors.revisions_of(world.access("bob"), draft)[0].verb == "rewrote"
    mine.refresh_from_db()
    assert (mine.text, mine.deleted) == ("这是我写的。", None)
    assert draft.revision == 3
    assert AuditEntry.objects.filter(verb="draft.rewritten").exists()
    leases.run(draft.job_id)
    draft.refresh_from_db()
    assert draft.revision == 3


def test_what_is_refused(written):
    access = written.world.access("bob")
    with pytest.raises(Forbidden):
        actions_rewrite.rewrite_draft(access=written.world.access("tom"), draft=written.draft)
    with pytest.raises(Invalid):
        actions_rewrite.rewrite_draft(access=access, draft=written.draft, provider="model")
    with pytest.raises(Invalid):
        actions_rewrite.rewrite_draft(access=access, draft=written.draft, paragraphs=[])
    type(written.draft).objects.update(state=DraftState.WRITING)
    with pytest.raises(Conflict):
        actions_rewrite.rewrite_draft(access=access, draft=written.draft)


def test_nothing_dangles_whatever_people_do(written):
    for key in ("T", "E"):
        actions_outline.create_point(access=written.world.access("bob"), heading=written.world.headings[key], title=key)
    dice = random.Random(5)
    done = set()
    for _ in range(20):
        done.add(one_change(written, dice))
        check(written)
    # A thousand changes: tests/bench/drafting/changes.py.
    assert len(done) >= 5
