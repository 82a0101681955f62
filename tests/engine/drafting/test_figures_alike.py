"""A figure, unit or date may be written in any usual way; another value in the same place is objected to."""

from __future__ import annotations

from itertools import permutations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

# Evidence and sentence with a place for a figure; ways to write one value; other values.
_FIGURES = [
    (
        "2024年该行业市场规模为{}。",
        "该行业的市场规模在2024年达到{}。",
        "1.28万亿元|12800亿元|1万2800亿元|12,800亿元|一万二千八百亿元",
        "1.28亿元|1.82万亿元|1.28万亿美元",
    ),
    ("国产设备占比为{}。", "国产设备所占比重为{}。", "50%|一半|五成|二分之一|百分之五十", "50个百分点|四成|5%"),
    ("销量同比增长{}。", "销量较上年同期增加{}。", "100%|一倍", "两倍|10%|100个百分点"),
    ("改造农田{}。", "共有{}农田得到改造。", "15万亩|1万公顷|100平方公里", "15万公顷|10平方公里"),
    ("全年发电{}。", "全年发电量为{}。", "12亿千瓦时|12亿度|1.2太瓦时", "12亿千瓦|1.2亿千瓦时"),
    ("{}，产量为50吨。", "产量在{}为50吨。", "2024年上半年|2024年1—6月|2024年前六个月", "2024年下半年|2024年一季度"),
    ("截至{}，存量为8000台。", "存量在{}为8000台。", "2023年底|2023年12月底|2023年12月31日", "2023年6月底|2022年末"),
    ("{}，累计投资40亿元。", "{}累计完成投资40亿元。", "2021—2025年|“十四五”期间", "“十三五”期间|2021年"),
    ("利率下调{}。", "利率降低了{}。", "25个基点|0.25个百分点|25BP", "25个百分点|0.25%"),
    ("温度维持在{}。", "温度保持为{}。", "-20℃|零下20℃|零下二十度", "20℃|零下2℃"),
    ("该药每盒{}。", "每盒该药售价{}。", "12.5元|12元5角", "125元|12.5美元"),
    ("营收介于{}之间。", "营收在{}之间。", "2亿元至3亿元|2至3亿元|2—3亿元", "2至4亿元|20至30亿元"),
    ("平均等待{}。", "平均等候时间为{}。", "90分钟|1.5小时|一个半小时|一小时三十分", "90秒|9分钟"),
    (
        "The market was worth {}.",
        "The market reached {}.",
        "$1.2 billion|US$1.2bn|$1,200m",
        "$1.2 million|€1.2 billion",
    ),
    (
        "{} of the farms use it.",
        "It is used by {} of the farms.",
        "One in four|A quarter|25%",
        "a fifth|three quarters",
    ),
    ("The study lasts {}.", "The study runs for {}.", "18 months|a year and a half|1.5 years", "18 weeks|two years"),
    (
        "The plant produces {}.",
        "The plant has an output of {}.",
        "1.1 gigawatts|1,100 megawatts|1100 MW",
        "11 gigawatts",
    ),
    (
        "In {}, exports fell by 4%.",
        "Exports fell by 4% in {}.",
        "the first half of 2024|January–June 2024|the first six months of 2024",
        "the second half of 2024|the first quarter of 2024",
    ),
]


@pytest.mark.parametrize(("told", "retold", "same", "other"), _FIGURES, ids=[f[2].split("|")[0] for f in _FIGURES])
def test_a_value_is_known_in_every_writing_and_by_no_other(told: str, retold: str, same: str, other: str) -> None:
    ways = same.split("|")
    for here, there in permutations(ways, 2):
        assert verify_sentence(retold.format(there), [told.format(here)]).state == "supported", (here, there)
    for here in ways:
        for wrong in other.split("|"):
            assert verify_sentence(retold.format(wrong), [told.format(here)]).state != "supported", (here, wrong)
