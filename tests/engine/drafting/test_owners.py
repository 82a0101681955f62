"""Whose a detail is: only a rival of the same sort is taken for its owner, and what a name is called by is no detail."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_FINE = "Broker Talwin was fined 3 million euros by the securities regulator; the finance ministry took no part in it."
_BANKS = "Of the 24 banks asked, 15 already offer instant transfers, and the other nine are testing the service."
_STARS = "在统计的20家上市书店中,有12家2022年营业额同比上升,其余8家营业额下跌。"
_CITIES = "据统计,去年临川市新建公园42个,白山市为35个,柳城市为28个,三市合计比上年增加一成。"
_ROUND = "商用航天企业星链动力完成A轮融资,本轮由启明资本领投,老股东云帆基金继续跟投。"
_BODIES = "The Ministry of Health has banned the additive; the Ministry of Trade had asked for a delay."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The watchdog that fined the broker was the securities regulator, not the finance ministry.", _FINE),
        ("Most of the 24 banks asked, 15 in total, already offer instant transfers.", _BANKS),
        ("在20家上市书店中,有12家2022年营业额上升,占多数。", _STARS),
        ("在三市的比较中,去年新建公园最多的是临川市。", _CITIES),
        ("领投这轮商用航天融资的是启明资本,老股东云帆基金则再度跟投。", _ROUND),
    ],
)
def test_a_true_sentence_has_no_other_owner(sentence: str, evidence: str) -> None:
    assert "owner" not in {reason.code for reason in verify_sentence(sentence, [evidence]).reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The Ministry of Trade has banned the additive.", _BODIES),
        ("去年白山市新建公园42个。", _CITIES),
    ],
)
def test_what_is_told_of_a_rival_has_another_owner(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
