"""Denials told in other words: what is not so on one side is not so on the other, and its opposite is seen."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

#: (evidence, faithful wordings, sentences that say the opposite)
_TOLD = [
    (
        "谈判破裂，双方没有签署协议。",
        ["双方未能达成协议。", "谈判无果而终，协议没有签成。", "由于谈判破裂，协议落空。"],
        ["双方签署了协议。", "谈判取得成果，协议得以签署。"],
    ),
    (
        "公司否认将裁员，称用工规模保持稳定。",
        ["公司称不会裁员，用工规模稳定。", "关于裁员的说法被公司否认。"],
        ["公司承认将裁员。", "公司证实了裁员的说法。"],
    ),
    (
        "项目因资金不足被搁置，未能如期开工。",
        ["由于缺少资金，项目没有按期开工。", "项目未按计划开工，原因是资金短缺。", "资金缺口使项目搁置。"],
        ["项目如期开工。"],
    ),
    (
        "该药尚未在中国获批上市。",
        ["该药还没有在中国获得上市批准。", "该药在中国仍未获准上市。"],
        ["该药已在中国获批上市。", "该药获得了在中国上市的批准。"],
    ),
    (
        "检测未发现污染物超标。",
        ["检测结果显示污染物没有超标。", "污染物含量未超出标准。"],
        ["检测发现污染物超标。"],
    ),
    (
        "承包商未能按期付款，工程因此停顿三周。",
        ["因承包商没有按期付款，工程停顿了三周。"],
        ["承包商按期付款后，工程停顿了三周。"],
    ),
    (
        "除两座老站外，各车站均已装上电梯。",
        ["各车站中只有两座老站尚未装上电梯。"],
        ["各车站均未装上电梯。"],
    ),
    (
        "约有一半租户没有参加过消防演练。",
        ["参加过消防演练的租户约占一半。"],
        ["租户都参加过消防演练。"],
    ),
    (
        "The harvest was too late to reach the spring market.",
        ["The harvest did not reach the spring market because it was late."],
        ["The harvest reached the spring market."],
    ),
    (
        "Shipments to Chile fell from 54,000 to 41,000 crates.",
        [
            "Shipments to Chile declined to 41,000 crates from 54,000.",
            "Shipments to Chile declined to about 41,000 crates.",
        ],
        ["Shipments to Chile climbed to 41,000 crates."],
    ),
    (
        "The company denied that it would cut jobs.",
        ["The company said it would not cut jobs.", "According to the company, no jobs will be cut."],
        ["The company confirmed that it would cut jobs.", "The company admitted it would cut jobs."],
    ),
    (
        "The board rejected the capital increase.",
        [
            "The capital increase was turned down by the board.",
            "The board did not approve the capital increase.",
            "The capital increase failed to win the board's approval.",
        ],
        ["The board approved the capital increase.", "The capital increase won the board's approval."],
    ),
    (
        "The project was shelved for lack of money and did not start on time.",
        ["Because money was short, the project missed its start date."],
        ["The project started on time.", "The project had enough money and began on schedule."],
    ),
]


@pytest.mark.parametrize(("evidence", "faithful", "_"), _TOLD)
def test_faithful_denials_pass(evidence: str, faithful: list[str], _: list[str]) -> None:
    for sentence in faithful:
        assert verify_sentence(sentence, [evidence]).state == "supported", sentence


@pytest.mark.parametrize(("evidence", "_", "opposite"), _TOLD)
def test_the_opposite_is_seen(evidence: str, _: list[str], opposite: list[str]) -> None:
    for sentence in opposite:
        assert verify_sentence(sentence, [evidence]).state != "supported", sentence
