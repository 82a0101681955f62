"""What the report finds, calls by which name, and counts for whom."""

from __future__ import annotations

import io
import random

import numpy as np
import opencc
import pytest

from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.overlap.report import NamedCorpus, OverlapSettings, SourceText, compare
from synthesis.engine.overlap.result import Match, OverlapResult
from tests.engine.overlap.recount import check
from tests.engine.overlap.samples import BICYCLES, LIGHTHOUSES, TEA, text


def report(draft: str, *sources: str, settings: OverlapSettings | None = None) -> OverlapResult:
    named = {f"s{i}": source for i, source in enumerate(sources)}
    result = compare(draft, [SourceText(name, source) for name, source in named.items()], settings=settings)
    check(result.to_json(), draft, named)
    return result


def only(result: OverlapResult) -> Match:
    assert len(result.matches) == 1
    return result.matches[0]


def planted(passage: str) -> tuple[str, int]:
    """A draft about tea with a passage in its middle, and where it begins."""
    before = text(TEA[:4])
    return before + passage + text(TEA[4:]), len(before)


def edited(passage: str, rate: float, seed: int = 1) -> str:
    rng = random.Random(seed)
    spare = text(LIGHTHOUSES).split() if " " in passage else list("春夏秋冬山水风云日月")
    units = passage.split(" ") if " " in passage else list(passage)
    out = [rng.choice(spare) if rng.random() < rate else unit for unit in units]
    return (" " if " " in passage else "").join(out)


SOURCE = text(BICYCLES)
PASSAGE = text(BICYCLES[2:5])


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda p: p, "verbatim"),
        (lambda p: opencc.OpenCC("s2t").convert(p), "verbatim"),
        (lambda p: p.replace("，", ", ").replace("。", ".\n"), "verbatim"),
        (lambda p: edited(p, 0.1), "edited"),
        (lambda p: edited(p, 0.2), "edited"),
        (lambda p: text([BICYCLES[4], BICYCLES[2], BICYCLES[3]]), "reordered"),
        (lambda p: BICYCLES[2] + BICYCLES[4], "edited"),
    ],
)
def test_a_passage_is_found_and_named(make, kind: str) -> None:
    passage = make(PASSAGE)
    draft, at = planted(passage)
    match = only(report(draft, SOURCE))
    assert match.kind == kind
    assert abs(match.draft[0] - at) <= 3
    assert abs(match.draft[1] - at - len(passage)) <= 3
    start = SOURCE.index(PASSAGE)
    assert abs(match.span[0] - start) <= 3
    assert abs(match.span[1] - start - len(PASSAGE)) <= 3


def test_conversion_of_script_is_told_apart() -> None:
    draft, _ = planted(opencc.OpenCC("s2t").convert(PASSAGE))
    assert only(report(draft, SOURCE)).converted
    draft, _ = planted(PASSAGE)
    assert not only(report(draft, SOURCE)).converted


def test_english_is_compared_by_words() -> None:
    passage = " ".join(LIGHTHOUSES[3:6])
    source = " ".join(LIGHTHOUSES)
    draft = f"Nobody asked for this report. {edited(passage, 0.15, 3)} It was filed away under boats."
    match = only(report(draft, source))
    assert match.kind == "edited"
    assert draft[match.draft[0] :].startswith("A committee")
    assert draft[: match.draft[1]].endswith("piano.")


def test_an_english_excerpt_that_leaves_sentences_out_is_one_passage() -> None:
    match = only(report(f"{LIGHTHOUSES[0]} {LIGHTHOUSES[4]}", text(LIGHTHOUSES)))
    assert match.span == (0, len(text(LIGHTHOUSES[:5])))


def test_a_rewritten_sentence_is_called_a_paraphrase() -> None:
    rewritten = "在三处台阶旁加装引导槽，是规划院针对老城区坡道上推车步行者众多提出的建议。"
    draft, at = planted(rewritten)
    match = only(report(draft, SOURCE))
    assert match.kind in {"paraphrase", "reordered"}
    assert match.draft[0] == at
    assert report(draft, SOURCE, settings=OverlapSettings(paraphrases=False)).ratio <= match_ratio(draft, rewritten)


def match_ratio(draft: str, passage: str) -> float:
    return len(passage) / len(draft)


def test_two_sentences_too_faint_alone_are_found_together() -> None:
    source = (
        "河道清淤以后，施工队在岸坡上铺了一层生态袋，袋里装的是原河床的底泥和草籽。"
        "三个月后草长满了坡面，暴雨冲刷时流失的泥沙只有裸坡的五分之一。"
    )
    one = "岸坡靠生态袋固土：把清出来的底泥拌上草籽装袋铺好，一季之后坡上长满了草。"
    two = "同样的暴雨下，它跑掉的泥沙仅是没有防护的坡面的两成。"
    around = text(TEA[:3]), text(TEA[3:6])
    assert not report(around[0] + one + around[1], source).matches
    match = only(report(around[0] + one + two + around[1], source))
    assert (match.kind, match.draft) == ("paraphrase", (len(around[0]), len(around[0] + one + two)))


