"""The codebook (headings), excerpts with their tags, suggestions, and what each person can undo."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.models import Workspace


class Heading(Row):
    """One heading of the codebook. `key` is the letter that tags; `position` also chooses its colour."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="headings")
    key = models.CharField(max_length=3)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True, default="")
    position = models.PositiveSmallIntegerField()
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "key"], condition=Q(deleted__isnull=True), name="heading_key_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class ReviewState(models.TextChoices):
    OPEN = "open", _("not reviewed")
    ACCEPTED = "accepted", _("accepted")
    RETURNED = "returned", _("returned")


class Excerpt(Row):
    """Characters `[start, end)` of a reading text that somebody tagged; `quote` equals them, always."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="excerpts")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="excerpts")
    text = models.ForeignKey(ReadingText, on_delete=models.PROTECT, related_name="excerpts")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=64, blank=True, default="")
    suffix = models.CharField(max_length=64, blank=True, default="")
    note = models.TextField(blank=True, default="")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed = models.DateTimeField(auto_now=True)
    # Counts changes; a writer names the version it saw and gets a conflict when it is stale.
    version = models.PositiveIntegerField(default=1)
    review_state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.OPEN)
    deleted = models.DateTimeField(null=True, blank=True)
    headings = models.ManyToManyField(Heading, through="Tag", related_name="excerpts")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="excerpt_not_empty"),
            models.CheckConstraint(condition=Q(review_state__in=ReviewState.values), name="excerpt_review_known"),
        ]
        indexes = [
            models.Index(fields=["source", "start"], condition=Q(deleted__isnull=True), name="excerpt_in_source")
        ]


class Tag(Row):
    """A heading on an excerpt."""

    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="tags")
    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, related_name="tags")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["excerpt", "heading"], name="tag_once")]


class SuggestionState(models.TextChoices):
    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


class Suggestion(Row):
    """A machine's proposal to tag a sentence; counts as nothing until a person accepts it."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="suggestions")
    text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="suggestions")
    heading = models.ForeignKey(Heading, on_delete=models.CASCADE, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    score = models.FloatField()
    provider = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=SuggestionState.choices, default=SuggestionState.OPEN)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "start", "end"], name="suggestion_once")]
        indexes = [models.Index(fields=["source", "state", "start"], name="suggestion_in_source")]


class Change(Row):
    """One reversible act of a person on an excerpt, with the excerpt's state before and after it (null: not there)."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    actor = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="changes")
    verb = models.CharField(max_length=20)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    undone = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "actor", "-created"], name="change_of_actor")]


class AnchorState(models.TextChoices):
    """What became of an excerpt's place in a newer text (`engine.anchors`)."""

    EXACT = "exact", _("unchanged")
    MOVED = "moved", _("moved")
    FUZZY = "fuzzy", _("similar passage")
    ORPHAN = "orphan", _("not found")


class Reanchoring(Row):
    """An excerpt's way from one reading text of its source to the next.

    Exact and moved ones were taken along at once (`decided` is set, nobody decided it). Fuzzy and orphaned ones leave
    the excerpt on its old text until a person has confirmed a place, chosen another, or let it go.
    """

    excerpt = models.ForeignKey(Excerpt, on_delete=models.CASCADE, related_name="reanchorings")
    from_text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+")
    to_text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=AnchorState.choices)
    score = models.FloatField(default=1.0)
    # The proposed place in `to_text`; both 0 for an orphan.
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    decided = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # "taken" (at the proposed place), "placed" (elsewhere, by a person), "let_go"; empty while it waits.
    decision = models.CharField(max_length=10, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AnchorState.values), name="reanchoring_state_known"),
            models.UniqueConstraint(fields=["excerpt", "to_text"], name="reanchoring_once"),
        ]
        indexes = [models.Index(fields=["excerpt"], condition=Q(decided__isnull=True), name="reanchoring_waiting")]
