"""Where each gram of a set of texts stands: flat sorted arrays, to be kept in files and mapped into memory.

Every gram is kept, none by sampling and none for being frequent: what a whole class copied is found like anything
else, and a comparison through postings gives the same pairs as one that reads every text.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap import prepared
from synthesis.engine.overlap.grams import U64
from synthesis.engine.overlap.normalise import I32, U8, U32
from synthesis.engine.overlap.seeds import I64, elements

VERSION = prepared.VERSION * 10 + 3  # of the arrays below

_PART = 4_000_000  # tokens sorted at a time: what building needs besides its result
_MOST = 1 << 32  # tokens that 32-bit places can tell apart
_SEVERAL = 255  # occurrences in one text are counted up to this
_FEW = 4_000_000  # tokens of which as much is worked out beforehand as can be
_TABLE = 22  # bits of a table of seeds: four megabytes
_BLOCK = 6  # bits: the places of so many seeds are counted from the first one's


@dataclass(frozen=True)
class Found:
    """Places of some keys, by key and then by row. `known`: the keys that have any, ascending; `size`: how many each has;
    `texts`: in how many texts. For each place: `rows`, and `beside`: how often its text has the key, 255 or more as 255."""

    known: I64
    size: I64
    texts: I64
    rows: U32
    beside: U8


@dataclass(frozen=True)
class Postings:
    """`seeds`: the different seeds, sorted; `places[first(i):first(i + 1)]`: the rows of tokens where seed i begins,
    ascending, counted through all texts, where first(i) is `block[i >> 6] + at[i]`; `beside`: of each place, how often its
    text has the seed (up to 255); `row[n]:row[n + 1]`: the rows of text n. Five bytes for each token, six for each
    different seed: what is asked for is spread over all of them, so that all of it is read into memory."""

    seeds: U32
    block: U32
    at: NDArray[np.uint16] | U32
    places: U32
    beside: U8
    row: I64

    @staticmethod
    def of(texts: Sequence[U32]) -> Postings:
        """From the seeds of each text. Raises ValueError when there are more than 2^32 tokens."""
        row = np.append(0, np.cumsum([len(seeds) for seeds in texts])).astype(np.int64)
        if row[-1] >= _MOST:
            raise ValueError("more than 2^32 tokens; divide the texts")
        counts = sum((np.bincount(seeds >> np.uint32(20), minlength=4096) for seeds in texts), np.zeros(4096, np.int64))
        edges = _ranges(counts)
        source = Rows(row)
        parts = []
        for low, high in itertools.pairwise(edges):
            parts.append(_part(_sorted_range(texts, row, max(low << 20, 1), high << 20), source))
        keys, sizes, places, beside = (np.concatenate(part) for part in zip(*parts, strict=True))
        first = np.append(0, np.cumsum(sizes)).astype(np.uint32)
        block = first[:: 1 << _BLOCK].copy()
        at = first - np.repeat(block, 1 << _BLOCK)[: len(first)]
        few = int(at.max()) < 1 << 16
        return Postings(keys, block, at.astype(np.uint16) if few else at, places, beside, row)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For files; `version` with them."""
        return {name: getattr(self, name) for name in NAMES} | {"version": np.array(VERSION)}

    @staticmethod
    def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> Postings:
        """From what `arrays` gave. Raises ValueError for arrays of another version."""
        if int(arrays["version"]) != VERSION:
            raise ValueError("postings of another version; build them again")
        return Postings(*(arrays[name] for name in NAMES))

    @functools.cached_property
    def _some(self) -> tuple[np.uint32, NDArray[np.bool_]] | None:
        """Whether some seed begins with these upper bits, and how many bits these leave out; of few seeds only, for the
        table of many is larger than what it saves."""
        bits = len(self.seeds).bit_length() + 2
        if bits > _TABLE:
            return None
        table, shift = np.zeros(1 << bits, np.bool_), np.uint32(32 - bits)
        table[self.seeds >> shift] = True
        return shift, table

    @functools.cached_property
    def _held(self) -> I64 | None:
        """In how many texts each seed is, and none; of few seeds only, to be worked out once."""
        if len(self.places) > _FEW:
            return None
        first = self._first(np.arange(len(self.seeds) + 1))
        return np.append(self._texts(np.diff(first), self.places, self.beside), 0)

    def perhaps(self, seeds: U32) -> NDArray[np.bool_]:
        """Which seeds may be among those known: all that are, and few others when those are few."""
        if self._some is None:
            return seeds > 0
        shift, table = self._some
        found: NDArray[np.bool_] = table.take(seeds >> shift)
        found &= seeds > 0
        return found

    def look_up(self, keys: U32) -> Found:
        """Every place of one of the `keys` (sorted, different)."""
        found = self._near(keys)
        hit = self.seeds[found] == keys if len(self.seeds) else np.zeros(len(keys), np.bool_)
        known = (hit & (keys > 0)).nonzero()[0]
        low, high = (self._first(found[known] + step) for step in (0, 1))
        size = high - low
        taken = elements(low, high)
        rows, beside = self.places.take(taken), self.beside.take(taken)
        texts = self._texts(size, rows, beside) if self._held is None else self._held[found[known]]
        return Found(known, size, texts, rows, beside)

    @functools.cached_property
    def _begins(self) -> tuple[np.uint32, I32] | None:
        """For all upper bits of a seed, where the seeds that begin with them begin, and how many bits these leave out; of few
        seeds only."""
        bits = len(self.seeds).bit_length()
        if not 0 < bits <= _TABLE:
            return None
        shift = np.uint32(32 - bits)
        return shift, (self.seeds >> shift).searchsorted(np.arange(1 << bits, dtype=np.uint32)).astype(np.int32)

    def _near(self, keys: U32) -> I64:
        """Where each of the sorted keys is among the seeds, if it is there."""
        last = max(len(self.seeds) - 1, 0)
        if self._begins is None:
            return np.minimum(np.searchsorted(self.seeds, keys), last)
        shift, begins = self._begins
        found = np.minimum(begins.take(keys >> shift).astype(np.int64), last)
        late = (self.seeds[found] < keys).nonzero()[0]
        while len(late):
            late = late[found[late] < last]
            found[late] += 1
            late = late[self.seeds[found[late]] < keys[late]]
        return found

    def _first(self, number: I64) -> I64:
        first: I64 = self.block[number >> _BLOCK].astype(np.int64) + self.at[number]
        return first

    def _texts(self, size: I64, rows: U32, beside: U8) -> I64:
        """In how many texts the keys are that have `size` of these places each."""
        if not len(size):
            return size
        first = np.cumsum(size) - size
        out: I64 = np.rint(np.add.reduceat(_PART_OF_TEXT.take(beside), first)).astype(np.int64)
        if bool((beside == _SEVERAL).any()):
            key = np.repeat(np.arange(len(size)), size)
            some = (np.bincount(key, beside == _SEVERAL, len(size))[key] > 0).nonzero()[0]
            key, text = key[some], Rows(self.row).texts_of(rows[some])
            new = np.append(True, (key[1:] != key[:-1]) | (text[1:] != text[:-1]))
            out[key] = np.bincount(key[new], minlength=len(size))[key]
        return out


