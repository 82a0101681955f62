"""What a clause says of a dealing, and the parties it is read with, for both languages."""

from __future__ import annotations

from dataclasses import dataclass

from synthesis.engine.drafting.guards.parties import Party, bare_key
from synthesis.engine.drafting.guards.types import Clause, Passage


@dataclass(frozen=True, slots=True)
class Deal:
    """A dealing: its frame, who gives or acts, who gets or is acted upon, and the other words and the
    figures of its clause."""

    frame: str
    giver: Party | None
    getter: Party | None
    theme: frozenset[str]
    clause: Clause
    sure: bool = False  # told by a construction


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with the parties in it, the subject carried on from before it and the first party after it."""

    text: Passage
    clause: Clause
    inside: tuple[Party, ...]
    lead: Party | None
    following: Party | None

    def between(self, first: int, last: int) -> str:
        """The text from one offset to another, empty when they are out of order."""
        return self.text.text[first:last] if first < last else ""

    def deal(self, frame: str, giver: Party | None, getter: Party | None) -> Deal | None:
        """The dealing of two parties, None without any or when they are one."""
        if giver is getter or (giver is not None and getter is not None and same(giver, getter)):
            return None
        named = [p for p in (giver, getter) if p is not None]
        theme = frozenset(
            w.key
            for w in self.clause.words
            if w.content and not any(p.start <= w.start and w.end <= p.end for p in named)
        )
        figures = {
            f"{q.unit_class} {abs(q.value).normalize()}"
            for q in self.text.quantities
            if self.clause.start <= q.start < self.clause.end
        }
        return Deal(frame, giver, getter, theme | figures, self.clause)


def same(mine: Party, theirs: Party) -> bool:
    """Whether two mentions are of one party: a telling word or a class member shared, or a short form."""
    alike = mine.text.lower() == theirs.text.lower()
    return alike or bool({bare_key(k) for k in mine.keys} & {bare_key(k) for k in theirs.keys})
