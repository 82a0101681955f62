"""Many against many: which texts of a set share what, which groups they form, which passages they have in common.

Texts given to all (a template, a task) count for nobody. Every pair is compared once and seen from both sides. Equal
and edited wording alone: similar sentences (`paraphrase`) are for the report of two texts. Spans are code points,
figures are counted characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.clusters import ClusterRules, find_clusters
from synthesis.engine.overlap.fragments import Fragment, fragments_of
from synthesis.engine.overlap.joining import joined_fragments
from synthesis.engine.overlap.library import Library, moved, sharing
from synthesis.engine.overlap.normalise import U32
from synthesis.engine.overlap.postings import Postings
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.result import Span

_NEW = 0.5  # share of a passage that must not be given for it to count
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
    greatest share first. `clusters`: groups of texts connected by shares of at least the bound, largest first.
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
    ready = [replace(text, seeds=own) for text, own in zip(ready, seeds, strict=True)]
    library = Library(ready, seeds, Postings.of(seeds))
    found: dict[tuple[int, int], list[Fragment]] = {}
    for one in range(len(ready)):
        for fragment in _shared_with_later(one, library, rules):
            pair = (one, fragment.source)
            if not (texts[one].source and texts[fragment.source].source) and _is_new(fragment, pair, free):
                found.setdefault(pair, []).append(fragment)
    pairs = [_pair(numbers, fragments, ready, free) for numbers, fragments in found.items()]
    pairs.sort(key=lambda pair: (-max(pair.ratios), pair.one, pair.two))
    return Matrix(
        names=[one.name for one in texts],
        sources=[one.source for one in texts],
        counted=[int(mask.sum()) for mask in free],
        given=[int((~mask).sum()) for mask in free],
        pairs=pairs,
        clusters=_clusters(len(ready), pairs, least),
        passages=_passages(found, ready),
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


def _fragments(text: PreparedText, library: Library, rules: ClusterRules, after: int = -1) -> list[Fragment]:
    """Passages of a text in the texts of a library with a number above `after`."""
    pairs = library.seed_pairs(text)
    if after >= 0:
        last = library.row[after + 1] - library.row[after] + library.token_at[after]
        pairs = pairs.only(np.flatnonzero(pairs.s > last))
    clusters = find_clusters(pairs, rules)
    numbers, _ = sharing(clusters, library)
    corpus = library.part(numbers)
    found = fragments_of(text, corpus, moved(clusters, library, numbers, corpus))
    return [Fragment(numbers[one.source], one.d0, one.d1, one.s0, one.s1, one.runs) for one in joined_fragments(found)]


def _shared_with_later(one: int, library: Library, rules: ClusterRules) -> list[Fragment]:
    text = library.texts[one]
    found = _fragments(text, library, rules, after=one)
    return _equal_later(one, library, {fragment.source for fragment in found}) + found


def _equal_later(one: int, library: Library, known: set[int]) -> list[Fragment]:
    """Equal texts too short or too repetitive for a passage."""
    text = library.texts[one]
    size = len(text.codes)
    tokens = np.diff(library.row)
    return [
        Fragment(other, 0, size, 0, size, np.array([[0, 0, size]]))
        for other in (np.flatnonzero(tokens[one + 1 :] == tokens[one]) + one + 1).tolist()
        if size and other not in known and np.array_equal(library.texts[other].codes, text.codes)
    ]


def _is_new(fragment: Fragment, pair: tuple[int, int], free: list[NDArray[np.bool_]]) -> bool:
    one, two = free[pair[0]][fragment.d0 : fragment.d1], free[pair[1]][fragment.s0 : fragment.s1]
    return bool(min(one.mean(), two.mean()) >= _NEW)


def _pair(
    numbers: tuple[int, int], fragments: list[Fragment], texts: list[PreparedText], free: list[NDArray[np.bool_]]
) -> Pair:
    one, two = (texts[i] for i in numbers)
    masks = [np.zeros(len(text.codes), np.bool_) for text in (one, two)]
    for fragment in fragments:
        masks[0][fragment.d0 : fragment.d1] = True
        masks[1][fragment.s0 : fragment.s1] = True
    shared = [int((mask & free[i]).sum()) for mask, i in zip(masks, numbers, strict=True)]
    ratios = [count / max(int(free[i].sum()), 1) for count, i in zip(shared, numbers, strict=True)]
    passages = sorted((span(one, f.d0, f.d1), span(two, f.s0, f.s1)) for f in fragments)
    return Pair(*numbers, (shared[0], shared[1]), (ratios[0], ratios[1]), passages)


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


def _passages(found: dict[tuple[int, int], list[Fragment]], texts: list[PreparedText]) -> list[SharedPassage]:
    """Spans of pairs gathered into passages: two spans of one text are the same passage when they lie mostly in each
    other; the two sides of a pair always are."""
    ends: list[Stretch] = []
    for (one, two), fragments in sorted(found.items()):
        for fragment in fragments:
            ends += [(one, fragment.d0, fragment.d1), (two, fragment.s0, fragment.s1)]
    parent = list(range(len(ends)))
    for side in range(0, len(ends), 2):
        parent[side + 1] = side
    order = sorted(range(len(ends)), key=lambda i: ends[i])
    for place, i in enumerate(order):
        text, _, high = ends[i]
        for j in order[place + 1 :]:
            if ends[j][0] != text or ends[j][1] >= high:
                break
            if _same_place(ends[i], ends[j]):
                parent[_root(parent, j)] = _root(parent, i)
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
