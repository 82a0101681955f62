"""The figures of a report under a reader's choice of what counts, from the stored spans and the draft alone.

Everything is in counted characters (`normalise`). Rules, in this order:
1. A passage is left out whole when its longest equal run, its kind or its source is left out, or when four fifths or
   more of it lie in what is set apart (cited quotations, the reference list, titles, terms).
2. Sources below the least share under rule 1 are left out, too, all at once.
3. Characters set apart are not matched in the passages that stay. The reference list set apart leaves the total, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.apart import CITED_QUOTE, REFERENCES, TITLE, apart_spans
from synthesis.engine.overlap.normalise import Normalised, normalise
from synthesis.engine.overlap.recount import LeftOut, Passage, StoredMatch, recount
from synthesis.engine.overlap.result import Composition, Ratios, Span, part_of

MOSTLY = 0.8  # share of a passage in what is set apart from which the whole passage is
FRONT = 5  # the front of a draft is one fifth of its counted characters

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Choice(LeftOut):
    """What a reader leaves out. `min_share`: of the counted characters, per source, 0 to 1; `quotes`, `references`,
    `titles`: of the draft (see `apart`); `terms`: set phrases of the subject, the longest of several goes first;
    `own`: sources that are the author's own earlier work, left out only with `without_own`."""

    min_share: float = 0.0
    quotes: bool = False
    references: bool = False
    titles: bool = False
    terms: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()
    without_own: bool = False


@dataclass(frozen=True)
class Part:
    """A part of the draft: `start`, `end` in code points; `counted` and `matched` characters in it."""

    title: str
    start: int
    end: int
    counted: int
    matched: int

    @property
    def ratio(self) -> float:
        return self.matched / self.counted if self.counted else 0.0


@dataclass(frozen=True)
class Figures(Ratios):
    """`matched`, `uncited`, `others` (not the author's own earlier work) of `counted` characters; `shares`: source →
    matched characters it is the main source of, which sum to `matched`, as `composition` does; `passages` own what is
    counted for them."""

    counted: int
    matched: int
    uncited: int
    others: int
    shares: dict[str, int]
    passages: list[Passage]
    front: Part
    back: Part
    composition: Composition
    parts: list[Part] = field(default_factory=list)

    @property
    def ratio_others(self) -> float:
        return self.share(self.others)

    @property
    def largest(self) -> int:
        """Matched characters of the source with the most."""
        return max(self.shares.values(), default=0)

    @property
    def largest_source_ratio(self) -> float:
        return self.share(self.largest)


@dataclass(frozen=True)
class _Kept(LeftOut):
    apart: Callable[[Span], float] = lambda _: 0.0

    def keeps(self, match: StoredMatch) -> bool:
        return LeftOut.keeps(self, match) and self.apart(match.draft) < MOSTLY


