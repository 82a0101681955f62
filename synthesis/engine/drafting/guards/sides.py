"""Which side of an act one is on, however that is told: by a noun (the acquirer), a cleft, a clause that describes, a voice.

`guards.converses` needs both sides in one clause; here each is told by itself, and an objection needs one whom the
evidence has only on the other side, while it has somebody else on this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from synthesis.engine.drafting.guards.relations import Side
from synthesis.engine.drafting.guards.sides_en import sides_en
from synthesis.engine.drafting.guards.sides_zh import sides_zh
from synthesis.engine.drafting.guards.types import Case, Finding, Passage

_TURN = {"+": "-", "-": "+"}
#: Frames in which the same may be told when they share what is handed over: to supply, to provide.
_GIVING = (frozenset({"goods", "give"}), frozenset({"pay", "give"}))
#: Frames whose sides pay the other way: tenants pay the landlord, who is fined pays the fine.
_PAID_FOR = frozenset({"rent", "fine"})


@dataclass(frozen=True, slots=True)
class Sided:
    """The side of a sentence that the evidence gives to another, and the spans of the clauses it has alike."""

    wrong: Side | None
    alike: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def sides_compared(case: Case) -> Sided:
    """The sides of a sentence against those of its evidence."""
    theirs = [s for text in case.evidence if text.language == case.sentence.language for s in _sides(text)]
    wrong: Side | None = None
    told: dict[tuple[int, int], list[int]] = {}
    for mine in _sides(case.sentence):
        verdict = _against(mine, theirs)
        wrong = mine if verdict < 0 and wrong is None else wrong
        if verdict or not mine.frame.startswith("~"):
            told.setdefault((mine.start, mine.end), []).append(verdict)
    agreed = tuple(span for span, verdicts in told.items() if all(v > 0 for v in verdicts))
    return Sided(wrong, () if wrong else agreed)


def side_findings(case: Case) -> Iterator[Finding]:
    """An objection to one who is on the side of another."""
    wrong = sides_compared(case).wrong
    if wrong is not None:
        yield Finding("role", "fail", "role", (case.sentence.text[wrong.start : wrong.end].strip(),))


@lru_cache(maxsize=2048)
def _sides(text: Passage) -> tuple[Side, ...]:
    """The sides of a passage, with those that follow from them: tenants pay the rent."""
    found = sides_zh(text) if text.language == "zh" else sides_en(text)
    paid = {s.start for s in found if s.frame == "pay"}
    rented = [s for s in found if s.frame in _PAID_FOR and s.start not in paid]
    return (*found, *(replace(s, frame="pay", side=_TURN[s.side], theme=frozenset()) for s in rented))


def _against(mine: Side, theirs: Sequence[Side]) -> int:
    """1 when the evidence has one on this side, −1 when it has them only elsewhere and another one here, else 0."""
    like = [s for s in theirs if _comparable(mine, s)]
    here = frozenset[str]().union(*(s.keys for s in like if s.side == mine.side))
    if mine.frame.startswith("~"):
        if not like or mine.keys & here:
            return int(bool(like))
        acting = frozenset[str]().union(*(s.keys for s in theirs if s.side == "+" or s.marked))
        return -1 if mine.marked and mine.keys & acting else 0
    there = frozenset[str]().union(*(s.keys for s in like if s.side != mine.side))
    straight, crossed = mine.keys & here - there, mine.keys & there - here
    if straight:
        return 1 if not crossed else 0
    return -1 if crossed and here else 0


def _comparable(mine: Side, theirs: Side) -> bool:
    shared = (mine.theme & theirs.theme) - mine.keys - theirs.keys
    if mine.frame == theirs.frame:
        verb = mine.frame.removeprefix("~")
        return verb == mine.frame or bool(shared - {verb}) or mine.theme <= mine.keys | {verb, f"{verb}方"}
    return {mine.frame, theirs.frame} in _GIVING and bool(shared)
