"""Ordering a draft and having it written by the job: what it makes, why it fails, and trying again."""

from __future__ import annotations

import pytest
from django.utils import translation

from synthesis.drafting import actions, actions_outline, selectors
from synthesis.drafting.models import Citation, Draft, DraftState, Sentence
from synthesis.infra import jobs, leases
from synthesis.infra.errors import Conflict, Forbidden, Invalid
from synthesis.infra.models import AuditEntry, Event, Job, JobState
from synthesis.tagging.models import Excerpt
from tests.world import make_excerpt, make_source


def order(world, who="bob", keys=("E", "T"), **extra):
    return actions.create_draft(access=world.access(who), keys=list(keys), **extra)


def run(draft):
    leases.run(draft.job_id)
    draft.refresh_from_db()
    return draft


@pytest.mark.parametrize(("language", "begins"), [("zh", "草稿："), ("en", "Draft: ")])
@pytest.mark.parametrize("page", ["en", "zh-hans"])
def test_a_draft_is_named_in_its_own_language_whatever_the_page_is_in(world, language, begins, page):
    type(world.workspace).objects.filter(pk=world.workspace.pk).update(language=language)
    with translation.override(page):
        assert order(world).title.startswith(begins)


@pytest.mark.parametrize(("language", "told"), [("zh", "（{}）"), ("en", " ({})")])
def test_drafts_of_the_same_headings_are_told_apart(world, language, told):
    type(world.workspace).objects.filter(pk=world.workspace.pk).update(language=language)
    first = order(world).title
    assert [order(world, who).title for who in ("tom", "bob")] == [first + told.format(n) for n in (2, 3)]
    assert order(world, title=first).title == first


def test_a_written_draft_is_cited_judged_and_measured(world):
    draft = run(order(world))
    assert draft.state == DraftState.DRAFT
    assert draft.revision == 1
    sentences = list(Sentence.objects.filter(paragraph__draft=draft))
    assert sentences
    for sentence in sentences:
        assert sentence.citations.count() >= 1
        assert sentence.author_kind == "rule"
        assert set(sentence.overlap) == {"ratio", "longest_run", "runs"}
        assert "reasons" in sentence.verdict
    for citation in Citation.objects.all():
        assert world.text.text[citation.start : citation.end] == citation.quote
    assert [s.heading.key for s in selectors.sections_of(draft)] == ["E", "T"]
    revision = selectors.get_revision(world.access("bob"), draft, 1)
    assert (revision.verb, revision.author) == ("wrote", None)
    kinds = list(Event.objects.filter(kind="draft.changed").values_list("payload__state", flat=True))
    assert kinds[-1] == "draft"


def test_the_same_message_twice_is_one_draft(world):
    draft = run(order(world))
    before = list(Sentence.objects.values_list("pk", flat=True).order_by("pk"))
    leases.run(draft.job_id)
    assert list(Sentence.objects.values_list("pk", flat=True).order_by("pk")) == before


def test_arranged_points_are_followed(world):
    bob = world.access("bob")
    point = actions_outline.create_point(access=bob, heading=world.headings["T"], title="我们的要点")
    actions_outline.place_excerpt(access=bob, excerpt=world.excerpts[0], heading=world.headings["T"], point=point)
    draft = run(order(world, keys=["T"]))
    assert "我们的要点" in {p.title for p in draft.paragraphs.all()}


def test_returned_excerpts_are_not_used(world):
    bad = make_excerpt(
        make_source(world.workspace, world.bob, title="Z", text="标题\n退回的材料说销量为999万台。"),
        "退回的材料说销量为999万台。",
        world.headings["E"],
        world.tom,
        review_state="returned",
    )
    draft = run(order(world, keys=["E"]))
    assert not Citation.objects.filter(sentence__paragraph__draft=draft, excerpt=bad).exists()


@pytest.mark.parametrize("keys", [[], ["X"], ["S"]])
def test_nothing_to_draft_from(world, keys):
    with pytest.raises(Invalid):
        order(world, keys=keys)
    assert not Draft.objects.exists()
    assert not Job.objects.exists()


def test_only_returned_excerpts_are_nothing_either(world):
    Excerpt.objects.update(review_state="returned")
    with pytest.raises(Invalid):
        order(world)


@pytest.mark.parametrize("extra", [{"points": 7}, {"title": "x" * 201}])
def test_bad_orders(world, extra):
    with pytest.raises(Invalid):
        order(world, **extra)


def test_a_reader_orders_none(world):
    with pytest.raises(Forbidden):
        order(world, who="cara")


def test_a_failure_says_why_and_can_be_tried_again(world):
    draft = order(world, keys=["T"])
    Excerpt.objects.update(deleted="2026-01-01T00:00:00Z")
    run(draft)
    job = Job.objects.get(pk=draft.job_id)
    assert (draft.state, job.state) == (DraftState.FAILED, JobState.FAILED)
    assert job.error
    Excerpt.objects.update(deleted=None)
    again = actions.retry_draft(access=world.access("bob"), draft=draft)
    assert again.job_id != job.pk
    assert run(again).state == DraftState.DRAFT
    verbs = set(AuditEntry.objects.values_list("verb", flat=True))
    assert {"draft.created", "draft.failed", "draft.retried", "draft.written"} <= verbs
    with pytest.raises(Conflict):
        actions.retry_draft(access=world.access("bob"), draft=again)


def test_a_stopped_draft_whose_job_is_started_again_elsewhere_is_written(world):
    draft = order(world, keys=["T"])
    jobs.cancel(Job.objects.get(pk=draft.job_id))
    draft.refresh_from_db()
    assert draft.state == DraftState.FAILED
    job = jobs.retry(Job.objects.get(pk=draft.job_id))
    leases.run(job.pk)
    draft.refresh_from_db()
    assert (draft.state, draft.job_id) == (DraftState.DRAFT, job.pk)


def test_renamed_and_deleted_are_told(written):
    bob = written.world.access("bob")
    assert actions.rename_draft(access=bob, draft=written.draft, title=" 新  名 ").title == "新 名"
    with pytest.raises(Invalid):
        actions.rename_draft(access=bob, draft=written.draft, title=" ")
    with pytest.raises(Forbidden):
        actions.delete_draft(access=written.world.access("tom"), draft=written.draft)
    actions.delete_draft(access=bob, draft=written.draft)
    states = list(Event.objects.filter(kind="draft.changed").order_by("seq").values_list("payload__state", flat=True))
    assert states[-2:] == ["draft", "deleted"]
    assert not selectors.drafts_visible_to(bob).exists()


def test_rules_that_cannot_translate_say_so(world):
    world.workspace.language = "en"
    world.workspace.save()
    draft = run(order(world))
    assert draft.state == DraftState.FAILED
    assert "rules do not translate" in Job.objects.get(pk=draft.job_id).error
