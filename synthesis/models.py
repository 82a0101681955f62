"""All models of the one app, for Django; rooms import from their own `models` and from lower rooms'."""

from __future__ import annotations

from synthesis.accounts.models import ApiToken, User
from synthesis.discussion.models import Comment
from synthesis.drafting.models import (
    Citation,
    Draft,
    EvidenceCorrection,
    ModelCall,
    ModelConnection,
    Paragraph,
    Point,
    PointExcerpt,
    Revision,
    Sentence,
)
from synthesis.infra.models import AuditEntry, Event, EventCounter, Job, OutboxEntry
from synthesis.overlap.models import (
    ComparedDraft,
    ComparedText,
    Course,
    CourseWorkspace,
    GivenText,
    IndexedText,
    OverlapMatch,
    OverlapReport,
    PassageMark,
    Posting,
    PreparedSource,
    SharedSource,
    Term,
    TextComparison,
)
from synthesis.review.models import DraftReview, ExcerptReview
from synthesis.sources.models import ReadingText, Source
from synthesis.tagging.models import Change, Excerpt, Heading, Suggestion, Tag
from synthesis.workspaces.models import Invitation, Member, Workspace

__all__ = [
    "ApiToken",
    "AuditEntry",
    "Change",
    "Citation",
    "Comment",
    "ComparedDraft",
    "ComparedText",
    "Course",
    "CourseWorkspace",
    "Draft",
    "DraftReview",
    "Event",
    "EventCounter",
    "EvidenceCorrection",
    "Excerpt",
    "ExcerptReview",
    "GivenText",
    "Heading",
    "IndexedText",
    "Invitation",
    "Job",
    "Member",
    "ModelCall",
    "ModelConnection",
    "OutboxEntry",
    "OverlapMatch",
    "OverlapReport",
    "Paragraph",
    "PassageMark",
    "Point",
    "PointExcerpt",
    "Posting",
    "PreparedSource",
    "ReadingText",
    "Revision",
    "Sentence",
    "SharedSource",
    "Source",
    "Suggestion",
    "Tag",
    "Term",
    "TextComparison",
    "User",
    "Workspace",
]
