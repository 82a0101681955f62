"""Figures and dates: exact values, units, qualifiers, offsets, and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from synthesis.engine.drafting.quantities.find import find_dates, find_quantities


def _read(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (f"{q.value.normalize():f}" + (f"..{q.high.normalize():f}" if q.high is not None else ""), q.unit, q.unit_class, q.qualifier)
        for q in find_quantities(text)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("规模达12,800亿元", [("1280000000000", "元", "CNY", "")]),
        ("規模達１２，８００億元", [("1280000000000", "元", "CNY", "")]),
        ("一万二千八百亿元", [("1280000000000", "元", "CNY", "")]),
        ("约1.28万亿元", [("1280000000000", "元", "CNY", "about")]),
        ("12亿3000万元", [("1230000000", "元", "CNY", "")]),
        ("出口额逾3500万美元", [("35000000", "美元", "USD", "over")]),
        ("占三成", [("30", "%", "percent", "")]),
        ("近四成五", [("45", "%", "percent", "near")]),
        ("百分之十二点五", [("12.5", "%", "percent", "")]),
        ("不足5‰", [("0.5", "%", "percent", "under")]),
        ("提高2.5个百分点", [("2.5", "个百分点", "point", "")]),
        ("5.30%至75.69%", [("5.3..75.69", "%", "percent", "")]),
        ("2至3万元", [("20000..30000", "元", "CNY", "")]),
        ("200-300万元", [("2000000..3000000", "元", "CNY", "")]),
        ("800至1.2万元", [("800..12000", "元", "CNY", "")]),
        ("从2.1增至3.5亿元", [("210000000", "元", "CNY", ""), ("350000000", "元", "CNY", "")]),
        ("from 6.1 to 4.8 million", [("6100000", "", "number", ""), ("4800000", "", "number", "")]),
        ("3、4和5亿元", [(f"{n}00000000", "元", "CNY", "") for n in (3, 4, 5)]),
        ("the poorest fifth", [("20", "%", "percent", "")]),
        ("每四元中有一元", [("25", "%", "percent", "")]),
        ("a year-and-a-half study", [("18", "年", "months", "")]),
        ("30–50%", [("30..50", "%", "percent", "")]),
        ("11%－13%", [("11..13", "%", "percent", "")]),
        ("翻了一番", [("2", "倍", "fold", "")]),
        ("增长两倍", [("3", "倍", "fold", "")]),
        ("是上年的3倍", [("3", "倍", "fold", "")]),
        ("上升六个多百分点", [("6", "个百分点", "point", "over")]),
        ("装机6000兆瓦", [("6000000000", "兆瓦", "power", "")]),
        ("开业不满三年", [("36", "年", "months", "under")]),
        ("无一低于25分贝", [("25", "分贝", "decibel", "at_least")]),
        ("达不到各国目标的一半", [("50", "%", "percent", "under")]),
        ("高于对照组的5.8%", [("5.8", "%", "percent", "")]),
        ("降至6,000多元以下", [("6000", "元", "CNY", "at_most")]),
        ("more than seven outpatients in ten", [("70", "%", "percent", "over")]),
        ("two- to three-year-olds", [("2..3", "岁", "age", "")]),
        ("spread over five sites", [("5", "site", "count", "")]),
        ("None of the lakes was filled to less than 60 percent", [("60", "%", "percent", "at_least")]),
        ("过半企业", [("50", "%", "percent", "over")]),
        ("至少20家医院", [("20", "家", "count", "at_least")]),
        ("30余项专利", [("30", "项", "count", "over")]),
        ("100人左右", [("100", "人", "count", "about")]),
        ("300万人次", [("3000000", "人次", "count", "")]),
        ("数百家", [("100", "家", "count", "some")]),
        ("256排CT", [("256", "排", "count", "")]),
        ("3.0T磁共振", [("3", "特斯拉", "tesla", "")]),
        ("第五批目录", [("5", "批", "ordinal", "")]),
        ("Ⅲ期临床", [("3", "期", "count", "")]),
        ("同比-3.2%", [("-3.2", "%", "percent", "")]),
        ("worth $1.2bn", [("1200000000", "美元", "USD", "")]),
        ("12.3 billion yuan", [("12300000000", "元", "CNY", "")]),
        ("nearly 15 percent", [("15", "%", "percent", "near")]),
        ("up to thirty hospitals", [("30", "hospital", "count", "at_most")]),
        ("two thirds of patients", [(f"{Decimal(200) / 3:f}", "%", "percent", "")]),
        ("1.5 percentage points", [("1.5", "个百分点", "point", "")]),
        ("between 30% and 50%", [("30..50", "%", "percent", "")]),
        ("more than 200 firms", [("200", "company", "count", "over")]),
        ("sales doubled", [("2", "倍", "fold", "")]),
    ],
)  # fmt: skip
def test_figures(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "PCSK9抑制剂", "COVID-19疫情", "CT2018型", "按510(k)申报", "采用T3D技术", "5G网络", "符合ISO 13485要求", "第三方机构", "一系列措施",
        "一种新方法", "十分重要", "一体化", "两会期间", "GPT-4", "H1N1", "one of the largest", "国发〔2021〕15号", "万物互联",
    ],
)  # fmt: skip
def test_no_figures(text: str) -> None:
    assert _read(text) == []


def test_percent_and_points_never_share_a_class() -> None:
    assert {q.unit_class for q in find_quantities("3%与3个百分点")} == {"percent", "point"}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2024年一季度", {"year": 2024, "quarter": 1}),
        ("2022年11月", {"year": 2022, "month": 11}),
        ("2019年3月5日", {"year": 2019, "month": 3, "day": 5}),
        ("二〇二三年", {"year": 2023}),
        ("2026-2027年", {"year": 2026, "end_year": 2027}),
        ("2019年至2023年", {"year": 2019, "end_year": 2023}),
        ("2024年上半年", {"year": 2024, "half": 1}),
        ("截至2024年底", {"year": 2024, "edge": "end"}),
        ("“十四五”期间", {"plan": 14}),
        ("去年", {"relative": "last-year"}),
        ("近三十年来", {"relative": "past-30-year"}),
        ("in March 2024", {"year": 2024, "month": 3}),
        ("Q1 2023", {"year": 2023, "quarter": 1}),
        ("the first half of 2022", {"year": 2022, "half": 1}),
        ("5 May 2021", {"year": 2021, "month": 5, "day": 5}),
        ("over the past three years", {"relative": "past-3-year"}),
    ],
)
def test_dates(text: str, fields: dict[str, object]) -> None:
    (found,) = find_dates(text)
    assert {name: getattr(found, name) for name in fields} == fields
    assert text[found.start : found.end] == found.text
    assert _read(text) == []


@given(
    st.text(
        "0123456789一二三四五六七八九十百千万亿%‰.,，、年月日家元美倍成约超近至到- Ⅲ％第billion percent", max_size=40
    )
)
@example("0成倍")
def test_offsets_are_those_of_the_text(text: str) -> None:
    for found in (find_quantities(text), find_dates(text)):
        end = 0
        for item in found:
            assert item.start >= end
            assert item.text == text[item.start : item.end]
            end = item.end


@given(st.integers(1, 10**9), st.sampled_from(["", "万", "亿", "万亿"]), st.sampled_from(["元", "美元", "家", "人次"]))
@example(1900, "", "美元")
def test_scales_and_separators_keep_the_value(number: int, scale: str, unit: str) -> None:
    factor = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]
    full = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for written in (f"{number}{scale}{unit}", f"{number:,}{scale}{unit}", f"{full}{scale}{unit}"):
        assert [q.value for q in find_quantities(f"共{written}。") if q.unit == unit] == [Decimal(number) * factor]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    found = [*find_quantities(text), *find_dates(text)]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
