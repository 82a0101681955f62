"""Which clause of the evidence a clause of the sentence comes from.

By shared content words and character pairs; ranks clauses, decides nothing by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Clause, Passage
from synthesis.engine.patterns import lazy_pattern

#: Clauses that only name a source: nothing of the sentence comes from them.
_SOURCE = lazy_pattern(
    r"\s*(?:according to|as (?:reported|noted|told) by|in the (?:view|words) of)\b[^,]{0,60}$|\s*据[^，]{2,12}(?:报道|介绍|统计|称)?$",
    re.I,
)
_HAN = lazy_pattern(r"[一-鿿]+")
NEAR = 0.45


@dataclass(frozen=True, slots=True)
class Aligned:
    """The best evidence clause for a clause: where it stands and how alike the two are (0–1)."""

    text: Passage
    clause: Clause
    score: float


@lru_cache(maxsize=8192)
def features(clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    """Keys of the content words of a clause, and its pairs of Chinese characters."""
    pairs = frozenset(run[i : i + 2] for run in _HAN.findall(clause.text) for i in range(len(run) - 1))
    return clause.keys, pairs


def similarity(first: Clause, second: Clause) -> float:
    """How much of the shorter of two clauses the other holds, 0–1, with a small bonus for equal length."""
    keys, pairs = features(first)
    other_keys, other_pairs = features(second)
    parts = []
    for mine, theirs in ((keys, other_keys), (pairs, other_pairs)):
        if mine and theirs:
            shared = len(mine & theirs)
            parts.append(0.7 * shared / min(len(mine), len(theirs)) + 0.3 * 2 * shared / (len(mine) + len(theirs)))
    return sum(parts) / len(parts) if parts else 0.0


@lru_cache(maxsize=16)
def aligned(case: Case) -> dict[int, list[Aligned]]:
    """For each clause of the sentence (by start offset) the evidence clauses, most alike first, alike ones only."""
    result = {}
    for clause in case.sentence.clauses:
        found = [Aligned(text, other, similarity(clause, other)) for text in case.evidence for other in text.clauses]
        found = [a for a in found if a.score >= NEAR and not _SOURCE.match(a.clause.text)]
        result[clause.start] = sorted(found, key=lambda a: -a.score)[:4]
    return result


def clause_at(text: Passage, offset: int) -> Clause | None:
    """The clause of a passage that holds an offset."""
    return next((c for c in text.clauses if c.start <= offset < c.end), None)
