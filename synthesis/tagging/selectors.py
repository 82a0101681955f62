"""What people may see of headings, excerpts and suggestions."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from synthesis.accounts.models import User
from synthesis.engine.text.script import to_simplified
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText, Source
from synthesis.sources.storable import storable_text
from synthesis.tagging.models import Change, Excerpt, Heading, ReviewState, Suggestion, SuggestionState, Tag
from synthesis.workspaces.policy import Access

_LARGE_COLUMNS = ("text", "written", "original", "blocks", "sentences", "repairs", "damage", "warnings", "offset_map")


def headings_of(access: Access) -> QuerySet[Heading]:
    """The codebook in order."""
    access.require(Permission.READ_SOURCES)
    return Heading.objects.filter(workspace=access.workspace, deleted__isnull=True).order_by("position")


def headings_with_counts(access: Access) -> QuerySet[Heading]:
    """The codebook in order, each heading with `used`, the number of its excerpts."""
    return headings_of(access).annotate(used=Count("tags", filter=Q(tags__excerpt__deleted__isnull=True)))


def get_heading(access: Access, heading_id: uuid.UUID) -> Heading:
    """Raises NotFound."""
    heading = headings_of(access).filter(pk=heading_id).first()
    if heading is None:
        raise NotFound
    return heading


def headings_by_key(access: Access, keys: Sequence[str]) -> list[Heading]:
    """The headings with these keys, in the codebook's order. Unknown keys are left out."""
    return list(headings_of(access).filter(key__in=list(keys)))


def excerpts_visible_to(access: Access) -> QuerySet[Excerpt]:
    """Excerpts of the workspace that this person may see: a reader sees accepted ones only."""
    access.require(Permission.READ_SOURCES)
    rows = Excerpt.objects.filter(
        workspace=access.workspace, deleted__isnull=True, source__deleted__isnull=True
    ).select_related("created_by", "source", "text")
    if not access.has(Permission.READ_EXCERPTS):
        rows = rows.filter(review_state=ReviewState.ACCEPTED)
    # Of the text only what names and measures it: its characters, megabytes of them, would come with every row.
    rows = rows.defer(*(f"text__{column}" for column in _LARGE_COLUMNS))
    return rows.prefetch_related(
        Prefetch("tags", queryset=Tag.objects.select_related("heading").order_by("heading__position"))
    )


def get_excerpt(access: Access, excerpt_id: uuid.UUID) -> Excerpt:
    """Raises NotFound."""
    excerpt = excerpts_visible_to(access).filter(pk=excerpt_id).first()
    if excerpt is None:
        raise NotFound
    return excerpt


def excerpts_in(access: Access, source: Source) -> list[dict[str, Any]]:
    """All visible excerpts of a source's present text in its order, as `describe` gives them.

    Offsets in an older version of the text mean nothing in this one, so those excerpts are left out.

    Read as plain values: a source may have thousands, and rows as objects take ten times as long.
    """
    visible = excerpts_visible_to(access).filter(source=source, text_id=source.text_id)
    tags = Tag.objects.filter(excerpt__in=visible.order_by().values("pk")).order_by("heading__position")
    headings: dict[uuid.UUID, list[str]] = {}
    for excerpt_id, key in tags.values_list("excerpt_id", "heading__key"):
        headings.setdefault(excerpt_id, []).append(key)
    rows = list(visible.order_by("start", "end", "created").values(*_PLAIN))
    names = {user.pk: str(user) for user in User.objects.filter(pk__in={row["created_by_id"] for row in rows})}
    return [_described(row, headings.get(row["id"], []), names[row["created_by_id"]]) for row in rows]


_PLAIN = (
    "id",
    "source_id",
    "text_id",
    "start",
    "end",
    "quote",
    "note",
    "created_by_id",
    "review_state",
    "version",
    "created",
)


def search_excerpts(
    access: Access,
    *,
    heading: str = "",
    source: uuid.UUID | None = None,
    tagger: uuid.UUID | None = None,
    review: str = "",
    words: str = "",
) -> QuerySet[Excerpt]:
    """Visible excerpts, newest first, narrowed by heading key, source, tagger, review state and words of the quote or note."""
    rows = excerpts_visible_to(access).order_by("-created")
    if heading:
        rows = rows.filter(tags__heading__key=heading, tags__heading__deleted__isnull=True)
    if source:
        rows = rows.filter(source_id=source)
    if tagger:
        rows = rows.filter(created_by_id=tagger)
    if review:
        rows = rows.filter(review_state=review)
    for word in storable_text(words).split()[:8]:
        # Quotes are in Simplified characters, notes as people type them.
        rows = rows.filter(Q(quote__icontains=to_simplified(word)) | Q(note__icontains=word))
    return rows


