"""What is found in a set of texts at once is what is found in each two of them, one passage after the other."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest

from synthesis.engine.overlap.clusters import ClusterRules, find_clusters
from synthesis.engine.overlap.corpus import Corpus
from synthesis.engine.overlap.crossing import crossing
from synthesis.engine.overlap.edges import grown_hull
from synthesis.engine.overlap.fragments import fragments_of
from synthesis.engine.overlap.hulls import grown_hulls
from synthesis.engine.overlap.matrix import Named, compare_all, span
from synthesis.engine.overlap.passages import passages_of
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.seeds import in_runs
from synthesis.engine.overlap.side_by_side import SideBySide
from tests.engine.overlap.samples import BICYCLES, TEA

HAN = sorted(set("".join(TEA + BICYCLES)) - set("，。"))
WORDS = [
    "".join(random.Random(i).choices("abcdeghiklmnoprstu", k=random.Random(i).randrange(2, 9))) for i in range(900)
]


def own(rng: random.Random, length: int) -> str:
    """Characters, or words, that no other text has in this order."""
    if rng.random() < 0.3:
        return " ".join(rng.choices(WORDS, k=length // 4)) + ". "
    return "".join(rng.choices(HAN, k=length)) + "。"


def edited(rng: random.Random, passage: str) -> str:
    return "".join(rng.choice(HAN + list(" ，es")) if rng.random() < 0.06 else c for c in passage)


def a_set(seed: int) -> list[str]:
    """Texts that share some of six passages, edited, in another order, one of them twice, or next to each other."""
    rng = random.Random(seed)
    passages = [own(rng, rng.randrange(30, 200)) for _ in range(6)]
    texts = ["", "茶" * 90]
    for _ in range(7):
        parts = [own(rng, rng.randrange(5, 400))]
        for passage in rng.sample(passages, rng.randrange(4)):
            parts += [edited(rng, passage), own(rng, rng.choice([0, 8, 300]))]
        texts.append("".join(parts))
    return texts


def one_by_one(draft: PreparedText, other: PreparedText) -> set[tuple[int, int, int, int]]:
    corpus = Corpus([other])
    clusters = find_clusters(corpus.library.seed_pairs(draft), ClusterRules())
    return {(f.d0, f.d1, f.s0, f.s1) for f in fragments_of(draft, corpus, clusters)}


@pytest.mark.parametrize("seed", range(1, 4))
def test_passages_of_a_set_are_those_of_each_two(seed: int) -> None:
    ready = [prepare(one) for one in a_set(seed)]
    rows = SideBySide(ready)
    crossed = crossing([one.seeds for one in ready], [False] * len(ready))
    found = passages_of(rows, crossed, find_clusters(crossed.pairs, ClusterRules()))
    for one, two in itertools.combinations(range(len(ready)), 2):
        mine = np.flatnonzero((found.one == one) & (found.two == two))
        shift = rows.char_row[[one, one, two, two]]
        assert {tuple(row) for row in (found.span[mine] - shift).tolist()} == one_by_one(ready[one], ready[two])
    assert len(found.one)


@pytest.mark.parametrize("seed", range(1, 4))
def test_seeds_in_a_row_give_the_passages_that_each_for_itself_gives(seed: int) -> None:
    ready = [prepare(one) for one in a_set(seed)]
    found = 0
    for number, draft in enumerate(ready):
        corpus = Corpus(ready[:number] + ready[number + 1 :])
        pairs = corpus.library.seed_pairs(draft)
        runs = in_runs(pairs)
        assert len(runs.d) <= len(pairs.d) / 2
        by_seeds, by_runs = (fragments_of(draft, corpus, find_clusters(some, ClusterRules())) for some in (pairs, runs))
        assert sorted(map(repr, by_seeds)) == sorted(map(repr, by_runs))
        found += len(by_runs)
    assert found


@pytest.mark.parametrize("seed", range(2))
def test_hulls_grown_at_once_are_those_grown_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    base = own(rng, 500) + own(rng, 500) + own(rng, 300)
    ready = [prepare(edited(rng, base) + own(rng, 40)) for _ in range(4)]
    rows = SideBySide(ready)
    numbers, head, runs = [], [0], []
    for one, two in itertools.combinations(range(4), 2):
        limit = min(len(ready[one].codes), len(ready[two].codes)) - 20
        for _ in range(8):
            places = sorted(rng.sample(range(limit), rng.randrange(1, 4)))
            numbers.append((one, two))
            runs += [(at, at + rng.randrange(3), rng.randrange(1, 15)) for at in places]
            head.append(len(runs))
    local = np.array(runs, np.int64)
    shift = np.repeat(np.array([[rows.char_row[one], rows.char_row[two], 0] for one, two in numbers]), np.diff(head), 0)
    pair = (np.array([one for one, _ in numbers]), np.array([two for _, two in numbers]))
    found = grown_hulls(rows, pair, np.array(head), local + shift)
    for i, (one, two) in enumerate(numbers):
        d0, d1, s0, s1 = grown_hull(ready[one], ready[two], local[head[i] : head[i + 1]].tolist())
        low, high = rows.char_row[one], rows.char_row[two]
        assert found[i].tolist() == [d0 + low, d1 + low, s0 + high, s1 + high]


def test_repetitive_and_equal_texts_of_a_set_are_found() -> None:
    texts = ["茶" * 300, "茶" * 200, "短", "短", TEA[0] * 8 + TEA[1], TEA[0] * 5]
    matrix = compare_all([Named(str(i), one) for i, one in enumerate(texts)])
    assert {(pair.one, pair.two) for pair in matrix.pairs} == {(0, 1), (2, 3), (4, 5)}
    assert all(pair.ratios[1] == 1 for pair in matrix.pairs)
    ready = prepare(texts[2])
    assert matrix.pairs[[pair.one for pair in matrix.pairs].index(2)].passages == [(span(ready, 0, 1),) * 2]


def test_sources_are_not_compared_with_each_other() -> None:
    texts = [Named(str(i), TEA[0] + TEA[1], i > 0) for i in range(3)]
    assert {(pair.one, pair.two) for pair in compare_all(texts).pairs} == {(0, 1), (0, 2)}
