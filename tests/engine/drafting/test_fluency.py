"""The gate of wording: what is no sentence, and what rewording tore."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.planning.subjects import groups_of
from synthesis.engine.drafting.rewriting.fluency_seams import in_compound, torn, unlinked
from synthesis.engine.drafting.rewriting.fluency_zh import strange, unfinished
from tests.engine.drafting.verify_sets import by_hand


@pytest.mark.parametrize(
    "text",
    [
        "在产业引导方面，主管部门在2021年提出。",
        "各地相继推出支持支持基层医疗的办法。",
        "不过，国内厂商已有一定积累，不过整体水平还不够高。",
        "由于界面接触较差，电池容量衰减明显，其原因在于材料。",
        "2023年，北辰科技推出的80瓦高频高压发生器。",
        "该市的的养老床位在2023年达到四万张。",
        "该平台整合了“影像、检验等多类数据，服务基层医院。",
        "短句。",
        "在茶业政策方面，2022年，主管部门提出。",
        "全国的饮茶者于2023年在1.1亿人左右，比上年多一成。",
        "部分渡轮相关技术被已纳入出口管制清单。",
        "旧衣循环利用率要到2027年为28%，年产量为220万吨。",
        "通报要求有关场馆在9月15整改到位。",
        "有代表建议，渡轮经费被纳入公用经费，由两级财政分担。",
        "国产电机的配套率在2024年超过65%，配套率亦在小型渡轮中为38%。",
    ],
)
def test_no_supervisor_would_leave_it(text: str) -> None:
    assert strange(text)


def test_true_re_expressions_are_whole() -> None:
    cases = [c for c in by_hand() if c.language == "zh" and c.guard == "="]
    odd = [c.sentence for c in cases if strange(c.sentence) not in {"", "length"}]
    assert len(odd) <= len(cases) * 0.02, odd
    assert not [c.sentence for c in cases if unfinished(c.sentence)]


def test_a_word_of_the_source_is_not_cut() -> None:
    source = "国内厂商生产的核心零部件已经取得一定突破，质量提升较快"
    assert torn("国内厂商生产的核心零部", source)
    assert not torn("核心零部件已取得一定突破，质量提高较快", source)


def test_a_verb_inside_a_compound_is_no_predicate() -> None:
    text = "名单涵盖专用AI加速芯片及毫米波雷达"
    start = text.index("加速")
    assert in_compound(text, start, start + 2)
    plain = "企业加速布局海外市场"
    assert not in_compound(plain, 2, 4)


def test_points_form_round_what_several_excerpts_name() -> None:
    texts = [
        "手术机器人的定位精度持续提高，应用范围不断扩大。",
        "国产手术机器人在基层医院开始推广。",
        "手术机器人的减速器依赖进口。",
        "固态电池的能量密度高于传统电池。",
        "固态电池的界面问题尚未解决。",
        "多家企业已建成固态电池中试线。",
    ]
    groups, off = groups_of(texts, 2, "zh", "T")
    assert [sorted(g.members) for g in groups] == [[0, 1, 2], [3, 4, 5]]
    assert "机器人" in groups[0].subject
    assert "固态电池" in groups[1].subject
    assert off == []


@pytest.mark.parametrize(
    "text",
    [
        "根据新规，门店是退货的第一责任人，货卖到哪里。",
        "该市社区食堂数量连续自2021年起超过商业餐馆。",
        "公司解释说客流多了和每单金额低了。",
        "2024年全国书店约4万家，净增只0.6万家。",
    ],
)
def test_what_rewording_broke_is_noticed(text: str) -> None:
    assert strange(text)


def test_a_modifier_with_a_verb_keeps_its_link() -> None:
    source = "一位在南州经营书店的老板说，去年还要排队。"
    assert unlinked("一位在南州经营书店老板说，去年还要排队。", source) == "书店老板"
    assert not unlinked("一位在南州经营书店的老板说，去年还要排队。", source)
    assert not unlinked("公司总部设在南州。", "公司的总部设在南州。")
