"""Single changes of script as something a person can decide about: each character that is shown in another form than written.

A Traditional text has one every few characters, so they are no repairs in a list; they are told where they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable

from synthesis.engine.text.decisions import Decisions, Item
from synthesis.engine.text.model import SCRIPT, ReadingText, Repair
from synthesis.engine.text.script import is_choice

#: The form was chosen among several words (乾 is 干 or 乾), or is not the one OpenCC knows.
_CHOSEN_FORM = 0.9


def form_at(reading: ReadingText, place: int) -> Item | None:
    """The change of script of the character at `place` of the text; None where there is none.

    None as well where the written character is not the original's own, because a repair put it there: then the repair
    is what can be decided about.
    """
    if not 0 <= place < len(reading.text) or reading.text[place] == reading.written[place]:
        return None
    start, end = reading.offset_map.to_original(place, place + 1)
    written, shown = reading.written[place], reading.text[place]
    if reading.original[start:end] != written:
        return None
    sure = _CHOSEN_FORM if is_choice(written, shown) else 1.0
    return Item(start, end, Repair(SCRIPT, place, place + 1, written, shown, sure))


def form_of(reading: ReadingText, start: int, end: int) -> Item | None:
    """The change of script of exactly `original[start:end]`, one character."""
    found = form_at(reading, reading.offset_map.to_text(start, end)[0]) if end == start + 1 else None
    return found if found is not None and (found.start, found.end) == (start, end) else None


def chosen_forms(reading: ReadingText) -> list[Item]:
    """The changes that were a choice between words, or went beyond OpenCC's table, in the order of the text."""
    if reading.text == reading.written:
        return []
    pairs = zip(reading.written, reading.text, strict=True)
    places = [place for place, (written, shown) in enumerate(pairs) if written != shown and is_choice(written, shown)]
    return [item for place in places if (item := form_at(reading, place)) is not None]


def decided_forms(reading: ReadingText, decisions: Decisions) -> Iterable[Item]:
    """Those that `decisions` are about, each once."""
    found: dict[int, Item] = {}
    for one in decisions.places:
        span = one.located(reading.original) if one.kind == SCRIPT else None
        item = form_of(reading, *span) if span else None
        if item is not None:
            found[item.start] = item
    return found.values()
