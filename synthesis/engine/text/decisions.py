"""What a person decided about the repairs and the damage of a source, as data.

Every decision is keyed by its place in the original, with the characters that stand there and around it, so that it
finds its place again when the same file is read by a later reader. `synthesis.engine.text.decided` applies them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from synthesis.engine.text.model import Damage, ReadingText, Repair

#: Stands for the kind of a repair where a decision is about damage.
DAMAGE = "damage"
#: A repair that a person made.
CHOSEN = "chosen"
#: Kinds that put characters in the place of lost ones: reverted, such a place is damaged again.
GUESSED = frozenset({"byteshift", "mojibake", "doublebyte", "encoding"})
#: Characters of the original kept on each side of a place.
_CONTEXT = 16


class Verb(StrEnum):
    """REVERT: what stood there. KEEP: a repair stays though its kind is switched off. CHOOSE: the person's own text.
    ACCEPT: right as it stood, no repair and no damage."""

    REVERT = "revert"
    KEEP = "keep"
    CHOOSE = "choose"
    ACCEPT = "accept"


@dataclass(frozen=True, slots=True)
class Decision:
    """`verb` about `original[start:end] == piece`, between `left` and `right`; `text` is what CHOOSE puts there."""

    verb: Verb
    kind: str
    start: int
    end: int
    piece: str = ""
    left: str = ""
    right: str = ""
    text: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"[{self.start}, {self.end}) is no span")

    @property
    def key(self) -> tuple[int, int, str]:
        """One decision per place and kind; damage and guessed repairs of a place are the same matter."""
        return self.start, self.end, DAMAGE if self.kind in GUESSED else self.kind

    def located(self, original: str) -> tuple[int, int] | None:
        """Where the place is in `original`: as noted, else the nearest stretch with the same characters around it."""
        if self._stands_at(original, self.start):
            return self.start, self.end
        needle = self.left + self.piece + self.right
        found: list[int] = []
        at = original.find(needle) if needle.strip() else -1
        while at >= 0:
            found.append(at + len(self.left))
            at = original.find(needle, at + 1)
        if not found:
            return None
        start = min(found, key=lambda place: (abs(place - self.start), place))
        return start, start + len(self.piece)

    def _stands_at(self, original: str, start: int) -> bool:
        end = start + len(self.piece)
        return (
            original[start:end] == self.piece
            and original[max(0, start - len(self.left)) : start] == self.left
            and original[end : end + len(self.right)] == self.right
        )


@dataclass(frozen=True, slots=True)
class Decisions:
    """Kinds of repair that are switched off for this source, and decisions about single places, in their order."""

    off: frozenset[str] = frozenset()
    places: tuple[Decision, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.off or self.places)

    def with_kind(self, kind: str, *, off: bool) -> Decisions:
        """The kind switched off or on; what was decided about its single places as part of it goes with it."""
        moot = Verb.KEEP if off else Verb.REVERT
        kept = tuple(one for one in self.places if not (one.kind == kind and one.verb is moot))
        return Decisions(self.off | {kind} if off else self.off - {kind}, kept)

    def with_place(self, decision: Decision) -> Decisions:
        """`decision` in place of an earlier one about the same place."""
        kept = [one for one in self.places if one.key != decision.key]
        return replace(self, places=_sorted([*kept, decision]))

    def without_place(self, decision: Decision) -> Decisions:
        """Nothing decided about the place of `decision`."""
        return replace(self, places=tuple(one for one in self.places if one.key != decision.key))

    def at(self, item: Item) -> Decision | None:
        """What was decided about exactly this place."""
        key = (item.start, item.end, DAMAGE if item.kind in GUESSED else item.kind)
        return next((one for one in self.places if one.key == key), None)

    def to_json(self) -> dict[str, Any]:
        """For a database column; empty when nothing was decided."""
        if not self:
            return {}
        fields = ("verb", "kind", "start", "end", "piece", "left", "right", "text")
        return {
            "off": sorted(self.off),
            "places": [{name: _plain(getattr(one, name)) for name in fields} for one in self.places],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Decisions:
        """From `to_json`. Raises KeyError, TypeError or ValueError on data of another shape."""
        places = [Decision(**{**one, "verb": Verb(one["verb"])}) for one in data.get("places", [])]
        return cls(frozenset(str(kind) for kind in data.get("off", [])), _sorted(places))


@dataclass(frozen=True, slots=True)
class Item:
    """A repair or a damaged place of a reading text, and where it is in the original."""

    start: int
    end: int
    what: Repair | Damage

    @property
    def kind(self) -> str:
        return self.what.kind if isinstance(self.what, Repair) else DAMAGE


def items_of(reading: ReadingText) -> list[Item]:
    """All repairs and damage with their places in the original, in the order of the text, then of the original.

    Without the changes of script, of which there are thousands: `forms` has single ones.
    """
    items: list[Item] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    both: list[Repair | Damage] = [*reading.repairs, *reading.damage]
    for one in both:
        if one.start < one.end:
            items.append(Item(*reading.offset_map.to_original(one.start, one.end), one))
            continue
        low, high = _gap(reading, one.start)
        before = one.before if isinstance(one, Repair) else one.text
        span = _found(reading.original, before, low, high, taken.setdefault(one.start, []))
        items.append(Item(*span, one))
    return sorted(items, key=in_order)


def in_order(item: Item) -> tuple[int, int, int, int, str]:
    """By the place in the text, then in the original."""
    return item.what.start, item.start, item.end, item.what.end, item.kind


def decision_about(reading: ReadingText, item: Item, verb: Verb, text: str = "") -> Decision:
    """A decision about `item` of the text as read, with what it needs to find its place again."""
    original = reading.original
    return Decision(
        verb=verb,
        kind=item.kind,
        start=item.start,
        end=item.end,
        piece=original[item.start : item.end],
        left=original[max(0, item.start - _CONTEXT) : item.start],
        right=original[item.end : item.end + _CONTEXT],
        text=text,
    )


def matched(items: list[Item], decisions: Decisions, original: str) -> dict[int, Decision]:
    """Which decision is about which item, by the item's number. What has no place any more is left out."""
    exact: dict[tuple[int, int, str], int] = {}
    for number, item in enumerate(items):
        exact.setdefault((item.start, item.end, item.kind), number)
    by_start = sorted(range(len(items)), key=lambda number: items[number].start)
    starts = [items[number].start for number in by_start]
    found: dict[int, Decision] = {}
    for one in decisions.places:
        span = one.located(original)
        if span is None:
            continue
        hit = exact.get((*span, one.kind))
        if hit is None:
            at = bisect_left(starts, span[1])
            # Only neighbours can overlap: items of one sort of matter never contain each other.
            near = (n for n in by_start[max(0, at - 8) : at] if _same_matter(items[n].kind, one.kind))
            hit = max(near, key=lambda n: _shared(items[n], span), default=None)
            if hit is not None and _shared(items[hit], span) <= 0:
                hit = None
        if hit is not None:
            found.setdefault(hit, one)
    return found


