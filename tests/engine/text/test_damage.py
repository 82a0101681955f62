"""Pages hurt by the forward model of the bench: how much comes back, and that nothing else changes."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.byteshift import find_shifts
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.reading import build_reading_text
from tests.bench.damage.bench import score
from tests.bench.damage.forward import Decoder, damage
from tests.engine.text.samples import ENGLISH, SIMPLIFIED

TEXT = opencc.OpenCC("s2t").convert(SIMPLIFIED)


@lru_cache(maxsize=8)
def measured(decoder: Decoder) -> Counter[tuple[str, str]]:
    return score(damage(TEXT, decoder=decoder, apart=12, seed=1))[0]


@pytest.mark.parametrize("decoder", list(Decoder))
def test_hurt_places_come_back(decoder: Decoder) -> None:
    counts = measured(decoder)
    assert counts["annotation", "places"] > 150
    assert counts["annotation", "first"] >= 0.98 * counts["annotation", "places"]
    assert counts["straddle", "places"] >= 10
    assert counts["straddle", "three"] >= 0.9 * counts["straddle", "places"]
    assert counts["straddle", "wrong"] <= 1
    assert counts["intact", "changed"] == 0


def test_few_annotations_far_apart_are_seen_for_what_they_are() -> None:
    page = damage(TEXT, kinds=("annotation",), dense=False, apart=60)
    counts, _ = score(page)
    assert counts["annotation", "places"] >= 5
    assert counts["annotation", "first"] == counts["annotation", "places"]


def test_rows_of_stops_come_back_on_a_page_that_writes_them() -> None:
    text = "這家店的服務很好！！！無論什麼時候去都不用排隊！！！！館員說設備需要更新！！價錢還算公道。。。總體而言值得推薦！！！"
    page = damage(text + TEXT[:300] + text, kinds=("annotation", "cut"), apart=12)
    counts, _ = score(page)
    assert counts["cut", "places"] >= 6
    assert counts["cut", "first"] >= 0.8 * counts["cut", "places"]


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1000), st.sampled_from(list(Decoder)))
def test_every_repair_says_what_the_original_says_in_its_place(seed: int, decoder: Decoder) -> None:
    start = seed % (len(TEXT) - 200)
    page = damage(TEXT[start : start + 200], decoder=decoder, apart=5, seed=seed)
    reading = build_reading_text(Extraction((ExtractedBlock(page.shown),)))
    for repair in reading.repairs:
        if repair.kind in {"annotation", "byteshift"}:
            a, b = reading.offset_map.to_original(repair.start, repair.end)
            assert repair.before in page.shown[a:b] or page.shown[a:b] in repair.before


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from([*SIMPLIFIED, *TEXT, *ENGLISH, "?", "？", "(", ")", "\n"]), max_size=120).map("".join))
def test_without_a_scrapers_annotation_question_marks_stay(text: str) -> None:
    assert find_shifts(text) == []
