"""Of the pairs of places that share a gram, those that have others beside them: of what chance makes, most stand alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import I32, U32

I64 = NDArray[np.int64]

_CELL = 7  # bits of a place that tell where in its cell it lies
_LEAST = 12  # bits of a cell that are told apart
_COMPANY = 4  # pairs that a passage has at least: its evidence is that of three and a half
_MANY, _MOST = 60_000, 600_000  # pairs that are looked at in four grids at once, and in two
_SHIFTS = ((0, 0), (64, 64), (0, 64), (64, 0))  # of the four grids, half a cell apart
_FACTORS = np.uint32(0x9E3779B1), np.uint32(0x85EBCA6B)


def in_company(d: I32, rows: U32, tokens: int) -> I64:
    """The numbers of the pairs that lie in a cell of the draft's and the sources' places with three others and more.

    There are four grids, each half a cell away from another, and so any passage no longer than half a cell lies in a cell
    as a whole; a longer one fills one. Of a great many pairs, those are left out before that have less than two others in
    two grids, or in one: of passages with no more than four seeds, apart from each other, one in thirty may be lost, or one
    in four. `tokens`: of the draft. Cells that are taken for one keep a pair too many, never one too few.
    """
    width = np.uint32((tokens >> _CELL) + 2)
    if len(d) <= _MANY:
        return _together(d, rows, width, _SHIFTS, _COMPANY)
    some = _together(d, rows, width, _SHIFTS[: 1 if len(d) > _MOST else 2], _COMPANY - 1)
    return some[_together(d[some], rows[some], width, _SHIFTS, _COMPANY)]


def _together(d: I32, rows: U32, width: np.uint32, shifts: Sequence[tuple[int, int]], least: int) -> I64:
    """Those with at least `least` in their cell of one of the grids."""
    # A table that fits into a cache is better than a sparse one.
    bits = max(len(d).bit_length() + (len(d) <= _MOST), _LEAST)
    kept = np.zeros(len(d), np.bool_)
    downs = {down: (rows + np.uint32(down) >> np.uint32(_CELL)) * width for down in {down for _, down in shifts}}
    acrosses = {across: (d + np.int32(across) >> _CELL).view(np.uint32) for across in {across for across, _ in shifts}}
    for across, down in shifts:
        cell = downs[down] + acrosses[across]
        place = _place(cell, 0, bits)
        some = np.flatnonzero(crowded(place, least, bits))
        place = _place(cell[some], 1, bits)  # hardly a cell that is not full passes both
        kept[some[crowded(place, least, bits)]] = True
    return np.flatnonzero(kept)


def _place(cell: U32, which: int, bits: int) -> I64:
    return (cell * _FACTORS[which] >> np.uint32(32 - bits)).astype(np.int64)


def crowded(place: I64, least: int, bits: int) -> NDArray[np.bool_]:
    """Which of the numbers below 2^bits are there at least `least` times."""
    full: NDArray[np.bool_] = np.bincount(place, minlength=1 << bits) >= least
    return full[place]
