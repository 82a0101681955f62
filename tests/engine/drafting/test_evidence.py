"""Evidence units: types, fields, spans, and what is kept but must not carry a statement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.drafting.evidence.facts import clauses_of, noun_phrase_end
from synthesis.engine.drafting.evidence.units import Excerpt, Unit, language_of, units_of


def only(text: str) -> Unit:
    (unit,) = units_of(Excerpt("a", "s", text))
    return unit


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2023年全国茶叶产量为355万吨。", "figure"),
        ("2023年茶叶出口额同比下降16.5%。", "change"),
        ("农业部门印发《茶园改造办法》，要求各县制定方案。", "policy"),
        ("由于采摘成本上升，部分茶园放弃了夏茶。", "cause"),
        ("茶饮包括绿茶、红茶、乌龙茶和白茶。", "list"),
        ("业内人士认为，机采设备应当尽快普及。", "opinion"),
        ("春茶的品质优于夏茶。", "comparison"),
        ("Tea exports fell by 16% in 2023.", "change"),
        ("Because labour costs rose, some growers skipped the summer harvest.", "cause"),
    ],
)
def test_types(text: str, kind: str) -> None:
    assert only(text).kind == kind


def test_a_figure_is_read_with_subject_measure_time_and_qualifier() -> None:
    (fact,) = only("2023年我国新式茶饮市场规模已达到约1498亿元。").facts
    assert (fact.subject, fact.indicator, fact.time) == ("我国新式茶饮", "市场规模", "2023")
    assert (fact.value, fact.unit, fact.qualifier) == (Decimal(149800000000), "元", "about")
    assert fact.phrase == "约1498亿元"


def test_figures_inherit_subject_and_the_measure_of_their_unit() -> None:
    facts = only("2024年我国茶饮市场规模为1500亿元，同比增长6.4%，预计2028年将超过2000亿元。").facts
    assert [f.indicator for f in facts if not f.change] == ["市场规模", "市场规模"]
    assert [f.change for f in facts] == [False, True, False]
    assert (facts[2].time, facts[2].modal) == ("2028", "预计")


def test_the_year_compared_with_does_not_date_the_next_figure() -> None:
    facts = only("2024年我国茶饮市场规模为1500亿元，较2023年增长6.4%，门店数量为51万家。").facts
    assert facts[-1].time == "2024"


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("该设备的精度较高，已经在多地应用。", "pointing"),
        ("其产量在2023年达到5万吨。", "pointing"),
        ("采茶机的识别\ufffd\ufffd率达到九成。", "garbled"),
        ("採茶機(jī)器人已經(jīng)投入使用。", "garbled"),
        ("采茶机器人的核心部件包括", "cut"),
        ("第三章 市场分析", "heading"),
        ("今年茶叶价格上涨了两成。", "deictic"),
        ("They were adopted quickly by growers in the region.", "pointing"),
        ("We believe that the market will continue to grow.", "person"),
        ("采茶机器人已经在五个县投入使用。", ""),
    ],
)
def test_sentences_that_cannot_stand_alone_are_marked(text: str, flaw: str) -> None:
    assert only(text).flaw == flaw


def test_polarity_modality_and_attribution() -> None:
    assert only("目前尚未形成统一的分级标准。").polarity == "negative"
    assert only("机采率有望在三年内提高。").modality == "hedged"
    assert only("茶业协会认为，机采设备应当尽快普及。").attribution.startswith("茶业协会")


def test_list_marks_labels_and_traditional_characters_are_tidied_not_the_span() -> None:
    text = "（2）市場規模：2023年全國茶葉產量為355萬噸。"
    unit = only(text)
    assert unit.text.startswith("2023年全国茶叶产量")
    assert unit.raw == text[unit.start : unit.end] == text


def test_a_noun_phrase_ends_before_its_verb() -> None:
    assert noun_phrase_end("茶园机器人在多地投入使用") == len("茶园机器人")
    assert noun_phrase_end("预计明年将会增长") == 0


def test_language() -> None:
    assert language_of("茶叶 AI 识别系统的准确率较高") == "zh"
    assert language_of("The AI system recognises leaves.") == "en"


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("茶叶产量为2023年355万吨。，该《》“”abc .;；\n"), max_size=120))
def test_nothing_is_dropped_and_spans_are_exact(text: str) -> None:
    units = units_of(Excerpt("a", "", text))
    covered: set[int] = set()
    for unit in units:
        assert text[unit.start : unit.end] == unit.raw
        covered |= set(range(unit.start, unit.end))
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
    for low, high in clauses_of(text):
        assert 0 <= low < high <= len(text)


def test_items_between_semicolons_stay_with_what_they_are_part_of() -> None:
    text = "全市绿道到位资金12.0亿元，其中国债7.5亿元，占62.5%；维修资金2.7亿元，占22.5%；业主自筹1.8亿元，占15%。明年再投。"
    whole, after = units_of(Excerpt("1", "", text))
    assert whole.text.endswith("占15%。")
    assert after.text == "明年再投。"
    tasks = "各地要抓好三项工作：一是6月底前完成评估；二是建立台账；三是出台指引。"
    assert len(units_of(Excerpt("1", "", tasks))) == 1
    side_by_side = "2024年底，全市有电梯86万台；全年发生事故19起。"
    assert len(units_of(Excerpt("1", "", side_by_side))) == 2


def test_a_bare_measure_behind_a_semicolon_cannot_stand_alone() -> None:
    text = "2024年全市钓具企业营业收入214亿元，增长3.4%；利润总额9.8亿元，下降2.1%。"
    first, second = units_of(Excerpt("1", "", text))
    assert (first.flaw, second.flaw) == ("", "subjectless")
