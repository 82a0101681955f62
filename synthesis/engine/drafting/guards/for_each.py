"""So many of one thing for each of another: the two must not change places (two euros of fares for every euro of grants)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.patterns import lazy_pattern

_MANY = r"(?:\d[\d.]*|two|three|four|five|six|seven|eight|nine|ten|twice|a dozen)"
_FORMS = {
    "zh": (
        lazy_pattern(
            r"每(?P<one>[^，。；]{2,24}?)，?(?:就|便|则|要|须|需|会|可|对应|带动|相应|同时|即|能)+(?P<many>[^，。；]{0,12}?(?:\d[\d.]*|[两二三四五六七八九十])[^，。；]{1,24})"
        ),
        lazy_pattern(
            r"每(?P<one>[^，。；]{2,24}?)，(?P<many>[^，。；]{0,16}?(?:\d[\d.]*|[两二三四五六七八九十])[^，。；]{1,24})"
        ),
    ),
    "en": (
        lazy_pattern(
            rf"\bfor (?:every|each) (?P<one>[^.;,]{{3,70}}), (?P<many>[^.;,]*?\b{_MANY}\b[^.;,]*)", re.IGNORECASE
        ),
        lazy_pattern(
            rf"(?P<many>[^.;,]*?\b{_MANY}\b[^.;,]*?),? for (?:every|each) (?:one )?(?P<one>[^.;,]{{3,70}})",
            re.IGNORECASE,
        ),
    ),
}


@lru_cache(maxsize=1024)
def _told(text: Passage) -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """What there are several of, what there is one of, and the wording, without what both have."""
    found = []
    for pattern in _FORMS[text.language]:
        for match in pattern.finditer(text.text):
            many, one = (_keys(text, *match.span(name)) for name in ("many", "one"))
            if many - one and one - many:
                found.append((many - one, one - many, match.group().strip()))
        if found:
            break
    return tuple(found)


def _keys(text: Passage, start: int, end: int) -> frozenset[str]:
    keys = text.content_keys(start, end)
    if text.language == "zh":
        told = text.text[start:end]
        keys |= {told[i : i + 2] for i in range(len(told) - 1) if told[i : i + 2].isalpha()}
    return keys


def each_findings(case: Case) -> Iterator[Finding]:
    """An objection when the thing there are several of is the one there is one of in the evidence, and the reverse."""
    theirs = [pair for text in case.evidence if text.language == case.sentence.language for pair in _told(text)]
    for many, one, wording in _told(case.sentence):
        for other_many, other_one, _ in theirs:
            straight = len(many & other_many) + len(one & other_one)
            crossed = len(many & other_one) + len(one & other_many)
            if many & other_one and one & other_many and crossed > straight:
                yield Finding("role", "fail", "role", (wording,))
                return
