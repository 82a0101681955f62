"""Where a quote may stand, and how much of it and of its context stands there."""

from __future__ import annotations

import pytest

from synthesis.engine.anchors import context, context_score, fitted, occurrences
from tests.engine.text.samples import SIMPLIFIED

START = SIMPLIFIED.index("过去，安排值班")
QUOTE = SIMPLIFIED[START : START + 32]


def test_context_is_at_most_32_code_points() -> None:
    assert [len(side) for side in context(SIMPLIFIED, START, START + 32)] == [32, 32]
    assert context("甲乙丙", 1, 2) == ("甲", "丙")
    with pytest.raises(ValueError, match="not inside"):
        context("甲", 0, 2)


def test_occurrences_may_overlap() -> None:
    assert occurrences("甲甲甲乙", "甲甲") == [0, 1]
    assert occurrences("甲", "乙") == []


def test_of_two_occurrences_the_context_decides() -> None:
    text = f"前面甲。同样的话。后面乙。前面丙。同样的话。后面丁。{'空' * 40}"
    first, second = occurrences(text, "同样的话")
    scores = [context_score(text, at, at + 4, "前面丙。", "。后面丁") for at in (first, second)]
    assert scores[0] < scores[1] == 1.0


def test_an_edited_passage_fits_with_a_score() -> None:
    edited = SIMPLIFIED.replace("主要依靠经验", "大多凭借老经验")
    anchor = fitted(edited, QUOTE, START)
    assert anchor.state == "fuzzy"
    assert 0.7 < anchor.score < 1.0
    assert edited[anchor.start : anchor.end].startswith("过去，安排值班大多凭借老经验")


def test_where_no_character_matches_it_is_an_orphan() -> None:
    assert fitted(SIMPLIFIED, "ζηθ", START).state == "orphan"
