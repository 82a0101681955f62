"""Names at the head of English sentences, where every word has a capital."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

EVIDENCE = "On Tuesday night Halvorsen, the Danish turbine maker, secured a 1.1 GW order for machines that it builds in Esbjerg."


@pytest.mark.parametrize(
    "sentence",
    [
        "Rosario, the Danish turbine maker, secured a 1.1 GW order.",
        "Corvia, which is a Danish turbine maker, secured a 1.1 GW order.",
        "Rosario secured a 1.1 GW order.",
    ],
)
def test_a_name_the_evidence_does_not_have_is_found(sentence: str) -> None:
    assert "name" in {reason.code for reason in verify_sentence(sentence, [EVIDENCE]).reasons}


@pytest.mark.parametrize(
    "sentence",
    [
        "Halvorsen, which is Danish, secured the order.",
        "Overnight, a Danish maker, Halvorsen, secured an order.",
        "Nowadays Halvorsen builds turbines in Esbjerg.",
    ],
)
def test_an_adverb_is_no_name(sentence: str) -> None:
    assert "name" not in {reason.code for reason in verify_sentence(sentence, [EVIDENCE]).reasons}
