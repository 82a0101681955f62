"""Who gives and who gets is read alike out of converse verbs, either voice and noun phrases no name list knows."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_CASES = [
    (
        "Northgate Dairy rents milking robots from Lely Partners at a fixed monthly rate.",
        [
            "Lely Partners rents out milking robots to Northgate Dairy.",
            "Northgate Dairy leases the robots from Lely Partners.",
        ],
        ["Northgate Dairy leases milking robots to Lely Partners."],
    ),
    (
        "Volunteer translators coach newly arrived nurses before the language exam.",
        ["Newly arrived nurses are coached by volunteer translators before the exam."],
        ["Volunteer translators are coached by newly arrived nurses before the exam."],
    ),
    (
        "Tenants pay the housing association a deposit of two months' rent.",
        ["A deposit is paid by tenants to the housing association."],
        ["The deposit goes from the housing association to the tenants."],
    ),
    (
        "The mayor named Ruth Alvarez to chair the panel; Peter Lang will act as secretary.",
        ["It is Ruth Alvarez who was named to chair the panel."],
        ["It fell to Peter Lang to chair the panel."],
    ),
    (
        "The firm's chief engineer, Aldo Ferri, told residents that night work would stop; site manager Greta Holm then showed the plans.",
        ["Chief engineer Aldo Ferri told residents that night work would stop."],
        ["Site manager Greta Holm told residents that night work would stop."],
    ),
    (
        "区文旅局委托青禾设计院编制古街保护方案。",
        ["青禾设计院受区文旅局委托编制古街保护方案。"],
        ["区文旅局受青禾设计院委托编制古街保护方案。"],
    ),
    (
        "调解委员会认定，装修公司应向住户退还定金2万元。",
        ["住户可从装修公司拿回定金2万元。"],
        ["调解委员会认定，住户应向装修公司退还定金2万元。"],
    ),
    (
        "省图书馆聘请退休教师担任志愿讲解员。",
        ["退休教师受省图书馆聘请担任志愿讲解员。"],
        ["退休教师聘请省图书馆担任志愿讲解员。"],
    ),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, true, _ in _CASES for s in true])
def test_the_same_relation_in_other_words_is_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, false in _CASES for s in false])
def test_sides_that_have_changed_places_are_objected_to(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
