"""Seed pairs: places of a draft and of the sources that begin with the same gram, each with the weight it has as evidence.

Not a judgement: two texts on one subject share thousands of seeds.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.background import background_seeds
from synthesis.engine.overlap.grams import joined
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import PreparedText

I64 = NDArray[np.int64]
F32 = NDArray[np.float32]

_BITS = 20
FAR = 4096  # token places left free between sources, more than any gap a cluster may bridge
PLACES = 16  # a gram with more pairs than this in one source says nothing by itself
_BACKGROUND = 0.25
# A gram repeated inside texts once in 10^2.6 tokens has no weight, once in 10^4 the full one.
_RATE_NONE, _RATE_FULL = 2.6, 4.0
NOTHING = 0.02  # pairs of less weight are not made
_TABLE = 4_000_000  # cells of a count table of grams by sources; above, sorting takes its place
_PRIOR = 20_000  # tokens assumed besides those seen: in a page or two a repetition proves no set phrase
_BETWEEN = 0.1  # how much an occurrence in one more text counts against one repeated in the same text


class Corpus:
    """Sources side by side in one row of token places and one row of character places.

    `token_at[i]`, `char_at[i]`: where source i begins; places of different sources are further apart than any gap.
    """

    def __init__(self, texts: Sequence[PreparedText]) -> None:
        self.texts = list(texts)
        sizes = np.array([len(t.tokens) for t in self.texts], np.int64)
        self.row = np.append(0, np.cumsum(sizes))
        self.token_at: I64 = self.row[:-1] + FAR * np.arange(len(sizes), dtype=np.int64)
        chars = np.array([len(t.codes) for t in self.texts], np.int64)
        self.char_row = np.append(0, np.cumsum(chars))
        self.codes: U32 = np.concatenate([t.codes for t in self.texts]) if self.texts else np.zeros(0, np.uint32)

    @functools.cached_property
    def seeds(self) -> U32:
        """The seeds of all sources in a row."""
        return np.concatenate([t.seeds for t in self.texts]) if self.texts else np.zeros(0, np.uint32)

    def chars_of(self, source: I64, places: I64) -> I64:
        """The row of the first character of each token place, given its source."""
        out = np.empty(len(places), np.int64)
        for one in np.unique(source).tolist():
            rows = source == one
            out[rows] = self.texts[one].first[places[rows] - self.token_at[one]] + self.char_row[one]
        return out

    def source_of(self, places: I64) -> I64:
        """The number of the source of each token place."""
        return np.searchsorted(self.token_at, places, "right") - 1


@dataclass(frozen=True)
class SeedPairs:
    """`d`: token places in the draft; `s`: token places in the corpus, ascending; `weight` in [0, 1].

    Or runs of `size` seeds in a row, `weight` being their sum; then `worth[p]` is the sum of all seeds before place p,
    taken modulo its length less one, on either side."""

    d: I64
    s: I64
    weight: F32
    size: I64 | None = None
    worth: NDArray[np.float64] | None = None

    def only(self, keep: NDArray[np.bool_] | I64) -> SeedPairs:
        size = None if self.size is None else self.size[keep]
        return SeedPairs(self.d[keep], self.s[keep], self.weight[keep], size, self.worth)


def seed_pairs(draft: PreparedText, corpus: Corpus) -> SeedPairs:
    """All seed pairs of the draft and the corpus; linear in the corpus, whatever repeats."""
    order, low, keys, here = keyed(draft.seeds)
    rows, key, known = _occurrences(keys, corpus.seeds)
    source = np.repeat(np.arange(len(corpus.texts)), np.diff(np.searchsorted(rows, corpus.row)))
    there, texts = _counts(key, source, len(keys), len(corpus.texts))
    tokens = len(corpus.seeds) + len(draft.seeds)
    weight = weights(keys, here, np.bincount(key, minlength=len(keys)), texts, tokens)[key]
    heavy = here[key] * there > PLACES
    light = np.flatnonzero(~heavy & (weight > NOTHING))
    many = here[key[light]]
    total = int(many.sum())
    d = order[np.repeat(low[key[light]] - (np.cumsum(many) - many), many) + np.arange(total)]
    places = rows + FAR * source
    pairs = SeedPairs(d, np.repeat(places[light], many), np.repeat(weight[light], many))
    if not heavy.any():
        return pairs
    extra = long_pairs(
        draft, rows[heavy], source[heavy], row=corpus.row, seeds_at=corpus.seeds.__getitem__, known_at=known.__getitem__
    )
    s = np.concatenate((pairs.s, extra.s))
    by_source = np.argsort(s, kind="stable")
    return SeedPairs(np.append(pairs.d, extra.d), s, np.append(pairs.weight, extra.weight)).only(by_source)


def keyed(seeds: U32) -> tuple[I64, I64, U32, I64]:
    """The order that sorts the seeds, and in it: where each different one begins, which it is, how often it is there."""
    order = np.argsort(seeds, kind="stable")
    ordered = seeds[order]
    low = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1])) if len(ordered) else order
    return order, low, ordered[low], np.diff(np.append(low, len(ordered)))


def _occurrences(keys: U32, seeds: U32) -> tuple[I64, I64, NDArray[np.bool_]]:
    """Where the corpus has one of the draft's grams, and which, in one pass through a bitmap; and what that let pass."""
    shift = np.uint32(32 - _BITS)
    table = np.zeros(1 << _BITS, np.bool_)
    table[keys[keys > 0] >> shift] = True
    known = table[seeds >> shift]
    rows = np.flatnonzero(known)
    found = seeds[rows]
    bucket = keys >> shift
    first = np.zeros(1 << _BITS, np.int32)
    first[bucket[::-1]] = np.arange(len(keys) - 1, -1, -1, dtype=np.int32)
    key = first[found >> shift].astype(np.int64)
    crowded = np.flatnonzero(found != keys[key]) if len(keys) else key
    key[crowded] = np.minimum(np.searchsorted(keys, found[crowded]), len(keys) - 1)
    same = keys[key] == found if len(keys) else np.zeros(0, np.bool_)
    same &= found > 0
    return rows[same], key[same], known


