"""Where a quoted passage may stand in a text that has changed, and how alike it is; which place it is, `reanchoring` decides."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

State = Literal["exact", "moved", "fuzzy", "orphan"]

#: Code points of context kept on each side of a quote.
CONTEXT = 32
#: Below this similarity a passage is not the quote any more.
LEAST_SCORE = 0.7
_MOST_PLACES = 400


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote is now: `text[start:end]`, half-open code points; both 0 for an orphan. `score` in [0, 1]."""

    state: State
    start: int
    end: int
    score: float


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Up to 32 code points before and after `text[start:end]`. Raises ValueError when the span is not inside."""
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"span [{start}, {end}) is not inside a text of {len(text)} characters")
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def occurrences(text: str, quote: str) -> list[int]:
    """Where `quote` begins in `text`, in order; of very many only the first 400."""
    places: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def context_score(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    """How much of the remembered context stands next to the place: mean share of equal characters, near ones first."""
    shares = []
    if prefix:
        before = text[max(0, start - len(prefix)) : start]
        shares.append(_equal_run(prefix[::-1], before[::-1]) / len(prefix))
    if suffix:
        shares.append(_equal_run(suffix, text[end : end + len(suffix)]) / len(suffix))
    return sum(shares) / len(shares) if shares else 0.0


def _equal_run(a: str, b: str) -> int:
    run = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        run += 1
    return run


def fitted(text: str, quote: str, start: int) -> Anchor:
    """The passage around `start` that matches the quote best, from its first to its last matching piece: fuzzy with its
    score, however low, or an orphan when no character matches."""
    margin = max(8, len(quote) // 3)
    low = max(0, start - margin)
    window = text[low : start + len(quote) + margin]
    blocks = SequenceMatcher(None, window, quote, autojunk=False).get_matching_blocks()
    kept = [b for b in blocks if b.size >= 2] or [b for b in blocks if b.size]
    if not kept:
        return Anchor("orphan", 0, 0, 0.0)
    # What is missing at the quote's ends was replaced by about as much text.
    first = max(0, kept[0].a - kept[0].b)
    last = min(len(window), kept[-1].a + kept[-1].size + len(quote) - kept[-1].b - kept[-1].size)
    passage = window[first:last]
    whole = SequenceMatcher(None, passage, quote, autojunk=False).ratio()
    tight = window[kept[0].a : kept[-1].a + kept[-1].size]
    tight_score = SequenceMatcher(None, tight, quote, autojunk=False).ratio()
    if tight_score >= whole:
        return Anchor("fuzzy", low + kept[0].a, low + kept[-1].a + kept[-1].size, tight_score)
    return Anchor("fuzzy", low + first, low + last, whole)
