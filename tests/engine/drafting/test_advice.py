"""Advice about the material of a heading: what is old, and the same text in either language."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.advice import Advice, advise, in_words
from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.conflicts import find_conflicts
from synthesis.engine.drafting.evidence.table import rows_of_unit
from synthesis.engine.drafting.evidence.units import Excerpt, units_of
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint

OLD = "2022年，全市新建助餐用房310处。"


def advice(*texts: str, language: str = "zh") -> list[Advice]:
    """What is advised when every text is a point of its own, each of another source."""
    excerpts = [Excerpt(str(n), f"来源{n}", text) for n, text in enumerate(texts)]
    units = {e.id: list(units_of(e)) for e in excerpts}
    plan = Plan(tuple(PlanPoint(f"要点{e.id}", "", (e.id,)) for e in excerpts))
    conflicts = find_conflicts([u for some in units.values() for u in some])
    return advise(plan, excerpts, units, conflicts, "经济", len(texts), language)


@pytest.mark.parametrize(
    ("other", "stale"),
    [
        ("2029年，全市助餐点达到1860个。", True),
        ("主管部门提出到2029年覆盖率要达到60%。", False),  # an aim makes nothing old
        ("2016年至2023年，加工成本由238元降至205元。", False),  # a span is as new as its end
    ],
)
def test_what_is_old_is_told_by_what_the_rest_tells_as_it_is(other, stale):
    assert ("stale" in {one.kind for one in advice(OLD, other)}) is stale


def test_history_is_no_old_figure():
    found = advice("At the end of 2024 the library held 5.9 million pages.", "In 1790 it held 200 volumes.")
    assert "stale" not in {one.kind for one in found}


def test_every_text_can_be_told_in_either_language():
    found = advice(OLD, "2029年，全市助餐点达到1860个。", "2029年，全市助餐点达到2100个。")
    assert {"stale", "conflict", "single_source"} <= {one.kind for one in found}
    for one in found:
        assert in_words(one.code, one.parts, "zh") == one.text
        assert in_words(one.code, one.parts, "en").isprintable()
        assert one.to_record()["excerpts"] == list(one.excerpts)
    told = next(one for one in found if one.kind == "conflict")
    assert "in 2029" in in_words(told.code, told.parts, "en")
    assert "2029年" in told.text


def test_what_is_said_to_be_pointed_to_is_in_the_draft():
    texts = (
        "保温配送箱的核心温控模块仍依赖进口，主管部门提出到2027年国产化率要达到60%。",
        "2022年，民政部门印发助餐服务指引，要求新建小区配建不少于200平方米的助餐用房。",
        "补贴实行刷脸核验，冒领行为将被追回并计入信用记录。",
        "监管部门对助餐点实行每季度一次的食品安全抽检，2023年合格率为98.6%。",
    )
    excerpts = [Excerpt(str(n), f"来源{n}", text) for n, text in enumerate(texts)]
    plan = Plan((PlanPoint("现状", "", ("0", "1")), PlanPoint("监管", "", ("2", "3"))))
    made = compose("政治环境", "", excerpts, plan=plan)
    cited = {c for point in made.points for sentence in point.sentences for c in sentence.cites}
    assert {i for one in made.advice if one.kind == "rewrite" for i in one.excerpts} <= cited
    assert {one.id for one in made.unused} == {"0", "1", "2", "3"} - cited


def test_one_year_in_words_is_no_figure_that_was_left_out():
    text = "Some kitchens could not meet the new ventilation rules and closed within a year."
    made = compose("Policy", "", [Excerpt("1", "", text)], points=1, language="en")
    assert "omitted" not in {one.kind for one in made.advice}


def test_a_claim_cites_only_what_it_needs():
    texts = (
        "Induction hobs cut the energy used per meal by 22%.",
        "Three kitchens in four use software to plan their rounds, which shortened the average trip from 41 to 29 minutes.",
    )
    excerpts = [Excerpt(str(n), f"Source {n}", text) for n, text in enumerate(texts)]
    claim = "Three kitchens in four use software to plan their rounds."
    made = compose("Technology", "", excerpts, plan=Plan((PlanPoint("Data", claim, ("0", "1")),)), language="en")
    (told,) = (s for p in made.points for s in p.sentences if s.text.startswith("Three kitchens"))
    assert told.cites == ("1",)


def test_a_figure_left_out_is_named_by_what_it_measures():
    text = "截至2024年底，全国新型储能累计装机规模达73.8GW，平均储能时长为2.3小时。"
    (unit,) = units_of(Excerpt("1", "", text))
    _level, duration = rows_of_unit(unit)
    assert (duration.indicator, duration.phrase) == ("时长", "2.3小时")
