"""Denials and directions told in other words: ruled out, entitled or excluded, picked up, below an earlier year."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.guards.negations import marks_in
from synthesis.engine.drafting.guards.polarity import denials
from synthesis.engine.drafting.guards.types import passage
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
        "All boilers except those fitted after 2015 must be replaced.",
        ["Every boiler must be replaced apart from those fitted after 2015."],
        [
            "All boilers must be replaced provided they were fitted after 2015.",
            "Only boilers fitted after 2015 must be replaced.",
            "Boilers fitted after 2015 must also be replaced.",
        ],
    ),
    (
        "除管理费用外，各项支出均有所减少。",
        ["各项支出都有所减少，只有管理费用例外。"],
        ["包括管理费用在内，各项支出均有所减少。", "只有管理费用有所减少。"],
    ),
    (
        "五所学校中，只有镇北小学未完成任务。",
        [],
        ["五所学校中，只有镇北小学完成了任务。", "五所学校都未完成任务。"],
    ),
    (
        "The number of ferries remained unchanged at 9.",
        ["The number of ferries stayed at 9.", "There were still 9 ferries."],
        ["The number of ferries rose to 9."],
    ),
    (
        "2023年全区幼儿园数量与上年持平。",
        ["2023年全区幼儿园数量较上年没有变化。"],
        ["2023年全区幼儿园数量较上年有所减少。"],
    ),
    (
        "The licence lapsed in May and was not renewed.",
        ["The licence expired in May without renewal."],
        ["The licence was extended in May."],
    ),
    (
        "Forty teaching posts remained unfilled in March.",
        ["In March forty teaching posts were still vacant."],
        ["In March forty teaching posts were filled."],
    ),
    (
        "The deposit is not refunded if the trip is cancelled.",
        [],
        ["The deposit is refunded if the trip is cancelled."],
    ),
    (
        "The trust failed to reach its savings goal in 2017.",
        ["The trust missed its savings goal in 2017."],
        ["The trust reached its savings goal in 2017."],
    ),
    (
        "The number of wardens has not changed since 1995.",
        ["The number of wardens has stayed the same since 1995."],
        ["The number of wardens has fallen since 1995."],
    ),
    (
        "The gallery no longer charges for guided tours.",
        ["The gallery has stopped charging for guided tours."],
        ["The gallery still charges for guided tours."],
    ),
    (
        "议会并未通过降低遗产税的法案。",
        ["降低遗产税的法案未获议会通过。"],
        ["议会通过了降低遗产税的法案。"],
    ),
    (
        "The board withheld approval of the loan.",
        ["The board did not approve the loan."],
        ["The board approved the loan."],
    ),
    (
        "The operator fell short of its safety targets in 2021.",
        ["The operator missed its safety targets in 2021."],
        ["The operator met its safety targets in 2021."],
    ),
    (
        "个体商户不在此次支付改革范围内。",
        ["此次支付改革不涉及个体商户。", "个体商户被排除在此次支付改革之外。"],
        ["此次支付改革涵盖个体商户。"],
    ),
    (
        "理事会没有采纳提高会费的建议。",
        ["提高会费的建议未被理事会采纳。"],
        ["理事会采纳了提高会费的建议。"],
    ),
    ("该河段水质尚未达到二类标准。", ["该河段水质达不到二类标准。"], ["该河段水质已达到二类标准。"]),
    ("该县人均耕地低于全国平均水平。", ["该县人均耕地不及全国平均水平。"], ["该县人均耕地超过全国平均水平。"]),
    ("Visitors may enter the park without a permit.", ["Visitors do not need a permit to enter the park."], []),
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


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        ("园区投放无人配送车40辆。", "园区投放配送车40辆，均为无人驾驶。"),
        ("该院接诊罕见病患儿86名。", "该院接诊86名罕见病患儿。"),
        ("南非去年的橙子出口量居非洲首位。", "在非洲，去年南非的橙子出口量居首位。"),
        ("这家酒厂推出三款无糖饮料。", "三款无糖饮料由这家酒厂推出。"),
        ("洪水淹没农田1200亩。", "1200亩农田被洪水淹没。"),
        (
            "The council opened a disinfection unit near the bus stop.",
            "A disinfection unit was opened by the council near the bus stop.",
        ),
        ("The opposition party unveiled a prevention plan.", "A prevention plan was unveiled by the opposition party."),
    ],
)
def test_what_only_looks_like_a_denial_is_none(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).checks["polarity"] == "ok"


@pytest.mark.parametrize(
    "word", ["无人配送", "罕见病", "南非", "无糖饮料", "淹没区", "不定期", "disinfection", "unmanned", "net-zero"]
)
def test_kinds_of_things_hold_no_denial(word: str) -> None:
    text = passage(f"这里的{word}情况" if not word.isascii() else f"The {word} system was reviewed.")
    assert not denials(text.text, text.language)
    assert not any(marks_in(text, clause) for clause in text.clauses)
