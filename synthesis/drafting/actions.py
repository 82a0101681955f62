"""Everything that changes a draft as a whole: ordering it, writing what the drafter made, its state, its revisions."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from synthesis.drafting import selectors, selectors_model
from synthesis.drafting.models import (
    TRANSITIONS,
    AuthorKind,
    Citation,
    Draft,
    DraftState,
    Paragraph,
    Point,
    Revision,
    Sentence,
)
from synthesis.infra import audit, events, jobs
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.models import Job
from synthesis.infra.policy import Permission
from synthesis.sources.storable import storable_text
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt, Heading, ReviewState
from synthesis.workspaces.policy import Access

MAX_TITLE = 200


@transaction.atomic
def create_draft(
    *, access: Access, keys: Sequence[str], points: int | None = None, title: str = "", provider: str = "rules"
) -> Draft:
    """Orders a draft of the headings (keys, in the codebook's order); a worker writes it, by rules or with the
    workspace's model. Raises Invalid."""
    access.require(Permission.WRITE_DRAFTS)
    check_provider(access, provider)
    headings = tagging.headings_by_key(access, keys)
    if not headings:
        raise Invalid(_("Choose at least one heading."), code="heading")
    with_excerpts = set(
        tagging.excerpts_visible_to(access)
        .filter(tags__heading__in=headings)
        .exclude(review_state=ReviewState.RETURNED)
        .values_list("tags__heading_id", flat=True)
    )
    if not with_excerpts & {h.pk for h in headings}:
        raise Invalid(_("Nothing is tagged under these headings yet. Tag some excerpts first."), code="no_excerpts")
    points = points or access.workspace.points_per_heading
    if not 1 <= points <= 6:
        raise Invalid(_("A heading has 1 to 6 points."), fields={"points": _("A heading has 1 to 6 points.")})
    draft = Draft.objects.create(
        workspace=access.workspace,
        title=_checked_title(title) or _unused_title(access, _named_after(headings, access.workspace.language)),
        language=access.workspace.language,
        heading_keys=[h.key for h in headings],
        points=points,
        provider=provider,
        created_by=access.user,
    )
    _queue(draft, access.user.pk)
    record("draft.created", draft, access.user.pk, after={"headings": draft.heading_keys})
    return draft


def _named_after(headings: Sequence[Heading], language: str) -> str:
    """A title in the draft's language, which need not be the page's: it stands above the text in every export."""
    with translation.override("en" if language == "en" else "zh-hans"):
        return _("Draft: %(headings)s") % {"headings": " · ".join(h.name for h in headings)}


def _unused_title(access: Access, title: str) -> str:
    """The title, numbered when a draft that this person sees is called so already."""
    taken = set(selectors.drafts_visible_to(access).filter(title__startswith=title).values_list("title", flat=True))
    numbered = f"{title}（{{}}）" if access.workspace.language == "zh" else f"{title} ({{}})"
    return title if title not in taken else next(t for n in count(2) if (t := numbered.format(n)) not in taken)


@transaction.atomic
def retry_draft(*, access: Access, draft: Draft, by_rules: bool = False) -> Draft:
    """Queues a failed draft again; with `by_rules` the rules write what the model could not."""
    row = locked_draft(access, draft.pk)
    change_state(row, DraftState.WRITING)
    if by_rules and row.provider != "rules":
        row.provider = "rules"
        row.save(update_fields=["provider"])
    _queue(row, access.user.pk)
    record("draft.retried", row, access.user.pk)
    return row


def _queue(draft: Draft, actor_id: uuid.UUID) -> None:
    job = jobs.enqueue(
        "drafting.write",
        key=f"draft:{draft.pk}",
        args={"draft": str(draft.pk)},
        workspace_id=draft.workspace_id,
        actor_id=actor_id,
    )
    draft.job_id = job.pk
    draft.save(update_fields=["job_id"])


@transaction.atomic
def begin_draft(*, draft_id: uuid.UUID, job_id: uuid.UUID) -> None:
    """A worker starts. A failed draft whose job was queued again from elsewhere is being written from now on."""
    draft = Draft.objects.select_for_update(no_key=True).get(pk=draft_id)
    if draft.state == DraftState.FAILED:
        change_state(draft, DraftState.WRITING)
    if draft.job_id != job_id:
        draft.job_id = job_id
        draft.save(update_fields=["job_id"])


def write_draft(*, draft_id: uuid.UUID, written: Sequence[dict[str, Any]], findings: dict[str, Any]) -> Draft:
    """Stores what the drafter made; call inside the job's finishing transaction.

    `written` is one entry per paragraph: `{"heading_id", "point_id"?, "title", "sentences": [{"text", "kind", "state", "verdict",
    "overlap", "cites": [excerpt id]}]}`.
    """
    draft = Draft.objects.select_for_update(no_key=True).get(pk=draft_id)
    if draft.revision:
        return draft
    cited = {str(e.pk): e for e in Excerpt.objects.filter(workspace_id=draft.workspace_id)}
    author_kind = AuthorKind.of_provider(draft.provider)
    points = Point.objects.in_bulk([part["point_id"] for part in written if part.get("point_id")])
    for position, part in enumerate(written):
        paragraph = Paragraph.objects.create(
            draft=draft,
            heading_id=part["heading_id"],
            point=points.get(part.get("point_id")),
            title=part["title"][:MAX_TITLE],
            position=position,
        )
        for number, made in enumerate(part["sentences"]):
            create_sentence(paragraph, number, made, author_kind, [cited[c] for c in made["cites"] if c in cited])
    draft.findings = findings
    draft.save(update_fields=["findings"])
    change_state(draft, DraftState.DRAFT)
    keep_revision(draft, verb="wrote", author_kind=author_kind)
    record("draft.written", draft, None, after={"paragraphs": len(written)})
    return draft


def create_sentence(
    paragraph: Paragraph, position: int, made: Mapping[str, Any], author_kind: AuthorKind, cited: Sequence[Excerpt]
) -> Sentence:
    """A sentence as the drafter made it (an entry of `write_draft`), with its citations."""
    stored = {name: made[name] for name in ("text", "kind", "state", "verdict", "overlap")}
    sentence = Sentence.objects.create(paragraph=paragraph, position=position, author_kind=author_kind, **stored)
    cite(sentence, cited)
    return sentence


def fail_draft(job: Job) -> None:
    """The drafter gave up, or was cancelled; called in the job's last transaction."""
    draft = Draft.objects.select_for_update(no_key=True).filter(pk=job.args["draft"]).first()
    if draft is not None and draft.state == DraftState.WRITING:
        change_state(draft, DraftState.FAILED)
        record("draft.failed", draft, None, after={"error": job.error})


@transaction.atomic
def rename_draft(*, access: Access, draft: Draft, title: str) -> Draft:
    row = locked_draft(access, draft.pk)
    title = _checked_title(title)
    if not title:
        raise Invalid(_("Give the draft a title."), fields={"title": _("Give the draft a title.")})
    before, row.title = row.title, title
    row.save(update_fields=["title"])
    record("draft.renamed", row, access.user.pk, before={"title": before}, after={"title": title})
    tell(row, access.user.pk)
    return row


@transaction.atomic
def delete_draft(*, access: Access, draft: Draft) -> None:
    """Hides the draft; its rows stay."""
    row = locked_draft(access, draft.pk)
    row.deleted = timezone.now()
    row.save(update_fields=["deleted"])
    record("draft.deleted", row, access.user.pk)
    tell(row, access.user.pk)


@transaction.atomic
def restore_revision(*, access: Access, draft: Draft, number: int) -> Draft:
    """Makes the sentences stand as in an earlier revision; what stands now stays as a revision, too."""
    row = locked_draft(access, draft.pk)
    snapshot = selectors.get_revision(access, row, number).snapshot
    reopen(row, access)
    Sentence.objects.filter(paragraph__draft=row, deleted__isnull=True).update(deleted=timezone.now())
    Paragraph.objects.filter(draft=row, deleted__isnull=True).update(deleted=timezone.now())
    for place, part in enumerate(snapshot["paragraphs"]):
        Paragraph.objects.filter(pk=part["id"]).update(deleted=None, position=place, title=part["title"])
        for position, kept in enumerate(part["sentences"]):
            sentence = Sentence.objects.select_for_update(no_key=True).get(pk=kept["id"])
            sentence.paragraph_id, sentence.position, sentence.deleted = uuid.UUID(part["id"]), position, None
            for name in ("text", "kind", "state", "verdict", "overlap", "author_kind"):
                setattr(sentence, name, kept[name])
            sentence.author_id = uuid.UUID(kept["author"]) if kept["author"] else None
            sentence.version += 1
            sentence.save()
            sentence.citations.all().delete()
            Citation.objects.bulk_create(Citation(sentence=sentence, **c) for c in kept["citations"])
    keep_revision(row, verb="restored", author_kind=AuthorKind.PERSON, author_id=access.user.pk)
    record("draft.restored", row, access.user.pk, after={"from": number, "revision": row.revision})
    return row


def set_review_state(*, access: Access, draft: Draft, state: str) -> Draft:
    """A step of the review, called by the review room, which keeps who and why. Raises Conflict for a step not possible."""
    row = Draft.objects.select_for_update(no_key=True).get(pk=draft.pk, workspace=access.workspace)
    change_state(row, state)
    if state == DraftState.APPROVED:
        row.approved_revision = row.revision
        row.save(update_fields=["approved_revision"])
    return row


def check_provider(access: Access, provider: str) -> None:
    """Raises Invalid unless this workspace's drafts can be written so."""
    if provider not in {"rules", "model"}:
        raise Invalid(_("A draft is written by rules or by a model."), code="provider")
    if provider == "model" and selectors_model.connection_of(access.workspace.pk) is None:
        raise Invalid(_("No model is connected to this workspace."), code="provider")


def locked_draft(access: Access, draft_id: uuid.UUID) -> Draft:
    """The draft's row, locked, if this person may write it. Raises NotFound, Forbidden."""
    access.require(Permission.WRITE_DRAFTS)
    draft = (
        Draft.objects.select_for_update(no_key=True)
        .filter(pk=draft_id, workspace=access.workspace, deleted__isnull=True)
        .first()
    )
    if draft is None:
        raise NotFound
    if not selectors.may_write(access, draft):
        raise Forbidden(_("This is somebody else's draft. You can comment on it."))
    return draft


def change_state(draft: Draft, state: str) -> None:
    """One step of the draft's life (row locked by the caller). Raises Conflict for a step that does not exist."""
    if state not in TRANSITIONS[draft.state]:
        raise Conflict(
            _("The draft is not at a stage where this is possible."), code="state", current={"state": draft.state}
        )
    draft.state = state
    draft.save(update_fields=["state"])
    tell(draft, None)


def reopen(draft: Draft, access: Access) -> None:
    """An edit takes a submitted, approved or returned draft back to `draft`. Raises Conflict while it is being written."""
    if draft.state in {DraftState.WRITING, DraftState.FAILED}:
        raise Conflict(_("The draft is still being written."), code="state", current={"state": draft.state})
    if draft.state != DraftState.DRAFT:
        before = draft.state
        change_state(draft, DraftState.DRAFT)
        record("draft.reopened", draft, access.user.pk, before={"state": before})


def cite(sentence: Sentence, cited: Sequence[Excerpt | Citation]) -> None:
    """Replaces the sentence's citations: an excerpt with its present span, an earlier citation as it was."""
    rows = [
        Citation(
            sentence=sentence,
            excerpt_id=one.excerpt_id if isinstance(one, Citation) else one.pk,
            source_id=one.source_id,
            text_id=one.text_id,
            start=one.start,
            end=one.end,
            quote=one.quote,
            position=position,
        )
        for position, one in enumerate(cited)
    ]
    sentence.citations.all().delete()
    Citation.objects.bulk_create(rows)


def keep_revision(
    draft: Draft,
    *,
    verb: str,
    author_kind: AuthorKind,
    author_id: uuid.UUID | None = None,
    sentence_id: uuid.UUID | None = None,
) -> Revision:
    """Stores the draft as it stands now as its next revision (row locked by the caller)."""
    draft.revision += 1
    draft.save(update_fields=["revision"])
    paragraphs = [
        {
            "id": str(paragraph.pk),
            "heading": paragraph.heading.key,
            "title": paragraph.title,
            "sentences": [_snapshot(sentence) for sentence in paragraph.shown],  # type: ignore[attr-defined]
        }
        for section in selectors.sections_of(draft)
        for paragraph in section.paragraphs
    ]
    revision = Revision.objects.create(
        draft=draft,
        number=draft.revision,
        author_kind=author_kind,
        author_id=author_id,
        verb=verb,
        sentence_id=sentence_id,
        snapshot={"title": draft.title, "paragraphs": paragraphs},
    )
    tell(draft, author_id)
    return revision


def _snapshot(sentence: Sentence) -> dict[str, Any]:
    kept = {name: getattr(sentence, name) for name in ("text", "kind", "state", "verdict", "overlap", "author_kind")}
    citations = [
        {
            "excerpt_id": str(c.excerpt_id),
            "source_id": str(c.source_id),
            "text_id": str(c.text_id),
            "start": c.start,
            "end": c.end,
            "quote": c.quote,
            "position": c.position,
        }
        for c in sentence.cited  # type: ignore[attr-defined]
    ]
    author = str(sentence.author_id) if sentence.author_id else None
    return {"id": str(sentence.pk), **kept, "author": author, "citations": citations}


def record(verb: str, draft: Draft, actor_id: uuid.UUID | None, **states: Any) -> None:
    audit.record(verb, draft, actor_id=actor_id, workspace_id=draft.workspace_id, **states)


def tell(draft: Draft, actor_id: uuid.UUID | None) -> None:
    """Says the draft's state ("deleted" when it is gone) and revision to those who may see it."""
    everybody = draft.state == DraftState.APPROVED
    events.emit(
        draft.workspace_id,
        "draft.changed",
        {
            "draft": str(draft.pk),
            "state": "deleted" if draft.deleted else draft.state,
            "revision": draft.revision,
        },
        audience=Permission.READ_WORKSPACE if everybody else Permission.READ_DRAFTS,
        actor_id=actor_id,
    )


def _checked_title(title: str) -> str:
    title = " ".join(storable_text(title).split())
    if len(title) > MAX_TITLE:
        raise Invalid(_("This title is too long."), fields={"title": _("This title is too long.")})
    return title
