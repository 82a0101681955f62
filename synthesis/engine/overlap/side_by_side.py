"""Texts end to end: one row of counted characters and one of tokens, in which every text is a stretch."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.normalise import U8, U32
from synthesis.engine.overlap.prepared import SENTENCE, PreparedText
from synthesis.engine.overlap.seeds import I64

UNSPACED_WORTH, SPACED_WORTH = 10, 13  # tenths of a character that a token counts for


class SideBySide:
    """`char_row[n]`, `token_row[n]`: where text n begins; `first[t]`: the character at which token t begins, with the end
    of the last one. `sentences`: the tokens at which a sentence begins, with the end, ascending."""

    def __init__(self, texts: Sequence[PreparedText]) -> None:
        none = np.zeros(0, np.int64)
        chars, tokens = (np.array([len(getattr(t, name)) for t in texts], np.int64) for name in ("codes", "tokens"))
        self.char_row: I64 = np.append(0, np.cumsum(chars))
        self.token_row: I64 = np.append(0, np.cumsum(tokens))
        self.codes: U32 = _joined([t.codes for t in texts], np.uint32)
        self.tokens: U32 = _joined([t.tokens for t in texts], np.uint32)
        self.words: U8 = _joined([t.words for t in texts], np.uint8)
        starts = [t.first[:-1] + at for t, at in zip(texts, self.char_row.tolist(), strict=False)]
        self.first: I64 = np.append(np.concatenate(starts) if starts else none, self.char_row[-1])
        begins = [
            np.flatnonzero(t.breaks[t.first] == SENTENCE) + at
            for t, at in zip(texts, self.token_row.tolist(), strict=False)
        ]
        self.sentences: I64 = np.unique(np.concatenate(begins)) if begins else none

    @functools.cached_property
    def worth(self) -> I64:
        """What all tokens before each one count for, in tenths of a character."""
        return np.append(0, np.cumsum(np.where(self.words > 0, SPACED_WORTH, UNSPACED_WORTH)))

    @functools.cached_property
    def words_before(self) -> I64:
        """How many words there are before each token."""
        return np.append(0, np.cumsum(self.words, dtype=np.int64))

    def whole_tokens(self, low: I64, high: I64) -> tuple[I64, I64]:
        """As `edges.whole_tokens`, of many stretches."""
        first = np.searchsorted(self.first, low)
        last = np.searchsorted(self.first, high, "right") - 1
        return np.where(first < last, first, last), np.where(first < last, last, first)


def _joined(parts: list[NDArray], kind: type) -> NDArray:  # type: ignore[type-arg]
    return np.concatenate(parts) if parts else np.zeros(0, kind)
