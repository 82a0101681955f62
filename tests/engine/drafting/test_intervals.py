"""How long after one event another came, where only the dates of the two stand in the evidence."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_BAN = "The assembly adopted the ban on vapes in January 2024, and it took effect in June 2024."
_TRAM = "Ground was broken on the tram in 2018, and the first passengers boarded in April 2023."
_DRUG = "该产品于2019年启动临床试验，2021年11月获批上市。"
_RULE = "该条例2023年9月通过，自2024年1月1日起施行。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("The ban on vapes took effect five months after it was adopted.", _BAN, True),
        ("The ban on vapes took effect a year after it was adopted.", _BAN, False),
        ("The tram took its first passengers a decade after ground was broken.", _TRAM, False),
        ("临床试验启动两年后，该产品获批上市。", _DRUG, True),
        ("临床试验启动一年后，该产品即获批上市。", _DRUG, False),
        ("该条例从通过到施行不到半年。", _RULE, True),
        ("该条例从通过到施行历时一年。", _RULE, False),
    ],
)
def test_a_length_of_time_is_reckoned_from_the_dates(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
