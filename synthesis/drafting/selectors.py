"""What people may see of drafts, their revisions and their citations."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, QuerySet

from synthesis.drafting.models import Citation, Draft, DraftState, Paragraph, Revision, Sentence, SentenceState
from synthesis.engine.citations import numbers_of
from synthesis.infra.errors import NotFound
from synthesis.infra.policy import Permission
from synthesis.tagging.models import Heading
from synthesis.workspaces.policy import Access

# What the page tells findings with: what their texts are made of, for each reader's language, and names of conflicts.
MADE_OF = frozenset({"code", "parts", "other", "name"})


def drafts_visible_to(access: Access) -> QuerySet[Draft]:
    """Newest first; a reader sees approved ones only."""
    access.require(Permission.READ_WORKSPACE)
    rows = Draft.objects.filter(workspace=access.workspace, deleted__isnull=True).select_related("created_by")
    if not access.has(Permission.READ_DRAFTS):
        rows = rows.filter(state=DraftState.APPROVED)
    return rows.order_by("-created")


def get_draft(access: Access, draft_id: uuid.UUID) -> Draft:
    """Raises NotFound."""
    draft = drafts_visible_to(access).filter(pk=draft_id).first()
    if draft is None:
        raise NotFound
    return draft


def may_write(access: Access, draft: Draft) -> bool:
    """One's own with WRITE_DRAFTS, anybody's with WRITE_ANY_DRAFT."""
    own = draft.created_by_id == access.user.pk and access.has(Permission.WRITE_DRAFTS)
    return own or access.has(Permission.WRITE_ANY_DRAFT)


@dataclass(slots=True)
class Section:
    """A heading of the draft with its paragraphs in order."""

    heading: Heading
    paragraphs: list[Paragraph] = field(default_factory=list)


def sections_of(draft: Draft) -> list[Section]:
    """The draft's content. Each paragraph has `.shown`, its sentences in order; each sentence `.cited`, its citations."""
    citations = Prefetch(
        "citations",
        queryset=Citation.objects.select_related("excerpt", "source").order_by("position"),
        to_attr="cited",
    )
    sentences = Prefetch(
        "sentences",
        queryset=Sentence.objects.filter(deleted__isnull=True)
        .select_related("author")
        .order_by("position", "created")
        .prefetch_related(citations),
        to_attr="shown",
    )
    paragraphs = (
        Paragraph.objects.filter(draft=draft, deleted__isnull=True)
        .select_related("heading", "point")
        .order_by("position")
        .prefetch_related(sentences)
    )
    sections: list[Section] = []
    for paragraph in paragraphs:
        if not sections or sections[-1].heading.pk != paragraph.heading_id:
            sections.append(Section(paragraph.heading))
        sections[-1].paragraphs.append(paragraph)
    return sections


def is_stale(citation: Citation) -> bool:
    """Whether the excerpt no longer says what was cited: deleted, or its passage changed; needs `excerpt` fetched.

    One that came along to a newer text of its source, word for word, is as it was.
    """
    return citation.excerpt.deleted is not None or citation.excerpt.quote != citation.quote


def is_unplaced(citation: Citation) -> bool:
    """Whether the excerpt waits to be placed in its source's newer text; needs `excerpt` and `source` fetched."""
    return citation.excerpt.deleted is None and citation.excerpt.text_id != citation.source.text_id


def span_now(citation: Citation) -> tuple[int, int] | None:
    """Where what was cited stands in the source's present text, as far as that is known; needs both fetched."""
    excerpt, present = citation.excerpt, citation.source.text_id
    if excerpt.text_id == present and excerpt.quote == citation.quote:
        return excerpt.start, excerpt.end
    return (citation.start, citation.end) if citation.text_id == present else None


def unsupported_count(draft: Draft) -> int:
    """Sentences of the draft that what they cite does not support."""
    rows = Sentence.objects.filter(paragraph__draft=draft, deleted__isnull=True)
    return rows.filter(state=SentenceState.UNSUPPORTED).count()


def numbered_sources(sections: list[Section]) -> dict[uuid.UUID, int]:
    """Source → reference number, from 1, by order of first appearance."""
    return numbers_of(
        citation.source_id
        for section in sections
        for paragraph in section.paragraphs
        for sentence in paragraph.shown  # type: ignore[attr-defined]
        for citation in sentence.cited
    )


