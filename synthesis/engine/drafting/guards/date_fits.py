"""Whether one date says the same as another, or truly less: a year for its month, an edge for the days in it."""

from __future__ import annotations

from dataclasses import replace

from synthesis.engine.drafting.quantities.find import DateMention

_FIELDS = ("quarter", "half", "end_year", "end_month", "relative", "plan")


def date_fits(mine: DateMention, theirs: DateMention) -> bool:
    """Whether a date of the sentence is the same as, or a true coarsening of, one of the evidence."""
    mine, theirs = plain(mine), plain(theirs)
    if stands_within(mine, theirs) or _whole_period(mine, theirs) or _whole_period(theirs, mine):
        return True
    if mine.relative and theirs.relative and months_of(mine.relative) == months_of(theirs.relative) != ("", 0):
        return True
    if (
        theirs.end_year
        and not mine.end_year
        and mine.year in {theirs.year, theirs.end_year}
        and not mine.month
        and not _round_span(theirs)
    ):
        return not (mine.quarter or mine.half)  # an end of a stated range
    if _edge_of_year(mine, theirs) or _in_decade(mine, theirs):
        return True
    if any(getattr(mine, name) != getattr(theirs, name) for name in _FIELDS):
        return False
    if mine.year != theirs.year and not (mine.year is None or theirs.year is None):
        return False
    if mine.edge and mine.edge != theirs.edge and not _month_edge(mine, theirs):
        return False
    if mine.edge and mine.month is None and theirs.month and theirs.month not in _EDGE_MONTHS[mine.edge]:
        return False
    if mine.month is None:  # 2022年11月 → 2022年 stays true of an event
        return True
    return mine.month == theirs.month and mine.day in (None, theirs.day)


_THIRD_PLAN = 1966
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plain(date: DateMention) -> DateMention:
    """A date in its plainest form: a five-year plan as its years, 31 December and the end of December as the year's end."""
    if date.plan is not None and not date.edge:
        first = _THIRD_PLAN + 5 * (date.plan - 3)
        date = replace(date, plan=None, year=first, end_year=first + 4)
    if date.month and not date.end_month and date.day in {_DAYS[date.month - 1], 29 if date.month == 2 else 0}:
        date = replace(date, day=None, edge="end")
    if (date.month, date.edge, date.day) == (12, "end", None):
        date = replace(date, month=None)
    return date


def _round_span(date: DateMention) -> int:
    """The years of a decade or a century, whose first and last year are not named; 0 of any other date."""
    if not date.year or not date.end_year or date.year % 10:
        return 0
    length = date.end_year - date.year + 1
    return length if length in {10, 100} else 0


_EDGE_MONTHS = {"start": range(1, 4), "mid": range(5, 9), "end": range(10, 13)}
_EDGE_QUARTERS = {"start": {1}, "mid": {2, 3}, "end": {4}}


def _edge_of_year(mine: DateMention, theirs: DateMention) -> bool:
    """The start of 2021 for its first quarter or February 2021; its end for November."""
    if mine.edge not in _EDGE_MONTHS or mine.year != theirs.year or mine.end_year or theirs.end_year:
        return False
    if mine.month or mine.quarter or mine.half or mine.day:
        return False
    near = _EDGE_MONTHS[mine.edge]
    months = [m for m in (theirs.month, theirs.end_month) if m]
    return theirs.quarter in _EDGE_QUARTERS[mine.edge] or (bool(months) and all(m in near for m in months))


def _in_decade(mine: DateMention, theirs: DateMention) -> bool:
    """The 1990s or the early nineteenth century for a year in them."""
    length = _round_span(mine)
    if not length or not mine.year or not theirs.year:
        return False
    low = mine.year + (length * 6 // 10 if mine.edge == "end" else length * 3 // 10 if mine.edge == "mid" else 0)
    high = mine.year + (
        length * 4 // 10 if mine.edge == "start" else length * 7 // 10 if mine.edge == "mid" else length
    )
    return low <= theirs.year and (theirs.end_year or theirs.year) <= high


def stands_within(mine: DateMention, theirs: DateMention) -> bool:
    """A quarter or half year for a month inside it, its end for the last days of its last month, and the reverse."""
    if mine.year != theirs.year and not (mine.year is None or theirs.year is None):
        return False
    for period, months in ((mine, theirs), (theirs, mine)):
        size = 3 if period.quarter else 6
        number = period.quarter or period.half
        if number is None or months.month is None or period.month is not None or months.end_month:
            continue
        last = months.month == number * size
        late = months.edge == "end" or (months.day or 0) >= 28
        if period is mine and (months.month - 1) // size + 1 == number and (mine.edge in {"", "end"}):
            return mine.edge == "" or (last and late)
        if period is theirs and last and late and mine.edge in {"", "end"}:
            return True
    return False


def _whole_period(mine: DateMention, theirs: DateMention) -> bool:
    """The second quarter for April to June, the first half for January to June."""
    size = 3 if mine.quarter else 6
    number = mine.quarter or mine.half
    if number is None or theirs.month is None or theirs.end_month is None:
        return False
    if mine.year != theirs.year and not (mine.year is None or theirs.year is None):
        return False
    return (theirs.month, theirs.end_month) == (size * (number - 1) + 1, size * number)


_LENGTHS = {"year": 12, "month": 1, "quarter": 3, "decade": 120}


def months_of(relative: str) -> tuple[str, int]:
    """Side and length in months of a relative period: the last year and a half is the past 18 months."""
    side, _, rest = relative.partition("-")
    count, _, unit = rest.partition("-")
    return (side, int(count) * _LENGTHS[unit]) if count.isdigit() and unit in _LENGTHS else ("", 0)


def _month_edge(mine: DateMention, theirs: DateMention) -> bool:
    near = {"end": {12}, "start": {1}, "mid": {6, 7}}
    return theirs.month in near.get(mine.edge, set())
