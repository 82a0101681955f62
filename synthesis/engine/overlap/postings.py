"""Where each gram of a set of texts stands: flat sorted arrays, to be kept in files and mapped into memory.

Every gram is kept, none by sampling and none for being frequent: what a whole class copied is found like anything
else, and a comparison through postings gives the same pairs as one that reads every text.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap import prepared
from synthesis.engine.overlap.grams import U64
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.seeds import I64

VERSION = prepared.VERSION * 10 + 1  # of the arrays below

_PART = 4_000_000  # tokens sorted at a time: what building needs besides its result
_MOST = 1 << 32  # tokens that 32-bit places can tell apart


@dataclass(frozen=True)
class Postings:
    """`seeds`: the different seeds, sorted; `places[at[i]:at[i + 1]]`: the rows of tokens where seed i begins, ascending,
    counted through all texts; `row[n]:row[n + 1]`: the rows of text n. About ten bytes for each token."""

    seeds: U32
    at: U32
    places: U32
    row: I64

    @staticmethod
    def of(texts: Sequence[U32]) -> Postings:
        """From the seeds of each text. Raises ValueError when there are more than 2^32 tokens."""
        row = np.append(0, np.cumsum([len(seeds) for seeds in texts])).astype(np.int64)
        if row[-1] >= _MOST:
            raise ValueError("more than 2^32 tokens; divide the texts")
        counts = sum((np.bincount(seeds >> np.uint32(20), minlength=4096) for seeds in texts), np.zeros(4096, np.int64))
        edges = _ranges(counts)
        keys, sizes, places = [], [], []
        for low, high in itertools.pairwise(edges):
            key = _sorted_range(texts, row, max(low << 20, 1), high << 20)
            found = key >> np.uint64(32)
            first = np.flatnonzero(np.append(True, found[1:] != found[:-1])) if len(found) else np.zeros(0, np.int64)
            keys.append(found[first].astype(np.uint32))
            sizes.append(np.diff(np.append(first, len(found))))
            places.append(key.astype(np.uint32))  # the lower half
        ends = np.append(0, np.cumsum(np.concatenate(sizes))).astype(np.uint32)
        return Postings(np.concatenate(keys), ends, np.concatenate(places), row)

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For files; `version` with them."""
        return {
            "seeds": self.seeds,
            "at": self.at,
            "places": self.places,
            "row": self.row,
            "version": np.array(VERSION),
        }

    @staticmethod
    def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> Postings:
        """From what `arrays` gave. Raises ValueError for arrays of another version."""
        if int(arrays["version"]) != VERSION:
            raise ValueError("postings of another version; build them again")
        return Postings(*(arrays[name] for name in ("seeds", "at", "places", "row")))

    def look_up(self, keys: U32) -> tuple[I64, I64]:
        """Every place of one of the `keys` (sorted, different): (row, which key), by key and then by row."""
        if not len(self.seeds) or not len(keys):
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        found = np.minimum(np.searchsorted(self.seeds, keys), len(self.seeds) - 1)
        known = np.flatnonzero((self.seeds[found] == keys) & (keys > 0))
        low, high = (self.at[found[known] + step].astype(np.int64) for step in (0, 1))
        size = high - low
        taken = np.arange(int(size.sum())) + np.repeat(low - (np.cumsum(size) - size), size)
        return self.places[taken].astype(np.int64), np.repeat(known, size)


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
        mine = np.flatnonzero((seeds >= low) & (seeds < high)) if high < _MOST else np.flatnonzero(seeds >= low)
        parts.append((seeds[mine].astype(np.uint64) << np.uint64(32)) | (mine + row[number]).astype(np.uint64))
    key = np.concatenate(parts) if parts else np.zeros(0, np.uint64)
    key.sort()
    return key
