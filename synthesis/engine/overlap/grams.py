"""Hashes of fixed-length grams of an integer sequence.

A gram's hash is built from blocks of doubling length with a multiply-and-rotate mix, so any length costs
O(n log length) and, unlike a polynomial modulo 2^64, periodic and Thue-Morse texts do not collide.
"""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

U64 = NDArray[np.uint64]
_T = TypeVar("_T", bound=np.generic)

_FEW = 300  # rows that are sorted by comparing
_MANY = 1000  # values that are worth sorting by counting
_COUNTED = 40  # bits that are sorted by counting: numpy compares fast on some processors, and slowly on others

# Odd multipliers of the splitmix64 finaliser (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
_A = np.uint64(0xBF58476D1CE4E5B9)
_B = np.uint64(0x94D049BB133111EB)
_C = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


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


def heads(values: NDArray[Any]) -> NDArray[np.int64]:
    """Where each different value of a sorted row begins."""
    new = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new.nonzero()[0]


def distinct(values: NDArray[_T]) -> NDArray[_T]:
    """The different values, which are no less than 0, sorted. Several times faster than `numpy.unique`'s hashing."""
    bits = int(values.max()).bit_length() if len(values) >= _MANY else _COUNTED
    ordered = values[order_by_digits(values, bits)] if bits < _COUNTED else np.sort(values)
    return ordered[heads(ordered)]


def sorting_order(*keys: NDArray[Any]) -> NDArray[np.int64]:
    """The row numbers that sort by the first integers, then by the next ones, rows that are equal in their order.

    Keys are packed into one integer; a long one with the row number, for numpy sorts several times faster than it finds an
    order."""
    count = len(keys[0])
    if count < _FEW:
        return np.lexsort(keys[::-1])
    lows = [int(key.min()) for key in keys]
    widths = [(int(key.max()) - low).bit_length() for key, low in zip(keys, lows, strict=True)]
    bits, places = sum(widths), (count - 1).bit_length()
    if bits + places > 63:
        return np.lexsort(keys[::-1])
    kind = np.int32 if bits + places < 32 else np.int64
    packed: NDArray[Any] | None = None
    for key, low, width in zip(keys, lows, widths, strict=True):
        digits = (key - low if low else key).astype(kind, copy=packed is None)
        if packed is None:
            packed = digits
        else:
            packed <<= width
            packed |= digits
    assert packed is not None
    if bits <= _COUNTED:
        return order_by_digits(packed, bits)
    packed <<= places
    packed |= np.arange(count, dtype=kind)
    packed.sort()
    packed &= (1 << places) - 1
    return packed.astype(np.int64, copy=False)


def order_by_digits(values: NDArray[Any], bits: int) -> NDArray[np.int64]:
    """The row numbers that sort integers below 2^bits, rows that are equal in their order: by their lowest sixteen bits, then
    by the next, in which numpy sorts by counting."""
    order: NDArray[np.int64] | None = None
    for shift in range(0, max(bits, 1), 16):
        rest = values >> values.dtype.type(shift) if shift else values
        digit = rest.astype(np.uint8 if bits - shift <= 8 else np.uint16)
        order = digit.argsort(kind="stable") if order is None else order[digit[order].argsort(kind="stable")]
    assert order is not None
    return order
