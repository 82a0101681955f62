"""Duplicates merged, contradictions found: no more and no fewer."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.conflict_names import name_en
from synthesis.engine.drafting.conflicts import duplicates_of, find_conflicts, likeness
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, units_of
from synthesis.engine.drafting.frames.en import figure_sentences
from synthesis.engine.drafting.quantities.find import find_quantities


def units(*texts: str) -> list[Unit]:
    return [unit for i, text in enumerate(texts) for unit in units_of(Excerpt(str(i), "", text))]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024年中国茶饮市场规模已突破1500亿元。", "2024年中国茶饮行业市场规模达到约2100亿元。"),
        ("2023年我国采茶机市场规模为12.5亿元。", "据协会统计，2023年中国采茶机市场规模达到21亿元。"),
        ("2023年云州县茶园面积为8万亩。", "2023年云州县茶园面积为11万亩。"),
        ("2022年机采率为31%。", "2022年机采率达到45%。"),
        (
            "2024年，国内企业研制的名优茶采摘机器人识别精度达到92%。",
            "据茶报统计，2024年国内名优茶采摘机器人识别精度为86%。",
        ),
        ("2023年秋季，全县茶校共开课，报名人数达到6500人。", "据茶报报道，2023年秋季全县茶校的报名人数为5800人。"),
        (
            "截至2023年底，全国已批准设立国家级生态茶园示范区169个。",
            "截至2023年底，获批的国家级生态茶园示范区为189个。",
        ),
        (
            "In 2023, 23% of growers aged over 60 said that they pruned tea bushes rarely or never.",
            "The survey found that 31% of growers over 60 pruned tea bushes rarely or never in 2023.",
        ),
        (
            "In 2023, the market size of tea drinks was $12 billion.",
            "In 2023, the market size of tea drinks reached $19 billion.",
        ),
        ("截至2023年底，全国拥有在业茶叶货轮2551艘。", "据协会统计，2023年底在册的在业茶叶货轮为2387艘。"),
        (
            "截至2024年底，全国使用15年以上的制茶机组约有80万台。",
            "专家则估计，全国制茶机组中使用超过15年的已接近百万台。",
        ),
        (
            "截至2024年9月，全省已有63个制茶中心完成节能改造，改造后能耗下降两成。",
            "环保组织核查后认为，到2024年9月全省真正完成节能改造的制茶中心只有41个，其余仍在施工。",
        ),
        ("2024年我国采茶机器人出口量为1830万台，同比增长15%。", "海关口径下，2024年采茶机器人出口1650万台。"),
        ("2023年，每亩春茶的生产成本为1280元。", "农户调查显示，2023年春茶亩均生产成本达到1460元。"),
        ("2024年，我国茶机维修市场规模约为1130亿元。", "据测算，2024年中国茶机维修市场的规模接近1400亿元。"),
        ("2024年，60岁以上老年人的采茶游人次达到11.6亿。", "另有统计为：2024年60岁以上老年人采茶游9.4亿人次。"),
        ("2024年人均茶书阅读量为4.8本。", "2024年，我国人均阅读茶书6.1本。"),
        (
            "The programme has a budget of $540 million for the years 2024 to 2027.",
            "The newspaper puts the programme's budget for 2024 to 2027 at $480 million.",
        ),
        (
            "The tea sector employed 46,000 people in 2023.",
            "According to the growers, 38,000 people worked in the tea sector in 2023.",
        ),
        (
            "The share of imported pickers was 55% in 2024.",
            "In 2024 imported pickers made up 38% of the market, analysts say.",
        ),
        ("Tea exports came to 18.3 million units in 2024.", "In 2024 the country exported 16.5 million teas."),
        (
            "In 2024, the city had 3,480 registered kettles, almost three times as many as in 2012.",
            "The office counted only 2,650 kettles in the city in 2024, since many owners do not register them.",
        ),
        (
            "按照年初的任务，云州市2025年上半年共设置标准化茶叶回收箱4260个，覆盖86%的小区。",
            "调查发现，云州市2025年上半年实际在用的标准化茶叶回收箱为3380个。",
        ),
        (
            "新一代K80型采茶机在满载80公斤条件下每次作业时间为11.5分钟。",
            "岭云K80型采茶机满载80公斤时的每次作业时间为8.7分钟。",
        ),
        (
            "The Lune Bay works used an average of 2.9 kWh per tonne of tea dried in 2024.",
            "Metered data put electricity use at Lune Bay in 2024 at 3.4 kWh for each tonne of tea dried, close to the regional median.",
        ),
        (
            "Northshire's 42 tea rooms served 3.1 million cups in 2024.",
            "Figures released on request show that 2.6 million cups were served by the county's 42 tea rooms in 2024.",
        ),
        (
            "截至2024年12月31日，全国在册茶艺师为102.7万人，比上年末增加11.1万人。",
            "我们根据各省数据汇总，2024年末全国在册茶艺师约为96.4万人，同比增长9.8%。",
        ),
        (
            "一节茶柜从进库到出具检查报告约需8分钟，而此前要靠两名质检员逐包查看。",
            "单节茶柜完成进库扫描并输出检查报告的时间约为15分钟，包含三个部位。",
        ),
        (
            "Total sales of the Lune Tea Cooperative, counting both auctions and direct trade, amounted to 5.1 billion euros last year.",
            "Sales of the Lune Tea Cooperative at its auctions and in direct trade came to 4.6 billion euros last year.",
        ),
        (
            "Growers cleared 412 km of ditches in the Upland estates during 2024.",
            "Inspectors who checked satellite images concluded that 338 km of ditches had been cleared in the Upland estates in 2024.",
        ),
        ("2024年全国城镇书吧数量为7420家，多于茶馆。", "按抽样推算，2024年城镇书吧存量为6690家。"),
        (
            "In 2024, 47 per cent of adults bought at least one second-hand book.",
            "Four in ten adults (40 per cent) purchased second-hand books at least once during 2024.",
        ),
        (
            "In 2024, 17 per cent of adults in the country had taken a coach abroad in the previous five years.",
            "Asked in 2024, 11 per cent of the country's adults said they had travelled by coach abroad in the past five years.",
        ),
    ],
)
def test_different_values_of_one_thing_conflict(first: str, second: str) -> None:
    (conflict,) = find_conflicts(units(first, second))
    assert conflict.cites == ("0", "1")
    assert len(conflict.values) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("截至2024年末，云州市共有公共充电桩5.2万个。", "截至2024年末，宁川市共有公共充电桩4.6万个。"),
        ("2023年，每亩春茶的生产成本为1280元。", "2023年，每亩小麦的生产成本为960元。"),
        ("By the end of 2024 Lyon had 5,200 public kettles.", "By the end of 2024 Nice had 4,600 public kettles."),
        (
            "The average cost of growing a hectare of tea was $1,280 in 2023.",
            "The average cost of growing a hectare of wheat was $960 in 2023.",
        ),
        ("Tea exports came to 18.3 million units in 2024.", "Tea imports came to 2.1 million units in 2024."),
        ("2024年中国茶饮市场规模为1500亿元。", "2024年中国茶饮市场规模约1498亿元。"),
        ("2023年中国茶饮市场规模为1300亿元。", "2024年中国茶饮市场规模为1500亿元。"),
        ("2024年中国茶饮市场规模为1500亿元。", "2024年全球茶饮市场规模为5200亿元。"),
        ("2024年中国茶饮市场规模为1500亿元。", "2024年中国采茶机市场规模为21亿元。"),
        ("2024年中国茶饮市场规模为1500亿元。", "2024年中国茶饮门店数量为51万家。"),
        ("2024年中国茶饮市场规模为0.15万亿元。", "2024年中国茶饮市场规模为1500亿元。"),
        ("2023年新增国家级生态茶园示范区21个。", "2023年全国国家级生态茶园示范区为189个。"),
        ("2024年中国茶饮市场规模同比增长6%。", "2024年中国茶饮市场规模比2020年增长41%。"),
        ("2024年全省茶叶种植面积498万亩。", "2024年全省果树种植面积431万亩。"),
        ("有5个茶馆每周开放时间不足20小时。", "全县将茶馆开放时间延长到每周35小时以上。"),
        ("2023年城镇居民人均茶叶支出为285元。", "2023年农村居民人均茶叶支出为191元。"),
        ("2024年国内炒茶机产量为5200台。", "2024年国内炒茶机销量为4950台。"),
        ("截至2024年底，全国共有一级茶园3855家。", "截至2024年底，全国共有二级茶园5946家。"),
        ("受访的高中生中，61.3%每周喝茶三次以上。", "受访的初中生中，52.8%每周喝茶三次以上。"),
        ("2024年茶机进口额为18.6亿美元。", "2024年茶机出口额为12.4亿美元。"),
        ("试验组的平均采摘时间为9.6天。", "对照组的平均采摘时间为7.2天。"),
        (
            "In 2024, urban households spent 212 euros a month on tea.",
            "In 2024, rural households spent 264 euros a month on tea.",
        ),
        ("Production of electric kettles came to 84,000 in 2024.", "Sales of electric kettles came to 71,000 in 2024."),
        ("Among men, 38% of respondents drank tea in 2024.", "Among women, 46% of respondents drank tea in 2024."),
        ("The utility lost 21% of its treated water in 2022.", "The utility reused 34% of its treated water in 2022."),
        (
            "The northern depots sold 1.2 million kettles in 2024.",
            "The southern depots sold 0.9 million kettles in 2024.",
        ),
    ],
)
def test_what_can_both_be_true_does_not_conflict(first: str, second: str) -> None:
    assert find_conflicts(units(first, second)) == []


def test_one_excerpt_does_not_conflict_with_itself() -> None:
    assert find_conflicts(units("2024年茶饮市场规模为1500亿元。2024年茶饮市场规模为2100亿元。")) == []


def test_sentences_that_say_the_same_are_duplicates_in_both_directions() -> None:
    found = duplicates_of(
        units("云州县在2023年建成采茶机器人试验站，面积为300亩。", "云州县2023年建成了采茶机器人试验站，面积达300亩。")
    )
    assert sorted(found.values()) == [("0",), ("1",)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "由于各地对“绿色采摘占比”的统计口径不统一，部分茶社通过购买凭证达标，实际用能结构并未改变。",
            "因为各地绿色采摘占比的统计口径不一致，有的茶社靠购买凭证达标，用能结构其实没有改变。",
        ),
        (
            "七成以上的茶客认为检测费用偏高，其中取样费和化验费是投诉最集中的项目。",
            "茶协的调查显示，超过七成茶客觉得检测费用贵，投诉主要集中在取样费和化验费。",
        ),
        (
            "Solar kilns reach an electrical efficiency of 84% when waste heat is available.",
            "When waste heat is available, solar kilns achieve an electrical efficiency of 84%, against 61% for older ones.",
        ),
    ],
)
def test_what_is_told_in_other_words_is_a_duplicate(first: str, second: str) -> None:
    assert sorted(duplicates_of(units(first, second)).values()) == [("0",), ("1",)]


def test_what_contradicts_is_no_duplicate() -> None:
    first = "In 2022, tea drinkers aged 65 and over made up 19.6% of the population of Lune."
    second = "According to the survey, tea drinkers aged 65 and over made up 21.1% of the population of Lune in 2022."
    assert duplicates_of(units(first, second)) == {}


def test_another_figure_or_a_denial_is_no_duplicate() -> None:
    same = "云州县在2023年建成采茶机器人试验站，面积为300亩。"
    assert duplicates_of(units(same, same.replace("300", "500"))) == {}
    plain = "云州县的采茶机器人已经形成统一的分级标准。"
    assert duplicates_of(units(plain, plain.replace("已经", "尚未"))) == {}


def test_likeness_is_symmetric_and_bounded() -> None:
    assert likeness("茶饮市场", "茶饮市场") == 1.0
    assert likeness("茶饮市场", "采茶机器") == likeness("采茶机器", "茶饮市场")
    assert likeness("", "茶") == 0.0


def _conflicts(*texts: str) -> list[set[str]]:
    units = [u for i, t in enumerate(texts) for u in units_of(Excerpt(str(i), f"Source {i}", t))]
    return [set(c.cites) for c in find_conflicts(units)]


def test_english_figures_of_one_measure_conflict_however_they_are_told() -> None:
    assert _conflicts(
        "In 2023, parcel volumes in Norland reached 4.2 billion items.",
        "Source 1 puts parcel volumes in Norland at 4.5 billion items in 2023.",
    ) == [{"0", "1"}]
    assert not _conflicts(
        "In 2023, parcel volumes in Norland reached 4.2 billion items.",
        "In 2023, parcel volumes in Sudland reached 2.1 billion items.",
    )


def test_a_share_is_named_by_its_whole_and_what_that_did() -> None:
    for text, name in (
        ("58% of pupils in primary schools ate a hot lunch.", "pupils in primary schools who ate a hot lunch"),
        ("17% of treated drinking water was lost in 2023.", "treated drinking water that was lost"),
        ("28% of employees worked from home.", "employees who worked from home"),
    ):
        (unit,) = units(text)
        assert name_en([(unit, unit.facts[0])], unit.facts[0]) == f"the share of {name}"


def test_who_did_it_is_no_measure_and_turned_over_no_bound() -> None:
    first, second = units(
        "The national library had digitised 6.8 million pages of manuscripts.",
        "Bicycle workshops turned over 412 million euros.",
    )
    named = name_en([(first, first.facts[0])], first.facts[0])
    assert named == "the number of pages of manuscripts digitised by the national library"
    assert [q.qualifier for q in find_quantities(second.text)] == [""]
    assert [f.phrase for f in second.facts] == ["412 million euros"]


def test_so_much_below_a_level_is_no_level() -> None:
    (unit,) = units("The number of foreign visitors is still 12% below the level of 2019.")
    assert figure_sentences(unit, unit.text) == []


def test_chinese_figures_without_a_name_conflict_by_their_clause() -> None:
    assert _conflicts("该市对每条新开茶马航线给予最高35万元补贴。", "该市对每条新开茶马航线最高补贴20万元。") == [
        {"0", "1"}
    ]
    assert not _conflicts("试验表明，机采可节约人工22%、节水90%以上。", "试验表明，机采可以节约人工22%，节水90%以上。")


def test_a_conflict_is_named_by_the_plainer_name() -> None:
    first = "2024年，国内企业研制的名优茶采摘机器人识别精度达到92%。"
    (conflict,) = find_conflicts(units(first, "2024年国内名优茶采摘机器人识别精度为86%。"))
    assert "研制" not in conflict.name


def test_english_figures_of_different_things_in_one_sentence_do_not_contradict():
    (found,) = find_conflicts(
        units(
            "In 2023 some 84 community kitchens in the city served 1.2 million meals.",
            "According to the Meals Monitor, community kitchens in the city served 1.5 million meals in 2023.",
        )
    )
    assert [value.text for value in found.values] == ["1.2 million", "1.5 million"]


def test_two_rules_may_hold_from_two_ages() -> None:
    texts = ["住宅电梯只要用满15年，每换一台可以申领补助。", "草案规定，住宅电梯使用满20年的，应当每三年评估一次。"]
    units = [u for n, text in enumerate(texts) for u in units_of(Excerpt(str(n), "", text))]
    assert not find_conflicts(units)
