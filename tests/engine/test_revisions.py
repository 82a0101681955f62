"""Differences of two states: nothing invented, nothing lost, what moved told from what changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from synthesis.engine.revisions import Paragraph, compare, pieces

TEXT = st.text(alphabet="销量增长2023年 abc,。.", max_size=40)


def kinds(changes):
    return {one.id: one.change for part in changes for one in part.sentences}


@given(TEXT, TEXT)
def test_pieces_rebuild_both_texts(before, after):
    found = pieces(before, after)
    assert "".join(p.text for p in found if p.kind != "added") == before
    assert "".join(p.text for p in found if p.kind != "removed") == after


def test_figures_and_words_change_as_wholes():
    found = [(p.kind, p.text) for p in pieces("增长18.5%，Acme领先", "增长19.5%，Zenith领先")]
    assert ("removed", "18.5") in found
    assert ("added", "19.5") in found
    assert ("removed", "Acme") in found


@given(st.permutations("abcdef"), st.sets(st.sampled_from("abcdef")), st.sets(st.sampled_from("xyz")))
def test_every_sentence_is_accounted_for_once(order, removed, added):
    before = [
        Paragraph("p", "", tuple((i, f"text {i}") for i in "abc")),
        Paragraph("q", "", tuple((i, i) for i in "def")),
    ]
    rest = [i for i in order if i not in removed] + sorted(added)
    texts = {i: f"text {i}" if i in "abc" else i for i in "abcdefxyz"}
    after = [
        Paragraph("p", "", tuple((i, texts[i]) for i in rest[:3])),
        Paragraph("q", "", tuple((i, texts[i]) for i in rest[3:])),
    ]
    found = compare(before, after)
    ids = [one.id for part in found for one in part.sentences]
    assert sorted(ids) == sorted({*"abcdef", *added})
    changes = kinds(found)
    assert {i for i, kind in changes.items() if kind == "removed"} == removed
    assert {i for i, kind in changes.items() if kind == "added"} == added
    shown = [[one.id for one in part.sentences if one.change != "removed"] for part in found]
    assert shown == [rest[:3], rest[3:]]


def test_one_that_moved_is_not_called_new():
    before = [Paragraph("p", "", (("a", "甲"), ("b", "乙"), ("c", "丙")))]
    after = [Paragraph("p", "", (("b", "乙"), ("c", "丙"), ("a", "甲")))]
    assert kinds(compare(before, after)) == {"a": "moved", "b": "same", "c": "same"}


def test_a_paragraph_that_is_gone_is_shown_with_what_was_in_it():
    found = compare([Paragraph("p", "要点", (("a", "甲"),))], [])
    assert [(part.title, part.changed) for part in found] == [("要点", True)]
    assert kinds(found) == {"a": "removed"}


def test_a_paragraph_that_changed_its_place_is_told_and_its_neighbours_are_not():
    before = [Paragraph(name, "", ((f"{name}1", "text"),)) for name in "abcd"]
    after = [before[i] for i in (1, 2, 0, 3)]
    assert {part.id for part in compare(before, after) if part.moved} == {"a"}
    assert [part.id for part in compare(before, after) if part.changed] == ["a"]
    assert set(kinds(compare(before, after)).values()) == {"same"}


def test_what_came_or_went_moves_no_paragraph():
    a, b, c = (Paragraph(name, "", ((f"{name}1", "text"),)) for name in "abc")
    assert not [part.id for part in compare([a, b], [c, b]) if part.moved]
