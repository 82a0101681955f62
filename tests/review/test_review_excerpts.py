"""Verdicts on excerpts: accepted, returned with a reason, never one's own, never on what has changed; all at once; back."""

from __future__ import annotations

import pytest

from synthesis.discussion.models import Comment
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import AuditEntry, Event
from synthesis.review import actions, selectors
from synthesis.review.models import ExcerptReview
from synthesis.tagging import actions as tagging
from synthesis.tagging.models import Excerpt, ReviewState
from synthesis.workspaces.selectors import steps_of
from tests.world import make_excerpt


def post(world, who, excerpt, verb, **data):
    return world.client(who).post(world.url(f"excerpts/{excerpt.pk}/{verb}"), data)


def test_accepted_ones_are_seen_by_readers(world):
    excerpt = world.excerpts[0]
    assert post(world, "rita", excerpt, "accept").status_code == 302
    excerpt.refresh_from_db()
    assert excerpt.review_state == ReviewState.ACCEPTED
    review = ExcerptReview.objects.get()
    assert (review.reviewer, review.verdict, review.version) == (world.rita, "accepted", excerpt.version)
    assert AuditEntry.objects.filter(target_id=excerpt.pk).count() == 1
    assert Event.objects.filter(kind="excerpt.changed", audience="read_workspace").exists()


def test_returning_takes_a_reason_that_the_tagger_sees(world):
    excerpt = world.excerpts[0]
    assert post(world, "rita", excerpt, "return", comment="  ").status_code == 400
    assert post(world, "rita", excerpt, "return", comment="这是社会，不是技术。").status_code == 302
    excerpt.refresh_from_db()
    assert excerpt.review_state == ReviewState.RETURNED
    assert Comment.objects.get().verdict == "returned"
    html = world.client("tom").get(world.url("review/")).content.decode()
    assert "这是社会，不是技术。" in html
    assert f"/sources/{world.source.pk}/#e-{excerpt.pk}" in html
    assert "这是社会" not in world.client("tina").get(world.url("review/?show=returned")).content.decode()


def test_a_change_after_the_verdict_asks_again(world):
    excerpt = world.excerpts[0]
    actions.return_excerpt(access=world.access("rita"), excerpt=excerpt, comment="请再看。")
    tagging.retag_excerpt(access=world.access("tom"), excerpt_id=excerpt.pk, headings=["S"], version=None)
    assert list(selectors.returned_to(world.access("tom"))) == []
    waiting = selectors.excerpts_to_review(world.access("rita"))
    (row,) = [one for one in waiting if one.pk == excerpt.pk]
    assert row.verdicts[0].comment.body == "请再看。"


def test_ones_own_are_reviewed_by_somebody_else(world):
    own = make_excerpt(world.source, "研究团队用柔性薄膜代替充气袖带", world.headings["T"], world.people["rita"])
    with pytest.raises(Forbidden):
        actions.accept_excerpt(access=world.access("rita"), excerpt=own)
    assert own not in selectors.excerpts_to_review(world.access("rita"))
    assert own in selectors.excerpts_to_review(world.access("alice"))
    assert actions.accept_excerpts(access=world.access("rita"), versions={own.pk: own.version}) == []


@pytest.mark.parametrize(("who", "status"), [("tom", 403), ("bob", 403), ("cara", 403), ("dave", 404), (None, 302)])
def test_only_reviewers_judge(world, who, status):
    for verb in ("accept", "return", "reopen"):
        assert post(world, who, world.excerpts[0], verb, comment="x").status_code == status
    assert world.client(who).post(world.url("review/accept"), {"excerpt": "x:1"}).status_code == status
    assert not ExcerptReview.objects.exists()


def test_a_verdict_on_what_has_changed_is_refused(world):
    excerpt = world.excerpts[0]
    response = post(world, "rita", excerpt, "accept", version=excerpt.version - 1)
    assert response.status_code == 409
    with pytest.raises(Conflict):
        actions.accept_excerpt(access=world.access("rita"), excerpt=excerpt, version=99)
    assert post(world, "rita", excerpt, "accept", version="x").status_code == 400


def test_a_deleted_one_cannot_be_judged(world):
    excerpt = world.excerpts[0]
    tagging.delete_excerpt(access=world.access("tom"), excerpt_id=excerpt.pk)
    with pytest.raises(NotFound):
        actions.accept_excerpt(access=world.access("rita"), excerpt=excerpt)
    assert post(world, "rita", excerpt, "accept").status_code == 404


def test_all_shown_but_only_as_they_were_seen(world):
    first, second, third = world.excerpts
    sent = [f"{first.pk}:{first.version}", f"{second.pk}:{second.version + 1}", f"{third.pk}:{third.version}"]
    response = world.client("rita").post(
        world.url("review/accept"), {"excerpt": sent}, headers={"accept": "application/json"}
    )
    assert response.json() == {"accepted": 2}
    assert Excerpt.objects.get(pk=second.pk).review_state == ReviewState.OPEN
    for bad in ({}, {"excerpt": "x"}, {"excerpt": f"{first.pk}:"}, {"excerpt": [f"{first.pk}:1"] * 201}):
        assert world.client("rita").post(world.url("review/accept"), bad).status_code == 400


def test_a_slip_is_taken_back(world):
    excerpt = world.excerpts[0]
    post(world, "rita", excerpt, "accept")
    with pytest.raises(Conflict):
        actions.reopen_excerpt(access=world.access("alice"), excerpt=excerpt)
    assert post(world, "rita", excerpt, "reopen").status_code == 302
    excerpt.refresh_from_db()
    assert excerpt.review_state == ReviewState.OPEN
    assert ExcerptReview.objects.count() == 1
    assert Event.objects.filter(kind="excerpt.hidden").exists()
    assert post(world, "rita", excerpt, "reopen").status_code == 409


def test_a_comment_too_long_stores_nothing(world):
    with pytest.raises(Invalid):
        actions.return_excerpt(access=world.access("rita"), excerpt=world.excerpts[0], comment="长" * 5001)
    assert not ExcerptReview.objects.exists()
    assert Excerpt.objects.get(pk=world.excerpts[0].pk).review_state == ReviewState.OPEN


def test_next_stays_on_this_host(world):
    inside = post(world, "rita", world.excerpts[0], "accept", next=world.url("review/?show=excerpts&page=2"))
    assert inside["Location"] == world.url("review/?show=excerpts&page=2")
    outside = post(world, "rita", world.excerpts[1], "accept", next="https://example.com/")
    assert outside["Location"] == world.url("review/")


def test_the_overview_counts_what_waits(world):
    (step,) = [step for step in steps_of(world.access("rita")) if step.name == "review"]
    assert (step.count.total, step.count.waiting) == (3, 3)
    actions.accept_excerpt(access=world.access("rita"), excerpt=world.excerpts[0])
    assert selectors.review_step(world.access("rita")).waiting == 2
    actions.return_excerpt(access=world.access("rita"), excerpt=world.excerpts[1], comment="请再看。")
    assert selectors.review_step(world.access("tom")).waiting == 1
    assert selectors.review_step(world.access("cara")).total == 0
