from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.overlap.runs import RunIndex
from tests.engine.overlap.samples import BICYCLES, TEA, text

SMALL = st.text("甲乙a1", max_size=24)


@given(SMALL, st.lists(SMALL, max_size=3), st.integers(1, 6))
def test_equals_trying_every_stretch(query: str, sources: list[str], k: int) -> None:
    measure = RunIndex(sources, k).measure(query)
    found = [
        (i, j)
        for i in range(len(query))
        for j in range(i + 1, len(query) + 1)
        if any(query[i:j] in source for source in sources)
    ]
    covered = {place for i, j in found if j - i >= k for place in range(i, j)}
    assert measure.counted == len(query)
    assert measure.longest_run == max((j - i for i, j in found), default=0)
    assert measure.matched == len(covered)
    assert {place for a, b in measure.runs for place in range(a, b)} == covered
    assert measure.ratio == (len(covered) / len(query) if query else 0.0)


def test_runs_are_places_in_the_text_as_given() -> None:
    index = RunIndex([text(TEA), text(BICYCLES)])
    draft = "据说，老師傅習慣用手背試溫，\n而新式機器 依賴紅外探頭，这很难。"
    measure = index.measure(draft)
    assert [draft[a:b] for a, b in measure.runs] == ["老師傅習慣用手背試溫，\n而新式機器 依賴紅外探頭"]
    assert measure.longest_run == measure.matched == 21


def test_no_run_crosses_from_one_source_into_the_next() -> None:
    assert RunIndex(["春眠不觉晓", "处处闻啼鸟"], 6).measure("春眠不觉晓处处闻啼鸟").longest_run == 5


def test_a_text_of_one_character_is_no_trouble() -> None:
    assert RunIndex(["中" * 3000]).measure("中" * 2000).longest_run == 2000


def test_refuses_an_empty_run() -> None:
    with pytest.raises(ValueError, match="at least one"):
        RunIndex([], 0)
