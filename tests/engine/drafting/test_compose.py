"""The rule-based drafter from outside: whole headings in, sections out."""

from __future__ import annotations

import json
import re
import socket
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.drafting.compose import compose
from synthesis.engine.drafting.compose_types import Composition
from synthesis.engine.drafting.evidence.units import Excerpt
from synthesis.engine.drafting.planning.plan import Plan, PlanPoint, make_plan
from synthesis.engine.drafting.quantities.find import find_quantities
from synthesis.engine.overlap.runs import RunIndex
from tests.bench.composer.bench import HERE as SETS_OF_THE_BENCH
from tests.bench.composer.bench import read_sets
from tests.engine.drafting.compose_samples import CONFLICTS, DAMAGED, DUPLICATES, MISFILED, SETS


def drafted(name: str) -> Composition:
    heading, brief, language, excerpts = SETS[name]
    return compose(heading, brief, excerpts, points=3, language=language)


@pytest.fixture(scope="module", params=sorted(SETS))
def made(request: pytest.FixtureRequest) -> tuple[str, Composition]:
    return request.param, drafted(request.param)


def test_two_or_three_points_with_titles_and_sentences(made: tuple[str, Composition]) -> None:
    _, composition = made
    assert 2 <= len(composition.points) <= 3
    assert len({p.title for p in composition.points}) == len(composition.points)
    assert all(p.title.strip() and p.sentences for p in composition.points)


def test_a_point_that_only_names_its_material_stands_rather_than_leave_one_alone() -> None:
    [policy] = [s for s in read_sets(SETS_OF_THE_BENCH / "sets_third.txt") if "跨境数据政策" in s.name]
    told = compose(policy.heading, policy.brief, policy.excerpts, language=policy.language).points
    assert len(told) == 2
    assert any(all(s.kind == "indicative" for s in p.sentences) for p in told)


def test_every_sentence_cites_known_excerpts_and_none_is_unsupported(made: tuple[str, Composition]) -> None:
    name, composition = made
    known = {e.id for e in SETS[name][3]}
    for point in composition.points:
        for sentence in point.sentences:
            assert sentence.cites
            assert set(sentence.cites) <= known
            assert sentence.state in {"supported", "check"}


def test_no_figure_without_its_excerpt(made: tuple[str, Composition]) -> None:
    name, composition = made
    texts = {e.id: e.text for e in SETS[name][3]}
    for point in composition.points:
        for sentence in point.sentences:
            told = {(q.value, q.high, q.unit) for q in find_quantities(sentence.text)}
            known = {(q.value, q.high, q.unit) for c in sentence.cites for q in find_quantities(texts[c])}
            assert told <= known, sentence.text


def test_excerpts_are_cited_or_listed_with_a_reason(made: tuple[str, Composition]) -> None:
    name, composition = made
    cited = {c for p in composition.points for s in p.sentences for c in s.cites}
    unused = {u.id for u in composition.unused}
    assert cited | unused == {e.id for e in SETS[name][3]}
    assert not cited & unused
    assert all(u.reason for u in composition.unused)


def test_the_seeded_conflict_is_found_and_told_with_both_citations(made: tuple[str, Composition]) -> None:
    name, composition = made
    assert any(CONFLICTS[name] <= set(c.cites) for c in composition.conflicts)
    assert any(CONFLICTS[name] <= set(s.cites) for p in composition.points for s in p.sentences)
    assert any(a.kind == "conflict" and CONFLICTS[name] <= set(a.excerpts) for a in composition.advice)


def test_misfiled_and_damaged_excerpts_are_left_out(made: tuple[str, Composition]) -> None:
    name, composition = made
    unused = {u.id: u.code for u in composition.unused}
    assert unused[MISFILED[name]] == "misfiled"
    assert name not in DAMAGED or unused[DAMAGED[name]] == "damaged"


def test_duplicates_are_cited_together(made: tuple[str, Composition]) -> None:
    name, composition = made
    assert any(DUPLICATES[name] <= set(s.cites) for p in composition.points for s in p.sentences)


def test_a_duplicate_is_told_once(made: tuple[str, Composition]) -> None:
    name, composition = made
    told = [s for p in composition.points for s in p.sentences if DUPLICATES[name] & set(s.cites)]
    assert all(DUPLICATES[name] <= set(s.cites) for s in told if s.kind != "indicative")


