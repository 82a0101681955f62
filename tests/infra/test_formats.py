"""One report in every format that pandoc writes: the same headings, lists, table, notes and order come back."""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest

from synthesis.engine.text.reading import ReadingText
from synthesis.infra.sandbox import read_source
from synthesis.infra.uploads import inspect

REPORT = """---
title: 图书馆夜间开放研究报告
author: 李明
---

# 服务现状

夜间开放服务正在**改变**居民的阅读习惯[^1]，*到馆人数*增加三成。Mary Lee (2024) reports growth of 12.5%.

## 读者构成

- 学生
- 上班族
    - 夜班护士

| 年份 | 到馆人数 |
|------|----------|
| 2022 | 15,300   |
| 2023 | 18,950   |

: 表1 到馆人数

### English heading

> 引用的一段话。

# 结论

最后一段[^2]。

[^1]: 调查在三个城市进行。
[^2]: 第二条注。
"""
HEADINGS = [(1, "服务现状"), (2, "读者构成"), (3, "English heading"), (1, "结论")]
FORMATS = ["docx", "odt", "rtf", "epub", "html", "markdown"]


def made(folder: Path, form: str, text: str = REPORT) -> ReadingText:
    path = folder / ("report.md" if form == "markdown" else f"report.{form}")
    if form == "markdown":
        path.write_text(text, "utf-8")
    else:
        pypandoc.convert_text(
            text, form, format="markdown", outputfile=str(path), extra_args=["--standalone", "--quiet"]
        )
    kind = inspect(path, path.name).kind
    assert kind == ("md" if form == "markdown" else form)
    return read_source(path, kind)


def squeezed(text: str) -> str:
    return "".join(text.split()).replace("•", "").replace("–", "")


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_keeps_its_structure(tmp_path: Path, form: str) -> None:
    reading = made(tmp_path, form)
    blocks = [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks]
    assert reading.title == "图书馆夜间开放研究报告"
    assert [(n, t) for k, n, t in blocks if k == "heading" and t != reading.title] == HEADINGS
    assert [t for k, _, t in blocks if k == "table"] == ["年份\t到馆人数\n2022\t15,300\n2023\t18,950"]
    assert [t for k, _, t in blocks if k == "caption"] == ["表1 到馆人数"]
    assert [squeezed(t) for k, _, t in blocks if k == "list"] == ["学生", "上班族", "夜班护士"]
    whole = squeezed(reading.text)
    order = [
        "服务现状",
        "阅读习惯[1]，到馆人数",
        "12.5%.",
        "学生",
        "引用的一段话。",
        "最后一段[2]。",
        "三个城市",
        "第二条注。",
    ]
    places = [whole.index(squeezed(piece)) for piece in order]
    assert places == sorted(places)
    if form != "html":
        assert [t for k, _, t in blocks if k == "footnote"] == ["[1] 调查在三个城市进行。", "[2] 第二条注。"]


@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_a_title_line_is_a_heading_and_a_first_paragraph_is_not(tmp_path: Path, form: str) -> None:
    titled = made(tmp_path, form)
    assert (titled.blocks[0].kind, titled.blocks[0].level) == ("heading", 1)
    plain = made(tmp_path, form, "这一段在任何标题之前，是正文。\n\n# 现状\n\n正文。\n")
    assert plain.blocks[0].kind == "paragraph"


def test_contents_written_by_a_word_processor_are_set_apart(tmp_path: Path) -> None:
    text = "目录\n\n现状 3\n\n结论 9\n\n# 现状\n\n正文一段。\n\n# 结论\n\n正文又一段。\n"
    reading = made(tmp_path, "docx", text)
    kinds = [b.kind for b in reading.blocks]
    assert kinds == ["boilerplate"] * 3 + ["heading", "paragraph"] * 2
    assert all(start >= reading.blocks[3].start for start, _ in reading.sentences)


def test_lists_and_captions_typed_by_hand(tmp_path: Path) -> None:
    text = "# 现状\n\n• 第一\n\n• 第二\n\n1\\. 甲\n\n2\\. 乙\n\n图 1 到馆人数\n\n版权所有 某馆\n"
    reading = made(tmp_path, "docx", text)
    assert [b.kind for b in reading.blocks] == ["heading", "list", "list", "list", "list", "caption", "boilerplate"]
