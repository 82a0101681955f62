"""Set phrases that prove nothing: what everybody in the field writes, Chinese and English.

Grams inside them count little as evidence, and a match made of nothing else is labelled `common`.
"""

from __future__ import annotations

import functools

import numpy as np

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
