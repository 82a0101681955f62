"""Source documents and their reading texts."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.engine.text.model import shown_language
from synthesis.infra.models import Row
from synthesis.workspaces.models import Workspace


class SourceState(models.TextChoices):
    QUEUED = "queued", _("queued")
    READING = "reading", _("reading")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class FileToRead(Row):
    """A file that was taken, and what became of reading it."""

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

    class Meta:
        abstract = True


class Source(FileToRead):
    """One uploaded file or pasted text. The original is kept under its hash; what people read is `text`."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(max_length=300)
    # CSL-JSON of the item, without its id.
    citation = models.JSONField(default=dict, blank=True)
    # What people cite it by outside, like `wang2024imaging`; empty until there is something to make it of.
    citation_key = models.CharField(max_length=80, blank=True, default="")
    # What people decided about its repairs (`engine.text.decisions`), so that reading it again keeps to it.
    decisions = models.JSONField(default=dict, blank=True)
    text = models.ForeignKey("ReadingText", on_delete=models.SET_NULL, null=True, related_name="+")
    deleted = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "sha256"], condition=Q(deleted__isnull=True), name="source_same_file_once"
            ),
            models.CheckConstraint(condition=Q(state__in=SourceState.values), name="source_state_known"),
            models.UniqueConstraint(
                fields=["workspace", "citation_key"],
                condition=Q(deleted__isnull=True) & ~Q(citation_key=""),
                name="source_citation_key_once",
            ),
        ]

    @property
    def kind_in_short(self) -> str:
        """The kind in at most four letters, as a row has room for."""
        return {"subtitles": "sub", "mhtml": "mht"}.get(self.kind, self.kind)

    def __str__(self) -> str:
        return self.title


class MadeFrom(models.TextChoices):
    """Why there is a reading text: a file was read, or people decided otherwise about its repairs."""

    FILE = "file", _("file")
    REPAIRS = "repairs", _("decisions about repairs")


class ReadingText(Row):
    """The canonical, immutable text of one version of a source. Offsets are code points, half-open.

    `written` has the same length as `text` and holds the script as written; empty when nothing was converted.
    `original` is what extraction gave; empty when that is the text as written (`extracted`).
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    text = models.TextField()
    written = models.TextField(blank=True, default="")
    original = models.TextField()
    language = models.CharField(max_length=10)
    length = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # [{"start", "end", "kind", "level", "page"}], [[start, end]], and the contract's repairs and damage; repairs without
    # the changes of script, which `written` tells (`storable.all_repairs`).
    blocks = models.JSONField(default=list)
    sentences = models.JSONField(default=list)
    repairs = models.JSONField(default=list)
    damage = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    offset_map = models.JSONField(default=list)
    repairs_count = models.PositiveIntegerField(default=0)
    damage_count = models.PositiveIntegerField(default=0)
    reader_version = models.PositiveSmallIntegerField(default=1)
    made_from = models.CharField(max_length=10, choices=MadeFrom.choices, default=MadeFrom.FILE)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    # The file it was read from, kept when the source has a newer one; empty while that is the source's own.
    file_name = models.CharField(max_length=255, blank=True, default="")
    media_type = models.CharField(max_length=120, blank=True, default="")
    stored = models.CharField(max_length=200, blank=True, default="")
    # Smallest hashes of its k-grams (`engine.sketch`): which texts are much alike is told from these.
    sketch = models.BinaryField(default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="reading_text_number_once")]

    @property
    def extracted(self) -> str:
        """What extraction gave, before any repair; `offset_map` leads to it."""
        return self.original or self.written or self.text

    @property
    def shown_language(self) -> str:
        """The language tag of `text`, which is Simplified whatever the script of the original; type is set by it."""
        return shown_language(self.language)


class NewVersion(FileToRead):
    """A newer file of a source on its way in: the source keeps its file and text until this one has been read."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="new_versions")
    # The reading text it became.
    text = models.ForeignKey(ReadingText, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SourceState.values), name="new_version_state_known"),
            models.UniqueConstraint(
                fields=["source"], condition=Q(state__in=["queued", "reading"]), name="new_version_one_at_a_time"
            ),
        ]


class Likeness(Row):
    """Two sources of a workspace that share most of their text; `share` is of the shorter one's counted characters.

    Stored once for a pair, with the ids in order.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    share = models.FloatField()
    # Somebody has looked and keeps both.
    dismissed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "other"], name="likeness_once"),
            models.CheckConstraint(condition=Q(source__lt=F("other")), name="likeness_in_order"),
        ]


class SearchPiece(Row):
    """A stretch `[start, end)` of a source's current reading text with its search terms (`engine.text.search_terms`).

    In pieces, because a tsvector ends at 1 MB and its positions at 16,383.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="search_pieces")
    text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    terms = SearchVectorField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "start"], name="search_piece_once")]
        indexes = [GinIndex(fields=["terms"], name="search_piece_terms", fastupdate=True, gin_pending_list_limit=32768)]
