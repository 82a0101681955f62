"""Of whom a share, a sum, a record or a duty is told: each beside what the evidence tells it of."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence

NURSERIES = "截至2024年底，云栖市共有托育机构386家，提供托位2.1万个，其中普惠托位占比为58%。"
FIELDS = "2023年，全省新建高标准农田240万亩，改造提升110万亩，两项合计占年度计划的103%。"
COURIERS = "在1.2万名受访快递员中，仅有17%的人与平台签订了劳动合同。"
TRIAL = "在对照组中，感染率为12.6%；接种组为3.1%，两组差异显著。"
FUNDS = "项目总投资14.5亿元，其中企业自筹60%，其余申请银行贷款。"
RIDERS = "城区公交日均客流从2015年的92万人次降至2023年的51万人次，同期地铁由38万升至115万。"
LAKE = "北岭水库蓄水量从年初的1.8亿立方米降至8月末的0.9亿立方米，为十年来同期最低。"
DREDGED = (
    "The harbour authority dredged 2.4 million cubic metres of silt last year, a third more than in 2022, "
    "after two ships ran aground."
)
NURSES = "Nearly half of the clinic's nurses are over 50, and 30% of them intend to retire within five years."
VACCINE = "The vaccine was 94% effective against severe disease but offered little protection against infection."
OIL = "The refinery handles 190,000 barrels a day, of which 8% comes from domestic wells; the rest is imported, mainly from Iraq."
COUNSELLORS = "A quarter of the schools had no full-time counsellor in 2021; two years later the figure was one in ten."
YARDS = "除两家上市公司外，其余十一家造船厂去年全部亏损，亏损总额为27亿元。"


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (NURSERIES, "2024年底，云栖市近六成的托育机构是普惠性的。"),
        (FIELDS, "全省2023年新建高标准农田240万亩，占年度计划的103%。"),
        (COURIERS, "受访快递员中，未与平台签订劳动合同的占17%。"),
        (TRIAL, "接种组的感染率为12.6%，明显高于对照组的3.1%。"),
        (FUNDS, "项目总投资14.5亿元，其中六成为银行贷款。"),
        (RIDERS, "2023年城区公交的日均客流仍高于地铁。"),
        (LAKE, "北岭水库8月末的蓄水量为0.9亿立方米，创下有记录以来的最低值。"),
        (YARDS, "去年十三家造船厂全部亏损，亏损总额达27亿元。"),
        ("每售出一张联票，景区可分得32元，其余48元归演出公司。", "每售出一张联票，演出公司可分得32元。"),
        ("新规要求平台在骑手连续接单4小时后强制休息20分钟。", "新规建议骑手每工作4小时休息20分钟。"),
        ("Output at the mill was the highest in five years.", "Output at the mill was the highest on record."),
        (DREDGED, "Two ships ran aground after the harbour authority had dredged 2.4 million cubic metres of silt."),
        (NURSES, "Nearly half of the clinic's nurses intend to retire within five years."),
        (VACCINE, "The vaccine was 94% effective against infection."),
        (COUNSELLORS, "The share of schools without a full-time counsellor rose between 2021 and 2023."),
        (
            "Wind supplied 31% of the power, overtaking diesel.",
            "Diesel still supplied more of the power than wind did.",
        ),
        ("Surveyors counted 312 breeding pairs of curlew.", "Surveyors counted 312 curlew."),
        ("Waste fell to 438 kg a head, its lowest since 2009.", "Waste fell to 438 kg a head, its lowest ever."),
        ("外资机构须与境内单位联合申报。", "外资机构可独立申报。"),
        ("市档案馆把这批信件编入了馆藏目录。", "这批信件被消防支队编入了馆藏目录。"),
    ],
)
def test_what_is_told_of_another_is_found(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (NURSERIES, "2024年底，云栖市的托位中有近六成是普惠托位。"),
        (FIELDS, "全省2023年新建和改造的高标准农田合计350万亩，相当于年度计划的103%。"),
        (COURIERS, "受访快递员中，与平台签订劳动合同的只占17%。"),
        (TRIAL, "接种组的感染率约为对照组的四分之一。"),
        (FUNDS, "项目总投资14.5亿元，其中四成打算向银行贷款。"),
        (RIDERS, "2015年公交的客流还是地铁的两倍多，到2023年地铁反而是公交的两倍以上。"),
        (LAKE, "八个月间北岭水库的存水少了一半，为近十年同期最低。"),
        (YARDS, "去年其余十一家造船厂全部亏损，合计亏掉27亿元。"),
        ("约有一半租户没有参加过消防演练。", "参加过消防演练的租户约占一半。"),
        ("气温每上升2摄氏度，小麦单产预计下降8%至12%。", "气温每上升2度，小麦单产预计要少一成左右。"),
        ("平台承诺，商家入驻首年免收佣金。", "平台承诺商家头一年不用交佣金。"),
        ("折叠屏手机的转卖价仅为原价的38%。", "折叠屏手机的转卖价只有原价的四成不到。"),
        ("骑手连续接单4小时后须休息。", "骑手接连接单满四个小时后必须休息。"),
        (OIL, "Some 92% of the 190,000 barrels is bought abroad, mostly from Iraq."),
        (COUNSELLORS, "The share of schools without a full-time counsellor fell from 25% in 2021 to 10% in 2023."),
        ("Farms with at least 50 hectares may apply.", "Farms of 50 hectares or more may apply."),
        (NURSES, "Of the clinic's nurses over 50, 30% intend to retire within five years."),
        ("The work will be finished by the end of 2026.", "The work will be finished before 2027."),
        ("铁路部门预计当天发送旅客2050万人次。", "铁路部门估计当天发送旅客超过两千万人次。"),
    ],
)
def test_what_is_told_of_the_same_passes(evidence: str, sentence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state == "supported"
