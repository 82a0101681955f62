"""Sentences end where readers say they do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.text.sentences import split_sentences


def pieces(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一句。第二句！第三句？", ["第一句。", "第二句！", "第三句？"]),
        ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
        ("他说“很好。”，然后走了。", ["他说“很好。”，然后走了。"]),
        ("《问。答》是书名。", ["《问。答》是书名。"]),
        ("增长（见图。）百分之五。", ["增长（见图。）百分之五。"]),
        ("增长3.5%；下降2.1%。", ["增长3.5%；", "下降2.1%。"]),
        ("等等……于是结束", ["等等……", "于是结束"]),
        ("Dr. Lee came. He left at 3.5 p.m. today.", ["Dr. Lee came.", "He left at 3.5 p.m. today."]),
        ("See http://a.b/c?d=e!f now. Next.", ["See http://a.b/c?d=e!f now.", "Next."]),
        ("一行\n二行", ["一行", "二行"]),
        ("没有结尾（括号。不闭合。还有", ["没有结尾（括号。", "不闭合。", "还有"]),
        (" \n ", []),
    ],
)
def test_splits(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text("甲乙。！？；，“”（）《》.!? aB3\n…", max_size=120), st.integers(0, 10), st.integers(0, 10))
def test_spans_ascend_are_trimmed_and_keep_every_character(text: str, left: int, right: int) -> None:
    start, end = min(left, len(text)), max(min(left, len(text)), len(text) - right)
    spans = split_sentences(text, start, end)
    at = start
    for a, b in spans:
        assert at <= a < b <= end
        assert not text[at:a].strip()
        assert text[a:b] == text[a:b].strip()
        at = b
    assert not text[at:end].strip()
