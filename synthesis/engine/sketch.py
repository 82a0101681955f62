"""Small summaries of texts that tell which two may share most of their words, without reading either again.

A sketch keeps the smallest hashes of a text's distinct grams (bottom-k MinHash; Broder, "On the resemblance and
containment of documents", 1997), and of long texts every hash below a fixed threshold (a fixed share of them), so that a
short text inside a long one is still told. Grams are those of the overlap engine: four Han characters or three words.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import mixed
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import VERSION as PREPARED_VERSION
from synthesis.engine.overlap.prepared import PreparedText

VERSION = PREPARED_VERSION * 10 + 1
#: So many hashes are kept of every text that has them, and one in ONE_IN of all.
FEWEST = 256
ONE_IN = 48
#: Version, counted characters, digest of the counted characters, threshold below which every hash is kept.
_HEAD = struct.Struct("<II16sQ")
_ALL = 1 << 32


@dataclass(frozen=True)
class Sketch:
    """`digest` names the counted text, `counted` its characters; `hashes` are all of its hashes below `below`, sorted."""

    digest: bytes
    counted: int
    below: int
    hashes: U32

    def to_bytes(self) -> bytes:
        return _HEAD.pack(VERSION, self.counted, self.digest, self.below) + self.hashes.astype("<u4").tobytes()

    @staticmethod
    def from_bytes(data: bytes) -> Sketch:
        """Raises ValueError for nothing, and for what another version made."""
        if len(data) < _HEAD.size:
            raise ValueError("not a sketch")
        version, counted, digest, below = _HEAD.unpack_from(data)
        if version != VERSION:
            raise ValueError("sketched by another version; sketch the text again")
        return Sketch(digest, counted, below, np.frombuffer(data, "<u4", offset=_HEAD.size))

    def same_text(self, other: Sketch) -> bool:
        """Whether both texts have the same counted characters, and have some."""
        return 0 < self.counted == other.counted and self.digest == other.digest


def sketch_of(text: PreparedText) -> Sketch:
    """The sketch of a prepared text."""
    grams = np.unique((mixed(text.seeds[text.seeds != 0].astype(np.uint64)) >> np.uint64(32)).astype(np.uint32))
    below = _ALL
    if len(grams) > FEWEST:
        below = max(int(grams[FEWEST - 1]) + 1, _ALL // ONE_IN)
        grams = grams[: int(np.searchsorted(grams, below))]
    return Sketch(counted_digest(text.codes), len(text.codes), below, grams)


def counted_digest(codes: U32) -> bytes:
    """16 bytes that name the counted characters `codes`."""
    return hashlib.blake2b(codes.astype("<u4").tobytes(), digest_size=16).digest()


def containment(one: Sketch, other: Sketch) -> float:
    """Estimated share, 0 to 1, of the shorter text's distinct grams that the other has too."""
    return float(containments(one, [other])[0])


def containments(one: Sketch, others: Sequence[Sketch]) -> NDArray[np.float64]:
    """`containment` of `one` with each of `others`, together: about a millisecond for a hundred of them.

    Counted among the hashes below the lower of both thresholds, which both sketches have completely.
    """
    if not others:
        return np.zeros(0)
    sizes = np.array([len(other.hashes) for other in others])
    rows = np.repeat(np.arange(len(others)), sizes)
    below = np.minimum(np.array([other.below for other in others], np.uint64), np.uint64(one.below))
    hashes = np.concatenate([other.hashes for other in others])
    seen = hashes.astype(np.uint64) < below[rows]
    at = np.searchsorted(one.hashes, hashes)
    known = np.zeros(len(hashes), np.bool_)
    inside = at < len(one.hashes)
    known[inside] = one.hashes[at[inside]] == hashes[inside]
    shared = np.bincount(rows, seen & known, len(others))
    theirs = np.bincount(rows, seen, len(others))
    ours = np.searchsorted(one.hashes.astype(np.uint64), below)
    smaller = np.minimum(theirs, ours)
    return np.where(smaller > 0, np.minimum(1.0, shared / np.maximum(smaller, 1)), 0.0)
