"""Levels by number, by place and by sequence; what looks like a heading and is none."""

from __future__ import annotations

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.headings import first_number
from synthesis.engine.text.reading import build_reading_text
from tests.engine.text.samples import SIMPLIFIED

LONG, _, OTHER = SIMPLIFIED.split("\n")[:3]


def blocks(*lines: str, gap: str = "\n") -> list[tuple[str, int | None, str]]:
    reading = build_reading_text(Extraction((ExtractedBlock(gap.join(lines)),)))
    return [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks]


def headings(*lines: str, gap: str = "\n") -> list[tuple[int | None, str]]:
    return [(level, body) for kind, level, body in blocks(*lines, gap=gap) if kind == "heading"]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、甲", 1),
        ("十二、甲", 12),
        ("二十一、甲", 21),
        ("第三章 甲", 3),
        ("（四）甲", 4),
        ("IV. A", 4),
        ("3.2 甲", 3),
        ("甲", 0),
    ],
)
def test_first_numbers(line: str, number: int) -> None:
    assert first_number(line) == number


def test_a_paper() -> None:
    assert headings(
        "夜间开放的成本", "王 明，李红", "[摘要] 本文考察成本。", "[关键词] 图书馆；成本", "0 引言", LONG, "1 文献综述",
        "1.1 国外研究", LONG, "1.1.1 早期", OTHER, "1.2 国内研究", OTHER, "2 结论", LONG, "参考文献", "[1] 王明. 研究[J]. 情报，2020.",
    ) == [
        (1, "夜间开放的成本"), (2, "0 引言"), (2, "1 文献综述"), (3, "1.1 国外研究"), (4, "1.1.1 早期"), (3, "1.2 国内研究"),
        (2, "2 结论"), (2, "参考文献"),
    ]  # fmt: skip


def test_references_and_notes_are_footnotes() -> None:
    entries = ["[1] 王明. 研究[J]. 情报，2020.", "[2] 李红. 成本[D]. 北京，2019."]
    assert [k for k, _, _ in blocks(LONG, "参考文献", *entries)] == ["paragraph", "heading", "footnote", "footnote"]


def test_an_ordinance() -> None:
    found = blocks(
        "图书馆管理办法", "（2023年5月1日公布）", "第一章 总则", "第一条 为了促进事业发展，制定本办法。", "第二章 设立",
        "第二条 设立图书馆应当具备下列条件：", "（一）章程；", "（二）固定的馆址；", "（三）工作人员。",
    )  # fmt: skip
    assert [(k, n) for k, n, _ in found] == [
        ("heading", 1), ("paragraph", None), ("heading", 2), ("paragraph", None), ("heading", 2), ("paragraph", None),
        ("list", 1), ("list", 1), ("list", 1),
    ]  # fmt: skip


def test_unnumbered_headings_above_and_below_numbered_ones() -> None:
    above = headings(
        "现状", LONG, "一、读者", LONG, "二、馆员", OTHER, "展望", LONG, "一、经费", OTHER, "二、人员", LONG
    )
    assert [level for level, _ in above] == [1, 2, 2, 1, 2, 2]
    below = headings("一、现状", "读者的构成", LONG, "二、展望", "经费的来源", OTHER, "三、建议", LONG)
    assert [level for level, _ in below] == [1, 2, 1, 2, 1]


def test_labels_that_come_again_lie_below() -> None:
    found = headings(
        "儿童读者：人数增加最多", LONG, "现状：到馆踊跃", OTHER, "展望：仍将增长", LONG,
        "成年读者：时间有限", OTHER, "现状：晚间到馆", LONG, "展望：趋于稳定", OTHER,
    )  # fmt: skip
    assert [level for level, _ in found] == [1, 2, 2, 1, 2, 2]


def test_forms_options_and_signatures_are_no_headings() -> None:
    assert headings("访谈时间：2023年5月6日", "访谈对象：某馆馆长", LONG) == []
    assert headings(LONG, "市文化局", "2023年3月10日") == []
    kinds = [k for k, _, _ in blocks("1. 您常来吗？", "A. 常来", "B. 不常来", "2. 您满意吗？", "A. 满意", LONG)]
    assert kinds == ["list"] * 5 + ["paragraph"]


