"""What is no maybe though a hedging word stands in it: a question reported, a rule laid down, a thing described."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "It is unknown how soon the regulator rules on the appeal.",
            "The regulator has not said when it will rule on the appeal.",
        ),
        (
            "The agency defines a small landlord as one with fewer than four flats.",
            "Guidance issued by the agency defines a small landlord as one with fewer than four flats.",
        ),
        (
            "Boarding fees are tax-free, the ministry states.",
            "Ministry guidance states that boarding fees are tax-free.",
        ),
        ("产业加速创新，自主研发能力尚待提升。", "产业加速创新，但自主研发能力有待提升。"),
        ("新规把电动自行车的最高时速限定为25公里。", "即将出台的新规把电动自行车的最高时速限定为25公里。"),
        (
            "The contract has Brenn supplying 40 trams to the city of Olt.",
            "Under the contract, Brenn will supply 40 trams to the city of Olt.",
        ),
        ("协议约定，海川公司在园区供应蒸汽，为期十五年。", "根据协议，海川公司将在园区供应蒸汽十五年。"),
        (
            "Farmers who sell raw milk must test it weekly.",
            "Farmers may sell raw milk on condition that they test it weekly.",
        ),
        ("Visitors must wear helmets.", "Visitors are admitted provided that they wear helmets."),
        ("企业必须连续两年按时纳税才能申领补贴。", "企业申领补贴的前提是连续两年按时纳税。"),
    ],
)
def test_told_as_it_stands(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).checks["hedge"] == "ok"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("The mine has reopened.", "Analysts asked when the mine will reopen."),
        ("Hospitals screen all new patients.", "The guidance advises hospitals to screen all new patients."),
        ("新规已经出台，把电动自行车的最高时速限定为25公里。", "即将出台的新规把电动自行车的最高时速限定为25公里。"),
        (
            "Brenn supplied 40 trams to the city of Olt.",
            "Under the contract, Brenn will supply 40 trams to the city of Olt.",
        ),
        ("根据协议，海川公司已在园区供应蒸汽。", "根据协议，海川公司将在园区供应蒸汽十五年。"),
        ("Cyclists must wear helmets, the council says.", "The council recommends that cyclists wear helmets."),
        ("协会要求会员单位必须公开碳排放数据。", "协会鼓励会员单位公开碳排放数据。"),
    ],
)
def test_what_is_open_is_not_told_as_settled(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).checks["hedge"] != "ok"
