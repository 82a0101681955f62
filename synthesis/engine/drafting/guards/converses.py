"""Who gives, acts or speaks and who gets: one relation in whatever wording, voice or converse verb (lease to, lease from).

Sides are the content words of noun phrases, so that those no name list knows are read too (骑手, trainee inspectors). An
objection needs both sides crossed and nothing of the evidence straight; `alike` clauses are settled for other guards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from synthesis.engine.drafting.guards.converses_en import relations_en
from synthesis.engine.drafting.guards.converses_zh import relations_zh
from synthesis.engine.drafting.guards.relations import Relation
from synthesis.engine.drafting.guards.types import Case, Finding

_ALIKE = 2


@dataclass(frozen=True, slots=True)
class Compared:
    """The relation of a sentence that the evidence has crossed, the one it has of another name, and the spans it has alike."""

    crossed: Relation | None
    replaced: tuple[Relation, Relation] | None
    alike: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def converses(case: Case) -> Compared:
    """The relations of a sentence against those of the evidence."""
    read = relations_zh if case.sentence.language == "zh" else relations_en
    theirs = [r for text in case.evidence if text.language == case.sentence.language for r in read(text)]
    crossed: Relation | None = None
    replaced: tuple[Relation, Relation] | None = None
    alike: list[tuple[int, int]] = []
    for mine in read(case.sentence):
        same = [r for r in theirs if r.frame == mine.frame]
        straight = max((_straight(mine, r) for r in same), default=0)
        turned = max((_crossed(mine, r) for r in same), default=0)
        if turned > straight:
            crossed = crossed or mine
        elif straight and not turned:
            alike += [(mine.start, mine.end)] if any(_both(mine, r) for r in same) else []
        elif not straight and (other := next((r for r in same if _other_name(mine, r)), None)):
            replaced = replaced or (mine, other)
    return Compared(crossed, replaced, tuple(alike))


def converse_findings(case: Case) -> Iterator[Finding]:
    """An objection to sides that have changed places, or to an act given to another name of the evidence."""
    found = converses(case)
    if found.crossed is not None:
        text = case.sentence.text[found.crossed.start : found.crossed.end].strip()
        yield Finding("role", "fail", "role", (text,))
    elif found.replaced is not None:
        mine, other = found.replaced
        yield Finding("role", "fail", "subject", (mine.called, other.called))


def _sides(relation: Relation) -> tuple[frozenset[str], frozenset[str]]:
    return relation.giver - relation.getter, relation.getter - relation.giver


def _straight(mine: Relation, theirs: Relation) -> int:
    """How many words stand on the same side in both; of two acts of named persons to the same others the names decide."""
    (giver, getter), (other_giver, other_getter) = _sides(mine), _sides(theirs)
    if mine.names and theirs.names and getter & other_getter:
        return len(mine.names & theirs.giver | theirs.names & mine.giver)
    return len(giver & other_giver) + len(getter & other_getter)


def _both(mine: Relation, theirs: Relation) -> bool:
    (giver, getter), (other_giver, other_getter) = _sides(mine), _sides(theirs)
    return bool(giver & other_giver) and bool(getter & other_getter)


def _crossed(mine: Relation, theirs: Relation) -> int:
    """How many words have changed sides when some have on both, else 0."""
    (giver, getter), (other_giver, other_getter) = _sides(mine), _sides(theirs)
    one, two = giver & other_getter, getter & other_giver
    return len(one) + len(two) if one and two else 0


def _other_name(mine: Relation, theirs: Relation) -> bool:
    """Whether the very act (its other side and what it is about) is in the evidence that of another name."""
    if not mine.names or not theirs.names or mine.names & theirs.giver or theirs.names & mine.giver:
        return False
    return mine.verb == theirs.verb and len((mine.theme & theirs.theme) - mine.giver - theirs.giver) >= _ALIKE
