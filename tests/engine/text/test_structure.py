"""Headings, lists, tables, captions, notes, chrome, contents; lines and pages joined where they were cut."""

from __future__ import annotations

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import ReadingText, build_reading_text
from tests.engine.text.samples import SIMPLIFIED

LONG = SIMPLIFIED.split("\n")[0]
OTHER = SIMPLIFIED.split("\n")[2]


def read(text: str) -> ReadingText:
    return build_reading_text(Extraction((ExtractedBlock(text),)))


def kinds(reading: ReadingText) -> list[tuple[str, int | None, str]]:
    return [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks]


def test_chinese_numbering_gives_levels() -> None:
    found = kinds(
        read(f"第一章 服务现状\n{LONG}\n一、读者\n{LONG}\n（一）学生\n{LONG}\n1、到馆\n{LONG}\n二、馆员\n{LONG}")
    )
    assert [(k, n) for k, n, _ in found if k == "heading"] == [("heading", n) for n in (1, 2, 3, 4, 2)]
    assert sum(k == "paragraph" for k, _, _ in found) == 5


def test_unnumbered_headings_stand_alone_and_open_ended() -> None:
    found = kinds(read(f"夜间开放的意义\n\n{LONG}\n\n首先，需要说明背景。\n\n{OTHER}"))
    assert [k for k, _, _ in found] == ["heading", "paragraph", "paragraph", "paragraph"]


def test_lists_captions_tables_notes_and_chrome() -> None:
    text = "\n".join(
        [
            f"{LONG}①",
            "- 第一项",
            "• 第二项",
            "图 1 到馆人数",
            "数据来源：抽样调查",
            "年份\t人数",
            "2023\t1200",
            "注释：",
            "①调查在三个城市进行。",
            "版权说明：本文档由用户提供",
            "如有侵权，请联系删除",
        ]
    )
    reading = read(text)
    assert [b.kind for b in reading.blocks] == [
        "paragraph",
        "list",
        "list",
        "caption",
        "caption",
        "table",
        "paragraph",
        "footnote",
        "boilerplate",
        "boilerplate",
    ]
    chrome = reading.blocks[-1]
    assert all(end <= chrome.start for _, end in reading.sentences)


def test_contents_are_set_apart_and_give_levels() -> None:
    reading = read(
        f"图书馆报告\n\n目录\n\n总论\n\n开放时间 P1\n\n馆舍布局 P5\n\n总论\n\n开放时间\n\n{LONG}\n\n馆舍布局\n\n{OTHER}"
    )
    found = kinds(reading)
    assert [t for k, _, t in found if k == "boilerplate"] == ["目录", "总论", "开放时间 P1", "馆舍布局 P5"]
    assert [(n, t) for k, n, t in found if k == "heading"][1:] == [(1, "总论"), (2, "开放时间"), (2, "馆舍布局")]


def test_contents_without_a_title_are_known_by_their_dots() -> None:
    entries = [
        f"{title}{'.' * 12}{page}"
        for title, page in (("一、现状", 1), ("二、读者", 4), ("三、馆员", 9), ("四、建议", 12))
    ]
    found = kinds(read("\n".join([*entries, "一、现状", LONG, "二、读者", OTHER])))
    assert [k for k, _, _ in found] == ["boilerplate"] * 4 + ["heading", "paragraph"] * 2


def test_lines_that_are_only_links_or_pictures_are_set_apart() -> None:
    links = ["![image.png](https://example.org/a.png)", "https://example.org/page?x=1", "[下一章](#b)", "图书馆.png"]
    found = kinds(read("\n\n".join([LONG, *links, f"见 https://example.org 的说明。{OTHER}"])))
    assert [k for k, _, _ in found] == ["paragraph", *["boilerplate"] * 4, "paragraph"]


def test_a_sentence_cut_by_a_page_is_joined_and_recorded() -> None:
    head, tail = LONG[:-20], LONG[-20:]
    reading = read(f"一、现状\n\n{head}\n\n{tail}\n\n{OTHER}")
    assert LONG in reading.text
    (repair,) = [r for r in reading.repairs if r.kind == "page_join"]
    assert (repair.before, repair.after, repair.start) == ("\n\n", "", reading.text.index(tail))


def test_headings_are_never_joined_to_what_follows() -> None:
    reading = read(
        f"国内特点：设备厂商利用政策优势实现突破，部分企业通过合作的形式完成布局\n\n{LONG}\n\n结论\n\n{OTHER}"
    )
    assert not [r for r in reading.repairs if r.kind.endswith("join")]


def test_hard_wrapped_lines_become_paragraphs() -> None:
    width = 30
    paragraphs = [LONG, OTHER]
    wrapped = "\n".join(
        "\n".join(("\u3000\u3000" + p)[i : i + width] for i in range(0, len(p) + 2, width)) for p in paragraphs
    )
    assert [t for _, _, t in kinds(read(wrapped))] == paragraphs


def test_lines_of_a_writer_who_sets_no_full_stops_are_paragraphs() -> None:
    lines = [
        "市圖書館在城東開設了第三家分館，面積約八百平方米",
        "分館每週開放六天，週一閉館整理書架",
        "首月接待讀者一萬二千人次，其中一半以上是附近的中小學生",
        "館方表示下半年將增設自習區，晚間也開放",
    ]
    assert [kind for kind, _, _ in kinds(read("\n".join(lines)))] == ["paragraph"] * 4


def test_pages_lose_heads_and_numbers_and_words_are_dehyphenated() -> None:
    pages = [
        ExtractedBlock(f"Annual library report\n{body}\n{number}", page=number)
        for number, body in enumerate(
            [
                "Visitors stayed longer in the evening, and the evening read-\ners asked for warmer rooms because the heating was",
                "turned off early. Staff agreed with them in every respect that\nmattered to the management of the branch library.",
                "Costs fell for shelves and for devices in the second year. The\nboard was pleased, and it extended the trial by a year.",
            ],
            1,
        )
    ]
    reading = build_reading_text(Extraction(tuple(pages), kind="pdf"))
    assert "evening readers asked" in reading.text
    assert "heating was turned off early" in reading.text
    assert [b.page for b in reading.blocks if b.kind == "paragraph"] == [1, 3] or len(reading.blocks) >= 3
    assert any(b.kind == "boilerplate" for b in reading.blocks)


def test_a_flat_scrape_gets_its_headings_back() -> None:
    titles = ["一、读者需求分析", "1、学生读者", "夜间到馆情况", "2、上班族读者", "二、馆舍与设备"]
    contents = "".join(f"{t} {3 + n}" for n, t in enumerate(titles))
    flat = "图书馆夜间开放研究报告目录" + contents + "摘要" + "".join(t + SIMPLIFIED.replace("\n", "") for t in titles)
    found = kinds(read(flat + SIMPLIFIED.replace("\n", "") * 2))
    assert [(n, t) for k, n, t in found if k == "heading"] == [
        (1, "图书馆夜间开放研究报告"),
        (2, "摘要"),
        (2, titles[0]),
        (3, titles[1]),
        (4, titles[2]),
        (3, titles[3]),
        (2, titles[4]),
    ]
    assert (
        "".join(t for _, _, t in found) == flat.replace(" ", "") + SIMPLIFIED.replace("\n", "") * 2
        or max(len(t) for _, _, t in found) < 1200
    )
