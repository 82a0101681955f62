"""Simplified forms of equal length; the language of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.text.model import shown_language
from synthesis.engine.text.script import detect_language, to_simplified
from tests.engine.text import single_forms
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("隨著時間看著作業", "随着时间看着作业"),
        ("顯著的著作與著名編著", "显著的著作与著名编著"),
        ("裏面與裡面", "里面与里面"),
        ("乾隆年間的乾淨院子", "乾隆年间的干净院子"),
        ("執著、沿著、著重", "执着、沿着、着重"),
    ],
)
def test_simplifies_words_in_context(traditional: str, simplified: str) -> None:
    assert to_simplified(traditional) == simplified


@given(st.text(st.sampled_from("隨著裏乾後麼a1 \n\U00020000著作"), max_size=60))
def test_length_never_changes(text: str) -> None:
    assert len(to_simplified(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (SIMPLIFIED, "zh-Hans"),
        (TRADITIONAL, "zh-Hant"),
        (ENGLISH, "en"),
        ("これは日本語の文章です。", "ja"),
        ("한국어 문장입니다.", "ko"),
        ("12 345", "und"),
        ("", "und"),
    ],
)
def test_names_the_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_the_bundled_forms_are_those_of_opencc() -> None:
    assert single_forms.FILE.read_text("utf-8") == single_forms.table()


@pytest.mark.parametrize(("written", "shown"), [("zh-Hant", "zh-Hans"), ("zh", "zh-Hans"), ("en", "en"), ("", "")])
def test_chinese_is_shown_in_simplified_characters(written: str, shown: str) -> None:
    assert shown_language(written) == shown
