"""Texts side by side, for what is looked at closely: all of few texts, or those of a library that share something."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from synthesis.engine.overlap.clusters import Clusters
from synthesis.engine.overlap.grams import heads, sorting_order
from synthesis.engine.overlap.library import Library
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.seeds import FAR, I64


class Corpus:
    """Sources side by side in one row of token places and one row of character places.

    `token_at[i]`, `char_at[i]`: where source i begins; places of different sources are further apart than any gap.
    """

    def __init__(self, texts: Sequence[PreparedText]) -> None:
        self.texts = list(texts)
        sizes = np.array([len(t.tokens) for t in self.texts], np.int64)
        self.row = np.append(0, np.cumsum(sizes))
        self.token_at: I64 = self.row[:-1] + FAR * np.arange(len(sizes), dtype=np.int64)
        chars = np.array([len(t.codes) for t in self.texts], np.int64)
        self.char_row = np.append(0, np.cumsum(chars))
        self.codes: U32 = np.concatenate([t.codes for t in self.texts]) if self.texts else np.zeros(0, np.uint32)

    @functools.cached_property
    def library(self) -> Library:
        """The same texts, to be asked for seed pairs."""
        seeds = [t.seeds for t in self.texts]
        return Library(self.texts, seeds, flat=np.concatenate(seeds) if seeds else np.zeros(0, np.uint32))

    def chars_of(self, source: I64, places: I64) -> I64:
        """The row of the first character of each token place, given its source."""
        out = np.empty(len(places), np.int64)
        order = sorting_order(source)
        edges = [*heads(source[order]).tolist(), len(source)]
        for low, high in pairwise(edges):
            rows = order[low:high]
            one = int(source[rows[0]])
            out[rows] = self.texts[one].first[places[rows] - self.token_at[one]]
        out += self.char_row[source]
        return out

    def source_of(self, places: I64) -> I64:
        """The number of the source of each token place."""
        return np.searchsorted(self.token_at, places, "right") - 1


def moved(clusters: Clusters, library: Library, numbers: Sequence[int], corpus: Corpus) -> Clusters:
    """The strong clusters with their places in `corpus`, which holds the texts `numbers` (ascending) of the library."""
    keep = np.flatnonzero(clusters.strong[clusters.label])
    pairs = clusters.pairs.only(keep)
    source = library.source_of(pairs.s)
    there = np.searchsorted(np.array(numbers, np.int64), source)
    s = pairs.s - library.token_at[source] + corpus.token_at[there]
    return Clusters(replace(pairs, s=s), clusters.label[keep], clusters.strong)
