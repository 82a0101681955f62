"""Wrong widths, radicals and blanks inside Chinese are mended; what is right is left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.notes import note_mends
from synthesis.engine.text.offsets import Edit, apply_edits
from synthesis.engine.text.pipeline import Mend
from synthesis.engine.text.script import to_simplified
from synthesis.engine.text.spacing import spacing_mends
from synthesis.engine.text.width import width_mends


def mended(text: str, mends: list[Mend]) -> str:
    return apply_edits(text, [Edit(m.start, m.end, m.after) for m in mends])[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("２０２４年ＣＴ设备", "2024年CT设备"),
        ("增长１２．５％，约３，０００台", "增长12.5%，约3,000台"),
        ("ＰＥＴ－ＣＴ／ＭＲ（ｖ２．０）", "PET-CT/MR（v2.0）"),
        ("见１，２；１２：３０开始", "见1，2；12:30开始"),
        ("Ａ：Ｂ，甲！", "A：B，甲！"),
        ("增长２０％，占20％", "增长20%，占20％"),
        ("ﾃﾞｰﾀ｡｢甲｣", "データ。「甲」"),
        ("⼈⼯智能与⻓期⻅效", "人工智能与长期见效"),
        ("，。：（）！？", "，。：（）！？"),
    ],
)
def test_widths_and_shapes(before: str, after: str) -> None:
    assert mended(before, width_mends(before)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("本 文 考 察 夜 间 开 放", "本文考察夜间开放"),
        ("我们 认为 开放 是 有 必要 的 ， 因为 读者 都 需要 。", "我们认为开放是有必要的，因为读者都需要。"),
        ("摘　要", "摘要"),
        ("第 三 章  总 则", "第三章  总 则"),
        ("张三 李四 王五 赵六", "张三 李四 王五 赵六"),
        ("需求很大 基础薄弱", "需求很大 基础薄弱"),
        ("我国的 CT 设备与 MRI 设备", "我国的 CT 设备与 MRI 设备"),
        ("白日依山尽 黄河入海流", "白日依山尽 黄河入海流"),
    ],
)
def test_blanks_in_chinese(before: str, after: str) -> None:
    assert mended(before, spacing_mends(before)) == after


def test_raised_note_marks() -> None:
    before = "由协议会^③决定^[12]。a^2与x^(n)不变。"
    assert mended(before, note_mends(before)) == "由协议会③决定[12]。a^2与x^(n)不变。"


@settings(max_examples=30, deadline=None)
@given(st.text("甲乙的 　，。ＡＢ１２．％a1⼈⻓ﾊﾟ\n", max_size=60))
def test_mends_ascend_and_never_grow(text: str) -> None:
    for mends in (width_mends(text), spacing_mends(text), note_mends(text)):
        at = 0
        for mend in mends:
            assert at <= mend.start < mend.end
            assert len(mend.after) <= mend.end - mend.start
            at = mend.end


def test_forms_that_the_converter_leaves() -> None:
    before = "隨著経済発展，裏面的値得関注；着陸、沉著、執著，名著與著作，顯著而昭著。"
    after = "随着经济发展，里面的值得关注；着陆、沉着、执着，名著与著作，显著而昭著。"
    assert to_simplified(before) == after
    assert to_simplified("余先生與沈女士在乾坤宮瞭望") == "余先生与沈女士在乾坤宫瞭望"
