"""On which side of an act somebody is: told by a noun, a cleft, a clause that describes, or who pays the rent."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_CASES = [
    (
        "今年1月，海棠乳业以2.6亿元收购青禾牧场全部股权。",
        [
            "收购方海棠乳业为青禾牧场支付了2.6亿元。",
            "青禾牧场的买方是海棠乳业，成交价2.6亿元。",
            "青禾牧场把全部股权以2.6亿元卖给了海棠乳业。",
        ],
        [
            "收购方青禾牧场为海棠乳业支付了2.6亿元。",
            "海棠乳业的买方是青禾牧场，成交价2.6亿元。",
            "在这笔2.6亿元的交易中，青禾牧场是收购方，海棠乳业是被收购方。",
        ],
    ),
    (
        "山脚村委会把果园租给丰泽合作社，年租金30万元。",
        ["丰泽合作社每年向山脚村委会支付租金30万元。", "承租果园的丰泽合作社每年须付30万元。"],
        ["山脚村委会每年向丰泽合作社支付租金30万元。", "承租果园的山脚村委会每年须付30万元。"],
    ),
    (
        "业主委员会上月起诉物业公司，要求公开账目。",
        ["被起诉的是物业公司，起诉方是业主委员会。", "上月起诉物业公司的业主委员会要求公开账目。"],
        ["被起诉的是业主委员会，起诉方是物业公司。", "起诉业主委员会的是物业公司。"],
    ),
    (
        "古籍修复由省博物馆牵头，两所高校参与纸张检测。",
        ["主导古籍修复的是省博物馆，参与纸张检测的是两所高校。", "在省博物馆牵头下，两所高校参加了纸张检测。"],
        ["主导古籍修复的是两所高校，参与纸张检测的是省博物馆。", "在两所高校牵头下，省博物馆参加了纸张检测。"],
    ),
    (
        "住建局因夜间施工对承建单位处以罚款6万元。",
        ["6万元的罚款由承建单位缴纳。", "承建单位收到住建局的6万元罚单。"],
        ["6万元的罚款由住建局缴纳。", "住建局收到承建单位的6万元罚单。"],
    ),
    (
        "许立文卸任后，何岚接任馆长。",
        ["馆长由许立文换成了何岚。", "许立文的继任者是何岚。"],
        ["馆长由何岚换成了许立文。", "何岚的继任者是许立文。"],
    ),
    (
        "县图书馆负责流动书车，县文化馆负责巡回展览。",
        ["流动书车归县图书馆管，巡回展览归县文化馆管。"],
        ["流动书车归县文化馆管，巡回展览归县图书馆管。"],
    ),
    (
        "去年绍兴的纺织出口增长5.2%，嘉兴增长9.6%。",
        ["嘉兴去年纺织出口上升9.6%。"],
        ["嘉兴去年纺织出口上升5.2%。"],
    ),
    (
        "信息中心负责选课系统，教务处负责课表编排。",
        ["承担课表编排的是教务处。", "选课系统是信息中心的职责。"],
        ["承担课表编排的是信息中心。", "选课系统是教务处的职责。"],
    ),
    (
        "《城市绿化条例》规定，新建小区绿地率不得低于30%；《古树保护办法》规定，砍伐名木最高罚款五万元。",
        ["根据《城市绿化条例》，新建小区绿地率不得低于30%。"],
        ["根据《古树保护办法》，新建小区绿地率不得低于30%。"],
    ),
    (
        "The coast guard is responsible for sea rescue, while the harbour authority handles buoy maintenance.",
        ["Buoy maintenance is handled by the harbour authority."],
        ["The coast guard handles buoy maintenance.", "Responsibility for sea rescue lies with the harbour authority."],
    ),
    (
        "In 2018, Aldous Mills acquired Fernley Bakeries for $90 million.",
        [
            "Fernley Bakeries became part of Aldous Mills in 2018.",
            "The buyer of Fernley Bakeries was Aldous Mills, which paid $90 million.",
        ],
        [
            "Aldous Mills became part of Fernley Bakeries in 2018.",
            "The buyer of Aldous Mills was Fernley Bakeries, which paid $90 million.",
            "Fernley Bakeries's 2018 acquisition of Aldous Mills cost $90 million.",
        ],
    ),
    (
        "The trial was led by Uppsala University, with three hospitals helping with recruitment.",
        ["It was Uppsala University that led the trial."],
        ["It was three hospitals that led the trial."],
    ),
    (
        "In June the choir sued the concert hall over unpaid fees.",
        ["The concert hall faces a lawsuit from the choir over unpaid fees."],
        ["The concert hall filed a lawsuit against the choir over unpaid fees."],
    ),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, true, _ in _CASES for s in true])
def test_the_same_side_in_other_words_is_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, false in _CASES for s in false])
def test_the_side_of_another_is_not_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
