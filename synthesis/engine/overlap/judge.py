"""What a fragment is: its kind, from its two spans and what stands around them in the draft."""

from __future__ import annotations

import bisect

import numpy as np

from synthesis.engine.overlap.apart import CITED_QUOTE, TITLE
from synthesis.engine.overlap.background import in_background
from synthesis.engine.overlap.fragments import Fragment, follow, mirrored
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText

MOST = 0.8  # of a match's characters in quotations (titles, set phrases) to be called so
_OUT_OF_ORDER = 0.1  # share of the equal characters that a monotone alignment must leave out
_CHAIN = 200  # runs looked at for their order
_COMMON_LENGTH = 40  # a longer match of set phrases is a copied passage all the same


def kind_of(draft: Surroundings, fragment: Fragment, *, equal: bool) -> str:
    """The contract's kind: quoted, common, verbatim (when both sides are `equal`), paraphrase, reordered or edited, the
    first that holds."""
    if draft.share(fragment.d0, fragment.d1, CITED_QUOTE) >= MOST:
        return "quoted"
    if draft.is_common(fragment.d0, fragment.d1):
        return "common"
    if equal:
        return "verbatim"
    if (
        len(fragment.similar)
        and fragment.covered + fragment.covered_there < (fragment.d1 - fragment.d0 + fragment.s1 - fragment.s0) / 2
    ):
        return "paraphrase"
    return "reordered" if is_reordered(fragment) else "edited"


class Surroundings:
    """What a text shows apart, and its set phrases, asked for stretches of counted characters."""

    def __init__(self, text: PreparedText) -> None:
        self.text = text
        self._apart: dict[tuple[int, ...], tuple[list[int], list[int], list[int]]] = {}

    def share(self, low: int, high: int, *kinds: int) -> float:
        """The share of characters `low:high` that lie in spans shown apart of these kinds."""
        if low >= high or not len(self.text.apart):
            return 0.0
        if kinds not in self._apart:
            self._apart[kinds] = self._stretches(kinds)
        stretches = self._apart[kinds]
        return (_before(high, *stretches) - _before(low, *stretches)) / (high - low) if stretches[0] else 0.0

    def _stretches(self, kinds: tuple[int, ...]) -> tuple[list[int], list[int], list[int]]:
        """Where characters in spans of these kinds begin and end, and how many are before each stretch of them."""
        mine = [row[1:] for row in self.text.apart.tolist() if row[0] in kinds]
        begins, ends, totals = list[int](), list[int](), list[int]()
        total = 0
        places = self.text.start.searchsorted(np.array(mine, np.int32).reshape(-1, 2))
        for low, high in sorted(places.tolist()):
            if not ends or low > ends[-1]:
                total += ends[-1] - begins[-1] if ends else 0
                begins.append(low)
                ends.append(high)
                totals.append(total)
            else:
                ends[-1] = max(ends[-1], high)
        return begins, ends, totals

    def is_common(self, low: int, high: int) -> bool:
        """Whether a stretch lies in titles, or is made of set phrases."""
        return self.share(low, high, TITLE) >= MOST or self.is_set_phrase(low, high)

    def is_set_phrase(self, low: int, high: int) -> bool:
        """Whether a stretch, unless it is long, is made of set phrases and the figures and names of tests among them."""
        if high - low > _COMMON_LENGTH:
            return False
        text = self.text
        first, last = np.searchsorted(text.first, np.array([low, high], np.int32))
        covered = np.zeros(int(last - first), np.bool_)
        for at in in_background(text.seeds[first:last]).nonzero()[0].tolist():
            covered[at : at + (SPACED_SEED if text.words[first + at] else UNSPACED_SEED)] = True
        return bool(len(covered)) and float(covered.mean()) >= MOST


def _before(place: int, begins: list[int], ends: list[int], totals: list[int]) -> int:
    """How many of the characters before a place lie in some stretches (`Surroundings._stretches`)."""
    i = bisect.bisect(begins, place) - 1
    return totals[i] + min(place, ends[i]) - begins[i] if i >= 0 else 0


def is_reordered(fragment: Fragment) -> bool:
    """Whether more than a tenth of the equal characters of a side stand out of order."""
    if follow(sorted(fragment.rows)):
        return False
    if _in_order(fragment) >= (1 - _OUT_OF_ORDER) * max(fragment.covered, fragment.covered_there):
        return False
    return out_of_order(fragment) > _OUT_OF_ORDER or out_of_order(mirrored(fragment)) > _OUT_OF_ORDER


def _in_order(fragment: Fragment) -> int:
    """Characters of runs that follow each other on both sides, chosen greedily, the longest first: the heaviest chain has
    no fewer."""
    chain: list[tuple[int, int, int]] = []
    for d, s, size in sorted(fragment.rows, key=lambda row: -row[2]):
        at = bisect.bisect(chain, (d, s, size))
        after = at == len(chain) or (d + size <= chain[at][0] and s + size <= chain[at][1])
        if after and (
            not at or (chain[at - 1][0] + chain[at - 1][2] <= d and chain[at - 1][1] + chain[at - 1][2] <= s)
        ):
            chain.insert(at, (d, s, size))
    return sum(size for _, _, size in chain)


def out_of_order(fragment: Fragment) -> float:
    """Share of the matched draft characters that the heaviest monotone chain of runs does not explain."""
    runs = fragment.runs
    if len(runs) > _CHAIN:  # a chain is quadratic: long runs decide
        runs = runs[np.argsort(-runs[:, 2], kind="stable")[:_CHAIN]]
    rows = sorted(runs.tolist(), key=lambda row: row[0])
    if follow(rows):
        return 0.0
    best: list[int] = []
    before: list[int] = []
    ends = [(d + size, s + size) for d, s, size in rows]
    for i, (_, s, size) in enumerate(rows):
        value, last = size, -1
        end_d, end_s = ends[i]
        for j in range(i):
            # A run may begin inside the one before it; only what it adds counts.
            if rows[j][1] < s:
                other_d, other_s = ends[j]
                gain = min(size, end_d - other_d, end_s - other_s)
                if gain > 0 and best[j] + gain > value:
                    value, last = best[j] + gain, j
        best.append(value)
        before.append(last)
    covered = bytearray(fragment.d1 - fragment.d0 + max(size for _, _, size in rows))
    for d, _, size in rows:
        low, high = max(0, d - fragment.d0), max(0, d + size - fragment.d0)
        covered[low:high] = b"\1" * (high - low)
    total = sum(covered)
    at = best.index(max(best))
    while at >= 0:
        low, high = max(0, rows[at][0] - fragment.d0), max(0, rows[at][0] + rows[at][2] - fragment.d0)
        covered[low:high] = bytes(high - low)
        at = before[at]
    return sum(covered) / total if total else 0.0