def test_nested_items_and_short_numbered_lists() -> None:
    found = blocks(LONG, "* 第一项", "  * 子项", "* 第二项", "", "1. 先做这个", "2. 再做那个", OTHER)
    assert [(k, n) for k, n, _ in found] == [
        ("paragraph", None), ("list", 1), ("list", 2), ("list", 1), ("list", 1), ("list", 1), ("paragraph", None),
    ]  # fmt: skip


def test_english_titles_and_sections() -> None:
    text = "The trial lasted for two years, and it was extended by the council in the end."
    assert headings("LATE OPENING IN LIBRARIES", "1. Introduction", text, "1.1 Data", text, "2. Results", text, gap="\n\n") == [
        (1, "LATE OPENING IN LIBRARIES"), (2, "1. Introduction"), (3, "1.1 Data"), (2, "2. Results"),
    ]  # fmt: skip
    assert headings("Late opening tried", "By Jane Smith", text, "What happens next", text)[-1] == (
        2,
        "What happens next",
    )


def test_a_flat_text_without_contents_is_cut_at_its_numbers_and_tables() -> None:
    body = SIMPLIFIED.replace("\n", "")
    found = blocks(f"图书馆发展报告一、现状{body}二、问题{body}年份人次(万)增长(%)20215.23.120225.93.220236.83.3")
    assert found[0] == ("heading", 1, "图书馆发展报告")
    starts = [t[:5] for k, _, t in found if k == "paragraph"]
    assert "一、现状城" in starts
    assert "二、问题城" in starts
    assert [t for k, _, t in found if k == "table"] == ["年份人次(万)增长(%)", "20215.23.1", "20225.93.2", "20236.83.3"]
    assert max(len(t) for k, _, t in found if k == "paragraph") < 900


def test_contents_with_chapters_names_and_roman_pages() -> None:
    dots = " ………………… "
    found = blocks(
        "夜间开放研究", "目  录", f"摘  要{dots}I", f"第1章 绪论{dots}1", f"1.1 背景{dots}1", f"第2章 综述{dots}5", f"参考文献{dots}9",
        "摘  要", LONG, "第1章 绪论", "1.1 背景", OTHER, "第2章 综述", LONG, "参考文献", "[1] 王明. 研究[J]. 情报，2020.",
    )  # fmt: skip
    assert [n for k, n, _ in found if k == "boilerplate"] == [None, 1, 1, 2, 1, 1]
    assert [(n, t) for k, n, t in found if k == "heading"] == [
        (1, "夜间开放研究"), (1, "摘要"), (1, "第1章 绪论"), (2, "1.1 背景"), (1, "第2章 综述"), (1, "参考文献"),
    ]  # fmt: skip


def test_notes_under_tables_are_captions() -> None:
    found = blocks(LONG, "表1 到馆人次", "年份\t人次", "2023\t1200", "注：数据截至年底。", OTHER)
    assert [k for k, _, _ in found] == ["paragraph", "caption", "table", "caption", "paragraph"]


def test_labels_with_figures_that_ran_into_a_flat_text_are_rows() -> None:
    body = SIMPLIFIED.replace("\n", "")
    table = "城市每馆座位(个)使用率(%)东城42.686.3西城(北区)39.884.7南城35.281.5"
    found = blocks(f"图书馆发展报告一、现状{body}{body}{table}")
    assert [t for k, _, t in found if k == "table"] == [
        "城市每馆座位(个)使用率(%)",
        "东城42.686.3",
        "西城(北区)39.884.7",
        "南城35.281.5",
    ]
    assert found[-5][0] == "paragraph"
    assert found[-5][2].endswith("。")


def test_lines_of_a_poem_a_list_and_of_remarks_are_none_and_stay_lines() -> None:
    poem = ("云淡风轻近午天", "傍花随柳过前川", "时人不识余心乐", "将谓偷闲学少年", "雨一直没有来", "巷口却开满了花")
    listed = ("采购清单", "打印纸 20包", "签字笔 100支", "文件夹 50个", "手套 30双")
    said = (
        "太好吃了!!!下次还来", "服务员态度很好！！！就是等位太久", "为什么周末不能订位???打电话也没人接", "推荐红烧肉!!!!肥而不腻",
        "环境一般，价格偏贵，但是菜量很足", "停车不方便!!!附近只有一个小停车场", "总体来说值得再去一次",
    )  # fmt: skip
    for lines in (poem, listed, said):
        assert [body for kind, _, body in blocks(*lines) if kind == "paragraph"] == list(lines)
