"""The whole way without a browser or a database: which sentences it tags, and what the command writes."""

from __future__ import annotations

import csv
import itertools
import json
import zipfile
from pathlib import Path

import pytest

from synthesis.engine.drafting.evidence.units import language_of
from synthesis.engine.suggest import HeadingDescription
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import ReadingText, build_reading_text
from synthesis.exchange.whole_way import synthesize, tag_suggestions
from synthesis.exchange.whole_way_choice import Candidate, choose, worth_tagging
from tests.command_line import run, run_process

BATTERIES = """固态电池以固态电解质代替电解液，安全性较高，被认为是下一代动力电池的重要方向之一。目前主要技术路线包括硫化物、氧化物和聚合物三类。

青禾能源于2024年3月建成首条半固态电池中试线，设计年产能为0.6GWh，样品能量密度达到360Wh/kg。随着智能制造技术的应用，电池企业普遍采用数字孪生系统监测涂布和叠片工序。

由于固态电解质与电极之间的界面接触较差，电池在长期循环后容量衰减明显，这是制约其产业化的关键因素。
"""
ROBOTS = """手术机器人的定位精度已达到0.1毫米，国产机型的导航算法与进口产品相比仍有差距。北辰科技在2023年推出单孔手术机器人，并完成了86例临床试验。

人工智能算法可以自动勾画病灶轮廓，将阅片时间由平均12分钟缩短到4分钟。核心减速器仍主要依赖进口，这推高了整机成本。
"""


def reading(text: str) -> ReadingText:
    return build_reading_text(Extraction((ExtractedBlock(text),)))


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = []
    for name, text in (("batteries.txt", BATTERIES), ("robots.txt", ROBOTS)):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        paths.append(str(path))
    return paths


def test_the_command_writes_the_section_with_its_evidence(files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = run("synthesize", *files, "--out", str(out), "--headings", "T", "--points", "2", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["provider"] == "rules"
    written = {path.name for path in out.iterdir()}
    assert {"report.md", "report.docx", "overlap.json", "overlap.html", "evidence.csv", "run.json"} <= written
    texts = [BATTERIES, ROBOTS]
    with (out / "evidence.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    for row in rows:
        assert any(row["excerpt"] in text for text in texts)


def test_a_zip_is_the_documents_it_holds_and_equal_names_are_told_apart(files: list[str], tmp_path: Path) -> None:
    bundle = tmp_path / "both.zip"
    with zipfile.ZipFile(bundle, "w") as package:
        package.writestr("a/text.txt", BATTERIES)
        package.writestr("b/text.txt", ROBOTS)
    done = run("synthesize", str(bundle), "--out", str(tmp_path / "out"), "--headings", "T", "--json")
    assert done.returncode == 0, done.stderr
    names = [one["file"] for one in json.loads(done.stdout)["files"]]
    assert names == [f"{bundle}/a/text.txt", f"{bundle}/b/text.txt"]
    assert run("synthesize", files[0], files[0], "--out", str(tmp_path / "out")).returncode == 2


def test_the_same_files_give_the_same_section(files: list[str], tmp_path: Path) -> None:
    """In this process and in another one, whose hashes of words are others."""
    reports = []
    for name, call in (("one", run), ("two", run_process)):
        assert call("synthesize", *files, "--out", str(tmp_path / name), "--headings", "T").returncode == 0
        reports.append((tmp_path / name / "report.md").read_bytes())
    assert reports[0] == reports[1]


@pytest.mark.parametrize("points", ["0", "7"])
def test_a_wrong_number_of_points_is_refused(files: list[str], tmp_path: Path, points: str) -> None:
    assert run("synthesize", *files, "--out", str(tmp_path / "out"), "--points", points).returncode == 2


@pytest.mark.parametrize(
    "text",
    [
        "目录",
        "这一趋势在未来几年内还将进一步得到强化和延续。",
        "图3 全球手术机器人市场规模及增速情况预测图",
        "短句而已。",
        "在产业引导方面，主管部门在2021年前后明确提出。",
        "年份2019数量12占比3%2020数量15占比4%2021数量18占比5%2022数量21占比6%2023数量29占比9%。",
    ],
)
def test_what_nobody_would_tag(text: str) -> None:
    assert not worth_tagging(text)


def test_what_a_person_would_tag() -> None:
    assert worth_tagging("北辰科技在2023年推出单孔手术机器人，并完成了86例临床试验。")
    assert worth_tagging(
        "Solid electrolytes replace liquid ones, which makes the cells safer but also harder to build."
    )


def test_a_sentence_is_not_chosen_twice_and_sources_take_turns() -> None:
    told = "手术机器人的定位精度已达到0.1毫米，国产机型与进口产品相比仍有差距。"
    other = "固态电池的界面接触较差，长期循环之后容量衰减明显，制约了产业化。"
    candidates = [Candidate(0, 0, 30, told, 0.9), Candidate(1, 0, 30, told, 0.8), Candidate(1, 40, 70, other, 0.7)]
    chosen = choose(candidates, most=3, per_source=2)
    assert [c.text for c in chosen].count(told) == 1
    assert {c.source for c in chosen} == {0, 1}
    assert len(choose(candidates, most=1, per_source=2)) == 1


def test_excerpts_are_exact_spans_and_neighbours_are_one() -> None:
    readings = [reading(text) for text in (BATTERIES, ROBOTS)]
    headings = [HeadingDescription("T", "技术", "技术 研发 算法 精度 电池 机器人 工艺")]
    tagged = tag_suggestions(readings, headings)
    assert len(tagged) > 2
    for excerpt in tagged:
        assert readings[excerpt.source].text[excerpt.start : excerpt.end] == excerpt.text
    for first, second in itertools.pairwise(tagged):
        if first.source == second.source:
            between = readings[first.source].text[first.end : second.start]
            assert first.end <= second.start
            assert between.strip() or "\n" in between


def test_every_sentence_of_the_draft_rests_on_tagged_excerpts() -> None:
    readings = [reading(text) for text in (BATTERIES, ROBOTS)]
    headings = [HeadingDescription("T", "技术", "技术 研发 算法 精度 电池 机器人 工艺")]
    made = synthesize(["a", "b"], readings, headings, points=2, language=language_of(BATTERIES))
    known = {e.id for e in made.excerpts}
    assert made.compositions["T"].points
    for composition in made.compositions.values():
        for point in composition.points:
            assert point.sentences
            assert all(s.cites and set(s.cites) <= known and s.state != "unsupported" for s in point.sentences)
