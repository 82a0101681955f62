"""Places of a searched text as a page shows them: the words in their surroundings, cut at the block's ends."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from synthesis.engine.text.search_terms import Clause, tokens_of

BEFORE, AFTER = 40, 90
#: Places this near each other are one snippet.
TOGETHER = 80
UNSEARCHED = frozenset({"boilerplate"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end)` of a source's current reading text, with the blocks it meets."""

    source_id: uuid.UUID
    start: int
    end: int
    text: str
    blocks: Sequence[Mapping[str, Any]]

    def block_at(self, point: int) -> Mapping[str, Any] | None:
        return next((b for b in self.blocks if b["start"] <= point < b["end"]), None)


@dataclass(frozen=True, slots=True)
class Snippet:
    """`[start, end)` is the place in the reading text; parts are (text, whether it is what was looked for)."""

    start: int
    end: int
    kind: str
    page: int | None
    parts: list[tuple[str, bool]]
    clauses: int = 1

    @property
    def address(self) -> str:
        """The query that opens the reader at the place."""
        return f"start={self.start}&end={self.end}"


Place = tuple[int, int, int]


def places_in(stretch: Stretch, clauses: Sequence[Clause]) -> list[Place]:
    """(start, end, number of the clause) of everything found, in the reading text's offsets and order."""
    tokens = tokens_of(stretch.text)
    found = [(stretch.start + a, stretch.start + b, n) for n, c in enumerate(clauses) for a, b in c.spans(tokens)]
    return sorted(place for place in found if _searched(stretch, place[0]))


def _searched(stretch: Stretch, point: int) -> bool:
    block = stretch.block_at(point)
    return block is None or block["kind"] not in UNSEARCHED


def snippets_of(stretch: Stretch, places: Sequence[Place]) -> list[Snippet]:
    """Snippets for these places of one stretch, near ones together."""
    groups: list[list[Place]] = []
    for place in places:
        near = groups and place[1] - groups[-1][0][0] <= TOGETHER
        if near and stretch.block_at(place[0]) is stretch.block_at(groups[-1][0][0]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [_snippet(stretch, group) for group in groups]


def _snippet(stretch: Stretch, places: list[Place]) -> Snippet:
    first, last = places[0], max(place[1] for place in places)
    block = stretch.block_at(first[0])
    low = max(stretch.start, block["start"]) if block else stretch.start
    high = min(stretch.end, block["end"]) if block else stretch.end
    start, end = max(low, first[0] - BEFORE), min(max(high, last), first[0] + AFTER + last - first[1])
    marks = [(place[0], place[1]) for place in places]
    return Snippet(
        start=first[0],
        end=first[1],
        kind=block["kind"] if block else "",
        page=block.get("page") if block else None,
        parts=parts_of(stretch, start, end, marks, clipped=(start > low, end < high)),
        clauses=len({place[2] for place in places}),
    )


def parts_of(
    stretch: Stretch,
    start: int,
    end: int,
    marks: Sequence[tuple[int, int]],
    *,
    clipped: tuple[bool, bool] = (False, False),
) -> list[tuple[str, bool]]:
    """The text from `start` to `end` in parts, those of `marks` marked; line ends become spaces."""
    parts: list[tuple[str, bool]] = [("…", False)] if clipped[0] else []
    at = start
    for a, b in sorted(marks):
        a, b = max(a, at), min(b, end)
        if a >= b:
            continue
        parts += [(_line(stretch, at, a), False), (_line(stretch, a, b), True)]
        at = b
    parts += [(_line(stretch, at, end), False), ("…" if clipped[1] else "", False)]
    return [part for part in parts if part[0]]


def _line(stretch: Stretch, start: int, end: int) -> str:
    return stretch.text[start - stretch.start : end - stretch.start].replace("\n", " ")
