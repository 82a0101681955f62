"""True sentences that tell their evidence from another side, and false ones of the same build."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_FERRY = "The ferry line says that it made a profit only thanks to the subsidy."
_TAX = "Sales recovered after the tax was lifted."
_SHOPS = "The rule applies to shops with ten or more employees."
_RESERVE = "From April to July, fishing in the reserve is permitted only with a licence."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        # A bound from its other side.
        ("Shops with fewer than ten employees do not have to comply.", _SHOPS, True),
        ("Shops with fewer than ten employees have to comply.", _SHOPS, False),
        ("不足十名员工的商店不受这一规定约束。", "该规定适用于员工十人及以上的商店。", True),
        ("500公里以上的航班不受禁令影响。", "禁令针对500公里及以下的航班。", True),
        ("营业额低于100万元的企业须提交报告。", "营业额100万元及以上的企业须提交报告。", False),
        ("该站至多有90张床位，不含临时床位。", "该站至少有90张床位。", False),
        # What would be so but for something.
        (
            "But for the rain, the harvest would have been larger.",
            "The rain reduced the harvest.",
            True,
        ),
        ("But for the rain, the harvest would have been smaller.", "The rain reduced the harvest.", False),
        ("要不是出口增长，产量就会下降。", "得益于出口增长，产量才得以上升。", True),
        ("要不是出口增长，产量就会上升。", "得益于出口增长，产量才得以上升。", False),
        # Before and after, from either end.
        ("The tax was lifted before sales recovered.", _TAX, True),
        ("Sales recovered before the tax was lifted.", _TAX, False),
        # Who may only with a licence may not without one.
        ("Without a licence, nobody may fish in the reserve between April and July.", _RESERVE, True),
        # One of three, the third of a sum, a word that holds a numeral.
        ("工程款一半由省里出，余下的由三个镇平摊。", "工程费用由省级财政承担50%，三个镇各承担六分之一。", True),
        ("大桥的造价差不多是预算的两倍。", "大桥预算4.1亿元，最终造价为7.9亿元。", True),
        ("外出找工作的毕业生比以往任何一年都多。", "外出就业的毕业生人数创历史新高。", True),
        ("把两期工程算在一起，电站一年能发电31亿千瓦时。", "电站一期年发电量18亿千瓦时，二期13亿千瓦时。", True),
        ("渡轮几乎都改烧液化气，十年前一艘都没有。", "渡轮几乎都改烧液化气，十年前没有一艘。", True),
        # What is proposed has not been done; what is outstanding has not come.
        (
            "A ban on the pesticide has been proposed by the commission; ministers have yet to vote on it.",
            "The commission proposed banning the pesticide. A vote by ministers is still outstanding.",
            True,
        ),
        # Units, losses, stops.
        (
            "The wind farm will have a capacity of 1.2 gigawatts, using 80 turbines.",
            "The wind farm will have a capacity of 1,200 MW, using 80 turbines.",
            True,
        ),
        ("停产两周，估计损失1.9亿元。", "停产两周，损失估计为1.9亿元。", True),
        (
            "A shortage of graphite forced the plant to idle a line.",
            "Graphite ran short, so the plant shut down a line.",
            True,
        ),
    ],
)
def test_told_from_another_side(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true
