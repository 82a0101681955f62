"""Clauses said otherwise, figures kept; English phrases and the gate of English wording."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.evidence.units import Excerpt, units_of
from synthesis.engine.drafting.realise import Realiser, polished
from synthesis.engine.drafting.rewriting import capitals_en, fluency_en, phrases_en, zh
from synthesis.engine.drafting.rewriting.clauses_zh import clause_wordings, joined_otherwise
from synthesis.engine.drafting.rewriting.edits_zh import edits_of
from synthesis.engine.drafting.rewriting.reword import reword
from synthesis.engine.drafting.rewriting.subjects_zh import subject_end
from synthesis.engine.overlap.runs import RunIndex


@pytest.mark.parametrize(
    ("clause", "told"),
    [
        ("全国已组建茶叶合作社1500余个", "全国已组建1500余个茶叶合作社"),
        ("精品茶占比约四成", "精品茶占比约40%"),
        ("出口单价由5.8元下滑至3.1元", "出口单价从5.8元降至3.1元"),
        ("夏茶产量同比下降7.2%", "夏茶产量同比降幅为7.2%"),
        ("门票收入占景区公司总收入的64%", "门票收入在景区公司总收入中占64%"),
        ("高温是茶园火灾事故的主要诱因", "就茶园火灾事故而言，高温是主要诱因"),
        ("26%的茶农希望使用采摘机", "茶农中有26%希望使用采摘机"),
        ("绿茶、红茶和白茶的出口率分别为25%、45%和48%", "绿茶的出口率为25%，红茶为45%，白茶为48%"),
        ("当地对购机农户按售价的30%给予补贴", "当地按售价的30%对购机农户给予补贴"),
        ("茶园在2023年7月建成，", ""),
        ("茶馆的线上销售额占比已由2019年的27%升至2023年的52%", "茶馆的线上销售额占比在2019年为27%，到2023年已升至52%"),
        ("精品茶的份额则由2018年的72%下降到2023年的55%", "2018年至2023年，精品茶的份额由72%降至55%"),
        ("前五家茶企合计占据绿茶市场61%的份额", "在绿茶市场中，前五家茶企的份额合计为61%"),
        ("全县在2021年至2023年间累计安排茶园资金11.6亿元", "全县在2021年至2023年间安排的茶园资金累计达11.6亿元"),
        ("全国已批准设立生态茶园169个", "全国已批准设立的生态茶园有169个"),
        ("覆盖茶园面积约3400平方公里", "所覆盖的茶园面积约为3400平方公里"),
        ("其中直播电商贡献了茶叶销售额的60%左右", "其中茶叶销售额的60%左右来自直播电商"),
        ("其中55岁以上的占41%", "55岁以上的在其中占41%"),
        ("云州县明确将高山茶园列为重点保护区域", "高山茶园被云州县明确列为重点保护区域"),
        (
            "云州、东河等茶企已实现MT-1/3.0、256型揉捻机等产品的量产",
            "云州、东河等茶企已实现256型揉捻机、MT-1/3.0等产品的量产",
        ),
        ("2023年上半年茶企平均毛利率由38%降至33%", "茶企平均毛利率在2023年上半年由38%降至33%"),
        ("云州三家龙头企业2024年共同出资2亿元建厂", "2024年，云州三家龙头企业共同出资2亿元建厂"),
        ("受访者中有62%的人每月喝茶", "62%的受访者每月喝茶"),
        ("配备烘干机的茶厂不足20%", "不足20%的茶厂配备了烘干机"),
        ("自2019年实施茶园轮休制度以来", "自2019年茶园轮休制度实施以来"),
    ],
)
def test_clauses(clause: str, told: str) -> None:
    wordings = clause_wordings(clause.rstrip("，"))
    assert not told or told in wordings, wordings


def test_a_comparison_between_two_years_keeps_its_preposition() -> None:
    wordings = clause_wordings("采摘价从2022年的68元降至2024年的52元")
    assert len(wordings) > 1
    assert not any("由2022年" in wording for wording in wordings)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Most young dentists would prefer to work for a chain rather than buy their own practice", "instead of"),
        ("The price of a check-up at a private clinic varied from £45 to £120", "differed"),
        ("Practices were sold at an average of 7.1 times annual earnings in 2024", "at on average"),
        ("Battery rooms must be gas-tight and fitted with separate cooling", "distinct"),
        ("If all stoves older than 2010 were replaced, emissions could fall by up to 60%", "over 2010"),
        ("Half of the night workers questioned said that they had turned down family events", "challenged"),
        ("孩子在分馆参加活动半年后，每周使用手机的时间平均减少了4.6小时", "采用手机"),
        ("新建机房的电能利用效率由1.58降至1.34", "借助效率"),
        ("平均周期长达95天，部件需要送往境外修理", "长平均"),
        ("浮桥遮挡仍是主要障碍，有效影像不足三成", "遮挡仍，"),
        ("浮桥遮挡仍是主要障碍，有效影像不足三成", "的影像不足"),
        ("52%的老人最看重随团医护，价格只排在第三位", "且价格"),
        ("2024年进口航材的通关时间平均为2.6天", "平均在"),
        ("The governor vetoed a bill that would have delayed the deadline by three years", "held up"),
        ("Long routes cannot be served in winter", "unable to be"),
        ("受原料药涨价影响，欣和药业三季度毛利率环比下滑2.8个百分点", "欣与"),
        ("茶企同时使用至少一种外币，无一只用人民币结算", "只用结算"),
        ("三年内新增普惠茶座不少于2000个，优先利用社区用房", "不少于，"),
        ("公司澄清，并无出售茶园的计划", "且无"),
        ("农业部门印发意见，要求茶企为来华人员简化采购流程，提高单笔交易限额", "限额，要求"),
        ("茶业集团计划在2026年前关闭约120家线下茶馆，名单尚未公布", "计划前"),
        ("县里自2024年7月起分阶段限制柴油茶车通行", "分阶段自"),
        ("2023年四季度全国主要城市茶馆平均空置率环比上升0.8个百分点", "全国在"),
        ("通知要求，符合条件的茶企、茶馆以及茶农合作社，均可申请茶园补贴", "合作社。"),
        ("Copper miners rented generators to keep smelters running through the shortage", "that run"),
        ("The study cannot establish that the bins were the cause", "are unable"),
        ("Freight costs rose by 19% and energy costs fell", "costs of"),
        ("Five banks cleared the threshold by less than half a point", "by below"),
        ("平台解释称，公司将改善归因于云服务规模效应", "改善源于"),
        ("夏茶平均亩产达到712公斤，比对照田每亩高出96公斤", "平均夏茶"),
        ("茶业集团2021年启动门店数字化改造，2022年完成会员系统整合", "在2021年改造"),
        ("县教育局印发方案提出，到“十四五”末，茶校总数达到40所", "末。"),
        ("经茶农委员会讨论，茶校因担忧隐私婉拒了考勤系统", "讨论，且"),
        (
            "The port operator and the union met on Friday, with both sides confirming that no deal was near",
            "that confirm",
        ),
        ("The ferry's battery can be recharged in 45 minutes using the shore-side connection", "that use"),
        ("Admissions at the nation's cinemas came to 48 million in 2022", "came of"),
        ("The exchange halted trading for 95 minutes and excluded a cyberattack", "left out"),
        ("Brokers with fewer than 5,000 clients need to file reports once a year", "below"),
        ("It uses 90% less water per kilogram of lettuce than field growers", "growers of fields"),
        ("运维母船在近海风场的可作业天数约为每年210天", "可以作业天数"),
    ],
)
def test_words_keep_what_they_govern(text: str, never: str) -> None:
    language = "en" if text.isascii() or "£" in text else "zh"
    assert not any(never in w.text for w in reword(text, RunIndex([text]), language))


@pytest.mark.parametrize("clause", ["2023年，全县茶园总产量约为232万吨", "2023年，全县茶叶总产值达到243亿元"])
def test_a_date_before_a_level_stays(clause: str) -> None:
    assert all("2023年" in wording for wording in clause_wordings(clause))


def test_a_date_stays_at_the_head_of_a_setting() -> None:
    assert "启动茶叶检验审批自2017年改革以来" not in clause_wordings("自2017年启动茶叶检验审批改革以来")
    assert not any("投产在" in wording for wording in clause_wordings("2021年制茶车间投产之前"))


def test_a_document_is_told_with_its_demand() -> None:
    assert "农业部于2019年印发的《茶园办法》提出，到2022年建成50个茶园" in joined_otherwise(
        "2019年农业部印发《茶园办法》，提出到2022年建成50个茶园"
    )


def test_a_subject_may_hold_numbers_and_attributive_verbs() -> None:
    text = "全国首座300亩级压缩茶加工厂在多地投产"
    assert text[: subject_end(text)] == "全国首座300亩级压缩茶加工厂"
    assert subject_end("政府支持茶农在山区种植") == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The value of tea exports was 94 million dollars", "The tea export value was 94 million dollars"),
        ("Tea prices in Germany rose by 5% in 2023", "Germany's tea prices rose by 5% in 2023"),
        (
            "Around 71% of older growers want to stop",
            "Among older growers, around 71% want to stop",
        ),
        (
            "Tea made up 19% of farm exports in 2022",
            "In 2022, the share of tea in farm exports was 19%",
        ),
        ("Growers that use drones report better yields", "Growers using drones report better yields"),
    ],
)
def test_phrases(text: str, told: str) -> None:
    made = [w.replace(capitals_en.UNSURE, "") for w in phrases_en.wordings(text)]
    assert told.lower() in [w.lower() for w in made], made


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Growers sold the a garden in spring.", "clash"),
        ("Prices rose rose by a tenth in the last year.", "doubled"),
        ("Growers are was ready to sell their gardens in spring.", "clash"),
        ("The harvest was brought home by.", "end"),
        ("growers sold their gardens in spring.", "capital"),
        ("Growers sold their gardens in spring.", ""),
        ("The levy on tea was climbed to £217 in April last year.", "made"),
        ("Rents of gardens average 780 pounds; includes water this figure.", "made"),
        ("Punctuality of the tea trains has amounted to 97% since then.", "made"),
    ],
)
def test_the_gate_of_english_wording(text: str, why: str) -> None:
    assert fluency_en.strange(text) == why


def test_articles_follow_the_next_word() -> None:
    assert polished("a increase of an third in a hour at an university", "en") == (
        "A increase of an third in a hour at an university".replace("A increase", "An increase")
        .replace("an third", "a third")
        .replace("a hour", "an hour")
        .replace("an university", "a university")
    )


def test_two_figures_of_two_subjects_stand_side_by_side() -> None:
    text = "鲜叶成本占总成本的54%，研发费用仅占3.8%"
    assert "研发费用则仅占" in [text[: e.start] + e.text + text[e.end :] for e in edits_of(text)][-1]
    assert not any(e.text == "则" for e in edits_of("鲜叶成本占54%，但研发费用仅占3.8%"))


@pytest.mark.parametrize("text", ["投入使用后成本下降15%", "连续两年未通过环境监测的，取消资格"])
def test_a_word_that_is_half_of_another_is_not_exchanged(text: str) -> None:
    assert not any(text[e.start : e.end] in {"使用", "通过"} for e in edits_of(text))


def test_a_share_of_ones_own_sum_does_not_lead_the_clause() -> None:
    assert not any(w.startswith("在总收入中") for w in clause_wordings("茶企研发投入占总收入的3%"))
    assert not any(t.startswith("在总收入中") for t in zh.front_place("茶企的研发投入在总收入中平均占3%"))


def test_what_was_done_before_is_not_done_to_the_time_after() -> None:
    assert clause_wordings("改造后一年内") == ("改造后一年内",)


def test_a_cause_of_two_statements_is_not_put_behind_the_second() -> None:
    for second in ("2024年上半年消费者协会受理投诉213件", "消费者协会2024年上半年共受理投诉213件"):
        text = f"由于缺乏统一标准，个别茶社推销高价课程，{second}"
        assert not any("原因在于" in t for t in joined_otherwise(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("现阶段，云州还有近10家企业在进行采茶机器人研发。", "还有近"),
        ("东河县也已出台茶园保护办法，要求农户在三年内停止施用化肥。", "也已"),
    ],
)
def test_what_adds_to_a_sentence_that_is_not_here_goes(text: str, told: str) -> None:
    (unit,) = units_of(Excerpt("1", "", text))
    made = Realiser({"1": text}, [], "zh").from_unit(unit, ("1",), "evidence", slack=60)
    assert made is not None
    assert told not in made.text
    assert made.state == "supported"
