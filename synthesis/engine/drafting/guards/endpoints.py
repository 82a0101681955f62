"""The first and the last value of a change, a period and its first year, both sides of a bound: none is told for the
other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from synthesis.engine.drafting.guards.alignment import clause_at
from synthesis.engine.drafting.guards.date_fits import plain
from synthesis.engine.drafting.guards.dating import is_reference
from synthesis.engine.drafting.guards.measure import told_again
from synthesis.engine.drafting.guards.nearness import comparable
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities import likeness
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.drafting.quantities.likeness import same_value
from synthesis.engine.patterns import lazy_pattern

_ORIGIN_ZH = lazy_pattern(r"(?:由|从|自)[^，。；]{0,14}$")
_ORIGIN_EN = lazy_pattern(r"\bfrom\s(?:[\w',-]+\s){0,4}$")
_ONWARD_ZH = lazy_pattern(r"[^，。；]{0,10}[增升涨长高大加扩降减跌落缩低少短变改调][^，。；]{0,6}[至到为]")
_ONWARD_EN = lazy_pattern(r"\s?(?:[\w',%-]+\s){0,6}?to\b")
_TO_FROM = lazy_pattern(r"\b(?P<to>to) [^.;]{1,60}\bfrom\s(?:about |around |some |just )?$")
_END_ZH = lazy_pattern(r"(?:[至到]|达到?)(?:了|约|近|逾|\s)*$")
_END_EN = lazy_pattern(
    r"\b(?:to(?: an? (?:average|total|level|record|high|low|mean|median) of)?|reach(?:es|ed|ing)?|hit)\s+(?:about |around |some |just )?$"
)
_DIGITS = lazy_pattern(r"\d[\d,.]*")
_BEFORE = lazy_pattern(
    r"原|此前|曾|以前|之前|最初|起初|起点|\b(?:previous\w*|former\w*|earlier|initial\w*|originally|had been|once|before|back|return\w*|from)\b"
)


def endpoint_findings(case: Case) -> Iterator[Finding]:
    """A level that something fell or rose from told as the one it came to; a sum of several years told of one."""
    turned = _turned(case)
    if turned is not None:
        yield Finding("number", "fail", "origin", turned)
        return
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        if clause is None or quantity.high is not None:
            continue
        same = told_again(case, quantity, _akin)
        if not same:
            continue
        before = case.sentence.text[clause.start : quantity.start]
        said = _END_ZH if case.sentence.language == "zh" else _END_EN
        ends = [led_to(text, q) for text, q in same]
        whole = case.sentence.sentence_of(clause)
        told = any(_akin(e, q) for e in ends if e for q in case.sentence.quantities)
        here = [d for d in case.sentence.dates if clause.start <= d.start < clause.end and d.year]
        if (years := _misplaced_year(case, here, same)) is not None:
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), str(years)))
            return
        if said.search(before) and all(ends) and not told and not _BEFORE.search(whole) and not here:
            yield Finding("number", "fail", "origin", (quantity.text.strip(), ends[0].text.strip() if ends[0] else ""))
            return
        start, end = case.sentence.sentences[clause.sentence]
        told_dates = [d for d in case.sentence.dates if start <= d.start < end and d.year]
        date = told_dates[0] if len(told_dates) == 1 else None
        spans = [_summed_over(text, q) for text, q in same]
        if (
            date is not None
            and not date.end_year
            and all(s is not None and plain(s).year == date.year for s in spans)
            and spans[0]
        ):
            yield Finding("number", "fail", "date", (date.text.strip(), spans[0].text.strip()))
            return


def _turned(case: Case) -> tuple[str, str] | None:
    """The level that a change is told to have come to, and the one it came to, when the evidence has it the other way."""
    theirs = [pair for text in case.evidence for pair in _courses(text)]
    for mine in _courses(case.sentence):
        alike = [(first, last) for first, last in theirs if _same_level(mine[0], last) and _same_level(mine[1], first)]
        if alike and not any(_same_level(mine[0], first) and _same_level(mine[1], last) for first, last in theirs):
            return mine[1].text.strip(), alike[0][1].text.strip()
    return None


def _courses(text: Passage) -> Iterator[tuple[Quantity, Quantity]]:
    """The first and the last value of each change told from one to another."""
    for quantity in text.quantities:
        if quantity.high is not None:  # from 88% to 93%
            if _ORIGIN_EN.search(text.text, 0, quantity.start) or _ORIGIN_ZH.search(text.text, 0, quantity.start):
                yield replace(quantity, high=None), replace(quantity, value=quantity.high, high=None)
        elif (end := led_to(text, quantity)) is not None:
            yield quantity, end


def _same_level(first: Quantity, second: Quantity) -> bool:
    if "number" in {first.unit_class, second.unit_class}:
        return _written(first) == _written(second)
    return _alike(first, second) and first.value == second.value


def _written(quantity: Quantity) -> str:
    """The digits of a figure, whatever it counts."""
    match = _DIGITS.search(quantity.text)
    return match.group().replace(",", "") if match else quantity.text


def _or_bare(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are of one kind, or one leaves its kind to the other: to 42 days from 28."""
    return _alike(first, second) or "number" in {first.unit_class, second.unit_class}


