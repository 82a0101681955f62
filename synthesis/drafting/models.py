"""The outline (points), drafts with their paragraphs, sentences and citations, and every revision of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.sources.models import ReadingText, Source
from synthesis.tagging.models import Excerpt, Heading
from synthesis.workspaces.models import Workspace


class Point(Row):
    """A point the section will make under a heading; excerpts are assigned to it in order."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="points")
    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, related_name="points")
    title = models.CharField(max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "created"]


class PointExcerpt(Row):
    """An excerpt's place in a point."""

    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="assignments")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="assignments")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position", "created"]
        constraints = [models.UniqueConstraint(fields=["point", "excerpt"], name="excerpt_once_in_point")]


class DraftState(models.TextChoices):
    WRITING = "writing", _("being written")
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned")
    FAILED = "failed", _("failed")


# From → to. An edit takes every state back to `draft`.
TRANSITIONS: dict[str, frozenset[str]] = {
    DraftState.WRITING: frozenset({DraftState.DRAFT, DraftState.FAILED}),
    DraftState.FAILED: frozenset({DraftState.WRITING}),
    DraftState.DRAFT: frozenset({DraftState.IN_REVIEW}),
    DraftState.IN_REVIEW: frozenset({DraftState.APPROVED, DraftState.RETURNED, DraftState.DRAFT}),
    DraftState.APPROVED: frozenset({DraftState.DRAFT}),
    DraftState.RETURNED: frozenset({DraftState.DRAFT, DraftState.IN_REVIEW}),
}


class Draft(Row):
    """A report section: paragraphs (one per point) of cited sentences."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="drafts")
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=5, default="zh")
    # "rules" or "model": who wrote the first text.
    provider = models.CharField(max_length=20, default="rules")
    # Keys of the headings asked for, and points per heading.
    heading_keys = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField(default=3)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.WRITING)
    job_id = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=0)
    approved_revision = models.PositiveIntegerField(null=True)
    # What the drafter found: {"conflicts": [...], "advice": [...], "unused": [...]}, as in the `compose` contract.
    findings = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=DraftState.values), name="draft_state_known")]

    def __str__(self) -> str:
        return self.title


class Paragraph(Row):
    """One point of a draft under its heading."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="paragraphs")
    heading = models.ForeignKey(Heading, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]


class AuthorKind(models.TextChoices):
    PERSON = "person", _("person")
    RULE = "rule", _("rules")
    MODEL = "model", _("model")


class SentenceState(models.TextChoices):
    SUPPORTED = "supported", _("supported")
    CHECK = "check", _("to be checked")
    UNSUPPORTED = "unsupported", _("not supported")


class Sentence(Row):
    """One sentence; its id survives edits."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="sentences")
    position = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=4000)
    # claim, evidence, contrast, indicative, or own (a person's).
    kind = models.CharField(max_length=12, default="evidence")
    state = models.CharField(max_length=12, choices=SentenceState.choices, default=SentenceState.CHECK)
    # {"checks": {guard: state}, "reasons": [{"guard", "code", "detail"}]}
    verdict = models.JSONField(default=dict, blank=True)
    # {"ratio": float, "longest_run": int, "runs": [[start, end]]} against all sources of the workspace.
    overlap = models.JSONField(default=dict, blank=True)
    author_kind = models.CharField(max_length=8, choices=AuthorKind.choices, default=AuthorKind.RULE)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    changed = models.DateTimeField(auto_now=True)
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]


class Citation(Row):
    """What a sentence rests on: an excerpt, and the exact span as it was when cited."""

    sentence = models.ForeignKey(Sentence, on_delete=models.CASCADE, related_name="citations")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.PROTECT, related_name="citations")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    text = models.ForeignKey(ReadingText, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["sentence", "excerpt"], name="citation_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="citation_not_empty"),
        ]


class Revision(Row):
    """The whole draft after a change: who made it, what was done, and everything needed to restore it."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    author_kind = models.CharField(max_length=8, choices=AuthorKind.choices)
    author = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # wrote, edited, added, removed, moved, restored
    verb = models.CharField(max_length=12)
    sentence_id = models.UUIDField(null=True)
    snapshot = models.JSONField(default=dict)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="revision_number_once")]
