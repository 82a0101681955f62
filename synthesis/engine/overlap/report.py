"""The overlap report: what of a draft is found in which source, where, how it was changed, and the figures of it.

Every figure can be counted again from the spans; nothing here needs the texts once they are prepared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from synthesis.engine.overlap.apart import ADDRESS, CITED_QUOTE, NAME, REFERENCES, TITLE
from synthesis.engine.overlap.clusters import ClusterRules, find_clusters
from synthesis.engine.overlap.corpus import Corpus
from synthesis.engine.overlap.describe import described
from synthesis.engine.overlap.fragments import Fragment, fragments_among, fragments_of, mirrored
from synthesis.engine.overlap.joining import joined_fragments, spread_of
from synthesis.engine.overlap.judge import MOST, Surroundings
from synthesis.engine.overlap.library import Library, Texts, hinted
from synthesis.engine.overlap.paraphrases import paraphrased
from synthesis.engine.overlap.parting import OWN_WORDS, bridged, parted
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.result import Alternative, Composition, Match, OverlapResult, SourceShare, part_of
from synthesis.engine.overlap.seeds import in_runs, spread

MANY = 4_000_000  # tokens: more sources are not put side by side
_OWN = 10  # draft characters of its own that make a match more than an alternative
_OWN_SHARE = 0.3
_REPEATED = 0.45  # similarity from which a second place in the same source is a match of its own
# Characters of a passage that is short, and of a run that may be a name; the share in runs.
_SHORT, _A_NAME, _DENSE = 22, 9, 0.8
_LONG_NAME = 24  # characters: a longer run is more than one name


@dataclass(frozen=True)
class SourceText:
    """A source under the name that the report gives it."""

    name: str
    text: str | PreparedText


@dataclass(frozen=True)
class OverlapSettings:
    """`min_run`: matches whose longest equal run (counted characters) is shorter are excluded, 0 keeps all.
    `exclude_quotes`, `exclude_references`, `exclude_titles`, `exclude_common`: matches that lie (to four fifths) in
    cited quotations, the draft's reference list, titles in 《》, or are called common. `paraphrases`: second pass. `own_words`: counted
    characters of the draft's own words in a row that a match may contain; more divide it, 0 is no limit.
    A match made of set phrases alone is always excluded: it says nothing of where a text comes from."""

    min_run: int = 0
    exclude_quotes: bool = False
    exclude_references: bool = False
    exclude_titles: bool = False
    exclude_common: bool = False
    paraphrases: bool = True
    own_words: int = OWN_WORDS
    rules: ClusterRules = field(default_factory=ClusterRules)


def compare(
    draft: str | PreparedText, sources: Sequence[SourceText] | NamedCorpus, *, settings: OverlapSettings | None = None
) -> OverlapResult:
    """The report of `draft` against `sources`. Offsets are code points of the texts as given.

    Prepared texts and a `NamedCorpus` kept from an earlier call save their preparation.
    """
    settings = settings or OverlapSettings()
    prepared = prepare(draft) if isinstance(draft, str) else draft
    named = sources if isinstance(sources, NamedCorpus) else NamedCorpus(sources)
    fragments = [_of_whole_points(one, prepared, named.corpus) for one in _found(prepared, named.corpus, settings)]
    around = Surroundings(prepared)
    matches = described(around, named.corpus.texts, named.names, fragments)
    counted = [
        not _excluded(around, fragment, match, settings) for fragment, match in zip(fragments, matches, strict=True)
    ]
    kept, owner = _owners(len(prepared.codes), fragments, counted, [match.similarity for match in matches])
    _linked(prepared, fragments, matches, [i for i, good in enumerate(counted) if good], kept=kept, owner=owner)
    left_out = [match for match, good in zip(matches, counted, strict=True) if not good]
    owned: list[int] = np.bincount(owner + 1, minlength=len(fragments) + 1)[1:].tolist()  # characters of each
    figures = _figures(named, fragments, matches, kept=kept, owned=owned, size=len(owner), left_out=left_out)
    composition = _composition(prepared, matches, kept=kept, owner=owner, owned=owned)
    return replace(figures, composition=composition)


def _of_whole_points(one: Fragment, draft: PreparedText, corpus: Corpus | Library) -> Fragment:
    """With edges that divide no code point: one that stands for several characters (㎡) is in a passage or not."""
    source = corpus.texts[one.source]
    if not (draft.several or source.several):
        return one
    d0, d1 = _widened(draft, one.d0, one.d1)
    s0, s1 = _widened(source, one.s0, one.s1)
    return one if (d0, d1, s0, s1) == (one.d0, one.d1, one.s0, one.s1) else replace(one, d0=d0, d1=d1, s0=s0, s1=s1)


def _widened(text: PreparedText, low: int, high: int) -> tuple[int, int]:
    start = text.places[0]
    while low and start[low - 1] == start[low]:
        low -= 1
    while high < len(start) and start[high] == start[high - 1]:
        high += 1
    return low, high


class NamedCorpus:
    """Sources prepared once, for many drafts: side by side, or, when they are many, by their postings."""

    corpus: Corpus | Library

    def __init__(self, sources: Sequence[SourceText]) -> None:
        self.names = [source.name for source in sources]
        texts = [source.text for source in sources]
        if sum(len(t) if isinstance(t, str) else len(t.tokens) for t in texts) > MANY:
            lazy = Texts(texts)
            self.corpus = Library(lazy, lazy.seeds)
        else:
            self.corpus = Corpus([prepare(text) if isinstance(text, str) else text for text in texts])

    @staticmethod
    def of(names: Sequence[str], library: Library) -> NamedCorpus:
        """Texts that are in an index already."""
        named = NamedCorpus([])
        named.names, named.corpus = list(names), library
        return named


def _found(draft: PreparedText, corpus: Corpus | Library, settings: OverlapSettings) -> list[Fragment]:
    """Every fragment. A comparison of two texts is made in one fixed order, so that it mirrors the other way round
    until the passages are divided, which goes by the draft's own words alone."""
    if isinstance(corpus, Library):
        return _found_among_many(draft, corpus, settings)
    same = _whole(draft, corpus)
    equal = {fragment.source for fragment in same}
    if len(equal) == len(corpus.texts) or not len(draft.codes) or not len(corpus.codes):
        return same
    if len(corpus.texts) == 1 and _rank(corpus.texts[0]) < _rank(draft):
        turned = corpus.texts[0], [draft]
        swapped = _partial(turned[0], Corpus([draft]), settings, same, _Parting(*turned, 0, settings.own_words))
        return [mirrored(one) for one in _Parting(*turned, 1, settings.own_words)(swapped)]
    divided = _Parting(draft, corpus.texts, 0, settings.own_words)
    return same + divided([one for one in _partial(draft, corpus, settings, same, divided) if one.source not in equal])


