"""What a draft has in common with the texts of a library: seed pairs, from postings.

Texts are asked for one by one, so that they may lie in files or be prepared only when they are wanted.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import overload

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.company import in_company
from synthesis.engine.overlap.normalise import I32, U8, U32
from synthesis.engine.overlap.postings import Found, Postings, Rows, counted
from synthesis.engine.overlap.prepared import PreparedText, prepare, seeds_only
from synthesis.engine.overlap.seeds import (
    F32,
    FAR,
    I64,
    NOTHING,
    PLACES,
    SeedPairs,
    elements,
    keyed,
    long_pairs,
    spread,
    weights,
)

_BLOCK = 32  # draft tokens whose best source is looked for
_HINT = 3.0  # weighted pairs in a block that make a source worth a second look
_HINTED = 16  # sources looked at for similar sentences besides those that share passages
_SHARING = 32  # sources with the most shared passages, in which similar sentences are looked for
_KEPT = 6_000_000  # counted characters of prepared texts that are kept, 28 bytes each besides their seeds
_STRETCH = 1 << 17  # tokens of a draft whose pairs are made at a time
_TWO = 17  # bits that tell two seeds in a row from most others
_SHIFT = np.uint32(12)  # bits of a seed that a table of which seeds are asked for leaves out


class Texts(Sequence[PreparedText]):
    """Texts prepared when they are asked for, of which those asked for last are kept; `seeds[i]` is there at once."""

    def __init__(self, texts: Sequence[str | PreparedText]) -> None:
        self._texts = texts
        self.seeds = [seeds_only(t) if isinstance(t, str) else t.seeds for t in texts]
        self._kept: OrderedDict[int, PreparedText] = OrderedDict()
        self._size = 0  # counted characters of these
        self._lock = threading.Lock()

    def _ready(self, number: int) -> PreparedText:
        text = self._texts[number]
        if not isinstance(text, str):
            return text
        with self._lock:
            if number in self._kept:
                self._kept.move_to_end(number)
                return self._kept[number]
        ready = replace(prepare(text), seeds=self.seeds[number])  # which are in memory already
        with self._lock:
            if number not in self._kept:  # another thread may have been faster
                self._kept[number] = ready
                self._size += len(ready.codes)
            while self._size > _KEPT:
                self._size -= len(self._kept.popitem(last=False)[1].codes)
        return ready

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
    """Sources, however many. `texts[i]` may read or prepare a text; `seeds[i]` must be at hand.

    Without `postings` the first comparison reads all seeds, and the second one builds them.
    """

    def __init__(
        self,
        texts: Sequence[PreparedText],
        seeds: Sequence[U32],
        postings: Postings | None = None,
        flat: U32 | None = None,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """`flat`: all seeds in a row, where they lie like that already. `release` is called when what was read here and
        there in the texts and `flat` need not stay in memory."""
        self.release = release
        self.texts, self.seeds, self.postings = texts, seeds, postings
        sizes = np.array([len(one) for one in seeds], np.int64)
        self.row: I64 = postings.row if postings else np.append(0, np.cumsum(sizes)).astype(np.int64)
        self.token_at: I64 = self.row[:-1] + FAR * np.arange(len(seeds), dtype=np.int64)
        self._rows, self._flat = Rows(self.row), flat
        self._asked = False

    def source_of(self, places: I64) -> I64:
        """The number of the source of each token place."""
        return np.searchsorted(self.token_at, places, "right") - 1

    def seed_pairs(self, draft: PreparedText) -> SeedPairs:
        """The seed pairs of the draft and all texts, but those that stand alone. A long draft is taken stretch by stretch:
        what comes back in each of them is not frequent by that, and no more pairs are in memory than of one."""
        seeds = draft.seeds
        if len(seeds) <= _STRETCH:
            return self._pairs(seeds)
        parts = [(at, self._pairs(seeds[at : at + _STRETCH])) for at in range(0, len(seeds), _STRETCH)]
        d, s = np.concatenate([part.d + at for at, part in parts]), np.concatenate([part.s for _, part in parts])
        weight = np.concatenate([part.weight for _, part in parts])
        return SeedPairs(d, s, weight).only(np.argsort(s, kind="stable"))

    def _pairs(self, seeds: U32) -> SeedPairs:
        """Of a stretch of the draft, given by its seeds."""
        some = self._perhaps(seeds)
        order, low, keys, here = keyed(seeds[some])
        order = some[order]
        found = self._found(keys)
        known, once = found.known, here[found.known]
        weight = weights(keys[known], once, found.size, found.texts, int(self.row[-1]) + len(seeds))
        # As many places of the draft as a place of the source may be paired with before both are too frequent.
        most = (PLACES // once).astype(np.uint8)
        number = np.empty(len(seeds), np.int32)  # of each token's key, among those known
        number[:] = -1
        keys_of = np.full(len(keys), -1, np.int32)
        keys_of[known] = np.arange(len(known), dtype=np.int32)
        number[order] = np.repeat(keys_of, here)
        extra = self._long_pairs(seeds, found, most, number)
        most[weight <= NOTHING] = 0
        light = (found.beside <= np.repeat(most, found.size)).nonzero()[0]
        key = np.repeat(np.arange(len(known), dtype=np.int32), found.size)[light]
        rows = found.rows[light]
        self.release()
        del found, light  # millions of numbers
        d, rows = _paired(order.astype(np.int32), low[known], once, key, rows)
        del key
        at, places = in_company(d, rows, len(seeds))
        pairs = self._placed(at, places, weight.take(number[at]))
        if not len(extra.d):
            return pairs
        s = np.concatenate((pairs.s, extra.s))
        by_source = np.argsort(s, kind="stable")
        return SeedPairs(np.append(pairs.d, extra.d), s, np.append(pairs.weight, extra.weight)).only(by_source)

    def _perhaps(self, seeds: U32) -> I64:
        """The tokens whose seeds may be known."""
        return np.arange(len(seeds)) if self.postings is None else self.postings.perhaps(seeds).nonzero()[0]

    def _placed(self, d: I64, rows: I64, weight: F32) -> SeedPairs:
        """The pairs of ascending rows by place."""
        many = np.diff(rows.searchsorted(self.row))
        return SeedPairs(d, rows + np.repeat(FAR * np.arange(len(many)), many), weight)

    def _long_pairs(self, seeds: U32, found: Found, most: U8, number: I32) -> SeedPairs:
        """`seeds.long_pairs` of the places of `found` that have more than `most` beside them. `number`: of each token's key,
        -1 for none. Of these keys only those matter that are followed in the draft by others that some text has; of their
        places, most are told by the next gram alone."""
        much, known = np.append(found.size > most, False), number >= 0
        some = much.take(number)
        long = (some[:-12] & some[4:-8] & known[8:-4] & known[12:]).nonzero()[0]
        much[:] = False
        much[number[long]] = True
        which = much.nonzero()[0]
        if not len(which):
            return SeedPairs(which, which, np.zeros(0, np.float32))
        first = np.cumsum(found.size) - found.size
        of, at = spread(first[which], first[which] + found.size[which])
        some = (found.beside[at] > most[which][of]).nonzero()[0]
        rows = found.rows[at[some]].astype(np.int64)
        fits = rows < self.row[-1] - 12
        rows, of = rows[fits], of[some[fits]]
        if self._flat is None:
            by_row = np.argsort(rows)
            rows, of = rows[by_row], of[by_row]
        begin = np.zeros(len(found.known), np.uint32)
        begin[number[long]] = seeds[long]
        table = np.zeros((2, 1 << _TWO), np.bool_)
        mine, theirs = _two(seeds[long], seeds[long + 4]), _two(begin[which][of], self._seeds_at(rows + 4))
        table[0, mine], table[1, theirs] = True, True
        long, rows = long[table[1, mine]], rows[table[0, theirs]]
        rows.sort()
        return long_pairs(seeds, long, rows, self._rows.texts_of(rows), row=self.row, seeds_at=self._seeds_at)

    def _found(self, keys: U32) -> Found:
        if self.postings is None and self._asked:
            self.postings = Postings.of(self.seeds)
        self._asked = True
        if self.postings is not None:
            return self.postings.look_up(keys)
        return _scanned(self.seeds, self._rows, keys)

    def _seeds_at(self, rows: I64) -> U32:
        """The seeds at rows in ascending order."""
        if self._flat is not None:
            return self._flat[rows]
        numbers = np.unique(self._rows.texts_of(rows))
        edges = np.searchsorted(rows, np.append(self.row[numbers], self.row[-1])).tolist()
        out = np.empty(len(rows), np.uint32)
        for one, low, high in zip(numbers.tolist(), edges[:-1], edges[1:], strict=True):
            out[low:high] = self.seeds[one][rows[low:high] - self.row[one]]
        return out


def _table(keys: U32) -> NDArray[np.bool_]:
    """Whether some key begins with these upper bits."""
    table = np.zeros(1 << (32 - int(_SHIFT)), np.bool_)
    table[keys[keys > 0] >> _SHIFT] = True
    return table


def _scanned(texts: Sequence[U32], source: Rows, keys: U32) -> Found:
    """As `Postings.look_up`, by reading every text once."""
    table = _table(keys)
    hits = [table[seeds >> _SHIFT].nonzero()[0] for seeds in texts]
    none = np.zeros(0, np.uint32)
    seeds = np.concatenate([text[hit] for text, hit in zip(texts, hits, strict=True)]) if hits else none
    rows = np.concatenate([hit + at for hit, at in zip(hits, source.row.tolist(), strict=False)]) if hits else none
    if not len(keys):
        seeds = rows = none
    bucket = np.searchsorted(keys >> _SHIFT, np.arange(len(table), dtype=np.uint32)).astype(np.int32)
    key = bucket[seeds >> _SHIFT].astype(np.int64)  # a table instead of a search; most keys are alone in their cell
    crowded = (keys[key] != seeds).nonzero()[0]
    key[crowded] = np.minimum(np.searchsorted(keys, seeds[crowded]), len(keys) - 1)
    same = ((keys[key] == seeds) & (seeds > 0)).nonzero()[0]
    packed = key[same] << 32 | rows[same]
    packed.sort()
    rows, key = packed.astype(np.uint32), packed >> 32  # the lower half, and the upper
    first, heads, beside = counted(key, source.texts_of(rows))
    head = heads.nonzero()[0]
    starts = first[head]
    size, several = np.diff(np.append(starts, len(key))), np.diff(np.append(head, len(first)))
    return Found(key[starts], size, several, rows, beside)


def _paired(order: I32, low: I64, here: I64, key: I32, rows: U32) -> tuple[I32, U32]:
    """Every row with each of the tokens of the draft that have its gram, which `order` has from `low[key]` on."""
    first = order[low] if len(low) else order
    several = (here > 1).take(key).nonzero()[0]  # few have more than one
    more = here[key[several]] - 1
    begin = low[key[several]] + 1
    at = elements(begin, begin + more)
    return np.append(first.take(key), order[at]), np.append(rows, np.repeat(rows[several], more))


def _two(one: U32, two: U32) -> U32:
    """A number below 2^_TWO for two seeds in a row."""
    mixed: U32 = (one ^ two * np.uint32(0x9E3779B1)) * np.uint32(0x85EBCA6B) >> np.uint32(32 - _TWO)
    return mixed


def sharing(clusters: Clusters, library: Library) -> tuple[list[int], list[int]]:
    """The texts that have a strong cluster, in order; and those of them with the most weight."""
    keep = clusters.strong[clusters.label].nonzero()[0]
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
    rows = free[pairs.d].nonzero()[0]
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
