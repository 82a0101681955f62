"""Excerpts come along to a newer text: what is said to stand there stands there, and nothing goes to a wrong place silently."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.alignment import align
from synthesis.engine.overlap.normalise import code_points
from synthesis.engine.reanchoring import Reanchorer, reanchor
from tests.engine.text.samples import SIMPLIFIED

LETTERS = [chr(0x4E00 + 7 * n) for n in range(900)]


def sentence(source: random.Random) -> str:
    return "".join(source.choice(LETTERS) for _ in range(source.randrange(12, 40))) + "。"


Piece = tuple[str, int | None]


def edited(source: random.Random, sentences: list[str]) -> list[Piece]:
    """Sentences deleted, added, exchanged and rewritten; those that stayed know their number in the old text."""
    out: list[Piece] = [(one, n) for n, one in enumerate(sentences)]
    for _ in range(source.randrange(0, 6)):
        at = source.randrange(len(out))
        match source.randrange(4):
            case 0 if len(out) > 2:
                del out[at]
            case 1:
                out.insert(at, (sentence(source), None))
            case 2:
                out.insert(source.randrange(len(out)), out.pop(at))
            case _:
                text = out[at][0]
                cut = source.randrange(len(text))
                out[at] = (text[:cut] + source.choice(LETTERS) + text[cut + 1 :], None)
    return out


@given(st.integers(0, 10**6))
@settings(max_examples=12, deadline=None)
def test_unchanged_sentences_are_found_where_they_went_and_changed_ones_never_silently(seed: int) -> None:
    source = random.Random(seed)
    # Some sentences occur twice, so that words alone do not tell the place.
    own = [sentence(source) for _ in range(12)]
    sentences = [*own, own[3], sentence(source), own[7]]
    source.shuffle(sentences)
    pieces = edited(source, sentences)
    new = "".join(text for text, _ in pieces)
    went: dict[int, int] = {}
    at = 0
    for text, number in pieces:
        if number is not None:
            went[number] = at
        at += len(text)
    spans, at = [], 0
    for text in sentences:
        spans.append((at, at + len(text)))
        at += len(text)
    old = "".join(sentences)
    for number, ((start, end), found) in enumerate(zip(spans, reanchor(old, new, spans), strict=True)):
        quote = old[start:end]
        if found.state in {"exact", "moved"}:
            assert new[found.start : found.end] == quote
            assert (found.state == "exact") == (found.start == start)
            twin = sentences.count(quote) > 1
            assert twin or found.start == went[number]
        elif number in went:
            # Not certain is allowed only where there are twins.
            assert sentences.count(quote) > 1
        if number not in went and sentences.count(quote) == 1:
            assert found.state in {"fuzzy", "orphan"}


@given(st.text("甲乙丙。", max_size=60), st.text("甲乙丙。", max_size=60), st.data())
@settings(max_examples=25, deadline=None)
def test_alignment_is_equal_and_in_order_whatever_the_texts(old: str, new: str, data: st.DataObject) -> None:
    both = align(code_points(old), code_points(new))
    done = (0, 0)
    for i, j, size in both.blocks:
        assert size > 0
        assert i >= done[0]
        assert j >= done[1]
        assert old[i : i + size] == new[j : j + size]
        done = (i + size, j + size)
    if old:
        start = data.draw(st.integers(0, len(old) - 1))
        end = data.draw(st.integers(start + 1, len(old)))
        found = Reanchorer(old, new).anchor(start, end)
        assert 0 <= found.start <= found.end <= len(new)
        if found.state in {"exact", "moved"}:
            assert new[found.start : found.end] == old[start:end]
        else:
            assert old != new


def test_a_repetition_that_was_removed_does_not_take_the_place_of_the_one_that_stayed() -> None:
    first, second = "前一段说明各地的做法。同意该意见。", "后一段列出反对的理由。同意该意见。"
    old = first + "中间的话很长很长，说的是别的事情。" + second
    new = first + "中间的话很长很长，说的是别的事情。"
    start = old.rindex("同意该意见")
    assert reanchor(old, new, [(start, start + 5)])[0].state == "orphan"
    kept = old.index("同意该意见")
    assert reanchor(old, new, [(kept, kept + 5)])[0].state == "exact"


def test_the_same_words_twice_without_context_wait_for_a_person() -> None:
    old = "开头的句子完全不同。增长两成。结尾的句子也不同。"
    new = "全部重写过的文字，增长两成，再写一些别的内容，增长两成，到此为止了。"
    start = old.index("增长两成")
    found = reanchor(old, new, [(start, start + 4)])[0]
    assert (found.state, found.score) == ("fuzzy", 1.0)


def test_a_rewritten_passage_is_proposed_between_its_unchanged_neighbours() -> None:
    old_words, new_words = "主要依靠经验", "大多凭借老经验"
    assert old_words in SIMPLIFIED
    new = "新的开头。" + SIMPLIFIED.replace(old_words, new_words)
    start = SIMPLIFIED.index(old_words) - 4
    found = reanchor(SIMPLIFIED, new, [(start, start + 4 + len(old_words) + 3)])[0]
    assert found.state == "fuzzy"
    assert new_words in new[found.start : found.end]


def test_proposals_are_places_of_their_own_best_first() -> None:
    old = "甲组报告了结果，增长两成，超出预期。" + SIMPLIFIED
    new = SIMPLIFIED + "乙组也报告了结果，增长两成。" + "丙组没有报告，但增长两成，超出预期。"
    start = old.index("增长两成，超出")
    found = Reanchorer(old, new).proposals(start, start + 9)
    assert new[found[0].start : found[0].end] == "增长两成，超出预期"
    assert all(a.end <= b.start or b.end <= a.start for n, a in enumerate(found) for b in found[:n])


def test_a_place_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not inside"):
        reanchor("甲乙", "甲", [(1, 3)])
    with pytest.raises(ValueError, match="empty"):
        reanchor("甲乙", "甲", [(1, 1)])
