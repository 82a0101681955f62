"""Search terms: what a text is indexed by and what is asked fit together, whatever script, width or case."""

from __future__ import annotations

import re

import opencc
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from synthesis.engine.text.search_terms import (
    LONGEST_PIECE,
    clauses_of,
    fold,
    pieces_of,
    scope_lexeme,
    tokens_of,
    units_of,
)

WORDS = st.sampled_from(
    ["血压", "傳感器", "ＡＩ", "COVID-19", "1,200", "café", "的", "，", "。\n", " ", "510(k)", "测量", "データ"]
)
TEXTS = st.lists(WORDS, max_size=60).map("".join)
ANY = st.text(max_size=300)


def parsed(literal: str) -> dict[str, set[int]]:
    """Lexemes of a tsvector literal with their positions."""
    found = re.findall(r"'?([^\s:']+)'?(?::([\d,]+))?", literal)
    vector: dict[str, set[int]] = {}
    for lexeme, places in found:
        vector.setdefault(lexeme, set()).update(int(place) for place in places.split(",") if place)
    return vector


def matches(literal: str, query: str) -> bool:
    """What PostgreSQL does with a phrase of lexemes, `:*` and distances."""
    vector = parsed(literal)
    steps = re.findall(r"(?:<(-|\d+)> )?'((?:[^']|'')*)'(:\*)?", query)
    at: set[int] | None = None
    for distance, lexeme, prefix in steps:
        here = {
            p for key, places in vector.items() if key == lexeme or (prefix and key.startswith(lexeme)) for p in places
        }
        far = 1 if distance in {"-", ""} else int(distance)
        at = here if at is None else {p for p in here if p - far in at}
    return bool(at)


@given(ANY)
def test_folding_keeps_lengths_and_folds_once(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize("text", ["醫療器械與數據來源", "頭髮發展，後來皇后的乾淨裏面", "看著他著名的著作"])
def test_traditional_is_found_by_simplified_and_back(text):
    simplified = opencc.OpenCC("t2s").convert(text)
    assert fold(text) == fold(simplified)


@given(ANY)
def test_units_lie_in_the_text_in_order(text):
    folded, at = fold(text), 0
    for unit in units_of(folded):
        assert at <= unit.start < unit.end <= len(text)
        at = unit.end


@given(TEXTS, st.data())
def test_every_stretch_of_a_text_finds_it_at_its_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 12)))
    words = [unit for unit in units_of(fold(text)) if not unit.east]
    # Cut within a word, only its beginning would be found.
    assume(not any(word.start < cut < word.end for word in words for cut in (start, end)))
    (piece,) = pieces_of(text, []) or [None]
    for clause in clauses_of(text[start:end]):
        assert piece is not None
        assert matches(piece.terms, clause.tsquery)
        assert clause.spans(tokens_of(text))


@given(TEXTS, TEXTS.map(lambda text: text[:8]))
def test_index_and_highlight_agree(text, typed):
    pieces = pieces_of(text, [])
    for clause in clauses_of(typed):
        in_index = any(matches(piece.terms, clause.tsquery) for piece in pieces)
        assert in_index == bool(clause.spans(tokens_of(text)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 9000), st.sampled_from(["paragraph", "boilerplate", "table"])), max_size=8))
def test_pieces_cover_what_is_searched_and_stay_small(lengths):
    blocks, at = [], 0
    for length, kind in lengths:
        blocks.append({"start": at, "end": at + length, "kind": kind})
        at += length + 1
    text = "\n".join("测"[:1] * length for length, _kind in lengths)
    pieces = pieces_of(text, blocks, extra=[scope_lexeme("w")])
    covered = bytearray(len(text))
    for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
        assert piece.end - piece.start <= LONGEST_PIECE
        assert following is None or piece.end <= following.start
        terms = parsed(piece.terms)
        assert terms["/w"] == set()
        assert max(p for places in terms.values() for p in places) <= 16_383
        covered[piece.start : piece.end] = b"x" * (piece.end - piece.start)
    assert all(all(covered[b["start"] : b["end"]]) for b in blocks if b["kind"] != "boilerplate")


def test_boilerplate_has_no_terms_even_between_other_blocks():
    blocks = [
        {"start": 0, "end": 2, "kind": "paragraph"},
        {"start": 3, "end": 7, "kind": "boilerplate"},
        {"start": 8, "end": 10, "kind": "paragraph"},
    ]
    (piece,) = pieces_of("血压\n版权所有\n测量", blocks)
    assert set(parsed(piece.terms)) == {"血压", "压", "测量", "量"}


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("医疗器械", ["('医疗' <-> '疗器' <-> '器械')"]),
        ("醫療  AI芯片", ["'医疗'", "('ai' <-> '芯片')"]),
        ("芯片AI", ["('芯片' <2> 'ai')"]),
        ("的", ["'的':*"]),
        ("“sensor data”", ["('sensor' <-> 'data')"]),
        ("「血压」", ["'血压'"]),
        ("Sensor", ["'sensor':*"]),
        ("AI", ["'ai'"]),
        ("血压 血壓", ["'血压'"]),
        ('" !', []),
        ("'; drop --", ["'drop':*"]),
    ],
)
def test_what_is_typed_becomes_a_query(typed, queries):
    assert [clause.tsquery for clause in clauses_of(typed)] == queries


def test_a_long_word_is_compared_by_its_beginning():
    word = "a" * 100
    (piece,) = pieces_of(f"see {word} here", [])
    (clause,) = clauses_of(word)
    assert matches(piece.terms, clause.tsquery)
    assert clause.spans(tokens_of(f"see {word} here"))
