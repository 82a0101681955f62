"""Fragments as the matches of a report: spans in code points, kind, similarity, longest run, equal stretches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.judge import Surroundings, kind_of
from synthesis.engine.overlap.normalise import SCRIPT, U8, WIDTH
from synthesis.engine.overlap.prepared import PreparedText
from synthesis.engine.overlap.result import Match, Span
from synthesis.engine.overlap.runs import CUSTOMARY_RUN
from synthesis.engine.overlap.spans import SpanPairs

_CONVERTED = 0.05  # difference in the share of folded characters that makes a match a converted one
_AT_ONCE = 2_000_000  # counted characters that are hashed at a time


def described(
    around: Surroundings, texts: Sequence[PreparedText], names: Sequence[str], fragments: Sequence[Fragment]
) -> list[Match]:
    """The match that each fragment is."""
    out: list[Match] = []
    first, held = 0, 0
    for i, one in enumerate(fragments):
        if held > _AT_ONCE:
            out += _described(around, texts, names, fragments[first:i])
            first, held = i, 0
        held += one.d1 - one.d0 + one.s1 - one.s0
    return out + _described(around, texts, names, fragments[first:])


def _described(
    around: Surroundings, texts: Sequence[PreparedText], names: Sequence[str], fragments: Sequence[Fragment]
) -> list[Match]:
    draft = around.text
    sides = [(draft.codes[f.d0 : f.d1], texts[f.source].codes[f.s0 : f.s1]) for f in fragments]
    equal = [one.tobytes() == other.tobytes() for one, other in sides]
    rest = [i for i, same in enumerate(equal) if not same]
    pairs = SpanPairs([sides[i][0] for i in rest], [sides[i][1] for i in rest])
    runs, stretches = pairs.runs([fragments[i].longest for i in rest], CUSTOMARY_RUN)
    similar = pairs.similarities()
    number = {i: n for n, i in enumerate(rest)}
    out = []
    for i, one in enumerate(fragments):
        n, size = number.get(i), one.d1 - one.d0
        run = size if n is None else runs[n]
        found = ([(0, size)] if size >= CUSTOMARY_RUN else []) if n is None else stretches[n]
        alike = 1.0 if n is None else similar[n]
        out.append(_match(around, texts[one.source], names[one.source], one, run, alike, found))
    return out


def _match(
    around: Surroundings,
    source: PreparedText,
    name: str,
    one: Fragment,
    run: int,
    similarity: float,
    found: list[tuple[int, int]],
) -> Match:
    """`run`, `similarity`, `found`: its longest run, and so on, as `SpanPairs` gives them."""
    draft = around.text
    both = bool(draft.places[2][one.d1 - 1] and source.places[2][one.s1 - 1])
    same = [_narrowed(draft, one.d0 + low, one.d0 + high) for low, high in found]
    return Match(
        draft=span(draft, one.d0, one.d1, closed=both),
        name=name,
        number=one.source,
        span=span(source, one.s0, one.s1, closed=both),
        kind=kind_of(around, one, equal=run == one.d1 - one.d0 == one.s1 - one.s0),
        similarity=round(similarity, 4),
        longest_run=run,
        converted=_converted(draft.folded[one.d0 : one.d1], source.folded[one.s0 : one.s1]),
        same=[span(draft, low, high, closed=False) for low, high in same if low < high],
    )


def _converted(one: U8, two: U8) -> bool:
    """Whether script or width was folded clearly more often on one side than on the other."""
    if not (one.tobytes().strip(b"\0") or two.tobytes().strip(b"\0")):  # as `any`, in a third of the time
        return False
    return any(
        abs(np.count_nonzero(one & bit) / len(one) - np.count_nonzero(two & bit) / len(two)) > _CONVERTED
        for bit in (SCRIPT, WIDTH)
    )


def span(text: PreparedText, low: int, high: int, *, closed: bool) -> Span:
    """Code points of counted characters `low:high`, with the closing marks after them when both sides have some."""
    start, end, tail = text.places
    return start[low], end[high - 1] + (tail[high - 1] if closed else 0)


def _narrowed(text: PreparedText, low: int, high: int) -> tuple[int, int]:
    """The code points that lie in characters `low:high` as a whole."""
    if not text.several:
        return low, high
    start = text.places[0]
    while low < high and low and start[low - 1] == start[low]:
        low += 1
    while low < high < len(start) and start[high] == start[high - 1]:
        high -= 1
    return low, high
