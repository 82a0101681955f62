"""Blocks as leaves: whatever the blocks, leaves and gaps together are the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synthesis.tagging.layout import lay_out, outline

KINDS = ["paragraph", "heading", "list", "table", "caption", "footnote", "boilerplate"]
texts = st.text(alphabet="字a|\t\n 。-𠮷", max_size=60)


def leaves_of(laid):
    for block in laid:
        if block.rows:
            rows = [*block.rows, *(row for part in block.rest for row in part.rows)]
            yield from (leaf for row in rows for leaf in row if leaf.text)
        else:
            yield block.leaf


@st.composite
def blocks(draw, text):
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return [
        {"start": a, "end": b, "kind": draw(st.sampled_from(KINDS)), "level": draw(st.sampled_from([None, 1, 2, 5]))}
        for a, b in zip(edges[::2], edges[1::2], strict=False)
    ]


@given(st.data(), texts)
def test_leaves_and_gaps_are_the_text(data, text):
    laid = lay_out(text, data.draw(blocks(text)))
    at = 0
    for leaf in leaves_of(laid):
        assert leaf.text == text[leaf.start : leaf.end]
        assert leaf.gap == text[at : leaf.start]
        at = leaf.end
    # What no leaf shows is white space, or the bars and rules of a table.
    shown = {i for leaf in leaves_of(laid) for i in range(leaf.start, leaf.end)}
    assert {text[i] for i in range(len(text)) if i not in shown} <= set(" \t\n|-")


def test_a_table_keeps_empty_cells():
    text = "年\t销\t增\n1\t\t3"
    (table,) = lay_out(text, [{"start": 0, "end": len(text), "kind": "table", "level": None}])
    assert [[cell.text for cell in row] for row in table.rows] == [["年", "销", "增"], ["1", "", "3"]]


def test_a_table_with_bars():
    text = "| 年 | 销 |\n|---|---|\n| 1 |  |"
    (table,) = lay_out(text, [{"start": 0, "end": len(text), "kind": "table", "level": None}])
    assert [[cell.text for cell in row] for row in table.rows] == [["年", "销"], ["1", ""]]


def test_levels_become_h2_to_h4():
    text = "一\n二\n三"
    laid = lay_out(
        text, [{"start": i, "end": i + 1, "kind": "heading", "level": n} for i, n in ((0, None), (2, 2), (4, 6))]
    )
    assert [block.tag for block in outline(laid)] == ["h2", "h3", "h4"]


def test_page_furniture_is_told_and_long_runs_are_folded():
    text = "页眉\n正文。\n" + "\n".join("友情链接" for _ in range(6))
    blocks, at = [], 0
    for line in text.split("\n"):
        kind = "paragraph" if line == "正文。" else "boilerplate"
        blocks.append({"start": at, "end": at + len(line), "kind": kind, "level": None, "page": 1})
        at += len(line) + 1
    laid = lay_out(text, blocks)
    assert [block.fold for block in laid] == [1, 0, 6, 0, 0, 0, 0, 0]
    assert [block.folded for block in laid] == [False, False, *[True] * 6]


def test_the_first_block_of_each_page_says_so():
    text = "甲\n乙\n丙\n丁"
    pages = [1, 1, 2, None]
    laid = lay_out(
        text, [{"start": 2 * i, "end": 2 * i + 1, "kind": "paragraph", "page": page} for i, page in enumerate(pages)]
    )
    assert [block.opens_page for block in laid] == [True, False, True, False]


def test_a_table_over_two_pages_is_one_and_its_rows_know_their_page():
    text = "一\t二\n三\t四\n五\t六\n\n七\t八\n\n话。"
    spans = [(0, 7, "table", 1), (8, 11, "table", 2), (13, 16, "table", 2), (18, 20, "paragraph", 3)]
    laid = lay_out(text, [{"start": a, "end": b, "kind": kind, "page": page} for a, b, kind, page in spans])
    assert [(block.tag, block.page, block.opens_page) for block in laid] == [
        ("table", 1, True), ("table", 2, False), ("p", 3, True),
    ]  # fmt: skip
    ((part,),) = [block.rest for block in laid if block.rest]
    assert (part.page, part.opens_page, [leaf.text for leaf in part.rows[0]]) == (2, True, ["五", "六"])
