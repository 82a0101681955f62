"""Sentences taken over with a light edit that leaves them true are supported."""

from __future__ import annotations

import random

import pytest

from synthesis.engine.drafting.verify import verify_sentence
from tests.bench.verifier.light_edits import light_edits, sentences


@pytest.fixture(scope="module")
def evidence() -> list[str]:
    return random.Random(7).sample(sentences(), 120)


def test_light_edits_are_supported(evidence: list[str]) -> None:
    made = [(text, told) for text in evidence for _, told in light_edits(text)]
    objected = [told for text, told in made if verify_sentence(told, [text]).state != "supported"]

    assert len(made) > 250
    assert not objected


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("值得注意的是，该市仍有12家工厂停产。", "该市仍有12家工厂停产，复工日期未定。"),
        ("Overall, ridership rose 4% in May.", "Ridership rose 4% in May."),
        ("公司称,新线不会影响现有客户.", "公司称，新线不会影响现有客户。"),
        ("三期临床显示，主要终点未达到。", "三期临床结果显示，主要终点未达到。"),
        ("The port will only take 20 ships.", "The port is going to take just 20 ships."),
    ],
)
def test_examples(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
