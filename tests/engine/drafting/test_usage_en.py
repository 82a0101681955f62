"""Whether the words that an exchange puts in go with the words beside them, by the bundled counts of word pairs."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.search_en import edits_of
from synthesis.engine.drafting.rewriting.usage_en import strength, usual


def _put(text: str, old: str, new: str) -> bool:
    start = text.index(old)
    return usual(text, Edit(start, start + len(old), new, 1))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("earnings became more volatile", "volatile", "changeable"),
        ("the voucher scheme was extended", "scheme", "plan"),
        ("public attitudes towards the plant", "attitudes", "stances"),
        ("people with severe hearing loss", "severe", "acute"),
        ("speech is separated from noise", "separated", "divided"),
        ("shipments of timber were stopped", "shipments", "consignments"),
        ("a sensor detects allergens", "detects", "spots"),
    ],
)
def test_a_word_that_its_neighbours_do_not_know_is_not_put_in(text: str, old: str, new: str) -> None:
    assert not _put(text, old, new)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("the severe shortage of nurses", "severe", "acute"),
        ("an increase of 6% was seen", "increase", "rise"),
        ("the government plans to sell it", "plans", "aims"),
        ("costs rose by a fifth", "rose", "increased"),
        ("interest rates decline faster than expected", "faster", "more quickly"),
        ("the Quovian grobbles fell", "grobbles", "frobbles"),  # neither word is known: nothing speaks against it
    ],
)
def test_a_word_that_goes_with_its_neighbours_is(text: str, old: str, new: str) -> None:
    assert _put(text, old, new)


def test_strength_is_told_where_both_words_are_known() -> None:
    assert (strength("severe", "shortage") or 0) > 2
    assert strength("quovian", "shortage") is None


def test_the_swaps_of_a_sentence_are_held_to_it() -> None:
    text = "Shipments of hearing aids rose, and people with severe hearing loss received help"
    made = {text[: e.start] + e.text + text[e.end :] for e in edits_of(text)}
    assert not any("onsignments" in m or "acute" in m for m in made)
    assert any("increased" in m for m in made)
