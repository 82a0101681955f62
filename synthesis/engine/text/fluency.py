"""How much a run of characters reads like Chinese, by the bundled tables alone."""

from __future__ import annotations

import math
from functools import lru_cache

from synthesis.engine.text.script import to_simplified
from synthesis.engine.text.wordmodel import WordModel

#: So much of a run tells whether it is text.
_ENOUGH = 60


def likelihood(text: str) -> float:
    """ln P of `text`, of either script. Linear in its length."""
    return _model().score(to_simplified(text))


def mean_likelihood(text: str) -> float:
    """Mean ln P of a character at the beginning of `text`; minus infinity for an empty one."""
    begun = text[:_ENOUGH]
    return likelihood(begun) / len(begun) if begun else -math.inf


@lru_cache(maxsize=1)
def _model() -> WordModel:
    return WordModel([])
