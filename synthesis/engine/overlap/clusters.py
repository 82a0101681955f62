"""Seed pairs gathered into clusters: near each other in the draft and in one source, whatever their order.

Two seeds belong together when a chain of steps no longer than the gap joins them on both sides. That relation does
not depend on which text is called the draft, so a comparison the other way round gives the same clusters.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.grams import sorting_order
from synthesis.engine.overlap.groups import furthest
from synthesis.engine.overlap.seeds import F32, I64, SeedPairs

_SIZE = 4  # tokens a seed covers


@dataclass(frozen=True)
class ClusterRules:
    """`gap`, `narrowest`: longest step between seeds, at first and at last, in tokens; `density`: least share of a
    cluster's hull that seeds cover, on both sides; `evidence`: least weighted tokens; `run`: equal tokens in a row that
    are enough without other evidence."""

    gap: int = 30
    narrowest: int = 5
    density: float = 0.35
    evidence: float = 14.0
    run: int = 13


@dataclass(frozen=True)
class Clusters:
    """`label[i]` numbers the cluster of pair i from 0, in no order; `strong[c]`: accepted as it is."""

    pairs: SeedPairs
    label: I64
    strong: NDArray[np.bool_]


def _order(label: I64, place: I64) -> I64:
    """Row numbers sorted by (label, place). Rows are in order of `s`, so often by place already."""
    return sorting_order(label) if bool((place[1:] >= place[:-1]).all()) else sorting_order(label, place)


def _split(pairs: SeedPairs, label: I64, side: str, gap: int) -> tuple[I64, I64, int]:
    """Divide clusters where neighbouring places are more than `gap` apart: labels, the order that sorts by them and by
    place, and how many there are."""
    place: I64 = getattr(pairs, side)
    order = _order(label, place)
    at, lab = place[order], label[order]
    last = at if pairs.size is None else furthest(lab, at + pairs.size[order] - 1)
    edges = ((at[1:] - last[:-1] > gap) | (lab[1:] != lab[:-1])).nonzero()[0] + 1
    bounds = np.concatenate(([0], edges, [len(label)]))
    out = np.empty(len(label), np.int64)
    out[order] = np.arange(len(edges) + 1).repeat(bounds[1:] - bounds[:-1])
    return out, order, len(edges) + 1


def _evidence(label: I64, place: I64, weight: F32, count: int, order: I64) -> tuple[F32, F32, I64]:
    """Per cluster: weighted covered tokens, covered tokens, tokens of the hull. `order`: by label and place."""
    lab, at = label[order], place[order]
    step = np.full(len(at), _SIZE, np.int64)
    inner = lab[1:] == lab[:-1]
    np.minimum(step[:-1], at[1:] - at[:-1], out=step[:-1], where=inner)
    weighted = np.bincount(lab, weight[order] * step, count).astype(np.float32)
    covered = np.bincount(lab, step, count).astype(np.float32)
    edges = np.append(True, ~inner).nonzero()[0]
    hull = np.zeros(count, np.int64)
    hull[lab[edges]] = at[np.append(edges[1:] - 1, len(at) - 1)] - at[edges] + _SIZE
    return weighted, covered, hull


def _evidence_of_runs(pairs: SeedPairs, label: I64, place: I64, count: int, order: I64) -> tuple[F32, F32, I64]:
    """As `_evidence`, of seeds in a row: what each run adds to those before it, and the tokens after its last seed as far
    as no other begins."""
    assert pairs.size is not None
    assert pairs.worth is not None
    assert pairs.begin is not None
    lab, at, size = label[order], place[order], pairs.size[order]
    stop = at + size
    reach = furthest(lab, stop)
    inner = lab[1:] == lab[:-1]
    low = at.copy()
    np.maximum(at[1:], reach[:-1], out=low[1:], where=inner)
    np.minimum(low, stop, out=low)
    after = np.full(len(at), _SIZE - 1, np.int64)
    np.minimum(np.maximum(at[1:] - reach[:-1], 0), _SIZE - 1, out=after[:-1], where=inner)
    # The last seed so far is that of the run that reaches furthest.
    end = pairs.begin[order] + size
    ends = end[np.maximum.accumulate(np.where(stop == reach, np.arange(len(at)), 0))]
    last = pairs.worth[ends] - pairs.worth[ends - 1]
    added = pairs.worth[end] - pairs.worth[end - (stop - low)]
    weighted = np.bincount(lab, added + after * last, count).astype(np.float32)
    covered = np.bincount(lab, stop - low + after, count).astype(np.float32)
    first, last = np.zeros((2, count), np.int64)
    first[lab[::-1]] = at[::-1]  # what is put into one place last stays there
    last[lab] = reach
    hull = last - first + _SIZE - 1
    return weighted, covered, hull


def _longest_runs(pairs: SeedPairs, label: I64, count: int) -> I64:
    """Per cluster: tokens of its longest row of seeds on one diagonal."""
    longest = np.zeros(count, np.int64)
    if pairs.size is not None:
        np.maximum.at(longest, label, pairs.size + _SIZE - 1)
        return longest
    if not len(label):
        return longest
    diagonal = pairs.s - pairs.d
    order = sorting_order(label, diagonal)  # of one diagonal those of lower `s`, and so of lower `d`, come first
    d, g, lab = pairs.d[order], diagonal[order], label[order]
    new = ((d[1:] - d[:-1] != 1) | (g[1:] != g[:-1]) | (lab[1:] != lab[:-1])).nonzero()[0] + 1
    edges = np.concatenate(([0], new, [len(d)]))
    np.maximum.at(longest, lab[edges[:-1]], np.diff(edges) + _SIZE - 1)
    return longest


def _keep(pairs: SeedPairs, label: I64, good: NDArray[np.bool_]) -> tuple[SeedPairs, I64]:
    if good.all():
        return pairs, label
    keep = good[label].nonzero()[0]
    return pairs.only(keep), (good.cumsum() - 1)[label[keep]]


def _possible(pairs: SeedPairs, label: I64, rules: ClusterRules) -> NDArray[np.bool_]:
    """Clusters that could still pass: an upper bound of their evidence, or seeds enough for a long run."""
    size = np.bincount(label, pairs.size)
    bound: NDArray[np.bool_] = (np.bincount(label, pairs.weight) * _SIZE >= rules.evidence) | (size > rules.run - _SIZE)
    return bound


def _connected(pairs: SeedPairs, label: I64, gap: int, rules: ClusterRules) -> tuple[SeedPairs, I64, dict[str, I64]]:
    """The coarsest clusters connected on both sides; those that cannot pass are dropped on the way. And the order that sorts
    by label and place of a side, as far as it is known."""
    count, settled = int(label.max(initial=-1)) + 1, 0
    orders = dict[str, I64]()
    for side in itertools.cycle("ds"):  # the first split was by "s"
        label, orders[side], parts = _split(pairs, label, side, gap)
        # Divided by one side, they need no other look at that side until the other one has divided them.
        if parts > count:
            settled, orders = 1, {side: orders[side]}
        else:
            settled += 1
        possible = _possible(pairs, label, rules)
        count = int(np.count_nonzero(possible))
        if count < parts:
            pairs, label = _keep(pairs, label, possible)
            orders = {}
        if not count or settled == 2:
            return pairs, label, orders
    raise AssertionError("a cycle has no end")


def find_clusters(pairs: SeedPairs, rules: ClusterRules) -> Clusters:
    """Clusters, and which of them pass; a cluster too thin is divided at smaller gaps until its parts pass or end."""
    pairs, label = _first_split(pairs, rules)
    done: list[tuple[SeedPairs, I64, NDArray[np.bool_]]] = []
    gap = rules.gap
    while len(label):
        pairs, label, orders = _connected(pairs, label, gap, rules)
        if not len(label):
            break
        strong, dense = _judged(pairs, label, rules, orders)
        last = gap <= rules.narrowest
        finished = np.ones(len(dense), np.bool_) if last else dense
        settled = _keep(pairs, label, finished)
        done.append((*settled, (strong & dense)[finished]))
        pairs, label = _keep(pairs, label, ~finished)
        gap = max(rules.narrowest, gap * 2 // 3)
    return _gathered(done)


def _first_split(pairs: SeedPairs, rules: ClusterRules) -> tuple[SeedPairs, I64]:
    """By the source side alone, which is in order already: nothing to sort, and many chance seeds are gone."""
    last = pairs.s if pairs.size is None else np.maximum.accumulate(pairs.s + pairs.size - 1)
    label = np.append(0, np.cumsum(pairs.s[1:] - last[:-1] > rules.gap)) if len(pairs.s) else np.zeros(0, np.int64)
    return _keep(pairs, label, _possible(pairs, label, rules)) if len(label) else (pairs, label)


def _judged(
    pairs: SeedPairs, label: I64, rules: ClusterRules, orders: dict[str, I64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    count, sides = int(label.max()) + 1, []
    for side, place in (("d", pairs.d), ("s", pairs.s)):
        order = orders[side] if side in orders else _order(label, place)
        if pairs.size is None:
            sides.append(_evidence(label, place, pairs.weight, count, order))
        else:
            sides.append(_evidence_of_runs(pairs, label, place, count, order))
    weighted = np.minimum(sides[0][0], sides[1][0])
    dense = np.minimum(*(covered / hull for _, covered, hull in sides)) >= rules.density
    enough = weighted >= rules.evidence
    rest = (~enough[label]).nonzero()[0]
    enough |= _longest_runs(pairs.only(rest), label[rest], count) >= rules.run
    return enough, dense


def _gathered(done: list[tuple[SeedPairs, I64, NDArray[np.bool_]]]) -> Clusters:
    if not done:
        none = np.zeros(0, np.int64)
        return Clusters(SeedPairs(none, none, np.zeros(0, np.float32)), none, np.zeros(0, np.bool_))
    shift = np.cumsum([0] + [len(strong) for _, _, strong in done])
    d, s, weight = (np.concatenate([getattr(p, side) for p, _, _ in done]) for side in ("d", "s", "weight"))
    size, begin = (
        None if done[0][0].size is None else np.concatenate([getattr(p, name) for p, _, _ in done])
        for name in ("size", "begin")
    )
    pairs = SeedPairs(d, s, weight, size, done[0][0].worth, begin)
    label = np.concatenate([lab + at for (_, lab, _), at in zip(done, shift[:-1].tolist(), strict=True)])
    return Clusters(pairs, label, np.concatenate([strong for _, _, strong in done]))
