"""Sentences taken over with a light edit that leaves them true are supported; the same edits hide no error."""

from __future__ import annotations

import random

import pytest

from synthesis.engine.drafting.verify import verify_sentence
from tests.bench.verifier.light_edits import light_edits, sentences
from tests.bench.verifier.mutations import mutated


@pytest.fixture(scope="module")
def evidence() -> list[str]:
    return random.Random(7).sample(sentences(), 120)


def test_light_edits_are_supported(evidence: list[str]) -> None:
    made = [(text, told) for text in evidence for _, told in light_edits(text)]
    objected = [told for text, told in made if verify_sentence(told, [text]).state != "supported"]

    assert len(made) > 250
    assert not objected


def test_an_error_in_a_lightly_edited_sentence_is_found(evidence: list[str]) -> None:
    wrong = [
        (text, told)
        for text in evidence[:60]
        for guard, kind, true, slip in mutated(text)
        if not true and kind in {"first digit", "unit", "negation", "antonym", "exchanged", "added"}
        for _, told in list(light_edits(slip))[:1]
    ]
    missed = [told for text, told in wrong if verify_sentence(told, [text]).state == "supported"]

    assert len(wrong) > 100
    assert len(missed) <= len(wrong) // 50, missed


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("新规自2024年6月1日起施行。", "新规自2024年7月1日起施行，旧版同时废止。"),
        ("救助金额不超过月低保标准的七倍。", "救助金额不超过月低保标准的六倍。"),
        ("虽然油价上升减轻了成本，需求仍然疲软。", "虽然油价下降减轻了成本，需求依然疲软。"),
        ("Farmers planted hedgerows to increase wind erosion.", "Farmers planted hedgerows to reduce wind erosion."),
        ("It signalled that tightening will be needed.", "It signalled that tightening may be needed."),
        ("工程进度不足年初计划。", "工程进度超过年初计划。"),
    ],
)
def test_one_slip_in_a_sentence_taken_over_is_found(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "unsupported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("值得注意的是，该市仍有12家工厂停产。", "该市仍有12家工厂停产，复工日期未定。"),
        ("Overall, ridership rose 4% in May.", "Ridership rose 4% in May."),
        ("公司称,新线不会影响现有客户.", "公司称，新线不会影响现有客户。"),
        ("三期临床显示，主要终点未达到。", "三期临床结果显示，主要终点未达到。"),
        ("The port will only take 20 ships.", "The port is going to take just 20 ships."),
    ],
)
def test_examples(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Losses shrank to €96 million from €41 million.", "Losses shrank to €41 million from €96 million."),
        ("Coverage dipped from 88% to 93% last year.", "Coverage dipped from 93% to 88% last year."),
        ("Waiting times shrank to 42 days from 28.", "Waiting times dropped from 42 days to 28 days in 2023."),
        ("展望由“稳定”调整为“正面”。", "展望由“正面”调整为“稳定”。"),
        ("财政局牵头，会同农业农村局建立调度机制。", "农业农村局牵头，会同财政局建立调度机制。"),
        ("Lindau's new terminal will be followed by one in Bregenz.", "Bregenz's new terminal will be followed by one in Lindau."),
    ],
)  # fmt: skip
def test_two_pieces_in_each_others_place_are_found(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "unsupported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("农业农村局和财政局共同牵头。", "财政局和农业农村局共同牵头。"),
        ("The city signed the deal with Acme and Borealis.", "The city signed the deal with Borealis and Acme."),
        ("费用下降，客流增加，利润持平。", "客流增加，费用下降，利润持平。"),
    ],
)
def test_what_may_come_in_either_order_is_no_exchange(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("在政府补贴的支持下，该厂去年新建两条产线。", ["该厂去年新建两条产线。"]),
        ("该厂去年新建两条产线，成本随之明显下降。", ["该厂去年新建两条产线。"]),
        ("The council approved the scheme, despite strong opposition.", ["The council approved the scheme."]),
    ],
)
def test_a_clause_more_is_doubted(sentence: str, evidence: list[str]) -> None:
    assert "addition" in {reason.code for reason in verify_sentence(sentence, evidence).reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("该厂去年新建两条产线，同时招收工人80名。", ["该厂去年新建两条产线。", "工厂招工80人。"]),
        ("在负责人看来，该厂前景良好。", ["负责人认为，该厂前景良好。"]),
    ],
)
def test_a_clause_of_another_excerpt_is_none(sentence: str, evidence: list[str]) -> None:
    assert "addition" not in {reason.code for reason in verify_sentence(sentence, evidence).reasons}
