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
_CROWD = 400_000  # pairs: of more, those that stand alone are dropped before they are sorted
_CELL, _CELLS, _COMPANY = 7, 1 << 22, 3
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
        """As `seeds.seed_pairs` of the draft and all texts; of a great many, only those that have others beside them."""
        order, low, keys, here = keyed(draft.seeds)
        rows, key = self._occurrences(keys)
        source = self._source_of_rows(rows)
        first = np.flatnonzero(np.append(True, (key[1:] != key[:-1]) | (source[1:] != source[:-1])))[: len(key)]
        size = np.diff(np.append(first, len(key)))
        count, texts = (np.bincount(which, minlength=len(keys)) for which in (key, key[first]))
        by_key = weights(keys, here, count, texts, int(self.row[-1]) + len(draft.seeds))
        much = np.repeat(here[key[first]] * size > PLACES, size)
        extra = self._long_pairs(draft, rows, rows[much]) if much.any() else None
        light = np.flatnonzero(~much & (by_key > NOTHING)[key])
        key, places = key[light], rows[light] + FAR * source[light]
        del rows, source, much, light  # millions of numbers each
        pairs = _paired(order, low, here, by_key, key=key, places=places)
        if extra is None:
            return pairs
        s = np.concatenate((pairs.s, extra.s))
        by_source = np.argsort(s, kind="stable")
        return SeedPairs(np.append(pairs.d, extra.d), s, np.append(pairs.weight, extra.weight)).only(by_source)

    def _long_pairs(self, draft: PreparedText, rows: I64, frequent: I64) -> SeedPairs:
        """`seeds.long_pairs` of the `frequent` ones among the places `rows` that have some gram of the draft."""
        known = np.zeros(int(self.row[-1]) + 16, np.bool_)
        known[rows] = True
        for step in (4, 8, 12):
            frequent = frequent[known[frequent + step]]
        frequent = np.sort(frequent)
        source = self._source_of_rows(frequent)
        return long_pairs(draft, frequent, source, row=self.row, seeds_at=self._seeds_at, known_at=known.__getitem__)

    def _occurrences(self, keys: U32) -> tuple[I64, I64]:
        if self.postings is None and self._asked:
            self.postings = Postings.of(self.seeds)
        self._asked = True
        if self.postings is not None:
            return self.postings.look_up(keys)
        return _scanned(self.seeds, self.row, keys)

    @functools.cached_property
    def _coarse(self) -> I64:
        """The source of every 256th row: a table is faster than a search for millions of rows."""
        return np.searchsorted(self.row, np.arange(0, int(self.row[-1]) + 256, 256), "right") - 1

    def _source_of_rows(self, rows: I64) -> I64:
        source: I64 = self._coarse[rows >> 8]
        late = np.flatnonzero(rows >= self.row[source + 1])
        while len(late):
            source[late] += 1
            late = late[rows[late] >= self.row[source[late] + 1]]
        return source

    def _seeds_at(self, rows: I64) -> U32:
        """The seeds at rows in ascending order."""
        numbers = np.unique(self._source_of_rows(rows))
        edges = np.searchsorted(rows, np.append(self.row[numbers], self.row[-1])).tolist()
        out = np.empty(len(rows), np.uint32)
        for one, low, high in zip(numbers.tolist(), edges[:-1], edges[1:], strict=True):
            out[low:high] = self.seeds[one][rows[low:high] - self.row[one]]
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
    at, many = low[key], here[key]
    parts = [(order[at], places)]
    for more in range(1, int(many.max(initial=1))):
        rows = np.flatnonzero(many > more)
        parts.append((order[at[rows] + more], places[rows]))
    d, s = (np.concatenate(side) for side in zip(*parts, strict=True))
    del parts  # two arrays as large as these
    if len(d) > _CROWD:
        near = np.flatnonzero(_in_company(d, s))
        d, s = d[near], s[near]
    bits = max(len(order).bit_length(), 1)
    packed = s << bits | d
    packed.sort()
    d = packed & ((1 << bits) - 1)
    which = np.empty(len(order), np.int64)
    which[order] = np.repeat(np.arange(len(here)), here)
    return SeedPairs(d, packed >> bits, weight[which[d]])


def _in_company(d: I64, s: I64) -> NDArray[np.bool_]:
    """Which pairs have at least two others in their cell of the draft's and the sources' places.

    Any passage long enough to count has such a cell; of the pairs that chance makes, most stand alone. Cells are
    hashed into a table, where a collision keeps a pair too many.
    """
    cell = (s >> _CELL) * 0x9E3779B1 + (d >> _CELL)
    cell ^= cell >> 15
    cell &= _CELLS - 1
    full: NDArray[np.bool_] = np.bincount(cell, minlength=_CELLS) >= _COMPANY
    return full[cell]


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
