"""What joins the parts of an English phrase, and the set of swaps that leaves least."""

from __future__ import annotations

import pytest

from synthesis.engine.drafting.rewriting.edit import Edit
from synthesis.engine.drafting.rewriting.joints_en import edits_of
from synthesis.engine.drafting.rewriting.search_en import best_set
from synthesis.engine.drafting.rewriting.search_en import edits_of as every_edit


def _all(text: str) -> set[str]:
    return {text[: e.start] + e.text + text[e.end :] for e in edits_of(text)}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "Drones equipped with cameras can detect deficits",
            "Drones that are equipped with cameras can detect deficits",
        ),
        ("The company said it would cut jobs", "The company said that it would cut jobs"),
        ("The plant draws power and water", "The plant draws power as well as water"),
        ("Shops lost a third of their customers", "Shops lost one in three of their customers"),
        ("A hunter who shoots boars must report them", "A hunter who shoots boars has to report them"),
        ("The owners of the house must pay a fee", "The owners of the house have to pay a fee"),
        ("Firms cut 8% of the company's workforce", "Firms cut 8% of the workforce of the company"),
    ],
)
def test_joints_are_put_otherwise(text: str, made: str) -> None:
    assert made.lower() in {t.lower() for t in _all(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Reforms could cut the cost of stacks",  # no participle
        "Counts suggest 1,800 vultures wintered in the gorge",  # a verb
        "The law protects the wolf and rents fell last year",  # two clauses
        "The credit covers ground-source and air-source pumps",  # one head for both
        "Stacking cuts the distance which signals must travel",  # whose number counts?
    ],
)
def test_what_is_no_joint_is_left_alone(text: str) -> None:
    assert not _all(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Tourists spend on average 95 crowns", "devote to"),
        ("Steel has become dearer", "has turned into"),
        ("The plant cuts costs, which is why it stays", "that is"),
        ("Pipes burst a week ahead of the fair", "per week"),
        ("The growing season lasts five months", "rising"),
        ("The ministry may buy back the rights", "purchase"),
        ("Offices would have to be cleared", "must be"),
        ("The trees were legally felled", "by law"),
        ("Scanners attached to a frame measure it", "who are attached"),
        ("They value weekends more highly than pay", "very"),
        ("Pay is low, so that bakeries find nobody", ", and so"),
        ("The contracts brought in 800,000 euros", "introduced"),
        ("Shops close at eight in the evening", "during the evening"),
        ("A worldwide shortage hit firms", "globally"),
        ("The school closed between 2015 and 2022", "from 2015 to 2022"),
    ],
)
def test_words_that_do_not_hold_there_are_not_put(text: str, made: str) -> None:
    assert made not in {e.text.strip() for e in every_edit(text)}


def test_the_set_of_swaps_leaves_least() -> None:
    text = "a" * 12 + "XX" + "b" * 12 + "YY" + "c" * 12
    edits = [Edit(12, 14, "u", 1), Edit(26, 28, "v", 1), Edit(20, 21, "w", 1)]
    assert best_set(text, edits, [(0, len(text))]) == edits[:2]
