"""Fifty of everything that pages list, in a filled world."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.utils import timezone

from synthesis.accounts import actions as accounts
from synthesis.drafting.models import DraftState, Point, PointExcerpt
from synthesis.infra import audit
from synthesis.infra.models import Job, JobState
from synthesis.overlap.models import OverlapMatch
from synthesis.review.models import DraftAct, DraftReview, ExcerptReview, ExcerptVerdict
from synthesis.sources.models import Source, SourceState
from synthesis.tagging.models import Excerpt, Heading, Suggestion
from synthesis.workspaces.models import Invitation, Member, Workspace
from tests.filled_world import FilledWorld, add_sentence, keep, make_comment, make_draft, make_report
from tests.world import make_excerpt, make_source, make_user

STATES = [DraftState.DRAFT, DraftState.IN_REVIEW, DraftState.APPROVED, DraftState.RETURNED, DraftState.FAILED]


def multiply(world: FilledWorld, numbers: range) -> None:
    """Adds a row of each kind for each number, made by different people and in different states."""
    for number in numbers:
        user = make_user(f"member{number}")
        Member.objects.create(workspace=world.workspace, user=user, role="tagger")
        own = Workspace.objects.create(name=f"Own {number}", created_by=world.alice)
        Member.objects.create(workspace=own, user=world.alice, role="owner")
        Member.objects.create(workspace=own, user=user, role="reader")
        Invitation.objects.create(
            workspace=world.workspace,
            role="reader",
            created_by=world.alice,
            expires=timezone.now() + timedelta(days=number + 1),
        )
        audit.record("source.added", world.source, actor_id=user.pk, workspace_id=world.workspace.pk)
        _sources(world, number)
        _excerpts(world, user, number)
        _drafts(world, user, number)
        if number < accounts.MAX_TOKENS - 3:
            accounts.create_token(world.alice, f"token {number}")


def _sources(world: FilledWorld, number: int) -> None:
    make_source(world.workspace, world.bob, title=f"资料 {number}", text=f"第{number}份资料。只有两句。")
    for state in (SourceState.FAILED, SourceState.READING):
        row = make_source(world.workspace, world.bob, title=f"{state} {number}", text=f"{state} {number}")
        job = _job(world, "sources.extract", "source", row.pk, JobState.QUEUED)
        Source.objects.filter(pk=row.pk).update(state=state, text=None, error="died", job_id=job.pk)


def _job(world: FilledWorld, kind: str, about: str, pk: uuid.UUID, state: str) -> Job:
    return Job.objects.create(
        kind=kind,
        key=f"{kind}:{uuid.uuid4()}",
        workspace_id=world.workspace.pk,
        actor_id=world.tom.pk,
        args={about: str(pk)},
        state=state,
        finished=None if state == JobState.QUEUED else timezone.now(),
    )


def _excerpts(world: FilledWorld, user: object, number: int) -> None:
    text = world.text.text
    excerpt = make_excerpt(world.source, text[number : number + 6], world.headings["T"], user)  # type: ignore[arg-type]
    for judged, verdict in ((excerpt, ExcerptVerdict.ACCEPTED), (_open_one(world, user), ExcerptVerdict.RETURNED)):
        said = make_comment(world, judged, world.rita, f"Reason {number}")
        Excerpt.objects.filter(pk=judged.pk).update(review_state=verdict)
        ExcerptReview.objects.create(excerpt=judged, version=1, reviewer=world.rita, verdict=verdict, comment=said)
    _open_one(world, user)
    make_comment(world, world.accepted, user, f"Comment {number}")  # type: ignore[arg-type]
    make_comment(world, world.draft, user, f"Comment {number}")  # type: ignore[arg-type]
    Suggestion.objects.create(
        source=world.source,
        text=world.text,
        heading=world.headings["E"],
        start=number,
        end=number + 7,
        score=0.5,
        provider="bigram",
    )
    heading = Heading.objects.create(
        workspace=world.workspace, key=f"H{number}", name=f"H {number}", position=10 + number
    )
    point = Point.objects.create(workspace=world.workspace, heading=heading, title=f"Point {number}", position=0)
    PointExcerpt.objects.create(point=point, excerpt=excerpt, position=0)
    more = Point.objects.create(workspace=world.workspace, heading=world.headings["T"], position=number + 1)
    PointExcerpt.objects.create(point=more, excerpt=excerpt, position=0)


def _open_one(world: FilledWorld, user: object) -> Excerpt:
    return make_excerpt(world.source, world.text.text[:9], world.headings["E"], user)  # type: ignore[arg-type]


def _drafts(world: FilledWorld, user: object, number: int) -> None:
    # The first row has everything that the many have: a page may ask more for a state that nothing was in.
    for state in STATES if number == 0 else [STATES[number % len(STATES)]]:
        draft = make_draft(world, user, state=state, title=f"草稿 {number}")  # type: ignore[arg-type]
    _job(world, "drafting.write", "draft", draft.pk, JobState.FAILED)
    add_sentence(world.paragraph_of(world.draft), world.excerpts[number % 3], f"第{number}句写了别的事。")
    if number < 10:
        world.draft.revision += 1
        keep(world.draft, user)  # type: ignore[arg-type]
    DraftReview.objects.create(draft=world.draft, revision=1, actor=user, act=DraftAct.APPROVED)
    make_report(world, world.draft, title=f"报告 {number}")
    excerpt = world.excerpts[0]
    OverlapMatch.objects.create(
        report=world.report,
        position=number + 1,
        draft_start=0,
        draft_end=5,
        source=excerpt.source,
        text=excerpt.text,
        start=excerpt.start,
        end=excerpt.start + 5,
        kind="verbatim",
        similarity=1.0,
        longest_run=5,
    )
