"""Numeric citations: order of first appearance, no dangling mark after any edit, plain reference lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.citations import mark, marked_numbers, number_citations, numbered
from synthesis.engine.citations_lines import reference_line, reference_list

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


_ZH = {
    "id": "w", "type": "article-journal", "title": "介入器械产业现状", "container-title": "中国医疗设备", "volume": "29", "issue": "5",
    "page": "1-6", "issued": {"date-parts": [[2023, 5]]}, "language": "zh-CN",
    "author": [{"family": "王", "given": "伟"}, {"family": "李", "given": "娜"}, {"family": "张", "given": "强"}, {"family": "赵", "given": "敏"}],
}  # fmt: skip
_EN = {
    "id": "s", "type": "book", "title": "Valve repair", "publisher": "North Press", "publisher-place": "Leeds", "issued": {"date-parts": [[2019]]},
    "author": [{"family": "Smith", "given": "Jane Ann"}, {"family": "Lee", "given": "B."}],
}  # fmt: skip
_WEB = {
    "id": "x", "type": "webpage", "title": "Device statistics", "URL": "https://example.org/d", "accessed": {"date-parts": [[2025, 3, 7]]},
    "issued": {"date-parts": [[2024]]}, "author": [{"literal": "Health Agency"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("item", "style", "line"),
    [
        (_ZH, "gbt7714", "王伟, 李娜, 张强, 等. 介入器械产业现状[J]. 中国医疗设备, 2023, 29(5): 1-6."),
        (_EN, "gbt7714", "SMITH J A, LEE B. Valve repair[M]. Leeds: North Press, 2019."),
        (_WEB, "gbt7714", "Health Agency. Device statistics[EB/OL]. 2024[2025-03-07]. https://example.org/d."),
        (_ZH, "apa", "王伟, 李娜, 张强, 赵敏. (2023). 介入器械产业现状. 中国医疗设备, 29(5), 1–6."),
        (_EN, "apa", "Smith, J. A., & Lee, B. (2019). Valve repair. North Press."),
        (_WEB, "apa", "Health Agency. (2024). Device statistics. https://example.org/d"),
        ({"id": "n"}, "gbt7714", "n"),
    ],
)
def test_reference_lines(item: dict[str, object], style: str, line: str) -> None:
    assert reference_line(item, style) == line  # type: ignore[arg-type]


def test_the_list_is_numbered_and_names_sources_without_data() -> None:
    assert reference_list(["s", "gone"], {"s": _EN})[1] == "[2] gone"


@given(
    st.dictionaries(
        st.sampled_from(["title", "type", "volume", "page", "issued", "author", "URL", "publisher", "container-title"]),
        st.one_of(st.none(), st.text(max_size=8), st.integers(), st.lists(st.text(max_size=3)), st.dictionaries(st.text(max_size=3), st.text(max_size=3))),
    ),
    st.sampled_from(["gbt7714", "apa"]),
)  # fmt: skip
def test_any_item_gives_a_line(item: dict[str, object], style: str) -> None:
    assert reference_line(item, style).strip()  # type: ignore[arg-type]
