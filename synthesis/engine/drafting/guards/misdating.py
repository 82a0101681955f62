"""Figures and events that the evidence gives for another year, month or quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from synthesis.engine.drafting.guards.alignment import Aligned, aligned, clause_at
from synthesis.engine.drafting.guards.dating import absolute, dated, figure_of_year, is_reference
from synthesis.engine.drafting.guards.measure import akin, is_base, picks_out, told_again
from synthesis.engine.drafting.guards.types import Case, Clause, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention, Quantity
from synthesis.engine.drafting.quantities.likeness import alike, same_value
from synthesis.engine.patterns import lazy_pattern


def _own_year(text: Passage, clause: Clause) -> int | None:
    """The one year named inside a clause, None when there is none or several."""
    years = {
        d.year
        for d in text.dates
        if clause.start <= d.start < clause.end and absolute(d) and not d.end_year and not is_reference(text, d)
    }
    other = {d.year for d in text.dates if clause.start <= d.start < clause.end and absolute(d)} - years
    return years.pop() if len(years) == 1 and not other else None


def _sentence_year(text: Passage, clause: Clause) -> int | None:
    """The year named last before the end of a clause in its sentence."""
    start, _ = text.sentences[clause.sentence]
    years = [d.year for d in text.dates if start <= d.start < clause.end and absolute(d) and not d.end_year]
    return years[-1] if years else None


def _events(case: Case) -> Iterator[Finding]:
    """Clauses whose nearest evidence clause names one other year, while another evidence clause names this one."""
    everywhere = {_own_year(text, c) for text in case.evidence for c in text.clauses}
    for clause in case.sentence.clauses:
        year = _own_year(case.sentence, clause)
        near = [(a, y) for a in aligned(case)[clause.start][:2] if (y := _own_year(a.text, a.clause)) is not None]
        if year is None or not near or year not in everywhere:
            continue
        best, other = near[0]
        inherited = [a for a in aligned(case)[clause.start] if _sentence_year(a.text, a.clause) == year]
        if (
            any(a.score >= best.score - 0.25 for a in inherited)
            or _goes_on(best, year)
            or figure_of_year(case, clause, year)
        ):
            continue
        if other != year and best.score >= 0.55 and not any(y == year and a.score >= best.score - 0.1 for a, y in near):
            yield Finding("number", "fail", "date_bound", (clause.text.strip(), str(other)))
            return


def _goes_on(best: Aligned, year: int) -> bool:
    """Whether a clause of another year goes on about the very thing of a clause: 2022年营收18.6亿元，2023年营收27.9亿元."""
    return any(
        _own_year(best.text, clause) == year and clause.keys <= best.clause.keys
        for clause in best.text.clauses_of(best.clause.sentence)
    )


def _beside(text: Passage, quantity: Quantity) -> str:
    """The relative date (next-year) or the year of the date next to a figure in its clause, "" when there is none."""
    clause = clause_at(text, quantity.start)
    near = [d for d in text.dates if clause and clause.start <= d.start < clause.end and not is_reference(text, d)]
    if not near:
        return ""
    date = min(near, key=lambda d: max(d.start - quantity.end, quantity.start - d.end))
    return date.relative or str(date.year or "")


def _misdated_relatively(case: Case) -> Iterator[Finding]:
    """2.0% next year, where the evidence gives it for 2027 and another rate for next year."""
    theirs = [(q, _beside(text, q)) for text in case.evidence for q in text.quantities]
    for quantity in case.sentence.quantities:
        mine = _beside(case.sentence, quantity)
        if not mine or mine.isdigit():
            continue
        like = [(q, date) for q, date in theirs if alike(q, quantity) and date]
        same = {date for q, date in like if same_value(q, quantity)}
        other = {date for q, date in like if not same_value(q, quantity)}
        if same and mine not in same and mine in other:
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "、".join(sorted(same))))
            return


_AGO = lazy_pattern(
    r"(?P<by>[比较与和同从由自][^，。；]{0,4})?(?:[一二两三四五六七八九十\d]+年前|上年|去年|前一年)|(?P<en>\b(?:than|from|over|since|compared with|on)\b[^,.;]{0,12})?\b(?:years? (?:ago|earlier|before)|the previous year)\b",
    re.IGNORECASE,
)


def _told_of_before(case: Case) -> Iterator[Finding]:
    """Five years ago it was 41.5%, where that is the level now and 五年前 only what it is compared with."""
    compared = any(m["by"] or m["en"] for text in case.evidence for m in _AGO.finditer(text.text))
    if not compared or any(not (m["by"] or m["en"]) for text in case.evidence for m in _AGO.finditer(text.text)):
        return
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        ago = _AGO.search(case.sentence.text, clause.start, quantity.start) if clause else None
        if ago is None or ago["by"] or ago["en"] or quantity.unit_class in {"months", "ordinal"}:
            continue
        levels = told_again(case, quantity, akin)
        if levels and not any(_follows_ago(text, q) for text, q in levels):
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "—"))
            return


def _follows_ago(text: Passage, quantity: Quantity) -> bool:
    """Whether a comparison with a time before stands before a figure in its clause (高于三年前的29%)."""
    clause = clause_at(text, quantity.start)
    return (
        clause is not None
        and _AGO.search(text.text, clause.start, quantity.end + 30) is not None
        and (_AGO.search(text.text, clause.start, quantity.start) is not None or text.language == "en")
    )


_FROM_LEVEL = lazy_pattern(
    r"\b(?:from|against|compared (?:with|to)|than)\s+(?:about|around|nearly|some|over|just)?\s*$", re.IGNORECASE
)
_TIME_BEFORE = lazy_pattern(
    r"[^,.;]{0,24}?\b(?:(?:a|the|\w+) (?:year|month|quarter|decade)s? (?:earlier|before|ago|previously)|the previous (?:year|month|quarter|decade))\b",
    re.IGNORECASE,
)
_BEFORE_SAID = lazy_pattern(
    r"\b(?:before|earlier|previous\w*|ago|from|than|against|had|compared|then)\b", re.IGNORECASE
)


def _baseline_told(case: Case) -> Iterator[Finding]:
    """147,000 last year, where the evidence has more for last year, up from 147,000 the year before."""
    for quantity in case.sentence.quantities:
        clause = clause_at(case.sentence, quantity.start)
        same = told_again(case, quantity, akin)
        if case.sentence.language != "en" or clause is None or not same or _BEFORE_SAID.search(clause.text):
            continue
        told = {d.relative or str(d.year) for d in case.sentence.dates}
        if all(_is_baseline(t, q) and told & _dates_before(t, q) for t, q in same):
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "—"))
            return


def _is_baseline(text: Passage, quantity: Quantity) -> bool:
    left = text.text[max(0, quantity.start - 32) : quantity.start]
    return bool(_FROM_LEVEL.search(left)) and _TIME_BEFORE.match(text.text, quantity.end) is not None


def _dates_before(text: Passage, quantity: Quantity) -> set[str]:
    """The dates told before a figure in its sentence."""
    start = text.sentence_span(quantity.start)[0]
    return {d.relative or str(d.year) for d in text.dates if start <= d.start < quantity.start}


def _another_of_that_year(case: Case) -> Iterator[Finding]:
    """312 in 2015, where the evidence has 312 now and says 245 of 2015."""
    for quantity in case.sentence.quantities:
        if is_base(case.sentence, quantity):
            continue
        mine = dated(case.sentence, quantity)
        same = told_again(case, quantity, akin)
        if mine is None or not mine.year or mine.end_year or not same or any(dated(t, q) is not None for t, q in same):
            continue
        if all(
            any(_right_beside(t, o, mine.year) for o in t.quantities if alike(o, q) and o is not q) for t, q in same
        ):
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), "—"))
            return


def _right_beside(text: Passage, quantity: Quantity, year: int) -> bool:
    """Whether a year is told of a figure right beside it: 2015年的245人, 245 in 2015."""
    return any(
        d.year == year
        and not d.end_year
        and (
            (0 <= quantity.start - d.end <= 2 and text.text[d.end : quantity.start].strip("的时 ") == "")
            or _IN_YEAR.fullmatch(text.text, quantity.end, d.start) is not None
        )
        for d in text.dates
    )


_IN_YEAR = lazy_pattern(r"(?: [a-z]+){0,2} (?:in|for|of) ")


def misdated(case: Case) -> Iterator[Finding]:
    """Objections to figures and events that the evidence gives for another year, month or quarter only."""
    yield from _events(case)
    yield from _misdated_relatively(case)
    yield from _told_of_before(case)
    yield from _baseline_told(case)
    yield from _another_of_that_year(case)
    for quantity in case.sentence.quantities:
        mine = dated(case.sentence, quantity)
        if quantity.unit_class == "number" and abs(quantity.value) < 1000:
            continue
        if quantity.unit_class in {"months", "seconds", "fold"}:
            continue  # a duration lies beside dates, a multiple between them
        if mine is None or quantity.unit_class in {"ordinal", "age"} or picks_out(case.sentence, quantity):
            continue
        same = [(text, q) for text, q in told_again(case, quantity) if q.high == quantity.high]
        theirs = [dated(text, q) for text, q in same]
        if any(_sole_of_both(case.sentence, quantity, text, q) for text, q in same):
            continue
        if theirs and all(d is not None and _apart(mine, d) for d in theirs):
            named = "、".join(dict.fromkeys(d.text.strip() for d in theirs if d))
            yield Finding("number", "fail", "date_bound", (quantity.text.strip(), named))
            return


def _sole_of_both(mine: Passage, quantity: Quantity, theirs: Passage, same: Quantity) -> bool:
    """Whether a figure is the only one of its kind in a sentence that tells the same two or more years on both sides:
    on 14 June 2023 it lowered its 2024 forecast to $3.75. Which of them stands nearest is then order, not date."""
    years = []
    for text, one in ((mine, quantity), (theirs, same)):
        start, end = text.sentence_span(one.start)
        if any(alike(one, q) and q is not one for q in text.quantities if start <= q.start < end):
            return False
        years.append({d.year for d in text.dates if start <= d.start < end})
    return len(years[0]) > 1 and years[0] == years[1]


def _apart(mine: DateMention, theirs: DateMention) -> bool:
    if theirs.year == mine.year:
        return False
    years = {theirs.year, theirs.end_year} - {None}
    if mine.end_year is not None and mine.year is not None and theirs.year is not None:
        return not mine.year <= theirs.year <= mine.end_year
    return mine.year not in years
