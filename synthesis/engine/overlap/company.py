"""Of the pairs of places that share a gram, those that have others beside them: of what chance makes, most stand alone."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import I32, U32

I64 = NDArray[np.int64]

_CELL = 7  # bits of a place that tell where in its cell it lies
_LEAST = 12  # bits of a cell that are told apart
_COMPANY = 4  # pairs that a passage has at least: its evidence is that of three and a half
_MANY = 60_000  # pairs
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)


def in_company(d: I32, rows: U32, tokens: int) -> I64:
    """The numbers of the pairs that lie in a cell of the draft's and the sources' places with some others.

    There are four grids, each half a cell away from another, and so any passage no longer than half a cell lies in a cell
    as a whole; a longer one fills one. Of a great many pairs, two grids and fewer pairs must do: of passages with no more
    than four seeds, apart from each other, one in thirty may be lost. `tokens`: of the draft. Cells that are taken for one
    keep a pair too many, never one too few.
    """
    width = np.uint32((tokens >> _CELL) + 2)
    bits = max(len(d).bit_length() + 1, _LEAST)
    least = _COMPANY if len(d) <= _MANY else _COMPANY - 1
    kept = np.zeros(len(d), np.bool_)
    half = 1 << (_CELL - 1)
    across = [(d + np.int32(shift) >> _CELL).view(np.uint32) for shift in (0, half)]
    down = [(rows + np.uint32(shift) >> np.uint32(_CELL)) * width for shift in (0, half)]
    for one, two in itertools.product(across, down) if len(d) <= _MANY else zip(across, down, strict=True):
        cell = one + two
        place = _place(cell, 0, bits)
        some = np.flatnonzero(crowded(place, least, bits))
        place = _place(cell[some], 1, bits)  # hardly a cell that is not full passes both
        kept[some[crowded(place, least, bits)]] = True
    return np.flatnonzero(kept)


def _place(cell: U32, which: int, bits: int) -> I64:
    return (cell * _FACTORS[which] >> np.uint32(32 - bits)).astype(np.int64)


def crowded(place: I64, least: int, bits: int) -> NDArray[np.bool_]:
    """Which of the numbers below 2^bits are there at least `least` times. Whoever writes his place in the row last stands
    there, and who does not find his own has company: a fourth of the time of counting."""
    last = np.empty(1 << bits, np.int32)
    some = place
    for _ in range(least - 1):
        number = np.arange(len(some), dtype=np.int32)
        last[some] = number
        some = some[np.flatnonzero(last[some] != number)]
    full = np.zeros(1 << bits, np.bool_)
    full[some] = True
    return full[place]
