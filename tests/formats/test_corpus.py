"""One document in every format: at least 99 % of its characters in order, headings at their levels, tables as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.cases import Case, cases
from tests.formats.measuring import blocks_of, read, share_in_order, text_of

CASES = list(cases())


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_was_written_comes_back(tmp_path: Path, case: Case) -> None:
    kind, reading = read(tmp_path, case.make(), case.name)
    assert kind == case.kind
    assert share_in_order(case.expected, text_of(reading)) >= 0.99
    headings = blocks_of(reading, "heading")
    assert [text for _, text in headings] == [text for _, text in case.headings]
    if case.levels:
        assert headings == case.headings
    assert [text for _, text in blocks_of(reading, "table")] == case.tables
    assert {name: reading.metadata.get(name) for name in case.metadata} == case.metadata
