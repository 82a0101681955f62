"""What is equal, changed or moved inside one matched passage, character by character, for the side-by-side view."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from synthesis.engine.overlap.grams import gram_hashes
from synthesis.engine.overlap.normalise import U32, Normalised, normalise

Block = tuple[int, int, int]  # place in draft, place in source, length; counted characters

_ANCHORS = (8, 3)  # lengths of grams, unique on both sides, that pin the alignment, coarse first
_CELLS = 250_000  # product of the sizes of a stretch above which what has no anchor is called changed
_MOVED = 5  # counted characters from which an equal stretch out of order is called moved


@dataclass(frozen=True)
class DiffRun:
    """`kind`: `equal`, `changed` (either span may be empty), or `moved` (equal, but elsewhere in the source passage).

    `draft`, `source`: code points of the two texts, half-open. The draft spans of all runs follow each other without
    gap from 0 to the text's end; so do the source spans of all but the moved ones.
    """

    kind: str
    draft: tuple[int, int]
    source: tuple[int, int]


def diff_runs(draft_text: str, source_text: str) -> list[DiffRun]:
    """The runs of two passages, compared as counted characters: script, width, case and punctuation are no change."""
    draft, source = normalise(draft_text), normalise(source_text)
    blocks = _aligned(draft.codes, source.codes, 0, 0, 0)
    moved = _moved(draft.codes, source.codes, blocks)
    return _tiled(draft, source, blocks, moved)


def _aligned(a: U32, b: U32, at: int, there: int, level: int) -> list[Block]:
    """Monotone equal blocks: common ends, then unique grams that keep their order, then what lies between them."""
    head = _common(a, b)
    a, b = a[head:], b[head:]
    tail = _common(a[::-1], b[::-1])
    inner_a, inner_b = a[: len(a) - tail], b[: len(b) - tail]
    out: list[Block] = [(at, there, head)] if head else []
    at, there = at + head, there + head
    if len(inner_a) and len(inner_b):
        if level < len(_ANCHORS):
            done_a = done_b = 0
            for i, j in [*_anchors(inner_a, inner_b, _ANCHORS[level]), (len(inner_a), len(inner_b))]:
                if i < done_a or j < done_b:
                    continue
                out += _aligned(inner_a[done_a:i], inner_b[done_b:j], at + done_a, there + done_b, level + 1)
                size = _common(inner_a[i:], inner_b[j:])
                if size:
                    out.append((at + i, there + j, size))
                done_a, done_b = i + size, j + size
        elif len(inner_a) * len(inner_b) <= _CELLS:
            matcher = SequenceMatcher(None, inner_a.tolist(), inner_b.tolist(), autojunk=False)
            out += [(at + m.a, there + m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
    if tail:
        out.append((at + len(inner_a), there + len(inner_b), tail))
    return out


def _common(a: U32, b: U32) -> int:
    """Length of the common beginning."""
    size = min(len(a), len(b))
    differ = np.flatnonzero(a[:size] != b[:size])
    return int(differ[0]) if len(differ) else size


def _anchors(a: U32, b: U32, length: int) -> list[tuple[int, int]]:
    """Places of grams that are unique on both sides, in the longest order-keeping choice (patience)."""
    keys_a, at_a, count_a = np.unique(gram_hashes(a, length), return_index=True, return_counts=True)
    keys_b, at_b, count_b = np.unique(gram_hashes(b, length), return_index=True, return_counts=True)
    keys_a, at_a = keys_a[count_a == 1], at_a[count_a == 1]
    keys_b, at_b = keys_b[count_b == 1], at_b[count_b == 1]
    _, one, two = np.intersect1d(keys_a, keys_b, assume_unique=True, return_indices=True)
    pairs = sorted(zip(at_a[one].tolist(), at_b[two].tolist(), strict=True))
    ends: list[int] = []
    rows: list[int] = []
    before = [-1] * len(pairs)
    for row, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        before[row] = rows[place - 1] if place else -1
        if place == len(ends):
            ends.append(j)
            rows.append(row)
        else:
            ends[place], rows[place] = j, row
    chain: list[tuple[int, int]] = []
    row = rows[-1] if rows else -1
    while row >= 0:
        chain.append(pairs[row])
        row = before[row]
    return chain[::-1]


def _moved(a: U32, b: U32, blocks: list[Block]) -> list[Block]:
    """Stretches of the draft outside `blocks` that stand, equal, outside them in the source too: longest first found."""
    holes_a = _holes([(i, i + n) for i, _, n in blocks], len(a))
    holes_b = _holes([(j, j + n) for _, j, n in blocks], len(b))
    places: dict[int, list[int]] = {}
    for low, high in holes_b:
        for k, value in enumerate(gram_hashes(b[low:high], _MOVED).tolist()):
            places.setdefault(value, []).append(low + k)
    ends_b = dict(holes_b)
    lows_b = sorted(ends_b)
    out: list[Block] = []
    for low, high in holes_a:
        hashes = gram_hashes(a[low:high], _MOVED).tolist()
        i = 0
        while i < len(hashes):
            best: Block = (0, 0, 0)
            for j in places.get(hashes[i], [])[:8]:
                stop = ends_b[lows_b[bisect_left(lows_b, j + 1) - 1]]
                best = max(best, (low + i, j, _common(a[low + i : high], b[j:stop])), key=lambda block: block[2])
            if best[2] >= _MOVED:
                out.append(best)
            i += max(1, best[2])
    return out


def _holes(spans: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    out, done = [], 0
    for low, high in [*spans, (size, size)]:
        if low > done:
            out.append((done, low))
        done = max(done, high)
    return out


def _tiled(draft: Normalised, source: Normalised, blocks: list[Block], moved: list[Block]) -> list[DiffRun]:
    """Blocks in counted characters as runs in code points; every run ends where the next begins."""
    start_d, start_s = [*draft.start.tolist(), draft.length], [*source.start.tolist(), source.length]
    runs: list[DiffRun] = []
    done_d = done_s = 0  # counted characters
    for i, j, size in [*blocks, (len(draft), len(source), 0)]:
        if i > done_d or j > done_s:
            runs += _changed(start_d, start_s, (done_d, i), (done_s, j), [m for m in moved if done_d <= m[0] < i])
        if size:
            runs.append(DiffRun("equal", (start_d[i], start_d[i + size]), (start_s[j], start_s[j + size])))
        done_d, done_s = i + size, j + size
    if not runs:
        return [DiffRun("changed", (0, draft.length), (0, source.length))] if draft.length or source.length else []
    first = runs[0]  # marks before the first counted character belong to the first run
    runs[0] = DiffRun(
        first.kind, (0, first.draft[1]), (0 if first.kind != "moved" else first.source[0], first.source[1])
    )
    return runs


def _changed(
    start_d: list[int], start_s: list[int], mine: tuple[int, int], theirs: tuple[int, int], moved: list[Block]
) -> list[DiffRun]:
    """A stretch without counterpart, divided by what in it was moved from elsewhere."""
    runs: list[DiffRun] = []
    place, there = mine[0], (start_s[theirs[0]], start_s[theirs[1]])
    pieces: list[tuple[str, int, int, tuple[int, int]]] = []
    for i, j, size in moved:
        if i > place:
            pieces.append(("changed", place, i, (there[1], there[1])))
        pieces.append(("moved", i, i + size, (start_s[j], start_s[j + size])))
        place = i + size
    if place < mine[1] or not any(kind == "changed" for kind, *_ in pieces):
        pieces.append(("changed", place, mine[1], (there[1], there[1])))
    first = next(k for k, piece in enumerate(pieces) if piece[0] == "changed")
    for k, (kind, low, high, span) in enumerate(pieces):
        runs.append(DiffRun(kind, (start_d[low], start_d[high]), there if k == first else span))
    return [run for run in runs if run.draft[0] < run.draft[1] or run.source[0] < run.source[1]]