def _counts(key: I64, source: I64, keys: int, sources: int) -> tuple[I64, I64]:
    """For each occurrence, how often its gram is in its own source; for each gram, how many sources have it."""
    pair = key * max(sources, 1) + source
    if keys * sources <= _TABLE:
        table = np.bincount(pair, minlength=keys * sources)
        return table[pair], (table.reshape(keys, sources) > 0).sum(1) if sources else np.zeros(keys, np.int64)
    distinct, inverse, counts = np.unique(pair, return_inverse=True, return_counts=True)
    return counts[inverse], np.bincount(distinct // sources, minlength=keys)


def weights(keys: U32, here: I64, count: I64, texts: I64, tokens: int) -> F32:
    """Weight of each gram: by how often it is repeated *inside* texts, not by how many texts have it.

    A set phrase comes back again and again in one text; a passage that a whole class copied stands once in each,
    and must not lose its weight by that.
    """
    repeats = count - texts + here - 1 + _BETWEEN * np.maximum(texts - 1, 0)
    rarity = -np.log10(np.maximum(repeats, 1e-3) / (tokens + _PRIOR))
    weight = np.clip((rarity - _RATE_NONE) / (_RATE_FULL - _RATE_NONE), 0.0, 1.0)
    weight[np.isin(keys, background_seeds())] *= _BACKGROUND
    out: F32 = weight.astype(np.float32)
    return out


def long_pairs(
    draft: PreparedText,
    rows: I64,
    source: I64,
    *,
    row: I64,
    seeds_at: Callable[[I64], U32],
    known_at: Callable[[I64], NDArray[np.bool_]],
) -> SeedPairs:
    """Pairs of grams too frequent to be paired by themselves, found by what follows them: four seeds in a row, about
    sixteen tokens.

    Where even that repeats (a text of one sentence over and over) the nth place goes with the nth: linear, and the
    diagonal of a text compared with itself. `rows`: ascending rows of the corpus, each with its `source`; `row`: where
    each source begins; `known_at`: which rows begin with some gram of the draft.
    """
    fits = rows + 12 < row[source + 1]
    for step in (4, 8, 12):
        rows, source = rows[fits], source[fits]
        fits = known_at(rows + step)
    rows, source = rows[fits], source[fits]
    mine = np.flatnonzero(np.isin(draft.seeds[: max(len(draft.seeds) - 12, 0)], seeds_at(rows)))
    asked, there = _long_seeds(draft.seeds.__getitem__, mine), _long_seeds(seeds_at, rows)
    keys = np.unique(asked)
    key_d, key_s = np.searchsorted(keys, asked), np.searchsorted(keys, there)
    good = keys[np.minimum(key_s, max(len(keys) - 1, 0))] == there if len(keys) else np.zeros(0, np.bool_)
    rows, source, key_s = rows[good], source[good], key_s[good]
    group = key_s * len(row) + source
    order = np.argsort(group, kind="stable")
    rank_s = np.empty(len(group), np.int64)
    _, first, inverse = np.unique(group[order], return_index=True, return_inverse=True)
    rank_s[order] = np.arange(len(group)) - first[inverse]
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