def describe(excerpt: Excerpt) -> dict[str, Any]:
    """An excerpt for the browser and for events; needs `created_by` and `tags__heading` fetched."""
    row = {name: getattr(excerpt, name) for name in _PLAIN}
    return _described(row, [tag.heading.key for tag in excerpt.tags.all()], str(excerpt.created_by))


def _described(row: dict[str, Any], headings: list[str], name: str) -> dict[str, Any]:
    return {
        "id": str(row["id"]),
        "source": str(row["source_id"]),
        "text": str(row["text_id"]),
        "start": row["start"],
        "end": row["end"],
        "quote": row["quote"],
        "note": row["note"],
        "headings": headings,
        "by": {"id": str(row["created_by_id"]), "name": name},
        "review": row["review_state"],
        "version": row["version"],
        "created": row["created"].isoformat(),
    }


def may_change(access: Access, excerpt: Excerpt) -> bool:
    """One's own with WRITE_EXCERPTS, anybody's with WRITE_ANY_EXCERPT."""
    own = excerpt.created_by_id == access.user.pk and access.has(Permission.WRITE_EXCERPTS)
    return own or access.has(Permission.WRITE_ANY_EXCERPT)


def open_suggestions(access: Access, source: Source) -> list[dict[str, Any]]:
    """Suggestions nobody has decided on, for the current text."""
    access.require(Permission.WRITE_EXCERPTS)
    rows = Suggestion.objects.filter(
        source=source, text_id=source.text_id, state=SuggestionState.OPEN, heading__deleted__isnull=True
    ).select_related("heading")
    return [describe_suggestion(row) for row in rows.order_by("start")]


def describe_suggestion(row: Suggestion) -> dict[str, Any]:
    """A suggestion for the browser; needs `heading` fetched."""
    return {
        "id": str(row.pk),
        "start": row.start,
        "end": row.end,
        "heading": row.heading.key,
        "score": round(row.score, 3),
        "provider": row.provider,
    }


def get_suggestion(access: Access, suggestion_id: uuid.UUID) -> Suggestion:
    """Raises NotFound."""
    access.require(Permission.WRITE_EXCERPTS)
    row = (
        Suggestion.objects.select_related("source", "text", "heading")
        .filter(pk=suggestion_id, source__workspace=access.workspace, source__deleted__isnull=True)
        .first()
    )
    if row is None:
        raise NotFound
    return row


def undoable(access: Access, source_id: uuid.UUID | None = None) -> Change | None:
    """The person's newest change that is not undone; in that source, if one is named."""
    return _own_changes(access, source_id).filter(undone__isnull=True).order_by("-created").first()


def redoable(access: Access, source_id: uuid.UUID | None = None) -> Change | None:
    """The oldest undone change after which the person has made no new one; in that source, if one is named."""
    last = undoable(access, source_id)
    rows = _own_changes(access, source_id).filter(undone__isnull=False)
    if last is not None:
        rows = rows.filter(created__gt=last.created)
    return rows.order_by("created").first()


def _own_changes(access: Access, source_id: uuid.UUID | None) -> QuerySet[Change]:
    rows = Change.objects.filter(workspace=access.workspace, actor=access.user).select_related("excerpt")
    return rows if source_id is None else rows.filter(excerpt__source_id=source_id)


def current_text(source_id: uuid.UUID) -> ReadingText | None:
    """For jobs: the text of a source that is there and ready."""
    # What is long is loaded when somebody asks for it: most only queue a job.
    later = ("text", "written", "original", "blocks", "sentences", "repairs", "damage", "offset_map", "sketch")
    rows = Source.objects.select_related("text__source").defer(*(f"text__{name}" for name in later))
    source = rows.filter(pk=source_id, deleted__isnull=True).first()
    return source.text if source else None


def ready_source_ids(workspace_id: uuid.UUID) -> list[uuid.UUID]:
    """For jobs."""
    rows = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True, text__isnull=False)
    return list(rows.values_list("pk", flat=True))


def text_for_job(text_id: uuid.UUID) -> ReadingText:
    rows = ReadingText.objects.select_related("source")
    return rows.defer("written", "original", "repairs", "damage", "offset_map", "sketch").get(pk=text_id)


def codebook_of(workspace_id: uuid.UUID) -> list[Heading]:
    """For jobs."""
    return list(Heading.objects.filter(workspace_id=workspace_id, deleted__isnull=True).order_by("position"))


def taggable_sentences(text: ReadingText) -> list[tuple[int, int]]:
    """The sentences that lie in paragraphs, lists and tables: not in headings, furniture or notes."""
    taggable = sorted((b["start"], b["end"]) for b in text.blocks if b["kind"] in {"paragraph", "list", "table"})
    found, i = [], 0
    for start, end in text.sentences:
        while i < len(taggable) and taggable[i][1] <= start:
            i += 1
        if i < len(taggable) and taggable[i][0] <= start:
            found.append((start, end))
    return found