def figures(
    draft: str,
    matches: Sequence[StoredMatch],
    choice: Choice | None = None,
    parts: Sequence[tuple[int, int, str]] = (),
) -> Figures:
    """Every figure of the report. `parts`: (start, end, title) of the draft's sections, in code points."""
    choice = choice or Choice()
    text = _Draft(draft, choice)
    gone = choice.sources | choice.own if choice.without_own else choice.sources
    if choice.min_share > 0:
        gone |= _small(text, matches, choice, gone)
    found = text.count(matches, choice, gone)
    others = text.count(matches, choice, gone | choice.own).matched if choice.own - gone else found.matched
    edge = text.after(int(text.total.sum()) // FRONT)
    return Figures(
        counted=int(text.total.sum()),
        matched=int(found.matched.sum()),
        uncited=int(found.uncited.sum()),
        others=int(others.sum()),
        shares=found.shares,
        passages=found.passages,
        front=text.part("", 0, edge, found.matched),
        back=text.part("", edge, len(draft), found.matched, rest=True),
        composition=Composition(**found.sizes),
        parts=[text.part(title, start, end, found.matched) for start, end, title in parts],
    )


def _small(text: _Draft, matches: Sequence[StoredMatch], choice: Choice, gone: frozenset[str]) -> frozenset[str]:
    """Sources whose share is below the least one; also those that only stand behind others."""
    shares = text.count(matches, choice, gone).shares
    named = {one.source for match in matches for one in (match, *match.alternatives)}
    least = choice.min_share * int(text.total.sum())
    return frozenset(source for source in named if shares.get(source, 0) < least)


@dataclass(frozen=True)
class _Count:
    matched: Mask
    uncited: Mask
    shares: dict[str, int]
    passages: list[Passage]
    sizes: dict[str, int]


class _Draft:
    """The draft as counted characters: `total` are counted, `apart` are counted but cannot be matched."""

    def __init__(self, draft: str, choice: Choice) -> None:
        self.draft = draft
        self.norm = normalise(draft)
        size = len(self.norm)
        self.apart, listed = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
        asked = {CITED_QUOTE: choice.quotes, REFERENCES: choice.references, TITLE: choice.titles}
        for kind, start, end in apart_spans(draft) if any(asked.values()) else ():
            if asked.get(kind):
                low, high = self.norm.places((start, end))
                self.apart[low:high] = True
                if kind == REFERENCES:
                    listed[low:high] = True
        for low, high in term_places(draft, self.norm, choice.terms):
            self.apart[low:high] = True
        self.total = ~listed
        self.sums = np.concatenate(([0], np.cumsum(self.apart)))

    def share_apart(self, span: Span) -> float:
        low, high = self.norm.places(span)
        return float(self.sums[high] - self.sums[low]) / (high - low) if high > low else 0.0

    def count(self, matches: Sequence[StoredMatch], choice: Choice, gone: frozenset[str]) -> _Count:
        kept = _Kept(choice.min_run, gone, choice.kinds, self.share_apart)
        matched, cited = np.zeros(len(self.norm), np.bool_), np.ones(len(self.norm), np.bool_)
        shares: dict[str, int] = {}
        passages = []
        sizes = {"verbatim": 0, "edited": 0, "similar": 0, "quoted": 0}
        for passage in recount(self.norm, matches, kept).passages:
            shares.setdefault(passage.match.source, 0)
            owned: list[Span] = []
            for low, high in map(self.norm.places, passage.owned):
                mine = ~self.apart[low:high]
                matched[low:high] |= mine
                owned += self.norm.spans(mine, low)
                shares[passage.match.source] += int(mine.sum())
                self._divided(sizes, passage.match, np.flatnonzero(mine) + low)
            if passage.match.kind != "quoted":
                whole = matches[passage.number].draft
                span = max(whole[0], passage.match.draft[0]), min(whole[1], passage.match.draft[1])
                cited[slice(*self.norm.places(span))] = False
            passages.append(replace(passage, owned=owned))
        return _Count(matched, matched & ~cited, shares, passages, sizes)

    def _divided(self, sizes: dict[str, int], match: StoredMatch, mine: NDArray[np.int64]) -> None:
        """Adds the counted characters `mine` of a match to the parts of the composition they belong to."""
        part = part_of(match.kind)
        same = 0
        for span in match.same if part != "quoted" else ():
            low, high = self.norm.places(span)
            same += int(((mine >= low) & (mine < high)).sum())
        sizes["verbatim"] += same
        sizes[part] += len(mine) - same

    def after(self, size: int) -> int:
        """The code point after the first `size` characters of the total."""
        places = np.flatnonzero(self.total)
        return int(self.norm.start[places[size]]) if size < len(places) else len(self.draft)

    def part(self, title: str, start: int, end: int, matched: Mask, *, rest: bool = False) -> Part:
        low, high = self.norm.places((start, end))
        high = len(self.norm) if rest else high
        return Part(title, start, end, int(self.total[low:high].sum()), int(matched[low:high].sum()))


def term_places(draft: str, norm: Normalised, terms: Sequence[str]) -> list[tuple[int, int]]:
    """Where the terms stand, in counted characters; the longest first, none inside another, no part of a word."""
    text = "".join(map(chr, norm.codes.tolist()))
    wanted = {"".join(map(chr, normalise(term).codes.tolist())) for term in terms} - {""}
    taken = np.zeros(len(text), np.bool_)
    places = []
    for term in sorted(wanted, key=lambda one: (-len(one), one)):
        at = text.find(term)
        while at >= 0:
            end = at + len(term)
            if not taken[at:end].any() and _whole(draft, norm, at, end):
                taken[at:end] = True
                places.append((at, end))
            at = text.find(term, at + 1)
    return sorted(places)


def _whole(draft: str, norm: Normalised, low: int, high: int) -> bool:
    """Whether no letter or digit of a spaced script goes on at either end; Han characters stand for themselves."""
    start, end = int(norm.start[low]), int(norm.end[high - 1])
    before, after = draft[max(0, start - 1) : start], draft[end : end + 1]
    return not (_goes_on(before, draft[start]) or _goes_on(draft[end - 1], after))


def _goes_on(one: str, two: str) -> bool:
    return all(c.isalnum() and ord(c) < 0x2E80 for c in (one or " ", two or " "))
