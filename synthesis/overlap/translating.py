"""Looks for passages of a report's draft that may be translated from a source or another draft: candidates beside the
report, counted nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from synthesis.engine.drafting.lexicon.folding import language
from synthesis.engine.overlap.across import MOST_LENGTH, translations
from synthesis.engine.overlap.result import Span
from synthesis.infra.embeddings import installed_embed
from synthesis.overlap import selectors_marks
from synthesis.overlap.actions import Compared
from synthesis.overlap.models import OverlapReport
from synthesis.overlap.selectors_scopes import DraftText
from synthesis.sources.models import ReadingText


def candidates_in(
    report: OverlapReport,
    texts: Sequence[tuple[str, ReadingText | DraftText]],
    explained: Sequence[Span],
    tell: Callable[[float], None],
) -> dict[str, Any]:
    """What `actions_translations.keep_translations` takes. `texts` with their scopes; `explained`: spans of the draft that
    are passages already.

    Texts in the other language come first; no more than `MOST_LENGTH` code points are looked at, the rest is counted.
    """
    spoken = language(report.draft_text)
    ordered = sorted(texts, key=lambda one: one[1].language.startswith(spoken))
    taken, room = [], MOST_LENGTH
    for scope, text in ordered:
        length = len(text.text) if isinstance(text, DraftText) else text.length
        if length <= room:
            taken.append(Compared(report.workspace_id, scope, text))
            room -= length
    embed = installed_embed()
    found = translations(
        report.draft_text,
        [one.text.text for one in taken],
        terms=selectors_marks.term_texts(report),
        explained=explained,
        embed=embed,
        tell=tell,
    )
    return {
        "state": "ready",
        "looked": found.looked,
        "left": len(texts) - len(taken),
        "vectors": embed is not None,
        "listed": {taken[one.number].id: taken[one.number] for one in found.candidates},
        "found": [
            {
                "draft": list(one.draft),
                "source": taken[one.number].id,
                "text": _text_id(taken[one.number].text),
                "span": list(one.span),
                "share": one.share,
                "cosine": one.cosine,
                "shared": [list(pair) for pair in one.shared],
            }
            for one in found.candidates
        ],
    }


def _text_id(text: ReadingText | DraftText) -> str:
    """Of a draft there is none before the report keeps its words."""
    return "" if isinstance(text, DraftText) else str(text.pk)
