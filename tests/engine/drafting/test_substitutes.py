"""A thing of the evidence in another's place, and what the evidence sets aside."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_SMELTER = "恒岳矿业把冶炼厂卖给了远东金属，恒岳矿业今后只保留采矿业务；远东金属将追加投资两亿元。"
_PLANS = "评审组认为，山城大学的方案成本更低，滨海学院的方案工期更短，最终山城大学的方案中选。"
_CHEMISTS = (
    "Arbex sold its pharmacy chain to Lundqvist, and Arbex kept the online shop; "
    "Lundqvist must seek approval from regulators."
)
_BOLTS = "Engineers blamed the collapse on corroded bolts instead of the heavy snow that fell that week."
_RULE = "该补贴标准由省交通厅印发的实施细则明确，而不是由国务院的条例直接规定。"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("恒岳矿业把冶炼厂卖给了远东金属，远东金属今后只保留采矿业务。", _SMELTER),
        ("恒岳矿业将追加投资两亿元。", _SMELTER),
        ("最终滨海学院的方案中选。", _PLANS),
        ("Arbex sold its pharmacy chain to Lundqvist, and Lundqvist kept the online shop.", _CHEMISTS),
        ("Arbex must seek approval from regulators.", _CHEMISTS),
        ("Engineers blamed the collapse on the heavy snow that fell that week.", _BOLTS),
        ("补贴标准由国务院的条例直接规定。", _RULE),
    ],
)
def test_the_wrong_one_of_two(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "unsupported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("恒岳矿业把冶炼厂卖给了远东金属，自己今后只保留采矿业务。", _SMELTER),
        ("山城大学的方案成本更低，最终中选。", _PLANS),
        ("Arbex sold its pharmacy chain to Lundqvist but kept the online shop.", _CHEMISTS),
        ("According to engineers, corroded bolts caused the collapse.", _BOLTS),
        ("补贴标准是由省交通厅的实施细则明确的，而非国务院的条例。", _RULE),
    ],
)
def test_the_right_one(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