NAMES = tuple(field.name for field in fields(Postings))
_PART_OF_TEXT = 1.0 / np.maximum(np.arange(_SEVERAL + 1), 1)  # by how often the text has the seed


class Rows:
    """`row[n]:row[n + 1]` are the rows of text n: tells the text of each row, with a table where a search is slow."""

    def __init__(self, row: I64) -> None:
        self.row = row
        self._coarse = np.searchsorted(row, np.arange(0, int(row[-1]) + 256, 256), "right") - 1

    def texts_of(self, rows: I64 | U32) -> I64:
        """The number of the text of each row."""
        text: I64 = self._coarse[rows >> 8]
        late = (rows >= self.row[text + 1]).nonzero()[0]
        while len(late):
            text[late] += 1
            late = late[rows[late] >= self.row[text[late] + 1]]
        return text


def counted(key: NDArray[Any], text: I64) -> tuple[I64, NDArray[np.bool_], U8]:
    """Of places sorted by key and row: where the places of each key in one text begin, at which of these a key begins, and
    how many places, up to 255, share key and text with each."""
    new_key = np.append(True, key[1:] != key[:-1])[: len(key)]
    first = (new_key | np.append(True, text[1:] != text[:-1])[: len(key)]).nonzero()[0]
    size = np.diff(np.append(first, len(key)))
    return first, new_key[first], np.repeat(np.minimum(size, _SEVERAL).astype(np.uint8), size)


def _part(packed: U64, source: Rows) -> tuple[U32, I64, U32, U8]:
    """Of places packed and sorted: the seeds, how often each is there, the places, `beside`."""
    found, places = (packed >> np.uint64(32)).astype(np.uint32), packed.astype(np.uint32)  # the lower half
    first, heads, beside = counted(found, source.texts_of(places))
    starts = first[heads]
    return found[starts], np.diff(np.append(starts, len(found))), places, beside


def _ranges(counts: NDArray[np.int64]) -> list[int]:
    """Edges that divide the 4096 classes of hashes into ranges of not many more than `_PART` tokens."""
    edges, held = [0], 0
    for number, count in enumerate(counts.tolist()):
        if held and held + count > _PART:
            edges.append(number)
            held = 0
        held += count
    return [*edges, len(counts)]


def _sorted_range(texts: Sequence[U32], row: I64, low: int, high: int) -> U64:
    """Seed and row of every token with `low` ≤ seed < `high`, packed into one integer and sorted."""
    parts = []
    for number, seeds in enumerate(texts):
        mine = ((seeds >= low) & (seeds < high)).nonzero()[0] if high < _MOST else (seeds >= low).nonzero()[0]
        parts.append((seeds[mine].astype(np.uint64) << np.uint64(32)) | (mine + row[number]).astype(np.uint64))
    key = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    key.sort()
    return key
