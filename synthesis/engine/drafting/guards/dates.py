"""Dates and periods of a sentence: each must stand in the evidence, or say the same or less in another wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from synthesis.engine.drafting.guards.date_fits import date_fits, months_of, stands_within
from synthesis.engine.drafting.guards.dating import is_reference, told_back
from synthesis.engine.drafting.guards.listing import in_series
from synthesis.engine.drafting.guards.types import Case, Finding, Passage
from synthesis.engine.drafting.quantities.find import DateMention
from synthesis.engine.patterns import lazy_pattern


def date_findings(case: Case) -> Iterator[Finding]:
    """Objections to dates that the evidence does not have, in this or another wording."""
    yield from _turned_round(case)
    everything = [d for p in case.evidence for d in inherited(p)]
    years = {d.year for d in everything if d.year}
    for date in inherited(case.sentence):
        if any(date_fits(date, other) for other in everything) or _range_apart(date, years):
            continue
        named = "、".join(dict.fromkeys(d.text.strip() for d in everything)) or "—"
        if _baseline(date, case, years) or _edge_fits(date, everything) or _before_next(date, case):
            continue
        if (
            _follows(date, everything)
            or _reached(date, case)
            or _year_after(date, case, years)
            or told_back(case, date, years)
        ):
            continue
        if _period_end(date, case.sentence, everything) or in_series(date, case):
            continue
        if date.relative and date.year is None and _same_length(date, case):
            continue
        if date.relative and date.year is None:
            yield Finding("number", "check", "relative_date", (date.text.strip(), named))
        elif _coarser(date, everything) or (
            date.edge
            and any(
                replace(date, edge="") == replace(d, edge="", start=date.start, end=date.end, text=date.text)
                for d in everything
            )
        ):
            yield Finding("number", "check", "date_coarser", (date.text.strip(), named))
        else:
            yield Finding("number", "fail", "date", (date.text.strip(), named))


_COMPARED_YEAR = lazy_pattern(
    r"同比|上年|去年|上一年|前一年|同期|year[- ](?:on|over)[- ]year|previous year|last year|prior year|years? (?:earlier|ago)|year before|twelve months ago|一年前|annual",
    re.IGNORECASE,
)


_MONTH_BEFORE = lazy_pattern(
    r"环比|上个?月|前一个?月|month[- ]on[- ]month|previous month|month (?:earlier|before)", re.IGNORECASE
)


_QUARTER_BEFORE = lazy_pattern(
    r"环比|上个?季度?|前一个?季度?|quarter[- ]on[- ]quarter|previous quarter|quarter (?:earlier|before)|last quarter",
    re.IGNORECASE,
)
_BY_THEN = lazy_pattern(
    r"\b(?:by|before|no later than|prior to|ahead of)(?: the (?:end|start|beginning|middle) of)?(?: the)?\s*$|(?:不晚于|最迟)\s*$",
    re.IGNORECASE,
)
_BY_THEN_ZH = lazy_pattern(r"[之以]?前(?!后|\S{0,2}季度|[一二三四五\d])|止")
_FROM_THEN = lazy_pattern(
    r"\b(?:after|later than|following)(?: the (?:end|start|beginning|middle) of)?(?: the)?\s*$|(?:不早于|最早)\s*$",
    re.IGNORECASE,
)
_FROM_THEN_ZH = lazy_pattern(r"[之以]?后(?![半期续])")


def _relation(text: Passage, date: DateMention) -> int:
    """−1 for a date told as what comes before it (by 2027, 2027年前), 1 after it, 0 for neither."""
    before, zh = text.text[max(0, date.start - 32) : date.start], text.language == "zh"
    if _BY_THEN.search(before) or (zh and _BY_THEN_ZH.match(text.text, date.end)):
        return -1
    return 1 if _FROM_THEN.search(before) or (zh and _FROM_THEN_ZH.match(text.text, date.end)) else 0


def _turned_round(case: Case) -> Iterator[Finding]:
    """After 2027 for by 2027."""
    for date in case.sentence.dates:
        mine = _relation(case.sentence, date) if date.year else 0
        theirs = {
            _relation(text, d)
            for text in case.evidence
            for d in text.dates
            if (d.year, d.month, d.day) == (date.year, date.month, date.day)
        }
        if mine and theirs == {-mine}:
            named = next(d.text for text in case.evidence for d in text.dates if d.year == date.year)
            yield Finding(
                "number", "fail", "date", (case.sentence.text[max(0, date.start - 8) : date.end + 2].strip(), named)
            )
            return


def _baseline(date: DateMention, case: Case, years: set[int]) -> bool:
    """上年, the previous year as what a change is measured from: the evidence compares with a year before too."""
    if date.relative in {"last-month", "past-1-month"}:
        return bool(_MONTH_BEFORE.search(" ".join(text.text for text in case.evidence)))
    quarters = {d.quarter for text in case.evidence for d in inherited(text)} if date.quarter else set()
    if date.quarter and date.quarter % 4 + 1 in quarters:
        return any(_QUARTER_BEFORE.search(text.text) for text in case.evidence)  # 二季度 for 环比 in the third
    if date.month and not date.day and _MONTH_BEFORE.search(" ".join(text.text for text in case.evidence)):
        after = {d.month for text in case.evidence for d in inherited(text)}
        if date.month % 12 + 1 in after:
            return True  # 较10月 for 环比 in 11月
    if date.year is not None:  # 比2022年 for 同比 in 2023
        said = any(_COMPARED_YEAR.search(text.text) for text in case.evidence)
        return date.year + 1 in years and ((said and is_reference(case.sentence, date)) or _reckons(case, date))
    if date.relative == "this-year":
        return any(
            re.search(r"年内|今年|当年|同比|同期|上年|去年|上一年|前一年|this year|last year|year earlier", text.text)
            for text in case.evidence
        )
    if (date.half or date.quarter) and any(
        re.search(r"年初|年中|(?<![一二两三四五六七八九十半数几\d])年内", text.text) for text in case.evidence
    ):
        return True
    side, _, rest = date.relative.partition("-")
    count, _, unit = rest.partition("-")
    if side == "past" and any(
        re.search(r"\b(?:decade|years) (?:ago|earlier)\b|[年]前|以前", t.text) for t in case.evidence
    ):
        return True
    if side in {"past", "running"} and unit == "decade" and count.isdigit():
        spans = [q.value for text in case.evidence for q in text.quantities if q.unit_class == "months"]
        return Decimal(120 * int(count)) in spans  # in the past two decades: in 20 years
    if side in {"past", "running"} and unit == "year" and count.isdigit() and count != "1":
        spans = [q.value for text in case.evidence for q in text.quantities if q.unit_class == "months"]
        apart = {abs(a - b) for a in years for b in years}  # 近两年的下跌: nearly two years
        return Decimal(12 * int(count)) in spans or bool({int(count), int(count) - 1} & apart)
    if date.relative not in {"last-year", "past-1-year"} or date.year is not None:
        return False
    if any(year - 1 in years for year in years):
        return True
    return any(_COMPARED_YEAR.search(text.text) for text in case.evidence)


def _follows(date: DateMention, everything: list[DateMention]) -> bool:
    """The following month or year, where the evidence names two that follow one another; the last decade before its last."""
    if date.relative in {"last-decade", "past-1-decade"}:
        years = {y for d in everything for y in (d.year, d.end_year) if y}
        return any(10 * (max(years) // 10) - 10 <= y < 10 * (max(years) // 10) or max(years) - y >= 8 for y in years)
    if date.relative in {"next-1-month", "last-month", "past-1-month"}:
        months = {(d.month, d.end_month) for d in everything if d.month}
        named = {m for pair in months for m in pair if m}
        return any(m % 12 + 1 in named for m in named)
    if date.relative in {"next-1-year", "past-1-year", "last-year", "next-year"}:
        named = {y for d in everything for y in (d.year, d.end_year) if y}
        return any(y + 1 in named for y in named)
    return False


def _reached(date: DateMention, case: Case) -> bool:
    """The end of 2025 for 1 July 2022 and two years and eighteen months: a date of the evidence and its durations."""
    if date.year is None or date.relative:
        return False
    spans = [int(q.value) for text in case.evidence for q in text.quantities if q.unit_class == "months"]
    spans += [sum(spans)] if len(spans) > 1 else []
    dates = [d for text in case.evidence for d in inherited(text) if d.year]
    for months in (sign * span for span in spans for sign in (1, -1)):
        for start in dates:
            # January 2025 that is twelve months from January 2024 ends the twelve months; nothing is twelve months on.
            if _lands(date, start, months) and not any(_lands(start, other, months) for other in dates):
                return True
    return False


_YEAR_AFTER = lazy_pattern(
    r"次年|翌年|第二年|转年|\b(?:the (?:following|next|subsequent) year|(?:a|one) year (?:later|after|on)|the year after)\b",
    re.IGNORECASE,
)


def _year_after(date: DateMention, case: Case, years: set[int]) -> bool:
    """2019 for 次年 beside 2018: the year only, or the month the evidence gives for it."""
    if date.year is None or date.relative or date.year - 1 not in years or date.day:
        return False
    months = {d.month for text in case.evidence for d in text.dates}
    said = any(_YEAR_AFTER.search(text.text) for text in case.evidence)
    return said and (date.month is None or date.month in months)


_TO_END = lazy_pattern(
    r"(?:截至|截止|至|到|\b(?:to|through|until|end(?:ed|ing)(?: in)?|by the end of)\s)\s*$", re.IGNORECASE
)


def _period_end(date: DateMention, text: Passage, everything: list[DateMention]) -> bool:
    """The six months to June for the first half: a month told as the end of a period that the evidence names."""
    if date.month is None or date.day or not _TO_END.search(text.text[: date.start]):
        return False
    return any(stands_within(replace(date, edge="end"), other) for other in everything)


def _lands(date: DateMention, start: DateMention, months: int) -> bool:
    if start.year is None or (start.month is None and (date.month or months % 12)):
        return False
    at = 12 * start.year + (start.month or 1) - 1 + months
    year, month = divmod(at, 12)
    if date.month is not None:
        return (date.year, date.month) == (year, month + 1) and date.day in {None, start.day}
    if date.edge == "end":
        return (date.year == year and month >= 9) or (date.year == year - 1 and month == 0)
    if date.edge == "start":
        return (date.year == year and month <= 2) or (date.year == year + 1 and month == 11)
    return date.year == year and not (date.quarter or date.half or date.edge)


def _reckons(case: Case, date: DateMention) -> bool:
    """Whether the clause of a date tells a figure that no evidence has literally: one reckoned back to the year before."""
    known = {(q.unit_class, abs(q.value)) for text in case.evidence for q in text.quantities}
    after = [c for c in case.sentence.clauses if date.start < c.end]
    figures = ([q for q in case.sentence.quantities if c.start <= q.start < c.end] for c in after[:2])
    told = next((found for found in figures if found), [])  # of its own clause, or of the one that a fronted date opens
    return any((q.unit_class, abs(q.value)) not in known for q in told)


def _edge_fits(date: DateMention, everything: list[DateMention]) -> bool:
    """2023年8月末 for 29 August 2023."""
    days = {"start": range(1, 12), "mid": range(10, 22), "end": range(20, 32)}.get(date.edge)
    return days is not None and any(
        d.month == date.month and d.day in days and d.year in (date.year, None) for d in everything if d.month and d.day
    )


def _range_apart(date: DateMention, years: set[int]) -> bool:
    return date.end_year is not None and date.year in years and date.end_year in years


_NEXT_YEAR = lazy_pattern(r"(?:次年|翌年|第二年)$")


def inherited(text: Passage) -> list[DateMention]:
    """The dates of a passage, partial ones with the year of the nearest earlier date that has one."""
    result: list[DateMention] = []
    year = None
    for date in text.dates:
        partial = date.year is None and not date.relative and date.plan is None
        if partial and year and _NEXT_YEAR.search(text.text[: date.start]):
            year += 1
        if date.year is None and date.relative and date.relative.endswith("-year"):
            year = None
        result.append(replace(date, year=year) if partial and year else date)
        year = year if date.year and year and is_reference(text, date) else date.year or year
    return result


def _same_length(date: DateMention, case: Case) -> bool:
    """In the next decade for within ten years."""
    _, length = months_of(date.relative)
    return bool(length) and any(
        q.unit_class == "months" and q.value == length for text in case.evidence for q in text.quantities
    )


def _before_next(date: DateMention, case: Case) -> bool:
    """Before April 2026 for by the end of March 2026, 4月前 for 3月底前."""
    said = re.search(r"\b(?:before|prior to|ahead of)\s*$", case.sentence.text[: date.start], re.IGNORECASE)
    if not (said or re.match(r"[之以]?前", case.sentence.text[date.end :])) or date.day:
        return False
    everything = [d for text in case.evidence for d in inherited(text)]
    if date.year and not (date.month or date.quarter or date.half or date.edge):
        return any(d.year == date.year - 1 and (d.edge == "end" or d.month == 12) for d in everything)
    if not date.month:
        return False
    year, month = (date.year, date.month - 1) if date.month > 1 else ((date.year or 1) - 1, 12)
    return any(d.month == month and d.year in {year, None} for d in everything)


def _coarser(date: DateMention, everything: list[DateMention]) -> bool:
    return any(d.year == date.year and date.year is not None and (d.quarter or d.half) for d in everything) and not (
        date.month or date.quarter or date.half
    )
