"""Quotes are found again, or said to be lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.anchors import context, find_quote
from tests.engine.text.samples import SIMPLIFIED

START = SIMPLIFIED.index("过去，安排值班")
QUOTE = SIMPLIFIED[START : START + 32]
PREFIX, SUFFIX = context(SIMPLIFIED, START, START + 32)


def test_context_is_at_most_32_code_points() -> None:
    assert (len(PREFIX), len(SUFFIX)) == (32, 32)
    assert context("甲乙丙", 1, 2) == ("甲", "丙")
    with pytest.raises(ValueError, match="not inside"):
        context("甲", 0, 2)


def test_unchanged_is_exact() -> None:
    assert find_quote(SIMPLIFIED, QUOTE, PREFIX, SUFFIX, START).state == "exact"


@given(st.text("甲乙。\n", min_size=1, max_size=30))
def test_text_in_front_moves_it(front: str) -> None:
    anchor = find_quote(front + SIMPLIFIED, QUOTE, PREFIX, SUFFIX, START)
    assert (anchor.state, anchor.start, anchor.score) == ("moved", START + len(front), 1.0)


def test_of_two_occurrences_the_context_decides() -> None:
    text = f"前面甲。同样的话。后面乙。前面丙。同样的话。后面丁。{'空' * 40}"
    second = text.rindex("同样的话")
    anchor = find_quote(text, "同样的话", "前面丙。", "。后面丁", text.index("同样的话"))
    assert anchor.start == second


def test_an_edited_passage_is_fuzzy_with_a_score() -> None:
    edited = SIMPLIFIED.replace("主要依靠经验", "大多凭借老经验")
    anchor = find_quote(edited, QUOTE, PREFIX, SUFFIX, START)
    assert anchor.state == "fuzzy"
    assert 0.7 < anchor.score < 1.0
    assert edited[anchor.start : anchor.end].startswith("过去，安排值班大多凭借老经验")


@pytest.mark.parametrize("quote", ["", "完全没有出现过的一段外星咒语文字"])
def test_what_is_gone_is_an_orphan(quote: str) -> None:
    assert find_quote(SIMPLIFIED, quote, "", "", 5).state == "orphan"
