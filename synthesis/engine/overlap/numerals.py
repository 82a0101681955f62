"""The figures of a text by their values: who says something anew changes the words and keeps the figures.

A value is the same however it is written: 百分之三十四, 三成四 and 34 are one.
"""

from __future__ import annotations

import functools

import numpy as np

from synthesis.engine.overlap.grams import mixed
from synthesis.engine.overlap.normalise import I32, U8, U32
from synthesis.engine.patterns import lazy_pattern

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "亿": 100_000_000}
_INSIDE = "点分之成"  # what may stand inside a number besides
_ALONE = "零〇一二两三百千万亿点分之成"  # characters that are no figure by themselves
_HAN = lazy_pattern(
    "(?:(?P<base>[百千万]|[二三四五六七八九十])分之(?P<share>[零〇一二三四五六七八九十百点]+)"
    "|(?P<tenths>[一二两三四五六七八九])成(?P<more>[一二三四五六七八九])?"
    "|(?P<plain>[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*(?:点[零〇一二三四五六七八九]+[万亿]?)?))"
)
_LONGEST = 18  # digits
_FEW, _SMALL = 3, 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
WORTH = np.array([0.4, 0.5, 0.9, 1.0])  # as evidence, by class: a number that hardly anybody else has is worth 1
VALUE_BITS = 14


def figures(codes: U32, first: I32, gaps: I32, words: U8) -> tuple[list[int], list[int]]:
    """The tokens at which a figure begins, and for each its class (place in `WORTH`) and value in one number below
    4 << VALUE_BITS. `gaps[i]`: what was left out before character i; `words`: 0 for Han, 2 for digits."""
    plain = codes.astype("<u4").tobytes().decode("utf-32-le", "replace")
    found = _han_figures(plain, codes, first, gaps) + _digit_figures(plain, first, gaps, words)
    return [at for at, _ in found], [key for _, key in found]


def _han_figures(plain: str, codes: U32, first: I32, gaps: I32) -> list[tuple[int, int]]:
    inside = _table().take(codes, mode="clip")
    part = (inside > 0).nonzero()[0]
    new = np.append(True, (np.diff(part) > 1) | (gaps[part[1:]] > 0))[: len(part)].nonzero()[0]
    low, high = part[new], part[np.append(new[1:], len(part))[: len(new)] - 1] + 1
    some = (high - low > 1) | (inside[low] == 2) if len(low) else np.zeros(0, np.bool_)
    low, high = low[some], high[some]
    out = []
    tokens = first.searchsorted(low.astype(np.int32)).tolist()
    for token, a, b in zip(tokens, low.tolist(), high.tolist(), strict=True):
        out += [(token + at, key) for at, key in _of_run(plain[a:b])]
    return out


@functools.cache
def _table() -> U8:
    """By code: 2 for Han numerals that are a figure by themselves, 1 for what may be part of one."""
    table = np.zeros(0x10000, np.uint8)
    table[[ord(char) for char in (*_DIGITS, *_TENS, *_MYRIADS, *_INSIDE)]] = 2
    table[[ord(char) for char in _ALONE]] = 1
    return table


@functools.lru_cache(1 << 14)
def _of_run(run: str) -> tuple[tuple[int, int], ...]:
    """The figures in characters that may be one's: place, and class and value."""
    out = []
    for one in _HAN.finditer(run):
        if share := one["share"]:
            base = _value(one["base"])
            value = _value(share) * (100 / base if base < 100 else 1)
        elif tenths := one["tenths"]:
            value = 10 * _value(tenths) + _value(one["more"] or "零")
        else:
            value = _value(one["plain"])
        if key := _key(value):
            out.append((one.start(), key))
    return tuple(out)


def _value(text: str) -> float:
    whole, _, fraction = text.partition("点")
    total = section = digit = 0
    for char in whole:
        if char in _DIGITS:
            digit = _DIGITS[char] + (0 if section else 10 * digit)
        elif char in _TENS:
            section, digit = section + (digit or 1) * _TENS[char], 0
        else:
            last = section + digit if char == "万" else total + section + digit
            total, section, digit = (total if char == "万" else 0) + (last or 1) * _MYRIADS[char], 0, 0
    decimals = "".join(str(_DIGITS[char]) for char in fraction if char in _DIGITS)
    return float(f"{total + section + digit}.{decimals or 0}") * _MYRIADS.get(fraction[-1:], 1)


def _digit_figures(plain: str, first: I32, gaps: I32, words: U8) -> list[tuple[int, int]]:
    """A mark between figures is taken for that of thousands or of decimals; 万 and 亿 after them count."""
    tokens = (words == 2).nonzero()[0]
    if not len(tokens):
        return []
    places = np.stack((tokens, first[tokens], first[tokens + 1], gaps[first[tokens]]), 1).tolist()
    found: list[tuple[int, int]] = []
    parts: tuple[str, ...] = ()
    begin, end = 0, -1
    for token, low, high, gap in places:
        if low == end and gap == 1 and len(parts) < 4 and high - low <= 3:
            parts += (plain[low:high],)
        else:
            if parts and (key := _of_digits(parts, plain[end : end + 1])):
                found.append((begin, key))
            parts, begin = (plain[low:high],), token
        end = high
    if key := _of_digits(parts, plain[end : end + 1]):
        found.append((begin, key))
    return found


@functools.lru_cache(1 << 14)
def _of_digits(parts: tuple[str, ...], after: str) -> int:
    fraction = parts[-1] if len(parts) > 1 and len(parts[-1]) < 3 else ""
    whole = "".join(parts[:-1] if fraction else parts)
    return _key(float(f"{whole[:_LONGEST]}.{fraction or 0}") * _MYRIADS.get(after, 1))


def _key(value: float) -> int:
    """The class and value in one number; 0 for what is no evidence."""
    if value % 1:
        kind = 3 if value > _FEW else 1 if value > 1 else 0
    elif value <= _FEW:
        return 0
    elif value <= _SMALL or _FIRST_YEAR <= value < _LAST_YEAR:
        kind = 0
    elif len(f"{value:.0f}".rstrip("0")) == 1:
        kind = 1
    else:
        kind = 3 if value >= 100 else 2
    hashed = int(mixed(np.array([round(value * 1000) & 0xFFFFFFFFFFFF], np.uint64))[0]) >> (64 - VALUE_BITS)
    return kind << VALUE_BITS | max(hashed, 1)
