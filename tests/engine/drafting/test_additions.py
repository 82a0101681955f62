"""What a sentence adds to its evidence: each sort of addition behind, before and between what is told rightly."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_ZH = "海澜港务集团上半年完成集装箱吞吐量310万标准箱，同比增长6.2%，新开通两条近洋航线。"
_EN = "Harbour operator Calder handled 3.1 million containers in the first half, up 6.2%, and opened two short-sea routes."


@pytest.mark.parametrize(
    "added",
    ["并获得银行授信", "还拿下了绿色认证", "员工满意程度居首", "背后是腹地汽车出口旺盛", "而且赢得客户称赞"],
)
@pytest.mark.parametrize(
    "frame", ["海澜港务上半年完成吞吐量310万标准箱，{0}。", "集团新开通两条近洋航线，{0}，吞吐量增长6.2%。"]
)
def test_chinese_additions(frame: str, added: str) -> None:
    verdict = verify_sentence(frame.format(added), [_ZH])
    assert "addition" in {reason.code for reason in verdict.reasons}
    assert any(added[1:] in reason.detail for reason in verdict.reasons)


@pytest.mark.parametrize(
    "added",
    ["and won an environmental award", "and was praised by regulators", "while outperforming its rivals"],
)
@pytest.mark.parametrize(
    "frame", ["Calder handled 3.1 million containers {0}.", "Calder opened two short-sea routes {0}."]
)
def test_english_additions(frame: str, added: str) -> None:
    verdict = verify_sentence(frame.format(added), [_EN])
    assert verdict.state == "check"
    assert "addition" in {reason.code for reason in verdict.reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("上半年海澜港务的集装箱吞吐量为310万标准箱，较上年同期多出6.2%。", _ZH),
        ("就港口业务来看，海澜港务上半年吞吐量增长6.2%，航线网络也添了两条近洋线。", _ZH),
        ("至于能否盈利，集团没有说明，只称吞吐量增长6.2%。", _ZH + "是否盈利未作披露。"),
        ("In the first half, Calder's container volume came to 3.1 million, a rise of 6.2%.", _EN),
        ("Calder opened two short-sea routes, and its volume grew by 6.2%.", _EN),
    ],
)
def test_a_part_that_keeps_something_or_only_leads_in_is_none(sentence: str, evidence: str) -> None:
    assert "addition" not in {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}


_BRIDGES = "省交通厅对412座危桥进行改造，投入资金9.6亿元，其中乡村道路上的桥梁占八成，工期平均缩短两个月。"
_SEALS = "Rangers on the Skerry Islands tagged 540 grey seal pups this winter and moved 31 orphans to a rescue station in Brae."


@pytest.mark.parametrize(
    "added",
    [
        "，这些危桥大多由志愿者巡查",
        "，以方便农产品外运",
        "，为旅游业复苏创造了条件",
        "，沿线居民拍手叫好",
        "，与高校签署培训协议",
    ],
)
@pytest.mark.parametrize(
    "told", ["省交通厅投入9.6亿元改造412座危桥，八成在乡村道路上", "全省有412座危桥得到改造，用去资金9.6亿元"]
)
def test_an_addition_may_take_up_what_is_already_told(told: str, added: str) -> None:
    verdict = verify_sentence(f"{told}{added}。", [_BRIDGES])
    assert "addition" in {reason.code for reason in verdict.reasons}


@pytest.mark.parametrize(
    "added",
    [
        " in order to monitor viral infections",
        ", leaving fishermen with torn nets",
        ", where the pups attract photographers",
        " to reassure worried tourists",
        ", a heroic effort",
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        "Rangers tagged 540 grey seal pups this winter",
        "This winter 31 orphaned seal pups were moved to a station in Brae",
    ],
)
def test_purposes_consequences_and_praise_are_additions(told: str, added: str) -> None:
    verdict = verify_sentence(f"{told}{added}.", [_SEALS])
    assert "addition" in {reason.code for reason in verdict.reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("省交通厅在群众监督下对412座危桥进行改造，投入资金9.6亿元。", _BRIDGES),
        ("省交通厅对412座石拱危桥进行改造，投入资金9.6亿元。", _BRIDGES),
        ("Rangers on the Skerry Islands tagged 540 malnourished grey seal pups this winter.", _SEALS),
        ("Rangers on the Skerry Islands tagged 540 grey seal pups with satellite transmitters this winter.", _SEALS),
    ],
)
def test_what_stands_between_neighbours_of_the_evidence_is_an_addition(sentence: str, evidence: str) -> None:
    assert {reason.code for reason in verify_sentence(sentence, [evidence]).reasons} == {"addition"}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("全省412座危桥完成改建，花费9.6亿元，施工时间平均少了两个月。", _BRIDGES),
        ("危桥改造共412座，八成位于乡间公路，平均提前两个月完工。", _BRIDGES),
        ("This winter's tally of tagged grey seal pups on the Skerry Islands is 540.", _SEALS),
        (
            "The agency is silent on the moment of a decision about tolls.",
            "The agency has not said when it will decide about tolls.",
        ),
        ("A rescue station in Brae took in 31 orphans, and 540 grey seal pups were given tags.", _SEALS),
    ],
)
def test_other_words_for_what_the_evidence_says_are_none(sentence: str, evidence: str) -> None:
    assert "addition" not in {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}


_SEWERS = "市水务局称，老城区去年完成了46公里污水管网改造，投资3.2亿元，渗漏率降到7%，今年将转入城郊片区施工。"
_CRANES = "The harbour authority replaced 60 diesel cranes with electric ones, cutting fuel use by 35% last year; the remaining 22 are to follow by 2027."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("老城区去年完成46公里污水管网改造，渗漏率降到7%，并安装了智能井盖。", _SEWERS),
        ("老城区污水管网改造令渗漏率降到7%，由此带旺了沿线商铺的生意。", _SEWERS),
        ("老城区改完46公里污水管网，走私团伙却屡禁不止。", _SEWERS),
        ("Replacing 60 diesel cranes cut fuel use by 35%, which has improved the health of nearby residents.", _CRANES),
        (
            "Electric cranes have cut the harbour's fuel use by 35%, spurring rival terminals to copy the scheme.",
            _CRANES,
        ),
    ],
)
def test_an_effect_or_a_measure_of_its_own_behind_a_near_copy(sentence: str, evidence: str) -> None:
    assert "addition" in {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("老城区的污水管网已改造46公里，渗漏率随之压到7%，接下来轮到城郊。", _SEWERS),
        ("去年老城区改造污水管网46公里，花费3.2亿元；今年施工重心移往城郊。", _SEWERS),
        ("Sixty cranes at the port now run on electricity, and fuel use has fallen by 35%.", _CRANES),
        (
            "It is the diesel cranes that made way for electric ones.",
            _CRANES,
        ),
    ],
)
def test_an_effect_that_the_evidence_has_is_no_addition(sentence: str, evidence: str) -> None:
    assert "addition" not in {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}


_STALL = "北岭县去年新建村级卫生室42所，配备全科医生96名，药品目录扩至280种。"
_PIER = "Operator Calder said it had approved 46 storage projects with a combined capacity of 3.4 gigawatts."


@pytest.mark.parametrize("added", ["未来仍有较大增长空间", "专家预计还将扩大", "后续有望继续改善"])
def test_a_forecast_behind_a_light_rewording_is_an_addition(added: str) -> None:
    sentence = f"北岭县去年建成村级卫生室42所，配置全科医生96名，药品目录扩充至280种，{added}。"
    assert "addition" in {reason.code for reason in verify_sentence(sentence, [_STALL]).reasons}


@pytest.mark.parametrize("added", ["作为行业龙头，", "迫于舆论压力，"])
def test_a_circumstance_before_a_light_rewording_is_an_addition(added: str) -> None:
    sentence = f"{added}北岭县去年新建村级卫生室42所，配置全科医生96名。"
    assert "addition" in {reason.code for reason in verify_sentence(sentence, [_STALL]).reasons}


@pytest.mark.parametrize(
    "added",
    [
        ", despite strong opposition",
        ", because demand was strong",
        ", a move that opposition parties denounced",
        ", which has made it profitable",
        ", most of whom had never used the internet",
    ],
)
def test_a_tail_behind_a_light_rewording_is_an_addition(added: str) -> None:
    sentence = f"Operator Calder stated that it had authorised 46 storage projects with a combined capacity of 3.4 gigawatts{added}."
    assert "addition" in {reason.code for reason in verify_sentence(sentence, [_PIER]).reasons}