def test_what_was_said_anew_with_few_of_its_words_is_found_by_its_rare_characters() -> None:
    source = (
        "制陶作坊的师傅不量窑温，只看窑口火焰的颜色：橙里透白时添最后一把柴，火苗收拢成针时封窗。"
        "徒弟用热电偶核对了一整季，两种办法得出的封窑时刻相差不到十分钟。"
    )
    anew = (
        "该不该封窑，老师傅凭的是眼力——火舌细得像针就是时候，在那之前，焰色由橙泛白便投下末次柴火。"
        "有位学徒不放心，接上热电偶比了一季，发现仪器给出的时间跟师傅的至多差十分钟。"
    )
    other = (
        "釉料里加入草木灰以后，流动性变大，烧成时容易在器底积成一圈。"
        "匠人把坯体的底足修高，留出两指宽不上釉，避免与匣钵在窑里粘在一起。"
    )
    around = text(TEA[:3]), text(TEA[3:6])
    match = only(report(around[0] + anew + around[1], source + SOURCE))
    assert (match.kind, match.span) == ("paraphrase", (0, len(source)))
    assert match.draft == (len(around[0]), len(around[0] + anew))
    assert not report(around[0] + other + around[1], source + SOURCE).matches


def test_unrelated_texts_share_nothing() -> None:
    assert report(text(TEA), SOURCE, " ".join(LIGHTHOUSES)).matched == 0


def test_what_a_whole_class_copied_does_not_vanish() -> None:
    copies = [edited(PASSAGE, 0.15, seed) + TEA[seed % len(TEA)] * 3 for seed in range(40)]
    draft, _ = planted(edited(PASSAGE, 0.15, 99))
    result = report(draft, *copies)
    assert result.matched >= 0.9 * len(PASSAGE)
    assert sum(len(match.alternatives) for match in result.matches) >= 25


def test_shares_of_sources_sum_to_the_total() -> None:
    draft, _ = planted(text(BICYCLES[1:8]))
    result = report(draft, text(BICYCLES[:5]), text(BICYCLES[3:]), text(LIGHTHOUSES))
    assert sum(source.matched for source in result.sources) == result.matched
    assert [source.number for source in result.sources][-1] == 2
    assert result.sources[-1].matched == 0


def test_a_cited_quotation_is_counted_apart_and_left_out_on_request() -> None:
    quote = BICYCLES[3][:-1]
    draft = text(TEA[:3]) + f"“{quote}”[12]。" + TEA[5] + BICYCLES[7]
    result = report(draft, SOURCE)
    assert [match.kind for match in result.matches] == ["quoted", "verbatim"]
    assert result.ratio_uncited < result.ratio
    without = report(draft, SOURCE, settings=OverlapSettings(exclude_quotes=True))
    assert [match.kind for match in without.matches] == ["verbatim"]
    assert [match.kind for match in without.excluded] == ["quoted"]
    assert without.ratio == result.ratio_uncited


def test_quotation_marks_without_a_citation_excuse_nothing() -> None:
    draft = text(TEA[:3]) + f"“{BICYCLES[3][:-1]}”，他们说。" + TEA[5]
    assert only(report(draft, SOURCE)).kind == "verbatim"


def test_the_reference_list_can_be_left_out() -> None:
    listed = "[1] 林某某. 城市慢行系统与共享交通治理研究[J]. 道路与车辆, 2021, 14(3): 55-61."
    draft, source = text(TEA) + f"\n参考文献\n{listed}\n", SOURCE + f"\n参考文献\n{listed}\n"
    assert report(draft, source).matched > 0
    assert report(draft, source, settings=OverlapSettings(exclude_references=True)).matched == 0


