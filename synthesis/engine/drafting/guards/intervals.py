"""How long after one event another came, reckoned from the dates of the evidence: a year after it was adopted, 获批一年后.

Only lengths of one unit told in words (a year, a decade, 一年, within weeks), which `durations` lets pass beside any year; the
others are figures and looked for as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from synthesis.engine.drafting.guards.dates import inherited
from synthesis.engine.drafting.guards.types import Case, Finding
from synthesis.engine.drafting.quantities.find import DateMention
from synthesis.engine.patterns import lazy_pattern

#: What may be called so, in months.
_CALLED = {
    "year": (9, 16),
    "decade": (100, 140),
    "一年": (9, 16),
    "十年": (100, 140),
    "weeks": (0, 3),
    "days": (0, 1),
    "months": (0, 18),
}
_PHRASES = {
    "en": lazy_pattern(
        r"\b(?P<told>(?:exactly |just |only |barely |almost |about |nearly |some )?(?:an?|one) (?P<one>year|decade)) (?:after|later|earlier|before|from|following)\b(?! (?:than|ago))"
        r"|\b(?P<within>within (?P<few>days|weeks|months)) (?:of|after)\b",
    ),
    "zh": lazy_pattern(
        r"(?<![第近头前后])(?P<told>(?P<one>一年|十年))(?:多|左右)?(?:之后|以后|后(?!期|续)|之前|以前)|(?:历时|用时|耗时|时隔|相隔|间隔)(?P<since>(?P<span>一年|十年))(?!多)"
    ),
}
_ALREADY = {
    "en": lazy_pattern(r"\b(?:an?|one|12|twelve|10|ten)[ -](?:year|months?|decade)\b|\byears? (?:ago|later|earlier|before|after)\b"),
    "zh": lazy_pattern(r"一年|十年|[去上前次翌]年|年[前后]|12个月|十二个月|周年"),
}  # fmt: skip


def interval_findings(case: Case) -> Iterator[Finding]:
    """An objection to a length that fits no two dates of the evidence, where it names two at least and no such length."""
    language = case.sentence.language
    texts = [text for text in case.evidence if text.language == language]
    if any(_ALREADY[language].search(text.text) for text in texts):
        return
    dates = [d for text in texts for d in inherited(text) if d.year and not d.relative and not d.end_year]
    apart = [_months_apart(one, other) for one, other in combinations(dates, 2)]
    if not apart:
        return
    for match in _PHRASES[language].finditer(case.sentence.text):
        groups = {name: value for name, value in match.groupdict().items() if value}
        told = groups.get("told") or groups.get("within") or groups["since"]
        called = groups.get("one") or groups.get("few") or groups["span"]
        low, high = _CALLED[called]
        if not any(least <= high and low <= most for least, most in apart):
            named = "、".join(dict.fromkeys(d.text.strip() for d in dates))
            yield Finding("number", "fail", "figure", (told, named))
            return


def _months_apart(one: DateMention, other: DateMention) -> tuple[int, int]:
    """The least and the most months that may lie between two dates."""
    first, second = sorted((_span(one), _span(other)))
    return max(0, second[0] - first[1]), max(second[1], first[1]) - first[0]


def _span(date: DateMention) -> tuple[int, int]:
    start = 12 * (date.year or 0)
    if date.month:
        return start + date.month, start + date.month
    if date.quarter:
        return start + 3 * date.quarter - 2, start + 3 * date.quarter
    if date.half:
        return start + 6 * date.half - 5, start + 6 * date.half
    return start + 1, start + 12
