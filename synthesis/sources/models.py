"""Source documents and their reading texts."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.workspaces.models import Workspace


class SourceState(models.TextChoices):
    QUEUED = "queued", _("queued")
    READING = "reading", _("reading")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Source(Row):
    """One uploaded file or pasted text. The original is kept under its hash; what people read is `text`."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(max_length=300)
    file_name = models.CharField(max_length=255)
    # How the sandbox reads it (`synthesis.infra.uploads.inspect`), decided by content.
    kind = models.CharField(max_length=20)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    # Name in the default storage.
    stored = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=SourceState.choices, default=SourceState.QUEUED)
    # Why it failed: a code and its parameters, worded when shown.
    error = models.CharField(max_length=60, blank=True, default="")
    error_detail = models.TextField(blank=True, default="")
    job_id = models.UUIDField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    # CSL-JSON of the item, without its id.
    citation = models.JSONField(default=dict, blank=True)
    text = models.ForeignKey("ReadingText", on_delete=models.SET_NULL, null=True, related_name="+")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "sha256"], condition=Q(deleted__isnull=True), name="source_same_file_once"
            ),
            models.CheckConstraint(condition=Q(state__in=SourceState.values), name="source_state_known"),
        ]

    def __str__(self) -> str:
        return self.title


class ReadingText(Row):
    """The canonical, immutable text of one version of a source. Offsets are code points, half-open.

    `written` has the same length as `text` and holds the script as written; empty when nothing was converted.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    text = models.TextField()
    written = models.TextField(blank=True, default="")
    original = models.TextField()
    language = models.CharField(max_length=10)
    length = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # [{"start", "end", "kind", "level", "page"}], [[start, end]], and the contract's repairs and damage.
    blocks = models.JSONField(default=list)
    sentences = models.JSONField(default=list)
    repairs = models.JSONField(default=list)
    damage = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    offset_map = models.JSONField(default=list)
    repairs_count = models.PositiveIntegerField(default=0)
    damage_count = models.PositiveIntegerField(default=0)
    reader_version = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="reading_text_number_once")]

    @property
    def shown_language(self) -> str:
        """The language tag of `text`, which is Simplified whatever the script of the original; type is set by it."""
        return "zh-Hans" if self.language == "zh-Hant" else self.language
