"""Prepared token arrays of reading texts, overlap reports and their matches, terms, and people's marks on passages."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from synthesis.accounts.models import User
from synthesis.infra.models import Row
from synthesis.sources.models import ReadingText, Source
from synthesis.workspaces.models import Workspace


class PreparedSource(Row):
    """Token arrays of a reading text (`engine.overlap.prepare`), rebuilt when the normaliser's version changes."""

    text = models.OneToOneField(ReadingText, on_delete=models.CASCADE, related_name="prepared")
    version = models.PositiveSmallIntegerField()
    arrays = models.BinaryField()


class IndexedText(models.Model):
    """A reading text that the table of hashes below knows, by a number shorter than its id; one for each source."""

    number = models.AutoField(primary_key=True)
    text = models.OneToOneField(ReadingText, on_delete=models.CASCADE, related_name="indexed")
    # Of `engine.overlap.winnowed`: a text of another version is indexed anew.
    version = models.PositiveIntegerField()


class Posting(models.Model):
    """One of a text's winnowed hashes, as a signed number of 32 bits. The key answers lookups without the table."""

    pk = models.CompositePrimaryKey("seed", "text_id")
    seed = models.IntegerField()
    # Checked by nothing: seven thousand checks a source, and a row of a text that is gone is never found.
    text = models.ForeignKey(IndexedText, on_delete=models.CASCADE, related_name="+", db_constraint=False)


class Scope(models.TextChoices):
    """What a draft is compared with; the codes are those of the outside contract."""

    SOURCES = "sources", _("the sources of this workspace")
    DRAFTS = "drafts", _("the other drafts of this workspace")
    CLASS = "class", _("the drafts and sources of the other workspaces of the class")
    LIBRARY = "library", _("the library")


def only_sources() -> list[str]:
    return [Scope.SOURCES.value]


class ReportState(models.TextChoices):
    QUEUED = "queued"
    READY = "ready"
    FAILED = "failed"


class OverlapReport(Row):
    """One comparison of a draft's revision with texts of some scopes. The draft is named by UUID: rooms are siblings."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="overlap_reports")
    draft_id = models.UUIDField(db_index=True)
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    # The text that was compared; match spans are offsets into it.
    draft_text = models.TextField()
    # Codes of `Scope`.
    against = models.JSONField(default=only_sources)
    # [[start, end, sentence id]]: from a passage back to its sentence.
    segments = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.QUEUED)
    # [[start, end, title]]: the headed sections of the text.
    sections = models.JSONField(default=list, blank=True)
    # What its readers leave out (`forms.ReportSettings`), for all of them alike, and who said so last.
    settings = models.JSONField(default=dict, blank=True)
    settings_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    settings_at = models.DateTimeField(null=True, blank=True)
    # counted, matched, ratio, ratio_uncited, largest_source_ratio, sources: as in the `overlap` contract. `of` of a source
    # of another workspace of the class is told to nobody: its own id, where `id` is what the report calls it.
    result = models.JSONField(default=dict, blank=True)
    job_id = models.UUIDField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class ComparedDraft(Row):
    """Another draft as it stood when a report found something of it. Its words are for those who may review both."""

    report = models.ForeignKey(OverlapReport, on_delete=models.CASCADE, related_name="compared_drafts")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    draft_id = models.UUIDField()
    revision = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    text = models.TextField()


def known_as(here: uuid.UUID, there: uuid.UUID, one: uuid.UUID) -> str:
    """What a report of the workspace `here` calls a draft of `there`, or a source of a workspace of its class. Of these
    not even the id is told, for it holds the time of its making; the name is the same in all reports of `here`."""
    return str(one if here == there else uuid.uuid5(here, str(one)))


class OverlapMatch(Row):
    """A passage of the draft that stands in a source, too, or in another draft (`other`)."""

    report = models.ForeignKey(OverlapReport, on_delete=models.CASCADE, related_name="matches")
    position = models.PositiveIntegerField()
    draft_start = models.PositiveIntegerField()
    draft_end = models.PositiveIntegerField()
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", null=True)
    text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+", null=True)
    other = models.ForeignKey(ComparedDraft, on_delete=models.CASCADE, related_name="+", null=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    similarity = models.FloatField()
    longest_run = models.PositiveIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__isnull=False, text__isnull=False, other__isnull=True)
                | Q(source__isnull=True, text__isnull=True, other__isnull=False),
                name="match_in_source_or_draft",
            )
        ]

    @property
    def counterpart(self) -> str:
        """The id of the source or of the other draft: what the report's figures know it by."""
        if self.other:
            return known_as(self.report.workspace_id, self.other.workspace_id, self.other.draft_id)
        source = str(self.source_id)
        return next((one["id"] for one in self.report.result["sources"] if one.get("of") == source), source)


