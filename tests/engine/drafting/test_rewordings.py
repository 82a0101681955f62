"""True rewordings of careful people: turns of phrase, short verbs, synonyms, two excerpts in one sentence."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_FERRY = "The ferry line carried 4.1 million travellers last year and did not raise its fares on the northern route."
_KILN = "Three of the five kilns in the valley have been converted to electric heating, the energy office reported."
_MILL = "磨坊街改造后新增停车位320个，周边商户的日均客流较改造前增长两成。"
_ROPE = "缆车检修期为每年11月，检修期间景区不对外开放。"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Turning to the figures, the ferry line carried 4.1 million travellers last year.", [_FERRY]),
        ("In this respect, the ferry line didn't raise its fares on the northern route.", [_FERRY]),
        (
            "The ferry line carried 4.1 million travellers. At the same time, three kilns have been converted to electric heating.",
            [_FERRY, _KILN],
        ),
        (
            "The ferry line carried 4.1 million travellers; by contrast, three kilns have been converted to electric heating.",
            [_FERRY, _KILN],
        ),
        ("磨坊街改造后新增停车位320个；与之相对，缆车检修期间景区不对外开放。", [_MILL, _ROPE]),
    ],
)
def test_turns_of_phrase_say_nothing(sentence: str, evidence: list[str]) -> None:
    verdict = verify_sentence(sentence, evidence)
    assert verdict.state == "supported", [reason.detail for reason in verdict.reasons]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The ferry line did raise its fares on the northern route.", _FERRY),
        ("The ferry line raised its fares on the northern route.", _FERRY.replace("did not", "didn't")),
        ("Three of the five kilns in the valley haven't been converted to electric heating.", _KILN),
    ],
)
def test_denials_are_read_in_short_forms(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The ferry line carried 4.1 million passengers last year.", _FERRY),
        ("The education department fined the operator.", "The education ministry fined the operator."),
        (
            "The transport watchdog opened an inquiry into the fares.",
            "The transport regulator opened an inquiry into the fares.",
        ),
        ("动物实验中，该化合物使肿瘤体积缩小三成。", "动物试验中，该化合物使肿瘤体积缩小三成。"),
        ("东岳铝业的电解槽改造工程日前投产。", "东岳铝业的电解槽改造项目日前投产。"),
        ("该冷库地处汉川，设计库容8000吨。", "该冷库位于汉川，设计库容8000吨。"),
    ],
)
def test_other_words_for_one_thing(sentence: str, evidence: str) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert verdict.state == "supported", [reason.detail for reason in verdict.reasons]


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("首船将在2026年交付。", "首船将于2026年交付。", True),
        ("首船于2026年交付。", "首船将于2026年交付。", False),
        ("该化合物或抑制肝纤维化进程。", "动物实验表明，该化合物可能抑制肝纤维化进程。", True),
        ("该化合物抑制肝纤维化进程。", "动物实验表明，该化合物可能抑制肝纤维化进程。", False),
        ("The line is going to have six stops.", "The line will have six stops and a depot.", True),
        ("市容委要求各区不允许将露天烧烤与夜市合并设置。", "市容委要求各区不得将露天烧烤与夜市合并设置。", True),
        ("市容委要求各区将露天烧烤与夜市合并设置。", "市容委要求各区不得将露天烧烤与夜市合并设置。", False),
        ("承运人不能在开船前24小时内取消订舱。", "承运人不得在开船前24小时内取消已确认的订舱。", True),
        ("承运人可以在开船前24小时内取消订舱。", "承运人不得在开船前24小时内取消已确认的订舱。", False),
        ("同种药品禁止超过5盒。", "单笔订单的同种药品不得超过5盒。", True),
        ("同种药品超过5盒。", "单笔订单的同种药品不得超过5盒。", False),
        ("窑炉热效率占比为3.8%，超过前一周的3.4%。", "窑炉热效率占比为3.8%，高于前一周的3.4%。", True),
        ("新窑电耗比旧窑低大约700千瓦时。", "新窑电耗比旧窑低约700千瓦时。", True),
        ("新窑电耗比旧窑高大约700千瓦时。", "新窑电耗比旧窑低约700千瓦时。", False),
        ("渡轮准点率回升，而丽舟集团年内关闭了6个售票点。", "渡轮准点率回升。丽舟集团年内关闭了6个售票点。", True),
        (
            "其中56家称租金占成本的一半以上。",
            "受访的160家书店中，56家表示租金占成本的一半以上，占受访书店的35%。",
            True,
        ),
    ],
)
def test_rules_bounds_and_futures_in_other_words(sentence: str, evidence: str, true: bool) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert (verdict.state == "supported") is true, [reason.detail for reason in verdict.reasons]


_WATER = "水资源公报显示，该市人均综合用水量为每年168立方米。"
_COLD = "冷库总量约2.28亿立方米，较上年增长8.3%。"
_BANK = "石桥银行年末不良率为1.2%，较年初下降0.3个百分点。"
_QUAY = "海澜港务上半年完成集装箱吞吐量310万标准箱，同比增长6.2%。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("该市人均综合用水量为每年168立方米，与之相对，冷库总量约2.28亿立方米。", [_WATER, _COLD], True),
        ("该市人均综合用水量为每年228立方米，与之相对，冷库总量约2.28亿立方米。", [_WATER, _COLD], False),
        ("海澜港务的吞吐量增长6.2%，而石桥银行的不良率下降0.3个百分点。", [_QUAY, _BANK], True),
        ("石桥银行的吞吐量增长6.2%，而海澜港务的不良率下降0.3个百分点。", [_QUAY, _BANK], False),
        ("石桥银行年末不良率为1.2%，较年初降低0.3个百分点。", [_BANK], True),
        ("海澜港务上半年完成吞吐量310万标准箱，石桥银行因此降低不良率。", [_QUAY, _BANK], False),
        (
            "Wool sales increased 14% in Hest, while lamb prices were flat.",
            ["Wool sales rose 14% in Hest, while lamb prices were flat."],
            True,
        ),
        (
            "Hardly any farms have adopted the collar.",
            ["Few farms have adopted the collar, and none of the dairies use it."],
            True,
        ),
        ("Every mill other than two reported higher output.", ["Every mill except two reported higher output."], True),
        ("Every mill reported higher output.", ["Every mill except two reported higher output."], False),
    ],
)
def test_each_part_of_what_two_excerpts_say(sentence: str, evidence: list[str], true: bool) -> None:
    verdict = verify_sentence(sentence, evidence)
    assert (verdict.state == "supported") is true, [reason.detail for reason in verdict.reasons]
