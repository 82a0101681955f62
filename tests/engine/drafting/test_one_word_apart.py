"""A sentence taken over but for one word: another thing is found whatever the word, a word of the same meaning passes."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("2024年国内茶叶机械产量为495万台。", "2024年国内茶叶机械销量为495万台。"),
        ("2024年一季度，云岭茶社在华东地区的门店数量为365家。", "2024年一季度，云岭茶社在华南地区的门店数量为365家。"),
        ("2024年本科毕业生就业率为91.2%。", "2024年专科毕业生就业率为91.2%。"),
        ("方案甲每吨水的电耗为3.9千瓦时。", "方案乙每吨水的电耗为3.9千瓦时。"),
        ("2024年全省撤并茶叶市场0.8万个。", "2024年全省新增茶叶市场0.8万个。"),
        ("调研组建议，试点茶园应当优先更换仓库。", "调研组建议，试点茶园应当优先更换设备。"),
        (
            "Among men, 46% of respondents had used the tram line in 2024.",
            "Among women, 46% of respondents had used the tram line in 2024.",
        ),
        (
            "Exports of cork flooring reached 410 million euros in 2024.",
            "Exports of cork stoppers reached 410 million euros in 2024.",
        ),
        ("The utility lost 34% of its treated water in 2022.", "The utility reused 34% of its treated water in 2022."),
        ("该茶园项目总收入不少于12亿元。", "该茶园项目总投资不少于12亿元。"),
        ("全县二级以下茶社已接入平台。", "全县二级以上茶社已接入平台。"),
        ("试点覆盖全国所有茶园。", "试点覆盖全省所有茶园。"),
        (
            "2023年9月，云岭茶社与匈牙利政府签署协议，在山谷建厂。",
            "2023年9月，云岭茶社与波兰政府签署协议，在山谷建厂，同月还与匈牙利一城达成合作。",
        ),
        ("新茶园占地210亩，建有5座大型冷库。", "新茶园占地210亩，建有5座冷库。"),
        ("The line carried 48 million passengers this year.", "The line carried 48 million passengers last year."),
        ("Claims can be settled after 24 hours.", "Claims can be settled within 24 hours."),
        ("The bank cut rates to 25 basis points in May.", "The bank cut rates by 25 basis points in May."),
        ("The valley opened 40 imported kettle factories in May.", "The valley opened 40 kettle factories in May."),
        (
            "The museums in the valley bought 40 vans for their curators.",
            "The museums in the valley bought 40 vans for their visitors.",
        ),
    ],
)
def test_another_thing_in_the_place_of_one_is_doubted(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("2024年全省新设茶叶市场0.8万个。", "2024年全省新增茶叶市场0.8万个。"),
        ("2024年国内茶叶机械售出495万台，价格回落。", "2024年国内茶叶机械售出495万台，价格下降。"),
        ("云岭茶社的员工共有365名。", "云岭茶社的职工共有365名。"),
        (
            "The museums in the valley purchased 40 vans for their visitors.",
            "The museums in the valley bought 40 vans for their visitors.",
        ),
        (
            "Desalination of water took 1.4 kWh per cubic metre in 2024.",
            "Desalination of seawater took 1.4 kWh per cubic metre in 2024.",
        ),
    ],
)
def test_one_word_for_another_of_the_same_meaning_is_supported(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
