"""Many against many: which texts of a set share what, which groups they form, which passages they have in common.

Texts given to all (a template, a task) count for nobody. Every pair is compared once and seen from both sides. Equal
and edited wording alone: similar sentences (`paraphrase`) are for the report of two texts. Spans are code points,
figures are counted characters.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import ClusterRules, find_clusters
from synthesis.engine.overlap.crossing import crossing
from synthesis.engine.overlap.fragments import Fragment, fragments_among
from synthesis.engine.overlap.joining import joined_fragments, spread_of
from synthesis.engine.overlap.library import Library
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.parting import OWN_WORDS
from synthesis.engine.overlap.passages import Passages, passages_of
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.result import Span
from synthesis.engine.overlap.seeds import I64
from synthesis.engine.overlap.side_by_side import SideBySide

_NEW = 0.5  # share of a passage that must not be given for it to count,
_OWN = 20  # or characters of it: what is copied beside the task is copied
_BETWEEN = OWN_WORDS  # characters between two passages made one: they count as shared, since nothing divides it again
_SAME = 0.5  # share of the shorter of two spans of one text that makes them one passage

Stretch = tuple[int, int, int]  # (text, low, high) in counted characters


@dataclass(frozen=True)
class Named:
    """A text of the set. `source`: one that the others may have used, not compared with other sources."""

    name: str
    text: str | PreparedText
    source: bool = False


@dataclass(frozen=True)
class Pair:
    """Two texts by their numbers, `one` < `two`: how many counted characters of each lie in shared passages, the share
    of each that this is (what is given is in neither), and the passages as (span in one, span in two)."""

    one: int
    two: int
    shared: tuple[int, int]
    ratios: tuple[float, float]
    passages: list[tuple[Span, Span]]


@dataclass(frozen=True)
class SharedPassage:
    """A passage and every text that has it: `places` are (number of the text, span)."""

    length: int
    places: list[tuple[int, Span]]


@dataclass(frozen=True)
class Matrix:
    """`counted[i]`: counted characters of text i without what is given. `pairs`: only those that share something, the
    greatest share first. `clusters`: groups of texts, no sources among them (who has read the same has not copied from
    one another), connected by shares of at least the bound, largest first.
    `passages`: who shares what, by the number of texts and then by length."""

    names: list[str]
    sources: list[bool]
    counted: list[int]
    given: list[int]
    pairs: list[Pair]
    clusters: list[list[int]] = field(default_factory=list)
    passages: list[SharedPassage] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        return {
            "texts": [
                {"file": name, "source": source, "counted": counted, "given": given}
                for name, source, counted, given in zip(self.names, self.sources, self.counted, self.given, strict=True)
            ],
            "pairs": [
                {
                    "files": [self.names[pair.one], self.names[pair.two]],
                    "matched": list(pair.shared),
                    "ratios": list(pair.ratios),
                    "matches": [[list(one), list(two)] for one, two in pair.passages],
                }
                for pair in self.pairs
            ],
            "clusters": [[self.names[i] for i in group] for group in self.clusters],
            "passages": [
                {
                    "length": passage.length,
                    "places": [{"file": self.names[i], "span": list(span)} for i, span in passage.places],
                }
                for passage in self.passages
            ],
        }


def compare_all(
    texts: Sequence[Named],
    *,
    given: Sequence[str | PreparedText] = (),
    least: float = 0.1,
    rules: ClusterRules | None = None,
) -> Matrix:
    """Every text against every other. `given`: texts everybody was given. `least`: share of one of two texts, in
    (0, 1], from which they belong to one cluster. About 10 ms for each text of a set of two million characters."""
    rules = rules or ClusterRules()
    ready = [_ready(one.text) for one in texts]
    free = _not_given(ready, [_ready(one) for one in given], rules)
    # What is given begins no gram: a template that all texts have would be a passage in every pair.
    seeds = [_seeds_of_own(text, mask) for text, mask in zip(ready, free, strict=True)]
    rows = SideBySide(ready)
    found = _all_passages(ready, seeds, [one.source for one in texts], rules, rows)
    own = np.append(0, np.cumsum(np.concatenate(free))) if free else np.zeros(1, np.int64)
    found = found.only(np.flatnonzero(_is_new(found.span, own)))
    pairs = _pairs(found, ready, rows, own)
    pairs.sort(key=lambda pair: (-max(pair.ratios), pair.one, pair.two))
    return Matrix(
        names=[one.name for one in texts],
        sources=[one.source for one in texts],
        counted=[int(mask.sum()) for mask in free],
        given=[int((~mask).sum()) for mask in free],
        pairs=pairs,
        clusters=_clusters(len(ready), [p for p in pairs if not (texts[p.one].source or texts[p.two].source)], least),
        passages=_passages(found, ready, rows),
    )


def _ready(text: str | PreparedText) -> PreparedText:
    return prepare(text) if isinstance(text, str) else text


def _seeds_of_own(text: PreparedText, free: NDArray[np.bool_]) -> U32:
    return np.where(np.append(free, False)[text.first[:-1]], text.seeds, np.uint32(0)).astype(np.uint32)


def _not_given(texts: list[PreparedText], given: list[PreparedText], rules: ClusterRules) -> list[NDArray[np.bool_]]:
    """For each text, which of its counted characters are not in anything given."""
    free = [np.ones(len(text.codes), np.bool_) for text in texts]
    if given:
        library = Library(given, [one.seeds for one in given])
        for text, mask in zip(texts, free, strict=True):
            for fragment in _fragments(text, library, rules):
                mask[fragment.d0 : fragment.d1] = False
    return free


def _fragments(text: PreparedText, library: Library, rules: ClusterRules) -> list[Fragment]:
    """Passages of a text in the texts of a library."""
    found, _ = fragments_among(text, library, find_clusters(library.seed_pairs(text), rules))
    return joined_fragments(found, spread_of(text), _BETWEEN)


def _all_passages(
    texts: list[PreparedText], seeds: list[U32], passive: list[bool], rules: ClusterRules, rows: SideBySide
) -> Passages:
    """What each two texts share, neighbours joined, with the pairs of equal texts too short or repetitive for a passage;
    by their texts."""
    crossed = crossing(seeds, passive)
    found = _joined(passages_of(rows, crossed, find_clusters(crossed.pairs, rules)), spread_of(*texts))
    known = set((found.one * len(texts) + found.two).tolist())
    equal = [
        pair
        for group in _equal_groups(texts)
        for pair in itertools.combinations(group, 2)
        if not (passive[pair[0]] and passive[pair[1]]) and pair[0] * len(texts) + pair[1] not in known
    ]
    if equal:
        pairs = np.array(equal, np.int64)
        spans = [rows.char_row[number + step] for number in pairs.T for step in (0, 1)]
        more = Passages(pairs[:, 0], pairs[:, 1], np.stack(spans, 1))
        found = Passages(*(np.concatenate(both) for both in zip(_fields(found), _fields(more), strict=True)))
    return found.only(np.lexsort((found.span[:, 0], found.two, found.one)))


def _fields(found: Passages) -> tuple[I64, I64, I64]:
    return found.one, found.two, found.span


def _equal_groups(texts: list[PreparedText]) -> list[list[int]]:
    groups: dict[bytes, list[int]] = {}
    for number, text in enumerate(texts):
        if len(text.codes):
            groups.setdefault(text.codes.tobytes(), []).append(number)
    return [group for group in groups.values() if len(group) > 1]


def _joined(found: Passages, spread: float) -> Passages:
    """`joined_fragments` of each pair of texts that has two passages near enough for it."""
    order = np.lexsort((found.span[:, 0], found.two, found.one))
    found = found.only(order)
    new = np.append(True, (np.diff(found.one) != 0) | (np.diff(found.two) != 0))[: len(order)]
    pair = np.cumsum(new) - 1
    near = np.ones(int(pair[-1]) + 1 if len(pair) else 0, np.bool_)
    for side in (0, 2):
        by_place = np.lexsort((found.span[:, side], pair))
        low, high, mine = found.span[by_place, side], found.span[by_place, side + 1], pair[by_place]
        close = (mine[1:] == mine[:-1]) & (low[1:] - high[:-1] <= _BETWEEN * spread)
        near &= np.bincount(mine[1:][close], minlength=len(near)) > 0
    rows = np.flatnonzero(near[pair]) if len(pair) else pair
    if not len(rows):
        return found
    none = np.zeros((0, 3), np.int64)
    loose = [
        Fragment(p, a, b, c, d, none) for p, (a, b, c, d) in zip(*_lists(pair[rows], found.span[rows]), strict=True)
    ]
    one = joined_fragments(loose, spread, _BETWEEN)
    first = np.flatnonzero(new)[[f.source for f in one]]
    spans = np.array([(f.d0, f.d1, f.s0, f.s1) for f in one], np.int64)
    rest = np.flatnonzero(~near[pair])
    return Passages(
        np.append(found.one[rest], found.one[first]),
        np.append(found.two[rest], found.two[first]),
        np.concatenate((found.span[rest], spans)),
    )


def _lists(*arrays: I64) -> tuple[list[Any], ...]:
    return tuple(array.tolist() for array in arrays)


def _is_new(spans: I64, own: I64) -> NDArray[np.bool_]:
    """Whether at least half of both sides is not given, or so much of them that it stands for itself."""
    sides = ((own[spans[:, at + 1]] - own[spans[:, at]], spans[:, at + 1] - spans[:, at]) for at in (0, 2))
    one, two = ((left >= _OWN) | (left >= _NEW * np.maximum(size, 1)) for left, size in sides)
    new: NDArray[np.bool_] = one & two
    return new


def _pairs(found: Passages, texts: list[PreparedText], rows: SideBySide, own: I64) -> list[Pair]:
    """`own`: how many characters before each one are not given."""
    new = np.append(True, (np.diff(found.one) != 0) | (np.diff(found.two) != 0))[: len(found.one)]
    head = np.append(np.flatnonzero(new), len(new))
    number = np.cumsum(new) - 1
    shared = [_own_in_union(number, found.span[:, at : at + 2], own) for at in (0, 2)]
    counted = np.diff(own[rows.char_row])
    matches = list(zip(_spans(found.one, 0, found, texts, rows), _spans(found.two, 2, found, texts, rows), strict=True))
    out = []
    for place, (low, high) in enumerate(itertools.pairwise(head.tolist())):
        one, two = int(found.one[low]), int(found.two[low])
        both = int(shared[0][place]), int(shared[1][place])
        ratios = both[0] / max(int(counted[one]), 1), both[1] / max(int(counted[two]), 1)
        out.append(Pair(one, two, both, ratios, sorted(matches[low:high])))
    return out


def _own_in_union(number: I64, spans: I64, own: I64) -> I64:
    """For each number, how many characters that are not given lie in its spans."""
    order = np.lexsort((spans[:, 0], number))
    number, low, high = number[order], spans[order, 0], spans[order, 1]
    shift = number * (int(high.max(initial=0)) + 1)
    before = np.append(0, np.maximum.accumulate(shift + high)[:-1]) - shift
    low = np.minimum(np.maximum(low, before), high)
    out: I64 = np.bincount(number, own[high] - own[low]).astype(np.int64)
    return out


def _spans(number: I64, at: int, found: Passages, texts: list[PreparedText], rows: SideBySide) -> list[Span]:
    """One side of every passage in code points."""
    start = np.concatenate([text.start for text in texts]) if texts else np.zeros(0, np.int32)
    end = np.concatenate([text.end for text in texts]) if texts else start
    low, high = start[found.span[:, at]], end[found.span[:, at + 1] - 1]
    return list(zip(low.tolist(), high.tolist(), strict=True))


def span(text: PreparedText, low: int, high: int) -> Span:
    """Code points of counted characters `low:high`."""
    return int(text.start[low]), int(text.end[high - 1])


def _root(parent: list[int], one: int) -> int:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one


def _clusters(count: int, pairs: list[Pair], least: float) -> list[list[int]]:
    parent = list(range(count))
    for pair in pairs:
        if max(pair.ratios) >= least:
            parent[_root(parent, pair.two)] = _root(parent, pair.one)
    groups: dict[int, list[int]] = {}
    for one in range(count):
        groups.setdefault(_root(parent, one), []).append(one)
    return sorted((group for group in groups.values() if len(group) > 1), key=lambda group: (-len(group), group))


def _passages(found: Passages, texts: list[PreparedText], rows: SideBySide) -> list[SharedPassage]:
    """Spans of pairs gathered into passages: two spans of one text are the same passage when they lie mostly in each
    other; the two sides of a pair always are."""
    local = [
        np.stack((number, found.span[:, at] - rows.char_row[number], found.span[:, at + 1] - rows.char_row[number]), 1)
        for number, at in ((found.one, 0), (found.two, 2))
    ]
    # What a whole class has, each of its texts has in a hundred pairs, mostly from the same place to the same.
    different, which = np.unique(np.concatenate(local), axis=0, return_inverse=True)
    ends: list[Stretch] = [(text, low, high) for text, low, high in different.tolist()]
    parent = list(range(len(ends)))
    sides = np.unique(which.reshape(2, -1), axis=1)
    for one, two in sides.T.tolist():
        parent[_root(parent, two)] = _root(parent, one)
    for place, (text, _, high) in enumerate(ends):
        for other in range(place + 1, len(ends)):
            if ends[other][0] != text or ends[other][1] >= high:
                break
            if _same_place(ends[place], ends[other]):
                parent[_root(parent, other)] = _root(parent, place)
                break  # the next one goes on from there
    groups: dict[int, list[Stretch]] = {}
    for i, end in enumerate(ends):
        groups.setdefault(_root(parent, i), []).append(end)
    passages = [_passage(group, texts) for group in groups.values()]
    return sorted(passages, key=lambda one: (-len({i for i, _ in one.places}), -one.length, one.places))


def _same_place(one: Stretch, two: Stretch) -> bool:
    common = min(one[2], two[2]) - max(one[1], two[1])
    return common >= _SAME * max(one[2] - one[1], two[2] - two[1])


def _passage(group: list[Stretch], texts: list[PreparedText]) -> SharedPassage:
    """Of each text the places, those that overlap made one."""
    places: list[list[int]] = []
    for number, low, high in sorted(group):
        if places and places[-1][0] == number and low < places[-1][2]:
            places[-1][2] = max(places[-1][2], high)
        else:
            places.append([number, low, high])
    length = max(high - low for _, low, high in places)
    return SharedPassage(length, [(number, span(texts[number], low, high)) for number, low, high in places])
