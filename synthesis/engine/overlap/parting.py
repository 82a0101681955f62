"""Passages divided where one side has words of its own: text set between two copied sentences is not copied.

Only the side of the draft divides. A passage that leaves out sentences of its source stays one; the same two texts
compared the other way round are then divided there, because what was left out is own text of the other one.
All places are counted characters, of the two texts in the order in which the fragment has them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.edges import grown_hull, whole_tokens
from synthesis.engine.overlap.fragments import Fragment, covers
from synthesis.engine.overlap.joining import union
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.prepared import SPACED_SEED, UNSPACED_SEED, PreparedText
from synthesis.engine.overlap.seeds import I64

OWN_WORDS = 16  # counted characters of a side's own words that a passage may contain in a row
_WORD = 1.5  # unspaced characters that an own word counts for
_SHARED = 3.0  # what a token found on the other side too takes off, against 1 for an own one
_SLIGHT = 4  # letters: a word this short is shared by chance
_PART = 7.0  # characters that a part's runs must cover: less than alone, because the other parts vouch for it
_STEP = 40  # characters of the other text between what belongs to one place in it
_PIECE = 5  # characters: a shorter run stands where it likes
_FAR = 240  # characters between two passages that may be one
_BRIDGE = 12  # own characters in a row that keep them apart
_COPIED = 0.6  # share of what lies between two passages that must be copied, when the source has more there
_CLAUSE = 5  # characters from an own stretch to the edge of a clause at which it really begins

Texts = tuple[PreparedText, PreparedText]
Stretch = tuple[int, int]


def parted(one: Fragment, texts: Texts, side: int, limit: int = OWN_WORDS) -> list[Fragment]:
    """The parts of a passage between stretches of more than `limit` own characters in `texts[side]`; 0 divides nothing.

    A stretch is own when no equal run and no similar sentence lies in it and less than a quarter of it stands in the
    passage's other side, where no run has used it up. Parts with too few equal characters to be a trace are dropped.
    """
    whole = scattered(one, texts, side) if limit else [one]
    return [part for piece in whole for part in _parted(piece, texts, side, limit)]


def _parted(one: Fragment, texts: Texts, side: int, limit: int) -> list[Fragment]:
    low, high = _span(one, side)
    if not limit or high - low - (one.covered_there if side else one.covered) <= limit:
        return [one]
    gaps = [gap for gap in _uncovered(one, side) if gap[1] - gap[0] > limit]
    if not gaps:
        return [one]
    known = _known(one, texts[1 - side], 1 - side)
    found = (_own_stretch(texts[side], gap, known, limit) for gap in gaps)
    own = [stretch for stretch in found if stretch]
    if not own:
        return [one]
    edges = [low, *(edge for stretch in own for edge in stretch), high]
    parts = (_part(one, texts, side, room) for room in zip(edges[::2], edges[1::2], strict=True) if room[0] < room[1])
    return [part for part in parts if part]


def bridged(found: list[Fragment], draft: PreparedText, texts: Sequence[PreparedText]) -> list[Fragment]:
    """Passages of one source that follow each other in both texts made one, when what lies between them is not own text
    of either side, a sentence changed too much to be found by itself; or when it was copied, too, from between their places."""
    out: list[Fragment] = []
    for one in sorted(found, key=lambda f: (f.source, f.d0, f.s0)):
        before = out[-1] if out else None
        if before and before.source == one.source and _follows(before, one):
            both = union(before, one)
            sides = (draft, texts[one.source])
            if _one(both, sides, ((before.d1, one.d0), (before.s1, one.s0))):
                out[-1] = both
                continue
        out.append(one)
    return out


def _follows(one: Fragment, two: Fragment) -> bool:
    gaps = two.d0 - one.d1, two.s0 - one.s1
    return min(gaps) >= 0 and max(gaps) <= _FAR


def _one(both: Fragment, texts: Texts, between: tuple[Stretch, Stretch]) -> bool:
    whole = [len(parted(both, texts, side, _BRIDGE)) == 1 for side in (0, 1)]
    if all(whole) or not any(whole):
        return all(whole)
    side = whole.index(True)
    return _copied((texts[side], texts[1 - side]), between[side], between[1 - side])


def _copied(texts: Texts, mine: Stretch, theirs: Stretch) -> bool:
    """Whether most of a stretch of the first text is made of grams of a stretch of the second."""
    (first, last), (low, high) = (whole_tokens(text, *at) for text, at in zip(texts, (mine, theirs), strict=True))
    covered = _covered(texts[0], first, last, texts[1].seeds[low:high])
    return bool(len(covered)) and float(covered.mean()) >= _COPIED


def _covered(text: PreparedText, first: int, last: int, seeds: U32) -> NDArray[np.bool_]:
    """Which of the tokens `first:last` lie in grams that are among `seeds`."""
    words = text.words[first:last] > 0
    covered = np.zeros(last - first, np.bool_)
    hits = _among(text.seeds[first:last], seeds).nonzero()[0]
    for step in range(UNSPACED_SEED):
        rows = hits[hits + step < last - first]
        covered[rows[(step < SPACED_SEED) | ~words[rows]] + step] = True
    return covered


def scattered(one: Fragment, texts: Texts, side: int) -> list[Fragment]:
    """The pieces of a passage that was put together from places far apart in the other text, not in their order there.

    Pieces follow each other in `texts[side]`; in the other text they lie apart and cover less than half of their hull.
    """
    at = 2 - 2 * side
    known = one.in_runs
    if len(one.similar):
        known += int((one.similar[:, at + 1] - one.similar[:, at]).sum())
    low, high = _span(one, 1 - side)
    if 2 * known > high - low:
        return [one]  # what lies in one place is more than half of it already
    items = np.concatenate(
        (np.column_stack((one.runs[:, :2], one.runs[:, :2] + one.runs[:, 2:])), one.similar[:, [0, 2, 1, 3]])
    )
    items = items[np.argsort(items[:, side], kind="stable")]
    pieces: list[list[int]] = []  # (low, high) of the dividing side, then of the other
    for row in items.tolist():
        low, high, there, end = row[side], row[2 + side], row[1 - side], row[3 - side]
        if pieces and (_beside(pieces[-1], there, end) or high - low < _PIECE):
            if _beside(pieces[-1], there, end):
                pieces[-1] = [
                    pieces[-1][0],
                    max(pieces[-1][1], high),
                    min(pieces[-1][2], there),
                    max(pieces[-1][3], end),
                ]
        else:
            pieces.append([low, high, there, end])
    backward = any(two[2] < one_[2] for one_, two in pairwise(pieces))
    span = max((piece[3] for piece in pieces), default=0) - min((piece[2] for piece in pieces), default=0)
    if not backward or 2 * sum(piece[3] - piece[2] for piece in pieces) > span:
        return [one]
    low, high = _span(one, side)
    edges = [low, *(_to_clause(texts[side], piece[0], low) for piece in pieces[1:]), high]
    parts = (_part(one, texts, side, room) for room in pairwise(edges) if room[0] < room[1])
    return [part for part in parts if part]


def _beside(piece: list[int], low: int, high: int) -> bool:
    return max(piece[2], low) - min(piece[3], high) <= _STEP


def _span(one: Fragment, side: int) -> Stretch:
    return (one.s0, one.s1) if side else (one.d0, one.d1)


def _stretches(one: Fragment, side: int) -> list[Stretch]:
    """What explains the passage, on one side: its runs, then its similar sentences."""
    runs = ((row[side], row[side] + row[2]) for row in one.rows)
    return [*runs, *zip(one.similar[:, 2 * side].tolist(), one.similar[:, 2 * side + 1].tolist(), strict=True)]


def _uncovered(one: Fragment, side: int) -> list[Stretch]:
    low, high = _span(one, side)
    out, done = [], low
    for start, stop in [*sorted(_stretches(one, side)), (high, high)]:
        if start > done:
            out.append((done, min(start, high)))
        done = max(done, stop)
    return out


def _known(one: Fragment, text: PreparedText, side: int) -> tuple[U32, U32]:
    """Features of a side's tokens that no run explains, what an edited stretch may have come from; and all its seeds,
    of which a repeated one is made."""
    low, high = whole_tokens(text, *_span(one, side))
    free = np.ones(high - low + 1, np.bool_)
    for start, stop in _stretches(one, side):
        first, last = np.searchsorted(text.first, np.array([start, stop], np.int32)).tolist()
        free[max(0, first - low) : max(0, last - low)] = False
    # A pair of characters belongs to both: it is free when one of them is.
    rows = (free[:-1] | free[1:]).nonzero()[0] + low
    return text.features[rows], text.seeds[low:high]


def _own_stretch(text: PreparedText, gap: Stretch, known: tuple[U32, U32], limit: int) -> Stretch | None:
    """The stretch of `gap` with the most own words (best sum, Kadane), when that is more than `limit`."""
    first, last = whole_tokens(text, *gap)
    words = text.words[first:last] > 0
    hit = _among(text.features[first:last], known[0])
    hit &= ~words | (np.diff(text.first[first : last + 1]) > _SLIGHT)
    hit[1:] |= hit[:-1] & ~words[:-1] & ~words[1:]  # the second character of a pair
    hit |= _covered(text, first, last, known[1])
    worth = np.where(words, _WORD, 1.0)
    total = np.append(0.0, np.cumsum(np.where(hit, -_SHARED * worth, worth)))
    gain = total - np.minimum.accumulate(total)
    stop = int(gain.argmax())
    if gain[stop] <= limit:
        return None
    start = int(total[: stop + 1].argmin())
    low, high = int(text.first[first + start]), int(text.first[first + stop])
    return _to_clause(text, low, gap[0]), _to_clause(text, high, gap[1])


def _among(values: U32, known: U32) -> NDArray[np.bool_]:
    """As `numpy.isin`, which takes ten times as long for a few hundred."""
    some = set(known.tolist())
    return np.fromiter((value in some for value in values.tolist()), np.bool_, len(values))


def _to_clause(text: PreparedText, at: int, limit: int) -> int:
    """The edge of a clause nearest to `at`, when it is near and not beyond `limit`: own words begin with a clause."""
    low, high = at - _CLAUSE, at + _CLAUSE + 1
    low, high = (max(low, limit), high) if limit <= at else (low, min(high, limit + 1))
    places = text.breaks[max(low, 0) : high].nonzero()[0] + max(low, 0)
    return int(places[np.abs(places - at).argmin()]) if len(places) else at


def _part(one: Fragment, texts: Texts, side: int, room: Stretch) -> Fragment | None:
    """What of the passage lies in `room` of the dividing side, with edges of its own."""
    runs = one.runs[_within(one.runs[:, side], one.runs[:, side] + one.runs[:, 2], room)]
    similar = one.similar[_within(one.similar[:, 2 * side], one.similar[:, 2 * side + 1], room)]
    if not len(similar) and not covers(texts[0], runs.tolist(), _PART):
        return None
    hulls = [row[[0, 1, 2, 3]] for row in similar]
    if len(runs):
        hulls.append(np.array(grown_hull(texts[0], texts[1], runs.tolist())))
    hull = np.stack(hulls)
    low, high = hull[:, ::2].min(0), hull[:, 1::2].max(0)
    low = np.maximum(low, [one.d0, one.s0])
    high = np.minimum(high, [one.d1, one.s1])
    low[side], high[side] = max(low[side], room[0]), min(high[side], room[1])
    d0, s0, d1, s1 = (int(v) for v in (*low, *high))
    return replace(one, d0=d0, d1=d1, s0=s0, s1=s1, runs=runs, similar=similar)


def _within(low: I64, high: I64, room: Stretch) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = (low < room[1]) & (high > room[0])
    return inside
