"""What people put right in the evidence table, told in the statement's own words."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.evidence.corrections import put_right
from synthesis.engine.drafting.evidence.units import Excerpt, units_of

SALES = "2023年，国内可穿戴血压计销量约为420万台，同比增长18.5%。"
COMPANY = "该公司去年营收达128.5亿元，预计2025年将超过150亿元。"
SPAN = "2021—2023年，加工成本由238元降至205元。"
MARKET = "The market grew by 12.5% to about $3.2 billion in 2023."


@pytest.mark.parametrize(
    ("statement", "rows", "told"),
    [
        (SALES, {0: {"value": "5100000"}}, "2023年，国内可穿戴血压计销量约为510万台，同比增长18.5%。"),
        (SALES, {0: {"qualifier": "over"}}, "2023年，国内可穿戴血压计销量超过420万台，同比增长18.5%。"),
        # One date for two figures: the other keeps it, unless both get the same.
        (SALES, {0: {"time": "2024-11"}}, "2024年11月，国内可穿戴血压计销量约为420万台，2023年同比增长18.5%。"),
        (
            SALES,
            {0: {"time": "2024"}, 1: {"time": "2024"}},
            "2024年，国内可穿戴血压计销量约为420万台，同比增长18.5%。",
        ),
        (SALES, {1: {"indicator": "销售额"}}, "2023年，国内可穿戴血压计销量约为420万台，销售额同比增长18.5%。"),
        (
            COMPANY,
            {0: {"subject": "联影医疗", "time": "2023"}},
            "2023年联影医疗营收达128.5亿元，预计2025年将超过150亿元。",
        ),
        (COMPANY, {1: {"unit": "美元"}}, "该公司去年营收达128.5亿元，预计2025年将超过150亿美元。"),
        ("患者人数在3亿以上。", {0: {"subject": "高血压", "qualifier": "near"}}, "高血压患者人数近3亿。"),
        ("老年人占三成。", {0: {"value": "40"}}, "老年人占4成。"),
        ("约三分之一的企业亏损。", {0: {"value": "40"}}, "约40%的企业亏损。"),
        ("测试在两年内完成。", {0: {"value": "36"}}, "测试在3年内完成。"),
        (
            "该技术显著缩短了测量时间。",
            {0: {"subject": "柔性薄膜", "attribution": "王教授"}},
            "王教授表示，柔性薄膜显著缩短了测量时间。",
        ),
        # The ends of a span are put right one by one.
        (SPAN, {1: {"time": "2024"}}, "2021—2024年，加工成本由238元降至205元。"),
        (SPAN, {0: {"time": "2020"}}, "2020—2023年，加工成本由238元降至205元。"),
        (
            "据市商务研究院测算，市场规模约为15亿元。",
            {0: {"attribution": "据省统计局测算"}},
            "据省统计局测算，市场规模约为15亿元。",
        ),
        (MARKET, {1: {"value": "3500000000"}}, "The market grew by 12.5% to about $3.5 billion in 2023."),
        (
            MARKET,
            {0: {"time": "2022"}, 1: {"unit": "欧元"}},
            "The market grew by 12.5% in 2022 to about 3.2 billion euros in 2023.",
        ),
        (
            "It grew by 12.5% last year.",
            {0: {"subject": "The market", "time": "2023"}},
            "The market grew by 12.5% in 2023.",
        ),
    ],
)
def test_columns_become_words(statement, rows, told):
    assert put_right(statement, rows) == told


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "change", "polarity": "negative", "modality": "hedged", "direction": "down"},
        {"subject": "", "time": ""},
        {"subject": "甲。乙增长了3%"},  # would be two sentences
        {"subject": "420台甲"},  # would be another figure
    ],
)
def test_what_has_no_place_in_the_words_changes_nothing(fields):
    assert put_right(SALES, {0: fields}) == SALES
    assert put_right(SALES, {7: {"value": "1"}}) == SALES


def test_a_statement_that_points_elsewhere_can_stand_when_it_is_put_right():
    told = put_right(COMPANY, {0: {"subject": "联影医疗", "time": "2023"}})
    assert [units_of(Excerpt("", "", text))[0].flaw for text in (COMPANY, told)] == ["pointing", ""]
