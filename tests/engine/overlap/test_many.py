"""Libraries of many sources give the report of a plain comparison; a set of texts is compared with itself."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from synthesis.engine.overlap import library
from synthesis.engine.overlap.company import in_company
from synthesis.engine.overlap.library import Library, Texts
from synthesis.engine.overlap.matrix import Named, compare_all
from synthesis.engine.overlap.postings import Postings
from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.report import NamedCorpus, SourceText, compare
from synthesis.infra.overlap_index import IndexFault, build, opened
from tests.command_line import run
from tests.engine.overlap.samples import BICYCLES, TEA, text

SOURCES = [text(BICYCLES[:6]), "", text(TEA), text(BICYCLES) * 3, text(TEA[2:4] + BICYCLES[2:4]), "茶" * 400]
DRAFT = text(BICYCLES[2:5] + TEA[1:3]) + "茶" * 60
NAMES = [str(number) for number in range(len(SOURCES))]


def test_a_library_gives_the_report_of_a_plain_comparison() -> None:
    plain = compare(DRAFT, [SourceText(name, one) for name, one in zip(NAMES, SOURCES, strict=True)]).to_json()
    texts = Texts(SOURCES)
    lazy = NamedCorpus.of(NAMES, Library(texts, texts.seeds))
    assert compare(DRAFT, lazy).to_json() == plain  # by reading all seeds
    assert compare(DRAFT, lazy).to_json() == plain  # by postings


def test_postings_find_the_pairs_that_reading_finds() -> None:
    ready = [prepare(one) for one in SOURCES]
    seeds = [one.seeds for one in ready]
    found = Library(ready, seeds, Postings.of(seeds)).seed_pairs(prepare(DRAFT))
    plain = Library(ready, seeds).seed_pairs(prepare(DRAFT))
    for side in ("d", "s", "weight"):
        np.testing.assert_array_equal(getattr(found, side), getattr(plain, side))


@pytest.mark.parametrize("seed", range(5))
def test_a_crowd_of_chance_pairs_hides_no_passage(seed: int) -> None:
    rng = random.Random(seed)
    at = rng.randrange(9_000), rng.randrange(9_000)
    passage = [(at[0] + i, at[1] + i) for i in range(10)]  # thirteen equal tokens
    chance = [(rng.randrange(9_000), rng.randrange(9_000)) for _ in range(2_000)]
    d, s = np.array(passage + chance).T
    sides = in_company(d.astype(np.int32), s.astype(np.uint32), 9_000)
    kept = list(zip(*(side.tolist() for side in sides), strict=True))
    assert {*passage} <= {*kept}
    assert len(kept) < 200


def test_an_index_in_files_is_the_same_library(tmp_path: Path) -> None:
    build(tmp_path / "index", (prepare(one) for one in SOURCES))
    build(tmp_path / "index", (prepare(one) for one in SOURCES))  # in place of the first
    plain = compare(DRAFT, [SourceText(name, one) for name, one in zip(NAMES, SOURCES, strict=True)])
    assert compare(DRAFT, NamedCorpus.of(NAMES, opened(tmp_path / "index"))) == plain
    (tmp_path / "index" / "codes.bin").write_bytes(b"1234")
    with pytest.raises(IndexFault):
        opened(tmp_path / "index")


def test_thousands_of_empty_sources_share_nothing() -> None:
    texts = Texts(["" for _ in range(10_000)])
    report = compare(DRAFT, NamedCorpus.of([str(i) for i in range(10_000)], Library(texts, texts.seeds)))
    assert (report.matched, len(report.sources)) == (0, 10_000)


@pytest.fixture
def made_ready(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that a library prepares, in their order."""
    asked: list[str] = []

    def noted(one: str) -> PreparedText:
        asked.append(one)
        return prepare(one)

    monkeypatch.setattr(library, "prepare", noted)
    return asked


