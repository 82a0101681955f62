"""Texts made ready for comparison, once for all rooms: what likeness was told from, the rooms above keep."""

from __future__ import annotations

from collections.abc import Callable

from synthesis.engine.overlap.prepared import PreparedText, prepare
from synthesis.engine.text.running import running_text
from synthesis.sources.models import ReadingText

Keeper = Callable[[ReadingText, PreparedText], None]
_keepers: list[Keeper] = []


def prepare_reading(text: ReadingText) -> PreparedText:
    """The arrays of a reading text; page furniture and site chrome in it match nothing."""
    furniture = [(b["start"], b["end"]) for b in text.blocks if b["kind"] == "boilerplate"]
    return prepare(running_text(text.text, furniture))


def keeps_prepared(keeper: Keeper) -> Keeper:
    """Decorator: called with every new text and its arrays, in the transaction that ends their job."""
    _keepers.append(keeper)
    return keeper


def tell_prepared(text: ReadingText, prepared: PreparedText) -> None:
    """Hands the arrays to whoever keeps them."""
    for keeper in _keepers:
        keeper(text, prepared)
