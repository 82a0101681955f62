"""How much of a sentence stands in the workspace's sources, and whether its citations carry it.

The index over all reading texts is kept per process and rebuilt when the set of texts changes; texts are
immutable, so a key of their ids is enough. Of many sources the meter's index is used, which knows no run below 13.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from synthesis.drafting.warm_index import SHELF
from synthesis.engine.drafting.evidence.corrections import remark
from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.drafting.verify import RANK, verify_sentence
from synthesis.engine.overlap.normalise import U32, normalise
from synthesis.engine.overlap.runs import RunIndex
from synthesis.engine.text.running import running_text
from synthesis.sources.models import ReadingText, Source

# Code points of all sources up to which runs of any length are told: more of them would take a gigabyte.
EVERY_RUN = 4_000_000
READ_AT_ONCE = 50
# For an index that somebody's typing is making just now.
WAIT = 60.0


def text_lengths(workspace_id: uuid.UUID) -> dict[uuid.UUID, int]:
    """The current reading texts of the workspace's sources, in a fixed order, with their code points."""
    rows = Source.objects.filter(workspace_id=workspace_id, deleted__isnull=True, text__isnull=False)
    return dict(sorted(rows.values_list("text_id", "text__length")))


def counted_codes(ids: Iterable[uuid.UUID]) -> Iterator[tuple[uuid.UUID, U32]]:
    """The counted characters of texts; read some at a time, for a thousand of them are a hundred megabytes."""
    wanted = list(ids)
    for at in range(0, len(wanted), READ_AT_ONCE):
        for pk, text in _running(wanted[at : at + READ_AT_ONCE]):
            yield pk, normalise(text).codes


@lru_cache(maxsize=4)
def _index(ids: tuple[uuid.UUID, ...]) -> RunIndex:
    return RunIndex([text for _, text in _running(ids)])


def _running(ids: Iterable[uuid.UUID]) -> list[tuple[uuid.UUID, str]]:
    rows = ReadingText.objects.filter(pk__in=list(ids)).order_by("pk").values_list("pk", "text", "blocks")
    return [(pk, without_furniture(text, blocks)) for pk, text, blocks in rows]


def without_furniture(text: str, blocks: Sequence[dict[str, Any]]) -> str:
    """The text without page furniture and site chrome, equally long: those are nobody's words."""
    return running_text(text, [(b["start"], b["end"]) for b in blocks if b["kind"] == "boilerplate"])


def overlap_of(workspace_id: uuid.UUID, sentence: str) -> dict[str, Any]:
    """`{"ratio", "longest_run", "runs"}` of the sentence against all sources; runs in code points of the sentence.

    `longest_run` below 13 is told of up to `EVERY_RUN` characters of sources; of more it is 0.
    """
    lengths = text_lengths(workspace_id)
    if sum(lengths.values()) <= EVERY_RUN:
        measured = _index(tuple(lengths)).measure(sentence)
        ratio, longest, runs = measured.ratio, measured.longest_run, measured.runs
    else:
        found = SHELF.of(workspace_id, tuple(lengths), counted_codes, WAIT).index.find(sentence)
        ratio, longest, runs = found.ratio, found.longest_run, [place.own for place in found.places]
    return {"ratio": round(ratio, 4), "longest_run": longest, "runs": [list(run) for run in runs]}


def verdict_of(sentence: str, quotes: Sequence[str], put_right: Sequence[str] = ()) -> tuple[str, dict[str, Any]]:
    """The sentence's state against its cited quotes, and `{"checks", "reasons"}` for people.

    `put_right`: the quotes as people corrected the evidence. What only they carry stands, and says so.
    """
    verdict = verify_sentence(sentence, list(quotes))
    said: list[dict[str, Any]] = []
    if put_right and verdict.state != "supported":
        corrected = verify_sentence(sentence, [*quotes, *put_right])
        if RANK[corrected.state] < RANK[verdict.state]:
            said = [{"guard": "correction", "code": "corrected", "detail": remark(language_of(sentence))}]
            verdict = corrected
    found = ({"guard": r.guard, "code": r.code, "detail": r.detail, "parts": list(r.parts)} for r in verdict.reasons)
    return verdict.state, {"checks": dict(verdict.checks), "reasons": [*said, *found]}


def all_texts(workspace_id: uuid.UUID) -> list[str]:
    """Every reading text of the workspace, for the drafter to keep away from."""
    return [text for _, text in _running(text_lengths(workspace_id))]
