"""Set phrases that prove nothing: what everybody in the field writes, Chinese and English.

Grams inside them count little as evidence, and a match made of nothing else is labelled `common`.
"""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.phrases import PHRASES
from synthesis.engine.overlap.phrases_of_fields import FIELD_PHRASES
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, prepare


@functools.cache
def background_seeds() -> U32:
    """Sorted seed hashes of every gram inside a set phrase."""
    phrases = PHRASES + FIELD_PHRASES
    text = prepare("\n\n".join(phrases))
    begins = np.cumsum([0] + [len(phrase) + 2 for phrase in phrases[:-1]])
    number = np.searchsorted(begins, text.start[text.first[:-1]], "right")
    rows = np.arange(len(number))
    last = np.minimum(rows + np.where(text.words > 0, SPACED_SEED, UNSPACED_SEED) - 1, len(rows) - 1)
    found: U32 = np.unique(text.seeds[number[last] == number])  # no gram of two phrases
    return found[found > 0]


def in_background(seeds: U32) -> NDArray[np.bool_]:
    """Which of the seeds are grams of a set phrase."""
    known = background_seeds()
    out: NDArray[np.bool_] = _table().take(seeds >> np.uint32(16))
    rows = out.nonzero()[0]  # few pass the table by chance, which is small enough to stay at hand
    out[rows] = known[np.minimum(np.searchsorted(known, seeds[rows]), len(known) - 1)] == seeds[rows]
    return out


@functools.cache
def _table() -> NDArray[np.bool_]:
    table = np.zeros(1 << 16, np.bool_)
    table[background_seeds() >> np.uint32(16)] = True
    return table
