"""Of the pairs of places that share a gram, those that have others beside them: of what chance makes, most stand alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import order_by_digits
from synthesis.engine.overlap.normalise import I32, U32

I64 = NDArray[np.int64]

_CELL = 7  # bits of a place that tell where in its cell, or band, it lies
_COMPANY = 4  # pairs that a passage has at least: its evidence is that of three and a half
_NEAR = np.uint32(90)  # tokens of a source between the first and the last of these: three steps of a cluster
_MANY, _MOST = 60_000, 600_000  # pairs of which all, or most, are looked at closely
_SHIFTS = (0, 64)  # of two grids or divisions into bands, half a cell apart
_FACTOR = np.uint32(0x9E3779B1)


def in_company(d: I32, rows: U32, tokens: int) -> tuple[I64, I64]:
    """The pairs that lie in a band of the draft's places near three others in the sources, in order of `rows`, then of `d`.

    The draft is divided into bands twice, half a band apart, so that any passage no longer than half a band lies in one as
    a whole; a longer one fills one. Of a great many pairs, those are left out before that have less than two others in a
    cell of two grids, or of one: of passages with no more than four seeds, apart from each other, one in thirty may be lost,
    or one in four. `d`: of equal `rows` ascending; `tokens`: of the draft.
    """
    if len(d) > _MANY:
        some = _together(d, rows, np.uint32((tokens >> _CELL) + 2), _SHIFTS[: 1 if len(d) > _MOST else 2])
        d, rows = d[some], rows[some]
    order = order_by_digits(rows, int(rows.max(initial=0)).bit_length())
    d, rows = d[order], rows[order]
    kept = _near_others(d, rows)
    return d[kept].astype(np.int64), rows[kept].astype(np.int64)


def _near_others(d: I32, rows: U32) -> I64:
    """The numbers of the pairs in company, of pairs in order of their rows."""
    kept = np.zeros(len(d), np.bool_)
    bits = (int(d.max(initial=0)) + _SHIFTS[-1] >> _CELL).bit_length()
    for shift in _SHIFTS:
        band = d + np.int32(shift) >> _CELL
        by_band = order_by_digits(band, bits)
        band = band.take(by_band)
        place = rows.take(by_band)
        near = (place[3:] - place[:-3] <= _NEAR) & (band[3:] == band[:-3])
        good = np.zeros(len(d), np.bool_)
        for step in range(_COMPANY):
            good[step : step + len(near)] |= near
        kept[by_band.compress(good)] = True
    return kept.nonzero()[0]


def _together(d: I32, rows: U32, width: np.uint32, shifts: tuple[int, ...]) -> I64:
    """Those with two others and more in their cell of one of the grids. Cells that are taken for one keep a pair too many,
    never one too few."""
    bits = len(d).bit_length() + 1
    kept = np.zeros(len(d), np.bool_)
    for shift in shifts:
        cell = (rows + np.uint32(shift) >> np.uint32(_CELL)) * width
        cell += (d + np.int32(shift) >> _CELL).view(np.uint32)
        cell *= _FACTOR
        cell >>= np.uint32(32 - bits)
        kept |= crowded(cell.astype(np.int64), _COMPANY - 1, bits)
    return kept.nonzero()[0]


def crowded(place: I64, least: int, bits: int) -> NDArray[np.bool_]:
    """Which of the numbers below 2^bits are there at least `least` times."""
    full: NDArray[np.bool_] = np.bincount(place, minlength=1 << bits) >= least
    return full[place]
