"""So many for each: which of the two there are several of."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_CLINIC = "The clinic treats four outpatients for every patient admitted overnight, its annual report says."
_FARM = "养殖场每出栏1头牛，就要补栏3只羊。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("For each patient admitted overnight the clinic treats four outpatients.", _CLINIC, True),
        ("For every outpatient treated, the clinic admits four patients overnight.", _CLINIC, False),
        ("每有1头牛出栏，养殖场便补栏3只羊。", _FARM, True),
        ("养殖场每出栏1只羊，就要补栏3头牛。", _FARM, False),
    ],
)
def test_the_two_keep_their_places(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
