"""Everything that changes suggestions. A suggestion counts as nothing until a person accepts it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from synthesis.infra import audit, events
from synthesis.infra.errors import Conflict
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText
from synthesis.tagging import actions
from synthesis.tagging.models import Excerpt, Suggestion, SuggestionState
from synthesis.workspaces.policy import Access


@dataclass(frozen=True, slots=True)
class Proposal:
    """One sentence `[start, end)` of a reading text and the heading it might belong to."""

    start: int
    end: int
    heading_id: uuid.UUID
    score: float
    provider: str


def store_suggestions(*, text: ReadingText, proposals: Iterable[Proposal]) -> int:
    """Replaces the undecided suggestions of a text; decided ones stay and are not proposed again."""
    with transaction.atomic():
        Suggestion.objects.filter(text=text, state=SuggestionState.OPEN).delete()
        made = Suggestion.objects.bulk_create(
            (
                Suggestion(
                    source_id=text.source_id,
                    text=text,
                    heading_id=p.heading_id,
                    start=p.start,
                    end=p.end,
                    score=p.score,
                    provider=p.provider,
                )
                for p in proposals
            ),
            ignore_conflicts=True,
        )
        events.emit(
            text.source.workspace_id,
            "suggestions.changed",
            {"source": str(text.source_id)},
            audience=Permission.WRITE_EXCERPTS,
        )
    return len(made)


@transaction.atomic
def accept_suggestion(*, access: Access, suggestion: Suggestion, headings: list[str] | None = None) -> Excerpt:
    """Makes the person's own excerpt of the sentence, under the proposed heading or others (keys)."""
    row = _open(access, suggestion)
    excerpt = actions.create_excerpt(
        access=access,
        source=row.source,
        text_id=row.text_id,
        start=row.start,
        end=row.end,
        quote=row.text.text[row.start : row.end],
        headings=headings or [row.heading.key],
    )
    row.excerpt = excerpt
    _decide(access, row, SuggestionState.ACCEPTED)
    return excerpt


@transaction.atomic
def dismiss_suggestion(*, access: Access, suggestion: Suggestion) -> None:
    """Takes the proposal away for everybody; `restore_suggestion` brings it back."""
    _decide(access, _open(access, suggestion), SuggestionState.DISMISSED)


@transaction.atomic
def restore_suggestion(*, access: Access, suggestion: Suggestion) -> None:
    """Brings back what was dismissed."""
    access.require(Permission.WRITE_EXCERPTS)
    row = Suggestion.objects.select_for_update(no_key=True).get(pk=suggestion.pk)
    if row.state == SuggestionState.DISMISSED:
        _decide(access, row, SuggestionState.OPEN)


def _open(access: Access, suggestion: Suggestion) -> Suggestion:
    access.require(Permission.WRITE_EXCERPTS)
    row = (
        Suggestion.objects.select_for_update(of=("self",), no_key=True)
        .select_related("source", "text", "heading")
        .get(pk=suggestion.pk)
    )
    if row.state != SuggestionState.OPEN:
        raise Conflict(_("Somebody has decided on this suggestion already."), current={"state": row.state})
    return row


def _decide(access: Access, row: Suggestion, state: SuggestionState) -> None:
    row.state = state
    row.decided_by = access.user if state != SuggestionState.OPEN else None
    row.save(update_fields=["state", "decided_by", "excerpt"])
    audit.record(
        f"suggestion.{state}", row, actor_id=access.user.pk, workspace_id=access.workspace.pk, after={"state": state}
    )
    events.emit(
        access.workspace.pk,
        "suggestion.decided",
        {"source": str(row.source_id), "suggestion": str(row.pk), "state": state},
        audience=Permission.WRITE_EXCERPTS,
        actor_id=access.user.pk,
    )
