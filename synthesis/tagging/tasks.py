"""Background work of the tagging room: headings for a new workspace, suggestions for a source that became ready."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.engine.suggest import HeadingDescription, suggest
from synthesis.infra import jobs, outbox
from synthesis.infra.embeddings import installed_embed
from synthesis.infra.leases import RunningJob
from synthesis.infra.policy import Permission
from synthesis.tagging import actions_headings, actions_suggestions, selectors

# Of a source's sentences one in so many is suggested under a heading, but of a short source some in any case.
ONE_IN, FEWEST = 12, 12


@outbox.subscribe("workspace.created")
def set_up_headings(payload: dict[str, Any]) -> None:
    actions_headings.set_up_headings(workspace_id=uuid.UUID(payload["workspace"]))


@outbox.subscribe("source.ready")
def suggest_for_source(payload: dict[str, Any]) -> None:
    text = selectors.current_text(uuid.UUID(payload["source"]))
    if text is not None:
        jobs.enqueue(
            "tagging.suggest",
            key=f"suggest:{text.pk}",
            args={"source": payload["source"], "text": str(text.pk)},
            workspace_id=text.source.workspace_id,
            actor_id=None,
        )


@outbox.subscribe("headings.changed")
def suggest_for_workspace(payload: dict[str, Any]) -> None:
    for source_id in selectors.ready_source_ids(uuid.UUID(payload["workspace"])):
        suggest_for_source({"source": str(source_id)})


@jobs.handles("tagging.suggest", audience=Permission.WRITE_EXCERPTS)
def make_suggestions(running: RunningJob) -> None:
    """Ranks every sentence of the text by the headings' names and descriptions."""
    text = selectors.text_for_job(uuid.UUID(running.args["text"]))
    headings = selectors.codebook_of(text.source.workspace_id)
    running.progress(gettext_noop("comparing sentences with headings"), 0.1)
    spans = selectors.taggable_sentences(text)
    described = [HeadingDescription(h.key, h.name, h.description) for h in headings]
    found = suggest([text.text[a:b] for a, b in spans], described, embed=installed_embed())
    by_key = {h.key: h.pk for h in headings}
    proposals = [
        actions_suggestions.Proposal(a, b, by_key[s.heading], max(s.scores.values()), s.provider)
        for (a, b), s in zip(spans, found, strict=True)
        if s.heading in by_key
    ]
    with running.finishing():
        actions_suggestions.store_suggestions(text=text, proposals=_strongest(proposals, len(spans)))


def _strongest(proposals: list[actions_suggestions.Proposal], sentences: int) -> list[actions_suggestions.Proposal]:
    """The surest proposals of each heading, in the order of the text: a list that marks every second sentence helps nobody."""
    most = max(FEWEST, sentences // ONE_IN)
    kept: list[actions_suggestions.Proposal] = []
    for heading_id in {p.heading_id for p in proposals}:
        own = sorted((p for p in proposals if p.heading_id == heading_id), key=lambda p: (-p.score, p.start))
        kept += own[:most]
    return sorted(kept, key=lambda p: p.start)
