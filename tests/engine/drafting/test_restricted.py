"""All, some and none; who has the rest; what stands at one figure here and there."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

COOP = "村集体以土地入股，占合作社股份的35%，其余股份由68户农户持有。"
PLANE = "该机型航程5500公里，比上一代多出800公里，单座油耗却低12%。"
GREEN = "问卷显示，61%的居民愿意为绿色电力支付溢价，其中愿意支付10%以上溢价的不足8%。"
SCHOOL = "该校2024年共录取新生3280人，其中省外生源占37%，比上年低4个百分点。"
READERS = "数字阅读用户中，00后占比由2019年的12%升至2023年的34%，首次超过90后。"
DESIGNS = "The jury shortlisted only five of the 31 designs and asked all five architects to revise their estimates."
STUDENTS = "Of 5,200 students admitted in 2024, 29% came from abroad, three points fewer than the year before."
CHARGE = "63% of drivers would pay a congestion charge, but fewer than one in ten would pay more than £10 a day."
SERVICE = "Most parents had never heard of the service, but nine in ten of those who had used it were satisfied."
TABLETS = "Unlike smartphones, tablets lost ground: shipments shrank 5.2% to 32 million units in the quarter."
TRIAL = "The trial was halted after two participants developed liver damage, though a link with the drug has not been proven."
EVENING = "Interest in evening courses is greatest among people aged 50 to 64; under-30s make up 7% of participants."
PAYMENT = "甲方应在验收合格后30日内支付尾款，逾期每日按未付金额的万分之五支付违约金。"
ROOFS = "Solar panels now cover a fifth of the roofs in the district, ten times the share of 2015."


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (COOP, "村集体以土地入股，持有合作社65%的股份。"),
        (PLANE, "该机型航程5500公里，单座油耗比上一代高12%。"),
        (GREEN, "六成居民愿意为绿色电力支付10%以上的溢价。"),
        (SCHOOL, "该校2024年的新生里省外生源有3280人，占37%。"),
        ("在12个参评项目中，专家组仅推荐了4个，且均要求补充环评。", "专家组推荐的项目中，只有4个被要求补充环评。"),
        ("全国已有17个省份纳入医保，其中广西是首个实现的省份。", "广西是第17个纳入医保的省份。"),
        ("省厅要求三家钢厂年底前完成改造，否则将限产30%。", "三家钢厂因未完成改造，已被限产30%。"),
        ("财政部门核减了四个项目的预算，合计2600万元。", "财政部门为四个项目追加预算合计2600万元。"),
        (DESIGNS, "Only five of the shortlisted architects were asked to revise their estimates."),
        (STUDENTS, "The university admitted 5,200 students from abroad in 2024, 29% of the total."),
        (CHARGE, "63% of drivers would pay a congestion charge of more than £10 a day."),
        (SERVICE, "Nine in ten parents were satisfied with the service."),
        (TRIAL, "The drug caused liver damage in two participants, after which the trial was halted."),
        (EVENING, "Interest in evening courses is greatest among under-30s."),
        ("山区合作社的损耗率高达30%，是平原地区的两倍。", "平原地区的损耗率高达30%，是山区合作社的两倍。"),
        ("首轮演出32场，平均上座率91%。", "首轮演出32场，每场上座率均为91%。"),
        ("添加3%竹纤维的砂浆抗裂性能提高，增加至5%时反而下降。", "竹纤维添加得越多，砂浆的抗裂性能越好。"),
        ("供热公司表示，非居民用户价格将上浮12%。", "供热公司表示，居民用户价格将上浮12%。"),
        ("The airport expects to regain its 2019 traffic by 2026.", "The airport regained its 2019 traffic."),
        (
            "Researchers had expected half a degree of warming; in fact the lake is 1.2 degrees warmer.",
            "The lake has warmed by half a degree, as researchers had expected.",
        ),
        (TABLETS, "Smartphone shipments shrank 5.2% to 32 million units in the quarter."),
        ("这条摆渡线日均运送旅客4200人次。", "这条摆渡线开通以来累计运送旅客4200人次。"),
        ("消费者协会已就此事提起诉讼，索赔80万元。", "法院就此事判令商家赔偿80万元。"),
        (
            "The tariff is 12.1% on valves from Turkey and 11.7% on valves from India.",
            "The tariff is 11.7% on valves from Turkey and 12.1% on valves from India.",
        ),
        (
            "The new ferry takes 1.6 hours longer than the old one.",
            "The new ferry takes 1.6 hours less than the old one.",
        ),
    ],
)
def test_a_figure_of_others_is_found(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (COOP, "68户农民手里握着合作社65%的股份，村集体则以土地折成35%。"),
        (PLANE, "新机型能比老机型多飞800公里，每个座位的油耗还少了12%。"),
        (GREEN, "六成居民肯为绿电多掏钱，但肯多掏一成以上的连8%都不到。"),
        (SCHOOL, "该校2024年录取的3280名新生中有三成七来自外省，2023年这一比例为41%。"),
        (READERS, "2023年数字阅读用户里00后比90后还多，占到34%，四年前只有12%。"),
        ("法院认为平台未尽审核义务，应承担补充责任，赔偿12.8万元。", "法院判平台承担补充责任，赔12.8万元。"),
        (SERVICE, "Nine in ten of its users were satisfied with the service."),
        (TABLETS, "Tablet shipments declined 5.2% to 32 million in the quarter, whereas smartphones did better."),
        (TRIAL, "Two cases of liver damage led to the trial being halted; whether the drug caused them is unproven."),
        (PAYMENT, "验收通过以后甲方有30天时间付清尾款，拖一天就要按未付部分的万分之五付违约金。"),
        ("一些村庄的热度通常在半年内消退。", "一些村庄的热度往往不到半年就消退。"),
        ("They were twice as likely to have changed jobs.", "A change of jobs was two times as common among them."),
        ("巴西占进口量的71%，美国占21%。", "进口量的九成以上来自巴西和美国。"),
        ("基础研究人员占比仅提高0.9个百分点。", "基础研究人员的占比只提高了不到1个百分点。"),
        ("乙医院的平均住院日为6.5天，低于全省8.1天的平均水平。", "乙医院的平均住院日比全省的8.1天短。"),
        ("From July the insurer will pay for the treatment.", "From July patients can have the treatment paid for."),
        (ROOFS, "One roof in five in the district carries solar panels, against one in fifty in 2015."),
    ],
)
def test_a_figure_of_its_own_passes(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
