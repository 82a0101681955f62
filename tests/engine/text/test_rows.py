"""A row of a table is one unit, whatever stops its cells hold."""

from __future__ import annotations

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from synthesis.engine.text.sentences import split_rows


def test_rows_are_the_sentences_of_a_table() -> None:
    text = "设备\t原理\t用途\nCT\t用射线成像。再重建。\t骨科\n\t同上\t\n--\t--"
    reading = build_reading_text(
        Extraction((ExtractedBlock(text, "table"), ExtractedBlock("甲。乙。")), structured=True)
    )
    assert [reading.text[a:b] for a, b in reading.sentences] == [
        "设备\t原理\t用途", "CT\t用射线成像。再重建。\t骨科", "同上", "甲。", "乙。",
    ]  # fmt: skip


def test_rules_of_pipe_tables_are_no_rows() -> None:
    text = "| 年份 | 人数 |\n|------|-----:|\n| 2022 | 1200 |"
    assert [text[a:b] for a, b in split_rows(text, 0, len(text))] == ["| 年份 | 人数 |", "| 2022 | 1200 |"]
