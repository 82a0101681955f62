"""Who gives and who gets, in constructions that name both: whichever tells it, the parties may not change places."""

from __future__ import annotations

from itertools import permutations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_TOLD = {
    "takeover": (
        ("Meridia", "Scanwell"),
        "{a} acquired {b} for $310 million.",
        "{a}'s acquisition of {b} cost $310 million.",
        "{a} completed its $310 million takeover of {b}.",
        "{b}, which {a} bought for $310 million, is now part of the group.",
        "{b} agreed to be bought by {a} for $310 million.",
    ),
    "loan": (
        ("Halden", "Norvik"),
        "{a} lent {b} €4 million.",
        "{b} took out a €4 million loan with {a}.",
        "{b} obtained €4 million in credit from {a}.",
    ),
    "investment": (
        ("Oakfield", "Kestrel"),
        "{a} invested $9 million in {b}.",
        "{b} is backed by {a} with $9 million.",
        "{b} raised $9 million from {a}.",
        "{a}'s investment in {b} amounts to $9 million.",
    ),
    "succession": (
        ("Anna Lind", "Paul Osei"),
        "{a} replaced {b} as chief executive.",
        "{b} made way for {a} as chief executive.",
        "{b} stepped down as chief executive and {a} took the post.",
    ),
    "owner": (
        ("Brightwater", "Damar"),
        "{a} owns 51% of {b}.",
        "51% of {b} belongs to {a}.",
        "{b}'s majority shareholder is {a}, with 51%.",
    ),
    "售出": (
        ("海拓集团", "远山物流"),
        "{a}以4800万元收购了{b}的检测部门。",
        "{a}从{b}手中接过检测部门,作价4800万元。",
        "{b}的检测部门由{a}以4800万元接手。",
        "{a}对{b}检测部门的收购作价4800万元。",
    ),
    "贷款": (
        ("宁远银行", "恒嘉置业"),
        "{a}向{b}发放了3.2亿元贷款。",
        "{b}的3.2亿元贷款来自{a}。",
        "{b}从{a}借入3.2亿元贷款。",
    ),
    "融资": (
        ("博睿资本", "云杉医疗"),
        "{a}向{b}投资4800万元。",
        "{b}从{a}融资4800万元。",
        "{b}拿到{a}的4800万元投资。",
    ),
    "欠款": (
        ("恒嘉置业", "远山物流"),
        "{a}拖欠{b}货款50万元。",
        "{b}被{a}拖欠50万元货款。",
        "拖欠{b}50万元货款的是{a}。",
    ),
}
_PAIRS = [
    (kind, evidence, sentence) for kind, (_, *told) in _TOLD.items() for evidence, sentence in permutations(told, 2)
]


@pytest.mark.parametrize(("kind", "evidence", "sentence"), _PAIRS)
def test_parties_that_change_places_are_noticed(kind: str, evidence: str, sentence: str) -> None:
    first, second = _TOLD[kind][0]
    told = [evidence.format(a=first, b=second)]
    assert verify_sentence(sentence.format(a=second, b=first), told).checks["role"] != "ok"
    assert verify_sentence(sentence.format(a=first, b=second), told).checks["role"] == "ok"


_COURT = "The court ordered Ruvik Mining to pay €2 million to the village."
_FINAL = "岭南队在决赛中击败滨海队。"
_STORE = "县供销社出资建设冷库,建成后交由丰禾合作社使用。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("Ruvik Mining was ordered by the court to pay the village €2 million.", _COURT, True),
        ("The village was ordered by the court to pay Ruvik Mining €2 million.", _COURT, False),
        ("在决赛中胜出的是岭南队。", _FINAL, True),
        ("在决赛中胜出的是滨海队。", _FINAL, False),
        ("丰禾合作社使用的冷库由县供销社出资建成。", _STORE, True),
        ("合作社把1200亩土地流转给了村民。", "合作社从村民手中流转土地1200亩。", False),
    ],
)
def test_each_keeps_the_part_it_has(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).checks["role"] == "ok") is true


def test_the_verb_of_the_other_side_is_no_new_thing() -> None:
    evidence = ["Millrow has agreed to buy the bakery arm of Tarn Foods."]
    assert verify_sentence("Tarn Foods has agreed to sell its bakery arm to Millrow.", evidence).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        ("临海队1比3负于白塔队。", "临海队以1比3不敌白塔队。"),
        ("远山物流的51%股权归海拓集团所有。", "海拓集团持有远山物流51%的股权。"),
    ],
)
def test_a_loss_is_no_denial_and_what_belongs_to_one_is_not_all(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
