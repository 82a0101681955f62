"""The few hashes of a text by which others that share a passage with it are looked up: a winnowed set of grams.

A gram is eight unspaced characters or four words. Of every six grams in a row the smallest hash is kept (Schleimer,
Wilkerson, Aiken: "Winnowing: Local Algorithms for Document Fingerprinting", 2003), so two texts that have thirteen
characters (nine words) in a row in common have a hash in common. Not for spans: only for finding whom to compare with.
"""

from __future__ import annotations

import numpy as np

from synthesis.engine.overlap import prepared
from synthesis.engine.overlap.grams import joined
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText

VERSION = prepared.VERSION * 10 + 1  # of the hashes: those of another version find nothing

WINDOW = 6


def winnowed(text: PreparedText) -> U32:
    """The different hashes kept, sorted: about a quarter as many as the text has tokens; none for a text too short
    for a gram."""
    step = np.where(text.words > 0, SPACED_SEED, UNSPACED_SEED)
    after = np.arange(len(step)) + step
    rows = np.flatnonzero(after < len(step))
    one, two = text.seeds[rows].astype(np.uint64), text.seeds[after[rows]].astype(np.uint64)
    hashes: U32 = (joined(one, two)[(one > 0) & (two > 0)] >> np.uint64(32)).astype(np.uint32)
    least = hashes[: max(len(hashes) - WINDOW + 1, 0)].copy()
    for start in range(1, WINDOW if len(least) else 0):
        np.minimum(least, hashes[start : start + len(least)], out=least)
    return np.unique(least if len(least) else hashes)
