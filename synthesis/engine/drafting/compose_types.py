"""What the composer returns; the shape of the `compose` contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from synthesis.engine.drafting.advice import Advice
from synthesis.engine.drafting.conflicts import Conflict
from synthesis.engine.drafting.planning.plan import Plan, Unused
from synthesis.engine.drafting.realise import Sentence


@dataclass(frozen=True)
class Point:
    """A written point."""

    title: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Composition:
    """A section written by rule: its points, what was left out, what conflicts, advice, and the plan it followed."""

    heading: str
    points: tuple[Point, ...]
    unused: tuple[Unused, ...]
    conflicts: tuple[Conflict, ...]
    advice: tuple[Advice, ...]
    plan: Plan
    provider: str = "rules"

    def to_json(self) -> dict[str, object]:
        """The object of the `compose` contract."""
        return {
            "heading": self.heading,
            "points": [{"title": p.title, "sentences": [s.to_json() for s in p.sentences]} for p in self.points],
            "unused": [u.to_json() for u in self.unused],
            "conflicts": [c.to_json() for c in self.conflicts],
            "advice": [a.to_json() for a in self.advice],
            "provider": self.provider,
        }

    def findings(self) -> dict[str, list[dict[str, object]]]:
        """What was found, as a draft keeps it: texts with what they are made of, so that each reader gets their own."""
        return {
            "unused": [dict(u.to_record()) for u in self.unused],
            "conflicts": [{**c.to_json(), "name": c.name} for c in self.conflicts],
            "advice": [a.to_record() for a in self.advice],
        }


def excerpts_cited(sentences: Sequence[Sentence]) -> set[str]:
    """Ids of all excerpts the sentences rest on."""
    return {c for s in sentences for c in s.cites}
