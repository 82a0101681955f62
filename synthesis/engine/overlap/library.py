"""Many sources: seed pairs from postings, and only the texts that matter put side by side.

The pairs are those that `seeds.seed_pairs` finds in the same texts. Texts are asked for one by one, so that they may
lie in files or be prepared only when they are wanted.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.postings import Postings
from synthesis.engine.overlap.prepared import PreparedText, prepare, seeds_only
from synthesis.engine.overlap.seeds import (
    FAR,
    I64,
    NOTHING,
    PLACES,
    Corpus,
    SeedPairs,
    keyed,
    long_pairs,
    weights,
)

_BLOCK = 32  # draft tokens whose best source is looked for
_HINT = 3.0  # weighted pairs in a block that make a source worth a second look
_HINTED = 16  # sources looked at for similar sentences besides those that share passages
_SHARING = 32  # sources with the most shared passages, in which similar sentences are looked for
_KEPT = 128  # prepared texts kept


class Texts(Sequence[PreparedText]):
    """Texts prepared when they are asked for; `seeds[i]` is there at once."""

    def __init__(self, texts: Sequence[str | PreparedText]) -> None:
        self._texts = texts
        self.seeds = [seeds_only(t) if isinstance(t, str) else t.seeds for t in texts]
        self._ready = functools.lru_cache(_KEPT)(self._prepare)

    def _prepare(self, number: int) -> PreparedText:
        text = self._texts[number]
        return prepare(text) if isinstance(text, str) else text

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, at: int) -> PreparedText: ...
    @overload
    def __getitem__(self, at: slice) -> list[PreparedText]: ...
    def __getitem__(self, at: int | slice) -> PreparedText | list[PreparedText]:
        if isinstance(at, slice):
            return [self._ready(i) for i in range(len(self))[at]]
        return self._ready(at)


class Library:
    """Sources too many to be put side by side. `texts[i]` may read or prepare a text; `seeds[i]` must be at hand.

    Without `postings` the first comparison reads all seeds, and the second one builds them.
    """

    def __init__(self, texts: Sequence[PreparedText], seeds: Sequence[U32], postings: Postings | None = None) -> None:
        self.texts, self.seeds, self.postings = texts, seeds, postings
        sizes = np.array([len(one) for one in seeds], np.int64)
        self.row: I64 = postings.row if postings else np.append(0, np.cumsum(sizes)).astype(np.int64)
        self.token_at: I64 = self.row[:-1] + FAR * np.arange(len(seeds), dtype=np.int64)
        self._asked = False

    def source_of(self, places: I64) -> I64:
        """The number of the source of each token place."""
        return np.searchsorted(self.token_at, places, "right") - 1

    def seed_pairs(self, draft: PreparedText) -> SeedPairs:
        """As `seeds.seed_pairs` of the draft and all texts."""
        order, low, keys, here = keyed(draft.seeds)
        rows, key = self._occurrences(keys)
        source = np.searchsorted(self.row, rows, "right") - 1
        first = np.flatnonzero(np.append(True, (np.diff(key) != 0) | (np.diff(source) != 0))) if len(key) else key
        size = np.diff(np.append(first, len(key)))
        there = np.repeat(size, size)
        count, texts = (np.bincount(which, minlength=len(keys)) for which in (key, key[first]))
        by_key = weights(keys, here, count, texts, int(self.row[-1]) + len(draft.seeds))
        heavy = here[key] * there > PLACES
        light = np.flatnonzero(~heavy & (by_key[key] > NOTHING))
        pairs = _paired(order, low, here, by_key, key=key[light], places=rows[light] + FAR * source[light])
        if not heavy.any():
            return pairs
        rows = np.sort(rows[heavy])
        asked = keys[keys > 0]
        extra = long_pairs(
            draft,
            rows,
            np.searchsorted(self.row, rows, "right") - 1,
            row=self.row,
            seeds_at=self._seeds_at,
            known_at=lambda at: np.isin(self._seeds_at(at), asked),
        )
        s = np.concatenate((pairs.s, extra.s))
        by_source = np.argsort(s, kind="stable")
        return SeedPairs(np.append(pairs.d, extra.d), s, np.append(pairs.weight, extra.weight)).only(by_source)

    def _occurrences(self, keys: U32) -> tuple[I64, I64]:
        if self.postings is None and self._asked:
            self.postings = Postings.of(self.seeds)
        self._asked = True
        if self.postings is not None:
            return self.postings.look_up(keys)
        return _scanned(self.seeds, self.row, keys)

    def _seeds_at(self, rows: I64) -> U32:
        out = np.empty(len(rows), np.uint32)
        source = np.searchsorted(self.row, rows, "right") - 1
        for one in np.unique(source).tolist():
            mine = source == one
            out[mine] = self.seeds[one][rows[mine] - self.row[one]]
        return out

    def part(self, numbers: Sequence[int]) -> Corpus:
        """Some of the texts side by side, in the order given."""
        return Corpus([self.texts[i] for i in numbers])


def _scanned(texts: Sequence[U32], row: I64, keys: U32) -> tuple[I64, I64]:
    """As `Postings.look_up`, by reading every text once."""
    table = np.zeros(1 << 20, np.bool_)
    table[keys[keys > 0] >> np.uint32(12)] = True
    rows, found = [], []
    for number, seeds in enumerate(texts):
        mine = np.flatnonzero(table[seeds >> np.uint32(12)])
        rows.append(mine + row[number])
        found.append(seeds[mine])
    if not rows or not len(keys):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    seeds, at = np.concatenate(found), np.concatenate(rows)
    key = np.minimum(np.searchsorted(keys, seeds), len(keys) - 1)
    same = np.flatnonzero((keys[key] == seeds) & (seeds > 0))
    same = same[np.argsort(key[same], kind="stable")]
    return at[same], key[same]


def _paired(order: I64, low: I64, here: I64, weight: NDArray[np.float32], *, key: I64, places: I64) -> SeedPairs:
    """Every place with each token of the draft that has its gram, by place; sorted as packed whole integers."""
    many = here[key]
    total = int(many.sum())
    d = order[np.repeat(low[key] - (np.cumsum(many) - many), many) + np.arange(total)]
    bits = max(len(order).bit_length(), 1)
    packed = np.repeat(places, many) << bits | d
    packed.sort()
    d = packed & ((1 << bits) - 1)
    which = np.empty(len(order), np.int64)
    which[order] = np.repeat(np.arange(len(here)), here)
    return SeedPairs(d, packed >> bits, weight[which[d]])


def moved(clusters: Clusters, library: Library, numbers: Sequence[int], corpus: Corpus) -> Clusters:
    """The strong clusters with their places in `corpus`, which holds the texts `numbers` (ascending) of the library."""
    keep = np.flatnonzero(clusters.strong[clusters.label])
    pairs = clusters.pairs.only(keep)
    source = library.source_of(pairs.s)
    there = np.searchsorted(np.array(numbers, np.int64), source)
    s = pairs.s - library.token_at[source] + corpus.token_at[there]
    return Clusters(replace(pairs, s=s), clusters.label[keep], clusters.strong)


def sharing(clusters: Clusters, library: Library) -> tuple[list[int], list[int]]:
    """The texts that have a strong cluster, in order; and those of them with the most weight."""
    keep = np.flatnonzero(clusters.strong[clusters.label])
    source = library.source_of(clusters.pairs.s[keep])
    numbers, which = np.unique(source, return_inverse=True)
    total = np.bincount(which, clusters.pairs.weight[keep], minlength=len(numbers))
    best = numbers[np.argsort(-total, kind="stable")[:_SHARING]]
    return numbers.tolist(), best.tolist()


def hinted(pairs: SeedPairs, clusters: Clusters, library: Library, tokens: int) -> list[int]:
    """Texts that may hold a sentence similar to one no cluster explains: in some stretch of the draft, no other text
    has as many pairs. `tokens`: of the draft."""
    free = np.ones(tokens, np.bool_)
    free[clusters.pairs.d[clusters.strong[clusters.label]]] = False
    rows = np.flatnonzero(free[pairs.d])
    if not len(rows):
        return []
    blocks = tokens // _BLOCK + 1
    source = library.source_of(pairs.s[rows])
    key = source * blocks + pairs.d[rows] // _BLOCK
    table = np.bincount(key, pairs.weight[rows], minlength=len(library.seeds) * blocks).reshape(-1, blocks)
    best = table.argmax(0)
    value = table[best, np.arange(blocks)]
    out: list[int] = []
    for block in np.argsort(-value, kind="stable").tolist():
        number = int(best[block])
        if value[block] >= _HINT and number not in out and len(out) < _HINTED:
            out.append(number)
    return sorted(out)
