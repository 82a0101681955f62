"""How much of a sentence stands in the workspace's sources, and whether its citations carry it.

The index over all reading texts is kept per process and rebuilt when the set of texts changes; texts are
immutable, so a key of their ids is enough.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from synthesis.engine.drafting.verify import verify_sentence
from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.text.running import running_text
from synthesis.sources.models import ReadingText, Source


def text_ids(workspace_id: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """The current reading texts of the workspace's sources, in a fixed order."""
    rows = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True, text__isnull=False)
    return tuple(sorted(rows.values_list("text_id", flat=True)))


@lru_cache(maxsize=4)
def _index(ids: tuple[uuid.UUID, ...]) -> RunIndex:
    return RunIndex(_running(ids))


def _running(ids: Sequence[uuid.UUID]) -> list[str]:
    """The texts without page furniture and site chrome: those are nobody's words."""
    rows = ReadingText.objects.filter(pk__in=ids).order_by("pk").values_list("text", "blocks")
    return [
        running_text(text, [(b["start"], b["end"]) for b in blocks if b["kind"] == "boilerplate"])
        for text, blocks in rows
    ]


def overlap_of(workspace_id: uuid.UUID, sentence: str) -> dict[str, Any]:
    """`{"ratio", "longest_run", "runs"}` of the sentence against all sources; runs in code points of the sentence."""
    measured = _index(text_ids(workspace_id)).measure(sentence)
    return {
        "ratio": round(measured.ratio, 4),
        "longest_run": measured.longest_run,
        "runs": [list(run) for run in measured.runs],
    }


def verdict_of(sentence: str, quotes: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """The sentence's state against its cited quotes, and `{"checks", "reasons"}` for people."""
    verdict = verify_sentence(sentence, list(quotes))
    reasons = [{"guard": r.guard, "code": r.code, "detail": r.detail} for r in verdict.reasons]
    return verdict.state, {"checks": dict(verdict.checks), "reasons": reasons}


def all_texts(workspace_id: uuid.UUID) -> list[str]:
    """Every reading text of the workspace, for the drafter to keep away from."""
    return _running(text_ids(workspace_id))
