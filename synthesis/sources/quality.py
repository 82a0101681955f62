"""What reading did to a file, arranged for the eye: repairs by kind with an example in context, damage with proposals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from synthesis.sources.models import ReadingText
from synthesis.sources.reasons import damage_text, repair_explanation, repair_name

#: Characters shown on each side of a place.
CONTEXT = 18
#: Distinct changes shown of a kind before "show all".
EXAMPLES = 8
#: Places shown when all are asked for: more than anybody reads, less than a browser minds.
MOST_PLACES = 500
#: Longest piece of a change that is shown whole, in characters.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the text with what stands around it; `count` is how often the same change was made."""

    start: int
    end: int
    left: str
    before: str
    after: str
    right: str
    count: int = 1

    @property
    def span(self) -> str:
        """The query that makes the reader show the place; a removal is shown by the character before it."""
        start = self.start if self.start < self.end else max(0, self.start - 1)
        return f"start={start}&end={max(self.end, start + 1)}"


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """All repairs of one kind: how many, what they are, and the most frequent changes."""

    kind: str
    name: str
    explanation: str
    count: int
    places: list[Place]
    more: int


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """Something seen and not repaired, with what may have stood there."""

    place: Place
    reason: str
    suggestions: list[str]


def repair_groups(text: ReadingText, *, only: str = "") -> list[RepairGroup]:
    """Repairs by kind, the kind with most first, changes of script last; in a kind the most frequent changes first.

    `EXAMPLES` changes of each kind, or `MOST_PLACES` of the one kind `only`.
    """
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for repair in text.repairs:
        by_kind.setdefault(repair["kind"], []).append(repair)
    shown = MOST_PLACES if only else EXAMPLES
    groups = []
    for kind, repairs in sorted(by_kind.items(), key=lambda item: (item[0] == "script", -len(item[1]), item[0])):
        if only and kind != only:
            continue
        changes = _distinct(repairs)
        groups.append(
            RepairGroup(
                kind=kind,
                name=repair_name(kind),
                explanation=repair_explanation(kind),
                count=len(repairs),
                places=[_place(text, repair, count) for repair, count in changes[:shown]],
                more=max(0, len(changes) - shown),
            )
        )
    return groups


def _distinct(repairs: Iterable[dict[str, Any]]) -> list[tuple[dict[str, Any], int]]:
    """The first repair of each distinct change, with how often it was made; the most frequent first."""
    first: dict[tuple[str, str], dict[str, Any]] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for repair in repairs:
        change = (repair["before"], repair["after"])
        first.setdefault(change, repair)
        counts[change] += 1
    return [(first[change], count) for change, count in counts.most_common()]


def damaged_places(text: ReadingText) -> list[DamagedPlace]:
    """Damage in the order of the text, `MOST_PLACES` at most (the count is the text's `damage_count`)."""
    return [
        DamagedPlace(
            place=_place(text, {**damage, "before": damage["text"], "after": ""}, 1),
            reason=damage_text(damage["reason"]),
            suggestions=list(damage["suggestions"]),
        )
        for damage in text.damage[:MOST_PLACES]
    ]


def _place(text: ReadingText, repair: dict[str, Any], count: int) -> Place:
    start, end = repair["start"], repair["end"]
    return Place(
        start=start,
        end=end,
        left=_one_line(text.text[max(0, start - CONTEXT) : start]),
        before=_visible(repair["before"]),
        after=_visible(repair["after"]),
        right=_one_line(text.text[end : end + CONTEXT]),
        count=count,
    )


def _one_line(piece: str) -> str:
    return " ".join(piece.split("\n"))


def _visible(piece: str) -> str:
    """A change that can be seen: line ends as ↵, controls by their number, nothing endless."""
    if len(piece) > LONGEST:
        piece = f"{piece[: LONGEST // 2]} … {piece[-LONGEST // 2 :]}"
    shown = []
    for char in piece:
        if char == "\n":
            shown.append("↵")
        elif char.isprintable() or char == "\u3000":
            shown.append(char)
        else:
            shown.append(f"‹{ord(char):04X}›")
    return "".join(shown)
