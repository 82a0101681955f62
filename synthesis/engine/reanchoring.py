"""Taking excerpts along from one text of a source to its next: unchanged, moved, similar (a person decides), or not found.

Where a quote stands equal, the alignment of both texts tells which of its occurrences is the one; an occurrence that
already stood elsewhere in the old text is never taken for it. Whatever is not certain is fuzzy.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.alignment import Alignment, align
from synthesis.engine.anchors import CONTEXT, LEAST_SCORE, Anchor, context, context_score, fitted, occurrences
from synthesis.engine.overlap.grams import gram_hashes
from synthesis.engine.overlap.normalise import code_points

Span = tuple[int, int]

#: Equal characters around a short quote, both sides together, that make its aligned place certain.
_SURE_CONTEXT = 12
#: A quote this long that is found once is certain without any context.
_SURE_QUOTE = 12
#: Share of the context that must stand around a quote for a place that no alignment explains.
_SURE_SHARE = 0.5
#: Similarity from which a passage between unchanged neighbours is proposed: its place is known, only its words are not.
_LEAST_BETWEEN = 0.4
_GRAM = 5
_MOST_CANDIDATES = 4
_MOST_PROPOSED = 8
_LEAST_PROPOSED = 0.3


class Reanchorer:
    """Two texts of one source, aligned once, for any number of excerpts."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        codes = code_points(new)
        self._aligned: Alignment = align(code_points(old), codes)
        self._starts_new = [block[1] for block in self._aligned.blocks]
        self._hashes, self._places = _index(gram_hashes(codes, _GRAM))

    def anchor(self, start: int, end: int) -> Anchor:
        """What became of the old text's `[start, end)`. Raises ValueError when that is not a span of it.

        exact and moved: the same characters stand at the place given, which the text around them or the order of both
        texts makes certain. fuzzy: the best proposal, `score` in [0, 1] its similarity (1.0: the same words, but it is
        not certain that these are the ones). orphan: nothing similar enough.
        """
        prefix, suffix = context(self.old, start, end)
        if start == end:
            raise ValueError("an empty span has no place")
        quote = self.old[start:end]
        certain = self._by_alignment(start, end)
        if certain is not None:
            return certain
        same = self._by_quote(quote, start, end, prefix, suffix)
        if same is not None:
            return same
        return self._similar(quote, start, end, prefix, suffix)

    def proposals(self, start: int, end: int) -> list[Anchor]:
        """Places that may be meant by the old `[start, end)`, best first, without overlaps; equal ones have score 1.0."""
        prefix, suffix = context(self.old, start, end)
        quote = self.old[start:end]
        found = [Anchor("moved", p, p + len(quote), 1.0) for p in self._occurrences(quote)[:_MOST_PROPOSED]]
        found += [self._between(quote, start, end)]
        found += [fitted(self.new, quote, p) for p in self._voted(quote, 2 * _MOST_CANDIDATES)]
        ranked = sorted(
            (one for one in found if one.score >= _LEAST_PROPOSED and one.start < one.end),
            key=lambda one: -one.score - 0.1 * context_score(self.new, one.start, one.end, prefix, suffix),
        )
        kept: list[Anchor] = []
        for one in ranked:
            if all(one.end <= other.start or other.end <= one.start for other in kept):
                kept.append(one)
        return kept[:_MOST_PROPOSED]

    def _by_alignment(self, start: int, end: int) -> Anchor | None:
        block = self._aligned.block_of(start, end)
        if block is None:
            return None
        i, j, size = block
        # Beyond a text's end nothing can contradict.
        left = CONTEXT if i == j == 0 else min(CONTEXT, start - i)
        at_ends = i + size == len(self.old) and j + size == len(self.new)
        right = CONTEXT if at_ends else min(CONTEXT, i + size - end)
        if left + right < _SURE_CONTEXT:
            return None
        place = j + start - i
        return Anchor("exact" if place == start else "moved", place, place + end - start, 1.0)

    def _by_quote(self, quote: str, start: int, end: int, prefix: str, suffix: str) -> Anchor | None:
        """The same words elsewhere, unless they stood there before."""
        block = self._aligned.block_of(start, end)
        mapped = None if block is None else block[1] + start - block[0]
        free = [p for p in self._occurrences(quote) if p == mapped or not self._explained(p, p + len(quote))]
        if not free:
            return None
        shares = {p: context_score(self.new, p, p + len(quote), prefix, suffix) for p in free}
        ranked = sorted(free, key=lambda p: (-shares[p], p != mapped, abs(p - start)))
        best = ranked[0]
        rival = shares[ranked[1]] if len(ranked) > 1 else 0.0
        alone = len(ranked) == 1 and len(quote) >= _SURE_QUOTE and self.old.count(quote) == 1
        clear = shares[best] >= _SURE_SHARE and shares[best] - rival >= 0.2
        if alone or clear:
            return Anchor("exact" if best == start else "moved", best, best + len(quote), 1.0)
        return Anchor("fuzzy", best, best + len(quote), 1.0)

    def _occurrences(self, quote: str) -> list[int]:
        """`anchors.occurrences` in the new text, by its index: thousands of excerpts ask."""
        hashes = gram_hashes(code_points(quote[:_GRAM]), _GRAM)
        if not len(hashes):
            return occurrences(self.new, quote)
        low, high = (int(np.searchsorted(self._hashes, hashes[0], side)) for side in ("left", "right"))
        return [p for p in self._places[low:high].tolist() if self.new.startswith(quote, p)]

    def _explained(self, start: int, end: int) -> bool:
        """Whether the new `[start, end)` stood in the old text already, in an unchanged stretch with text around it."""
        row = bisect_right(self._starts_new, start) - 1
        if row < 0:
            return False
        _, j, size = self._aligned.blocks[row]
        return end <= j + size

    def _similar(self, quote: str, start: int, end: int, prefix: str, suffix: str) -> Anchor:
        between = self._between(quote, start, end)
        if between.score >= LEAST_SCORE:
            return between
        best, best_rank = Anchor("orphan", 0, 0, 0.0), (0.0, 0.0)
        for place in self._voted(quote, _MOST_CANDIDATES):
            found = fitted(self.new, quote, place)
            if self._explained(found.start, found.end):
                continue
            rank = (round(found.score, 2), context_score(self.new, found.start, found.end, prefix, suffix))
            if found.score >= LEAST_SCORE and rank > best_rank:
                best, best_rank = found, rank
        if best.state == "fuzzy":
            return best
        return between if between.score >= _LEAST_BETWEEN else best

    def _between(self, quote: str, start: int, end: int) -> Anchor:
        """What stands now between the unchanged neighbours of the old span."""
        low, high = self._aligned.bounds(start, end)
        if high - low > 4 * len(quote) + 200:
            return Anchor("orphan", 0, 0, 0.0)
        around = max(8, len(quote) // 3)
        first = max(0, low - around)
        window = self.new[first : high + around]
        found = fitted(window, quote, min(low - first, len(window)))
        best = Anchor(found.state, found.start + first, found.end + first, found.score)
        inner = self.new[low:high]
        if inner.strip():
            whole = SequenceMatcher(None, inner, quote, autojunk=False).ratio()
            trimmed = low + len(inner) - len(inner.lstrip())
            if whole >= best.score:
                best = Anchor("fuzzy", trimmed, trimmed + len(inner.strip()), whole)
        return best

    def _voted(self, quote: str, most: int) -> list[int]:
        """Where the quote may start, told by its grams that stand in the new text: most of them first."""
        hashes = gram_hashes(code_points(quote), _GRAM)
        if not len(hashes) or not len(self._hashes):
            return []
        low = np.searchsorted(self._hashes, hashes, "left")
        high = np.searchsorted(self._hashes, hashes, "right")
        rare = np.flatnonzero((high > low) & (high - low <= 50))
        if not len(rare):
            return []
        diagonals = np.concatenate([self._places[low[k] : high[k]] - k for k in rare.tolist()])
        width = max(4, len(quote) // 8)
        buckets, votes = np.unique(diagonals // width, return_counts=True)
        order = np.argsort(-votes, kind="stable")[:most]
        least = max(1, len(hashes) // 10)
        return [max(0, int(buckets[k]) * width) for k in order.tolist() if votes[k] >= least]


def reanchor(old: str, new: str, spans: Sequence[Span]) -> list[Anchor]:
    """What became of each `[start, end)` of `old`, code points, in `new`; see `Reanchorer.anchor`. Raises ValueError."""
    both = Reanchorer(old, new)
    return [both.anchor(start, end) for start, end in spans]


def _index(hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    order = np.argsort(hashes, kind="stable")
    return hashes[order], order
