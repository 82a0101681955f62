"""What a set of texts shares with itself, as seeds in a row: one run for a passage that two texts have, however long.

A passage that two hundred texts have stands in twenty thousand pairs of texts; its seeds, one by one, would be a hundred
million pairs. Here each seed's places are divided by what stands before them, and only places that differ there, where a
run begins, are paired.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import U64, joined, mixed
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.seeds import FAR, I64, NOTHING, SeedPairs, weights

_OFTEN = 4  # places of a seed in one text; of more, each is known by what follows it
_PAIRS = 4_000_000  # pairs made at a time
_BLOCKS = (64, 8)  # seeds compared at once


@dataclass(frozen=True)
class Crossing:
    """`pairs`: the runs, by place; `d` in the text of lower number. Places are rows of tokens, counted through all texts
    with FAR free between them; to `s` a multiple of `span` is added, another for every text of `d`, so that runs in
    different pairs of texts are never near each other. `token_at[n]`: the place where text n begins."""

    pairs: SeedPairs
    token_at: I64
    span: int

    def rows(self, place: I64) -> tuple[I64, I64]:
        """The text of each place, and the token in it."""
        place = place % self.span
        text = np.searchsorted(self.token_at, place, "right") - 1
        return text, place - self.token_at[text]


def crossing(seeds: Sequence[U32], passive: Sequence[bool]) -> Crossing:
    """Every run of seeds that two texts share, but for two `passive` ones. `seeds[n]`: of text n, 0 where none begins."""
    sizes = np.array([len(one) for one in seeds], np.int64)
    row: I64 = np.append(0, np.cumsum(sizes)).astype(np.int64)
    text = np.repeat(np.arange(len(seeds), dtype=np.int64), sizes)
    token_at: I64 = row[:-1] + FAR * np.arange(len(seeds), dtype=np.int64)
    span = int(row[-1]) + FAR * (len(seeds) + 1)
    flat = np.concatenate([*seeds, np.zeros(1, np.uint32)])
    key, weight = _keyed(flat, text)
    blocks = [_blocks(key, size) for size in _BLOCKS]
    found = [(d, s, _length(key, blocks, d, s)) for d, s in _starts(key[:-1], text, np.array(passive, np.bool_))] or [
        (np.zeros(0, np.int64),) * 3
    ]
    d, s, size = (np.concatenate(side) for side in zip(*found, strict=True))
    worth = np.zeros(span + 1)
    worth[1 + np.arange(len(text)) + FAR * text] = weight
    worth = np.cumsum(worth)
    s += FAR * text[s] + span * text[d]
    d += FAR * text[d]
    value = (worth[d + size] - worth[d]).astype(np.float32)
    order = np.argsort(s)
    d = d[order]
    return Crossing(SeedPairs(d, s[order], value[order], size[order], worth, d), token_at, span)


def _keyed(flat: U32, text: I64) -> tuple[I64, NDArray[np.float32]]:
    """For each row a number that equal seeds share, 0 for none, and the seed's weight as evidence.

    A seed frequent in its text takes with it the three that follow at its distance, and the how manieth such it is: the
    nth place goes with the nth, as in `seeds.long_pairs`. What tells nothing has no number.
    """
    size = len(text)
    packed = flat[:size].astype(np.uint64) << np.uint64(32) | np.arange(size, dtype=np.uint64)
    packed.sort()
    order, ordered = (packed & np.uint64(0xFFFFFFFF)).astype(np.int64), (packed >> np.uint64(32)).astype(np.uint32)
    texts = text[order]
    new = np.append(True, ordered[1:] != ordered[:-1])[:size]
    head = np.flatnonzero(new | np.append(True, texts[1:] != texts[:-1])[:size])
    inside = np.diff(np.append(head, size))  # places of a seed in one text
    first = np.flatnonzero(new)
    count = np.diff(np.append(first, size))
    several = np.diff(np.append(np.flatnonzero(new[head]), len(head)))  # texts that have it
    weight = weights(ordered[first], np.ones(len(first), np.int64), count, several, size)
    out = np.zeros(size + 1, np.int64)
    out[order] = np.cumsum(new)
    worth = np.zeros(size, np.float32)
    worth[order] = np.repeat(weight, count)
    often = np.zeros(size, np.bool_)
    often[order] = np.repeat(inside > _OFTEN, inside)
    out[:-1][(flat[:size] == 0) | (worth <= NOTHING)] = 0
    rows = np.flatnonzero(often & (flat[:size] > 0))
    out[rows] = 0
    long = _long(flat, text, rows)
    out[long[0]] = long[1] + int(out.max(initial=0)) + 1
    return out, worth


def _long(flat: U32, text: I64, rows: I64) -> tuple[I64, I64]:
    """Those of the rows that begin four seeds in a row, and numbers of these from 0, another for every repetition."""
    rows = rows[rows + 12 < len(text)]
    rows = rows[(text[rows + 12] == text[rows]) & (flat[rows + 4] > 0) & (flat[rows + 8] > 0) & (flat[rows + 12] > 0)]
    gram = flat[rows].astype(np.uint64)
    for step in (4, 8, 12):
        gram = joined(gram, flat[rows + step].astype(np.uint64))
    order = np.lexsort((rows, gram))
    rows, gram = rows[order], gram[order]
    head = np.flatnonzero(np.append(True, (gram[1:] != gram[:-1]) | (text[rows[1:]] != text[rows[:-1]]))[: len(rows)])
    rank = np.arange(len(rows)) - np.repeat(head, np.diff(np.append(head, len(rows))))
    _, number = np.unique(joined(gram, rank.astype(np.uint64)), return_inverse=True)
    return rows, number.astype(np.int64)


def _starts(key: I64, text: I64, passive: NDArray[np.bool_]) -> Iterator[tuple[I64, I64]]:
    """Pairs of rows, the text of lower number first, that have the same key and not the same key before them."""
    before = np.append(0, key[:-1])
    before[np.append(True, text[1:] != text[:-1])[: len(text)]] = 0
    before = np.where(before > 0, before, int(key.max(initial=0)) + 1 + np.arange(len(key)))
    rows = np.flatnonzero(np.bincount(key)[key] * (key > 0) > 1)
    rows = rows[np.argsort(key[rows] << 32 | before[rows])]
    group = np.append(True, key[rows[1:]] != key[rows[:-1]])[: len(rows)]
    same = np.append(True, before[rows[1:]] != before[rows[:-1]])[: len(rows)] | group
    group_end, class_end = (_ends(head, len(rows)) for head in (group, same))
    many = np.append(0, np.cumsum(group_end - class_end))
    low = 0
    while low < len(rows):
        high = max(low + 1, int(np.searchsorted(many, many[low] + _PAIRS, "right")) - 1)
        size = np.diff(many[low : high + 1])
        one = np.repeat(rows[low:high], size)
        two = rows[np.repeat(class_end[low:high] - (many[low:high] - many[low]), size) + np.arange(len(one))]
        a, b = text[one], text[two]
        good = np.flatnonzero((a != b) & ~(passive[a] & passive[b]))
        one, two = one[good], two[good]
        turned = text[one] > text[two]
        yield np.where(turned, two, one), np.where(turned, one, two)
        low = high


def _ends(head: NDArray[np.bool_], size: int) -> I64:
    """Of each row, where the stretch that `head` begins ends."""
    first = np.flatnonzero(head)
    lengths = np.diff(np.append(first, size))
    out: I64 = np.repeat(first + lengths, lengths)
    return out


def _blocks(key: I64, size: int) -> U64:
    """A hash of every `size` keys in a row; of what holds a 0, one that no other has."""
    out = mixed(key.astype(np.uint64))
    done = 1
    while done < size:
        out = joined(out[:-done], out[done:]) if len(out) > done else out[:0]
        done *= 2
    missing = np.append(0, np.cumsum(key == 0))
    whole = missing[size : size + len(out)] == missing[: len(out)]
    full = np.arange(len(key), dtype=np.uint64)
    full[: len(out)][whole] = out[whole]
    return full


def _length(key: I64, blocks: list[U64], d: I64, s: I64) -> I64:
    """How many keys in a row are the same from each pair of rows."""
    size = np.zeros(len(d), np.int64)
    for step, hashes in zip((*_BLOCKS, 1), (*blocks, None), strict=True):
        active = np.arange(len(d))
        while len(active):
            a, b = d[active] + size[active], s[active] + size[active]
            same = (key[a] == key[b]) & (key[a] > 0) if hashes is None else hashes[a] == hashes[b]
            active = active[same]
            size[active] += step
    return size
