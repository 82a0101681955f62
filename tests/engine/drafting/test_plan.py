"""Plans: points by what excerpts talk about, titles people would write, misfiled excerpts set aside."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.evidence.units import Excerpt
from synthesis.engine.drafting.planning import aspects
from synthesis.engine.drafting.planning import fit as plan_fit
from synthesis.engine.drafting.planning.cluster import average_linkage, tf_idf
from synthesis.engine.drafting.planning.plan import make_plan
from tests.engine.drafting.compose_samples import MISFILED, SETS


@pytest.mark.parametrize("name", sorted(SETS))
def test_plans_place_every_excerpt_once(name: str) -> None:
    heading, brief, language, excerpts = SETS[name]
    plan = make_plan(heading, brief, excerpts, 3, language)
    placed = [i for p in plan.points for i in p.excerpt_ids]
    assert len(placed) == len(set(placed))
    assert set(placed) | {u.id for u in plan.unused} == {e.id for e in excerpts}
    assert all(len(p.excerpt_ids) >= 2 for p in plan.points)
    assert MISFILED[name] in {u.id for u in plan.unused if u.code == "misfiled"}


@pytest.mark.parametrize("name", sorted(SETS))
def test_titles_are_short_phrases_and_differ(name: str) -> None:
    heading, brief, language, excerpts = SETS[name]
    titles = [p.title for p in make_plan(heading, brief, excerpts, 3, language).points]
    assert len(set(titles)) == len(titles)
    for title in titles:
        assert 4 <= len(title) <= (22 if language == "zh" else 70)
        assert not any(c in title for c in "、，。；")


def test_one_excerpt_makes_one_point() -> None:
    plan = make_plan("T", "", [Excerpt("a", "", "采茶机器人已经在五个县投入使用。")], 3, "zh")
    assert [p.excerpt_ids for p in plan.points] == [("a",)]


def test_two_subjects_come_apart() -> None:
    robots = [
        Excerpt(f"r{i}", "", f"采茶机器人的识别算法在{p}得到改进，采摘速度提高。") for i, p in enumerate("云丘陵")
    ]
    exports = [Excerpt(f"x{i}", "", f"茶叶出口企业面临{p}市场的关税与认证要求。") for i, p in enumerate("欧美日")]
    plan = make_plan("", "", [robots[0], exports[0], robots[1], exports[1], robots[2], exports[2]], 2, "zh")
    assert {frozenset(p.excerpt_ids) for p in plan.points} == {
        frozenset({"r0", "r1", "r2"}),
        frozenset({"x0", "x1", "x2"}),
    }


@pytest.mark.parametrize(
    ("heading", "key"),
    [("T", "T"), ("技术环境", "T"), ("Political", "P"), ("E 经济", "E"), ("社会因素", "S"), ("优势", "")],
)
def test_headings_are_recognised(heading: str, key: str) -> None:
    assert plan_fit.heading_key(heading) == key


def test_linkage_respects_the_largest_size_while_it_can() -> None:
    rows = tf_idf(["茶园机采"] * 4 + ["关税认证"] * 2, "zh")
    assert max(map(len, average_linkage(rows, 3, largest=3))) <= 3
    assert average_linkage(rows, 1) == [[0, 1, 2, 3, 4, 5]]


def test_points_stand_under_aspects_of_the_heading() -> None:
    texts = (
        "2024年全国茶饮市场规模为1500亿元，增速放缓。",
        "全国门店总量达到51万家，市场规模仍在扩大。",
        "原料成本上升，单杯价格由18元降至14元。",
        "租金成本占门店费用的两成，均价继续走低。",
        "头部企业净利润下降，三成门店亏损。",
        "加盟企业毛利率为42%，营收同比减少。",
    )
    plan = make_plan("E", "茶饮行业的经济环境", [Excerpt(str(i), "", t) for i, t in enumerate(texts)], 3, "zh")
    assert [p.title for p in plan.points] == ["市场规模与增长", "成本与价格变化", "经营状况与盈利"]
    assert [p.excerpt_ids for p in plan.points] == [("0", "1"), ("2", "3"), ("4", "5")]


def test_what_has_no_word_in_common_with_the_others_is_off_the_point() -> None:
    about = [f"茶园{a}的成本在2023年上升{i}%，茶农收入随之下降。" for i, a in enumerate("东西南北中上下左右", 3)]
    stray = "小行星带的轨道由木星引力塑造，天体之间存在明显共振。"
    plan = make_plan("E", "茶园的经济环境", [Excerpt(str(i), "", t) for i, t in enumerate([*about, stray])])
    assert "9" not in {i for p in plan.points for i in p.excerpt_ids}


@pytest.mark.parametrize(
    ("title", "sentences", "named"),
    [
        ("市场规模与增长", ["茶园价格上涨5%。", "采摘成本升高。", "市场规模为3亿元。"], "成本与价格变化"),
        ("市场规模与增长", ["市场规模为3亿元。", "采摘成本升高。"], "市场规模与增长"),
        ("云州的现状与特点", ["采摘成本升高。"], "成本与价格变化"),
        ("云州的现状与特点", ["云州有茶山。"], "云州的现状与特点"),
    ],
)
def test_a_point_is_called_what_its_sentences_show(title: str, sentences: list[str], named: str) -> None:
    assert aspects.name_of(title, sentences, ["经营状况与盈利"], "zh", "E") == named


def test_two_points_are_not_called_the_same() -> None:
    assert aspects.name_of("茶山", ["采摘成本升高。"], ["成本与价格变化"], "zh", "E") == "茶山"
