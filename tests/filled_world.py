"""The world of `tests.world` with something in every room: for walks over all pages. Built straight from the models."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from synthesis.accounts import actions as accounts
from synthesis.accounts.models import User
from synthesis.discussion.models import Comment, CommentTarget
from synthesis.drafting.models import (
    AuthorKind,
    Citation,
    Draft,
    DraftState,
    Paragraph,
    Point,
    PointExcerpt,
    Revision,
    Sentence,
)
from synthesis.infra import audit
from synthesis.infra.models import Job, JobState
from synthesis.overlap.models import OverlapMatch, OverlapReport, ReportState
from synthesis.review.models import DraftAct, DraftReview, ExcerptReview, ExcerptVerdict
from synthesis.sources.models import Source, SourceState
from synthesis.tagging.models import Change, Excerpt, Heading, ReviewState, Suggestion, SuggestionState
from synthesis.workspaces.models import Invitation, Member
from tests.world import World, browser, make_excerpt, make_source, make_world, signed_in

SPARE = "研究团队用柔性薄膜代替充气袖带，使单次测量时间缩短到20秒。"


@dataclass
class FilledWorld(World):
    """What tests name; everything else is found through it."""

    accepted: Excerpt = None  # type: ignore[assignment]
    point: Point = None  # type: ignore[assignment]
    draft: Draft = None  # type: ignore[assignment]
    report: OverlapReport = None  # type: ignore[assignment]
    invitation: Invitation = None  # type: ignore[assignment]

    sessions: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)

    def visitor(self, name: str | None) -> Client:
        """As `client`, but one session serves all visits of that person. It begins with the first one."""
        if name and name not in self.sessions:
            self.sessions[name] = signed_in(self.people[name])
        return browser(self.sessions[name] if name else "")

    def member(self, name: str) -> Member:
        return Member.objects.get(workspace=self.workspace, user=self.people[name])

    def token(self, name: str) -> str:
        """A bearer token of that person."""
        return accounts.create_token(self.people[name], "test")[1]

    def excerpt_by(self, name: str, **extra: Any) -> Excerpt:
        """A new excerpt of that person, and the change that they can undo."""
        return make_undoable(make_excerpt(self.source, SPARE, self.headings["T"], self.people[name], **extra))

    def draft_by(self, name: str, state: str = DraftState.DRAFT) -> Draft:
        return make_draft(self, self.people[name], state=state)

    def draft_of(self, name: str, state: str = DraftState.DRAFT) -> Draft:
        """As `draft_by`, but one draft serves all visits of that person. It begins with the first one."""
        if name not in self.drafts:
            self.drafts[name] = self.draft_by(name)
        Draft.objects.filter(pk=self.drafts[name].pk).update(state=state)
        return self.drafts[name]

    def job_by(self, name: str, state: str) -> Job:
        return Job.objects.create(
            kind="drafting.write",
            key=f"draft:{uuid.uuid4()}",
            workspace_id=self.workspace.pk,
            actor_id=self.people[name].pk,
            args={"draft": str(self.draft.pk)},
            state=state,
            finished=None if state in {JobState.QUEUED, JobState.RUNNING} else timezone.now(),
        )

    def comment_by(self, name: str, body: str = "Please check the year.") -> Comment:
        return make_comment(self, self.accepted, self.people[name], body)

    def suggestion(self, state: str = SuggestionState.OPEN) -> Suggestion:
        start = self.text.text.index("老年用户")
        return Suggestion.objects.create(
            source=self.source,
            text=self.text,
            heading=self.headings["S"],
            start=start + Suggestion.objects.filter(text=self.text).count(),
            end=self.text.length,
            score=0.7,
            provider="bigram",
            state=state,
        )

    def failed_source(self) -> Source:
        source = make_source(self.workspace, self.bob, title="坏文件", text=f"坏 {uuid.uuid4()}")
        Source.objects.filter(pk=source.pk).update(state=SourceState.FAILED, error="died", text=None)
        source.refresh_from_db()
        return source

    def deleted_source(self) -> Source:
        source = make_source(self.workspace, self.bob, title="删除的", text=f"旧 {uuid.uuid4()}")
        Source.objects.filter(pk=source.pk).update(deleted=timezone.now())
        return source

    def sentence_of(self, draft: Draft) -> Sentence:
        return Sentence.objects.filter(paragraph__draft=draft).order_by("position")[0]

    def paragraph_of(self, draft: Draft) -> Paragraph:
        return draft.paragraphs.all()[0]


def make_undoable(excerpt: Excerpt) -> Excerpt:
    """Adds the change that its maker could undo."""
    keys = list(excerpt.tags.values_list("heading__key", flat=True))
    Change.objects.create(
        workspace=excerpt.workspace,
        actor=excerpt.created_by,
        excerpt=excerpt,
        verb="created",
        after={"headings": keys, "note": excerpt.note, "deleted": False},
    )
    return excerpt


def make_comment(world: World, about: Excerpt | Draft, author: User, body: str) -> Comment:
    kind = CommentTarget.DRAFT if isinstance(about, Draft) else CommentTarget.EXCERPT
    return Comment.objects.create(
        workspace=world.workspace, target_type=kind, target_id=about.pk, author=author, body=body
    )


def make_draft(world: World, owner: User, *, state: str = DraftState.DRAFT, title: str = "草稿") -> Draft:
    """A draft of two headings, one cited sentence each, with its first revision."""
    draft = Draft.objects.create(
        workspace=world.workspace,
        title=title,
        heading_keys=["E", "T"],
        state=state,
        revision=1,
        approved_revision=1 if state == DraftState.APPROVED else None,
        created_by=owner,
        findings={"conflicts": [], "advice": [], "unused": []},
    )
    for position, (key, excerpt) in enumerate(zip("TE", world.excerpts, strict=False)):
        paragraph = Paragraph.objects.create(draft=draft, heading=world.headings[key], title="要点", position=position)
        add_sentence(paragraph, excerpt, "测量变快了，销量也随之上升。")
    keep(draft, owner)
    return draft


def add_sentence(paragraph: Paragraph, excerpt: Excerpt, text: str) -> Sentence:
    sentence = Sentence.objects.create(
        paragraph=paragraph,
        position=paragraph.sentences.count(),
        text=text,
        state="supported",
        verdict={"checks": {"number": "supported"}, "reasons": []},
        overlap={"ratio": 0.1, "longest_run": 3, "runs": []},
    )
    Citation.objects.create(
        sentence=sentence,
        excerpt=excerpt,
        source=excerpt.source,
        text=excerpt.text,
        start=excerpt.start,
        end=excerpt.end,
        quote=excerpt.quote,
    )
    return sentence


def keep(draft: Draft, author: User) -> Revision:
    """Keeps the draft's revision by the room's own code, whose snapshots only it can read."""
    from synthesis.drafting.actions import keep_revision

    draft.revision -= 1
    return keep_revision(draft, verb="wrote", author_kind=AuthorKind.PERSON, author_id=author.pk)


def make_report(world: World, draft: Draft, *, title: str = "草稿") -> OverlapReport:
    excerpt = world.excerpts[0]
    report = OverlapReport.objects.create(
        workspace=world.workspace,
        draft_id=draft.pk,
        revision=draft.revision,
        title=title,
        draft_text=excerpt.quote,
        segments=[[0, len(excerpt.quote), str(uuid.uuid4())]],
        state=ReportState.READY,
        result={
            "counted": len(excerpt.quote),
            "matched": len(excerpt.quote),
            "ratio": 1.0,
            "ratio_uncited": 1.0,
            "largest_source_ratio": 1.0,
            "sources": [
                {
                    "id": str(excerpt.source_id),
                    "file": excerpt.source.title,
                    "ratio": 1.0,
                    "matched": len(excerpt.quote),
                    "matches": 1,
                }
            ],
        },
        created_by=draft.created_by,
    )
    OverlapMatch.objects.create(
        report=report,
        position=0,
        draft_start=0,
        draft_end=len(excerpt.quote),
        source=excerpt.source,
        text=excerpt.text,
        start=excerpt.start,
        end=excerpt.end,
        kind="verbatim",
        similarity=1.0,
        longest_run=len(excerpt.quote),
    )
    return report


def fill(plain: World) -> FilledWorld:
    """Something in every room of a plain world."""
    world = FilledWorld(**vars(plain))
    tom, rita = world.tom, world.rita
    default_storage.save(world.source.stored, ContentFile(world.text.text.encode()))
    world.accepted = world.excerpts[0]
    Excerpt.objects.filter(pk=world.accepted.pk).update(review_state=ReviewState.ACCEPTED, note="看年份")
    world.accepted.refresh_from_db()
    world.point = Point.objects.create(workspace=world.workspace, heading=world.headings["T"], title="更快", position=0)
    PointExcerpt.objects.create(point=world.point, excerpt=world.accepted, position=0)
    world.draft = make_draft(world, tom, state=DraftState.APPROVED)
    said = make_comment(world, world.accepted, rita, "很好")
    ExcerptReview.objects.create(
        excerpt=world.accepted, version=1, reviewer=rita, verdict=ExcerptVerdict.ACCEPTED, comment=said
    )
    DraftReview.objects.create(draft=world.draft, revision=1, actor=rita, act=DraftAct.APPROVED)
    world.report = make_report(world, world.draft)
    world.suggestion()
    world.invitation = Invitation.objects.create(
        workspace=world.workspace, role="tagger", created_by=world.alice, expires=timezone.now() + timedelta(days=3)
    )
    audit.record("source.added", world.source, actor_id=world.bob.pk, workspace_id=world.workspace.pk)
    return world


def unused_heading(world: World) -> Heading:
    return Heading.objects.create(workspace=world.workspace, key="X", name="其他", position=9)


def make_filled_world() -> FilledWorld:
    return fill(make_world())
