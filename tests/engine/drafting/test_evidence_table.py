"""The evidence table: a row for each figure and each statement without one, with exact spans."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.drafting.evidence.table import EvidenceRow, evidence_rows
from synthesis.engine.drafting.evidence.units import Excerpt


def rows(text: str) -> tuple[EvidenceRow, ...]:
    return evidence_rows(Excerpt("a", "甲报告", text))


def test_a_level_its_change_and_its_forecast_are_three_rows() -> None:
    text = "2023年我国储能电池市场规模约为86.4亿元，同比增长41.2%，预计2026年将超过310亿元。"
    level, change, forecast = rows(text)
    assert (level.type, level.subject, level.indicator) == ("figure", "我国储能电池", "市场规模")
    assert (level.value, level.unit, level.unit_class, level.qualifier) == (
        Decimal(8640000000),
        "元",
        "CNY",
        "about",
    )
    assert (change.type, change.indicator, change.direction, change.time) == ("change", "市场规模", "up", "2023")
    assert (level.modality, change.modality, forecast.modality) == ("asserted", "asserted", "hedged")
    assert (forecast.time, forecast.qualifier, level.place) == ("2026", "over", "我国")
    assert [text[r.figure_start : r.figure_end] for r in (change, forecast)] == ["41.2%", "超过310亿元"]


def test_a_share_is_measured_against_its_whole() -> None:
    first, second = rows("截至2023年底，我国相关专利申请量占全球的36.7%，日本企业则占全球的39.1%。")
    assert (first.subject, first.indicator) == ("我国相关专利申请量", "占全球的比重")
    assert (second.subject, second.indicator) == ("日本企业", "占全球的比重")


def test_units_of_measurement_that_no_table_holds_are_figures() -> None:
    found = rows("样品的能量密度达到360Wh/kg，芯片算力为35TOPS。")
    assert [(r.value, r.unit) for r in found] == [(Decimal(360), "Wh/kg"), (Decimal(35), "TOPS")]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("由于采摘成本上升，部分茶园放弃了夏茶。", "采摘成本上升", "部分茶园放弃了夏茶"),
        ("冷链覆盖率的提高带动了生鲜电商的发展。", "冷链覆盖率的提高", "生鲜电商的发展"),
        (
            "Rising fuel costs led to fewer deliveries in rural areas.",
            "Rising fuel costs",
            "fewer deliveries in rural areas",
        ),
    ],
)
def test_causes(text: str, cause: str, effect: str) -> None:
    (row,) = rows(text)
    assert (row.cause, row.effect) == (cause, effect)


def test_places_and_bodies() -> None:
    (row,) = rows("江苏省教育厅印发《校园信息化办法》，要求各校制定方案。")
    assert row.place.startswith("江苏")
    assert row.actor.endswith("教育厅")
    (row,) = rows("The Ministry of Transport approved the corridor across Germany.")
    assert (row.actor, row.place) == ("Ministry of Transport", "Germany")


def test_a_damaged_sentence_is_a_row_with_its_reason() -> None:
    (row,) = rows("固态\ufffd\ufffd电池的界面。")
    assert row.flaw == "garbled"
    assert not row.usable


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("茶叶产量为约2023年355.5万吨%。，占的由增长到《》abc .,;；\n"), max_size=100))
def test_spans_lie_in_the_text_and_nothing_is_dropped(text: str) -> None:
    found = rows(text)
    covered = {i for r in found for i in range(r.start, r.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
    for row in found:
        assert text[row.start : row.end] == row.text
        assert row.figure_start == row.figure_end == -1 or row.start <= row.figure_start < row.figure_end <= row.end


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("2021年至2023年，标准件的加工成本由238元降至205元，主要得益于集中采购。", ["2021", "2023"]),
        ("2019到2022年，渗透率从12%提高到31%。", ["2019", "2022"]),
        ("2023年1月至6月，均价由80元降至72元。", ["2023-01", "2023-06"]),
        ("渗透率由2019年的12%升至2022年的31%。", ["2019", "2022"]),
        ("2021年至2023年间，该市累计建成45座换电站。", ["2021~2023"]),
        ("Between 2021 and 2023 the average cost of a meal fell from £6.40 to £5.10.", ["2021", "2023"]),
        ("Output fell from 40 to 31 tonnes between 2019 and 2022.", ["2019", "2022"]),
        ("Adoption rose from 12% in 2019 to 31% in 2022.", ["2019", "2022"]),
        ("Sales of pumps doubled between 2019 and 2023.", ["2019~2023"]),
    ],
)
def test_the_ends_of_a_span_have_a_time_each_and_what_is_told_of_it_has_both(text: str, times: list[str]) -> None:
    assert [row.time for row in rows(text)] == times


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (
            "核心温控模块仍依赖进口，主管部门提出到2027年国产化率要达到60%。",
            [("核心温控模块", "国产化率")],
        ),
        ("低脂套餐的点餐率为34%，比普通套餐低18个百分点。", [("低脂套餐", "点餐率")] * 2),
        ("对困难家庭每户补贴500元。", [("困难家庭每户", "补贴")]),
        ("国产压雪车的售价约为进口产品的六成。", [("国产压雪车", "售价")]),
        ("调查显示，线上订单的比例从2021年的9%上升到2023年的21%。", [("线上订单", "比例")] * 2),
        ("景区旅游总收入为731万元，租金同比下降7.2%。", [("景区旅游", "总收入"), ("租金", "")]),
        (
            "In 2023 some 84 community kitchens in the city served 1.2 million meals.",
            [("community kitchens", ""), ("meals", "")],
        ),
        ("Induction hobs cut the energy used per meal by 22%.", [("Induction hobs", "")]),
        ("Developers expect that modular units could cost 20% less.", [("modular units", "")]),
        ("Parcel volumes in Marland reached 4.2 billion items in 2023.", [("Parcel volumes in Marland", "")]),
        ("全市登记在册的助餐点达到1860个，比上年增加240个。", [("全市登记在册的助餐点", "")] * 2),
    ],
)
def test_what_a_figure_is_of(text: str, of: list[tuple[str, str]]) -> None:
    assert [(row.subject, row.indicator) for row in rows(text)] == of


def test_a_level_that_is_to_be_reached_is_planned() -> None:
    (aim,) = rows("主管部门提出到2027年国产化率要达到60%。")
    (level,) = rows("到2023年底，国产化率已达到60%。")
    assert (aim.modality, level.modality) == ("planned", "asserted")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("据市商务研究院测算，2023年餐饮市场规模约为15.2亿元。", "市商务研究院"),
        ("调查显示，约四成受访者愿意再次购买。", "调查"),
        ("茶业协会认为，机采设备应当尽快普及。", "茶业协会"),
        ("According to the Council Monitor, 520 households collected a parcel.", "the Council Monitor"),
    ],
)
def test_who_says_so_is_named_without_the_saying(text: str, who: str) -> None:
    assert rows(text)[0].attribution == who


def test_a_word_for_a_degree_is_no_place() -> None:
    (row,) = rows("居民对新建场馆的满意度为82%。")
    assert row.place == ""
