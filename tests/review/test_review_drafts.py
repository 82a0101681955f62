"""A draft's way through review: handed in, taken back, returned, approved at a revision, reopened by an edit."""

from __future__ import annotations

import pytest

from synthesis.drafting import actions as drafting
from synthesis.drafting.models import Draft, DraftState, Sentence
from synthesis.infra.errors import Conflict, Forbidden
from synthesis.infra.models import AuditEntry, Event
from synthesis.review import actions, selectors
from synthesis.review.models import DraftReview
from tests.review.drafts import make_draft


def post(world, who, draft, verb, **data):
    return world.client(who).post(world.url(f"drafts/{draft.pk}/{verb}"), data)


def state(draft):
    return Draft.objects.get(pk=draft.pk).state


def test_handed_in_and_approved(world):
    draft = make_draft(world)
    assert post(world, "bob", draft, "submit", comment="请看。").status_code == 302
    assert state(draft) == DraftState.IN_REVIEW
    assert post(world, "rita", draft, "approve", revision=1).status_code == 302
    draft.refresh_from_db()
    assert (draft.state, draft.approved_revision) == (DraftState.APPROVED, 1)
    assert list(DraftReview.objects.order_by("created").values_list("act", "revision")) == [
        ("submitted", 1),
        ("approved", 1),
    ]
    verbs = AuditEntry.objects.filter(target_id=draft.pk).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["draft.submitted", "draft.approved"]
    assert Event.objects.filter(kind="draft.changed", audience="read_workspace").exists()


def test_a_newer_revision_is_not_approved_unread(world):
    draft = make_draft(world)
    post(world, "bob", draft, "submit")
    drafting.keep_revision(Draft.objects.get(pk=draft.pk), verb="edited", author_kind="person")
    assert post(world, "rita", draft, "approve", revision=1).status_code == 409
    assert post(world, "rita", draft, "return", revision=1, comment="x").status_code == 409
    assert state(draft) == DraftState.IN_REVIEW
    assert post(world, "rita", draft, "approve", revision=2).status_code == 302


def test_an_edit_reopens_it(world):
    draft = make_draft(world)
    post(world, "bob", draft, "submit")
    post(world, "rita", draft, "approve", revision=1)
    row = Draft.objects.get(pk=draft.pk)
    drafting.reopen(row, world.access("bob"))
    assert state(draft) == DraftState.DRAFT
    assert AuditEntry.objects.filter(verb="draft.reopened").count() == 1


def test_returned_with_a_reason_and_handed_in_again(world):
    draft = make_draft(world)
    post(world, "bob", draft, "submit")
    assert post(world, "rita", draft, "return", revision=1, comment=" ").status_code == 400
    assert post(world, "rita", draft, "return", revision=1, comment="第二点缺少依据。").status_code == 302
    assert state(draft) == DraftState.RETURNED
    html = world.client("bob").get(world.url("review/")).content.decode()
    assert "第二点缺少依据。" in html
    assert f"/drafts/{draft.pk}/submit" in html
    assert post(world, "bob", draft, "submit").status_code == 302
    history = world.client("tom").get(world.url("review/?show=history")).content.decode()
    assert history.count("/drafts/") >= 3
    assert "第二点缺少依据。" in history


def test_taken_back(world):
    draft = make_draft(world)
    assert post(world, "bob", draft, "withdraw").status_code == 409
    post(world, "bob", draft, "submit")
    assert post(world, "bob", draft, "withdraw").status_code == 302
    assert state(draft) == DraftState.DRAFT
    assert selectors.draft_history(world.access("bob"))[0].act == "withdrawn"


@pytest.mark.parametrize("bad", ["", "x", "-1", "1.5"])
def test_a_verdict_names_its_revision(world, bad):
    draft = make_draft(world)
    post(world, "bob", draft, "submit")
    assert post(world, "rita", draft, "approve", revision=bad).status_code == 400


def test_who_may_what(world):
    draft = make_draft(world, "tom")
    assert post(world, "tina", draft, "submit").status_code == 403
    assert post(world, "cara", draft, "submit").status_code == 403
    assert post(world, "dave", draft, "submit").status_code == 404
    assert post(world, "tom", draft, "submit").status_code == 302
    for verb in ("approve", "return"):
        assert post(world, "bob", draft, verb, revision=1, comment="x").status_code == 403
        assert post(world, "dave", draft, verb, revision=1, comment="x").status_code == 404
    assert world.client("rita").get(world.url(f"drafts/{draft.pk}/approve")).status_code == 405
    with pytest.raises(Forbidden):
        actions.approve_draft(access=world.access("tom"), draft=draft, revision=1)


def test_no_step_that_does_not_exist(world):
    draft = make_draft(world)
    assert post(world, "rita", draft, "approve", revision=1).status_code == 409
    post(world, "bob", draft, "submit")
    with pytest.raises(Conflict):
        actions.submit_draft(access=world.access("bob"), draft=draft)
    assert DraftReview.objects.count() == 1


def test_check_overlap_leads_to_the_report(world):
    draft = make_draft(world)
    response = post(world, "bob", draft, "check-overlap")
    assert response.status_code == 302
    assert "/overlap-reports/" in response["Location"]
    page = world.client("bob").get(response["Location"])
    assert 'data-state="queued"' in page.content.decode()
    assert post(world, "cara", draft, "check-overlap").status_code == 403
    assert post(world, "dave", draft, "check-overlap").status_code == 404
    scripted = world.client("bob").post(
        world.url(f"drafts/{draft.pk}/check-overlap"), headers={"accept": "application/json"}
    )
    assert scripted.status_code == 201
    assert set(scripted.json()) == {"id", "job", "url"}
    Sentence.objects.update(deleted="2026-01-01T00:00:00Z")
    assert post(world, "bob", draft, "check-overlap").status_code == 400
    Draft.objects.filter(pk=draft.pk).update(state=DraftState.WRITING)
    assert post(world, "bob", draft, "check-overlap").status_code == 409


def test_a_report_says_when_the_draft_has_gone_on(world, django_capture_on_commit_callbacks):
    draft = make_draft(world)
    with django_capture_on_commit_callbacks():
        report = actions.request_overlap_report(access=world.access("bob"), draft=draft)
    from synthesis.infra import leases

    leases.run(report.job_id)
    address = world.url(f"overlap-reports/{report.pk}/")
    again = f"/drafts/{draft.pk}/check-overlap"
    assert again not in world.client("bob").get(address).content.decode()
    drafting.keep_revision(Draft.objects.get(pk=draft.pk), verb="edited", author_kind="person")
    page = world.client("bob").get(address)
    assert page.context["newer"] == 2
    assert again in page.content.decode()
    assert 'class="newer"' in world.client("bob").get(world.url("overlap-reports/")).content.decode()


def test_whoever_judges_in_the_queue_sees_what_was_let_stand(world):
    draft = make_draft(world)
    first = Sentence.objects.filter(paragraph__draft=draft).first()
    first.verdict = {"overruled": {"by": "Bob", "reason": "Aus dem Anhang."}}
    first.save(update_fields=["verdict"])
    post(world, "bob", draft, "submit")
    card = world.client("rita").get(world.url("review/?show=drafts")).text.split("draft-card")[1]
    assert "1 let stand" in card
    question = card.split('data-confirm="')[1].split('"')[0]
    assert "1 sentence was let stand against the check" in question
