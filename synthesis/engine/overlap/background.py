"""Set phrases that prove nothing: what everybody in the field writes, Chinese and English.

Grams inside them count little as evidence, and a match made of nothing else is labelled `common`.
"""

from __future__ import annotations

import functools

import numpy as np

from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.phrases import PHRASES
from synthesis.engine.overlap.phrases_of_fields import FIELD_PHRASES
from synthesis.engine.overlap.prepared import prepare


@functools.cache
def background_seeds() -> U32:
    """Sorted seed hashes of every gram inside a set phrase."""
    grams = [prepare(phrase).seeds for phrase in PHRASES + FIELD_PHRASES]
    found: U32 = np.unique(np.concatenate(grams))
    return found[found > 0]
