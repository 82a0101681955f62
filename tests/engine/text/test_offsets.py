"""Offset maps are exact: every span of the text finds its origin and comes back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.text.offsets import Edit, OffsetMap, apply_edits

ALPHABET = "a文é\u0301\U0001f600\U00020000\r\n (x)"


@st.composite
def edited(draw: st.DrawFn, source: str | None = None) -> tuple[str, list[Edit]]:
    text = source if source is not None else draw(st.text(ALPHABET, max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(a, b, draw(st.text("甲乙b", max_size=max(0, b - a)))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, edits


@given(edited())
def test_applies_edits_like_slicing(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    result, _ = apply_edits(text, edits)
    expected, at = "", 0
    for edit in edits:
        expected += text[at : edit.start] + edit.after
        at = edit.end
    assert result == expected + text[at:]


@given(edited(), st.data())
def test_spans_come_back_through_two_stages(case: tuple[str, list[Edit]], data: st.DataObject) -> None:
    original, edits = case
    middle, first = apply_edits(original, edits)
    _, more = data.draw(edited(middle))
    text, second = apply_edits(middle, more)
    both = second.compose(first)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = both.to_original(start, end)
    assert 0 <= low <= high <= len(original)
    if start < end:
        assert both.to_text(low, high) == (start, end)
        # The composed map says what the two stages say one after the other.
        assert (low, high) == first.to_original(*second.to_original(start, end))


@given(edited())
def test_untouched_characters_keep_their_own_origin(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    result, offset_map = apply_edits(text, edits)
    restored = OffsetMap(offset_map.segments, len(result), len(text))
    for place, char in enumerate(text):
        if not any(e.start <= place < e.end for e in edits):
            start, end = restored.to_text(place, place + 1)
            assert result[start:end] == char


def test_removed_text_maps_to_an_empty_span() -> None:
    text, offset_map = apply_edits("醫(yī)療", [Edit(1, 5, "")])
    assert text == "醫療"
    assert offset_map.to_text(1, 5) == (1, 1)
    assert offset_map.to_original(1, 2) == (5, 6)
    assert offset_map.to_original(0, 2) == (0, 6)


def test_refuses_spans_outside_and_overlapping_edits() -> None:
    with pytest.raises(ValueError, match="not inside"):
        OffsetMap.identity(3).to_original(2, 4)
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abc", [Edit(0, 2, ""), Edit(1, 3, "")])
