"""Writing a draft again: the open points get new sentences, and everything a person stands for stays in its place."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from synthesis.drafting import selectors
from synthesis.drafting.actions import (
    MAX_TITLE,
    change_state,
    check_provider,
    create_sentence,
    keep_revision,
    locked_draft,
    record,
)
from synthesis.drafting.models import AuthorKind, Citation, Draft, DraftState, Paragraph, Point, Revision, Sentence
from synthesis.drafting.rewriting import Asked, asked_for, is_kept
from synthesis.engine.drafting.conflicts import likeness
from synthesis.infra import jobs
from synthesis.infra.errors import Conflict, Invalid
from synthesis.tagging.models import Excerpt, Heading
from synthesis.workspaces.events import register_words
from synthesis.workspaces.policy import Access

# A new sentence that is so like a person's says it once more.
_SAME = 0.8
_WROTE = ("wrote", "rewrote")


@transaction.atomic
def rewrite_draft(
    *, access: Access, draft: Draft, provider: str = "rules", paragraphs: Sequence[uuid.UUID] | None = None
) -> Draft:
    """Has a worker write the draft's open points, or of them only `paragraphs`, again. Raises Invalid, Conflict.

    Where all open ones are chosen, points of the plan that the draft does not have yet are written, too.
    """
    row = locked_draft(access, draft.pk)
    if row.state in {DraftState.WRITING, DraftState.FAILED}:
        raise Conflict(_("The draft is still being written."), code="state", current={"state": row.state})
    check_provider(access, provider)
    attempt = Revision.objects.filter(draft=row, verb__in=_WROTE).count()
    asked = asked_for(row.pk, provider, paragraphs, attempt)
    if asked is None:
        raise Invalid(_("Every point is locked. Unlock one, or choose another."), code="locked")
    job = jobs.enqueue(
        "drafting.rewrite",
        key=f"rewrite:{row.pk}",
        args=asked.to_args(),
        workspace_id=row.workspace_id,
        actor_id=access.user.pk,
    )
    row.job_id = job.pk
    row.save(update_fields=["job_id"])
    record("draft.rewriting", row, access.user.pk, after={"provider": provider})
    return row


def store_rewriting(
    *, asked: Asked, written: Sequence[dict[str, Any]], findings: dict[str, list[Any]], actor_id: uuid.UUID | None
) -> Draft:
    """Puts what was written into the draft as it stands now; call inside the job's finishing transaction.

    Locks, and what people wrote meanwhile, count as they are now. `written` as for `actions.write_draft`.
    """
    draft = Draft.objects.select_for_update(no_key=True).get(pk=asked.draft_id)
    if draft.deleted is not None or draft.state in {DraftState.WRITING, DraftState.FAILED}:
        return draft
    if draft.state != DraftState.DRAFT:
        before = draft.state
        change_state(draft, DraftState.DRAFT)
        record("draft.reopened", draft, actor_id, before={"state": before})
    _Rewriting(draft, asked).store(written)
    draft.findings = _found(draft, findings, {part["heading_id"] for part in written})
    draft.provider = asked.provider
    draft.save(update_fields=["findings", "provider"])
    keep_revision(draft, verb="rewrote", author_kind=AuthorKind.of_provider(asked.provider))
    record("draft.rewritten", draft, actor_id, after={"revision": draft.revision, "provider": asked.provider})
    return draft


class _Rewriting:
    """One draft, its row locked, while its open paragraphs get their new sentences."""

    def __init__(self, draft: Draft, asked: Asked) -> None:
        self.draft, self.asked = draft, asked
        self.standing: list[Paragraph] = [p for s in selectors.sections_of(draft) for p in s.paragraphs]
        self.excerpts = {str(e.pk): e for e in Excerpt.objects.filter(workspace_id=draft.workspace_id)}
        said = _said_before(draft)
        stays = [s for p in self.standing for s in _shown(p) if is_kept(s) or not asked.is_open(p)]
        self.kept_texts = [s.text for s in stays]
        removed = Revision.objects.filter(draft=draft, verb="removed").values("sentence_id")
        gone = Sentence.objects.filter(pk__in=removed, deleted__isnull=False)
        ids = [str(row.pk) for row in [*stays, *gone]]
        # Not once more: what a person took out, or wrote over.
        self.refused = {row.text for row in gone} | {text for pk in ids for text in said.get(pk, ())}

    def store(self, written: Sequence[dict[str, Any]]) -> None:
        """Heading by heading; a heading of which nothing was written stays as it is."""
        for heading_id in dict.fromkeys(part["heading_id"] for part in written):
            mine = [p for p in self.standing if p.heading_id == heading_id]
            open_ones = [p for p in mine if self.asked.is_open(p)]
            closed = {p.point_id for p in mine if p not in open_ones}
            closed |= set(Point.objects.filter(heading_id=heading_id, locked=True).values_list("pk", flat=True))
            parts = [
                p
                for p in written
                if p["heading_id"] == heading_id and (p["point_id"] not in closed or not p["point_id"])
            ]
            self._store_heading(heading_id, open_ones, parts)
        for position, paragraph in enumerate(self.standing):
            if paragraph.position != position:
                paragraph.position = position
                paragraph.save(update_fields=["position"])

    def _store_heading(self, heading_id: uuid.UUID, open_ones: list[Paragraph], parts: list[dict[str, Any]]) -> None:
        pairs, left, new = _matched(open_ones, parts)
        for paragraph, part in pairs:
            self._fill(paragraph, part)
        if self.asked.paragraphs is not None:
            return
        for paragraph in left:
            self._fill(paragraph, None)
        for part in new:
            paragraph = Paragraph(draft=self.draft, heading_id=heading_id, position=len(self.standing))
            self._insert(paragraph)
            self._fill(paragraph, part)

    def _insert(self, paragraph: Paragraph) -> None:
        """After the last one of its heading, else where the codebook has the heading."""
        paragraph.save()
        paragraph.shown = []  # type: ignore[attr-defined]
        same = [i for i, p in enumerate(self.standing) if p.heading_id == paragraph.heading_id]
        place = paragraph.heading.position
        later = [i for i, p in enumerate(self.standing) if p.heading.position > place]
        at = same[-1] + 1 if same else later[0] if later else len(self.standing)
        self.standing.insert(at, paragraph)

    def _fill(self, paragraph: Paragraph, part: dict[str, Any] | None) -> None:
        """New sentences between those that stay; without a part only those. Nothing left: the paragraph goes."""
        rows = _shown(paragraph)
        stays = {at: row for at, row in enumerate(rows) if is_kept(row)}
        former = [row for row in rows if not is_kept(row)]
        wanted = part["sentences"] if part else ()
        written = [self._row(paragraph, made, former) for made in wanted if self._new(made)]
        order: list[Sentence] = []
        rest = list(written)
        for at in range(len(rows)):
            if at in stays:
                order.append(stays[at])
            elif rest:
                order.append(rest.pop(0))
        order += rest
        for row in former:
            if row not in written:
                row.deleted = timezone.now()
                row.version += 1
                row.save(update_fields=["deleted", "version"])
        for position, row in enumerate(order):
            if row.position != position:
                row.position = position
                row.save(update_fields=["position"])
        self._settle(paragraph, part, empty=not order)

    def _settle(self, paragraph: Paragraph, part: dict[str, Any] | None, *, empty: bool) -> None:
        if empty:
            paragraph.deleted = timezone.now()
            self.standing.remove(paragraph)
        elif part is not None:
            paragraph.title = part["title"][:MAX_TITLE]
            paragraph.point = Point.objects.filter(pk=part["point_id"]).first() or paragraph.point
        paragraph.save(update_fields=["deleted", "title", "point"])

    def _new(self, made: dict[str, Any]) -> bool:
        """Whether a sentence is to be written: it cites something, a person did not take it out, and no sentence that
        stays says it, or said it before a person edited it."""
        text = made["text"]
        if text in self.refused or not any(c in self.excerpts for c in made["cites"]):
            return False
        return all(likeness(text, kept) < _SAME for kept in self.kept_texts)

    def _row(self, paragraph: Paragraph, made: dict[str, Any], former: list[Sentence]) -> Sentence:
        """A sentence that comes out as it was stays the same row, with its comments and its history."""
        cites = [c for c in dict.fromkeys(made["cites"]) if c in self.excerpts]
        for row in former:
            if row.text == made["text"] and [str(c.excerpt_id) for c in row.cited] == cites:  # type: ignore[attr-defined]
                former.remove(row)
                return row
        kind = AuthorKind.of_provider(self.asked.provider)
        return create_sentence(paragraph, 0, made, kind, [self.excerpts[c] for c in cites])


def _shown(paragraph: Paragraph) -> list[Sentence]:
    rows: list[Sentence] = paragraph.shown  # type: ignore[attr-defined]
    return rows


def _matched(
    paragraphs: list[Paragraph], parts: list[dict[str, Any]]
) -> tuple[list[tuple[Paragraph, dict[str, Any]]], list[Paragraph], list[dict[str, Any]]]:
    """Which part becomes which paragraph: by point, by title, by the excerpts cited. Then what is left on either side."""
    left, new = list(paragraphs), list(parts)
    pairs: list[tuple[Paragraph, dict[str, Any]]] = []
    for nearness in (_same_point, _same_title, _shared_excerpts):
        for part in list(new):
            best = max(left, key=lambda p: nearness(p, part), default=None)
            if best is not None and nearness(best, part) > 0:
                pairs.append((best, part))
                left.remove(best)
                new.remove(part)
    return pairs, left, new


def _same_point(paragraph: Paragraph, part: dict[str, Any]) -> int:
    return int(part["point_id"] is not None and paragraph.point_id == part["point_id"])


def _same_title(paragraph: Paragraph, part: dict[str, Any]) -> int:
    apart = part["point_id"] is not None and paragraph.point_id is not None
    return int(not apart and bool(part["title"]) and paragraph.title == part["title"])


def _shared_excerpts(paragraph: Paragraph, part: dict[str, Any]) -> int:
    if part["point_id"] is not None and paragraph.point_id is not None:
        return 0
    cited = {str(c.excerpt_id) for row in _shown(paragraph) for c in row.cited}  # type: ignore[attr-defined]
    return len(cited & {c for made in part["sentences"] for c in made["cites"]})


def _said_before(draft: Draft) -> dict[str, set[str]]:
    """Sentence → what the drafter had written in its place, by the revisions it made."""
    found: dict[str, set[str]] = {}
    rows = Revision.objects.filter(draft=draft, verb__in=_WROTE)
    for snapshot in rows.values_list("snapshot", flat=True).iterator():
        for part in snapshot["paragraphs"]:
            for kept in part["sentences"]:
                found.setdefault(kept["id"], set()).add(kept["text"])
    return found


def _found(draft: Draft, findings: dict[str, list[Any]], headings: set[uuid.UUID]) -> dict[str, list[Any]]:
    """What was found under `headings` this time, and what is known of the others; no excerpt that is cited is told to
    be unused."""
    looked = set(Heading.objects.filter(pk__in=headings).values_list("key", flat=True))
    told = Citation.objects.filter(sentence__paragraph__draft=draft, sentence__deleted__isnull=True)
    cited = {str(pk) for pk in told.values_list("excerpt_id", flat=True)}
    kept: dict[str, list[Any]] = {}
    for name, found in findings.items():
        known = [one for one in draft.findings.get(name, []) if one.get("heading") not in looked]
        kept[name] = [one for one in [*known, *found] if name != "unused" or one["id"] not in cited]
    return kept


register_words("draft.rewriting", gettext_noop("{actor} had a draft written again"))
register_words("draft.rewritten", gettext_noop("A draft has been written again"))
