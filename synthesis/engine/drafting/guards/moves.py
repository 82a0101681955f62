"""Readings made of what is no word with a pole: figures that rise or fall, a thing set beside itself at another time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.readings import Reading, readings, theme_of, thing_of
from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.opposites import Hit
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.patterns import lazy_pattern

_HAN = lazy_pattern(r"[一-鿿]+")


def moving(
    text: Passage, axis: str, sign: int, wording: str, figures: Sequence[Quantity], keys: frozenset[str]
) -> Iterator[Reading]:
    """A reading of what figures in the order of the text tell to move, told of all that they are told of."""
    theme: dict[str, float] = {}
    pairs = {run[i : i + 2] for key in keys for run in _HAN.findall(key) for i in range(len(run) - 1)}
    thing = keys | pairs
    for figure in figures:
        clause = clause_at(text, figure.start)
        if clause is None:
            continue
        told = {r.clause for r in readings(text)}  # a clause that tells of other moves too is not all of this one
        hit = Hit(axis, sign, wording, figure.start, figure.end)
        for key, weight in theme_of(text, clause, hit, []):
            if clause not in told or key in thing or key[0] in "#@":
                theme[key] = max(theme.get(key, 0.0), weight)
    last = clause_at(text, figures[-1].start)
    if last is not None:
        yield Reading(axis, sign, False, wording, figures[-1].start, text, last, tuple(theme.items()), thing)


def told_at(text: Passage, axis: str, sign: int, word: str, start: int, end: int) -> Iterator[Reading]:
    """A reading of a word that is no pole by itself, told of its clause."""
    clause = clause_at(text, start)
    if clause is not None:
        hit = Hit(axis, sign, word, start, end)
        yield Reading(
            axis,
            sign,
            False,
            word,
            start,
            text,
            clause,
            theme_of(text, clause, hit, []),
            thing_of(text, clause, hit, []),
        )