def _alike(first: Quantity, second: Quantity) -> bool:
    """Whether two figures are of one kind; an age may stand bare (from 51 in 2006 to 58)."""
    return likeness.alike(first, second) or {first.unit_class, second.unit_class} == {"age", "number"}


def _akin(first: Quantity, second: Quantity) -> bool:
    return _alike(first, second) and same_value(first, second)


def led_to(text: Passage, quantity: Quantity) -> Quantity | None:
    """The figure that something came to from this one, None when it is told otherwise."""
    clause = clause_at(text, quantity.start)
    if clause is None:
        return None
    zh = text.language == "zh"
    if not zh and (turned := _TO_FROM.search(text.text[clause.start : quantity.start])):
        at = clause.start + turned.end("to")
        return next((q for q in text.quantities if at <= q.start < quantity.start and _or_bare(q, quantity)), None)
    left = text.text[clause.start : quantity.start]
    right = text.text[quantity.end : clause.end]
    if not (_ORIGIN_ZH if zh else _ORIGIN_EN).search(left):
        return None
    onward = (_ONWARD_ZH if zh else _ONWARD_EN).match(right)
    if not onward:
        return None
    at = quantity.end + onward.end()
    return next((q for q in text.quantities if at <= q.start < clause.end and _alike(q, quantity)), None)


def _misplaced_year(case: Case, told: list[DateMention], same: list[tuple[Passage, Quantity]]) -> int | None:
    """The year a figure is of, when it opens or closes a change over years and its clause tells it of the other end."""
    if len(told) != 1 or told[0].end_year or is_reference(case.sentence, told[0]) or len(same) != 1:
        return None
    text, other = same[0]
    start, end = text.sentence_span(other.start)
    dates = [d for d in text.dates if start <= d.start < end and d.year]
    years = [y for d in dates for y in (d.year, d.end_year) if y]
    if len(years) != 2 or years[0] >= years[1]:
        return None
    opens = led_to(text, other) is not None
    closes = any(led_to(text, q) is other for q in text.quantities if start <= q.start < other.start)
    if opens == closes or told[0].year != years[1 if opens else 0]:
        return None
    return years[0 if opens else 1]


def _summed_over(text: Passage, quantity: Quantity) -> DateMention | None:
    """The period of several years whose only figure of the kind this is."""
    start, end = text.sentence_span(quantity.start)
    dates = [d for d in text.dates if start <= d.start < end and (d.year or d.plan)]
    others = [q for q in text.quantities if start <= q.start < end and _alike(q, quantity) and q is not quantity]
    if len(dates) != 1 or others or not (dates[0].end_year or dates[0].plan) or dates[0].start > quantity.start:
        return None
    return dates[0]


def bound_crossed(case: Case, quantity: Quantity, everything: list[Quantity]) -> bool:
    """Whether a bound excludes the one figure of the evidence it is near: under 1,280 for 1,286, in no other year."""
    if quantity.qualifier not in {"over", "under"} or any(
        d.year for d in case.sentence.dates if not _known_year(d, case)
    ):
        return False
    gaps = [
        (abs(q.value) - abs(quantity.value)) / abs(quantity.value)
        for q in everything
        if q.high is None and quantity.value and comparable(quantity, q)
    ]
    near = [gap for gap in gaps if abs(gap) <= _NEAR_BOUND]
    return len(near) == 1 and (near[0] > 0) == (quantity.qualifier == "under") and near[0] != 0


_NEAR_BOUND = Decimal("0.05")


def _known_year(date: DateMention, case: Case) -> bool:
    return any(d.year == date.year for text in case.evidence for d in text.dates)
