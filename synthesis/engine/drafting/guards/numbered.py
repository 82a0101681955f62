"""Groups and parts known by a number (65岁以上人口, 二期工程, phase two): a figure of one is not told of another.

The number that names a group governs the figures after it, up to the next of its kind; after 分别 or before
"respectively" each of several takes its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import numerals
from synthesis.engine.drafting.quantities.find import Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern

#: 三期 after 分 or 共 counts the parts; 第三期 and 三期工程 name one.
_NAMED_ZH = lazy_pattern(
    r"(?<![分共各前后每近约两、\d])第?(?P<n>[一二三四五六七八九十首]{1,2}|\d{1,2}|[ⅠⅡⅢⅣ])(?P<kind>期(?![间刊货限])|批(?![发准复])|轮(?!胎)|阶段|号线|产业|梯队)"
)
_NAMED_EN = lazy_pattern(
    r"\b(?:(?P<kind>phase|stage|tier|batch|round|line|tranche|unit|reactor|cohort) (?P<n>one|two|three|four|five|six|\d{1,2}|I{1,3}|IV)"
    r"|(?P<nth>first|second|third|fourth|fifth|sixth) (?P<kind2>phase|stage|tier|batch|round|tranche|reactor|cohort))\b",
    re.IGNORECASE,
)
_RESPECTIVELY = lazy_pattern(r"分别|依次|\brespectively\b", re.IGNORECASE)
_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_NTH = "first second third fourth fifth sixth".split()
_ROMAN = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    end: int
    kind: str
    value: Decimal
    high: Decimal | None = None  # of 18至35岁


def numbered_findings(case: Case) -> Iterator[Finding]:
    """Objections to figures told of another numbered group than in every place where the evidence has them."""
    theirs = [(q, group, text) for text in case.evidence if _groups(text) for q, group in governed(text)]
    if not theirs:
        return
    for quantity, group in governed(case.sentence):
        same = [(g, text) for q, g, text in theirs if alike(q, quantity) and same_value(q, quantity)]
        if group is None or not same or any(g is None or g.kind != group.kind for g, _ in same):
            continue
        if not any(g is not None and (g.value, g.high) == (group.value, group.high) for g, _ in same):
            named = next(text.text[g.start : g.end] for g, text in same if g is not None)
            mine = case.sentence.text[group.start : group.end]
            yield Finding("number", "fail", "numbered", (quantity.text.strip(), named, mine))
            return


_FROM = lazy_pattern(r"(?:[由从]|\bfrom\s)(?:约|近|about |around |some )?$", re.IGNORECASE)


@lru_cache(maxsize=2048)
def governed(text: Passage) -> tuple[tuple[Quantity, _Group | None], ...]:
    """Every figure of a passage that names no group, with the group of its sentence that governs it."""
    found: list[tuple[Quantity, _Group | None]] = []
    for start, end in text.sentences:
        groups = [g for g in _groups(text) if start <= g.start < end]
        figures = [
            q
            for q in text.quantities
            if start <= q.start < end
            and q.unit_class != "age"
            and not any(g.start < q.end and q.start < g.end for g in groups)
        ]
        paired = _in_turn(text, groups, figures, start, end)
        for quantity in figures:
            before = [g for g in groups if g.end <= quantity.start]
            # By the second phase, from what the first makes: whose the level left is is not told.
            left = _FROM.search(text.text[max(0, quantity.start - 12) : quantity.start])
            found.append((quantity, paired.get(quantity.start, before[-1] if before and not left else None)))
    return tuple(found)


def _in_turn(text: Passage, groups: list[_Group], figures: list[Quantity], start: int, end: int) -> dict[int, _Group]:
    """Offset → group where as many like figures as groups follow them and the sentence says each takes its own."""
    if len(groups) < 2 or not _RESPECTIVELY.search(text.text, start, end):
        return {}
    after = [q for q in figures if q.start >= groups[-1].end]
    like = [q for q in after if alike(q, after[0])][: len(groups)] if after else []
    return {q.start: g for q, g in zip(like, groups, strict=True)} if len(like) == len(groups) else {}


@lru_cache(maxsize=2048)
def _groups(text: Passage) -> tuple[_Group, ...]:
    zh = text.language == "zh"
    told = [
        (m, m["kind"] or ("" if zh else m["kind2"]), _value((m["n"] or ("" if zh else m["nth"])).lower()))
        for m in (_NAMED_ZH if zh else _NAMED_EN).finditer(text.text)
    ]
    found = [_Group(*m.span(), kind.lower(), value) for m, kind, value in told if value is not None]
    found += [
        _Group(q.start, q.end, "age", q.value, q.high)
        for q in text.quantities
        if q.unit_class == "age" and (q.high is not None or q.qualifier in _BOUNDS)
    ]
    return tuple(sorted(found, key=lambda g: g.start))


def _value(number: str) -> Decimal | None:
    if number in _ROMAN:
        return Decimal(_ROMAN[number])
    if number in _NTH:
        return Decimal(_NTH.index(number) + 1)
    if number == "首":
        return Decimal(1)
    if number.isdigit():
        return Decimal(number)
    return numerals.chinese(number) if not number.isascii() else numerals.english(number)
