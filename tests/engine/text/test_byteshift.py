"""Damage made by program from clean text is undone; intact text is not touched."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest

from synthesis.engine.text.annotations import find_annotations
from synthesis.engine.text.byteshift import find_shifts
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL, TRAPS
from tests.engine.text.scraper import scrape

NARROW = {ord(c): ord(c) - 0xFEE0 for c in "！，：；？（）"}


def mended(shown: str) -> str:
    out, at = [], 0
    for found in find_shifts(shown):
        out += [shown[at : found.start], found.after if found.after is not None else f"<{'|'.join(found.suggestions)}>"]
        at = found.end
    text = "".join(out) + shown[at:]
    out, at = [], 0
    for note in find_annotations(text):
        out.append(text[at : note.start])
        at = note.end
    return "".join(out) + text[at:]


@pytest.mark.parametrize("text", [*TRAPS, SIMPLIFIED, TRADITIONAL, ENGLISH, "產(chǎn)業(yè)?你好嗎?很好!"])
def test_intact_text_is_left_alone(text: str) -> None:
    assert find_shifts(text) == []


def test_straddled_annotations_are_undone() -> None:
    text = TRADITIONAL.replace("？", "。")
    page = scrape(text, cuts=0.0)
    assert page.straddles >= 10
    places = [s for s in find_shifts(page.shown) if s.reason == "straddle"]
    assert sum(s.after is None for s in places) <= max(1, len(places) // 20)
    likeness = SequenceMatcher(None, mended(page.shown), text.translate(NARROW), autojunk=False).ratio()
    assert likeness > 0.985


def test_what_is_cut_in_two_before_a_line_end_comes_back() -> None:
    clean = TRADITIONAL.translate(NARROW) + "\n新工廠投產後,年內的產量很高。\n經雙方協商,去年的產量爲12萬噸。\n"
    shown = clean.replace("高。\n", "高?zhé)\n", 1)
    found = [s for s in find_shifts("產(chǎn)業(yè)規(guī)劃。" * 3 + shown) if s.reason == "straddle"]
    assert [s.after or s.suggestions[0] for s in found] == ["。"]


def cut(clean: str, place: int) -> str:
    """`clean` (Traditional, marks narrowed) as a page shows it that was cut after the first byte of the character at `place`."""
    raw = clean.translate({v: k for k, v in NARROW.items()}).encode("gbk")
    shown = raw[: 2 * place].decode("gbk") + "?" + raw[2 * place + 1 :].decode("gbk", "ignore")
    return shown.translate(NARROW)


def test_a_cut_character_comes_back_or_is_suggested() -> None:
    clean = "館員說,需要更新設備。總體而言,系統保留必要的資料。"
    shown = cut(clean, clean.index("。總"))
    assert "總體" not in shown
    context = (TRADITIONAL.translate(NARROW) + "產(chǎn)業(yè)規(guī)劃。") * 2
    found = [s for s in find_shifts(context + shown) if s.start >= len(context)]
    assert len(found) == 1
    assert found[0].reason == "cut"
    assert "。總體" in (found[0].after, *found[0].suggestions)


@pytest.mark.parametrize(
    "clean", ["隔壁的動靜不小,孩子睡不著。", "夜裏風扇的噪音不小,平時都把門關上。", "這間屋子不小,採光也好。"]
)
def test_what_reads_most_like_the_language_of_today_is_first(clean: str) -> None:
    context = (TRADITIONAL.translate(NARROW) + "產(chǎn)業(yè)規(guī)劃。") * 2
    found = [s for s in find_shifts(context + cut(clean, clean.index("小,"))) if s.start >= len(context)]
    assert [(s.after or s.suggestions[0])[:2] for s in found] == ["小,"]


@pytest.mark.parametrize(
    ("shown", "clean"),
    [
        # After 百分之 comes a figure, whatever else may follow 之.
        ("去年的利潤?chèn)什坏桨俜种摺ＹJ款照舊。", "率不到百分之七。貸"),
        # The first mark is a question's own.
        ("會上有人提問??shàn)?biāo)籤也沒有換。", "標"),
    ],
)
def test_what_stands_beside_a_straddle_tells(shown: str, clean: str) -> None:
    context = (TRADITIONAL.translate(NARROW) + "產(chǎn)業(yè)規(guī)劃。") * 2
    assert [s.after for s in find_shifts(context + shown) if s.start >= len(context)] == [clean]


def test_a_comma_may_have_had_one_byte_in_the_file() -> None:
    context = "產(chǎn)業(yè)規(guī)劃。" * 3 + TRADITIONAL.translate(NARROW)
    # The last byte of 來 means nothing before an ASCII comma and vanishes.
    found = [s for s in find_shifts(context + "長期以?yǒng),核心技術由少數企業掌握。") if s.start >= len(context)]
    assert [s.after or s.suggestions[0] for s in found] == ["來"]


def test_an_annotation_after_a_letter_of_a_straddled_pair_goes() -> None:
    assert mended("產(chǎn)業(yè),鼓勵A(yù)I發展") == "產業,鼓勵AI發展"
