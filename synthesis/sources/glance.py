"""A source's quality at a glance: a verdict in one sentence, and where along the text things are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from synthesis.sources import quality
from synthesis.sources.models import ReadingText
from synthesis.sources.reasons import warning_text
from synthesis.workspaces.policy import Access

#: Pieces of the strip; one is a few pixels wide.
PIECES = 160
#: Damaged characters in 10,000 above which a text is not to be quoted unseen.
BADLY = 40
#: Fewer damaged places than this can be looked at one by one.
MANY = 5

Spans = Callable[[Access, Any], list[tuple[int, int]]]
_excerpts: list[Spans] = []


def register_excerpts(spans: Spans) -> None:
    """The room above says which spans of a source's current text are excerpts."""
    _excerpts.append(spans)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of the strip: its number, how many things begin in it, and the place of the first."""

    x: int
    count: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Strip:
    """The text from its first character to its last in `PIECES`; excerpts as [x, width] of what they cover."""

    repairs: list[Piece]
    damage: list[Piece]
    excerpts: list[tuple[int, int]]
    covered: float
    width: int = PIECES


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one may expect of the text: a level of components ("", "caution", "danger") and a sentence."""

    level: str
    text: str


def quality_context(access: Access, source: Any, text: ReadingText, kind: str) -> dict[str, Any]:
    """What templates/sources/_facts.html shows of a text; of one `kind` all its places ("damage" is one too)."""
    off, decided = quality.standing_decisions(source.decisions)
    spans = [span for find in _excerpts for span in find(access, source)]
    return {
        "damage": quality.damaged_places(text) if kind in {"", "damage"} else [],
        "warnings": [warning_text(code) for code in text.warnings],
        "groups": quality.repair_groups(text, source.decisions, only=kind),
        "off": off,
        "decided": decided,
        "strip": strip(text, spans),
        "verdict": verdict(text),
    }


def strip(text: ReadingText, excerpts: Iterable[tuple[int, int]]) -> Strip:
    """Where repairs (but changes of script), damage and excerpts are along the text."""
    marks = _marks(excerpts, text.length)
    return Strip(
        repairs=_pieces([one for one in text.repairs if one["kind"] != "script"], text.length),
        damage=_pieces(text.damage, text.length),
        excerpts=[(int(a * PIECES / text.length), max(1, round((b - a) * PIECES / text.length))) for a, b in marks],
        covered=100 * sum(b - a for a, b in marks) / max(1, text.length),
    )


def _marks(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """The spans joined where they meet, inside the text."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], min(length, max(end, joined[-1][1])))
        elif start < end <= length:
            joined.append((start, end))
    return joined


def _pieces(things: Iterable[dict[str, Any]], length: int) -> list[Piece]:
    found: dict[int, Piece] = {}
    for one in things:
        x = min(PIECES - 1, one["start"] * PIECES // max(1, length))
        first = found.get(x)
        start = max(0, one["start"] - (one["start"] == one["end"]))
        found[x] = (
            Piece(x, first.count + 1, first.start, first.end)
            if first
            else Piece(x, 1, start, max(start + 1, one["end"]))
        )
    return [found[x] for x in sorted(found)]


def verdict(text: ReadingText) -> Verdict:
    """One sentence about the text for somebody who wants to quote it."""
    broken = sum(max(1, one["end"] - one["start"]) for one in text.damage)
    unsure = sum(1 for one in text.repairs if one.get("confidence", 1) < quality.UNSURE)
    if text.damage_count >= MANY and broken * 10_000 > BADLY * max(1, text.length):
        return Verdict("danger", _("Much of this text is damaged. Compare every quotation with the original."))
    if text.damage_count:
        n = text.damage_count
        said = ngettext(
            "Good to work with, but for %(n)s place that is damaged: look at it before you quote it.",
            "Good to work with, but for %(n)s places that are damaged: look at them before you quote them.",
            n,
        )
        return Verdict("caution", said % {"n": n})
    if unsure:
        said = ngettext(
            "Good to work with. %(n)s repair is less certain than the others.",
            "Good to work with. %(n)s repairs are less certain than the others.",
            unsure,
        )
        return Verdict("", said % {"n": unsure})
    if text.repairs_count:
        return Verdict("", _("Good to work with: everything that was broken could be repaired."))
    return Verdict("", _("Clean: nothing had to be repaired, and no damage was found."))