def _found_among_many(draft: PreparedText, library: Library, settings: OverlapSettings) -> list[Fragment]:
    """The same, with only those texts side by side that share something."""
    same = [
        Fragment(int(i), 0, len(draft.codes), 0, len(draft.codes), np.array([[0, 0, len(draft.codes)]]))
        for i in (np.diff(library.row) == len(draft.tokens)).nonzero()[0]
        if len(draft.codes) and np.array_equal(draft.codes, library.texts[int(i)].codes)
    ]
    equal = {fragment.source for fragment in same}
    pairs = library.seed_pairs(draft)
    clusters = find_clusters(pairs, settings.rules)
    found, best = fragments_among(draft, library, clusters)
    spread, divided = spread_of(draft), _Parting(draft, library.texts, 0, settings.own_words)
    found = joined_fragments(_traces(draft, found), spread)
    if settings.paraphrases:
        wanted = sorted({*best, *hinted(pairs, clusters, library, len(draft.tokens))})
        explained = same + divided(found)
        found = joined_fragments(found + _similar_among(draft, library, wanted, explained), spread)
    found = bridged([one for one in found if one.source not in equal], draft, library.texts)
    return same + divided(found)


def _similar_among(
    draft: PreparedText, library: Library, wanted: list[int], explained: list[Fragment]
) -> list[Fragment]:
    """The second pass in the texts `wanted` of a library."""
    place = {number: i for i, number in enumerate(wanted)}
    near = [replace(one, source=place[one.source]) for one in explained if one.source in place]
    elsewhere = [one for one in explained if one.source not in place]
    found = paraphrased(draft, Corpus([library.texts[i] for i in wanted]), near, elsewhere)
    return [replace(one, source=wanted[one.source]) for one in found]