def test_texts_that_share_a_passage_are_prepared_once_for_all_drafts(made_ready: list[str]) -> None:
    texts = Texts([_own(number) + SOURCES[2] for number in range(200)])
    lazy = NamedCorpus.of([str(number) for number in range(200)], Library(texts, texts.seeds))
    (match,) = compare(SOURCES[2], lazy).matches
    assert (len(match.alternatives), len(made_ready)) == (199, 200)
    compare(SOURCES[2] + _own(200), lazy)
    assert len(made_ready) == 200


def test_of_texts_made_ready_no_more_is_kept_than_fits(made_ready: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "_KEPT", 1_000)
    texts = Texts([_own(0), _own(1), _own(2), _own(3, 2_000)])  # two fit
    for number in (0, 1, 0, 2, 0, 1, 3, 3):
        assert texts[number].length == (2_001 if number == 3 else 401)
    assert made_ready == [_own(0), _own(1), _own(2), _own(1), _own(3, 2_000), _own(3, 2_000)]


def _own(seed: int, length: int = 400) -> str:
    han = sorted(set("".join(TEA + BICYCLES)) - set("，。"))
    return "".join(random.Random(seed).choices(han, k=length)) + "。"


def test_who_shares_what_without_what_everybody_was_given() -> None:
    task, copied = text(TEA[:3]), text(BICYCLES[1:3])
    texts = [task + _own(i) + (copied if i < 3 else "") + _own(50 + i) for i in range(6)]
    matrix = compare_all([Named(str(i), one) for i, one in enumerate(texts)], given=[task], least=0.04)
    assert matrix.clusters == [[0, 1, 2]]
    assert {(pair.one, pair.two) for pair in matrix.pairs} == {(0, 1), (0, 2), (1, 2)}
    (passage,) = matrix.passages
    assert [texts[i][slice(*span)] for i, span in passage.places] == [copied.rstrip("。")] * 3
    assert all(pair.shared[0] == pair.shared[1] == passage.length for pair in matrix.pairs)
    assert compare_all([Named(str(i), one) for i, one in enumerate(texts)], least=0.04).clusters == [[0, 1, 2, 3, 4, 5]]


def test_the_command_compares_a_folder(tmp_path: Path) -> None:
    for name, content in (("a.txt", text(BICYCLES)), ("b.txt", text(BICYCLES)), ("c.txt", text(TEA))):
        (tmp_path / name).write_text(content, "utf-8")
    done = run("overlap-matrix", tmp_path)
    assert done.returncode == 0
    assert "group 1 (2): a.txt, b.txt" in done.stdout
    assert run("overlap-matrix", tmp_path / "nothing").returncode == 2


FIRST = "社区茶室周一到周五上午开放两小时，由退休教师轮流值守。"
SECOND = "到访者以附近独居老人为主，平均每次停留四十分钟左右。"
OWN = "这份作业的第二部分另外访谈了六位店主，他们谈到房租、客流与熟客的来往，也谈到节日前后的生意起落和对门新店的竞争，都没有提到茶室。"


def test_what_stands_between_two_shared_sentences_is_not_shared() -> None:
    close, apart = f"{FIRST}{SECOND}", f"{FIRST}{OWN}{SECOND}"
    (pair,) = compare_all([Named("close", close), Named("apart", apart)]).pairs
    assert pair.ratios[0] == 1.0
    assert pair.shared[1] <= pair.shared[0] + 4
    assert len(pair.passages) == 2


def test_what_is_copied_beside_given_text_counts() -> None:
    task = "请就所在城市的一间社区茶室写一份不少于八百字的观察报告并附访谈。"
    texts = [
        Named(n, f"{own}{task}{FIRST}") for n, own in (("a", "第一组的前言很短。"), ("b", "写在前面，另一组如是说。"))
    ]
    (pair,) = compare_all(texts, given=[task]).pairs
    assert min(pair.shared) >= 20


def test_who_has_read_the_same_is_no_group() -> None:
    texts = [
        Named("reading", FIRST + SECOND, source=True),
        Named("a", f"甲组。{FIRST}"),
        Named("b", f"乙组写道：{SECOND}"),
    ]
    matrix = compare_all(texts)
    assert {(pair.one, pair.two) for pair in matrix.pairs} == {(0, 1), (0, 2)}
    assert matrix.clusters == []
