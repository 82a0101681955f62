"""Everything that changes sentences: each save is a revision, and two people on one sentence get a conflict, not a loss."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from synthesis.drafting import measure, selectors
from synthesis.drafting.actions import cite, keep_revision, locked_draft, record, reopen
from synthesis.drafting.models import AuthorKind, Citation, Draft, Paragraph, Sentence
from synthesis.drafting.selectors_given import put_right_of
from synthesis.infra import events
from synthesis.infra.errors import Conflict, Forbidden, Invalid, NotFound
from synthesis.infra.policy import Permission
from synthesis.sources.storable import storable_text
from synthesis.tagging import selectors as tagging
from synthesis.tagging.models import Excerpt
from synthesis.workspaces.policy import Access

MAX_SENTENCE = 4_000


def edit_sentence(
    *,
    access: Access,
    sentence: Sentence,
    text: str,
    version: int,
    cites: Sequence[uuid.UUID] | None = None,
    renewed: Collection[uuid.UUID] = (),
) -> Sentence:
    """Replaces the text, and the cited excerpts when `cites` is given; verified and measured anew.

    A citation that stays keeps its span and quote, also when its excerpt is gone; those of the excerpts `renewed` are taken
    as the excerpts read now. A save that changes nothing makes no revision. Raises Conflict with the present sentence when
    `version` is not the current one, Invalid, NotFound, Forbidden.
    """
    text = _checked(text)
    present = list(sentence.citations.all())
    kept = [c for c in present if c.excerpt_id not in renewed]
    if cites is None:
        cites = [c.excerpt_id for c in present] if renewed else None
    cited = present if cites is None else _cited(access, cites, kept)
    if sentence.version == version and sentence.text == text and cited == present:
        if not selectors.may_write(access, sentence.paragraph.draft):
            raise Forbidden(_("This is somebody else's draft. You can comment on it."))
        return sentence
    # Outside the transaction: measuring reads every source of the workspace.
    state, verdict, overlap = _judged(access, text, cited)
    with transaction.atomic():
        draft, row = locked_sentence(access, sentence)
        if row.version != version:
            raise Conflict(
                _("Somebody else saved this sentence while you were writing."),
                current=selectors.describe_sentence(row),
            )
        reopen(draft, access)
        before = row.text
        row.text, row.state, row.verdict, row.overlap = text, state, verdict, overlap
        row.author_kind, row.author = AuthorKind.PERSON, access.user
        row.version += 1
        row.save()
        if cites is not None:
            cite(row, cited)
        publish_sentence("edited", draft, row, access, before=before)
    return row


def add_sentence(
    *, access: Access, paragraph: Paragraph, text: str, position: int, cites: Sequence[uuid.UUID] = ()
) -> Sentence:
    """Inserts a person's sentence at `position` (0-based) of the paragraph."""
    text = _checked(text)
    cited = _cited(access, cites, [])
    state, verdict, overlap = _judged(access, text, cited)
    with transaction.atomic():
        draft = locked_draft(access, paragraph.draft_id)
        reopen(draft, access)
        rows = _in_order(paragraph)
        row = Sentence(
            paragraph=paragraph,
            position=0,
            text=text,
            kind="own",
            state=state,
            verdict=verdict,
            overlap=overlap,
            author_kind=AuthorKind.PERSON,
            author=access.user,
        )
        rows.insert(max(0, min(position, len(rows))), row)
        _number(rows)
        cite(row, cited)
        publish_sentence("added", draft, row, access)
    return row


@transaction.atomic
def remove_sentence(*, access: Access, sentence: Sentence) -> None:
    """Takes the sentence out; the revision before holds it."""
    draft, row = locked_sentence(access, sentence)
    reopen(draft, access)
    row.deleted = timezone.now()
    row.version += 1
    row.save(update_fields=["deleted", "version"])
    publish_sentence("removed", draft, row, access, before=row.text)


@transaction.atomic
def restore_sentence(*, access: Access, sentence: Sentence) -> Sentence:
    """Puts a removed sentence back to its place; one that stands there already stays as it is."""
    draft, row = locked_sentence(access, sentence, removed=True)
    if row.deleted is None:
        return row
    reopen(draft, access)
    row.deleted = None
    row.version += 1
    row.save(update_fields=["deleted", "version"])
    # Its paragraph may have been taken out since; it comes back with it.
    Paragraph.objects.filter(pk=row.paragraph_id, deleted__isnull=False).update(deleted=None)
    rows = [r for r in _in_order(row.paragraph) if r.pk != row.pk]
    rows.insert(max(0, min(row.position, len(rows))), row)
    _number(rows)
    publish_sentence("restored", draft, row, access)
    return row


