"""Scrapers' pinyin goes; every other bracket stays."""

from __future__ import annotations

import pytest

from synthesis.engine.text.annotations import find_annotations
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


def test_a_scraped_page_is_clean_again() -> None:
    page = scrape(TRADITIONAL, cuts=0.0, straddles=False)
    assert page.annotations > 100
    assert len(find_annotations(page.shown)) == page.annotations
