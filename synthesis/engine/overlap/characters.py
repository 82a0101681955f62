"""Chinese said anew keeps more of its characters than of their pairs: stretches compared by the rare ones they share."""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray

from synthesis.engine import bundled
from synthesis.engine.overlap import data
from synthesis.engine.overlap.grams import distinct
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.seeds import I64, spread

F64 = NDArray[np.float64]
Codes = NDArray[np.uint16]

_BITS = 16  # of a code: characters beyond the first plane, and words, are one that is not compared
_FULL = 13.0  # nats: what a character tells (-ln of its share of all writing) that weighs 1
_POWER = 3  # of the weights: everybody shares the frequent half of a sentence's characters
_COUNTED = 200_000  # characters of the sources that are counted; of more, some
_AT_ONCE = 5_000  # ranges
_LITTLE = 0.1  # weight of a character that tells little


@functools.cache
def _telling() -> F64:
    """What each character tells, by code, 1 being the most."""
    told = np.ones(1 << _BITS)
    told[:0x3400] = told[0xA000:0xF900] = told[0xFB00:] = 0.0  # only Han characters are compared
    for level, characters in bundled.levels(data, "zh_characters"):
        told[[ord(one) for one in characters]] = min(1.0, level / 2 * math.log(2) / _FULL)
    return told


def codes_of(tokens: U32) -> Codes:
    """The tokens that are characters, as what they are compared by."""
    return np.minimum(tokens, (1 << _BITS) - 1).astype(np.uint16)


def character_weights(codes: Codes) -> F64:
    """The weight of each character, by code, from its share of all writing and of the sources, whichever is larger."""
    some = codes[:: 1 + len(codes) // _COUNTED]
    counts = np.bincount(some, minlength=1 << _BITS)
    rarity = np.log((len(some) + 2000.0) / (counts + 2.0)) / math.log((len(some) + 2000.0) / 2.0)
    out: F64 = np.minimum(_telling(), np.maximum(rarity, 0.0)) ** _POWER
    return out


def shared_characters(weight: F64, mine: tuple[Codes, I64, I64], theirs: tuple[Codes, I64, I64]) -> tuple[F64, F64]:
    """For ranges of two rows of codes (row, low, high), what the characters weigh that both have, and their `score`: about,
    without those that tell little."""
    count = len(mine[1])
    if count > _AT_ONCE:
        parts = [slice(at, at + _AT_ONCE) for at in range(0, count, _AT_ONCE)]
        sides = [[(row, low[part], high[part]) for row, low, high in (mine, theirs)] for part in parts]
        shared, scores = zip(*(shared_characters(weight, *side) for side in sides), strict=True)
        return np.concatenate(shared), np.concatenate(scores)
    rows = []
    for side, (codes, low, high) in enumerate((mine, theirs)):
        which, at = spread(low, high)
        code = codes[at]
        some = (weight.take(code) > _LITTLE).nonzero()[0]
        rows.append((which[some] << _BITS | code[some]) << 1 | side)
    every = distinct(np.concatenate(rows, dtype=np.int32, casting="same_kind"))
    told = weight[every >> 1 & (1 << _BITS) - 1]
    sums = np.bincount(every >> _BITS & -2 | every & 1, told, 2 * count).reshape(-1, 2).T
    both = ((every[1:] ^ every[:-1]) == 1).nonzero()[0]
    common: F64 = np.bincount(every[both] >> _BITS + 1, told[both], count).astype(np.float64, copy=False)
    return common, score(common, *sums)


def score(shared: F64, one: F64, two: F64) -> F64:
    """cosine · √evidence of sets of characters, as `likeness.Alike`, from what they share and what each weighs."""
    out: F64 = shared**1.5 / np.sqrt(np.maximum(one * two, 1e-6))
    return out


def sets_of(codes: Codes, edges: I64, low: I64, high: I64) -> tuple[NDArray[np.bool_], I64]:
    """For each row of neighbouring parts of some codes, from part `low` up to part `high`, which characters it has, and which
    these are. `edges`: where the parts begin, and the end."""
    order = codes.argsort(kind="stable")
    ordered = codes[order]
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    part = np.repeat(np.arange(1, len(edges)), np.diff(edges))[order]
    count = int(np.count_nonzero(new))
    table = np.bincount(part * count + np.cumsum(new) - 1, minlength=len(edges) * count).reshape(-1, count)
    before = table.cumsum(0)
    return before[high] > before[low], ordered[new].astype(np.int64)
