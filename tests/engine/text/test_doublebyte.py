"""Runs of double-byte text read wrongly come back or are shown as damage; intact text of any script stays."""

from __future__ import annotations

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.doublebyte import find_reread
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from tests.bench.damage.prose import PROSE
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL, TRAPS

SENTENCE = "调查显示，延长开放时间以后，工作日晚间的到馆人数增加了三成。"
TRADITIONAL_SENTENCE = opencc.OpenCC("s2t").convert(SENTENCE)
JAPANESE = "図書館の開館時間について、利用者の意見を調査しました。"


def back(text: str) -> str:
    """The text with what is sure mended; what is only suggested stays."""
    for found in reversed(find_reread(text)):
        if found.after is not None:
            text = text[: found.start] + found.after + text[found.end :]
    return text


@pytest.mark.parametrize(
    ("sentence", "written", "read"),
    [
        (TRADITIONAL_SENTENCE, "big5", "gb18030"),
        (SENTENCE, "gbk", "big5"),
        (JAPANESE, "cp932", "gb18030"),
        (JAPANESE, "cp932", "gbk"),
    ],
)
def test_a_run_read_in_another_charset_comes_back(sentence: str, written: str, read: str) -> None:
    shown = sentence.encode(written).decode(read, "replace")
    mended = back(f"前言\n{shown}\n後記").split("\n")[1]
    whole = mended.partition("\ufffd")[0]
    # Where a byte had no meaning the run ends.
    assert len(whole) >= 14
    assert sentence.startswith(whole[:-1])


@pytest.mark.parametrize("errors", ["ignore", "replace"])
def test_utf8_read_as_gbk_comes_back_though_bytes_were_lost(errors: str) -> None:
    shown = "公司的服务质量近年来有了很大提高".encode().decode("gbk", errors)
    assert back(shown) == "公司的服务质量近年来有了很大提高"


def test_a_run_one_byte_out_of_phase_comes_back_but_for_its_first_character() -> None:
    raw = "县医院的护理部主任常常提到一件小事".encode("gbk")[1:]
    (found,) = find_reread(raw.decode("gb18030", "replace"))
    options = found.suggestions if found.after is None else (found.after,)
    assert all(option[1:].startswith("医院的护理部主任常常提到") for option in options)
    assert options[0][0] == "县"


def test_what_nobody_can_know_is_damage_and_stays() -> None:
    raw = "居民可以用一小时的志愿服务换取一份餐食".encode("gbk")[1:]
    shown = raw.decode("gb18030", "replace")
    reading = build_reading_text(Extraction((ExtractedBlock(shown),)))
    assert reading.text.startswith(shown[:10])
    assert any(d.reason == "mojibake" and len(d.suggestions) > 1 for d in reading.damage)


@pytest.mark.parametrize("read", ["gbk", "utf-8"])
def test_replacement_characters_are_damage_and_never_guessed(read: str) -> None:
    shown = SENTENCE.encode("gbk" if read == "utf-8" else "utf-8")[: 9 if read == "gbk" else None].decode(
        read, "replace"
    )
    shown = "锟斤拷锟斤拷" if read == "gbk" else shown
    reading = build_reading_text(Extraction((ExtractedBlock(shown),)))
    assert reading.text == shown
    assert reading.damage


def test_the_repair_is_recorded_with_its_place_in_the_original() -> None:
    shown = SENTENCE.encode("gbk").decode("big5", "replace")
    reading = build_reading_text(Extraction((ExtractedBlock("前言\n\n" + shown),)))
    repair = next(r for r in reading.repairs if r.kind == "encoding")
    start, end = reading.offset_map.to_original(repair.start, repair.end)
    assert repair.before == ("前言\n\n" + shown)[start:end]


@pytest.mark.parametrize(
    "text",
    [
        *TRAPS, SIMPLIFIED, TRADITIONAL, ENGLISH, *PROSE, JAPANESE * 3, "한국어 문장입니다 그리고 더 많은 문장이 있습니다",
        "Привет, как дела? Это обычный русский текст.", "醍醐灌顶，魑魅魍魎，饕餮貔貅，囹圄龃龉", "ﾊﾝｶｸｶﾅﾓｼﾞﾉﾌﾞﾝ",
        "沆瀣一气氤氲缱绻蹀躞徜徉踟蹰彳亍踯躅", "鋼鐵鋁鎂鈦鎢鉬釩鉻錳鈷鎳",
    ],
)  # fmt: skip
def test_intact_text_stays(text: str) -> None:
    assert find_reread(text) == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*SIMPLIFIED, *TRADITIONAL, *JAPANESE, *ENGLISH, *"한국어Привет，。？！"]), max_size=80)
)
def test_shuffled_characters_of_any_script_stay(chars: list[str]) -> None:
    assert find_reread("".join(chars)) == []


ANYTHING = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60)
MISREAD = st.sampled_from(
    [
        SENTENCE.encode("gbk").decode("big5", "replace"),
        SENTENCE.encode("gbk")[1:].decode("gb18030", "replace"),
        SENTENCE.encode().decode("gbk", "ignore"),
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(ANYTHING | MISREAD, max_size=4).map("\n".join))
def test_places_ascend_and_hold_something(text: str) -> None:
    at = 0
    for found in find_reread(text):
        assert at <= found.start < found.end <= len(text)
        assert found.after or found.suggestions
        at = found.end
