"""Sketches tell like texts from unlike ones, whatever their lengths, and name equal ones."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.overlap.prepared import prepare
from synthesis.engine.sketch import Sketch, containment, containments, sketch_of
from tests.engine.text.samples import SIMPLIFIED


def text_of(seed: int, length: int) -> str:
    source = random.Random(seed)
    return "".join(chr(0x4E00 + source.randrange(4000)) for _ in range(length))


def sketch(text: str) -> Sketch:
    return sketch_of(prepare(text))


@given(st.integers(0, 10**6), st.sampled_from([300, 2_000, 12_000]), st.integers(0, 10))
@settings(max_examples=12, deadline=None)
def test_the_estimate_is_near_the_share_that_was_taken(seed: int, length: int, tenths: int) -> None:
    whole = text_of(seed, length)
    part = whole[: length * tenths // 10] + text_of(seed + 1, length - length * tenths // 10)
    assert containment(sketch(whole), sketch(part)) == pytest.approx(tenths / 10, abs=0.16)


def test_a_short_text_inside_a_long_one_is_told() -> None:
    long = text_of(1, 60_000)
    assert containment(sketch(long[20_000:21_500]), sketch(long)) > 0.9
    assert containment(sketch(text_of(2, 1_500)), sketch(long)) < 0.1


def test_together_is_as_one_by_one_and_both_ways() -> None:
    texts = [text_of(n % 4, 500 + 700 * n) for n in range(8)] + ["", "短"]
    one = sketch(texts[3])
    others = [sketch(text) for text in texts]
    together = containments(one, others).tolist()
    assert together == [containment(one, other) for other in others]
    assert together == [containment(other, one) for other in others]
    assert together[3] == 1.0
    assert together[-2:] == [0.0, 0.0]


def test_script_width_and_punctuation_are_no_difference() -> None:
    other = SIMPLIFIED.replace("，", ", ").replace("2", "２")
    assert other != SIMPLIFIED
    assert sketch(other).same_text(sketch(SIMPLIFIED))
    assert not sketch(SIMPLIFIED[:-8]).same_text(sketch(SIMPLIFIED))
    assert not sketch("").same_text(sketch("…"))


def test_bytes_and_back() -> None:
    one = sketch(text_of(5, 3_000))
    again = Sketch.from_bytes(one.to_bytes())
    assert (again.digest, again.counted, again.below) == (one.digest, one.counted, one.below)
    assert again.hashes.tolist() == one.hashes.tolist()
    assert len(one.to_bytes()) < 2_000
    with pytest.raises(ValueError, match="not a sketch"):
        Sketch.from_bytes(b"")
    with pytest.raises(ValueError, match="another version"):
        Sketch.from_bytes(b"\0" * 64)
