"""Figures of two things in one measure: 2,094 net orders are the one's, 1,314 the other's."""

from __future__ import annotations

from synthesis.engine.drafting.guards.labels import Label, label_of
from synthesis.engine.drafting.guards.nearness import agrees, comparable
from synthesis.engine.drafting.guards.types import Case, Passage
from synthesis.engine.drafting.quantities.find import Quantity


def figure_of_other(
    case: Case, quantity: Quantity, ours: list[tuple[Passage, Quantity]], theirs: list[tuple[Passage, Quantity]]
) -> bool:
    """Whether a figure that the sentence tells of a thing is the rival's, in a measure of which the thing has its own.

    `ours` are the figures that the evidence tells of the thing, `theirs` those of the rival.
    """
    label = label_of(case.sentence, quantity)
    own = [(text, q) for text, q in ours if comparable(quantity, q)]
    if label is None or quantity.unit_class == "ordinal" or any(agrees(quantity, q) for _, q in own):
        return False
    years = {d.year for text, _ in ours for d in text.dates if d.year}
    if label.date is not None and years and label.date.year not in years:
        return False
    rivals = [label_of(text, q) for text, q in theirs if agrees(quantity, q)]
    owned = [label_of(text, q) for text, q in own]
    return any(_alike(label, one, other) for one in rivals for other in owned if one is not None and other is not None)


def _alike(mine: Label, one: Label, other: Label) -> bool:
    """Whether three figures are of one measure: the same noun right behind them, or the same words next to them."""
    if mine.head and mine.head == one.head == other.head:
        return True
    shared = mine.last & one.last
    return bool(shared) and shared <= other.last
