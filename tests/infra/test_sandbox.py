"""Parsers in their child: what they get out of each format, and what limits do to a bad one."""

from __future__ import annotations

import io
import os
from dataclasses import asdict
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt

from synthesis.infra import forking
from synthesis.infra.sandbox import Limits, ParserFailed, read_source, run_parser


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "source"
    path.write_bytes(data)
    return path


TEXT = "夜间开放服务改变了读者的习惯，图书馆正在更新设备。"
TRADITIONAL = "夜間開放服務改變了讀者的習慣，圖書館正在更新設備。"


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        (TEXT, "utf-8", "utf-8"),
        (TEXT, "utf-8-sig", "utf-8-sig"),
        (TEXT, "gb18030", "gb18030"),
        ("图书馆", "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        ("圖書館", "big5", "big5hkscs"),
        (TEXT, "utf-16", "utf-16"),
        (TEXT, "utf-16-le", "utf-16-le"),
        (TEXT, "utf-16-be", "utf-16-be"),
        ("Plain English text.", "utf-16-le", "utf-16-le"),
        ("Café déjà vu, naïve rôle of the élite.", "cp1252", None),
    ],
)
def test_text_in_any_encoding(tmp_path: Path, text: str, encoding: str, expected: str | None) -> None:
    extraction = run_parser("txt", write(tmp_path, text.encode(encoding)))
    assert extraction.blocks[0].text.lstrip("\ufeff") == text
    if expected:
        assert extraction.encoding == expected


def test_markdown_keeps_headings_lists_tables_and_notes(tmp_path: Path) -> None:
    source = "# 标题\n正文**强调**10^6^[^1]\n\n- 甲\n- 乙\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: 注文\n"
    extraction = run_parser("md", write(tmp_path, source.encode()))
    assert [(b.kind, b.level, b.text) for b in extraction.blocks] == [
        ("heading", 1, "标题"),
        ("paragraph", None, "正文强调10⁶[1]"),
        ("list", 1, "甲"),
        ("list", 1, "乙"),
        ("table", None, "a\tb\n1\t2"),
        ("footnote", None, "[1] 注文"),
    ]


def test_word_keeps_headings_and_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("报告", 0)
    document.add_heading("现状", 1)
    document.add_paragraph("正文一。").runs[0].font.size = Pt(12)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "年份", "人数"
    buffer = io.BytesIO()
    document.save(buffer)
    reading = read_source(write(tmp_path, buffer.getvalue()), "docx")
    assert [(b.kind, b.level, reading.text[b.start : b.end]) for b in reading.blocks] == [
        ("heading", 1, "报告"),
        ("heading", 1, "现状"),
        ("paragraph", None, "正文一。"),
        ("table", None, "年份\t人数"),
    ]
    assert reading.title == "报告"


def test_html_gives_the_article_with_its_data(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>{TEXT}第{n}段。</p>" for n in range(8))
    page = (
        '<html><head><meta charset="gbk"><title>夜间开放</title><meta name="author" content="李明"></head><body>'
        f"<nav><a href=/>首页</a></nav><article><h1>夜间开放</h1>{paragraphs}</article><script>alert(1)</script></body></html>"
    )
    extraction = run_parser("html", write(tmp_path, page.encode("gbk")))
    text = "\n".join(b.text for b in extraction.blocks)
    assert extraction.title == "夜间开放"
    assert "第7段" in text
    assert "alert" not in text
    assert extraction.metadata["author"] == "李明"


def test_a_page_without_article_gives_its_text(tmp_path: Path) -> None:
    extraction = run_parser(
        "html", write(tmp_path, "<html><body><div>一<b>二</b></div><p>三</p></body></html>".encode())
    )
    assert "".join(b.text for b in extraction.blocks) == "一二三"


def test_read_source_reports_progress_and_gives_a_reading_text(tmp_path: Path) -> None:
    heard: list[float] = []
    reading = read_source(write(tmp_path, "醫(yī)療產(chǎn)業(yè)。".encode()), "txt", on_progress=heard.append)
    assert reading.text == "医疗产业。"
    assert reading.written == "醫療產業。"
    assert heard == sorted(heard)
    assert heard[-1] <= 1.0


@pytest.mark.parametrize(
    ("kind", "data", "code"),
    [
        ("docx", b"PK\x03\x04 no package", "unreadable"),
        ("pdf", b"%PDF-1.4 nothing", "unreadable"),
        ("txt", b" \n ", "no_text"),
        ("nonsense", b"x", "unreadable"),
    ],
)
def test_what_cannot_be_read_fails_with_a_code(tmp_path: Path, kind: str, data: bytes, code: str) -> None:
    with pytest.raises(ParserFailed) as failed:
        run_parser(kind, write(tmp_path, data))
    assert failed.value.code == code


def test_deeply_nested_pages_come_to_an_end(tmp_path: Path) -> None:
    page = write(tmp_path, b"<html><body>" + b"<div>" * 20_000 + b"deep")
    try:
        code = run_parser("html", page).kind
    except ParserFailed as failed:
        code = failed.code
    assert code in {"html", "unreadable", "no_text", "died", "memory"}


def test_memory_is_limited(tmp_path: Path) -> None:
    source = write(tmp_path, TEXT.encode() * 40_000)
    with pytest.raises(ParserFailed) as failed:
        read_source(source, "txt", limits=Limits(memory=64 * 1024 * 1024))
    assert failed.value.code in {"memory", "died"}


def test_processor_time_is_limited(tmp_path: Path) -> None:
    with pytest.raises(ParserFailed) as failed:
        read_source(write(tmp_path, TEXT.encode() * 100_000), "txt", limits=Limits(cpu=1))
    assert failed.value.code == "timeout"


def test_wall_time_is_limited(tmp_path: Path) -> None:
    with pytest.raises(ParserFailed) as failed:
        read_source(write(tmp_path, TEXT.encode()), "txt", limits=Limits(wall=0.0))
    assert failed.value.code == "timeout"


def test_output_is_limited(tmp_path: Path) -> None:
    with pytest.raises(ParserFailed) as failed:
        run_parser("txt", write(tmp_path, TEXT.encode() * 5000), limits=Limits(output=100_000))
    assert failed.value.code == "output_too_large"


def test_what_a_caller_leaves_behind_goes_with_it(tmp_path: Path) -> None:
    room = tmp_path / "room"
    room.mkdir(mode=0o777)
    config = {"job": "extract", "kind": "md", "room": str(room), "limits": asdict(Limits()), "parameters": {}}
    # The document is a pipe that never ends, so the child is at work when the caller is gone.
    ends = os.pipe()
    result, complaints = os.open(os.devnull, os.O_WRONLY), os.open(os.devnull, os.O_WRONLY)
    channel = forking.start(config, (ends[0], result, complaints))
    (room / "copy").write_text("somebody's document")
    forking.stop()
    channel.close()
    for fd in (*ends, result, complaints):
        os.close(fd)
    assert not room.exists()
