"""Rows in groups: what each group of neighbouring rows comes to, for arrays in order of the number of their group."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.seeds import I64


def furthest(number: I64, stop: I64) -> I64:
    """The furthest end so far in each group, for rows sorted by number."""
    shift = number * (int(stop.max(initial=0)) + 1)
    out: I64 = np.maximum.accumulate(shift + stop) - shift
    return out


def first_of(number: I64, chosen: NDArray[np.bool_]) -> I64:
    """The first chosen row of each group, each of which has one."""
    rows = chosen.nonzero()[0]
    first: I64 = rows[np.append(True, np.diff(number[rows]) != 0)]
    return first
