"""What a text tells of two sides of an act, for both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """An act: its frame and verb, the content keys of who gives or acts and of who gets or is acted upon, the names
    among the former, what else is told with it, and its span."""

    frame: str
    verb: str
    giver: frozenset[str]
    getter: frozenset[str]
    names: frozenset[str]
    called: str
    theme: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act, told by itself: its frame, + for who acts or gives and - for the other, the keys of who is on
    it, the span of its clause and the keys of that."""

    frame: str
    side: str
    keys: frozenset[str]
    start: int
    end: int
    theme: frozenset[str]
    marked: bool = False  # by a noun, a cleft, a voice, not only by standing before the verb
