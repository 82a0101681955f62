"""What reading did to a file, arranged for the eye: repairs by kind with an example in context, damage with proposals,
what people decided about them, and all of it as the marks of the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from synthesis.engine.text.decisions import DAMAGE, Decision, Decisions, Item, Verb, items_of
from synthesis.engine.text.forms import chosen_forms, form_at
from synthesis.engine.text.model import Damage, Repair
from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.sources.deciding import reading_of
from synthesis.sources.models import ReadingText
from synthesis.sources.reasons import damage_text, repair_explanation, repair_name, verb_text
from synthesis.sources.storable import all_repairs

#: Characters shown on each side of a place.
CONTEXT = 18
#: Distinct changes shown of a kind before "show all".
EXAMPLES = 8
#: Places shown when all are asked for: more than anybody reads, less than a browser minds.
MOST_PLACES = 500
#: A repair below this confidence deserves a look.
UNSURE = 0.8
#: Kinds that cannot be switched off: the text as written is kept anyway, and what a person chose is taken back singly.
_NOT_SWITCHED = frozenset({"script", "chosen"})
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
        return f"start={start}&end={max(self.end, start + 1)}&mark=1"


@dataclass(frozen=True, slots=True)
class RepairGroup:
    """All repairs of one kind: how many, what they are, and the most frequent changes."""

    kind: str
    name: str
    explanation: str
    count: int
    places: list[Place]
    more: int
    unsure: int = 0
    may_switch: bool = False


@dataclass(frozen=True, slots=True)
class DamagedPlace:
    """Something seen and not repaired, with what may have stood there."""

    place: Place
    reason: str
    suggestions: list[str]


def repair_groups(text: ReadingText, decisions: dict[str, Any] | None = None, *, only: str = "") -> list[RepairGroup]:
    """Repairs by kind, the kind with most first, changes of script last; in a kind the most frequent changes first.

    `EXAMPLES` distinct changes of each kind, or `MOST_PLACES` places of the one kind `only`, in the order of the text.
    """
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for repair in all_repairs(text):
        by_kind.setdefault(repair["kind"], []).append(repair)
    shown = MOST_PLACES if only else EXAMPLES
    spare = Decisions.from_json(decisions or {})
    groups = []
    for kind, repairs in sorted(by_kind.items(), key=lambda item: (item[0] == "script", -len(item[1]), item[0])):
        if only and kind != only:
            continue
        changes = [(one, 1) for one in repairs] if only else _distinct(repairs)
        groups.append(
            RepairGroup(
                kind=kind,
                name=repair_name(kind),
                explanation=repair_explanation(kind),
                count=len(repairs),
                places=[_place(text, repair, count) for repair, count in changes[:shown]],
                more=max(0, len(changes) - shown),
                unsure=sum(1 for one in repairs if one.get("confidence", 1) < UNSURE),
                may_switch=kind not in _NOT_SWITCHED | spare.off,
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


@dataclass(frozen=True, slots=True)
class Standing:
    """A decision that holds: about a kind (then `kind` only), or about a place with what stands around it."""

    kind: str
    name: str
    said: str = ""
    start: int = 0
    end: int = 0
    left: str = ""
    before: str = ""
    after: str = ""
    right: str = ""


def standing_decisions(decisions: dict[str, Any]) -> tuple[list[Standing], list[Standing]]:
    """Kinds that are switched off, and decisions about places in the order of the original."""
    held = Decisions.from_json(decisions)
    kinds = [Standing(kind, repair_name(kind)) for kind in sorted(held.off)]
    places = [
        Standing(
            kind=one.kind,
            name=repair_name(one.kind),
            said=verb_text(one.verb, damaged=one.kind == DAMAGE),
            start=one.start,
            end=one.end,
            left=_one_line(one.left),
            before=_visible(one.piece),
            after=_visible(one.text) if one.verb is Verb.CHOOSE else "",
            right=_one_line(one.right),
        )
        for one in held.places
    ]
    return kinds, places[:MOST_PLACES]


def marks(text: ReadingText, decisions: dict[str, Any], *, form: int | None = None) -> dict[str, Any]:
    """Everything the reader marks: repairs, damage, decisions that put something back; `at` are offsets of the original.

    Of the changes of script those that were a choice of word, and the one at the offset `form` of the text.
    """
    reading, held = reading_of(text), Decisions.from_json(decisions)
    repairs, damage = [], []
    for item in [*items_of(reading), *_forms(reading, form)]:
        what, at = item.what, [item.start, item.end]
        span = {"start": what.start, "end": what.end, "at": at}
        if isinstance(what, Repair):
            one = {"kind": what.kind, "before": _visible(what.before), "after": _visible(what.after)}
            repairs.append({**span, **one, "confidence": what.confidence})
        else:
            damage.append({**span, **_damage_mark(what)})
    put_back = [mark for one in held.places if (mark := _put_back(one, reading.original, reading.offset_map.to_text))]
    kinds = {one["kind"] for one in (*repairs, *put_back)}
    return {
        "text": str(text.pk),
        "kinds": {
            kind: {
                "name": repair_name(kind),
                "explanation": repair_explanation(kind),
                "switch": kind not in _NOT_SWITCHED | held.off,
            }
            for kind in sorted(kinds)
        },
        "repairs": repairs,
        "damage": damage,
        "putBack": put_back,
    }


def _forms(reading: EngineText, form: int | None) -> list[Item]:
    found = chosen_forms(reading)
    asked = form_at(reading, form) if form is not None else None
    return found if asked is None or asked in found else [*found, asked]


def _damage_mark(what: Damage) -> dict[str, Any]:
    return {"text": _visible(what.text), "reason": damage_text(what.reason), "suggestions": list(what.suggestions)}


def _put_back(one: Decision, original: str, to_text: Callable[[int, int], tuple[int, int]]) -> dict[str, Any] | None:
    """The mark of a repair that was taken back, or of damage that somebody found right; None for other decisions."""
    place = one.located(original) if one.verb in {Verb.REVERT, Verb.ACCEPT} else None
    if place is None:
        return None
    start, end = to_text(*place)
    said = verb_text(one.verb, damaged=one.kind == DAMAGE)
    return {"start": start, "end": end, "at": [one.start, one.end], "kind": one.kind, "said": said}


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
