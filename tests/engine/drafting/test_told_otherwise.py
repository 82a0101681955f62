"""True sentences told with the year before, each one for per, third parties, plans by name; and what stays wrong."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.verify import verify_sentence


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "Trams carried 34.7% of commuters in 2023, compared with 29.1% the year before.",
            "Trams carried 34.7% of commuters in 2023, up from 29.1% in 2022.",
        ),
        (
            "云岭剧场2023年亏损额收窄，由上一年的9.2亿元减少至3.5亿元。",
            "云岭剧场2022年净亏损9.2亿元，2023年净亏损3.5亿元。",
        ),
        ("云岭市2023年的新增绿道规模居全省首位。", "2023年云岭市新增绿道210公里，规模位居全省第一。"),
        ("一亩茶园能多采60公斤鲜叶。", "采用新剪法的茶园平均每亩增采60公斤鲜叶。"),
        (
            "Lending stopped at the start of June 2021 and did not come back until the last quarter of the year.",
            "The library suspended lending on June 1, 2021. Lending resumed in October 2021.",
        ),
        (
            "Ostra grew by opening franchised bakeries, whereas Linde relied on bakeries it runs itself.",
            "Ostra and Linde have followed different paths: one expanded through franchising, the other opened only its own bakeries.",
        ),
        (
            "截至2023年末，该公司仍未盈利，票款收入尚不足以覆盖运营开支。",
            "截至2023年末，该公司尚未盈利，票款收入仍不能覆盖运营支出。",
        ),
        (
            "Infant cereals that do not carry a local label are barred from sale.",
            "The standard allows infant cereals to be sold only if they bear a local label.",
        ),
        ("如今开一家书店要等更久才能回本。", "书店的平均投资回收期由2021年的约18个月延长至2023年的约24个月，租金是主要压力。"),
        (
            "The guarantee fund takes on 80% of any loss when growers fail to repay.",
            "The guarantee fund bears 80% of losses on defaulted loans to growers.",
        ),
        (
            "Districts with more rope-ways tended to record faster growth in incomes.",
            "The study reports a positive correlation between the number of rope-ways in a district and income growth.",
        ),
        (
            "该省提出建设10个食品产业园，并对已获上市许可的企业给予最高3000万元奖励。",
            "该省印发食品产业行动计划，提出建设10个食品产业园，对取得上市许可的企业给予最高3000万元奖励。",
        ),
        (
            "Anyone who flies drones needs a route permit and insurance against harm to third parties.",
            "Operators of drones must obtain a route permit and hold third-party liability insurance.",
        ),
        (
            "Among the fans, men tip singers only half as much as women do.",
            "The average female fan spent 84 francs on tips to singers, twice as much as the average male fan, who spent 42 francs.",
        ),
        ("业内认为，民资要进入夜校，前提是政策预期稳定。", "业内认为，如果没有稳定的政策预期，民资难以进入夜校。"),
        ("到2023年，渡船都装上了信标，而四年前装了的还不到一半。", "信标在渡船上的安装率由2019年的46%提高到2023年的全覆盖。"),
        (
            "Half of the 412 patients were given the drug; relapses were rarer than in the other group, at 18% against 31%.",
            "Of 412 patients, 206 received the drug and 206 a placebo; relapse occurred in 18% and 31% respectively.",
        ),
        (
            "No other city has as many kilometres of cycle lanes.",
            "The city has 1,840 kilometres of cycle lanes, more than any other city.",
        ),
        (
            "The ban does not appear to have changed adult habits.",
            "Researchers found no evidence that the ban reduced smoking among adults.",
        ),
        (
            "Nitrate exceeded the legal limit in 15% of the wells tested.",
            "Of the 640 wells tested, 96 contained nitrate above the legal limit.",
        ),
        (
            "A year of reading aloud ten minutes daily went along with better scores in the pilot schools.",
            "Pupils in the pilot schools read aloud for ten minutes a day; after a year their scores were better.",
        ),
        (
            "Even at its best, the plant has burned only three quarters of the 600 tonnes a day for which it was built.",
            "The plant was designed for 600 tonnes a day but has never burned more than 450.",
        ),
        (
            "At the end of 2022, cold-store capacity stood at 218 million cubic metres.",
            "Cold-store capacity reached 237 million cubic metres at the end of 2023, 19 million cubic metres more than a year earlier.",
        ),
    ],
)  # fmt: skip
def test_the_same_told_otherwise(sentence: str, evidence: str) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert verdict.state == "supported", [r.detail for r in verdict.reasons]


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        (
            "Trams carried 34.7% of commuters in 2023, compared with 29.1% the year before.",
            "Trams carried 34.7% of commuters in 2023, up from 29.1% in 2019.",
        ),
        (
            "云岭剧场2023年亏损额由上一年的3.5亿元增加至9.2亿元。",
            "云岭剧场2022年净亏损9.2亿元，2023年净亏损3.5亿元。",
        ),
        (
            "Infant cereals that carry a local label are barred from sale.",
            "The standard allows infant cereals to be sold only if they bear a local label.",
        ),
        (
            "Among the fans, women tip singers only half as much as men do.",
            "The average female fan spent 84 francs on tips to singers, twice as much as the average male fan, who spent 42 francs.",
        ),
        (
            "Following an increase of 19 million cubic metres, cold-store capacity amounted to 218 million cubic metres at the end of 2023.",
            "Cold-store capacity reached 237 million cubic metres at the end of 2023, 19 million cubic metres more than a year earlier.",
        ),
        ("一亩茶园能多采80公斤鲜叶。", "采用新剪法的茶园平均每亩增采60公斤鲜叶。"),
    ],
)  # fmt: skip
def test_what_is_wrong_stays_wrong(sentence: str, evidence: str) -> None:
    assert verify_sentence(sentence, [evidence]).state != "supported"


@pytest.mark.parametrize(
    ("sentence", "evidence", "true"),
    [
        ("2024年一季度网签量为去年同期的1.25倍，由1.6万套增至2万套。", "2024年第一季度，该市住宅网签20000套，2023年同期为16000套。", True),
        (
            "Three years after the levy came in in 2018, sales of syrup had dropped by a tenth.",
            "The levy on syrup took effect in 2018. By 2021, sales of syrup were 10% lower.",
            True,
        ),
        ("患者需自费购买该款血糖仪。", "该款血糖仪还没有纳入目录，患者须自费购买。", True),
        ("两家公司没能就换股比例达成共识，合并谈判破裂。", "两家公司未能就换股比例达成一致，合并谈判终止。", True),
        (
            "The committee did not approve the subsidy, saying the accounts were incomplete.",
            "The committee declined to approve the subsidy, citing incomplete accounts.",
            True,
        ),
        ("None of the five toys passed the test.", "The agency put toys of five brands to the test. All five failed.", True),
        ("Rents fell 1.2%, whereas vacancy rates increased slightly.", "Rents declined 1.2%, while vacancy rates rose slightly.", True),
        (
            "The airline now burns less fuel per seat than it did before the renewal.",
            "Before the renewal the airline used 2.9 litres of fuel per seat. Since then, it has used 2.4 litres per seat.",
            True,
        ),
        ("十一个地市里只差一个没有出台排放标准。", "全省11个地市中已有10个发布排放标准，仅余一市尚未发布。", True),
        ("基金会平均向每位学生拨付1800元。", "基金会平均每个班级拨款1800元，覆盖312个班级。", False),
        ("县医院将派驻专家到省医院坐诊。", "省医院向县医院派驻专家坐诊。", False),
        ("能够量产的企业唯有晶泽一家。", "能够量产的企业共三家，晶泽产能最大。", False),
        ("2023年中欧班列开行超过5000列。", "中欧班列2023年开行5000余列。", True),
        ("建一座换电站大约需要投入800万元。", "单座换电站的投资约为800万元。", True),
        ("总氮浓度则没有显著变化。", "总磷浓度下降46%，但总氮浓度变化不显著。", True),
        ("The growth of rents slowed from 8.1% in 2022 to 5.4% in 2023.", "Rents rose by 5.4% in 2023, more slowly than in 2022, when they rose by 8.1%.", True),
        ("Sales of maps have dropped by 50%, whereas those of hiking guides have hardly changed.", "Sales of maps have halved, while sales of hiking guides have remained stable.", True),
    ],
)  # fmt: skip
def test_told_in_a_second_way(sentence: str, evidence: str, true: bool) -> None:
    verdict = verify_sentence(sentence, [evidence])
    assert (verdict.state == "supported") is true, [r.detail for r in verdict.reasons]
