"""A text made ready for comparison: counted characters, tokens, seeds, breaks and the spans shown apart.

Han, kana and other unspaced scripts give one token a character; spaced scripts one a word, by its stem.
A seed is the hash of four tokens that begin with an unspaced one, or of three that begin with a word.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap import normalise as normaliser
from synthesis.engine.overlap.apart import ADDRESS, NAME, REFERENCES, apart_spans
from synthesis.engine.overlap.grams import U64, joined, mixed
from synthesis.engine.overlap.normalise import I32, U8, U32, Normalised, code_points, normalise
from synthesis.engine.overlap.numerals import figures
from synthesis.engine.overlap.once import once

VERSION = normaliser.VERSION * 1000 + 4  # of prepared arrays: others must be prepared again

CLAUSE, SENTENCE = 1, 2  # values of `breaks`
UNSPACED_SEED, SPACED_SEED = 4, 2
FEATURE_BITS = 20
FIGURES = 15 << FEATURE_BITS - 4  # features from here on are of figures: their class and value (`numerals.figures`)

_JOINERS = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x27, 0x2019, 0x2018, 0x5F]
_SENTENCE_MARKS = "。！？!?…；;．｡"
_CLAUSE_MARKS = "，,、：:、﹐"
_CLOSING = '。！？!?…；;．｡.，,：:”’」』»）)】］]》〉、"'
_LONGEST_WORD = 40  # letters: what is longer is a sequence, not a word, and its letters are tokens
_SHORT_LINE = 20  # counted characters: a shorter line is a heading or an item, not wrapped text


@dataclass(frozen=True)
class PreparedText:
    """Arrays of one text. `codes`, `start`, `end`, `folded`, `length`: see `Normalised`.

    `tokens`: hash of each token; `first[t]:first[t + 1]` are its counted characters; `words[t]` is 1 for a word,
    0 for an unspaced character; `seeds[t]`: hash of the gram that begins at t, 0 where the text is too short.
    `features[t]`: number below 2^FEATURE_BITS of the figure or the character pair that begins at t, or of the word.
    `breaks[i]`: CLAUSE or SENTENCE when one begins with counted character i; one more than there are characters.
    `tail[i]`: closing marks (。” and the like) that follow character i at once, three at most.
    `apart`: rows (kind, start, end) of spans shown apart, in code points, kinds of `apart.py`.
    """

    codes: U32
    start: I32
    end: I32
    folded: U8
    tokens: U32
    first: I32
    words: U8
    seeds: U32
    features: U32
    breaks: U8
    tail: U8
    apart: I32
    length: int
    version: int = VERSION

    @once
    def places(self) -> tuple[memoryview, memoryview, memoryview]:
        """`start`, `end` and `tail`, for who asks for one at a time: several times as fast."""
        return self.start.data, self.end.data, self.tail.data

    @once
    def several(self) -> bool:
        """Whether a code point stands for several characters (㎡)."""
        return bool((self.start[1:] == self.start[:-1]).any())

    @once
    def edges(self) -> tuple[memoryview, list[int]]:
        """`first` and `sentences`, to be searched for one place at a time."""
        return self.first.data, self.sentences.tolist()

    @once
    def sentences(self) -> NDArray[np.int64]:
        """The tokens at which a sentence begins, and their number."""
        begins: NDArray[np.bool_] = self.breaks.take(self.first) == SENTENCE
        return begins.nonzero()[0]

    @once
    def word_places(self) -> NDArray[np.int64]:
        """The tokens that are words."""
        return (self.words > 0).nonzero()[0]

    @once
    def not_own(self) -> I32:
        """(start, end) of the addresses, reference lists and names among `apart`."""
        kinds = self.apart[:, 0]
        return self.apart[(kinds == ADDRESS) | (kinds == REFERENCES) | (kinds == NAME), 1:]

    def arrays(self) -> dict[str, NDArray[Any]]:
        """For `numpy.savez`."""
        return {field.name: np.asarray(getattr(self, field.name)) for field in fields(self)}

    @staticmethod
    def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> PreparedText:
        """From what `arrays` gave. Raises ValueError for arrays of another version."""
        if int(arrays["version"]) != VERSION:
            raise ValueError("prepared by another version; prepare the text again")
        values: dict[str, Any] = {field.name: arrays[field.name] for field in fields(PreparedText)}
        return PreparedText(**{**values, "length": int(values["length"]), "version": VERSION})


def prepare(text: str) -> PreparedText:
    """The arrays of `text`; about 4 ms for 30,000 characters."""
    return _prepared(text) if text else _nothing()


@functools.cache
def _nothing() -> PreparedText:
    return _prepared("")


def _prepared(text: str) -> PreparedText:
    points = code_points(text)
    norm = normalise(text, points)
    first, words = _divided(norm, points)
    tokens = _token_hashes(norm.codes, first, words)
    grams = _grams(tokens)
    return PreparedText(
        norm.codes,
        norm.start,
        norm.end,
        norm.folded,
        tokens,
        first,
        (words > 0).astype(np.uint8),
        _seeds(grams, words),
        _features(grams, words, norm, first),
        _breaks(norm.start, norm.end, points),
        _tails(norm.end, points),
        np.array(apart_spans(text), np.int32).reshape(-1, 3),
        len(text),
    )


def seeds_only(text: str) -> U32:
    """The seeds of `prepare(text)` in half the time, for a text of which nothing may be found."""
    if not text:
        return _nothing().seeds
    points = code_points(text)
    norm = normalise(text, points, folds=False)
    first, words = _divided(norm, points)
    return _seeds(_grams(_token_hashes(norm.codes, first, words)), words)


def _divided(norm: Normalised, points: U32) -> tuple[I32, U8]:
    """Where the tokens begin (and the last one ends), and which are words (1) or numbers (2)."""
    spaced = _spacing().take(norm.codes)
    begins = _token_begins(norm.start, norm.end, spaced, points)
    first = np.append(begins.nonzero()[0], len(norm)).astype(np.int32)
    if bool((np.diff(first) > _LONGEST_WORD).any()):
        unending = np.repeat(np.diff(first) > _LONGEST_WORD, np.diff(first))
        spaced[unending] = 0
        first = np.append((begins | unending).nonzero()[0], len(norm)).astype(np.int32)
    return first, spaced.take(first[:-1])


@functools.cache
def _spacing() -> U8:
    """By code point: 0 for characters of scripts written without spaces, 1 for letters of the others, 2 for digits."""
    codes = np.arange(0x110000, dtype=np.uint32)
    unspaced = (codes >= 0x2E80) & ~((codes >= 0xAC00) & (codes <= 0xD7FF)) | ((codes >= 0xE00) & (codes <= 0x109F))
    digits = (codes >= 0x30) & (codes <= 0x39)
    return np.where(unspaced, 0, np.where(digits, 2, 1)).astype(np.uint8)


def _token_begins(start: I32, end: I32, spaced: U8, points: U32) -> NDArray[np.bool_]:
    begins = np.ones(len(spaced), np.bool_)
    later = (spaced[1:] > 0).nonzero()[0] + 1  # unspaced characters always begin one
    if not len(later):
        return begins
    gap = start[later] - end[later - 1]
    before = points[start[later] - 1]
    joined = (gap == 1) & _JOINS.take(before, mode="clip")
    joined |= (
        (gap == 2) & (before == 0x0A) & (points[np.maximum(start[later] - 2, 0)] == 0x2D)
    )  # a word divided at the end of a line
    begins[later] = (spaced[later] != spaced[later - 1]) | ((gap > 0) & ~joined)
    return begins


def _token_hashes(codes: U32, first: I32, words: U8) -> U32:
    tokens: U32 = codes.take(first[:-1])
    rows = (words > 0).nonzero()[0]
    if not len(rows):
        return tokens
    length = np.diff(first)[rows]
    kept = length - np.where(words[rows] == 1, _suffix(codes, first[rows + 1], length), 0)
    at = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
    letters = codes[np.repeat(first[rows], length) + at].astype(np.uint64)
    letters[at >= np.repeat(kept, length)] = 0
    sums = np.add.reduceat(letters * _POWERS[np.minimum(at, 63)], np.cumsum(length) - length)
    sums ^= sums >> np.uint64(31)
    # The top bit keeps words out of the range of code points.
    tokens[rows] = (sums * _POWERS[1] >> np.uint64(33)).astype(np.uint32) | np.uint32(0x80000000)
    return tokens


def _suffix(codes: U32, stop: I32, length: NDArray[Any]) -> NDArray[Any]:
    """How many last letters of each English word are inflection (a light stemmer: -s, -es, -ed, -ing, -ly, -e, -y)."""
    last, second, third = (codes[np.maximum(stop - back, 0)] for back in (1, 2, 3))
    e, s, y, i = (ord(c) for c in "esyi")
    rules = [
        ((last == ord("g")) & (second == ord("n")) & (third == i) & (length >= 6), 3),
        ((last == s) & (second == e) & (third == i) & (length >= 5), 3),
        ((last == ord("d")) & (second == e) & (length >= 5), 2),
        ((last == s) & (second == e) & (length >= 5), 2),
        ((last == y) & (second == ord("l")) & (length >= 5), 2),
        ((last == s) & (second != s) & (length >= 4), 1),
        (((last == e) | (last == y)) & (length >= 4), 1),
    ]
    out = np.zeros(len(length), np.int64)
    for rule, cut in reversed(rules):  # the first that holds
        out[rule] = cut
    return out


def _grams(tokens: U32) -> dict[int, U64]:
    """As `gram_hashes` for lengths 1, 2 and 4, each made from the one before."""
    one = mixed(tokens.astype(np.uint64))
    two = joined(one[:-1], one[1:])
    return {1: one, 2: two, 4: joined(two[:-2], two[2:])}


def _seeds(grams: dict[int, U64], words: U8) -> U32:
    seeds = np.zeros(len(words), np.uint32)
    seeds[: len(grams[UNSPACED_SEED])] = _halves(grams[UNSPACED_SEED])
    rows = (words > 0).nonzero()[0]  # of truth values, much faster than of numbers
    seeds[rows] = 0
    rows = rows[: int(np.searchsorted(rows, len(grams[SPACED_SEED])))]
    seeds[rows] = _halves(grams[SPACED_SEED][rows])
    return seeds


def _halves(hashes: U64) -> U32:
    """The upper half of each, never 0."""
    return (hashes >> np.uint64(32)).astype(np.uint32) | np.uint32(1)


def _features(grams: dict[int, U64], words: U8, norm: Normalised, first: I32) -> U32:
    shift = np.uint64(64 - FEATURE_BITS)
    out = (grams[1] >> shift).astype(np.uint32)
    pairs = (grams[2] >> shift).astype(np.uint32)
    rows = (words[: len(pairs)] == 0).nonzero()[0]
    out[rows] = pairs[rows]
    out[out >= FIGURES] -= np.uint32(FIGURES)
    gaps = norm.start - np.append(np.int32(0), norm.end[:-1])
    at, values = figures(norm.codes, first, gaps, words)
    out[at] = np.array(values, np.uint32) + np.uint32(FIGURES)
    return out


def _tails(end: I32, points: U32) -> U8:
    closing = np.zeros(len(points) + 3, np.uint8)
    closing[: len(points)] = _CLOSES.take(points, mode="clip")
    at = closing.nonzero()[0]  # a tenth of the text
    closing[at] += closing[at + 1] * (1 + closing[at + 2])
    return closing.take(end)


_POWERS = np.cumprod(np.full(64, 0x9E3779B97F4A7C15, np.uint64))


def _table_of(points: list[int]) -> NDArray[np.bool_]:
    table = np.zeros(0x10000, np.bool_)
    table[points] = True
    return table


_JOINS, _CLOSES = _table_of(_JOINERS), _table_of([ord(c) for c in _CLOSING])


def _mark_table() -> U8:
    table = np.zeros(0x10000, np.uint8)
    table[[ord(c) for c in _CLAUSE_MARKS]] = CLAUSE
    table[[ord(c) for c in _SENTENCE_MARKS]] = SENTENCE
    return table


_MARKS = _mark_table()


def _breaks(start: I32, end: I32, points: U32) -> U8:
    count = len(start)
    breaks = np.zeros(count + 1, np.uint8)
    breaks[[0, count]] = SENTENCE
    if count < 2:
        return breaks
    marks = _MARKS.take(points, mode="clip")
    dots = (points == 0x2E).nonzero()[0]
    after = points[np.minimum(dots + 1, len(points) - 1)]
    marks[dots[(after <= 0x20) | (after > 0x7F)]] = SENTENCE
    rows = (start[1:] > end[:-1]).nonzero()[0] + 1  # only these have something between them
    low, high = end[rows - 1], start[rows]
    for value in (CLAUSE, SENTENCE):
        breaks[rows[_gaps(marks == value, low, high)]] = value
    many = np.bincount(_gaps(points == 0x0A, low, high), minlength=len(rows))
    lines = many.nonzero()[0]
    wrapped = rows[lines]
    size = np.diff(wrapped, prepend=0)
    breaks[wrapped[(many[lines] > 1) | (size < _SHORT_LINE)]] = SENTENCE
    return breaks


def _gaps(hit: NDArray[np.bool_], low: I32, high: I32) -> NDArray[np.int64]:
    """The numbers of the gaps `low:high`, which are in order, in which the places lie that are hit."""
    at = hit.nonzero()[0].astype(np.int32)
    gap = high.searchsorted(at, "right")
    gap, at = gap[: gap.searchsorted(len(high))], at[: gap.searchsorted(len(high))]
    return gap[low[gap] <= at]
