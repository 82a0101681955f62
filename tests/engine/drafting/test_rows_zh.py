"""Rows of Chinese clauses with a figure each told as one sentence: names first, values behind, each supported."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.rewriting.rows_zh import RULES
from synthesis.engine.drafting.verify import verify_sentence


def _told(text: str) -> list[str]:
    return [told for rule in RULES for told in rule(text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "2024年，云岭茶社毛利率为38.2%，净利率为12.1%，研发费用率为7.4%",
            "2024年，云岭茶社毛利率、净利率和研发费用率分别为38.2%、12.1%和7.4%",
        ),
        (
            "分年龄看，18岁以下茶客占24.1%，18至35岁占41.6%，36岁及以上占34.3%",
            "分年龄看，18岁以下、18至35岁和36岁及以上茶客分别占24.1%、41.6%和34.3%",
        ),
        (
            "全县茶叶到位资金12.0亿元，其中财政补助7.5亿元，占62.5%；银行贷款4.5亿元，占37.5%",
            "全县茶叶到位资金12.0亿元，其中，财政补助和银行贷款分别为7.5亿元和4.5亿元，占比依次为62.5%和37.5%",
        ),
        (
            "2024年全县茶叶零售额为296万元，其中绿茶占38%，红茶占33%，白茶占29%",
            "2024年全县茶叶零售额为296万元，其中，绿茶、红茶和白茶分别占38%、33%和29%",
        ),
    ],
)
def test_a_row_is_told_as_one_and_is_supported(text: str, told: str) -> None:
    assert told in _told(text)
    assert verify_sentence(f"{told}。", [f"{text}。"]).state == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "茶社贷款余额14.6亿元，平均利率3.85%，比一般企业低0.6个百分点",  # the comparison is of the last alone
        "2023年茶叶产量为12万吨，2024年茶叶产量为14万吨",
        "茶叶产量预计为12万吨，销量为11万吨",
        "绿茶占38%，其余为红茶",
    ],
)
def test_what_is_no_row_stays(text: str) -> None:
    assert _told(text) == []


def test_a_share_of_another_group_in_a_row_is_found() -> None:
    evidence = "18岁以下茶客占24.1%，18至35岁占41.6%，36岁及以上占34.3%。"
    false = "18岁以下、18至35岁和36岁及以上茶客分别占41.6%、24.1%和34.3%。"
    assert verify_sentence(false, [evidence]).state == "unsupported"
