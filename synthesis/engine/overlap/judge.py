"""What a fragment is: its kind, its similarity, its longest run; each from the two spans alone."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.apart import CITED_QUOTE, TITLE
from synthesis.engine.overlap.background import background_seeds
from synthesis.engine.overlap.fragments import Fragment, mirrored
from synthesis.engine.overlap.grams import gram_hashes
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText

MOST = 0.8  # of a match's characters in quotations (titles, set phrases) to be called so
_OUT_OF_ORDER = 0.1  # share of the equal characters that a monotone alignment must leave out
_BASE, _ODD = 0x9E3779B97F4A7C15, 0x2545F4914F6CDD1D  # of hashes
_COMMON_LENGTH = 40  # a longer match of set phrases is a copied passage all the same


def kind_of(draft: PreparedText, source: PreparedText, fragment: Fragment) -> str:
    """The contract's kind: quoted, common, verbatim, paraphrase, reordered or edited, the first that holds."""
    if inside(draft, fragment.d0, fragment.d1, CITED_QUOTE) >= MOST:
        return "quoted"
    if is_common(draft, fragment.d0, fragment.d1):
        return "common"
    if np.array_equal(draft.codes[fragment.d0 : fragment.d1], source.codes[fragment.s0 : fragment.s1]):
        return "verbatim"
    if (
        len(fragment.similar)
        and fragment.covered + mirrored(fragment).covered < (fragment.d1 - fragment.d0 + fragment.s1 - fragment.s0) / 2
    ):
        return "paraphrase"
    loose = max(out_of_order(fragment), out_of_order(mirrored(fragment)))
    return "reordered" if loose > _OUT_OF_ORDER else "edited"


def inside(text: PreparedText, low: int, high: int, *kinds: int) -> float:
    """The share of counted characters `low:high` that lie in spans shown apart of these kinds."""
    if low >= high or not len(text.apart):
        return 0.0
    first, last = int(text.start[low]), int(text.end[high - 1])
    near = text.apart[(text.apart[:, 1] < last) & (text.apart[:, 2] > first)].tolist()
    covered = np.zeros(high - low, np.bool_)
    for kind, start, end in near:
        if kind in kinds:
            covered |= (text.start[low:high] >= start) & (text.start[low:high] < end)
    return float(covered.mean())


def is_common(text: PreparedText, low: int, high: int) -> bool:
    """Whether a span lies in titles, or is made of set phrases."""
    return inside(text, low, high, TITLE) >= MOST or is_set_phrase(text, low, high)


def is_set_phrase(text: PreparedText, low: int, high: int) -> bool:
    """Whether a span, unless it is long, is made of set phrases and the figures and names of tests among them."""
    if high - low > _COMMON_LENGTH:
        return False
    first, last = np.searchsorted(text.first, np.array([low, high], np.int32))
    covered = np.zeros(int(last - first), np.bool_)
    for at in np.flatnonzero(np.isin(text.seeds[first:last], background_seeds())).tolist():
        covered[at : at + (SPACED_SEED if text.words[first + at] else UNSPACED_SEED)] = True
    return bool(len(covered)) and float(covered.mean()) >= MOST


def out_of_order(fragment: Fragment) -> float:
    """Share of the matched draft characters that the heaviest monotone chain of runs does not explain."""
    runs = fragment.runs[
        np.argsort(-fragment.runs[:, 2], kind="stable")[:200]
    ]  # a chain is quadratic: long runs decide
    runs = runs[np.argsort(runs[:, 0], kind="stable")]
    if bool((runs[1:, :2] >= runs[:-1, :2] + runs[:-1, 2:]).all()):
        return 0.0
    best = np.zeros(len(runs), np.int64)
    before = np.full(len(runs), -1)
    for i in range(len(runs)):
        # A run may begin inside the one before it; only what it adds counts.
        gain = np.minimum(runs[i, 2], (runs[i, :2] + runs[i, 2] - runs[:i, :2] - runs[:i, 2:]).min(1))
        value = np.where((gain > 0) & (runs[:i, 1] < runs[i, 1]), best[:i] + gain, 0)
        best[i] = runs[i, 2]
        if i and int(value.max()) > best[i]:
            before[i] = int(value.argmax())
            best[i] = int(value.max())
    covered = np.zeros(fragment.d1 - fragment.d0 + int(runs[:, 2].max(initial=0)), np.bool_)
    for at, _, length in runs.tolist():
        covered[max(0, at - fragment.d0) : max(0, at + length - fragment.d0)] = True
    total = int(covered.sum())
    at = int(best.argmax()) if len(best) else -1
    while at >= 0:
        covered[max(0, int(runs[at, 0]) - fragment.d0) : max(0, int(runs[at, 0] + runs[at, 2]) - fragment.d0)] = False
        at = int(before[at])
    return int(covered.sum()) / total if total else 0.0


