"""The figures of a stored report counted again, with some of its matches left out: no text but the draft is needed.

With nothing left out every figure equals the report's. Leaving out never raises the total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from synthesis.engine.overlap.normalise import Normalised, normalise
from synthesis.engine.overlap.result import Ratios, Span


@dataclass(frozen=True)
class StoredMatch:
    """A match as it was stored. `draft`, `span`, `owned`: code points, half-open; `source`: whatever names the source.

    `owned`: the stretches of the draft counted for this source, empty when they were not stored. `alternatives`: other
    places the passage could come from; they count only when this match is left out for its source. `same`: the stretches
    of the draft that lie in an equal run of the customary length or more.
    """

    draft: Span
    source: str
    span: Span
    kind: str
    similarity: float
    longest_run: int
    owned: Sequence[Span] = ()
    alternatives: Sequence[StoredMatch] = ()
    same: Sequence[Span] = ()


@dataclass(frozen=True)
class LeftOut:
    """Matches with a longest equal run below `min_run` (counted characters), of these sources, of these kinds."""

    min_run: int = 0
    sources: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()

    def keeps(self, match: StoredMatch) -> bool:
        return match.longest_run >= self.min_run and match.source not in self.sources and match.kind not in self.kinds


@dataclass(frozen=True)
class Passage:
    """A match that is shown. `number`: its place among the stored ones; `instead`: an alternative that stands for one
    left out; `owned`: the stretches of the draft counted for it, which no other passage has."""

    number: int
    match: StoredMatch
    instead: bool
    owned: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Recount(Ratios):
    """`counted`, `matched`, `uncited` as in `OverlapResult`; `shares`: source → counted characters it is the main
    source of, `passages` in the order given."""

    counted: int
    matched: int
    uncited: int
    shares: dict[str, int]
    passages: list[Passage]

    @property
    def largest_source_ratio(self) -> float:
        return self.share(max(self.shares.values(), default=0))


def recount(draft: str | Normalised, matches: Sequence[StoredMatch], left_out: LeftOut | None = None) -> Recount:
    """The report's figures from its stored matches, in the order of the report."""
    norm = normalise(draft) if isinstance(draft, str) else draft
    shown = _shown(matches, left_out or LeftOut())
    owner = np.full(len(norm), -1, np.int32)
    uncited = np.zeros(len(norm), np.bool_)
    for i, (passage, span) in enumerate(shown):
        low, high = norm.places(span)
        uncited[low:high] |= passage.match.kind != "quoted"
        for stretch in () if passage.instead else passage.match.owned:
            a, b = norm.places(stretch)
            owner[a:b] = i
    for i in sorted(range(len(shown)), key=lambda i: (-shown[i][0].match.longest_run, i)):
        low, high = norm.places(shown[i][1])
        owner[low:high][owner[low:high] < 0] = i
    shares: dict[str, int] = {}
    for i, (passage, _) in enumerate(shown):
        mine = owner == i
        shares[passage.match.source] = shares.get(passage.match.source, 0) + int(mine.sum())
        passage.owned.extend(norm.spans(mine))
    return Recount(len(norm), int((owner >= 0).sum()), int(uncited.sum()), shares, [passage for passage, _ in shown])


def counted_length(text: str) -> int:
    """How many counted characters a text has."""
    return len(normalise(text))


def _shown(matches: Sequence[StoredMatch], left_out: LeftOut) -> list[tuple[Passage, Span]]:
    """What is shown, each with the span of the draft that it may count."""
    shown = []
    for number, match in enumerate(matches):
        if left_out.keeps(match):
            shown.append((Passage(number, match, instead=False), match.draft))
        elif match.source in left_out.sources:
            others = [one for one in match.alternatives if left_out.keeps(one) and _common(one.draft, match.draft)]
            if others:
                best = max(others, key=lambda one: (_common(one.draft, match.draft), one.longest_run, one.similarity))
                span = max(best.draft[0], match.draft[0]), min(best.draft[1], match.draft[1])
                shown.append((Passage(number, best, instead=True), span))
    return shown


def _common(one: Span, two: Span) -> int:
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))
