"""Seed pairs gathered into clusters: near each other in the draft and in one source, whatever their order.

Two seeds belong together when a chain of steps no longer than the gap joins them on both sides. That relation does
not depend on which text is called the draft, so a comparison the other way round gives the same clusters.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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
    """Row numbers sorted by (label, place): packed into one integer when they fit, which sorts ten times faster."""
    low = int(place.min())
    bits = [int(v).bit_length() for v in (int(label.max()), int(place.max()) - low, len(label) - 1)]
    if sum(bits) > 62:
        return np.lexsort((place, label))
    rows = np.arange(len(label), dtype=np.int64)
    key = np.sort((label << (bits[1] + bits[2])) | ((place - low) << bits[2]) | rows)
    out: I64 = key & ((1 << bits[2]) - 1)
    return out


def _split(label: I64, place: I64, gap: int) -> I64:
    """Divide clusters where neighbouring places are more than `gap` apart."""
    order = _order(label, place)
    apart = np.diff(place[order]) > gap
    apart |= np.diff(label[order]) != 0
    out = np.empty(len(label), np.int64)
    out[order] = np.append(0, np.cumsum(apart))
    return out


def _evidence(label: I64, place: I64, weight: F32, count: int) -> tuple[F32, F32, I64]:
    """Per cluster: weighted covered tokens, covered tokens, tokens of the hull."""
    order = _order(label, place)
    lab, at = label[order], place[order]
    step = np.full(len(at), _SIZE, np.int64)
    inner = lab[1:] == lab[:-1]
    step[:-1][inner] = np.minimum(_SIZE, (at[1:] - at[:-1])[inner])
    weighted = np.bincount(lab, weight[order] * step, count).astype(np.float32)
    covered = np.bincount(lab, step, count).astype(np.float32)
    edges = np.flatnonzero(np.append(True, ~inner))
    hull = np.zeros(count, np.int64)
    hull[lab[edges]] = at[np.append(edges[1:] - 1, len(at) - 1)] - at[edges] + _SIZE
    return weighted, covered, hull


def _longest_runs(pairs: SeedPairs, label: I64, count: int) -> I64:
    """Per cluster: tokens of its longest row of seeds on one diagonal."""
    diagonal = pairs.s - pairs.d
    order = np.lexsort((pairs.d, diagonal, label))
    d, g, lab = pairs.d[order], diagonal[order], label[order]
    new = np.append(True, (np.diff(d) != 1) | (np.diff(g) != 0) | (np.diff(lab) != 0))
    edges = np.append(np.flatnonzero(new), len(d))
    longest = np.zeros(count, np.int64)
    np.maximum.at(longest, lab[edges[:-1]], np.diff(edges) + _SIZE - 1)
    return longest


def _keep(pairs: SeedPairs, label: I64, good: NDArray[np.bool_]) -> tuple[SeedPairs, I64]:
    keep = np.flatnonzero(good[label])
    return pairs.only(keep), (np.cumsum(good) - 1)[label[keep]]


def _possible(pairs: SeedPairs, label: I64, rules: ClusterRules) -> NDArray[np.bool_]:
    """Clusters that could still pass: an upper bound of their evidence, or seeds enough for a long run."""
    size = np.bincount(label)
    bound: NDArray[np.bool_] = (np.bincount(label, pairs.weight) * _SIZE >= rules.evidence) | (size > rules.run - _SIZE)
    return bound


def _connected(pairs: SeedPairs, label: I64, gap: int, rules: ClusterRules) -> tuple[SeedPairs, I64]:
    """The coarsest clusters connected on both sides; those that cannot pass are dropped on the way."""
    before = -1
    while len(label) and before != (before := int(label.max()) + 1):
        for side in ("d", "s"):  # the first split was by "s"
            label = _split(label, getattr(pairs, side), gap)
            pairs, label = _keep(pairs, label, _possible(pairs, label, rules))
            if not len(label):
                break
    return pairs, label


def find_clusters(pairs: SeedPairs, rules: ClusterRules) -> Clusters:
    """Clusters, and which of them pass; a cluster too thin is divided at smaller gaps until its parts pass or end."""
    pairs, label = _first_split(pairs, rules)
    done: list[tuple[SeedPairs, I64, NDArray[np.bool_]]] = []
    gap = rules.gap
    while len(label):
        pairs, label = _connected(pairs, label, gap, rules)
        if not len(label):
            break
        strong, dense = _judged(pairs, label, rules)
        last = gap <= rules.narrowest
        finished = np.ones(len(dense), np.bool_) if last else dense
        settled = _keep(pairs, label, finished)
        done.append((*settled, (strong & dense)[finished]))
        pairs, label = _keep(pairs, label, ~finished)
        gap = max(rules.narrowest, gap * 2 // 3)
    return _gathered(done)


def _first_split(pairs: SeedPairs, rules: ClusterRules) -> tuple[SeedPairs, I64]:
    """By the source side alone, which is in order already: nothing to sort, and many chance seeds are gone."""
    label = np.append(0, np.cumsum(np.diff(pairs.s) > rules.gap)) if len(pairs.s) else np.zeros(0, np.int64)
    return _keep(pairs, label, _possible(pairs, label, rules)) if len(label) else (pairs, label)


def _judged(pairs: SeedPairs, label: I64, rules: ClusterRules) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    count = int(label.max()) + 1
    sides = [_evidence(label, place, pairs.weight, count) for place in (pairs.d, pairs.s)]
    weighted = np.minimum(sides[0][0], sides[1][0])
    dense = np.minimum(*(covered / hull for _, covered, hull in sides)) >= rules.density
    enough = (weighted >= rules.evidence) | (_longest_runs(pairs, label, count) >= rules.run)
    return enough, dense


def _gathered(done: list[tuple[SeedPairs, I64, NDArray[np.bool_]]]) -> Clusters:
    if not done:
        none = np.zeros(0, np.int64)
        return Clusters(SeedPairs(none, none, np.zeros(0, np.float32)), none, np.zeros(0, np.bool_))
    shift = np.cumsum([0] + [len(strong) for _, _, strong in done])
    pairs = SeedPairs(*(np.concatenate([getattr(p, side) for p, _, _ in done]) for side in ("d", "s", "weight")))
    label = np.concatenate([lab + at for (_, lab, _), at in zip(done, shift[:-1].tolist(), strict=True)])
    return Clusters(pairs, label, np.concatenate([strong for _, _, strong in done]))
