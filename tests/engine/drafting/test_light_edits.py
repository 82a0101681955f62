"""Sentences taken over with a light edit that leaves them true are supported; the same edits hide no error."""

from __future__ import annotations

import random

import pytest

from synthesis.engine.drafting.verify import verify_sentence
from tests.bench.verifier.light_edits import light_edits, sentences
from tests.bench.verifier.mutations import mutated


@pytest.fixture(scope="module")
def evidence() -> list[str]:
    return random.Random(7).sample(sentences(), 120)


def test_light_edits_are_supported(evidence: list[str]) -> None:
    made = [(text, told) for text in evidence for _, told in light_edits(text)]
    objected = [told for text, told in made if verify_sentence(told, [text]).state != "supported"]

    assert len(made) > 250
    assert not objected


def test_an_error_in_a_lightly_edited_sentence_is_found(evidence: list[str]) -> None:
    wrong = [
        (text, told)
        for text in evidence
        for guard, kind, true, slip in mutated(text)
        if not true and guard in {"number", "polarity", "direction"} and kind in {"first digit", "negation", "antonym"}
        for _, told in list(light_edits(slip))[:2]
    ]
    missed = [told for text, told in wrong if verify_sentence(told, [text]).state == "supported"]

    assert len(wrong) > 100
    assert len(missed) <= len(wrong) // 50, missed


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