def test_one_thing_is_said_of_one_thing_once() -> None:
    texts = (
        "人工关节的核心部件，尤其是陶瓷球头、髋臼内衬等关键组件，长期以来高度依赖进口，严重制约了产业链的安全。",
        "目前，高端人工关节如髋关节、膝关节、肩关节等产品的核心部件，包括高交联聚乙烯、钽金属涂层以及手术导航软件，仍然高度依赖进口。",
        "国内企业的人工关节柄体加工精度已接近国际水平，临床使用量逐年上升。",
    )
    excerpts = [Excerpt(f"e{i}", f"s{i}", text) for i, text in enumerate(texts)]
    plan = Plan((PlanPoint("国产化与供应链", "", ("e0", "e1", "e2")),))
    composition = compose("技术", "", excerpts, points=1, language="zh", plan=plan)
    told = [s.text for p in composition.points for s in p.sentences]
    assert len(told) == 2
    assert sum("依赖进口" in text for text in told) == 1
    assert [u.code for u in composition.unused] == ["not_selected"]


@pytest.mark.parametrize(
    ("language", "heading", "texts", "told"),
    [
        (
            "zh",
            "经济",
            (
                "2023年我国冷链物流市场规模为5170亿元，同比增长5.2%。",
                "据测算，2023年我国冷链物流市场规模约4800亿元。",
                "2024年，我国冷链物流市场规模为5361亿元。",
                "2024年我国冷链物流市场规模突破5600亿元，企业数量继续增加。",
            ),
            "2023年分别为5170亿元和约4800亿元，2024年分别为5361亿元和超过5600亿元",
        ),
        (
            "en",
            "Economy",
            (
                "The Nordic cold storage market was worth €2.1 billion in 2023.",
                "The Nordic cold storage market was worth €2.6 billion in 2023, according to brokers.",
                "In 2024 the Nordic cold storage market was worth €2.4 billion.",
                "The Nordic cold storage market was worth €2.9 billion in 2024.",
            ),
            "on the Nordic cold storage market",
        ),
    ],
)
def test_a_measure_disputed_at_two_times_is_told_in_one_sentence(
    language: str, heading: str, texts: tuple[str, ...], told: str
) -> None:
    excerpts = [Excerpt(f"e{i}", f"s{i}", text) for i, text in enumerate(texts)]
    plan = Plan((PlanPoint("", "", tuple(e.id for e in excerpts)),))
    composition = compose(heading, "", excerpts, points=1, language=language, plan=plan)
    sentences = [s for p in composition.points for s in p.sentences]
    assert len(composition.conflicts) == 2
    assert [set(s.cites) for s in sentences] == [{e.id for e in excerpts}]
    assert told in sentences[0].text


def _told(language: str, heading: str, texts: tuple[str, ...], *points: tuple[int, ...]) -> list[str]:
    excerpts = [Excerpt(f"e{i}", f"s{i}", text) for i, text in enumerate(texts)]
    plan = Plan(tuple(PlanPoint(f"{i}", "", tuple(f"e{n}" for n in p)) for i, p in enumerate(points)))
    composition = compose(heading, "", excerpts, language=language, plan=plan)
    return [s.text for p in composition.points for s in p.sentences]


def test_what_an_earlier_point_told_is_not_told_again() -> None:
    told = _told(
        "zh",
        "社会",
        (
            "社区图书角为老人提供了与邻居交往的场所，受访老人的孤独感评分平均下降1.8分。",
            "全市已建成社区图书角486家，覆盖九成以上的街道。",
            "老人在社区图书角可以与邻里聊天，受访老人的孤独感评分平均降低了1.8分。",
            "志愿者每周为行动不便的老人送书两次，平均每人负责7户。",
        ),
        (0, 1),
        (2, 3),
    )
    assert sum("孤独感" in text for text in told) == 1


def test_what_counted_things_do_is_told_with_their_number() -> None:
    told = _told("zh", "社会", ("2024年6月全市社区食堂共有412家在营业。", "社区食堂覆盖九成以上的街道。"), (0, 1))
    assert all("营业" in text and "家于" not in text for text in told if "412" in text)


def test_a_disputed_measure_has_the_time_of_its_own_figures() -> None:
    told = _told(
        "zh",
        "技术",
        (
            "截至2024年底，公司在运的海上风机达到1240台。",
            "2024年国内海上风电运维市场规模约为86亿元，同比增长24%。",
            "据能源数据所测算，2024年国内海上风电运维市场规模达到102亿元。",
        ),
        (0, 1, 2),
    )
    assert [text for text in told if "差异" in text or "有别" in text or "不一致" in text]
    assert not any("2024年底国内" in text for text in told)


