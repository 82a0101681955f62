"""Text copied out of pages without page marks: heads, numbers, wrapped lines, hyphens, columns set apart by blanks."""

from __future__ import annotations

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.marks import is_chrome
from synthesis.engine.text.reading import ReadingText, build_reading_text
from synthesis.engine.text.running import running_text
from tests.engine.text.samples import SIMPLIFIED

LONG, _, OTHER = SIMPLIFIED.split("\n")[:3]


def read(text: str) -> ReadingText:
    return build_reading_text(Extraction((ExtractedBlock(text),)))


def of_kind(reading: ReadingText, *kinds: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if b.kind in kinds]


def wrapped(text: str, width: int) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def test_heads_and_numbers_leave_the_sentences_they_cut() -> None:
    lines = wrapped(LONG + OTHER + LONG, 26)
    pages = [lines[i : i + 6] for i in range(0, len(lines), 6)]
    text = "\n".join(line for n, page in enumerate(pages, 1) for line in ("年度研究报告", *page, str(n)))
    reading = read(text)
    assert not any("年度研究报告" in body or body.isdigit() for body in of_kind(reading, "paragraph", "heading"))
    assert LONG[30:90] in reading.text
    joins = [r for r in reading.repairs if r.kind == "page_join"]
    assert joins
    assert all("年度研究报告" in r.before for r in joins)


def test_heads_with_the_number_beside_them() -> None:
    page = "The readers stayed for longer than in the year before, and most of\nthem came to read. The staff {}\n"
    ends = ("agreed that the", "said in the", "saw it in the", "wrote of the")
    text = "".join(
        page.format(end) + (f"\n{n}          BROWN\n\n" if n % 2 else f"\nLATE OPENING          {n}\n\n")
        for n, end in enumerate(ends, 11)
    )
    reading = read(text + "report that followed was long. It had many pages and few figures in it.")
    assert "agreed that the The readers" in reading.text
    assert not any("BROWN" in body or "LATE" in body for body in of_kind(reading, "paragraph", "heading"))


def test_numbers_of_sections_are_no_page_numbers() -> None:
    text = "\n\n".join(f"{n}\n\n{LONG}\n\n{OTHER}\n\n{LONG}" for n in (1, 2, 3))
    reading = read(text)
    assert not of_kind(reading, "boilerplate")


def test_wrapped_english_with_hyphens_and_items() -> None:
    text = (
        "Branch libraries in the city have been open until nine in the evening\n"
        "since the spring of last year. The decision was taken after a sur-\n"
        "vey of readers, and it was welcomed by the state-of-the-\n"
        "art branch in the north of the city. It was closed before.\n\n"
        "Two branches were left out of the trial, for they had no heating and\n"
        "could not be used in the winter months:\n\n"
        "- Harbour Road, where the counter failed and all the figures for the\n"
        "  second year were lost\n- Mill Lane\n"
    )
    reading = read(text)
    assert "a survey of readers" in reading.text
    assert "state-of-the-art branch" in reading.text
    assert of_kind(reading, "list") == [
        "- Harbour Road, where the counter failed and all the figures for the second year were lost",
        "- Mill Lane",
    ]
    assert len(of_kind(reading, "paragraph")) == 2


def test_a_paragraph_that_ends_in_a_quotation_is_not_joined() -> None:
    reading = read(
        f'{"Word " * 30}said: "It will not do."\n\nThe next paragraph is about another matter. {"Word " * 20}'
    )
    assert not reading.repairs


def test_columns_become_cells() -> None:
    text = f"{OTHER}\n\n分馆          2022    2023\n北街分馆      1,204   1,350\n港口分馆      980     1,002\n\n{LONG}"
    reading = read(text)
    (table,) = of_kind(reading, "table")
    assert [row.split("\t") for row in table.split("\n")] == [
        ["分馆", "2022", "2023"],
        ["北街分馆", "1,204", "1,350"],
        ["港口分馆", "980", "1,002"],
    ]
    assert {r.kind for r in reading.repairs} == {"table"}
    narrow = read(f"{OTHER}\n\n年份 人次 成本\n2021 5.2 3.1\n2022 5.9 3.2\n2023 6.8 3.4\n\n{LONG}")
    assert of_kind(narrow, "table") == ["年份\t人次\t成本\n2021\t5.2\t3.1\n2022\t5.9\t3.2\n2023\t6.8\t3.4"]


def test_two_blanks_after_a_full_stop_make_no_table() -> None:
    text = "It was late.  We went home.  All was quiet.\nIt was dark.  We had light.  Few came in.\n"
    assert not read(text).repairs


def test_chrome_of_a_news_page_is_set_apart() -> None:
    chrome = ["首页 > 新闻 > 正文", "我们使用 Cookie 来改善浏览体验，继续即表示同意。", "全部接受"]
    tail = [
        "【打印】【关闭】",
        "相关阅读：",
        "三座社区分馆建成",
        "阅读月活动启动",
        "关于我们 | 联系我们 | 网站地图",
        "京ICP备12345678号",
    ]
    title, by = "夜间开放满一年", "2024-06-12 09:30 来源：城市晚报 作者：李明"
    reading = read("\n".join([*chrome[:1], title, by, *chrome[1:], LONG, OTHER, *tail]))
    assert of_kind(reading, "boilerplate") == [*chrome, *tail]
    assert of_kind(reading, "heading") == [title]
    assert of_kind(reading, "paragraph") == [by, LONG, OTHER]
    assert reading.title == title
    spans = [(b.start, b.end) for b in reading.blocks if b.kind == "boilerplate"]
    compared = running_text(reading.text, spans)
    assert len(compared) == len(reading.text)
    assert "ICP" not in compared
    assert LONG in compared


@pytest.mark.parametrize(
    ("line", "chrome"),
    [
        ("2021-11-08 09:32 来源：晚报 字号：大 中 小", True),
        ("March 3, 2020 | 5 min read", True),
        ("（原标题：电梯来了）", True),
        ("赞同 1888 128 条评论 分享 收藏", True),
        ("2021 5.2 3.1", False),
        ("点赞文化的兴起", False),
        ("阅读 100 本书的方法", False),
        ("数据来源：统计局，2020年12月1日，阅读 3 次", False),
    ],
)
def test_tools_of_a_site_are_told_from_lines_about_reading(line: str, chrome: bool) -> None:
    assert is_chrome(line) is chrome
