"""Rates by the second and by their signs, medians, the ends of a year, places counted, a range whose noun stands once."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_LINE = "The overhead system moves each carrier at up to 300 metres per minute."
_SALES = "Sales rose from 20,000 units in 2022 to 40,000 in 2023."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("Each carrier is moved overhead at up to 5 m/s.", _LINE, True),
        ("The overhead system moves each carrier at up to 50 metres a second.", _LINE, False),
        ("输送带每秒移动5米。", "输送带每分钟移动300米。", True),
        ("输送带每秒移动300米。", "输送带每分钟移动300米。", False),
        ("该品种单产达到每公顷712公斤。", "该品种亩产达到712公斤。", False),
        ("该品种每公顷产量为9000公斤。", "该品种亩产600公斤。", True),
        ("The median wait fell to 20 minutes.", "The average wait fell to 20 minutes.", False),
        ("The median wait fell to 20 minutes.", "The median wait fell from 45 to 20 minutes.", True),
        ("平均工资为8200元。", "工资中位数为8200元。", False),
        ("A scan took three-quarters of an hour.", "A scan took 45 minutes.", True),
        ("Sales doubled to 40,000 units.", _SALES, True),
        ("Sales tripled to 40,000 units.", _SALES, False),
        ("两座城市的出租车都已换电。", "南昌和合肥的出租车都已换电。", True),
        ("三座城市的出租车都已换电。", "南昌和合肥的出租车都已换电。", False),
        ("规定自2024年的第一天起施行。", "规定自2024年1月1日起施行。", True),
        ("规定自2024年的最后一天起施行。", "规定自2024年1月1日起施行。", False),
        ("The rule took effect on the first day of 2024.", "The rule took effect on 1 January 2024.", True),
    ],
)
def test_a_figure_told_otherwise(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
