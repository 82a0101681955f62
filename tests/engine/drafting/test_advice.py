"""Advice about the material of a heading: what is old, and the same text in either language."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.advice import Advice, advise, in_words
from synthesis.engine.drafting.conflicts import find_conflicts
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
