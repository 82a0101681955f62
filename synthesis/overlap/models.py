"""Prepared token arrays of reading texts, overlap reports and their matches."""

from __future__ import annotations

from django.db import models

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.models import Workspace


class PreparedSource(Row):
    """Token arrays of a reading text (`engine.overlap.prepare`), rebuilt when the normaliser's version changes."""

    text = models.OneToOneField(ReadingText, on_delete=models.CASCADE, related_name="prepared")
    version = models.PositiveSmallIntegerField()
    arrays = models.BinaryField()


class ReportState(models.TextChoices):
    QUEUED = "queued"
    READY = "ready"
    FAILED = "failed"


class OverlapReport(Row):
    """One comparison of a draft's revision with the workspace's sources. The draft is named by UUID: rooms are siblings."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="overlap_reports")
    draft_id = models.UUIDField(db_index=True)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    # The text that was compared; match spans are offsets into it.
    draft_text = models.TextField()
    # [[start, end, sentence id]]: from a passage back to its sentence.
    segments = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.QUEUED)
    settings = models.JSONField(default=dict, blank=True)
    # counted, matched, ratio, ratio_uncited, largest_source_ratio, sources: as in the `overlap` contract.
    result = models.JSONField(default=dict, blank=True)
    job_id = models.UUIDField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class OverlapMatch(Row):
    """A passage of the draft that stands in a source, too."""

    report = models.ForeignKey(OverlapReport, on_delete=models.CASCADE, related_name="matches")
    position = models.PositiveIntegerField()
    draft_start = models.PositiveIntegerField()
    draft_end = models.PositiveIntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+")
    text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    similarity = models.FloatField()
    longest_run = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
