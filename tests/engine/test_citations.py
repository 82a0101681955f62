"""Numeric citations: numbers by first appearance, marks that say just these numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.citations import mark, numbers_of


def test_numbers_follow_first_appearance() -> None:
    assert numbers_of(["b", "a", "b", "c", "a"]) == {"b": 1, "a": 2, "c": 3}
    assert numbers_of([]) == {}


@given(st.lists(st.text("abcdef", min_size=1, max_size=2)))
def test_a_new_number_is_always_the_next_one(cited: list[str]) -> None:
    numbers = numbers_of(cited)
    assert set(numbers) == set(cited)
    highest = 0
    for source in cited:
        assert numbers[source] <= highest + 1
        highest = max(highest, numbers[source])
    assert highest == len(numbers)


def test_three_and_more_in_a_row_are_a_range() -> None:
    assert [mark(numbers) for numbers in ([], [4], [1, 2], [1, 2, 3], [1, 3, 4, 5, 9])] == [
        "",
        "[4]",
        "[1,2]",
        "[1-3]",
        "[1,3-5,9]",
    ]


@given(st.sets(st.integers(1, 60), max_size=12))
def test_a_mark_says_its_numbers_and_no_other(numbers: set[int]) -> None:
    said: set[int] = set()
    for part in filter(None, mark(sorted(numbers)).strip("[]").split(",")):
        first, _, last = part.partition("-")
        said.update(range(int(first), int(last or first) + 1))
    assert said == numbers
