"""A universal is held against the part the evidence counts; rivals need a comparison in the evidence."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_CASES = [
    (
        "Inspectors visited 52 bakeries; 17 of the 52 bakeries had no valid allergen labels and were given a month to comply.",
        ["Of the 52 bakeries, 17 had no valid allergen labels."],
        ["All the bakeries lacked valid allergen labels.", "Every single bakery was without valid allergen labels."],
    ),
    (
        "Since May, 28 mountain huts have sold drinking water from refill stations every day. The other nine still sell bottles.",
        ["Nine mountain huts still sell bottles."],
        ["Across the board, mountain huts now sell drinking water from refill stations."],
    ),
    (
        "普查显示，全县96座小型水库中，其中21座存在坝体渗漏，已全部列入除险加固计划。",
        ["21座小型水库存在坝体渗漏。", "存在渗漏的水库已全部列入除险加固计划。"],
        ["全县所有小型水库都存在坝体渗漏。", "小型水库无一例外存在坝体渗漏。"],
    ),
    (
        "Lattice Foods launched an oat yoghurt in April and plans to sell it in four countries.",
        ["Lattice Foods launched an oat yoghurt in April."],
        ["Lattice Foods launched an oat yoghurt in April that outshines those of its competitors."],
    ),
    (
        "岭南电气推出新款储能电池，通过了消防安全测试。",
        ["岭南电气的新款储能电池通过了消防安全测试。"],
        ["岭南电气的新款储能电池通过了消防安全测试，寿命优于同类产品。", "岭南电气的储能电池安全性居行业之首。"],
    ),
    (
        "截至去年底，血站数量居前三位的乡镇依次为白塘、柳桥和高坪。",
        ["血站数量最多的乡镇是白塘，柳桥、高坪紧随其后。"],
        ["血站数量最多的乡镇是高坪。"],
    ),
    (
        "Before being admitted, applicants are required to pass a hearing test.",
        ["Applicants must first pass a hearing test."],
        ["Applicants were the first to pass a hearing test."],
    ),
    (
        "截至年底，该产品还没有进入任何一座城市的采购目录。",
        ["该产品尚未进入任何城市的采购目录。"],
        ["该产品进入了所有城市的采购目录。"],
    ),
]


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, true, _ in _CASES for s in true])
def test_what_is_told_of_a_part_is_supported(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"


@pytest.mark.parametrize(("evidence", "sentence"), [(e, s) for e, _, false in _CASES for s in false])
def test_all_for_a_part_and_unnamed_rivals_are_objected_to(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"