class _Parting:
    """Fragments divided at the own words of the draft, which is their first text (`side` 0) or their second; each once."""

    def __init__(self, one: PreparedText, others: Sequence[PreparedText], side: int, limit: int) -> None:
        self._one, self._others, self._side, self._limit = one, others, side, limit
        self._done: dict[int, tuple[Fragment, list[Fragment]]] = {}  # the first keeps its number from being used again

    def __call__(self, found: list[Fragment]) -> list[Fragment]:
        return [part for one in found for part in self._parts(one)]

    def _parts(self, one: Fragment) -> list[Fragment]:
        if id(one) not in self._done:
            texts = self._one, self._others[one.source]
            self._done[id(one)] = one, parted(one, texts, self._side, self._limit)
        return self._done[id(one)][1]


def _rank(text: PreparedText) -> tuple[int, bytes]:
    return len(text.codes), text.codes.tobytes()


def _partial(
    draft: PreparedText, corpus: Corpus, settings: OverlapSettings, same: list[Fragment], divided: _Parting
) -> list[Fragment]:
    pairs = in_runs(corpus.library.seed_pairs(draft))
    clusters = find_clusters(pairs, settings.rules)
    spread = spread_of(draft)
    found = joined_fragments(_traces(draft, fragments_of(draft, corpus, clusters)), spread)
    if settings.paraphrases:
        found = joined_fragments(found + paraphrased(draft, corpus, same + divided(found)), spread)
    return bridged(found, draft, corpus.texts)


def _traces(draft: PreparedText, found: list[Fragment]) -> list[Fragment]:
    """Without what is no trace of another text: addresses of the web, of which pictures of one place share most, names of
    bodies and devices, and a few characters around a name."""
    around = Surroundings(draft)
    return [
        one
        for one in found
        if not _chance(one)
        and around.share(one.d0, one.d1, ADDRESS) < MOST
        and (one.longest > _LONG_NAME or around.share(one.d0, one.d1, NAME) < MOST)
    ]


def _chance(one: Fragment) -> bool:
    size = max(one.d1 - one.d0, one.s1 - one.s0)
    return size < _SHORT and one.longest < _A_NAME and one.covered < _DENSE * size


def _whole(draft: PreparedText, corpus: Corpus) -> list[Fragment]:
    """Sources that equal the draft, however short or repetitive they are."""
    size = len(draft.codes)
    equal = [
        i
        for i, text in enumerate(corpus.texts)
        if 0 < size == len(text.codes) and np.array_equal(draft.codes, text.codes)
    ]
    return [Fragment(i, 0, size, 0, size, np.array([[0, 0, size]])) for i in equal]


def _excluded(around: Surroundings, fragment: Fragment, match: Match, settings: OverlapSettings) -> bool:
    kinds = [
        kind
        for kind, asked in (
            (CITED_QUOTE, settings.exclude_quotes),
            (REFERENCES, settings.exclude_references),
            (TITLE, settings.exclude_titles),
        )
        if asked
    ]
    whole = fragment.d1 - fragment.d0 == len(around.text.codes)
    return (
        match.longest_run < settings.min_run
        or (match.kind == "common" and not whole and around.is_set_phrase(fragment.d0, fragment.d1))
        or (settings.exclude_common and match.kind == "common")
        or (bool(kinds) and around.share(fragment.d0, fragment.d1, *kinds) >= MOST)
    )


