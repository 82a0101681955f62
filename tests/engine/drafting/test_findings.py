"""Inspections, holdings, penalties and parts of sums are told another way; what would be wrong or odd is not."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.rewriting import clauses_zh, findings_en, findings_zh, fluency_zh, frames_en
from synthesis.engine.drafting.rewriting.figures_zh import change_noun
from synthesis.engine.drafting.rewriting.reword import reword
from synthesis.engine.drafting.rewriting.search_en import edits_of
from synthesis.engine.drafting.rewriting.voice_en import passive
from synthesis.engine.overlap.runs import RunIndex


@pytest.mark.parametrize(
    ("rule", "text", "made"),
    [
        (
            findings_en.checked,
            "The agency visited 310 bakeries in 2022 and found that almost 40 per cent used old ovens",
            "Of the 310 bakeries visited by the agency in 2022, almost 40 per cent used old ovens",
        ),
        (
            findings_en.fined,
            "Landlords who refuse to install meters risk a fine of up to €5,000",
            "Landlords can be fined up to €5,000 if they refuse to install meters",
        ),
        (
            findings_en.part_of_sum,
            "The city set aside €9 million for trees, of which €4 million had been spent by May 2023",
            "The city set aside €9 million for trees, €4 million of which had been spent by May 2023",
        ),
        (
            findings_en.answered,
            "Delays were cited by 31% of drivers on night shifts, compared with 12% of the others",
            "Among drivers on night shifts, delays were cited by 31%, compared with 12% of the others",
        ),
        (
            findings_zh.checked,
            "市场监管部门2023年检查了86家餐馆，其中约12%没有留样记录",
            "在市场监管部门2023年检查的86家餐馆中，约12%没有留样记录",
        ),
        (findings_zh.held_by, "三家企业合计掌握72%的矿权", "72%的矿权由三家企业合计掌握"),
        (findings_zh.span_first, "海上风电的单位成本在五年间下降了42%", "五年间，海上风电的单位成本下降了42%"),
        (
            findings_zh.ordered,
            "逾期未申报的企业，由税务部门责令改正",
            "税务部门对逾期未申报的企业责令改正",
        ),
    ],
)
def test_a_statement_is_told_from_its_other_end(rule: clauses_zh.ClauseRule, text: str, made: str) -> None:
    assert made in rule(text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (findings_en.checked, "Inspectors checked 310 bakeries and found that they had old ovens"),
        (findings_zh.held_by, "三家企业合计不掌握72%的矿权"),
        (findings_zh.span_first, "企业计划在五年间投资12亿元"),
        (frames_en.reported, "Inspectors checked 40 shops and found that 18 per cent of them had no label at all"),
        (change_noun, "但平均票价同比下跌6.4%"),
    ],
)
def test_what_is_not_of_the_form_is_left_alone(rule: clauses_zh.ClauseRule, text: str) -> None:
    assert rule(text) == []


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Fees rose to €14.5 per square metre and month", "as well as"),
        ("Shops must use recycled glass in jars", "reuse"),
        ("Milk bottles will be included in the scheme from May", "contained"),
        ("Owners fail to register their boats", "unable"),
        ("Storms cause frequent delays at the port", "common"),
        ("Mothers provide most of the unpaid care in the region", "offer"),
        ("The fund provides €90 million a year for boats", "offer"),
        ("Mills exceed the noise limit at night", "surpass"),
        ("Firms could close if the voucher is abolished", "provided that"),
        ("The board will publish uniform tender rules in May", "rules for uniform"),
        ("Shops may lose their licence for up to three years", "as much as"),
        ("Buyers hope that lower interest rates will help them", "of interest"),
        ("Towns pay for home care services in 2024", "services for"),
        ("The tag gives access to data on chemistry and state of health", "state and chemistry"),
    ],
)
def test_no_edit_says_something_else(text: str, never: str) -> None:
    assert not any(never in e.text for e in edits_of(text))


def test_how_something_is_done_stays_with_its_verb() -> None:
    made = passive("Only three of the lines tested last year can recover lithium salts economically")
    assert made
    assert not any(t.endswith("economically") for t in made)


def test_a_level_of_about_so_much_keeps_its_words_in_order() -> None:
    text = "目前冷库运营成本中电力支出占比在28%左右，较五年前的19%明显提高"
    assert not any("在约" in w.text for w in reword(text, RunIndex([text]), "zh"))


def test_a_share_that_did_not_is_a_predicate() -> None:
    assert not fluency_zh.strange("在监管部门2024年抽查的1240家网点中，18%未张贴规定的标识")
