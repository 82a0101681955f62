"""Background work of the tagging room: headings for a new workspace, suggestions for a source that became ready,
excerpts of a source whose text changed."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.translation import gettext_noop

from synthesis.engine.anchors import Anchor
from synthesis.engine.reanchoring import Reanchorer
from synthesis.engine.suggest import HeadingDescription, suggest
from synthesis.infra import jobs, outbox
from synthesis.infra.embeddings import installed_embed
from synthesis.infra.leases import RunningJob
from synthesis.infra.policy import Permission
from synthesis.tagging import (
    actions_headings,
    actions_reanchoring,
    actions_suggestions,
    selectors,
    selectors_reanchoring,
)
from synthesis.tagging.selectors_reanchoring import LeftBehind

# Of a source's sentences one in so many is suggested under a heading, but of a short source some in any case.
ONE_IN, FEWEST = 12, 12


# So many excerpts on texts of so many characters together come along at once, without a job: well under a second.
FEW, SHORT = 300, 500_000


@outbox.subscribe("workspace.created")
def set_up_headings(payload: dict[str, Any]) -> None:
    actions_headings.set_up_headings(workspace_id=uuid.UUID(payload["workspace"]))


@outbox.subscribe("source.ready", within=True)
def suggest_for_source(payload: dict[str, Any]) -> None:
    if "text" not in payload:
        text = selectors.current_text(uuid.UUID(payload["source"]))
        if text is None:
            return
        payload = {**payload, "text": str(text.pk), "workspace": str(text.source.workspace_id)}
    jobs.enqueue(
        "tagging.suggest",
        key=f"suggest:{payload['text']}",
        args={"source": payload["source"], "text": payload["text"]},
        workspace_id=uuid.UUID(payload["workspace"]),
        actor_id=None,
    )


@outbox.subscribe("headings.changed")
def suggest_for_workspace(payload: dict[str, Any]) -> None:
    for source_id in selectors.ready_source_ids(uuid.UUID(payload["workspace"])):
        suggest_for_source({"source": str(source_id)})


@jobs.handles("tagging.suggest", audience=Permission.WRITE_EXCERPTS, later=True)
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


@outbox.subscribe("source.text_changed")
def take_excerpts_along(payload: dict[str, Any]) -> None:
    """A source has a newer text. A few excerpts come along at once, so that the reader shows them with it."""
    source_id = uuid.UUID(payload["source"])
    text = selectors.current_text(source_id)
    if text is None or not selectors_reanchoring.has_more_than(source_id, 0):
        return
    sizes = selectors_reanchoring.text_sizes([text.pk, uuid.UUID(payload["from_text"])])
    if sizes <= SHORT and not selectors_reanchoring.has_more_than(source_id, FEW):
        actions_reanchoring.store_reanchoring(to_text_id=text.pk, found=_anchored(source_id, text.text))
        return
    jobs.enqueue(
        "tagging.reanchor",
        key=f"reanchor:{text.pk}",
        args={"source": str(source_id), "text": str(text.pk)},
        workspace_id=text.source.workspace_id,
        actor_id=text.made_by_id,
    )


@jobs.handles("tagging.reanchor", audience=Permission.READ_EXCERPTS)
def reanchor_excerpts(running: RunningJob) -> None:
    """Finds the excerpts of all older texts of a source in its present one."""
    text = selectors.text_for_job(uuid.UUID(running.args["text"]))
    running.progress(gettext_noop("finding the excerpts in the new text"), 0.1)
    found = _anchored(text.source_id, text.text)
    running.progress(gettext_noop("finding the excerpts in the new text"), 0.8)
    with running.finishing():
        actions_reanchoring.store_reanchoring(to_text_id=text.pk, found=found)


def _anchored(source_id: uuid.UUID, new: str) -> list[tuple[LeftBehind, Anchor]]:
    found: list[tuple[LeftBehind, Anchor]] = []
    rows = selectors_reanchoring.left_behind(source_id)
    for text_id in sorted({row.text_id for row in rows}):
        both = Reanchorer(selectors_reanchoring.plain_text_of(text_id), new)
        found += [(row, both.anchor(row.start, row.end)) for row in rows if row.text_id == text_id]
    return found