def similarity(a: U32, b: U32) -> float:
    """Dice coefficient of the multisets of character pairs, in [0, 1]; 1.0 for equal texts. Order hardly matters.

    2·|A ∩ B| / (|A| + |B|): Dice, "Measures of the Amount of Ecologic Association Between Species", 1945.
    """
    if np.array_equal(a, b):
        return 1.0
    one, two = (np.sort(gram_hashes(x, 2)) for x in (a, b))
    if not len(one) or not len(two):
        return 0.0
    keys, counts = np.unique(one, return_counts=True)
    low, high = np.searchsorted(two, keys, "left"), np.searchsorted(two, keys, "right")
    return 2.0 * int(np.minimum(counts, high - low).sum()) / (len(one) + len(two))


def equal_stretches(a: U32, b: U32, least: int) -> list[tuple[int, int]]:
    """The stretches of `a` that runs of at least `least` characters, found anywhere in `b`, cover; in order, disjoint."""
    if min(len(a), len(b)) < least:
        return []
    if np.array_equal(a, b):
        return [(0, len(a))]
    there, mine = np.sort(_stretch_hashes(b, least)), _stretch_hashes(a, least)
    hits = np.flatnonzero(there[np.minimum(np.searchsorted(there, mine), len(there) - 1)] == mine)
    edge = np.zeros(len(a) + 2, np.int32)
    np.add.at(edge, hits + 1, 1)
    np.add.at(edge, hits + 1 + least, -1)
    bounds = np.flatnonzero(np.diff(np.cumsum(edge) > 0)).reshape(-1, 2)
    return [(int(low), int(high)) for low, high in bounds]


def _stretch_hashes(codes: U32, length: int) -> NDArray[np.uint64]:
    """A hash of every stretch of this length, in four passes: differences of a running polynomial, moved to one place."""
    power, inverse = _powers(1 << max(10, (len(codes) + 1).bit_length()))
    sums = np.append(np.uint64(0), np.cumsum((codes.astype(np.uint64) + np.uint64(_ODD)) * power[: len(codes)]))
    out: NDArray[np.uint64] = (sums[length:] - sums[:-length]) * inverse[: len(sums) - length]
    return out


@functools.lru_cache(4)
def _powers(size: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of an odd number modulo 2^64, and those of its inverse."""
    one, other = (np.full(size, value, np.uint64) for value in (_BASE, pow(_BASE, -1, 1 << 64)))
    one[0] = other[0] = 1
    return np.cumprod(one), np.cumprod(other)


def longest_run(a: U32, b: U32, known: int) -> int:
    """Length of the longest equal stretch of `a` and `b`, exactly; `known`: one that is there (a lower bound)."""
    low, high = known, min(len(a), len(b)) + 1
    step = 1
    while high - low > 1:  # first gallop upward from what is known, then halve
        middle = min(low + step, (low + high) // 2) if step else (low + high) // 2
        if _share_gram(a, b, middle):
            low, step = middle, step * 2
        else:
            high, step = middle, 0
    return low


def _share_gram(a: U32, b: U32, length: int) -> bool:
    one, two = np.sort(gram_hashes(a, length)), gram_hashes(b, length)
    place: NDArray[np.int64] = np.searchsorted(one, two)
    return bool((one[np.minimum(place, len(one) - 1)] == two).any())
