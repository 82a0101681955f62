"""What the meter in the editor is told: the runs of a sentence that stand in sources, named, and the draft's total."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.utils.translation import gettext as _
from numpy.typing import NDArray

from synthesis.drafting import selectors
from synthesis.drafting.measure import counted_codes, text_lengths, without_furniture
from synthesis.drafting.models import Draft, Sentence
from synthesis.drafting.warm_index import MOST_CHARACTERS, SHELF, NotYet, Warm
from synthesis.engine.overlap.normalise import normalise
from synthesis.engine.overlap.places import Found, Place
from synthesis.infra.errors import Forbidden
from synthesis.infra.policy import Permission
from synthesis.sources.models import ReadingText
from synthesis.workspaces.policy import Access

# Code points of the source shown on each side of a run.
AROUND = 30
# Runs of a sentence whose passages are shown; more than these are underlined all the same.
SHOWN = 12

I32 = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class RunInSource:
    """A run with its source: `span` in code points of the source's reading text; empty texts where it is not shown."""

    place: Place
    source: uuid.UUID
    title: str
    span: tuple[int, int]
    before: str = ""
    passage: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """`state` ready, preparing (ask again in a moment) or too_much (the sources are too many to be kept at hand)."""

    state: str
    sentence: Found | None = None
    runs: Sequence[RunInSource] = ()
    draft: Found | None = None
    sources: int = 0


def measured(access: Access, draft: Draft, text: str, sentence: uuid.UUID | None) -> Measured:
    """`text` against all sources of the workspace, and the draft with it in place of `sentence` (at its end for None).

    Raises Forbidden for people who may not write the draft.
    """
    access.require(Permission.READ_SOURCES)
    if not selectors.may_write(access, draft):
        raise Forbidden(_("This is somebody else's draft. You can comment on it."))
    lengths = text_lengths(access.workspace.pk)
    if sum(lengths.values()) > MOST_CHARACTERS:
        return Measured("too_much", sources=len(lengths))
    try:
        warm = SHELF.of(access.workspace.pk, tuple(lengths), counted_codes)
    except NotYet:
        return Measured("preparing", sources=len(lengths))
    found, whole = warm.index.find(text), warm.index.find(_body(draft, text, sentence))
    return Measured("ready", found, _named(warm, found), whole, len(lengths))


def _body(draft: Draft, text: str, sentence: uuid.UUID | None) -> str:
    """The draft's sentences in order, paragraphs apart, with `text` in its place; for a new sentence at the end."""
    rows = (
        Sentence.objects.filter(paragraph__draft=draft, deleted__isnull=True)
        .order_by("paragraph__position", "position", "created")
        .values_list("pk", "paragraph_id", "text")
    )
    gap = " " if draft.language == "en" else ""
    parts, last = [], None
    for pk, paragraph, saved in rows:
        parts.append("\n" if paragraph != last else gap)
        parts.append(text if pk == sentence else saved)
        last = paragraph
    return "".join(parts) + ("" if sentence else "\n" + text)


def _named(warm: Warm, found: Found) -> list[RunInSource]:
    """The runs with their sources and what stands there; the first `SHOWN` with their passages."""
    ids = [warm.texts[place.source] for place in found.places]
    rows = ReadingText.objects.filter(pk__in=set(ids)).select_related("source")
    titles = {row.pk: row.source for row in rows.only("source__title")} if ids else {}
    shown = []
    for nth, (text, place) in enumerate(zip(ids, found.places, strict=True)):
        source = titles.get(text)
        if source is None:
            continue
        run = RunInSource(place, source.pk, source.title, (0, 0))
        shown.append(_with_passage(run, text) if nth < SHOWN else run)
    return shown


def _with_passage(run: RunInSource, text: uuid.UUID) -> RunInSource:
    full, starts, ends = _spelled(text)
    low, high = int(starts[run.place.at[0]]), int(ends[run.place.at[1] - 1])
    before, passage, after = full[max(0, low - AROUND) : low], full[low:high], full[high : high + AROUND]
    return RunInSource(run.place, run.source, run.title, (low, high), before, passage, after)


@lru_cache(maxsize=32)
def _spelled(text: uuid.UUID) -> tuple[str, I32, I32]:
    """A reading text, and where its counted characters begin and end in it."""
    full, blocks = ReadingText.objects.values_list("text", "blocks").get(pk=text)
    norm = normalise(without_furniture(full, blocks))
    return full, norm.start, norm.end
