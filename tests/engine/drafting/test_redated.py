"""A clause taken over with the date of another clause of the evidence."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_CUSTOMS = "海关公告称，出口企业自2024年7月1日起须通过新系统申报原产地证明，旧申报系统将于2024年9月30日关停。"
_TALKS = "Talks between the supermarkets and their suppliers, begun in April, ended in July without an agreement."
_BAN = "Parliament approved the ban on mobile phones in May 2023, and it took effect on 1 September 2023."

_FORECAST = "On 14 June 2023, the quay board lowered its 2024 price forecast to $3.75 per crate, citing slack demand."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("旧申报系统将于2024年9月30日关停。", _CUSTOMS, True),
        ("旧申报系统将于2024年7月1日关停。", _CUSTOMS, False),
        ("出口企业自2024年9月30日起须通过新系统申报原产地证明。", _CUSTOMS, False),
        ("The talks ended in July without an agreement.", _TALKS, True),
        ("The talks ended in April without an agreement.", _TALKS, False),
        ("The ban on mobile phones took effect on 1 September 2023.", _BAN, True),
        ("Parliament approved the ban on mobile phones on 1 September 2023.", _BAN, False),
        ("The quay board lowered its 2024 price forecast to $3.75 per crate on 14 June 2023.", _FORECAST, True),
        ("The quay board lowered its 2023 price forecast to $3.75 per crate on 14 June 2024.", _FORECAST, False),
    ],
)
def test_a_clause_keeps_its_date(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
