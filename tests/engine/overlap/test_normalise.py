from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.overlap.normalise import normalise
from tests.engine.overlap.recount import counted


def plain(text: str) -> str:
    return "".join(map(chr, normalise(text).codes))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("臺灣の茶葉，ＡＢＣ１２３！", "台湾の茶叶abc123"),
        ("產(chǎn)業(yè)政策", "产业政策"),
        ("产（chǎn）业（yè）", "产业"),
        ("如图(a)所示，见(CT)影像", "如图a所示见ct影像"),
        ("面积20㎡", "面积20m2"),
        ("e\u0301te\u0301", "\u00e9t\u00e9"),
        ("①②", "12"),
        ("\ud800你", "你"),
        ("， 。\n", ""),
    ],
)
def test_counted_characters(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_places_point_into_the_text_as_given() -> None:
    norm = normalise("「產(chǎn)業」２㎡")
    assert list(zip(map(chr, norm.codes), norm.start, norm.end, strict=True)) == [
        ("产", 1, 8),
        ("业", 8, 9),
        ("2", 10, 11),
        ("m", 11, 12),
        ("2", 11, 12),
    ]


@given(st.text(st.characters(exclude_categories=["Cs", "Mn", "Mc", "Me"]), max_size=60))
def test_equals_the_slow_count(text: str) -> None:
    norm = normalise(text)
    assert plain(text) == counted(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(norm.start, norm.end, strict=True))
    assert list(norm.start) == sorted(norm.start)