def _owners(
    size: int, fragments: list[Fragment], counted: list[bool], similar: list[float]
) -> tuple[list[int], NDArray[np.int32]]:
    """The fragments that stand for themselves, best first (one of the whole draft before all), and for each draft character the number of its owner or -1.

    A fragment stands for itself when it adds enough characters of both texts, or is a clear repetition and adds some
    to the draft or, where its source is the main one already, to that source: both sides alike, for the mirror.
    """
    owner = np.full(size, -1, np.int32)
    source = np.array([*(one.source for one in fragments), -1])  # by owner
    longest = dict[int, int]()
    for one in fragments:
        longest[one.source] = max(longest.get(one.source, 0), one.s1)
    taken, taken_there = bytearray(size), {number: bytearray(length) for number, length in longest.items()}
    kept: list[int] = []
    whole = {i for i, one in enumerate(fragments) if one.d1 - one.d0 == one.s1 - one.s0 == one.longest == size}
    order = sorted(
        (i for i, good in enumerate(counted) if good), key=lambda i: (i not in whole, -fragments[i].weight, i)
    )
    for i in order:
        one = fragments[i]
        mine, there, length = owner[one.d0 : one.d1], taken_there[one.source], one.d1 - one.d0
        adds_d = taken.count(0, one.d0, one.d1) >= _needed(length)
        adds_s = there.count(0, one.s0, one.s1) >= _needed(one.s1 - one.s0)
        adds = adds_d and adds_s
        if not adds and similar[i] >= _REPEATED:
            adds = adds_d or (adds_s and int(np.count_nonzero(source[mine] == one.source)) * 2 > length)
        if adds:
            mine[mine < 0] = i
            taken[one.d0 : one.d1] = b"\1" * length
            there[one.s0 : one.s1] = b"\1" * (one.s1 - one.s0)
            kept.append(i)
    return kept, owner


def _needed(length: int) -> float:
    return min(_OWN, _OWN_SHARE * length)


def _linked(
    draft: PreparedText,
    fragments: list[Fragment],
    matches: list[Match],
    counted: list[int],
    *,
    kept: list[int],
    owner: NDArray[np.int32],
) -> None:
    """Give each kept match the stretches it owns, and the others of the same passage as its alternatives."""
    chosen = set(kept)
    for i in counted:
        here = owner[fragments[i].d0 : fragments[i].d1]
        if i not in chosen and bool((here >= 0).any()):
            m = matches[i]
            main = matches[int(np.bincount(here[here >= 0]).argmax())]
            main.alternatives.append(Alternative(m.draft, m.name, m.span, m.kind, m.similarity, m.longest_run, m.same))
    bounded = np.concatenate(([-1], owner, [-1]))
    edges = (bounded[1:] != bounded[:-1]).nonzero()[0]
    whose = owner[edges[:-1]].tolist()
    spans = zip(whose, draft.start[edges[:-1]].tolist(), draft.end[edges[1:] - 1].tolist(), strict=True)
    for i, low, high in spans:
        if i >= 0:
            matches[i].owned.append((low, high))


def _figures(
    named: NamedCorpus,
    fragments: list[Fragment],
    matches: list[Match],
    *,
    kept: list[int],
    owned: list[int],
    size: int,
    left_out: list[Match],
) -> OverlapResult:
    uncited = bytearray(size)
    share, passages = [0] * len(named.names), [0] * len(named.names)
    for i in kept:
        if matches[i].kind != "quoted":
            uncited[fragments[i].d0 : fragments[i].d1] = b"\1" * (fragments[i].d1 - fragments[i].d0)
        share[fragments[i].source] += owned[i]
        passages[fragments[i].source] += 1
    shares = [
        SourceShare(name, i, share[i], share[i] / size if size else 0.0, passages[i])
        for i, name in enumerate(named.names)
    ]
    return OverlapResult(
        counted=size,
        matched=sum(owned),
        uncited=uncited.count(1),
        matches=sorted((matches[i] for i in kept), key=lambda m: (m.draft, m.number, m.span)),
        excluded=sorted(left_out, key=lambda m: (m.draft, m.number, m.span)),
        sources=sorted(shares, key=lambda s: (-s.matched, s.number)),
    )


def _composition(
    draft: PreparedText, matches: list[Match], *, kept: list[int], owner: NDArray[np.int32], owned: list[int]
) -> Composition:
    sizes = {"verbatim": 0, "edited": 0, "similar": 0, "quoted": 0}
    parts = {i: part_of(matches[i].kind) for i in kept}
    spans = [(i, *span) for i, part in parts.items() if part != "quoted" for span in matches[i].same]
    rows = np.array(spans, np.int32).reshape(-1, 3)
    which, at = spread(*draft.start.searchsorted(rows[:, 1:]).T)
    number = rows[which, 0]
    same = np.bincount(number[owner[at] == number], minlength=len(matches)).tolist()
    for i, part in parts.items():
        sizes["verbatim"] += same[i]
        sizes[part] += owned[i] - same[i]
    return Composition(**sizes)
