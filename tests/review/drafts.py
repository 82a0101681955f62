"""Drafts for tests of review and exports, straight from the models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction

from synthesis.drafting import actions
from synthesis.drafting.models import AuthorKind, Draft, DraftState, Paragraph, Sentence

if TYPE_CHECKING:
    from synthesis.tagging.models import Excerpt
    from tests.world import World


@transaction.atomic
def make_draft(
    world: World,
    who: str = "bob",
    sentences: Sequence[tuple[str, Sequence[Excerpt]]] | None = None,
    *,
    heading: str = "E",
    point: str = "市场在扩大",
    **given: Any,
) -> Draft:
    """A draft of one paragraph at revision 1; `sentences` are texts with the excerpts they cite."""
    if sentences is None:
        sentences = [
            ("国内销量在2023年升至420万台。", [world.excerpts[1]]),
            ("基层更换意愿不强。", [world.excerpts[0]]),
        ]
    draft = Draft.objects.create(
        workspace=world.workspace,
        created_by=world.people[who],
        **{"title": "经济环境", "state": DraftState.DRAFT, "heading_keys": [heading], **given},
    )
    add_paragraph(world, draft, sentences, heading=heading, point=point)
    actions.keep_revision(draft, verb="wrote", author_kind=AuthorKind.RULE)
    return draft


def add_paragraph(
    world: World, draft: Draft, sentences: Sequence[tuple[str, Sequence[Excerpt]]], *, heading: str, point: str
) -> Paragraph:
    paragraph = Paragraph.objects.create(
        draft=draft, heading=world.headings[heading], title=point, position=draft.paragraphs.count()
    )
    for position, (text, cited) in enumerate(sentences):
        sentence = Sentence.objects.create(paragraph=paragraph, position=position, text=text)
        actions.cite(sentence, cited)
    return paragraph
