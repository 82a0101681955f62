"""Half a million of a unit, bounds told by a verb, parts of a year and deadlines that are no rank."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.drafting.verify import verify_sentence

TRUE = [
    (
        "The plant can process half a million kilograms of grain a day.",
        "The plant can process 500 tonnes of grain a day.",
    ),
    ("The dam holds a quarter of a million litres.", "The dam holds 250,000 litres."),
    ("Output is forecast to exceed 2.2 million tonnes.", "Output is forecast to surpass 2.2 million tonnes."),
    ("Turnover topped £3 billion in 2023.", "Turnover exceeded £3 billion in 2023."),
    (
        "The firm's first-half profit was £40 million.",
        "The firm made a profit of £40 million in the six months to June.",
    ),
    ("企业最晚须在6月30日前提交报告。", "企业须在6月30日前提交报告。"),
]
FALSE = [
    (
        "The plant can process half a million kilograms of grain a day.",
        "The plant can process 50 tonnes of grain a day.",
    ),
    ("Turnover topped £3 billion in 2023.", "Turnover fell just short of £3 billion in 2023."),
    ("The bank was the first lender to reach $3 billion in deposits.", "The bank reached $3 billion in deposits."),
]


@pytest.mark.parametrize(("sentence", "evidence"), TRUE)
def test_supported(sentence, evidence):
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("sentence", "evidence"), FALSE)
def test_objected_to(sentence, evidence):
    assert verify_sentence(sentence, [evidence]).state != "supported"


def test_a_figure_compared_with_is_no_bound() -> None:
    assert [q.qualifier for q in find_quantities("占比为37%，超过五年前的21%。")] == ["", "", ""]
    assert find_quantities("超过全国人口的五分之一")[0].qualifier == "over"
