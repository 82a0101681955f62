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
