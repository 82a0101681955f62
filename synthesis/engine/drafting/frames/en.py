"""English sentence frames for figures. Not for other sentences; see `rewrite`."""

from __future__ import annotations

import re

from synthesis.engine.drafting.evidence.facts import Fact
from synthesis.engine.drafting.evidence.units import Unit
from synthesis.engine.patterns import lazy_pattern

_PLAIN = lazy_pattern(r"^[A-Za-z][A-Za-z -]{2,50}$")


def value_phrase(fact: Fact) -> str:
    """Verb and value, hedge and qualifier kept."""
    if fact.modal:
        return f"{_MODALS.get(fact.modal.lower(), 'is expected to reach')} {fact.phrase}"
    return f"stood at {fact.phrase}"


_MODALS = {
    "expected": "is expected to reach",
    "projected": "is projected to reach",
    "forecast": "is forecast to reach",
    "could": "could reach",
    "may": "may reach",
    "might": "might reach",
    "likely": "is likely to reach",
    "will": "will reach",
    "estimated": "is estimated at",
}


def figure_sentences(unit: Unit, body: str, skip: frozenset[str] = frozenset()) -> list[str]:
    """Wordings (without full stop) of the level a unit tells, when subject and measure are plain."""
    levels = [f for f in unit.facts if f.phrase not in skip and not f.change and f.indicator and f.unit]
    if len(levels) != 1 or len(unit.facts) != 1 or not levels[0].subject:
        return []
    fact = levels[0]
    if not _PLAIN.match(fact.subject) or not _PLAIN.match(fact.indicator) or len(body) > 140:
        return []
    if re.search(rf"{re.escape(fact.phrase)} (?:below|above|less|more|under|over|short|[a-z]+er)\b", unit.text):
        return []  # 12% below the level of 2019 is no level
    if re.search(
        r"\b(?:end|start|beginning|close|middle|early|late|mid|until|since|by|before|after)(?: of)?[ -](?:19|20)\d\d\b",
        body,
    ) or (not fact.time_text and re.search(r"\b(?:19|20)\d\d\b", body)):
        return []  # at the end of a year is not in it, and a time is not left out
    name = f"the {fact.indicator} of {fact.subject}"
    if not fact.time_text:
        return [f"{name[:1].upper()}{name[1:]} {value_phrase(fact)}"]
    return [
        f"In {fact.time_text}, {name} {value_phrase(fact)}",
        f"{name[:1].upper()}{name[1:]} {value_phrase(fact)} in {fact.time_text}",
    ]