def test_set_phrases_are_no_evidence_and_shown_apart() -> None:
    phrases = "综上所述，差异有统计学意义，为此奠定了坚实的基础。"
    result = report(TEA[0] + phrases + TEA[1], BICYCLES[0] + phrases + BICYCLES[1])
    assert result.matched == 0
    assert [match.kind for match in result.excluded] == ["common"]
    assert report("三组差异有统计学意义，" + TEA[0], BICYCLES[0] + "两年差异有统计学意义。").matched == 0
    assert report(phrases, phrases).ratio == 1.0


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "随着经济社会的快速发展，" + TEA[0] + "国家发展改革委、财政部、工业和信息化部先后发文。",
            "近年来，随着经济社会的快速发展，" + BICYCLES[0] + "国家发展改革委、财政部、工业和信息化部联合调研。",
        ),
        ("以P＜0.05为差异有统计学意义。" + TEA[2], BICYCLES[1] + "P＜0.05表示差异有统计学意义。"),
        ("It should be noted that " + LIGHTHOUSES[0], "It should be noted that " + LIGHTHOUSES[4].lower()),
        (  # names of a body, and of devices with their abbreviations
            "由于时间所限，调查组选取江州云帆精密仪器制造有限公司作为个案。其产品有激光共聚焦显微镜（LCM）、扫描探针显微镜（SPM）等。",
            "近五年以江州云帆精密仪器制造有限公司为首的厂商进步很快。高端仪器如扫描探针显微镜(SPM)、激光共聚焦显微镜(LCM)仍靠进口。",
        ),
        (TEA[3] + TEA[4], "茶叶质量检测中心每年抽检合作社样品，结果在县里公示，合格率逐年提高。"),
    ],
)
def test_what_everybody_writes_is_not_marked(draft: str, source: str) -> None:
    assert report(draft, source).matched == 0


def test_similar_wording_in_half_of_a_sentence_is_found() -> None:
    draft = (
        TEA[0]
        + "有人主张另起炉灶，但坏车的停放时间平均由六天缩到了十九小时，靠的是搬进地铁站边旧报亭的维修点。"
        + TEA[1]
    )
    match = only(report(draft, SOURCE))
    assert match.kind in {"paraphrase", "reordered"}
    assert SOURCE[slice(*match.span)] == BICYCLES[1]


def test_a_least_run_leaves_matches_out() -> None:
    draft, _ = planted(edited(PASSAGE, 0.2))
    longest = only(report(draft, SOURCE)).longest_run
    assert report(draft, SOURCE, settings=OverlapSettings(min_run=longest)).matched
    result = report(draft, SOURCE, settings=OverlapSettings(min_run=longest + 1))
    assert result.matched == 0
    assert len(result.excluded) == 1


def test_prepared_texts_give_the_same_report_and_can_be_stored() -> None:
    draft, _ = planted(PASSAGE)
    file = io.BytesIO()
    np.savez(file, **prepare(SOURCE).arrays())
    file.seek(0)
    with np.load(file) as stored:
        source = PreparedText.from_arrays(stored)
    named = NamedCorpus([SourceText("s0", source)])
    assert compare(prepare(draft), named) == report(draft, SOURCE)


def test_arrays_of_another_version_are_refused() -> None:
    arrays = prepare("茶").arrays()
    arrays["version"] = np.array(0)
    with pytest.raises(ValueError, match="another version"):
        PreparedText.from_arrays(arrays)


def test_no_sources_and_no_draft() -> None:
    assert report("").ratio == 0.0
    assert report("茶").ratio == 0.0
    assert report("", SOURCE).ratio == 0.0
    assert report("……！", SOURCE, "").ratio == 0.0


@pytest.mark.parametrize("unit", ["中", "a", "abc ", "天地玄黄", "一二三四五六七八九十，"])
def test_endless_repetition_ends(unit: str) -> None:
    size = 100_000 // len(unit)
    assert report_fast(unit * size, unit * size).ratio == 1.0
    assert report_fast(unit * size, unit * (size - 7)).ratio > 0.99


def report_fast(draft: str, source: str) -> OverlapResult:
    return compare(draft, [SourceText("s", source)])


def test_a_sentence_used_twice_is_found_twice() -> None:
    draft = BICYCLES[2] + TEA[0] + TEA[1] + BICYCLES[2]
    result = report(draft, SOURCE)
    assert [match.kind for match in result.matches] == ["verbatim", "verbatim"]
    assert [draft[slice(*match.draft)] for match in result.matches] == [BICYCLES[2]] * 2


def test_an_image_address_is_nobodys_words() -> None:
    line = "![](https://pictures.example.org/reports/2024/spring/harbour-district/cycling/figure-0172.png)"
    assert report(TEA[0] + line + TEA[1], BICYCLES[0] + line + BICYCLES[1]).matched == 0
    assert report(TEA[0] + line + TEA[1], TEA[0] + line + TEA[1]).ratio == 1.0


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Slate covers the terminal, for in 1987 a storm had taken its roof.", True),
        ("Slate from Wales was landed at the ferry quay for the roofs of a growing town.", False),
    ],
)
def test_a_short_english_sentence_said_anew(said: str, found: bool) -> None:
    source = "The ferry terminal lost its roof in the gale of 1987 and was rebuilt with salvaged slate."
    result = report(f"{LIGHTHOUSES[0]} {said}", f"{source} {LIGHTHOUSES[4]}")
    assert [match.kind for match in result.matches] == ["paraphrase"] * found
