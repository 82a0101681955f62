"""True sentences that tell their evidence from another side, and false ones of the same build."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_FERRY = "The ferry line says that it made a profit only thanks to the subsidy."
_TAX = "Sales recovered after the tax was lifted."
_SHOPS = "The rule applies to shops with ten or more employees."
_RESERVE = "From April to July, fishing in the reserve is permitted only with a licence."


_PUMPS = "The audit inspected 96 pumps; 45 did not meet the standard. Leaks were the most frequent defect."
_BUSES = "Of the 40 buses, 28 were sold and 12 were scrapped."
_WIND = "2023年风电占发电量的28%，煤电占25%，此前风电从未超过煤电。"
_NAMED = "Asked about obstacles, 64% of respondents named cost and 41% a shortage of staff."
_WASTE = "2018年家庭垃圾回收率为42%，五年后升至48%。"


_CLAIM = "The claim was dismissed on the ground that it was filed one day after the deadline."
_SIDES = "The greens support the plan; the liberals are against it."
_SCHOOL = "该校学生中，64%步行上学，24%骑车上学。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("The judge threw out the claim because it had been filed a day late.", _CLAIM, True),
        ("The judge threw out the claim.", "The judge upheld the claim.", False),
        ("The plan has the backing of the greens but not of the liberals.", _SIDES, True),
        ("The plan has the backing of the liberals but not of the greens.", _SIDES, False),
        ("The decision is final: it cannot be appealed.", "No appeal is possible against the decision.", True),
        ("The decision can be appealed.", "No appeal is possible against the decision.", False),
        (
            "No other country grows as many tulips as the Netherlands.",
            "The Netherlands is the world's largest tulip grower.",
            True,
        ),
        ("近九成学生步行或骑车上学。", _SCHOOL, True),
        ("近九成学生步行上学。", _SCHOOL, False),
        ("参加的有三十来人。", "约30人参加。", True),
        ("参加的有四十来人。", "约30人参加。", False),
        ("The founders raised the money.", "The founders of the firm succeeded in raising the money.", True),
        (
            "The reservoirs are fuller than last year.",
            "Reservoirs stand at 81% of capacity, compared with 74% a year ago.",
            True,
        ),
        ("起诉晚了一天，法官因此驳回了诉求。", "因起诉超过期限一天，法官驳回了该诉求。", True),
    ],
)
def test_told_more_freely(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


_STUDIES = "2019年的一项研究发现，小班能提高成绩。2022年的一项研究未发现班级规模对成绩有影响。"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("关于班级规模对成绩的影响，两项研究得出了不同的结论。", _STUDIES, True),
        ("The trial was terminated early.", "The trial was stopped ahead of schedule.", True),
        ("The trial was extended beyond schedule.", "The trial was stopped ahead of schedule.", False),
        (
            "Debt is now higher than at any time in the past two decades.",
            "Debt has reached its highest level in 20 years.",
            True,
        ),
        (
            "Debt is now higher than at any time in the past three decades.",
            "Debt has reached its highest level in 20 years.",
            False,
        ),
        ("The decline was most pronounced in retail.", "Retail was hit hardest by the decline.", True),
        (
            "The new trams can carry 40 more people than the old ones.",
            "The old trams carry 180 passengers, the new ones 220.",
            True,
        ),
        ("The old trams carry 220 passengers.", "The old trams carry 180 passengers, the new ones 220.", False),
        ("该提案拟将投票年龄降至16岁，目前仍需议会批准。", "议会尚未就将投票年龄降至16岁的提案进行表决。", True),
    ],
)
def test_findings_set_side_by_side(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


_DRUG = "Within a week, 11 patients on the drug had improved, but none in the control group had."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        # A clause that takes up the predicate of the one before.
        ("None of the patients in the control group got better.", _DRUG, True),
        ("The patients in the control group got better.", _DRUG, False),
        ("北方房价没有上涨。", "南方房价上涨，北方则没有。", True),
        ("北方房价上涨。", "南方房价上涨，北方则没有。", False),
        # Sameness, rules, thoughts, a first after a last time, pence, who climbs.
        ("两所学校的教师挣得一样多。", "两所学校教师的薪酬没有差别。", True),
        (
            "The council wants every new house to have a heat pump.",
            "The council proposes to make heat pumps compulsory in new houses.",
            True,
        ),
        (
            "The heatwave is thought to have cost farmers a third of their barley.",
            "It is estimated that farmers lost a third of their barley to the heatwave.",
            True,
        ),
        (
            "Fares will go up by 30 pence, the first increase in four years.",
            "Fares will go up by 30p. They were last raised four years ago.",
            True,
        ),
        ("6月以后采的样，没有一份查出铅。", "仅在6月底之前采集的样本中检出铅。", True),
        ("有记录以来，离岛人数头一回超过上岛人数。", "去年，离岛人数超过上岛人数，为有记录以来首次。", True),
    ],
)
def test_taken_up_and_said_otherwise(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


_OFFER = "Of 800 employees offered early retirement, 9 accepted."
_PAID = "The firm did not pay until the bank threatened to sue."
_MOVE = "居民不愿搬迁的原因是房租高，与距离无关。"
_LEFT = "Of the 4,000 people who moved away, 2,600 were younger than 30."


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("Only when the bank threatened to sue did the firm pay.", _PAID, True),
        ("The firm paid before the bank threatened to sue.", _PAID, False),
        ("Hardly anyone took up the offer of early retirement.", _OFFER, True),
        ("Hardly anyone took up the offer of early retirement.", _OFFER.replace("9", "690"), False),
        ("Exactly as many boys as girls enrolled, 118 of each.", "The school enrolled 118 boys and 118 girls.", True),
        ("Exactly as many boys as girls enrolled.", "The school enrolled 118 boys and 94 girls.", False),
        ("Most of those who moved out were under 30.", _LEFT, True),
        ("Most of those who moved out were over 30.", _LEFT, False),
        (
            "Two of the three suppliers have agreed.",
            "Two suppliers accepted the terms. The third supplier has refused so far.",
            True,
        ),
        (
            "Two of the four suppliers have agreed.",
            "Two suppliers accepted the terms. The third supplier has refused so far.",
            False,
        ),
        (
            "By the time the alarm went off, the goods had left the warehouse.",
            "The goods had left the warehouse before the alarm went off.",
            True,
        ),
        ("这家厂造的自行车，十辆里有四辆卖到了瑞典。", "该厂40%的自行车出口瑞典。", True),
        ("这家厂造的自行车，十辆里有六辆卖到了瑞典。", "该厂40%的自行车出口瑞典。", False),
        ("让居民不肯搬的是房租，不是距离。", _MOVE, True),
        ("让居民不肯搬的是距离，不是房租。", _MOVE, False),
        ("部长认为隧道赶不上原定的开通时间。", "部长预计隧道将推迟开通。", True),
        ("部长认为隧道会按时开通。", "部长预计隧道将推迟开通。", False),
    ],
)
def test_as_people_say_it(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        # Of which part a count is, when it is the subject of its clause.
        (
            "Most of the projects are still being built.",
            "Of the 18 projects, 6 were finished and 12 are still being built.",
            True,
        ),
        (
            "Two thirds of the projects were finished.",
            "Of the 18 projects, 6 were finished and 12 are still being built.",
            False,
        ),
        ("Twelve of the 40 buses were scrapped.", _BUSES, True),
        ("Twelve of the 40 buses were sold.", _BUSES, False),
        # Participles that describe.
        ("According to the audit, nearly half of the 96 pumps inspected failed to meet the standard.", _PUMPS, True),
        (
            "Of the bridges repaired by Orbo, two have since been closed.",
            "Orbo repaired six bridges; two of them have since been closed.",
            True,
        ),
        ("Pump makers inspected the audit office.", "The audit office inspected the pump makers.", False),
        # What is awaited has not come.
        (
            "欧睿收购布兰特的交易，目前仍有待竞争管理机构批准。",
            "欧睿已同意收购布兰特，竞争管理机构尚未批准该交易。",
            True,
        ),
        (
            "The deal has been approved by the authority.",
            "The deal is still subject to approval by the authority.",
            False,
        ),
        # What had never been so before; who stands first of two.
        ("2023年风电发电量占比首次超过煤电，二者分别为28%和25%。", _WIND, True),
        ("2023年煤电发电量占比超过风电。", _WIND, False),
        ("Cost was the main obstacle (64%), followed by staff (41%).", _NAMED, True),
        # Years later, by a number or by a date; stable and unchanged; rules for all they name.
        ("2023年家庭垃圾回收率达48%，较2018年提高6个百分点。", _WASTE, True),
        ("2023年家庭垃圾回收率为42%。", _WASTE, False),
        ("与省城形成对比的是，中小城市租金总体保持平稳。", "去年省城租金上涨9%，中小城市租金基本未变。", True),
        ("All firms with more than 50 staff have to report.", "Firms with more than 50 staff must report.", True),
        ("All firms have to report.", "Firms with more than 50 staff must report.", False),
        ("首次购房者的平均年龄推迟了三岁，由31岁升至34岁。", "2013年首次购房者平均年龄为31岁，2023年为34岁。", True),
    ],
)
def test_as_a_summary_tells_it(sentence: str, evidence: str, true: bool) -> None:
    assert (verify_sentence(sentence, [evidence]).state == "supported") is true


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