def _same_matter(kind: str, decided: str) -> bool:
    """A later reader may have mended what an earlier one only reported, and the other way round."""
    return kind == decided or (kind in GUESSED | {DAMAGE} and decided in GUESSED | {DAMAGE})


def _shared(item: Item, span: tuple[int, int]) -> int:
    return min(item.end, span[1]) - max(item.start, span[0])


def _gap(reading: ReadingText, place: int) -> tuple[int, int]:
    """The stretch of the original between the characters before and after a place of the text."""
    offsets = reading.offset_map
    low = offsets.to_original(place - 1, place)[1] if place else 0
    high = offsets.to_original(place, place + 1)[0] if place < len(reading.text) else len(reading.original)
    return low, max(low, high)


def _found(original: str, piece: str, low: int, high: int, taken: list[tuple[int, int]]) -> tuple[int, int]:
    """Where `piece` was removed from the gap: its first stretch that no other removal has, else all of the gap."""
    at = original.find(piece, low, high) if piece else -1
    while at >= 0:
        span = at, at + len(piece)
        if all(span[1] <= a or b <= span[0] for a, b in taken):
            taken.append(span)
            return span
        at = original.find(piece, at + 1, high)
    return (low, high) if piece else (low, low)


def _sorted(places: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(places, key=lambda one: (one.key, one.verb)))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value
