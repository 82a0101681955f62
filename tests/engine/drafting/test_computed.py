"""What can be computed from the figures and dates of the evidence: told crosswise in many forms, rightly and wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from synthesis.engine.drafting.verify import verify_sentence

_ABOVE = {
    "zh": (
        "{a}的{x}高于{b}。", "{b}的{x}低于{a}。", "与{b}相比，{a}的{x}更高。", "{b}的{x}不如{a}高。", "论{x}，{a}超过了{b}。",
        "{x}方面，{b}排在{a}之后。", "{a}的{x}更高，{b}则更低。", "{b}和{a}当中，{x}更高的是{a}。", "{x}更高的是{a}，并非{b}。",
    ),
    "en": (
        "The {x} of {a} was higher than that of {b}.", "The {x} of {b} was not as high as that of {a}.", "In {x}, {b} lagged behind {a}.",
        "The {x} of {b} fell short of that of {a}.", "Of {b} and {a}, {a} had the higher {x}.", "Compared with {b}, {a} showed a higher {x}.",
    ),
}  # fmt: skip
_PAIRS = (
    ("zh", "基层医院", "三级医院", "设备采购增速", "2023年，基层医院设备采购量同比增长16.5%，三级医院采购量同比增长5.2%。"),
    ("zh", "城西站", "城东站", "客流", "城东站上月客流为1.8万人次，城西站客流为2.6万人次。"),
    ("en", "Marlow", "Penrith", "research budget", "Penrith spent $42 million on research last year. Marlow spent $97 million on research."),
    ("en", "the harbour route", "the inland route", "passenger count", "The inland route carried 1.8 million passengers last year; the harbour route carried 2.6 million."),
)  # fmt: skip


def _told(forms: Sequence[str], a: str, b: str, x: str) -> Iterator[str]:
    for form in forms:
        sentence = form.format(a=a, b=b, x=x)
        yield sentence[:1].upper() + sentence[1:]


def _objected(sentences: Iterator[str], evidence: str) -> list[str]:
    return [s for s in sentences if verify_sentence(s, [evidence]).state != "supported"]


@pytest.mark.parametrize(("language", "a", "b", "x", "evidence"), _PAIRS)
def test_two_things_are_compared_as_their_figures_stand(language: str, a: str, b: str, x: str, evidence: str) -> None:
    forms = _ABOVE[language]
    assert not _objected(_told(forms, a, b, x), evidence)
    assert len(_objected(_told(forms, b, a, x), evidence)) == len(forms)


def test_two_things_are_even_only_where_their_figures_are() -> None:
    evidence = "东区有充电站8600座，西区有充电站2100座，南区有充电站2100座。"
    assert _objected(iter(["东区与西区的充电站一样多。"]), evidence)
    assert not _objected(iter(["南区与西区的充电站一样多。"]), evidence)


_SERIES = (
    ("客单价", "两年前客单价为{1}元，如今为{0}元。", "142", "186"),
    ("纯电车型占比", "该厂2021年至2023年纯电车型占比依次为{1}、60%和{0}。", "48%", "71%"),
    ("日均客流", "四个季度的日均客流分别为{1}、39、35和{0}万人次。", "31", "42"),
    ("平均等待时间", "去年平均等待时间为{1}分钟，今年为{0}分钟。", "21", "35"),
    ("wheat prices", "Wheat prices stood at ${1} a bushel at planting time but only ${0} by harvest.", "5.65", "7.20"),
    ("spending per visit", "Footfall grew by 4% in spring, and spending per visit went from {1} to {0} pounds.", "31", "35"),
    ("the average fare", "Two years ago the average fare was {1} euros; today it is {0} euros.", "71", "86"),
    ("quarterly churn", "The platform reported quarterly churn of {1}, 5.1%, 4.6% and {0} in 2023.", "4.2%", "5.8%"),
)  # fmt: skip
_DOWN = {"zh": ("下降", "走低", "减少"), "en": ("fell", "declined", "slipped")}
_UP = {"zh": ("上升", "走高", "增加"), "en": ("rose", "climbed", "went up")}


@pytest.mark.parametrize(("thing", "evidence", "low", "high"), _SERIES)
def test_what_rose_or_fell_is_told_by_the_figures_in_the_order_of_time(
    thing: str, evidence: str, low: str, high: str
) -> None:
    language = "en" if thing.isascii() else "zh"
    forms = ("{x}有所{w}。", "{x}较此前{w}。") if language == "zh" else ("{x} {w}.", "{x} {w} over the period.")
    fallen, risen = (
        [next(_told([form.replace("{w}", word)], "", "", thing)) for form in forms for word in words[language]]
        for words in (_DOWN, _UP)
    )
    assert not _objected(iter(fallen), evidence.format(low, high))
    assert len(_objected(iter(risen), evidence.format(low, high))) == len(risen)
    if "、60%" not in evidence and "39" not in evidence and "5.1%" not in evidence:
        assert not _objected(iter(risen), evidence.format(high, low))
        assert len(_objected(iter(fallen), evidence.format(high, low))) == len(fallen)


_COUNTED = (
    ("zh", "奶牛场安装了自动挤奶系统。", "对640家奶牛场的调查发现，{n}家安装了自动挤奶系统。", 640),
    ("zh", "水库完成了除险加固。", "全市58座水库中，{n}座完成了除险加固，其余尚未开工。", 58),
    ("en", "farms had installed robotic milking systems.", "A survey of 640 farms found that {n} had installed robotic milking systems.", 640),
    ("en", "patients chose to continue using it.", "Of the 340 patients who tried the inhaler, {n} chose to continue using it after the free period.", 340),
    ("en", "reservoirs had been reinforced.", "The city has 58 reservoirs, {n} of which had been reinforced by June.", 58),
)  # fmt: skip
_PARTS = {
    "zh": (("少数", 0, 45), ("大多数", 51, 100), ("不到四分之一的", 0, 25), ("超过三分之一的", 33.4, 100), ("超过四分之三的", 75, 100)),
    "en": (
        ("Few ", 0, 45), ("Only a small minority of the ", 0, 45), ("Most ", 51, 100), ("A majority of the ", 51, 100),
        ("The vast majority of the ", 60, 100), ("Fewer than a quarter of the ", 0, 25), ("More than a third of the ", 33.4, 100),
    ),
}  # fmt: skip


@pytest.mark.parametrize("part", [9, 18, 71, 88])
@pytest.mark.parametrize(("language", "rest", "evidence", "whole"), _COUNTED)
def test_words_for_parts_are_held_to_what_is_counted(
    language: str, rest: str, evidence: str, whole: int, part: int
) -> None:
    told = evidence.format(n=round(whole * part / 100))
    for words, least, most in _PARTS[language]:
        assert bool(_objected(iter([words + rest]), told)) != (least <= part <= most), words


_EVENTS = (
    ("zh", "百货公司", "启动门店改造", "完成会员整合", "", "", "百货公司于{0}启动门店改造，{1}完成会员整合。"),
    ("zh", "该公司", "进入巴西市场", "进入墨西哥市场", "", "", "该公司{1}进入墨西哥市场，{0}进入巴西市场。"),
    ("en", "Quillon", "introduced its suite in Mexico", "introduced its suite in Brazil", "introducing its suite in Mexico", "introducing its suite in Brazil", "Quillon introduced its suite in Mexico in {0} and brought it to Brazil in {1}."),
    ("en", "Halden", "opened its Leeds warehouse", "closed its Hull depot", "opening its Leeds warehouse", "closing its Hull depot", "Halden closed its Hull depot in {1}. It had opened its Leeds warehouse in {0}."),
)  # fmt: skip
_ORDERS = {
    "zh": ("{s}先{x}，随后{y}。", "{s}在{x}之后{y}。", "{s}{y}之前，已经{x}。", "{s}{x}早于{y}。", "{s}{x}在前，{y}在后。"),
    "en": (
        "{s} first {x} and then {y}.", "{s} {y} after {gx}.", "{s} {x} before {gy}.", "Before it {y}, {s} {x}.",
        "After it {x}, {s} {y}.", "{s} had already {x} when it {y}.",
    ),
}  # fmt: skip
_DATES = {
    "zh": (("2019年", "2022年"), ("2020年5月", "2021年2月")),
    "en": (("2019", "2022"), ("May 2020", "February 2021")),
}


@pytest.mark.parametrize(("language", "s", "x", "y", "gx", "gy", "evidence"), _EVENTS)
def test_events_are_ordered_as_their_dates_are(
    language: str, s: str, x: str, y: str, gx: str, gy: str, evidence: str
) -> None:
    for dates in _DATES[language]:
        told = evidence.format(*dates)
        rightly = [form.format(s=s, x=x, y=y, gx=gx, gy=gy) for form in _ORDERS[language]]
        wrongly = [form.format(s=s, x=y, y=x, gx=gy, gy=gx) for form in _ORDERS[language]]
        assert not _objected(iter(rightly), told)
        assert len(_objected(iter(wrongly), told)) == len(wrongly)


def test_parts_of_units_are_amounts() -> None:
    evidence = "机架旋转一圈的时间为0.25秒，整机功率为1,200瓦，全长750米。"
    assert not _objected(iter(["机架旋转一圈用时四分之一秒。", "整机功率为1.2千瓦，全长四分之三公里。"]), evidence)
    assert _objected(iter(["机架旋转一圈用时三分之一秒。"]), evidence)


_TIMES = (
    ("剧院去年上演话剧210场，上演音乐剧70场。", "剧院去年上演的{0}是{1}的三倍。", "{1}只有{0}的三分之一。", "话剧", "音乐剧"),
    ("线上渠道退货率为8%，线下门店退货率为4%。", "{0}的退货率是{1}的两倍。", "{1}的退货率只有{0}的一半。", "线上渠道", "线下门店"),
    ("A single ticket costs $2.40 and a day pass $7.20.", "{0} costs three times as much as {1}.", "{1} costs a third of the price of {0}.", "a day pass", "a single ticket"),
)  # fmt: skip


@pytest.mark.parametrize(("evidence", "times", "part", "more", "less"), _TIMES)
def test_a_multiple_is_of_the_one_that_is_so_many_times_the_other(
    evidence: str, times: str, part: str, more: str, less: str
) -> None:
    for form in (times, part):
        assert not _objected(iter([next(_told([form.format(more, less)], "", "", ""))]), evidence)
        assert _objected(iter([next(_told([form.format(less, more)], "", "", ""))]), evidence)


_THEN_AND_NOW = (
    ("Membership stood at 18,400 in 2019; by 2024 it was 12,900.", ("The club had {} members in 2024 than in 2019.",), ("fewer",), ("more",)),
    ("Enrolment was 910 in 2015 and 640 in 2022.", ("Enrolment was {} in 2022 than in 2015.",), ("lower",), ("higher",)),
    ("The plant emitted 4,200 tonnes last year, against 5,100 tonnes the year before.", ("The plant emitted {} than in the year before.",), ("less",), ("more",)),
    ("协会会员2019年为18400名，2024年为12900名。", ("2024年协会会员比2019年{}。", "协会会员{}于五年前。"), ("少",), ("多",)),
    ("去年全厂排放4200吨，前年为5100吨。", ("去年全厂排放{}于前年。", "去年全厂的排放比前年{}。"), ("低",), ("高",)),
)  # fmt: skip


@pytest.mark.parametrize(("evidence", "forms", "rightly", "wrongly"), _THEN_AND_NOW)
def test_a_thing_is_compared_with_itself_at_another_time(
    evidence: str, forms: tuple[str, ...], rightly: tuple[str], wrongly: tuple[str]
) -> None:
    for form in forms:
        assert not _objected(iter([form.format(*rightly)]), evidence)
        assert _objected(iter([form.format(*wrongly)]), evidence)


@pytest.mark.parametrize(
    ("evidence", "true", "wrong"),
    [
        ("线下销售额48亿元，线上销售额12亿元。", "线下每销售1元，线上就销售0.25元。", "线下每销售1元，线上就销售0.45元。"),
        ("In-store sales were $4.8 billion and online sales $1.2 billion.", "For every dollar of in-store sales, online sales were twenty-five cents.", "For every dollar of in-store sales, online sales were forty cents."),
        ("该公司在成都、武汉和西安各设有一处仓库。", "该公司设有三处仓库。", "该公司设有四处仓库。"),
        ("Quarterly churn was 5.8%, 5.1%, 4.6% and 4.2% in 2023.", "Quarterly churn fell for three consecutive quarters.", "Quarterly churn fell for five consecutive quarters."),
        ("全县在岗医生共640人，其中60岁以上的有192人，占30%；具备执业资格的有410人。", "60岁以上的医生占到三成。", "60岁以上的医生已占将近一半。"),
        ("检查组检查校外托管机构214家，发现其中37家存在消防隐患。", "检查发现，少数校外托管机构存在消防隐患。", "检查发现，所有校外托管机构均存在消防隐患。"),
        ("新办法于8月15日向社会公布，自9月1日起实施。", "新办法自9月1日起实施。", "新办法自8月15日起实施。"),
        ("The rules were published in January 2024. Companies have twelve months, until January 2025, to comply.", "Companies must comply by January 2025.", "Companies must comply by January 2026."),
        ("Each driver must complete 36 hours of training per year.", "Each driver has to put in an average of three hours of training a month.", "Each driver has to put in an average of five hours of training a month."),
        ("2020年全县有大班123个，2023年只剩8个。", "2020年全县大班数量达到三位数。", "2020年全县有大班132个。"),
        ("恒启2022年营业收入为18.6亿元，2023年营业收入为27.9亿元。", "恒启2023年实现营业收入27.9亿元，比2022年的18.6亿元增长了50%。", "恒启2022年实现营业收入27.9亿元。"),
        ("朗账科技于2023年10月停售旧版软件，客户可在一年内免费迁移。", "朗账科技在下半年停售了旧版软件。", "朗账科技在上半年停售了旧版软件。"),
        ("全市有养老机构212家，其中公办机构147家。", "全市养老机构中，非公办机构为65家。", "全市养老机构中，非公办机构为56家。"),
        ("水电与核电合计占发电量的34%。", "发电量中水电和核电以外的电源占66%。", "发电量中水电和核电占66%。"),
        ("城镇学员63人，农村学员27人。", "90名学员中城镇学员占70%。", "90名学员中农村学员占70%。"),
        ("该行原有网点520个，调整后剩390个。", "该行裁减了四分之一的网点。", "该行裁减了四分之三的网点。"),
        ("每股分红0.2元，共计分红3亿元。", "共有15亿股参与分红。", "共有25亿股参与分红。"),
        ("一瓶药水120毫升，每日服用8毫升。", "一瓶药水可服用15天。", "一瓶药水可服用25天。"),
        ("合唱团报名4200人，录取比例约为7:1。", "合唱团最终录取约600人。", "合唱团最终录取约900人。"),
        ("降雨量比常年均值500毫米低三成。", "降雨量为350毫米。", "降雨量为150毫米。"),
        ("新剧票房为预期的1.6倍。", "新剧票房比预期高出六成。", "新剧票房超出预期1.6倍。"),
        ("上半年投运站点310座，下半年投运290座。", "全年投运站点600座。", "全年投运站点700座。"),
        ("Tolls fell from 3.20 to 2.50 dollars a trip.", "Tolls came down by 70 cents.", "Tolls came down by 2.50 dollars."),
    ],
)  # fmt: skip
def test_what_follows_from_figures_and_dates(evidence: str, true: str, wrong: str) -> None:
    assert not _objected(iter([true]), evidence)
    assert _objected(iter([wrong]), evidence)
