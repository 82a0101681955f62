"""Decisions about repairs: every invariant of the reading text holds after them, whatever they are and in any order."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.text.decided import REVERTED, apply_decisions
from synthesis.engine.text.decisions import DAMAGE, Decisions, Verb, decision_about, items_of
from synthesis.engine.text.extraction import ExtractedBlock, Extraction
from synthesis.engine.text.forms import chosen_forms, form_at
from synthesis.engine.text.model import Block, Damage, ReadingText, Repair
from synthesis.engine.text.pipeline import Mend, Pipeline
from synthesis.engine.text.reading import build_reading_text
from synthesis.engine.text.script import to_simplified
from synthesis.engine.text.sentences import split_sentences

#: What a file may hold, what stands there after reading, and of which kind the repair is.
PIECES = [
    ("國家發展。", None, ""),
    ("報告 😀 的內容，", None, ""),
    ("plain text. ", None, ""),
    ("(yī)", "", "annotation"),
    ("(fā)", "", "annotation"),
    ("?刭M", "控費", "byteshift"),
    ("Ã©", "é", "encoding"),
    ("\n", "", "line_join"),
    ("-\n", "", "line_join"),
    ("��", None, DAMAGE),
    ("\n\n", None, ""),
    ("隨著乾坤，", None, ""),
]


def made(choice: list[int]) -> ReadingText:
    """A reading text of these pieces, as the reader would make it: repairs, damage, blocks, sentences, map."""
    original = "".join(PIECES[n][0] for n in choice)
    pipeline = Pipeline(original)
    mends: list[Mend] = []
    damage: list[tuple[int, int]] = []
    at = 0
    for n in choice:
        before, after, kind = PIECES[n]
        if kind == DAMAGE:
            damage.append((at, at + len(before)))
        elif after is not None:
            mends.append(Mend(at, at + len(before), after, kind, 0.9))
        at += len(before)
    pipeline.mend(mends)
    text = to_simplified(pipeline.text)
    repairs = [Repair(p.kind, p.start, p.end, p.before, text[p.start : p.end], p.confidence) for p in pipeline.placed]
    blocks, place = [], 0
    for body in text.split("\n\n"):
        if body.strip():
            lead = len(body) - len(body.lstrip())
            blocks.append(Block(place + lead, place + len(body.rstrip()), "paragraph"))
        place += len(body) + 2
    spans = [pipeline.offset_map.to_text(a, b) for a, b in damage]
    return ReadingText(
        title="",
        language="zh-Hant",
        text=text,
        written=pipeline.text,
        original=original,
        blocks=tuple(blocks),
        sentences=tuple(s for b in blocks for s in split_sentences(text, b.start, b.end)),
        repairs=tuple(sorted(repairs, key=lambda r: (r.start, r.end, r.kind))),
        damage=tuple(Damage(a, b, text[a:b], "replacement", ("字", "文字")) for a, b in spans),
        warnings=(),
        offset_map=pipeline.offset_map,
    )


readings = st.lists(st.integers(0, len(PIECES) - 1), min_size=1, max_size=24).map(made)


@st.composite
def decided(draw: st.DrawFn) -> tuple[ReadingText, Decisions]:
    reading = draw(readings)
    decisions = Decisions(
        frozenset(draw(st.sets(st.sampled_from(["annotation", "byteshift", "encoding", "line_join"]))))
    )
    for item in items_of(reading):
        verb = draw(st.sampled_from([None, *Verb]))
        if verb:
            text = draw(st.sampled_from(["", "医", "體育", "three words here"])) if verb is Verb.CHOOSE else ""
            decisions = decisions.with_place(decision_about(reading, item, verb, text))
    for form in filter(None, (form_at(reading, place) for place in range(len(reading.text)))):
        if draw(st.booleans()):
            decisions = decisions.with_place(decision_about(reading, form, Verb.REVERT))
    return reading, decisions


@settings(max_examples=20, deadline=None)
@given(decided())
def test_every_part_stays_true(given_: tuple[ReadingText, Decisions]) -> None:
    reading, decisions = given_
    now, stage = apply_decisions(reading, decisions)
    assert len(now.text) == len(now.written) == now.offset_map.text_length == stage.text_length
    assert now.original == reading.original
    for one in now.all_repairs():
        assert now.text[one.start : one.end] == one.after
        if one.kind == "script":
            assert now.written[one.start : one.end] == one.before
    for one in now.damage:
        assert now.text[one.start : one.end] == one.text
    for spans in ([(b.start, b.end) for b in now.blocks], list(now.sentences)):
        assert all(a < b for a, b in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert not spans or spans[-1][1] <= len(now.text)
    segments = now.offset_map.segments
    assert all(a[1] == b[0] and a[3] <= b[2] for a, b in pairwise(segments))
    assert not now.text or (segments[0][0] == 0 and segments[-1][1] == len(now.text))
    assert [(r.start, r.end) for r in now.repairs] == sorted((r.start, r.end) for r in now.repairs)
    for one in now.repairs:
        if one.kind == "chosen":
            assert one.confidence == 1.0


@settings(max_examples=15, deadline=None)
@given(decided())
def test_twice_is_once_and_data_comes_back(given_: tuple[ReadingText, Decisions]) -> None:
    reading, decisions = given_
    now, _stage = apply_decisions(reading, decisions)
    again, _stage = apply_decisions(now, decisions)
    assert again == replace(now, offset_map=again.offset_map)
    assert again.offset_map.segments == now.offset_map.segments
    data = json.loads(json.dumps(decisions.to_json()))
    assert Decisions.from_json(data) == decisions
    assert Decisions.from_json({}) == Decisions()


@settings(max_examples=15, deadline=None)
@given(readings)
def test_all_taken_back_gives_the_original(reading: ReadingText) -> None:
    kinds = frozenset({"annotation", "byteshift", "encoding", "line_join"})
    now, stage = apply_decisions(reading, Decisions(off=kinds))
    assert now.written == reading.original
    assert len(now.text) == len(reading.original)
    assert not [r for r in now.repairs if r.kind in kinds]
    # Guesses that were taken back are damage again, with the guess to choose.
    assert sum(d.reason == REVERTED for d in now.damage) == sum(
        r.kind in {"byteshift", "encoding"} for r in reading.repairs
    )
    for i, char in enumerate(now.written):
        assert reading.original[slice(*now.offset_map.to_original(i, i + 1))] == char
    # What was not touched stands where the map says.
    mended = {i for r in reading.repairs if r.kind in kinds for i in range(r.start, r.end)}
    for i in set(range(len(reading.text))) - mended:
        assert now.written[slice(*stage.to_text(i, i + 1))] == reading.written[i]


@settings(max_examples=12, deadline=None)
@given(decided(), st.sampled_from(["", "前言。", "0", "🙂🙂"]))
def test_decisions_find_their_place_in_another_reading(given_: tuple[ReadingText, Decisions], more: str) -> None:
    """A later reader keeps something before the text that the earlier one left out."""
    reading, decisions = given_
    for one in decisions.places:
        assert one.located(reading.original) == (one.start, one.end)
        place = one.located(more + reading.original)
        # At the very start and without context on its left a place may be found where it was.
        if place is not None:
            assert (more + reading.original)[slice(*place)] == one.piece
        if len(one.left) == 16:
            assert place is not None


def reading_of(*pieces: int) -> ReadingText:
    return made(list(pieces))


def test_one_repair_put_back_leaves_the_others() -> None:
    reading = reading_of(0, 3, 0, 4, 0)
    first, second = (item for item in items_of(reading) if item.kind == "annotation")
    now, _stage = apply_decisions(reading, Decisions().with_place(decision_about(reading, first, Verb.REVERT)))
    assert now.text == "国家发展。(yī)国家发展。国家发展。"
    assert [r.before for r in now.repairs if r.kind == "annotation"] == ["(fā)"]
    kept = Decisions(off=frozenset({"annotation"})).with_place(decision_about(reading, second, Verb.KEEP))
    assert apply_decisions(reading, kept)[0].text == now.text


def test_two_removals_at_one_place_come_back_in_the_order_of_the_original() -> None:
    reading = reading_of(0, 3, 7, 0)
    both = frozenset({"annotation", "line_join"})
    assert apply_decisions(reading, Decisions(off=both))[0].written == reading.original
    now, _stage = apply_decisions(reading, Decisions(off=frozenset({"line_join"})))
    (annotation,) = (r for r in now.repairs if r.kind == "annotation")
    assert now.text[annotation.start] == "\n"
    # A line break that was put back parts the paragraph, and its sentences.
    assert [now.text[b.start : b.end] for b in now.blocks] == ["国家发展。", "国家发展。"]


def test_own_words_in_a_damaged_place() -> None:
    reading = reading_of(0, 9, 0)
    (item,) = (item for item in items_of(reading) if item.kind == DAMAGE)
    now, stage = apply_decisions(reading, Decisions().with_place(decision_about(reading, item, Verb.CHOOSE, "體育")))
    assert now.text == "国家发展。体育国家发展。"
    assert now.written == "國家發展。體育國家發展。"
    assert not now.damage
    (chosen,) = (r for r in now.repairs if r.kind == "chosen")
    assert (chosen.before, chosen.after, chosen.confidence) == ("��", "体育", 1.0)
    assert now.offset_map.to_original(chosen.start, chosen.end) == (5, 7)
    assert stage.to_text(5, 7) == (5, 7)
    accepted, _stage = apply_decisions(reading, Decisions().with_place(decision_about(reading, item, Verb.ACCEPT)))
    assert (accepted.text, accepted.damage) == (reading.text, ())


def test_the_last_decision_about_a_place_counts() -> None:
    reading = reading_of(0, 5, 0)
    (item,) = (item for item in items_of(reading) if item.kind == "byteshift")
    decisions = Decisions().with_place(decision_about(reading, item, Verb.REVERT))
    now, _stage = apply_decisions(reading, decisions)
    assert [(d.text, d.reason, d.suggestions) for d in now.damage] == [("?刭M", REVERTED, ("控费",))]
    decisions = decisions.with_place(decision_about(reading, item, Verb.CHOOSE, "控股"))
    assert apply_decisions(reading, decisions)[0].text == "国家发展。控股国家发展。"
    assert decisions.without_place(decisions.places[0]) == Decisions()
    off = Decisions().with_place(decision_about(reading, item, Verb.KEEP)).with_kind("byteshift", off=True)
    assert off == Decisions(off=frozenset({"byteshift"}))
    assert off.with_kind("byteshift", off=False) == Decisions()


def test_a_place_that_is_no_more_changes_nothing() -> None:
    reading, other = reading_of(0, 3, 0), reading_of(1, 2)
    (item,) = (item for item in items_of(reading) if item.kind == "annotation")
    decisions = Decisions().with_place(decision_about(reading, item, Verb.REVERT))
    assert apply_decisions(other, decisions)[0] is other


def test_one_form_is_put_back_and_nothing_else() -> None:
    reading = build_reading_text(
        Extraction(
            blocks=(
                ExtractedBlock(
                    "醫(yī)療機構(gòu)的設(shè)備：他看著窗外的燈塔，隨著船走遠，應戸外。\n這裏沒有別的顯著的東西。"
                ),
            )
        )
    )
    assert [reading.written[item.what.start] for item in chosen_forms(reading)] == ["著", "著", "戸"]
    first = chosen_forms(reading)[0]
    lamp = form_at(reading, reading.text.index("灯"))
    assert lamp is not None
    decisions = Decisions()
    for item in (first, lamp):
        decisions = decisions.with_place(decision_about(reading, item, Verb.REVERT))
    now, _stage = apply_decisions(reading, decisions)
    assert now.text.startswith("医疗机构的设备：他看著窗外的燈塔，随着船走远，应户外。")
    assert now.written == reading.written
    assert (now.repairs, len(now.text)) == (reading.repairs, len(reading.text))
    assert next(now.text[a:b] for a, b in now.sentences).startswith("医疗机构的设备：他看著窗外的燈塔")
    back, _stage = apply_decisions(reading, decisions.without_place(decision_about(reading, first, Verb.REVERT)))
    assert back.text.startswith("医疗机构的设备：他看着窗外的燈塔")
