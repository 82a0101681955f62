"""What the evidence tells side by side is no cause; what it ties together, however loosely, may be told as one."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

PARK = "园区去年新增企业30家，全区居民人均可支配收入达到5.2万元。"
PORT = "The port signed a deal with two carriers, and its container volume reached 3 million boxes."


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("园区去年新增企业30家，因此全区居民人均可支配收入达到5.2万元。", PARK),
        ("由于园区去年新增企业30家，全区居民人均可支配收入达到5.2万元。", PARK),
        ("园区去年新增企业30家，导致全区居民人均可支配收入达到5.2万元。", PARK),
        ("The port signed a deal with two carriers, so its container volume reached 3 million boxes.", PORT),
        ("Its container volume reached 3 million boxes because the port signed a deal with two carriers.", PORT),
    ],
)
def test_a_cause_made_of_neighbours_is_doubted(sentence: str, evidence: str) -> None:
    assert "cause" in {reason.guard for reason in verify_sentence(sentence, [evidence]).reasons}


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("由于原料涨价，三家工厂减产。", "受原料涨价影响，三家工厂减产。"),
        ("因订单增加，工厂新招工人200名。", "随着订单增加，工厂新招工人200名。"),
        ("Because rain delayed the harvest, prices rose.", "Rain delayed the harvest, pushing prices up."),
        ("园区去年新增企业30家，居民人均可支配收入达到5.2万元。", PARK),
    ],
)
def test_a_tie_that_is_there_may_be_told(sentence: str, evidence: str) -> None:
    assert "cause" not in {reason.guard for reason in verify_sentence(sentence, [evidence]).reasons}
