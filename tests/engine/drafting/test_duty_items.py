"""Duty, leave and advice of one rule: none told as another, each in other words."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

CODE = "Under the code, landlords must test smoke alarms every year and may charge a fee of 20 euros."
SITES = "办法规定，工地应当配备不少于两名安全员，并可以聘请第三方检查。"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("Under the code, landlords may test smoke alarms every year.", CODE),
        ("Under the code, landlords should test smoke alarms every year.", CODE),
        ("Under the code, landlords must charge a fee of 20 euros.", CODE),
        ("办法规定，工地可以配备不少于两名安全员。", SITES),
        ("办法规定，工地必须聘请第三方检查。", SITES),
        ("条例要求物业公司公开收费明细。", "条例鼓励物业公司公开收费明细。"),
        (
            "Schools must ban phones, the ministry said.",
            "Schools may decide for themselves whether to ban phones, the ministry said.",
        ),
    ],
)
def test_a_duty_leave_or_advice_told_as_another(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The code obliges landlords to test smoke alarms annually and lets them charge 20 euros.", CODE),
        ("Landlords are required by the code to test smoke alarms every year.", CODE),
        ("办法要求工地至少配备两名安全员，并允许聘请第三方检查。", SITES),
        ("按规定，工地须配备至少两名安全员。", SITES),
        ("条例提倡物业公司公开收费明细。", "条例鼓励物业公司公开收费明细。"),
    ],
)
def test_a_duty_leave_or_advice_in_other_words(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
