"""Statements told anew from their slots: what each frame makes, and where it makes nothing."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.frames import counts_en, statements_en
from synthesis.engine.drafting.rewriting.capitals_en import UNSURE
from synthesis.engine.drafting.rewriting.turning_en import turned_by
from synthesis.engine.drafting.verify import verify_sentence


def _made(text: str) -> set[str]:
    turns = (*statements_en.TURNS, *counts_en.TURNS)
    made = [*turned_by(turns, text), *counts_en.apposed(text), *counts_en.let_do(text)]
    return {t.replace(UNSURE, "") for t in made}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Satellite links have cut connection failures in villages from 21% to 6% since 2020",
            "Owing to satellite links, connection failures in villages have fallen from 21% to 6% since 2020",
        ),
        (
            "Small merchants who accept cards increased their sales by 12% within a year",
            "Among small merchants who accept cards, sales rose by 12% within a year",
        ),
        ("The Water Act requires every farm to fit a meter", "Under the Water Act, every farm must fit a meter"),
        ("The directive allows tenants to install panels", "Under the directive, tenants may install panels"),
        (
            "The new tax has led several companies to postpone investments",
            "Because of the new tax, several companies have postponed investments",
        ),
        ("Analysts expect supply to grow until 2028", "Supply is expected to grow until 2028, according to analysts"),
        ("SwiftPost reported revenues of 2.8 billion euros", "Revenues at SwiftPost came to 2.8 billion euros"),
        (
            "The share of imports rose from 41% in 2016 to 58% in 2022",
            "In 2016, the share of imports was 41%; by 2022, it had risen to 58%",
        ),
        (
            "The number of homes that burned wood reached 400 in 2023",
            "In 2023, 400 homes burned wood",
        ),
        (
            "The Cost Monitor puts the share of feed at 51%",
            "According to the Cost Monitor, the share of feed is 51%",
        ),
        (
            "The owners were exempted from the quota, a decision that lawyers have challenged in court",
            "The owners were exempted from the quota; lawyers have challenged this decision in court",
        ),
        (
            "Digital control lets trains follow each other closely",
            "With digital control, trains can follow each other closely",
        ),
    ],
)
def test_a_statement_is_told_from_its_slots(text: str, made: str) -> None:
    assert made in _made(text)
    assert verify_sentence(f"{made}.", [f"{text}."]).state == "supported"


@pytest.mark.parametrize(
    "text",
    [
        "It has cut failures by a third",  # what it is stands elsewhere
        "The ministry raised the fee by 10%",  # a body acts: no "owing to the ministry"
        "No rule requires farms to fit a meter",
        "The rules led firms to close shops and lay off staff",  # the second verb would stay bare
        "The Food Atlas reports sales of 3 million",  # whose sales they are is not told
        "The share of imports fell to 5%",
    ],
)
def test_a_doubtful_slot_makes_nothing(text: str) -> None:
    assert not _made(text)