def test_a_firm_or_paper_without_a_name_is_one_of_them() -> None:
    told = _told(
        "zh",
        "政策",
        (
            "通知要求，到2025年底，新建冷库的电能利用效率不得高于1.25，枢纽节点不得高于1.2。",
            "公司预计，若绿电交易价格上涨10%，冷库的年度用电成本将增加约2400万元。",
            "截至2024年9月，全省已有63个冷库完成节能改造，改造后平均电耗由158度降至134度。",
        ),
        (0, 1, 2),
    )
    assert any(text.startswith("有关通知要求") for text in told)
    assert any("某公司" in text for text in told)
    assert not any("借助效率" in text for text in told)
    told = _told(
        "zh", "经济", ("科润股份年报显示，公司当年销售费用为5.4亿元，研发费用为3.0亿元，约占营收的一成。",), (0,)
    )
    assert any("科润股份" in text for text in told)
    assert not any("某公司" in text for text in told)
    told = _told(
        "en",
        "Technology",
        ("To avoid strengthening the grid, the company installed a 4.3 megawatt-hour battery on the quay.",),
        (0,),
    )
    assert told
    assert not any("the company" in text or "the firm" in text for text in told)


def test_who_tells_facts_holds_no_opinion() -> None:
    told = _told("zh", "社会", ("省人社厅介绍，2023届高校毕业生留省就业率为66.4%，比上届提高3.2个百分点。",), (0,))
    assert told
    assert not any("认为" in text or "看来" in text for text in told)


def test_a_quotation_says_something() -> None:
    text = (
        "四部门联合印发的《关于加强中小学茶室安全管理的意见》提出，2026年秋季学期起，茶室须全部安装紧急停水装置和监控。"
    )
    assert not any("起”" in told for told in _told("zh", "政策", (text,), (0,)))


def test_what_there_are_so_many_of_is_named_where_counts_differ() -> None:
    told = _told(
        "en",
        "Technology",
        (
            "By the end of 2024 there were 84 fully electric ferries in service in northern Europe.",
            "A total of 67 fully electric ferries were operating in northern Europe at the end of 2024.",
        ),
        (0, 1),
    )
    assert any("the number of fully electric ferries" in text for text in told)


def test_an_excerpt_of_a_field_of_its_own_is_left_out() -> None:
    heading, brief, language, excerpts = SETS["zh-T"]
    stray = Excerpt("stray", "小镇志", "当地自2019年起举办开渔节，每年吸引游客约8万人次，带动民宿入住率提高到七成。")
    composition = compose(heading, brief, [*excerpts, stray], points=3, language=language)
    assert "stray" in {u.id for u in composition.unused}


def test_chinese_paragraphs_share_little_with_their_sources() -> None:
    ratios = []
    for name in (n for n in SETS if n.startswith("zh")):
        index = RunIndex([e.text for e in SETS[name][3]])
        composition = drafted(name)
        ratios += [index.measure("".join(s.text for s in p.sentences)).ratio for p in composition.points]
    assert median(ratios) <= 0.15


def test_every_remaining_run_is_marked(made: tuple[str, Composition]) -> None:
    _, composition = made
    for point in composition.points:
        for sentence in point.sentences:
            assert (sentence.longest_run >= 13) <= (sentence.checks["rewrite"] != "none")


def test_sentences_read_as_sentences() -> None:
    for name in (n for n in SETS if n.startswith("zh")):
        for point in drafted(name).points:
            for sentence in point.sentences:
                assert sentence.text.endswith("。")
                assert not re.search(r"[，、；。]{2}|的的|，。|^(?:其|该|这|此(?!外)|并|且)", sentence.text), (
                    sentence.text
                )
                assert len(sentence.text) >= 10
            openings = [s.text[:3] for s in point.sentences if s.text.startswith(("此外", "同时", "不过", "从数据"))]
            assert len(openings) == len(set(openings))


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        ("zh", "研究人员认为，低温干燥可能使茶叶的香气损失减少三成。", "可能"),
        ("zh", "到2030年，无人采茶机有望覆盖全县一半的茶园。", "有望|预计|可能"),
        ("zh", "业内预计，2027年咖啡市场规模有望突破4000亿元，但增速可能逐步放缓。", "有望|预计|可能"),
        ("en", "The new terminal may cut waiting times at the port by a third.", "may|might|could|possibl"),
        (
            "en",
            "Annual sales could reach 150,000 units by 2027 if capacity grows as expected.",
            "may|might|could|possibl",
        ),
    ],
)
def test_hedges_stay(language: str, text: str, hedge: str) -> None:
    composition = compose("", "", [Excerpt("a", "", text)], points=1, language=language)
    said = [s.text for p in composition.points for s in p.sentences if s.kind != "indicative"]
    assert said
    assert all(re.search(hedge, one) for one in said), said


