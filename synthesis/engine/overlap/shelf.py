"""Prepared texts as a few flat arrays, each a row of all texts: written one after the other, mapped from files, sliced.

Eleven arrays for any number of texts; a text is asked for by its number and costs nothing until its pages are read.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import VERSION, PreparedText

_KEPT = 256  # texts whose slices are kept
# By what each array of a text is as long as: its tokens, its characters, one more than these, or its spans apart.
_PER_TOKEN = ("tokens", "words", "seeds", "features")
_PER_CHAR = ("codes", "start", "end", "folded", "tail")
FIELDS: dict[str, type[np.generic]] = {
    "codes": np.uint32,
    "start": np.int32,
    "end": np.int32,
    "folded": np.uint8,
    "tokens": np.uint32,
    "first": np.int32,
    "words": np.uint8,
    "seeds": np.uint32,
    "features": np.uint32,
    "breaks": np.uint8,
    "tail": np.uint8,
    "apart": np.int32,
}


def sizes_of(text: PreparedText) -> tuple[int, int, int, int]:
    """The row that `Shelf` wants of a text: tokens, counted characters, spans apart, code points."""
    return len(text.tokens), len(text.codes), len(text.apart), text.length


class Shelf(Sequence[PreparedText]):
    """`arrays[name]`: that array of every text, end to end (`apart` as plain numbers). `sizes`: rows of `sizes_of`.

    Raises ValueError for arrays of another version or of a length that does not fit.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]], sizes: NDArray[np.int64], version: int) -> None:
        if version != VERSION:
            raise ValueError("prepared by another version; prepare the texts again")
        self._arrays = arrays
        self._sizes = sizes.reshape(-1, 4)
        self._at = np.concatenate((np.zeros((1, 4), np.int64), np.cumsum(self._sizes, axis=0)))
        self._kept = functools.lru_cache(_KEPT)(self._made)
        for name in FIELDS:
            if len(arrays[name]) != self._place(name, len(self)):
                raise ValueError(f"the array {name} does not fit the sizes of the texts")

    def __len__(self) -> int:
        return len(self._sizes)

    def _place(self, name: str, number: int) -> int:
        places: list[int] = self._at[number].tolist()
        tokens, chars, apart, _ = places
        if name in _PER_TOKEN:
            return tokens
        if name in _PER_CHAR:
            return chars
        return {"first": tokens + number, "breaks": chars + number, "apart": 3 * apart}[name]

    def _slice(self, name: str, number: int) -> NDArray[Any]:
        return np.asarray(self._arrays[name][self._place(name, number) : self._place(name, number + 1)])

    @overload
    def __getitem__(self, at: int) -> PreparedText: ...
    @overload
    def __getitem__(self, at: slice) -> list[PreparedText]: ...
    def __getitem__(self, at: int | slice) -> PreparedText | list[PreparedText]:
        if isinstance(at, slice):
            return [self[i] for i in range(len(self))[at]]
        return self._kept(at)

    def _made(self, at: int) -> PreparedText:
        values: dict[str, Any] = {name: self._slice(name, at) for name in FIELDS}
        values["apart"] = values["apart"].reshape(-1, 3)
        return PreparedText(**values, length=int(self._sizes[at, 3]))

    @property
    def flat(self) -> U32:
        """The seeds of all texts in a row."""
        return np.asarray(self._arrays["seeds"])

    @property
    def seeds(self) -> list[U32]:
        """The seeds of each text."""
        flat, edges = self.flat, self._at[:, 0].tolist()
        return [flat[low:high] for low, high in itertools.pairwise(edges)]
