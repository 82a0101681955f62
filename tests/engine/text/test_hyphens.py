"""Words cut at line ends: compounds keep their hyphen, hyphenated words lose it."""

from __future__ import annotations

import pytest

from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.hyphens import keeps_hyphen
from synthesis.engine.text.reading import build_reading_text

COMPOUNDS = """
sixty-five twenty-first ninety-nine forty-second self-esteem self-regulation well-known well-being long-term short-term
high-quality low-income evidence-based community-based technology-driven user-friendly decision-making policy-making
cost-effective labour-intensive time-consuming five-year two-thirds three-dimensional cross-sectional cross-border
so-called large-scale small-sized full-time part-time state-owned government-funded age-adjusted double-blind
drought-resistant energy-efficient world-class risk-averse data-driven peer-reviewed all-cause half-hour first-year
co-author non-linear carbon-neutral high-speed market-oriented
""".split()
HYPHENATED = """
infor-mation govern-ment develop-ment sta-tistics tech-nology state-ment short-age part-ner part-nership second-ary
high-light high-way data-base data-set world-wide time-table soft-ware hard-ware so-cial so-ciety so-lution ex-ample
ex-pect ex-port ten-sion ten-dency low-er long-er high-est cost-ly self-ish six-teen seven-teen four-teen sixty-fold
inter-dependent inter-related in-dependent in-effective over-time under-standing some-time any-way every-day
with-out through-out there-by child-hood child-ren health-care import-ant import-ance multi-ple semi-nar mid-dle
all-ow house-hold life-time work-force net-work base-line down-load broad-cast wide-spread real-ity hand-book
para-meter mea-sure con-text ap-pear com-munity univer-sity popula-tion sig-nificant per-cent rela-tionship
open-ing model-ing light-ing test-ing hos-pital indus-try en-ergy per-formance classi-fication
""".split()


@pytest.mark.parametrize("word", COMPOUNDS)
def test_compounds_keep_it(word: str) -> None:
    head, _, tail = word.partition("-")
    assert keeps_hyphen(head, tail)


@pytest.mark.parametrize("word", HYPHENATED)
def test_hyphenated_words_lose_it(word: str) -> None:
    head, _, tail = word.partition("-")
    assert not keeps_hyphen(head, tail)


def test_in_a_wrapped_text() -> None:
    lines = [
        "The committee met in the spring and found that about sixty-",
        "five members of the parish had read the report on the infor-",
        "mation that the county gathers every year from its long-",
        "term residents, and that most of them wished for some bet-",
        "ter account of how the money of the common fund is used.",
    ]
    reading = build_reading_text(Extraction((ExtractedBlock("\n".join(lines)),)))
    assert "about sixty-five members" in reading.text
    assert "the information that" in reading.text
    assert "its long-term residents" in reading.text
    assert "some better account" in reading.text
