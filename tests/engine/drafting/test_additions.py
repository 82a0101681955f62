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
