"""Fragments of one source that belong together, made one. All places are counted characters."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import numpy as np

from synthesis.engine.overlap.fragments import Fragment
from synthesis.engine.overlap.prepared import PreparedText

NEAR, FAR = 12, 220  # characters between fragments on one side, and on the other

_BEGIN = {"d": attrgetter("d0"), "s": attrgetter("s0")}


def joined_fragments(fragments: list[Fragment], spread: float = 1.0, far: int = FAR) -> list[Fragment]:
    """Fragments of one source that follow each other closely on one side and not too far on the other, made one:
    an excerpt that leaves out a sentence, or an insertion of one. Order-free; repeated until nothing changes.

    `spread`: how much longer than in unspaced writing what lies between them may be (`spread_of`). `far`: characters
    between them on the other side, all of which become part of the one: for passages that nothing divides again, few."""
    near, far = int(NEAR * spread), int(far * spread)
    groups: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        groups.setdefault(fragment.source, []).append(fragment)
    out: list[Fragment] = []
    for group in groups.values():
        for side in ("d", "s", "d", "s"):
            group.sort(key=_BEGIN[side])
            merged = group[:1]
            for one in group[1:]:
                if _belong(merged[-1], one, near, far):
                    merged[-1] = union(merged[-1], one)
                else:
                    merged.append(one)
            group = merged
        out += group
    return out


def spread_of(*texts: PreparedText) -> float:
    """How many characters of the texts say as much as one of unspaced writing: half of the letters of the average word."""
    letters, words = sum(len(text.codes) for text in texts), sum(len(text.tokens) for text in texts)
    return max(1.0, letters / (2 * max(words, 1)))


def _belong(one: Fragment, two: Fragment, near: int, far: int) -> bool:
    gap_d = max(one.d0, two.d0) - min(one.d1, two.d1)
    if gap_d > far:
        return False
    gap_s = max(one.s0, two.s0) - min(one.s1, two.s1)
    if gap_s > far:
        return False
    if max(gap_d, gap_s) <= 0:
        return True
    size = min(one.d1 - one.d0, two.d1 - two.d0, one.s1 - one.s0, two.s1 - two.s0)
    close, wide = min(gap_d, gap_s), max(gap_d, gap_s)
    # The same place twice on one side is a repetition, not a neighbour; of similar wording, whose place is that of whole
    # clauses, it may be what stands beside it.
    repeated = close <= -size // 2 and not (len(one.similar) or len(two.similar))
    return not repeated and close <= near and wide <= min(far, 8 * size)


def union(one: Fragment, two: Fragment) -> Fragment:
    """Two fragments of one source as one, with all between them."""
    return replace(
        one,
        d0=min(one.d0, two.d0),
        d1=max(one.d1, two.d1),
        s0=min(one.s0, two.s0),
        s1=max(one.s1, two.s1),
        runs=np.concatenate((one.runs, two.runs)),
        similar=np.concatenate((one.similar, two.similar)),
    )
