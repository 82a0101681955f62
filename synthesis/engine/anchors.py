"""Finding a quoted passage again in a text that has changed. An answer is never silently wrong: it has a state and a score."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

State = Literal["exact", "moved", "fuzzy", "orphan"]

#: Code points of context kept on each side of a quote.
CONTEXT = 32
#: Below this similarity a passage is not the quote any more.
LEAST_SCORE = 0.7
_SEED = 6
_MOST_SEEDS = 64
_MOST_PLACES = 400
_MOST_CANDIDATES = 40


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


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "", hint: int = 0) -> Anchor:
    """The best place for `quote` in `text`; `hint` is where it used to start.

    exact: unchanged at `hint`. moved: unchanged elsewhere, the occurrence with the most similar context, then the
    nearest. fuzzy: the most similar passage, `score` = 2M/T of its matching characters. orphan: nothing similar enough.
    """
    if not quote:
        return Anchor("orphan", 0, 0, 0.0)
    places = occurrences(text, quote)
    if hint in places or text.startswith(quote, hint):
        rivals = [p for p in places if p != hint]
        here = context_score(text, hint, hint + len(quote), prefix, suffix)
        # The same words may have been inserted just where they once stood: then the context speaks.
        if not (prefix or suffix) or not any(
            context_score(text, p, p + len(quote), prefix, suffix) > here + 0.3 for p in rivals
        ):
            return Anchor("exact", hint, hint + len(quote), 1.0)
    if places:
        best = max(
            places,
            key=lambda p: (round(context_score(text, p, p + len(quote), prefix, suffix), 3), -abs(p - hint)),
        )
        return Anchor("moved", best, best + len(quote), 1.0)
    return _fuzzy(text, quote, prefix, suffix, hint)


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


def _fuzzy(text: str, quote: str, prefix: str, suffix: str, hint: int) -> Anchor:
    best = Anchor("orphan", 0, 0, 0.0)
    best_rank = (0.0, 0.0, 0.0)
    for start in _candidates(text, quote, prefix, suffix, hint):
        anchor = fitted(text, quote, start)
        around = context_score(text, anchor.start, anchor.end, prefix, suffix)
        rank = (round(anchor.score, 2), around, -abs(anchor.start - hint) / (len(text) + 1))
        if anchor.score >= LEAST_SCORE and rank > best_rank:
            best, best_rank = anchor, rank
    return best


def _candidates(text: str, quote: str, prefix: str, suffix: str, hint: int) -> list[int]:
    """Where the quote may start: told by its unchanged pieces, by its context, and by the old place."""
    votes: dict[int, int] = {}
    step = max(1, (len(quote) - _SEED) // _MOST_SEEDS + 1)
    bucket = max(4, len(quote) // 8)
    for offset in range(0, max(1, len(quote) - _SEED + 1), step):
        seed = quote[offset : offset + _SEED]
        at = text.find(seed)
        hits = 0
        while at >= 0 and hits < _MOST_CANDIDATES:
            key = max(0, at - offset) // bucket
            votes[key] = votes.get(key, 0) + 1
            hits += 1
            at = text.find(seed, at + 1)
    ranked = sorted(votes, key=lambda k: (-votes[k], abs(k * bucket - hint)))[:_MOST_CANDIDATES]
    starts = [k * bucket for k in ranked]
    if prefix and (at := text.find(prefix)) >= 0:
        starts.append(at + len(prefix))
    if suffix and (at := text.find(suffix)) >= 0:
        starts.append(max(0, at - len(quote)))
    if hint <= len(text):
        starts.append(hint)
    return list(dict.fromkeys(starts))


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