@transaction.atomic
def move_sentence(*, access: Access, sentence: Sentence, paragraph: Paragraph, position: int) -> Sentence:
    """Puts the sentence at `position` (0-based) of a paragraph of the same draft. Raises Invalid.

    The version stays: it guards the text, and somebody who edits the sentence meanwhile has no conflict.
    """
    draft, row = locked_sentence(access, sentence)
    if paragraph.draft_id != draft.pk:
        raise Invalid(_("Choose a paragraph of this draft."))
    reopen(draft, access)
    rows = [r for r in _in_order(paragraph) if r.pk != row.pk]
    row.paragraph = paragraph
    row.save(update_fields=["paragraph"])
    rows.insert(max(0, min(position, len(rows))), row)
    _number(rows)
    publish_sentence("moved", draft, row, access)
    return row


def _checked(text: str) -> str:
    text = " ".join(storable_text(text).split())
    if not text:
        raise Invalid(_("A sentence needs some text. Remove it instead."), fields={"text": _("Write something first.")})
    if len(text) > MAX_SENTENCE:
        raise Invalid(_("This sentence is too long."), fields={"text": _("This sentence is too long.")})
    return text


def _cited(access: Access, ids: Sequence[uuid.UUID], present: Sequence[Citation]) -> list[Excerpt | Citation]:
    """What is to be cited, in the order given: present citations, else excerpts. Raises NotFound for others."""
    found: dict[uuid.UUID, Excerpt | Citation] = {
        e.pk: e for e in tagging.excerpts_visible_to(access).filter(pk__in=ids)
    }
    found |= {c.excerpt_id: c for c in present}
    if not set(ids) <= set(found):
        raise NotFound
    return [found[i] for i in dict.fromkeys(ids)]


def _judged(
    access: Access, text: str, cited: Sequence[Excerpt | Citation]
) -> tuple[str, dict[str, object], dict[str, object]]:
    state, verdict = measure.verdict_of(text, [c.quote for c in cited], put_right_of(cited))
    return state, verdict, measure.overlap_of(access.workspace.pk, text)


def locked_sentence(access: Access, sentence: Sentence, *, removed: bool = False) -> tuple[Draft, Sentence]:
    """Draft and sentence, locked in this order by everybody. Raises NotFound when it was removed, unless `removed`."""
    draft = locked_draft(access, sentence.paragraph.draft_id)
    row = (
        Sentence.objects.select_for_update(of=("self",), no_key=True)
        .select_related("author", "paragraph")
        .filter(pk=sentence.pk)
        .first()
    )
    if row is None or (row.deleted is not None and not removed):
        raise NotFound
    return draft, row


def _in_order(paragraph: Paragraph) -> list[Sentence]:
    return list(
        Sentence.objects.select_for_update(no_key=True)
        .filter(paragraph=paragraph, deleted__isnull=True)
        .order_by("position", "created")
    )


def _number(rows: Sequence[Sentence]) -> None:
    for position, row in enumerate(rows):
        if row._state.adding:  # noqa: SLF001 - documented: whether the row is new
            row.position = position
            row.save()
        elif row.position != position:
            row.position = position
            row.save(update_fields=["position"])


def publish_sentence(verb: str, draft: Draft, sentence: Sentence, access: Access, before: str = "") -> None:
    """The revision, the audit entry and the event of one change of a sentence."""
    keep_revision(draft, verb=verb, author_kind=AuthorKind.PERSON, author_id=access.user.pk, sentence_id=sentence.pk)
    record(
        f"sentence.{verb}",
        draft,
        access.user.pk,
        before={"text": before},
        after={"sentence": str(sentence.pk), "text": sentence.text, "revision": draft.revision},
    )
    events.emit(
        draft.workspace_id,
        "sentence.changed",
        {"draft": str(draft.pk), "sentence": str(sentence.pk), "version": sentence.version, "verb": verb},
        audience=Permission.READ_DRAFTS,
        actor_id=access.user.pk,
    )
