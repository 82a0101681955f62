"""Numeric citations: order of first appearance, no dangling mark after any edit, plain reference lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.citations import mark, marked_numbers, number_citations, numbered

_IDS = st.text("abcdef", min_size=1, max_size=2)
_TEXT = st.lists(st.lists(_IDS, max_size=4), max_size=12)


def test_numbers_follow_first_appearance() -> None:
    assert number_citations([["b"], [], ["a", "b"], ["c"]]) == ["b", "a", "c"]
    assert numbered([["b"], [], ["a", "b"], ["c", "a", "b"]]).marks == ["[1]", "", "[1,2]", "[1-3]"]


@given(_TEXT, st.data())
def test_nothing_dangles_after_edits(text: list[list[str]], data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(0, 5))):  # remove, move, insert, cite anew
        if not text:
            break
        i = data.draw(st.integers(0, len(text) - 1))
        action = data.draw(st.sampled_from(["remove", "move", "insert", "cite"]))
        if action == "remove":
            text.pop(i)
        elif action == "move":
            text.insert(data.draw(st.integers(0, len(text) - 1)), text.pop(i))
        elif action == "insert":
            text.insert(i, data.draw(st.lists(_IDS, max_size=3)))
        else:
            text[i] = data.draw(st.lists(_IDS, max_size=3))
    answer = numbered(text)
    cited = {source for sentence in text for source in sentence}
    assert set(answer.order) == cited
    assert answer.dangling == []
    assert sorted(answer.numbers.values()) == list(range(1, len(cited) + 1))
    for sentence, shown in zip(text, answer.marks, strict=True):
        assert marked_numbers(shown) == {answer.numbers[s] for s in sentence}
    highest = 0
    for sentence in text:  # a new number is always the next one
        for source in sentence:
            assert answer.numbers[source] <= highest + 1
            highest = max(highest, answer.numbers[source])


@given(_TEXT, st.sets(_IDS))
def test_unknown_sources_get_no_number(text: list[list[str]], known: set[str]) -> None:
    answer = numbered(text, known)
    assert set(answer.order) <= known
    assert set(answer.dangling) == {s for sentence in text for s in sentence} - known
    assert all(n <= len(answer.order) for m in answer.marks for n in marked_numbers(m))


@given(st.sets(st.integers(1, 60), max_size=12))
def test_a_mark_reads_back(numbers: set[int]) -> None:
    assert marked_numbers(mark(sorted(numbers))) == numbers


def test_what_is_no_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="no citation mark"):
        marked_numbers("1,2")
