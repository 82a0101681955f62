"""Who holds an office, and who does what falls to one: of several that the evidence names."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_MEDIA = "启明星辰传媒宣布，李思远接任总裁，原总裁何清转任副董事长，财务总监仍为吴雁。"
_MUSIC = "The orchestra appointed Mira Solberg artistic director and kept Tom Hale as managing director."
_CRANES = "The port authority inspects cranes, whereas the labour ministry only licenses their drivers."
_PARK = "园区管委会出资建设污水厂，环保公司负责运营，企业按月缴费。"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("何清出任启明星辰传媒财务总监。", _MEDIA),
        ("吴雁接任总裁。", _MEDIA),
        ("Mira Solberg becomes the orchestra's managing director.", _MUSIC),
        ("Tom Hale, the orchestra's artistic director, was kept on.", _MUSIC),
        ("Responsibility for inspecting cranes rests with the labour ministry.", _CRANES),
        ("It is up to the labour ministry to inspect cranes.", _CRANES),
        ("污水厂的建设资金由环保公司承担。", _PARK),
    ],
)
def test_it_is_not_given_to_another(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("传媒公司的新总裁是李思远，财务总监吴雁留任。", _MEDIA),
        ("Mira Solberg becomes the orchestra's artistic director.", _MUSIC),
        ("The orchestra's managing director, Tom Hale, stays on.", _MUSIC),
        ("Responsibility for inspecting cranes rests with the port authority.", _CRANES),
        ("污水厂的建设资金由园区管委会承担，运营交给了环保公司。", _PARK),
    ],
)
def test_in_whatever_words_it_is_told(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
