"""The draft's own words between copied sentences are not counted; what it leaves out of a source divides nothing."""

from __future__ import annotations

import pytest

from synthesis.engine.overlap.report import OverlapSettings, SourceText, compare
from synthesis.engine.overlap.result import OverlapResult
from tests.engine.overlap.samples import BICYCLES, LIGHTHOUSES, TEA, text
from tests.engine.overlap.test_compare import edited, report

SOURCE = text(BICYCLES)


def passages(result: OverlapResult, draft: str) -> list[str]:
    return [draft[slice(*match.draft)] for match in result.matches]


@pytest.mark.parametrize("own", [TEA[5][:20] + "。", TEA[3][:40] + "。", TEA[3] + TEA[8], text(TEA[2:5])])
def test_own_words_between_a_copied_and_an_edited_sentence_are_not_counted(own: str) -> None:
    first, second = BICYCLES[3], edited(BICYCLES[4], 0.08)
    draft = first + own + second
    result = report(draft, SOURCE)
    assert passages(result, draft) == [first, second]
    assert [match.kind for match in result.matches] == ["verbatim", "edited"]
    assert [SOURCE[slice(*match.span)] for match in result.matches] == [BICYCLES[3], BICYCLES[4]]


def test_own_words_between_english_sentences() -> None:
    own = "Nobody who lived through that decade would recognise any part of the account that officials later published."
    draft = " ".join((LIGHTHOUSES[3], own, edited(LIGHTHOUSES[4], 0.1, 5)))
    found = passages(report(draft, " ".join(LIGHTHOUSES)), draft)
    assert len(found) == 2
    assert own not in " ".join(found)


def test_a_few_words_put_in_divide_nothing() -> None:
    draft = BICYCLES[3][:-1] + "，据说如此。" + BICYCLES[4]
    assert len(report(draft, SOURCE).matches) == 1


def test_what_the_draft_leaves_out_divides_nothing_but_is_own_text_the_other_way_round() -> None:
    left_out, whole = BICYCLES[2] + BICYCLES[4], text(BICYCLES[2:5])
    assert len(report(left_out, whole).matches) == 1
    assert passages(report(whole, left_out), whole) == [BICYCLES[2], BICYCLES[4]]
    as_found = OverlapSettings(own_words=0)
    assert len(report(whole, left_out, settings=as_found).matches) == 1


def test_a_heavily_edited_sentence_in_the_middle_is_no_own_text() -> None:
    draft = BICYCLES[2] + edited(BICYCLES[3], 0.25, 4) + BICYCLES[4]
    assert len(report(draft, SOURCE).matches) == 1


def test_a_sentence_repeated_in_the_middle_is_no_own_text() -> None:
    draft = BICYCLES[0] + BICYCLES[0][4:-4] + BICYCLES[0]
    assert report(draft, BICYCLES[0]).ratio == 1.0


def test_the_other_draft_of_a_class_with_words_of_its_own() -> None:
    mine, theirs = (BICYCLES[6] + own + BICYCLES[7] for own in (TEA[3], TEA[6] + TEA[9]))
    one, two = (compare(a, [SourceText("x", b)]) for a, b in ((mine, theirs), (theirs, mine)))
    assert [(m.draft, m.span) for m in one.matches] == [(m.span, m.draft) for m in two.matches]
    assert passages(one, mine) == [BICYCLES[6], BICYCLES[7]]


def test_a_passage_vouches_for_no_other_paragraph_of_words() -> None:
    copied = "Ships were weighed at the outer quay until the winter of 1911, when the crane was carried off by ice."
    next_to_it = "The harbour master kept a ledger of every vessel, its cargo, its crew and the hour at which it left."
    own = (
        "A ledger tells the cargo of a vessel but hardly ever who unloaded it, for dockers were paid by the day and "
        "nobody wrote their names."
    )
    draft = f"{copied}\n\n{own}"
    result = report(draft, f"{LIGHTHOUSES[0]} {copied} {next_to_it} {LIGHTHOUSES[4]}")
    assert passages(result, draft) == [copied]


def test_a_clause_copied_from_between_joins_what_stands_around_it() -> None:
    """Too short to be a passage by itself, and the source has more on both sides of it: left out, not the draft's own."""
    before = (
        "The warden of the northern lock wrote down every barge that passed between the first thaw and the last frost."
    )
    clause = "Nobody paid him for the work."
    after = (
        "His notebooks, forty of them, lay in a cupboard of the parish school until a teacher asked what was inside."
    )
    source = f"{before} He used a pencil and a ruled ledger. {clause} He did it for his brother, he said. {after}"
    draft = f"{before} {clause} {after}"
    own = "A lamp may burn for years before anybody thinks of those who trim it, and fewer still remember their names."
    result = report(f"{own}\n\n{draft}", f"{source}\n\n{' '.join(LIGHTHOUSES)}")
    assert passages(result, f"{own}\n\n{draft}") == [draft]