def plain_text(draft: Draft, sections: list[Section]) -> tuple[str, list[tuple[int, int, str]]]:
    """The body without titles and marks, and `(start, end, sentence id)` of every sentence in it (code points)."""
    parts: list[str] = []
    segments: list[tuple[int, int, str]] = []
    at = 0
    gap = " " if draft.language == "en" else ""
    for section in sections:
        for paragraph in section.paragraphs:
            for sentence in paragraph.shown:  # type: ignore[attr-defined]
                segments.append((at, at + len(sentence.text), str(sentence.pk)))
                parts += [sentence.text, gap]
                at += len(sentence.text) + len(gap)
            parts.append("\n")
            at += 1
    return "".join(parts), segments


def get_sentence(access: Access, sentence_id: uuid.UUID, *, removed: bool = False) -> Sentence:
    """A sentence of a visible draft; with `removed` also one that was taken out. Raises NotFound."""
    rows = Sentence.objects.select_related("paragraph__draft", "paragraph__heading", "author")
    if not removed:
        rows = rows.filter(deleted__isnull=True)
    sentence = rows.filter(pk=sentence_id, paragraph__draft__in=drafts_visible_to(access)).first()
    if sentence is None:
        raise NotFound
    return sentence


def get_paragraph(access: Access, paragraph_id: uuid.UUID) -> Paragraph:
    """A paragraph of a visible draft. Raises NotFound."""
    paragraph = (
        Paragraph.objects.select_related("draft", "heading")
        .filter(pk=paragraph_id, deleted__isnull=True, draft__in=drafts_visible_to(access))
        .first()
    )
    if paragraph is None:
        raise NotFound
    return paragraph


def revisions_of(access: Access, draft: Draft) -> QuerySet[Revision]:
    """Newest first, without their snapshots. Only the team: a reader sees the approved text, not its making."""
    access.require(Permission.READ_DRAFTS)
    return Revision.objects.filter(draft=draft).select_related("author").defer("snapshot").order_by("-number")


def heading_names(access: Access, keys: Iterable[str]) -> dict[str, str]:
    """Key → name of the workspace's headings, as they are called now."""
    access.require(Permission.READ_DRAFTS)
    rows = Heading.objects.filter(workspace=access.workspace, key__in=set(keys))
    return dict(rows.values_list("key", "name"))


def get_revision(access: Access, draft: Draft, number: int) -> Revision:
    """Raises NotFound."""
    access.require(Permission.READ_DRAFTS)
    revision = Revision.objects.filter(draft=draft, number=number).select_related("author").first()
    if revision is None:
        raise NotFound
    return revision


def describe_sentence(sentence: Sentence) -> dict[str, Any]:
    """A sentence for the browser and for conflicts; needs `author` fetched."""
    return {
        "id": str(sentence.pk),
        "text": sentence.text,
        "version": sentence.version,
        "state": sentence.state,
        "author_kind": sentence.author_kind,
        "by": str(sentence.author) if sentence.author else "",
        "changed": sentence.changed.isoformat(),
        "cites": [str(pk) for pk in sentence.citations.order_by("position").values_list("excerpt_id", flat=True)],
    }


def describe(draft: Draft, sections: list[Section]) -> dict[str, Any]:
    """The draft as the outside contract shows it: one `compose` answer per heading, plus id, revision and state."""
    headings = []
    for section in sections:
        points = [
            {
                "title": paragraph.title,
                "sentences": [
                    {
                        "text": sentence.text,
                        "cites": [str(c.excerpt_id) for c in sentence.cited],
                        "kind": sentence.kind,
                        "state": sentence.state,
                        "checks": sentence.verdict.get("checks", {}),
                        "overlap": sentence.overlap,
                    }
                    for sentence in paragraph.shown  # type: ignore[attr-defined]
                ],
            }
            for paragraph in section.paragraphs
        ]
        headings.append({"heading": section.heading.key, "points": points})
    return {
        "id": str(draft.pk),
        "revision": draft.revision,
        "state": draft.state,
        "provider": draft.provider,
        "headings": headings,
        **{
            name: [
                {key: value for key, value in one.items() if key not in MADE_OF} for one in draft.findings.get(name, [])
            ]
            for name in ("unused", "conflicts", "advice")
        },
    }
