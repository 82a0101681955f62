"""Order of events: what the evidence has happen later cannot have caused what came before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.juxtaposed import juxtaposed_findings
from synthesis.engine.drafting.guards.links import Link, keys_between, links
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_LATER_FIRST = lazy_pattern(
    r"\b(?:followed(?P<by> by)?|came after|come after|after|following|in the wake of)\b", re.IGNORECASE
)
_EARLIER_FIRST = lazy_pattern(r"(?:之后|以后|(?<![先前今落背])后)(?=[，\u4e00-\u9fff])")
_MOST, _LITTLE = 0.5, 0.25


def sequence_findings(case: Case) -> Iterator[Finding]:
    """Objections to a cause that the evidence tells as what came after its effect, or only beside it."""
    ordered = [pair for text in case.evidence if text.language == case.sentence.language for pair in _ordered(text)]
    for link in links(case.sentence):
        if not link.denied and any(_turned(link, earlier, later) for earlier, later in ordered):
            yield Finding("cause", "fail", "cause_reversed", (link.text,))
            return
    yield from juxtaposed_findings(case)


def _ordered(text: Passage) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The keys of what came earlier and of what came later, for each word of sequence."""
    pattern = _EARLIER_FIRST if text.language == "zh" else _LATER_FIRST
    for begin, stop in text.sentences:
        for match in pattern.finditer(text.text, begin, stop):
            clause = next(c for c in text.clauses if c.start <= match.start() < c.end)
            before = keys_between(text, clause.start, match.start())
            if text.language == "zh":  # 退休后贫困，… is one phrase: what comes later ends with it
                closed = text.text[match.end() : match.end() + 1] == "，"
                yield before, keys_between(text, match.end(), stop if closed else clause.end)
            elif before:
                after = keys_between(text, match.end(), clause.end)
                yield (before, after) if match["by"] else (after, before)


def _turned(link: Link, earlier: frozenset[str], later: frozenset[str]) -> bool:
    known = earlier | later
    cause, effect = link.cause & known, link.effect & known
    if len(cause) < 1 or len(effect) < 1 or 3 * len(cause) < len(link.cause) or 3 * len(effect) < len(link.effect):
        return False
    return (
        len(cause & later) >= _MOST * len(cause)
        and len(effect & earlier) >= _MOST * len(effect)
        and len(cause & earlier) <= _LITTLE * len(cause)
        and len(effect & later) <= _LITTLE * len(effect)
    )
