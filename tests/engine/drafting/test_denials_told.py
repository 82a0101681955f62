"""Denials and directions told in other words: ruled out, entitled or excluded, picked up, below an earlier year."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

#: (evidence, faithful wordings, sentences that say the opposite)
_TOLD = [
    (
        "The ferry operator said it would not raise fares before October.",
        ["The ferry operator ruled out raising fares before October."],
        [],
    ),
    (
        "The ferry operator said it would raise fares before October.",
        [],
        ["The ferry operator ruled out raising fares before October."],
    ),
    (
        "The scheme covers teachers but excludes trainees from the housing allowance.",
        ["Trainees are not entitled to the housing allowance under the scheme."],
        ["Under the scheme, trainees are entitled to the housing allowance."],
    ),
    (
        "Freelancers are excluded from unemployment cover under the act.",
        ["Under the act, freelancers are not eligible for unemployment cover."],
        ["Under the act, freelancers are eligible for unemployment cover."],
    ),
    (
        "Fans stayed loyal after the fee rise: there was no wave of cancellations, and renewals held at 90%.",
        ["The fee rise was not followed by a wave of cancellations."],
        ["The fee rise was followed by a wave of cancellations, and renewals did not hold."],
    ),
    ("Orders for lathes dropped 20% in the spring.", [], ["Orders for lathes picked up in the spring."]),
    (
        "二季度样本影院观影人次同比增长7%，相当于2019年同期的81%。",
        ["影院观影人次虽有增加，仍不及2019年的水平。"],
        ["影院观影人次同比下降。"],
    ),
    (
        "本县对民宿垃圾清运没有统一的收费标准，由村里自行协商。",
        ["本县尚未对民宿垃圾清运实行统一的收费标准。"],
        ["本县已对民宿垃圾清运实行统一的收费标准。"],
    ),
    ("大股东持股由31%升至38%。", [], ["大股东的持股被稀释。"]),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, good, _ in _TOLD for s in good])
def test_the_same_in_other_words_is_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, bad in _TOLD for s in bad])
def test_the_opposite_is_objected_to(evidence: str, sentence: str) -> None:
    checks = verify_sentence(sentence, [evidence]).checks
    assert "ok" not in {checks["polarity"], checks["direction"]} or checks["polarity"] != checks["direction"]
