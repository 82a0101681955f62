"""Seed pairs: places of a draft and of the sources that begin with the same gram, each with the weight it has as evidence.

Not a judgement: two texts on one subject share thousands of seeds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.background import in_background
from synthesis.engine.overlap.grams import distinct, heads, joined, sorting_order
from synthesis.engine.overlap.normalise import U32

I64 = NDArray[np.int64]
F32 = NDArray[np.float32]

FAR = 4096  # token places left free between sources, more than any gap a cluster may bridge
PLACES = 16  # a gram with more pairs than this in one source says nothing by itself
_BACKGROUND = 0.25
# A gram repeated inside texts once in 10^2.6 tokens has no weight, once in 10^4 the full one.
_RATE_NONE, _RATE_FULL = 2.6, 4.0
NOTHING = 0.02  # pairs of less weight are not made
_PRIOR = 20_000  # tokens assumed besides those seen: in a page or two a repetition proves no set phrase
_BETWEEN = 0.1  # how much an occurrence in one more text counts against one repeated in the same text


@dataclass(frozen=True)
class SeedPairs:
    """`d`: token places in the draft; `s`: token places in the corpus, ascending; `weight` in [0, 1].

    Or runs of `size` seeds in a row, `weight` being their sum; then those of run i are the steps of `worth` from `begin[i]` on."""

    d: I64
    s: I64
    weight: F32
    size: I64 | None = None
    worth: NDArray[np.float64] | None = None
    begin: I64 | None = None

    def only(self, keep: NDArray[np.bool_] | I64) -> SeedPairs:
        size = None if self.size is None else self.size[keep]
        begin = None if self.begin is None else self.begin[keep]
        return SeedPairs(self.d[keep], self.s[keep], self.weight[keep], size, self.worth, begin)


def in_runs(pairs: SeedPairs) -> SeedPairs:
    """Seeds in a row made one: a seventh as many to sort."""
    if not len(pairs.d):
        return pairs
    diagonal = pairs.s - pairs.d
    order = sorting_order(diagonal, pairs.d)
    d, diagonal = pairs.d[order], diagonal[order]
    new = ((d[1:] - d[:-1] != 1) | (diagonal[1:] != diagonal[:-1])).nonzero()[0] + 1
    edges = np.concatenate(([0], new, [len(d)]))
    worth = np.zeros(len(d) + 1)
    np.cumsum(pairs.weight[order], out=worth[1:], dtype=np.float64)
    by_place = order[edges[:-1]].argsort()
    begin, end = edges[:-1][by_place], edges[1:][by_place]
    d, s, weight = d[begin], pairs.s[order[begin]], (worth[end] - worth[begin]).astype(np.float32)
    return SeedPairs(d, s, weight, end - begin, worth, begin)


def keyed(seeds: U32) -> tuple[I64, I64, U32, I64]:
    """The order that sorts the seeds, and in it: where each different one begins, which it is, how often it is there."""
    order = sorting_order(seeds)
    ordered = seeds[order]
    low = heads(ordered)
    return order, low, ordered[low], np.diff(np.append(low, len(ordered)))


def spread(low: I64, high: I64) -> tuple[I64, I64]:
    """For ranges: the number of each element's range, and the element."""
    return np.arange(len(low)).repeat(high - low), elements(low, high)


def elements(low: I64, high: I64) -> I64:
    """The elements of ranges in a row."""
    size = high - low
    out: I64 = (low - (size.cumsum() - size)).repeat(size)
    out += np.arange(len(out))
    return out


def weights(keys: U32, here: I64, count: I64, texts: I64, tokens: int) -> F32:
    """Weight of each gram: by how often it is repeated *inside* texts, not by how many texts have it.

    A set phrase comes back again and again in one text; a passage that a whole class copied stands once in each,
    and must not lose its weight by that.
    """
    repeats = count - texts + here - 1 + _BETWEEN * np.maximum(texts - 1, 0)
    rarity = -np.log10((np.maximum(repeats, 1e-3) / (tokens + _PRIOR)).astype(np.float32))
    weight: F32 = np.minimum(np.maximum((rarity - _RATE_NONE) / (_RATE_FULL - _RATE_NONE), 0.0), 1.0)
    weight[in_background(keys)] *= _BACKGROUND
    return weight


def long_pairs(
    seeds: U32,
    mine: I64,
    rows: I64,
    source: I64,
    *,
    row: I64,
    seeds_at: Callable[[I64], U32],
) -> SeedPairs:
    """Pairs of grams too frequent to be paired by themselves, found by what follows them: four seeds in a row, about
    sixteen tokens.

    Where even that repeats (a text of one sentence over and over) the nth place goes with the nth: linear, and the
    diagonal of a text compared with itself. `seeds`: of the draft; `mine`: places there; `rows`: ascending rows of the corpus, each with its `source`; `row`: where
    each source begins.
    """
    fits = rows + 12 < row[source + 1]
    rows, source = rows[fits], source[fits]
    if not len(rows):
        return SeedPairs(rows, rows, np.zeros(0, np.float32))
    asked, there = _long_seeds(seeds.__getitem__, mine), _long_seeds(seeds_at, rows)
    keys = distinct(asked)
    key_d, key_s = keys.searchsorted(asked), keys.searchsorted(there)
    good = keys[np.minimum(key_s, max(len(keys) - 1, 0))] == there if len(keys) else np.zeros(0, np.bool_)
    rows, source, key_s = rows[good], source[good], key_s[good]
    group = key_s * len(row) + source
    order = np.argsort(group, kind="stable")
    rank_s = np.empty(len(group), np.int64)
    first = heads(group[order])
    rank_s[order] = np.arange(len(group)) - first.repeat(np.diff(np.append(first, len(group))))
    by_key = np.argsort(key_d, kind="stable")
    start = np.searchsorted(key_d[by_key], np.arange(len(keys) + 1))
    near = start[key_s] + rank_s
    paired = near < start[key_s + 1]
    d = mine[by_key[near[paired]]]
    rows, source = rows[paired], source[paired]
    return SeedPairs(d, rows + FAR * source, np.ones(len(d), np.float32))


def _long_seeds(seeds_at: Callable[[I64], U32], at: I64) -> NDArray[np.uint64]:
    out = seeds_at(at).astype(np.uint64)
    for step in (4, 8, 12):
        out = joined(out, seeds_at(at + step).astype(np.uint64))
    return out
