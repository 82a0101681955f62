"""The outline (points), drafts with their paragraphs, sentences and citations, and every revision of them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.drafting.model_faults import in_words
from synthesis.infra.models import Row
from synthesis.sources.models import ReadingText, Source
from synthesis.tagging.models import Excerpt, Heading
from synthesis.workspaces.models import Workspace


class Point(Row):
    """A point the section will make under a heading; excerpts are assigned to it in order."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="points")
    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, related_name="points")
    title = models.CharField(max_length=200, blank=True, default="")
    # What the point states; the drafter opens with it when the evidence carries it.
    claim = models.CharField(max_length=500, blank=True, default="")
    # Proposals and regeneration leave it, and what was written for it, alone.
    locked = models.BooleanField(default=False)
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


class EvidenceCorrection(Row):
    """What a person put right in the evidence table: fields of one row, or that a statement is no evidence.

    `start`/`end` are the statement in the excerpt's quote (code points, half-open) and `statement` its text there: when
    the quote changes, the correction no longer applies. `number` is the row among those of the statement, -1: all.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="evidence_corrections")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="evidence_corrections")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    number = models.SmallIntegerField(default=-1)
    statement = models.TextField()
    # Column → text as corrected; columns as in `engine.drafting.evidence.table.EvidenceRow`.
    fields = models.JSONField(default=dict, blank=True)
    dropped = models.BooleanField(default=False)
    corrected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["excerpt", "start", "end", "number"], name="evidence_corrected_once"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="evidence_not_empty"),
        ]


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
    # "rules" or "model": who wrote what no person wrote, the last time it was written.
    provider = models.CharField(max_length=20, default="rules")
    # Keys of the headings asked for, and points per heading.
    heading_keys = models.JSONField(default=list)
    points = models.PositiveSmallIntegerField(default=3)
    state = models.CharField(max_length=10, choices=DraftState.choices, default=DraftState.WRITING)
    job_id = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=0)
    approved_revision = models.PositiveIntegerField(null=True)
    # What the drafter found: {"conflicts": [...], "advice": [...], "unused": [...]}, as in the `compose` contract with
    # the heading's key; conflicts also with `name`, advice with `code` and `parts`, unused with `code` and `other`, of
    # which their texts are made.
    findings = models.JSONField(default=dict, blank=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(state__in=DraftState.values), name="draft_state_known")]

    def __str__(self) -> str:
        return self.title


class Paragraph(Row):
    """One point of a draft under its heading. One that was taken out stays for the revisions that hold it."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="paragraphs")
    heading = models.ForeignKey(Heading, on_delete=models.PROTECT, related_name="+")
    # The point of the plan it was written for, while that is there.
    point = models.ForeignKey(Point, on_delete=models.SET_NULL, null=True, blank=True, related_name="paragraphs")
    title = models.CharField(max_length=200, blank=True, default="")
    position = models.PositiveSmallIntegerField()
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]


class AuthorKind(models.TextChoices):
    PERSON = "person", _("person")
    RULE = "rule", _("rules")
    MODEL = "model", _("model")

    @classmethod
    def of_provider(cls, provider: str) -> AuthorKind:
        """Who wrote what a drafter ("rules" or "model") made."""
        return cls.MODEL if provider == "model" else cls.RULE


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
    # {"checks": {guard: state}, "reasons": [{"guard", "code", "detail", "parts"}]}; `detail` in the sentence's language
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
    # wrote, rewrote, edited, added, removed, moved, followed, restored, overruled, judged
    verb = models.CharField(max_length=12)
    sentence_id = models.UUIDField(null=True)
    snapshot = models.JSONField(default=dict)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="revision_number_once")]


class ModelConnection(Row):
    """The language model a workspace's owner connected: an OpenAI-compatible address, a sealed key, a model per part."""

    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, related_name="model_connection")
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=300)
    # `infra.sealed`; empty for a server that wants no key. Never shown, logged, exported or put into an event.
    sealed_key = models.BinaryField(default=bytes)
    # {"plan" | "write" | "judge": {"model": str, "price_in": str, "price_out": str}}; prices per million tokens.
    parts = models.JSONField(default=dict)
    currency = models.CharField(max_length=3, default="CNY")
    # What may be spent in a calendar month (UTC); None: no limit.
    monthly_limit = models.DecimalField(max_digits=10, decimal_places=2, null=True)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved = models.DateTimeField(auto_now=True)


class CallState(models.TextChoices):
    ASKED = "asked", _("no answer yet")
    ANSWERED = "answered", _("answered")
    FAILED = "failed", _("failed")


class ModelCall(Row):
    """One question to a model, by the hash of its prompt; its answer is kept, so that it is paid for once.

    `cost` is what it is counted as: while no answer is there, the most it can cost.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="model_calls")
    # None: a question that only tried the connection.
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="model_calls")
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    part = models.CharField(max_length=8)
    model = models.CharField(max_length=120)
    address = models.CharField(max_length=300)
    prompt_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=CallState.choices, default=CallState.ASKED)
    error = models.CharField(max_length=400, blank=True, default="")
    answer = models.TextField(blank=True, default="")
    cut = models.BooleanField(default=False)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    # Whether the server counted the tokens; else they are estimated.
    counted = models.BooleanField(default=False)
    cost = models.DecimalField(max_digits=12, decimal_places=6, default=0)
    currency = models.CharField(max_length=3)
    milliseconds = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-created"]
        indexes = [
            models.Index(fields=["draft", "prompt_hash"], name="model_call_prompt"),
            models.Index(fields=["workspace", "created"], name="model_call_month"),
        ]
        constraints = [models.CheckConstraint(condition=Q(state__in=CallState.values), name="model_call_state_known")]

    @property
    def fault(self) -> str:
        """What went wrong, in words that say what to do; "" where only `error` can tell."""
        return in_words(self.error)

    @property
    def said(self) -> str:
        """What was kept of the fault, where that says more than its words."""
        return "" if self.fault and ": " not in self.error else self.error

    @property
    def seconds(self) -> float:
        return self.milliseconds / 1000
