"""Text decoded wrongly comes back; intact text of any script stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.mojibake import find_misread
from synthesis.engine.text.reading import build_reading_text
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL, TRAPS

SENTENCE = "调查显示，延长开放时间以后，工作日晚间的到馆人数增加了三成。"


def back(text: str) -> str:
    for found in reversed(find_misread(text)):
        text = text[: found.start] + found.after + text[found.end :]
    return text


@pytest.mark.parametrize("read_as", ["latin-1", "sloppy-windows-1252"])
def test_utf8_read_byte_by_byte_comes_back(read_as: str) -> None:
    shown = SENTENCE.encode().decode(read_as)
    assert back(f"Source: {shown} (2024)") == f"Source: {SENTENCE} (2024)"


def test_accents_and_quotation_marks_come_back_inside_english() -> None:
    assert back("The cafÃ© was â€œbusyâ€\x9d at night.") == "The café was “busy” at night."


def test_gbk_read_as_latin_1_comes_back() -> None:
    assert back(SENTENCE.encode("gbk").decode("latin-1")) == SENTENCE


def test_utf8_read_as_gbk_comes_back_where_no_byte_was_lost() -> None:
    assert back("服务质量".encode().decode("gb18030")) == "服务质量"


@pytest.mark.parametrize(
    "text",
    [
        *TRAPS, SIMPLIFIED, TRADITIONAL, ENGLISH, "………………", "Ångström, naïve, ÄÖÜäöü, “ÀÉÎ” and São Tomé",
        "日本の医療画像診断", "한국어 문장입니다", "醍醐灌顶，魑魅魍魎", "©®™ ±½ §§ ¿Qué?",
    ],
)  # fmt: skip
def test_intact_text_stays(text: str) -> None:
    assert find_misread(text) == []


ANYTHING = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)
MISREAD = st.sampled_from([SENTENCE.encode().decode("latin-1"), SENTENCE.encode("gbk").decode("latin-1"), "cafÃ©"])


@settings(max_examples=25, deadline=None)
@given(st.lists(ANYTHING | MISREAD, max_size=4).map("\n".join))
def test_what_is_found_lies_in_the_text_in_order(text: str) -> None:
    at = 0
    for found in find_misread(text):
        assert at <= found.start < found.end <= len(text)
        assert found.after
        at = found.end


def test_the_repair_is_recorded_with_its_place_in_the_original() -> None:
    shown = "Notes: " + SENTENCE.encode().decode("latin-1")
    reading = build_reading_text(Extraction((ExtractedBlock(shown),)))
    repair = next(r for r in reading.repairs if r.kind == "mojibake")
    start, end = reading.offset_map.to_original(repair.start, repair.end)
    assert repair.before == shown[start:end]
    assert reading.text[repair.start : repair.end] == SENTENCE
