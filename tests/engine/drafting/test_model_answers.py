"""Reading what a model answers: whatever it is, it is read as asked for or refused with a code."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.drafting.model.answers import (
    MAX_SENTENCE,
    read_json,
    read_judgements,
    read_plan,
    read_repairs,
    read_sentences,
)
from synthesis.engine.drafting.model.talk import Answer, AnswerUnusable

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["points", "sentences", "verdicts", "id", "text", "cites", "title"]), inner)
    ),
    max_leaves=20,
)
READERS = [
    lambda answer: read_plan(answer, ["E1", "E2"], 3),
    lambda answer: read_sentences(answer, ["E1", "E2"]),
    lambda answer: read_repairs(answer, ["S1"], ["E1"]),
    lambda answer: read_judgements(answer, ["S1"]),
]
OBJECT = {"points": [{"title": "题", "claim": "", "excerpts": ["E1"]}]}
# Of what is made at random next to nothing is an answer.
ANSWERS = st.sampled_from([OBJECT, {"sentences": [{"id": "S1", "text": "甲在乙旁边。", "cites": ["E1"]}]}])


def fault(read, answer):
    """The code of the refusal, "" when the answer was read."""
    try:
        read(answer)
    except AnswerUnusable as error:
        return error.code
    return ""


@given(st.text(max_size=200) | (JSON | ANSWERS).map(lambda value: json.dumps(value, ensure_ascii=False)), st.booleans())
def test_anything_is_read_or_refused(text, cut):
    assert {fault(read, Answer(text, cut)) for read in READERS} <= {"", "json", "cut", "shape", "empty"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(OBJECT),
        f"```json\n{json.dumps(OBJECT)}\n```",
        f"好的，结果如下：\n{json.dumps(OBJECT)}\n以上。",
        f"<think>{{'points': []}}</think>{json.dumps(OBJECT)}",
        f"先想一想……</think>\n{json.dumps(OBJECT)}",
        json.dumps(OBJECT).replace("}]}", "},]}"),
        json.dumps(OBJECT).replace('"', "'"),
    ],
)
def test_the_ladder(text):
    assert read_json(Answer(text)) == OBJECT


def test_half_an_answer_is_not_made_whole():
    with pytest.raises(AnswerUnusable, match="cut"):
        read_json(Answer(json.dumps(OBJECT)[:-9], cut=True))


def test_a_plan_uses_known_excerpts_once():
    plan = {
        "points": [{"title": "甲", "claim": "", "excerpts": ["E1", "[E2]", "E9"]}, {"title": "乙", "excerpts": ["E1"]}]
    }
    (point,) = read_plan(Answer(json.dumps(plan)), ["E1", "E2"], 3)
    assert (point.title, point.numbers) == ("甲", ("E1", "E2"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**销量**上升[E1]。", "销量上升。"),
        ("销量上升（E1、E2）。", "销量上升。"),
        ("销量\u202e上升\u0007。", "销量上升。"),
        ("- 销量上升。", "销量上升。"),
    ],
)
def test_markup_and_hidden_characters_are_dropped(text, said):
    (sentence,) = read_sentences(Answer(json.dumps({"sentences": [{"text": text, "cites": ["E1"]}]})), ["E1", "E2"])
    assert sentence.text == said


def test_inline_marks_stand_in_for_missing_citations():
    (sentence,) = read_sentences(Answer(json.dumps({"sentences": [{"text": "销量上升[E2]。"}]})), ["E1", "E2"])
    assert sentence.numbers == ("E2",)


def test_what_a_semicolon_joins_stays_one_sentence_with_chinese_marks():
    row = {"text": "甲增长1亿元,乙增长2亿元;丙持平。丁下降。", "cites": ["E1"]}
    answer = Answer(json.dumps({"sentences": [row]}, ensure_ascii=False))
    assert [s.text for s in read_sentences(answer, ["E1"])] == ["甲增长1亿元，乙增长2亿元；丙持平。", "丁下降。"]


def test_two_sentences_in_one_entry_are_parted_and_endless_ones_dropped():
    rows = [{"text": "销量上升。价格下降。", "cites": ["E1"]}, {"text": "长" * (MAX_SENTENCE + 1), "cites": ["E1"]}]
    assert [s.text for s in read_sentences(Answer(json.dumps({"sentences": rows})), ["E1"])] == [
        "销量上升。",
        "价格下降。",
    ]


@given(st.text(max_size=40))
def test_script_stays_text(text):
    row = {"text": f"<script>alert(1)</script>{text}销量上升。", "cites": ["E1"]}
    for sentence in read_sentences(Answer(json.dumps({"sentences": [row]})), ["E1"]):
        assert "\x00" not in sentence.text
        assert "\n" not in sentence.text
