"""Hashes of fixed-length grams of an integer sequence.

A gram's hash is built from blocks of doubling length with a multiply-and-rotate mix, so any length costs
O(n log length) and, unlike a polynomial modulo 2^64, periodic and Thue-Morse texts do not collide.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]

# Odd multipliers of the splitmix64 finaliser (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
_A = np.uint64(0xBF58476D1CE4E5B9)
_B = np.uint64(0x94D049BB133111EB)
_C = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)
_DIGITS = 2  # of sixteen bits that are sorted one by one; of more, comparing is as fast
_PASSES = 3  # the same where only the values are moved
_FEW = 1000  # values that are sorted by comparing


def mixed(values: U64) -> U64:
    """Scramble 64-bit values; a bijection, so equal results mean equal values."""
    out = (values + _C) * _A
    out ^= out >> _SHIFT
    out *= _B
    out ^= out >> np.uint64(32)
    return out


def joined(left: U64, right: U64) -> U64:
    """The hash of two neighbouring blocks, from theirs; not commutative."""
    out = left * _A + right
    out ^= out >> _SHIFT
    out *= _B
    out ^= out >> np.uint64(32)
    return out


def gram_hashes(codes: NDArray[np.uint32], length: int) -> U64:
    """Hash of `codes[i:i+length]` for every i; empty when the sequence is shorter than `length` (≥ 1)."""
    count = len(codes) - length + 1
    if length < 1 or count < 1:
        return np.zeros(0, np.uint64)
    block = mixed(codes.astype(np.uint64))
    size, done, rest = 1, 0, length
    out: U64 | None = None
    while True:
        if rest & size:
            piece = block[done : done + count]
            out = piece if out is None else joined(out, piece)
            done += size
            rest &= ~size
        if not rest:
            assert out is not None
            return out
        block = joined(block[:-size], block[size:])
        size *= 2


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The different values, which are not negative, sorted. Several times faster than `numpy.unique`'s hashing."""
    ordered = in_order(values)
    new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    return ordered[new]


def in_order(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """The values, which are not negative, sorted: by sixteen bits after sixteen, where that is faster than comparing."""
    bits = int(values.max()).bit_length() if len(values) > _FEW else 0
    if not 0 < bits <= _PASSES * 16:
        return np.sort(values)
    out = values[values.astype(np.uint16).argsort(kind="stable")]
    for shift in range(16, bits, 16):
        out = out[(out >> shift).astype(np.uint16).argsort(kind="stable")]
    return out


def sorting_order(values: NDArray[np.int64] | NDArray[np.uint32]) -> NDArray[np.int64]:
    """The row numbers that sort the values, equal ones in their order. By sixteen bits, then by the next ones: these are
    sorted by counting, several times as fast."""
    if not len(values):
        return np.zeros(0, np.int64)
    low = int(values.min())
    bits = (int(values.max()) - low).bit_length()
    if bits > _DIGITS * 16:
        return np.argsort(values, kind="stable")
    rest = values - values.dtype.type(low) if low else values
    order = rest.astype(np.uint16).argsort(kind="stable")
    for shift in range(16, bits, 16):
        order = order[(rest[order] >> rest.dtype.type(shift)).astype(np.uint16).argsort(kind="stable")]
    return order
