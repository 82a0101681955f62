"""Excerpts grouped by what they talk about: character-pair tf-idf, average linkage, cosine.

Deterministic; ties go to the earlier excerpt. Not for choosing what is written; see `plan`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def grams_of(text: str, language: str) -> Counter[str]:
    """Terms of a text: pairs of Han characters within a clause, words of Latin script."""
    if language == "zh":
        plain = "".join(c if "\u3400" <= c <= "\u9fff" else " " for c in text)
        pairs = Counter(p[i : i + 2] for p in plain.split() for i in range(len(p) - 1))
    else:
        pairs = Counter()
    words = "".join(c.lower() if c.isascii() and c.isalpha() else " " for c in text).split()
    pairs.update(_stem(w) for w in words if len(w) > 2 and w not in _STOP)
    return pairs


_STOP = frozenset(
    "the and for with that this from are was were has have had been its their which into than more also can will not but such these those other over under between per may most many".split()
)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def tf_idf(texts: Sequence[str], language: str) -> Matrix:
    """One unit-length row per text; 1 + log tf, smoothed idf over `texts`. A text without terms is a zero row."""
    bags = [grams_of(t, language) for t in texts]
    vocabulary = {g: i for i, g in enumerate(sorted({g for bag in bags for g in bag}))}
    known = Counter(g for bag in bags for g in bag)
    rows = np.zeros((len(texts), max(1, len(vocabulary))))
    for r, bag in enumerate(bags):
        for gram, count in bag.items():
            rows[r, vocabulary[gram]] = (1 + math.log(count)) * (1 + math.log((1 + len(texts)) / (1 + known[gram])))
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms == 0, 1, norms)


def average_linkage(rows: Matrix, groups: int, *, largest: int | None = None) -> list[list[int]]:
    """`rows` in at most `groups` clusters of at most `largest` members, by the highest mean cosine, ordered by first
    member. A cluster may pass `largest` only when nothing else is left to merge."""
    members = [[i] for i in range(len(rows))]
    near = rows @ rows.T
    np.fill_diagonal(near, -np.inf)
    sizes = np.ones(len(rows))
    for _ in range(len(rows) - max(1, groups)):
        allowed = near
        if largest:
            fits = sizes[:, None] + sizes[None, :] <= largest
            allowed = np.where(fits, near, -np.inf) if np.isfinite(np.where(fits, near, -np.inf)).any() else near
        i, j = sorted(divmod(int(np.argmax(np.round(allowed, 12))), len(rows)))
        if not np.isfinite(near[i, j]):
            break
        # The mean over all pairs of the merged cluster is the mean of the two, weighted by their sizes.
        merged = (sizes[i] * near[i] + sizes[j] * near[j]) / (sizes[i] + sizes[j])
        near[i, :] = near[:, i] = merged
        near[j, :] = near[:, j] = near[i, i] = -np.inf
        sizes[i] += sizes[j]
        sizes[j] = np.inf
        members[i] += members[j]
        members[j] = []
    return sorted((sorted(m) for m in members if m), key=lambda c: c[0])
