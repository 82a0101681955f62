"""Decisions about repairs between their column, the engine and what a request says."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from synthesis.engine.text.decided import apply_decisions
from synthesis.engine.text.decisions import CHOSEN, DAMAGE, GUESSED, Decision, Decisions, Item
from synthesis.engine.text.model import ReadingText as EngineText
from synthesis.infra.errors import Invalid
from synthesis.sources.models import ReadingText
from synthesis.sources.storable import storable_text

#: Longest own text for one place, in characters: a word or a phrase, not an essay.
OWN_TEXT = 200
MOST_AT_ONCE = 200
_LARGEST = 2**31


class Wish(StrEnum):
    """What a person can ask for: about one place, or (OFF, ON) about all repairs of a kind."""

    REVERT = "revert"
    RESTORE = "restore"
    CHOOSE = "choose"
    ACCEPT = "accept"
    OFF = "off"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Change:
    """One wish: about `original[start:end]`, or about a kind."""

    wish: Wish
    kind: str
    start: int = 0
    end: int = 0
    text: str = ""

    @property
    def whole_kind(self) -> bool:
        return self.wish in {Wish.OFF, Wish.ON}

    @classmethod
    def parse(cls, data: Any) -> Change:
        """From a JSON object or a form. Raises Invalid."""
        if not isinstance(data, Mapping) or str(data.get("wish", "")) not in {one.value for one in Wish}:
            raise Invalid(_("The request is incomplete."), fields={"wish": "one of revert, restore, choose, accept"})
        wish = Wish(data["wish"])
        start, end = _number(data.get("start", 0)), _number(data.get("end", 0))
        text = data.get("text", "")
        if not isinstance(text, str) or end < start:
            raise Invalid(_("The request is incomplete."), fields={"text": "string"})
        text = storable_text(text)
        if wish is Wish.CHOOSE and (len(text) > OWN_TEXT or any(not char.isprintable() for char in text)):
            message = _("Write at most %(most)s characters, on one line.") % {"most": OWN_TEXT}
            raise Invalid(message, fields={"text": message})
        return cls(wish, storable_text(str(data.get("kind", "")))[:40], start, end, text)

    def to_json(self) -> dict[str, Any]:
        return {"wish": self.wish, "kind": self.kind, "start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one request asks for: changes of the text with this id, and the offset `at` that the person looks at."""

    text_id: uuid.UUID | None
    changes: tuple[Change, ...]
    at: int

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Wanted:
        """From `{"text", "at", "changes": [...]}`, or from a form that is one change itself. Raises Invalid."""
        many = data.get("changes", [data])
        if not isinstance(many, list) or not 0 < len(many) <= MOST_AT_ONCE:
            raise Invalid(_("The request is incomplete."), fields={"changes": "list"})
        try:
            text_id = uuid.UUID(str(data["text"])) if data.get("text") and "changes" in data else None
        except ValueError as error:
            raise Invalid(_("The request is incomplete."), fields={"text": "UUID"}) from error
        return cls(text_id, tuple(Change.parse(one) for one in many), _number(data.get("at", 0)))


def _number(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) < 11:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _LARGEST:
        raise Invalid(_("The request is incomplete."), fields={"start": "number"})
    return value


def reading_of(row: ReadingText) -> EngineText:
    """The engine's text of a stored one (without title and metadata, which the source has)."""
    data = {name: getattr(row, name) for name in _COLUMNS}
    return EngineText.from_json({**data, "title": "", "written": row.written or row.text, "original": row.extracted})


_COLUMNS = ("language", "text", "blocks", "sentences", "repairs", "damage", "warnings", "offset_map")


def decided_reading(read: ReadingText, decisions: Decisions) -> EngineText | None:
    """The text as `decisions` make it of the text as read; None when they change nothing of it."""
    base = reading_of(read)
    decided, _map = apply_decisions(base, decisions)
    return None if decided is base else decided


def item_at(items: list[Item], change: Change) -> Item | None:
    """The repair or damage of the text as read that a wish is about, whatever stands there now."""
    here = [item for item in items if (item.start, item.end) == (change.start, change.end)]
    if change.kind in {CHOSEN, DAMAGE} | GUESSED:
        # Chosen text and damage that came back hide what the place was when it was read.
        here.sort(key=lambda item: item.kind not in GUESSED | {DAMAGE})
        return here[0] if here else None
    return next((item for item in here if item.kind == change.kind), None)


def earlier_decision(decisions: Decisions, change: Change) -> Decision | None:
    """A decision about exactly this place, also when the text as read no longer has it."""
    return next(
        (one for one in decisions.places if (one.start, one.end, one.kind) == (change.start, change.end, change.kind)),
        None,
    )
