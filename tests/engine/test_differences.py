"""What differs between two texts that are much alike."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from synthesis.engine.differences import differences
from synthesis.engine.overlap.normalise import normalise
from tests.engine.text.samples import SIMPLIFIED


def test_equal_but_for_punctuation_is_no_difference() -> None:
    found = differences(SIMPLIFIED, SIMPLIFIED.replace("，", " ,"))
    assert found.differences == []
    assert found.equal == found.left_counted == found.right_counted


def test_each_kind_is_told_with_its_places() -> None:
    words = "主要依靠经验"
    added = "这一句是后来才补充进去的内容。"
    at = SIMPLIFIED.index("。") + 1
    right = SIMPLIFIED[:at] + added + SIMPLIFIED[at:].replace(words, "大多凭老把式")
    found = differences(SIMPLIFIED, right).differences
    assert [one.kind for one in found] == ["only_right", "changed"]
    assert right[slice(*found[0].right)] == added.rstrip("。")
    assert found[0].left[0] == found[0].left[1]
    assert SIMPLIFIED[slice(*found[1].left)] in words
    back = differences(right, SIMPLIFIED).differences
    assert [(one.kind, one.right, one.left) for one in back] == [
        ({"only_right": "only_left"}.get(one.kind, one.kind), one.left, one.right) for one in found
    ]


def test_a_passage_that_stands_elsewhere_is_moved() -> None:
    passage = "搬来搬去的一段话，总共有二十多个字，放在哪里都行。"
    found = differences(passage + SIMPLIFIED, SIMPLIFIED + passage).differences
    assert {one.kind for one in found} == {"moved"}
    assert all((passage + SIMPLIFIED)[slice(*one.left)] == passage.rstrip("。") for one in found)


@given(st.text("甲乙丙丁，。", max_size=40), st.text("甲乙丙丁，。", max_size=40))
@settings(max_examples=30, deadline=None)
def test_what_lies_outside_the_differences_is_equal(left: str, right: str) -> None:
    found = differences(left, right)
    kept = [one for one in found.differences if one.kind != "moved"]
    rest_left, rest_right, done = "", "", (0, 0)
    for one in kept:
        rest_left += left[done[0] : one.left[0]]
        rest_right += right[done[1] : one.right[0]]
        done = (one.left[1], one.right[1])
    rest_left, rest_right = rest_left + left[done[0] :], rest_right + right[done[1] :]
    assert normalise(rest_left).codes.tolist() == normalise(rest_right).codes.tolist()
    assert len(normalise(rest_left)) == found.equal
