"""In what things are compared: ahead in mathematics and ahead in reading are two comparisons of the same pupils."""

from __future__ import annotations

import re
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Passage
from synthesis.engine.drafting.lexicon.opposites import opposites_in
from synthesis.engine.patterns import lazy_pattern

_PART = {
    "zh": lazy_pattern(r"[；。]|，(?=但|而|却|不过|可|只是|同时)"),
    "en": lazy_pattern(
        r"[;.]|,? \b(?:but|whereas|while|though|although|yet)\b|\band(?= (?:[a-z]+(?:s|ed)|is|are|was|were|has|had|have)\b)"
    ),
}


def other_quality(
    mine: tuple[Passage, int, int], theirs: tuple[Passage, int, int], common: frozenset[str], known: frozenset[str]
) -> bool:
    """Whether two comparisons, each a passage and a span, are in different things: the sentence names what the evidence
    (`known`) has, but not where it compares or before, and nothing of what it compares in. `common` are the things
    that both compare."""
    text, start, _ = theirs
    own, given = _told_in(*mine) - common, _told_in(*theirs) - common
    if not given or any(_akin(a, b) for a in own for b in given):
        return False
    before = text.content_keys(text.sentence_span(start)[0], start)
    return any(_akin(a, b) for a in own for b in known) and not any(_akin(a, b) for a in own for b in before)


def _akin(one: str, other: str) -> bool:
    return one == other or (not one.isascii() and (one in other or other in one))


@lru_cache(maxsize=4096)
def _told_in(text: Passage, start: int, end: int) -> frozenset[str]:
    """The content words of the part of a sentence around a span, cut where it turns to something else, but those that
    compare."""
    begin, stop = text.sentence_span(start)
    begin = max((m.end() for m in _PART[text.language].finditer(text.text, begin, start)), default=begin)
    cut = _PART[text.language].search(text.text, end, stop)
    stop = cut.start() if cut else stop
    poles = [(h.start, h.end) for h in opposites_in(text.text, text.language)]
    return frozenset(
        w.key
        for w in text.words
        if w.content
        and begin <= w.start
        and w.end <= stop
        and not _COMPARES.search(w.text)
        and not any(a < w.end and w.start < b for a, b in poles)
    )


_COMPARES = lazy_pattern(r"[高低大小多少长短快慢好差优劣强弱早晚贵重轻][于过]|不[及如]|[a-z]{2,}er$", re.IGNORECASE)
