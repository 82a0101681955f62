"""The meaning guard: recall and false alarms on sets by hand and by mutation, the properties, the command."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.drafting.verify import GUARDS, Verdict, verify_sentence
from tests.bench.verifier.bench import examples
from tests.command_line import run
from tests.engine.drafting.verify_sets import Labelled, by_hand, evidence, mutated

# issue: recall and false alarms allowed per guard
_RECALL = {"number": 0.99, "entity": 0.95}
_FALSE_ALARMS = {"number": 0.02, "entity": 0.05}


def _verdict(case: Labelled) -> Verdict:
    return verify_sentence(case.sentence, [case.evidence])


def _recall(cases: tuple[Labelled, ...]) -> dict[tuple[str, str], tuple[int, int]]:
    asked: Counter[tuple[str, str]] = Counter()
    caught: Counter[tuple[str, str]] = Counter()
    for case in cases:
        if case.guard != "=":
            asked[case.language, case.guard] += 1
            caught[case.language, case.guard] += _verdict(case).state != "supported"
    return {key: (caught[key], asked[key]) for key in asked}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_errors_are_seen(language: str) -> None:
    results = _recall(tuple(c for c in by_hand() if c.language == language))
    slips = [c for c in mutated() if c.language == language]
    figures = [c for c in slips if c.guard == "number"]
    more = _recall((*figures[:: 6 if language == "zh" else 1], *[c for c in slips if c.guard != "number"][::2]))
    for guard in GUARDS:
        if guard == "support":
            continue
        pairs = [r.get((language, guard), (0, 0)) for r in (results, more)]
        caught, asked = (sum(column) for column in zip(*pairs, strict=True))
        assert asked >= 5, guard
        assert caught / asked >= _RECALL.get(guard, 0.9), (guard, caught, asked)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_true_re_expressions_pass(language: str) -> None:
    cases = [case for case in by_hand() if case.language == language and case.guard == "="]
    alarms: Counter[str] = Counter()
    for case in cases:
        alarms.update(guard for guard, state in _verdict(case).checks.items() if state != "ok")
    for guard in GUARDS:
        assert alarms[guard] / len(cases) <= _FALSE_ALARMS.get(guard, 0.08), guard


def test_free_re_expressions_pass_and_their_errors_do_not() -> None:
    folder = Path(__file__).parents[2] / "bench" / "verifier"
    found = {True: [0, 0], False: [0, 0]}
    for example in list(examples(*(folder / f"{name}.txt" for name in ("second_en", "second_zh", "fourth"))))[::9]:
        objected = verify_sentence(example.sentence, example.evidence).state != "supported"
        found[example.true][0] += objected
        found[example.true][1] += 1
    assert found[False][0] / found[False][1] >= 0.85
    assert found[True][0] / found[True][1] <= 0.12


_PORT = "该港去年卸货8.4万吨，其中矿石5.1万吨，粮食2.2万吨，其余为木材；靠港船舶1.35万艘次，比前年减少10%。"
_RENT = "Median rent was €1,150 in 2021 and €1,380 in 2024, while wages rose 9% over the same period."
_PATIENTS = "12周后治疗组有效率为83%，对照组为65%，两组共246例。"
_GRID = "Capacity reached 31.5 GW at the end of 2024, having added 6.3 GW; rooftop systems made up 42% of it."


@pytest.mark.parametrize(
    ("source", "true", "wrong"),
    [
        (_PORT, "木材约占全部卸货量的13%，即1.1万吨。", "粮食占全部卸货量的一半以上。"),
        (_PORT, "前年靠港的船舶有1.5万艘次。", "靠港船舶1.35万艘次，比前年增加10%。"),
        (_PORT, "矿石在卸货量中超过六成，是粮食的两倍有余。", "矿石在卸货量中超过七成。"),
        (_RENT, "Rent climbed by a fifth in three years.", "Median rent rose 9% between 2021 and 2024."),
        (_RENT, "Rent was €230 higher in 2024 than in 2021.", "Rent was €320 higher in 2024 than in 2021."),
        (_PATIENTS, "三个月后，治疗组的有效率比对照组高18个百分点。", "治疗组的有效率比对照组高8个百分点。"),
        (_GRID, "At the end of 2023 capacity stood at 25.2 GW.", "Capacity grew by 31.5 GW in 2024."),
        (
            "玉米收购价从年初的每斤1.02元跌到6月的0.94元。",
            "6月时玉米每吨收购价约为1,880元。",
            "玉米收购价6月跌去0.94元。",
        ),
        (
            "Zhengzhou moved from ninth place to fifth.",
            "Zhengzhou climbed four places.",
            "Zhengzhou climbed five places.",
        ),
    ],
)
def test_figures_that_follow_pass_and_those_that_do_not_are_seen(source: str, true: str, wrong: str) -> None:
    verdict = verify_sentence(true, [source])
    assert verdict.checks["number"] == "ok", verdict.reasons
    assert verify_sentence(wrong, [source]).state != "supported"


def test_the_sets_are_large_enough() -> None:
    assert len(by_hand()) + len(mutated()) >= 600


@pytest.mark.parametrize("text", [text for _, text in evidence()][::2])
def test_a_sentence_supports_itself(text: str) -> None:
    assert verify_sentence(text, [text]).state == "supported"


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("市场规模为1.28万亿元。", "市场规模为12800亿元。"),
        ("市场规模为１２８００亿元。", "市场规模为12800亿元。"),
        ("出口占比为三成。", "出口占比为30%。"),
        ("該設備的市場規模同比增長12.3%。", "该设备的市场规模较上年同期上升12.3%。"),
        ("由于需求疲软，钢材价格下降。", "钢材价格下降，其原因在于需求疲软。"),
        ("该标准适用于橡胶、陶瓷和玻璃。", "该标准适用于玻璃、橡胶、陶瓷。"),
        ("国产品牌包括甲牌、乙牌和丙牌三个。", "国产品牌包括甲牌、乙牌和丙牌。"),
        ("The rate rose from 12% to 15%, a gain of 3 percentage points.", "The rate rose from 12% to 15%."),
    ],
)
def test_exact_re_expressions(sentence: str, source: str) -> None:
    verdict = verify_sentence(sentence, [source])
    assert verdict.state == "supported", verdict.reasons


def test_details_speak_the_language_of_the_sentence_and_show_both_sides() -> None:
    zh = verify_sentence("市场规模为125亿元。", ["市场规模为152亿元。"])
    en = verify_sentence("The market was worth 125 million euros.", ["The market was worth 152 million euros."])
    assert (zh.state, en.state) == ("unsupported", "unsupported")
    assert "125亿元" in zh.reasons[0].detail
    assert "152亿元" in zh.reasons[0].detail
    assert "not in the cited evidence" in en.reasons[0].detail


def test_the_glossary_needs_no_evidence() -> None:
    source = ["该方案已在三家医院试用。"]
    assert verify_sentence("该TAVR方案已在三家医院试用。", source).checks["entity"] == "fail"
    assert verify_sentence("该TAVR方案已在三家医院试用。", source, glossary=["TAVR"]).state == "supported"


def test_evidence_from_several_excerpts_is_joined() -> None:
    sources = ["甲省2023年新建医院12家。", "乙省2023年关闭医院3家。"]
    assert verify_sentence("2023年，甲省新建医院12家，乙省关闭医院3家。", sources).state == "supported"
    assert verify_sentence("2023年，甲省新建医院3家，乙省关闭医院12家。", sources).state == "unsupported"


def test_no_evidence_supports_nothing() -> None:
    assert verify_sentence("市场在增长。", []).state == "unsupported"
    assert verify_sentence("市场在增长。", ["  "]).state == "unsupported"
    assert verify_sentence("", ["市场在增长。"]).state == "unsupported"


def test_another_language_is_at_best_doubtful() -> None:
    assert verify_sentence("市场规模为5亿美元。", ["The market was worth $500 million."]).state == "check"
    assert verify_sentence("市场规模为6亿美元。", ["The market was worth $500 million."]).state == "unsupported"


_PIECES = st.lists(
    st.sampled_from("市场 规模 2023年 增长 下降 12% 不 可能 部分 由于 企业 对 美国 。 ， the market rose by 5 percent not may some because".split()),
    max_size=12,
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(_PIECES, st.lists(_PIECES, max_size=2))
def test_any_text_gets_a_verdict(words: list[str], sources: list[list[str]]) -> None:
    verdict = verify_sentence(" ".join(words), [" ".join(s) for s in sources])
    assert set(verdict.checks) == set(GUARDS)
    assert set(verdict.checks.values()) <= {"ok", "check", "fail"}
    expected = (
        "unsupported"
        if "fail" in verdict.checks.values()
        else "check"
        if "check" in verdict.checks.values()
        else "supported"
    )
    assert verdict.state == expected
    assert bool(verdict.reasons) == (verdict.state != "supported")


def test_the_command_prints_one_verdict_per_line(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    rows = [
        {"sentence": "占比为30%。", "evidence": ["占比为三成。"]},
        {"sentence": "占比为40%。", "evidence": ["占比为三成。"]},
    ]
    file.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    done = run("verify", file, "--json")
    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert (done.returncode, first["state"], first["reasons"]) == (0, "supported", [])
    assert second["state"] == "unsupported"
    assert second["reasons"][0]["guard"] == "number"


@pytest.mark.parametrize("bad", ["{", '{"sentence": 1, "evidence": []}', '{"sentence": "x", "evidence": "y"}'])
def test_the_command_names_a_malformed_line(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"sentence": "x", "evidence": ["x"]}\n' + bad + "\n", "utf-8")
    done = run("verify", file, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "line 2" in done.stderr
