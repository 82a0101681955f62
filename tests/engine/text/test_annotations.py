"""Scrapers' pinyin goes; every other bracket stays."""

from __future__ import annotations

import random

import pytest

from synthesis.engine.text.annotations import find_annotations
from synthesis.engine.text.byteshift import find_shifts
from tests.engine.text.samples import ENGLISH, SIMPLIFIED, TRADITIONAL, TRAPS
from tests.engine.text.scraper import scrape


def cleaned(text: str) -> str:
    out, at = [], 0
    for found in find_annotations(text):
        out.append(text[at : found.start])
        at = found.end
    return "".join(out) + text[at:]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("產(chǎn)業(yè)", "產業"),
        ("醫（yī）療", "醫療"),
        ("(數(shù)據(jù)來源:館員)", "(數據來源:館員)"),
        ("产(chǎn)业(yè)规(guī)划", "产业规划"),
        ("行(háng)業(yè)與執(zhí)行(xíng)", "行業與執行"),
        ("產(chan)品", "產(chan)品"),
        ("產(yè)品", "產(yè)品"),
        ("產(CT)品", "產(CT)品"),
    ],
)
def test_removes_only_readings_of_the_character_before(shown: str, meant: str) -> None:
    assert cleaned(shown) == meant


@pytest.mark.parametrize("text", [*TRAPS, SIMPLIFIED, TRADITIONAL, ENGLISH])
def test_intact_text_stays(text: str) -> None:
    assert find_annotations(text) == []


GLOSSES = (
    "山东单(shàn)县的图书馆。",
    "重(chóng)庆与朴(piáo)先生来信。",
    "經510(k)審批，配有(CT)與(MRI)。",
    "單(shàn)縣來信。",
    "见表(a)、(b)和式(e)。",
    "姓仇(qiú)的馆员，姓解(xiè)的读者，姓区(ōu)的保安，姓查(zhā)的司机。",
    "什么?没有!",
)


@pytest.mark.parametrize("base", [SIMPLIFIED, TRADITIONAL, ENGLISH])
def test_a_long_text_keeps_every_bracket_its_author_wrote(base: str) -> None:
    rng = random.Random(7)
    lines = [line for line in base.split("\n") if line]
    pieces: list[str] = []
    while sum(map(len, pieces)) < 70_000:
        pieces += [rng.choice(lines), rng.choice([*GLOSSES, *TRAPS]), rng.choice(lines)]
    text = "\n".join(pieces)
    assert find_annotations(text) == []
    assert find_shifts(text) == []


@pytest.mark.parametrize("gloss", GLOSSES)
def test_one_gloss_in_a_short_text_stays(gloss: str) -> None:
    for base in (SIMPLIFIED, TRADITIONAL):
        assert find_annotations(base[:200] + gloss) == []


def test_a_scraped_part_of_a_longer_page_is_cleaned() -> None:
    page = scrape(TRADITIONAL[:150], cuts=0.0, straddles=False)
    assert page.annotations > 8
    assert len(find_annotations(ENGLISH * 20 + page.shown + ENGLISH * 20)) == page.annotations


def test_a_scraped_page_is_clean_again() -> None:
    page = scrape(TRADITIONAL, cuts=0.0, straddles=False)
    assert page.annotations > 100
    assert len(find_annotations(page.shown)) == page.annotations