def test_the_same_input_gives_the_same_bytes_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("the drafter opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    first, second = (json.dumps(drafted("zh-E").to_json(), ensure_ascii=False) for _ in range(2))
    assert first == second


def test_the_answer_has_the_contract_shape(made: tuple[str, Composition]) -> None:
    _, composition = made
    answer = json.loads(json.dumps(composition.to_json(), ensure_ascii=False))
    assert set(answer) == {"heading", "points", "unused", "conflicts", "advice", "provider"}
    assert answer["provider"] == "rules"
    sentence = answer["points"][0]["sentences"][0]
    assert set(sentence) == {"text", "cites", "kind", "state", "checks", "overlap"}
    assert set(sentence["overlap"]) == {"ratio", "longest_run"}
    assert {"value", "cites"} == set(answer["conflicts"][0]["values"][0])


def test_a_persons_plan_is_followed() -> None:
    heading, brief, language, excerpts = SETS["zh-P"]
    plan = Plan((PlanPoint("标准", "", ("p9", "p8")), PlanPoint("补贴", "", ("p3", "p5"))))
    composition = compose(heading, brief, excerpts, language=language, plan=plan)
    assert [p.title for p in composition.points] == ["标准", "补贴"]
    assert {c for s in composition.points[0].sentences for c in s.cites} == {"p8", "p9"}
    assert {"p1", "p12"} <= {u.id for u in composition.unused}


def test_a_persons_claim_is_used_when_supported_and_refused_when_invented() -> None:
    heading, brief, language, excerpts = SETS["zh-P"]
    ids = ("p3", "p5")
    true = "补贴政策推动了中小企业的智能化改造。"
    false = "补贴政策使江北省的机器人产量在2023年增长了57%。"
    for claim, expected in ((true, True), (false, False)):
        plan = Plan((PlanPoint("补贴", claim, ids),))
        composition = compose(heading, brief, excerpts, language=language, plan=plan)
        assert (claim in [s.text for s in composition.points[0].sentences]) is expected


def test_texts_of_the_workspace_count_as_sources() -> None:
    heading, brief, language, excerpts = SETS["zh-P"]
    once = compose(heading, brief, excerpts, language=language).points[0].sentences[0]
    again = compose(heading, brief, excerpts, language=language, against=[once.text])
    assert once.text not in [s.text for p in again.points for s in p.sentences]


def test_progress_is_told_in_order() -> None:
    heading, brief, language, excerpts = SETS["zh-P"]
    told: list[tuple[str, float]] = []
    compose(heading, brief, excerpts, language=language, progress=lambda step, done: told.append((step, done)))
    assert [step for step, _ in told][:2] == ["plan", "write"]
    assert [done for _, done in told] == sorted(done for _, done in told)
    assert told[-1][1] == 1.0


def test_two_excerpts_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="same id"):
        compose("T", "", [Excerpt("a", "", "甲。"), Excerpt("a", "", "乙。")])


def test_nothing_usable_gives_no_points_and_reasons() -> None:
    composition = compose("T", "", [Excerpt("a", "", "目录"), Excerpt("b", "", "该技术\ufffd\ufffd的")])
    assert composition.points == ()
    assert {u.id for u in composition.unused} == {"a", "b"}


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_subset_of_excerpts_in_any_order_keeps_the_laws(data: st.DataObject) -> None:
    heading, brief, language, excerpts = SETS["zh-T"]
    chosen = data.draw(st.lists(st.sampled_from(excerpts), unique_by=lambda e: e.id, max_size=8))
    points = data.draw(st.integers(1, 4))
    composition = compose(heading, brief, chosen, points=points, language=language)
    cited = {c for p in composition.points for s in p.sentences for c in s.cites}
    assert len(composition.points) <= points
    assert cited | {u.id for u in composition.unused} == {e.id for e in chosen}
    assert all(s.state != "unsupported" for p in composition.points for s in p.sentences)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from(["zh", "en"]))
def test_any_text_is_survived(texts: list[str], language: str) -> None:
    excerpts = [Excerpt(str(i), "", text) for i, text in enumerate(texts)]
    composition = compose("T", "", excerpts, language=language)
    assert {u.id for u in composition.unused} <= {e.id for e in excerpts}


def test_a_plan_needs_a_point() -> None:
    with pytest.raises(ValueError, match="at least one"):
        make_plan("T", "", [], 0)