class SharedSource(Row):
    """A source that its workspace's owner lets every workspace here be compared with, and be shown passages of."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="shared")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class Course(Row):
    """A class: workspaces whose drafts are compared with each other. Whoever founded it hands out the code."""

    name = models.CharField(max_length=120)
    code = models.CharField(max_length=24, unique=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class CourseWorkspace(Row):
    """A workspace of a class, brought in by an owner of the workspace; of one class at a time."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="members")
    workspace = models.OneToOneField(Workspace, on_delete=models.CASCADE, related_name="course_member")
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class Term(Row):
    """An expression of the subject that no report need count as taken over. `folded`: its counted characters."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="overlap_terms")
    text = models.CharField(max_length=80)
    folded = models.CharField(max_length=160)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["folded"]
        constraints = [models.UniqueConstraint(fields=["workspace", "folded"], name="overlap_term_once")]


class MarkVerdict(models.TextChoices):
    FINE = "fine", _("fine")
    REWRITE = "rewrite", _("to be rewritten")


class PassageMark(Row):
    """A person's word on a passage of a draft, for every report that has it. The newest that is not withdrawn holds."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="passage_marks")
    draft_id = models.UUIDField()
    # None for a passage of another draft.
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", null=True)
    # Of the draft's counted characters in the passage and the source: what a passage is known by in the next report.
    key = models.CharField(max_length=64)
    revision = models.PositiveIntegerField()
    verdict = models.CharField(max_length=8, choices=MarkVerdict.choices)
    comment = models.TextField(blank=True, default="", max_length=1000)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    withdrawn = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created", "id"]
        indexes = [models.Index(fields=["draft_id", "key"], name="passage_mark_place")]
        constraints = [models.CheckConstraint(condition=Q(verdict__in=MarkVerdict.values), name="mark_verdict_known")]


class ComparisonScope(models.TextChoices):
    """What a comparison of many puts side by side; sources are only looked for in the others."""

    DRAFTS = "drafts", _("the drafts of this workspace")
    CLASS = "class", _("the drafts of the other workspaces of the class")
    ESSAYS = "essays", _("the sources of this workspace as essays, each against each")
    SOURCES = "sources", _("the sources of this workspace, as what the others may have used")
    CLASS_SOURCES = "class-sources", _("the sources of the other workspaces of the class, likewise")


#: Codes that mean nothing outside of a class, and those that only add what is looked for in the others.
OF_A_CLASS = frozenset({ComparisonScope.CLASS, ComparisonScope.CLASS_SOURCES})
PASSIVE = frozenset({ComparisonScope.SOURCES, ComparisonScope.CLASS_SOURCES})


class TextComparison(Row):
    """Many texts against each other: which share what, which groups they form. Texts are numbered as in `texts`."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="text_comparisons")
    # Codes of `ComparisonScope`.
    scopes = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.QUEUED)
    # counted, given: by text. pairs: [one, two, [shared, shared], [share, share], [[span, span]]]; clusters: [[number]];
    # passages: [length, [[number, span]]]; left_out: pairs that were too many to be kept.
    result = models.JSONField(default=dict, blank=True)
    job_id = models.UUIDField(null=True)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


class ComparedText(Row):
    """A text of a comparison as it stood then: a source's reading text, or the words of a draft (`body`)."""

    comparison = models.ForeignKey(TextComparison, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    passive = models.BooleanField(default=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="+", null=True)
    text = models.ForeignKey(ReadingText, on_delete=models.CASCADE, related_name="+", null=True)
    draft_id = models.UUIDField(null=True)
    revision = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=10, blank=True, default="")
    body = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["comparison", "number"], name="compared_text_number_once")]


class GivenText(Row):
    """Words that everybody was given (a task, a template): no comparison of this workspace counts them."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="given_texts")
    text = models.TextField(max_length=20_000)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
