"""How many times in a row something moved, last year beside a year that is named, and a total told by the year."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_TRADE = "2024年一季度，云岭省进出口总值3120亿元，连续三个季度保持增长。"
_KILNS = "Sales of kilns declined for the third consecutive quarter."
_LOOMS = "About 45,000 looms were built last year, compared with 60,000 in 2021."
_FUND = "The fund will pay out 1.2 billion euros over six years."
_BUSES = "Ostra plans to spend $90m over the next three years on buses."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("云岭省进出口连续第三个季度增长。", _TRADE),
        ("云岭省进出口连着三个季度增长。", _TRADE),
        ("Sales of kilns have fallen three quarters running.", _KILNS),
        ("The fall in kiln sales was the third quarterly decline in a row.", _KILNS),
        ("Enrolment rose for the fifth consecutive year.", "Enrolment has risen for five years in succession."),
        ("A quarter fewer looms were built last year than in 2021.", _LOOMS),
        ("The fund is to pay out about 200 million euros a year over the six years.", _FUND),
        ("On average Ostra plans to spend $30m a year on buses.", _BUSES),
        ("改造管网平均每年约投入6亿元。", "该计划在五年内投入30亿元改造管网。"),
    ],
)
def test_the_same_is_told_in_another_form(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("云岭省进出口连续第四个季度增长。", _TRADE),
        ("云岭省进出口连续三年增长。", _TRADE),
        ("Sales of kilns have fallen four quarters running.", _KILNS),
        ("The fall in kiln sales was the second quarterly decline in a row.", _KILNS),
        ("Enrolment rose for the fifth consecutive month.", "Enrolment has risen for five years in succession."),
        ("More looms were built last year than in 2021.", _LOOMS),
        ("The fund is to pay out about 240 million euros a year over the six years.", _FUND),
        ("The fund is to pay out about 1.2 billion euros a year.", _FUND),
        ("On average Ostra plans to spend $45m a year on buses.", _BUSES),
    ],
)
def test_another_length_or_amount_is_objected_to(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


_MUSEUM = "In 2021 the museum drew 640,000 visitors; in 2022 it drew 910,000."
_APPEAL = "The charity raised £2.4m in 2020; in 2021 it raised £3.1m and in 2022 £2.9m."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The museum had 910,000 visitors in 2022.", _MUSEUM),
        ("Visitor numbers at the museum rose to 910,000 in 2022.", _MUSEUM),
        ("The charity's best year was 2021, when it raised £3.1m.", _APPEAL),
    ],
)
def test_a_figure_told_by_a_pronoun_is_of_the_date_beside_it(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The museum had 910,000 visitors in 2021.", _MUSEUM),
        ("The museum had 640,000 visitors in 2022.", _MUSEUM),
        ("The charity raised £2.9m in 2021.", _APPEAL),
    ],
)
def test_a_figure_told_by_a_pronoun_is_of_no_other_date(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
